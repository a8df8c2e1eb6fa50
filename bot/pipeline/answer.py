"""Arrow 6, inwards: a mail from the owner. Its words are read, its origin is proven, and only then does it do anything."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Protocol

from bot.core.approval.decide import decide_command, hold_while_unclear
from bot.core.approval.provenance import Refused, Wait, decide_origin
from bot.core.approval.storm import REPLIES_SPAN, is_storm, waits_for_answer
from bot.core.approval.types import CurrentDraft, LetterRecord, Origin
from bot.core.followup.types import FollowUpState
from bot.core.interview.types import Interview
from bot.core.letter.notice import write_notice
from bot.core.message.automatic import automatic_reason
from bot.core.message.forwarded import find_attached_mail, find_passed_on
from bot.core.message.received import StoredMail
from bot.core.message.types import Message
from bot.core.reading.debrief.read import read_debrief
from bot.core.reading.debrief.types import Debrief
from bot.core.reading.owner.answer import asks_to_add, is_command_mail, read_owner_reply
from bot.core.reading.owner.verdict import SENDING, unclear
from bot.core.reading.types import Action, AnsweredLetter, OwnerReading, ShownItem
from bot.pipeline.answered import find_answered, find_lost_interview, hash_id
from bot.pipeline.ask import APPROVABLE, show_drafts
from bot.pipeline.command import carry_out, hold_drafts
from bot.pipeline.draft import DraftStore, load_current
from bot.pipeline.order import CommandStore, Order
from bot.pipeline.post import new_context, post_letter
from bot.pipeline.setup import Setup
from bot.pipeline.tell import tell_done
from bot.pipeline.vouching import find_vouching_server

_WHOLE_CASE = frozenset({Action.STOP, Action.UNCLEAR})
_CAUTIOUS = _WHOLE_CASE | {Action.SKIP, Action.UNDO, Action.SNOOZE, Action.EDIT, Action.EDIT_AND_SEND}
"""What holds an unsent mail even before its origin is proven: the worst a forger gains is a question."""


_STORM = "More replies came within an hour than a person writes, so I take none of them for a command. Try again later."


class AnswerStore(CommandStore, Protocol):
    """What answering needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reply:
    """A mail from the owner's address with the letter that it answers (None: a command mail to himself)."""

    mail: StoredMail
    message: Message
    letter: LetterRecord | None

    @property
    def letter_id(self) -> int | None:
        return self.letter.id if self.letter else None

    @property
    def message_id_sha256(self) -> str:
        return hash_id(self.message.message_id or self.message.sha256)

    @property
    def text_sha256(self) -> str:
        said = f"{self.message.subject} {self.message.text}"  # the subject too: it may be the whole of a command
        return hashlib.sha256(" ".join(said.split()).encode("utf-8", "replace")).hexdigest()


def answer_mail(work: AnswerStore, setup: Setup, mail: StoredMail, message: Message, now: datetime) -> str | None:
    """Act on a mail whose From names the owner; return the verdict, or None when it has to wait for its copy in Sent."""
    letter = find_answered(work, message)
    lost = find_lost_interview(work, setup, message) if letter is None else None
    if letter is None and lost is None and not _is_for_us(setup, message):
        return "own_words"
    if reason := automatic_reason(message):
        work.add_journal(now, "automatic_ignored", f"mail:{mail.id}", reason=reason)
        return "automatic"
    if lost is not None:
        return _ask_which(work, setup, lost, now)
    reply = _Reply(mail=mail, message=message, letter=letter)
    if work.attach_reply(
        letter_id=reply.letter_id,
        message_id_sha256=reply.message_id_sha256,
        text_sha256=reply.text_sha256,
        mail_id=mail.id,
        role=mail.role,
    ):
        return "second_copy"
    return _answer(work, setup, reply, now)


def _is_for_us(setup: Setup, message: Message) -> bool:
    return is_command_mail(message, setup.owner) or asks_to_add(message, setup.owner, setup.command_cues)


def _answer(work: AnswerStore, setup: Setup, reply: _Reply, now: datetime) -> str | None:
    reading = _read(work, setup, reply)
    if reading.action is Action.IGNORE:
        return "ignored"
    verdict = decide_origin(
        role=reply.mail.role,
        message=reply.message,
        owner=setup.owner,
        authserv_id=find_vouching_server(work, setup, now),
        received_at=reply.mail.received_at,
        now=now,
    )
    match verdict:
        case Wait(until=until):
            _hold_in_doubt(work, reply, reading, now)
            work.postpone_mail(reply.mail.id, until=until)
            return None
        case Refused(reason=reason):
            return _refuse(work, setup, reply, reason, now)
    return _execute(work, setup, reply, reading, verdict.origin, now)


