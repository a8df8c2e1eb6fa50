"""From an invitation to one mail at the interviewer's: what leaves, what is kept, and what a second yes does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

import pytest

from tests.acceptance.correspondence import begin_talk, talk_time
from tests.acceptance.house import House, draft_in, parsed, same_text

pytestmark = pytest.mark.mailserver

CARRIED = {
    *("return-path", "delivered-to", "received"),  # the servers' own
    *("date", "from", "to", "subject", "message-id", "in-reply-to", "references"),
    *("mime-version", "content-type", "content-transfer-encoding"),
}
"""All that a mail to another person may bear: no X- field, no Auto-Submitted, nothing that names a program."""


def test_one_yes_sends_one_mail_of_the_owners_own_and_a_second_yes_none(home: House) -> None:
    talk = begin_talk(home, "Acme Robotics", talk_time(hours=2))
    home.wait_letter("noted", holding=talk.company)
    letter = home.wait_letter("approval", holding=talk.company)
    assert talk.arrived() == []

    approved_at = datetime.now(UTC).replace(microsecond=0)
    yes = home.reply(letter, "approve")
    approved = home.wait_letter("receipt", holding="Approved: thank-you to Jane Doe, Acme Robotics")
    sent = home.wait_letter("receipt", holding="Sent: thank-you to Jane Doe, Acme Robotics")
    raw = home.wait_mail(talk.interviewer)
    mail = parsed(raw)

    assert str(mail["From"]) == f"Robin Park <{home.address}>"
    assert str(mail["To"]) == f"Jane Doe <{talk.email}>"
    assert str(mail["Subject"]) == f"Re: {talk.invited['Subject']}"
    assert str(mail["In-Reply-To"]) == str(mail["References"]) == str(talk.invited["Message-ID"])
    assert approved_at <= parsedate_to_datetime(str(mail["Date"])) <= datetime.now(UTC)
    assert same_text(mail, draft_in(letter))
    assert_no_trace(raw, letters=[letter, approved, sent])

    home.server.submit(yes.as_bytes(), home.owner)  # the very same mail once more
    home.reply(letter, "yes")  # and a second one
    told = home.wait_letter("notice", holding=f"{mail['Subject']}”: It has left already")
    assert str(told["Subject"]) == "Nothing was changed"
    assert len(talk.arrived()) == 1
    assert talk.follow_up()["state"] == "sent"
    about = [str(one["Subject"]).partition(":")[0] for one in home.letters("receipt", holding=talk.company)]
    assert sorted(about) == ["Approved", "Sent"]


def test_the_letter_of_an_old_version_does_nothing_but_say_so(home: House) -> None:
    talk = begin_talk(home, "Borealis Pottery", talk_time(hours=2))
    first = home.wait_letter("approval", holding=talk.company)
    home.reply(first, "subject: Many thanks for today")
    second = home.wait_letter("approval", holding=talk.company, count=2)

    home.reply(first, "approve")
    home.wait_letter("notice", holding="That letter is outdated")
    assert talk.follow_up()["state"] == "waiting"
    assert talk.arrived() == []

    home.reply(second, "approve")
    assert str(parsed(home.wait_mail(talk.interviewer))["Subject"]) == "Many thanks for today"
    home.reply(first, "approve")
    home.wait_letter("notice", holding="Many thanks for today”: It has left already")
    assert len(talk.arrived()) == 1


def test_sent_holds_one_copy_of_each_mail_even_where_the_server_files_its_own(home: House) -> None:
    """For one mail the test files the copy, as some servers do; for the other one, sent later, it has to be made: ten seconds after."""
    first, later = (begin_talk(home, company, talk_time(hours=2)) for company in ("Cobalt Ferries", "Dune Optics"))
    home.reply(home.wait_letter("approval", holding=first.company), "approve")
    filed = home.wait_mail(first.interviewer)
    home.server.file(filed, home.owner, "Sent")
    home.reply(home.wait_letter("approval", holding=later.company), "approve")
    made = home.wait_mail(later.interviewer)

    names = [str(parsed(raw)["Message-ID"]) for raw in (filed, made)]
    home.server.wait_for(lambda: names[1] in ids_in_sent(home))
    assert [ids_in_sent(home).count(name) for name in names] == [1, 1]
    copy = next(raw for raw in home.server.mails(home.owner, "Sent") if names[1].encode() in raw)
    assert made.endswith(copy)  # what was delivered, but for the fields that servers put before it


def ids_in_sent(house: House) -> list[str]:
    return [str(parsed(raw)["Message-ID"]) for raw in house.server.mails(house.owner, "Sent")]


def assert_no_trace(raw: bytes, *, letters: Sequence[EmailMessage]) -> None:
    """Nothing in these bytes tells that a program had a hand in it, or gives a letter's token away."""
    fields = {name.lower() for name in parsed(raw)}
    own = raw[raw.rindex(b"Received:") :].lower()
    assert fields <= CARRIED
    assert not re.search(rb"follow-?up|\bbots?\b|\bautomat|\bauto-|assistant|python", own), own
    tokens = [str(letter["Message-ID"]).strip("<>").partition("@")[0].encode() for letter in letters]
    assert not [token for token in tokens if token in own]
