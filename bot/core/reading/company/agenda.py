"""Whom the rows of an agenda and the cards of a programme name: people beside a time of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core.reading.company.cues import Language
from bot.core.reading.company.house_words import is_house
from bot.core.reading.company.listed_people import split_people
from bot.core.reading.company.names import name_words, same_person
from bot.core.reading.company.page import Page, Sentence
from bot.core.reading.company.people import Named, find_people, opens_with_person

_AGENDA = re.compile(
    r"^\W{0,4}\d{1,2}(?:[:.h]\d{2}|\s?h\b|\s?(?=[ap]\.?m))\s?(?:[^\W\d_]{1,3}\.?(?:m\.)?(?=\s|\W))?"
    r"(?:\s?(?:-|\u2013|\u2014|[^\W\d_]{1,3})\s?\d{1,2}(?:[:.h]\d{2}|\s?h\b)?\s?(?:[^\W\d_]{1,3}\.?(?:m\.)?(?=\s|\W))?)?"
    r"\s*[:\t \u2013\u2014|,-]+(?P<what>\S.*)$",
    re.IGNORECASE,
)
_FIRST_CLOCK = re.compile(r"(?<![\d:.])\d{1,2}(?:[:h]\d{2}|\.\d{2}(?!\.)|\s?[ap]\.?m)", re.IGNORECASE)
_TIMES = frozenset({"when", "old", "deadline"})
_BULLETS = " \t-*\u2022"
_LONGEST_DAY = 45
_SHORTEST_DAY = 3
_ACROSS = re.compile(r"\s(?:x|X|\u00d7|<>|<->|/|&|\+)\s")
_BRACKETED = re.compile(r"\([^()]*\)")
_BRACKET = re.compile(r"[()]")
_PIECES = re.compile(r"[:,\u2013\u2014]\s|\s-\s|\t|\s\|\s")
_FEWEST_ROWS = 2
_LONGEST_CARD = 110
_CLOSING = re.compile(
    r"^(?P<what>[^\W\d_].{2,90}?)(?:\s{2,}|\s?[:|,\t\u2013\u2014-]\s?|\s\()\s*\d{1,2}(?:[:.h]\d{2}|\s?h\b|\s?(?=[ap]\.?m))"
    r"(?:\W{0,3}[^\W\d_]{1,6}(?![^\W\d_])|\W{0,3}\d{1,2}(?!\d)){0,8}\W{0,3}$",
    re.IGNORECASE,
)
"""A row that opens with a name and closes with its time ("Ann Bee, chief pilot   10:25 to 11:15")."""
_TOLD = re.compile(r"\b\d{1,3}\s?[^\W\d_]{1,8}\)?:\s+(?=[^\W\d_])")
"""What tells how long a part is, and behind a colon who holds it ("Money, 30 minutes: Cee Dee")."""
_FULL = 2
_LATEST = 10
CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d|h)")
NOT_OF_PEOPLE = frozenset({"interviewers", "reason", "role", "company", "candidate", "location", "link"})


def find_agenda_people(page: Page, blocked: frozenset[str]) -> Iterator[Named]:
    """Yield the people of lines that open with a time ("10:00-10:45  Planning algorithms, Wei Tang")."""
    lines = [_agenda_line(sentence, page.language) for sentence in page.sentences]
    if sum(match is not None for match in lines) < _FEWEST_ROWS:
        yield from _people_before_times(page, blocked)
        return
    below = _names_below([bool(match and re.search(r"[^\W\d_]{3}", match["what"])) for match in lines], page, blocked)
    if below:
        yield from below
        return
    for match in lines:
        if match is None:
            continue
        told = list(_people_of_row(_BRACKETED.sub(" ", match["what"]), page, blocked))
        yield from told or _people_of_row(_BRACKET.sub(", ", match["what"]), page, blocked)


def _people_before_times(page: Page, blocked: frozenset[str]) -> Iterator[Named]:
    """Yield the people of rows that close with their time, or of parts that close with a name, where there are some of one kind."""
    texts = [sentence.text.strip(_BULLETS) for sentence in page.sentences if sentence.label not in _TIMES]
    rows = [row["what"] for row in map(_CLOSING.match, texts) if row]
    rows = [row for row in rows if opens_with_person(row, page.language)]
    parts = [text[part.end() : part.end() + _LONGEST_CARD] for text in texts for part in _TOLD.finditer(text)]
    for lines in (rows, parts):
        people = [_opening_person(line, page, blocked) for line in lines]
        if sum(person is not None for person in people) >= _FEWEST_ROWS:
            yield from (person for person in people if person)


def _opening_person(row: str, page: Page, blocked: frozenset[str]) -> Named | None:
    """Return whom a row opens with; of a longer run of capitals ("Ann Bee Risk Director") the first two words."""
    person = next(iter(find_people(row, page.language, blocked)), None)
    if person is None or not person.telling or is_house(person.name, page.language):
        return None
    words = person.name.split()
    goes_on = row[person.end :].lstrip()[:1].isupper()
    if row.find(person.name) > _LATEST or is_owner(person, page):
        return None
    office = len(words) > _FULL and (goes_on or len(words) > _FULL + 1) and all(word[:1].isupper() for word in words)
    return replace(person, name=" ".join(words[:_FULL])) if office else person


def _agenda_line(sentence: Sentence, language: Language) -> re.Match[str] | None:
    """Return the match of a line that opens with a time, be it behind a number of the list and the day ("2) Tue 9 June, 13:00 Coding");
    the line of a label tells when the whole talk is."""
    text = sentence.text
    if sentence.label in _TIMES:
        return None
    clock = _FIRST_CLOCK.search(text[:_LONGEST_DAY])
    words = re.findall(r"[^\W\d_]+", text[: clock.start()].lower()) if clock else []
    days = {*language.weekdays, *language.months}
    dated = clock is not None and clock.start() > 0 and all(len(word) < _SHORTEST_DAY or word in days for word in words)
    return _AGENDA.match(text[clock.start() :] if clock and dated else text)


def _people_of_row(what: str, page: Page, blocked: frozenset[str]) -> Iterator[Named]:
    """Yield the people of one row of an agenda; a single word only where all its cell holds is that word, and it is known as a given name
    or stands across from the owner ("Robin x Samir")."""
    language = page.language
    given = language.word_set("given_names")
    owner, *faced = _ACROSS.split(what, maxsplit=1)
    across = bool(faced) and same_person(owner.strip(" -\u2013\u2014|:"), page.owner.name)
    for half in language.pattern("with_word").split(faced[0] if across else what):
        for piece in _PIECES.split(half):
            for person in split_people(piece, language, blocked):
                alone = across or (person.name.lower() in given and piece.strip(" .;") == person.name)
                if (not person.single or person.titled or alone) and not is_house(person.name, language):
                    yield person


def _names_below(opens: Sequence[bool], page: Page, blocked: frozenset[str]) -> list[Named]:
    """Return the people of the lines of names alone that stand below lines with a time, where most of these have one below."""
    found: list[Named] = []
    rows = 0
    for number in [number for number, opened in enumerate(opens[:-1]) if opened and not opens[number + 1]]:
        text = page.sentences[number + 1].text
        people = split_people(text, page.language, blocked)
        left = text
        for person in people:
            left = left.replace(person.name, "", 1)
        words = [
            word
            for word in re.findall(r"[^\W\d_]+", left)
            if not page.language.pattern("and_word").fullmatch(word.lower())
        ]
        if people and not words and all(not person.single for person in people):
            rows += 1
            found += people
    return found if rows >= _FEWEST_ROWS and 2 * rows > sum(opens) else []


def find_card_people(page: Page, blocked: frozenset[str]) -> Iterator[Named]:
    """Yield the names that stand alone on lines beside a time of their own, as cards and icon rows do."""
    for number, sentence in enumerate(page.sentences):
        opening = re.split(r",\s|\t|\s\(", sentence.text)[0].strip(" -*\u2022")
        people = find_people(opening, page.language, blocked)
        alone = (
            len(people) == 1 and not people[0].single and len(people[0].name) >= len(re.sub(r"^\W+", "", opening)) - 1
        )
        greets = sentence.text.endswith((",", "!", ":")) or (alone and is_owner(people[0], page))
        if (
            not alone
            or greets
            or sentence.label in NOT_OF_PEOPLE
            or is_house(people[0].name, page.language)
            or len(sentence.text) > _LONGEST_CARD
            or sentence.text in page.signature
        ):
            continue
        near = [s.text for s in page.sentences[max(0, number - 2) : number + 4]]
        if not _signed(page, people[0].name) and any(CLOCK.search(text) for text in near):
            yield people[0]


def is_owner(person: Named, page: Page) -> bool:
    """Return whether it is the owner's name, be it behind a word of greeting ("Liebe Lena")."""
    own = set(name_words(page.owner.name))
    words = name_words(person.name)
    return same_person(person.name, page.owner.name) or (person.start == 0 and len(words) > 1 and set(words[1:]) <= own)


def _signed(page: Page, name: str) -> bool:
    return any(name in line for line in page.signature)
