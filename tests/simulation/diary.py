"""The written search lived through the real core and store, hour by hour; every step is told, and looked at by the rules of etiquette."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from email.utils import format_datetime
from pathlib import Path

from bot.core.approval.token import find_token, hash_token
from bot.core.approval.types import LetterRecord
from bot.core.followup.due import find_tz
from bot.core.followup.hours import after_delay
from bot.core.followup.types import Cadence, FollowUp, FollowUpKind, FollowUpState
from bot.core.interview.types import Interview
from bot.core.message.parse import parse_message
from bot.core.message.received import MailboxRole
from bot.core.message.types import Message
from bot.core.reading.types import ContactWish
from bot.pipeline.around_talk import write_each_talk_letter
from bot.pipeline.ask import expire_drafts, show_each_due
from bot.pipeline.digest import write_digest_due
from bot.pipeline.nudge import nudge_each_due
from bot.public_holidays import make_holidays
from tests.simulation.script import BERLIN, CASES, DAYS, DOWN, FIRST_DAY, Case, Does
from tests.unit.core.reading.machine.bounce_cases import REPORT
from tests.unit.pipeline.mails import an_invitation
from tests.unit.pipeline.world import OWNER, World

LOOKS = (time(7, 30), time(9), time(12), time(15), time(18), time(21))
"""When there is nothing else to do, the daemon looks around at these hours."""
ASKED_AFTER = timedelta(minutes=30)
ANSWERED_AT_ONCE = timedelta(minutes=30)
"""So soon after the owner's own word a letter answers it, whatever the hour."""


@dataclass(frozen=True, kw_only=True)
class Left:
    """A mail that has left to a company."""

    at: datetime
    follow_up: FollowUp
    interview: Interview
    text: str


@dataclass
class Reply:
    """What the owner is going to say."""

    at: datetime
    case: Case
    letter: LetterRecord
    mail: Message
    words: str


