"""The owner's answers: typed, or played."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from bot.core.followup.types import FollowUpState
from bot.demo.running_bot import Case
from bot.demo.screen import Screen

_CHANGES = (
    ("With best regards", "Warm regards"),
    ("With kind regards", "Warm regards"),
    ("Best regards", "Warm regards"),
    ("Kind regards", "Warm regards"),
)
_HINTS = {
    FollowUpState.WAITING: (
        'You reply to that letter. Try: approve · {change} · send tomorrow 9am · skip · "yes, but ..." · '
        "anything you like. Enter alone: leave it unanswered."
    ),
    FollowUpState.APPROVED: "Nothing has left yet. Try: undo · wait, one more thing. Enter alone: let the time pass.",
    FollowUpState.HELD: "It is held: nothing leaves without a new yes. Try: approve · skip. Enter alone: leave it held.",
}
_TELL = "You answer how it went, in your own words. Try: {account} Enter alone: leave it unanswered."
TOPIC = "the new test bench"
ACCOUNT = f"Went really well! We mostly talked about {TOPIC} and how they release."
UNCLEAR = "Hmm, maybe."


class Voice(Protocol):
    """Says what the owner replies."""

    def tell(self) -> str | None:
        """Return how the talk went, as the answer to the letter that asks, or None: let the time pass."""
        ...

    def answer(self, case: Case) -> str | None:
        """Return the words of a reply to the latest letter, or None: let the time pass."""
        ...


class TypedVoice:
    """The user at the terminal."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def tell(self) -> str | None:
        try:
            return self._screen.ask(_TELL.format(account=ACCOUNT)) or None
        except EOFError:
            return None

    def answer(self, case: Case) -> str | None:
        hint = _HINTS.get(case.thank_you.state, "Enter alone: let the time pass.")
        try:
            told = change(case)
            return self._screen.ask(hint.format(change="edit: your text" if "\n" in told else told)) or None
        except EOFError:
            return None


class PlayedVoice:
    """Plays given replies one after the other, then lets the time pass."""

    def __init__(self, replies: Sequence[str | Callable[[Case], str]], *, account: str | None = None) -> None:
        self._left = list(replies)
        self._account = account

    def tell(self) -> str | None:
        return self._account

    def answer(self, case: Case) -> str | None:
        if not self._left:
            return None
        reply = self._left.pop(0)
        return reply if isinstance(reply, str) else reply(case)


def self_playing() -> PlayedVoice:
    """Return the owner who tells how it went, is unsure at first, then changes something, then says yes."""
    return PlayedVoice([UNCLEAR, change, "approve"], account=ACCOUNT)


def change(case: Case) -> str:
    """Return a reply that changes words which stand in the draft."""
    body = case.draft.revision.body if case.draft else ""
    for old, new in _CHANGES:
        if old in body:
            return f'change "{old}" to "{new}"'
    return f"edit:\n{body}\n\nP.S. I very much enjoyed our talk."
