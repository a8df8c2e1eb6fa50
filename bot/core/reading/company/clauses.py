"""The sentences of a mail by their meanings, and the signs that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.core.reading.company.cues import Cue, Language
from bot.core.reading.company.page import Hit, Page, find_cues, holds, may_hold
from bot.core.reading.company.senses import Line
from bot.core.reading.company.signs import any_stands, stands
from bot.core.reading.company.wording import finds

_ASSERTED = frozenset({"rejection", "offer", "cancellation", "reschedule", "update", "received", "invited"})
"""What a mail must say outright to be of a kind: "if you have to cancel" calls nothing off."""
_ON_BUTTONS = frozenset({"cancellation", "reschedule"})
_MENU = re.compile(r"\w\s?[|\u00b7\u2022]\s?\w")
_LONGEST_MENU = 10


@dataclass(frozen=True, slots=True)
class Clauses:
    """``lines``: the subject (where the author chose it) and each sentence, ``texts``: these in plain form, ``whole``: joined;
    ``present``: every meaning that stands in any of them."""

    page: Page
    lines: tuple[Line, ...]
    texts: tuple[str, ...]
    whole: str
    present: frozenset[str]


def read_clauses(page: Page) -> Clauses:
    """Return the new text of *page* by its meanings."""
    texts = (page.language.plain(page.topic), *(sentence.plain for sentence in page.sentences))
    lines = tuple(page.language.line(_without_tag(page.language, text)) for text in texts)
    return Clauses(
        page, lines, texts, "\n".join(texts), frozenset(meaning for line in lines for meaning in line.senses)
    )


def _without_tag(language: Language, plain: str) -> str:
    """Return *plain* without the question mark of "ok?", which asks nothing."""
    tag = plain.endswith("?") and finds(language, "tag_question", plain)
    return plain.rstrip("?") if tag else plain


def find_hits(clauses: Clauses, section: str) -> tuple[Hit, ...]:
    """Return the cues of *section* in the new text, each once: found by its phrases, else by its signs."""
    by_phrase = [hit for hit in find_cues(clauses.page, section) if not _in_menu(clauses, section, hit.sentence + 1)]
    found = {hit.cue.name for hit in by_phrase}
    cues = clauses.page.language.cues.get(section, ())
    against = [cue for cue in cues if cue.weight < 0]
    spoken = [cue for cue in against if may_hold(cue, clauses.whole)]
    excluded = {number for cue in against for number, _, _ in _standing(clauses, cue)}
    excluded |= {number for number, text in enumerate(clauses.texts) if any(holds(cue, text) for cue in spoken)}
    excluded |= {number for number in range(len(clauses.texts)) if _in_menu(clauses, section, number)}
    by_sign = (
        _first(clauses, cue, excluded) for cue in cues if cue.weight >= 0 and cue.signs and cue.name not in found
    )
    return (*by_phrase, *(hit for hit in by_sign if hit is not None))


def _in_menu(clauses: Clauses, section: str, number: int) -> bool:
    """Return whether the line *number* is a row of buttons ("Cancel | Move"), which says nothing of what is done."""
    text = clauses.texts[number]
    return section in _ON_BUTTONS and number > 0 and len(text.split()) <= _LONGEST_MENU and bool(_MENU.search(text))


def speaks(language: Language, cues: Iterable[Cue], plain: str) -> bool:
    """Return whether any of *cues* stands in *plain*, by its phrases or its signs."""
    line = language.line(plain)
    return any(holds(cue, plain) or any_stands(cue.signs, line) for cue in cues)


def says(language: Language, section: str, plain: str, *names: str) -> bool:
    """Return whether any of the cues *names* of *section* stands in *plain* (for a whole section see `has_cue`)."""
    return speaks(language, [cue for cue in language.cues.get(section, ()) if cue.name in names], plain)


def _first(clauses: Clauses, cue: Cue, excluded: Iterable[int]) -> Hit | None:
    for number, start, end in _standing(clauses, cue):
        if number not in excluded:
            words = " ".join(clauses.lines[number].words[start:end])
            return Hit(cue, number - 1, words[:120])
    return None


def _standing(clauses: Clauses, cue: Cue) -> Iterator[tuple[int, int, int]]:
    """Yield the line and the words in which any sign of *cue* stands."""
    asserted = cue.section in _ASSERTED
    signs = [sign for sign in cue.signs if not any(need.isdisjoint(clauses.present) for need in sign.needs)]
    for number, line in enumerate(clauses.lines if signs else ()):
        for sign in signs:
            place = stands(sign, line, asserted=asserted)
            if place is not None:
                yield number, *place
                break
