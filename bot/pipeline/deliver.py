"""Arrow 7: the one way out. Each step is committed before the network is touched; what may have left is never sent again by itself."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from bot.clock import Clock
from bot.core.approval.digest import digest
from bot.core.approval.status import FollowUpEvent, next_state
from bot.core.approval.types import CurrentDraft
from bot.core.delivery.mime import build_mail, new_message_id
from bot.core.delivery.retry import FOLLOW_UP_PATIENCE, LETTER_PATIENCE, next_attempt, over_limit
from bot.core.delivery.status import EVENT_OF_RESULT, OutboxEvent
from bot.core.delivery.types import OutboxItem, OutboxState, SendOutcome, SendResult
from bot.core.followup.due import approved_moment, find_tz, find_window
from bot.core.followup.types import FollowUp, FollowUpState
from bot.core.interview.types import Interview
from bot.core.reading.types import LetterKind, QuestionTopic
from bot.daemon_thread import in_daemon_thread
from bot.errors import OperatorError, TemporaryError
from bot.pipeline.ask import show_drafts
from bot.pipeline.conclude import conclude, move_follow_up, settle
from bot.pipeline.draft import load_case
from bot.pipeline.pause import paused_until
from bot.pipeline.ports import Sender, SentFolder, Store, Work
from bot.pipeline.reconcile import Reconciler
from bot.pipeline.setup import Setup

_log = logging.getLogger(__name__)
_T = TypeVar("_T")
_Conclude = Callable[[Work, Setup, OutboxItem, OutboxEvent, SendOutcome, datetime], None]
_OVERRUN = timedelta(hours=1)
"""So long after its moment a mail may still leave although its hours have ended meanwhile."""
COPY_WAIT = timedelta(seconds=10)
"""How long a server gets to file the copy in Sent itself."""
_SETUP_WAIT = timedelta(minutes=15)
"""A refused login is tried again slowly: a login storm locks accounts."""
_ANSWERS = frozenset({LetterKind.RECEIPT, LetterKind.ANSWER})
_ANSWERS_FACTOR = 5
"""How many times the limit of letters leave an hour where the owner asks for one after the other."""
_PAUSE_LOOK = timedelta(minutes=5)
"""How soon the end of a pause is noticed that the owner ends early."""


class Deliverer:
    """Sends what is due, one mail at a time."""

    def __init__(self, store: Store, setup: Setup, *, sender: Sender, sent: SentFolder, clock: Clock) -> None:
        self._store = store
        self._setup = setup
        self._sender = sender
        self._clock = clock
        self._reconciler = Reconciler(store, setup, sent=sent, clock=clock)
        self._rest_until: datetime | None = None
        self._ends: list[tuple[OutboxItem, SendOutcome]] = []
        self.stopping = False

    def recover(self) -> None:
        """After a crash: what was only connecting is tried again, what was being handed over is of unknown fate."""
        now = self._clock()
        with self._store.transaction() as work:
            for item in work.load_interrupted():
                _recover(work, item, now)

    async def deliver_due(self) -> None:
        """Send every mail whose time has come; look for lost ones; make sure of the copies in Sent."""
        await self._in_thread(self._write_ends)
        if not self._rest_until or self._clock() >= self._rest_until:
            await self._send_due()
        if self.stopping:
            return
        await self._in_thread(self._reconciler.look_for_lost)
        await self._in_thread(self._reconciler.make_copies)

    async def deliver_one(self, outbox_id: int) -> None:
        """Send this mail if it may leave now, and touch no other: a daemon may be at work on those."""
        await self._deliver(outbox_id)

    def next_due(self) -> datetime | None:
        """Return when the next mail may leave, or None: its own moment, and not before the way out has rested."""
        with self._store.transaction() as work:
            due_at = work.load_next_due()
        return max(due_at, self._rest_until) if due_at and self._rest_until else due_at

    async def _send_due(self) -> None:
        for item_id in await self._in_thread(self._load_due):
            if self.stopping or not await self._deliver(item_id):
                return

    def _load_due(self) -> list[int]:
        with self._store.transaction() as work:
            return [item.id for item in work.load_due_mails(now=self._clock())]

    async def _deliver(self, item_id: int) -> bool:
        """Send one mail; return False when the way out rests."""
        item = await self._in_thread(lambda: self._claim_or_pass(item_id))
        if item is None or item.raw is None:
            return True
        outcome, refused = await self._hand_over(item, item.raw)
        self._ends.append((item, outcome))
        await self._in_thread(self._write_ends)
        await self._in_thread(lambda: self._note_way_out(outcome, refused))
        return refused is None

    async def _hand_over(self, item: OutboxItem, raw: bytes) -> tuple[SendOutcome, OperatorError | None]:
        """Return how the attempt ended; also what a person has to change in the set-up, where that was the reason."""

        async def before_data() -> bool:
            return await self._in_thread(lambda: self._enter_data(item))

        try:
            return await self._sender(item.envelope, raw, before_data=before_data), None
        except OperatorError as exc:
            return SendOutcome(result=SendResult.DEFERRED, text=str(exc)), exc
        except Exception as exc:  # noqa: BLE001  one item of a worker loop: its fate is written down, the rest goes on
            _log.exception("delivery_broke id=%d", item.id)
            return SendOutcome(result=SendResult.UNKNOWN, text=type(exc).__name__), None

    async def _in_thread(self, step: Callable[[], _T]) -> _T:
        return await in_daemon_thread(step)

    def _claim_or_pass(self, item_id: int) -> OutboxItem | None:
        try:
            return self._claim(item_id)
        except TemporaryError:
            raise
        except Exception as exc:  # noqa: BLE001  one item of a worker loop: nothing of it has left, the rest goes on
            _log.exception("claim_broke id=%d", item_id)
            with self._store.transaction() as work:
                work.postpone_delivery(item_id, self._clock() + _SETUP_WAIT)
                work.add_journal(self._clock(), "claim_broke", f"outbox:{item_id}", error=type(exc).__name__)
            return None

    def _claim(self, item_id: int) -> OutboxItem | None:
        now = self._clock()
        with self._store.transaction() as work:
            item = work.load_outbox_item(item_id)
            if _has_to_wait(work, self._setup, item, now):
                return None
            if item.letter_id is not None:
                raw, message_id = item.raw or b"", item.message_id or ""
            else:
                built = _prepare_follow_up(work, self._setup, item, now)
                if built is None:
                    return None
                raw, message_id = built
            if not work.claim_mail(item.id, raw=raw, message_id=message_id, now=now):
                return None
            if item.follow_up_id is not None and not move_follow_up(work, item, FollowUpEvent.CLAIMED):
                work.move_mail(item.id, OutboxEvent.HOLD)
                return None
            return work.load_outbox_item(item.id)

    def _enter_data(self, item: OutboxItem) -> bool:
        """The last look before the bytes go out: still approved, still this revision, still this text."""
        with self._store.transaction() as work:
            if item.follow_up_id is not None:
                case = load_case(work, item.follow_up_id)
                if case is None or not _is_as_approved(item, case[1], FollowUpState.SENDING):
                    return False
            return work.enter_data(item.id)

    def _write_ends(self) -> None:
        """Write down how attempts ended; what cannot be written now (a full disk) is kept for the next time."""
        while self._ends:
            item, outcome = self._ends[0]
            try:
                self._end(item, outcome, conclude)
            except TemporaryError:
                raise
            except Exception:  # noqa: BLE001  the end itself must be written down, even if nobody can be told of it
                _log.exception("conclusion_broke id=%d", item.id)
                self._end(item, outcome, settle)
            self._ends.pop(0)

    def _end(self, item: OutboxItem, outcome: SendOutcome, conclude: _Conclude) -> None:
        now = self._clock()
        with self._store.transaction() as work:
            current = work.load_outbox_item(item.id)
            if current.state not in (OutboxState.CONNECT, OutboxState.DATA):
                work.end_attempt(
                    item.id, OutboxEvent.DEFER, outcome, now=now
                )  # ends the attempt; the mail stays where it is
                _log.info("delivery_withdrawn id=%d", item.id)
                return
            event = _event(outcome, current)
            if event is OutboxEvent.DEFER:
                event = self._defer(work, current, outcome, now)
            else:
                copy_at = now + COPY_WAIT if item.follow_up_id is not None else None
                work.end_attempt(item.id, event, outcome, now=now, look_at=now, copy_at=copy_at)
            _log.info("delivery_%s id=%d reply=%s", outcome.result, item.id, outcome.code)
            work.add_journal(now, f"delivery_{outcome.result}", item.key, code=outcome.code, text=outcome.text)
            conclude(work, self._setup, current, event, outcome, now)

    def _defer(self, work: Work, item: OutboxItem, outcome: SendOutcome, now: datetime) -> OutboxEvent:
        patience = LETTER_PATIENCE if item.letter_id is not None else FOLLOW_UP_PATIENCE
        due_at = next_attempt(attempts=item.attempts, first_at=item.first_attempt_at or now, now=now, patience=patience)
        event = OutboxEvent.DEFER if due_at else OutboxEvent.REFUSE
        work.end_attempt(item.id, event, outcome, now=now, due_at=due_at)
        return event

    def _note_way_out(self, outcome: SendOutcome, refused: OperatorError | None) -> None:
        now = self._clock()
        if refused:
            self._rest_until = now + _SETUP_WAIT
            _log.error("delivery_rests minutes=15 error=%s", type(refused).__name__)
            with self._store.transaction() as work:
                work.set_part("smtp", "refused", str(refused), now=now)
        elif outcome.result in (SendResult.ACCEPTED, SendResult.REFUSED, SendResult.WITHDRAWN):
            self._rest_until = None
            with self._store.transaction() as work:
                work.set_part("smtp", "ok", "", now=now)


def _event(outcome: SendOutcome, item: OutboxItem) -> OutboxEvent:
    """In phase connect nothing can have left, whatever went wrong; in phase data only a clear word counts."""
    if item.state is OutboxState.CONNECT:
        refused = outcome.result is SendResult.REFUSED
        return OutboxEvent.REFUSE if refused else OutboxEvent.DEFER
    return EVENT_OF_RESULT.get(outcome.result, OutboxEvent.LOSE)


def _recover(work: Work, item: OutboxItem, now: datetime) -> None:
    connecting = item.state is OutboxState.CONNECT
    if connecting:
        work.move_mail(item.id, OutboxEvent.RECOVER, due_at=now)
    else:
        work.move_mail(item.id, OutboxEvent.RECOVER, lost_at=now, look_at=now, looks=0)
    work.add_journal(now, "delivery_interrupted", item.key, phase=item.state)
    if item.follow_up_id is not None:
        move_follow_up(work, item, FollowUpEvent.RELEASED if connecting else FollowUpEvent.LOST)


def _has_to_wait(work: Work, setup: Setup, item: OutboxItem, now: datetime) -> bool:
    """The owner's pause, and the circuit breakers (policy: limits): what is too much waits."""
    letters = item.letter_id is not None
    until = paused_until(work, now)
    if until and not letters:
        work.postpone_delivery(item.id, min(until, now + _PAUSE_LOOK))
        return True
    span = timedelta(hours=1) if letters else timedelta(days=1)
    limit = _letter_limit(work, setup, item) if letters else setup.limits.sends_per_day
    sent = work.load_sent_times(letters=letters, since=now - span)
    later = over_limit(sent, limit=limit, span=span, now=now)
    if later is None:
        return False
    work.postpone_delivery(item.id, later)
    work.add_journal(now, "limit_reached", item.key, limit=limit, until=later)
    return True


