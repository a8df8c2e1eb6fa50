"""From an invitation to one mail at the interviewer's: what leaves, what is kept, and what a second yes does."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import make_msgid, parsedate_to_datetime

import pytest

from tests.acceptance.house import (
    House,
    draft_in,
    invitation,
    parsed,
    running,
    same_text,
    text_of,
)

pytestmark = pytest.mark.mailserver

CARRIED = {
    *("return-path", "delivered-to", "received"),  # the servers' own
    *("date", "from", "to", "subject", "message-id", "in-reply-to", "references"),
    *("mime-version", "content-type", "content-transfer-encoding"),
}
"""All that a mail to another person may bear: no X- field, no Auto-Submitted, nothing that names a program."""


def test_an_invitation_ends_in_one_mail_of_the_owners_own_after_one_yes(house: House, company: str) -> None:
    invited = an_invitation(house, company)
    with running(house):
        house.server.inject(invited.as_bytes(), house.owner, sender=house.server.address(company))
        house.wait_letter("noted", holding="Acme Robotics")
        letter = house.wait_letter("approval")
        shown = draft_in(letter)
        assert house.server.mails(company) == []

        approved_at = datetime.now(UTC).replace(microsecond=0)
        yes = house.reply(letter, "approve")
        house.wait_letter("receipt", holding="Approved:")
        left = house.wait_letter("receipt", holding="Sent:")
        raw = house.wait_mail(company)
        mail = parsed(raw)

        assert str(mail["From"]) == f"Robin Park <{house.address}>"
        assert str(mail["To"]) == f"Jane Doe <{house.server.address(company)}>"
        assert str(mail["Subject"]) == f"Re: {invited['Subject']}"
        assert str(mail["In-Reply-To"]) == str(invited["Message-ID"])
        assert str(mail["References"]) == str(invited["Message-ID"])
        assert approved_at <= parsedate_to_datetime(str(mail["Date"])) <= datetime.now(UTC)
        assert_no_trace(raw, letters=[letter, left])
        assert same_text(mail, shown)

        house.server.submit(yes.as_bytes(), house.owner)  # the very same mail once more
        house.reply(letter, "yes")  # and a second one
        notice = house.wait_letter("notice", holding="has left already")
        assert "Nothing was changed" in str(notice["Subject"])
        assert len(house.server.mails(company)) == 1
        assert house.states() == ["sent"]
        assert len(house.letters("approval")) == 1
        assert [str(one["Subject"]).split(":")[0] for one in house.letters("receipt")] == ["Approved", "Sent"]


def test_the_letter_of_an_old_version_is_void_and_says_so(house: House, company: str) -> None:
    with running(house):
        house.server.inject(an_invitation(house, company).as_bytes(), house.owner)
        first = house.wait_letter("approval")
        house.reply(first, "subject: Many thanks for today")
        second = house.wait_letter("approval", count=2)

        house.reply(first, "approve")
        house.wait_letter("notice", holding="That letter is outdated")
        assert house.states() == ["waiting"]
        assert house.server.mails(company) == []

        house.approved(second)
        assert str(parsed(house.wait_mail(company))["Subject"]) == "Many thanks for today"
        house.reply(first, "approve")
        house.wait_letter("notice", holding="has left already")
        assert len(house.server.mails(company)) == 1


def test_sent_holds_one_copy_whether_or_not_the_server_files_it(house: House, company: str, other: str) -> None:
    """One copy is filed by the server (here by the test, as Gmail does); the other has to be made, ten seconds later."""
    with running(house):
        house.server.inject(an_invitation(house, company).as_bytes(), house.owner)
        house.server.inject(an_invitation(house, other, company="Blue Harbor").as_bytes(), house.owner)
        house.approved(house.wait_letter("approval", holding="Acme Robotics"))
        house.approved(house.wait_letter("approval", holding="Blue Harbor"))
        filed, made = house.wait_mail(company), house.wait_mail(other)
        house.server.file(filed, house.owner, "Sent")

        name = str(parsed(made)["Message-ID"])
        house.server.wait_for(lambda: name in ids_in_sent(house), 20)
        assert house.stop() == 0
        assert sorted(ids_in_sent(house)).count(name) == 1
        assert ids_in_sent(house).count(str(parsed(filed)["Message-ID"])) == 1
        copy = next(raw for raw in house.server.mails(house.owner, "Sent") if name.encode() in raw)
        assert made.endswith(copy)  # what was delivered, but for the fields that servers put before it


def an_invitation(house: House, interviewer: str, company: str = "Acme Robotics") -> EmailMessage:
    """An invitation to an interview that ended an hour ago."""
    return invitation(
        to=house.address,
        organizer=house.server.address(interviewer),
        company=company,
        start=datetime.now(UTC).replace(second=0, microsecond=0) - timedelta(hours=2),
        uid=make_msgid(domain="calendar.example"),
    )


def ids_in_sent(house: House) -> list[str]:
    return [str(parsed(raw)["Message-ID"]) for raw in house.server.mails(house.owner, "Sent")]


def assert_no_trace(raw: bytes, *, letters: list[EmailMessage]) -> None:
    """Nothing in these bytes tells that a program had a hand in it, or gives a letter's token away."""
    own = raw[raw.rindex(b"Received:") :]
    fields, seen = {name.lower() for name in parsed(raw)}, own.lower()
    assert fields <= CARRIED
    assert not re.search(rb"follow-?up.?bot|\bbots?\b|\bautomat|\bauto-|assistant|python|followup", seen), own
    tokens = [str(letter["Message-ID"]).strip("<>").partition("@")[0].encode() for letter in letters]
    assert not [token for token in tokens if token in seen]
    assert text_of(parsed(raw)).strip()
