"""Settings → objects: the only place that constructs effects and sees everything."""

from __future__ import annotations

import asyncio
import logging
import secrets
import signal
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from functools import cache
from typing import TypeVar

from bot.accounts import imap_account, smtp_account
from bot.clock import Clock, system_clock
from bot.config_files import ConfigFiles
from bot.core.delivery.types import Envelope, OutboxState, SendOutcome
from bot.core.interview.known import Known
from bot.core.letter.notice import write_test
from bot.core.letter.templates import load_templates as load_letter_templates
from bot.core.message.received import MailboxRole
from bot.daemon import Bell as AnyBell
from bot.daemon import Daemon
from bot.daemon_thread import in_daemon_thread
from bot.dictionaries import make_speller
from bot.errors import ConfigurationError, LoginRefusedError, TemporaryError
from bot.imap.folder import Folder
from bot.imap.watch import IDLE_S, Watcher, WatchEvent
from bot.lock import DataDirLock
from bot.pipeline.around_talk import next_talk_moment, write_each_talk_letter
from bot.pipeline.ask import expire_drafts, show_each_due
from bot.pipeline.deliver import Deliverer
from bot.pipeline.digest import write_digest_due
from bot.pipeline.drafts_mailbox import DraftsKeeper
from bot.pipeline.first_start import begin_first_start, forget_offers, look_back
from bot.pipeline.notes import write_each_note
from bot.pipeline.nudge import nudge_each_due
from bot.pipeline.ports import Sender
from bot.pipeline.post import new_context, post_letter
from bot.pipeline.receive import Receiver
from bot.pipeline.setup import Setup
from bot.pipeline.understand import understand_mails
from bot.pipeline.watching import note_watch_event
from bot.policy import load_policy, load_profile
from bot.public_holidays import make_holidays
from bot.sandbox import parse_guarded
from bot.scheduler.bell import Bell
from bot.sent_mailbox import SentMailbox, SentWatcher
from bot.settings import Settings
from bot.smtp.account import verify_login
from bot.smtp.send import send
from bot.storage.database import Database, database_exists
from bot.words import has_own_words, load_command_cues, load_cues, load_draft_templates

_log = logging.getLogger(__name__)
_T = TypeVar("_T")
_CUT_GRACE_S = 2.0
"""How long a send that is cut short still waits for the answer to its final dot."""


class Pipeline:
    """The flow as the daemon drives it, and as the terminal uses it."""

    def __init__(
        self,
        database: Database,
        setup: Setup,
        deliverer: Deliverer,
        *,
        mailboxes: Sequence[str],
        drafts: DraftsKeeper | None = None,
        clock: Clock = system_clock,
    ) -> None:
        """*mailboxes*: those into which mail from others comes; *drafts*: where drafts shall lie in the owner's Drafts too."""
        self._database = database
        self._setup = setup
        self._deliverer = deliverer
        self._mailboxes = mailboxes
        self._drafts = drafts
        self._clock = clock

    def understand(self) -> bool:
        """Read what is new, and at the first start what came before it; return whether there was anything."""
        now = self._clock()
        read = understand_mails(self._database, self._setup, now) > 0
        return look_back(self._database, self._setup, self._mailboxes, now) or read

    def ask(self) -> None:
        """Write the letters around talks, show the drafts whose time has come, remind of those that wait, propose texts to copy,
        give up the unanswered; last, put the drafts into the owner's Drafts, where he wants them there."""
        write_each_talk_letter(self._database, self._setup, self._clock())
        show_each_due(self._database, self._setup, self._clock())
        nudge_each_due(self._database, self._setup, self._clock())
        write_each_note(self._database, self._setup, self._clock())
        write_digest_due(self._database, self._setup, self._clock())
        with self._database.transaction() as work:
            expire_drafts(work, self._setup, self._clock())
            forget_offers(work, self._clock())
        if self._drafts:
            self._drafts.keep()

    async def deliver(self) -> None:
        """Send what is due."""
        await self._deliverer.deliver_due()

    def stop_delivering(self) -> None:
        """Claim nothing more; the send in hand goes on."""
        self._deliverer.stopping = True

    def next_due(self) -> datetime | None:
        """Return when the next mail, draft or letter around a talk is due."""
        with self._database.transaction() as work:
            talk = next_talk_moment(work, self._setup, self._clock())
        return min(filter(None, (talk, self._deliverer.next_due())), default=None)