def _letter_limit(work: Work, setup: Setup, item: OutboxItem) -> int:
    """Whoever talks to the bot is answered: what the owner asked for waits only where something must have gone wrong."""
    letter = work.load_letter(item.letter_id) if item.letter_id is not None else None
    asked_for = letter is not None and (letter.kind in _ANSWERS or letter.topic is QuestionTopic.UNCLEAR_REPLY)
    return setup.limits.letters_per_hour * (_ANSWERS_FACTOR if asked_for else 1)


def _prepare_follow_up(work: Work, setup: Setup, item: OutboxItem, now: datetime) -> tuple[bytes, str] | None:
    """Return bytes and Message-ID, fixed at the first claim; None (and held) when anything differs from what was approved."""
    case = load_case(work, item.follow_up_id)
    if case is None:
        work.move_mail(item.id, OutboxEvent.HOLD)
        return None
    interview, draft = case
    if not _is_as_approved(item, draft, FollowUpState.APPROVED):
        _hold(work, setup, item, interview, draft, "The text differs from what you approved.", now)
        return None
    if _is_too_late(item, draft.follow_up, now):
        _hold(work, setup, item, interview, draft, "Its time passed while it could not be sent.", now)
        return None
    if opens := _when_open(setup, interview, draft.follow_up, now):
        work.postpone_delivery(item.id, opens)
        work.add_journal(now, "window_missed", item.key, until=opens)
        return None
    if item.raw and item.message_id:
        return item.raw, item.message_id
    message_id = new_message_id(setup.random(16).hex(), draft.revision.from_.email.rpartition("@")[2])
    moment = now.astimezone(setup.zone)
    return build_mail(draft.revision, date=moment, message_id=message_id), message_id


