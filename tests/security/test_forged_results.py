"""Authentication-Results that prove nothing (RFC 8601 §5, §7.1): the mail bears the owner's From and the true token, and lies in INBOX."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from bot.pipeline.vouching import find_vouching_server
from tests.security.mails import OURS, PASS, Letter, a_mail
from tests.security.verdict import INBOX, arrive, assert_nothing_came_of_it, assert_sent_once
from tests.unit.pipeline.world import DAY, NOW, World

AR = "Authentication-Results:"
FAIL = f"{AR} {OURS}; dmarc=fail (p=reject) header.from=home.example"
EVIL = f"{AR} mx.evil.example; dmarc=pass header.from=home.example"
NONE = f"{AR} {OURS}; dkim=none; dmarc=none header.from=home.example"

UNTRUSTED: dict[str, Sequence[str]] = {
    "another server's": [EVIL],
    "no server's, as Microsoft writes them": [f"{AR} dmarc=pass action=none header.from=home.example"],
    "a server's whose name ends like ours": [f"{AR} evil{OURS}; dmarc=pass header.from=home.example"],
    "a server's whose name begins like ours": [f"{AR} {OURS}.evil.example; dmarc=pass header.from=home.example"],
    "a server's below ours": [f"{AR} a.{OURS}; dmarc=pass header.from=home.example"],
    "a server's whose name looks like ours": [f"{AR} m\u0445.home.example; dmarc=pass header.from=home.example"],
    "our name in a comment": [f"{AR} mx.evil.example ({OURS}); dmarc=pass header.from=home.example"],
    "our name as the version of another": [f"{AR} mx.evil.example {OURS}; dmarc=pass header.from=home.example"],
    "our name in quotes, with another behind": [f'{AR} "{OURS}" mx.evil.example; dmarc=pass header.from=home.example'],
    "ours below another's": [EVIL, PASS],
    "ours, a pass below the true fail": [FAIL, PASS],
    "ours, a pass below the true verdict that there is none": [NONE, PASS],
    "ours, a pass above the true fail": [PASS, FAIL],
    "our fail, in capitals": [FAIL.upper()],
    "a pass in a field of another name": [f"X-{PASS}"],
    "a pass in the results of an ARC chain": [f"ARC-{AR} i=1; {OURS}; dmarc=pass header.from=home.example"],
    "a pass in the original results": [f"X-Original-{PASS}", f"Original-{PASS}"],
    "a pass for the From domain of another": [f"{AR} {OURS}; dmarc=pass header.from=evil.example"],
    "a pass for a domain below": [f"{AR} {OURS}; dmarc=pass header.from=mail.home.example"],
    "a pass for the top level": [f"{AR} {OURS}; dmarc=pass header.from=example"],
    "a pass that names no domain": [f"{AR} {OURS}; dmarc=pass"],
    "a pass that names two domains": [f"{AR} {OURS}; dmarc=pass header.from=home.example header.from=evil.example"],
    "a pass for the envelope instead of From": [f"{AR} {OURS}; dmarc=pass smtp.mailfrom=home.example"],
    "a pass in a comment": [f"{AR} {OURS}; dmarc=fail (dmarc=pass header.from=home.example)"],
    "a pass behind a nested comment": [f"{AR} {OURS} (a (b) ; dmarc=pass header.from=home.example); none"],
    "a pass in a comment that never ends": [f"{AR} {OURS}; dmarc=pass header.from=home.example ("],
    "a pass in a quoted reason": [f'{AR} {OURS}; dmarc=fail reason="; dmarc=pass header.from=home.example"'],
    "a domain in a quoted reason": [f'{AR} {OURS}; dmarc=pass reason="a header.from=home.example"'],
    "a pass in the sender's own local part": [
        f'{AR} {OURS}; spf=pass smtp.mailfrom="a; dmarc=pass header.from=home.example"@evil.example; dmarc=none'
    ],
    "a pass and a fail": [f"{AR} {OURS}; dmarc=pass header.from=home.example; dmarc=fail header.from=home.example"],
    "a pass and a fail in two fields of ours": [PASS, f"{AR} {OURS}; dmarc=fail header.from=home.example"],
    "a soft pass": [f"{AR} {OURS}; dmarc=bestguesspass header.from=home.example"],
    "a method that only ends in dmarc": [f"{AR} {OURS}; x-dmarc=pass header.from=home.example"],
    "SPF alone, for the envelope of another": [f"{AR} {OURS}; spf=pass smtp.mailfrom=bounce@evil.example"],
    "SPF alone, aligned: whoever shares the owner's mail host passes": [
        f"{AR} {OURS}; spf=pass smtp.mailfrom=maya@home.example"
    ],
    "SPF alone, by the greeting": [f"{AR} {OURS}; spf=pass smtp.helo=home.example"],
    "SPF aligned beside no DMARC": [f"{AR} {OURS}; dmarc=none; spf=pass smtp.mailfrom=maya@home.example"],
    "DKIM of another domain": [f"{AR} {OURS}; dkim=pass header.d=evil.example header.i=@evil.example"],
    "DKIM of another domain, for an identity of ours": [
        f"{AR} {OURS}; dkim=pass header.d=evil.example header.i=@home.example"
    ],
    "DKIM of a domain below": [f"{AR} {OURS}; dkim=pass header.d=evil.home.example"],
    "DKIM of the owner's domain that is not valid": [f"{AR} {OURS}; dkim=fail header.d=home.example; dkim=pass"],
    "DKIM of the owner's domain beside a failed DMARC": [
        f"{AR} {OURS}; dkim=pass header.d=home.example; dmarc=fail header.from=home.example"
    ],
    "a field with our name and nothing else": [f"{AR} {OURS}; none"],
    "an empty field": [AR],
    "an encoded pass": [f"{AR} =?utf-8?q?mx=2Ehome=2Eexample=3B_dmarc=3Dpass_header=2Efrom=3Dhome=2Eexample?="],
}


@pytest.mark.parametrize("fields", UNTRUSTED.values(), ids=UNTRUSTED)
def test_nothing_is_sent_on(world: World, letter: Letter, fields: Sequence[str]) -> None:
    arrive(world, a_mail(letter, top=fields), INBOX)
    assert_nothing_came_of_it(world)


# A server that lets mail in without a verdict: our own name may then be the sender's work, at whatever place it stands.

BORDER = "Received: from mx.acme.example (acme [192.0.2.7]) by mx.home.example (Postfix) with ESMTPS id 1; Thu, 13 May 2027 09:00 +0000"
LOGIN = "Received: from phone (phone [192.0.2.9]) by mx.home.example (Postfix) with ESMTPSA id 1; Thu, 13 May 2027 09:00 +0000"
LIAR = "Received: from localhost (evil [192.0.2.66]) by mx.home.example (Postfix) with ESMTP id 1; Thu, 13 May 2027 09:00 +0000"
LOOP = "Received: from localhost (localhost [127.0.0.1]) by mx.home.example (Postfix) with ESMTP id 1; Thu, 13 May 2027 09:00 +0000"
LMTP = "Received: from mx.home.example by mx.home.example with LMTP id 1 for <maya@home.example>; Thu, 13 May 2027 09:00 +0000"
SCRIPT = "Received: by mx.home.example (Postfix, from userid 0) id 1; Thu, 13 May 2027 09:00 +0000"
VERDICT = f"{AR} {OURS}; dmarc=pass header.from=acme.example"


NEWS = ["From: news@acme.example", "To: maya@home.example", "Subject: Our summer", "", "It is warm.", ""]


@pytest.mark.parametrize(
    "place", [(PASS, BORDER), (BORDER, PASS), (LMTP, BORDER, PASS)], ids=["on top", "below", "far below"]
)
@pytest.mark.parametrize(
    "top",
    [[BORDER], [LMTP, BORDER], [BORDER, EVIL], [LIAR]],
    ids=["nothing", "a local hop", "another's", "a name of ours"],
)
def test_nothing_is_sent_on_our_name_where_the_server_let_other_mail_in_with(
    world: World, letter: Letter, top: Sequence[str], place: Sequence[str]
) -> None:
    arrive(world, "\r\n".join([*top, *NEWS]).encode(), INBOX)
    arrive(world, a_mail(letter, top=place), INBOX)
    assert_nothing_came_of_it(world)


def test_our_name_counts_again_after_a_month_of_verdicts(world: World) -> None:
    arrive(world, "\r\n".join([BORDER, *NEWS]).encode(), INBOX)
    with world.work() as work:
        assert [find_vouching_server(work, world.setup, NOW + days * DAY) for days in (29, 31)] == [None, OURS]


JUDGED = {
    "its verdict above its Received": [VERDICT, BORDER],
    "its verdict below its Received": [LMTP, BORDER, VERDICT],
    "a login": [LOGIN],
    "a login, and hops of before": [LOGIN, BORDER],
    "a hop within the machine": [LOOP],
    "a delivery within the machine": [LMTP],
    "a script of its own": [SCRIPT],
    "no way at all": [],
}


@pytest.mark.parametrize("top", JUDGED.values(), ids=JUDGED)
def test_our_name_counts_where_other_mail_came_with(world: World, letter: Letter, top: Sequence[str]) -> None:
    arrive(world, "\r\n".join([*top, *NEWS]).encode(), INBOX)
    arrive(world, a_mail(letter, top=[PASS]), INBOX)
    assert_sent_once(world)


@pytest.mark.parametrize("authserv_id", [None, "", " "])
def test_nothing_is_sent_on_a_pass_where_the_owner_named_no_server(
    make_world: Callable[..., World], letter: Letter, authserv_id: str | None
) -> None:
    world = make_world(authserv_id=authserv_id)
    arrive(world, a_mail(letter, top=[PASS, f"{AR} ; dmarc=pass header.from=home.example"]), INBOX)
    assert_nothing_came_of_it(world)
