"""Beyond mail: a text for the owner to copy, which counts once he says that he has sent it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.acceptance.correspondence import begin_talk, talk_time
from tests.acceptance.house import House
from tests.mailserver.server import wait_for

pytestmark = pytest.mark.mailserver


def test_a_linkedin_request_comes_after_the_thanks_and_moves_the_status_check_when_sent_e21(house: House) -> None:
    house.write_policy(linkedin="on", wait="1h", gap="9 days")
    house.start()
    talk = begin_talk(house, "Sable Instruments", talk_time(hours=2))
    house.reply(house.wait_letter("approval", holding=talk.company), "approve")
    house.wait_mail(talk.interviewer)

    letter = house.wait_letter(None, holding="LinkedIn request")
    body = letter.get_body(("plain",))
    assert body is not None
    assert "Sable Instruments" in " ".join(str(body.get_content()).split())
    said_at = datetime.now(UTC)
    house.reply(letter, "sent 1")
    house.wait_letter("notice", holding="It counts as one of the mails to them")

    def is_planned_later() -> bool:
        """Nine days after the request, not after the thanks; the plan counts whole minutes."""
        planned_at = datetime.fromisoformat(str(talk.follow_up("status_check")["send_at"]))
        return planned_at >= said_at + timedelta(days=9) - timedelta(minutes=1)

    wait_for(is_planned_later)
    assert len(talk.arrived()) == 1, "the bot writes nothing there itself"
