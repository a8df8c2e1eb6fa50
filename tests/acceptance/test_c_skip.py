"""``skip``: this mail is never sent."""

from __future__ import annotations

import pytest

from tests.acceptance.correspondence import begin_talk, talk_time
from tests.acceptance.house import House

pytestmark = pytest.mark.mailserver


def test_what_was_skipped_never_leaves_not_even_after_a_later_yes(home: House) -> None:
    skipped, wanted = (
        begin_talk(home, company, talk_time(hours=2)) for company in ("Acme Robotics", "Borealis Pottery")
    )
    letter = home.wait_letter("approval", holding=skipped.company)
    home.reply(letter, "skip")
    home.wait_letter("receipt", holding="Skipped: thank-you to Jane Doe, Acme Robotics")
    home.reply(letter, "approve")
    home.wait_letter("notice", holding="It is no longer planned, so there is nothing to do")
    home.reply(home.wait_letter("approval", holding=wanted.company), "approve")
    home.wait_mail(wanted.interviewer)  # what is approved leaves, so what did not come was not merely slow
    assert skipped.arrived() == []
    assert skipped.follow_up()["state"] == "skipped"
