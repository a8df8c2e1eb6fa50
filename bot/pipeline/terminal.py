"""The owner at the terminal: his commands go through the same decisions as his replies; being on the machine is the proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.approval.decide import decide_command
from bot.core.approval.types import CurrentDraft, LetterItem, LetterRecord, Origin
from bot.core.followup.types import FollowUp
from bot.core.interview.types import Interview
from bot.core.message.types import Message
from bot.core.reading.types import LetterKind, OwnerReading
from bot.errors import PermanentError
from bot.pipeline.answer import load_drafts
from bot.pipeline.command import carry_out
from bot.pipeline.draft import load_current
from bot.pipeline.order import CommandStore, Done, Order
from bot.pipeline.setup import Setup
from bot.pipeline.tell import tell_done


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What an ID names: an interview (``3``), or also one of its mails (``3.1``)."""

    interview: Interview
    follow_ups: tuple[FollowUp, ...]
    chosen: FollowUp | None = None


def find_target(work: CommandStore, name: str) -> Target:
    """Return what *name* (``3`` or ``3.1``, as ``list`` shows them) stands for; raises PermanentError with what to do."""
    interview_id, _, number = name.strip().partition(".")
    interview = work.load_interview(int(interview_id)) if interview_id.isdigit() else None
    if interview is None:
        raise PermanentError(f"There is no interview {interview_id!r}; `followup-bot list` shows the numbers.")
    follow_ups = tuple(work.load_follow_ups(interview_id=interview.id))
    if not number:
        return Target(interview=interview, follow_ups=follow_ups)
    if not number.isdigit() or not 1 <= int(number) <= len(follow_ups):
        raise PermanentError(
            f"Interview {interview.id} has no mail {number!r}; `followup-bot show {interview.id}` lists them."
        )
    return Target(interview=interview, follow_ups=follow_ups, chosen=follow_ups[int(number) - 1])


def find_draft(work: CommandStore, target: Target) -> CurrentDraft:
    """Return the draft that a target means: the one named, else the only one there is; raises PermanentError otherwise."""
    candidates = (target.chosen,) if target.chosen else target.follow_ups
    drafts = [draft for follow_up in candidates if (draft := load_current(work, follow_up))]
    if len(drafts) == 1:
        return drafts[0]
    if not drafts:
        raise PermanentError("No draft was written for that yet; `followup-bot list` shows when it will be.")
    raise PermanentError(
        f"Several drafts belong to interview {target.interview.id}; name one, such as {target.interview.id}.1."
    )


def command(
    work: CommandStore,
    setup: Setup,
    reading: OwnerReading,
    *,
    interview: Interview | None = None,
    drafts: Sequence[CurrentDraft] = (),
    forwarded: Message | None = None,
    now: datetime,
) -> Done:
    """Carry out a command typed at the terminal and write the same letters that a reply would bring."""
    letter = _as_letter(interview, drafts, now) if interview else None
    order = Order(letter=letter, reading=reading, now=now, forwarded=forwarded)
    known = load_drafts(work, letter) | {draft.follow_up.id: draft for draft in drafts}
    intents = decide_command(reading=reading, letter=letter, drafts=known, now=now)
    work.add_journal(
        now, f"owner_{reading.action}", f"interview:{interview.id if interview else 0}", origin=Origin.TERMINAL
    )
    done = carry_out(work, setup, order, intents)
    tell_done(work, setup, order, done, origin=Origin.TERMINAL, key=f"terminal:{setup.random(8).hex()}")
    return done


def _as_letter(interview: Interview, drafts: Sequence[CurrentDraft], now: datetime) -> LetterRecord:
    """What is shown at the terminal stands for a letter that has just been read; it has no token and is not stored (id 0)."""
    items = tuple(
        LetterItem(number=number, follow_up_id=draft.follow_up.id, revision=draft.revision.number, digest=draft.digest)
        for number, draft in enumerate(drafts, start=1)
    )
    return LetterRecord(
        kind=LetterKind.APPROVAL,
        topic=None,
        interview_id=interview.id,
        subject="",
        text="",
        html_text="",
        token_sha256="",
        written_at=now,
        expires_at=now + timedelta(minutes=1),
        items=items,
    )
