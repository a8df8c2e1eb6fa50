"""The sentences of a mail by their meanings, and the signs that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.core.reading.company.cues import Cue, Language
from bot.core.reading.company.page import Hit, Page, holds, may_hold
from bot.core.reading.company.senses import Line
from bot.core.reading.company.signs import any_stands, stands
from bot.core.reading.company.wording import finds

_ASSERTED = frozenset({"rejection", "offer", "cancellation", "reschedule", "update", "received", "invited"})
"""What a mail must say outright to be of a kind: "if you have to cancel" calls nothing off."""
_ON_BUTTONS = frozenset({"cancellation", "reschedule"})
_MENU = re.compile(r"\w\s?[|\u00b7\u2022]\s?\w")
_LONGEST_MENU = 10
_LONGEST_WORDS = 120


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
    """Return the cues of *section* in the new text, each once: found by its phrases, else by its signs. Lines in which one of negative
    weight stands speak for none."""
    cues = clauses.page.language.cues.get(section, ())
    against = [cue for cue in cues if cue.weight < 0]
    denied = _lines_that_say(clauses, against)
    menus = (
        {number for number, text in enumerate(clauses.texts) if number and _is_menu(text)}
        if section in _ON_BUTTONS
        else set()
    )
    text = (
        "\n".join("" if number in denied else text for number, text in enumerate(clauses.texts))
        if denied
        else clauses.whole
    )
    found = (_by_phrase(clauses, cue, text) for cue in cues if cue.weight >= 0)
    by_phrase = [hit for hit in found if hit is not None and hit.sentence + 1 not in menus]
    names = {hit.cue.name for hit in by_phrase}
    excluded = denied | menus | {number for cue in against for number, _, _ in _standing(clauses, cue)}
    rest = [cue for cue in cues if cue.weight >= 0 and cue.signs and cue.name not in names]
    by_sign = (_by_sign(clauses, cue, excluded) for cue in rest)
    return (*by_phrase, *(hit for hit in by_sign if hit is not None))


def _lines_that_say(clauses: Clauses, cues: Iterable[Cue]) -> set[int]:
    """Return the lines in which a phrase of any of *cues* stands."""
    possible = [cue for cue in cues if may_hold(cue, clauses.whole)]
    return {number for number, text in enumerate(clauses.texts) if any(holds(cue, text) for cue in possible)}


def _is_menu(text: str) -> bool:
    """Return whether a line is a row of buttons ("Cancel | Move"), which says nothing of what is done."""
    return len(text.split()) <= _LONGEST_MENU and bool(_MENU.search(text))


def _by_phrase(clauses: Clauses, cue: Cue, text: str) -> Hit | None:
    for phrase in cue.phrases:
        match = phrase.find(text)
        if match:
            number = text.count("\n", 0, match.start()) - 1
            words = clauses.page.sentences[number].text if number >= 0 else clauses.page.topic
            return Hit(cue, number, words[:_LONGEST_WORDS])
    return None


def speaks(language: Language, cues: Iterable[Cue], plain: str) -> bool:
    """Return whether any of *cues* stands in *plain*, by its phrases or its signs."""
    line = language.line(plain)
    return any(holds(cue, plain) or any_stands(cue.signs, line) for cue in cues)


def says(language: Language, section: str, plain: str, *names: str) -> bool:
    """Return whether any of the cues *names* of *section* stands in *plain* (for a whole section see `has_cue`)."""
    return speaks(language, [cue for cue in language.cues.get(section, ()) if cue.name in names], plain)


def names_the_talk(language: Language, text: str) -> bool:
    """Return whether *text* names an interview or a talk."""
    return says(language, "interview", language.plain(text), "word", "talk")


def _by_sign(clauses: Clauses, cue: Cue, excluded: set[int]) -> Hit | None:
    for number, start, end in _standing(clauses, cue):
        if number not in excluded:
            words = " ".join(clauses.lines[number].words[start:end])
            return Hit(cue, number - 1, words[:_LONGEST_WORDS])
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
