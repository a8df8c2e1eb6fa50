"""Subjects and ids."""

from __future__ import annotations

import pytest

from bot.core.message.threading import base_subject, message_ids, reply_references, reply_subject

SUBJECTS = {
    "plain": ("Interview", "Interview"),
    "one prefix": ("Re: Interview", "Interview"),
    "many, in many languages": ("AW: Re: SV: RIF: TR: WG: Fwd: RES: Antw: Interview", "Interview"),
    "a counter": ("RE[2]: Interview", "Interview"),
    "a space before the colon": ("Réf : RE : Entretien", "Entretien"),
    "a wide colon": ("Re：Interview", "Interview"),
    "a word that begins like a prefix": ("Reminder: interview", "Reminder: interview"),
    "a prefix in the middle": ("Interview Re: role", "Interview Re: role"),
    "nothing but prefixes": ("Re: Re:", ""),
}


@pytest.mark.parametrize(("subject", "base"), SUBJECTS.values(), ids=SUBJECTS.keys())
def test_prefixes(subject: str, base: str) -> None:
    assert base_subject(subject) == base
    assert reply_subject(subject) == f"Re: {base}".rstrip()
    assert reply_subject(reply_subject(subject)) == reply_subject(subject)


IDS = {
    "one": ("<a@x>", ("a@x",)),
    "several": ("<a@x> <b@x>", ("a@x", "b@x")),
    "commas": ("<a@x>,<b@x>", ("a@x", "b@x")),
    "no spaces": ("<a@x><b@x>", ("a@x", "b@x")),
    "each once": ("<a@x> <a@x>", ("a@x",)),
    "a phrase": ('Your message of Monday <a@x> "hello"', ("a@x",)),
    "folded within": ("<a@ x>", ("a@x",)),
    "without brackets": ("a@x, b@x", ("a@x", "b@x")),
    "empty brackets": ("<>", ()),
    "open brackets": ("<" * 5_000, ()),
    "too long": (f"<{'a' * 999}>", ()),
    "nothing": ("", ()),
}


@pytest.mark.parametrize(("value", "ids"), IDS.values(), ids=IDS.keys())
def test_ids(value: str, ids: tuple[str, ...]) -> None:
    assert message_ids(value) == ids


def test_a_reply_refers_to_the_thread_and_last_to_what_it_answers() -> None:
    assert reply_references("c@x", ["a@x", "b@x"]) == ("a@x", "b@x", "c@x")
    assert reply_references("c@x", ["a@x", "c@x", "b@x", "a@x"]) == ("a@x", "b@x", "c@x")
    assert reply_references("c@x", []) == ("c@x",)


def test_long_threads_keep_their_first_and_their_newest_ids() -> None:
    kept = reply_references("last@x", [f"{number}@x" for number in range(50)])
    assert len(kept) == 20
    assert (kept[0], kept[1], kept[-1]) == ("0@x", "32@x", "last@x")
