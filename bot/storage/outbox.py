"""The outbox and its attempts. Every change of state is a compare-and-set against the table in `bot.core.delivery.status`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, func, update
from sqlmodel import col, select

from bot.core.delivery.status import OutboxEvent, next_state, states_before
from bot.core.delivery.types import Envelope, OutboxItem, OutboxState, SendOutcome
from bot.storage.session import Tables
from bot.storage.tables import AttemptRow, OutboxRow


class OutboxTables(Tables):
    """Stage 7."""

    def queue_mail(self, item: OutboxItem) -> bool:
        """Queue a mail, or queue anew one that was held, cancelled or refused.

        Returns False when a mail for the same purpose is on its way, has left, or may have left: it is never sent twice.
        """
        if self._add_once(_new_row(item), "key"):
            return True
        return self._move(
            and_(
                col(OutboxRow.key) == item.key, col(OutboxRow.lost_at).is_(None)
            ),  # a lost one may lie there called off or held
            OutboxEvent.QUEUE,
            revision=item.revision,
            digest=item.digest,
            sender=item.envelope.sender,
            recipients=list(item.envelope.recipients),
            message_id=item.message_id,
            raw=item.raw,
            queued_at=item.queued_at,
            due_at=item.due_at,
            undo_until=item.undo_until,
            first_attempt_at=None,
        )

    def resend_mail(self, outbox_id: int, *, due_at: datetime) -> bool:
        """Queue a lost mail again as it was: the same bytes, the same Message-ID. That it was lost stays noted (see `queue_mail`)."""
        return self._move(
            OutboxRow.id == outbox_id,
            OutboxEvent.RESEND,
            due_at=due_at,
            looks=0,
            look_at=None,
            first_attempt_at=None,
        )

    def load_outbox(self, *, follow_up_id: int) -> OutboxItem | None:
        """Return a follow-up's mail in the outbox, or None."""
        row = self._session.exec(select(OutboxRow).where(OutboxRow.follow_up_id == follow_up_id)).first()
        return _item(row) if row else None

    def load_outbox_item(self, outbox_id: int) -> OutboxItem:
        """Return one mail of the outbox."""
        return _item(self._session.get_one(OutboxRow, outbox_id))

    def load_due_mails(self, *, now: datetime, limit: int = 20) -> list[OutboxItem]:
        """Return the mails that may leave now: letters first, then by their time."""
        states = [state.value for state in states_before(OutboxEvent.CLAIM)]
        query = (
            select(OutboxRow)
            .where(col(OutboxRow.state).in_(states), OutboxRow.due_at <= now)
            .order_by(col(OutboxRow.follow_up_id).is_not(None), col(OutboxRow.due_at), col(OutboxRow.id))
            .limit(limit)
        )
        return [_item(row) for row in self._session.exec(query)]

    def load_next_due(self) -> datetime | None:
        """Return when the next mail may leave, or a copy of one is to be looked for; None when there is nothing to come."""
        states = [state.value for state in states_before(OutboxEvent.CLAIM)]
        moments = (
            select(func.min(OutboxRow.due_at)).where(col(OutboxRow.state).in_(states)),
            select(func.min(OutboxRow.copy_at)).where(OutboxRow.state == OutboxState.SENT.value),
            select(func.min(OutboxRow.look_at)).where(OutboxRow.state == OutboxState.UNKNOWN.value),
        )
        found = [moment for query in moments if (moment := self._session.exec(query).one()) is not None]
        return min(found, default=None)

    def claim_mail(self, outbox_id: int, *, raw: bytes, message_id: str, now: datetime) -> bool:
        """Fix the bytes and begin an attempt, if the mail still waits; committed before the network is touched."""
        row = self._session.get_one(OutboxRow, outbox_id)
        number, first_at = row.attempts + 1, row.first_attempt_at or now
        if not self._move(
            OutboxRow.id == outbox_id,
            OutboxEvent.CLAIM,
            raw=raw,
            message_id=message_id,
            attempts=number,
            first_attempt_at=first_at,
        ):
            return False
        self._session.add(AttemptRow(outbox_id=outbox_id, number=number, phase="connect", started_at=now))
        return True

    def enter_data(self, outbox_id: int) -> bool:
        """Note that the bytes go out now; False when the mail was held in the meantime."""
        if not self._move(OutboxRow.id == outbox_id, OutboxEvent.DATA):
            return False
        row = self._session.get_one(OutboxRow, outbox_id)
        self._changed(
            update(AttemptRow)
            .where(col(AttemptRow.outbox_id) == outbox_id, col(AttemptRow.number) == row.attempts)
            .values(phase="data")
        )
        return True

    def end_attempt(
        self,
        outbox_id: int,
        event: OutboxEvent,
        outcome: SendOutcome,
        *,
        now: datetime,
        due_at: datetime | None = None,
        look_at: datetime | None = None,
        copy_at: datetime | None = None,
    ) -> bool:
        """Note how an attempt ended.

        *due_at*: when to try again; *look_at*: when to look for a lost mail; *copy_at*: when to make sure of the copy in Sent.
        """
        values: dict[str, object] = {"reply": f"{outcome.code or ''} {outcome.text}".strip()[:500]}
        if event is OutboxEvent.ACCEPT:
            values |= {"sent_at": now, "copy_at": copy_at}
        if event is OutboxEvent.LOSE:
            values |= {"lost_at": now, "look_at": look_at}
        if due_at is not None:
            values["due_at"] = due_at
        self._end_attempt_row(outbox_id, outcome, now)
        return self._move(OutboxRow.id == outbox_id, event, **values)

    def _end_attempt_row(self, outbox_id: int, outcome: SendOutcome, now: datetime) -> None:
        row = self._session.get_one(OutboxRow, outbox_id)
        guard = update(AttemptRow).where(col(AttemptRow.outbox_id) == outbox_id, col(AttemptRow.number) == row.attempts)
        self._changed(
            guard.values(ended_at=now, result=outcome.result.value, code=outcome.code, text=outcome.text[:500])
        )

    def move_mail(self, outbox_id: int, event: OutboxEvent, **values: object) -> bool:
        """Change the state of a mail if *event* may happen to it now; return whether it did."""
        return self._move(OutboxRow.id == outbox_id, event, **values)

    def load_interrupted(self) -> list[OutboxItem]:
        """Return the mails that were being sent when the program ended."""
        states = [state.value for state in states_before(OutboxEvent.RECOVER)]
        query = select(OutboxRow).where(col(OutboxRow.state).in_(states))
        return [_item(row) for row in self._session.exec(query)]

    def load_lost(self, *, now: datetime) -> list[OutboxItem]:
        """Return the mails of unknown fate whose copy is to be looked for now."""
        query = select(OutboxRow).where(OutboxRow.state == OutboxState.UNKNOWN.value, col(OutboxRow.look_at) <= now)
        return [_item(row) for row in self._session.exec(query)]

    def note_look(self, outbox_id: int, *, looks: int, look_at: datetime | None) -> None:
        """Note that a lost mail's copy was looked for, and when to look again."""
        self._changed(update(OutboxRow).where(col(OutboxRow.id) == outbox_id).values(looks=looks, look_at=look_at))

    def load_copies_due(self, *, now: datetime) -> list[OutboxItem]:
        """Return the sent mails whose copy in Sent is to be made sure of now."""
        query = select(OutboxRow).where(OutboxRow.state == OutboxState.SENT.value, col(OutboxRow.copy_at) <= now)
        return [_item(row) for row in self._session.exec(query)]

    def postpone_copy(self, outbox_id: int, copy_at: datetime | None) -> None:
        """Look for the copy again at *copy_at*; None: it is there."""
        self._changed(update(OutboxRow).where(col(OutboxRow.id) == outbox_id).values(copy_at=copy_at))

    def postpone_delivery(self, outbox_id: int, due_at: datetime) -> None:
        """Let a mail that has not been claimed wait until *due_at*."""
        states = [state.value for state in states_before(OutboxEvent.CLAIM)]
        guard = update(OutboxRow).where(col(OutboxRow.id) == outbox_id, col(OutboxRow.state).in_(states))
        self._changed(guard.values(due_at=due_at))

    def drop_bytes(self, outbox_id: int) -> None:
        """Forget the bytes and the id of a letter that is done with: both hold its token, of which only the digest is kept."""
        self._changed(update(OutboxRow).where(col(OutboxRow.id) == outbox_id).values(raw=None, message_id=None))

    def find_outbox(self, message_ids: Sequence[str]) -> OutboxItem | None:
        """Return the mail of ours that one of these Message-IDs names, or None."""
        row = self._session.exec(select(OutboxRow).where(col(OutboxRow.message_id).in_(message_ids))).first()
        return _item(row) if row else None

    def load_sent_times(self, *, letters: bool, since: datetime) -> list[datetime]:
        """Return when letters (or else follow-ups) left since a moment."""
        column = col(OutboxRow.letter_id) if letters else col(OutboxRow.follow_up_id)
        query = select(OutboxRow.sent_at).where(column.is_not(None), col(OutboxRow.sent_at) >= since)
        return [moment for moment in self._session.exec(query) if moment is not None]

    def _move(self, which: object, event: OutboxEvent, **values: object) -> bool:
        for before in states_before(event):
            guard = update(OutboxRow).where(which, col(OutboxRow.state) == before.value)  # type: ignore[arg-type]
            if self._changed(guard.values(state=next_state(before, event).value, **values)):
                return True
        return False


