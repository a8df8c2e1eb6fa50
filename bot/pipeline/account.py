"""The owner's account of a talk: kept, carried over to the record, and drafts that were shown are written anew by it."""

from __future__ import annotations

from bot.core.approval.decide import AskBack
from bot.core.followup.types import FollowUpKind
from bot.core.interview.account import Account, apply_debrief, merge_debriefs
from bot.core.reading.debrief.types import Debrief
from bot.pipeline.case import redraft
from bot.pipeline.order import CommandStore, Done, Order, Told
from bot.pipeline.plan import replan
from bot.pipeline.setup import Setup


def note_account(work: CommandStore, setup: Setup, order: Order, done: Done) -> None:
    """Keep what the owner has told; the plan and the drafts follow it."""
    interview = work.load_interview(order.letter.interview_id) if order.letter and order.letter.interview_id else None
    if interview is None or order.debrief is None:
        done.ask_back = AskBack(left_over="", hint="Reply to the letter about the interview you mean.")
        return
    if order.debrief.is_empty:  # the question stays open
        account = Account(debrief=order.debrief, told_at=order.now)
        done.told = Told(before=interview, after=interview, account=account, event=None, voided=())
        return
    earlier = work.load_account(interview.id)
    told = merge_debriefs(earlier.debrief, order.debrief) if earlier else order.debrief
    account = Account(debrief=told, told_at=order.now)
    work.save_account(interview.id, account)
    applied = apply_debrief(interview, order.debrief)
    work.save_interview(applied.after)
    work.add_journal(order.now, f"account_{applied.event or 'noted'}", f"interview:{interview.id}", **_counts(told))
    voided = tuple(replan(work, setup, applied.after, order.now))
    shown = redraft(work, setup, applied.after, order.now, kinds=(FollowUpKind.THANK_YOU,))
    done.revised += [(draft, "") for draft in shown]
    done.told = Told(before=interview, after=applied.after, account=account, event=applied.event, voided=voided)


def _counts(told: Debrief) -> dict[str, int]:
    """What the journal holds of an account: how much of each there was, none of its words."""
    return {
        "topics": len(told.topics),
        "clarifications": len(told.clarifications),
        "added": len(told.interviewers_added),
        "absent": len(told.interviewers_absent),
    }
