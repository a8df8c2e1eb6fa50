"""A time told by its distance from the one that was agreed ("we start an hour later")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice

from bot.core.reading.company.cues import Language
from bot.core.reading.company.duration import find_lengths
from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.page import Page, has_cue
from bot.core.reading.company.wording import count_of, finds, flatten, read_before

_LEAST, _MOST = timedelta(minutes=15), timedelta(hours=5)
_DAY = timedelta(days=1)
_HOURS = 24
_REACH = 40
_FAR = 90
_MOST_SHIFTS = 4
_MOST_BETWEEN = 4
_MOST_LED = 3
_SIGNS = (
    "later_word",
    "later_verb",
    "earlier_word",
    "earlier_verb",
    "day_later",
    "day_later_word",
    "day_moved",
    "day_earlier",
)
_MOST_DAYS = 28
_WORD = re.compile(r"\W")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """``by``: how much later (earlier: negative). ``sentence``: where it stands. ``told``: the new time is said beside it ("than").
    ``apposed``: it only says again what a time before it means ("at 11, which is an hour later"). ``asked``: it is only asked for."""

    by: timedelta
    sentence: int
    told: bool
    apposed: bool = False
    asked: bool = False


def find_shift(page: Page) -> Shift | None:
    """Return by how much the new text moves the time, or asks to; None where it does not say so outright, or says several."""
    found: list[Shift] = []
    for number, sentence in enumerate(page.sentences):
        if len(found) < _MOST_SHIFTS:
            asked = sentence.text.endswith("?")
            shifts = _shifts(page.language, flatten(page.language, sentence.plain), number)
            found += [replace(shift, asked=asked) for shift in shifts]
    told = [shift for shift in found if not shift.asked] or found
    return told[0] if len({shift.by for shift in told}) == 1 else _put_together(told)


def finds_shift(language: Language, plain: str) -> bool:
    """Return whether a sentence tells a time by its distance from another ("half an hour later")."""
    return bool(_shifts(language, flatten(language, plain), 0))


def _put_together(shifts: Sequence[Shift]) -> Shift | None:
    """Return the sum of one shift of days and one of hours ("a day later, and then at half past rather than on the hour"), else None."""
    days = {shift.by for shift in shifts if not shift.by % _DAY}
    hours = {shift.by for shift in shifts if shift.by % _DAY}
    if len(days) != 1 or len(hours) != 1:
        return None
    return replace(shifts[0], by=days.pop() + hours.pop())


def _shifts(language: Language, flat: str, number: int) -> list[Shift]:
    if not any(finds(language, name, flat) for name in _SIGNS) or finds(language, "shift_aside", flat):
        return []
    hours = [
        Shift(
            by=by,
            sentence=number,
            told=language.pattern("shift_than").search(after[:_REACH]) is not None,
            apposed=language.pattern("shift_apposed").search(lead) is not None,
        )
        for way, sign in (("later", 1), ("earlier", -1))
        for minutes, after, lead in (*_before_word(language, way, flat), *_behind_verb(language, way, flat))
        if _LEAST <= abs(by := timedelta(minutes=sign * minutes)) <= _MOST
        and not _parts_clocks(language, flat, lead, after)
    ]
    return [*hours, *_by_days(language, flat, number)]


def _parts_clocks(language: Language, flat: str, lead: str, after: str) -> bool:
    """Return whether the words right beside a length only say by how much two clocks differ ("13:00 CEST, an hour later for you", "bei
    Ihnen eine Stunde sp\u00e4ter")."""
    if finds(language, "moved", flat):
        return False
    sides = [language.pattern(name) for name in ("clock_ours_behind", "clock_yours_behind")]
    behind = after.lstrip(" ,(")
    if any(side.match(behind) for side in sides) or _names_zone(language, behind):
        return True
    return any(not lead[match.end() :].strip(" ,(:") for side in sides for match in side.finditer(lead))


def _names_zone(language: Language, flat: str) -> bool:
    """Return whether *flat* opens with words such as "in" and a place that has a clock of its own."""
    lead = language.pattern("in_place").match(flat)
    rest = flat[lead.end() :].lstrip() if lead else ""
    names = language.grammar.zones.names.get(_WORD.split(rest)[0], ()) if rest and language.grammar else ()
    return any(rest.startswith(name) for name in names)


def _by_days(language: Language, flat: str, number: int) -> Iterator[Shift]:
    """Yield the shifts of whole days ("the next day", "a week later") of a sentence that moves something."""
    if finds(language, "moved", flat) or has_cue(language, "reschedule", flat):
        yield from _days_told(language, flat, number)


def find_day_shift(page: Page, sentence: int) -> Shift | None:
    """Return by how many days the *sentence* is away from the day agreed, where it says so once ("the day before, at 10")."""
    if not 0 <= sentence < len(page.sentences) or page.sentences[sentence].text.endswith("?"):
        return None
    flat = flatten(page.language, page.sentences[sentence].plain)
    found = list(_days_told(page.language, flat, sentence))
    return found[0] if len({shift.by for shift in found}) == 1 else None


def tells_day_shift(language: Language, plain: str) -> bool:
    """Return whether a sentence tells a day by its distance from another ("the day after")."""
    return any(True for _ in _days_told(language, flatten(language, plain), 0))


def _days_told(language: Language, flat: str, number: int) -> Iterator[Shift]:
    for way, sign in (("day_later", 1), ("day_later_word", 1), ("day_moved", 1), ("day_earlier", -1)):
        for match in islice(language.matches(way, flat), _MOST_SHIFTS):
            told = match.groupdict()
            count = count_of(language, told.get("n") or "") or 1
            days = _whole_days(language, told, count)
            if 0 < days <= _MOST_DAYS:
                turned = -1 if sign > 0 and _is_forward(language, flat, match) else sign
                yield Shift(by=timedelta(days=turned * days), sentence=number, told=False)


def _whole_days(language: Language, told: Mapping[str, str | None], count: int) -> int:
    """Return how many days *count* hours, weeks or days are; 0 for hours that make no whole days."""
    if told.get("hours"):
        return 0 if count % _HOURS else count // _HOURS
    return count * 7 if told.get("w") else _in_weeks(language, told, count)


def _in_weeks(language: Language, told: Mapping[str, str | None], count: int) -> int:
    """Return how many days *count* of them are, where a language says "eight days" of a week and "fifteen" of two ("dans huit jours")."""
    for name, days in (("week_later", 7), ("fortnight_later", 14)):
        if count > days and any(told.get("n") in phrase.split() for phrase in language.vocabulary.all_of(name)):
            return days
    return count


def _is_forward(language: Language, flat: str, match: re.Match[str]) -> bool:
    """Return whether words such as "brought forward by" lead to the length in *match*, which would be later without them."""
    counted = match.start("n") if match.groupdict().get("n") else match.end()
    lead = flat[max(0, match.start() - _REACH) : counted]
    verbs = language.matches("earlier_verb", lead)
    return any(len(lead[verb.end() :].split()) <= _MOST_LED for verb in islice(verbs, _MOST_SHIFTS))


def _before_word(language: Language, way: str, flat: str) -> Iterator[tuple[int, str, str]]:
    """Yield the minutes of each length right before a word such as "later", what follows the word, and what stands before."""
    for word in islice(language.matches(f"{way}_word", flat), _MOST_SHIFTS):
        lead = flat[max(0, word.start() - _REACH) : word.start()].rstrip()
        lengths = [
            (m.start(), minutes) for m, minutes in find_lengths(language, lead) if m.end() == len(lead) and minutes
        ]
        if lengths:
            yield min(lengths)[1], flat[word.end() :], lead[: min(lengths)[0]].rstrip(" ")


def _behind_verb(language: Language, way: str, flat: str) -> Iterator[tuple[int, str, str]]:
    """Yield the minutes of each length behind words such as "delayed", what follows it, and nothing before."""
    for verb in islice(language.matches(f"{way}_verb", flat), _MOST_SHIFTS):
        rest = flat[verb.end() : verb.end() + _REACH].lstrip()
        lengths = [(m.start(), -m.end(), minutes) for m, minutes in find_lengths(language, rest) if minutes]
        if lengths and len(rest[: min(lengths)[0]].split()) <= _MOST_BETWEEN:
            yield min(lengths)[2], rest[-min(lengths)[1] :], ""
            continue
        far = flat[verb.end() : verb.end() + _FAR].lstrip()
        for match, minutes in find_lengths(language, far):
            if minutes and language.pattern("shift_by").search(far[: match.start()].rstrip()):
                yield minutes, far[match.end() :], ""


def is_behind(language: Language, moment: Moment, shift: Shift) -> bool:
    """Return whether *shift*, of the same sentence, stands behind *moment* and counts from it: "our talk at 10 starts an hour later",
    not "we start an hour later, at 11" nor "we now start at 11, an hour later"."""
    if shift.apposed or shift.told:
        return False
    before = moment.line[: moment.position]
    if finds(language, "moved", before) and language.pattern("new_before").search(read_before(language, before)):
        return False
    after = flatten(language, language.plain(moment.line[moment.position :]))
    if not shift.by % _DAY and not finds(language, "moved", moment.line):
        return False  # "we talk on Tuesday at 10; two days later, at the same time, you meet the head"
    return any(other.by == shift.by for other in _shifts(language, after, moment.sentence))


def shift_moment(shift: Shift, agreed: Sequence[Moment]) -> Moment | None:
    """Return the moment that *shift* makes of the one that was agreed; None where that is not one instant."""
    instants = {as_utc(start) for moment in agreed for start in moment.starts}
    if len(instants) != 1:
        return None
    moment = agreed[0]
    end = moment.end + shift.by if moment.end else None
    return replace(
        moment,
        starts=(moment.starts[0] + shift.by,),
        end=end,
        quoted=False,
        old=False,
        sure=False,
        sentence=shift.sentence,
    )
