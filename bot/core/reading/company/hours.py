"""Times of day as people write them: 3pm, 15:00, 10.30, half past two, noon, "at 9", ranges of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.reading.company.cues import Language
from bot.core.reading.company.dates import DateMention

_NOON = 12 * 60
_HALF_DAY = 12 * 60
_RANGE_GAP = re.compile(r"\s?(?:-|\u2013|\u2014|\u2012|to|until|till|through|til)\s?", re.IGNORECASE)
_AND_GAP = re.compile(r"\s?(?:and|-|\u2013)\s?", re.IGNORECASE)
_FROM_BEFORE = re.compile(r"\b(?:between|from)\s$", re.IGNORECASE)
_BETWEEN_BEFORE = re.compile(r"\bbetween\s$", re.IGNORECASE)
_MOVING = re.compile(
    r"\b(?:mov|push|shift|slid|bump|bring|brought|chang|switch|swap|reschedul|put|pull)\w*\b", re.IGNORECASE
)
_BARE_AFTER = re.compile(
    r"\s*(?:$|[,.;:!?()\u2013\u2014-](?!\d)|\b(?:on|in|or|and|your|my|our|sharp|tomorrow|today|tonight|if"
    r"|for|with|for|so|then|eastern|pacific|central|mountain|uk|local|et|pt|ct|mt|est|pst|cst|mst|edt|pdt"
    r"|gmt|bst|cet|cest|ist|utc|works|work|suits?|is|instead|this|next|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|the|at|to|by|via|\u2013)\b)",
    re.IGNORECASE,
)
_MORNING = re.compile(r"\bmorning\b", re.IGNORECASE)
_LATE = re.compile(r"\b(?:afternoon|evening|tonight)\b", re.IGNORECASE)
_DAY_STYLE = re.compile(
    r"(?<![\d:.])(?:1[3-9]|2[0-3]):[0-5]\d(?!\s?[ap]\.?m|\d)|(?<![\d:.])0\d:[0-5]\d(?!\s?[ap]\.?m|\d)", re.IGNORECASE
)
_PARTS = {"half": 30, "past": 15, "after": 15, "to": -15, "of": -15}
_ZONE_AFTER = re.compile(r"\s?\(?(?:[A-Z]{1,4}T|GMT|UTC|BST|uk time|your time|our time|local time)\b")
_TIME_LEADS = re.compile(r"(?:\bat|@|,|:|\d|day|\bbetween|\bfrom|\u2013|-)\s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockMention:
    """A time of day or a range of them. ``options``: (start, end) in minutes of the day, end None where only one time is given; two
    options where morning and evening both stand. ``sure``: written so that it can only be a time. ``same_time``: "same time".
    ``open_start``: only an end is given ("till 9.15"); it is the start of the option. ``moved``: (old, new) in "from 2:30 to 4pm"."""

    start: int
    end: int
    options: tuple[tuple[int, int | None], ...]
    sure: bool
    same_time: bool = False
    open_start: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    hour: int
    minute: int
    meridiem: str  # "a", "p" or ""
    kind: str  # "meridiem", "colon", "dot", "word", "bare", "same"
    padded: bool = False


def find_clocks(
    text: str, language: Language, dates: tuple[DateMention, ...], day_style: bool
) -> tuple[ClockMention, ...]:
    """Return the times in *text*, in order. *day_style*: the mail writes 24-hour times elsewhere. Digits of *dates* are no times."""
    if language.grammar is None:
        return ()
    taken = [(d.start, d.end) for d in dates if d.end > d.start]
    hits = [
        hit
        for match in language.grammar.clock.finditer(text)
        if (hit := _hit(match, language)) and not any(a < match.end() and match.start() < b for a, b in taken)
    ]
    return tuple(_mentions(hits, text, language, day_style))


def writes_day_style(text: str) -> bool:
    """Return whether *text* has times that only a 24-hour clock shows."""
    return bool(_DAY_STYLE.search(text))


def _hit(match: re.Match[str], language: Language) -> _Hit | None:
    start, end = match.start(), match.end()
    if match["h8"]:
        return _Hit(start, end, int(match["h8"]), int(match["m8"]), "", "colon", True)
    for number, kind in (("1", "meridiem"), ("3", "colon"), ("4", "dot")):
        if match[f"h{number}"]:
            half = (match["ap1"] or "")[:1].lower() if number == "1" else ""
            hour = match[f"h{number}"]
            return _Hit(start, end, int(hour), int(match[f"m{number}"]), half, kind, len(hour) == 2 and hour[0] == "0")
    if match["h2"]:
        return _Hit(start, end, int(match["h2"]), 0, match["ap2"][:1].lower(), "meridiem")
    if match["noon"]:
        return _Hit(start, end, 12, 0, "p", "meridiem")
    if match["part"]:
        minutes = (_number(match["w5"], language) * 60 + _shift(match, language)) % (12 * 60)
        half = (match["ap5"] or "")[:1].lower()
        return _Hit(start, end, minutes // 60 or 12, minutes % 60, half, "meridiem" if half else "word")
    if match["w6"]:
        minute = {"t": 30, "f": 15}.get((match["thirty"] or " ")[0].lower(), 0)
        minute = 45 if (match["thirty"] or "").lower().startswith("forty") else minute
        return _Hit(
            start,
            end,
            language.numbers[match["w6"].lower()],
            minute,
            (match["ap6"] or match["ap7"] or "")[:1].lower(),
            "meridiem" if match["ap6"] or match["ap7"] else "word",
        )
    if match["w9"]:
        return _Hit(start, end, language.numbers[match["w9"].lower()], 0, "", "word")
    if match["h7"]:
        return _Hit(start, end, int(match["h7"]), 0, "", "word")
    if match["same"]:
        return _Hit(start, end, 0, 0, "", "same")
    return _Hit(start, end, int(match["bare"]), 0, "", "bare")


def _number(text: str, language: Language) -> int:
    return int(text) if text.isdigit() else language.numbers[text.lower()]


def _shift(match: re.Match[str], language: Language) -> int:
    """Return the minutes that "half", "quarter to" or "ten past" put before or behind the hour."""
    words = match["part"].lower()
    if match["count"]:
        count = _number(match["count"], language)
        return -count if words.endswith("to") else count
    return next(minutes for word, minutes in _PARTS.items() if word in words)


def _mentions(hits: list[_Hit], text: str, language: Language, day_style: bool) -> list[ClockMention]:
    found: list[ClockMention] = []
    number = 0
    while number < len(hits):
        hit = hits[number]
        following = hits[number + 1] if number + 1 < len(hits) else None
        if following and _is_range(hit, following, text):
            if _is_move(hit, text):
                found.append(_single(hit, text, day_style))
                found.append(_single(following, text, day_style))
            else:
                found.append(_range(hit, following, text, day_style))
            number += 2
            continue
        if _stands_alone(hit, text, language):
            found.append(_single(hit, text, day_style))
        number += 1
    return found


def _is_range(first: _Hit, second: _Hit, text: str) -> bool:
    if "same" in (first.kind, second.kind):
        return False
    gap = text[first.end : second.start]
    before = text[max(0, first.start - 12) : first.start]
    if first.kind == "bare" and second.kind == "bare":
        if _FROM_BEFORE.search(before):
            return bool(_RANGE_GAP.fullmatch(gap) or _AND_GAP.fullmatch(gap))
        follows = first.hour < second.hour or second.hour < 8
        named = bool(_TIME_LEADS.search(before) and _ZONE_AFTER.match(text, second.end))
        return follows and second.hour <= 19 and named and bool(_RANGE_GAP.fullmatch(gap))
    if _BETWEEN_BEFORE.search(before) and _AND_GAP.fullmatch(gap):
        return True
    if "bare" in (first.kind, second.kind) and not (first.kind == "bare" or gap.strip() in ("to", "until", "till")):
        return False
    return bool(_RANGE_GAP.fullmatch(gap))


def _is_move(first: _Hit, text: str) -> bool:
    """Return whether "2:30 to 4pm" is a move from one time to another rather than a range."""
    return (
        bool(_MOVING.search(text[max(0, first.start - 45) : first.start])) and " to " in text[first.end : first.end + 5]
    )


def _stands_alone(hit: _Hit, text: str, language: Language) -> bool:
    if hit.kind not in ("bare", "dot"):
        return True
    before = text[max(0, hit.start - 16) : hit.start].lower()
    leads = any(before.endswith(f"{word} ") for word in language.word_set("at")) or before.endswith("@")
    if hit.kind == "dot":
        return (
            leads
            or not before.strip()
            or bool(re.search(r"(?:day|\d(?:st|nd|rd|th)?|,|at|-|\u2013)\s?,?\s?$", before))
            or bool(re.match(r"\s?(?:in the|on|the same|works|,|for|\(|$|\.)", text[hit.end :], re.IGNORECASE))
        )
    return (
        leads
        and 1 <= hit.hour <= 19
        and bool(_BARE_AFTER.match(text, hit.end))
        and not before.endswith(("for ", "about "))
    )


def _single(hit: _Hit, text: str, day_style: bool) -> ClockMention:
    before = text[max(0, hit.start - 8) : hit.start].lower()
    return ClockMention(
        start=hit.start,
        end=hit.end,
        options=() if hit.kind == "same" else tuple((minutes, None) for minutes in _minutes(hit, text, day_style)),
        sure=hit.kind in ("meridiem", "colon", "word"),
        same_time=hit.kind == "same",
        open_start=before.endswith(("till ", "until ", "til ")),
        loose=hit.kind == "bare",
    )


def _range(first: _Hit, second: _Hit, text: str, day_style: bool) -> ClockMention:
    options = []
    for start in _range_starts(first, second, text, day_style):
        ends = (
            sorted(end for end in _all_minutes(second) if end > start)
            if not second.meridiem
            else _minutes(second, text, day_style)
        )
        late = [end for end in ends if end > start]
        if late:
            options.append((start, late[0]))
    return ClockMention(
        start=first.start,
        end=second.end,
        options=tuple(options) or tuple((m, None) for m in _minutes(first, text, day_style)),
        sure="bare" not in (first.kind, second.kind)
        or "meridiem" in (first.kind, second.kind)
        or "colon" in (first.kind, second.kind),
    )


def _range_starts(first: _Hit, second: _Hit, text: str, day_style: bool) -> list[int]:
    if first.meridiem or not second.meridiem or first.hour > 12:
        return _minutes(first, text, day_style)
    end = _minutes(second, text, day_style)[0]
    starts = [start for start in _all_minutes(first) if 0 < end - start <= 10 * 60]
    return [max(starts)] if starts else _minutes(first, text, day_style)


def _all_minutes(hit: _Hit) -> list[int]:
    """Both halves of the day, where the writing leaves them open."""
    plain = hit.hour * 60 + hit.minute
    if hit.meridiem:
        return _with_meridiem(hit)
    if hit.hour > 12 or hit.hour == 0 or hit.padded:
        return [plain]
    return sorted({plain % _HALF_DAY, plain % _HALF_DAY + _HALF_DAY})


def _with_meridiem(hit: _Hit) -> list[int]:
    if hit.hour > 12 or hit.hour == 0:
        return [hit.hour * 60 + hit.minute]
    return [hit.hour % 12 * 60 + hit.minute + (_HALF_DAY if hit.meridiem == "p" else 0)]


def _minutes(hit: _Hit, text: str, day_style: bool) -> list[int]:
    """What the time can be: by a.m. or p.m., the 24-hour clock, the part of day named beside it, else by when people meet."""
    if hit.meridiem:
        return _with_meridiem(hit)
    plain = hit.hour * 60 + hit.minute
    if hit.hour > 12 or hit.hour == 0 or hit.padded:
        return [plain]
    if hit.hour == 12:
        return [plain]
    near = text[max(0, hit.start - 25) : hit.end + 30]
    if _LATE.search(near) and not _MORNING.search(near):
        return [plain + _HALF_DAY]
    if _MORNING.search(near) and not _LATE.search(near):
        return [plain]
    if 8 <= hit.hour <= 11:
        return [plain]
    if hit.hour == 7:
        return [plain] if day_style else [plain, plain + _HALF_DAY]
    return [plain + _HALF_DAY]
