"""English phrases for the facts of a case: names, role, company, day. Each reads well where the fact is odd or missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.core.draft.plaintext import clean_line, words_of
from bot.core.reading.types import Medium

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_TITLE = re.compile(r"(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Rev)\b\.?", re.IGNORECASE)
_SUFFIXES = frozenset(
    {"phd", "md", "jr", "sr", "ii", "iii", "esq", "mba", "cpa", "cfa", "msc", "bsc", "ma", "dphil", "frcp"}
)
_STAFF_WORDS = frozenset(
    words_of(
        "team recruiting recruitment recruiter talent careers career hr hiring people jobs job office personal"
        " personnel humans resources department admissions secretary secretariat staffing applications acquisition"
        " panel committee admin"
    )
)
_JOB_WORDS = frozenset(
    words_of(
        "role position job post vacancy internship traineeship apprenticeship lectureship fellowship professorship"
        " studentship placement scholarship residency secondment programme program"
    )
)
_WITH_ARTICLE_AT_START = re.compile(
    r"(?:university|institute|department|ministry|city|office|museum|college|school|royal borough|borough|state) of ",
    re.IGNORECASE,
)
_WITH_ARTICLE_AT_END = frozenset(
    {"foundation", "commission", "institute", "association", "society", "museum", "agency", "ministry", "authority"}
)
_TALKS = {Medium.VIDEO: "video call", Medium.PHONE: "call", Medium.ONSITE: "meeting", None: "conversation"}


def talk_phrase(medium: Medium | None) -> str:
    """Return what one calls an interview held in this way."""
    return _TALKS[medium]


def role_phrase(role: str) -> str:
    """Return "the Data Analyst role", "the role of Counsel, Rights", "the internship in Optics"; "the position" where it is unknown."""
    if not role:
        return "the position"
    if role.lower().startswith(("the ", "a ", "an ")):
        return role
    if _JOB_WORDS & set(words_of(role)):
        return f"the {role}"
    return f"the role of {role}" if "," in role else f"the {role} role"


def company_phrase(company: str) -> str:
    """Return the company as it stands in a sentence: "the University of Penarth", "the Alder Foundation", "Brightwater Analytics"."""
    last = company.rpartition(" ")[2].lower()
    if not company or company.lower().startswith("the "):
        return company
    if _WITH_ARTICLE_AT_START.match(company) or (" " in company and last in _WITH_ARTICLE_AT_END):
        return f"the {company}"
    return company


def day_phrase(start: datetime | None, sent: datetime, zone: str) -> str:
    """Return "on Tuesday" within six days of *sent*, else "on 12 March" ("on March 12" in America); ``""`` where the time is unknown."""
    if start is None:
        return ""
    tz = _zone(zone)
    day = start.astimezone(tz).date()
    if 0 <= (sent.astimezone(tz).date() - day).days <= 6:
        return f"on {_WEEKDAYS[day.weekday()]}"
    return f"on {date_phrase(day, zone)}"


def date_phrase(day: date, zone: str) -> str:
    """Return "12 March", or "March 12" in America."""
    month = _MONTHS[day.month - 1]
    return f"{month} {day.day}" if zone.startswith(("America/", "US/")) else f"{day.day} {month}"


def local_date(moment: datetime, zone: str) -> date:
    """Return the date of *moment* in *zone* (UTC where there is no such zone)."""
    return moment.astimezone(_zone(zone)).date()


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def join_names(names: Sequence[str]) -> str:
    """Return "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


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


def address_phrase(name: str, company: str, evidence: Sequence[str], *, formal: bool) -> str:
    """Return how a letter addresses *name*: the title and surname by which their own mail calls the person, else the first name.

    An initial is no first name, and a formal letter takes the full name. "Hiring Team" for a desk.
    """
    if is_staff(name, company):
        return "Hiring Team"
    name = plain_name(name)
    words = name.split()
    if title := _TITLE.match(name):
        return f"{title.group()} {words[-1]}" if len(words) > 1 else name
    if title_used := _title_in(evidence, words):
        return f"{title_used} {words[-1]}"
    first = words[0][:1].upper() + words[0][1:]
    initial = len(first.strip(".")) == 1
    return name if formal or initial else first


def _title_in(evidence: Sequence[str], words: Sequence[str]) -> str:
    """Return the title that their words put before the name ("Dr. Yolanda Pryce", "Mr Lloyd"), or ``""``."""
    given = "".join(rf"(?:{re.escape(word)} )?" for word in words[:-1])
    pattern = re.compile(rf"\b((?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx)\b\.?) {given}{re.escape(words[-1])}\b")
    found = (pattern.search(clean_line(line, 500)) for line in evidence[:50])
    return next((match.group(1) for match in found if match), "")
