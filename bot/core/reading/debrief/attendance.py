"""Who was there and who was not, and what people are to be called (E2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from bot.core.reading.company.cues import Language
from bot.core.reading.company.folding import flatten, fold
from bot.core.reading.company.masks import views_of
from bot.core.reading.company.name_groups import lists_of
from bot.core.reading.company.names import name_words, same_person
from bot.core.reading.company.page import has_cue
from bot.core.reading.company.people import Named, find_people
from bot.core.reading.debrief.notes import Notes
from bot.core.reading.debrief.types import Renamed
from bot.core.reading.types import Person

_ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_MOST = 8
_LEAST_NAME = 2
_NEAR = 0.7
_MOST_LINK = 3
"""More words than these between two names tell of the second."""
_AROUND = " .,;:!\"'\u201e\u201c\u201d\u2018\u2019\u00ab\u00bb"


def find_added(notes: Notes, known: Sequence[Person]) -> tuple[Person, ...]:
    """Return the people met who were not announced, with the addresses that the text gives them."""
    met = [person.name for people in _named(notes, "debrief_added", known) for person in people]
    if known:
        people = [
            person for people in _named(notes, "debrief_met", known, but="debrief_added_not") for person in people
        ]
        met += [person.name for person in people if not person.single or person.titled]
    names = [name for name in dict.fromkeys(met) if not any(same_person(name, person.name) for person in known)][:_MOST]
    addresses = _addresses(notes)
    return tuple(Person(name=name, email=_address_of(name, names, addresses)) for name in names)


def find_absent(notes: Notes, known: Sequence[Person]) -> tuple[str, ...]:
    """Return who was announced and not there, as the record names them; as written where the record names nobody."""
    found: list[str] = []
    for people in _named(notes, "debrief_absent", known):
        for name in (person.name for person in people):
            announced = [person.name for person in known if same_person(name, person.name)]
            found += announced or ([] if known else [name])
    return tuple(dict.fromkeys(found))[:_MOST]


def _named(notes: Notes, section: str, known: Sequence[Person], *, but: str = "") -> Iterator[list[Named]]:
    """Yield the people of whom a sentence says what *section* does, and *but*, else what is named after it, does not; a list as a whole."""
    language, but = notes.language, but or f"{section}_not"
    for sentence in notes.sentences:
        groups = list(_lists(_people(sentence.text, notes, known), sentence.text, language))
        for number, group in enumerate(groups):
            views = [flatten(view) for view in views_of(sentence.text, groups, number, language)]
            if any(has_cue(language, section, view) for view in views) and not any(
                has_cue(language, but, view) for view in views
            ):
                yield group


def _lists(people: Sequence[Named], text: str, language: Language) -> Iterator[list[Named]]:
    """Yield the lists of names; what "plus" or words on somebody ("and a colleague called") add to one is another."""
    for group in lists_of(people, text, language):
        start = 0
        for number in range(1, len(group)):
            gap = text[group[number - 1].end : group[number].start]
            if language.match("added_link", fold(gap)) or len(gap.split()) > _MOST_LINK:
                yield group[start:number]
                start = number
        yield group[start:]


def _people(text: str, notes: Notes, known: Sequence[Person]) -> list[Named]:
    """Return the people named in *text*, in order; those announced also where only they tell that a word is a name."""
    bare = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    labels, no_names = notes.language.word_set("no_topic_labels"), notes.language.word_set("clause_words")
    found = [
        person
        for person in find_people(bare, notes.language)
        if not same_person(person.name, notes.page.owner.name)
        and not (fold(person.name) in labels and bare[person.end :].lstrip().startswith(":"))
        and not (person.start == 0 and not person.telling and fold(person.name) in no_names)
    ]
    for one in _announced(bare, known):
        if not any(other.start < one.end and one.start < other.end for other in found):
            found.append(one)
    return sorted(found, key=lambda person: person.start)


def _announced(text: str, known: Sequence[Person]) -> Iterator[Named]:
    """Yield where the name of somebody announced, or a word of it, stands, the longest first; in small letters only in a text of such."""
    case = re.IGNORECASE if text[:1].islower() else re.NOFLAG
    names = {word for person in known for word in (person.name, *person.name.split()) if len(word) > _LEAST_NAME}
    for name in sorted((name for name in names if name[:1].isupper()), key=lambda name: (-len(name), name)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, case):
            yield Named(name=name, start=match.start(), end=match.end())


def _addresses(notes: Notes) -> list[str]:
    return [match[0].rstrip(".").lower() for sentence in notes.sentences for match in _ADDRESS.finditer(sentence.text)]


def _address_of(name: str, names: Sequence[str], addresses: Sequence[str]) -> str | None:
    """Return the address that is made of parts of the *name*; of one name and one address, that one."""
    fitting = [address for address in addresses if _fits(name, address)]
    if len(fitting) == 1:
        return fitting[0]
    return addresses[0] if len(addresses) == len(names) == 1 else None


def _fits(name: str, address: str) -> bool:
    local = flatten(address.partition("@")[0]).replace(".", "").replace("-", "").replace("_", "")
    return any(len(word) > 1 and word in local for word in name_words(name))


def find_renamed(notes: Notes, known: Sequence[Person]) -> tuple[Renamed, ...]:
    """Return what people are to be called otherwise than the record does ("Jane goes by Dr. Whitcombe", "it is Jon, not John")."""
    found: dict[str, Renamed] = {}
    for sentence in notes.sentences:
        flat = fold(sentence.text)
        for name in ("debrief_renamed", "debrief_right_name"):
            for match in notes.language.pattern(name).finditer(flat):
                right = sentence.text[match.start("right") : match.end("right")].strip(_AROUND)
                wrong = sentence.text[match.start("wrong") : match.end("wrong")].strip(_AROUND)
                alike = name == "debrief_right_name"
                if right and (renamed := _renamed(wrong, right, [one.name for one in known], notes, alike=alike)):
                    found.setdefault(right, renamed)
    return tuple(found.values())[:_MOST]


def _renamed(wrong: str, right: str, known: Sequence[str], notes: Notes, *, alike: bool) -> Renamed | None:
    """Return what *wrong*, a name or a word such as "she", is to be called, None where nobody may be meant; *alike*: the two must be."""
    meant = [name for name in known if same_person(name, wrong)] or [name for name in known if _nearly(name, right)]
    if meant:
        return Renamed(wrong=meant[0], right=right) if len(meant) == 1 and right not in meant else None
    if right == right.lower() or (alike and not _nearly(wrong, right)):
        return None
    if fold(wrong) in notes.language.word_set("clause_words"):
        return Renamed(wrong=known[0] if len(known) == 1 else None, right=right)
    named = all(word[:1].isupper() for word in wrong.split())
    return Renamed(wrong=wrong, right=right) if named and not known else None


def _nearly(name: str, right: str) -> bool:
    return any(SequenceMatcher(None, a, b).ratio() >= _NEAR for a in name_words(name) for b in name_words(right))
