"""Text into sentences and lines, each with the label that stands before or above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.core.reading.company.cues import Language
from bot.core.reading.company.people import find_people

_MOST_SENTENCES = 600
_LONGEST_SENTENCE = 1_200
_BULLETS = "-*\u2022\u00b7\u2013"
_SHORT_TITLE = 10
_LABEL = re.compile(r"^\W{0,6}([^\W\d_][^:?\t\n]{0,48}?)\s?(?:[:\uff1a](?=\s|$)|\?(?=\s\S|$)|\t)\s*(.*)$", re.DOTALL)
_DASHED = re.compile(r"^\W{0,6}([^\W\d_][^:\t\n\u2013\u2014]{0,30}?)\s(?:-|\u2013|\u2014|=)\s+(\S.*)$", re.DOTALL)
_COLUMNS = re.compile(r"\s*\t\s*|(?<=\S) {3,}(?=\S)")
_CELLS = " | "
_ROW = re.compile(r"\W{0,3}\d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m)", re.IGNORECASE)
"""A row of a timetable opens with a time of day; its columns stay apart."""
_CELL_TIME = re.compile(r"\d{1,2}(?:[:.h]\d\d)?(?: ?h| ?uhr| ?uur| ?[ap]\.?m\.?)?", re.IGNORECASE)
_HEAD_REMARK = re.compile(r"\s?\([^()]{1,30}\)$")
_FIELD = re.compile(r"[^\W\d_][\w'\u2019/&-]{0,20}(?: [\w'\u2019/&-]{1,20}){0,2}:\s")
"""A line like those with labels, whose label nobody knows, is no rest of a labelled one above it."""
_ADDRESS_END = re.compile(r"[(<][^\s()<>@]{1,64}@[^\s()<>@]{1,120}[)>]\s*$")
_TAIL = re.compile(r"\s{0,3}[^\W\d_A-Z]\w{0,20}\?\s")
"""The last word of a question that was broken across two lines ("… at the same / time? I …"), no label."""
_LINK = re.compile(r"<?https?://[^\s<>]{1,600}>?|<mailto:[^<>]{1,300}>")
_BULLET = re.compile(r"^\s*(?:[-*•·◦▪–—>#|]|\d{1,2}[.)])\s+")
_OPEN_SIGN = re.compile(r"[-–,(&]$")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s*$")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"')\]»”]?\s+(?=[\"'(\[«¿¡„“]?[^\W_])")
_SHORT_FORM = re.compile(r"(?:^|[\s(\[/„“\"'-])([^\W\d_]+(?:\.\s?[^\W\d_]+){0,4}[ªº]?)\.$")
_ORDINAL = re.compile(r"(?:^|\D)\d{1,2}\.$")
_ORDINAL_FIRST = re.compile(r"\s*\d{1,2}\.\s+")
_HOUR_SIGN = re.compile(r"(?<!\d)\d{1,2}\s?[hu]\.$")
"""The sign behind an hour ("14 h.", "9 u.") is no initial of a name."""
_BRIEF = re.compile(r"(?:^|[\s(,])[^\W\d_]{1,3}\.$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_ABBREVIATION = 16
"""So far back from its end a sentence is looked at for one: a line of abbreviations alone must not be read again at each of them."""
_NO_HEADINGS = frozenset({"title", "medium", "link", "contact", "old", "reason", "deadline"})
"""Labels that are everyday words, too: alone on a line they need a colon."""
_DASH_LABELS = frozenset({"date", "time", "location", "duration"})
_DASH_LABELS_OF_NAMES = frozenset({"interviewers", "who"})
"""A dash stands behind these, too, where a capital letter follows ("Panel - Ann Bee")."""
_PEOPLE = "interviewers"
_LONGEST_HEADING = 50
_ICON = re.compile(
    "^\\s*[\U0001f464\U0001f465\U0001f5e3\U0001f9d1\U0001f468\U0001f469][\ufe0f\u200d\U0001f3fb-\U0001f3ff\U0001f4bc\U0001f4bb]*\\s*([^\\W\\d_][^:]{2,200})$"
)
"""A picture of a person before names does what a label does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence or line, spaces single. ``plain``: as phrases are written (see `Language.plain`). ``label``: what a label on the
    line (or alone on the line above) says it is, or ``""``; the label itself is not part of ``text``. ``paragraph`` counts up."""

    text: str
    plain: str
    label: str = ""
    paragraph: int = 0
    after_label: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What laying out needs: the language of the text, and the labels of all (written → meaning): blocks of other programs keep theirs."""

    language: Language
    labels: Mapping[str, str]


