"""Mails as they arrive: an invitation, and the owner's replies as his mail app writes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.core.message.types import Message

_INVITATION = """\
From: Jane Roe <jane@acme.example>
To: Maya Okafor <maya@home.example>
Subject: Invitation: Interview with Acme Robotics (Data Analyst)
Date: Wed, 12 May 2027 09:00:00 +0000
Message-ID: <invite{sequence}@acme.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

Hi Maya,

we are looking forward to your interview for the Data Analyst position at Acme Robotics.

Best regards,
Jane Roe
Acme Robotics

--b
Content-Type: text/calendar; charset=utf-8; method={method}

BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//acme//EN
METHOD:{method}
BEGIN:VEVENT
UID:interview-1@acme.example
SEQUENCE:{sequence}
STATUS:{status}
DTSTAMP:20270512T090000Z
DTSTART:{start:%Y%m%dT%H%M%SZ}
DTEND:{end:%Y%m%dT%H%M%SZ}
SUMMARY:Interview: Data Analyst at Acme Robotics
ORGANIZER;CN=Jane Roe:mailto:jane@acme.example
ATTENDEE;CN=Maya Okafor;PARTSTAT=NEEDS-ACTION:mailto:maya@home.example
ATTENDEE;CN=Jane Roe;PARTSTAT=ACCEPTED:mailto:jane@acme.example
LOCATION:https://meet.acme.example/j/1
END:VEVENT
END:VCALENDAR

--b--
"""


def an_invitation(start: datetime, *, sequence: int = 0, cancelled: bool = False) -> str:
    """Return Jane's invitation to an hour's interview, or its cancellation."""
    return _INVITATION.format(
        start=start.astimezone(UTC),
        end=start.astimezone(UTC) + timedelta(hours=1),
        sequence=sequence,
        method="CANCEL" if cancelled else "REQUEST",
        status="CANCELLED" if cancelled else "CONFIRMED",
    )


def a_reply(
    letter: Message, words: str, *, number: int = 1, fields: tuple[str, ...] = (), sender: str = "maya@home.example"
) -> str:
    """Return the owner's reply to a letter, quoting it as mail apps do."""
    quoted = "\n".join(f"> {line}" for line in letter.text.splitlines())
    extra = "".join(f"{field}\n" for field in fields)
    return (
        f"{extra}From: Maya Okafor <{sender}>\nTo: Follow-up bot <maya@home.example>\nSubject: Re: {letter.subject}\n"
        f"Date: Thu, 13 May 2027 12:01:00 +0000\nMessage-ID: <reply{number}@phone.example>\n"
        f"In-Reply-To: <{letter.message_id}>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
        f"{words}\n\nOn Thu, 13 May 2027 at 14:00, Follow-up bot <maya@home.example> wrote:\n\n{quoted}\n"
    )


def a_command(subject: str, *, number: int = 1, body: str = "", fields: tuple[str, ...] = ()) -> str:
    """Return a mail of the owner's to himself."""
    extra = "".join(f"{field}\n" for field in fields)
    return (
        f"{extra}From: Maya Okafor <maya@home.example>\nTo: maya@home.example\nSubject: {subject}\n"
        f"Message-ID: <command{number}@phone.example>\nMIME-Version: 1.0\nContent-Type: text/plain\n\n{body}\n"
    )
