"""Mails that only seem to be from the owner."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from bot.core.message.received import MailboxRole
from bot.core.reading.types import LetterKind
from tests.security.mails import OURS, PASS, Letter, Value, a_mail
from tests.security.verdict import INBOX, arrive, assert_nothing_came_of_it
from tests.unit.pipeline.world import OWNER as MAYA
from tests.unit.pipeline.world import World

OWNER = "maya@home.example"
EVIL = "jane@evil.example"

NOT_THE_OWNER: dict[str, Mapping[str, Value]] = {
    "somebody else who has the letter": {"From": EVIL},
    "somebody else under the owner's name": {"From": f"Maya Okafor <{EVIL}>"},
    "the owner's address as the name": {"From": f'"{OWNER}" <{EVIL}>'},
    "the owner's address as the name, in brackets": {"From": f'"Maya <{OWNER}>" <{EVIL}>'},
    "the owner's address as an encoded name": {"From": f"=?utf-8?q?maya=40home=2Eexample?= <{EVIL}>"},
    "the owner's address as a comment": {"From": f"{EVIL} ({OWNER})"},
    "an encoded line end and a second From field within the name": {
        "From": f"=?utf-8?q?Maya=0D=0AFrom=3A_maya=40home=2Eexample?= <{EVIL}>"
    },
    "an encoded line end within the address": {"From": "=?utf-8?q?maya=40home=2Eexample=0A?="},
    "an encoded line end behind the address": {"From": f"<{OWNER}=?utf-8?q?=0A?=>"},
    "the address wholly in an encoded word": {"From": "=?utf-8?b?bWF5YUBob21lLmV4YW1wbGU=?="},
    "a null byte behind the address": {"From": f"<{OWNER}\0.evil.example>"},
    "a plus-address of the owner": {"From": "Maya <maya+work@home.example>"},
    "another person of the owner's domain": {"From": "may.a@home.example"},
    "a domain below the owner's": {"From": "maya@mail.home.example"},
    "the domain above the owner's": {"From": "maya@example"},
    "a domain that begins like the owner's": {"From": "maya@home.example.evil.example"},
    "a domain that ends like the owner's": {"From": "maya@evilhome.example"},
    "a dot behind the domain": {"From": "maya@home.example."},
    "a Cyrillic a in the local part": {"From": "m\u0430ya@home.example"},
    "a Cyrillic o in the domain": {"From": "maya@h\u043eme.example"},
    "a full-width letter in the local part": {"From": "\uff4daya@home.example"},
    "a full-width full stop in the domain": {"From": "maya@home\uff0eexample"},
    "an ideographic full stop in the domain": {"From": "maya@home\u3002example"},
    "the look-alike domain in Punycode": {"From": "maya@xn--hme-kbc.example"},
    "a character without a width in the address": {"From": "ma\u200bya@home.example"},
    "a mark that turns the direction in the address": {"From": "\u202emaya@home.example"},
    "a soft hyphen in the address": {"From": "ma\u00adya@home.example"},
    "a quoted local part": {"From": '"maya"@home.example'},
    "a quoted local part that ends in another address": {"From": f'"{OWNER} "@evil.example'},
    "an address literal": {"From": "maya@[192.0.2.1]"},
    "a percent route": {"From": "maya%home.example@evil.example"},
    "a source route through another server": {"From": f"<@home.example,@evil.example:{EVIL}>"},
    "two From fields, the owner's first": {"From": (OWNER, EVIL)},
    "two From fields, the owner's last": {"From": (EVIL, OWNER)},
    "two From fields that both name the owner": {"From": (OWNER, OWNER)},
    "two addresses in one From": {"From": f"{OWNER}, {EVIL}"},
    "two addresses in one From, the owner's last": {"From": f"{EVIL}, {OWNER}"},
    "a group that holds the owner": {"From": f"Friends: {OWNER};"},
    "an empty group before the owner": {"From": f"Undisclosed:;, {OWNER}"},
    "two pairs of brackets": {"From": f"<{OWNER}> <{EVIL}>"},
    "an open bracket": {"From": f"<{OWNER}"},
    "an open comment": {"From": f"{OWNER} ("},
    "an open quote": {"From": f'"Maya <{OWNER}>'},
    "no From at all": {"From": None},
    "an empty From": {"From": ""},
    "no From, but a Sender": {"From": None, "Sender": OWNER},
    "Sender and Reply-To of the owner": {"From": EVIL, "Sender": OWNER, "Reply-To": OWNER},
    "Resent-From and X-Original-From of the owner": {"From": EVIL, "Resent-From": OWNER, "X-Original-From": OWNER},
    "Return-Path and X-Sender of the owner": {"From": EVIL, "Return-Path": f"<{OWNER}>", "X-Sender": OWNER},
}


@pytest.mark.parametrize("fields", NOT_THE_OWNER.values(), ids=NOT_THE_OWNER)
def test_nothing_is_sent_for(world: World, letter: Letter, fields: Mapping[str, Value]) -> None:
    """Even where the owner's own server vouches for the owner's domain, and even if a copy lies in Sent."""
    arrive(world, a_mail(letter, fields=fields, top=[PASS]), *MailboxRole)
    assert_nothing_came_of_it(world)


UNPROVEN: dict[str, Mapping[str, Value]] = {
    "the owner's address alone": {},
    "the owner's address in capitals": {"From": "MAYA@HOME.EXAMPLE"},
    "the token in a ref line, as the answer buttons have it": {"In-Reply-To": None},
    "the token in a plus-address": {"In-Reply-To": None, "To": "maya+{token}@home.example"},
    "Sender and Reply-To that agree": {"Sender": OWNER, "Reply-To": OWNER},
    "Received fields of the owner's own server": {
        "Received": "from phone (phone [192.0.2.9]) by mx.home.example (Postfix) with ESMTPSA id 1; Thu, 13 May 2027 12:00:00 +0000"
    },
    "a DKIM signature that nobody has looked at": {"DKIM-Signature": "v=1; a=rsa-sha256; d=home.example; s=x; b=AAAA"},
    "a SPF result of its own": {"Received-SPF": "pass (home.example: allowed) envelope-from=maya@home.example"},
    "the results of an ARC chain": {
        "ARC-Authentication-Results": "i=1; mx.home.example; dmarc=pass header.from=home.example"
    },
    "the folders of a mail program": {"X-Gmail-Labels": "Sent", "X-Mozilla-Status": "0001", "X-Folder": "Sent"},
}


@pytest.mark.parametrize("fields", UNPROVEN.values(), ids=UNPROVEN)
def test_the_owners_address_in_inbox_is_no_proof_with(
    world: World, letter: Letter, fields: Mapping[str, Value]
) -> None:
    named = {
        key: value.format(token=letter.token) if isinstance(value, str) else value for key, value in fields.items()
    }
    words = f"approve\n\nref: {letter.token}" if fields.get("In-Reply-To", "") is None else "approve"
    arrive(world, a_mail(letter, words, fields=named), INBOX)
    assert_nothing_came_of_it(world)


def test_who_answers_a_forwarded_letter_does_nothing_and_the_owner_is_told_once(world: World, letter: Letter) -> None:
    for number in range(3):
        other = {"From": "Ben <ben@friend.example>", "Message-ID": f"<{number}@friend.example>"}
        arrive(world, a_mail(letter, fields=other), INBOX)
    assert [one.subject for one in world.letters(LetterKind.NOTICE)] == ["Somebody else answered one of my letters"]
    assert_nothing_came_of_it(world)


@pytest.mark.parametrize("address", ["\u212aay@home.example", "kay@wor\u212a.example"], ids=["local part", "domain"])
def test_a_kelvin_sign_is_no_letter_of_the_owners_address(
    make_world: Callable[..., World], letter: Letter, address: str
) -> None:
    """U+212A becomes an ASCII k in lower case; to a mail server it is another name."""
    world = make_world(owner=replace(MAYA, aliases=("kay@home.example", "kay@work.example")))
    vouched = f"Authentication-Results: {OURS}; dmarc=pass header.from={address.partition('@')[2]}"
    arrive(world, a_mail(letter, fields={"From": address}, top=[vouched]), *MailboxRole)
    assert_nothing_came_of_it(world)
