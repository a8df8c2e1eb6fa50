"""Times that are put up for choice, by how they stand in a sentence or a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.core.reading.company.clauses import says
from bot.core.reading.company.cues import Language
from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.duration import find_lengths
from bot.core.reading.company.folding import fold
from bot.core.reading.company.hours import ClockMention
from bot.core.reading.company.lexicon import NEGATION
from bot.core.reading.company.page import Page
from bot.core.reading.company.scanning import Scanned, without_days
from bot.core.reading.company.wording import finds, flatten, has_sign, read_before, words_of

_SHORT_WINDOW = 30
_LONGEST_TALK = 90
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_LISTED = 70
_FEW_WORDS = 5
_LONGEST_ARTICLE = len("den ")
_LIST_MARK = re.compile(r"\s?[,;/]\s?")


def is_choice(line: Scanned, language: Language, clock: ClockMention) -> bool:
    """Return whether the time is put up with others ("either Monday or Friday at 9", "9 or 9:30") or is a span ("any time
    between 9 and 1")."""
    text = line.sentence.text
    if _is_counted_up(line, language, clock):
        return True
    if (
        not _is_short(clock)
        and not _is_set(line, language, clock)
        and finds(language, "any_time", without_days(line, max(0, clock.start - 30), clock.start))
    ):
        return True
    if _at_any_time(text[clock.end :], language, clock):
        return True
    ways = language.word_set("or")
    days = [d for d in line.dates if d.readings]
    for left, right in pairwise(days):
        if left.readings != right.readings and ways & set(words_of(language, text[left.end : right.start])):
            return True
    if _listed_for_choice(line, language) or _lists_days(line, days) or _over_days(line, language, days, clock):
        return True
    if _from_day_to_day(line, language, days):
        return True
    return any(
        other is not clock and _offers_either(language, text[min(clock.end, other.end) : max(clock.start, other.start)])
        for other in line.clocks
    )


def _at_any_time(behind: str, language: Language, clock: ClockMention) -> bool:
    """Return whether words such as "whenever" follow at once, or later in the sentence where the span is longer than a talk."""
    long = any(end is not None and end - begin > _LONGEST_TALK for begin, end in clock.options)
    pattern, words = language.pattern("any_time_behind"), flatten(language, behind[:_LONGEST_LISTED])
    return bool(pattern.search(words) if long else pattern.match(words))


def _is_counted_up(line: Scanned, language: Language, clock: ClockMention) -> bool:
    """Return whether *clock* stands in a bracket that counts up the times of which one is picked ("of the times you sent me (Mon 9 to 11,
    Thu after 4) we take")."""
    text = line.sentence.text
    opens = text.rfind("(", 0, clock.start)
    closes = text.find(")", opens)
    if opens < 0 or 0 <= closes < clock.start:
        return False
    inside = [day for day in line.dates if opens < day.start and (closes < 0 or day.end <= closes)]
    listed = len({day.readings for day in inside}) > 1
    return listed and bool(language.pattern("offered_before").search(read_before(language, text[:opens])))


def _is_set(line: Scanned, language: Language, clock: ClockMention) -> bool:
    """Return whether a statement says of a span no longer than a talk that it takes place then ("will be held between 14:00 and
    15:00"), or that the whole of it is kept ("an hour between 2 and 3 is reserved for you")."""
    short = any(end is not None and 0 < end - begin <= _LONGEST_TALK for begin, end in clock.options)
    if not short or line.sentence.text.rstrip().endswith("?"):
        return False
    text = line.sentence.text
    if "take_place" in language.line(language.plain(text[: clock.start])).senses:
        return True
    plain = language.plain(text)
    kept = {minutes for _, minutes in find_lengths(language, flatten(language, plain))}
    return "hold_slot" in language.line(plain).senses and any(
        end is not None and end - begin in kept for begin, end in clock.options
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


def _from_day_to_day(line: Scanned, language: Language, days: Sequence[DateMention]) -> bool:
    """Return whether a span goes from one day's hour to another day's ("open from Mon 22 June, 8:00, to Wed 24 June, 20:00"): so long
    no talk is; something may be done in it whenever one likes."""
    if language.grammar is None or finds(language, "moved", line.sentence.text):
        return False
    gap_to = language.grammar.clocks.ranges.gap_to
    for left, right in pairwise(days):
        first = [clock.end for clock in line.clocks if left.end <= clock.start and clock.end <= right.start]
        last = any(right.end <= clock.start for clock in line.clocks)
        later = left.readings[0] < right.readings[0]
        if first and last and later and _leads_to(gap_to, fold(line.sentence.text[max(first) : right.start])):
            return True
    return False


def _leads_to(gap_to: re.Pattern[str], gap: str) -> bool:
    """Return whether *gap* is a word for "to", be it with an article behind."""
    match = gap_to.match(gap.lstrip(","))
    return match is not None and len(match.string) - match.end() <= _LONGEST_ARTICLE


def _listed_for_choice(line: Scanned, language: Language) -> bool:
    """ "9.00, 10.15 or 11.30": times in a row with an "or" among them."""
    text = line.sentence.text
    gaps = [text[left.end : right.start] for left, right in pairwise(line.clocks)]
    either = [_offers_either(language, gap) for gap in gaps]
    return (
        len(gaps) > 1 and any(either) and all(o or _LIST_MARK.fullmatch(g) for o, g in zip(either, gaps, strict=True))
    )


def _offers_either(language: Language, gap: str) -> bool:
    """Return whether nothing but "or" (with "at", a.m. or a zone) stands between two times."""
    words = words_of(language, gap)
    if not 0 < len(words) <= 4 or re.search(r"[.;!?]\s", gap):
        return False
    return not language.word_set("or").isdisjoint(words) and all(
        word in language.word_set("or") or word in language.word_set("between_times") or len(word) < 5 for word in words
    )


def _is_short(clock: ClockMention) -> bool:
    """Return whether a span is so short that a call in it can be counted on at its beginning ("between 14:00 and 14:30")."""
    return any(end is not None and 0 < end - begin <= _SHORT_WINDOW for begin, end in clock.options)


def find_listed_choices(lines: Sequence[Scanned], language: Language) -> frozenset[int]:
    """Return the places in *lines* of short lines in a row that open with different days, of which one leaves its hour open ("Tuesday,
    all morning", "Friday, 9 or 3"): such a list is put up for choice, and no line of it is fixed."""
    found: set[int] = set()
    run: list[int] = []
    for place in range(len(lines) + 1):
        if place < len(lines) and _opens_with_day(lines[place]) and (not run or _same_list(lines, run[-1], place)):
            run.append(place)
            continue
        if len({lines[n].dates[0].readings for n in run}) > 1 and any(_leaves_open(lines[n], language) for n in run):
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


def _leaves_open(line: Scanned, language: Language) -> bool:
    """Return whether a listed day has no hour and hardly another word, two hours, or only a span; a day on which nothing can be ("Sunday we
    are closed") is none of a list."""
    if line.clocks:
        return len(line.clocks) > 1
    rest = line.sentence.text[line.dates[0].end :]
    taken = has_sign(language, "side", rest) or NEGATION in language.line(line.sentence.plain).senses
    return len(_words_in(rest)) <= _FEW_WORDS and not taken


def _words_in(text: str) -> list[str]:
    return _LETTERS.findall(text)


def is_open_ended(line: Scanned, language: Language, clock: ClockMention) -> bool:
    """Return whether only the hour is named from which somebody has time ("Thursday from 2 pm", "den 17. ab 13 Uhr")."""
    until = any(end is not None for _, end in clock.options)
    before = read_before(language, line.sentence.text[max(0, clock.start - 24) : clock.start])
    return not until and bool(language.pattern("from_on").search(before))


def asks_for_times(page: Page) -> bool:
    """Return whether the new text asks which time suits, or offers times to choose from."""
    return any(says(page.language, "scheduling", sentence.plain, "ask") for sentence in page.sentences)
