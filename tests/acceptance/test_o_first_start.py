"""The first start: it begins at now, and offers the interviews that older mail tells of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.acceptance.correspondence import talk_time
from tests.acceptance.house import House, invitation, text_of
from tests.mailserver.fixtures import fresh_user

pytestmark = pytest.mark.mailserver


def earlier(house: House, company: str, start: datetime, *, days: int) -> None:
    """Have an invitation lie in INBOX since some days before the first start."""
    email = f"{fresh_user()}@{company.lower().replace(' ', '-')}.test"
    mail = invitation(to=house.address, organizer=email, company=company, start=start, uid=f"{company}@cal.example")
    house.server.file(mail.as_bytes(), house.owner, when=datetime.now(UTC) - timedelta(days=days))


def test_an_interview_of_tomorrow_is_offered_and_recorded_when_taken_on(house: House) -> None:
    earlier(house, "Quarry Books", talk_time(hours=-24), days=5)
    earlier(house, "Ridge Telecom", talk_time(hours=-72), days=2)
    earlier(house, "Saffron Travel", talk_time(days=9), days=12)
    house.start()
    letter = house.wait_letter("noted")
    text = text_of(letter)
    assert "1. Interview with Quarry Books" in text
    assert "2. Interview with Ridge Telecom" in text
    assert "Saffron" not in text
    assert house.listed() == []

    house.reply(letter, "take 1")
    house.wait_letter("noted", holding="Noted: interview with Quarry Books")
    (row,) = house.listed()
    assert (row["company"], row["status"]) == ("Quarry Books", "expected")

    house.stop()
    house.start()
    house.reply(letter, "take 2")
    house.wait_letter("noted", holding="Noted: interview with Ridge Telecom")
    assert len(house.letters("noted", holding="Shall I take on")) == 1
    assert not house.unforeseen()
