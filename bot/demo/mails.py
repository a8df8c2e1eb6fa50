"""The mails that the people of the story write."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from bot.demo.mail_app import SeenMail
from bot.demo.people import COMPANY, INTERVIEWER, NEWSLETTER, OWNER, POSITION, RECRUITER, ZONE, Person

LENGTH = timedelta(hours=1)
_ROOM = "https://meet.acme-robotics.example/robin-park"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A mail on the point of leaving. ``message_id`` without brackets."""

    sender: Person
    recipients: tuple[str, ...]
    message_id: str
    raw: bytes


def write_newsletter(now: datetime) -> Outgoing:
    """Return a mail that speaks of interviews and is none."""
    mail = _begin(NEWSLETTER, "Five interview tips for this week", now)
    mail["List-Unsubscribe"] = "<https://career-weekly.example/leave>"
    mail["List-Id"] = "Career Weekly <news.career-weekly.example>"
    mail["Precedence"] = "bulk"
    mail.set_content(
        "Hello,\n\nYour next interview could be the one. This week: how to prepare for a video interview, what to ask the "
        "interviewer, and why a thank-you note still matters.\n\nRead on: https://career-weekly.example/tips\n\n"
        "You get this mail because you subscribed to Career Weekly.\n"
    )
    return _finish(mail, NEWSLETTER)


def write_confirmation(start: datetime, *, decision: datetime, uid: str, now: datetime) -> Outgoing:
    """Return the recruiter's confirmation, with the invitation attached."""
    mail = _begin(RECRUITER, f"Interview confirmation: {POSITION} at {COMPANY}", now)
    mail.set_content(
        f"Hi {OWNER.first_name},\n\n"
        f"Thank you for applying to {COMPANY}. I am happy to confirm your interview for the position of {POSITION}.\n\n"
        f"Date: {_day(start)}\nTime: {_hours(start)}\nInterviewer: {INTERVIEWER.name}, Head of Software\n"
        f"Video call: {_ROOM}\n\n"
        f"The invitation is attached. We expect to decide by {_day(decision)}.\n\n"
        f"Best regards,\n{RECRUITER.name}\nTalent Acquisition, {COMPANY}\n"
    )
    _attach_invitation(mail, start, uid=uid, sequence=0, now=now)
    return _finish(mail, RECRUITER)


def write_reschedule(start: datetime, *, before: datetime, uid: str, answered: Outgoing, now: datetime) -> Outgoing:
    """Return the recruiter's next mail in that thread: the same invitation with another time."""
    mail = _begin(RECRUITER, f"Re: Interview confirmation: {POSITION} at {COMPANY}", now)
    mail["In-Reply-To"] = mail["References"] = f"<{answered.message_id}>"
    mail.set_content(
        f"Hi {OWNER.first_name},\n\n"
        f"{INTERVIEWER.name} has to travel on {before.astimezone(ZoneInfo(ZONE)):%A}, so we need to move your interview. "
        f"The new time is:\n\nDate: {_day(start)}\nTime: {_hours(start)}\n\n"
        f"The updated invitation is attached; everything else stays the same. Sorry for the trouble!\n\n"
        f"Best regards,\n{RECRUITER.name}\nTalent Acquisition, {COMPANY}\n"
    )
    _attach_invitation(mail, start, uid=uid, sequence=1, now=now)
    return _finish(mail, RECRUITER)


def write_reply(words: str, letter: SeenMail, now: datetime) -> Outgoing:
    """Return the owner's reply to a letter as a mail program would write it: his words on top, the letter quoted below."""
    answered = letter.parsed
    mail = EmailMessage(policy=SMTP)
    subject = str(answered["Subject"])
    mail["From"] = OWNER.address
    mail["To"] = str(answered["From"])
    mail["Subject"] = subject if subject.lower().startswith("re:") else f"Re: {subject}"
    _date_and_id(mail, OWNER, now)
    mail["In-Reply-To"] = str(answered["Message-ID"])
    mail["References"] = " ".join(str(answered[name]) for name in ("References", "Message-ID") if answered[name])
    mail.set_content(f"{words}\n\n{_quote(answered)}", cte="quoted-printable")
    return _finish(mail, OWNER)


def text_of(mail: EmailMessage) -> str:
    """Return the plain text of a mail, LF line ends, without the blank lines at its end."""
    part = mail.get_body(preferencelist=("plain",))
    text = part.get_content() if part is not None else ""
    return str(text).replace("\r\n", "\n").rstrip("\n")


def _begin(sender: Person, subject: str, now: datetime) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = sender.address
    mail["To"] = OWNER.address
    mail["Subject"] = subject
    _date_and_id(mail, sender, now)
    return mail


def _date_and_id(mail: EmailMessage, sender: Person, now: datetime) -> None:
    mail["Date"] = format_datetime(now.astimezone(ZoneInfo(ZONE)))
    mail["Message-ID"] = f"<{secrets.token_hex(10)}@{sender.email.partition('@')[2]}>"


def _finish(mail: EmailMessage, sender: Person) -> Outgoing:
    message_id = str(mail["Message-ID"]).strip("<>")
    return Outgoing(sender=sender, recipients=(OWNER.email,), message_id=message_id, raw=mail.as_bytes())


def _quote(mail: EmailMessage) -> str:
    lines = "\n".join(f"> {line}".rstrip() for line in text_of(mail).split("\n"))
    return f"On {mail['Date']}, {mail['From']} wrote:\n{lines}"


def _day(moment: datetime) -> str:
    local = moment.astimezone(ZoneInfo(ZONE))
    return f"{local:%A}, {local.day} {local:%B %Y}"


def _hours(start: datetime) -> str:
    local = start.astimezone(ZoneInfo(ZONE))
    return f"{local:%H:%M} to {local + LENGTH:%H:%M} (London time)"


def _attach_invitation(mail: EmailMessage, start: datetime, *, uid: str, sequence: int, now: datetime) -> None:
    """RFC 5546 REQUEST, as calendar programs send it (RFC 6047)."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Acme Robotics//Calendar//EN",
        "METHOD:REQUEST",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"SEQUENCE:{sequence}",
        f"DTSTAMP:{_utc(now)}",
        f"DTSTART:{_utc(start)}",
        f"DTEND:{_utc(start + LENGTH)}",
        f"SUMMARY:Interview: {OWNER.name} and {INTERVIEWER.name} ({COMPANY})",
        f"LOCATION:{_ROOM}",
        f'ORGANIZER;CN="{RECRUITER.name}":mailto:{RECRUITER.email}',
        f'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN="{INTERVIEWER.name}":mailto:{INTERVIEWER.email}',
        f'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN="{OWNER.name}":mailto:{OWNER.email}',
        "STATUS:CONFIRMED",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    calendar = "".join(f"{folded}\r\n" for line in lines for folded in _fold(line))
    mail.add_attachment(
        calendar.encode(), maintype="text", subtype="calendar", filename="invite.ics", params={"method": "REQUEST"}
    )


def _fold(line: str) -> list[str]:
    """RFC 5545 §3.1: at most 75 octets a line (all of it is ASCII here)."""
    return [line[:74], *(f" {line[at : at + 73]}" for at in range(74, len(line), 73))]


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
