"""The story itself: a newsletter, an interview that is moved, a thank-you that leaves only on the owner's word."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core.followup.types import FollowUpState
from bot.demo.clock import StoryClock
from bot.demo.mail_app import MailApp, SeenMail
from bot.demo.mails import (
    LENGTH,
    Outgoing,
    write_confirmation,
    write_newsletter,
    write_reply,
    write_reschedule,
)
from bot.demo.people import EVERYBODY, INTERVIEWER, OTHERS, OWNER, RECRUITER, ZONE
from bot.demo.proof import Evidence, Proof, prove_sent, prove_unsent
from bot.demo.running_bot import Case, RunningBot
from bot.demo.screen import Screen, moment_text, place_of
from bot.demo.servers import INBOX, SENT, MailServers
from bot.demo.voice import ACCOUNT, TOPIC, Voice
from bot.errors import PermanentError

_MOST_REPLIES = 25
_THINKING = timedelta(minutes=6)
"""How long the owner takes for a reply, by the story's clock."""
_COPY_WAIT = timedelta(seconds=15)
QUESTION_CLAIM = "A reply that was not clear sent nothing, and got one question back"
CHANGE_CLAIM = "A changed text was shown to you again before anything left"
SENT_CLAIM = "The mail you approved has left"
_ANSWERED = ("debrief", "approval", "question", "reminder", "receipt")
"""Kinds of letters that ask for something: to the latest of these the owner replies."""
_OVER = (FollowUpState.SENT, FollowUpState.SKIPPED, FollowUpState.CANCELLED, FollowUpState.EXPIRED)
_GONE_WRONG = (FollowUpState.UNKNOWN, FollowUpState.SENDING)


