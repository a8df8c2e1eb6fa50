"""What a command does: from the owner's words and the state of the drafts to intents. Doubt never sends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.approval.status import UNSENT_STATES
from bot.core.approval.types import CurrentDraft, LetterItem, LetterRecord
from bot.core.followup.notes import REMIND_AGAIN_AFTER, Note, NoteKind
from bot.core.followup.types import FollowUpState
from bot.core.reading.types import Action, Correction, OwnerReading

SNOOZE_DEFAULT = timedelta(days=1)
EDIT_AND_SEND_UNDO = timedelta(minutes=10)
"""At least so long a mail that the owner had sent without a second look can be held."""


class Refusal(StrEnum):
    """Why a command for a draft does nothing; shown to the owner."""

    ALREADY_USED = "already_used"  # this letter's yes was given before
    OUTDATED = "outdated"  # a newer revision was shown since
    EXPIRED = "expired"  # the letter is too old
    BLOCKED = "blocked"  # the check found an error
    LEFT = "left"  # the mail has left
    UNKNOWN_FATE = "unknown_fate"  # it may have left
    OVER = "over"  # skipped, cancelled or given up since
    NOTHING = "nothing"  # the letter shows no such draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Approve:
    """The owner's yes to exactly this revision. ``at``: the moment he named; ``soon``: as soon as the undo window allows."""

    item: LetterItem
    at: datetime | None = None
    soon: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    follow_up_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze:
    follow_up_id: int
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Nothing of it leaves before a new yes. ``why`` is shown."""

    follow_up_id: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revise:
    """A new revision. ``send``: the owner's explicit order for a text of his own (shown in the receipt, held ``undo`` long)."""

    follow_up_id: int
    subject: str | None
    body: str | None
    to: str | None
    send: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resend:
    """The owner's order to send again what may or may not have left: the same bytes, the same Message-ID."""

    item: LetterItem


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseCase:
    """End the case of a company (None: that of the letter's interview)."""

    company: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen:
    company: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectRecord:
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTalk:
    """Record an interview that the owner tells of in these words, or by a mail that he passes on."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAccount:
    """Keep what the owner has told of the talk, and let the plan follow it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleNote:
    """The text to copy of this number is done with. ``sent``: the owner has sent it, so it counts as a touch (E13, E21)."""

    number: int
    sent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PostponeNote:
    number: int
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """Answer about the whole: status, pending or help."""

    about: Action


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refuse:
    """Nothing is done to this draft; say why."""

    number: int
    follow_up_id: int | None
    why: Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class AskBack:
    """One clear question; ``left_over``: the words that were not understood."""

    left_over: str
    hint: str = ""


Intent = (
    Approve
    | Skip
    | Snooze
    | Hold
    | Revise
    | Resend
    | CloseCase
    | Reopen
    | CorrectRecord
    | AddTalk
    | NoteAccount
    | SettleNote
    | PostponeNote
    | Tell
    | Pause
    | Refuse
    | AskBack
)

_PER_ITEM = {Action.APPROVE, Action.SEND_NOW, Action.SEND_AT, Action.SKIP, Action.SNOOZE, Action.UNDO, Action.RESEND}
_FOR_NOTES = frozenset({Action.DONE, Action.SKIP, Action.SNOOZE})
_EDITABLE = UNSENT_STATES - {FollowUpState.PLANNED} | {FollowUpState.SENDING, FollowUpState.FAILED}
_UNFORESEEN = {Refusal.OUTDATED, Refusal.EXPIRED, Refusal.BLOCKED, Refusal.UNKNOWN_FATE}
"""What is told even where the same words did something to another draft."""


_HINTS = frozenset({"did_you_mean", "storm"})
"""The reasons whose evidence is a sentence for the owner."""


def decide_command(
    *,
    reading: OwnerReading,
    letter: LetterRecord | None,
    drafts: Mapping[int, CurrentDraft],
    now: datetime,
) -> list[Intent]:
    """Return what a proven command of the owner's does.

    *drafts*: follow-up id → how it stands now, for every item of the letter and every unsent follow-up of its interview.
    """
    if letter is not None and letter.notes and reading.action in _FOR_NOTES:
        return _for_notes(reading, letter.notes, now)
    if reading.action in (Action.EDIT, Action.EDIT_AND_SEND):
        return _revise(reading, letter, drafts, now)
    if reading.items and letter:
        commands = [
            (_item(letter, command.number), command.number, command.action, command.at) for command in reading.items
        ]
        return [_for_item(item, number, action, at, letter, drafts, now) for item, number, action, at in commands]
    if reading.action in _PER_ITEM:
        return _for_every_item(reading, letter, drafts, now)
    return _for_the_case(reading, drafts)