def _execute(
    work: AnswerStore, setup: Setup, reply: _Reply, reading: OwnerReading, origin: Origin, now: datetime
) -> str:
    if not work.add_reply(
        letter_id=reply.letter_id,
        message_id_sha256=reply.message_id_sha256,
        text_sha256=reply.text_sha256,
        mail_id=reply.mail.id,
        role=reply.mail.role,
        action=reading.action,
        origin=origin,
        at=now,
    ):
        return "second_copy"
    if is_storm(work.load_replies(since=now - REPLIES_SPAN), now):
        reading = unclear("storm", _STORM)
    drafts = load_drafts(work, reply.letter)
    intents = decide_command(reading=reading, letter=reply.letter, drafts=drafts, now=now)
    names = ", ".join(reason.name for reason in reading.reasons)
    work.add_journal(
        now,
        f"owner_{reading.action}",
        f"letter:{reply.letter_id or 0}",
        origin=origin,
        intents=len(intents),
        reasons=names,
    )
    order = Order(
        letter=reply.letter,
        reading=reading,
        now=now,
        said_at=reply.mail.received_at,
        debrief=_read_debrief(work, setup, reply, reading),
        forwarded=_find_forwarded(setup, reply, reading),
    )
    done = carry_out(work, setup, order, intents)
    tell_done(work, setup, order, done, origin=origin, key=f"reply:{reply.mail.id}")
    if reply.letter:
        _show_held(work, setup, reply.letter, "Held when your reply came in. Nothing has left.", now)
    return f"command: {reading.action}"


def load_drafts(work: DraftStore, letter: LetterRecord | None) -> dict[int, CurrentDraft]:
    """Return how every follow-up stands that the letter shows, and every other of the interviews it is about."""
    if letter is None:
        return {}
    shown = [one for item in letter.items if (one := work.load_follow_up(item.follow_up_id))]
    ids = {one.interview_id for one in shown} | ({letter.interview_id} if letter.interview_id is not None else set())
    drafts: dict[int, CurrentDraft] = {}
    for interview_id in sorted(ids):
        drafts |= _drafts_of(work, interview_id)
    return drafts


def _drafts_of(work: DraftStore, interview_id: int) -> dict[int, CurrentDraft]:
    found = work.load_follow_ups(interview_id=interview_id)
    current = {follow_up.id: load_current(work, follow_up) for follow_up in found}
    return {key: draft for key, draft in current.items() if draft}


def _read(work: AnswerStore, setup: Setup, reply: _Reply) -> OwnerReading:
    return read_owner_reply(
        message=reply.message,
        letter=_answered(work, setup, reply.letter) if reply.letter else None,
        owner=setup.owner,
        cues=setup.command_cues,
        now=reply.mail.received_at,
    )


def _read_debrief(work: AnswerStore, setup: Setup, reply: _Reply, reading: OwnerReading) -> Debrief | None:
    """Return what the owner tells of the interview that the letter asked about, None where he tells of none."""
    letter = reply.letter
    interview = work.load_interview(letter.interview_id) if letter and letter.interview_id is not None else None
    if reading.action is not Action.DEBRIEF or interview is None:
        return None
    return read_debrief(
        reading.told,
        message=reply.message,
        owner=setup.owner,
        cues=setup.read_cues(),
        held=interview.start,
        known=interview.interviewers,
    )


def _find_forwarded(setup: Setup, reply: _Reply, reading: OwnerReading) -> Message | None:
    if reading.action is not Action.ADD:
        return None
    attached = find_attached_mail(reply.mail.raw)
    return setup.parse(attached) if attached else find_passed_on(reply.message, setup.owner)


def _answered(work: DraftStore, setup: Setup, letter: LetterRecord) -> AnsweredLetter:
    return AnsweredLetter(
        kind=letter.kind,
        topic=letter.topic,
        subject=letter.subject,
        text=letter.text,
        html_text=letter.html_text,
        items=_shown_items(work, letter),
        addresses=tuple({setup.owner.email, setup.letters_to}),
        sent_at=letter.written_at,
    )


def _shown_items(work: DraftStore, letter: LetterRecord) -> tuple[ShownItem, ...]:
    """Return the letter's drafts and texts to copy; those that a yes was given to are no longer pending, unless all are: then the words are
    read as if none were, and the state of each draft says what they still mean."""
    items: list[ShownItem] = []
    for item in letter.items:
        stored = work.load_revision(item.follow_up_id, item.revision)
        if stored:
            pending = item.used_at is None
            items.append(ShownItem(number=item.number, subject=stored[0].subject, body=stored[0].body, pending=pending))
    items += [ShownItem(number=note.number, subject="", body="", pending=not note.settled_at) for note in letter.notes]
    if not any(item.pending for item in items):
        return tuple(replace(item, pending=True) for item in items)
    return tuple(items)


