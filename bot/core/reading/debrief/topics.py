"""What they talked about (E3, E20) and what the owner wishes he had said (E23), in his own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.reading.company.cues import Language
from bot.core.reading.company.folding import fold
from bot.core.reading.company.page import Sentence, has_cue
from bot.core.reading.company.people import find_people
from bot.core.reading.company.wording import flatten
from bot.core.reading.debrief.notes import Notes

MOST_TOPICS = 12
_BEFORE = 40
_BRACKETS = re.compile(r"\([^()]{0,120}\)|[:;]-?[)(D](?!\w)")
_COUNTED = re.compile(r"(?<!\S)\(?(?:\d|[a-h])\)\s")
_LABEL = re.compile(r"\s*([^:.!?]{1,80}):\s+(?=\S)")
_OPENING = re.compile(r"[^,;:.!?]{1,40}[,;:]\s+(?=\S)|[^,;:.!?]{1,40}\s[-\u2013\u2014]\s(?=\S)")
_LONGEST = 12
"""A topic of more words is an account of its own."""
_ENDS = re.compile(r"[.!?;:\n]|\s[-–—]\s|\s?\((?![^()]{0,60}\)\w)|[,]\s*(?=\))|\s\|\s")
_LIST_ENDS = re.compile(_ENDS.pattern.replace(";:", ":"))
_WORD = re.compile(r"[^\W_]+(?:['’./+#-][^\W_]+)*[+#]*")
_TRIM = " \t,;:.!?\"'“”„«»()-–—…*"


def find_topics(notes: Notes) -> tuple[str, ...]:
    """Return what the sentences name as talked about, as it stands in them, each once."""
    found: list[str] = []
    for sentence in notes.sentences:
        for topic in _topics_of(sentence, notes):
            if not any(fold(topic) in fold(other) for other in found):
                found.append(topic)
    return tuple(found[:MOST_TOPICS])


def _topics_of(sentence: Sentence, notes: Notes) -> Iterator[str]:
    text = _bare(sentence.text)
    listed = list(_listed(text, notes)) or list(_led(text, notes))
    yield from listed or _asked_for(text, notes)
    if not listed:
        yield from _raised(text, notes)


def _led(text: str, notes: Notes) -> Iterator[str]:
    """Yield what stands behind words such as "talked about"."""
    language, flat, end = notes.language, fold(text), 0
    for lead in language.matches("topic_lead", flat):
        before = flat[max(0, lead.start() - _BEFORE) : lead.end()]
        if lead.start() < end or language.pattern("topic_lead_not").search(before):
            continue
        end = _end_of(language, flat, lead.end())
        yield from (item for item in _items(text[lead.end() : end], language) if _may_be_topic(item, notes))


def _asked_for(text: str, notes: Notes) -> Iterator[str]:
    """Yield the entries behind a label that asks for topics ("What we talked about: …"), which may be clauses."""
    label = _LABEL.match(text)
    if label is None or not notes.language.match("topic_question", fold(label[1])):
        return
    for part in text[label.end() :].split(";"):
        end = _end_of(notes.language, fold(part), 0)
        yield from (item for item in _items(part[:end], notes.language) if _may_be_topic(item, notes))


def _bare(text: str) -> str:
    """Return *text* without what is put in brackets, which is a remark; commas stand for the letters that count a list."""
    return _BRACKETS.sub(" ", _COUNTED.sub(", ", text))


def _listed(text: str, notes: Notes) -> Iterator[str]:
    """Yield the entries of a sentence that is a list of matters: all of it, or what stands behind a label or a word on how it went."""
    label = _LABEL.match(text)
    if label and not notes.language.word_set("no_topic_labels").isdisjoint(_WORD.findall(fold(label[1]))):
        return
    opening = label or _OPENING.match(text)
    rests = [] if label else [text]
    rests += [text[opening.end() :]] if opening else []
    for rest in rests:
        if label is None and rest != text and not _is_mood(text[: len(text) - len(rest)], notes):
            continue
        found = list(_bare_list(rest, notes, alone=label is not None))
        if found:
            yield from found
            return


def _is_mood(text: str, notes: Notes) -> bool:
    flat = flatten(notes.language, text)
    return any(has_cue(notes.language, f"debrief_{kind}", flat) for kind in ("good", "bad", "mixed"))


def _raised(text: str, notes: Notes) -> Iterator[str]:
    """Yield what stands before words such as "came up"."""
    flat = fold(text)
    for match in notes.language.matches("topic_behind", flat):
        start = max(flat.rfind(mark, 0, match.start()) for mark in ".,;:!") + 1
        yield from (item for item in _items(text[start : match.start()], notes.language) if _may_be_topic(item, notes))


def _end_of(language: Language, flat: str, start: int) -> int:
    """Return where what is talked about ends: at a mark, or where another clause begins; a question that was talked about is none."""
    ends = _LIST_ENDS if flat[:start].rstrip().endswith(":") else _ENDS
    mark = ends.search(flat, start)
    asked = [match.span() for match in language.pattern("topic_asked").finditer(flat, start)]
    stops = language.pattern("topic_stop").finditer(flat, start)
    stop = next((m for m in stops if not any(begin <= m.start() < end for begin, end in asked)), None)
    return min(found.start() for found in (mark, stop) if found) if mark or stop else len(flat)


def _items(text: str, language: Language) -> Iterator[str]:
    """Yield the entries of a list, without what only leads to them ("a bit of")."""
    flat, start = fold(text), 0
    for join in [*language.matches("topic_join", flat), None]:
        piece = text[start : join.start() if join else len(text)]
        item = _trimmed(piece, language)
        if item:
            yield item
        start = join.end() if join else start


def _trimmed(piece: str, language: Language) -> str:
    """Return *piece* without the marks around it and the words that name nothing."""
    piece = piece.strip(_TRIM)
    for _ in range(4):
        flat = fold(piece)
        lead = language.pattern("topic_filler").match(flat)
        tail = next((m for m in language.matches("topic_tail", flat) if m.end() == len(flat)), None)
        shorter = piece[lead.end() if lead else 0 : tail.start() if tail else len(piece)].strip(_TRIM)
        if shorter == piece:
            break
        piece = shorter
    return piece


def _may_be_topic(item: str, notes: Notes) -> bool:
    """Return whether *item* names a matter: some words, none of which says that it is a clause, a person or nothing in particular."""
    language, flat = notes.language, fold(item)
    words = _WORD.findall(flat)
    if not 1 <= len(words) <= _LONGEST or not any(
        len(word) > 1 and any(sign.isalpha() for sign in word) for word in words
    ):
        return False
    if language.word_set("no_topic").issuperset(words) or language.pattern("not_a_topic").search(flat):
        return False
    given = language.word_set("given_names")
    people = (person for person in find_people(item, language) if person.telling or person.name.lower() in given)
    return not any(person.name == item for person in people)


def _bare_list(text: str, notes: Notes, *, alone: bool) -> Iterator[str]:
    """Yield the entries of a *text* that is nothing but matters ("ledger design, idempotency keys, a bit of on-call"); one *alone* only
    where a label leads to it, or a word such as "mostly" says so."""
    language, flat = notes.language, fold(text)
    items = list(_items(text, language))
    single = alone or language.pattern("topic_alone").search(flat) is not None
    if not alone and any(_opens_with_mood(item, notes) for item in items):
        return
    plain = [item for item in items if not language.pattern("topic_asked").match(fold(item))]
    if not plain or len(items) < (1 if single else 2) or any(_is_clause(item, language) for item in plain):
        return
    if has_cue(language, "debrief_other", flatten(language, text)) or not all(
        _may_be_topic(one, notes) for one in plain
    ):
        return
    yield from (item for item in items if item in plain or _may_be_topic(item, notes))


def _is_clause(item: str, language: Language) -> bool:
    return not language.word_set("clause_words").isdisjoint(_WORD.findall(fold(item)))


def _opens_with_mood(item: str, notes: Notes) -> bool:
    """Return whether an entry tells by its first word how it went ("brilliant team")."""
    return _is_mood(item.partition(" ")[0], notes)
