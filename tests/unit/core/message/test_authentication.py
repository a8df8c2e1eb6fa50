"""Origin, by the word of the owner's own provider."""

from __future__ import annotations

import pytest

from bot.core.message.authentication import Authentication, MethodResult, aligned_dmarc_pass, read_authentication
from bot.core.message.parse import parse_message

ID = "mx.provider.example"


def read(*fields: str, authserv_id: str = ID) -> Authentication:
    header = "".join(f"Authentication-Results: {value}\r\n" for value in fields)
    return read_authentication(parse_message(f"{header}From: max@home.example\r\n\r\nhi".encode()), authserv_id)


def test_dmarc_and_dkim_are_read() -> None:
    value = (
        f'{ID}; dkim=pass (2048-bit key; good) header.i=@home.example header.s=s1;\r\n dkim=fail reason="bad; x" header.d=other.example;'
        " spf=pass (ok) smtp.mailfrom=bounce@home.example; dmarc=pass (p=NONE sp=NONE) header.from=home.example"
    )
    assert read(value) == Authentication(
        dmarc=MethodResult(result="pass", domain="home.example"),
        dkim=(MethodResult(result="pass", domain="home.example"), MethodResult(result="fail", domain="other.example")),
    )


PROVEN = {
    "DMARC": f"{ID}; dmarc=pass header.from=home.example",
    "the id in capitals, with a version": f"{ID.upper()} 1; dmarc=pass header.from=Home.Example",
    "aligned DKIM where there is no DMARC": f"{ID}; dkim=pass header.d=home.example",
    "aligned DKIM where DMARC says none": f"{ID}; dmarc=none header.from=home.example; dkim=pass header.d=home.example",
    "one good DKIM among others": f"{ID}; dkim=fail header.d=home.example; dkim=pass header.d=home.example",
}
UNPROVEN = {
    "nothing": "",
    "another server": "mx.evil.example; dmarc=pass header.from=home.example",
    "a name that contains ours": f"x{ID}; dmarc=pass header.from=home.example",
    "no server at all": "dmarc=pass header.from=home.example",
    "our id in a comment": f"mx.evil.example ({ID}); dmarc=pass header.from=home.example",
    "a result in a comment": f"{ID}; none (; dmarc=pass header.from=home.example)",
    "a result in quotes": f'{ID}; spf=fail reason="; dmarc=pass header.from=home.example"',
    "an open comment": f"{ID}; dmarc=pass header.from=home.example (",
    "an open quote": f'{ID}; dmarc=pass header.from=home.example "',
    "two DMARC results": f"{ID}; dmarc=pass header.from=home.example; dmarc=fail header.from=home.example",
    "two From domains": f"{ID}; dmarc=pass header.from=home.example header.from=evil.example",
    "another From domain": f"{ID}; dmarc=pass header.from=evil.example",
    "a failed DMARC beside a good DKIM": f"{ID}; dmarc=fail header.from=home.example; dkim=pass header.d=home.example",
    "DKIM of another domain": f"{ID}; dkim=pass header.d=evil.example",
    "DKIM of a domain that ends alike": f"{ID}; dkim=pass header.d=me.example",
    "DKIM of a domain below": f"{ID}; dkim=pass header.d=evil.home.example",
    "DKIM of the top level": f"{ID}; dkim=pass header.d=example",
    "SPF by HELO alone": f"{ID}; spf=pass smtp.helo=home.example",
    "a softfail": f"{ID}; spf=softfail smtp.mailfrom=home.example",
    "aligned SPF, which all pass who share the mail host": f"{ID}; spf=pass smtp.mailfrom=a@home.example",
    "aligned SPF where DMARC says none": f"{ID}; dmarc=none header.from=home.example; spf=pass smtp.mailfrom=a@home.example",
    "a From domain in quotes": f'{ID}; dmarc=pass reason="a header.from=home.example"',
    "an encoded result": "=?utf-8?q?mx=2Eprovider=2Eexample=3B_dmarc=3Dpass_header=2Efrom=3Dhome=2Eexample?=",
    "a pass in the name of the method": f"{ID}; x-dmarc=pass header.from=home.example",
}


@pytest.mark.parametrize("value", PROVEN.values(), ids=PROVEN.keys())
def test_proven(value: str) -> None:
    assert aligned_dmarc_pass(read(value), "home.example")


@pytest.mark.parametrize("value", UNPROVEN.values(), ids=UNPROVEN.keys())
def test_not_proven(value: str) -> None:
    assert not aligned_dmarc_pass(read(value), "home.example")


def test_only_the_topmost_field_counts() -> None:
    good, bad = f"{ID}; dmarc=pass header.from=home.example", "mx.evil.example; dmarc=pass header.from=home.example"
    assert not aligned_dmarc_pass(read(bad, good), "home.example")
    assert not aligned_dmarc_pass(read(f"{ID}; dmarc=fail header.from=home.example", good), "home.example")
    assert aligned_dmarc_pass(read(good, bad), "home.example")


def test_the_parent_of_a_domain_speaks_for_it() -> None:
    assert aligned_dmarc_pass(read(f"{ID}; dkim=pass header.d=home.example"), "mail.home.example")


@pytest.mark.parametrize("authserv_id", ["", " "])
def test_without_a_configured_name_nothing_is_trusted(authserv_id: str) -> None:
    assert read("; dmarc=pass header.from=home.example", authserv_id=authserv_id) == Authentication()


def test_no_domain_is_never_proven() -> None:
    assert not aligned_dmarc_pass(read(f"{ID}; dmarc=pass header.from=home.example"), "")
