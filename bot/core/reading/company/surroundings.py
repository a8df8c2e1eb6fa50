"""What the words around a moment make of it: a time given up, a deadline, something beside the talk, one of several put up for choice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.core.reading.company.cues import Language
from bot.core.reading.company.dates import DateMention
from bot.core.reading.company.folding import fold
from bot.core.reading.company.hours import ClockMention
from bot.core.reading.company.scanning import Scanned
from bot.core.reading.company.wording import finds, flatten, has_sign, read_before, words_of

_EQUALS = re.compile(r"[=(/\u2248~]\s?$")
_NEXT_CLAUSE = re.compile(r";|\.\s(?=[A-Z\u00c0-\u00de][a-z\u00df-\u00ff])")  # "at 16 hs. Later we ..."
_CAPITAL = re.compile(r"\s[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]")
_CLAUSE_END = re.compile(r"[;:(]|\s-\s")
_BRACKET = re.compile(r"\([^()]{0,80}\)?")
_DASH = re.compile(r"\s[-\u2013\u2014]\s")
_SHORT_WINDOW = 30
_SHORT_REMARK = 3
_NOT_OF_THE_TIME = frozenset({"location", "link", "contact", "role", "company"})
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_LISTED = 70
_FEW_WORDS = 5
_LIST_MARK = re.compile(r"\s?[,;/]\s?")


def is_denied(language: Language, between: str) -> bool:
    """Return whether the words *between* a date and its time of day say that it is not that time ("on Friday not at 10 but at 11")."""
    return bool(between and language.pattern("not_at").search(read_before(language, between)))


def is_old(line: Scanned, language: Language, start: int, before: str) -> bool:
    """Return whether the words *before* a moment at *start* say that it holds no longer ("instead of Monday", "moved from 3 to 4")."""
    plain = _DASH.split(read_before(language, before))[-1]
    if language.pattern("old_before").search(plain):
        return True
    if language.pattern("moved_to").fullmatch(plain.rpartition(" ")[2]):
        return False
    away = language.pattern("moved_from_before").search(plain)
    return bool(
        away
        and "take_place" not in language.line(away[0]).senses  # "for the post of analyst it will be on"
        and any(other > start for other in _starts(line))
        and finds(language, "moved", line.sentence.text)
        and finds(language, "moved_to", line.sentence.text[start:])
    )


def _starts(line: Scanned) -> list[int]:
    return [*(mention.start for mention in line.dates), *(clock.start for clock in line.clocks)]


def is_called_off(line: Scanned, language: Language, end: int) -> bool:
    """Return whether the words behind a moment say that it is off ("Tuesday at 2 is off", "Montag 10 Uhr muss leider entfallen")."""
    later = [start for start in _starts(line) if start >= end]
    after = line.sentence.text[end : min([*later, end + 60])]
    clause = re.split(r"[;!?]|\.\s", after)[0]
    match = finds(language, "old_after", clause)
    return bool(match) and len(clause[: match.start() if match else 0].split()) <= 5


def is_moved_away(line: Scanned, language: Language, first: int, end: int) -> bool:
    """Return whether the clause ends in a verb of moving and names no time to move to ("unser Gespräch morgen um 9 müssen wir leider
    verschieben", "ons gesprek van morgen 9 uur moeten we uitstellen")."""
    text = line.sentence.text
    clause = re.split(r"[,;:!?]|\.(?:\s|$)", text[end:])[0]
    if any(end <= start < end + len(clause) for start in _starts(line)):
        return False
    if not language.pattern("moved_at_end").search(flatten(language, clause).rstrip()):
        return False
    return not language.pattern("moved_to_before").search(read_before(language, text[:first]))


def is_arranged(line: Scanned, language: Language, end: int) -> bool:
    """Return whether the moment is what was arranged, in a sentence that moves it or calls it off: where a language puts both before the
    noun ("das für Montag, 10 Uhr, vereinbarte Gespräch müssen wir verlegen", "het voor maandag 10 uur geplande gesprek")."""
    after = flatten(language, line.sentence.text[end:]).lstrip(" ,.)")
    if not language.pattern("arranged_after").match(after):
        return False
    return bool(finds(language, "moved", after) or finds(language, "old_after", after))


def is_moved_from(line: Scanned, language: Language, end: int) -> bool:
    """ "I've pushed our 2:30 to 4pm", "Der Termin am 3. Juni um 10 Uhr wird auf den 5. Juni verlegt": the first of the two is the old."""
    text = line.sentence.text
    gaps = [flatten(language, text[end:start]).strip(" ,:(") for start in _starts(line) if start > end]
    if any(language.pattern("becomes_gap").fullmatch(" ".join(gap.split())) for gap in gaps):
        return True
    if not finds(language, "moved", text):
        return False
    given_up = language.pattern("old_before")
    return any(
        language.pattern("moved_gap").fullmatch(" ".join(gap.split())) and not given_up.search(gap) for gap in gaps
    )


def is_deadline(line: Scanned, language: Language, before: str, start: int) -> bool:
    """Return whether a moment is only by when something is to be done. *start*: where its time of day stands."""
    if line.sentence.label == "deadline":
        return True
    ends_so = language.pattern("deadline_before")
    not_so = language.pattern("no_deadline_before")
    texts = (read_before(language, text) for text in (before, line.sentence.text[:start][-40:]))
    return any(ends_so.search(plain) and not not_so.search(plain) for plain in texts)


def is_side(line: Scanned, language: Language, first: int, clock: ClockMention, before: str, after: str) -> bool:
    """Return whether a moment is of something beside the talk: lunch, arrival, a test, somebody's holiday."""
    if line.sentence.label in _NOT_OF_THE_TIME and not clock.sure:
        return True
    if clock.same_time:
        return False
    clause = _CLAUSE_END.split(before.removesuffix("("))[-1]
    if line.sentence.text[clock.end - 1 : clock.end] == "." and _CAPITAL.match(after):
        after = ""  # "at 16 hs. Later we ...": the next sentence
    after = _BRACKET.sub(lambda m: m[0] if len(m[0].split()) <= _SHORT_REMARK else " ", after)
    behind = _NEXT_CLAUSE.split(after)[0][:40]
    goes_on = language.pattern("and_afterwards").match(flatten(language, behind.lstrip(" ,")))
    window = f"{clause[-45:]} {line.sentence.text[first : clock.end]} {'' if goes_on else behind}"
    if language.pattern("own_time_before").search(read_before(language, line.sentence.text[: clock.start][-40:])):
        return _is_to_come(line, language, clock)
    return has_sign(language, "side", window) or _is_to_come(line, language, clock)


def _is_to_come(line: Scanned, language: Language, clock: ClockMention) -> bool:
    """Return whether a time is only when to come for the one behind it ("9.45 for 10")."""
    following = next((other for other in line.clocks if other.start >= clock.end), None)
    gap = flatten(language, line.sentence.text[clock.end : following.start]) if following else ""
    return bool(gap) and language.pattern("come_for").fullmatch(gap.strip()) is not None


def is_same_elsewhere(line: Scanned, language: Language, clock: ClockMention) -> bool:
    """Return whether the time only says what the clock shows somewhere else then ("so that's 2pm for him")."""
    text = line.sentence.text
    before = text[max(0, clock.start - 30) : clock.start]
    after = text[clock.end : clock.end + 40].lstrip(" (")
    if finds(language, "for_you_before", read_before(language, before)):
        return any(other.end <= clock.start for other in line.clocks)
    introduced = _EQUALS.search(before) or language.pattern("other_clock_before").search(read_before(language, before))
    if not introduced:
        return False
    place = language.pattern("in_place").match(flatten(language, after))
    named = place is not None and after[place.end() :].lstrip()[:1].isupper()
    return named or bool(language.pattern("other_clock_after").match(flatten(language, after)))


def is_choice(line: Scanned, language: Language, clock: ClockMention) -> bool:
    """Return whether the time is put up with others ("either Monday or Friday at 9", "9 or 9:30") or is a span ("any time
    between 9 and 1")."""
    text = line.sentence.text
    if not _is_short(clock) and finds(language, "any_time", text[max(0, clock.start - 30) : clock.start]):
        return True
    ways = language.word_set("or")
    days = [d for d in line.dates if d.readings]
    for left, right in pairwise(days):
        if left.readings != right.readings and ways & set(words_of(language, text[left.end : right.start])):
            return True
    if _listed_for_choice(line, language) or _lists_days(line, days) or _over_days(line, language, days, clock):
        return True
    return any(
        other is not clock and _offers_either(language, text[min(clock.end, other.end) : max(clock.start, other.start)])
        for other in line.clocks
    )


def _lists_days(line: Scanned, days: Sequence[DateMention]) -> bool:
    """Return whether three days or more stand in a row with their hours ("Mon 10-12, Tue after 3 and Thu before 1")."""
    text = line.sentence.text
    gaps = [text[left.end : right.start] for left, right in pairwise(days)]
    in_a_row = [gap for gap in gaps if _DIGIT.search(gap) and len(_words_in(gap)) <= _FEW_WORDS]
    return len(gaps) > 1 and len(in_a_row) == len(gaps) and len({day.readings for day in days}) == len(days)


def _over_days(line: Scanned, language: Language, days: Sequence[DateMention], clock: ClockMention) -> bool:
    """Return whether hours stand behind a first and a last day between which one picks ("Mon 22 to Thu 25 March, 11:00 to 14:00")."""
    spans = any(end is not None for _, end in clock.options)
    if not spans or language.grammar is None or finds(language, "moved", line.sentence.text):
        return False
    gap_to = language.grammar.clocks.ranges.gap_to
    pairs = ((left, right) for left, right in pairwise(days) if right.end <= clock.start)
    return any(
        left.readings[0] < right.readings[0] and gap_to.fullmatch(fold(line.sentence.text[left.end : right.start]))
        for left, right in pairs
    )


def find_listed_choices(lines: Sequence[Scanned]) -> frozenset[int]:
    """Return the places in *lines* of short lines in a row that open with different days, of which one leaves its hour open ("Tuesday,
    all morning", "Friday, 9 or 3"): such a list is put up for choice, and no line of it is fixed."""
    found: set[int] = set()
    run: list[int] = []
    for place in range(len(lines) + 1):
        if place < len(lines) and _opens_with_day(lines[place]) and (not run or _same_list(lines, run[-1], place)):
            run.append(place)
            continue
        if len({lines[n].dates[0].readings for n in run}) > 1 and any(_leaves_open(lines[n]) for n in run):
            found.update(run)
        run = [place] if place < len(lines) and _opens_with_day(lines[place]) else []
    return frozenset(found)


def _opens_with_day(line: Scanned) -> bool:
    text = line.sentence.text
    if not line.dates or not line.dates[0].readings or line.dates[0].span_of_days or len(text) > _LONGEST_LISTED:
        return False
    return len(_words_in(text[: line.dates[0].start])) <= 1


def _same_list(lines: Sequence[Scanned], last: int, place: int) -> bool:
    return lines[last].sentence.paragraph == lines[place].sentence.paragraph


def _leaves_open(line: Scanned) -> bool:
    """Return whether a listed day has no hour and hardly another word, two hours, or only a span."""
    rest = line.sentence.text[line.dates[0].end :]
    return len(_words_in(rest)) <= _FEW_WORDS if not line.clocks else len(line.clocks) > 1


def _words_in(text: str) -> list[str]:
    return _LETTERS.findall(text)


def is_open_ended(line: Scanned, language: Language, clock: ClockMention) -> bool:
    """Return whether only the hour is named from which somebody has time ("Thursday from 2 pm", "den 17. ab 13 Uhr")."""
    until = any(end is not None for _, end in clock.options)
    before = read_before(language, line.sentence.text[max(0, clock.start - 24) : clock.start])
    return not until and bool(language.pattern("from_on").search(before))


def _is_short(clock: ClockMention) -> bool:
    """Return whether a span is so short that a call in it can be counted on at its beginning ("between 14:00 and 14:30")."""
    return any(end is not None and 0 < end - begin <= _SHORT_WINDOW for begin, end in clock.options)


def _offers_either(language: Language, gap: str) -> bool:
    """Return whether nothing but "or" (with "at", a.m. or a zone) stands between two times."""
    words = words_of(language, gap)
    if not 0 < len(words) <= 4 or re.search(r"[.;!?]\s", gap):
        return False
    return not language.word_set("or").isdisjoint(words) and all(
        word in language.word_set("or") or word in language.word_set("between_times") or len(word) < 5 for word in words
    )


def _listed_for_choice(line: Scanned, language: Language) -> bool:
    """ "9.00, 10.15 or 11.30": times in a row with an "or" among them."""
    text = line.sentence.text
    gaps = [text[left.end : right.start] for left, right in pairwise(line.clocks)]
    either = [_offers_either(language, gap) for gap in gaps]
    return (
        len(gaps) > 1 and any(either) and all(o or _LIST_MARK.fullmatch(g) for o, g in zip(either, gaps, strict=True))
    )
