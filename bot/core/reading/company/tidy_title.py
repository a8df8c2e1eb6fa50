"""A job title as found, without what hangs on it: codes, numbers, days, places, the company."""

from __future__ import annotations

import re

from bot.core.reading.company.cues import Language
from bot.core.reading.company.leads import find_leads
from bot.core.reading.company.title_signs import GENDER_MARK, is_headed

_CODE = re.compile(r"^(?:(?!\S{0,40}[^\W\d_]{5})[A-Z]{1,4}[-_/]?\d[\w/-]*|\d{3,}|#\w+)\s*[:,\u2013-]?\s*")
"""A code holds no word: "W2-Professur" is none."""
_DAY_BEHIND = re.compile(
    r"\s?[,(|\u2013-]\s{0,2}\d{1,2}(?:\.|[^\W\d_]{1,2})?\s(?:[^\W\d_]{2}\s)?([^\W\d_]{3,12})\b", re.IGNORECASE
)
NUMBERED = re.compile(
    r"\s*[(\[][^()\[\]]*\d{3,}[^()\[\]]*[)\]]|\s[#-]?\s?\d{4,}$|\s?[(\[][^()\[\]]{0,40}\d\s?(?:%|[^\W\d_]{1,5}\b)[^()\[\]]{0,40}[)\]]$"
)
MARKS = " .,;:-\u2013\u2014\"'\u201c\u201d\u201e\u00ab\u00bb("
_PLACE_BEHIND = re.compile(r"\s\(([^()]{2,40})\)$")
_LOOSE_MARKS = re.compile(r"^\s*[-\u2013|/,:]?\s*|\s*[-\u2013|/,:]?\s*$")
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_LONGEST = 90


def tidy_title(text: str, language: Language, company: str | None) -> str | None:
    """Return the title in *text*, None where what is left is none."""
    role = _CODE.sub("", " ".join(text.split())).strip(MARKS)
    role = GENDER_MARK.sub("", f" {role}").strip()
    role = language.pattern("role_mark").sub("", role)
    role = cut_title(NUMBERED.sub("", role), language).strip(MARKS)
    role = _without_company(role, company)
    words = role.split()
    while words and words[0].lower().strip(",") in language.word_set("role_openers"):
        words = words[1:]
    role = " ".join(words).strip(MARKS)
    if role.count("(") != role.count(")"):
        role = role.split("(")[0].strip()
    return role if _is_role(role, language, company) else None


def cut_title(role: str, language: Language) -> str:
    """Cut *role* where a number, a place or another sentence begins."""
    for name in ("role_tail", "role_reference"):
        for match in find_leads(language, name, role):
            follows = role[match.end() :].lstrip()
            if match.start() > 2 and not role[match.start() - 1].isspace() and role[match.start()] not in "([":
                continue
            field = follows.lower().split(" ")[0] in language.word_set("title_fields")
            if match.start() > 2 and (name == "role_reference" or (follows[:1].isupper() and not field) or not follows):
                role = role[: match.start()]
                break
    dated = next((m for m in _DAY_BEHIND.finditer(role) if m[1].lower() in language.months), None)
    role = role[: dated.start()] if dated else role
    place = _PLACE_BEHIND.search(role)
    return role[: place.start()] if place and place[1].lower() in language.zones else role


def _without_company(role: str, company: str | None) -> str:
    if not company or company.lower() not in role.lower():
        return role
    role = re.sub(rf"(?<!\w){re.escape(company)}(?!\w)", " ", role, flags=re.IGNORECASE)
    return _LOOSE_MARKS.sub("", " ".join(role.split()))


def _is_role(role: str, language: Language, company: str | None) -> bool:
    low = role.lower()
    words = low.split()
    if not 2 < len(role) <= _LONGEST or low in language.word_set("no_roles") or (company and low == company.lower()):
        return False
    if any(word in language.weekdays for word in words) or not _TWO_LETTERS.search(role):
        return False
    talk = language.word_set("role_no_end")
    known = is_headed(role, language) or len(words) >= 2 or role[:1].isupper()
    return (
        known and not set(words) <= talk and words[-1] not in talk and words[0] not in language.word_set("title_ends")
    )
