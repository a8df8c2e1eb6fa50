"""What a yes covers: every field that a reader sees, and nothing else."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from bot.core.approval.digest import digest
from bot.core.draft.types import Revision
from bot.core.message.types import Address
from tests.unit.core.approval.examples import ADVICE, ERROR, a_revision

JANE = Address(name="Jane Roe", email="jane@acme.example")
BOB = Address(name="Bob Ray", email="bob@acme.example")
COVERED: dict[str, tuple[str, Any]] = {
    "another address in From": ("from_", Address(name="Maya Okafor", email="m.okafor@work.example")),
    "another name in From": ("from_", Address(name="M. Okafor", email="maya@home.example")),
    "another recipient": ("to", (BOB,)),
    "one recipient more": ("to", (JANE, BOB)),
    "another name of the same recipient": ("to", (Address(name="Janet Roe", email="jane@acme.example"),)),
    "no recipient": ("to", ()),
    "somebody in Cc": ("cc", (BOB,)),
    "another subject": ("subject", "Re: Your Interview"),
    "no In-Reply-To": ("in_reply_to", None),
    "another In-Reply-To": ("in_reply_to", "a2@acme.example"),
    "References in another order": ("references", ("a1@acme.example", "a0@acme.example")),
    "fewer References": ("references", ("a1@acme.example",)),
    "one character of the body": ("body", "Dear Jane,\n\nthank you!\n\nMaya"),
    "one line break of the body": ("body", "Dear Jane,\nthank you.\n\nMaya"),
    "a blank at the end of the body": ("body", "Dear Jane,\n\nthank you.\n\nMaya "),
}
NOT_COVERED: dict[str, tuple[str, Any]] = {
    "the number of the revision (bound beside the digest)": ("number", 2),
    "the follow-up it belongs to (bound beside the digest)": ("follow_up_id", 5),
    "what the check says": ("findings", (ERROR, ADVICE)),
}


@pytest.mark.parametrize(("name", "value"), COVERED.values(), ids=COVERED)
def test_the_digest_changes_with(name: str, value: object) -> None:
    assert digest(a_revision(**{name: value})) != digest(a_revision())


@pytest.mark.parametrize(("name", "value"), NOT_COVERED.values(), ids=NOT_COVERED)
def test_the_digest_does_not_change_with(name: str, value: object) -> None:
    assert digest(a_revision(**{name: value})) == digest(a_revision())


def test_every_field_of_a_revision_is_decided_above() -> None:
    assert {name for name, _ in (*COVERED.values(), *NOT_COVERED.values())} == {
        field.name for field in fields(Revision)
    }


def test_moving_a_recipient_from_to_to_cc_changes_it() -> None:
    assert digest(a_revision(to=(JANE,), cc=(BOB,))) != digest(a_revision(to=(JANE, BOB)))


def test_words_cannot_slip_from_one_field_into_the_next() -> None:
    assert digest(a_revision(subject="a", body="b c")) != digest(a_revision(subject="a b", body="c"))