def _for_notes(reading: OwnerReading, notes: Sequence[Note], now: datetime) -> list[Intent]:
    """Return what becomes of texts to copy: those that the reply names by number, else all."""
    named = {item.number: item for item in reading.items}
    return [
        _for_note(note, named[note.number].action, named[note.number].at, now)
        if named
        else _for_note(note, reading.action, reading.at, now)
        for note in notes
        if not named or note.number in named
    ]


def _for_note(note: Note, action: Action, at: datetime | None, now: datetime) -> Intent:
    if action is Action.SNOOZE:
        wait = REMIND_AGAIN_AFTER if note.kind is NoteKind.KEEP_IN_TOUCH else SNOOZE_DEFAULT
        return PostponeNote(number=note.number, until=at or now + wait)
    if action in (Action.DONE, Action.SKIP):
        return SettleNote(number=note.number, sent=action is Action.DONE)
    return _nothing()


def hold_while_unclear(drafts: Mapping[int, CurrentDraft], why: str) -> list[Intent]:
    """Return the holds for whatever of this letter (or its interview) is approved and has not left: caution wins until the wire."""
    approved = (FollowUpState.APPROVED, FollowUpState.SENDING)
    return [Hold(follow_up_id=key, why=why) for key, draft in drafts.items() if draft.follow_up.state in approved]


def _for_every_item(
    reading: OwnerReading, letter: LetterRecord | None, drafts: Mapping[int, CurrentDraft], now: datetime
) -> list[Intent]:
    if letter is None or not letter.items:
        held: list[Intent] = hold_while_unclear(drafts, "you asked for it") if reading.action is Action.UNDO else []
        return held or [_nothing()]
    intents: list[Intent] = [
        _for_item(item, item.number, reading.action, reading.at, letter, drafts, now) for item in letter.items
    ]
    if all(isinstance(intent, Refuse) for intent in intents):
        return intents
    return [intent for intent in intents if not isinstance(intent, Refuse) or intent.why in _UNFORESEEN]


def _for_item(
    item: LetterItem | None,
    number: int,
    action: Action,
    at: datetime | None,
    letter: LetterRecord,
    drafts: Mapping[int, CurrentDraft],
    now: datetime,
) -> Intent:
    draft = drafts.get(item.follow_up_id) if item else None
    if item is None or draft is None:
        return Refuse(number=number, follow_up_id=None, why=Refusal.NOTHING)
    key = item.follow_up_id
    refusal = _refusal(action, item, letter, draft, now)
    if refusal:
        return Refuse(number=number, follow_up_id=key, why=refusal)
    match action:
        case Action.SKIP:
            return Skip(follow_up_id=key)
        case Action.SNOOZE:
            return Snooze(follow_up_id=key, until=at or now + SNOOZE_DEFAULT)
        case Action.UNDO:
            return Hold(follow_up_id=key, why="you asked for it")
        case Action.RESEND:
            return Resend(item=item)
        case Action.APPROVE | Action.SEND_NOW | Action.SEND_AT:
            return Approve(item=item, at=at, soon=action is Action.SEND_NOW)
    return Refuse(number=number, follow_up_id=key, why=Refusal.NOTHING)


def _refusal(
    action: Action, item: LetterItem, letter: LetterRecord, draft: CurrentDraft, now: datetime
) -> Refusal | None:
    state = draft.follow_up.state
    match action:
        case Action.RESEND if state is FollowUpState.UNKNOWN:
            return _why_spent(item, letter, draft, now)
        case Action.RESEND if state in UNSENT_STATES:
            return Refusal.NOTHING
        case Action.SKIP if state in (FollowUpState.UNKNOWN, FollowUpState.FAILED):
            return None
        case Action.SKIP | Action.SNOOZE | Action.UNDO if state is FollowUpState.SENDING:
            return None  # it may still be given back: the outbox knows
    if state not in UNSENT_STATES:
        return _why_over(state)
    if action in (Action.SKIP, Action.SNOOZE):
        return None
    if action is Action.UNDO:  # what is held already is shown again: it was held by a copy of this very reply, perhaps
        return None if state in (FollowUpState.APPROVED, FollowUpState.HELD) else Refusal.NOTHING
    return _why_not_approvable(item, letter, draft, now)


