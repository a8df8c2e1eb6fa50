"""Phrases as one tree, and the notation in which the tables write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.core.reading.owner.words import Words

_MAX_UNFOLDED = 2_000


class Role(StrEnum):
    """What a phrase means, wherever it stands in a reply."""

    YES = "yes"  # yes, to whatever was asked
    ACK = "ack"  # agreement, which may also introduce another command
    CONSENT = "consent"  # approval of what is shown, in so many words
    APPROVE = "approve"  # the order to send what is shown
    APPROVE_ALL = "approve_all"
    NOW = "now"
    SKIP = "skip"
    SKIP_ALL = "skip_all"
    NO = "no"
    SNOOZE = "snooze"
    HOLD = "hold"  # with "until …" a delay, alone a brake
    UNDO = "undo"
    CANCEL = "cancel"  # skip or undo, by what is being answered
    STOP = "stop"
    SCOPE = "scope"  # what a stop covers
    PAUSE = "pause"
    RESUME = "resume"
    STATUS = "status"
    PENDING = "pending"
    HELP = "help"
    RESEND = "resend"
    DONE = "done"  # he has sent it himself (heard only where texts to copy are answered)
    DONE_ALL = "done_all"
    THANKS = "thanks"
    POLITE = "polite"  # accounted for, without weight
    GREETING = "greeting"
    BUT = "but"  # the second half changes the first
    USE_TEXT = "use_text"  # use the text below, show it again
    SEND_TEXT = "send_text"  # send the text below
    SHOW_AGAIN = "show_again"
    REMARK = "remark"  # harmless beside an order
    NOT_AN_INTERVIEW = "not_an_interview"


@dataclass(slots=True)
class Step:
    """A place in the tree of phrases: where each next word, or any entry of a list, leads; ``roles``: what is said if it ends here."""

    words: dict[str, Step] = field(default_factory=dict)
    lists: dict[str, Step] = field(default_factory=dict)
    roles: set[Role] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Phrases:
    """All phrases as one tree; ``lists``: name → first word → entries."""

    root: Step
    lists: Mapping[str, Mapping[str, tuple[Words, ...]]]

    def match(self, words: Sequence[str], start: int) -> tuple[int, frozenset[Role]] | None:
        """Return where the longest phrase that begins at *start* ends, and its meaning (two meanings: a fault of the tables)."""
        best = (start, frozenset[Role]())
        reached = [(start, self.root)]
        while reached:
            at, step = reached.pop()
            if step.roles and at >= best[0]:
                best = (at, frozenset(step.roles) | (best[1] if at == best[0] else frozenset()))
            reached.extend(self._next(words, at, step))
        return best if best[1] else None

    def _next(self, words: Sequence[str], at: int, step: Step) -> Iterator[tuple[int, Step]]:
        if at >= len(words):
            return
        following = step.words.get(words[at])
        if following is not None:
            yield at + 1, following
        for name, after in step.lists.items():
            for entry in self.lists[name].get(words[at], ()):
                if tuple(words[at : at + len(entry)]) == entry:
                    yield at + len(entry), after


def unfold(pattern: str) -> list[str]:
    """Return every phrase that ``(a|b)`` and ``[a]`` in *pattern* stand for; raise ValueError where the notation is wrong."""
    start = None if _SMILEY.fullmatch(pattern) else re.search(r"[(\[]", pattern)
    if start is None:
        if re.search(r"[|\])]", pattern) and not _SMILEY.fullmatch(pattern):
            raise ValueError("a bracket that was never opened")
        return [pattern]
    end = _closing(pattern, start.start())
    choices = [phrase for part in _split_bars(pattern[start.start() + 1 : end]) for phrase in unfold(part)]
    if start.group() == "[":
        choices.append("")
    found = [pattern[: start.start()] + choice + tail for choice in choices for tail in unfold(pattern[end + 1 :])]
    if len(found) > _MAX_UNFOLDED:
        raise ValueError("too many choices")
    return found


_SMILEY = re.compile(r"[:;]-?[)D(]", re.IGNORECASE)


def is_list(word: str) -> bool:
    return len(word) > 2 and word[0] == "{"


def plant(root: Step, words: Words, role: Role) -> None:
    step = root
    for word in words:
        branches, key = (step.lists, word[1:-1]) if is_list(word) else (step.words, word)
        step = branches.setdefault(key, Step())
    if words:
        step.roles.add(role)


def _closing(pattern: str, start: int) -> int:
    depth = 0
    for position in range(start, len(pattern)):
        depth += (pattern[position] in "([{") - (pattern[position] in ")]}")
        if depth == 0:
            return position
    raise ValueError("a bracket that is never closed")


def _split_bars(inner: str) -> list[str]:
    parts, depth = [""], 0
    for char in inner:
        depth += (char in "([{") - (char in ")]}")
        if char == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def by_first_word(entries: Iterable[Words]) -> dict[str, tuple[Words, ...]]:
    found: dict[str, dict[Words, None]] = {}
    for entry in entries:
        found.setdefault(entry[0], {})[entry] = None
    return {first: tuple(some) for first, some in found.items()}
