"""A sink in memory, and a watcher in a thread that is stopped at the end of the test."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.message.received import Checkpoint, FetchedMail
from bot.imap.account import ImapAccount
from bot.imap.watch import Watcher, WatchEvent
from tests.mailserver.server import LIMIT_S, wait_for

QUICK = (0.01, 0.05)
"""Back-off for tests, seconds."""
NEVER = 3600.0
"""Seconds: longer than any test waits. What comes all the same was brought by an event, not by the end of a pause."""


@dataclass
class MemorySink:
    """Rows unique by (mailbox, UIDVALIDITY, UID), as a store has them."""

    rows: dict[tuple[str, int, int], FetchedMail] = field(default_factory=dict)
    checkpoints: dict[str, Checkpoint] = field(default_factory=dict)
    batches: list[int] = field(default_factory=list)
    resets: list[float] = field(default_factory=list)
    failures: int = 0
    since: datetime | None = None
    """From when on earlier mail is wanted."""
    old: dict[int, FetchedMail] = field(default_factory=dict)

    def load_checkpoint(self, mailbox: str) -> Checkpoint | None:
        return self.checkpoints.get(mailbox)

    def store_batch(self, mails: Sequence[FetchedMail], checkpoint: Checkpoint) -> None:
        if mails and self.failures:
            self.failures -= 1
            raise RuntimeError("disk full")
        self.batches.append(len(mails))
        rows = dict(self.rows)
        for mail in mails:
            key = (mail.mailbox, mail.uidvalidity, mail.uid)
            assert key not in rows, f"{key} came twice"
            rows[key] = mail
        # The mails last, and all at once: a test that has waited for them sees the checkpoint too.
        self.checkpoints[checkpoint.mailbox] = checkpoint
        self.rows = rows

    def wanted_since(self, mailbox: str) -> datetime | None:
        return self.since

    def store_old(self, mails: Sequence[FetchedMail]) -> None:
        if self.failures:
            self.failures -= 1
            raise RuntimeError("disk full")
        self.old |= {mail.uid: mail for mail in mails}

    def known_headers(self, header_sha256s: Sequence[str], mailbox: str) -> set[str]:
        known = {row.header_sha256 for row in self.rows.values() if row.mailbox == mailbox}
        return known & set(header_sha256s)

    def mailbox_reset(self, checkpoint: Checkpoint, recognised: float) -> None:
        self.resets.append(recognised)
        self.checkpoints[checkpoint.mailbox] = checkpoint

    @property
    def uids(self) -> list[int]:
        return [uid for _, _, uid in self.rows]

    @property
    def subjects(self) -> list[str]:
        lines = (line for mail in self.rows.values() for line in mail.raw.split(b"\r\n\r\n")[0].split(b"\r\n"))
        return [line[9:].decode() for line in lines if line.startswith(b"Subject: ")]


@dataclass
class Watching:
    """What a test looks at while the watcher runs."""

    watcher: Watcher
    sink: MemorySink
    events: list[tuple[WatchEvent, str]]
    thread: threading.Thread

    def told(self, event: WatchEvent, times: int = 1) -> str:
        """Wait until *event* was reported *times*; return its text."""
        wait_for(lambda: [kind for kind, _ in self.events].count(event) >= times)
        return [text for kind, text in self.events if kind is event][times - 1]

    def until(self, subjects: Sequence[str]) -> None:
        """Wait until exactly these mails were brought."""
        wait_for(lambda: self.sink.subjects == list(subjects))


@contextmanager
def watching(
    account: ImapAccount, sink: MemorySink | None = None, mailbox: str = "INBOX", **options: object
) -> Iterator[Watching]:
    """A running `Watcher`, every pause of which but the back-off is endless unless *options* say otherwise; it has to end when told to."""
    sink = sink if sink is not None else MemorySink()
    events: list[tuple[WatchEvent, str]] = []
    options = {"backoff_s": QUICK, "cycle_s": NEVER, "poll_s": NEVER, "login_retry_s": NEVER, **options}
    watcher = Watcher(
        account=account,
        mailbox=mailbox,
        sink=sink,
        on_event=lambda box, event, text: events.append((event, text)),
        **options,  # type: ignore[arg-type]
    )
    thread = threading.Thread(target=watcher.run, daemon=True)
    thread.start()
    try:
        yield Watching(watcher, sink, events, thread)
    finally:
        watcher.stop()
        thread.join(LIMIT_S)
        assert not thread.is_alive(), "run() did not return after stop()"