def _hold_in_doubt(work: AnswerStore, reply: _Reply, reading: OwnerReading, now: datetime) -> None:
    if reply.letter is None or not _CAUTIOUS.intersection(_actions(reading)):
        return
    holds = hold_while_unclear(_doubted(work, reply.letter, reading), "a reply of yours came in")
    held: Sequence[CurrentDraft] = hold_drafts(work, holds, now)
    if held:
        work.add_journal(now, "held_in_doubt", f"letter:{reply.letter.id}", drafts=len(held))


def _actions(reading: OwnerReading) -> set[Action]:
    return {reading.action, *(item.action for item in reading.items)}


def _doubted(work: AnswerStore, letter: LetterRecord, reading: OwnerReading) -> dict[int, CurrentDraft]:
    """Return the drafts that the words are about: those they name, else the letter's; where that is unclear, all of the interview's."""
    drafts = load_drafts(work, letter)
    if _WHOLE_CASE.intersection(_actions(reading)):
        return drafts
    named = {item.number for item in reading.items if item.action not in SENDING}
    about = {item.follow_up_id for item in letter.items if item.number in named or not reading.items}
    return {key: draft for key, draft in drafts.items() if key in about}


def _refuse(work: AnswerStore, setup: Setup, reply: _Reply, reason: str, now: datetime) -> str:
    """Nothing is done; the owner is told once for each letter that asked something, else once a day; never the sender."""
    work.add_journal(now, "origin_refused", f"letter:{reply.letter_id or 0}", mail=reply.mail.id, reason=reason)
    context = new_context(setup, now)
    subject = reply.letter.subject if reply.letter else reply.message.subject
    letter = write_notice(
        context,
        headline="I did not act on a reply that I could not prove to be yours",
        lines=[
            f"It answered: {subject}",
            f"The reason: {reason}. Anybody can write your address into a mail, so I do nothing on such a mail alone.",
            "If it was you: answer from a mail app that keeps a copy in your Sent mailbox, or use the command line.",
        ],
    )
    asked = reply.letter is not None and waits_for_answer(reply.letter)
    post_letter(work, setup, context, letter, key=f"refused:{reply.letter_id if asked else format(now, '%Y-%m-%d')}")
    if reply.letter:
        remark = "Held, because a reply came in that I could not prove to be yours. Nothing has left."
        _show_held(work, setup, reply.letter, remark, now)
    return "refused"


def _ask_which(work: AnswerStore, setup: Setup, interview: Interview, now: datetime) -> str:
    """An answer within the letters of *interview* that names none of them: hold what has not left, and say so once a day."""
    drafts = _drafts_of(work, interview.id)
    hold_drafts(work, hold_while_unclear(drafts, "a reply of yours came in"), now)
    context = new_context(setup, now)
    letter = write_notice(
        context,
        headline="I could not tell which of my letters you answered",
        lines=[
            "Your mail provider gave that letter an id that I do not know, and the line “ref: …” from its end was not in your reply.",
            "I have done nothing. Answer it again with the whole letter below your words, or use one of its answer buttons.",
        ],
        interview=interview,
    )
    key = f"which:{interview.id}:{now:%Y-%m-%d}"
    post_letter(work, setup, context, letter, key=key, interview_id=interview.id)
    remark = "Held, because you answered one of my letters and I could not tell which. Nothing has left."
    _show_stranded(work, setup, drafts, remark, f"stranded:which:{interview.id}:{now.isoformat()}", now)
    return "unknown_letter"


def _show_held(work: AnswerStore, setup: Setup, letter: LetterRecord, remark: str, now: datetime) -> None:
    """Show again what a reply has held before it was proven: the yes that it had is spent, only a new letter can take another."""
    _show_stranded(work, setup, load_drafts(work, letter), remark, f"stranded:{letter.id}:{now.isoformat()}", now)


def _show_stranded(
    work: AnswerStore, setup: Setup, drafts: Mapping[int, CurrentDraft], remark: str, key: str, now: datetime
) -> None:
    """Show, interview by interview, those of *drafts* that are held and that no letter waits for a yes to."""
    follow_ups = [work.load_follow_up(follow_up_id) for follow_up_id in drafts]
    current = [load_current(work, follow_up) for follow_up in follow_ups if follow_up]
    stranded = [draft for draft in current if draft and _is_stranded(work, draft)]
    stranded.sort(key=lambda draft: draft.follow_up.interview_id)
    for interview_id, group in groupby(stranded, key=lambda draft: draft.follow_up.interview_id):
        if interview := work.load_interview(interview_id):
            show_drafts(work, setup, interview, list(group), remark=remark, key=f"{key}:{interview_id}", now=now)


def _is_stranded(work: AnswerStore, draft: CurrentDraft) -> bool:
    """Whether a draft is held and no letter waits for a yes to it."""
    last = work.load_last_letter(draft.follow_up.id, APPROVABLE)
    items = last.items if last else ()
    asked = any(item.follow_up_id == draft.follow_up.id and item.used_at is None for item in items)
    return draft.follow_up.state is FollowUpState.HELD and not asked
