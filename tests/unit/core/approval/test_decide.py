"""What a command does to a draft, for every action, every state and every condition of the letter.

What is expected is written down here from what the product promises, not from the code: an order to send holds only if the draft waits for
it, the letter shows exactly what would leave, its yes is unspent and in time, and no error stands. What stops or changes a mail needs less.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from bot.core.approval.decide import (
    AddTalk,
    Approve,
    AskBack,
    CloseCase,
    CorrectRecord,
    Hold,
    Intent,
    NoteAccount,
    Pause,
    Refusal,
    Refuse,
    Reopen,
    Resend,
    Revise,
    Skip,
    Snooze,
    Tell,
    decide_command,
    hold_while_unclear,
)
from bot.core.approval.types import CurrentDraft, LetterItem, LetterRecord
from bot.core.followup.types import FollowUpState as S
from bot.core.reading.types import Action as Act
from bot.core.reading.types import Correction, ItemCommand, OwnerReading, Reason
from tests.unit.core.approval.examples import ADVICE, ERROR, NOW, a_draft, a_letter, a_revision, an_item

CONDITIONS = ("current", "advice only", "outdated", "changed", "used", "expired", "blocked")
SENDING = (Act.APPROVE, Act.SEND_NOW, Act.SEND_AT)
MAY_STILL_BE_STOPPED = (S.PLANNED, S.WAITING, S.HELD, S.APPROVED, S.SENDING)


def a_case(state: S, condition: str) -> tuple[LetterRecord, dict[int, CurrentDraft]]:
    """Return a letter that showed the only draft, and the draft as it stands now."""
    findings = {"blocked": (ERROR,), "advice only": (ADVICE,)}.get(condition, ())
    shown = a_draft(state, revision=a_revision(findings=findings))
    now = shown
    if condition == "outdated":
        now = a_draft(state, revision=a_revision(number=2, body="Dear Janet"))
    elif condition == "changed":  # the same number, other words: cannot happen, and must not matter if it does
        now = a_draft(state, revision=a_revision(body="Dear Janet"))
    item = an_item(shown, used_at=NOW - timedelta(minutes=5) if condition == "used" else None)
    expires_at = NOW if condition == "expired" else NOW + timedelta(days=7)
    return a_letter(item, expires_at=expires_at), {now.follow_up.id: now}


def decided(reading: OwnerReading, state: S, condition: str = "current") -> Sequence[Intent]:
    letter, drafts = a_case(state, condition)
    return decide_command(reading=reading, letter=letter, drafts=drafts, now=NOW)


def holds(condition: str) -> bool:
    return condition in ("current", "advice only")


def expected(action: Act, state: S, condition: str) -> type[Intent]:
    match action:
        case Act.APPROVE | Act.SEND_NOW | Act.SEND_AT:
            return Approve if state in (S.WAITING, S.HELD) and holds(condition) else Refuse
        case Act.RESEND:
            return Resend if state is S.UNKNOWN and holds(condition) else Refuse
        case Act.SKIP:
            return Skip if state in (*MAY_STILL_BE_STOPPED, S.UNKNOWN, S.FAILED) else Refuse
        case Act.SNOOZE:
            return Snooze if state in MAY_STILL_BE_STOPPED else Refuse
        case Act.UNDO:
            return Hold if state in (S.APPROVED, S.SENDING, S.HELD) else Refuse
        case Act.EDIT:
            return Revise if state in (S.WAITING, S.HELD, S.APPROVED, S.SENDING, S.FAILED) else Refuse
        case Act.EDIT_AND_SEND:
            in_time = condition not in ("outdated", "changed", "expired")
            return Revise if in_time and expected(Act.EDIT, state, condition) is Revise else Refuse
    raise AssertionError(action)


PER_DRAFT = (*SENDING, Act.RESEND, Act.SKIP, Act.SNOOZE, Act.UNDO, Act.EDIT, Act.EDIT_AND_SEND)


@pytest.mark.parametrize(("action", "state", "condition"), list(product(PER_DRAFT, S, CONDITIONS)))
def test_every_command_on_every_draft(action: Act, state: S, condition: str) -> None:
    intents = decided(OwnerReading(action=action, new_body="Dear Jane"), state, condition)
    assert [type(intent) for intent in intents] == [expected(action, state, condition)]


@pytest.mark.parametrize(("action", "state"), list(product(Act, S)))
def test_nothing_else_in_the_language_sends_anything(action: Act, state: S) -> None:
    readings = (OwnerReading(action=action), OwnerReading(action=action, items=(ItemCommand(number=1, action=action),)))
    for condition, reading in product(CONDITIONS, readings):
        letter, drafts = a_case(state, condition)
        for intent in decide_command(reading=reading, letter=letter, drafts=drafts, now=NOW):
            if isinstance(intent, Approve):
                assert action in SENDING
                assert state in (S.WAITING, S.HELD)
                assert holds(condition)
            if isinstance(intent, Resend):
                assert action is Act.RESEND
                assert state is S.UNKNOWN
                assert holds(condition)
            if isinstance(intent, Revise) and intent.send:
                assert action is Act.EDIT_AND_SEND


@pytest.mark.parametrize(("action", "state"), list(product((*SENDING, Act.RESEND, Act.SKIP, Act.SNOOZE, Act.UNDO), S)))
def test_a_number_in_the_reply_means_the_same_as_the_bare_word(action: Act, state: S) -> None:
    bare = decided(OwnerReading(action=action), state)
    numbered = decided(OwnerReading(action=Act.UNCLEAR, items=(ItemCommand(number=1, action=action),)), state)
    assert bare == numbered


WHY = {
    "used, and approved since": (S.APPROVED, "used", Refusal.ALREADY_USED),
    "approved since by another way": (S.APPROVED, "current", Refusal.ALREADY_USED),
    "used, and held since": (S.HELD, "used", Refusal.ALREADY_USED),
    "outdated": (S.WAITING, "outdated", Refusal.OUTDATED),
    "outdated, the newer one approved": (S.APPROVED, "outdated", Refusal.OUTDATED),
    "expired": (S.WAITING, "expired", Refusal.EXPIRED),
    "blocked": (S.WAITING, "blocked", Refusal.BLOCKED),
    "drafted anew": (S.PLANNED, "current", Refusal.OUTDATED),
    "on its way": (S.SENDING, "current", Refusal.LEFT),
    "sent": (S.SENT, "used", Refusal.LEFT),
    "of unknown fate": (S.UNKNOWN, "used", Refusal.UNKNOWN_FATE),
    "skipped": (S.SKIPPED, "current", Refusal.OVER),
    "cancelled": (S.CANCELLED, "current", Refusal.OVER),
    "given up": (S.EXPIRED, "expired", Refusal.OVER),
    "refused by the server": (S.FAILED, "used", Refusal.OVER),
}


@pytest.mark.parametrize(("state", "condition", "why"), WHY.values(), ids=WHY)
def test_a_refused_approval_says_why_the_draft_is(state: S, condition: str, why: Refusal) -> None:
    intents = decided(OwnerReading(action=Act.APPROVE), state, condition)
    assert intents == [Refuse(number=1, follow_up_id=4, why=why)]


def test_a_letter_is_too_old_from_the_moment_it_names() -> None:
    letter, drafts = a_case(S.WAITING, "current")
    reading = OwnerReading(action=Act.APPROVE)
    before = letter.expires_at - timedelta(microseconds=1)
    assert isinstance(decide_command(reading=reading, letter=letter, drafts=drafts, now=before)[0], Approve)
    assert isinstance(decide_command(reading=reading, letter=letter, drafts=drafts, now=letter.expires_at)[0], Refuse)


TIMES = {
    "approve": (Act.APPROVE, None, Approve(item=LetterItem(number=1, follow_up_id=4, revision=1, digest=""))),
    "now": (Act.SEND_NOW, None, Approve(item=LetterItem(number=1, follow_up_id=4, revision=1, digest=""), soon=True)),
    "at a time": (
        Act.SEND_AT,
        NOW + timedelta(days=1),
        Approve(item=LetterItem(number=1, follow_up_id=4, revision=1, digest=""), at=NOW + timedelta(days=1)),
    ),
}


@pytest.mark.parametrize(("action", "at", "intent"), TIMES.values(), ids=TIMES)
def test_the_yes_carries_the_time_the_owner_named(action: Act, at: object, intent: Approve) -> None:
    found = decided(OwnerReading(action=action, at=at), S.WAITING)[0]  # type: ignore[arg-type]
    assert isinstance(found, Approve)
    assert replace(found, item=replace(found.item, digest="")) == intent


def test_a_snooze_without_a_time_is_a_day() -> None:
    assert decided(OwnerReading(action=Act.SNOOZE), S.WAITING) == [
        Snooze(follow_up_id=4, until=NOW + timedelta(days=1))
    ]


# Several drafts in one letter.

JANE, BOB = a_draft(key=4), a_draft(key=5)
BOTH = a_letter(an_item(JANE, 1), an_item(BOB, 2))
DRAFTS = {4: JANE, 5: BOB}


def on_both(reading: OwnerReading, drafts: dict[int, CurrentDraft] = DRAFTS) -> list[Intent]:
    return decide_command(reading=reading, letter=BOTH, drafts=drafts, now=NOW)


def test_one_word_for_all_is_meant_for_every_draft_of_the_letter() -> None:
    assert [type(intent) for intent in on_both(OwnerReading(action=Act.APPROVE))] == [Approve, Approve]


def test_numbers_are_obeyed_one_by_one() -> None:
    reading = OwnerReading(
        action=Act.UNCLEAR, items=(ItemCommand(number=1, action=Act.APPROVE), ItemCommand(number=2, action=Act.SKIP))
    )
    assert on_both(reading) == [Approve(item=BOTH.items[0]), Skip(follow_up_id=5)]


def test_a_number_that_the_letter_does_not_show_does_nothing() -> None:
    reading = OwnerReading(action=Act.UNCLEAR, items=(ItemCommand(number=3, action=Act.APPROVE),))
    assert on_both(reading) == [Refuse(number=3, follow_up_id=None, why=Refusal.NOTHING)]


def test_a_draft_that_is_gone_does_nothing() -> None:
    reading = OwnerReading(action=Act.UNCLEAR, items=(ItemCommand(number=1, action=Act.APPROVE),))
    assert on_both(reading, {5: BOB}) == [Refuse(number=1, follow_up_id=None, why=Refusal.NOTHING)]


def test_a_yes_for_all_passes_over_what_was_decided_before_and_says_what_it_could_not_do() -> None:
    sent = on_both(OwnerReading(action=Act.APPROVE), {4: a_draft(S.SENT, key=4), 5: BOB})
    assert [type(intent) for intent in sent] == [Approve]
    blocked = a_draft(key=4, revision=a_revision(findings=(ERROR,)))
    told = on_both(OwnerReading(action=Act.APPROVE), {4: blocked, 5: BOB})
    assert told == [Refuse(number=1, follow_up_id=4, why=Refusal.BLOCKED), Approve(item=BOTH.items[1])]


def test_an_edit_of_one_among_several_is_asked_about_and_holds_what_was_approved() -> None:
    intents = on_both(OwnerReading(action=Act.EDIT, new_body="Dear Jane"), {4: a_draft(S.APPROVED, key=4), 5: BOB})
    assert [type(intent) for intent in intents] == [Hold, AskBack]
    assert intents[0] == Hold(follow_up_id=4, why="you want to change something")


def test_an_edit_with_a_number_is_for_that_draft() -> None:
    reading = OwnerReading(action=Act.EDIT, new_body="Dear Bob")
    letter = a_letter(BOTH.items[1])
    intents = decide_command(reading=reading, letter=letter, drafts=DRAFTS, now=NOW)
    assert intents == [Revise(follow_up_id=5, subject=None, body="Dear Bob", to=None)]


# Without a draft.


@pytest.mark.parametrize("action", PER_DRAFT)
def test_a_command_for_a_draft_in_answer_to_nothing_does_nothing(action: Act) -> None:
    intents = decide_command(reading=OwnerReading(action=action), letter=None, drafts={}, now=NOW)
    assert all(isinstance(intent, Refuse | AskBack) for intent in intents)
    assert intents


@pytest.mark.parametrize("action", [action for action in PER_DRAFT if action is not Act.UNDO])
def test_a_command_for_a_draft_in_answer_to_a_letter_without_drafts_sends_nothing(action: Act) -> None:
    drafts = {4: a_draft(S.WAITING)}
    intents = decide_command(reading=OwnerReading(action=action), letter=a_letter(), drafts=drafts, now=NOW)
    assert all(isinstance(intent, Refuse | AskBack) for intent in intents)


def test_an_undo_in_answer_to_a_letter_without_drafts_holds_what_its_interview_has_approved() -> None:
    drafts = {4: a_draft(S.APPROVED, key=4), 5: a_draft(S.WAITING, key=5)}
    intents = decide_command(reading=OwnerReading(action=Act.UNDO), letter=a_letter(), drafts=drafts, now=NOW)
    assert intents == [Hold(follow_up_id=4, why="you asked for it")]


CORRECTION = (Correction(field="company", value="Acme"),)
ABOUT_THE_WHOLE = {
    "stop": (OwnerReading(action=Act.STOP, argument="Acme"), [CloseCase(company="Acme")]),
    "resume": (OwnerReading(action=Act.RESUME), [Reopen(company=None)]),
    "a correction": (OwnerReading(action=Act.CORRECT, corrections=CORRECTION), [CorrectRecord(corrections=CORRECTION)]),
    "yes to a question": (OwnerReading(action=Act.CONFIRM), [CorrectRecord(corrections=())]),
    "no to a question": (OwnerReading(action=Act.DENY), [CorrectRecord(corrections=())]),
    "status": (OwnerReading(action=Act.STATUS), [Tell(about=Act.STATUS)]),
    "pending": (OwnerReading(action=Act.PENDING), [Tell(about=Act.PENDING)]),
    "help": (OwnerReading(action=Act.HELP), [Tell(about=Act.HELP)]),
    "pause": (OwnerReading(action=Act.PAUSE, at=NOW), [Pause(until=NOW)]),
    "an interview to add": (
        OwnerReading(action=Act.ADD, argument="Acme, Monday 3pm"),
        [AddTalk(text="Acme, Monday 3pm")],
    ),
    "an account of the talk": (OwnerReading(action=Act.DEBRIEF, told="Went well."), [NoteAccount()]),
    "thanks": (OwnerReading(action=Act.THANKS), []),
    "mail of a machine": (OwnerReading(action=Act.IGNORE), []),
}


@pytest.mark.parametrize(("reading", "intents"), ABOUT_THE_WHOLE.values(), ids=ABOUT_THE_WHOLE)
def test_what_is_about_the_whole(reading: OwnerReading, intents: list[Intent]) -> None:
    assert decide_command(reading=reading, letter=BOTH, drafts=DRAFTS, now=NOW) == intents


# Doubt.


@pytest.mark.parametrize("state", S)
def test_what_is_not_understood_holds_what_has_not_left_and_asks(state: S) -> None:
    intents = decided(OwnerReading(action=Act.UNCLEAR, left_over="but fix her name"), state)
    held = [intent for intent in intents if isinstance(intent, Hold)]
    assert [hold.follow_up_id for hold in held] == ([4] if state in (S.APPROVED, S.SENDING) else [])
    assert intents[-1] == AskBack(left_over="but fix her name", hint="")
    assert len(intents) == len(held) + 1


def test_the_question_carries_a_suggestion_where_there_is_one() -> None:
    reason = Reason(name="did_you_mean", weight=1.0, evidence="Did you mean approve?")
    intents = decided(OwnerReading(action=Act.UNCLEAR, left_over="aprove", reasons=(reason,)), S.WAITING)
    assert intents == [AskBack(left_over="aprove", hint="Did you mean approve?")]


def test_doubt_holds_every_approved_mail_of_the_interview() -> None:
    drafts = {key: a_draft(state, key=key) for key, state in enumerate(S, start=1)}
    held = {intent.follow_up_id for intent in hold_while_unclear(drafts, "x") if isinstance(intent, Hold)}
    assert {drafts[key].follow_up.state for key in held} == {S.APPROVED, S.SENDING}