def open_database(settings: Settings) -> Database:
    """Open the store and bring its schema up to date; its directory is made with mode 0700."""
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    database = Database(settings.database_url)
    database.migrate()
    return database


def load_known(settings: Settings) -> Known | None:
    """Return what the record holds without changing, or making, anything; None where there is no store."""
    if not database_exists(settings.database_url):
        return None
    database = Database(settings.database_url, read_only=True)
    try:
        with database.transaction() as work:
            return work.load_known()
    finally:
        database.close()


def make_setup(settings: Settings, database: Database) -> Setup:
    """Read configuration, templates and words; every problem of any of them is reported at once."""
    files = ConfigFiles(settings.config_dir)
    problems: list[str] = []
    policy = _collect(problems, lambda: load_policy(files))
    profile = _collect(problems, lambda: load_profile(files))
    read_cues = cache(lambda: load_cues(files))
    if has_own_words(files):
        _collect(problems, read_cues)
    holidays = _collect(problems, lambda: make_holidays(policy.cadence.quiet.holidays)) if policy else None
    read_command_cues = cache(lambda: load_command_cues(files))
    if files.has_own("cues/commands"):
        _collect(problems, read_command_cues)
    drafts = _collect(problems, lambda: load_draft_templates(files))
    letters = _collect(problems, lambda: load_letter_templates(files.texts("letters")))
    if not (policy and profile and holidays and drafts and letters) or problems:
        raise ConfigurationError(problems)
    instance, key = _load_identity(database)
    return Setup(
        owner=settings.owner,
        letters_to=settings.letters_to,
        authserv_id=settings.authserv_id,
        cadence=policy.cadence,
        approval=policy.approval,
        limits=policy.limits,
        letters=policy.letters,
        profile=profile,
        read_cues=read_cues,
        read_command_cues=read_command_cues,
        draft_templates=drafts,
        letter_templates=letters,
        instance=instance,
        key=key,
        random=secrets.token_bytes,
        parse=parse_guarded,
        holidays=holidays,
        spell=make_speller(),
        network=policy.network,
    )


def run(settings: Settings) -> None:
    """Run the daemon until it is told to end. Raises what stops it at the start: a second instance, a wrong set-up, a refused login."""
    # Whoever holds the lock may be rung (SIGUSR1), also before and after the loop listens; unheard, a ring must not end the process.
    signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    with DataDirLock(settings.data_dir):
        database = open_database(settings)
        try:
            _run(settings, database)
        finally:
            database.close()


def _run(settings: Settings, database: Database) -> None:
    setup = make_setup(settings, database)
    setup.read_cues(), setup.read_command_cues()  # not only when the first mail waits for them
    sent = SentMailbox(imap_account(settings), settings.sent_mailbox, watched=settings.mailboxes)
    _check_logins(settings, sent)
    daemon = build_daemon(settings, database, setup, sent)
    asyncio.run(daemon.run())


