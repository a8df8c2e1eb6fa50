"""What has happened between two looks at the record, in words: the timeline of a rehearsal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.core.approval.types import LetterRecord
from bot.core.followup.types import FollowUp, FollowUpState
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.letter.facts import name_interview, show_evidence
from bot.core.letter.plan import name_follow_up, name_reason
from bot.core.letter.shown import one_line
from bot.core.letter.times import show_moment
from bot.core.reading.types import LetterKind


class HappeningKind(StrEnum):
    """What a line of the timeline tells."""

    NOTED = "noted"  # an interview was found in a mail
    MOVED = "moved"
    CALLED_OFF = "called_off"
    CLOSED = "closed"  # they declined, or made an offer
    ANSWERED = "answered"  # they wrote after the talk
    YOU_WROTE = "you_wrote"  # a mail of the owner's to them, seen in Sent
    LETTER = "letter"  # a letter to the owner: a question, a reminder, what to prepare, how it went
    PROPOSED = "proposed"  # a draft is shown for approval
    REFUSED = "refused"  # a yes alone would not do
    SENT = "sent"  # the mail leaves, had the owner approved it
    STOPPED = "stopped"  # a mail is not to be written any more
    PLANNED = "planned"  # still to come when the rehearsal ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line. ``at``: aware. ``interview_id``: its number in this rehearsal, None for what is about the whole."""

    at: datetime
    kind: HappeningKind
    interview_id: int | None
    company: str | None
    what: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The record at one moment. ``letters``: written since the look before; ``own_mails``: interview id → how many the owner wrote."""

    interviews: Mapping[int, Interview] = field(default_factory=dict)
    follow_ups: Mapping[int, FollowUp] = field(default_factory=dict)
    letters: tuple[LetterRecord, ...] = ()
    own_mails: Mapping[int, int] = field(default_factory=dict)


MAX_WORDS: Final = 3
_TOLD: Final = frozenset({LetterKind.PREPARE, LetterKind.DEBRIEF, LetterKind.REMINDER, LetterKind.QUESTION})
"""Letters that are news by themselves; what the others tell is seen in the record."""
_ENDED: Final = {"rejection": "they declined", "offer": "they made an offer"}


def find_happenings(before: Look, after: Look, *, at: datetime, tz: str) -> list[Happening]:
    """Return what has changed from *before* to *after*, moments shown in the zone *tz*."""
    return [
        *(one for key in after.interviews for one in _of_interview(key, before, after, at, tz)),
        *(one for letter in after.letters for one in _of_letter(letter, after, at)),
        *(one for key in after.follow_ups for one in _of_follow_up(key, before, after, at, tz)),
    ]


def find_planned(look: Look, *, tz: str) -> list[Happening]:
    """Return what is still planned, the earliest first."""
    planned = sorted(
        (one for one in look.follow_ups.values() if one.state is FollowUpState.PLANNED), key=lambda one: one.draft_at
    )
    return [
        _about(look, one.interview_id, one.draft_at, HappeningKind.PLANNED, _leaves(look, one, tz)) for one in planned
    ]


def _of_interview(key: int, before: Look, after: Look, at: datetime, tz: str) -> Iterator[Happening]:
    old, new = before.interviews.get(key), after.interviews[key]
    shown = f"{name_interview(new)}{f', {one_line(new.role, 80)}' if new.role else ''}"
    when = show_moment(new.start, tz, new.tz) if new.start else "at a time not known yet"
    known = old is not None and old.status is not InterviewStatus.UNSURE
    if new.status is InterviewStatus.EXPECTED and not known:
        yield _about(after, key, at, HappeningKind.NOTED, f"{shown}: {when}", *show_evidence(new, MAX_WORDS))
    elif old and new.status is InterviewStatus.EXPECTED and new.start != old.start:
        was = show_moment(old.start, tz, old.tz) if old.start else "at a time not known"
        yield _about(after, key, at, HappeningKind.MOVED, f"{shown}: {when}", f"it was {was}")
    if old and new.status is not old.status and new.status is InterviewStatus.CANCELLED:
        yield _about(after, key, at, HappeningKind.CALLED_OFF, f"{shown}: {when}")
    if old and new.status is not old.status and new.status is InterviewStatus.CLOSED:
        yield _about(after, key, at, HappeningKind.CLOSED, shown, _ENDED.get(new.closed_for or "", "as you said"))
    elif old and new.answered_at != old.answered_at:
        yield _about(after, key, at, HappeningKind.ANSWERED, f"they wrote to you about {shown}")
    if after.own_mails.get(key, 0) > before.own_mails.get(key, 0):
        yield _about(after, key, at, HappeningKind.YOU_WROTE, f"you wrote to them yourself about {shown}")


def _of_letter(letter: LetterRecord, after: Look, at: datetime) -> Iterator[Happening]:
    if letter.kind in _TOLD:
        yield _about(after, letter.interview_id, at, HappeningKind.LETTER, one_line(letter.subject))


def _of_follow_up(key: int, before: Look, after: Look, at: datetime, tz: str) -> Iterator[Happening]:
    new, old = after.follow_ups[key], before.follow_ups.get(key)
    if old is not None and old.state is new.state:
        return
    name = name_follow_up(new, after.interviews[new.interview_id])
    match new.state:
        case FollowUpState.WAITING if old is None or old.state is FollowUpState.PLANNED:
            yield _about(after, new.interview_id, at, HappeningKind.PROPOSED, _leaves(after, new, tz))
        case FollowUpState.SENT:
            yield _about(after, new.interview_id, at, HappeningKind.SENT, name, "had you approved it")
        case FollowUpState.CANCELLED:
            reason = name_reason(new.stop_reason) if new.stop_reason else "the plan changed"
            yield _about(after, new.interview_id, at, HappeningKind.STOPPED, name, reason)
        case FollowUpState.EXPIRED | FollowUpState.FAILED | FollowUpState.SKIPPED:
            yield _about(after, new.interview_id, at, HappeningKind.STOPPED, name, new.state.value)


def _leaves(look: Look, follow_up: FollowUp, tz: str) -> str:
    interview = look.interviews[follow_up.interview_id]
    name = name_follow_up(follow_up, interview)
    return f"{name}, planned for {show_moment(follow_up.send_at, tz, interview.tz)}"


def _about(
    look: Look, interview_id: int | None, at: datetime, kind: HappeningKind, what: str, *reasons: str
) -> Happening:
    interview = look.interviews.get(interview_id or 0)
    company = interview.company if interview else None
    return Happening(at=at, kind=kind, interview_id=interview_id, company=company, what=what, reasons=reasons)
