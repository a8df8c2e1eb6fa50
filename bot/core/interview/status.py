"""The life of an interview, as a table."""

from __future__ import annotations

from typing import Final

from bot.core.interview.types import InterviewEvent as Event
from bot.core.interview.types import InterviewStatus as Status
from bot.errors import PermanentError


class IllegalTransitionError(PermanentError):
    """This cannot happen to an interview that stands there."""


TRANSITIONS: Final[dict[tuple[Status, Event], Status]] = {
    (Status.UNSURE, Event.CONFIRMED): Status.EXPECTED,
    (Status.UNSURE, Event.MOVED): Status.EXPECTED,
    (Status.UNSURE, Event.CALLED_OFF): Status.CANCELLED,
    (Status.UNSURE, Event.CLOSED): Status.CLOSED,
    (Status.UNSURE, Event.DISMISSED): Status.DISMISSED,
    (Status.EXPECTED, Event.CONFIRMED): Status.EXPECTED,
    (Status.EXPECTED, Event.MOVED): Status.EXPECTED,
    (Status.EXPECTED, Event.CALLED_OFF): Status.CANCELLED,
    (Status.EXPECTED, Event.CLOSED): Status.CLOSED,
    (Status.EXPECTED, Event.DISMISSED): Status.DISMISSED,
    # Called off, and then a new date after all: the same talk.
    (Status.CANCELLED, Event.CONFIRMED): Status.EXPECTED,
    (Status.CANCELLED, Event.MOVED): Status.EXPECTED,
    (Status.CANCELLED, Event.CLOSED): Status.CLOSED,
    (Status.CANCELLED, Event.DISMISSED): Status.DISMISSED,
    (Status.CANCELLED, Event.REOPENED): Status.EXPECTED,
    # A closed case is opened by the owner alone; no mail revives it.
    (Status.CLOSED, Event.DISMISSED): Status.DISMISSED,
    (Status.CLOSED, Event.REOPENED): Status.EXPECTED,
    # The owner takes back his "not an interview", by resume or by naming its time.
    (Status.DISMISSED, Event.CONFIRMED): Status.EXPECTED,
    (Status.DISMISSED, Event.REOPENED): Status.EXPECTED,
}


def next_status(status: Status, event: Event) -> Status:
    """Return where an interview stands after *event*.

    Raises:
        IllegalTransitionError: the table holds no such pair.
    """
    try:
        return TRANSITIONS[status, event]
    except KeyError:
        raise IllegalTransitionError(f"An interview that is {status} cannot be {event}.") from None


def allows(status: Status, event: Event) -> bool:
    """Return whether *event* can happen to an interview that stands at *status*."""
    return (status, event) in TRANSITIONS
