"""Whom the text names as taking part in the talk: in labelled lists, agendas, cards and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.core.reading.company.agenda import CLOCK, NOT_OF_PEOPLE, find_agenda_people, find_card_people, is_owner
from bot.core.reading.company.cues import Language
from bot.core.reading.company.leads import has_lead
from bot.core.reading.company.listed_people import split_people
from bot.core.reading.company.masks import WHO, put_in_place, views_of, written_plain
from bot.core.reading.company.name_groups import is_certain, outside_offices, sure_lists
from bot.core.reading.company.names import same_person, unique_names
from bot.core.reading.company.page import Page, Sentence, has_cue, without_reference
from bot.core.reading.company.people import Named, find_people

_ADDRESS = re.compile(r"\S@\S")
_SHORT = 9
"""A line of so few words with "with" and a name is about the talk without saying so."""


def find_named(page: Page, blocked: frozenset[str]) -> tuple[str, ...]:
    """Return the people of the new text who take part. *blocked*: words of the company's name."""
    guests = _has_guests(page)
    labelled = [
        person
        for sentence in page.sentences
        if sentence.label == "interviewers"
        or _is_list_of_people(sentence, page)
        or (sentence.label == "who" and not guests)
        for person in split_people(sentence.text, page.language, blocked)
        if sentence.label != "who" or person.telling or not _ADDRESS.search(page.text)
    ]
    agenda = list(find_agenda_people(page, blocked))
    prose = [
        person
        for sentence in page.sentences
        if sentence.label not in NOT_OF_PEOPLE and not _is_signature_line(page, sentence)
        for person in _prose_people(page, sentence, blocked)
        if not _is_of_a_service(person, sentence, page)
    ]
    prose += _taken_up(page, blocked)
    cards = [] if labelled or agenda else list(find_card_people(page, blocked))
    people = unique_names(person.name for person in (*labelled, *agenda, *prose, *cards))
    struck = " ".join(page.struck)
    return tuple(name for name in people if not (struck and name in struck))


def _has_guests(page: Page) -> bool:
    """Return whether a label that may stand before guests stands before their addresses, as calendars list everybody invited."""
    texts = [*(sentence.text for sentence in page.sentences), ""]
    return any(
        sentence.label == "who" and _ADDRESS.search(f"{sentence.text} {below}")
        for sentence, below in zip(page.sentences, texts[1:], strict=True)
    )


def _taken_up(page: Page, blocked: frozenset[str]) -> list[Named]:
    """Return who is named alone in a sentence and said to take part in the next, by a pronoun that opens it ("She will interview you")."""
    language, found = page.language, list[Named]()
    for before, sentence in pairwise(page.sentences):
        pronoun = language.pattern("pronoun").match(sentence.plain)
        if pronoun is None or sentence.label or before.label:
            continue
        named = find_people(before.text, language, blocked)
        people = [p for p in outside_offices(named, before.text, language) if not is_owner(p, page)]
        plain = written_plain(f"{WHO}{sentence.plain[pronoun.end() :]}", language)
        sure = len(people) == 1 and (
            not people[0].single or people[0].titled or is_certain(people[0], before.text, page)
        )
        if sure and has_cue(language, "person_talks", plain) and not has_cue(language, "person_not", plain):
            found.append(people[0])
    return found


def _is_of_a_service(person: Named, sentence: Sentence, page: Page) -> bool:
    """Return whether a sentence tells which service sent or arranged it, and the name may be that service's ("Sent with Ashby")."""
    if person.titled or not has_lead(page.language, "service_said", sentence.text):
        return False
    return person.single or not has_cue(page.language, "person_scene", sentence.plain)


def _is_list_of_people(sentence: Sentence, page: Page) -> bool:
    """Return whether a label that may also stand before a title ("Meeting:") stands before people with their offices."""
    if sentence.label != "title":
        return False
    people = find_people(sentence.text, page.language)
    opens = bool(people) and people[0].start == 0 and not people[0].single
    return opens and (len(people) > 1 or sentence.text[people[0].end :].startswith((",", " (")))