def _is_as_approved(item: OutboxItem, draft: CurrentDraft, state: FollowUpState) -> bool:
    """Whether revision, stored digest and the digest of the words as they stand now are those of the yes."""
    same = (draft.revision.number, draft.digest, digest(draft.revision)) == (item.revision, item.digest, item.digest)
    return same and draft.follow_up.state is state


def _is_too_late(item: OutboxItem, follow_up: FollowUp, now: datetime) -> bool:
    """Past the deadline a mail leaves only if the owner said yes knowing it (E1), or was told of a moment beyond it then.

    That moment is the follow-up's: the one in the outbox also moves with retries, limits and pauses, of which nobody was asked.
    """
    deadline = follow_up.deadline_at
    return deadline is not None and deadline < now and item.queued_at < deadline and follow_up.send_at < deadline


def _when_open(setup: Setup, interview: Interview, follow_up: FollowUp, now: datetime) -> datetime | None:
    """Return when the hours open again in which it was to leave, or None where it may leave now.

    Downtime, a pause or retries can carry a mail out of its hours. A moment that the owner chose outside them stands, and what is about
    to leave is not kept back over night for a few minutes.
    """
    window, tz = find_window(follow_up.kind, setup.cadence), find_tz(interview, setup.owner.tz)

    def open_after(moment: datetime) -> datetime:
        nothing = timedelta()
        return approved_moment(
            follow_up, approved_at=moment, undo=nothing, window=window, tz=tz, closed=setup.closed(tz)
        )

    if now - follow_up.send_at <= _OVERRUN or open_after(follow_up.send_at) != follow_up.send_at:
        return None
    opens = open_after(now)
    return opens if opens > now else None


def _hold(
    work: Work, setup: Setup, item: OutboxItem, interview: Interview, draft: CurrentDraft, remark: str, now: datetime
) -> None:
    work.move_mail(item.id, OutboxEvent.HOLD)
    if draft.follow_up.state is not FollowUpState.APPROVED:
        work.add_journal(now, "held_not_approved", item.key, state=draft.follow_up.state)
        return
    held = replace(draft.follow_up, state=next_state(draft.follow_up.state, FollowUpEvent.HELD))
    if work.save_follow_up(held, expected=draft.follow_up.state):
        current = replace(draft, follow_up=held)
        key = f"held:{item.id}:{item.attempts}:{now.isoformat()}"
        show_drafts(work, setup, interview, [current], remark=f"Held. {remark}", key=key, now=now)
