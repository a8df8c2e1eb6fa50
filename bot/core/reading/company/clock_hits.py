"""One writing of a time of day, as found by `compile_writings`, turned into its hour and minute."""

from __future__ import annotations

import re

from bot.core.reading.company.clock_forms import ClockForms
from bot.core.reading.company.clock_line import ClockLine
from bot.core.reading.company.folding import key
from bot.core.reading.company.halves import Hit

_TWELVE = re.compile(r"(?<!\d)12(?:[:.h]00)?\D{0,12}$")
_WITH_DIGITS = (
    ("1", "meridiem"),
    ("3", "colon"),
    ("4", "dot"),
    ("8", "colon"),
    ("10", "colon"),
    ("13", "colon"),
    ("12", "figures"),
)
"""The writings with digits for hour and minute: the number of their groups, and the kind of hit they make."""


def read_hit(match: re.Match[str], line: ClockLine) -> Hit | None:
    """Return the time that *match* writes, or None where it is none after all."""
    for number, kind in _WITH_DIGITS:
        if match[f"h{number}"]:
            return _digits(match, number, kind, line)
    start, end = match.start(), match.end()
    if match["h2"]:
        return _hour_and_half(match, line)
    if match["noon"] or match["noon9"]:
        return _noon(match, line)
    for number in ("5", "6", "11", "14", "7"):
        if match[f"w{number}"]:
            return _worded(match, number, line)
    if match["w9"]:
        return Hit(start, end, value_of(match["w9"], line.forms), 0, "", "name")
    if match["same"]:
        return Hit(start, end, 0, 0, "", "same")
    return Hit(start, end, int(match["bare"]), 0, "", "bare")


def _hour_and_half(match: re.Match[str], line: ClockLine) -> Hit:
    """Return "3 pm"; where "am" turns out to be a word, the bare number before it."""
    hour, half = int(match["h2"]), _half(match, "ap2", line)
    if half:
        return Hit(match.start(), match.end(), hour, 0, half, "bare" if _is_letter(match["ap2"]) else "meridiem")
    return Hit(match.start(), match.start() + len(match["h2"]), hour, 0, "", "bare")


def _digits(match: re.Match[str], number: str, kind: str, line: ClockLine) -> Hit:
    hour, minute = match[f"h{number}"], int(match[f"m{number}"])
    half = _half(match, "ap1", line)
    sure = "colon" if kind == "meridiem" and not half else kind
    sure = "colon" if match["u4"] or match["comma"] else sure
    if kind == "meridiem" and _is_letter(match["ap1"]) and match[0][: match.end("m1") - match.start()].isdigit():
        sure = "bare"
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
        not padded and sign in line.forms.values.lengths,
        bool(sign),
    )


def _is_letter(half: str) -> bool:
    """Return whether a.m. or p.m. is but its first letter: behind an hour alone that is as well the number of a house ("10a")."""
    return len(half) == 1


def _half(match: re.Match[str], name: str, line: ClockLine) -> str:
    """Return "a", "p" or "": what of a.m. and p.m. the group *name* says. Where "am" is a word, only AM and a.m. are."""
    written = match[name]
    if not written:
        return ""
    word = key(written)
    values = line.forms.values
    if word in values.capital_only and "." not in written and not line.text[slice(*match.span(name))].isupper():
        return ""
    return "p" if word in values.pm else "a"


def value_of(text: str, forms: ClockForms) -> int:
    """Return the number that *text* writes in digits or as a word."""
    return int(text) if text.isdigit() else forms.values.numbers[key(text)]


def _noon(match: re.Match[str], line: ClockLine) -> Hit | None:
    behind = match["behind0"] or match["behind9"]
    minutes = 12 * 60 + (line.forms.values.behind[key(behind)] if behind else 0)
    half = "p" if minutes >= 12 * 60 else "a"
    before = line.before(match.start())
    hit = Hit(match.start(), match.end(), minutes // 60, minutes % 60, half, "meridiem")
    led = match["noon"] or (line.forms.signs.loose_lead.search(before) and not _TWELVE.search(before))
    return hit if led or (line.may_end_bare(hit) and line.follows_date(hit)) else None


def _worded(match: re.Match[str], number: str, line: ClockLine) -> Hit:
    """Return an hour written as a word or with a sign, shifted by what stands beside it ("half ten", "tres y media", "15 Uhr")."""
    hour, half = value_of(match[f"w{number}"], line.forms), "" if number == "14" else _half(match, f"ap{number}", line)
    shift = _shift(match, number, line.forms)
    unit = None if number == "5" else match[f"u{number}"]
    minutes = (hour * 60 + shift) % (24 * 60)
    early = hour <= 12 and minutes // 60 in (0, 23)
    shown = 12 if early and minutes < 60 else minutes // 60 % 12 if early else minutes // 60
    doubtful = not half and (key(unit) in line.forms.values.lengths if unit else True)
    spelled = not unit and not half and not shift
    kind = "meridiem" if half else "name" if spelled else "word"
    counted_on = number == "5" and _counts_on(match, line.forms)
    return Hit(match.start(), match.end(), shown, minutes % 60, half, kind, False, doubtful, bool(unit), counted_on)


def _counts_on(match: re.Match[str], forms: ClockForms) -> bool:
    """Return whether the words before an hour can only count minutes from it: "ten to four" may be a range as well."""
    return bool(match["before"]) or key(match["counted"]) in forms.values.past


def _shift(match: re.Match[str], number: str, forms: ClockForms) -> int:
    """Return the minutes by which the words beside an hour move it."""
    if number == "5":
        return _shift_before(match, forms)
    if number == "6":
        return _shift_behind(match, forms)
    if number == "14":
        return value_of(match["m14"], forms)
    return forms.values.numbers[key(match["m11"])] if number == "11" else 0


def _shift_before(match: re.Match[str], forms: ClockForms) -> int:
    """Return the minutes that "half", "quarter to" or "ten past" add to the hour behind them."""
    if match["before"]:
        return forms.values.before[key(match["before"])]
    count, word = value_of(match["count"], forms), key(match["counted"])
    return forms.values.to[word] - count if word in forms.values.to else forms.values.past[word] + count


def _shift_behind(match: re.Match[str], forms: ClockForms) -> int:
    """Return the minutes that "y media" or "moins dix" add to the hour before them."""
    if match["behind6"]:
        return forms.values.behind[key(match["behind6"])]
    count = value_of(match["plus6"], forms)
    return -count if key(match["sign6"]) in forms.values.minus else count
