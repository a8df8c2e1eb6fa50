"""Whose word a mail is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.approval.provenance import SENT_COPY_WAIT, Proven, Refused, Wait, decide_origin, is_from_owner
from bot.core.approval.types import Origin
from bot.core.message.received import MailboxRole
from bot.core.message.types import Message
from tests.unit.core.approval.examples import NOW, OWNER, a_mail

ID = "mx.provider.example"
PASS = f"Authentication-Results: {ID}; dmarc=pass header.from=home.example"
FORGED = "Authentication-Results: mx.evil.example; dmarc=pass header.from=home.example"
FAIL = f"Authentication-Results: {ID}; dmarc=fail header.from=home.example"


def origin(mail: Message, role: MailboxRole, waited: timedelta, *, authserv_id: str | None = ID) -> object:
    return decide_origin(
        role=role, message=mail, owner=OWNER, authserv_id=authserv_id, received_at=NOW, now=NOW + waited
    )


def test_the_copy_in_sent_proves_the_owner_at_once() -> None:
    verdict = origin(a_mail(), MailboxRole.SENT, timedelta())
    assert verdict == Proven(origin=Origin.SENT_COPY)


def test_an_alias_of_the_owner_is_the_owner() -> None:
    verdict = origin(a_mail("From: m.okafor@work.example"), MailboxRole.SENT, timedelta())
    assert verdict == Proven(origin=Origin.SENT_COPY)


@pytest.mark.parametrize("field", ["X-Any: thing", PASS, FORGED], ids=["no results", "a pass", "a forged pass"])
def test_an_inbox_copy_waits_for_its_twin_whatever_it_carries(field: str) -> None:
    for waited in (timedelta(), SENT_COPY_WAIT - timedelta(microseconds=1)):
        assert origin(a_mail(field), MailboxRole.INBOX, waited) == Wait(until=NOW + SENT_COPY_WAIT)


def test_after_the_wait_the_word_of_the_trusted_provider_counts() -> None:
    assert origin(a_mail(PASS), MailboxRole.INBOX, SENT_COPY_WAIT) == Proven(origin=Origin.DMARC)


REFUSED = {
    "nobody vouches": ((), ID),
    "another server vouches": ((FORGED,), ID),
    "the trusted server says fail": ((FAIL,), ID),
    "a forged field stands above the true one": ((FORGED, PASS), ID),
    "a forged field with the true id stands below a fail": ((FAIL, PASS), ID),
    "the owner named no provider": ((PASS,), None),
    "the owner named an empty provider": ((PASS,), ""),
    "the pass is for the domain of an alias, not of From": (
        (f"Authentication-Results: {ID}; dmarc=pass header.from=work.example",),
        ID,
    ),
    "SPF passed for another domain": ((f"Authentication-Results: {ID}; spf=pass smtp.mailfrom=x@evil.example",), ID),
}


@pytest.mark.parametrize(("fields", "authserv_id"), REFUSED.values(), ids=REFUSED)
def test_after_the_wait_an_inbox_copy_is_refused_where(fields: tuple[str, ...], authserv_id: str | None) -> None:
    assert isinstance(origin(a_mail(*fields), MailboxRole.INBOX, SENT_COPY_WAIT, authserv_id=authserv_id), Refused)


NOT_THE_OWNER = {
    "somebody else": ("From: jane@acme.example",),
    "somebody else under the owner's name": ('From: "Maya Okafor" <maya@home.example.evil.example>',),
    "the owner's address as a name": ('From: "maya@home.example" <jane@evil.example>',),
    "two authors": ("From: maya@home.example, jane@evil.example",),
    "two From fields": ("From: maya@home.example", "From: jane@evil.example"),
    "two From fields, the owner's below": ("From: jane@evil.example", "From: maya@home.example"),
    "two From fields that both name the owner": ("From: maya@home.example", "From: maya@home.example"),
    "an empty From": ("From: ",),
    "Reply-To and Sender of the owner": (
        "From: jane@evil.example",
        "Reply-To: maya@home.example",
        "Sender: maya@home.example",
    ),
}


@pytest.mark.parametrize("fields", NOT_THE_OWNER.values(), ids=NOT_THE_OWNER)
@pytest.mark.parametrize("role", MailboxRole)
def test_a_mail_is_not_the_owners_with(fields: tuple[str, ...], role: MailboxRole) -> None:
    mail = a_mail(PASS, *fields)
    assert not is_from_owner(mail, OWNER)
    assert isinstance(origin(mail, role, SENT_COPY_WAIT), Refused)


@pytest.mark.parametrize("address", ["maya@home.example", "MAYA@Home.Example", "m.okafor@work.example"])
def test_the_owner_is_known_by_each_of_his_addresses(address: str) -> None:
    assert is_from_owner(a_mail(f"From: Somebody <{address}>"), OWNER)
