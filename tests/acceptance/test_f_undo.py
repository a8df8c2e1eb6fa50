"""A change of mind while the mail still lies here: it is held, shown again, and leaves once, after a new yes."""

from __future__ import annotations

import pytest

from tests.acceptance.correspondence import begin_talk, talk_time
from tests.acceptance.house import House, draft_in, parsed, running, same_text, text_of
from tests.mailserver.server import LIMIT_S

pytestmark = pytest.mark.mailserver

UNDO = 40
"""Seconds: long enough for a reply even where everything is slow, short enough to wait for."""


def test_what_is_called_back_in_time_is_asked_again_and_leaves_once_after_a_new_yes(house: House) -> None:
    house.write_policy(undo=f"{UNDO}s")
    with running(house):
        undone, doubted, kept = (
            begin_talk(house, company, talk_time(hours=2))
            for company in ("Acme Robotics", "Borealis Pottery", "Cobalt Ferries")
        )
        for talk in (undone, doubted):
            house.reply(house.wait_letter("approval", holding=talk.company), "approve")
        receipts = [
            house.wait_letter("receipt", holding=f"Approved: thank-you to Jane Doe, {talk.company}")
            for talk in (undone, doubted)
        ]
        assert all("undo" in text_of(receipt) for receipt in receipts)
        house.reply(receipts[0], "undo")
        house.reply(receipts[1], "wait, fix her name")
        held = house.wait_letter("approval", holding=undone.company, count=2)
        asked = house.wait_letter("question", holding=doubted.company)
        assert "Nothing has left" in text_of(held)
        assert "I hold what you had approved" in " ".join(text_of(asked).split())

        # Approved after those two were, and not called back: when it has come, their time to leave is long over.
        house.reply(house.wait_letter("approval", holding=kept.company), "approve")
        house.wait_mail(kept.interviewer, timeout=UNDO + LIMIT_S)
        assert undone.arrived() == doubted.arrived() == []
        assert sorted(house.states()) == ["held", "held", "sent"]
        assert house.stop() == 0

    house.write_policy(undo="0s")
    with running(house):
        for talk, letter in ((undone, held), (doubted, asked)):
            house.reply(letter, "approve")
            house.wait_letter("receipt", holding=f"Sent: thank-you to Jane Doe, {talk.company}")
            assert same_text(parsed(house.wait_mail(talk.interviewer)), draft_in(letter))
        assert len(undone.arrived()) == len(doubted.arrived()) == len(kept.arrived()) == 1
