"""One month of a job search: the real core and store, a simulated clock, companies and an owner that act by chance."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from bot.core.approval.digest import digest
from bot.core.approval.token import find_token, hash_token
from bot.core.delivery.types import OutboxState
from bot.core.followup.due import find_tz, find_window
from bot.core.followup.hours import after_delay, is_inside
from bot.core.followup.types import FollowUp, FollowUpKind, FollowUpState
from bot.core.message.parse import parse_message
from bot.core.message.received import MailboxRole
from bot.core.message.types import Message
from bot.pipeline.ask import expire_drafts, show_each_due
from tests.properties.test_at_most_once import ON_ITS_WAY, PAIRS
from tests.simulation.companies import Arrival, write_month
from tests.simulation.owner import Answer, TheOwner
from tests.unit.pipeline.mails import a_reply
from tests.unit.pipeline.world import OWNER, Act, PowerCut, World

FIRST_DAY = datetime(2027, 5, 3, 6, 0, tzinfo=UTC)
"""A Monday."""
TICK = timedelta(hours=6)
LONGEST = timedelta(days=90)
ACTS = (
    *[Act.ACCEPT] * 30, Act.DEFER, Act.DEFER, Act.REFUSE, Act.DEFER_DATA, Act.REFUSE_DATA, Act.LOSE_TAKEN, Act.LOSE, Act.RAISE,
    Act.RAISE_TAKEN, Act.LOGIN, Act.CUT, Act.CUT_DATA, Act.CUT_TAKEN,
)  # fmt: skip
ENDS = {
    FollowUpState.SENT, FollowUpState.SKIPPED, FollowUpState.CANCELLED, FollowUpState.EXPIRED, FollowUpState.FAILED, FollowUpState.UNKNOWN,
}  # fmt: skip
BROKEN = {"claim_broke", "draft_broke", "mail_shunted", "held_not_approved"}
"""Decisions in the journal that only a bug makes here: every mail is sound."""


class Search:
    """The month, step by step; every step ends with a look at what has left and at where everything stands."""

    def __init__(self, path: Path, empty: Path, seed: int) -> None:
        self.chance = Random(seed)
        self.world = World(path, empty)
        self.world.now = FIRST_DAY
        self.world.server.script = self.chance.choices(ACTS, k=1_000)
        self.owner = TheOwner(chance=self.chance)
        self.arrivals = write_month(self.chance, FIRST_DAY)
        self.answers: list[Answer] = []
        self.came: list[Arrival] = []
        """What has come and ended something."""
        self.seen = 0
        self.left: list[tuple[datetime, FollowUp, str]] = []
        """What has left: when, for which follow-up, to which domain."""

    def run(self) -> None:
        """Live through the month, and on until nothing is left to happen."""
        while self.world.now < FIRST_DAY + LONGEST and not self.is_over():
            self.world.now = self.next_moment()
            self.take_arrivals()
            self.take_answers()
            self.do_due()
            self.read_mailboxes()
            self.check_tables()

    def is_over(self) -> bool:
        """Whether nobody has anything left to do."""
        states = {one.state for one in self.follow_ups()}
        return not self.arrivals and not self.answers and states <= ENDS and self.world.deliverer.next_due() is None

    def next_moment(self) -> datetime:
        """Return when the next thing happens; now and then the machine is off and sleeps through it."""
        now = self.world.now
        due = self.world.deliverer.next_due()
        planned = [at for one in self.follow_ups() if one.state is FollowUpState.PLANNED and (at := one.draft_at) > now]
        moments = [now + TICK, *planned, *(each.at for each in (*self.arrivals[:1], *self.answers))]
        at = min(moments if due is None else [*moments, due])
        waiting = any(one.state is FollowUpState.APPROVED for one in self.follow_ups())
        if self.chance.random() < (0.15 if waiting else 0.01):
            at += timedelta(hours=self.chance.uniform(1, 30))
        return max(at, now + timedelta(seconds=self.chance.randint(1, 40)))

    def take_arrivals(self) -> None:
        while self.arrivals and self.arrivals[0].at <= self.world.now:
            arrival = self.arrivals.pop(0)
            if arrival.ends:
                self.came.append(arrival)
            self.world.receive(arrival.raw)

    def take_answers(self) -> None:
        for answer in sorted((one for one in self.answers if one.at <= self.world.now), key=lambda one: one.at):
            self.answers.remove(answer)
            self.owner.remember(answer)
            raw = a_reply(answer.mail, answer.words, number=self.chance.randrange(10**9))
            roles = [MailboxRole.SENT, MailboxRole.INBOX, MailboxRole.SENT][self.chance.randrange(2) :]
            for role in roles[:2]:
                self.world.receive(raw, role)

    def do_due(self) -> None:
        """One round of the daemon."""
        world = self.world
        while world.understand():
            self.deliver()
        show_each_due(world.database, world.setup, world.now)
        with world.work() as work:
            expire_drafts(work, world.setup, world.now)
        self.deliver()

    def deliver(self) -> None:
        try:
            self.world.deliver()
        except PowerCut:
            self.world.restart()

    # What has left.

    def read_mailboxes(self) -> None:
        """Look at every mail that the server took since the last look."""
        taken = self.world.server.taken
        while self.seen < len(taken):
            envelope, raw = taken[self.seen]
            self.seen += 1
            mail = parse_message(raw)
            if envelope.recipients == (OWNER.email,):
                self.read_letter(mail)
            else:
                self.check_mail(mail, envelope.recipients)

    def read_letter(self, mail: Message) -> None:
        token = find_token(parse_message(a_reply(mail, "").encode()))
        with self.world.work() as work:
            letter = work.find_letter(hash_token(token or ""))
        assert letter is not None, mail.subject
        answer = self.owner.read(letter, mail, self.world.now)
        self.answers += [answer] if answer else []

    def check_mail(self, mail: Message, recipients: tuple[str, ...]) -> None:
        """One mail to a company: ordered, for the first time, in time, and while they still wait for one."""
        with self.world.work() as work:
            item = work.find_outbox([mail.message_id or ""])
            assert item is not None
            follow_up = work.load_follow_up(item.follow_up_id or 0)
            assert follow_up is not None
            stored = work.load_revision(follow_up.id, item.revision)
        assert stored is not None
        assert digest(stored[0]) == item.digest
        assert self.owner.allows(follow_up.id, item.digest, mail.text), f"{mail.subject!r} was not ordered"
        assert follow_up.id not in {earlier.id for _, earlier, _ in self.left}, f"{mail.subject!r} left twice"
        domain = recipients[0].partition("@")[2]
        assert {address.email for address in mail.to} == set(recipients)
        self.check_wanted(follow_up, domain)
        if not self.owner.chose_time(follow_up.id, item.digest):
            self.check_time(follow_up, domain)
        self.left.append((self.world.now, follow_up, domain))

    def check_wanted(self, follow_up: FollowUp, domain: str) -> None:
        ends = {arrival.ends for arrival in self.came if arrival.domain == domain}
        assert "all" not in ends, f"a mail to {domain} after the end"
        checks = [one for _, one, to in self.left if to == domain and one.kind is FollowUpKind.STATUS_CHECK]
        if follow_up.kind is FollowUpKind.STATUS_CHECK:
            assert "checks" not in ends, f"a status check to {domain}, who have answered"
            assert len(checks) < self.world.setup.cadence.status_check.max

    def check_time(self, follow_up: FollowUp, domain: str) -> None:
        """Not before the earliest moment, in the hours, not too close to the mail before."""
        setup, now = self.world.setup, self.world.now
        with self.world.work() as work:
            interview = work.load_interview(follow_up.interview_id)
        assert interview is not None
        assert interview.end is not None
        tz = find_tz(interview, setup.owner.tz)
        window = find_window(follow_up.kind, setup.cadence)
        in_hours = is_inside(now, window, tz=tz, closed=setup.closed(tz))
        assert in_hours or now - follow_up.send_at <= timedelta(hours=1), f"{follow_up.kind} at {now} in {tz}"
        if follow_up.kind is FollowUpKind.THANK_YOU:
            assert now >= interview.end + setup.cadence.thank_you.earliest
            return
        gap = setup.cadence.status_check.min_gap
        for at, _, to in self.left:
            assert to != domain or now >= after_delay(at, gap, tz=tz, closed=setup.closed(tz)), (
                f"{at} and {now} to {to}"
            )

    # Where everything stands.

    def follow_ups(self) -> list[FollowUp]:
        with self.world.work() as work:
            return work.load_follow_ups()

    def check_tables(self) -> None:
        """The follow-ups and the outbox tell the same story, and nothing broke."""
        with self.world.work() as work:
            pairs = [(one, work.load_outbox(follow_up_id=one.id)) for one in work.load_follow_ups()]
        for one, item in pairs:
            state = item.state if item else None
            if one.state in PAIRS:
                assert state in PAIRS[one.state], one
            else:
                assert state not in ON_ITS_WAY, one
            assert state is not OutboxState.DATA, one

    def check_end(self) -> None:
        """Everything has found its end, and nothing broke on the way."""
        assert self.is_over(), [one for one in self.follow_ups() if one.state not in ENDS]
        assert not BROKEN.intersection(self.world.events())
