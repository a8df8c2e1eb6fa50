"""A letter as the bytes of a mail."""

from __future__ import annotations

from datetime import datetime
from email.headerregistry import Address as HeaderAddress
from email.headerregistry import HeaderRegistry, MessageIDHeader
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from bot.core.letter.context import Letter
from bot.core.letter.shown import one_line
from bot.core.message.types import Address

DISPLAY_NAME = "Follow-up bot"
_MAX_HEADER = 250


def _id_registry() -> HeaderRegistry:
    """Return a registry that keeps ids whole: as unstructured fields, long ones would be folded into encoded words."""
    registry = HeaderRegistry()
    for name in ("in-reply-to", "references"):
        registry.map_to_type(name, MessageIDHeader)  # type: ignore[arg-type]  # typeshed wants its own union
    return registry


_POLICY = SMTP.clone(header_factory=_id_registry())


def build_letter_mail(
    letter: Letter,
    *,
    from_: Address,
    to: Address,
    message_id: str,
    thread_id: str | None,
    date: datetime,
    boundary: str,
    instance: str,
    mark: str,
) -> bytes:
    """Return the letter as a mail (RFC 5322, RFC 2046 §5.1.4): the same arguments give the same bytes.

    ``message_id``/``thread_id`` without brackets; the thread's id stands in In-Reply-To and References. ``date`` aware.
    ``instance``: this installation's id; ``mark``: the keyed mark by which the bot knows its own letters. Marked as automatic
    (RFC 3834 §5), so that no vacation responder answers. CRLF, quoted-printable, no line over 998.
    """
    mail = EmailMessage(policy=_POLICY)
    mail["From"] = HeaderAddress(DISPLAY_NAME, addr_spec=from_.email)
    mail["To"] = HeaderAddress(one_line(to.name, 80), addr_spec=to.email)
    mail["Subject"] = one_line(letter.subject, _MAX_HEADER)
    mail["Date"] = format_datetime(date)
    mail["Message-ID"] = f"<{message_id}>"
    if thread_id:
        mail["In-Reply-To"] = f"<{thread_id}>"
        mail["References"] = f"<{thread_id}>"
    for name, value in _own_fields(letter, instance, mark):
        mail[name] = value
    mail.set_content(letter.text, cte="quoted-printable")
    mail.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    mail.set_boundary(boundary)
    return mail.as_bytes()


def _own_fields(letter: Letter, instance: str, mark: str) -> list[tuple[str, str]]:
    fields = [
        ("Auto-Submitted", "auto-generated"),
        ("X-Auto-Response-Suppress", "All"),
        ("X-Followup-Letter", letter.kind.value),
        ("X-Followup-Instance", one_line(instance, _MAX_HEADER)),
        ("X-Followup-Mark", one_line(mark, _MAX_HEADER)),
    ]
    return [*fields, ("X-Followup-Topic", letter.topic.value)] if letter.topic else fields
