"""Follow-ups and the revisions of their drafts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import or_, update
from sqlmodel import col, select

from bot.core.delivery.drafts_mailbox import DraftCopy
from bot.core.draft.types import Finding, Revision
from bot.core.followup.types import FollowUp, FollowUpKind, FollowUpState, StopReason
from bot.core.message.types import Address
from bot.storage.session import Tables
from bot.storage.tables import DraftCopyRow, FollowUpRow, RevisionRow

_MOMENTS = ("draft_at", "send_at", "target_at", "deadline_at", "snoozed_until", "sent_at")


class FollowUpTables(Tables):
    """Stages 4 to 6."""

    def add_follow_up(self, follow_up: FollowUp) -> bool:
        """Store a planned follow-up; return False when one for the same purpose stands (planning twice changes nothing)."""
        values = {name: getattr(follow_up, name) for name in _MOMENTS}
        row = FollowUpRow(
            interview_id=follow_up.interview_id,
            kind=follow_up.kind,
            person=follow_up.person,
            ordinal=follow_up.ordinal,
            state=follow_up.state,
            stop_reason=follow_up.stop_reason,
            **values,
        )
        return self._add_once(row, "interview_id", "kind", "person", "ordinal")

    def save_follow_up(self, follow_up: FollowUp, *, expected: FollowUpState) -> bool:
        """Store a changed follow-up if it still is in the *expected* state; return whether it was."""
        values = {name: getattr(follow_up, name) for name in _MOMENTS}
        guard = update(FollowUpRow).where(col(FollowUpRow.id) == follow_up.id, col(FollowUpRow.state) == expected.value)
        reason = follow_up.stop_reason.value if follow_up.stop_reason else None
        return self._changed(guard.values(state=follow_up.state.value, stop_reason=reason, **values))

    def load_follow_up(self, follow_up_id: int) -> FollowUp | None:
        """Return one follow-up, or None."""
        row = self._session.get(FollowUpRow, follow_up_id)
        return _follow_up(row) if row else None

    def load_follow_ups(
        self, *, interview_id: int | None = None, states: Collection[FollowUpState] | None = None
    ) -> list[FollowUp]:
        """Return follow-ups, oldest first, of one interview and in given states where these are named."""
        query = select(FollowUpRow).order_by(col(FollowUpRow.id))
        if interview_id is not None:
            query = query.where(FollowUpRow.interview_id == interview_id)
        if states is not None:
            query = query.where(col(FollowUpRow.state).in_([state.value for state in states]))
        return [_follow_up(row) for row in self._session.exec(query)]

    def load_drafts_due(self, *, now: datetime) -> list[FollowUp]:
        """Return what is to be shown now: planned drafts whose time has come, and snoozed ones to ask about again."""
        planned = col(FollowUpRow.state) == FollowUpState.PLANNED.value
        awake = or_(col(FollowUpRow.snoozed_until).is_(None), col(FollowUpRow.snoozed_until) <= now)
        asleep = col(FollowUpRow.state) == FollowUpState.WAITING.value
        query = select(FollowUpRow).where(
            or_(planned & (col(FollowUpRow.draft_at) <= now) & awake, asleep & (col(FollowUpRow.snoozed_until) <= now))
        )
        return [_follow_up(row) for row in self._session.exec(query.order_by(col(FollowUpRow.id)))]

    def add_revision(self, revision: Revision, digest: str) -> bool:
        """Store a new revision; return False when that number is taken (somebody was faster)."""
        row = RevisionRow(
            follow_up_id=revision.follow_up_id,
            number=revision.number,
            from_name=revision.from_.name,
            from_email=revision.from_.email,
            to=_to_json(revision.to),
            cc=_to_json(revision.cc),
            subject=revision.subject,
            in_reply_to=revision.in_reply_to,
            references=list(revision.references),
            body=revision.body,
            findings=[
                {"rule": item.rule, "blocks": item.blocks, "words": item.words, "proposal": item.proposal}
                for item in revision.findings
            ],
            digest=digest,
        )
        return self._add_once(row, "follow_up_id", "number")

    def load_revision(self, follow_up_id: int, number: int | None = None) -> tuple[Revision, str] | None:
        """Return a revision (the latest where no *number* is named) and its digest, or None."""
        query = select(RevisionRow).where(RevisionRow.follow_up_id == follow_up_id)
        if number is not None:
            query = query.where(RevisionRow.number == number)
        row = self._session.exec(query.order_by(col(RevisionRow.number).desc())).first()
        return (_revision(row), row.digest) if row else None

    def save_draft_copy(self, copy: DraftCopy) -> None:
        """Store which revision lies in the owner's Drafts, in the place of what was stored before."""
        row = DraftCopyRow(
            follow_up_id=copy.follow_up_id, revision=copy.revision, message_id=copy.message_id, placed=copy.placed
        )
        self._session.merge(row)

    def drop_draft_copy(self, follow_up_id: int) -> None:
        """Forget the copy of a follow-up's draft."""
        if row := self._session.get(DraftCopyRow, follow_up_id):
            self._session.delete(row)
            self._session.flush()  # what is read later in this transaction must not find it any more

    def load_draft_copies(self) -> list[DraftCopy]:
        """Return what lies in the owner's Drafts, or was begun to be put there."""
        return [
            DraftCopy(
                follow_up_id=row.follow_up_id, revision=row.revision, message_id=row.message_id, placed=row.placed
            )
            for row in self._session.exec(select(DraftCopyRow).order_by(col(DraftCopyRow.follow_up_id)))
        ]


def _to_json(addresses: tuple[Address, ...]) -> list[dict[str, str]]:
    return [{"name": address.name, "email": address.email} for address in addresses]


def _from_json(items: list[dict[str, str]]) -> tuple[Address, ...]:
    return tuple(Address(name=item["name"], email=item["email"]) for item in items)


def _follow_up(row: FollowUpRow) -> FollowUp:
    assert row.id is not None  # noqa: S101  a stored row has one
    return FollowUp(
        id=row.id,
        interview_id=row.interview_id,
        kind=FollowUpKind(row.kind),
        person=row.person,
        ordinal=row.ordinal,
        state=FollowUpState(row.state),
        draft_at=row.draft_at,
        send_at=row.send_at,
        target_at=row.target_at,
        deadline_at=row.deadline_at,
        snoozed_until=row.snoozed_until,
        stop_reason=StopReason(row.stop_reason) if row.stop_reason else None,
        sent_at=row.sent_at,
    )


def _revision(row: RevisionRow) -> Revision:
    return Revision(
        follow_up_id=row.follow_up_id,
        number=row.number,
        from_=Address(name=row.from_name, email=row.from_email),
        to=_from_json(row.to),
        cc=_from_json(row.cc),
        subject=row.subject,
        in_reply_to=row.in_reply_to,
        references=tuple(row.references),
        body=row.body,
        findings=tuple(
            Finding(
                rule=str(item["rule"]),
                blocks=bool(item["blocks"]),
                words=str(item["words"]),
                proposal=str(item["proposal"]),
            )
            for item in row.findings
        ),
    )
