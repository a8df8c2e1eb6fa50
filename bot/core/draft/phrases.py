"""Phrases for the facts of a case: names, role, company, day. Each reads well where the fact is odd or missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.core.draft.plaintext import clean_line, words_of
from bot.core.draft.wording import Wording
from bot.core.reading.types import Medium

_SUFFIXES = frozenset(
    {"phd", "md", "jr", "sr", "ii", "iii", "esq", "mba", "cpa", "cfa", "msc", "bsc", "ma", "dphil", "frcp"}
)
_STAFF_WORDS = frozenset(
    words_of(
        "team recruiting recruitment recruiter talent careers career hr hiring people jobs job office personal"
        " personnel humans resources department admissions secretary secretariat staffing applications acquisition"
        " panel committee admin personalabteilung personalwesen personalbereich bewerbermanagement recrutement equipe"
        " ressources humaines seleccion equipo recursos humanos recrutamento selecao equipa selezione risorse umane"
        " ufficio personale werving selectie personeelszaken"
    )
)
_AMERICA = ("America/", "US/")


def talk_phrase(medium: Medium | None, wording: Wording) -> str:
    """Return what one calls an interview held in this way."""
    return wording.talks[medium or "other"]


def role_phrase(role: str, wording: Wording) -> str:
    """Return "the Data Analyst role", "the role of Counsel, Rights", "the internship in Optics"; "the position" where it is unknown."""
    return wording.roles.put(role) if role else wording.role_unknown


def company_phrase(company: str, wording: Wording) -> str:
    """Return the company as it stands in a sentence: "the University of Penarth", "the Alder Foundation", "Brightwater Analytics"."""
    return wording.companies.put(company) if company else ""


def at_company(company: str, wording: Wording) -> str:
    """Return "at the Alder Foundation"; ``""`` where the company is unknown."""
    return wording.at.put(company_phrase(company, wording)) if company else ""


def day_phrase(start: datetime | None, sent: datetime, zone: str, wording: Wording) -> str:
    """Return "on Tuesday" within six days of *sent*, else "on 12 March" ("on March 12" in America); ``""`` where the time is unknown."""
    if start is None:
        return ""
    tz = _zone(zone)
    day = start.astimezone(tz).date()
    if 0 <= (sent.astimezone(tz).date() - day).days <= 6:
        return wording.weekdays[day.weekday()]
    return wording.on_date.format(date=date_phrase(day, zone, wording))


def date_phrase(day: date, zone: str, wording: Wording) -> str:
    """Return "12 March", or "March 12" in America."""
    form = (wording.american_date if zone.startswith(_AMERICA) else "") or wording.date
    return form.format(day=day.day, month=wording.months[day.month - 1])


def local_date(moment: datetime, zone: str) -> date:
    """Return the date of *moment* in *zone* (UTC where there is no such zone)."""
    return moment.astimezone(_zone(zone)).date()


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def join_names(names: Sequence[str], wording: Wording) -> str:
    """Return "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return wording.joined.format(", ".join(names[:-1]), names[-1])


def plain_name(name: str) -> str:
    """Return a person's name as one writes it: "RAMAN, Priya" and "priya raman, PhD" both as "Priya Raman"; titles stay."""
    parts = [part.strip() for part in clean_line(name, 120).strip("\"' ").split(",")]
    parts = [part for part in parts if part and part.lower().replace(".", "") not in _SUFFIXES]
    words = " ".join(reversed(parts[:2])).split()
    while len(words) > 1 and words[-1].lower().replace(".", "") in _SUFFIXES:
        words.pop()
    return " ".join(_cased(word) for word in words)


def _cased(word: str) -> str:
    shouted = word.isupper() and len(word) > 3
    return word.title() if shouted else word


def is_staff(name: str, company: str = "") -> bool:
    """Whether *name* is a desk ("Talent Team", the company's own name) and no person's."""
    words = set(words_of(name))
    return not words or bool(words & _STAFF_WORDS) or words <= set(words_of(company))
