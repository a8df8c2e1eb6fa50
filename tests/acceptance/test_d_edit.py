"""An edit by reply: the new version is shown with what changed, and only a yes to that one sends it."""

from __future__ import annotations

import pytest

from tests.acceptance.correspondence import Talk, begin_talk, talk_time
from tests.acceptance.house import House, draft_in, parsed, same_text, text_of

pytestmark = pytest.mark.mailserver

OWN_WORDS = """\
Hi Jane,

Thank you for your time today. I keep thinking about the conveyor that stops too late, and I would try a second sensor
at the far end before anything else.

I look forward to hearing from you.

Best,
Robin"""


def test_a_text_of_the_owners_own_replaces_the_draft(home: House) -> None:
    talk = begin_talk(home, "Acme Robotics", talk_time(hours=2))
    shown = assert_edited(talk, OWN_WORDS, difference="conveyor")
    assert shown == OWN_WORDS


def test_change_x_to_y_changes_that_and_nothing_else(home: House) -> None:
    talk = begin_talk(home, "Borealis Pottery", talk_time(hours=2))
    before = draft_in(home.wait_letter("approval", holding=talk.company))
    assert before.startswith("Dear Jane,\n")
    shown = assert_edited(talk, "Please change “Dear Jane” to “Dear Dr. Doe”", difference="{+Dr. Doe")
    assert shown == before.replace("Dear Jane", "Dear Dr. Doe", 1)


def assert_edited(talk: Talk, words: str, *, difference: str) -> str:
    """Answer the first letter with an edit, the yes to it comes too late, the yes to the second sends; return the text sent."""
    house = talk.house
    first = house.wait_letter("approval", holding=talk.company)
    house.reply(first, words)
    second = house.wait_letter("approval", holding=talk.company, count=2)
    assert "version 2" in str(second["Subject"])
    shown, changed = draft_in(second), text_of(second).partition("What changed since the version before")[2]
    assert shown != draft_in(first)
    assert difference in " ".join(changed.split())

    house.reply(first, "approve")
    house.wait_letter("notice", holding="That letter is outdated: a newer version was shown since")
    assert talk.follow_up()["state"] == "waiting"
    assert talk.arrived() == []

    house.reply(second, "approve")
    mail = parsed(house.wait_mail(talk.interviewer))
    assert same_text(mail, shown)
    assert len(talk.arrived()) == 1
    return shown
