"""The day over a time of day that has none in its own sentence: above it, on the line below, or the only one of the mail."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.reading.company.cues import Language
from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.moment import LABELS_OF_A_TIME
from bot.core.reading.company.page import has_cue, holds
from bot.core.reading.company.scanning import Scanned
from bot.core.reading.company.surroundings import is_deadline, is_old
from bot.core.reading.company.wording import finds, flatten, read_before

_HEADING_REACH = 6
_LEAD = 40
_FEW_WORDS = 4


def heading_date(lines: Sequence[Scanned], position: int, language: Language) -> DateMention | None:
    """Return the date that stands over a time: the nearest above (the subject last), else one on the next labelled line, else the only
    date of the mail that is to come."""
    for line in lines[max(0, position - _HEADING_REACH) : position][::-1]:
        usable = [
            d
            for d in line.dates
            if not d.span_of_days and d.readings and not d.same_day and not _is_old_or_deadline(line, d, language)
        ]
        if usable:
            told = _moved_to(line, usable, language) or usable[-1]
            return told if line.sentence.label != "old" or lines[position].sentence.label == "old" else None
    following = lines[position + 1] if position + 1 < len(lines) else None
    if (
        following
        and following.dates
        and not following.clocks
        and following.sentence.paragraph == lines[position].sentence.paragraph
        and (_says_little(following) or _is_of_the_talk(following, language))
    ):
        return following.dates[0]
    return _only_date(lines, language)


def _says_little(line: Scanned) -> bool:
    """Return whether a line says hardly more than a day ("Bis Mittwoch!", "Date: 5 May")."""
    return line.sentence.label in LABELS_OF_A_TIME or len(line.sentence.text.split()) <= _FEW_WORDS


def _is_of_the_talk(line: Scanned, language: Language) -> bool:
    """Return whether a sentence names the talk and a day that is neither given up nor a deadline."""
    return has_cue(language, "interview", line.sentence.plain) and not _is_old_or_deadline(
        line, line.dates[0], language
    )


def _moved_to(line: Scanned, dates: Sequence[DateMention], language: Language) -> DateMention | None:
    """Return the first of *dates* that *line* moves something to ("we move it to Tuesday, as I fly on Wednesday")."""
    moved = finds(language, "moved", line.sentence.text)
    if moved is None:
        return None
    ends = [0, moved.end(), *(mention.end for mention in line.dates)]  # not "we need to move the talk on Monday"
    to_new, last = language.pattern("new_before"), language.pattern("moved_to_before")
    for mention in dates:
        lead = line.sentence.text[max(end for end in ends if end <= mention.start) : mention.start]
        before = read_before(language, lead)
        if last.search(before) or (mention.start > moved.start() and to_new.search(before)):
            return mention
    return None


def _only_date(lines: Sequence[Scanned], language: Language) -> DateMention | None:
    found = {}
    for line in lines:
        for mention in line.dates:
            if (
                mention.readings
                and mention.numbered
                and not mention.span_of_days
                and not _is_old_or_deadline(line, mention, language)
            ):
                found[mention.readings] = mention
    return next(iter(found.values())) if len(found) == 1 else None


def _is_old_or_deadline(line: Scanned, mention: DateMention, language: Language) -> bool:
    before = text_before(line, mention)
    if not line.clocks and _tells_of_the_answer(line, language):
        return True
    return is_deadline(line, language, before, 0) or is_old(line, language, mention.start, before)


def text_before(line: Scanned, mention: DateMention) -> str:
    return line.sentence.text[max(0, mention.start - _LEAD) : mention.start]


def _tells_of_the_answer(line: Scanned, language: Language) -> bool:
    """Return whether the line only says when they decide: its day stands over no hour of a talk."""
    flat = flatten(language, line.sentence.plain)
    decides = any(cue.name == "when_they_answer" and holds(cue, flat) for cue in language.cues.get("decision", ()))
    return decides and not has_cue(language, "interview", line.sentence.plain)
