"""Ways to answer: several mails of one letter, another address of the owner's, a provider that gives every mail another id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.correspondence import begin_talk, talk_time
from tests.acceptance.house import House, running, text_of
from tests.acceptance.proxy import HaltingProxy
from tests.mailserver.fixtures import fresh_user
from tests.mailserver.server import MailServer

pytestmark = pytest.mark.mailserver
_ID = re.compile(rb"^Message-ID:\s*<[^>]+>", re.IGNORECASE | re.MULTILINE)


def test_of_two_mails_in_one_letter_one_is_sent_and_the_other_never(home: House) -> None:
    bob, cara = fresh_user(), fresh_user()
    talk = begin_talk(home, "Juniper Textiles", talk_time(hours=2), also=[("Bob Ray", bob), ("Cara Lin", cara)])
    letter = home.wait_letter("approval", holding=talk.company)
    assert "Mail 2 of 2" in text_of(letter)
    home.reply(letter, "1 approve, 2 skip")
    home.wait_letter("receipt", holding=f"skipped: thank-you to Cara Lin, {talk.company}")
    home.wait_mail(bob)
    states = {mail["person"]: mail["state"] for mail in talk.row()["follow_ups"] if mail["kind"] == "thank_you"}  # type: ignore[attr-defined]
    assert states == {"Bob Ray": "sent", "Cara Lin": "skipped"}
    assert len(home.server.mails(bob)) == 1
    assert home.server.mails(cara) == []


def test_a_yes_from_another_address_of_the_owners_counts(house: House) -> None:
    alias = f"robin.{house.owner}@example.test"
    house.write_env(BOT_OWNER_ALIASES=alias)
    house.start()
    talk = begin_talk(house, "Kelp Foods", talk_time(hours=2))
    letter = house.wait_letter("approval", holding=talk.company)
    house.reply(letter, "approve", From=f"Robin Park <{alias}>")
    house.wait_mail(talk.interviewer)
    assert len(talk.arrived()) == 1


@pytest.fixture
def rewriting(mail_server: MailServer, mailserver_user: str, tmp_path: Path) -> Iterator[House]:
    """An owner whose provider, as Outlook does, gives each mail another Message-ID and files its own copy in Sent."""
    numbers = iter(range(1000))

    def rewrite(content: bytes) -> bytes:
        changed = _ID.sub(b"Message-ID: <AM0PR%d@prod.outlook.example>" % next(numbers), content, count=1)
        mail_server.file(changed.removesuffix(b".\r\n").replace(b"\r\n..", b"\r\n."), mailserver_user, "Sent")
        return changed

    proxy = HaltingProxy(mail_server, rewrite)
    house = House(mail_server, tmp_path, mailserver_user, smtp_port=proxy.port)
    try:
        with running(house):
            yield house
    finally:
        proxy.close()


def test_a_provider_may_give_every_mail_another_id(rewriting: House) -> None:
    talk = begin_talk(rewriting, "Lupin Optics", talk_time(hours=2))
    letter = rewriting.wait_letter("approval", holding=talk.company)
    assert "outlook.example" in str(letter["Message-ID"])
    rewriting.reply(letter, "yes, but fix her name first", quote=False)
    rewriting.wait_letter("question", holding=talk.company)
    assert talk.arrived() == []
    rewriting.reply(letter, "approve", quote=False)
    raw = rewriting.wait_mail(talk.interviewer)
    rewriting.wait_letter("receipt", holding=f"sent: thank-you to Jane Doe, {talk.company}")
    found = _ID.search(raw)
    assert found is not None
    assert b"outlook.example" in found[0]
    talk.answer(
        "Thank you for your note, we will be in touch.", In_Reply_To=found[0].decode().partition(":")[2].strip()
    )
    rewriting.wait_letter("notice", holding="wrote to you")
    assert len(talk.arrived()) == 1
