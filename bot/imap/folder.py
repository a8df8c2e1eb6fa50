"""A mailbox into which the owner's own mails are filed: does one lie there, file it, take it out again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from imapclient import IMAPClient

from bot.errors import PermanentError
from bot.imap.account import ImapAccount, connect
from bot.imap.connection import close, time_limit, translated

_OWN_ID = re.compile(r"<?([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,120}@[A-Za-z0-9.-]{1,120})>?")
_NEWEST = 50
_MOST_REMOVED = 5
_MOST_BYTES = 500_000
_ID_FIELD = "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]"


class Folder:
    """*mailbox* of *account*; each call makes a connection of its own and ends within *limit_s* seconds of being connected."""

    def __init__(self, account: ImapAccount, mailbox: str, *, limit_s: float = 60) -> None:
        self._account = account
        self._mailbox = mailbox
        self._limit_s = limit_s

    def find(self, message_id: str) -> bool:
        """Tell whether a mail with *message_id* (one we generated, with or without brackets) lies in the mailbox.

        Raises TemporaryError, OperatorError, or PermanentError for an id that is not of our making.
        """
        wanted = _own_id(message_id)
        with self._connected(f"searching {self._mailbox}") as client:
            selected = client.select_folder(self._mailbox, readonly=True)
            # The text went through the check above: it holds nothing that could end the quoted string.
            found = client.search(f'HEADER Message-ID "<{wanted}>"'.encode())
            return _holds(client, found[-_NEWEST:], wanted) or _newest_hold(client, int(selected[b"EXISTS"]), wanted)

    def append(self, raw: bytes, when: datetime, *, draft: bool = False) -> None:
        r"""File *raw* as read (\Seen), and as a *draft* (\Draft), with *when* (aware) as its date.

        Raises TemporaryError or OperatorError.
        """
        flags = (b"\\Seen", b"\\Draft") if draft else (b"\\Seen",)
        with self._connected(f"filing a copy in {self._mailbox}") as client:
            client.append(self._mailbox, raw, flags=flags, msg_time=when)

    def remove(self, message_id: str, is_ours: Callable[[bytes], bool]) -> bool:
        """Take out the mails with *message_id* (one we generated) that *is_ours* knows by their bytes; return whether any was.

        Nothing else is ever expunged: where the server cannot expunge by UID (RFC 4315), they are only marked as deleted.
        Raises like `find`.
        """
        wanted = _own_id(message_id)
        with self._connected(f"removing a draft from {self._mailbox}") as client:
            client.select_folder(self._mailbox)
            found = client.search(f'HEADER Message-ID "<{wanted}>"'.encode())[-_MOST_REMOVED:]
            ours = [uid for uid in found if is_ours(_raw(client, uid))]
            if ours:
                client.delete_messages(ours, silent=True)
                if client.has_capability("UIDPLUS"):
                    client.uid_expunge(ours)
            return bool(ours)

    @contextmanager
    def _connected(self, doing: str) -> Iterator[IMAPClient]:
        client = connect(self._account)
        try:
            with translated(doing), time_limit(client, self._limit_s):
                yield client
        finally:
            close(client)


def _own_id(message_id: str) -> str:
    """Return the id without brackets; whatever could end a quoted string in a command is refused."""
    match = _OWN_ID.fullmatch(message_id)
    if match is None:
        raise PermanentError("only Message-IDs of our own making are searched for")
    return match.group(1)


def _raw(client: IMAPClient, uid: int) -> bytes:
    """Return a mail, ``b""`` where it is larger than any draft of ours."""
    answer = client.fetch([uid], ["RFC822.SIZE"]).get(uid, {})
    if int(answer.get(b"RFC822.SIZE", 0)) > _MOST_BYTES:
        return b""
    return bytes(client.fetch([uid], ["BODY.PEEK[]"]).get(uid, {}).get(b"BODY[]") or b"")


def _newest_hold(client: IMAPClient, exists: int, wanted: str) -> bool:
    """Some servers' header search lags behind, or is none: look at the newest mails themselves."""
    if exists == 0:
        return False
    newest = client.search(f"{max(1, exists - _NEWEST + 1)}:*".encode())
    return _holds(client, newest, wanted)


def _holds(client: IMAPClient, uids: Sequence[int], wanted: str) -> bool:
    """Compare the field itself: header search matches parts of it."""
    answers = client.fetch(uids, [_ID_FIELD])
    fields = (
        value for answer in answers.values() for key, value in answer.items() if key.startswith(b"BODY[HEADER.FIELDS")
    )
    return any(_id_of(field) == wanted for field in fields if isinstance(field, bytes))


def _id_of(field: bytes) -> str:
    """The id in a fetched Message-ID field, without brackets."""
    return field.decode("ascii", "replace").partition(":")[2].strip().removeprefix("<").removesuffix(">")
