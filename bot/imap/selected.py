"""A mailbox opened read-only, and what is new in it."""

from __future__ import annotations

import imaplib
from dataclasses import dataclass
from datetime import datetime

from imapclient import IMAPClient

from bot.errors import OperatorError, TemporaryError
from bot.imap.connection import translated
from bot.imap.mailboxes import mailbox_exists


class MailboxMissingError(OperatorError):
    """The mailbox does not exist (any more)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """``exists``: mails in it. ``uid_next``: the next UID to be given out, None where the server does not tell.

    ``last_uid``: no mail there now has a higher one; 0 for an empty mailbox.
    """

    uidvalidity: int
    exists: int
    uid_next: int | None
    last_uid: int


def select(client: IMAPClient, mailbox: str) -> Selected:
    """Open *mailbox* with EXAMINE, so that nothing can be changed.

    Raises MailboxMissingError, or TemporaryError; the latter also without UIDVALIDITY, for then no mail could be recognised again.
    """
    with translated(f"opening {mailbox}"):
        try:
            answer = client.select_folder(mailbox, readonly=True)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error as exc:
            if mailbox_exists(client, mailbox):
                raise
            raise MailboxMissingError(f"The mailbox {mailbox} does not exist. Check its name, or make it.") from exc
        heard_of_new_mail(client)  # SELECT's own EXISTS is no news
        if not isinstance(answer.get(b"UIDVALIDITY"), int):
            raise TemporaryError(f"opening {mailbox}: the server gave no UIDVALIDITY")
        uid_next = answer.get(b"UIDNEXT")
        known = isinstance(uid_next, int)
        return Selected(
            uidvalidity=answer[b"UIDVALIDITY"],
            exists=answer[b"EXISTS"],
            uid_next=uid_next if known else None,
            last_uid=uid_next - 1 if known else max(client.search(b"UID *"), default=0),
        )


def search_after(client: IMAPClient, uid: int) -> list[int]:
    """Return the UIDs above *uid*, ascending. (``n:*`` always names the last mail too, so the answer is filtered.)"""
    with translated("searching for new mail"):
        return sorted({found for found in client.search(f"UID {uid + 1}:*".encode()) if found > uid})


def search_since(client: IMAPClient, since: datetime) -> list[int]:
    """Return the UIDs of the mails that came on the day of *since* or later by the server's clock (RFC 9051 §6.4.4), ascending."""
    with translated("searching for earlier mail"):
        return sorted(client.search(["SINCE", since.date()]))


def heard_of_new_mail(client: IMAPClient) -> bool:
    """Tell, once, whether an EXISTS came along with the answer to some command.

    Such a mail is not in the SEARCH result it travelled with, and IDLE will not announce it again.
    """
    _, news = client._imap.response("EXISTS")
    return any(item is not None for item in news)
