"""``send tomorrow 9am``: approved, and it waits for its time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.acceptance.correspondence import begin_talk, talk_time
from tests.acceptance.house import House, text_of

pytestmark = pytest.mark.mailserver


def test_a_mail_approved_for_tomorrow_waits_for_its_time(home: House) -> None:
    later, now = (begin_talk(home, company, talk_time(hours=2)) for company in ("Acme Robotics", "Borealis Pottery"))
    letter = home.wait_letter("approval", holding=later.company)
    zone = ZoneInfo("Europe/Berlin")
    asked_on = datetime.now(UTC).astimezone(zone).date()
    home.reply(letter, "send tomorrow 9am")
    receipt = home.wait_letter("receipt", holding="Approved: thank-you to Jane Doe, Acme Robotics")

    mail = later.follow_up()
    send_at = datetime.fromisoformat(str(mail["send_at"])).astimezone(zone)
    assert (mail["state"], f"{send_at:%H:%M}") == ("approved", "09:00")
    assert send_at.date() == asked_on + timedelta(days=1)
    assert "09:00" in text_of(receipt)
    assert "undo" in text_of(receipt)

    home.reply(home.wait_letter("approval", holding=now.company), "approve")
    home.wait_mail(now.interviewer)  # what is due leaves meanwhile
    assert later.arrived() == []
