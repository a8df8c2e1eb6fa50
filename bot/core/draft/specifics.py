"""What the owner told of the talk, in words that a mail to one reader may hold (E3, E20, E23). Nothing is invented."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.draft.phrases import join_names
from bot.core.draft.plaintext import clean_line, words_of
from bot.core.draft.wording import Wording
from bot.core.reading.debrief.types import Debrief

_MOST_WORDS = 10
_LONGEST_ADDITION = 200


def choose_topics(
    debrief: Debrief | None, wording: Wording, *, place: int, readers: int, familiar: bool = False
) -> str:
    """Return one or two things talked about, as they follow "about": another first one for each place in a panel of *readers*.

    ``""`` where none is known, or where the account is in another language than the mail.
    """
    if debrief is None or debrief.lang != wording.lang:
        return ""
    told = (_to_reader(topic, wording, readers, familiar=familiar) for topic in debrief.topics)
    known = [said for said in told if said and not _is_withheld(said, debrief)]
    if not known:
        return ""
    first, second = known[place % len(known)], known[(place + 1) % len(known)]
    alone = second == first or (readers > 1 and len(known) < 3)
    return _framed([first] if alone else [first, second], wording)


def _framed(topics: Sequence[str], wording: Wording) -> str:
    """Join the topics; those that cannot stand in a sentence by themselves get a word before them ("das Thema …")."""
    bare = [bool(wording.bare.search(topic)) for topic in topics]
    if all(bare) and len(topics) > 1 and wording.bare_more:
        return wording.bare_more.format(topics=join_names(topics, wording))
    framed = [
        wording.bare_one.format(topics=topic) if alone else topic for topic, alone in zip(topics, bare, strict=True)
    ]
    return join_names(framed, wording)


def choose_addition(debrief: Debrief | None, wording: Wording, *, place: int) -> str:
    """Return what he wishes he had said, as it stands after a colon; for the first reader of a panel alone (E23)."""
    if debrief is None or debrief.lang != wording.lang or place or not debrief.clarifications:
        return ""
    said = wording.clause.sub("", clean_line(debrief.clarifications[0], _LONGEST_ADDITION)).rstrip(".!,; ")
    return "" if _is_withheld(said, debrief) else said


def _to_reader(topic: str, wording: Wording, readers: int, *, familiar: bool) -> str:
    """Return *topic* as it is said to the reader: what is "theirs" is "yours"; whose "his" is in a panel, nobody can tell."""
    topic = clean_line(topic, 120).strip(" .,;:!?\"'")
    if not 0 < len(topic.split()) <= _MOST_WORDS or (readers > 1 and wording.of_one.search(topic)):
        return ""
    said = wording.articles.put((wording.topics_familiar if familiar else wording.topics).put_all(topic))
    return "" if wording.unsaid.search(said) else said


def _is_withheld(said: str, debrief: Debrief) -> bool:
    """Return whether it shares what matters of its words with something that must not be mentioned."""
    words = {word for word in words_of(said) if len(word) > 3}
    return any(words & set(words_of(kept_back)) for kept_back in debrief.withheld)
