"""Which mailboxes there are, and which of them holds what was sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from imapclient import IMAPClient

from bot.imap.connection import translated

_SENT_NAMES = (
    "sent",
    "sent items",
    "sent messages",
    "sent mail",
    "gesendet",
    "gesendete elemente",
    "gesendete objekte",
    "gesendete nachrichten",
    "envoyés",
    "éléments envoyés",
    "messages envoyés",
    "enviados",
    "elementos enviados",
    "itens enviados",
    "mensajes enviados",
    "mensagens enviadas",
    "correo enviado",
    "verzonden",
    "verzonden items",
    "verzonden berichten",
    "inviati",
    "inviata",
    "posta inviata",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxInfo:
    """One line of LIST. ``name``: decoded; ``flags``: lower case, with their backslash; ``delimiter``: of the hierarchy, or ``""``."""

    name: str
    flags: frozenset[str]
    delimiter: str

    @property
    def selectable(self) -> bool:
        return not self.flags & {"\\noselect", "\\nonexistent"}

    @property
    def last_name(self) -> str:
        return self.name.rsplit(self.delimiter, 1)[-1] if self.delimiter else self.name


def list_mailboxes(client: IMAPClient) -> list[MailboxInfo]:
    """Return every mailbox of the account. Raises TemporaryError."""
    with translated("listing the mailboxes"):
        return [
            MailboxInfo(
                name=str(name),
                flags=frozenset(flag.decode("ascii", "replace").lower() for flag in flags if isinstance(flag, bytes)),
                delimiter=delimiter.decode("ascii", "replace") if isinstance(delimiter, bytes) else "",
            )
            for flags, delimiter, name in client.list_folders()
        ]


def find_sent_mailbox(client: IMAPClient, configured: str | None = None) -> str | None:
    """Return the mailbox of sent mail: *configured* if it exists, else by SPECIAL-USE (RFC 6154), else by its usual names.

    None where there is none, or *configured* does not exist. Raises TemporaryError.
    """
    return _find(list_mailboxes(client), configured, "\\sent", _SENT_NAMES)


def mailbox_exists(client: IMAPClient, name: str) -> bool:
    """Tell whether *name* can be opened. Raises TemporaryError."""
    return _named(list_mailboxes(client), name) is not None


def _named(mailboxes: Iterable[MailboxInfo], name: str) -> str | None:
    """INBOX is one name in any case (RFC 9051 §5.1)."""
    known = {box.name: box.name for box in mailboxes if box.selectable}
    return (
        next((box for box in known if box.upper() == "INBOX"), "INBOX") if name.upper() == "INBOX" else known.get(name)
    )


def _find(mailboxes: list[MailboxInfo], configured: str | None, flag: str, names: tuple[str, ...]) -> str | None:
    if configured:
        return _named(mailboxes, configured)
    usable = [box for box in mailboxes if box.selectable]
    by_flag = [box.name for box in usable if flag in box.flags]
    by_name = [box.name for usual in names for box in usable if box.last_name.casefold() == usual]
    return next(iter(by_flag + by_name), None)