def find_sentences(text: str, layout: Layout) -> Iterator[Sentence]:
    """Yield the sentences and lines of *text*, at most 600."""
    label = ""
    count = 0
    language = layout.language
    for number, paragraph in enumerate(_paragraphs(text)):
        people_above = panel_above = False
        for line in _unwrapped(paragraph, layout):
            own, rest = _labelled(line, layout)
            alone = own and not rest.strip()
            if alone:
                label = own
                continue
            listed = (people_above and _continues_list(line)) or (panel_above and _lists_a_person(line, language))
            carried = own or label or (listed and _PEOPLE) or ""
            people_above = carried == _PEOPLE
            panel_above = _announces_panel(line, language) or (panel_above and people_above)
            for part in _split(rest, language):
                part = part[:_LONGEST_SENTENCE]
                if count >= _MOST_SENTENCES:
                    return
                count += 1
                yield Sentence(
                    text=part,
                    plain=" ".join(language.plain(_LINK.sub(" ", part)).split()),
                    label=carried,
                    paragraph=number,
                    after_label=not own,
                )
            label = "" if own else label
        label = label if _is_label_alone(paragraph, layout) else ""


def with_row_labels(text: str, layout: Layout) -> str:
    """Return *text* with the heads of a table's columns written before each cell of the rows below them, a line each; a column of
    beginnings and one of ends beside it are one span."""
    if "\t" not in text:
        return text
    lines: list[str] = []
    heads: list[str] = []
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.split("\t")]
        known = sum(_known(cell, layout) or _heads_span(cell, layout) for cell in cells)
        if len(cells) > 2 and known >= len(cells) - 1:
            heads = cells
        elif heads and len(cells) == len(heads):
            lines += _row(heads, cells, layout)
        else:
            heads = heads if 1 < len(cells) < len(heads) else []
            lines.append(line)
    return "\n".join(lines)


def _row(heads: Sequence[str], cells: Sequence[str], layout: Layout) -> list[str]:
    row: list[str] = []
    for number, (head, cell) in enumerate(zip(heads, cells, strict=True)):
        before = cells[number - 1] if number else ""
        if _ends_span(head, layout) and _CELL_TIME.fullmatch(before) and _CELL_TIME.fullmatch(cell):
            row[-1] = f"{before} - {cell}"
        else:
            row.append(_under(head, cell))
    return row


def _ends_span(head: str, layout: Layout) -> bool:
    return head.lower().rstrip(" :") in layout.language.word_set("column_ends")


def _heads_span(head: str, layout: Layout) -> bool:
    return _ends_span(head, layout) or head.lower().rstrip(" :") in layout.language.word_set("column_beginnings")


def _known(cell: str, layout: Layout) -> bool:
    return _HEAD_REMARK.sub("", cell).lower().rstrip(" :") in layout.labels


def _under(head: str, cell: str) -> str:
    """Return a cell as a labelled line; what stands in brackets in the head is said of each cell ("Time (ET)")."""
    remark = _HEAD_REMARK.search(head)
    bare = _HEAD_REMARK.sub("", head).rstrip(" :")
    return f"{bare}: {cell} {remark[0].strip()}" if remark and cell else f"{bare}: {cell}"


def _continues_list(line: str) -> bool:
    """Return whether a line under a labelled list of people can be its next entry."""
    return (
        len(line) < 80
        and not any(c.isdigit() for c in line)
        and line.strip(" -*•·–")[:1].isupper()
        and not line.rstrip().endswith((".", "!", "?", ",", ":"))
    )


def _announces_panel(line: str, language: Language) -> bool:
    """Return whether a line ends in a colon behind words for those who hold the talk ("before a panel made up of:")."""
    return line.rstrip().endswith(":") and bool(language.pattern("panel_named").search(line[-60:]))


def _lists_a_person(line: str, language: Language) -> bool:
    """Return whether a line is a bullet that opens with a person's full name or a title and a surname."""
    entry = line.strip()
    if entry[:1] not in _BULLETS or len(entry) > 110:
        return False
    first = next(iter(find_people(entry.lstrip(_BULLETS + " "), language)), None)
    return first is not None and first.start <= _SHORT_TITLE and (first.titled or not first.single)