@dataclass
class Diary:
    """``lines``: what happened. ``left``: the mails to companies, for the rules."""

    world: World
    lines: list[str] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    approved: set[int] = field(default_factory=set)
    said_at: datetime = FIRST_DAY
    seen: int = 0
    count: int = 0
    today: str = ""

    def live(self) -> None:
        """Live through all of it."""
        self.said = {case.name: list(case.says) for case in CASES}
        coming = sorted(((does.when, case, does) for case in CASES for does in case.does), key=lambda one: one[0])
        while self.world.now < FIRST_DAY + timedelta(days=DAYS):
            self.world.now = self.next_moment([*(one[0] for one in coming[:1]), *(one.at for one in self.replies)])
            if DOWN[0] <= self.world.now < DOWN[1]:
                self.world.now = DOWN[1]
                self.tell("", "the machine was off since " + f"{DOWN[0]:%a %d %b %H:%M}")
            while coming and coming[0][0] <= self.world.now:
                _, case, does = coming.pop(0)
                self.take(case, does)
            for reply in sorted((one for one in self.replies if one.at <= self.world.now), key=lambda one: one.at):
                self.say(reply)
            self.ring()

    def next_moment(self, known: list[datetime]) -> datetime:
        """Return when something is to be done next: *known* moments, what the plan and the outbox name, the next look around."""
        now, due = self.world.now, self.world.deliverer.next_due()
        with self.world.work() as work:
            drafts = [one.draft_at for one in work.load_follow_ups(states=(FollowUpState.PLANNED,))]
            asks = [one.end + ASKED_AFTER for one in work.load_interviews() if one.end]
        local = now.astimezone(BERLIN)
        looks = [
            datetime.combine(local.date() + timedelta(days=day), clock, BERLIN) for day in (0, 1) for clock in LOOKS
        ]
        ahead = [moment for moment in (*looks, *drafts, *asks) if moment > now]
        moments = [*ahead, *known, *([due] if due else [])]
        return max(min(moments), now + timedelta(minutes=1))

    def ring(self) -> None:
        """What the daemon does whenever something is due."""
        world = self.world
        for _ in range(2):
            world.understand()
            write_each_talk_letter(world.database, world.setup, world.now)
            show_each_due(world.database, world.setup, world.now)
            nudge_each_due(world.database, world.setup, world.now)
            write_digest_due(world.database, world.setup, world.now)
            with world.work() as work:
                expire_drafts(work, world.setup, world.now)
            world.deliver()
            self.look()

    # What comes.

    def take(self, case: Case, does: Does) -> None:
        """Let something come from a company, or lie in Sent."""
        self.count += 1
        talk = f" ({does.talk.astimezone(BERLIN):%a %d %b %H:%M})" if does.talk else ""
        people = f" with {', '.join((case.person, *does.people))}" if does.kind == "invites" else ""
        text = f": {does.text.splitlines()[0][:90]}" if does.text and does.kind != "you" else ""
        self.tell("you write to them yourself" if does.kind == "you" else f"{does.kind}{talk}{people}{text}", case.name)
        role = MailboxRole.SENT if does.kind == "you" else MailboxRole.INBOX
        self.world.receive(self.mail_of(case, does), role)

    def mail_of(self, case: Case, does: Does) -> str:
        sequence = sum(1 for one in case.does if one.when < does.when and one.kind in ("invites", "cancels"))
        if does.kind in ("invites", "cancels"):
            assert does.talk is not None
            raw = an_invitation(does.talk, sequence=sequence, cancelled=does.kind == "cancels")
            return self.as_of(raw, case, does)
        if does.kind == "bounces":
            report = f"\nFinal-Recipient: rfc822; {self.address(case)}\nAction: failed\nStatus: 5.1.1"
            raw = REPORT.format(kind="delivery-status", subject="Undeliverable", text="It failed.", fields=report)
            return raw.replace("ours@mail.example.org", self.last_id(case))
        sender, to = f"{case.person} <{self.address(case)}>", f"{OWNER.name} <{OWNER.email}>"
        if does.kind == "you":
            sender, to = to, sender
        answers = self.last_id(case) if does.kind == "away" else f"invite0@{case.domain}"
        extra = "Auto-Submitted: auto-replied\n" if does.kind == "away" else ""
        opening, close = (
            ("", "")
            if does.kind == "you"
            else (self.greeting(does), f"\n\nBest regards,\n{case.person}\n{case.name}\n")
        )
        return (
            f"{extra}From: {sender}\nTo: {to}\nSubject: Your interview at {case.name}\nDate: {format_datetime(does.when)}\n"
            f"Message-ID: <{self.count}@{case.domain}>\nIn-Reply-To: <{answers}>\nMIME-Version: 1.0\n"
            f"Content-Type: text/plain; charset=utf-8\n\n{opening}{does.text}{close}"
        )

    def greeting(self, does: Does) -> str:
        return "Sehr geehrte Frau Okafor,\n\n" if "Sie " in does.text else "Hi Maya,\n\n"

    def as_of(self, raw: str, case: Case, does: Does) -> str:
        first = case.person.split()[0].lower()
        raw = raw.replace("Acme Robotics", case.name).replace("Jane Roe", case.person).replace("jane@", f"{first}@")
        raw = raw.replace("interview-1@", f"{case.name.split()[0]}-{len(does.people)}-{self.talk_number(case, does)}@")
        raw = raw.replace("acme.example", case.domain).replace(
            "<invite", f"<invite{'' if self.talk_number(case, does) == 0 else 'b'}"
        )
        raw = re.sub(r"(?m)^Date: .*$", f"Date: {format_datetime(does.when)}", raw)
        for guest in does.people:
            attendee = f"ATTENDEE;CN={guest};PARTSTAT=ACCEPTED:mailto:{guest.split()[0].lower()}@{case.domain}"
            raw = raw.replace("LOCATION:", f"{attendee}\nLOCATION:")
        return raw

    def talk_number(self, case: Case, does: Does) -> int:
        """Return 0 for the first talk at a company, 1 for one after its answer."""
        return sum(1 for one in case.does if one.kind == "writes" and one.when < does.when)

    def address(self, case: Case) -> str:
        return f"{case.person.split()[0].lower()}@{case.domain}"

    def last_id(self, case: Case) -> str:
        """Return the Message-ID of the last mail to the person there."""
        theirs = [raw for envelope, raw in self.world.server.taken if envelope.recipients == (self.address(case),)]
        return parse_message(theirs[-1]).message_id or ""

    # What the owner says.

    def say(self, reply: Reply) -> None:
        """Let the owner answer a letter; the copy in Sent proves that it is he."""
        self.replies.remove(reply)
        self.count += 1
        self.said_at = self.world.now
        self.tell(f"you: {reply.words}", reply.case.name)
        if reply.words.startswith(("approve", "yes", "1 approve")):
            chosen = reply.letter.items[:1] if reply.words.startswith("1 ") else reply.letter.items
            self.approved |= {item.follow_up_id for item in chosen}
        quoted = "\n".join(f"> {line}" for line in reply.mail.text.splitlines())
        raw = (
            f"From: {OWNER.name} <{OWNER.email}>\nTo: {OWNER.email}\nSubject: Re: {reply.mail.subject}\n"
            f"Date: {format_datetime(reply.at)}\n"
            f"Message-ID: <said{self.count}@phone.example>\nIn-Reply-To: <{reply.mail.message_id}>\nMIME-Version: 1.0\n"
            f"Content-Type: text/plain; charset=utf-8\n\n{reply.words}\n\n"
            f"On {self.world.now:%a, %d %b %Y at %H:%M}, Follow-up bot <{OWNER.email}> wrote:\n\n{quoted}\n"
        )
        now, self.world.now = self.world.now, reply.at  # where the machine was off, it has lain in Sent since
        self.world.fetch(raw, MailboxRole.SENT)
        self.world.now = now
        self.world.understand()

    # What has left.

    def look(self) -> None:
        """Look at every mail that the server took since the last look."""
        taken = self.world.server.taken
        while self.seen < len(taken):
            envelope, raw = taken[self.seen]
            self.seen += 1
            mail = parse_message(raw)
            if envelope.recipients == (OWNER.email,):
                self.read_letter(mail)
            else:
                self.check_mail(mail, envelope.recipients[0])

    def read_letter(self, mail: Message) -> None:
        with self.world.work() as work:
            letter = work.find_letter(hash_token(find_token(mail) or ""))
            interview = work.load_interview(letter.interview_id) if letter and letter.interview_id else None
        assert letter is not None, mail.subject
        case = next((one for one in CASES if interview and one.name == interview.company), None)
        self.tell(f"letter: {mail.subject}", case.name if case else "")
        local = self.world.now.astimezone(BERLIN)
        in_hours = (7, 30) <= (local.hour, local.minute) <= (22, 0)
        assert in_hours or self.world.now - self.said_at < ANSWERED_AT_ONCE or letter.kind == "receipt", mail.subject
        if case:
            self.plan_reply(case, letter, mail)

    def plan_reply(self, case: Case, letter: LetterRecord, mail: Message) -> None:
        for place, (kind, words, hours) in enumerate(self.said[case.name]):
            if kind == letter.kind:
                del self.said[case.name][place]
                if words:
                    when = self.world.now + timedelta(hours=hours)
                    self.replies.append(Reply(when, case, letter, mail, words))
                return

    def check_mail(self, mail: Message, recipient: str) -> None:
        """One mail to a company: told, and held against the rules."""
        with self.world.work() as work:
            item = work.find_outbox([mail.message_id or ""])
            follow_up = work.load_follow_up(item.follow_up_id or 0) if item else None
            interview = work.load_interview(follow_up.interview_id) if follow_up else None
        assert follow_up is not None
        assert interview is not None
        opening = mail.text.split("\n\n")[1].split(". ")[0]
        self.tell(f"sent to {recipient}: {opening[:140]}", interview.company or "")
        left = Left(at=self.world.now, follow_up=follow_up, interview=interview, text=mail.text)
        check(left, self.left, self.world.setup.cadence, approved=self.approved)
        self.left.append(left)

    def tell(self, what: str, company: str) -> None:
        local = self.world.now.astimezone(BERLIN)
        if (day := f"{local:%A %-d %B}") != self.today:
            self.today = day
            self.lines += ["", day]
        self.lines.append(f"  {local:%H:%M}  {company or '-':<19} {what}")


