"""Beyond mail: texts that the owner copies himself, proposed when they are due; what he has sent counts as a touch (E7, E13, E21, E27)."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.draft.notes import compose_note
from bot.core.followup.intents import Touch
from bot.core.followup.notes import Note, NoteCase, NoteKind, find_due_notes, find_end, may_be_due
from bot.core.followup.types import FollowUp, FollowUpKind, FollowUpState, StopReason
from bot.core.interview.account import Account
from bot.core.interview.company import same_company
from bot.core.interview.types import Interview
from bot.core.letter.notes import ShownNote, write_notes
from bot.errors import TemporaryError
from bot.pipeline.order import CommandStore, Done, Order
from bot.pipeline.pause import paused_until
from bot.pipeline.plan import PlanStore, load_touches, replan, restart_follow_up
from bot.pipeline.ports import Store, Work
from bot.pipeline.post import new_context, post_letter
from bot.pipeline.setup import Setup

_log = logging.getLogger(__name__)
_WAITS = (FollowUpState.WAITING, FollowUpState.HELD)
_SHOWN = (FollowUpState.WAITING, FollowUpState.APPROVED, FollowUpState.HELD)


def write_each_note(store: Store, setup: Setup, now: datetime) -> int:
    """Write the letters with texts to copy that are due, each interview in a transaction of its own; return how many."""
    with store.transaction() as work:
        due = [] if paused_until(work, now) else _find_due(work, setup, now)
    count = 0
    for interview_id in due:
        try:
            with store.transaction() as work:
                count += _write(work, setup, interview_id, now)
        except TemporaryError:
            raise
        except Exception:  # noqa: BLE001  one item of a worker loop: the rest goes on, the next ring tries again
            _log.exception("notes_broke interview=%d", interview_id)
    return count


def settle_note(work: CommandStore, setup: Setup, order: Order, number: int, done: Done, *, sent: bool) -> None:
    """Carry out "sent 1" and "skip": what was sent is a touch, and the next status check keeps its distance from it (E13)."""
    note = _named(order, number)
    if order.letter is None or note is None or not work.settle_note(order.letter.id, number, now=order.now):
        done.lines.append("You told me that before; nothing changes.")
        return
    work.add_journal(
        order.now, "note_sent" if sent else "note_unwanted", f"interview:{note.interview_id}", kind=note.kind
    )
    if not sent:
        done.lines.append("I do not come back to it.")
        return
    mark = hashlib.sha256(f"note:{order.letter.id}:{number}".encode()).hexdigest()
    work.add_touch(note.interview_id, kind=note.kind.touch, at=order.said_at or order.now, message_id_sha256=mark)
    done.lines.append("Noted. It counts as one of the mails to them, and I plan the next one from there.")
    _plan_from_there(work, setup, note.interview_id, order.now)


def postpone_note(work: CommandStore, setup: Setup, order: Order, number: int, until: datetime, done: Done) -> None:
    """Carry out "snooze": the text is shown again at *until*."""
    if order.letter is None or not work.postpone_note(order.letter.id, number, until=until):
        done.lines.append("You told me that before; nothing changes.")
        return
    done.lines.append(f"I show it again on {until.astimezone(setup.zone):%A %d %B %Y, %H:%M}.")


def _named(order: Order, number: int) -> Note | None:
    return next((note for note in (order.letter.notes if order.letter else ()) if note.number == number), None)


def _plan_from_there(work: PlanStore, setup: Setup, interview_id: int, now: datetime) -> None:
    """A status check that was shown is void where it would follow too soon; the plan says when it comes."""
    for follow_up in work.load_follow_ups(interview_id=interview_id, states=_SHOWN):
        if follow_up.kind is FollowUpKind.STATUS_CHECK:
            restart_follow_up(work, follow_up, StopReason.OWNER_WROTE, now)
    interview = work.load_interview(interview_id)
    if interview is not None:
        replan(work, setup, interview, now)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """All that cases are put together from, loaded once."""

    interviews: list[Interview]
    follow_ups: list[FollowUp]
    touches: list[Touch]
    notes: list[Note]


def _load_record(work: Work) -> _Record:
    return _Record(
        interviews=work.load_interviews(),
        follow_ups=work.load_follow_ups(),
        touches=load_touches(work),
        notes=work.load_notes(),
    )


def _find_due(work: Work, setup: Setup, now: datetime) -> list[int]:
    """Return the ids of the interviews that a letter is due about; a quick look comes first, for most rounds end with it."""
    waiting = {one.interview_id for one in work.load_follow_ups(states=_WAITS) if one.kind is FollowUpKind.STATUS_CHECK}
    notes = work.load_notes()
    latest = {(note.interview_id, note.kind, note.person): note for note in notes}.values()
    put_off = {one.interview_id for one in latest if one.again_at and one.again_at <= now and not one.settled_at}
    reminded = {note.interview_id for note in notes if note.kind is NoteKind.KEEP_IN_TOUCH}
    likely = [
        one
        for one in work.load_interviews()
        if one.id in waiting | put_off or (one.id not in reminded and may_be_due(one, setup.network, now))
    ]
    if not likely:
        return []
    record = _load_record(work)
    return [one.id for one in likely if find_due_notes(_load_case(work, record, one), rule=setup.network, now=now)]


def _load_case(work: Work, record: _Record, interview: Interview) -> NoteCase:
    others = [
        one for one in record.interviews if one.id != interview.id and same_company(one.company, interview.company)
    ]
    ids = {interview.id, *(one.id for one in others)}
    follow_ups = [one for one in record.follow_ups if one.interview_id == interview.id]
    return NoteCase(
        interview=interview,
        follow_ups=follow_ups,
        unreachable={one.id for one in follow_ups if one.state in _WAITS and _has_no_recipient(work, one)},
        account=work.load_account(interview.id),
        others=others,
        proposed=[note for note in record.notes if note.interview_id in ids],
        touched_at=max((touch.at for touch in record.touches if touch.interview_id in ids), default=None),
    )


def _has_no_recipient(work: Work, follow_up: FollowUp) -> bool:
    shown = work.load_revision(follow_up.id)
    return shown is not None and not shown[0].to


def _write(work: Work, setup: Setup, interview_id: int, now: datetime) -> int:
    interview = work.load_interview(interview_id)
    if interview is None:
        return 0
    case = _load_case(work, _load_record(work), interview)
    letters = find_due_notes(case, rule=setup.network, now=now)
    return sum(_write_one(work, setup, case, notes, now) for notes in letters)


def _write_one(work: Work, setup: Setup, case: NoteCase, notes: Sequence[Note], now: datetime) -> bool:
    interview, account = case.interview, case.account
    shown = _compose(setup, interview, account, notes, now)
    if not shown:
        return False
    context = new_context(setup, now)
    letter = write_notes(
        context,
        interview=interview,
        notes=shown,
        told=account.debrief if account else None,
        ended_at=find_end(case) if notes[0].kind is NoteKind.KEEP_IN_TOUCH else None,
        foreign=interview.lang not in setup.draft_templates.languages(),
    )
    kinds = ",".join(sorted({note.kind for note in notes}))
    key = f"notes:{interview.id}:{kinds}:{now:%Y%m%d%H%M%S}"
    return post_letter(
        work, setup, context, letter, key=key, interview_id=interview.id, notes=[one.note for one in shown], waits=True
    )


def _compose(
    setup: Setup, interview: Interview, account: Account | None, notes: Sequence[Note], now: datetime
) -> list[ShownNote]:
    """Return the notes with their texts; one that has none is left out."""
    shown = [
        ShownNote(
            note=note,
            text=compose_note(
                note,
                interview=interview,
                owner=setup.owner,
                profile=setup.profile,
                templates=setup.draft_templates,
                debrief=account.debrief if account else None,
                now=now,
            ),
        )
        for note in notes
    ]
    kept = [one for one in shown if one.text]
    return [replace(one, note=replace(one.note, number=number)) for number, one in enumerate(kept, start=1)]
