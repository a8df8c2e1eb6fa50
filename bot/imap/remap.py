"""After a change of UIDVALIDITY: find the place again by the mails themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from imapclient import IMAPClient

from bot.imap.connection import translated
from bot.imap.fetch import fetch_identities, in_chunks
from bot.imap.selected import Selected
from bot.imap.sink import MailSink

WINDOW = 1000
"""Newest mails looked at, at most."""
ENOUGH = 0.8
"""Share of mails between the oldest and the newest known one that must be known (mbsync's rule)."""


FEW = 20
"""So many mails may have come while nobody watched without being a surprise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One mail of the mailbox as it is numbered now; ``known``: it was stored under its old number."""

    uid: int
    known: bool
    internal_date: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """``new``: UIDs not handled yet, ascending. ``recognised``: 0 to 1; below `ENOUGH` nobody can tell what is new."""

    new: tuple[int, ...]
    recognised: float


def read_recognition(seen: Sequence[Seen]) -> Recognition:
    """Decide from *seen*, the newest mails in any order.

    New is what is unknown and lies above the oldest known mail, or came after the newest known one: a server that lost its index
    may give the next arrival number 1. The rest was there before the first start and is left alone.
    """
    known = [mail for mail in seen if mail.known]
    if not known:
        return Recognition(new=(), recognised=0.0 if seen else 1.0)
    lowest, highest = min(mail.uid for mail in known), max(mail.uid for mail in known)
    newest = max(mail.internal_date for mail in known)
    unknown = [mail for mail in seen if not mail.known]
    between = [mail for mail in unknown if lowest < mail.uid < highest and mail.internal_date < newest]
    late = [mail for mail in unknown if mail.uid < highest and mail.internal_date >= newest]
    above = [mail for mail in unknown if mail.uid > highest]
    new = sorted(mail.uid for mail in (*between, *late, *above))
    return Recognition(new=tuple(new), recognised=len(known) / (len(known) + len(between) + max(0, len(late) - FEW)))


def recognise(client: IMAPClient, sink: MailSink, mailbox: str, selected: Selected) -> Recognition:
    """Compare the newest mails of the opened *mailbox*, by number and by date, with those stored, by the digest of their headers."""
    if selected.exists == 0:
        return read_recognition(())
    with translated(f"reading {mailbox}"):
        uids = sorted(client.search(f"{max(1, selected.exists - WINDOW + 1)}:*".encode()), reverse=True)
        seen = list(_look_at(client, sink, mailbox, uids))
        known_dates = [mail.internal_date for mail in seen if mail.known]
        if known_dates:
            looked_at = {mail.uid for mail in seen}
            late = client.search(["SINCE", (max(known_dates) - timedelta(days=1)).date()])
            rest = sorted(set(late) - looked_at)[-WINDOW:]
            seen += _look_at(client, sink, mailbox, rest, to_the_end=True)
    return read_recognition(seen)


def _look_at(
    client: IMAPClient, sink: MailSink, mailbox: str, uids: Sequence[int], *, to_the_end: bool = False
) -> Iterator[Seen]:
    """Stops below the oldest known mail, where nothing is known any more, unless *to_the_end*."""
    met = False
    for chunk in in_chunks(uids):
        identities = fetch_identities(client, chunk)
        known = sink.known_headers([digest for digest, _ in identities.values()], mailbox)
        for uid, (digest, date) in identities.items():
            yield Seen(uid=uid, known=digest in known, internal_date=date)
        if met and not known and not to_the_end:
            return
        met = met or bool(known)
