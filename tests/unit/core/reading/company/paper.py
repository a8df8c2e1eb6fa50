"""A short mail laid out in a given language, for tests of what is read from it."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage

from bot.core.message.parse import parse_message
from bot.core.message.types import Owner
from bot.core.reading.company.company_name import Company, find_company
from bot.core.reading.company.correspondents import find_correspondents
from bot.core.reading.company.cues import ENGLISH, Cues
from bot.core.reading.company.invitation import read_invitation
from bot.core.reading.company.medium import Setting, find_setting
from bot.core.reading.company.page import Page, lay_out
from bot.core.reading.company.role import find_role
from tests.unit.core.reading.company.words import CUES

OWNER = Owner(name="Nora Quist", email="nora.quist@example.org", tz="Europe/Berlin")


def page_of(
    lang: str, body: str, *, subject: str = "", sender: tuple[str, str] = ("", "p@kwx.example"), ics: str = ""
) -> Page:
    """Return the page of a mail in *lang* from *sender* (display name, address)."""
    mail = EmailMessage()
    local, _, domain = sender[1].partition("@")
    mail["From"] = Address(display_name=sender[0], username=local, domain=domain)
    mail["To"] = OWNER.email
    mail["Date"] = "Mon, 02 Mar 2026 09:00:00 +0100"
    mail["Subject"] = subject
    mail.set_content(body)
    if ics:
        mail.add_attachment(ics.encode(), maintype="text", subtype="calendar")
    spoken = {ENGLISH: CUES.languages[lang], lang: CUES.languages[lang]}
    return lay_out(parse_message(mail.as_bytes()), OWNER, Cues(languages=spoken, tongues=spoken))


def company_of(
    lang: str, body: str, *, subject: str = "", sender: tuple[str, str] = ("", "p@kwx.example"), ics: str = ""
) -> Company:
    """Return the company read from a mail."""
    page = page_of(lang, body, subject=subject, sender=sender, ics=ics)
    invitation = read_invitation(page.message.calendars, OWNER.tz)
    return find_company(page, find_correspondents(page, invitation), invitation)


def role_of(lang: str, body: str, *, subject: str = "", company: str | None = None, ics: str = "") -> str | None:
    """Return the role read from a mail."""
    page = page_of(lang, body, subject=subject, ics=ics)
    return find_role(page, read_invitation(page.message.calendars, OWNER.tz), company)


def setting_of(lang: str, body: str, *, subject: str = "", ics: str = "") -> Setting:
    """Return how and where the talk of a mail is held."""
    page = page_of(lang, body, subject=subject, ics=ics)
    return find_setting(page, read_invitation(page.message.calendars, OWNER.tz))
