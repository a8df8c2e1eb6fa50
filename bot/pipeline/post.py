"""Letters to the owner: token, record and outbox row in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from bot.core.approval.mark import MARK_NONCE, make_mark
from bot.core.approval.token import TOKEN_BYTES, hash_token, make_token
from bot.core.approval.types import LetterItem, LetterRecord
from bot.core.delivery.types import Envelope, OutboxItem
from bot.core.followup.hours import first_moment
from bot.core.followup.notes import Note
from bot.core.letter.context import Letter, LetterContext
from bot.core.letter.mime import build_letter_mail
from bot.core.message.html import render_html
from bot.core.message.types import Address
from bot.core.reading.types import LetterKind
from bot.pipeline.ports import LetterStore, OutboxStore
from bot.pipeline.setup import Setup

_LETTER_NAME = "Follow-up bot"
_UNWANTED = {
    LetterKind.NOTED: "noted",
    LetterKind.RECEIPT: "receipt",
    LetterKind.NOTICE: "notice",
    LetterKind.PREPARE: "prepare",
    LetterKind.DEBRIEF: "debrief",
    LetterKind.REMINDER: "reminder",
    LetterKind.DIGEST: "digest",
}


class PostStore(LetterStore, OutboxStore, Protocol):
    """What posting a letter needs."""


def new_context(setup: Setup, now: datetime) -> LetterContext:
    """Return what a letter is written from, with a fresh token."""
    return LetterContext(
        owner=setup.owner,
        letters_to=setup.owner.email,
        token=make_token(setup.random(TOKEN_BYTES)),
        now=now,
        templates=setup.letter_templates,
        undo=setup.approval.undo,
        cadence=setup.cadence,
        closed=setup.closed,
    )


def post_letter(
    work: PostStore,
    setup: Setup,
    context: LetterContext,
    letter: Letter,
    *,
    key: str,
    interview_id: int | None = None,
    items: Sequence[LetterItem] = (),
    notes: Sequence[Note] = (),
    waits: bool = False,
) -> bool:
    """Store a letter and queue it; return False if it was written before (*key*), or its kind is not wanted.

    *waits*: it answers nothing the owner just did, so it keeps to his hours (policy: letters.hours).
    """
    if letter.kind in _UNWANTED and not getattr(setup.letters, _UNWANTED[letter.kind]):
        work.add_journal(context.now, "letter_unwanted", key, kind=letter.kind)
        return False
    record = replace(_record(setup, context, letter, interview_id, items), notes=tuple(notes))
    letter_id = work.add_letter(record, key=key)
    if letter_id is None:
        return False
    work.queue_mail(_outbox_item(setup, context, letter, letter_id, interview_id, waits=waits))
    work.add_journal(context.now, "letter_written", f"letter:{letter_id}", kind=letter.kind, key=key)
    return True


def _record(
    setup: Setup, context: LetterContext, letter: Letter, interview_id: int | None, items: Sequence[LetterItem]
) -> LetterRecord:
    return LetterRecord(
        kind=letter.kind,
        topic=letter.topic,
        interview_id=interview_id,
        subject=letter.subject,
        text=letter.text.replace(context.token, ""),
        html_text=render_html(letter.html).text.replace(context.token, ""),
        token_sha256=hash_token(context.token),
        written_at=context.now,
        expires_at=context.now + setup.approval.expires,
        items=tuple(items),
    )


def owner_moment(setup: Setup, at: datetime) -> datetime:
    """Return when a letter that is written *at* a moment and keeps to the owner's hours reaches him."""
    return first_moment(setup.letters.hours, after=at, tz=setup.owner.tz, closed=lambda _day: False)


def _outbox_item(
    setup: Setup, context: LetterContext, letter: Letter, letter_id: int, interview_id: int | None, *, waits: bool
) -> OutboxItem:
    message_id = f"{context.token}@{setup.domain}"
    due_at = owner_moment(setup, context.now) if waits else context.now
    raw = build_letter_mail(
        letter,
        from_=Address(name=_LETTER_NAME, email=setup.owner.email),
        to=Address(name=setup.owner.name, email=setup.letters_to),
        message_id=message_id,
        thread_id=setup.thread_id(interview_id) if interview_id else None,
        date=context.now,
        boundary=setup.random(12).hex(),
        instance=setup.instance,
        mark=make_mark(setup.key, kind=letter.kind, nonce=hash_token(context.token)[:MARK_NONCE]),
    )
    return OutboxItem(
        letter_id=letter_id,
        envelope=Envelope(sender=setup.owner.email, recipients=(setup.letters_to,)),
        message_id=message_id,
        raw=raw,
        queued_at=context.now,
        due_at=due_at,
    )
