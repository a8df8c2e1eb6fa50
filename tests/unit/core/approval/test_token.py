"""The token of a letter, and every place in which a reply may carry it."""

from __future__ import annotations

import hashlib

import pytest

from bot.core.approval.token import TOKEN_BYTES, find_token, hash_token, make_token
from tests.unit.core.approval.examples import OTHER_TOKEN, TOKEN, a_mail

NAMES_THE_LETTER = {
    "In-Reply-To holds it": a_mail(f"In-Reply-To: <{TOKEN}@home.example>"),
    "In-Reply-To holds it in capitals": a_mail(f"In-Reply-To: <{TOKEN.upper()}@home.example>"),
    "In-Reply-To wins over a ref line of another letter": a_mail(
        f"In-Reply-To: <{TOKEN}@home.example>", body=f"approve\nref: {OTHER_TOKEN}"
    ),
    "the server wrote an id of its own, and the ref line stands in the quote": a_mail(
        "In-Reply-To: <AM0PR01@exchange.example>", body=f"approve\n\n> shown\n> ref: {TOKEN}\n"
    ),
    "a ref line of its own": a_mail(body=f"approve\n\nref: {TOKEN}"),
    "a ref line in capitals": a_mail(body=f"approve\n\nREF: {TOKEN.upper()}"),
    "a ref line with blanks around": a_mail(body=f"approve\n\n  ref:   {TOKEN}  "),
    "the same ref line twice": a_mail(body=f"ref: {TOKEN}\nref: {TOKEN.upper()}"),
    "a ref line of its own above a quoted one of another letter": a_mail(
        body=f"approve\nref: {TOKEN}\n\n> ref: {OTHER_TOKEN}"
    ),
    "a doubly quoted ref line": a_mail(body=f"approve\n> > ref: {TOKEN}"),
    "a plus-address": a_mail(f"To: <maya+{TOKEN}@home.example>"),
    "a plus-address that a client put into lower or upper case": a_mail(f"To: <maya+{TOKEN.upper()}@home.example>"),
}


@pytest.mark.parametrize("mail", NAMES_THE_LETTER.values(), ids=NAMES_THE_LETTER)
def test_a_reply_names_its_letter_where(mail: object) -> None:
    assert find_token(mail) == TOKEN  # type: ignore[arg-type]


NAMES_NOTHING = {
    "an ordinary mail": a_mail(),
    "References alone hold it (a thread holds many letters)": a_mail(f"References: <{TOKEN}@home.example>"),
    "the subject holds it": a_mail(f"Subject: Re: approve {TOKEN}"),
    "two ref lines differ": a_mail(body=f"ref: {TOKEN}\nref: {OTHER_TOKEN}"),
    "two quoted ref lines differ": a_mail(body=f"> ref: {TOKEN}\n> ref: {OTHER_TOKEN}"),
    "two plus-addresses differ": a_mail(f"To: maya+{TOKEN}@home.example, maya+{OTHER_TOKEN}@home.example"),
    "it is one character short": a_mail(f"In-Reply-To: <{TOKEN[:-1]}@home.example>", body=f"ref: {TOKEN[:-1]}"),
    "it is one character long": a_mail(f"In-Reply-To: <a{TOKEN}@home.example>", body=f"ref: a{TOKEN}"),
    "it holds a character that base32 has not": a_mail(f"In-Reply-To: <{TOKEN[:-1]}1@home.example>"),
    "the ref line says more": a_mail(body=f"ref: {TOKEN} approve"),
    "it stands in the domain": a_mail(f"In-Reply-To: <x@{TOKEN}>"),
    "it stands in Cc, where others are written to": a_mail("To: jane@acme.example", f"Cc: maya+{TOKEN}@home.example"),
}


@pytest.mark.parametrize("mail", NAMES_NOTHING.values(), ids=NAMES_NOTHING)
def test_a_reply_names_no_letter_where(mail: object) -> None:
    assert find_token(mail) is None  # type: ignore[arg-type]


def test_a_token_is_128_bits_in_26_characters_of_base32() -> None:
    token = make_token(bytes(range(TOKEN_BYTES)))
    assert TOKEN_BYTES * 8 == 128
    assert len(token) == 26
    assert set(token) <= set("abcdefghijklmnopqrstuvwxyz234567")


def test_two_random_values_give_two_tokens() -> None:
    assert make_token(bytes(16)) != make_token(bytes(15) + b"\x01")


def test_only_a_hash_is_stored_and_case_does_not_change_it() -> None:
    assert hash_token(TOKEN.upper()) == hash_token(TOKEN) == hashlib.sha256(TOKEN.encode()).hexdigest()
    assert TOKEN not in hash_token(TOKEN)


def test_a_long_hostile_text_is_searched_in_linear_time() -> None:
    body = "ref: " * 30_000 + "\n" + "> " * 60_000
    assert find_token(a_mail(body=body)) is None
