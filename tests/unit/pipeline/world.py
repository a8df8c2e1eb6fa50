"""A small world for the flow: a real store in a file, a clock that stands still, a server and a Sent mailbox that do as they are told."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import event

from bot.config_files import ConfigFiles
from bot.core.approval.decide import decide_command
from bot.core.approval.types import ApprovalRule, LetterRecord, Origin
from bot.core.delivery.types import Envelope, Limits, OutboxItem, OutboxState, SendOutcome, SendResult
from bot.core.draft.templates import DraftTemplates
from bot.core.draft.types import Profile
from bot.core.followup.types import Cadence, DebriefRule, FollowUp, FollowUpKind
from bot.core.interview.types import Interview, InterviewStatus, ThreadHead
from bot.core.letter.templates import LetterTemplates
from bot.core.letter.templates import load_templates as load_letter_templates
from bot.core.letter.types import LetterRule
from bot.core.message.parse import parse_message
from bot.core.message.received import Checkpoint, FetchedMail, MailboxRole
from bot.core.message.types import Message, Owner
from bot.core.reading.company.cues import Cues
from bot.core.reading.owner.cues import CommandCues
from bot.core.reading.types import Action, LetterKind, OwnerReading, Person
from bot.errors import LoginRefusedError, TemporaryError
from bot.pipeline.answer import load_drafts
from bot.pipeline.ask import show_due_drafts
from bot.pipeline.command import carry_out
from bot.pipeline.deliver import Deliverer
from bot.pipeline.order import Done, Order
from bot.pipeline.plan import replan
from bot.pipeline.ports import Store, Work
from bot.pipeline.receive import Receiver
from bot.pipeline.setup import Setup
from bot.pipeline.tell import tell_done
from bot.pipeline.understand import understand_mails
from bot.storage.database import Database, sqlite_url
from bot.storage.journal import JournalEntry
from bot.storage.transaction import Transaction
from bot.words import load_command_cues, load_draft_templates
from tests.corpus.labels import load_cues

NOW = datetime(2027, 5, 13, 12, 0, tzinfo=UTC)
"""A Thursday, 14:00 in Berlin: the interview ended three hours ago."""
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
OWNER = Owner(name="Maya Okafor", email="maya@home.example", tz="Europe/Berlin")
JANE = Person(name="Jane Roe", email="jane@acme.example")
BOB = Person(name="Bob Ray", email="bob@acme.example")
INTERVIEW = Interview(
    status=InterviewStatus.EXPECTED,
    company="Acme",
    role="Data Analyst",
    start=NOW - 4 * HOUR,
    end=NOW - 3 * HOUR,
    tz="Europe/Berlin",
    interviewers=(JANE,),
    addressed_to="maya@home.example",
    head=ThreadHead(message_id="a1@acme.example", references=("a0@acme.example",), subject="Your interview"),
)


class PowerCut(BaseException):
    """The program ends here, as by kill -9: nothing below catches it."""


class Act(Enum):
    """What the server does to the next mail to somebody else."""

    ACCEPT = "accept"
    DEFER = "defer"  # no connection, or 4xx to MAIL or RCPT
    REFUSE = "refuse"  # 5xx to RCPT
    DEFER_DATA = "defer_data"  # 4xx to the final dot: not taken
    REFUSE_DATA = "refuse_data"  # 5xx to the final dot: not taken
    LOSE_TAKEN = "lose_taken"  # taken, and the answer was lost
    LOSE = "lose"  # the connection broke after DATA, nothing was taken
    RAISE = "raise"  # the sender breaks before DATA
    RAISE_TAKEN = "raise_taken"  # the sender breaks after the server took it
    LIE_TAKEN = "lie_taken"  # the sender says that it withdrew what the server took
    LOGIN = "login"  # the password is refused
    CUT = "cut"  # power cut while connecting
    CUT_DATA = "cut_data"  # power cut after DATA began, nothing was taken
    CUT_TAKEN = "cut_taken"  # power cut after the server took it


ACCEPTED = SendOutcome(result=SendResult.ACCEPTED, code=250, text="queued")
_BEFORE_DATA: dict[Act, SendOutcome | BaseException] = {
    Act.DEFER: SendOutcome(result=SendResult.DEFERRED, code=450, text="later"),
    Act.REFUSE: SendOutcome(result=SendResult.REFUSED, code=550, text="no such user"),
    Act.RAISE: RuntimeError("broken"),
    Act.LOGIN: LoginRefusedError("The server refused the password."),
    Act.CUT: PowerCut(),
}
_AFTER_DATA: dict[Act, tuple[bool, SendOutcome | BaseException]] = {
    Act.ACCEPT: (True, ACCEPTED),
    Act.DEFER_DATA: (False, SendOutcome(result=SendResult.DEFERRED, code=451, text="later")),
    Act.REFUSE_DATA: (False, SendOutcome(result=SendResult.REFUSED, code=554, text="spam")),
    Act.LOSE_TAKEN: (True, SendOutcome(result=SendResult.UNKNOWN, text="no answer")),
    Act.LOSE: (False, SendOutcome(result=SendResult.UNKNOWN, text="broken off")),
    Act.LIE_TAKEN: (True, SendOutcome(result=SendResult.WITHDRAWN)),
    Act.RAISE_TAKEN: (True, RuntimeError("broken")),
    Act.CUT_DATA: (False, PowerCut()),
    Act.CUT_TAKEN: (True, PowerCut()),
}


@dataclass
class FakeServer:
    """A `Sender`: each mail to others is met by the next act of the script (then ACCEPT), each letter to the owner by one of its own."""

    script: list[Act] = field(default_factory=list)
    letter_script: list[Act] = field(default_factory=list)
    taken: list[tuple[Envelope, bytes]] = field(default_factory=list)
    while_connecting: Callable[[], None] = lambda: None
    during_data: Callable[[], None] = lambda: None
    offered: int = 0
    risked: int = 0
    """How often the bytes of a mail to others went out and the server did not clearly say no."""

    async def __call__(
        self, envelope: Envelope, raw: bytes, *, before_data: Callable[[], Awaitable[bool]]
    ) -> SendOutcome:
        to_owner = envelope.recipients == (OWNER.email,)
        script = self.letter_script if to_owner else self.script
        act = script.pop(0) if script else Act.ACCEPT
        if not to_owner:
            self.offered += 1
            await asyncio.to_thread(self.while_connecting)
        if act in _BEFORE_DATA:
            return _end(_BEFORE_DATA[act])
        if not await before_data():
            return SendOutcome(result=SendResult.WITHDRAWN)
        taken, end = _AFTER_DATA[act]
        self.risked += not to_owner and act not in (Act.DEFER_DATA, Act.REFUSE_DATA)
        if taken:
            self.taken.append((envelope, raw))
        if not to_owner:
            await asyncio.to_thread(self.during_data)
        return _end(end)

    def to(self, address: str) -> list[Message]:
        """Return the mails that lie in that mailbox."""
        return [parse_message(raw) for envelope, raw in self.taken if address in envelope.recipients]


def _end(end: SendOutcome | BaseException) -> SendOutcome:
    if isinstance(end, BaseException):
        raise end
    return end


@dataclass
class FakeSent:
    """A `SentFolder`: what lies there, and whether it can be reached."""

    raws: list[bytes] = field(default_factory=list)
    down: bool = False
    append_breaks_after: bool = False

    def find(self, message_id: str) -> bool:
        self._reach()
        return any(parse_message(raw).message_id == message_id for raw in self.raws)

    def append(self, raw: bytes, when: datetime) -> None:
        self._reach()
        self.raws.append(raw)
        if self.append_breaks_after:
            raise TemporaryError("The answer was lost.")

    def _reach(self) -> None:
        if self.down:
            raise TemporaryError("The server cannot be reached.")


@dataclass
class CuttingStore:
    """A `Store` that lets the power fail at the *at*-th transaction: before it is committed, or right after."""

    database: Database
    at: int
    before_commit: bool
    seen: int = 0

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        self.seen += 1
        cut = self.seen == self.at
        with self.database.transaction() as work:
            yield work
            if cut and self.before_commit:
                raise PowerCut
        if cut:
            raise PowerCut


@dataclass
class StoppableStore:
    """A `Store` that cannot be used while it is down, as on a full disk."""

    database: Database
    down: bool = False

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        if self.down:
            raise TemporaryError("The disk is full.")
        with self.database.transaction() as work:
            yield work


@cache
def _words() -> tuple[Cues, CommandCues, DraftTemplates, LetterTemplates]:
    files = ConfigFiles(None)
    return (
        load_cues(),
        load_command_cues(files),
        load_draft_templates(files),
        load_letter_templates(files.texts("letters")),
    )


def a_setup(**changes: object) -> Setup:
    """Return the shipped rules and words for Maya; chance counts up from 1."""
    cues, command_cues, drafts, letters = _words()
    numbers = count(1)
    plain = Setup(
        owner=OWNER,
        letters_to=OWNER.email,
        authserv_id="mx.home.example",
        cadence=Cadence(debrief=DebriefRule(enabled=False)),
        approval=ApprovalRule(),
        limits=Limits(letters_per_hour=1000, sends_per_day=1000),
        letters=LetterRule(),
        profile=Profile(),
        read_cues=lambda: cues,
        read_command_cues=lambda: command_cues,
        draft_templates=drafts,
        letter_templates=letters,
        instance="c0ffee",
        key=bytes(32),
        random=lambda n: next(numbers).to_bytes(n, "big"),
        parse=parse_message,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def _in_a_hurry(connection: Any, _record: object) -> None:
    """What a power cut does to a disk is the store's own contract; here it would only cost time."""
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA journal_mode=MEMORY")


