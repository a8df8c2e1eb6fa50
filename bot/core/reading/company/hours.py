"""Times of day as people write them: 3pm, 15:00, 15h30, halb drei, tres y media, noon, "at 9", ranges of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.core.reading.company.clock_forms import ClockForms
from bot.core.reading.company.cues import Language
from bot.core.reading.company.dates import DateMention
from bot.core.reading.company.folding import fold, key
from bot.core.reading.company.halves import Hit, all_minutes, likely_minutes

_DAY_STYLE = re.compile(
    r"(?<![\d:.])(?:1[3-9]|2[0-3])[:h][0-5]\d(?!\s?[ap]\.?m|\d)|(?<![\d:.])0\d[:h][0-5]\d(?!\s?[ap]\.?m|\d)",
    re.IGNORECASE,
)
_ZONE_AFTER = re.compile(r"\s?\(?(?:[A-Z]{1,4}T|GMT|UTC|BST|MESZ?)\b")
_TWELVE = re.compile(r"(?<!\d)12(?:[:.h]00)?\D{0,12}$")
_LONGEST = 10 * 60
_LONGEST_BARE = 4  # hours between two bare numbers that are a time and its end
_QUARTER, _BEHIND = 15, 8
_EARLIEST_ALONE = 5  # "7h30" on a line of its own
_EARLIEST_PLAIN = 8  # "2 heures" alone is a length; "14 heures" and "9 heures" hardly ever are


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockMention:
    """A time of day or a range of them. ``options``: (start, end) in minutes of the day, end None where only one time is given; two
    options where morning and evening both stand. ``sure``: written so that it can only be a time. ``same_time``: "same time".
    ``open_start``: only an end is given ("till 9.15"); it is the start of the option. ``loose``: a bare number behind "at"."""

    start: int
    end: int
    options: tuple[tuple[int, int | None], ...]
    sure: bool
    same_time: bool = False
    open_start: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """A text with all that its times are read by."""

    text: str
    folded: str
    forms: ClockForms
    day_style: bool
    dates: tuple[DateMention, ...]

    def before(self, hit: Hit, reach: int = 24) -> str:
        return self.folded[max(0, hit.start - reach) : hit.start]


def may_hold_clock(text: str, language: Language) -> bool:
    """Return whether *text* has a digit or a word of a time of day; if not, `find_clocks` finds nothing."""
    if any(char.isdigit() for char in text):
        return True
    return language.grammar is not None and bool(language.grammar.clocks.words.search(fold(text)))


def find_clocks(
    text: str, language: Language, dates: tuple[DateMention, ...], day_style: bool
) -> tuple[ClockMention, ...]:
    """Return the times in *text*, in order. *day_style*: the mail writes 24-hour times elsewhere. Digits of *dates* are no times."""
    if language.grammar is None or not may_hold_clock(text, language):
        return ()
    line = _Line(text, fold(text), language.grammar.clocks, day_style, dates)
    taken = [(d.start, d.end) for d in dates if d.end > d.start]
    hits: list[Hit] = []
    place = 0
    while match := line.forms.clock.search(line.folded, place):
        clash = next((end for start, end in taken if start < match.end() and match.start() < end), None)
        place = max(match.end() if clash is None else clash, match.start() + 1)
        if clash is None and match["count"] and _opens_range(match, line):
            place = match.end("count")
            hits.append(Hit(match.start(), place, _value(match["count"], line.forms), 0, "", "name"))
        elif clash is None and match["comma"] and not _comma_is_time(match, line):
            place = match.end()
        elif clash is None and (hit := _hit(match, line)) is not None:
            hits.append(hit)
            place = max(hit.end, match.start() + 1)
    return tuple(_quarter_later(mention, line, language) for mention in _mentions(hits, line))


def _quarter_later(mention: ClockMention, line: _Line, language: Language) -> ClockMention:
    """Return *mention* a quarter of an hour later where "c.t." stands behind it, as at universities; an end stays as it is."""
    if not language.pattern("academic_quarter").match(line.folded[mention.end : mention.end + _BEHIND].lstrip(" (")):
        return mention
    return replace(mention, options=tuple((begin + _QUARTER, end) for begin, end in mention.options))


def writes_day_style(text: str) -> bool:
    """Return whether *text* has times that only a 24-hour clock shows."""
    return bool(_DAY_STYLE.search(text))


def _comma_is_time(match: re.Match[str], line: _Line) -> bool:
    """Return whether "15,30" is a time: behind "ore", before "Uhr" or alone on its line; elsewhere it is a figure."""
    alone = not (line.folded[: match.start()] + line.folded[match.end() :]).strip(" .")
    return alone or bool(match["u4"] or line.forms.lead.search(line.folded[max(0, match.start() - 24) : match.start()]))


def _opens_range(match: re.Match[str], line: _Line) -> bool:
    """Return whether "ten to four" stands behind "from": no minutes then."""
    return bool(line.forms.from_before.search(line.folded[max(0, match.start() - 24) : match.start()]))


def _hit(match: re.Match[str], line: _Line) -> Hit | None:
    forms, start, end = line.forms, match.start(), match.end()
    for number, kind in (("1", "meridiem"), ("3", "colon"), ("4", "dot"), ("8", "colon"), ("10", "colon")):
        if match[f"h{number}"]:
            return _digits(match, number, kind, line)
    if match["h2"]:
        half = _half(match, ("ap2",), line)
        return (
            Hit(start, end, int(match["h2"]), 0, half, "meridiem")
            if half
            else Hit(start, start + len(match["h2"]), int(match["h2"]), 0, "", "bare")
        )
    if match["noon"] or match["noon9"]:
        return _noon(match, line)
    if match["w5"]:
        return _worded(match, _value(match["w5"], forms), _shift_before(match, forms), line, ("ap5",))
    if match["w6"]:
        return _worded(match, _value(match["w6"], forms), _shift_behind(match, forms), line, ("ap6",), unit=match["u6"])
    if match["w11"]:
        return _worded(
            match, _value(match["w11"], forms), forms.numbers[key(match["m11"])], line, ("ap11",), unit=match["u11"]
        )
    if match["w7"]:
        return _worded(match, _value(match["w7"], forms), 0, line, ("ap7",), unit=match["u7"])
    if match["w9"]:
        return Hit(start, end, _value(match["w9"], forms), 0, "", "name")
    if match["same"]:
        return Hit(start, end, 0, 0, "", "same")
    return Hit(start, end, int(match["bare"]), 0, "", "bare")


def _digits(match: re.Match[str], number: str, kind: str, line: _Line) -> Hit:
    hour, minute = match[f"h{number}"], int(match[f"m{number}"])
    half = _half(match, ("ap1",), line)
    sure = "colon" if kind == "meridiem" and not half else kind
    sure = "colon" if match["u4"] or match["comma"] else sure
    padded = number == "8" or (len(hour) == 2 and hour[0] == "0")
    sign = match["s3"] or key(match["u10"] or "")
    return Hit(
        match.start(),
        match.end(),
        int(hour),
        minute,
        half,
        sure,
        padded,
        not padded and sign in line.forms.lengths,
        bool(sign),
    )


def _half(match: re.Match[str], names: tuple[str, ...], line: _Line) -> str:
    """Return "a", "p" or "": what of a.m. and p.m. is written. Where "am" is a word, only AM and a.m. are."""
    name = next((name for name in names if match[name]), None)
    if name is None:
        return ""
    word = key(match[name])
    if (
        word in line.forms.capital_only
        and "." not in match[name]
        and not line.text[match.start(name) : match.end(name)].isupper()
    ):
        return ""
    return "p" if word in line.forms.pm else "a"


def _value(text: str, forms: ClockForms) -> int:
    return int(text) if text.isdigit() else forms.numbers[key(text)]


def _noon(match: re.Match[str], line: _Line) -> Hit | None:
    behind = match["behind0"] or match["behind9"]
    minutes = 12 * 60 + (line.forms.behind[key(behind)] if behind else 0)
    hit = Hit(match.start(), match.end(), minutes // 60, minutes % 60, "p" if minutes >= 12 * 60 else "a", "meridiem")
    led = match["noon"] or (line.forms.loose_lead.search(line.before(hit)) and not _TWELVE.search(line.before(hit)))
    return hit if led else None


def _shift_before(match: re.Match[str], forms: ClockForms) -> int:
    """Return the minutes that "half", "quarter to" or "ten past" add to the hour behind them."""
    if match["before"]:
        return forms.before[key(match["before"])]
    count, word = _value(match["count"], forms), key(match["counted"])
    return forms.to[word] - count if word in forms.to else forms.past[word] + count


def _shift_behind(match: re.Match[str], forms: ClockForms) -> int:
    """Return the minutes that "y media" or "moins dix" add to the hour before them."""
    if match["behind6"]:
        return forms.behind[key(match["behind6"])]
    count = _value(match["plus6"], forms)
    return -count if key(match["sign6"]) in forms.minus else count


def _worded(
    match: re.Match[str], hour: int, shift: int, line: _Line, names: tuple[str, ...], unit: str | None = None
) -> Hit:
    half = _half(match, names, line)
    minutes = (hour * 60 + shift) % (24 * 60)
    early = hour <= 12 and minutes // 60 in (0, 23)
    shown = 12 if early and minutes < 60 else minutes // 60 % 12 if early else minutes // 60
    doubtful = not half and (key(unit) in line.forms.lengths if unit else True)
    spelled = not unit and not half and not shift
    kind = "meridiem" if half else "name" if spelled else "word"
    return Hit(match.start(), match.end(), shown, minutes % 60, half, kind, False, doubtful, bool(unit))


def _mentions(hits: list[Hit], line: _Line) -> list[ClockMention]:
    found: list[ClockMention] = []
    number = 0
    while number < len(hits):
        hit = hits[number]
        following = hits[number + 1] if number + 1 < len(hits) else None
        if following and _is_range(hit, following, line):
            found += (
                [_single(hit, line), _single(following, line)]
                if _is_move(hit, following, line)
                else [_range(hit, following, line)]
            )
            number += 2
            continue
        if _stands_alone(hit, line):
            found.append(_single(hit, line))
        number += 1
    return found


def _is_range(first: Hit, second: Hit, line: _Line) -> bool:
    if "same" in (first.kind, second.kind):
        return False
    gap = line.folded[first.end : second.start]
    before = line.before(first)
    plain = ("bare", "name")
    to, both = line.forms.gap_to.fullmatch(gap), line.forms.gap_and.fullmatch(gap)
    if first.kind in plain and second.kind in plain:
        return _bare_range(first, second, line, spans=bool(to or both))
    if line.forms.between_before.search(before) and both:
        return True
    if not to:
        return False
    if second.kind in plain:
        close = first.kind == "colon" and 0 < (second.hour - first.hour) % 12 * 60 - first.minute <= _LONGEST_BARE * 60
        return (close or bool(line.forms.gap_to_word.fullmatch(gap))) and bool(
            line.forms.bare_behind.match(line.folded, second.end) or _ZONE_AFTER.match(line.text, second.end)
        )
    if first.kind in plain:
        return _may_open(first, line, gap)
    return not (
        first.doubtful and first.hour < _EARLIEST_PLAIN and second.doubtful and second.hour < _EARLIEST_PLAIN
    ) or _led(first, line)


def _bare_range(first: Hit, second: Hit, line: _Line, *, spans: bool) -> bool:
    """Two bare hours are a range behind "from" or "at", or before a zone."""
    if not spans or second.hour > 23 or first.hour < 1:
        return False
    before = line.before(first)
    if line.forms.from_before.search(before) or line.forms.lead.search(before):
        return bool(line.forms.bare_behind.match(line.folded, second.end)) and second.hour >= 1
    named = any(
        d.end <= first.start and not line.folded[d.end : first.start].strip(" ,;:|-()\u2013") for d in line.dates
    )
    if named and _is_close(first, second) and line.forms.bare_behind.match(line.folded, second.end):
        return True
    gap = line.folded[first.end : second.start].strip()
    dated = named or line.forms.dot_before.search(before)
    return (
        gap in ("-", "\u2013") and bool(dated) and second.hour <= 19 and bool(_ZONE_AFTER.match(line.text, second.end))
    )


def _is_close(first: Hit, second: Hit) -> bool:
    """Return whether two hours of the day are as far apart as a talk lasts ("Wednesday 2 to 3", "Friday 11-1")."""
    return first.hour <= 19 and 1 <= (second.hour - first.hour) % 12 <= _LONGEST_BARE


def _may_open(first: Hit, line: _Line, gap: str) -> bool:
    """Return whether a bare number opens a range ("10 - 11 Uhr") and does not belong to the word before it ("Raum 3 - 10 Uhr")."""
    before = line.before(first).rstrip()
    if not before or not gap.startswith(" ") or not before[-1:].isalpha():
        return True
    return bool(line.forms.loose_lead.search(line.before(first)) or line.forms.dot_before.search(line.before(first)))


def _is_move(first: Hit, second: Hit, line: _Line) -> bool:
    """Return whether "2:30 to 4pm" is a move from one time to another rather than a range."""
    word = line.forms.gap_to_word.fullmatch(line.folded[first.end : second.start])
    return bool(word and line.forms.moving.search(line.before(first, 45)))


def _led(hit: Hit, line: _Line, *, opens_range: bool = True) -> bool:
    """Return whether a word for "at" stands before, or the part of day beside it."""
    if line.forms.lead.search(line.before(hit)):
        return not line.forms.length_before.search(line.before(hit))
    if opens_range and line.forms.from_before.search(line.before(hit)):
        return True
    behind = line.folded[hit.end : hit.end + 16]
    return any(
        part.match(behind.lstrip(" ,")) for part in (line.forms.morning, line.forms.afternoon, line.forms.evening)
    )


def _stands_alone(hit: Hit, line: _Line) -> bool:
    if hit.kind in ("same", "meridiem"):
        return True
    if hit.kind in ("dot", "bare", "name") and line.forms.numbered_before.search(line.before(hit)):
        return False
    if hit.doubtful or hit.kind == "name":
        return _word_stands(hit, line)
    if hit.kind == "dot":
        return _dot_stands(hit, line)
    if hit.kind == "bare":
        return _bare_stands(hit, line)
    return True


def _dot_stands(hit: Hit, line: _Line) -> bool:
    """Return whether "10.30" without a sign of hours is a time: where a language has such signs, only behind "at" or a date."""
    before = line.before(hit)
    if not before.strip() or line.forms.loose_lead.search(before):
        return True
    if line.forms.points_are_usual:
        return bool(line.forms.dot_before.search(before) or line.forms.dot_behind.match(line.folded, hit.end))
    return any(d.end <= hit.start and not line.folded[d.end : hit.start].strip(" ,;:|-()\u2013.") for d in line.dates)


def _word_stands(hit: Hit, line: _Line) -> bool:
    """Return whether "drei Uhr", "2h", "deux heures" or "half ten" is an hour and no length."""
    if hit.kind == "name" and line.forms.gap_to_word.match(line.folded, hit.end):
        return False
    if _led(hit, line, opens_range=False):
        return hit.kind != "name" or bool(line.forms.bare_behind.match(line.folded, hit.end))
    if hit.kind == "name":
        return False
    before = line.before(hit, 30)
    if line.forms.length_before.search(before) or line.forms.length_behind.match(line.folded, hit.end):
        return False
    if hit.with_unit:
        alone = hit.hour >= _EARLIEST_ALONE and hit.minute > 0 and not before.strip()
        return alone or hit.hour >= _EARLIEST_PLAIN or bool(line.forms.until_before.search(before))
    return bool(line.forms.bare_behind.match(line.folded, hit.end))


def _bare_stands(hit: Hit, line: _Line) -> bool:
    before = line.before(hit)
    led = line.forms.lead.search(before) and not line.forms.length_before.search(before)
    if not led and 1 <= hit.hour <= 12 and _names_part_of_day(hit, line):
        return True
    return bool(led) and 1 <= hit.hour <= 19 and bool(line.forms.bare_behind.match(line.folded, hit.end))


def _names_part_of_day(hit: Hit, line: _Line) -> bool:
    """Return whether words such as "in the afternoon" ("de la tarde") follow, which make a bare number an hour."""
    behind = line.folded[hit.end : hit.end + 20].lstrip(" ,")
    parts = (line.forms.morning, line.forms.afternoon, line.forms.evening)
    return any(" " in found[0].strip() for part in parts if (found := part.match(behind)))


def _single(hit: Hit, line: _Line) -> ClockMention:
    minutes = likely_minutes(hit, line.folded, line.forms, day_style=line.day_style)
    return ClockMention(
        start=hit.start,
        end=hit.end,
        options=() if hit.kind == "same" else tuple((minute, None) for minute in minutes),
        sure=hit.kind in ("meridiem", "colon", "word"),
        same_time=hit.kind == "same",
        open_start=bool(line.forms.until_before.search(line.before(hit))),
        loose=hit.kind in ("bare", "name"),
    )


def _range(first: Hit, second: Hit, line: _Line) -> ClockMention:
    options = []
    for start in _range_starts(first, second, line):
        ends = (
            likely_minutes(second, line.folded, line.forms, day_style=line.day_style)
            if second.half
            else sorted(all_minutes(second))
        )
        late = [end for end in ends if end > start]
        if late:
            options.append((start, late[0]))
    alone = tuple((minute, None) for minute in likely_minutes(first, line.folded, line.forms, day_style=line.day_style))
    kinds = {first.kind, second.kind}
    return ClockMention(
        start=first.start,
        end=second.end,
        options=tuple(options) or alone,
        sure=kinds.isdisjoint({"bare", "name"}) or not kinds.isdisjoint({"meridiem", "colon", "word"}),
    )


def _range_starts(first: Hit, second: Hit, line: _Line) -> list[int]:
    if first.half or not second.half or first.hour > 12:
        return likely_minutes(first, line.folded, line.forms, day_style=line.day_style, until=second.end)
    end = likely_minutes(second, line.folded, line.forms, day_style=line.day_style)[0]
    starts = [start for start in all_minutes(first) if 0 < end - start <= _LONGEST]
    return [max(starts)] if starts else likely_minutes(first, line.folded, line.forms, day_style=line.day_style)
