"""Watch one mailbox for ever: bounded cycles, each ending in a search, whatever was pushed or not."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from enum import StrEnum
from threading import Lock
from time import monotonic

from imapclient import IMAPClient

from bot.core.message.received import Checkpoint, FetchedMail
from bot.errors import BotError, LoginRefusedError, OperatorError
from bot.imap.account import ImapAccount, connect
from bot.imap.backoff import Backoff
from bot.imap.connection import READ_TIMEOUT_S, break_off, close, describe, translated
from bot.imap.fetch import CHUNK, fetch_mails, in_chunks, unfetchable
from bot.imap.idle import IdleRefusedError, Wake, start_idle, wait_for_push
from bot.imap.remap import ENOUGH, recognise
from bot.imap.selected import MailboxMissingError, Selected, heard_of_new_mail, search_after, search_since, select
from bot.imap.sink import MailSink

__all__ = ["MailSink", "WatchEvent", "Watcher"]

_log = logging.getLogger(__name__)

IDLE_S = 120.0
"""Longest wait for a push before a search, in seconds."""
GIVE_UP_AFTER = 8
"""Failures in a row, minutes apart in the end, before one mail is given up and the rest goes on."""
MOST_OLD = 2000
"""Mails of one mailbox that the first start looks at, the latest ones."""
_LOOKS_BACK = 3
_HELD_S = 60.0
"""A connection that lived this long was a good one: the next failure waits shortly again."""
_SEARCHES_IN_A_ROW = 20


class WatchEvent(StrEnum):
    """What happened to the watching; reported when it changes, not at each attempt."""

    CONNECTED = "connected"  # logged in and caught up
    LOST = "lost"  # the connection failed; tried again with back-off
    LOGIN_REFUSED = "login_refused"  # wrong name or password; tried again slowly
    MAILBOX_MISSING = "mailbox_missing"  # no mailbox of that name; tried again with back-off
    SETUP_WRONG = "setup_wrong"  # certificate or encryption; tried again with back-off
    STORE_FAILED = "store_failed"  # the mails could not be stored; nothing is lost, fetched again later
    MAILBOX_RESET = "mailbox_reset"  # numbered anew beyond recognition; goes on from now
    MAIL_GIVEN_UP = "mail_given_up"  # the server never delivers one mail; stored as a stand-in


class _StoreFailedError(Exception):
    """The sink raised."""


class Watcher:
    """Brings every new mail of *mailbox* to *sink*, once, in order. `run` is the body of one thread.

    The first start begins at now, after a look at as much earlier mail as the sink wants.

    ``on_event(mailbox, event, text)`` is called from that thread; *text* is a sentence without content of any mail. ``cycle_s``:
    longest IDLE; ``poll_s``: pause where the server has no IDLE; ``session_s``: life of a connection; ``login_retry_s``: pause after a
    refused log-in; ``backoff_s``: shortest and longest pause after another failure; ``read_timeout_s``: longest wait for an answer.
    A dead connection is noticed after ``cycle_s + read_timeout_s`` at the latest.
    """

    def __init__(
        self,
        *,
        account: ImapAccount,
        mailbox: str,
        sink: MailSink,
        on_event: Callable[[str, WatchEvent, str], None],
        cycle_s: float = IDLE_S,
        poll_s: float = 30,
        session_s: float = 1500,
        login_retry_s: float = 900,
        backoff_s: tuple[float, float] = (1, 300),
        read_timeout_s: float = READ_TIMEOUT_S,
    ) -> None:
        self._account = account
        self._mailbox = mailbox
        self._sink = sink
        self._on_event = on_event
        self._cycle_s = cycle_s
        self._poll_s = poll_s
        self._session_s = session_s
        self._login_retry_s = login_retry_s
        self._read_timeout_s = read_timeout_s
        self._backoff = Backoff(first_s=backoff_s[0], most_s=backoff_s[1])
        self._wake = Wake()
        self._lock = Lock()
        self._socket: socket.socket | None = None
        self._told: WatchEvent | None = None
        self._idle_refused = False
        self._stuck = 0
        self._looks_back = 0
        self.last_alive_at = monotonic()
        """`time.monotonic` of the last answer to a search: proof that the server was there."""

    def run(self) -> None:
        """Watch until `stop`; nothing else ends it."""
        try:
            while not self._wake.rung:
                self._wake.wait(self._attempt())
        finally:
            self._wake.close()

    def stop(self) -> None:
        """End `run`, from any thread. Returns at once; a batch that is being stored is finished (a TCP connect may take its 15 s)."""
        self._wake.ring()
        with self._lock:
            if self._socket is not None:
                break_off(self._socket)

    def _attempt(self) -> float:
        """Hold one connection as long as it lasts; return the seconds to wait before the next."""
        began = monotonic()
        try:
            self._session()
        except Exception as exc:  # noqa: BLE001 - one item of a worker loop; whatever it is, the answer is to connect anew
            if self._wake.rung:
                return 0
            if monotonic() - began > _HELD_S:
                self._backoff.reset()
            self._tell(*_diagnosis(exc))
            return self._login_retry_s if isinstance(exc, LoginRefusedError) else self._backoff.next()
        return 0

    def _session(self) -> None:
        client = connect(self._account, on_socket=self._hold, read_timeout_s=self._read_timeout_s)
        ended_well = False
        try:
            position = self._find_position(client, select(client, self._mailbox))
            until = monotonic() + self._session_s
            while not self._wake.rung and monotonic() < until:
                position = self._collect(client, position)
                self._tell(WatchEvent.CONNECTED, f"{self._mailbox} is being watched")
                self._wait_for_mail(client, until)
            ended_well = not self._wake.rung
        finally:
            self._let_go()
            close(client, politely=ended_well)

    def _hold(self, sock: socket.socket) -> None:
        with self._lock:
            self._socket = sock
            if self._wake.rung:
                break_off(sock)

    def _let_go(self) -> None:
        with self._lock:
            self._socket = None

    def _find_position(self, client: IMAPClient, selected: Selected) -> Checkpoint:
        with self._storing():
            saved = self._sink.load_checkpoint(self._mailbox)
        here = Checkpoint(mailbox=self._mailbox, uidvalidity=selected.uidvalidity, uid=selected.last_uid)
        if saved is None:
            if self._look_back(client, here):
                self._store([], here)
            return here
        went_back = selected.uid_next is not None and selected.uid_next <= saved.uid
        if saved.uidvalidity == selected.uidvalidity and not went_back:
            return saved
        return self._find_again(client, selected, saved, here)

    def _look_back(self, client: IMAPClient, here: Checkpoint) -> bool:
        """Bring what the first start wants of the mail that is there already; False if the watching ended meanwhile.

        Until the checkpoint is stored all of it can be repeated. Where it fails again and again, the start goes on without it.
        """
        with self._storing():
            since = self._sink.wanted_since(self._mailbox)
        if since is None or self._looks_back >= _LOOKS_BACK:
            return True
        self._looks_back += 1
        uids = [uid for uid in search_since(client, since) if uid <= here.uid][-MOST_OLD:]
        for chunk in in_chunks(uids):
            if self._wake.rung:
                return False
            mails = fetch_mails(client, self._mailbox, here.uidvalidity, chunk)
            with self._storing():
                self._sink.store_old(mails)
        return True

    def _find_again(self, client: IMAPClient, selected: Selected, saved: Checkpoint, here: Checkpoint) -> Checkpoint:
        """The server numbered its mails anew. Until all that is new is stored the old checkpoint stands, so that this can be repeated."""
        found = recognise(client, self._sink, self._mailbox, selected)
        if found.recognised < ENOUGH:
            with self._storing():
                self._sink.mailbox_reset(here, found.recognised)
            self._tell(
                WatchEvent.MAILBOX_RESET, f"{self._mailbox}: {found.recognised:.0%} of its mails were recognised"
            )
            return here
        for start in range(0, len(found.new), CHUNK):
            self._store(fetch_mails(client, self._mailbox, here.uidvalidity, found.new[start : start + CHUNK]), saved)
        here = replace(here, uid=max((here.uid, *found.new)))
        self._store([], here)
        return here

    def _collect(self, client: IMAPClient, position: Checkpoint) -> Checkpoint:
        """Store whatever lies above *position*; return the new one."""
        for _ in range(_SEARCHES_IN_A_ROW):
            uids = search_after(client, position.uid)
            self.last_alive_at = monotonic()
            while uids and not self._wake.rung:
                size = 1 if self._stuck else CHUNK
                position = self._take(client, position, uids[:size])
                uids = uids[size:]
            if self._wake.rung or not heard_of_new_mail(client):
                break
        return position

    def _take(self, client: IMAPClient, position: Checkpoint, uids: Sequence[int]) -> Checkpoint:
        """Store first, then move on; a mail that fails again and again is replaced by a stand-in."""
        if self._stuck >= GIVE_UP_AFTER:
            mails = [unfetchable(self._mailbox, position.uidvalidity, uid) for uid in uids]
            self._tell(
                WatchEvent.MAIL_GIVEN_UP, f"{self._mailbox}: the server does not deliver the mail with UID {uids[0]}"
            )
        else:
            self._stuck += 1
            mails = fetch_mails(client, self._mailbox, position.uidvalidity, uids)
        self._stuck = 0
        position = replace(position, uid=uids[-1])
        self._store(mails, position)
        return position

    def _wait_for_mail(self, client: IMAPClient, until: float) -> None:
        left = max(until - monotonic(), 0)
        with translated(f"watching {self._mailbox}"):
            if self._idle_refused or not client.has_capability("IDLE"):
                if not self._wake.wait(min(self._poll_s, left)):
                    client.noop()
                return
            try:
                start_idle(client)
            except IdleRefusedError:
                self._idle_refused = True
                return
            if not heard_of_new_mail(client):
                wait_for_push(client, self._wake, min(self._cycle_s, left))
            if not self._wake.rung:
                client.idle_done()

    def _store(self, mails: Sequence[FetchedMail], checkpoint: Checkpoint) -> None:
        with self._storing():
            self._sink.store_batch(mails, checkpoint)

    @contextmanager
    def _storing(self) -> Iterator[None]:
        try:
            yield
        except Exception as exc:
            raise _StoreFailedError from exc

    def _tell(self, event: WatchEvent, text: str) -> None:
        if event is self._told:
            return
        self._told = event
        with suppress(Exception):
            self._on_event(self._mailbox, event, text)


def _diagnosis(error: Exception) -> tuple[WatchEvent, str]:
    match error:
        case LoginRefusedError():
            return WatchEvent.LOGIN_REFUSED, str(error)
        case MailboxMissingError():
            return WatchEvent.MAILBOX_MISSING, str(error)
        case OperatorError():
            return WatchEvent.SETUP_WRONG, str(error)
        case _StoreFailedError():
            return WatchEvent.STORE_FAILED, f"storing mails failed: {type(error.__cause__).__name__}"
        case _:
            return WatchEvent.LOST, str(error)[:300] if isinstance(error, BotError) else describe(error)
