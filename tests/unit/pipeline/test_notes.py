"""Texts to copy: proposed when they are due, counted when the owner says that he has sent them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.approval.types import LetterRecord
from bot.core.followup.intents import TouchKind
from bot.core.followup.types import FollowUpKind, FollowUpState, NetworkRule
from bot.core.interview.account import Account
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.message.received import MailboxRole
from bot.core.reading.debrief.types import Debrief
from bot.core.reading.types import Action, ContactWish, LetterKind, Person
from bot.pipeline.ask import show_each_due
from bot.pipeline.notes import write_each_note
from tests.unit.pipeline.mails import a_reply
from tests.unit.pipeline.world import BOB, DAY, HOUR, INTERVIEW, JANE, NOW, World

SENT = MailboxRole.SENT
WEEK = timedelta(weeks=1)
ALL_ON = NetworkRule(linkedin="on", handwritten_for=("Acme",), keep_in_touch=12 * WEEK)
PANEL = replace(INTERVIEW, interviewers=(JANE, BOB))


def ring(world: World) -> None:
    """What the daemon does at every ring."""
    world.understand()
    show_each_due(world.database, world.setup, world.now)
    write_each_note(world.database, world.setup, world.now)


def notes(world: World) -> list[LetterRecord]:
    return world.letters(LetterKind.NOTES)


def words(letter: LetterRecord) -> str:
    return " ".join(letter.text.split())


def thanked(
    world: World, interview: Interview = PANEL, *, by: Action = Action.SEND_NOW, rule: NetworkRule = ALL_ON
) -> Interview:
    """Let the thank-yous of a talk be sent, or whatever *by* does with them."""
    world.setup = replace(world.setup, network=rule)
    stored = world.add_interview(interview)
    world.tell(by, world.show())
    world.wait(HOUR)
    return stored


def reply(world: World, letter: LetterRecord, said: str, number: int = 1) -> str:
    """Let the owner answer; return what the bot says to it."""
    before = len(world.letters())
    world.receive(a_reply(world.letter_mail(letter), said, number=number), SENT)
    return " ".join(words(one) for one in world.letters()[before:])


def touches(world: World) -> list[TouchKind]:
    with world.work() as work:
        return [touch.kind for touch in work.load_touches()]


def test_after_the_thank_yous_one_letter_brings_requests_and_a_card_to_copy_e7_e21(world: World) -> None:
    stored = thanked(world)
    told = Debrief(topics=("the SQL exercise",), lang="en")
    with world.work() as work:
        work.save_account(stored.id, Account(debrief=told, told_at=NOW))
    for _ in range(3):
        ring(world)
    (letter,) = notes(world)
    text = words(letter)
    assert "Text 1 of 3: LinkedIn request to Jane Roe" in text
    assert "Text 2 of 3: LinkedIn request to Bob Ray" in text
    assert "Text 3 of 3: handwritten card" in text
    assert "Dear Jane and Bob," in text
    assert "the SQL exercise" in text
    assert "I write nothing there myself; copy it if you like." in text
    assert "To copy, if you like: 3 texts, Acme" in letter.subject


def test_nothing_is_proposed_before_the_thank_you_is_settled_nor_by_default_e21(world: World) -> None:
    world.setup = replace(world.setup, network=ALL_ON)
    world.add_interview()
    ring(world)
    assert notes(world) == []
    thanked(world, rule=NetworkRule())
    ring(world)
    assert notes(world) == []


def test_a_skipped_thank_you_is_settled_too_e21(world: World) -> None:
    thanked(world, INTERVIEW, by=Action.SKIP)
    ring(world)
    assert len(notes(world)) == 1


def test_the_letter_keeps_to_the_owners_hours_e7(world: World) -> None:
    thanked(world)
    world.now = datetime(2027, 5, 13, 23, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    ring(world)
    (letter,) = notes(world)
    world.wait(HOUR)
    assert not any(mail.subject == letter.subject for mail in world.server.to("maya@home.example"))
    world.wait(8 * HOUR)
    assert any(mail.subject == letter.subject for mail in world.server.to("maya@home.example"))


def test_what_was_sent_counts_once_and_the_status_check_keeps_its_distance_e13_e21(world: World) -> None:
    thanked(world)
    ring(world)
    (letter,) = notes(world)
    world.now = world.follow_up(FollowUpKind.STATUS_CHECK).send_at - HOUR
    show_each_due(world.database, world.setup, world.now)
    assert "counts as one of the mails" in reply(world, letter, "sent 1")
    assert touches(world) == [TouchKind.NOTE]
    check = world.follow_up(FollowUpKind.STATUS_CHECK)
    assert check.state is FollowUpState.PLANNED
    assert check.send_at >= world.now + 3 * DAY
    assert "You told me that before" in reply(world, letter, "1 done", 2)
    reply(world, letter, "sent all", 3)
    assert touches(world) == [TouchKind.NOTE] * 3


def test_done_is_asked_about_where_there_are_several_and_enough_where_there_is_one_e21(world: World) -> None:
    thanked(world)
    ring(world)
    reply(world, notes(world)[0], "done")
    assert touches(world) == []
    assert world.letters()[-1].kind is LetterKind.QUESTION


@pytest.mark.parametrize(
    "said", ["done", "Sent, thanks!", "I've sent it.", "erledigt", "envoyé", "enviado", "feito", "verstuurd", "fatto"]
)
def test_done_is_understood_in_seven_languages_e21(world: World, said: str) -> None:
    thanked(world, INTERVIEW, rule=NetworkRule(linkedin="on"))
    ring(world)
    reply(world, notes(world)[0], said)
    assert touches(world) == [TouchKind.NOTE]


@pytest.mark.parametrize("said", ["done", "sent", "erledigt"])
def test_the_same_words_to_an_approval_do_nothing(world: World, said: str) -> None:
    world.add_interview()
    letter = world.show()
    reply(world, letter, said)
    assert touches(world) == []
    assert world.follow_up().state is FollowUpState.WAITING
    assert world.letters()[-1].kind is LetterKind.QUESTION


@pytest.mark.parametrize("said", ["approve", "send now", "sent it but only to Jane", "did I send it?"])
def test_whatever_else_is_said_counts_nothing_and_is_asked_about(world: World, said: str) -> None:
    thanked(world, INTERVIEW, rule=NetworkRule(linkedin="on"))
    ring(world)
    reply(world, notes(world)[0], said)
    assert touches(world) == []
    assert world.letters()[-1].kind is LetterKind.QUESTION


def test_skip_ends_it_and_snooze_brings_it_again_e21(world: World) -> None:
    thanked(world)
    ring(world)
    (letter,) = notes(world)
    assert "I do not come back to it" in reply(world, letter, "1 skip")
    assert "I show it again on" in reply(world, letter, "2 snooze 2d", 2)
    world.now += 2 * DAY + HOUR
    ring(world)
    ring(world)
    again = notes(world)[1:]
    assert len(again) == 1
    assert "Bob Ray" in again[0].text
    assert "Jane Roe" not in again[0].text
    assert touches(world) == []


NOBODY = replace(INTERVIEW, interviewers=(Person(name="Jane Roe"),), contact=None)


def due_for_a_check(world: World, interview: Interview) -> None:
    world.add_interview(interview)
    world.tell(Action.SKIP, world.show())
    world.now = world.follow_up(FollowUpKind.STATUS_CHECK).send_at - HOUR
    ring(world)


def test_where_a_status_check_has_no_address_three_points_and_a_question_are_given_for_a_call_e7(world: World) -> None:
    due_for_a_check(world, NOBODY)
    ring(world)
    (letter,) = notes(world)
    assert letter.subject == "To call, if you like: how things stand, Acme"
    assert letter.text.count("\n- ") >= 3
    assert 'The question: "May I ask how things stand' in words(letter)
    reply(world, letter, "I called them")
    assert touches(world) == [TouchKind.CALL]
    assert world.follow_up(FollowUpKind.STATUS_CHECK).send_at >= world.now + 3 * DAY


def test_no_call_is_proposed_to_whom_asked_for_none_e7_e18(world: World) -> None:
    due_for_a_check(world, replace(NOBODY, contact_wish=ContactWish.NO_CALLS))
    assert world.follow_up(FollowUpKind.STATUS_CHECK).state is FollowUpState.WAITING
    assert notes(world) == []


DECLINED = replace(
    INTERVIEW, status=InterviewStatus.CLOSED, closed_for="rejection", answered_at=NOW, end=NOW - 3 * HOUR
)


def declined(world: World, rule: NetworkRule = ALL_ON, interview: Interview = DECLINED) -> None:
    """Let a company have declined twelve weeks ago."""
    world.setup = replace(world.setup, network=rule)
    with world.work() as work:
        stored = work.add_interview(interview)
        told = Debrief(topics=("the warehouse project",), lang="en")
        work.save_account(stored.id, Account(debrief=told, told_at=NOW))
    world.now += 12 * WEEK
    ring(world)


def test_on_the_day_one_letter_reminds_of_the_company_and_of_what_was_said_e27(world: World) -> None:
    declined(world)
    ring(world)
    (letter,) = notes(world)
    assert letter.subject == "Keep in touch: Acme"
    text = words(letter)
    assert "They declined on Thu 13 May 2027" in text
    assert "You talked about: the warehouse project" in text
    assert "I often remember that we talked about the warehouse project." in text
    assert "I write nothing there myself; copy it if you like." in text


def test_keeping_in_touch_is_off_by_default_e27(world: World) -> None:
    declined(world, NetworkRule())
    assert notes(world) == []


@pytest.mark.parametrize("said", ["skip", "no", "stop"])
def test_keeping_in_touch_can_be_set_off_e27(world: World, said: str) -> None:
    declined(world)
    reply(world, notes(world)[0], said)
    world.now += 30 * WEEK
    ring(world)
    assert len(notes(world)) == 1


@pytest.mark.parametrize(("said", "weeks"), [("snooze 8 weeks", 8), ("later", 4)])
def test_keeping_in_touch_can_be_put_off_e27(world: World, said: str, weeks: int) -> None:
    declined(world)
    reply(world, notes(world)[0], said)
    world.now += weeks * WEEK - HOUR
    ring(world)
    assert len(notes(world)) == 1
    world.now += 2 * HOUR
    ring(world)
    ring(world)
    assert len(notes(world)) == 2


def test_a_case_that_the_owner_stopped_after_the_rejection_is_not_taken_up_e22_e27(world: World) -> None:
    world.setup = replace(world.setup, network=ALL_ON)
    stored = world.add_interview(DECLINED)
    assert world.follow_up(FollowUpKind.REJECTION_REPLY).state is FollowUpState.PLANNED
    world.tell(Action.STOP, world_letter(world, stored))
    assert world.follow_up(FollowUpKind.REJECTION_REPLY).state is FollowUpState.CANCELLED
    world.now += 12 * WEEK
    ring(world)
    assert notes(world) == []


def world_letter(world: World, stored: Interview) -> LetterRecord:
    """Return a letter about the interview that the owner can answer."""
    world.now += DAY
    show_each_due(world.database, world.setup, world.now)
    letter = world.letters(LetterKind.APPROVAL)[-1]
    assert letter.interview_id == stored.id
    return letter
