"""After a change of UIDVALIDITY: find the place again by the mails themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from imapclient import IMAPClient

from bot.imap.connection import translated
from bot.imap.fetch import fetch_header_hashes, in_chunks
from bot.imap.selected import Selected
from bot.imap.sink import MailSink

WINDOW = 1000
"""Newest mails looked at, at most."""
ENOUGH = 0.8
"""Share of mails between the oldest and the newest known one that must be known (mbsync's rule)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """``new``: UIDs not handled yet, ascending. ``recognised``: 0 to 1; below `ENOUGH` nobody can tell what is new."""

    new: tuple[int, ...]
    recognised: float


def read_recognition(seen: Sequence[tuple[int, bool]]) -> Recognition:
    """Decide from *seen*, (UID, known) of the newest mails in any order.

    What lies below the oldest known mail was there before the first start and is left alone; everything else unknown is new.
    """
    known = [uid for uid, is_known in seen if is_known]
    if not known:
        return Recognition(new=(), recognised=0.0 if seen else 1.0)
    span = [uid for uid, _ in seen if min(known) <= uid <= max(known)]
    new = sorted(uid for uid, is_known in seen if not is_known and uid > min(known))
    return Recognition(new=tuple(new), recognised=len(known) / len(span))


def recognise(client: IMAPClient, sink: MailSink, mailbox: str, selected: Selected) -> Recognition:
    """Compare the newest mails of the opened *mailbox* with those stored, by the digest of their headers."""
    if selected.exists == 0:
        return read_recognition(())
    with translated(f"reading {mailbox}"):
        uids = sorted(client.search(f"{max(1, selected.exists - WINDOW + 1)}:*".encode()), reverse=True)
    seen: list[tuple[int, bool]] = []
    for chunk in in_chunks(uids):
        hashes = fetch_header_hashes(client, chunk)
        known = sink.known_headers(list(hashes.values()), mailbox)
        seen += [(uid, digest in known) for uid, digest in hashes.items()]
        if not known and any(is_known for _, is_known in seen):
            break  # below the oldest known one: what was there before the first start
    return read_recognition(seen)
