"""The honest ways of a yes: how it is known to be the owner's, and how it names its letter. Each sends exactly one mail and says how.

The same worlds, mails and spans of time as in the tables of what sends nothing: so those can fail.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from bot.core.followup.types import FollowUpState
from bot.core.message.received import MailboxRole
from bot.core.reading.types import LetterKind
from tests.security.mails import OURS, PASS, Letter, Value, a_mail
from tests.security.verdict import INBOX, SENT, arrive, assert_nothing_came_of_it, assert_sent_once, let_time_pass
from tests.unit.pipeline.world import MINUTE, World
from tests.unit.pipeline.world import OWNER as MAYA

BY_SENT, BY_DMARC = "by the copy in your Sent mailbox", "vouches for the sender (DMARC)"
REWRITTEN = "AM0PR01MB0001@eurprd01.prod.exchange.example"
"""The id that a provider gives to our letter."""


def receipt(world: World) -> str:
    return " ".join(world.letters(LetterKind.RECEIPT)[0].text.split())


def filed_anew(letter: Letter) -> bytes:
    """Return the letter as it lies in the mailboxes of a provider that writes ids of its own."""
    return letter.raw.replace(letter.id.encode(), REWRITTEN.encode(), 1)


# Which letter: every carrier of the token.

CARRIERS: dict[str, Callable[[Letter], bytes]] = {
    "In-Reply-To": lambda letter: a_mail(letter, quote=False),
    "In-Reply-To that a mail app put into capitals": lambda letter: a_mail(
        letter, fields={"In-Reply-To": f"<{letter.id.upper()}>"}
    ),
    "the ref line of an answer button": lambda letter: a_mail(
        letter, f"approve\n\nref: {letter.token}", fields={"In-Reply-To": None, "Subject": "approve"}, quote=False
    ),
    "the ref line in capitals": lambda letter: a_mail(
        letter, f"approve\n\nREF: {letter.token.upper()}", fields={"In-Reply-To": None}, quote=False
    ),
    "a plus-address": lambda letter: a_mail(
        letter, fields={"In-Reply-To": None, "To": f"maya+{letter.token}@home.example"}, quote=False
    ),
    "the ref line in the quoted letter, where the id is not known": lambda letter: a_mail(
        letter, fields={"In-Reply-To": f"<{REWRITTEN}>"}
    ),
}


@pytest.mark.parametrize("make", CARRIERS.values(), ids=CARRIERS)
@pytest.mark.parametrize("top", [[], [PASS]], ids=["in Sent", "in INBOX, vouched for"])
def test_the_owners_yes_sends_once_by(
    make_world: Callable[..., World], letter: Letter, make: Callable[[Letter], bytes], top: list[str]
) -> None:
    world = make_world(owner=replace(MAYA, aliases=(f"maya+{letter.token}@home.example",)))
    raw = "\r\n".join([*top, ""]).encode() + make(letter) if top else make(letter)
    arrive(world, raw, INBOX if top else SENT)
    assert_sent_once(world)
    assert (BY_DMARC if top else BY_SENT) in receipt(world)


# Whose word: Sent first, the provider's word after the wait.


@pytest.mark.parametrize(
    ("roles", "way"),
    [((SENT,), BY_SENT), ((SENT, INBOX), BY_SENT), ((INBOX, SENT), BY_SENT), ((INBOX,), BY_DMARC)],
    ids=["only in Sent", "Sent first", "INBOX first", "only in INBOX"],
)
def test_a_vouched_yes_is_taken_from_sent_where_it_lies_there(
    world: World, letter: Letter, roles: tuple[MailboxRole, ...], way: str
) -> None:
    """So also one copy of mail to oneself, which some providers show in one of the two mailboxes or in both."""
    arrive(world, a_mail(letter, top=[PASS]), *roles)
    assert_sent_once(world)
    assert way in receipt(world)
    assert world.events().count("owner_approve") == 1


@pytest.mark.parametrize(
    "words", ["skip", "snooze 2d", "approve", "edit and send:\nDear Jane,\n\nthank you for the talk.\n\nMaya Okafor"]
)
@pytest.mark.parametrize(("role", "way"), [(SENT, BY_SENT), (INBOX, BY_DMARC)], ids=["Sent", "DMARC"])
def test_every_receipt_says_how_the_word_is_known(
    world: World, letter: Letter, words: str, role: MailboxRole, way: str
) -> None:
    arrive(world, a_mail(letter, words, top=[PASS]), role)
    world.now += 5 * MINUTE
    world.understand()
    assert way in receipt(world)


def test_the_two_copies_under_different_ids_are_one_event(world: World, letter: Letter) -> None:
    arrive(world, a_mail(letter, top=[PASS]), INBOX)
    arrive(world, a_mail(letter, fields={"Message-ID": f"<{REWRITTEN}>"}), SENT)
    assert_sent_once(world)
    assert world.events().count("owner_approve") == 1


PROOFS = {
    "DMARC": PASS,
    "DMARC with comments and a version": f"Authentication-Results: {OURS} 1; dmarc=pass (p=none (x)) header.from=HOME.EXAMPLE",
    "DKIM of the owner's domain, where the provider states no DMARC": (
        f"Authentication-Results: {OURS}; spf=fail smtp.mailfrom=x@list.example; dkim=pass header.d=home.example"
    ),
}


@pytest.mark.parametrize("field", PROOFS.values(), ids=PROOFS)
def test_after_the_wait_the_providers_word_counts(world: World, letter: Letter, field: str) -> None:
    arrive(world, a_mail(letter, top=[field]), INBOX)
    world.now += 4 * MINUTE
    assert world.understand() == 0
    assert world.follow_up().state is FollowUpState.WAITING
    assert_sent_once(world)
    assert BY_DMARC in receipt(world)


# A mail app that does not save what it sends.


def test_a_yes_that_no_copy_and_no_provider_proves_is_told_once_and_can_be_given_again(
    world: World, letter: Letter
) -> None:
    for number in range(3):
        arrive(world, a_mail(letter, fields={"Message-ID": f"<{number}@app.example>"}), INBOX)
        let_time_pass(world, 5 * MINUTE)
    (notice,) = world.letters(LetterKind.NOTICE)
    assert "no copy of it lies in Sent" in notice.text
    assert "answer from a mail app that keeps a copy in your Sent mailbox" in " ".join(notice.text.split())
    arrive(world, a_mail(letter), SENT)
    assert_sent_once(world)


def test_a_copy_in_sent_that_comes_after_the_notice_still_counts(world: World, letter: Letter) -> None:
    """A phone without a network files its copy when it can."""
    arrive(world, a_mail(letter), INBOX)
    let_time_pass(world, 30 * MINUTE)
    assert len(world.letters(LetterKind.NOTICE)) == 1
    arrive(world, a_mail(letter), SENT)
    assert_sent_once(world)


# A provider that gives each mail another id.


@pytest.mark.parametrize("quote", [True, False], ids=["with the letter quoted", "without a quote"])
@pytest.mark.parametrize("role", [SENT, INBOX], ids=["in Sent", "in INBOX, vouched for"])
def test_the_id_of_a_letter_is_learned_from_its_copy_in_sent(
    world: World, letter: Letter, quote: bool, role: MailboxRole
) -> None:
    arrive(world, filed_anew(letter), SENT, INBOX)
    answer = a_mail(letter, fields={"In-Reply-To": f"<{REWRITTEN}>"}, top=[PASS], quote=quote)
    arrive(world, answer, role)
    assert_sent_once(world)


def test_the_id_of_a_letter_is_not_learned_from_inbox(world: World, letter: Letter) -> None:
    """There it may be anybody's who has once seen the marked letter."""
    arrive(world, filed_anew(letter), INBOX)
    arrive(world, a_mail(letter, fields={"In-Reply-To": f"<{REWRITTEN}>"}, quote=False), SENT)
    assert_nothing_came_of_it(world)


