"""Which of the names in a sentence are surely names, and which of them stand together as one list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.reading.company.cues import Language
from bot.core.reading.company.offices import is_office
from bot.core.reading.company.page import Page
from bot.core.reading.company.people import Named

_CLOSES = re.compile(r"[^(),;]{0,30}\)")
_PUT_IN = re.compile(r"\s?[,(]\s?[^\W\d_]")
_REMARK = re.compile(r"\s?\([^(),;]*$")
_GOES_ON = re.compile(r"^(?:['\u2019]s)?\s*(?:$|[,.;:!?()\u2013\u2014+&-])")
_MOST_WORDS = 6
_MOST_GROUPS = 6
_LONGEST_OFFICE = 5
_SHORT_LINK = 5
_KIN_BEFORE = 40


def sure_lists(people: list[Named], text: str, page: Page) -> list[list[Named]]:
    """Return the lists of names; a single word that may be none counts only right beside one that is sure."""
    sure = {p.start for p in people if not p.single or p.titled or is_certain(p, text, page)}
    kept = [
        person
        for number, person in enumerate(people)
        if person.start in sure or (person.start > 0 and _stands_beside(people, number, sure, text))
    ]
    found = [group for group in lists_of(kept, text, page.language) if any(p.start in sure for p in group)]
    return found[:_MOST_GROUPS]


def _stands_beside(people: list[Named], number: int, sure: set[int], text: str) -> bool:
    """Return whether only a word or a comma parts a doubtful name from a sure one ("Anna und Thorben")."""
    person = people[number]
    near = people[max(0, number - 1) : number] + people[number + 1 : number + 2]
    return any(
        other.start in sure
        and max(person.start - other.end, other.start - person.end) <= _SHORT_LINK
        and text[min(person.end, other.end) : max(person.start, other.start)].strip() != ";"
        for other in near
    )


def outside_offices(people: Sequence[Named], text: str, language: Language) -> list[Named]:
    """Return *people* less the capitalised words that belong to what is put in behind a name: its office (", director of Human
    Capital,"), or whatever stands in brackets."""
    kept: list[Named] = []
    for person in people:
        between = text[kept[-1].end : person.start] if kept else ""
        words = between.strip(" ,(").split()
        given = person.titled or person.name.split()[0].lower() in language.word_set("given_names")
        joined = any(word.lower() == "&" or language.pattern("and_word").fullmatch(word) for word in words)
        office = _PUT_IN.match(between) and 0 < len(words) < _MOST_WORDS and is_office(between, language)
        remark = _REMARK.match(between) and _CLOSES.match(text, person.end)
        if kept and remark and not person.titled:
            continue
        if kept and not given and not joined and _is_what_they_do(between, language):
            continue
        if _is_street(person, text, language):
            continue
        titled = words[-1:] and words[-1][:1].isupper() and words[-1].lower() in language.word_set("role_heads")
        if not (office and not given and not joined and not titled):
            kept.append(person)
    return kept


def _is_what_they_do(between: str, language: Language) -> bool:
    """Return whether what stands between two names is the opening of a clause about the first (", who heads Passenger Insight,")."""
    words = between.strip(" ,(").split()
    put_in = _PUT_IN.match(between) is not None and between.count(",") + between.count("(") == 1
    return put_in and 0 < len(words) < _MOST_WORDS and language.pattern("relative").fullmatch(words[0]) is not None


def _is_street(person: Named, text: str, language: Language) -> bool:
    """Return whether a name ends as streets do and stands behind a number or a word of place ("on Mercer Lane", "2 Inner Court")."""
    before = text[: person.start].lower().split()[-1:]
    led = bool(before) and (before[0].isdigit() or before[0] in language.word_set("street_leads"))
    return led and not person.titled and person.name.split()[-1].lower() in language.word_set("street_words")


def lists_of(people: Sequence[Named], text: str, language: Language) -> Iterator[list[Named]]:
    """Yield *people* by the lists they stand in, parted by commas, "and" and offices."""
    link = language.pattern("people_link")
    group: list[Named] = []
    for person in people:
        gap = text[group[-1].end : person.start] if group else ""
        if group and not link.fullmatch(gap) and not _is_office_between(gap, language):
            yield group
            group = []
        group.append(person)
    if group:
        yield group


def _is_office_between(gap: str, language: Language) -> bool:
    """Return whether "and" and an office stand between two names ("Dr Pruitt and Office Manager Carla Renfro")."""
    joined, *office = gap.split() or [""]
    linked = joined in (",", "&", "+") or language.pattern("and_word").fullmatch(joined)
    named = 0 < len(office) <= _LONGEST_OFFICE and all(word.isalpha() for word in office)
    return bool(linked) and named and is_office(" ".join(office), language)


def is_certain(person: Named, text: str, page: Page) -> bool:
    """Return whether a single word without a title can be taken for a name: known as one, or as the writing of the language shows."""
    language = page.language
    after = text[person.end :]
    goes_on = _GOES_ON.match(after) or language.pattern("first_name_goes_on").match(after.strip())
    if person.start == 0 and after.lstrip().startswith(":"):
        return False
    if language.pattern("kin").search(text[max(0, person.start - _KIN_BEFORE) : person.start].lower()):
        return True
    beside_author = _stands_with_author(person, text, language)
    known = (
        beside_author
        or person.name.lower() in language.word_set("given_names")
        or any(person.name in line.split() for line in page.signature[:4])
    )
    placed = re.search(r"\d,\s$", text[: person.start]) is not None  # "Pier 3, Nanaimo"
    bracketed = text[max(0, person.start - 1) : person.start] == "(" and after.startswith(")")
    every_noun = "noun" in language.patterns
    return bool(goes_on or beside_author) and (known or not (every_noun or person.start == 0 or bracketed or placed))


def _stands_with_author(person: Named, text: str, language: Language) -> bool:
    """Return whether a lone word stands beside the author without an article ("sprechen Ayla und ich mit dir"): nouns have one."""
    if not language.pattern("and_author").match(text[person.end :].lstrip().lower()):
        return False
    before = re.findall(r"[^\W\d_]+|[,;]", text[: person.start].lower())[-1:]
    led = language.word_set("articles") | language.word_set("possessives") | language.word_set("before_places")
    listed = bool(before) and (before[0] == "," or language.pattern("and_word").fullmatch(before[0]) is not None)
    return not listed and not set(before) & led
