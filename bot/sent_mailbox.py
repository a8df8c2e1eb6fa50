"""The owner's Sent mailbox: found when the server can be reached, watched, searched, and added to."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from bot.errors import BotError, ConfigurationError, LoginRefusedError
from bot.imap.account import ImapAccount, connect
from bot.imap.backoff import Backoff
from bot.imap.connection import close, translated
from bot.imap.folder import Folder
from bot.imap.mailboxes import find_sent_mailbox

_log = logging.getLogger(__name__)


class SentMailbox:
    """The Sent mailbox, by the name that the settings or the server's own mark give it (RFC 6154)."""

    def __init__(self, account: ImapAccount, configured: str | None, *, watched: Sequence[str] = ()) -> None:
        """*watched*: the mailboxes into which mail from others comes; none of them can be Sent."""
        self._account = account
        self._configured = configured
        self._watched = {"inbox", *(name.casefold() for name in watched)}
        self._folder: Folder | None = None
        self._name: str | None = None
        self._lock = threading.Lock()

    def find_name(self) -> str:
        """Return its name; raises ConfigurationError where there is none, TemporaryError or LoginRefusedError like `connect`."""
        with self._lock:
            if self._name is None:
                self._name = self._look()
            return self._name

    def find(self, message_id: str) -> bool:
        """Return whether a mail with this Message-ID of ours lies there."""
        return self._open().find(message_id)

    def append(self, raw: bytes, when: datetime) -> None:
        """Put a copy there, marked as seen."""
        self._open().append(raw, when)

    def _open(self) -> Folder:
        name = self.find_name()
        if self._folder is None:
            self._folder = Folder(self._account, name)
        return self._folder

    def _look(self) -> str:
        client = connect(self._account)
        try:
            with translated("looking for the Sent mailbox"):
                name = find_sent_mailbox(client, self._configured)
        finally:
            close(client)
        if name is None:
            raise ConfigurationError(
                ["No Sent mailbox was found: set BOT_SENT_MAILBOX to its name, as your mail app shows it."]
            )
        if name.casefold() in self._watched:
            raise ConfigurationError(
                [f"{name} is the Sent mailbox, whose copies prove that a reply is yours: take it out of BOT_MAILBOXES."]
            )
        return name


class Watcher(Protocol):
    """One watched mailbox; `run` is the body of a thread."""

    def run(self) -> None: ...
    def stop(self) -> None: ...


LOGIN_RETRY_S = 900.0
"""Pause after a refused log-in: a login storm locks accounts."""


def pause_after(error: BotError, backoff: Backoff) -> float:
    """Return the seconds to wait before the next look for the mailbox."""
    return LOGIN_RETRY_S if isinstance(error, LoginRefusedError) else backoff.next()


class SentWatcher:
    """Watches Sent as soon as its name is known: at the first start the server may be out of reach."""

    def __init__(self, sent: SentMailbox, make: Callable[[str], Watcher]) -> None:
        self._sent = sent
        self._make = make
        self._stopped = threading.Event()
        self._watcher: Watcher | None = None
        self._lock = threading.Lock()

    def run(self) -> None:
        """Watch until `stop`."""
        backoff = Backoff(first_s=1, most_s=300)
        while not self._stopped.is_set():
            try:
                name = self._sent.find_name()
            except BotError as exc:
                _log.info("sent_not_found error=%s", type(exc).__name__)
                self._stopped.wait(pause_after(exc, backoff))
                continue
            with self._lock:
                self._watcher = None if self._stopped.is_set() else self._make(name)
            if self._watcher is not None:
                self._watcher.run()

    def stop(self) -> None:
        """End soon; from another thread."""
        self._stopped.set()
        with self._lock:
            if self._watcher is not None:
                self._watcher.stop()
