"""What is new in a reply: the letter that we sent is known exactly, so its words are subtracted (never a guess by "On … wrote")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.core.message.seen import DOUBT
from bot.core.message.types import Owner
from bot.core.reading.owner.frame import REF
from bot.core.reading.owner.quote import OUR_NAME, Line, Origin, introduction, split_lines
from bot.core.reading.owner.words import exact, loose, visible
from bot.core.reading.types import AnsweredLetter, ShownItem

_LINK = re.compile(r"<(?:mailto:|https?://|[^<>\s@?]{1,64}@[^<>\s@?]{1,190}\?)[^<>\s]*>")
"""An address that a client wrote behind the words of a link, some without the scheme: ``Approve <maya@example.org?subject=…>``."""
_ORNAMENT = re.compile(rf"[\s\-_=*|~·•—–.>{DOUBT}]+")
_WORD = re.compile(r"\S+")
_MANY_BLANKS = re.compile(r"\n{40,}")
_MAX_TRIES = 24
_MAX_SLACK = 2_000
_JOIN_WIDTH = 55
_LOOK_AHEAD = 6
_MAX_REST = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Hunk:
    """A change inside the quoted draft *number*: ``start``..``end`` of the shown body now reads ``text``.

    ``marked``: the change stands inside the quotation itself; otherwise the owner wrote on lines of his own between quoted ones.
    """

    number: int
    start: int
    end: int
    text: str
    marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewText:
    """``parts``: the owner's own words above, between and below the quotation, in order; ``hunks``: changes inside quoted drafts."""

    parts: tuple[str, ...] = ()
    hunks: tuple[Hunk, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether any of it bears the mark of words that are not surely seen (`render_with_doubts`)."""
        return any(DOUBT in text for text in (*self.parts, *(hunk.text for hunk in self.hunks)))

    @property
    def text(self) -> str:
        return "\n\n".join(self.parts)

    @property
    def words(self) -> str:
        """Every letter and figure that is new, in order."""
        return self.said + loose(_LINK.sub(" ", " ".join(hunk.text for hunk in self.hunks)))

    @property
    def said(self) -> str:
        """The same of the words outside quoted drafts."""
        return loose(_LINK.sub(" ", self.text))


def say_the_same(one: NewText, other: NewText, items: Sequence[ShownItem]) -> bool:
    """Whether two parts of one mail agree: in their words, or (where they are wrapped otherwise) in what they make of each draft."""
    return one.words == other.words or (
        one.said == other.said and all(_changed(one, item) == _changed(other, item) for item in items)
    )


def _changed(new: NewText, item: ShownItem) -> str:
    body = item.body
    for hunk in sorted(new.hunks, key=lambda hunk: hunk.start, reverse=True):
        if hunk.number == item.number:
            body = f"{body[: hunk.start]} {hunk.text} {body[hunk.end :]}"
    return loose(body)


def find_new_text(
    text: str, *, letter: AnsweredLetter | None, owner: Owner, known: frozenset[str] = frozenset()
) -> NewText:
    """Return what the owner wrote in *text*, a reply to *letter*; nothing he wrote is left out. Linear in the length of *text*.

    *known*: the words (folded) that mail clients put above a quotation.
    """
    lines = split_lines(_MANY_BLANKS.sub("\n" * 40, visible(text)))
    if letter is None:
        return NewText(parts=_parts([line.raw for line in lines]))
    origin = _origin(letter, owner, known)
    seen = _Seen(2 * max(len(letter.text), len(letter.html_text)) + _MAX_SLACK)
    readings = [
        _subtract(lines, _Reference.of(shown, letter.items, seen), origin)
        for shown in dict.fromkeys((letter.text, letter.html_text))
    ]
    return readings[0] if len(set(readings)) == 1 else min(readings, key=lambda reading: len(reading.words))


def _origin(letter: AnsweredLetter, owner: Owner, known: frozenset[str]) -> Origin:
    said = [name for name in (*letter.addresses, *owner.addresses, owner.name, OUR_NAME) if loose(name)]
    names = [name for name in said if "@" not in name]
    parts = (loose(word) for name in names for word in re.findall(r"[^\W\d_]+", name))
    return Origin(
        subject=loose(letter.subject),
        addresses=frozenset(loose(name) for name in said if "@" in name),
        names=frozenset(loose(name) for name in names),
        words=known | frozenset(parts),
    )


class _Word(NamedTuple):
    loose: str
    raw: str
    start: int
    end: int

    @property
    def exact(self) -> str:
        return exact(self.raw)


def _words(text: str) -> list[_Word]:
    bare = _LINK.sub(lambda link: " " * len(link.group()), text) if "<" in text else text
    found = (_Word(loose(m.group()), m.group(), m.start(), m.end()) for m in _WORD.finditer(bare))
    return [word for word in found if word.loose]


@dataclass(frozen=True, slots=True)
class _Draft:
    """Where a shown draft stands among the words of the letter."""

    item: ShownItem
    first: int
    words: list[_Word]

    @property
    def last(self) -> int:
        return self.first + len(self.words)


@dataclass(frozen=True, slots=True)
class _Seen:
    """The words of the lines of a reply, each taken apart once; ``longest``: in characters, of a line that may come from the letter."""

    longest: int
    words: dict[str, list[_Word]] = field(default_factory=dict)

    def words_of(self, line: str) -> list[_Word]:
        """Return the words of *line*; of one too long to come from the letter only the last."""
        if line not in self.words:
            self.words[line] = _words(line if len(line) <= self.longest else "…" + line[-1:])
        return self.words[line]


@dataclass(frozen=True, slots=True)
class _Reference:
    """The letter as a row of words; ``starts``/``ends``: where its lines begin and end; ``places``: word → positions;
    ``opening``: word → positions at which it begins a line."""

    words: list[str]
    starts: frozenset[int]
    ends: frozenset[int]
    places: dict[str, list[int]]
    opening: dict[str, list[int]]
    drafts: list[_Draft]
    seen: _Seen

    @classmethod
    def of(cls, text: str, items: Sequence[ShownItem], seen: _Seen) -> _Reference:
        words: list[str] = []
        starts, ends = set(), set()
        for line in visible(text).split("\n"):
            starts.add(len(words))
            words.extend(word.loose for word in _words(line))
            ends.add(len(words))
        places: dict[str, list[int]] = {}
        for position, word in enumerate(words):
            places.setdefault(word, []).append(position)
        drafts = list(_find_drafts(words, places, items))
        opening = {word: [place for place in found if place in starts] for word, found in places.items()}
        return cls(words, frozenset(starts), frozenset(ends), places, opening, drafts, seen)

    def words_of(self, line: str) -> list[_Word]:
        return self.seen.words_of(line)

    def find(self, line: list[_Word], at: int) -> int | None:
        """Return where *line* stands, at *at*, further down, or else at the very beginning; a short line only where it is a whole line."""
        wanted = [word.loose for word in line]
        if self.words[at : at + len(wanted)] == wanted:
            return at
        short = len(wanted) < 3
        places = (self.opening if short else self.places).get(wanted[0], [])
        after = bisect_right(places, at)
        for place in places[after : after + _MAX_TRIES]:
            if self.words[place : place + len(wanted)] == wanted and (not short or place + len(wanted) in self.ends):
                return place
        return 0 if not short and self.words[: len(wanted)] == wanted else None  # quoted a second time

    def holds_line(self, line: list[_Word]) -> bool:
        """Whether *line* is a whole line of the letter, of three words at least."""
        wanted = [word.loose for word in line]
        places = self.opening.get(wanted[0], []) if len(wanted) >= 3 else []
        ends = ((place, place + len(wanted)) for place in places[:_MAX_TRIES])
        return any(end in self.ends and self.words[place:end] == wanted for place, end in ends)


def _find_drafts(words: list[str], places: dict[str, list[int]], items: Sequence[ShownItem]) -> Iterator[_Draft]:
    after = 0
    for item in items:
        body = _words(item.body)
        wanted = [word.loose for word in body]
        for place in places.get(wanted[0], []) if wanted else []:
            if place >= after and words[place : place + len(wanted)] == wanted:
                yield _Draft(item, place, body)
                after = place + len(wanted)
                break


@dataclass(slots=True)
class _Walk:
    """The state of one pass: how far the letter has been seen, and what did not come from it."""

    at: int = 0
    own: list[str] = field(default_factory=list)
    parts: list[list[str]] = field(default_factory=list)
    foreign: list[Line] = field(default_factory=list)
    hunks: list[Hunk] = field(default_factory=list)


def _subtract(lines: list[Line], reference: _Reference, origin: Origin) -> NewText:
    begin, first = _quotation(lines, reference, origin)
    if begin == len(lines) and _is_rest(lines, reference):
        return NewText()
    walk = _Walk(parts=[[line.raw for line in lines[:begin]]])
    marked = first < len(lines) and lines[first].depth > 0
    for index in range(first, len(lines)):
        _step(walk, lines, index, reference, marked)
    walk.parts.append([_raw(line, marked) for line in walk.foreign])
    return NewText(
        parts=tuple(part for own in walk.parts for part in _parts(own)), hunks=tuple(dict.fromkeys(walk.hunks))
    )


def _is_rest(lines: list[Line], reference: _Reference) -> bool:
    """Whether the reply is nothing but whole lines of the letter: what stayed of a quotation without marks says nothing new."""
    rows = [(line, reference.words_of(line.text)) for line in lines[: _MAX_REST + 1] if not line.blank]
    return len(lines) <= _MAX_REST and all(_is_ref(line, row) or reference.holds_line(row) for line, row in rows)


def _step(walk: _Walk, lines: list[Line], index: int, reference: _Reference, marked: bool) -> None:
    line = lines[index]
    words = reference.words_of(line.text)
    quoted = line.depth > 0 or not marked
    if line.blank or (quoted and (_is_ref(line, words) or (not words and _is_ornament(line.text)))):
        # A rule without a mark is perhaps the owner's: it stays where it stands among his lines.
        own = line.depth == 0 and _ORNAMENT.fullmatch(line.text)
        walk.foreign.append(Line(line.raw if own else "", "", line.depth))
        return
    place = reference.find(words, walk.at) if words and quoted else None
    if place is not None and place != walk.at and _goes_on(walk, lines[index + 1 : index + 1 + _LOOK_AHEAD], reference):
        place = None
    if place is None and words and marked and line.depth == 0 and _is_overflow(walk, words, reference):
        place = walk.at
    if place is None:
        walk.foreign.append(line)
        return
    _close_gap(walk, place, reference, marked)
    _compare(walk, words, place, reference)
    walk.at = place + len(words)


def _is_ref(line: Line, words: list[_Word]) -> bool:
    return bool(words) and words[0].loose.startswith("ref") and bool(REF.fullmatch(line.text.replace(DOUBT, "")))


def _goes_on(walk: _Walk, following: Sequence[Line], reference: _Reference) -> bool:
    """Whether the letter goes on below where it was left: then the line between is the owner's, even if its words stand elsewhere in it."""
    rows = ([word.loose for word in reference.words_of(line.text)] for line in following)
    return any(row and reference.words[walk.at : walk.at + len(row)] == row for row in rows)


def _is_ornament(text: str) -> bool:
    """Whether *text* is a rule, a mark, or the address of a link that a client set on a line of its own."""
    return not _ORNAMENT.sub("", _LINK.sub("", text))


def _is_overflow(walk: _Walk, words: list[_Word], reference: _Reference) -> bool:
    """Whether an unmarked line goes on exactly where a marked one broke off in the middle of a line (bad wrapping by a client)."""
    end = walk.at + len(words)
    wanted = [word.loose for word in words]
    return bool(not walk.foreign and walk.at not in reference.starts and reference.words[walk.at : end] == wanted)


def _close_gap(walk: _Walk, place: int, reference: _Reference, marked: bool) -> None:
    """Decide what the lines since the last known word are: a change of the draft around them, or words to us."""
    foreign = [line for line in walk.foreign if not line.blank]
    draft = _draft_around(reference, walk.at, place)
    cut_out = (
        0 < walk.at < place
    )  # words are missing between two that were kept; a quotation trimmed at its ends says nothing
    if draft and (foreign or cut_out):
        text = _flow([line.text for line in walk.foreign])
        own = bool(foreign) and marked and all(line.depth == 0 for line in foreign)
        walk.hunks.append(_hunk(draft, walk.at, place, text, marked=bool(not own and (marked or place > walk.at))))
    elif foreign:
        walk.parts.append([_raw(line, marked) for line in walk.foreign])
    walk.foreign = []


def _draft_around(reference: _Reference, begin: int, end: int) -> _Draft | None:
    for draft in reference.drafts:
        inside = draft.first <= begin <= end <= draft.last
        if inside and (begin < end or draft.first < begin < draft.last):
            return draft
    return None


def _hunk(draft: _Draft, begin: int, end: int, text: str, *, marked: bool) -> Hunk:
    first, last = begin - draft.first, end - draft.first
    stop = draft.words[last - 1].end if last > 0 else 0
    start = draft.words[first].start if first < last else stop
    return Hunk(number=draft.item.number, start=start, end=stop, text=text, marked=marked)


def _compare(walk: _Walk, words: list[_Word], place: int, reference: _Reference) -> None:
    """Note changes of case and punctuation inside the draft, which the loose comparison let pass."""
    for draft in reference.drafts:
        for offset, word in enumerate(words):
            position = place + offset - draft.first
            if 0 <= position < len(draft.words) and draft.words[position].exact != word.exact:
                at = draft.first + position
                walk.hunks.append(_hunk(draft, at, at + 1, word.exact, marked=True))


def _quotation(lines: list[Line], reference: _Reference, origin: Origin) -> tuple[int, int]:
    """Return where the introduction of the quotation begins and where its first line stands."""
    strange: set[str] = set()
    for index, line in enumerate(lines):
        if line.blank or line.text in strange:
            continue
        words = reference.words_of(line.text)
        if not words or reference.find(words, 0) is None:
            strange.add(line.text)
            continue
        introduced = introduction(lines, index, origin)
        if introduced is not None:
            return introduced, index
        if line.depth > 0 or _is_opening(lines, index, words, reference):
            return index, index
    introduced = introduction(lines, len(lines), origin)  # the quotation itself was deleted
    return (len(lines) if introduced is None else introduced), len(lines)


def _is_opening(lines: list[Line], index: int, words: list[_Word], reference: _Reference) -> bool:
    """Whether unmarked lines repeat the letter from its very first word, over more than one line of it."""
    wanted = [word.loose for word in words]
    if len(wanted) < 3 or reference.words[: len(wanted)] != wanted:
        return False
    below = (reference.words_of(line.text) for line in lines[index + 1 : index + 12])
    following = next((found for found in below if found), [])
    after = [word.loose for word in following]
    return bool(after) and reference.words[len(wanted) : len(wanted) + len(after)] == after


def _raw(line: Line, marked: bool) -> str:
    return line.raw if line.depth > 0 or not marked else line.text


def _parts(lines: list[str]) -> tuple[str, ...]:
    text = "\n".join(lines).strip("\n \t")
    return (text,) if text.strip() else ()


def _flow(lines: list[str]) -> str:
    """Return wrapped lines as paragraphs; a line that ends early ends on purpose."""
    text = ""
    previous = ""
    for line in (line.strip() for line in lines):
        first = line.split(" ", 1)[0]
        joined = previous and line and len(previous) >= _JOIN_WIDTH and len(previous) + len(first) >= _JOIN_WIDTH + 8
        text += (" " if joined else "\n") + line
        previous = line
    return re.sub(r"\n{3,}", "\n\n", text).strip()
