"""The facts of an interview: the end, the people, the wishes."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.core.interview.facts import add_facts, default_end, find_end, find_place_tz, merge_people
from bot.core.message.types import Address
from bot.core.reading.types import ContactWish, Person, Reading, Slot
from tests.unit.core.interview.examples import JANE, NOW, OWNER, RITA, START, a_message, a_reading, an_interview

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("reading", "end"),
    [
        pytest.param(a_reading(), START + 60 * MINUTE, id="nothing is stated: an hour"),
        pytest.param(a_reading(duration_minutes=30), START + 30 * MINUTE, id="a stated length"),
        pytest.param(
            a_reading(end=START + 2 * HOUR, duration_minutes=30), START + 2 * HOUR, id="a stated end counts more"
        ),
        pytest.param(a_reading(end=START - HOUR), START + HOUR, id="an end before the start is none"),
        pytest.param(a_reading(end=START + timedelta(days=40)), START + HOUR, id="nor is one weeks later"),
        pytest.param(
            a_reading(slots=(Slot(start=START, end=START + HOUR), Slot(start=START + 3 * HOUR, end=None))),
            START + 4 * HOUR,
            id="of several slots the last one's",
        ),
        pytest.param(a_reading(duration_minutes=0), START + HOUR, id="a length of nothing is none"),
    ],
)
def test_the_end(reading: Reading, end: datetime) -> None:
    assert find_end(reading, START) == end


@pytest.mark.parametrize(
    ("tz", "stated", "place"),
    [
        pytest.param("Europe/London", True, "Europe/London", id="a zone that they named is theirs"),
        pytest.param("Europe/London", False, None, id="one that nobody named is not"),
        pytest.param("UTC", True, None, id="UTC is how calendars write, not where people work"),
    ],
)
def test_the_zone_of_their_hours(tz: str, stated: bool, place: str | None) -> None:
    assert find_place_tz(a_reading(tz=tz, tz_stated=stated)) == place


def test_a_length_is_bounded() -> None:
    assert default_end(START, 10**9) - START <= timedelta(hours=72)


@pytest.mark.parametrize(
    ("known", "told", "people"),
    [
        pytest.param([JANE], [Person(name="Jane")], [JANE], id="a first name is the one who is known"),
        pytest.param([Person(name="Jane")], [JANE], [JANE], id="a fuller name and an address are learned"),
        pytest.param(
            [Person(name="J D", email=JANE.email)],
            [JANE],
            [Person(name="J D", email=JANE.email)],
            id="one address, one person",
        ),
        pytest.param([JANE], [RITA], [JANE, RITA], id="others are added"),
        pytest.param(
            [JANE, Person(name="Jane Roe", email="roe@acme.example")],
            [Person(name="Jane")],
            [JANE, Person(name="Jane Roe", email="roe@acme.example"), Person(name="Jane")],
            id="a name that fits two is neither",
        ),
        pytest.param(
            [JANE],
            [Person(name="Jane Doe", email="other@acme.example")],
            [JANE, Person(name="Jane Doe", email="other@acme.example")],
            id="two addresses are two people",
        ),
    ],
)
def test_people(known: list[Person], told: list[Person], people: list[Person]) -> None:
    assert list(merge_people(known, told)) == people


def test_a_crowd_is_bounded() -> None:
    assert len(merge_people((), [Person(name=f"Person Number{n}") for n in range(500)])) == 30


def test_a_wish_is_never_taken_back_by_a_mail_that_is_silent_e18() -> None:
    known = an_interview(contact_wish=ContactWish.NO_CHASING)
    for wish, kept in [
        (ContactWish.NONE, ContactWish.NO_CHASING),
        (ContactWish.NO_CALLS, ContactWish.NO_CHASING),
        (ContactWish.NO_CONTACT, ContactWish.NO_CONTACT),
    ]:
        after = add_facts(known, a_reading(contact_wish=wish), a_message(), owner=OWNER, received_at=NOW)
        assert after.contact_wish is kept


def test_the_contact_is_the_latest_who_can_be_written_to() -> None:
    new = Person(name="Tom Ash", email="tom@acme.example")
    for told, kept in [(None, RITA), (Person(name="Tom Ash"), RITA), (new, new)]:
        after = add_facts(an_interview(), a_reading(contact=told), a_message(), owner=OWNER, received_at=NOW)
        assert after.contact == kept


def test_it_is_answered_from_the_address_they_wrote_to_last() -> None:
    alias = OWNER.aliases[0]
    by_hand = a_message(to=(Address(email=alias),))
    by_machine = a_message(to=(Address(email=alias),), sender="noreply@acme.example")
    for mail, address in [(by_hand, alias), (by_machine, OWNER.email), (a_message(to=()), OWNER.email)]:
        assert add_facts(an_interview(), a_reading(), mail, owner=OWNER, received_at=NOW).addressed_to == address
