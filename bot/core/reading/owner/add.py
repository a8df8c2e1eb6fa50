"""An interview in the owner's own words, for one that was agreed by phone: "interview with Jane Doe at Acme, Thursday 3pm".

Every word has to find its place: what belongs to none is asked about, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from bot.core.reading.owner.cues import AddWords
from bot.core.reading.owner.edit import parse_label
from bot.core.reading.owner.grammar import Context
from bot.core.reading.owner.moment import Shape, read_moment
from bot.core.reading.owner.words import Token, tokenise, visible
from bot.core.reading.types import Correction, Medium

MAX_CHARS = 1_000
_FIELDS = ("company", "role", "who", "contact", "time")
_ADDRESS = re.compile(r"<?[\w.+'-]{1,64}@[\w.-]{1,190}\w>?")
_FIRST_MARK = 0xE000  # private use: stands for an address while the words around it are placed
_MOST_ADDRESSES = 20
_MOST_NAMES = 5
_CLOCK = r"\d{1,2}(?:[:.]\d{2}(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?)"
_UNTIL = re.compile(rf"\s?(?:-|–|to|until|till|bis|à)\s?{_CLOCK}(?!\w)", re.IGNORECASE)
_BREAKS = frozenset({",", ";", "\n", "(", ")", "|", "–", "—", ":"})
_JOINS = frozenset({"&", "-", "'", "/", "+"})


class _Place(StrEnum):
    """What the words of a segment tell; `FREE`: nothing before them says."""

    FREE = "free"
    WHO = "who"
    COMPANY = "company"
    ROLE = "role"


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What the owner told. ``corrections``: the facts, to be read like corrections of the record; ``left``: words without a place.

    ``minutes``: how long it takes, where told. ``lang``: the language of his words. ``times``: how many times they name.
    """

    corrections: tuple[Correction, ...] = ()
    medium: Medium | None = None
    minutes: int | None = None
    lang: str = "en"
    times: int = 0
    left: str = ""

    def told(self, name: str) -> bool:
        """Whether a fact of that name is among them."""
        return any(one.field == name for one in self.corrections)


@dataclass(slots=True)
class _Found:
    places: dict[_Place, list[str]] = field(default_factory=dict)
    times: list[str] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    medium: Medium | None = None
    minutes: int | None = None


def read_added(text: str, context: Context) -> Added:
    """Return what *text*, behind ``add:``, tells of an interview: labelled lines ("who: Jane Doe; time: …"), words, or both."""
    labelled: list[Correction] = []
    free: list[str] = []
    for line in re.split(r"[\n;]", visible(text)[:MAX_CHARS]):
        label = parse_label(line, context.cues)
        if label and label.meaning in _FIELDS and label.value:
            labelled.append(Correction(field=label.meaning, value=label.value))
        elif line.strip():
            free.append(line)
    return _read_free("\n".join(free), labelled, context)


def _read_free(text: str, labelled: Sequence[Correction], context: Context) -> Added:
    addresses = _ADDRESS.findall(text)[:_MOST_ADDRESSES]
    for number, address in enumerate(addresses):
        text = text.replace(address, f" {chr(_FIRST_MARK + number)} ", 1)
    lang, words = _language(text, context)
    text = _with_yesterday(text, words, context)
    found = _Found()
    for place, segment in _segments(text, words, context, found):
        _note(place, segment, words, context, found, text)
    facts, left = _settle(found, {one.field for one in labelled})
    corrections = [Correction(field=name, value=_with_addresses(value, addresses)) for name, value in facts]
    told = {one.field for one in labelled}
    return Added(
        corrections=(*labelled, *(one for one in corrections if one.field not in told)),
        medium=found.medium,
        minutes=found.minutes,
        lang=lang,
        times=len(found.times) + ("time" in told),
        left=_with_addresses(" … ".join(left), addresses),
    )


def _language(text: str, context: Context) -> tuple[str, AddWords]:
    """Return the language most of whose words stand in *text*, and its words."""
    said = {token.text for token in tokenise(text)}
    return max(context.cues.add.items(), key=lambda pair: (len(said & pair[1].all), pair[0] == "en"))


def _with_yesterday(text: str, words: AddWords, context: Context) -> str:
    """Return *text* with the day in the place of "yesterday": commands look ahead, a talk may be over."""
    day = (context.now.astimezone(context.zone) - timedelta(days=1)).date().isoformat()
    for token in reversed(tokenise(text)):
        if token.text in words.yesterday:
            text = f"{text[: token.start]}{day}{text[token.end :]}"
    return text