def check(left: Left, before: list[Left], cadence: Cadence, *, approved: set[int]) -> None:
    """Hold one mail to a company against the rules (E1, E11, E13, E18; promise 1 and 2). AssertionError names the rule."""
    one, interview = left.follow_up, left.interview
    assert one.id in approved, "promise 1: it was not approved"
    again = [earlier for earlier in before if earlier.follow_up.id == one.id and earlier.text == left.text]
    assert not again or one.state.value == "sent", "promise 2: it left twice"
    assert interview.contact_wish is not ContactWish.NO_CONTACT, "E18: they want no mail"
    if interview.end is None:
        return
    tz = find_tz(interview, OWNER.tz)
    if one.kind is FollowUpKind.THANK_YOU:
        assert left.at >= interview.end + cadence.thank_you.earliest, "E1: it looks prepared"
        late = left.at > interview.end + cadence.thank_you.deadline
        assert not late or re.search(r"late|sooner|Verspätung", left.text), "E1: it is late and does not say so"
        return
    if one.kind is FollowUpKind.STATUS_CHECK:
        if interview.decision_by:
            assert left.at.astimezone(BERLIN).date() > interview.decision_by, "E11: their time has not passed"
        near = [earlier for earlier in before if earlier.interview.company == interview.company]
        for earlier in near:
            gap = after_delay(earlier.at, cadence.status_check.min_gap, tz=tz, closed=lambda _: False)
            assert left.at >= gap, "E13: too close to the mail before"
        checks = [earlier for earlier in near if earlier.follow_up.kind is FollowUpKind.STATUS_CHECK]
        assert len(checks) < cadence.status_check.max, "E13: too many"


def keep_diary(path: Path, empty: Path) -> Diary:
    """Return the diary of the whole search."""
    world = World(path, empty, cadence=Cadence(), holidays=make_holidays("auto"))
    world.now = FIRST_DAY
    diary = Diary(world)
    try:
        diary.live()
    finally:
        world.database.close()
    return diary