def _why_not_approvable(item: LetterItem, letter: LetterRecord, draft: CurrentDraft, now: datetime) -> Refusal | None:
    state = draft.follow_up.state
    if state is FollowUpState.APPROVED and _is_current(item, draft):
        return Refusal.ALREADY_USED
    if spent := _why_spent(item, letter, draft, now):
        return spent
    return None if state in (FollowUpState.WAITING, FollowUpState.HELD) else Refusal.OUTDATED


def _why_spent(item: LetterItem, letter: LetterRecord, draft: CurrentDraft, now: datetime) -> Refusal | None:
    """Why an order to send may not rest on this letter: it has to show what would leave, be unspent, and be in time."""
    if not _is_current(item, draft):
        return Refusal.OUTDATED
    if item.used_at:
        return Refusal.ALREADY_USED
    if now >= letter.expires_at:
        return Refusal.EXPIRED
    return Refusal.BLOCKED if draft.revision.blocked else None


def _is_current(item: LetterItem, draft: CurrentDraft) -> bool:
    return (item.revision, item.digest) == (draft.revision.number, draft.digest)


def _why_over(state: FollowUpState) -> Refusal:
    if state in (FollowUpState.SENT, FollowUpState.SENDING):
        return Refusal.LEFT
    return Refusal.UNKNOWN_FATE if state is FollowUpState.UNKNOWN else Refusal.OVER


def _revise(
    reading: OwnerReading, letter: LetterRecord | None, drafts: Mapping[int, CurrentDraft], now: datetime
) -> list[Intent]:
    items: Sequence[LetterItem] = letter.items if letter else ()
    if reading.items:
        items = [item for item in items if item.number == reading.items[0].number]
    if letter is None or len(items) != 1:
        held = hold_while_unclear(drafts, "you want to change something")
        return [*held, AskBack(left_over="", hint="Say which of the mails you mean by its number.")]
    item = items[0]
    draft = drafts.get(item.follow_up_id)
    if draft is None:
        return [_nothing()]
    send = reading.action is Action.EDIT_AND_SEND
    refusal = _why_not_editable(item, letter, draft, now, send=send)
    if refusal:
        return [Refuse(number=item.number, follow_up_id=item.follow_up_id, why=refusal)]
    return [
        Revise(
            follow_up_id=item.follow_up_id,
            subject=reading.new_subject,
            body=reading.new_body,
            to=reading.new_to,
            send=send,
        )
    ]


def _why_not_editable(
    item: LetterItem, letter: LetterRecord, draft: CurrentDraft, now: datetime, *, send: bool
) -> Refusal | None:
    if draft.follow_up.state not in _EDITABLE:
        planned = (
            draft.follow_up.state is FollowUpState.PLANNED
        )  # the draft that he saw is void, a new one will be shown
        return Refusal.OUTDATED if planned else _why_over(draft.follow_up.state)
    if send and (now >= letter.expires_at or not _is_current(item, draft)):
        return Refusal.OUTDATED
    return None


def _for_the_case(reading: OwnerReading, drafts: Mapping[int, CurrentDraft]) -> list[Intent]:
    match reading.action:
        case Action.STOP:
            return [CloseCase(company=reading.argument)]
        case Action.RESUME:
            return [Reopen(company=reading.argument)]
        case Action.CORRECT | Action.CONFIRM | Action.DENY:
            return [CorrectRecord(corrections=reading.corrections)]
        case Action.ADD:
            return [AddTalk(text=reading.argument or "")]
        case Action.DEBRIEF:
            return [NoteAccount()]
        case Action.STATUS | Action.PENDING | Action.HELP:
            return [Tell(about=reading.action)]
        case Action.PAUSE:
            return [Pause(until=reading.at)]
        case Action.THANKS | Action.IGNORE:
            return []
    return [
        *hold_while_unclear(drafts, "your last words were not understood"),
        AskBack(left_over=reading.left_over, hint=_hint(reading)),
    ]


def _hint(reading: OwnerReading) -> str:
    return reading.reasons[0].evidence if reading.reasons and reading.reasons[0].name in _HINTS else ""


def _item(letter: LetterRecord, number: int) -> LetterItem | None:
    return next((item for item in letter.items if item.number == number), None)


def _nothing() -> Refuse:
    return Refuse(number=0, follow_up_id=None, why=Refusal.NOTHING)
