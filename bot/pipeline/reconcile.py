"""After an attempt: a mail of unknown fate is looked for, and the copy in Sent is made sure of."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.core.delivery.retry import ASK_AFTER_LOOKS, next_look
from bot.core.delivery.types import OutboxItem
from bot.core.letter.context import Choice
from bot.core.letter.question import write_question
from bot.core.reading.types import QuestionTopic
from bot.errors import BotError
from bot.pipeline.ask import letter_items
from bot.pipeline.conclude import note_found
from bot.pipeline.draft import load_case
from bot.pipeline.ports import SentFolder, Store, Work
from bot.pipeline.post import new_context, post_letter
from bot.pipeline.setup import Setup

_log = logging.getLogger(__name__)
_COPY_AGAIN = timedelta(minutes=10)


class Reconciler:
    """Looks into the owner's Sent mailbox (blocking; called from a worker thread)."""

    def __init__(self, store: Store, setup: Setup, *, sent: SentFolder, clock: Clock) -> None:
        self._store = store
        self._setup = setup
        self._sent = sent
        self._clock = clock

    def look_for_lost(self) -> None:
        """Look for the copies of mails of unknown fate, as often and as long as `bot.core.delivery.retry` says."""
        now = self._clock()
        with self._store.transaction() as work:
            lost = work.load_lost(now=now)
        for item in lost:
            found = self._find(item)
            with self._store.transaction() as work:
                if found:
                    note_found(work, self._setup, item, now)
                else:
                    _note_look(work, self._setup, item, now)

    def _find(self, item: OutboxItem) -> bool:
        try:
            return bool(item.message_id) and self._sent.find(item.message_id or "")
        except BotError as exc:
            _log.info("sent_not_searched id=%d error=%s", item.id, type(exc).__name__)
            return False

    def make_copies(self) -> None:
        """Make sure that each mail that left has its one copy in Sent."""
        now = self._clock()
        with self._store.transaction() as work:
            due = work.load_copies_due(now=now)
        for item in due:
            done = self._make_copy(item)
            with self._store.transaction() as work:
                work.postpone_copy(item.id, None if done else now + _COPY_AGAIN)
                if done:
                    work.add_journal(now, "copy_in_sent", item.key)

    def _make_copy(self, item: OutboxItem) -> bool:
        """Append the copy only if the server has not filed one; a failure here never touches the state of the mail."""
        try:
            if not self._sent.find(item.message_id or ""):
                self._sent.append(item.raw or b"", item.sent_at or self._clock())
        except BotError as exc:
            _log.warning("copy_failed id=%d error=%s", item.id, type(exc).__name__)
            return False
        return True


def _note_look(work: Work, setup: Setup, item: OutboxItem, now: datetime) -> None:
    """Not found (yet): look again, and after the second look ask the owner. A letter to himself is simply sent again."""
    looks = item.looks + 1
    look_at = next_look(looks=looks, lost_at=item.lost_at or now)
    work.note_look(item.id, looks=looks, look_at=look_at)
    if item.letter_id is not None:
        if look_at is None:
            work.resend_mail(item.id, due_at=now)
        return
    if looks == ASK_AFTER_LOOKS:
        _ask_lost(work, setup, item, now)


def _ask_lost(work: Work, setup: Setup, item: OutboxItem, now: datetime) -> None:
    case = load_case(work, item.follow_up_id)
    if case is None:
        return
    interview, draft = case
    context = new_context(setup, now)
    to = ", ".join(item.envelope.recipients)
    letter = write_question(
        context,
        topic=QuestionTopic.UNKNOWN_SEND,
        interview=interview,
        question=f"The connection broke while your mail to {to} was handed over. It may or may not have left, and no copy "
        "lies in Sent. I go on looking for 15 minutes and tell you if I find one. I never send it again by myself.",
        quoted=draft.revision.subject,
        choices=[
            Choice(command="resend", label="Send the same mail again"),
            Choice(command="skip", label="Leave it at that"),
        ],
    )
    post_letter(
        work,
        setup,
        context,
        letter,
        key=f"lost:{item.id}:{item.attempts}",
        interview_id=interview.id,
        items=letter_items([draft]),
    )
