"""The mailbox of sent mail: does a copy lie there, and if not, file one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from imapclient import IMAPClient

from bot.errors import PermanentError
from bot.imap.account import ImapAccount, connect
from bot.imap.connection import close, time_limit, translated

_OWN_ID = re.compile(r"<?([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,120}@[A-Za-z0-9.-]{1,120})>?")
_NEWEST = 50
_ID_FIELD = "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]"


class SentFolder:
    """*mailbox* of *account*; each call makes a connection of its own and ends within *limit_s* seconds of being connected."""

    def __init__(self, account: ImapAccount, mailbox: str, *, limit_s: float = 60) -> None:
        self._account = account
        self._mailbox = mailbox
        self._limit_s = limit_s

    def find(self, message_id: str) -> bool:
        """Tell whether a mail with *message_id* (one we generated, with or without brackets) lies in the mailbox.

        Raises TemporaryError, OperatorError, or PermanentError for an id that is not of our making.
        """
        match = _OWN_ID.fullmatch(message_id)
        if match is None:
            raise PermanentError("only Message-IDs of our own making are searched for")
        wanted = match.group(1)
        with self._connected(f"searching {self._mailbox}") as client:
            selected = client.select_folder(self._mailbox, readonly=True)
            # The text went through the check above: it holds nothing that could end the quoted string.
            found = client.search(f'HEADER Message-ID "<{wanted}>"'.encode())
            return _holds(client, found[-_NEWEST:], wanted) or _newest_hold(client, int(selected[b"EXISTS"]), wanted)

    def append(self, raw: bytes, when: datetime) -> None:
        r"""File *raw* as read (\Seen), with *when* (aware) as its date. Raises TemporaryError or OperatorError."""
        with self._connected(f"filing a copy in {self._mailbox}") as client:
            client.append(self._mailbox, raw, flags=(b"\\Seen",), msg_time=when)

    @contextmanager
    def _connected(self, doing: str) -> Iterator[IMAPClient]:
        client = connect(self._account)
        try:
            with translated(doing), time_limit(client, self._limit_s):
                yield client
        finally:
            close(client)


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
