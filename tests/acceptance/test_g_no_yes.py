"""What looks like a yes and is none, by forgery or by accident: nothing leaves."""

from __future__ import annotations

import shutil
from email import policy
from email.message import EmailMessage

import pytest

from tests.acceptance.correspondence import begin_talk, talk_time
from tests.acceptance.house import House, draft_in, parsed, running, same_text, text_of
from tests.mailserver.fixtures import fresh_user

pytestmark = pytest.mark.mailserver


def test_forged_and_automatic_answers_with_the_true_token_send_nothing(house: House) -> None:
    """Each says nothing but "approve" above the quoted letter; the automatic ones even lie in Sent, as if the owner had written them."""
    house.reader = fresh_user()
    house.write_env(BOT_LETTERS_TO=house.server.address(house.reader))
    with running(house):
        talk = begin_talk(house, "Acme Robotics", talk_time(hours=2))
        letter = house.wait_letter("approval", holding=talk.company)

        forged = house.write_reply(letter, "approve")
        house.server.inject(forged.as_bytes(), house.owner, sender="someone@elsewhere.example")
        away = vacation_answer(house, letter)
        assert away["In-Reply-To"] == letter["Message-ID"]
        assert str(away["Auto-Submitted"]).startswith("auto-replied")
        house.server.file(away.as_bytes(), house.owner, "Sent")
        house.reply(letter, "approve", Subject=f"Automatic reply: {letter['Subject']}")

        wait_until_all_was_read(house, inbox_holds=4)
        assert talk.arrived() == []
        assert talk.follow_up()["state"] == "waiting"
        assert house.letters("receipt") == []

        house.reply(letter, "approve")  # the owner's own yes still holds: none of the false ones has used it up
        house.wait_letter("receipt", holding="Sent: thank-you to Jane Doe, Acme Robotics")
        assert len(talk.arrived()) == 1


def test_answers_that_only_begin_like_a_yes_send_nothing(home: House) -> None:
    talk = begin_talk(home, "Cobalt Ferries", talk_time(hours=2))
    home.wait_letter("noted", holding=talk.company)
    letter = home.wait_letter("approval", holding=talk.company)
    shown = draft_in(letter)
    for count, words in enumerate(["yes\n\nbut fix her name first", "", "yes but change Jane to Janet"], start=3):
        home.reply(letter, words)
        told = home.wait_letter(None, holding=talk.company, count=count)
        assert told["X-Followup-Letter"] in ("question", "approval")
        assert talk.arrived() == []
    assert talk.follow_up()["state"] == "waiting"

    home.reply(told, "change Janet to Jane")
    again = home.wait_letter("approval", holding=talk.company, count=3)
    home.reply(again, "yes")  # a yes that is one sends it, so nothing was merely slow
    assert same_text(parsed(home.wait_mail(talk.interviewer)), shown)
    assert len(talk.arrived()) == 1


def test_dont_send_skips(home: House) -> None:
    talk, wanted = (begin_talk(home, name, talk_time(hours=2)) for name in ("Dune Optics", "Elm Bakeries"))
    home.reply(home.wait_letter("approval", holding=talk.company), "don't send")
    home.wait_letter("receipt", holding="Skipped: thank-you to Jane Doe, Dune Optics")
    home.reply(home.wait_letter("approval", holding=wanted.company), "approve")
    home.wait_mail(wanted.interviewer)
    assert talk.arrived() == []
    assert talk.follow_up()["state"] == "skipped"


def vacation_answer(house: House, letter: EmailMessage) -> EmailMessage:
    """Have the server's own responder answer the letter in the owner's name with a plain yes, and return what came into his INBOX.

    Real responders keep silent, for letters say that they are automatic; so this one gets a copy that does not say so.
    """
    home = house.server.maildir(house.reader).parent
    script = home / ".dovecot.sieve"
    quoted = "\r\n".join(f"> {line}" for line in text_of(letter).splitlines())
    script.write_text(
        f'require ["vacation"];\r\nvacation :days 1 :from "Robin Park <{house.address}>" '
        f"text:\r\napprove\r\n\r\n{quoted}\r\n.\r\n;\r\n"
    )
    shutil.chown(script, "mail", "mail")
    del letter["Auto-Submitted"]
    del letter["X-Auto-Response-Suppress"]
    copy = letter.as_bytes(policy=policy.SMTP)
    house.server.inject(copy, house.reader, sender=house.address)
    return house.server.wait_for(lambda: in_inbox(house, "Auto: "))


def in_inbox(house: House, subject: str) -> EmailMessage | None:
    mails = [parsed(raw) for raw in house.server.mails(house.owner)]
    return next((mail for mail in mails if str(mail["Subject"]).startswith(subject)), None)


def wait_until_all_was_read(house: House, *, inbox_holds: int) -> None:
    """Both mailboxes are read in order; so when mails that came last are answered, all before them were read."""
    house.server.wait_for(lambda: house.server.count(house.owner) >= inbox_holds)
    last = begin_talk(house, "Elm Bakeries", talk_time(hours=2))
    house.write_to_self("bot status")
    house.wait_letter("noted", holding=last.company)
    house.wait_letter("answer")


def test_a_french_condition_sends_nothing_and_a_german_yes_sends_one_mail(home: House) -> None:
    talk = begin_talk(home, "Lindenbaum Verlag", talk_time(hours=2))
    letter = home.wait_letter("approval", holding=talk.company)
    home.reply(letter, "Oui, si Paul est d'accord.")
    again = home.wait_letter("question", holding="si Paul est")
    assert talk.arrived() == []
    home.reply(again, "Ja, passt so. Bitte abschicken.\n\nViele Grüße\nRobin")
    assert same_text(parsed(home.wait_mail(talk.interviewer)), draft_in(letter))
    assert len(talk.arrived()) == 1