def find_named_before(page: Page, blocked: frozenset[str]) -> tuple[str, ...]:
    """Return the people whom the quoted mails of the other side name, for a new text that names nobody."""
    found = [
        person
        for sentence in page.quoted
        for person in (
            split_people(sentence.text, page.language, blocked)
            if sentence.label == "interviewers"
            else _prose_people(page, sentence, blocked)
        )
    ]
    return tuple(
        name for name in unique_names(person.name for person in found) if not same_person(name, page.owner.name)
    )


def find_prevented(page: Page, blocked: frozenset[str]) -> tuple[str, ...]:
    """Return the people who can not come, which is why a talk moves."""
    found: list[Named] = []
    for sentence in page.sentences:
        people = find_people(sentence.text, page.language, blocked)
        groups = sure_lists([p for p in people if not same_person(p.name, page.owner.name)], sentence.text, page)
        for number, group in enumerate(groups):
            views = views_of(sentence.text, groups, number, page.language)
            if any(has_cue(page.language, "person_away", view) for view in views):
                found += group
    return unique_names(person.name for person in found)


def _is_signature_line(page: Page, sentence: Sentence) -> bool:
    """Return whether it is a line of the signature rather than a sentence that happens to stand below the closing word."""
    return sentence.text in page.signature and len(sentence.text.split()) <= 9 and sentence.text[-1:] not in ".!?"


def _prose_people(page: Page, sentence: Sentence, blocked: frozenset[str]) -> Iterator[Named]:
    """Yield the people of a sentence that are said to take part; a list counts as a whole."""
    text, language = sentence.text, page.language
    people = outside_offices([p for p in find_people(text, language, blocked) if not is_owner(p, page)], text, language)
    if not people:
        return
    groups = sure_lists(people, text, page)
    together = len(groups) > 1 and _all_take_part(page, sentence, groups)
    for number, group in enumerate(groups):
        views = views_of(text, groups, number, language)
        if _takes_part(page, sentence, views) or (
            together and not any(has_cue(language, "person_not", v) for v in views)
        ):
            yield from group
    opening = people[0]
    referred = opening.start == 0 and not without_reference(text, language).lstrip().startswith(opening.name)
    if referred:
        return
    if opening.start == 0 and opening not in (groups[0] if groups else ()) and _may_open(opening, text, page):
        views = views_of(text, [[opening], *groups], 0, language)
        if any(has_cue(language, "person_talks", view) for view in views) and not _is_past(sentence, language):
            yield opening


def _all_take_part(page: Page, sentence: Sentence, groups: Sequence[Sequence[Named]]) -> bool:
    """Return whether one clause says of all whom it names that they take part, whatever stands between them ("An dem Gespräch nehmen
    Frau A, Leiterin der B, Herr C vom D und die Beauftragte, Frau E, teil")."""
    spans = [(group[0].start, group[-1].end, WHO) for group in groups]
    plain = written_plain(put_in_place(sentence.text, spans), page.language)
    return has_cue(page.language, "person_together", plain) and not _is_past(sentence, page.language)


def _may_open(person: Named, text: str, page: Page) -> bool:
    """Return whether the word that opens a sentence can be a name: it stands nowhere in the mail as a common word."""
    written = re.search(rf"\b{re.escape(person.name.lower())}\b", page.text)
    if "opening_goes_on" in page.language.patterns and person.name.lower() not in page.language.word_set("given_names"):
        behind = text[person.end :].strip().lower()
        if not page.language.pattern("opening_goes_on").match(behind):
            return False
    return (
        "noun" not in page.language.patterns
        and written is None
        and text[person.end :].lstrip()[:1] not in (":", ",", ";", "!", "")
    )


def _takes_part(page: Page, sentence: Sentence, views: Sequence[str]) -> bool:
    language = page.language
    if any(has_cue(language, "person_not", view) for view in views) or _is_past(sentence, language):
        return False
    if any(has_cue(language, "person_talks", view) for view in views):
        return True
    if sentence.label == "contact" or not any(has_cue(language, "person_with", view) for view in views):
        return False
    rest = views[0].replace("_who_", " ").replace("_other_", " ")
    return (
        len(rest.split()) < _SHORT
        or any(character.isdigit() for character in rest)
        or has_cue(language, "person_scene", rest)
    )


def _is_past(sentence: Sentence, language: Language) -> bool:
    """Return whether the sentence speaks of an earlier talk and names no hour of a new one."""
    return has_cue(language, "person_past", sentence.plain) and not CLOCK.search(sentence.text)
