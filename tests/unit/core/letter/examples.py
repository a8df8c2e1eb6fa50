"""One case, told through every letter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from bot.core.draft.types import Finding, Revision
from bot.core.followup.notes import Note, NoteKind
from bot.core.followup.types import Cadence, FollowUp, FollowUpKind, FollowUpState, StopReason
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.letter.approval import write_approval
from bot.core.letter.around_talk import write_debrief, write_prepare
from bot.core.letter.context import Choice, Letter, LetterContext, PendingRow, ShownDraft, StatusRow
from bot.core.letter.noted import write_cancelled, write_changed, write_found, write_noted
from bot.core.letter.notes import ShownNote, write_notes
from bot.core.letter.notice import write_notice, write_test
from bot.core.letter.overview import write_digest, write_help, write_pending, write_status
from bot.core.letter.question import write_question
from bot.core.letter.receipt import write_receipt
from bot.core.letter.templates import LetterTemplates, load_templates
from bot.core.letter.told import write_told
from bot.core.message.types import Address, Owner
from bot.core.reading.debrief.types import Debrief, Outcome, Renamed
from bot.core.reading.types import ContactWish, LetterKind, Medium, Person, QuestionTopic, Reason

LETTERS = Path(__file__).parents[4] / "config" / "letters"
TOKEN = "mfrggzdfmztwq2lknnwg23tpoi"
NOW = datetime(2026, 5, 14, 10, 5, tzinfo=UTC)


def template_texts() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in LETTERS.glob("*.j2")}


@cache
def templates() -> LetterTemplates:
    return load_templates(template_texts())


def context(**changes: object) -> LetterContext:
    owner = Owner(name="Maya Okafor", email="maya.okafor@example.org", tz="Europe/Berlin")
    plain = LetterContext(
        owner=owner,
        letters_to="maya.okafor@example.org",
        token=TOKEN,
        now=NOW,
        templates=templates(),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


INTERVIEW = Interview(
    id=7,
    status=InterviewStatus.EXPECTED,
    company="Acme Robotics",
    role="Data Analyst",
    start=datetime(2026, 5, 14, 13, 0, tzinfo=UTC),
    end=datetime(2026, 5, 14, 14, 0, tzinfo=UTC),
    tz="America/New_York",
    medium=Medium.VIDEO,
    meeting_url="https://meet.acme.example/j/482913",
    interviewers=(Person(name="Jane Whitcombe", email="jane.whitcombe@acme.example"), Person(name="Tom Reyes")),
    contact=Person(name="Ana Lima", email="ana.lima@acme.example"),
    addressed_to="maya.okafor@example.org",
    decision_by=date(2026, 5, 29),
    contact_wish=ContactWish.NO_CALLS,
)
REASONS = (
    Reason(name="calendar_invitation", weight=4.0, evidence="Interview: Data Analyst, Acme Robotics"),
    Reason(name="fixed_time", weight=2.5, evidence="Thursday, May 14 at 9:00 AM Eastern"),
    Reason(name="sent_to_many", weight=-0.5, evidence=""),
)
THANKS = FollowUp(
    id=11,
    interview_id=7,
    kind=FollowUpKind.THANK_YOU,
    person="Jane Whitcombe",
    draft_at=datetime(2026, 5, 14, 14, 30, tzinfo=UTC),
    send_at=datetime(2026, 5, 14, 16, 0, tzinfo=UTC),
    target_at=datetime(2026, 5, 15, 14, 0, tzinfo=UTC),
    deadline_at=datetime(2026, 5, 16, 14, 0, tzinfo=UTC),
)
MORE_THANKS = replace(THANKS, id=12, person="Tom Reyes")
CHECK = FollowUp(
    id=13,
    interview_id=7,
    kind=FollowUpKind.STATUS_CHECK,
    draft_at=datetime(2026, 6, 1, 7, 0, tzinfo=UTC),
    send_at=datetime(2026, 6, 1, 13, 0, tzinfo=UTC),
)
PLAN = (CHECK, THANKS, MORE_THANKS)
REVISION = Revision(
    follow_up_id=11,
    number=1,
    from_=Address(name="Maya Okafor", email="maya.okafor@example.org"),
    to=(Address(name="Jane Whitcombe", email="jane.whitcombe@acme.example"),),
    cc=(Address(name="Ana Lima", email="ana.lima@acme.example"),),
    subject="Thank you for today, Jane",
    in_reply_to="invite-1@acme.example",
    body=(
        "Dear Jane,\n\n"
        "Thank you for walking me through the gripper roadmap this afternoon. The part about failing safe when the"
        " network drops stayed with me.\n\n"
        "It is close to what I did at the water works: sensors that keep deciding when nobody can reach them. I would"
        " be glad to bring that to your team.\n\n"
        "Best regards,\nMaya Okafor"
    ),
    findings=(
        Finding(rule="E14", blocks=False, words="glad to bring", proposal="Say it a little more plainly, or leave it."),
    ),
)
BLOCKED = replace(
    REVISION,
    follow_up_id=12,
    to=(Address(name="Tom Reyes", email="tom.reyes@acme.example"),),
    cc=(),
    subject="Thank you, Tom",
    body="Dear Tom,\n\nThank you for {{topic}}.\n\nBest regards,\nMaya Okafor",
    findings=(
        Finding(
            rule="E8", blocks=True, words="{{topic}}", proposal="A placeholder is left. Write what you talked about."
        ),
    ),
)
AFTER = datetime(2026, 5, 14, 14, 40, tzinfo=UTC)
DRAFT = ShownDraft(
    number=1, revision=REVISION, follow_up=replace(THANKS, state=FollowUpState.WAITING), interview=INTERVIEW
)
SECOND = ShownDraft(
    number=2, revision=BLOCKED, follow_up=replace(MORE_THANKS, state=FollowUpState.WAITING), interview=INTERVIEW
)
EDITED = replace(
    DRAFT,
    revision=replace(REVISION, number=2, findings=()),
    diff="Thank you for walking me through the [-gripper roadmap-] {+roadmap for the gripper+} this afternoon.",
)
APPROVED = replace(DRAFT, follow_up=replace(THANKS, state=FollowUpState.APPROVED))
SENT = replace(
    DRAFT,
    follow_up=replace(THANKS, state=FollowUpState.SENT, sent_at=datetime(2026, 5, 14, 16, 0, 4, tzinfo=UTC)),
)


def noted() -> Letter:
    return write_noted(context(), interview=INTERVIEW, follow_ups=PLAN, reasons=REASONS)


def found() -> Letter:
    second = replace(INTERVIEW, company="Globex", status=InterviewStatus.UNSURE)
    return write_found(context(), interviews=(INTERVIEW, second), days=30, until=NOW + timedelta(days=7))


def noted_with_its_reckoning() -> Letter:
    return write_noted(context(cadence=Cadence()), interview=INTERVIEW, follow_ups=PLAN, reasons=REASONS)


def noted_in_one_zone() -> Letter:
    return write_noted(context(), interview=replace(INTERVIEW, tz="Europe/Madrid"), follow_ups=PLAN, reasons=REASONS)


def noted_without_a_time() -> Letter:
    unsure = replace(
        INTERVIEW,
        company=None,
        role=None,
        start=None,
        end=None,
        start_options=(datetime(2026, 5, 14, 13, 0, tzinfo=UTC), datetime(2026, 5, 15, 1, 0, tzinfo=UTC)),
        interviewers=(),
        contact=None,
    )
    return write_noted(context(), interview=unsure, follow_ups=(), reasons=())


TOLD = Debrief(
    happened=True,
    topics=("the gripper roadmap", "fail-safe <behaviour>"),
    clarifications=("that I have led a certification before",),
    news=("A second round is planned for June",),
    withheld=("the second round",),
    interviewers_added=(Person(name="Dov Landau"), Person(name="Ann Lee", email="ann@acme.example")),
    interviewers_absent=("Rui Costa",),
    names_corrected=(Renamed(wrong="Jane", right="Dr. Whitcombe"),),
    decision_by=date(2026, 6, 5),
    contact_wish=ContactWish.NO_CALLS,
    outcome=Outcome.GOOD,
)


def prepare() -> Letter:
    return write_prepare(context(), interview=INTERVIEW)


def prepare_for_nobody_known() -> Letter:
    return write_prepare(context(), interview=replace(INTERVIEW, interviewers=(), decision_by=None))


def debrief() -> Letter:
    return write_debrief(context(now=AFTER), interview=INTERVIEW, drafts_at=AFTER + timedelta(hours=15))


def debrief_without_plan() -> Letter:
    return write_debrief(context(now=AFTER), interview=replace(INTERVIEW, interviewers=()), drafts_at=None)


def told() -> Letter:
    return write_told(context(now=AFTER), interview=INTERVIEW, debrief=TOLD, lines=("Thank you, I keep that in mind.",))


def told_nothing() -> Letter:
    return write_told(context(now=AFTER), interview=INTERVIEW, debrief=Debrief(), lines=("I found nothing in it.",))


def approval_with_the_account() -> Letter:
    return write_approval(context(now=AFTER), drafts=(DRAFT,), told=TOLD)


def changed() -> Letter:
    moved = replace(INTERVIEW, start=INTERVIEW.start + timedelta(days=1), end=INTERVIEW.end + timedelta(days=1))  # type: ignore[operator]
    plan = tuple(replace(step, send_at=step.send_at + timedelta(days=1)) for step in (THANKS, MORE_THANKS))
    gone = replace(THANKS, state=FollowUpState.CANCELLED, stop_reason=StopReason.INTERVIEW_MOVED)
    return write_changed(context(), interview=moved, previous=INTERVIEW, follow_ups=plan, voided=(gone,))


def cancelled() -> Letter:
    gone = [
        replace(step, state=FollowUpState.CANCELLED, stop_reason=StopReason.INTERVIEW_CANCELLED)
        for step in (THANKS, CHECK)
    ]
    called_off = replace(INTERVIEW, status=InterviewStatus.CANCELLED)
    return write_cancelled(context(), interview=called_off, voided=gone)


def approval() -> Letter:
    return write_approval(context(now=AFTER), drafts=(DRAFT,))


def approval_blocked() -> Letter:
    return write_approval(context(now=AFTER), drafts=(replace(SECOND, number=1),))


def approval_of_several() -> Letter:
    revision = replace(
        REVISION,
        to=REVISION.cc,
        cc=(),
        subject="Thank you, Ana",
        body="Dear Ana,\n\nThank you for the day.",
        findings=(),
    )
    third = replace(DRAFT, number=3, revision=revision, follow_up=replace(DRAFT.follow_up, person=""))
    return write_approval(context(now=AFTER), drafts=(DRAFT, SECOND, third))


def reminder_of_several() -> Letter:
    globex = replace(INTERVIEW, id=8, company="Globex", role="Analyst", tz=None)
    check = replace(CHECK, interview_id=8, state=FollowUpState.WAITING)
    revision = replace(REVISION, subject="Your decision on the analyst role", body="Dear Ana,\n\nHow do things stand?")
    second = replace(DRAFT, number=2, revision=replace(revision, findings=()), follow_up=check, interview=globex)
    return replace(write_approval(context(now=AFTER), drafts=(DRAFT, second)), kind=LetterKind.REMINDER)


def approval_after_an_edit() -> Letter:
    remark = "Held as you asked. Nothing has left. Approve again to send."
    return write_approval(context(now=AFTER), drafts=(EDITED,), remark=remark)


def receipt_approved() -> Letter:
    return write_receipt(
        context(now=AFTER),
        interview=INTERVIEW,
        headline="Approved",
        drafts=(APPROVED,),
        lines=(
            "What you approved has the fingerprint 3f9a61c2 (SHA-256).",
            "I took your answer from its copy in your Sent mailbox.",
        ),
        can_undo=True,
    )


def receipt_sent() -> Letter:
    return write_receipt(
        context(now=AFTER),
        interview=INTERVIEW,
        headline="Sent",
        drafts=(SENT,),
        lines=("Your mail server has taken it. A copy lies in Sent.",),
        can_undo=False,
    )


def receipt_of_own_text() -> Letter:
    return write_receipt(
        context(now=AFTER),
        interview=INTERVIEW,
        headline="Approved",
        drafts=(APPROVED,),
        lines=("This is the text you wrote, as it will leave.",),
        can_undo=True,
        full=True,
    )


def question_kind() -> Letter:
    return write_question(
        context(),
        topic=QuestionTopic.IS_INTERVIEW,
        interview=INTERVIEW,
        question="Is this an interview that I should follow up on?",
        quoted="Looking forward to our chat on Thursday",
        choices=(Choice(command="yes", label="It is an interview"), Choice(command="no", label="It is none")),
    )


def question_unclear() -> Letter:
    return write_question(
        context(now=AFTER),
        topic=QuestionTopic.UNCLEAR_REPLY,
        interview=INTERVIEW,
        question="I am not sure what to do with your last answer, so I have sent nothing. What shall I do?",
        quoted="yes\nbut fix her name first",
        drafts=(DRAFT,),
        choices=(),
    )


def question_unclear_several() -> Letter:
    return write_question(
        context(now=AFTER),
        topic=QuestionTopic.UNCLEAR_REPLY,
        interview=INTERVIEW,
        question="You approved, but there is more than one mail. Which one do you mean?",
        quoted="yes",
        drafts=(DRAFT, SECOND),
        choices=(),
    )


def question_unknown() -> Letter:
    return write_question(
        context(now=AFTER),
        topic=QuestionTopic.UNKNOWN_SEND,
        interview=INTERVIEW,
        question="The connection broke after the mail was handed over. It may have left. Shall I send it again?",
        quoted="",
        drafts=(replace(DRAFT, follow_up=replace(THANKS, state=FollowUpState.UNKNOWN)),),
        choices=(
            Choice(command="resend", label="Send it again"),
            Choice(command="skip", label="Leave it as it is"),
        ),
    )


def notice() -> Letter:
    return write_notice(
        context(),
        headline="They have answered, so I dropped the status check.",
        lines=("Ana Lima wrote to you today. Nothing of mine will get in the way of your answer.",),
        interview=INTERVIEW,
    )


def a_shown_note(kind: NoteKind, person: str = "", number: int = 1) -> ShownNote:
    text = "Dear Jane, thank you for our <call> about the gripper roadmap, which I enjoyed from the first to the last minute.\n\nMaya"
    return ShownNote(note=Note(interview_id=7, kind=kind, person=person, number=number), text=text)


def notes_after_the_talk() -> Letter:
    notes = (
        a_shown_note(NoteKind.LINKEDIN, "Jane Whitcombe"),
        a_shown_note(NoteKind.LINKEDIN, "Tom Reyes", 2),
        a_shown_note(NoteKind.CARD, number=3),
    )
    return write_notes(context(now=AFTER), interview=INTERVIEW, notes=notes, told=TOLD)


def notes_for_a_call() -> Letter:
    return write_notes(
        context(now=AFTER), interview=INTERVIEW, notes=(a_shown_note(NoteKind.CALL),), told=None, foreign=True
    )


def notes_for_a_wished_call() -> Letter:
    note = a_shown_note(NoteKind.CALL)
    return write_notes(context(now=AFTER), interview=INTERVIEW, notes=(note,), told=Debrief(call_wished=True))


def notes_to_keep_in_touch() -> Letter:
    declined = replace(INTERVIEW, status=InterviewStatus.CLOSED)
    note = a_shown_note(NoteKind.KEEP_IN_TOUCH)
    return write_notes(context(now=AFTER), interview=declined, notes=(note,), told=TOLD, ended_at=NOW)


def notes_to_keep_in_touch_unanswered() -> Letter:
    note = a_shown_note(NoteKind.KEEP_IN_TOUCH)
    return write_notes(context(now=AFTER), interview=INTERVIEW, notes=(note,), told=None, ended_at=NOW)


def status() -> Letter:
    rows = (
        StatusRow(
            interview=INTERVIEW, follow_ups=(SENT.follow_up, replace(MORE_THANKS, state=FollowUpState.WAITING), CHECK)
        ),
        StatusRow(
            interview=replace(
                INTERVIEW, id=8, company="Harbour Foods", role=None, status=InterviewStatus.CANCELLED, tz=None
            )
        ),
    )
    return write_status(context(now=AFTER), rows=rows, lines=("I am watching your mail; the last look was at 16:39.",))


def digest() -> Letter:
    held = [
        replace(INTERVIEW, id=20 + days, answered_at=INTERVIEW.end + timedelta(days=days))  # type: ignore[operator]
        for days in (2, 5, 9)
    ]
    rows = (StatusRow(interview=INTERVIEW, follow_ups=(SENT.follow_up, CHECK)),)
    return write_digest(context(now=AFTER), rows=rows, waiting=1, lines=(), interviews=held)


def status_empty() -> Letter:
    return write_status(context(), rows=())


def pending() -> Letter:
    rows = (
        PendingRow(
            interview=INTERVIEW, draft=DRAFT, letter_subject="To approve: thank-you to Jane Whitcombe, Acme Robotics"
        ),
        PendingRow(interview=replace(INTERVIEW, company=None, role=None), question="Is this an interview?"),
    )
    return write_pending(context(now=AFTER), rows=rows)


def pending_empty() -> Letter:
    return write_pending(context(), rows=())


def help_() -> Letter:
    return write_help(context())


def test_letter() -> Letter:
    return write_test(context())


test_letter.__test__ = False  # type: ignore[attr-defined]

ALL: dict[str, Callable[[], Letter]] = {
    "noted": noted,
    "found": found,
    "noted with its reckoning": noted_with_its_reckoning,
    "noted in one zone": noted_in_one_zone,
    "noted without a time": noted_without_a_time,
    "prepare": prepare,
    "prepare for nobody known": prepare_for_nobody_known,
    "debrief": debrief,
    "debrief without a plan": debrief_without_plan,
    "told": told,
    "told nothing": told_nothing,
    "approval with the account": approval_with_the_account,
    "changed": changed,
    "cancelled": cancelled,
    "approval": approval,
    "approval of a blocked draft": approval_blocked,
    "approval of several": approval_of_several,
    "reminder of several companies": reminder_of_several,
    "approval after an edit": approval_after_an_edit,
    "receipt approved": receipt_approved,
    "receipt sent": receipt_sent,
    "receipt of own text": receipt_of_own_text,
    "question about the kind": question_kind,
    "question after an unclear reply": question_unclear,
    "question after an unclear reply to several": question_unclear_several,
    "question about a mail of unknown fate": question_unknown,
    "notice": notice,
    "notes after the talk": notes_after_the_talk,
    "notes for a call": notes_for_a_call,
    "notes for a wished call": notes_for_a_wished_call,
    "notes to keep in touch": notes_to_keep_in_touch,
    "notes to keep in touch, unanswered": notes_to_keep_in_touch_unanswered,
    "status": status,
    "digest": digest,
    "status of nothing": status_empty,
    "pending": pending,
    "pending of nothing": pending_empty,
    "help": help_,
    "test": test_letter,
}
