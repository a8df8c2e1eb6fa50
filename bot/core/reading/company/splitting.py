"""A line of a mail into its sentences: a full stop may as well end a short form or an ordinal number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.reading.company.cues import Language

_COLUMNS = re.compile(r"\s*\t\s*|(?<=\S) {3,}(?=\S)")
_ROW = re.compile(r"\W{0,3}\d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m)", re.IGNORECASE)
"""A row of a timetable opens with a time of day; its columns stay apart."""
BULLET = re.compile(r"^\s*(?:[-*•·◦▪–—>#|]|\d{1,2}[.)])\s+")
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"')\]»”]?\s+(?=[\"'(\[«¿¡„“]?[^\W_])")
_SHORT_FORM = re.compile(r"(?:^|[\s(\[/„“\"'-])([^\W\d_]+(?:\.\s?[^\W\d_]+){0,4}[ªº]?)\.$")
_ORDINAL = re.compile(r"(?:^|\D)\d{1,2}\.$")
_ORDINAL_FIRST = re.compile(r"\s*\d{1,2}\.\s+")
_HOUR_SIGN = re.compile(r"(?<!\d)\d{1,2}\s?[hu]\.$")
"""The sign behind an hour ("14 h.", "9 u.") is no initial of a name."""
_BRIEF = re.compile(r"(?:^|[\s(,])[^\W\d_]{1,3}\.$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_ABBREVIATION = 16
"""So far back from its end a sentence is looked at for one: a line of abbreviations alone must not be read again at each of them."""


def split_sentences(line: str, language: Language) -> Iterator[str]:
    """Yield the sentences of *line*, spaces single, without the bullet before the first."""
    line = _COLUMNS.sub(" | ", line.strip()) if _ROW.match(line) else line
    line = " ".join((line if _opens_with_date(line, language) else BULLET.sub("", line)).split())
    start = 0
    for match in SENTENCE_END.finditer(line):
        before = line[max(start, match.start() - _LONGEST_ABBREVIATION) : match.start()]
        following = line[match.end() : match.end() + 24]
        if _goes_on_after(before, following, language):
            continue
        if sentence := line[start : match.start()].strip():
            yield sentence
        start = match.end()
    if line[start:].strip():
        yield line[start:].strip()


def _opens_with_date(line: str, language: Language) -> bool:
    """Return whether the number that opens *line* is a day of a month ("13. Jänner 2027") rather than a place in a list."""
    number = _ORDINAL_FIRST.match(line)
    word = _FIRST_WORD.match(line, number.end()) if number else None
    return word is not None and word[0].lower() in language.months


def _goes_on_after(before: str, following: str, language: Language) -> bool:
    """Return whether the full stop at the end of *before* belongs to a short form or an ordinal number."""
    if not before.endswith("."):
        return False
    if following[:1].isupper() and _HOUR_SIGN.search(before):
        return False
    short = _SHORT_FORM.search(before)
    if short and _is_short_form(short[1].lower(), language):
        return True
    if following[:1].isdigit() and _BRIEF.search(before):
        return True
    if _ORDINAL.search(before[-4:]):
        word = _FIRST_WORD.match(following)
        ordinal = word is not None and (
            word[0].lower() in language.months or word[0].lower() in language.word_set("after_ordinal")
        )
        bracketed = language.dotted_dates and following[:1] == "("  # "am 10.6. (Mittwoch) um 10"
        return ordinal or bracketed or following[:1].islower() or following[:1].isdigit()
    return following[:1].islower() or (following[:1].isdigit() and before[-2:-1].isdigit())


def _is_short_form(word: str, language: Language) -> bool:
    known = language.word_set("abbreviations")
    last = word.replace(" ", "").rpartition(".")[2]
    return len(last.rstrip("ªº")) == 1 or word in known or word.replace(" ", "") in known or last in known
