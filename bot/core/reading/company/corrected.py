"""Slips that the writer puts right in the same breath ("at 3 pm, sorry, I meant 4"): what stood before is no time of the talk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.moment import Moment
from bot.core.reading.company.page import Page
from bot.core.reading.company.scanning import Scanned
from bot.core.reading.company.wording import read_before


def settle_corrections(page: Page, lines: Sequence[Scanned], moments: Sequence[Moment]) -> list[Moment]:
    """Return *moments*, which stand in *lines* in their order, with every slip put aside and a day that is put right taken over."""
    by_index = {line.index: line for line in lines}
    kept: list[Moment] = []
    for moment in moments:
        line = by_index[moment.sentence]
        before = _last_before(kept, moment.sentence)
        if before is not None and _is_corrected(page, by_index[before.sentence], before, line, moment.position):
            kept = [replace(old, elsewhere=True) if _is_slip(old, before, moment) else old for old in kept]
        kept.append(moment)
    return list(_with_days(page, lines, kept))


def _last_before(kept: Sequence[Moment], sentence: int) -> Moment | None:
    """Return the moment right before, in the same sentence or the one above it."""
    last = kept[-1] if kept else None
    return last if last is not None and last.sentence >= 0 and 0 <= sentence - last.sentence <= 1 else None


def _is_slip(moment: Moment, before: Moment, by: Moment) -> bool:
    return moment is before and moment.starts != by.starts and not by.deadline


def _is_corrected(page: Page, above: Scanned, before: Moment, line: Scanned, place: int) -> bool:
    """Return whether the words between *before* and what stands at *place* of *line* take *before* back."""
    ends = [clock.end for clock in above.clocks if clock.start == before.position]
    end = ends[0] if ends else before.position
    gap = (
        line.sentence.text[end:place] if above is line else above.sentence.text[end:] + " " + line.sentence.text[:place]
    )
    return bool(page.language.pattern("corrected_before").search(read_before(page.language, gap)))


def _with_days(page: Page, lines: Sequence[Scanned], moments: Sequence[Moment]) -> Iterator[Moment]:
    """Yield *moments*; one whose day alone is put right ("Thursday at 3, sorry, Friday") with that day."""
    for number, moment in enumerate(moments):
        following = moments[number + 1].sentence if number + 1 < len(moments) else None
        mention = None if following == moment.sentence else _day_instead(page, lines, moment)
        yield _on_day(moment, mention) if mention is not None else moment


def _day_instead(page: Page, lines: Sequence[Scanned], moment: Moment) -> DateMention | None:
    """Return the day without a time of its own that corrects *moment*, or None."""
    above = next((line for line in lines if line.index == moment.sentence), None)
    if above is None or moment.sentence < 0:
        return None
    for line in lines:
        if line.index not in (moment.sentence, moment.sentence + 1):
            continue
        for mention in line.dates:
            behind = line is not above or mention.start > moment.position
            own = line is not above and bool(line.clocks)
            usable = behind and not own and mention.readings and not mention.span_of_days
            if usable and _is_corrected(page, above, moment, line, mention.start):
                return mention
    return None


def _on_day(moment: Moment, mention: DateMention) -> Moment:
    starts = tuple(datetime.combine(day, start.timetz()) for day in mention.readings for start in moment.starts)
    length = moment.end - moment.starts[0] if moment.end else None
    return replace(moment, starts=starts[:4], end=starts[0] + length if length else None)
