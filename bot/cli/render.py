"""The record as people and programs read it at the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.cli.explain_json import debrief_json
from bot.cli.render_json import answer_times_json, done_json, interview_json, iso, journal_json, mail_json, print_json
from bot.cli.screen import print_rows
from bot.cli.session import Session
from bot.core.approval.types import CurrentDraft
from bot.core.followup.types import FollowUp, FollowUpState
from bot.core.interview.types import Interview
from bot.core.letter.glance import find_next
from bot.core.letter.overview import tell_answer_times
from bot.core.letter.plan import name_kind, name_reason
from bot.core.letter.times import show_day
from bot.core.letter.told import show_told
from bot.core.reading.types import Person
from bot.lock import find_holder
from bot.pipeline.draft import load_current
from bot.pipeline.order import Done
from bot.pipeline.tell import WHY, status_lines, status_rows
from bot.pipeline.terminal import find_target
from bot.storage.journal import JournalEntry

_WAITING = (FollowUpState.WAITING, FollowUpState.HELD, FollowUpState.UNKNOWN)


def print_status(session: Session, *, as_json: bool) -> None:
    """Print the pipeline at a glance."""
    running = find_holder(session.settings.data_dir)
    lines = status_lines(session.work, session.setup, session.now)
    rows = [(row.interview, row.follow_ups) for row in status_rows(session.work, session.now)]
    if as_json:
        parts = [
            {"name": part.name, "state": part.state, "detail": part.detail, "since": iso(part.since)}
            for part in session.work.load_parts()
        ]
        print_json(
            {
                "running": running,
                "remarks": lines,
                "parts": parts,
                "answer_times": answer_times_json(session.work.load_interviews()),
                "interviews": [interview_json(session, *row) for row in rows],
            }
        )
        return
    print(
        f"followup-bot is running (process {running})."
        if running
        else "followup-bot is not running; start it with: followup-bot run"
    )
    for line in (*lines, *tell_answer_times(session.work.load_interviews())):
        print(line)
    _print_table(session, rows)


def print_list(session: Session, *, as_json: bool) -> None:
    """Print every interview and its mails."""
    rows = [(one, tuple(session.work.load_follow_ups(interview_id=one.id))) for one in session.work.load_interviews()]
    if as_json:
        print_json([interview_json(session, *row) for row in rows])
    else:
        _print_table(session, rows)


def print_pending(session: Session, *, as_json: bool) -> None:
    """Print what waits for the owner."""
    found = list(_pending(session))
    if as_json:
        print_json([mail_json(one, number, draft.follow_up, draft) for one, number, draft in found])
        return
    if not found:
        print("Nothing waits for you.")
        return
    print_rows(
        ("ID", "Mail", "To", "Planned", "Late after", "Stage"),
        [_pending_row(session.setup.zone, *one) for one in found],
    )
    print(f"\nRead one with `followup-bot show {found[0][0].id}.{found[0][1]}`, then approve, edit, skip or snooze it.")


def print_target(session: Session, name: str, *, as_json: bool) -> None:
    """Print an interview or one mail in full."""
    target = find_target(session.work, name)
    interview, zone = target.interview, session.setup.zone
    chosen = [target.chosen] if target.chosen else list(target.follow_ups)
    drafts = [(follow_up, load_current(session.work, follow_up)) for follow_up in chosen]
    account = session.work.load_account(interview.id)
    if as_json:
        mails = [mail_json(interview, target.follow_ups.index(one) + 1, one, draft) for one, draft in drafts]
        print_json(
            {
                **interview_json(session, interview, target.follow_ups),
                "account": debrief_json(account.debrief) if account else None,
                "mails": mails,
                "journal": journal_json(_journal(session, interview, chosen)),
            }
        )
        return
    for label, value in (*_facts(interview, zone), *_next_facts(session, interview, target.follow_ups)):
        print(f"{label + ':':<13}{value}")
    if account and not target.chosen:
        print(f"\nWhat you told on {_show(account.told_at, zone)}:")
        for fact in show_told(account.debrief):
            print(f"  {fact.label}: {fact.value}")
    for follow_up, draft in drafts:
        number = target.follow_ups.index(follow_up) + 1
        print(
            f"\n{interview.id}.{number}  {_kind(follow_up)}, {follow_up.state}, planned {_show(follow_up.send_at, zone)}"
        )
        if draft and target.chosen:
            _print_mail(draft)
    print("\nWhat happened:")
    for entry in _journal(session, interview, chosen):
        detail = "; ".join(_tell_detail(key, value, zone) for key, value in entry.detail.items() if value)
        print(f"  {_show(entry.at, zone)}  {entry.event.replace('_', ' ')}  {detail}".rstrip())


def print_done(session: Session, done: Done, *, as_json: bool) -> None:
    """Print what a command has brought about."""
    lines = list(done_lines(done, session.setup.zone))
    if as_json:
        print_json(done_json(session, done, lines))
        return
    for line in lines:
        print(line)


def done_lines(done: Done, zone: ZoneInfo) -> Iterator[str]:
    """Yield what a command has brought about, a line each."""
    for draft in (*done.approved, *done.ordered):
        yield f"Approved: {_name(draft)}; it leaves {_show(draft.follow_up.send_at, zone)}. `undo` holds it until then."
    for label, drafts in (("Skipped", done.skipped), ("Held; nothing leaves", done.held), ("Sent again", done.resent)):
        for draft in drafts:
            yield f"{label}: {_name(draft)}."
    for draft in done.snoozed:
        until = draft.follow_up.snoozed_until
        yield f"Snoozed: {_name(draft)}{f'; I ask again {_show(until, zone)}' if until else ''}."
    for draft, difference in done.revised:
        yield f"New version {draft.revision.number}: {_name(draft)}; nothing is sent before you approve it."
        yield from difference.split("\n") if difference else ()
        for finding in draft.revision.findings:
            yield f"  {'ERROR' if finding.blocks else 'advice'} {finding.rule}: {finding.words} {finding.proposal}".rstrip()
    for case in done.changed:
        status = f" is now {case.after.status}" if case.after.status is not case.before.status else ""
        number = f" as number {case.after.id}" if case.before is case.after else ""
        yield f"Noted{number}: {case.after.company or 'the interview'}{status}; {_when(case.after, zone)}."
    for draft_or_none, why in done.refused:
        yield f"{_name(draft_or_none)}: {WHY[why]}" if draft_or_none else WHY[why]
    yield from done.lines
    if done.ask_back:
        yield f"{done.ask_back.hint or 'That was not clear.'} {done.ask_back.left_over}".rstrip()


def _pending(session: Session) -> Iterator[tuple[Interview, int, CurrentDraft]]:
    for interview in session.work.load_interviews():
        for number, follow_up in enumerate(session.work.load_follow_ups(interview_id=interview.id), start=1):
            draft = load_current(session.work, follow_up) if follow_up.state in _WAITING else None
            if draft:
                yield interview, number, draft


def _pending_row(zone: ZoneInfo, interview: Interview, number: int, draft: CurrentDraft) -> tuple[str, ...]:
    follow_up = draft.follow_up
    to = ", ".join(str(address) for address in draft.revision.to) or "nobody yet"
    late = _show(follow_up.deadline_at, zone) if follow_up.deadline_at else "never"
    mail = f"{_kind(follow_up)}: {draft.revision.subject}"
    return (f"{interview.id}.{number}", mail, to, _show(follow_up.send_at, zone), late, follow_up.state)


def _print_table(session: Session, rows: Sequence[tuple[Interview, Sequence[FollowUp]]]) -> None:
    if not rows:
        print("No interviews yet. I begin with the first confirmation that arrives.")
        return
    shown: list[tuple[str, ...]] = []
    for interview, follow_ups in rows:
        shown.append(_interview_row(session, interview, follow_ups))
        shown += (
            _mail_row(session.setup.zone, f"{interview.id}.{number}", one)
            for number, one in enumerate(follow_ups, start=1)
        )
    print_rows(("ID", "Company", "When", "Stage", "Next"), shown)


def _next_facts(session: Session, interview: Interview, follow_ups: Sequence[FollowUp]) -> Iterator[tuple[str, str]]:
    ahead = _show_next(session, interview, follow_ups)
    if ahead:
        yield "Next", ahead


def _show_next(session: Session, interview: Interview, follow_ups: Sequence[FollowUp]) -> str:
    ahead = find_next(interview, follow_ups, now=session.now, tz=session.setup.owner.tz)
    if ahead.at is None:
        return ahead.step
    return f"{ahead.step}, {show_day(ahead.at) if ahead.whole_day else _show(ahead.at, session.setup.zone)}"


def _interview_row(session: Session, interview: Interview, follow_ups: Sequence[FollowUp]) -> tuple[str, ...]:
    zone = session.setup.zone
    ahead = _show_next(session, interview, follow_ups)
    name = ", ".join(filter(None, (interview.company or "unknown company", interview.role)))
    return (str(interview.id), name, _when(interview, zone), interview.status, ahead)


def _mail_row(zone: ZoneInfo, name: str, follow_up: FollowUp) -> tuple[str, ...]:
    whom = f" to {follow_up.person}" if follow_up.person else ""
    when = _show(follow_up.sent_at or follow_up.send_at, zone)
    return (name, f"  {_kind(follow_up)}{whom}", when, follow_up.state, _next(follow_up))


def _next(follow_up: FollowUp) -> str:
    return {
        FollowUpState.PLANNED: "a draft will be shown to you",
        FollowUpState.WAITING: "your yes",
        FollowUpState.HELD: "your yes",
        FollowUpState.APPROVED: "leaves at its time",
        FollowUpState.UNKNOWN: "see the question in your mail",
        FollowUpState.CANCELLED: name_reason(follow_up.stop_reason) if follow_up.stop_reason else "",
    }.get(follow_up.state, "")


def _print_mail(draft: CurrentDraft) -> None:
    revision = draft.revision
    print(f"From:    {revision.from_}")
    print(f"To:      {', '.join(str(address) for address in revision.to) or '(nobody yet)'}")
    if revision.cc:
        print(f"Cc:      {', '.join(str(address) for address in revision.cc)}")
    print(f"Subject: {revision.subject}\n\n{revision.body}\n")
    for finding in revision.findings:
        print(f"{'ERROR' if finding.blocks else 'advice'} {finding.rule}: {finding.words} {finding.proposal}".rstrip())


def _facts(interview: Interview, zone: ZoneInfo) -> Iterator[tuple[str, str]]:
    yield "Company", interview.company or "unknown"
    if interview.role:
        yield "Role", interview.role
    yield "When", _when(interview, zone)
    if interview.interviewers:
        yield "With", ", ".join(_person(person) for person in interview.interviewers)
    if interview.contact:
        yield "Contact", _person(interview.contact)
    if interview.medium:
        yield "How", interview.medium
    if interview.location:
        yield "Where", interview.location
    if interview.decision_by:
        yield "They decide", f"by {interview.decision_by:%a %d %b %Y}"
    yield "Stage", interview.status
    for words in interview.evidence:
        yield "Because", words


def _journal(session: Session, interview: Interview, follow_ups: Sequence[FollowUp]) -> list[JournalEntry]:
    subjects = [f"interview:{interview.id}", *(f"follow_up:{follow_up.id}" for follow_up in follow_ups)]
    entries = [entry for subject in subjects for entry in session.work.load_journal(subject=subject)]
    return sorted(entries, key=lambda entry: entry.at)


def _tell_detail(name: str, value: str, zone: ZoneInfo) -> str:
    """A moment is told in the owner's zone."""
    label = name.replace("_", " ")
    if not name.endswith("_at"):
        return f"{label} {value.replace('_', ' ')}"
    try:
        return f"{label} {_show(datetime.fromisoformat(value), zone)}"
    except ValueError:
        return f"{label} {value}"


def _show(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%a %d %b %Y %H:%M}"


def _when(interview: Interview, zone: ZoneInfo) -> str:
    return _show(interview.start, zone) if interview.start else "time not known"


def _kind(follow_up: FollowUp) -> str:
    return name_kind(follow_up.kind)


def _name(draft: CurrentDraft) -> str:
    to = ", ".join(str(address) for address in draft.revision.to) or "nobody yet"
    return f"{_kind(draft.follow_up)} to {to}"


def _person(person: Person) -> str:
    return f"{person.name} <{person.email}>" if person.email else person.name
