"""What the owner told of the talk, in words that a mail to one reader may hold (E3, E20, E23). Nothing is invented."""

from __future__ import annotations

import re

from bot.core.draft.phrases import join_names
from bot.core.draft.plaintext import clean_line, words_of
from bot.core.reading.debrief.types import Debrief

_MOST_WORDS = 10
_CLAUSE = re.compile(r"^(?:that|about|how)\s+", re.IGNORECASE)
_THEIRS = re.compile(r"^(?:their|his|her)\b", re.IGNORECASE)
_SOMEBODY = re.compile(r"\b(?:he|she|him|me|my|i)\b", re.IGNORECASE)
"""A topic that is a clause about somebody, or about the owner, does not read well once it is turned round."""
_THEY, _THEIR = re.compile(r"\bthe(?:y|m)\b"), re.compile(r"\btheir\b")
_LONGEST_ADDITION = 200


def choose_topics(debrief: Debrief | None, lang: str, *, place: int, readers: int) -> str:
    """Return one or two things talked about, as they follow "about": another first one for each place in a panel of *readers*.

    ``""`` where none is known, or where the account is in another language than the mail.
    """
    if debrief is None or debrief.lang != lang:
        return ""
    known = [
        said for topic in debrief.topics if (said := _to_reader(topic, readers)) and not _is_withheld(said, debrief)
    ]
    if not known:
        return ""
    first = place % len(known)
    second = known[(first + 1) % len(known)]
    return join_names(
        [known[first]] if second == known[first] or (readers > 1 and len(known) < 3) else [known[first], second]
    )


def choose_addition(debrief: Debrief | None, lang: str, *, place: int) -> str:
    """Return what he wishes he had said, as a sentence of its own may hold it; for the first reader of a panel alone (E23)."""
    if debrief is None or debrief.lang != lang or place or not debrief.clarifications:
        return ""
    said = _CLAUSE.sub("", clean_line(debrief.clarifications[0], _LONGEST_ADDITION)).rstrip(".!,; ")
    return "" if _is_withheld(said, debrief) else said


def _to_reader(topic: str, readers: int) -> str:
    """Return *topic* as it is said to the reader: what is "theirs" is "yours"; whose "his" is in a panel, nobody can tell."""
    topic = clean_line(topic, 120).strip(" .,;:!?\"'")
    if not 0 < len(topic.split()) <= _MOST_WORDS:
        return ""
    if owner := _THEIRS.match(topic):
        alone = readers < 2 or owner.group().lower() == "their"
        return f"your{topic[owner.end() :]}" if alone else ""
    if _SOMEBODY.search(topic):
        return ""
    return _THEIR.sub("your", _THEY.sub("you", topic))


def _is_withheld(said: str, debrief: Debrief) -> bool:
    """Return whether it shares what matters of its words with something that must not be mentioned."""
    words = {word for word in words_of(said) if len(word) > 3}
    return any(words & set(words_of(kept_back)) for kept_back in debrief.withheld)
