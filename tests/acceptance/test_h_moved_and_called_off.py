"""A talk is moved or called off, by calendar or in plain words: what hung on the old date goes with it, and the owner is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from zoneinfo import ZoneInfo

import pytest

from tests.acceptance.correspondence import Talk, begin_talk, talk_time
from tests.acceptance.house import House, running, text_of
from tests.mailserver.fixtures import fresh_user
from tests.mailserver.server import MailServer

pytestmark = pytest.mark.mailserver

FIRST, SECOND = ("Acme", "Borealis", "Cobalt", "Dune"), ("Robotics", "Pottery", "Freight")
NAMES = iter(f"{first} {second}" for first in FIRST for second in SECOND)
HERE = ZoneInfo("Europe/Berlin")
BY_CALENDAR, IN_WORDS = "by calendar", "in plain words"
ways = pytest.mark.parametrize("way", [BY_CALENDAR, IN_WORDS])


@pytest.fixture(scope="module")
def home(mail_server: MailServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One daemon for all these talks, each of which is at a company of its own."""
    with running(House(mail_server, tmp_path_factory.mktemp("home"), fresh_user())) as house:
        yield house


def a_company() -> str:
    return next(NAMES)


def move(talk: Talk, start: datetime, way: str) -> None:
    if way == BY_CALENDAR:
        talk.calendar(sequence=1, start=start)
        return
    shown = start.astimezone(HERE)
    talk.answer(
        "I am sorry, something has come up here. We have to move your interview for the Backend Engineer role to "
        f"{shown:%A, %d %B %Y} at {shown:%H:%M} {shown:%Z}."
    )


def call_off(talk: Talk, way: str) -> None:
    if way == BY_CALENDAR:
        talk.calendar(sequence=1, method="CANCEL")
        return
    shown = talk.start.astimezone(HERE)
    talk.answer(
        f"unfortunately we have to cancel your interview on {shown:%A, %d %B} at {shown:%H:%M} {shown:%Z}. "
        "I am sorry for the inconvenience."
    )


def moment(value: object) -> datetime:
    return datetime.fromisoformat(str(value))


def answer_of(talk: Talk) -> str:
    """The words of the letter that says that nothing came of a command about this talk."""
    notices = talk.house.server.wait_for(
        lambda: [
            letter
            for letter in talk.house.letters("notice", holding=talk.company)
            if letter["Subject"] == "Nothing was changed"
        ]
    )
    assert len(notices) == 1
    return words_of(notices[0])


def words_of(letter: EmailMessage) -> str:
    """Its text as one line."""
    return " ".join(text_of(letter).split())


@ways
def test_a_move_before_the_draft_moves_the_whole_plan(home: House, way: str) -> None:
    talk = begin_talk(home, a_company(), talk_time(days=-2))
    home.wait_letter("noted", holding=talk.company)
    later = talk.start + timedelta(days=5, hours=2)

    move(talk, later, way)
    told = home.wait_letter("noted", holding=f"Moved: interview with {talk.company}")

    row = talk.row()
    assert moment(row["start"]) == later
    thanks, check = row["follow_ups"]  # type: ignore[misc]
    assert (thanks["kind"], thanks["state"], check["state"]) == ("thank_you", "planned", "planned")
    assert moment(thanks["draft_at"]) == later + timedelta(hours=1)
    assert moment(check["draft_at"]) > moment(thanks["draft_at"]) + timedelta(days=7)
    assert f"{talk.start.astimezone(HERE):%H:%M}" in words_of(told)
    assert home.letters("approval", holding=talk.company) == []


def test_an_older_version_that_arrives_late_moves_nothing_back(home: House) -> None:
    talk = begin_talk(home, a_company(), talk_time(days=-2))
    home.wait_letter("noted", holding=talk.company)
    talk.calendar(sequence=2, start=talk.start + timedelta(days=1))
    home.wait_letter("noted", holding=f"Moved: interview with {talk.company}")

    talk.calendar(sequence=1, start=talk.start + timedelta(days=3))
    talk.calendar(sequence=3, method="CANCEL")  # mails are read in order: when this one is answered, that one was read
    home.wait_letter("notice", holding=f"Called off: interview with {talk.company}")

    assert len(home.letters("noted", holding=f"Moved: interview with {talk.company}")) == 1
    assert moment(talk.row()["start"]) == talk.start + timedelta(days=1)


@ways
def test_calling_it_off_before_the_draft_cancels_the_plan(home: House, way: str) -> None:
    talk = begin_talk(home, a_company(), talk_time(days=-2))
    home.wait_letter("noted", holding=talk.company)

    call_off(talk, way)
    home.wait_letter("notice", holding=f"Called off: interview with {talk.company}")

    row = talk.row()
    assert row["status"] == "cancelled"
    assert {mail["state"] for mail in row["follow_ups"]} == {"cancelled"}  # type: ignore[attr-defined]
    assert {mail["stop_reason"] for mail in row["follow_ups"]} == {"interview_cancelled"}  # type: ignore[attr-defined]


@ways
def test_a_move_voids_the_draft_that_waits_and_a_yes_to_it_only_says_so(home: House, way: str) -> None:
    talk = begin_talk(home, a_company(), talk_time(hours=2))
    shown = home.wait_letter("approval", holding=talk.company)
    later = talk_time(days=-1)

    move(talk, later, way)
    told = home.wait_letter("noted", holding=f"Moved: interview with {talk.company}")
    assert "the interview has moved" in words_of(told)

    home.reply(shown, "approve")
    assert "outdated" in answer_of(talk)
    thanks = talk.follow_up()
    assert (thanks["state"], moment(thanks["draft_at"])) == ("planned", later + timedelta(hours=1))
    assert talk.arrived() == []
    assert home.letters("receipt", holding=talk.company) == []


@ways
def test_calling_it_off_voids_the_draft_that_waits_and_a_yes_to_it_only_says_so(home: House, way: str) -> None:
    talk = begin_talk(home, a_company(), talk_time(hours=2))
    shown = home.wait_letter("approval", holding=talk.company)

    call_off(talk, way)
    told = home.wait_letter("notice", holding=f"Called off: interview with {talk.company}")
    assert "Thank-you to Jane Doe" in words_of(told)

    home.reply(shown, "approve")
    assert "no longer planned" in answer_of(talk)
    thanks = talk.follow_up()
    assert (thanks["state"], thanks["stop_reason"]) == ("cancelled", "interview_cancelled")
    assert talk.arrived() == []
    assert home.letters("receipt", holding=talk.company) == []


def test_calling_it_off_takes_an_approved_mail_off_the_way_out(home: House) -> None:
    talk = begin_talk(home, a_company(), talk_time(hours=2))
    home.reply(home.wait_letter("approval", holding=talk.company), "send tomorrow 9am")
    home.wait_letter("receipt", holding=talk.company)

    call_off(talk, BY_CALENDAR)
    told = home.wait_letter("notice", holding=f"Called off: interview with {talk.company}")
    assert "None of this will be sent, even if you approved it" in words_of(told)
    assert talk.follow_up()["state"] == "cancelled"
    assert talk.arrived() == []
