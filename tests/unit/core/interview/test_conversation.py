"""Who wrote a mail, to which address, and what an answer to it carries."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.interview.conversation import find_addressed_to, is_human, next_head
from bot.core.interview.types import ThreadHead
from bot.core.message.types import Address, Message
from tests.unit.core.interview.examples import NOW, OWNER, a_message

ALIAS = OWNER.aliases[0]
KNOWN = ThreadHead(message_id="k@acme.example", references=("a@x",), subject="Hello", at=NOW)


@pytest.mark.parametrize(
    ("message", "human"),
    [
        pytest.param(a_message(), True, id="an ordinary mail"),
        pytest.param(
            a_message(headers=(("list-unsubscribe", "<x>"), ("precedence", "bulk"))), True, id="through a hiring system"
        ),
        pytest.param(a_message(headers=(("x-auto-response-suppress", "All"),)), True, id="through Exchange"),
        pytest.param(a_message(subject="Automatic reply: Your interview"), False, id="an out-of-office"),
        pytest.param(a_message(from_fields=2), False, id="two From fields"),
        pytest.param(a_message(sender=ALIAS), False, id="the owner"),
    ],
)
def test_a_person_wrote_it(message: Message, human: bool) -> None:
    assert is_human(message, OWNER) is human


@pytest.mark.parametrize(
    ("message", "address"),
    [
        pytest.param(
            a_message(to=(Address(email="x@y.example"), Address(email=ALIAS))), ALIAS, id="in To, among others"
        ),
        pytest.param(a_message(to=(), cc=(Address(email=ALIAS),)), ALIAS, id="in Cc"),
        pytest.param(a_message(to=(), headers=(("delivered-to", ALIAS.upper()),)), ALIAS, id="in the delivery field"),
        pytest.param(
            a_message(to=(Address(email=OWNER.email),), cc=(Address(email=ALIAS),)), OWNER.email, id="To before Cc"
        ),
        pytest.param(a_message(to=(Address(email="list@y.example"),)), None, id="nowhere"),
    ],
)
def test_the_address_they_wrote_to(message: Message, address: str | None) -> None:
    assert find_addressed_to(message, OWNER) == address


@pytest.mark.parametrize(
    ("message", "head"),
    [
        pytest.param(a_message(date=NOW + timedelta(hours=1)), "m1@acme.example", id="a later mail takes its place"),
        pytest.param(a_message(date=NOW - timedelta(hours=1)), "k@acme.example", id="an older one does not"),
        pytest.param(
            a_message(date=NOW - timedelta(hours=1), references=("k@acme.example",)), "m1@acme.example",
            id="an answer to it is later, whatever its clock says",
        ),
        pytest.param(a_message(message_id="a@x", date=NOW + timedelta(hours=1)), "k@acme.example", id="what it answers is older"),
        pytest.param(a_message(sender=OWNER.email, date=NOW + timedelta(hours=1)), "k@acme.example", id="never the owner's own"),
        pytest.param(a_message(sender="no-reply@acme.example", date=NOW + timedelta(hours=1)), "k@acme.example", id="never a machine's"),
        pytest.param(a_message(message_id=None, date=NOW + timedelta(hours=1)), "k@acme.example", id="never one without an id"),
    ],
)  # fmt: skip
def test_the_head_is_their_latest_mail(message: Message, head: str) -> None:
    found = next_head(message, known=KNOWN, owner=OWNER, received_at=NOW + timedelta(hours=2))
    assert found is not None
    assert found.message_id == head


def test_an_invitation_sent_by_a_calendar_in_a_persons_name_can_be_answered() -> None:
    mail = a_message(headers=(("auto-submitted", "auto-generated"),), calendars=("BEGIN:VCALENDAR",))
    assert not is_human(mail, OWNER)
    assert next_head(mail, known=None, owner=OWNER, received_at=NOW) is not None


def test_a_date_in_the_future_does_not_shut_out_later_mail() -> None:
    head = next_head(a_message(date=NOW + timedelta(days=900)), known=None, owner=OWNER, received_at=NOW)
    assert head is not None
    assert head.at == NOW


def test_ancestors_come_from_in_reply_to_where_there_are_no_references() -> None:
    head = next_head(a_message(in_reply_to="p@x"), known=None, owner=OWNER, received_at=NOW)
    assert head is not None
    assert head.references == ("p@x",)


def test_ancestors_are_bounded_and_keep_the_first() -> None:
    ids = tuple(f"{n}@x" for n in range(100))
    head = next_head(a_message(references=ids), known=None, owner=OWNER, received_at=NOW)
    assert head is not None
    assert (len(head.references), head.references[0], head.references[-1]) == (20, "0@x", "99@x")
