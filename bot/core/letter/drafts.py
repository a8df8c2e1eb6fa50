"""Drafts as a letter shows them: every complete mail as it would leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.draft.types import Finding, Revision
from bot.core.followup.types import FollowUpState
from bot.core.letter.answers import Answer, make_answer
from bot.core.letter.context import LetterContext, ShownDraft
from bot.core.letter.facts import Fact, short_facts
from bot.core.letter.plan import leaves_soon, name_follow_up, show_late, show_leaving, show_reckoning
from bot.core.letter.shown import exact, one_line
from bot.core.letter.times import show_moment
from bot.core.message.types import Address
from bot.core.reading.types import ShownItem

_PENDING = (FollowUpState.PLANNED, FollowUpState.WAITING, FollowUpState.HELD)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """One mail, ready for the templates. ``lines``: From, To, Cc, Subject; ``body``: as it would leave; ``timing``: when.

    ``about``: its interview, where the letter shows mails of several. ``errors``: why it cannot be approved; ``remarks``: what the
    check would change; ``answers``: this mail's own buttons.
    """

    heading: str
    lines: tuple[Fact, ...]
    body: str
    timing: tuple[Fact, ...]
    about: tuple[Fact, ...] = ()
    errors: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    diff: str = ""
    answers: tuple[Answer, ...] = ()


def shown_items(drafts: Sequence[ShownDraft]) -> tuple[ShownItem, ...]:
    """Return what a reply to the letter may name by number."""
    return tuple(
        ShownItem(
            number=draft.number,
            subject=draft.revision.subject,
            body=draft.revision.body,
            pending=is_pending(draft),
        )
        for draft in drafts
    )


def is_pending(draft: ShownDraft) -> bool:
    """Return whether the owner's answer to this draft would still mean something."""
    return draft.follow_up.state in _PENDING


def is_approvable(draft: ShownDraft) -> bool:
    """Return whether a yes to this draft would let it leave: it is pending and no error stands against it."""
    return is_pending(draft) and not draft.revision.blocked


def view_drafts(context: LetterContext, drafts: Sequence[ShownDraft], *, buttons: bool) -> list[DraftView]:
    """Return the drafts in the order of their numbers; with *buttons*, each has its own."""
    of, several = len(drafts), len({draft.interview.id for draft in drafts}) > 1
    return [
        view_draft(
            context,
            draft,
            of=of,
            answers=draft_answers(context, draft, of=of) if buttons else (),
            about=tuple(short_facts(context, draft.interview)) if several else (),
        )
        for draft in sorted(drafts, key=lambda draft: draft.number)
    ]


def view_draft(
    context: LetterContext,
    draft: ShownDraft,
    *,
    of: int,
    answers: tuple[Answer, ...] = (),
    about: tuple[Fact, ...] = (),
) -> DraftView:
    """Return a draft as the templates show it; *of* is how many the letter shows."""
    revision, findings = draft.revision, draft.revision.findings if is_pending(draft) else ()
    name = name_follow_up(draft.follow_up, draft.interview)
    number = f"Mail {draft.number} of {of}: {name}" if of > 1 else f"The mail: {name}"
    return DraftView(
        heading=number if revision.number == 1 else f"{number} (version {revision.number})",
        lines=tuple(mail_lines(revision)),
        body=exact(revision.body),
        timing=tuple(timing(context, draft)),
        about=about,
        errors=tuple(_show_finding(finding) for finding in findings if finding.blocks),
        remarks=tuple(_show_finding(finding) for finding in findings if not finding.blocks),
        diff=exact(draft.diff),
        answers=answers,
    )


def mail_lines(revision: Revision) -> list[Fact]:
    """Return the header lines that the owner's yes covers, complete."""
    lines = [Fact(label="From", value=_addresses((revision.from_,))), Fact(label="To", value=_addresses(revision.to))]
    if revision.cc:
        lines.append(Fact(label="Cc", value=_addresses(revision.cc)))
    return [*lines, Fact(label="Subject", value=exact(" ".join(revision.subject.split())))]


def timing(context: LetterContext, draft: ShownDraft) -> list[Fact]:
    """Return when the mail leaves or left, how that was reckoned, and from when on it would be late."""
    follow_up, interview = draft.follow_up, draft.interview
    tz = interview.tz
    if follow_up.sent_at:
        return [Fact(label="Left", value=show_moment(follow_up.sent_at, context.owner.tz, tz, now=context.now))]
    if follow_up.state is FollowUpState.APPROVED:
        return [Fact(label="Leaves", value=show_moment(follow_up.send_at, context.owner.tz, tz, now=context.now))]
    if not is_pending(draft):
        return []
    late = bool(follow_up.deadline_at and follow_up.deadline_at < context.now)
    pairs = (
        ("Leaves", show_leaving(context, follow_up, tz)),
        ("Late since" if late else "Late after", show_late(context, interview, follow_up, tz)),
        ("Reckoned", "" if late else show_reckoning(context, interview, follow_up)),
    )
    return [Fact(label=label, value=value) for label, value in pairs if value]


def draft_answers(context: LetterContext, draft: ShownDraft, *, of: int) -> tuple[Answer, ...]:
    """Return the buttons and words for one draft; a draft with an error against it cannot be approved."""
    if not is_pending(draft):
        return ()
    number = f"{draft.number} " if of > 1 else ""
    after = f" {draft.number}" if of > 1 else ""
    soon = leaves_soon(context, draft.follow_up, draft.interview.tz)
    answers = []
    if is_approvable(draft):
        planned = "it leaves soon" if soon else "it leaves as planned"
        answers.append(make_answer(context, f"{number}approve", planned, f"Approve{after}", main=True))
        if not soon:
            answers.append(
                make_answer(context, f"{number}send now", "it leaves as soon as possible", f"Send{after} now")
            )
    edit = f"{number}edit:\n--- begin text\n{draft.revision.body}\n--- end text"
    answers.append(make_answer(context, f"{number}edit", "", f"Change{after}", text=edit))
    answers.append(make_answer(context, f"{number}snooze 2d", "I ask again in two days", f"Later{after}"))
    answers.append(make_answer(context, f"{number}skip", "it is never sent", f"Skip{after}"))
    return tuple(answers)


def _show_finding(finding: Finding) -> str:
    words = one_line(finding.words, 160)
    proposal = one_line(finding.proposal, 300)
    return f"“{words}”: {proposal}" if words else proposal


def _addresses(addresses: Sequence[Address]) -> str:
    return ", ".join(exact(" ".join(str(address).split())) for address in addresses)
