"""Letters to the owner, and what their numbered drafts stood for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import update
from sqlmodel import col, select

from bot.core.approval.types import LetterItem, LetterRecord
from bot.core.reading.types import LetterKind, QuestionTopic
from bot.storage.session import Tables
from bot.storage.tables import LetterItemRow, LetterRow


class LetterTables(Tables):
    """Stage 6."""

    def add_letter(self, letter: LetterRecord, *, key: str) -> int | None:
        """Store a letter and return its id, or None when one with the same *key* was written before."""
        row = LetterRow(
            key=key,
            kind=letter.kind,
            topic=letter.topic,
            interview_id=letter.interview_id,
            subject=letter.subject,
            text=letter.text,
            html_text=letter.html_text,
            token_sha256=letter.token_sha256,
            written_at=letter.written_at,
            expires_at=letter.expires_at,
        )
        if not self._add_once(row, "key"):
            return None
        letter_id = self._session.exec(select(LetterRow.id).where(LetterRow.key == key)).one()
        assert letter_id is not None  # noqa: S101  just stored
        for item in letter.items:
            self._session.add(
                LetterItemRow(
                    letter_id=letter_id,
                    number=item.number,
                    follow_up_id=item.follow_up_id,
                    revision=item.revision,
                    digest=item.digest,
                )
            )
        self._session.flush()
        return letter_id

    def is_letter_written(self, key: str) -> bool:
        """Return whether a letter with this key was written."""
        return self._session.exec(select(LetterRow.id).where(LetterRow.key == key)).first() is not None

    def find_letter(self, token_sha256: str) -> LetterRecord | None:
        """Return the letter that carries the token with this digest, or None."""
        row = self._session.exec(select(LetterRow).where(LetterRow.token_sha256 == token_sha256)).first()
        return self._letter(row) if row else None

    def load_letter(self, letter_id: int) -> LetterRecord | None:
        """Return one letter, or None."""
        row = self._session.get(LetterRow, letter_id)
        return self._letter(row) if row else None

    def load_last_letter(self, follow_up_id: int, kinds: Collection[LetterKind]) -> LetterRecord | None:
        """Return the latest letter of the given kinds that showed this follow-up's draft, or None."""
        query = (
            select(LetterRow)
            .join(LetterItemRow, col(LetterItemRow.letter_id) == col(LetterRow.id))
            .where(LetterItemRow.follow_up_id == follow_up_id, col(LetterRow.kind).in_([kind.value for kind in kinds]))
            .order_by(col(LetterRow.id).desc())
        )
        row = self._session.exec(query).first()
        return self._letter(row) if row else None

    def use_item(self, letter_id: int, item: LetterItem, *, now: datetime) -> bool:
        """Spend the yes of one numbered draft; return False when it was spent before (compare-and-set)."""
        guard = update(LetterItemRow).where(
            col(LetterItemRow.letter_id) == letter_id,
            col(LetterItemRow.number) == item.number,
            col(LetterItemRow.revision) == item.revision,
            col(LetterItemRow.digest) == item.digest,
            col(LetterItemRow.used_at).is_(None),
        )
        return self._changed(guard.values(used_at=now))

    def _letter(self, row: LetterRow) -> LetterRecord:
        assert row.id is not None  # noqa: S101  a stored row has one
        query = select(LetterItemRow).where(LetterItemRow.letter_id == row.id).order_by(col(LetterItemRow.number))
        return LetterRecord(
            id=row.id,
            kind=LetterKind(row.kind),
            topic=QuestionTopic(row.topic) if row.topic else None,
            interview_id=row.interview_id,
            subject=row.subject,
            text=row.text,
            html_text=row.html_text,
            token_sha256=row.token_sha256,
            written_at=row.written_at,
            expires_at=row.expires_at,
            items=tuple(
                LetterItem(
                    number=item.number,
                    follow_up_id=item.follow_up_id,
                    revision=item.revision,
                    digest=item.digest,
                    used_at=item.used_at,
                )
                for item in self._session.exec(query)
            ),
        )