def _new_row(item: OutboxItem) -> OutboxRow:
    return OutboxRow(
        key=item.key,
        follow_up_id=item.follow_up_id,
        letter_id=item.letter_id,
        revision=item.revision,
        digest=item.digest,
        sender=item.envelope.sender,
        recipients=list(item.envelope.recipients),
        message_id=item.message_id,
        raw=item.raw,
        state=item.state.value,
        queued_at=item.queued_at,
        due_at=item.due_at,
        undo_until=item.undo_until,
    )


def _item(row: OutboxRow) -> OutboxItem:
    assert row.id is not None  # noqa: S101  a stored row has one
    return OutboxItem(
        id=row.id,
        state=OutboxState(row.state),
        follow_up_id=row.follow_up_id,
        letter_id=row.letter_id,
        revision=row.revision,
        digest=row.digest,
        envelope=Envelope(sender=row.sender, recipients=tuple(row.recipients)),
        message_id=row.message_id,
        raw=row.raw,
        queued_at=row.queued_at,
        due_at=row.due_at,
        undo_until=row.undo_until,
        attempts=row.attempts,
        first_attempt_at=row.first_attempt_at,
        sent_at=row.sent_at,
        reply=row.reply,
        lost_at=row.lost_at,
        looks=row.looks,
    )
