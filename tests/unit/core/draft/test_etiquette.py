"""The rules of etiquette that the words of a mail keep, one test for each."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.core.draft.check import check_draft
from bot.core.draft.types import Profile, Qualification, Revision
from bot.core.followup.types import FollowUp
from tests.unit.core.draft.examples import (
    ANN,
    INTERVIEW,
    OWNER,
    PRIYA,
    PROFILE,
    REJECTION_REPLY,
    STATUS_CHECK,
    STATUS_CHECK_AGAIN,
    THANK_YOU,
    TO_CONTACT,
    TOLD,
    WORDINGS,
    draft,
)

EVERY = (THANK_YOU, replace(THANK_YOU, person=ANN.name), TO_CONTACT, STATUS_CHECK, STATUS_CHECK_AGAIN, REJECTION_REPLY)
every_mail = pytest.mark.parametrize("follow_up", EVERY, ids=lambda one: f"{one.kind} {one.person} {one.ordinal}")


def rules(revision: Revision, follow_up: FollowUp) -> set[str]:
    findings = check_draft(revision, interview=INTERVIEW, follow_up=follow_up, owner=OWNER, wordings=WORDINGS)
    return {finding.rule for finding in findings}


def first_sentence(body: str) -> str:
    return re.split(r"(?<=[.?!])\s", body.split("\n\n")[1])[0]


@every_mail
def test_the_shipped_mails_keep_the_rules_e8_e9_e14_e24(follow_up: FollowUp) -> None:
    assert rules(draft(follow_up, debrief=TOLD), follow_up) == set()


def test_skills_that_meet_their_needs_are_named_e4_e6() -> None:
    body = draft().body
    assert "six years of building reporting pipelines in SQL and dbt" in body
    assert "a kitchen of nine" not in body, "another trade's"


def test_one_or_two_qualifications_no_list_e6() -> None:
    many = Profile(qualifications=tuple(Qualification(text=f"skill number {n}", keywords=("data",)) for n in range(6)))
    assert 1 <= len(re.findall(r"skill number \d", draft(profile=many).body)) <= 2


@pytest.mark.parametrize("follow_up", [THANK_YOU, TO_CONTACT, REJECTION_REPLY], ids=lambda one: str(one.kind))
def test_a_mail_begins_with_thanks_e5(follow_up: FollowUp) -> None:
    assert re.search(r"\bthanks?\b", first_sentence(draft(follow_up).body), re.IGNORECASE)


def test_a_thank_you_that_does_not_is_advised_to_e5() -> None:
    body = draft().body
    thanked = body.split("\n\n")
    changed = "\n\n".join([thanked[0], "I have been thinking about our talk on SQL.", *thanked[2:]])
    assert "E5" in rules(replace(draft(), body=changed), THANK_YOU)


@every_mail
def test_a_few_paragraphs_of_60_to_180_words_e9(follow_up: FollowUp) -> None:
    body = draft(follow_up, debrief=TOLD).body
    assert 60 <= len(body.split()) <= 180
    assert len(body.split("\n\n")) <= 6


@pytest.mark.parametrize(
    "words", ["just checking in", "I am desperate", "I need your answer by Friday", "still waiting"]
)
def test_pressure_and_need_are_advised_against_e14(words: str) -> None:
    body = draft(STATUS_CHECK).body.replace("Best regards", f"{words.capitalize()}.\n\nBest regards")
    revision = replace(draft(STATUS_CHECK), body=f"{body}\n\n{words}")
    assert "E14" in rules(revision, STATUS_CHECK)


def test_the_second_question_says_the_main_points_again_e16() -> None:
    body = draft(STATUS_CHECK_AGAIN).body
    assert "reporting pipelines" in body
    assert re.search(r"interested|glad to take on", body)


def test_a_status_check_offers_more_once_e17() -> None:
    first, second = draft(STATUS_CHECK).body, draft(STATUS_CHECK_AGAIN).body
    assert "references" in first
    assert "references" not in second


def test_interest_is_stated_e24() -> None:
    body = draft(STATUS_CHECK).body
    assert "E24" not in rules(draft(STATUS_CHECK), STATUS_CHECK)
    plain = re.sub(r"interest\w*|appeals?|enthusias\w*|joining|very much like", "so", body)
    assert "E24" in rules(replace(draft(STATUS_CHECK), body=plain), STATUS_CHECK)


def test_a_deed_that_fits_reminds_of_the_owner_e25() -> None:
    assert "from six hours to forty minutes" in draft(STATUS_CHECK).body
    assert PROFILE.accomplishments[0].text in draft(STATUS_CHECK).body.replace("I ", "").replace("For example, ", "")


def test_two_readers_get_truly_different_mails_e2() -> None:
    one, other = (set(draft(replace(THANK_YOU, person=who.name)).body.split("\n\n")[1:-1]) for who in (ANN, PRIYA))
    assert not one & other