class World:
    """Everything the flow needs, and short ways to look at what became of it."""

    def __init__(self, path: Path, empty: Path, **changes: object) -> None:
        shutil.copy(empty, path)
        self.path = path
        self.database = Database(sqlite_url(path))
        event.listen(self.database._engine, "connect", _in_a_hurry)
        self.now = NOW
        self.setup = a_setup(**changes)
        self.server = FakeServer()
        self.sent = FakeSent()
        self.allowed: list[str] = []
        """The text of every mail that the owner has ordered to be sent, once for each order."""
        self.deliverer = self.new_deliverer()
        self._uids = count(1)

    # The flow.

    def new_deliverer(self, store: Store | None = None) -> Deliverer:
        """Return a deliverer as a fresh start of the program has it."""
        return Deliverer(store or self.database, self.setup, sender=self.server, sent=self.sent, clock=lambda: self.now)

    def deliver(self, *, times: int = 1) -> None:
        """Send what is due."""
        for _ in range(times):
            asyncio.run(self.deliverer.deliver_due())

    def restart(self) -> None:
        """Begin anew after a crash."""
        self.deliverer = self.new_deliverer()
        self.deliverer.recover()

    def wait(self, span: timedelta) -> None:
        """Let time pass, and do what is due then."""
        self.now += span
        self.deliver(times=2)

    @contextmanager
    def work(self) -> Iterator[Work]:
        """One transaction."""
        with self.database.transaction() as work:
            yield work

    def add_interview(self, interview: Interview = INTERVIEW) -> Interview:
        """Record an interview and plan its follow-ups."""
        with self.work() as work:
            stored = work.add_interview(interview)
            replan(work, self.setup, stored, self.now)
        return stored

    def show(self) -> LetterRecord:
        """Show the drafts that are due; return the last approval letter."""
        with self.work() as work:
            show_due_drafts(work, self.setup, self.now)
        return self.letters(LetterKind.APPROVAL)[-1]

    def tell(self, reading: OwnerReading | Action, letter: LetterRecord | None) -> Done:
        """Carry out a proven command of the owner's."""
        reading = reading if isinstance(reading, OwnerReading) else OwnerReading(action=reading)
        with self.work() as work:
            current = work.load_letter(letter.id) if letter else None
            drafts = load_drafts(work, current)
            intents = decide_command(reading=reading, letter=current, drafts=drafts, now=self.now)
            order = Order(letter=current, reading=reading, now=self.now)
            done = carry_out(work, self.setup, order, intents)
            tell_done(work, self.setup, order, done, origin=Origin.TERMINAL, key=f"told:{next(self._uids)}")
        self.allowed += [draft.revision.body for draft in (*done.approved, *done.ordered, *done.resent)]
        return done

    def receive(self, raw: str | bytes, role: MailboxRole = MailboxRole.INBOX) -> None:
        """Take a mail from a mailbox, and understand it."""
        self.fetch(raw, role)
        self.understand()

    def fetch(self, raw: str | bytes, role: MailboxRole = MailboxRole.INBOX) -> None:
        """Take a mail from a mailbox, no more."""
        uid = next(self._uids)
        raw = raw.replace("\n", "\r\n").encode() if isinstance(raw, str) else raw
        mail = FetchedMail(
            mailbox=role.value,
            uidvalidity=1,
            uid=uid,
            internal_date=self.now,
            size=len(raw),
            raw=raw,
            header_sha256=str(uid),
        )
        receiver = Receiver(self.database, role, clock=lambda: self.now, ring=lambda: None)
        receiver.store_batch([mail], Checkpoint(mailbox=role.value, uidvalidity=1, uid=uid))

    def understand(self) -> int:
        """Read what is new or due again."""
        return understand_mails(self.database, self.setup, self.now)

    # Looking.

    def letters(self, *kinds: LetterKind) -> list[LetterRecord]:
        """Return the letters that were written, oldest first."""
        with self.work() as work:
            found: list[LetterRecord] = []
            while letter := work.load_letter(len(found) + 1):
                found.append(letter)
        return [letter for letter in found if not kinds or letter.kind in kinds]

    def follow_up(self, kind: FollowUpKind = FollowUpKind.THANK_YOU, person: str | None = None) -> FollowUp:
        """Return the (first) follow-up of a kind."""
        with self.work() as work:
            found = work.load_follow_ups()
        return next(one for one in found if one.kind is kind and person in (None, one.person))

    def outbox(self) -> OutboxItem:
        """Return the thank-you's mail in the outbox."""
        with self.work() as work:
            item = work.load_outbox(follow_up_id=self.follow_up().id)
        assert item is not None
        return item

    def outbox_state(self) -> OutboxState | None:
        """Return where the thank-you's mail stands, or None where there is none."""
        with self.work() as work:
            item = work.load_outbox(follow_up_id=self.follow_up().id)
        return item.state if item else None

    def journal(self) -> list[JournalEntry]:
        """Return every decision, oldest first."""
        with self.database.transaction() as work:
            return list(reversed(work.load_journal(limit=10_000)))

    def events(self) -> list[str]:
        """Return the names of the decisions, oldest first."""
        return [entry.event for entry in self.journal()]

    def dump(self) -> list[str]:
        """Return every row of the database as text."""
        with closing(sqlite3.connect(self.path)) as connection:
            return list(connection.iterdump())

    @property
    def at_jane(self) -> list[Message]:
        """What lies in the interviewer's mailbox."""
        return self.server.to("jane@acme.example")

    def letter_mail(self, letter: LetterRecord) -> Message:
        """Return a letter as it waits in the outbox or lies in the owner's mailbox."""
        with self.database.transaction() as work:
            due = work.load_due_mails(now=self.now + 30 * DAY, limit=100)
        waiting = [parse_message(item.raw or b"") for item in due if item.letter_id == letter.id]
        delivered = [mail for mail in self.server.to(OWNER.email) if mail.subject == letter.subject]
        return (waiting or delivered)[-1]
