"""Which of several proposed moments an answer takes by naming its day or hour: "Tuesday suits me", "I'll take the one at 11"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.core.reading.company.acts import Act
from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.hours import ClockMention
from bot.core.reading.company.lexicon import CLOCK, CONTRAST, DAY, QUESTION
from bot.core.reading.company.moment import Moment, as_utc
from bot.core.reading.company.page import Page
from bot.core.reading.company.scanning import Scanned, scan_page

_AGREES = frozenset({"assent", "choose", "prefer"})
_SETTLES = (Act.FIX, Act.AGREE, Act.BOOK)
_LIKELY = 0.6
_HEAR_BACK = "hear_back"
_DOUBTS = frozenset({QUESTION, CONTRAST})


def pick_by_name(page: Page, quoted: Sequence[Moment]) -> Moment | None:
    """Return the one of the *quoted* moments put up for choice whose day, or hour, a sentence of the new text agrees to; None where none
    or several are named so, or another sentence speaks of another of them."""
    offered = {as_utc(m.starts[0]): m for m in reversed(quoted) if _is_offered(m)}
    scanned = scan_page(page)
    if len(offered) < 2 or scanned is None:
        return None
    telling = [_behind_contrast(page, line) for line in scanned.new if line.dates or line.clocks]
    named = [_named_by(line, tuple(offered.values())) for line in telling]
    taken = [found for line, found in zip(telling, named, strict=True) if found and agrees(page, line)]
    if len(taken) != 1 or len(taken[0]) != 1 or any(found and found != taken[0] for found in named):
        return None
    return taken[0][0]


def _behind_contrast(page: Page, line: Scanned) -> Scanned:
    """Return *line* from the first day or hour behind a "but" on, where others stand before it ("Thursday is out, but Friday is fine")."""
    text = line.sentence.text
    if CONTRAST not in page.language.line(line.sentence.plain).senses:
        return line
    told: list[DateMention | ClockMention] = [*line.dates, *line.clocks]
    for before, here in pairwise(sorted(told, key=lambda one: one.start)):
        between = page.language.plain(text[before.end : here.start])
        if CONTRAST in page.language.line(between).senses:
            rest = text[here.start :]
            return replace(
                line,
                sentence=replace(line.sentence, text=rest, plain=page.language.plain(rest)),
                dates=tuple(mention for mention in line.dates if mention.start >= here.start),
                clocks=tuple(clock for clock in line.clocks if clock.start >= here.start),
            )
    return line


def _is_offered(moment: Moment) -> bool:
    return len(moment.starts) == 1 and not (moment.old or moment.deadline or moment.side or moment.past)


def _named_by(line: Scanned, offered: Sequence[Moment]) -> list[Moment]:
    """Return those of *offered* that fit the days and the hours that *line* names."""
    days = {day for mention in line.dates if not mention.span_of_days for day in mention.readings}
    minutes = {begin for clock in line.clocks for begin, _ in clock.options}
    if not days and not minutes:
        return []
    return [
        m
        for m in offered
        if (not days or m.starts[0].date() in days)
        and (not minutes or m.starts[0].hour * 60 + m.starts[0].minute in minutes)
    ]


def doubts(page: Page, line: Scanned) -> bool:
    """Return whether *line* denies, asks or sets something against what was said."""
    said = page.language.line(line.sentence.plain)
    return said.denies or not _DOUBTS.isdisjoint(said.senses)


def agrees(page: Page, line: Scanned) -> bool:
    """Return whether *line*, of the new text, agrees to what it names, by a word for it or by all that it says, and neither asks nor denies
    anything; a clause that only says when somebody gets back to the owner agrees to nothing ("I will gladly write on Monday")."""
    if doubts(page, line):
        return False
    said = page.language.line(line.sentence.plain)
    later = {one.part for one in said.senses.get(_HEAR_BACK, ())}
    if later & {one.part for name in (DAY, CLOCK) for one in said.senses.get(name, ())}:
        return False
    words = [one for name in _AGREES for one in said.senses.get(name, ()) if one.part not in later]
    shares = page.acts[line.index + 1] if line.sentence == page.sentences[line.index] else {}
    return any(not (one.negated or one.conditional) for one in words) or any(
        shares.get(act, 0.0) >= _LIKELY for act in _SETTLES
    )
