"""The record as programs read it: one value for each command, documented in the README; moments are ISO 8601 with offset."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.cli.session import Session
from bot.core.approval.types import CurrentDraft
from bot.core.followup.types import FollowUp
from bot.core.interview.types import Interview
from bot.core.letter.glance import answer_days, find_next
from bot.pipeline.order import Done
from bot.storage.journal import JournalEntry


def interview_json(session: Session, interview: Interview, follow_ups: Sequence[FollowUp]) -> dict[str, object]:
    """Return an interview with what comes next and its mails."""
    ahead = find_next(interview, follow_ups, now=session.now, tz=session.setup.owner.tz)
    return {
        "id": str(interview.id),
        "status": interview.status,
        "company": interview.company,
        "role": interview.role,
        "start": iso(interview.start),
        "end": iso(interview.end),
        "medium": interview.medium,
        "interviewers": [{"name": person.name, "email": person.email} for person in interview.interviewers],
        "contact": interview.contact.email if interview.contact else None,
        "decision_by": interview.decision_by.isoformat() if interview.decision_by else None,
        "contact_wish": interview.contact_wish,
        "next": {"step": ahead.step, "at": iso(ahead.at), "waits_for_you": ahead.waits} if ahead.step else None,
        "follow_ups": [mail_json(interview, number, one, None) for number, one in enumerate(follow_ups, start=1)],
    }


def mail_json(interview: Interview, number: int, follow_up: FollowUp, draft: CurrentDraft | None) -> dict[str, object]:
    """Return one mail; *draft*: also its text as it would leave."""
    shown: dict[str, object] = {
        "id": f"{interview.id}.{number}",
        "company": interview.company,
        "kind": follow_up.kind,
        "person": follow_up.person or None,
        "state": follow_up.state,
        "draft_at": iso(follow_up.draft_at),
        "send_at": iso(follow_up.send_at),
        "deadline_at": iso(follow_up.deadline_at),
        "snoozed_until": iso(follow_up.snoozed_until),
        "sent_at": iso(follow_up.sent_at),
        "stop_reason": follow_up.stop_reason,
    }
    if draft:
        revision = draft.revision
        shown |= {
            "revision": revision.number,
            "digest": draft.digest,
            "from": str(revision.from_),
            "to": [str(address) for address in revision.to],
            "cc": [str(address) for address in revision.cc],
            "subject": revision.subject,
            "body": revision.body,
            "findings": [
                {"rule": one.rule, "blocks": one.blocks, "words": one.words, "proposal": one.proposal}
                for one in revision.findings
            ],
        }
    return shown


def done_json(session: Session, done: Done, lines: Sequence[str]) -> dict[str, object]:
    """Return what a command has brought about: whether all of it was done, the sentences, each interview it touched as it stands now."""
    groups = (done.approved, done.ordered, done.skipped, done.held, done.resent, done.snoozed)
    drafts = [*(draft for group in groups for draft in group), *(draft for draft, _ in done.revised)]
    ids = {draft.follow_up.interview_id for draft in drafts} | {case.after.id for case in done.changed}
    touched = [(one, session.work.load_follow_ups(interview_id=one.id)) for one in session.work.load_interviews()]
    return {
        "done": not (done.refused or done.ask_back),
        "said": list(lines),
        "interviews": [interview_json(session, one, mails) for one, mails in touched if one.id in ids],
    }


def journal_json(entries: Iterable[JournalEntry]) -> list[dict[str, object]]:
    """Return what happened, the oldest first."""
    return [{"at": iso(entry.at), "event": entry.event, "detail": dict(entry.detail)} for entry in entries]


def answer_times_json(interviews: Iterable[Interview]) -> dict[str, int] | None:
    """Return how long companies took to write after a talk, None of too few."""
    known = answer_days(interviews)
    return {"companies": known[0], "half_within_days": known[1]} if known else None


def print_json(value: object) -> None:
    """Print one value."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def iso(moment: datetime | None) -> str | None:
    """Return a moment as ISO 8601 with its offset."""
    return moment.isoformat() if moment else None
