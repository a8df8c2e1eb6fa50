"""A brief mail to one owner, Nora Vogt, and what is read from it: for tests that are about one sentence of a mail."""

from __future__ import annotations

from email.message import EmailMessage

from bot.core.message.parse import parse_message
from bot.core.message.types import Message, Owner
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import Reading
from tests.unit.core.reading.company.words import CUES

_NAME, _ADDRESS = "Nora Vogt", "nora.vogt@example.org"


def brief_mail(
    text: str,
    *,
    quoted: str = "",
    subject: str = "Interview",
    sent: str = "Fri, 05 Jun 2026 10:00:00 +0200",
    sender: str = "Kim Sorrell <kim.sorrell@harrowgate.example>",
) -> Message:
    """Return *text*, with its signature if it is to have one, as a mail from *sender* ("Name <address>") to the owner.

    *quoted* is what stands below: first the line that tells who wrote it and when, then the words, which are marked here. Such a mail
    answers another. *sent* is the Date field, in the form of RFC 5322, 3.3: by it "tomorrow" is counted.
    """
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, f"{_NAME} <{_ADDRESS}>", subject
    mail["Date"], mail["Message-ID"] = sent, "<one@mail.example>"
    if quoted:
        mail["In-Reply-To"] = "<before@mail.example>"
    mail.set_content(f"{text}\n\n{_marked(quoted)}\n" if quoted else f"{text}\n")
    return parse_message(mail.as_bytes())


def _marked(quoted: str) -> str:
    head, *words = quoted.split("\n")
    return "\n".join([head, "", *(f"> {line}" for line in words)])


def owner_in(zone: str) -> Owner:
    """Return the owner whom brief mails are written to, with the clock of *zone* (a name of the tz database)."""
    return Owner(name=_NAME, email=_ADDRESS, tz=zone)


def read_mail(message: Message, *, zone: str) -> Reading:
    """Return what *message* alone means to the owner in *zone*."""
    return read_company_mail(message=message, owner=owner_in(zone), cues=CUES)


def read_known_mail(message: Message, *, zone: str) -> Reading:
    """Return what *message* means as part of a conversation about an application that is on record, to the owner in *zone*.

    This is for tests of times: a sentence that only names a time, without a word of a job, could be about anything, and whether it is
    about a talk for a job is not what they ask.
    """
    return read_company_mail(message=message, owner=owner_in(zone), cues=CUES, on_record="an application")
