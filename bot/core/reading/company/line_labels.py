"""The label before a line ("Date:", "Wann -", a picture of a person), or alone above it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.reading.company.cues import Language
from bot.core.reading.company.people import opens_with_person
from bot.core.reading.company.splitting import SENTENCE_END

_LABEL = re.compile(
    r"^\W{0,6}([^\W\d_][^:?\t\n]{0,48}?)\s?(?:[:\uff1a](?=\s|$)|\?(?=\s{1,9}\S|$)|\t)\s*(.*)$", re.DOTALL
)
_DASHED = re.compile(r"^\W{0,6}([^\W\d_][^:\t\n\u2013\u2014]{0,30}?)\s(?:-|\u2013|\u2014|=)\s+(\S.*)$", re.DOTALL)
_COLUMN = re.compile(r"^\W{0,6}([^\W\d_][^:\t\n]{0,30}?)(?:\s{2,20}|\u00a0{2,20})(\S.*)$", re.DOTALL)
_COLUMN_LABELS = frozenset({"date", "time", "when", "location", "duration", "interviewers"})
"""Labels that a column of spaces ends, as in a table of plain text."""
_NO_HEADINGS = frozenset({"title", "medium", "link", "contact", "old", "reason", "deadline"})
"""Labels that are everyday words, too: alone on a line they need a colon."""
_DASH_LABELS = frozenset({"date", "time", "location", "duration"})
_DASH_LABELS_OF_NAMES = frozenset({"interviewers", "who"})
"""A dash stands behind these, too, where a capital letter follows ("Panel - Ann Bee")."""
PEOPLE = "interviewers"
_BY_WHEN = "deadline"
"""Its noun begins longer labels as well ("Deadline for documents:")."""
_NOUN = 5
"""Shorter words of that label are "by" and the like."""
_LONGEST_HEADING = 50
_ICON = re.compile(
    "^\\s*[\U0001f464\U0001f465\U0001f5e3\U0001f9d1\U0001f468\U0001f469][\ufe0f\u200d\U0001f3fb-\U0001f3ff\U0001f4bc\U0001f4bb]*\\s*([^\\W\\d_][^:]{2,200})$"
)
"""A picture of a person before names does what a label does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What laying out needs: the language of the text, and the labels of all (written → meaning): blocks of other programs keep theirs."""

    language: Language
    labels: Mapping[str, str]


def is_label_alone(paragraph: Sequence[str], layout: Layout) -> bool:
    """Return whether *paragraph* ends with a label that stands alone on its line, and so for the paragraph behind it."""
    own, rest = read_label(paragraph[-1], layout) if paragraph else ("", "")
    return bool(own) and not rest.strip()


def read_label(line: str, layout: Layout) -> tuple[str, str]:
    """Return what the label of *line* stands for and the rest; ``""`` and the line where it has none."""
    icon = _ICON.match(line)
    if icon:
        return PEOPLE, icon[1]
    marked = _marked(_LABEL.match(line), layout) or _dashed(_DASHED.match(line), layout)
    marked = marked or _in_column(_COLUMN.match(line), layout)
    if marked:
        return marked
    bare = line.strip(" *_-•·:?").lower()
    own = layout.language.labels.get(bare, "") if len(bare) > 2 else ""
    return (own, "") if own and own not in _NO_HEADINGS else ("", line)


def _marked(match: re.Match[str] | None, layout: Layout) -> tuple[str, str] | None:
    """Return the label that a colon, a question mark or a tab ends, and the rest."""
    if match is None:
        return None
    name = _listed(match[1], layout) or _of_a_panel(_written(match[1]), match[2], layout)
    asked = match[0][match.end(1) : match.start(2)].strip() == "?"
    if (
        name == PEOPLE
        and asked
        and match[2].strip()
        and not opens_with_person(match[2][:_LONGEST_HEADING], layout.language)
    ):
        return None  # "Can we see you on Friday? Please just turn up."
    return (name, _rest(match[2])) if name else None


def _dashed(match: re.Match[str] | None, layout: Layout) -> tuple[str, str] | None:
    """Return the label that a dash ends, and the rest; most words before a dash are no labels."""
    if match is None:
        return None
    name = _listed(match[1], layout)
    of_people = name in _DASH_LABELS_OF_NAMES and match[2][:1].isupper()
    return (name, _rest(match[2])) if name in _DASH_LABELS or of_people else None


def _in_column(match: re.Match[str] | None, layout: Layout) -> tuple[str, str] | None:
    """Return the label that a column of spaces ends, and the rest."""
    if match is None:
        return None
    name = _listed(match[1], layout)
    shouted = bool(name) and match[1].isupper()  # "WHO    Ann Bee"
    return (name, _rest(match[2])) if name in _COLUMN_LABELS or shouted else None


def _listed(label: str, layout: Layout) -> str:
    key = _written(label)
    own = layout.labels.get(key) or layout.labels.get(_without_article(key, layout)) or ""
    return own or (_BY_WHEN if _names_deadline(key.split(" "), layout) else "")


def _names_deadline(words: list[str], layout: Layout) -> bool:
    """Return whether a label opens with one of a deadline ("Closing date for references")."""
    first, second = words[0], " ".join(words[:2])
    return any(len(opening) >= _NOUN and layout.labels.get(opening) == _BY_WHEN for opening in (first, second))


def _written(label: str) -> str:
    """Return *label* as labels are listed."""
    return label.strip(" *_-•·").lower().replace("\u2019", "'")


def _rest(text: str) -> str:
    return text.strip("* ") if text.startswith("*") else text


def _without_article(key: str, layout: Layout) -> str:
    first, _, rest = key.partition(" ")
    return rest if first in layout.language.word_set("articles") else key


def _of_a_panel(key: str, rest: str, layout: Layout) -> str:
    """Return the label of a list of people for a heading that is in no list but speaks of those who hold the talk."""
    names = rest.strip(" *")[:1]
    speaks = (
        len(key) < _LONGEST_HEADING
        and not SENTENCE_END.search(key)
        and layout.language.pattern("panel_label").search(key)
    )
    return PEOPLE if speaks and (not names or names.isupper()) else ""
