"""By when they say they decide or get back, and what they ask the owner not to do."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from bot.core.reading.company.dates import DateMention
from bot.core.reading.company.moments import find_scanned_dates, mail_day
from bot.core.reading.company.page import Page, Sentence, has_cue
from bot.core.reading.types import ContactWish

_BY = re.compile(
    r"\b(?:by|before|until|on|no later than|not later than|latest by|the latest|at|around|this|next|early"
    r"|come)\s(?:the\s)?(?:end of\s)?(?:the\s)?(?:day\s)?(?:on\s)?$|[,(:]\s?$|\bis\s(?:on\s)?$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\bwithin (?:the (?:next|following) )?(?P<n>\d{1,2}|[a-z]+)(?: to (?:\d{1,2}|[a-z]+))? (?P<kind>working "
    r"|business )?(?P<unit>days?|weeks?)\b"
)
_END_OF = re.compile(
    r"\b(?:by|before|at|until|around) (?:the )?end of (?P<what>this week|the week|next week|this month"
    r"|the month|next month|the following week|month|week)\b"
)
_WEEK = re.compile(
    r"\b(?:by|in|during|before|sometime|some time|within) (?:the )?(?P<what>next week|this week|coming week"
    r"|following week)\b|\b(?P<bare>next week|this week)\b"
)
_PART_WEEK = re.compile(r"\b(?:early|mid|beginning of|start of|late|later|first half of)[ -]$")


def find_decision_by(page: Page, start: datetime | None) -> date | None:
    """Return the date by which they say they decide or get back; the owner's own deadlines do not count. *start*: the talk's time."""
    today = mail_day(page)
    if today is None:
        return None
    mentioned = find_scanned_dates(page)
    for number, sentence in enumerate(page.sentences):
        if sentence.label in ("when", "date", "time", "deadline") or not has_cue(
            page.language, "decision", sentence.plain
        ):
            continue
        if not _speaks_of_answer(page, sentence):
            continue
        found = _stated(sentence, mentioned[number], start, today) or _relative(sentence.plain, page, start, today)
        if found and found >= today:
            return found
    return None


def _speaks_of_answer(page: Page, sentence: Sentence) -> bool:
    return any(
        hit for hit in _cue_names(page, "decision", sentence.plain) if hit == "when"
    ) and "not" not in _cue_names(page, "decision", sentence.plain)


def _cue_names(page: Page, section: str, plain: str) -> set[str]:
    names = set()
    for cue in page.language.cues.get(section, ()):
        for phrase in cue.phrases:
            if (not phrase.needs or any(word in plain for word in phrase.needs)) and phrase.pattern.search(plain):
                names.add(cue.name)
                break
    return names


def _stated(sentence: Sentence, mentions: tuple[DateMention, ...], start: datetime | None, today: date) -> date | None:
    """Return the date of the sentence that stands behind "by", "on" or the like, and is not the talk's own day."""
    held = start.date() if start else None
    dated = [m for m in mentions if len(m.readings) == 1 and m.readings[0] >= today and m.readings[0] != held]
    strong = [
        m
        for m in dated
        if re.search(
            r"\b(?:by|before|no later than|until|latest)\s(?:\w+\s){0,3}$",
            sentence.text[max(0, m.start - 30) : m.start],
            re.IGNORECASE,
        )
    ]
    if strong:
        return strong[-1].readings[0]
    weak = [
        m for m in dated if _BY.search(sentence.text[max(0, m.start - 30) : m.start]) or m.end >= len(sentence.text) - 2
    ]
    weak = [
        m
        for m in weak
        if not re.search(
            r"\b(?:meet|meets|interview\w*|through|since|after|until|wraps?|finish\w*|have (?:two|three|\w+) more)\b[^,]{0,30}$",
            sentence.text[max(0, m.start - 50) : m.start],
            re.IGNORECASE,
        )
    ]
    return weak[-1].readings[0] if weak and not (held and len(mentions) == 1 and not sentence.text) else None


def _relative(plain: str, page: Page, start: datetime | None, today: date) -> date | None:
    base = start.date() if start else today
    match = _WITHIN.search(plain)
    if match:
        count = (
            int(match["n"])
            if match["n"].isdigit()
            else page.language.numbers.get(match["n"], 1 if match["n"] in ("a", "one") else None)
        )
        if count is None:
            return None
        if match["unit"].startswith("week"):
            return base + timedelta(weeks=count)
        return _business_days(base, count) if match["kind"] else base + timedelta(days=count)
    match = _END_OF.search(plain)
    if match:
        return _end_of(match["what"], today)
    match = _WEEK.search(plain)
    if match and not _PART_WEEK.search(plain[: match.start("what") if match["what"] else match.start("bare")]):
        what = match["what"] or match["bare"]
        return _friday(today + timedelta(days=0 if "this" in what else 7)) if match["what"] else None
    return None


def _end_of(what: str, today: date) -> date | None:
    if "month" in what:
        month = today.replace(day=1)
        for _ in range(2 if "next" in what else 1):
            month = (month + timedelta(days=32)).replace(day=1)
        return month - timedelta(days=1)
    if what in ("this week", "the week", "week"):
        return _friday(today)
    return _friday(today + timedelta(days=7)) if what in ("next week", "the following week") else None


def _friday(day: date) -> date:
    return day + timedelta(days=4 - day.weekday()) if day.weekday() <= 4 else day + timedelta(days=11 - day.weekday())


def _business_days(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def find_contact_wish(page: Page) -> ContactWish:
    """Return the strongest wish not to be written to, chased or called (E18)."""
    lines = [s.plain for s in page.sentences]
    for section, wish in (
        ("no_contact", ContactWish.NO_CONTACT),
        ("no_chasing", ContactWish.NO_CHASING),
        ("no_calls", ContactWish.NO_CALLS),
    ):
        if any(has_cue(page.language, section, plain) for plain in lines):
            return wish
    return ContactWish.NONE