def test_a_learned_id_is_no_proof_of_origin(world: World, letter: Letter) -> None:
    arrive(world, filed_anew(letter), SENT)
    arrive(world, a_mail(letter, fields={"In-Reply-To": f"<{REWRITTEN}>"}), INBOX)
    arrive(world, a_mail(letter, fields={"In-Reply-To": f"<{REWRITTEN}>", "From": "ben@friend.example"}), INBOX, SENT)
    assert_nothing_came_of_it(world)


FORGED_COPIES: dict[str, Callable[[Letter], bytes]] = {
    "under another key": lambda letter: filed_anew(letter).replace(
        (letter.mail.header("x-followup-mark") or "").encode(), b"a" * 24 + b"." + b"0" * 32
    ),
    "with the mark of another kind": lambda letter: filed_anew(letter).replace(
        b"X-Followup-Letter: approval", b"X-Followup-Letter: receipt"
    ),
    "with the digest of another letter": lambda letter: filed_anew(letter).replace(
        (letter.mail.header("x-followup-mark") or "").partition(".")[0].encode(), b"f" * 24
    ),
    "without a mark": lambda letter: filed_anew(letter).replace(b"X-Followup-Mark", b"X-Followup-Market"),
}


@pytest.mark.parametrize("make", FORGED_COPIES.values(), ids=FORGED_COPIES)
def test_no_id_is_learned_from_a_letter(world: World, letter: Letter, make: Callable[[Letter], bytes]) -> None:
    assert make(letter) != filed_anew(letter)
    arrive(world, make(letter), SENT)
    arrive(world, a_mail(letter, fields={"In-Reply-To": f"<{REWRITTEN}>"}, quote=False), SENT)
    assert_nothing_came_of_it(world)


