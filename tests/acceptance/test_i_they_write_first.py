"""The company writes before the status check is due: it is dropped with the reason, and the owner is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.acceptance.correspondence import begin_talk, talk_time
from tests.acceptance.house import House, running, text_of
from tests.mailserver.fixtures import fresh_user
from tests.mailserver.server import MailServer

pytestmark = pytest.mark.mailserver


@pytest.fixture(scope="module")
def home(mail_server: MailServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One daemon for all these talks."""
    with running(House(mail_server, tmp_path_factory.mktemp("home"), fresh_user())) as house:
        yield house


def test_an_answer_by_hand_cancels_the_status_check_and_leaves_the_thank_you_to_the_owner(home: House) -> None:
    talk = begin_talk(home, "Larch Instruments", talk_time(hours=2))
    home.wait_letter("approval", holding=talk.company)

    talk.answer(
        "It was good to meet you today. I am putting my notes together for the team, and will write again next week."
    )
    told = home.wait_letter("notice", holding=f"{talk.company} wrote to you")

    assert "status check" in text_of(told)
    row = talk.row()
    thanks, check = row["follow_ups"]  # type: ignore[misc]
    assert (check["kind"], check["state"], check["stop_reason"]) == ("status_check", "cancelled", "company_answered")
    assert thanks["state"] == "waiting"
    assert "they have written to you" in home.run("list").stdout
    assert "company answered" in home.run("show", str(row["id"])).stdout


def test_a_rejection_cancels_whatever_waits_and_a_yes_to_it_only_says_so(home: House) -> None:
    talk = begin_talk(home, "Quarry Logistics", talk_time(hours=2))
    letter = home.wait_letter("approval", holding=talk.company)

    talk.answer(
        "thank you for taking the time to speak with us. After careful consideration we have decided to move forward "
        "with another candidate for the Backend Engineer role. We wish you all the best in your search."
    )
    home.wait_letter("notice", holding=f"{talk.company} wrote to you (rejection)")
    mails = talk.row()["follow_ups"]
    ended = {(mail["kind"], mail["state"], mail["stop_reason"]) for mail in mails}  # type: ignore[attr-defined]
    assert ended == {
        ("thank_you", "cancelled", "rejected"),
        ("status_check", "cancelled", "rejected"),
        ("rejection_reply", "planned", None),  # a gracious answer, with time to think
    }

    home.reply(letter, "approve")
    home.wait_letter("notice", holding="no longer planned")
    assert talk.arrived() == []


def test_an_absence_note_is_no_answer(home: House) -> None:
    talk = begin_talk(home, "Saltmarsh Optics", talk_time(hours=2))
    home.wait_letter("approval", holding=talk.company)

    talk.answer("I am out of the office until Monday and will read your mail then.", Auto_Submitted="auto-replied")
    later = begin_talk(home, "Tidewell Systems", talk_time(days=-2))
    home.wait_letter("noted", holding=later.company)  # mails are read in order

    assert home.letters("notice", holding=talk.company) == []
    assert talk.follow_up("status_check")["state"] == "planned"
