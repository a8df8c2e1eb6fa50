"""The real daemon with all its parts, in a thread, on the demo's servers; and what its store says."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.accounts import imap_account
from bot.core.approval.types import CurrentDraft
from bot.core.followup.hours import always_open, first_moment
from bot.core.followup.types import FollowUp, FollowUpKind, FollowUpState
from bot.core.interview.types import Interview
from bot.core.message.types import Owner
from bot.daemon import Daemon
from bot.demo.clock import StoryBell, StoryClock
from bot.demo.people import OWNER, ZONE
from bot.demo.servers import HOST, INBOX, SENT, MailServers
from bot.errors import TemporaryError
from bot.net import Security
from bot.password import Password
from bot.pipeline.around_talk import next_talk_moment
from bot.pipeline.ask import APPROVABLE
from bot.pipeline.draft import load_current
from bot.pipeline.pause import paused_until
from bot.sent_mailbox import SentMailbox
from bot.settings import ServerSettings, Settings
from bot.storage.database import Database, sqlite_url
from bot.storage.transaction import Transaction
from bot.wiring import build_daemon, make_setup, open_database

_STEP_LIMIT_S = 20.0
_LOOK_EVERY_S = 0.1
"""Each look locks the database for a moment; the bot needs it too."""
_IDLE_S = 1.0
"""pymap pushes what comes during IDLE, not what came right before it: the next search finds that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """How the story's interview and its thank-you stand. ``draft`` None before the first; ``letter_text``: the letter that last showed it.

    ``approved_digest``: what the owner's last yes was bound to, or ``""``.
    """

    interview: Interview
    thank_you: FollowUp
    status_check: FollowUp | None
    draft: CurrentDraft | None
    letter_text: str
    approved_digest: str


class RunningBot:
    """``followup-bot run`` for the owner of the story, between `start` and `stop`."""

    def __init__(self, servers: MailServers, clock: StoryClock, directory: Path) -> None:
        self._servers = servers
        self._clock = clock
        self._settings = make_settings(servers, directory)
        self._database: Database | None = None
        self._daemon: Daemon | None = None
        self._bell: StoryBell | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._run, name="demo-daemon", daemon=True)
        self._ended = threading.Event()

    @property
    def database(self) -> Database:
        """The store, after `start`."""
        assert self._database is not None  # noqa: S101  for the type
        return self._database

    def start(self) -> None:
        """Start the daemon and wait until it watches both mailboxes."""
        settings = self._settings
        self._database = open_database(settings)
        setup = make_setup(settings, self._database)
        # The story takes some days; on which of the week it plays must not change it.
        self._setup = setup = replace(setup, letters=replace(setup.letters, digest=False))
        sent = SentMailbox(imap_account(settings), settings.sent_mailbox)
        self._daemon = build_daemon(
            settings,
            self._database,
            setup,
            sent,
            clock=self._clock,
            make_bell=self._make_bell,
            idle_s=_IDLE_S,
        )
        self._thread.start()
        self.settle()

    def stop(self) -> None:
        """End the daemon in order. Never raises."""
        loop, daemon = self._loop, self._daemon
        if loop is not None and daemon is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended by itself
                loop.call_soon_threadsafe(daemon.stop)
            self._thread.join(_STEP_LIMIT_S)
        if self._database is not None:
            self._database.close()

    def settle(self) -> None:
        """Wait until everything is done that can be done now; raises TemporaryError after 20 s."""
        deadline = time.monotonic() + _STEP_LIMIT_S
        while not self._is_done(deadline - time.monotonic()):
            if time.monotonic() > deadline or self._ended.is_set():
                raise TemporaryError(
                    f"The demo's bot was not done within {_STEP_LIMIT_S:.0f} s ({self._waits_for()}). "
                    "Try again when the machine is less busy."
                )
            time.sleep(_LOOK_EVERY_S)

    def _is_done(self, left_s: float) -> bool:
        """Whether nothing is left to do, before and after a whole round of the daemon."""
        if self._bell is None or self._waits_for():
            return False
        return self._bell.wait_for_round(max(left_s, 0)) and not self._waits_for()

    def load_case(self) -> Case | None:
        """Return how the story's one interview stands, or None before it is known."""
        with self.database.transaction() as work:
            interviews = work.load_interviews()
            return _load_case(work, interviews[0]) if interviews else None

    def count_interviews(self) -> int:
        """Return how many interviews are recorded."""
        with self.database.transaction() as work:
            return len(work.load_interviews())

    def next_moment(self) -> datetime | None:
        """Return when the thank-you goes on by itself: it leaves, or is asked about again; None when it waits for the owner."""
        case = self.load_case()
        if case is None:
            return None
        thank_you = case.thank_you
        with self.database.transaction() as work:
            until = paused_until(work, self._clock())
            item = work.load_outbox(follow_up_id=thank_you.id)
        if thank_you.state is FollowUpState.PLANNED:
            drafted = max(filter(None, (thank_you.draft_at, thank_you.snoozed_until, until)))
            hours = self._setup.letters.hours  # a draft that is made at night is shown in the morning
            return first_moment(hours, after=drafted, tz=self._setup.owner.tz, closed=always_open)
        if thank_you.state is FollowUpState.APPROVED and item is not None:
            return max(filter(None, (item.due_at, until)))
        return thank_you.snoozed_until if thank_you.state is FollowUpState.WAITING else None

    def next_talk_moment(self) -> datetime | None:
        """Return when the next letter around the talk is due, None where none is to come."""
        with self.database.transaction() as work:
            return next_talk_moment(work, self._setup, self._clock())

    def _make_bell(self, ring: Callable[[], None], tick_s: int) -> StoryBell:
        self._bell = StoryBell(self._clock, ring, tick_s=tick_s)
        return self._bell

    def _run(self) -> None:
        assert self._daemon is not None  # noqa: S101  for the type
        try:
            asyncio.run(self._run_daemon(self._daemon))
        finally:
            self._ended.set()

    async def _run_daemon(self, daemon: Daemon) -> None:
        self._loop = asyncio.get_running_loop()
        await daemon.run()

    def _waits_for(self) -> str:
        """Return what is not done yet, in a word, or ``""``."""
        if self._ended.is_set():
            return "it has ended"
        now = self._clock()
        with self.database.transaction() as work:
            for mailbox in (INBOX, SENT):
                point = work.load_checkpoint(mailbox)
                if point is None or point.uid < self._servers.last_uid(OWNER, mailbox):
                    return f"a mail in {mailbox} is not fetched"
            if work.load_open_mails(now=now):
                return "a mail is not read"
            if work.load_drafts_due(now=now) and not paused_until(work, now):
                return "a draft is not shown"
            if work.load_due_mails(now=now) or work.load_interrupted():
                return "a mail is not sent"
            return "a copy is not filed" if work.load_copies_due(now=now) else ""