class Story:
    """Plays it on running servers and a running bot."""

    def __init__(
        self, *, servers: MailServers, bot: RunningBot, clock: StoryClock, screen: Screen, voice: Voice
    ) -> None:
        self._servers = servers
        self._bot = bot
        self._clock = clock
        self._screen = screen
        self._voice = voice
        self._apps = {person: MailApp(person, servers) for person in EVERYBODY}
        self._own_words: set[str] = set()
        self._thread: list[str] = []
        self._letter: SeenMail | None = None
        self._uid = ""
        self._start = clock()
        self._planned: datetime | None = None
        self._proofs: dict[str, Proof] = {}

    def play(self) -> list[Proof]:
        """Play from the newsletter to the proofs; return these. Raises PermanentError or TemporaryError where the story cannot go on."""
        self._newsletter()
        confirmation = self._confirmation()
        self._reschedule(confirmation)
        self._prepare()
        self._talk_is_held()
        self._owner_answers()
        self._prove_end()
        return list(self._proofs.values())

    def _newsletter(self) -> None:
        self._screen.chapter("1 · A newsletter", self._clock())
        letters = self._send(write_newsletter(self._clock()), "newsletter")
        left_alone = not letters and self._bot.count_interviews() == 0
        self._screen.say("The bot has read it and leaves it alone: no letter to you, nothing recorded.")
        self._claim("The newsletter was left alone", left_alone, f"{len(letters)} letters")

    def _confirmation(self) -> Outgoing:
        self._clock.run_on(timedelta(minutes=20))
        now = self._clock()
        self._screen.chapter("2 · An interview is confirmed", now)
        start = _local(now + timedelta(days=1), 10)
        uid = f"{secrets.token_hex(8)}@{RECRUITER.email.partition('@')[2]}"
        mail = write_confirmation(start, decision=start + timedelta(days=8), uid=uid, now=now)
        letters = self._send(mail, "confirmation")
        self._screen.say("That is an interview. The bot has noted it and tells you what it will do.")
        self._show_all(letters)
        self._claim_time("The interview was recorded, and you were told", start, letters)
        self._uid, self._start = uid, start
        return mail

    def _reschedule(self, confirmation: Outgoing) -> None:
        self._clock.run_on(timedelta(hours=5))
        now = self._clock()
        self._screen.chapter("3 · It is moved", now)
        start = _local(self._start + timedelta(days=1), 14)
        mail = write_reschedule(start, before=self._start, uid=self._uid, answered=confirmation, now=now)
        letters = self._send(mail, "reschedule")
        self._screen.say("The plan has moved with it.")
        self._show_all(letters)
        self._claim_time("The interview was moved, and you were told", start, letters)
        self._start = start

    def _prepare(self) -> None:
        self._screen.say("The clock runs to the evening before.")
        self._clock.run_to(self._next_talk_moment())
        self._screen.chapter("4 · The evening before", self._clock())
        letters = self._settle()
        self._show_all(letters)
        prepared = [letter for letter in letters if _kind(letter) == "prepare"]
        self._claim("The evening before you were told what to ask", len(prepared) == 1, f"{len(prepared)} letters")

    def _talk_is_held(self) -> None:
        self._screen.say(f"The clock runs on, past the interview on {moment_text(self._start)}.")
        moment = self._next_talk_moment()
        self._clock.run_to(moment)
        self._screen.chapter("5 · After the interview", self._clock())
        letters = self._settle()
        self._show_all(letters)
        asked = [letter for letter in letters if _kind(letter) == "debrief"] and moment >= self._start + LENGTH
        self._claim("After the interview you were asked how it went", bool(asked), f"{len(letters)} letters")
        words = self._voice.tell()
        letters = self._tell(words) if words else self._run_to_draft()
        self._screen.say("This is the thank-you the bot would send; it asks you first.")
        self._show_all(letters)
        shown = bool(letters) and self._state() is FollowUpState.WAITING
        self._claim("You were shown the thank-you, and nothing had left", shown and self._quiet(), "no letter")
        if words == ACCOUNT:
            draft = self._case().draft
            self._claim("What you told is in it", draft is not None and TOPIC in draft.revision.body, "it is not")

    def _next_talk_moment(self) -> datetime:
        moment = self._bot.next_talk_moment()
        if moment is None:
            raise PermanentError("The demo came to no letter about the talk: the interview was not understood.")
        return moment

    def _tell(self, words: str) -> list[SeenMail]:
        """Answer how it went; where that made no draft yet, let the time pass until there is one."""
        if self._letter is None:
            raise PermanentError("The demo's bot did not ask how it went.")
        self._clock.run_on(_THINKING)
        mail = write_reply(words, self._letter, self._clock())
        self._own_words.add(mail.message_id)
        letters = self._send(mail, "reply")
        return letters if self._state() is not FollowUpState.PLANNED else [*letters, *self._run_to_draft()]

    def _run_to_draft(self) -> list[SeenMail]:
        moment = self._bot.next_moment()
        if moment is None:
            return []
        self._screen.say(f"The clock runs to {moment_text(moment)}.")
        self._clock.run_to(moment)
        return self._settle()

    def _owner_answers(self) -> None:
        self._screen.chapter("6 · Your word", self._clock())
        for _ in range(_MOST_REPLIES):
            case = self._case()
            words = self._voice.answer(case)
            if words is not None:
                self._reply(words, case)
            elif not self._let_time_pass(case):
                return
            if self._state() in _OVER:
                return

    def _reply(self, words: str, before: Case) -> None:
        if self._letter is None:
            raise PermanentError("The demo's bot wrote no letter that could be answered.")
        self._clock.run_on(_THINKING)
        mail = write_reply(words, self._letter, self._clock())
        self._own_words.add(mail.message_id)
        letters = self._send(mail, "reply")
        self._show_all(letters)
        self._tell_state(letters, before)

    def _tell_state(self, letters: list[SeenMail], before: Case) -> None:
        case = self._case()
        match case.thank_you.state:
            case FollowUpState.APPROVED:
                self._planned = self._bot.next_moment()
                when = moment_text(self._planned) if self._planned else "at once"
                self._screen.say(f"Approved. It leaves on {when}; until then “undo” holds it.")
            case _ if any(letter.parsed.get("X-Followup-Letter") == "question" for letter in letters):
                self._screen.say("It did not understand, so nothing is sent: it asks.")
                self._claim(QUESTION_CLAIM, self._quiet(), "a mail had left")
            case FollowUpState.WAITING if case.draft and before.draft and case.draft.digest != before.draft.digest:
                self._screen.say("A new version, shown again. A yes to the old one would no longer count.")
                self._claim(CHANGE_CLAIM, self._quiet(), "a mail had left")

    def _let_time_pass(self, case: Case) -> bool:
        """Run the clock to the next moment at which something happens by itself; return False when nothing would."""
        moment = self._bot.next_moment()
        if moment is None:
            self._screen.say("You leave it at that. Without your yes nothing leaves.")
            return False
        title = "7 · The planned moment" if case.thank_you.state is FollowUpState.APPROVED else "Later"
        self._clock.run_to(moment)
        self._screen.chapter(title, self._clock())
        letters = self._settle()
        if self._state() is FollowUpState.SENT:
            self._clock.run_on(_COPY_WAIT)
            letters += self._settle()
        self._show_all(letters)
        return True

    def _prove_end(self) -> None:
        case = self._case()
        self._screen.chapter("8 · What the mailboxes hold", self._clock())
        evidence = self._gather(case)
        for mail in (*evidence.all_received, *evidence.elsewhere):
            self._screen.show_mail(mail, kind="thank-you", place=place_of(mail.person, mail.mailbox))
        for mail in evidence.copies:
            self._screen.keep_mail(mail, kind="sent-copy")
        if case.thank_you.state is FollowUpState.SENT:
            self._claim(SENT_CLAIM, not self._quiet(), "nothing had left")
            self._add(prove_sent(case, evidence, thread=self._thread, planned=self._planned))
            self._prove_status_check(case)
        else:
            self._claim("The bot knows how it ended", case.thank_you.state not in _GONE_WRONG, case.thank_you.state)
            self._add(prove_unsent(evidence))

    def _prove_status_check(self, case: Case) -> None:
        check = case.status_check
        planned = check is not None and check.state is FollowUpState.PLANNED and check.send_at > self._clock()
        when = f"on {moment_text(check.draft_at)}" if check else "never"
        claim = f"If they stay silent, you will be asked {when} whether to send a status check"
        self._claim(claim, planned, check.state if check else "no status check is planned")

    def _gather(self, case: Case) -> Evidence:
        """Look into everybody's mailbox; the mail is expected with whom it was approved for, else with the interviewer."""
        meant = (
            {address.email for address in (*case.draft.revision.to, *case.draft.revision.cc)} if case.draft else set()
        )
        readers = tuple(person for person in OTHERS if person.email in meant) or (INTERVIEWER,)
        mails = {person: self._apps[person].read() for person in OTHERS}
        sent = self._apps[OWNER].read(SENT)
        return Evidence(
            readers=readers,
            received={person: mails[person] for person in readers},
            elsewhere=[mail for person in OTHERS if person not in readers for mail in mails[person]],
            copies=[mail for mail in sent if _message_id(mail) not in self._own_words],
            handovers=[mail for mail in self._servers.handovers if mail.sender == OWNER.email],
        )

    def _send(self, mail: Outgoing, kind: str) -> list[SeenMail]:
        """Let a person send a mail, show it, wait for the bot; return the letters that it wrote."""
        self._apps[mail.sender].send(mail.raw, mail.recipients, at=self._clock())
        if mail.sender != OWNER:
            self._thread.append(mail.message_id)
        came = self._apps[OWNER].read_new()
        own = [one for one in came if _message_id(one) == mail.message_id]
        for one in own:
            place = "You write, from your own mail app" if mail.sender == OWNER else place_of(OWNER, INBOX)
            self._screen.show_mail(one, kind=kind, place=place)
        return [one for one in came if one not in own] + self._settle()

    def _settle(self) -> list[SeenMail]:
        self._bot.settle()
        return self._apps[OWNER].read_new()

    def _show_all(self, letters: list[SeenMail]) -> None:
        for letter in letters:
            kind = _kind(letter)
            self._screen.show_mail(letter, kind=kind, place=place_of(OWNER, INBOX))
            if kind in _ANSWERED:
                self._letter = letter

    def _case(self) -> Case:
        case = self._bot.load_case()
        if case is None:
            raise PermanentError("The demo's bot recorded no interview.")
        return case

    def _state(self) -> FollowUpState:
        return self._case().thank_you.state

    def _quiet(self) -> bool:
        """Whether nobody but the owner has got any mail."""
        return all(mail.recipients == (OWNER.email,) for mail in self._servers.handovers if mail.sender == OWNER.email)

    def _claim(self, claim: str, holds: bool, found: str) -> None:
        """Note a proof; of several with the same claim the first that fails stays, else one."""
        known = self._proofs.get(claim)
        if known is None or known.holds:
            self._proofs[claim] = Proof(claim=claim, holds=holds, found=found)

    def _add(self, proofs: Sequence[Proof]) -> None:
        self._proofs.update((proof.claim, proof) for proof in proofs)

    def _claim_time(self, claim: str, start: datetime, letters: list[SeenMail]) -> None:
        case = self._bot.load_case()
        noted = case.interview.start if case else None
        found = f"{len(letters)} letters, {noted.isoformat() if noted else 'no time'}"
        self._claim(claim, len(letters) > 0 and noted == start and self._bot.count_interviews() == 1, found)


def _local(moment: datetime, hour: int) -> datetime:
    """Return *hour* o'clock on the owner's day of *moment*."""
    return datetime.combine(moment.astimezone(ZoneInfo(ZONE)).date(), time(hour), tzinfo=ZoneInfo(ZONE))


def _kind(letter: SeenMail) -> str:
    return str(letter.parsed.get("X-Followup-Letter", "mail"))


def _message_id(mail: SeenMail) -> str:
    return str(mail.parsed["Message-ID"]).strip("<>")
