"""Who wrote about an interview, and what the owner's corrections teach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from sqlmodel import col, select

from bot.core.interview.known import Known
from bot.core.interview.lessons import Author, Lesson, LessonTopic, Taught
from bot.core.interview.types import Interview
from bot.core.reading.types import Kind
from bot.storage.interviews import InterviewTables
from bot.storage.tables import AuthorRow, LessonRow


class LessonTables(InterviewTables):
    """Stage 3, and what it has learned."""

    def add_author(self, interview_id: int, author: Author) -> None:
        """Note who wrote a mail about the interview."""
        row = AuthorRow(interview_id=interview_id, email=author.email[:320], kind=author.kind.value)
        self._add_once(row, "interview_id", "email", "kind")

    def save_lesson(self, interview_id: int, taught: Taught, *, said_at: datetime) -> None:
        """Store what a correction teaches; of one corrected before, what stood there first is kept."""
        before = self._session.get(LessonRow, (interview_id, taught.topic.value))
        self._session.merge(
            LessonRow(
                interview_id=interview_id,
                topic=taught.topic.value,
                value=taught.value,
                email=taught.email,
                replaced=before.replaced if before else taught.replaced,
                said_at=said_at,
            )
        )

    def load_known(self) -> Known:
        """Return every interview, oldest first, with its conversation, and every lesson, the latest first."""
        interviews, threads = self.load_interviews(), self.load_threads()
        return Known(
            interviews=tuple(interviews), threads=threads, lessons=tuple(self._load_lessons(interviews, threads))
        )

    def _load_lessons(self, interviews: Iterable[Interview], threads: Mapping[int, frozenset[str]]) -> Iterator[Lesson]:
        rows = self._session.exec(select(LessonRow).order_by(col(LessonRow.said_at).desc())).all()
        by_id = {interview.id: interview for interview in interviews}
        authors = self._load_authors() if rows else {}
        for row in rows:
            yield Lesson(
                taught=_taught(row),
                interview=by_id[row.interview_id],
                said_at=row.said_at,
                thread=threads.get(row.interview_id, frozenset()),
                authors=tuple(authors.get(row.interview_id, ())),
            )

    def _load_authors(self) -> dict[int, list[Author]]:
        found: dict[int, list[Author]] = defaultdict(list)
        for row in self._session.exec(select(AuthorRow).order_by(col(AuthorRow.email), col(AuthorRow.kind))):
            found[row.interview_id].append(Author(email=row.email, kind=Kind(row.kind)))
        return found


def _taught(row: LessonRow) -> Taught:
    return Taught(topic=LessonTopic(row.topic), value=row.value, email=row.email, replaced=row.replaced)