def make_settings(servers: MailServers, directory: Path) -> Settings:
    """Return the settings of the owner's bot, as ``.env`` would give them. Clear text: the servers are on the loopback."""

    def server(port: int) -> ServerSettings:
        password = Password(lambda: servers.password)
        return ServerSettings(host=HOST, port=port, security=Security.NONE, user=OWNER.email, password=password)

    return Settings(
        owner=Owner(name=OWNER.name, email=OWNER.email, tz=ZONE),
        letters_to=OWNER.email,
        imap=server(servers.imap_port),
        smtp=server(servers.smtp_port),
        ca_file=None,
        mailboxes=(INBOX,),
        sent_mailbox=SENT,
        drafts_mailbox=None,
        authserv_id=None,
        data_dir=directory / "data",
        database_url=sqlite_url(directory / "data" / "followup-bot.db"),
        config_dir=directory / "config",
        log_level="warning",
        log_format="text",
        env_file=None,
    )


def _load_case(work: Transaction, interview: Interview) -> Case | None:
    follow_ups = work.load_follow_ups(interview_id=interview.id)
    thank_yous = [one for one in follow_ups if one.kind is FollowUpKind.THANK_YOU]
    live = [one for one in thank_yous if one.state is not FollowUpState.CANCELLED]
    thank_you = next(iter(live or thank_yous[-1:]), None)
    if thank_you is None:
        return None
    letter = work.load_last_letter(thank_you.id, APPROVABLE)
    item = work.load_outbox(follow_up_id=thank_you.id)
    return Case(
        interview=interview,
        thank_you=thank_you,
        status_check=next((one for one in follow_ups if one.kind is FollowUpKind.STATUS_CHECK), None),
        draft=load_current(work, thank_you),
        letter_text=letter.text if letter else "",
        approved_digest=item.digest if item else "",
    )
