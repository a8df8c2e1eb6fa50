"""Whom the text names as taking part in the talk: in labelled lists, agendas, cards and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.core.reading.company.agenda import CLOCK, NOT_OF_PEOPLE, find_agenda_people, find_card_people, is_owner
from bot.core.reading.company.cues import Language
from bot.core.reading.company.leads import has_lead
from bot.core.reading.company.listed_people import split_people
from bot.core.reading.company.names import same_person, unique_names
from bot.core.reading.company.offices import is_office
from bot.core.reading.company.page import Page, Sentence, has_cue, without_reference
from bot.core.reading.company.people import Named, find_people

_WHO = " _who_ "
_OTHER = " _other_ "
_MARKS = re.compile(r"[,()\"\u201e\u201c\u201d\u00ab\u00bb*\[\]!?]+|\.(?=\s|$)")
_APPOSITION = re.compile(
    r"\s?\([^()]{0,90}\)|,\s[^,.;:()]{2,70}?(?=,\s)|\s[-\u2013\u2014]\s[^,.;:()\u2013\u2014]{2,60}\s[-\u2013\u2014](?=\s)"
)
_ADDRESS = re.compile(r"\S@\S")
_CLOSES = re.compile(r"[^(),;]{0,30}\)")


_MOST_GROUPS = 6

_LONGEST_OFFICE = 5
_SHORT_LINK = 5
_KIN_BEFORE = 40
_SHORT = 9
"""A line of so few words with "with" and a name is about the talk without saying so."""


def find_named(page: Page, blocked: frozenset[str]) -> tuple[str, ...]:
    """Return the people of the new text who take part. *blocked*: words of the company's name."""
    labelled = [
        person
        for sentence in page.sentences
        if sentence.label == "interviewers"
        or _is_list_of_people(sentence, page)
        or (sentence.label == "who" and not _ADDRESS.search(page.text))
        for person in split_people(sentence.text, page.language, blocked)
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


def _taken_up(page: Page, blocked: frozenset[str]) -> list[Named]:
    """Return who is named alone in a sentence and said to take part in the next, by a pronoun that opens it ("She will interview you")."""
    language, found = page.language, list[Named]()
    for before, sentence in pairwise(page.sentences):
        pronoun = language.pattern("pronoun").match(sentence.plain)
        if pronoun is None or sentence.label or before.label:
            continue
        named = find_people(before.text, language, blocked)
        people = [p for p in _outside_offices(named, before.text, language) if not is_owner(p, page)]
        plain = _plain(f"{_WHO}{sentence.plain[pronoun.end() :]}", language)
        sure = len(people) == 1 and (
            not people[0].single or people[0].titled or _is_certain(people[0], before.text, page)
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
        groups = _sure_lists([p for p in people if not same_person(p.name, page.owner.name)], sentence.text, page)
        for number, group in enumerate(groups):
            views = _views(sentence.text, groups, number, page.language)
            if any(has_cue(page.language, "person_away", view) for view in views):
                found += group
    return unique_names(person.name for person in found)


def masked(text: str, page: Page) -> str:
    """Return *text* as phrases are written, each name in it as ``_other_``, without commas, brackets and quotation marks."""
    people = find_people(text, page.language)
    return _plain(_put(text, [(p.start, p.end, _OTHER) for p in people]), page.language)


def _is_signature_line(page: Page, sentence: Sentence) -> bool:
    """Return whether it is a line of the signature rather than a sentence that happens to stand below the closing word."""
    return sentence.text in page.signature and len(sentence.text.split()) <= 9 and sentence.text[-1:] not in ".!?"


def _prose_people(page: Page, sentence: Sentence, blocked: frozenset[str]) -> Iterator[Named]:
    """Yield the people of a sentence that are said to take part; a list counts as a whole."""
    text, language = sentence.text, page.language
    people = _outside_offices(
        [p for p in find_people(text, language, blocked) if not is_owner(p, page)], text, language
    )
    if not people:
        return
    groups = _sure_lists(people, text, page)
    together = len(groups) > 1 and _all_take_part(page, sentence, groups)
    for number, group in enumerate(groups):
        views = _views(text, groups, number, language)
        if _takes_part(page, sentence, views) or (
            together and not any(has_cue(language, "person_not", v) for v in views)
        ):
            yield from group
    opening = people[0]
    referred = opening.start == 0 and not without_reference(text, language).lstrip().startswith(opening.name)
    if referred:
        return
    if opening.start == 0 and opening not in (groups[0] if groups else ()) and _may_open(opening, text, page):
        views = _views(text, [[opening], *groups], 0, language)
        if any(has_cue(language, "person_talks", view) for view in views) and not _is_past(sentence, language):
            yield opening


def _all_take_part(page: Page, sentence: Sentence, groups: Sequence[Sequence[Named]]) -> bool:
    """Return whether one clause says of all whom it names that they take part, whatever stands between them ("An dem Gespräch nehmen
    Frau A, Leiterin der B, Herr C vom D und die Beauftragte, Frau E, teil")."""
    spans = [(group[0].start, group[-1].end, _WHO) for group in groups]
    plain = _plain(_put(sentence.text, spans), page.language)
    return has_cue(page.language, "person_together", plain) and not _is_past(sentence, page.language)


def _sure_lists(people: list[Named], text: str, page: Page) -> list[list[Named]]:
    """Return the lists of names; a single word that may be none counts only right beside one that is sure."""
    sure = {p.start for p in people if not p.single or p.titled or _is_certain(p, text, page)}
    kept = [
        person
        for number, person in enumerate(people)
        if person.start in sure or (person.start > 0 and _stands_beside(people, number, sure))
    ]
    found = [group for group in _lists(kept, text, page.language) if any(p.start in sure for p in group)]
    return found[:_MOST_GROUPS]


def _stands_beside(people: list[Named], number: int, sure: set[int]) -> bool:
    """Return whether only a word or a comma parts a doubtful name from a sure one ("Anna und Thorben")."""
    person = people[number]
    near = people[max(0, number - 1) : number] + people[number + 1 : number + 2]
    return any(
        other.start in sure and max(person.start - other.end, other.start - person.end) <= _SHORT_LINK for other in near
    )


def _outside_offices(people: Sequence[Named], text: str, language: Language) -> list[Named]:
    """Return *people* less the capitalised words that belong to what is put in behind a name: its office (", director of Human
    Capital,"), or whatever stands in brackets."""
    kept: list[Named] = []
    for person in people:
        between = text[kept[-1].end : person.start] if kept else ""
        words = between.strip(" ,(").split()
        given = person.titled or person.name.split()[0].lower() in language.word_set("given_names")
        office = re.match(r"\s?[,(]\s?[^\W\d_]", between) and 0 < len(words) < 6 and is_office(between, language)
        remark = re.match(r"\s?\([^(),;]*$", between) and _CLOSES.match(text, person.end)
        if kept and remark and not person.titled:
            continue
        if _is_street(person, text, language):
            continue
        joined = any(word.lower() == "&" or language.pattern("and_word").fullmatch(word) for word in words)
        titled = words[-1:] and words[-1][:1].isupper() and words[-1].lower() in language.word_set("role_heads")
        if not (office and not given and not joined and not titled):
            kept.append(person)
    return kept


def _is_street(person: Named, text: str, language: Language) -> bool:
    """Return whether a name ends as streets do and stands behind a number or a word of place ("on Mercer Lane", "2 Inner Court")."""
    before = text[: person.start].lower().split()[-1:]
    led = bool(before) and (before[0].isdigit() or before[0] in language.word_set("place_leads"))
    return led and not person.titled and person.name.split()[-1].lower() in language.word_set("street_words")


def _lists(people: Sequence[Named], text: str, language: Language) -> Iterator[list[Named]]:
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


def _is_certain(person: Named, text: str, page: Page) -> bool:
    """Return whether a single word without a title can be taken for a name: known as one, or as the writing of the language shows."""
    language = page.language
    after = text[person.end :]
    goes_on = re.match(r"^(?:['\u2019]s)?\s*(?:$|[,.;:!?()\u2013\u2014+&-])", after) or (
        language.pattern("first_name_goes_on").match(after.strip())
    )
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
    bracketed = text[max(0, person.start - 1) : person.start] == "(" and after.startswith(")")
    every_noun = "noun" in language.patterns
    return bool(goes_on or beside_author) and (known or not (every_noun or person.start == 0 or bracketed))


def _stands_with_author(person: Named, text: str, language: Language) -> bool:
    """Return whether a lone word stands beside the author without an article ("sprechen Ayla und ich mit dir"): nouns have one."""
    if not language.pattern("and_author").match(text[person.end :].lstrip().lower()):
        return False
    before = re.findall(r"[^\W\d_]+|[,;]", text[: person.start].lower())[-1:]
    led = language.word_set("articles") | language.word_set("possessives") | language.word_set("before_places")
    listed = bool(before) and (before[0] == "," or language.pattern("and_word").fullmatch(before[0]) is not None)
    return not listed and not set(before) & led


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


def _views(text: str, groups: Sequence[Sequence[Named]], number: int, language: Language) -> list[str]:
    """Return *text* with the group *number* as ``_who_`` and the others as ``_other_``: as it stands, and without what is put in behind."""
    spans = [(g[0].start, g[-1].end, _WHO if n == number else _OTHER) for n, g in enumerate(groups)]
    views = [_plain(_put(text, spans), language)]
    start, end, _ = spans[number]
    put_in = _APPOSITION.match(text, end)
    if put_in:
        wider = [(start, put_in.end(), _WHO) if n == number else span for n, span in enumerate(spans)]
        kept = [span for n, span in enumerate(wider) if n <= number or span[0] >= put_in.end()]
        views.append(_plain(_put(text, kept), language))
    return views


def _put(text: str, spans: Sequence[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    position = 0
    for start, end, word in spans:
        pieces += [text[position:start], word]
        position = max(position, end)
    return "".join([*pieces, text[position:]])


def _plain(text: str, language: Language) -> str:
    bare = _MARKS.sub(" ", language.plain(text)).replace(":", " : ").replace(";", " ; ")
    return " ".join(bare.split())


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