@pytest.mark.parametrize("field", ["References", "In-Reply-To"])
def test_an_answer_that_names_no_letter_of_its_conversation_is_asked_about_once(
    world: World, letter: Letter, field: str
) -> None:
    named = {"In-Reply-To": f"<{REWRITTEN}>", field: f"<{letter.mail.in_reply_to}>"}
    arrive(world, a_mail(letter, fields=named, quote=False), INBOX, SENT)
    (notice,) = world.letters(LetterKind.NOTICE)
    assert "could not tell which of my letters" in notice.subject
    assert_nothing_came_of_it(world)


def test_an_answer_that_names_no_letter_holds_what_was_approved_and_shows_it_again(
    world: World, letter: Letter
) -> None:
    """It may have been an undo."""
    arrive(world, a_mail(letter), SENT)
    named = {
        "In-Reply-To": f"<{REWRITTEN}>",
        "References": f"<{letter.mail.in_reply_to}>",
        "Message-ID": "<2@app.example>",
    }
    arrive(world, a_mail(letter, "undo", fields=named, quote=False), INBOX, SENT)
    assert world.follow_up().state is FollowUpState.HELD
    let_time_pass(world, 30 * MINUTE)
    assert world.server.offered == 0
    again = world.letter_mail(world.letters(LetterKind.APPROVAL)[-1])
    named = {"In-Reply-To": f"<{again.message_id}>", "Message-ID": "<3@app.example>"}
    arrive(world, a_mail(letter, fields=named, quote=False), SENT)
    assert_sent_once(world)


# Aliases, and letters that go to another address.

ELSEWHERE = "maya@phone.example"
FROM_ELSEWHERE: Mapping[str, Value] = {"From": f"Maya <{ELSEWHERE}>"}
PASS_ELSEWHERE = f"Authentication-Results: {OURS}; dmarc=pass header.from=phone.example"


@pytest.mark.parametrize("letters_to", [MAYA.email, ELSEWHERE], ids=["an alias", "BOT_LETTERS_TO"])
def test_the_owner_may_answer_from_another_address_of_his(
    make_world: Callable[..., World], letter: Letter, letters_to: str
) -> None:
    world = make_world(owner=replace(MAYA, aliases=(ELSEWHERE,)), letters_to=letters_to)
    arrive(world, a_mail(letter, fields=FROM_ELSEWHERE, top=[PASS_ELSEWHERE]), INBOX)
    let_time_pass(world)
    assert len(world.at_jane) == 1
    assert BY_DMARC in receipt(world)


def test_a_pass_for_one_address_of_the_owners_is_none_for_another(
    make_world: Callable[..., World], letter: Letter
) -> None:
    world = make_world(owner=replace(MAYA, aliases=(ELSEWHERE,)))
    arrive(world, a_mail(letter, fields=FROM_ELSEWHERE, top=[PASS]), INBOX)
    assert_nothing_came_of_it(world)


def test_who_answers_from_where_the_letters_go_without_naming_the_address_is_told_what_to_set(
    make_world: Callable[..., World], letter: Letter
) -> None:
    world = make_world(letters_to=ELSEWHERE)
    arrive(world, a_mail(letter, fields=FROM_ELSEWHERE, top=[PASS_ELSEWHERE]), INBOX)
    (notice,) = world.letters(LetterKind.NOTICE)
    assert "BOT_OWNER_ALIASES" in notice.text
    let_time_pass(world)
    assert world.at_jane == []
