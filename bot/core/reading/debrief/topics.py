"""What they talked about (E3, E20) and what the owner wishes he had said (E23), in his own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.reading.company.cues import Language
from bot.core.reading.company.folding import fold
from bot.core.reading.company.page import Sentence
from bot.core.reading.debrief.notes import Notes

MOST_TOPICS = 12
_BEFORE = 40
_LONGEST = 12
"""A topic of more words is an account of its own."""
_ENDS = re.compile(r"[.!?;:\n]|\s[-–—]\s|\s?\((?![^()]{0,60}\)\w)|[,]\s*(?=\))|\s\|\s")
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
    language, text = notes.language, sentence.text
    flat = fold(text)
    listed = list(_bare_list(sentence, notes))
    yield from listed
    end = 0
    for lead in () if listed else language.matches("topic_lead", flat):
        if lead.start() < end or language.pattern("topic_lead_not").search(
            flat[max(0, lead.start() - _BEFORE) : lead.end()]
        ):
            continue
        end = _end_of(language, flat, lead.end())
        yield from (item for item in _items(text[lead.end() : end], language) if _may_be_topic(item, language))


def _end_of(language: Language, flat: str, start: int) -> int:
    """Return where what is talked about ends: at a mark, or where another clause begins."""
    mark = _ENDS.search(flat, start)
    stop = language.pattern("topic_stop").search(flat, start)
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


def _may_be_topic(item: str, language: Language) -> bool:
    """Return whether *item* names a matter: some words, none of which says that it is a clause or nothing in particular."""
    words = _WORD.findall(fold(item))
    if not 1 <= len(words) <= _LONGEST or not any(len(word) > 1 and not word.isdigit() for word in words):
        return False
    return (
        not language.word_set("no_topic").issuperset(words)
        and language.pattern("not_a_topic").search(fold(item)) is None
    )


def _bare_list(sentence: Sentence, notes: Notes) -> Iterator[str]:
    """Yield the entries of a sentence that is nothing but a list of matters ("ledger design, idempotency keys, a bit of on-call")."""
    language, text = notes.language, sentence.text
    items = list(_items(text, language))
    clause = language.word_set("clause_words")
    if len(items) < 2 or any(word in clause for word in _WORD.findall(fold(text))):
        return
    if notes.says("debrief_other", sentence) or any(not _may_be_topic(item, language) for item in items):
        return
    yield from items
