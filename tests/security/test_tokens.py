"""Which letter is answered: tokens that are used, old, strange, or only mentioned. The mail lies in Sent: it is the owner's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.core.approval.token import hash_token
from bot.core.followup.types import FollowUpState
from bot.core.interview.types import InterviewStatus
from bot.core.reading.types import Action, LetterKind, OwnerReading
from tests.security.mails import PASS, Letter, Value, a_mail
from tests.security.verdict import (
    INBOX,
    SENT,
    arrive,
    assert_nothing_came_of_it,
    assert_nothing_was_sent,
    let_time_pass,
)
from tests.unit.pipeline.world import BOB, DAY, INTERVIEW, MINUTE, World

STRANGE = "mfrggzdfmztwq2lknnwg23tpoi"


def number(count: int) -> dict[str, Value]:
    return {"Message-ID": f"<answer{count}@phone.example>"}


def test_of_a_token_only_the_digest_is_kept(world: World, letter: Letter) -> None:
    """Whoever reads the database cannot answer the letter."""
    arrive(world, a_mail(letter, f"send now\n\nref: {letter.token}"), SENT, INBOX)
    let_time_pass(world)
    rows = "\n".join(world.dump()).lower()
    assert hash_token(letter.token) in rows
    assert letter.token not in rows
    assert letter.token.encode().hex() not in rows


# Tokens that name no letter, or that are not in the place where a reply has them.

NAMES_NO_LETTER: dict[str, Callable[[Letter], bytes]] = {
    "a token that was never given": lambda letter: a_mail(letter, fields={"In-Reply-To": f"<{STRANGE}@home.example>"}),
    "the token without its last character": lambda letter: a_mail(
        letter, fields={"In-Reply-To": f"<{letter.token[:-1]}@home.example>"}, quote=False
    ),
    "the token with one character more": lambda letter: a_mail(
        letter, fields={"In-Reply-To": f"<a{letter.token}@home.example>"}, quote=False
    ),
    "the token in References only, for a thread holds many letters": lambda letter: a_mail(
        letter, fields={"In-Reply-To": None, "References": f"<{letter.id}>"}, quote=False
    ),
    "the id of the thread": lambda letter: a_mail(
        letter, fields={"In-Reply-To": f"<{letter.mail.in_reply_to}>"}, quote=False
    ),
    "the subject of the letter": lambda letter: a_mail(letter, fields={"In-Reply-To": None}, quote=False),
    "the token in the subject": lambda letter: a_mail(
        letter, fields={"In-Reply-To": None, "Subject": f"approve {letter.token}"}, quote=False
    ),
    "the token in the subject, as a ref line": lambda letter: a_mail(
        letter, fields={"In-Reply-To": None, "Subject": f"approve ref: {letter.token}"}, quote=False
    ),
    "the token in the domain of the answered id": lambda letter: a_mail(
        letter, fields={"In-Reply-To": f"<x@{letter.token}.example>"}, quote=False
    ),
    "the token in Cc": lambda letter: a_mail(
        letter, fields={"In-Reply-To": None, "Cc": f"maya+{letter.token}@home.example"}, quote=False
    ),
    "the token as the mail's own id": lambda letter: a_mail(
        letter, fields={"In-Reply-To": None, "Message-ID": f"<{letter.token}@phone.example>"}, quote=False
    ),
    "two tokens in two ref lines": lambda letter: a_mail(
        letter, f"approve\n\nref: {letter.token}\nref: {STRANGE}", fields={"In-Reply-To": None}, quote=False
    ),
    "the SHA-256 of the token, as the database holds it": lambda letter: a_mail(
        letter, f"approve\n\nref: {hash_token(letter.token)}", fields={"In-Reply-To": None}, quote=False
    ),
    "a token cut in two by a line end": lambda letter: a_mail(
        letter, f"approve\n\nref: {letter.token[:13]}\n{letter.token[13:]}", fields={"In-Reply-To": None}, quote=False
    ),
}


@pytest.mark.parametrize("make", NAMES_NO_LETTER.values(), ids=NAMES_NO_LETTER)
def test_nothing_is_sent_for(world: World, letter: Letter, make: Callable[[Letter], bytes]) -> None:
    arrive(world, make(letter), SENT)
    assert_nothing_came_of_it(world)


# Tokens of another letter.


def test_the_token_of_another_interviews_letter_approves_nothing_of_this_one(world: World, letter: Letter) -> None:
    """It names the letter that it was made for, and that one did not show the mail that is quoted."""
    world.add_interview(replace(INTERVIEW, company="Globex", interviewers=(replace(BOB, email="bob@globex.example"),)))
    other = world.letter_mail(world.show())
    arrive(world, a_mail(letter, fields={"In-Reply-To": f"<{other.message_id}>"}), SENT)
    assert_nothing_was_sent(world)


@pytest.mark.parametrize("words", ["yes", "ok", "👍", "thanks", "great, thank you!"])
def test_a_yes_to_a_receipt_approves_nothing(world: World, letter: Letter, words: str) -> None:
    arrive(world, a_mail(letter), SENT)
    receipt = world.letter_mail(world.letters(LetterKind.RECEIPT)[-1])
    arrive(world, a_mail(letter, "undo", fields=number(2)), SENT)
    named = {**number(3), "In-Reply-To": f"<{receipt.message_id}>"}
    arrive(world, a_mail(letter, words, fields=named, quote=False), SENT)
    assert_nothing_was_sent(world)
    assert world.follow_up().state is FollowUpState.HELD


@pytest.mark.parametrize("words", ["yes", "ok", "👍"])
def test_a_yes_to_the_noted_letter_is_politeness(world: World, letter: Letter, words: str) -> None:
    noted = {"In-Reply-To": f"<{letter.before.message_id}>"}
    assert letter.before.header("x-followup-letter") == "noted"
    arrive(world, a_mail(letter, words, fields=noted, quote=False), SENT)
    assert_nothing_came_of_it(world)


# Replays.


REPLAYS: dict[str, Callable[[Letter], bytes]] = {
    "the same bytes": lambda letter: a_mail(letter),
    "the same id with another text": lambda letter: a_mail(letter, "send now"),
    "the same text under another id": lambda letter: a_mail(letter, fields=number(2)),
    "the same text under another id, in capitals": lambda letter: a_mail(
        letter, fields={**number(2), "In-Reply-To": f"<{letter.id.upper()}>"}
    ),
    "the same token in a ref line": lambda letter: a_mail(
        letter, f"send now\n\nref: {letter.token}", fields={**number(2), "In-Reply-To": None}, quote=False
    ),
    "the same bytes, with the provider's word": lambda letter: a_mail(letter, top=[PASS]),
    "the same text under no id": lambda letter: a_mail(letter, fields={"Message-ID": None}),
    "the same text under an empty id": lambda letter: a_mail(letter, fields={"Message-ID": "<>"}),
}


@pytest.mark.parametrize("make", REPLAYS.values(), ids=REPLAYS)
@pytest.mark.parametrize("left", [True, False], ids=["after it left", "before it leaves"])
def test_a_replay_sends_nothing_more(world: World, letter: Letter, make: Callable[[Letter], bytes], left: bool) -> None:
    arrive(world, a_mail(letter), SENT)
    if left:
        let_time_pass(world, 30 * MINUTE)
        assert len(world.at_jane) == 1
    arrive(world, make(letter), INBOX, SENT, INBOX)
    let_time_pass(world)
    assert world.server.offered <= 1
    assert len(world.at_jane) == world.server.offered


@pytest.mark.parametrize("make", REPLAYS.values(), ids=REPLAYS)
def test_a_replay_after_an_undo_sends_nothing(world: World, letter: Letter, make: Callable[[Letter], bytes]) -> None:
    arrive(world, a_mail(letter), SENT)
    arrive(world, a_mail(letter, "undo", fields=number(7)), SENT)
    arrive(world, make(letter), INBOX, SENT, INBOX)
    assert_nothing_was_sent(world)


# A yes that comes too late.


def edited(world: World, letter: Letter) -> None:
    arrive(world, a_mail(letter, "subject: Thank you for today", fields=number(2)), SENT)


def edited_at_the_terminal(world: World, letter: Letter) -> None:
    reading = OwnerReading(action=Action.EDIT, new_body="Dear Jane,\n\nthank you.\n\nMaya")
    world.tell(reading, world.letters(LetterKind.APPROVAL)[0])


def skipped(world: World, letter: Letter) -> None:
    arrive(world, a_mail(letter, "skip", fields=number(2)), SENT)


def stopped(world: World, letter: Letter) -> None:
    arrive(world, a_mail(letter, "stop", fields=number(2)), SENT)
    assert world.follow_up().state is FollowUpState.CANCELLED


def stopped_in_a_mail_to_himself(world: World, letter: Letter) -> None:
    named = {**number(2), "In-Reply-To": None, "Subject": "bot stop Acme Robotics"}
    arrive(world, a_mail(letter, "", fields=named, quote=False), SENT)
    assert world.follow_up().state is FollowUpState.CANCELLED


def called_not_an_interview(world: World, letter: Letter) -> None:
    arrive(world, a_mail(letter, "not an interview", fields=number(2)), SENT)
    with world.work() as work:
        assert work.load_interviews()[0].status is InterviewStatus.DISMISSED


def approved_and_undone(world: World, letter: Letter) -> None:
    arrive(world, a_mail(letter, fields=number(2)), SENT)
    arrive(world, a_mail(letter, "undo", fields=number(3)), SENT)
    assert world.follow_up().state is FollowUpState.HELD


def approved_on_the_reminder_and_undone(world: World, letter: Letter) -> None:
    """Two letters show the same mail; the yes to the one uses up the other."""
    reading = OwnerReading(action=Action.SNOOZE, at=world.now + MINUTE)
    world.tell(reading, world.letters(LetterKind.APPROVAL)[0])
    world.now += MINUTE
    again = world.letter_mail(world.show())
    assert again.message_id != letter.id
    answer = {"In-Reply-To": f"<{again.message_id}>"}
    arrive(world, a_mail(letter, fields={**number(2), **answer}, quote=False), SENT)
    assert world.follow_up().state is FollowUpState.APPROVED
    arrive(world, a_mail(letter, "undo", fields={**number(3), **answer}, quote=False), SENT)
    assert world.follow_up().state is FollowUpState.HELD


def held_by_doubt(world: World, letter: Letter) -> None:
    arrive(world, a_mail(letter, fields=number(2)), SENT)
    arrive(world, a_mail(letter, "hm, not sure about that", fields=number(3)), SENT)
    assert world.follow_up().state is FollowUpState.HELD


def expired(world: World, letter: Letter) -> None:
    world.now += 7 * DAY


TOO_LATE: dict[str, Callable[[World, Letter], None]] = {
    "after an edit": edited,
    "after an edit at the terminal": edited_at_the_terminal,
    "after a skip": skipped,
    "after a stop": stopped,
    "after a stop in a mail to himself": stopped_in_a_mail_to_himself,
    "after he said that it is no interview": called_not_an_interview,
    "after an undo": approved_and_undone,
    "after an undo, to an earlier letter that shows the same mail": approved_on_the_reminder_and_undone,
    "while held for doubt": held_by_doubt,
    "to a letter that has expired": expired,
}


@pytest.mark.parametrize("happened", TOO_LATE.values(), ids=TOO_LATE)
def test_a_yes_sends_nothing(world: World, letter: Letter, happened: Callable[[World, Letter], None]) -> None:
    happened(world, letter)
    arrive(world, a_mail(letter, "send now"), SENT)
    assert_nothing_was_sent(world)


def test_a_yes_to_the_first_letter_sends_the_first_text_or_nothing(world: World, letter: Letter) -> None:
    """Never the text of the newer revision, which the letter does not show."""
    edited(world, letter)
    arrive(world, a_mail(letter), SENT)
    assert_nothing_was_sent(world)
    assert world.follow_up().state is FollowUpState.WAITING
