"""Fetch mails without side effects (PEEK) and without bulk: a big mail loses its attachments on the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256

from imapclient import IMAPClient
from imapclient.exceptions import ProtocolError

from bot.core.message.received import FetchedMail
from bot.errors import UnparsableError
from bot.imap.connection import translated
from bot.imap.structure import parse_structure, rebuild, wanted_sections

CHUNK = 50
"""UIDs per FETCH."""
WHOLE_LIMIT = 128 * 1024
"""Bytes: a mail shorter than this is fetched whole."""
HEADER_LIMIT = 64 * 1024
PART_LIMIT = 256 * 1024

_HEADER = f"BODY.PEEK[HEADER]<0.{HEADER_LIMIT}>"
_FIRST_LOOK = ("FLAGS", "RFC822.SIZE", "INTERNALDATE", _HEADER, f"BODY.PEEK[]<0.{WHOLE_LIMIT}>")
_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)

Answer = dict[bytes, object]


def fetch_mails(client: IMAPClient, mailbox: str, uidvalidity: int, uids: Sequence[int]) -> list[FetchedMail]:
    """Return the mails *uids* of the selected *mailbox*, in that order; mails that are gone meanwhile are left out, and so are drafts
    (RFC 9051 §2.3.2): what the owner has begun to write is not yet his word, wherever his mail program keeps it.

    Nothing is marked as read. Raises TemporaryError where the server does not answer as it should.
    """
    mails: list[FetchedMail] = []
    with translated(f"fetching from {mailbox}"):
        for chunk in in_chunks(uids):
            answers = client.fetch(chunk, _FIRST_LOOK)
            for uid in chunk:
                if (
                    uid in answers
                    and not _is_draft(answers[uid])
                    and (mail := _mail(client, mailbox, uidvalidity, uid, answers.pop(uid)))
                ):
                    mails.append(mail)
    return mails


def fetch_identities(client: IMAPClient, uids: Sequence[int]) -> dict[int, tuple[str, datetime]]:
    """Return {uid: (header_sha256, internal date)} for those of *uids* (at most 50) that exist in the selected mailbox."""
    with translated("fetching headers"):
        answers = client.fetch(uids, ["INTERNALDATE", _HEADER])
        return {
            uid: (_digest(_bytes(answers[uid], "BODY[HEADER]")), _date(answers[uid])) for uid in uids if uid in answers
        }


def in_chunks(uids: Sequence[int], size: int = CHUNK) -> Iterator[Sequence[int]]:
    """Yield *uids* in runs of at most *size*."""
    return (uids[start : start + size] for start in range(0, len(uids), size))


def unfetchable(mailbox: str, uidvalidity: int, uid: int) -> FetchedMail:
    """Return the stand-in for a mail that the server fails to deliver again and again."""
    return FetchedMail(
        mailbox=mailbox,
        uidvalidity=uidvalidity,
        uid=uid,
        internal_date=_NO_DATE,
        size=0,
        raw=b"",
        header_sha256=_digest(f"{mailbox}/{uidvalidity}/{uid}".encode()),
        problem="the server could not deliver this mail",
    )


def _mail(client: IMAPClient, mailbox: str, uidvalidity: int, uid: int, answer: Answer) -> FetchedMail | None:
    header = _bytes(answer, "BODY[HEADER]")
    raw: bytes | None = _bytes(answer, "BODY[]")
    problem = None
    if len(raw or b"") >= WHOLE_LIMIT:
        raw, problem = _big_mail(client, uid, header)
    if raw is None:
        return None
    size = answer[b"RFC822.SIZE"]
    return FetchedMail(
        mailbox=mailbox,
        uidvalidity=uidvalidity,
        uid=uid,
        internal_date=_date(answer),
        size=size if isinstance(size, int) else len(raw),
        raw=raw,
        header_sha256=_digest(header),
        problem=problem,
    )


def _is_draft(answer: Answer) -> bool:
    flags = answer.get(b"FLAGS")
    return isinstance(flags, tuple) and any(isinstance(flag, bytes) and flag.lower() == b"\\draft" for flag in flags)


def _big_mail(client: IMAPClient, uid: int, header: bytes) -> tuple[bytes | None, str | None]:
    """Return (a mail of the readable parts, why not more); (None, None) for a mail that is gone."""
    if len(header) >= HEADER_LIMIT:
        return header, f"the header is longer than {HEADER_LIMIT} bytes"
    try:
        answer = client.fetch([uid], ["BODYSTRUCTURE"]).get(uid)
        if answer is None:
            return None, None
        root = parse_structure(answer[b"BODYSTRUCTURE"])
    except UnparsableError as exc:
        return header, str(exc)
    except (ProtocolError, RecursionError, IndexError, TypeError, UnboundLocalError):
        # Raised by the library's reader, after the answer was read to its end: the connection is sound.
        return header, "the server's BODYSTRUCTURE cannot be read"
    contents = _contents(client, uid, wanted_sections(root))
    return (None, None) if contents is None else (rebuild(header, root, contents), None)


def _contents(client: IMAPClient, uid: int, sections: Sequence[str]) -> dict[str, bytes] | None:
    """Return {section: its first 256 kB, still encoded}; None for a mail that is gone."""
    if not sections:
        return {}
    contents: dict[str, bytes] = {}
    for chunk in (sections[start : start + 4] for start in range(0, len(sections), 4)):
        answer = client.fetch([uid], [f"BODY.PEEK[{section}]<0.{PART_LIMIT}>" for section in chunk]).get(uid)
        if answer is None:
            return None
        contents |= {section: _bytes(answer, f"BODY[{section}]") for section in chunk}
    return contents


def _bytes(answer: Answer, key: str) -> bytes:
    """Return the literal under *key*; partial ones carry their offset. Raises KeyError where the server left it out."""
    name = key.encode().upper()
    value = answer[name + b"<0>"] if name + b"<0>" in answer else answer[name]
    return value if isinstance(value, bytes) else b""


def _date(answer: Answer) -> datetime:
    value = answer.get(b"INTERNALDATE")
    return value if isinstance(value, datetime) else _NO_DATE


def _digest(header: bytes) -> str:
    return sha256(header).hexdigest()
