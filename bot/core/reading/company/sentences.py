"""Text into sentences and lines, each with the label that stands before or above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bot.core.reading.company.cues import Language
from bot.core.reading.company.line_labels import PEOPLE, Layout, is_label_alone, read_label
from bot.core.reading.company.people import opens_with_person
from bot.core.reading.company.splitting import split_sentences
from bot.core.reading.company.unwrapping import unwrap

_MOST_SENTENCES = 600
_LONGEST_SENTENCE = 1_200
_BULLETS = "-*\u2022\u00b7\u2013"
_LINK = re.compile(r"<?https?://[^\s<>]{1,600}>?|<mailto:[^<>]{1,300}>")
_LONGEST_ENTRY = 80
_LONGEST_BULLET = 110
_LONGEST_PANEL = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence or line, spaces single. ``plain``: as phrases are written (see `Language.plain`). ``label``: what a label on the
    line (or alone on the line above) says it is, or ``""``; the label itself is not part of ``text``. ``paragraph`` counts up."""

    text: str
    plain: str
    label: str = ""
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, those joined that were one, without its label. ``label``: its own, or else that of a line above it."""

    text: str
    label: str
    paragraph: int


def find_sentences(text: str, layout: Layout) -> Iterator[Sentence]:
    """Yield the sentences and lines of *text*, at most 600."""
    return islice(_sentences(text, layout), _MOST_SENTENCES)


def _sentences(text: str, layout: Layout) -> Iterator[Sentence]:
    language = layout.language
    for line in _lines(text, layout):
        for part in split_sentences(line.text, language):
            part = part[:_LONGEST_SENTENCE]
            yield Sentence(
                text=part,
                plain=" ".join(language.plain(_LINK.sub(" ", part)).split()),
                label=line.label,
                paragraph=line.paragraph,
            )


def _lines(text: str, layout: Layout) -> Iterator[_Line]:
    """Yield the lines of *text* with their labels; a label alone on a line stands for the next, and one of people for those that go on
    with the list."""
    label = ""
    for number, paragraph in enumerate(_paragraphs(text)):
        people_above = panel_above = False
        for line in unwrap(paragraph, layout):
            own, rest = read_label(line, layout)
            if own and not rest.strip():
                label = own
                continue
            listed = (people_above and _continues_list(line)) or (
                panel_above and _lists_a_person(line, layout.language)
            )
            carried = own or label or (PEOPLE if listed else "")
            people_above = carried == PEOPLE
            panel_above = _announces_panel(line, layout.language) or (panel_above and people_above)
            yield _Line(rest, carried, number)
            label = "" if own else label
        label = label if is_label_alone(paragraph, layout) else ""


def _continues_list(line: str) -> bool:
    """Return whether a line under a labelled list of people can be its next entry."""
    return (
        len(line) < _LONGEST_ENTRY
        and not any(c.isdigit() for c in line)
        and line.strip(" -*•·–")[:1].isupper()
        and not line.rstrip().endswith((".", "!", "?", ",", ":"))
    )


def _announces_panel(line: str, language: Language) -> bool:
    """Return whether a line ends in a colon behind words for those who hold the talk ("before a panel made up of:")."""
    return line.rstrip().endswith(":") and bool(language.pattern("panel_named").search(line[-_LONGEST_PANEL:]))


def _lists_a_person(line: str, language: Language) -> bool:
    """Return whether a line is a bullet that opens with a person's full name or a title and a surname."""
    entry = line.strip()
    if entry[:1] not in _BULLETS or len(entry) > _LONGEST_BULLET:
        return False
    return opens_with_person(entry.lstrip(_BULLETS + " "), language)


def _paragraphs(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            block.append(line.rstrip())
        elif block:
            yield block
            block = []
    if block:
        yield block
