"""How long the talk is said to take."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.core.reading.company.cues import Language
from bot.core.reading.company.moment import LABELS_OF_A_TIME
from bot.core.reading.company.page import Page, Sentence
from bot.core.reading.company.wording import count_of, finds, flatten

_NAMED_LENGTHS = (180, 150, 120, 105, 90, 75, 60, 50, 45, 40, 30, 20, 15)
"""Lengths that languages have words of their own for ("anderthalb Stunden"), the longer wordings first."""
_SHORTEST, _LONGEST = 10, 600
_MOST_HOURS = 12
_FARTHEST = 130
_MOST_LOOSE_HOURS = 4
"""In languages whose word for the hour also tells the time ("10 uur"), more hours than this are a time of day."""


def find_duration(page: Page) -> int | None:
    """Return the stated length of the talk in minutes, or None where none or several are stated."""
    labelled = [
        minutes for sentence in page.sentences if sentence.label == "duration" for minutes in _lengths(page, sentence)
    ]
    if labelled:
        return labelled[0]
    topic = Sentence(text=page.subject, plain=page.language.plain(page.subject))
    found = [(minutes, sentence) for sentence in (*page.sentences, topic) for minutes in _lengths(page, sentence)]
    wholes = {minutes for _, sentence in found for minutes in _wholes(page.language, sentence)}
    chosen = wholes.pop() if len(wholes) == 1 else _one(page, found)
    if chosen is None and not found:
        chosen = _one(page, [(minutes, sentence) for sentence in page.quoted for minutes in _lengths(page, sentence)])
    return chosen


def _one(page: Page, found: list[tuple[int, Sentence]]) -> int | None:
    distinct = {minutes for minutes, _ in found}
    if len(distinct) == 1:
        return distinct.pop()
    beside = {minutes for minutes, sentence in found if sentence.label in LABELS_OF_A_TIME}
    if len(beside) == 1:
        return beside.pop()
    strong = {minutes for minutes, sentence in found if finds(page.language, "length_of_talk", sentence.plain)}
    return strong.pop() if len(strong) == 1 else None


def _wholes(language: Language, sentence: Sentence) -> Iterator[int]:
    """Yield the lengths that a sentence calls the whole ("altogether an hour and a half", "45 minutes all told")."""
    for match, minutes in find_lengths(language, flatten(language, sentence.plain)):
        before, after = match.string[max(0, match.start() - 60) : match.start()].rstrip(), match.string[match.end() :]
        told = language.pattern("whole_length_before").search(before)
        told = told or language.pattern("whole_length_after").match(after.lstrip(" ,"))
        if told and minutes and _SHORTEST <= minutes <= _LONGEST:
            yield minutes


def _lengths(page: Page, sentence: Sentence) -> list[int]:
    language = page.language
    found: list[tuple[re.Match[str], int]] = []
    taken: list[tuple[int, int]] = []
    for match, minutes in find_lengths(
        language, flatten(language, sentence.plain), labelled=sentence.label == "duration"
    ):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        taken.append(match.span())
        if minutes and minutes <= _LONGEST and not _is_other_length(language, match):
            found.append((match, minutes))
    if len(found) > 1:
        found.sort(key=lambda pair: pair[0].start())
        if _holds_the_others(language, found):
            return [found[0][1]]
        if _are_parts(language, [match for match, _ in found]):
            return [sum(minutes for _, minutes in found)]
    return [minutes for _, minutes in found if minutes >= _SHORTEST]


def _holds_the_others(language: Language, found: Sequence[tuple[re.Match[str], int]]) -> bool:
    """Return whether the first length is the whole and the others are of it ("an hour, of which 15 minutes are for you")."""
    (first, whole), (second, _) = found[:2]
    gap = first.string[first.end() : second.start()]
    behind = language.pattern("of_which").match(second.string[second.end() :].lstrip())
    return bool(language.pattern("of_which").search(gap) or behind) and whole > max(minutes for _, minutes in found[1:])


def _are_parts(language: Language, matches: Sequence[re.Match[str]]) -> bool:
    """Return whether the lengths of one sentence follow one another ("30 minutes with me and a 45-minute case"): in between stand an "and"
    or "then", at the least a comma, and nothing that makes one a part of the other or a choice."""
    text = matches[0].string
    gaps = [text[a.end() : b.start()] for a, b in pairwise(matches)]
    if any(language.pattern("no_sum").search(gap) or len(gap) > _FARTHEST or not gap.strip() for gap in gaps):
        return False
    if language.pattern("no_sum_before").search(text[: matches[0].start()]):
        return False
    joined = [bool(language.pattern("and_then").search(gap)) for gap in gaps]
    return any(joined) and all(a or "," in gap for a, gap in zip(joined, gaps, strict=True))


def find_lengths(
    language: Language, flat: str, *, labelled: bool = False
) -> Iterator[tuple[re.Match[str], int | None]]:
    """Yield each length in *flat* (see `flatten`) with its minutes; None where it is a span ("30 to 45 minutes") or no length."""
    for minutes in _NAMED_LENGTHS:
        for match in language.matches(f"minutes_{minutes}", flat):
            yield match, minutes
    for match in language.matches("length", flat):
        yield match, _counted(language, match, labelled=labelled)


def _is_other_length(language: Language, match: re.Match[str]) -> bool:
    """Return whether it is how early to come, how long one travels, a notice, and the like."""
    before, after = match.string[max(0, match.start() - 40) : match.start()].rstrip(), match.string[match.end() :]
    if language.pattern("length_at_most").search(before):
        return False
    return bool(
        language.pattern("no_length_after").match(after.lstrip()) or language.pattern("no_length_before").search(before)
    )


def _counted(language: Language, match: re.Match[str], *, labelled: bool) -> int | None:
    number = _number(match["to_n"] if match["to"] and labelled else match["n"], language)
    if number is None or (match["to"] and not labelled):
        return None
    if match["m"]:
        return round(number)
    if not labelled and _is_clock(language, match, number):
        return None
    more = _number(match["more"], language) if match["more"] else 30 if match["half"] else 0
    return round(number * 60) + round(more or 0) if number <= _MOST_HOURS else None


def _is_clock(language: Language, match: re.Match[str], hours: float) -> bool:
    """Return whether "10 uur", "9h30", "às 3 horas" is a time of day rather than a length."""
    loose = language.pattern("hour_of_day").fullmatch(match["h"]) is not None
    before = match.string[max(0, match.start() - 20) : match.start()].rstrip()
    return loose and (hours > _MOST_LOOSE_HOURS or bool(language.pattern("clock_before").search(before)))


def _number(text: str, language: Language) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return count_of(language, text)