def _is_label_alone(paragraph: Sequence[str], layout: Layout) -> bool:
    own, rest = _labelled(paragraph[-1], layout) if paragraph else ("", "")
    return bool(own) and not rest.strip()


def _labelled(line: str, layout: Layout) -> tuple[str, str]:
    """Return what the label of *line* stands for and the rest; ``""`` and the line where it has none."""
    icon = _ICON.match(line)
    if icon:
        return _PEOPLE, icon[1]
    for form, allowed in ((_LABEL, None), (_DASHED, _DASH_LABELS)):
        match = form.match(line)
        if match:
            key = match[1].strip(" *_-•·").lower().replace("\u2019", "'")
            listed = layout.labels.get(key) or layout.labels.get(_without_article(key, layout))
            name = listed or _of_a_panel(key, match[2], layout)
            named = listed in _DASH_LABELS_OF_NAMES and match[2][:1].isupper()
            if name and (allowed is None or name in allowed or named):
                return name, match[2].strip("* ") if match[2].startswith("*") else match[2]
    bare = line.strip(" *_-•·:?").lower()
    own = layout.language.labels
    if bare in own and len(bare) > 2 and own[bare] not in _NO_HEADINGS:
        return own[bare], ""
    return "", line


def _without_article(key: str, layout: Layout) -> str:
    first, _, rest = key.partition(" ")
    return rest if first in layout.language.word_set("articles") else key


def _of_a_panel(key: str, rest: str, layout: Layout) -> str:
    """Return the label of a list of people for a heading that is in no list but speaks of those who hold the talk."""
    names = rest.strip(" *")[:1]
    speaks = (
        len(key) < _LONGEST_HEADING
        and not _SENTENCE_END.search(key)
        and layout.language.pattern("panel_label").search(key)
    )
    return _PEOPLE if speaks and (not names or names.isupper()) else ""


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


def _unwrapped(lines: Sequence[str], layout: Layout) -> list[str]:
    """Join the lines that a mail program broke in the middle of a sentence."""
    joined: list[str] = []
    wide = any(len(line) > 110 for line in lines)
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else ""
        on = _runs_over(before, line, layout) if wide else _goes_on(before, line, layout)
        if joined and on:
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(line)
    return joined


def _runs_over(before: str, line: str, layout: Layout) -> bool:
    """Return whether a long line goes on in the next: it is left open, or the next begins with a small letter."""
    small = line.lstrip()[:1].islower() and len(before) >= 60 and before.rstrip()[-1:].isalnum()
    broken = small and "\t" not in before + line and not _BULLET.match(line) and not _is_headed(line, layout)
    return broken or _is_left_open(before, line, layout)


def _is_headed(line: str, layout: Layout) -> bool:
    return not _TAIL.match(line) and bool(_labelled(line, layout)[0])


def _is_left_open(before: str, line: str, layout: Layout) -> bool:
    return len(before) >= 30 and _ends_open(before, layout) and "\t" not in line and not _BULLET.match(line)


def _ends_open(line: str, layout: Layout) -> bool:
    word = _LAST_WORD.search(line[-30:])
    return bool(_OPEN_SIGN.search(line)) or bool(word and word[1].lower() in layout.language.word_set("open_ends"))


def _goes_on(before: str, line: str, layout: Layout) -> bool:
    if len(before) < 48 or "\t" in before or "\t" in line or _BULLET.match(line) or "://" in line[:12]:
        return _is_left_open(before, line, layout)
    if _is_headed(line, layout) or _ADDRESS_END.search(before) or (_CELLS in before and _CELLS in line):
        return False
    if _FIELD.match(line) and _labelled(before, layout)[0]:
        return False
    if layout.language.pattern("time_first").match(line):
        return _ends_open(before, layout)
    return True


def _split(line: str, language: Language) -> Iterator[str]:
    line = _COLUMNS.sub(" | ", line.strip()) if _ROW.match(line) else line
    line = " ".join((line if _opens_with_date(line, language) else _BULLET.sub("", line)).split())
    start = 0
    for match in _SENTENCE_END.finditer(line):
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
        return ordinal or following[:1].islower() or following[:1].isdigit()
    return following[:1].islower() or (following[:1].isdigit() and before[-2:-1].isdigit())


def _is_short_form(word: str, language: Language) -> bool:
    known = language.word_set("abbreviations")
    last = word.replace(" ", "").rpartition(".")[2]
    return len(last.rstrip("ªº")) == 1 or word in known or word.replace(" ", "") in known or last in known