def _segments(text: str, words: AddWords, context: Context, found: _Found) -> Iterator[tuple[_Place, list[Token]]]:
    """Yield the words between times, commas and words such as "with" and "at"; note the times."""
    tokens = tokenise(text)
    folded = [token.text for token in tokens]
    place, segment, at = _Place.FREE, list[Token](), 0
    while at < len(tokens):
        moment = read_moment(folded, at, now=context.now, zone=context.zone, known=context.cues.time)
        if moment and moment.full:
            yield place, segment
            place, segment = _Place.FREE, []
            end, at = _note_time(text, tokens, at, moment.end, found)
            while at < len(tokens) and tokens[at].start < end:
                at += 1
            continue
        if moment and moment.shape is Shape.POINT:  # a day without an hour: no name, and no time yet
            yield place, segment
            found.days.append(text[tokens[at].start : tokens[moment.end - 1].end])
            place, segment, at = _Place.FREE, [], moment.end
            continue
        opened = _opens(folded[at], words)
        if opened or folded[at] in _BREAKS:
            yield place, segment
            place, segment = opened or _Place.FREE, []
        else:
            segment.append(tokens[at])
        at += 1
    yield place, segment


def _note_time(text: str, tokens: Sequence[Token], at: int, stop: int, found: _Found) -> tuple[int, int]:
    """Note the time told by these words, with the end that may follow; return where it ends in *text* and the next word."""
    end = tokens[stop - 1].end
    until = _UNTIL.match(text, end)
    end = until.end() if until else end
    found.times.append(text[tokens[at].start : end])
    return end, stop


def _opens(word: str, words: AddWords) -> _Place | None:
    for place, opening in ((_Place.WHO, words.with_), (_Place.COMPANY, words.at), (_Place.ROLE, words.role)):
        if word in opening:
            return place
    return None


def _note(place: _Place, segment: list[Token], words: AddWords, context: Context, found: _Found, text: str) -> None:
    rest = [token for token in segment if not _is_medium(token.text, words, found)]
    if minutes := _minutes(rest, context):
        found.minutes = minutes
        return
    if place is _Place.FREE:
        rest = [token for token in rest if token.text not in words.talk | words.role_end | words.small]
    while rest and (rest[0].text in words.small or not _says(rest[0])):
        rest = rest[1:]
    ends = words.role_end if place is _Place.ROLE else frozenset[str]()
    while rest and rest[0].text in ends | words.small:
        rest = rest[1:]
    while rest and (rest[-1].text in ends or not _says(rest[-1])):
        rest = rest[:-1]
    if rest:
        found.places.setdefault(place, []).append(text[rest[0].start : rest[-1].end])


def _says(token: Token) -> bool:
    return token.is_word or ord(token.text[0]) >= _FIRST_MARK or token.text in _JOINS


def _is_medium(word: str, words: AddWords, found: _Found) -> bool:
    told = {Medium.PHONE: words.phone, Medium.VIDEO: words.video, Medium.ONSITE: words.onsite}
    medium = next((medium for medium, names in told.items() if word in names), None)
    found.medium = found.medium or medium
    return medium is not None


def _minutes(tokens: Sequence[Token], context: Context) -> int | None:
    """Return a length such as "an hour" or "45 min", None for other words."""
    spoken = [token.text for token in tokens]
    moment = read_moment(spoken, 0, now=context.now, zone=context.zone, known=context.cues.time) if spoken else None
    if moment is None or moment.full or moment.at is None or moment.end != len(spoken):
        return None
    minutes = round((moment.at - context.now).total_seconds() / 60)
    return minutes if 5 <= minutes <= 12 * 60 else None


def _settle(found: _Found, told: set[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the facts, and the words that belong to none. One company, one role; words without a place may be the missing company."""
    facts = [("time", found.times[0])] if len(found.times) == 1 else []
    left: list[str] = []
    companies, free = found.places.get(_Place.COMPANY, []), found.places.get(_Place.FREE, [])
    people = found.places.get(_Place.WHO, [])
    if not companies and "company" not in told and len(free) == 1 and not _is_address(free[0]):
        companies, free = free, []
    for words in free:
        belongs = _is_name(words) or (people and _is_address(words))
        (people if belongs else left).append(words)
    roles = found.places.get(_Place.ROLE, [])
    left += [*companies[1:], *roles[1:]]
    facts += [("company", companies[0])] if companies else []
    facts += [("role", roles[0])] if roles else []
    facts += [("who", _join(people))] if people else []
    return facts, left


def _join(people: Sequence[str]) -> str:
    """Return the people as one list; an address that stands alone belongs to the name before it."""
    joined = ""
    for words in people:
        joined += (" " if _is_address(words) or not joined else ", ") + words.strip()
    return joined.strip()


def _is_name(words: str) -> bool:
    """Whether words that nothing leads to look like a person's name: two or more, all but small ones between them in capitals."""
    parts = [part for part in words.split() if not _is_address(part)]
    return 2 <= len(parts) <= _MOST_NAMES and parts[0][:1].isupper() and parts[-1][:1].isupper()


def _is_address(words: str) -> bool:
    return len(words.strip()) == 1 and ord(words.strip()) >= _FIRST_MARK


def _with_addresses(value: str, addresses: Sequence[str]) -> str:
    for number, address in enumerate(addresses):
        value = value.replace(chr(_FIRST_MARK + number), f"<{address.strip('<>')}>")
    return " ".join(value.split())
