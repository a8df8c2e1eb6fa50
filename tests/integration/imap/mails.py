"""Mails for tests."""

from __future__ import annotations

import os
from email.message import EmailMessage

ICS = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def small(subject: str = "hello", message_id: str = "<1@example.org>") -> bytes:
    """A few lines."""
    return (
        f"From: a@example.org\r\nMessage-ID: {message_id}\r\nSubject: {subject}\r\n\r\nbody of {subject}\r\n".encode()
    )


def with_attachments(*sizes: int, subject: str = "big") -> bytes:
    """Text and HTML, an invitation, and attachments of so many random bytes."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "me@example.test", subject
    mail.set_content("Grüße, plain\n")
    mail.add_alternative("<p>Grüße, HTML</p>\n", subtype="html")
    mail.add_alternative(ICS, subtype="calendar", params={"method": "REQUEST"})
    for number, size in enumerate(sizes):
        mail.add_attachment(
            os.urandom(size), maintype="application", subtype="pdf", filename=f"Unterlagen {number}.pdf"
        )
    mail.add_attachment(ICS.encode(), maintype="application", subtype="octet-stream", filename="invite.ics")
    return mail.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
