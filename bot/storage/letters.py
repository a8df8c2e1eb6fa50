"""Letters to the owner, and what their numbered drafts stood for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Update, update
from sqlmodel import col, select

from bot.core.approval.types import LetterItem, LetterRecord
from bot.core.followup.notes import Note, NoteKind
from bot.core.reading.types import LetterKind, QuestionTopic
from bot.storage.session import Tables
from bot.storage.tables import LetterCopyRow, LetterItemRow, LetterRow, NoteRow


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
        self._session.add_all(_note_row(letter_id, note) for note in letter.notes)
        self._session.flush()
        return letter_id

    def is_letter_written(self, key: str) -> bool:
        """Return whether a letter with this key was written."""
        return self._session.exec(select(LetterRow.id).where(LetterRow.key == key)).first() is not None

    def find_letter(self, token_sha256: str) -> LetterRecord | None:
        """Return the letter that carries the token with this digest, or None."""
        row = self._session.exec(select(LetterRow).where(LetterRow.token_sha256 == token_sha256)).first()
        return self._letter(row) if row else None

    def find_marked_letter(self, nonce: str) -> LetterRecord | None:
        """Return the letter whose token's digest begins with the *nonce* of a mark, or None."""
        begins = col(LetterRow.token_sha256).startswith(nonce, autoescape=True)
        row = self._session.exec(select(LetterRow).where(begins)).first() if nonce else None
        return self._letter(row) if row else None

    def add_letter_copy(self, letter_id: int, message_id_sha256: str) -> bool:
        """Note under which other id a copy of a letter lies in Sent; return False where that is known."""
        return self._add_once(
            LetterCopyRow(message_id_sha256=message_id_sha256, letter_id=letter_id), "message_id_sha256"
        )

    def find_letter_by_copy(self, message_id_sha256: str) -> LetterRecord | None:
        """Return the letter of which a copy lies in Sent under the id with this digest, or None."""
        row = self._session.get(LetterCopyRow, message_id_sha256)
        return self.load_letter(row.letter_id) if row else None

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

    def spend_items(self, follow_up_id: int, *, now: datetime) -> None:
        """Spend every yes that is still open for this follow-up: after an order, or a word against it, only a new letter takes another."""
        open_ = update(LetterItemRow).where(
            col(LetterItemRow.follow_up_id) == follow_up_id, col(LetterItemRow.used_at).is_(None)
        )
        self._session.execute(open_.values(used_at=now).execution_options(synchronize_session="fetch"))

    def load_notes(self) -> list[Note]:
        """Return every text to copy that was proposed, the earliest first."""
        query = select(NoteRow).order_by(col(NoteRow.letter_id), col(NoteRow.number))
        return [_note(row) for row in self._session.exec(query)]

    def settle_note(self, letter_id: int, number: int, *, now: datetime) -> bool:
        """Note that a text was sent, or is not wanted; return False when that was said before (compare-and-set)."""
        return self._changed(_open_note(letter_id, number).values(settled_at=now))

    def postpone_note(self, letter_id: int, number: int, *, until: datetime) -> bool:
        """Put a text off; return False when it was settled before."""
        return self._changed(_open_note(letter_id, number).values(again_at=until))

    def _letter(self, row: LetterRow) -> LetterRecord:
        assert row.id is not None  # noqa: S101  a stored row has one
        query = select(LetterItemRow).where(LetterItemRow.letter_id == row.id).order_by(col(LetterItemRow.number))
        notes = select(NoteRow).where(NoteRow.letter_id == row.id).order_by(col(NoteRow.number))
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
            notes=tuple(_note(note) for note in self._session.exec(notes)),
        )


def _open_note(letter_id: int, number: int) -> Update:
    return update(NoteRow).where(
        col(NoteRow.letter_id) == letter_id, col(NoteRow.number) == number, col(NoteRow.settled_at).is_(None)
    )


def _note_row(letter_id: int, note: Note) -> NoteRow:
    return NoteRow(
        letter_id=letter_id,
        number=note.number,
        interview_id=note.interview_id,
        kind=note.kind,
        person=note.person,
        settled_at=note.settled_at,
        again_at=note.again_at,
    )


def _note(row: NoteRow) -> Note:
    return Note(
        interview_id=row.interview_id,
        kind=NoteKind(row.kind),
        person=row.person,
        number=row.number,
        settled_at=row.settled_at,
        again_at=row.again_at,
    )
