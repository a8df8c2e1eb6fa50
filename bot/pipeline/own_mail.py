"""A mail to a company that the owner wrote himself, seen in Sent: what he has done is not done again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.approval.status import FollowUpEvent, next_state
from bot.core.delivery.drafts_mailbox import is_sent_copy
from bot.core.delivery.status import OutboxEvent
from bot.core.draft.plaintext import words_of
from bot.core.followup.own_mail import OwnMail, decide_own_mail, find_addressed
from bot.core.followup.types import FollowUp, FollowUpState, StopReason
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.letter.notice import write_notice
from bot.core.letter.plan import name_follow_up
from bot.core.message.received import StoredMail
from bot.core.message.types import Message
from bot.pipeline.plan import cancel_follow_up, replan, restart_follow_up, withdraw_mail
from bot.pipeline.ports import Work
from bot.pipeline.post import new_context, post_letter
from bot.pipeline.setup import Setup

_WAITS = (FollowUpState.WAITING, FollowUpState.HELD, FollowUpState.APPROVED)
_LEFT = (FollowUpState.SENT, FollowUpState.SENDING, FollowUpState.UNKNOWN)


def note_own_mail(work: Work, setup: Setup, mail: StoredMail, message: Message, now: datetime) -> str:
    """Take note of a mail in Sent that the owner wrote; return a word for its verdict."""
    recipients = {address.email for address in (*message.to, *message.cc)} - setup.owner.addresses - {setup.letters_to}
    if not recipients or message.message_id is None:
        return "own_words"
    sent_at = message.date or mail.received_at
    if done := _note_sent_draft(work, setup, message, sent_at, now):
        return done
    noted = [
        interview
        for interview in _addressed(work, message, recipients)
        if _note(work, setup, message, interview, recipients, sent_at, now)
    ]
    return f"own_mail: {len(noted)} interviews" if noted else "own_words"


def _note_sent_draft(work: Work, setup: Setup, message: Message, sent_at: datetime, now: datetime) -> str | None:
    """Record a draft that the owner sent from Drafts as sent, whatever he changed in it; return the verdict, None for any other mail."""
    for copy in work.load_draft_copies():
        follow_up, stored = (
            work.load_follow_up(copy.follow_up_id),
            work.load_revision(copy.follow_up_id, copy.revision),
        )
        if follow_up is None or stored is None or not is_sent_copy(message, copy, stored[0]):
            continue
        if follow_up.state in _WAITS and withdraw_mail(work, follow_up, OutboxEvent.CANCEL):
            _record_sent(work, setup, message, follow_up, sent_at, now)
            return "own_mail: draft sent"
    return None


def _record_sent(
    work: Work, setup: Setup, message: Message, follow_up: FollowUp, sent_at: datetime, now: datetime
) -> None:
    sent = replace(
        follow_up,
        state=next_state(follow_up.state, FollowUpEvent.SENT_BY_OWNER),
        sent_at=sent_at,
        snoozed_until=None,
    )
    interview = work.load_interview(follow_up.interview_id)
    if interview is None or not work.save_follow_up(sent, expected=follow_up.state):
        return
    work.add_journal(now, "draft_sent_by_owner", f"follow_up:{follow_up.id}")
    work.add_thread(interview.id, [message.message_id] if message.message_id else [])
    replan(work, setup, interview, now)
    context = new_context(setup, now)
    letter = write_notice(
        context,
        headline=f"You sent it yourself: {name_follow_up(follow_up, interview)}",
        lines=[
            "I saw the draft among your sent mails, so I note it as sent, with the text that you gave it. I send nothing of it.",
            "What is planned next counts from there.",
        ],
        interview=interview,
    )
    key = f"sent_by_owner:{follow_up.id}:{_hash(message)[:16]}"
    post_letter(work, setup, context, letter, key=key, interview_id=interview.id, waits=True)


def _addressed(work: Work, message: Message, recipients: set[str]) -> list[Interview]:
    ids = {message.in_reply_to, *message.references} - {None}
    thread = {key for key, known in work.load_threads().items() if ids & known}
    open_ = [one for one in work.load_interviews() if one.status is InterviewStatus.EXPECTED]
    return find_addressed(open_, recipients, thread)


def _note(
    work: Work,
    setup: Setup,
    message: Message,
    interview: Interview,
    recipients: set[str],
    sent_at: datetime,
    now: datetime,
) -> bool:
    follow_ups = work.load_follow_ups(interview_id=interview.id)
    if _is_ours(work, message, follow_ups):
        work.add_thread(interview.id, [message.message_id] if message.message_id else [])  # what they will answer to
        return False
    found = decide_own_mail(
        interview=interview,
        follow_ups=follow_ups,
        recipients=recipients,
        sent_at=sent_at,
        rule=setup.cadence.thank_you,
        answers_them=_answers_them(message, interview),
    )
    if found.touch is None or not work.add_touch(
        interview.id, kind=found.touch, at=sent_at, message_id_sha256=_hash(message)
    ):
        return False
    work.add_journal(now, "owner_wrote", f"interview:{interview.id}", touch=found.touch, withdrawn=len(found.withdrawn))
    voided = [one for stop in found.withdrawn for one in cancel_follow_up(work, stop.id, StopReason.OWNER_WROTE, now)]
    voided += [one for again in found.postponed for one in restart_follow_up(work, again, StopReason.OWNER_WROTE, now)]
    replan(work, setup, interview, now)
    _tell(work, setup, interview, message, found, voided, now)
    return True


def _is_ours(work: Work, message: Message, follow_ups: Sequence[FollowUp]) -> bool:
    """Whether it is a copy of a mail that left through us, filed by a provider under another Message-ID: its words tell."""
    said = words_of(message.text)
    stored = (work.load_revision(one.id) for one in follow_ups if one.state in _LEFT)
    return any(revision is not None and words_of(revision[0].body) == said for revision in stored)


def _answers_them(message: Message, interview: Interview) -> bool:
    """Whether it goes on with a conversation in which they wrote after the talk."""
    head = interview.head
    wrote = interview.answered_at is not None or bool(head and head.at and interview.end and head.at >= interview.end)
    answered = {message.in_reply_to, *message.references} - {None}
    return wrote and head is not None and head.message_id in answered


def _hash(message: Message) -> str:
    return hashlib.sha256((message.message_id or message.sha256).encode()).hexdigest()


def _tell(
    work: Work,
    setup: Setup,
    interview: Interview,
    message: Message,
    found: OwnMail,
    voided: Sequence[FollowUp],
    now: datetime,
) -> None:
    """Say what is withdrawn; a mail of his that stops nothing is only counted."""
    if not found.withdrawn and not voided:
        return
    names = ", ".join(dict.fromkeys(name_follow_up(one, interview) for one in (*found.withdrawn, *found.postponed)))
    context = new_context(setup, now)
    letter = write_notice(
        context,
        headline=f"You wrote to {interview.company or 'them'} yourself",
        lines=[
            f"I saw your mail “{message.subject[:100]}” in Sent, so this is withdrawn: {names}. Nothing of it will be sent.",
            "It counts as one of the mails to them, and I plan the next one from there.",
        ],
        interview=interview,
    )
    key = f"owner_wrote:{interview.id}:{_hash(message)[:16]}"
    post_letter(work, setup, context, letter, key=key, interview_id=interview.id, waits=True)