def build_daemon(
    settings: Settings,
    database: Database,
    setup: Setup,
    sent: SentMailbox,
    *,
    clock: Clock = system_clock,
    make_bell: Callable[[Callable[[], None], int], AnyBell] | None = None,
    idle_s: float = IDLE_S,
) -> Daemon:
    """Return the daemon with all its parts, ready to run; what a crash left half done is taken up first.

    *make_bell*: (ring, tick_s) → a bell whose moments are those of *clock*; *idle_s*: longest wait for a push before a search.
    """
    deliverer = Deliverer(database, setup, sender=make_sender(settings), sent=sent, clock=clock)
    deliverer.recover()
    account = imap_account(settings)  # once, at the start: a command for the password may fail later, in a thread
    folder = Folder(account, settings.drafts_mailbox) if settings.drafts_mailbox else None
    drafts = DraftsKeeper(database, setup, folder, clock=clock) if folder else None
    pipeline = Pipeline(database, setup, deliverer, mailboxes=settings.mailboxes, drafts=drafts, clock=clock)
    with database.transaction() as work:
        begin_first_start(work, settings.mailboxes)
    watchers: list[Watcher | SentWatcher] = []
    daemon = Daemon(pipeline, watchers, make_bell=make_bell or _ring_by_system_clock)

    def on_event(mailbox: str, event: WatchEvent, text: str) -> None:
        _log.info("watch_%s mailbox=%s", event, mailbox)
        with database.transaction() as work:
            note_watch_event(work, setup, mailbox, event.value, text, now=clock())
        daemon.ring()

    def watcher(mailbox: str, role: MailboxRole) -> Watcher:
        sink = Receiver(database, role, clock=clock, ring=daemon.ring)
        return Watcher(account=account, mailbox=mailbox, sink=sink, on_event=on_event, cycle_s=idle_s)

    watchers += [watcher(mailbox, MailboxRole.INBOX) for mailbox in settings.mailboxes]
    watchers.append(SentWatcher(sent, make=lambda mailbox: watcher(mailbox, MailboxRole.SENT)))
    return daemon


def _ring_by_system_clock(ring: Callable[[], None], tick_s: int) -> Bell:
    return Bell(ring, tick_s=tick_s)


def _check_logins(settings: Settings, sent: SentMailbox) -> None:
    """A wrong password ends the start; a server that is down does not: it is tried again."""
    try:
        name = sent.find_name()
        if name.casefold() == (settings.drafts_mailbox or "").casefold():
            raise ConfigurationError(
                [f"BOT_DRAFTS_MAILBOX={name} is the Sent mailbox; name the one for drafts, or remove it."]
            )
    except LoginRefusedError:
        raise
    except TemporaryError as exc:
        _log.warning("imap_not_reached error=%s", exc)
    try:
        asyncio.run(verify_login(smtp_account(settings)))
    except LoginRefusedError:
        raise
    except TemporaryError as exc:
        _log.warning("smtp_not_reached error=%s", exc)


def make_sender(settings: Settings) -> Sender:
    """Return what hands one mail to the owner's server."""

    async def hand_over(envelope: Envelope, raw: bytes, *, before_data: Callable[[], Awaitable[bool]]) -> SendOutcome:
        account = await in_daemon_thread(lambda: smtp_account(settings))
        return await send(account, envelope, raw, before_data=before_data, cancel_grace_s=_CUT_GRACE_S)

    return hand_over


def send_test_letter(settings: Settings) -> None:
    """Send the owner a test letter right away; raises what goes wrong."""
    database = open_database(settings)
    try:
        setup = make_setup(settings, database)
        now = system_clock()
        context = new_context(setup, now)
        with database.transaction() as work:
            if not post_letter(work, setup, context, write_test(context), key=f"test:{context.token}"):
                raise ConfigurationError(["policy.toml switches notices off (letters.notice); a test letter is one."])
            item = work.find_outbox([f"{context.token}@{setup.domain}"])
        assert item is not None  # noqa: S101  just queued
        sent = SentMailbox(imap_account(settings), settings.sent_mailbox)
        deliverer = Deliverer(database, setup, sender=make_sender(settings), sent=sent, clock=system_clock)
        asyncio.run(deliverer.deliver_one(item.id))
        with database.transaction() as work:
            item = work.load_outbox_item(item.id)
    finally:
        database.close()
    if item.state is not OutboxState.SENT:
        said = f" The server said: {item.reply}" if item.reply else ""
        raise TemporaryError(f"The test letter has not left yet; a running bot goes on trying.{said}")


def _collect(problems: list[str], load: Callable[[], _T]) -> _T | None:
    try:
        return load()
    except ConfigurationError as exc:
        problems += exc.problems
        return None


def _load_identity(database: Database) -> tuple[str, bytes]:
    """Return this installation's id and the key of its marks, made at the first start."""
    with database.transaction() as work:
        instance, key = work.load_fact("instance"), work.load_fact("mark_key")
        if instance is None or key is None:
            instance, key = secrets.token_hex(8), secrets.token_hex(32)
            work.save_fact("instance", instance)
            work.save_fact("mark_key", key)
    return instance, bytes.fromhex(key)
