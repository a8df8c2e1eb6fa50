"""How did it go? The owner's account in his own words, and what becomes of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from zoneinfo import ZoneInfo

import pytest

from tests.acceptance.correspondence import Talk, begin_talk, talk_time
from tests.acceptance.house import House, draft_in, parsed, same_text
from tests.mailserver.fixtures import fresh_user
from tests.mailserver.server import wait_for

pytestmark = pytest.mark.mailserver


def plain(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def asked(house: House, company: str) -> Talk:
    """Have a talk held an hour ago, under a policy that asks how it went."""
    house.write_policy(asks=True)
    house.start()
    return begin_talk(house, company, talk_time(hours=2))


def test_what_the_owner_tells_stands_in_the_draft_that_he_approves(house: House) -> None:
    talk = asked(house, "Kestrel Outdoors")
    question = house.wait_letter("debrief", holding=talk.company)
    assert not house.letters("approval")

    house.reply(question, "Went well! Mostly talked about the spring collection. They decide within two weeks.")
    letter = house.wait_letter("approval", holding=talk.company)
    assert "the spring collection" in draft_in(letter)
    assert "You talked about: the spring collection" in " ".join(plain(letter).split())

    house.reply(letter, "approve")
    assert same_text(parsed(house.wait_mail(talk.interviewer)), draft_in(letter))
    assert len(talk.arrived()) == 1
    shown = house.run("show", str(talk.row()["id"]))
    assert "You talked about: the spring collection" in shown.stdout


def test_a_talk_that_was_not_held_gets_no_mail(house: House) -> None:
    talk = asked(house, "Lumen Bakery")
    question = house.wait_letter("debrief", holding=talk.company)
    house.reply(question, "It did not take place, I was ill and had to cancel.")
    house.wait_letter("notice", holding="It did not take place")
    assert talk.row()["status"] == "cancelled"
    assert talk.follow_up()["state"] == "cancelled"
    assert talk.arrived() == []


def test_where_nobody_came_a_word_about_another_time_is_proposed(house: House) -> None:
    talk = asked(house, "Juniper Looms")
    question = house.wait_letter("debrief", holding=talk.company)
    house.reply(question, "I waited twenty minutes but nobody joined the call.")
    letter = house.wait_letter("approval", holding="It took place: no, nobody came")
    assert talk.follow_up()["state"] == "cancelled"
    assert talk.arrived() == []
    house.reply(letter, "approve")
    assert same_text(parsed(house.wait_mail(talk.interviewer)), draft_in(letter))


def test_of_two_interviewers_the_one_who_was_not_there_gets_no_mail(house: House) -> None:
    house.write_policy(asks=True)
    house.start()
    absent = fresh_user()
    talk = begin_talk(house, "Pinnacle Dairy", talk_time(hours=2), also=[("Karl Berg", absent)])
    question = house.wait_letter("debrief", holding=talk.company)
    house.reply(question, "Went well, we talked about the new cooling line. Karl was not there.")
    letter = house.wait_letter("approval", holding=talk.company)
    assert "Not there: Karl Berg" in " ".join(plain(letter).split())
    assert "the new cooling line" in draft_in(letter)
    house.reply(letter, "approve")
    assert same_text(parsed(house.wait_mail(talk.interviewer)), draft_in(letter))
    house.wait_letter("receipt", holding="Sent:")
    assert house.server.mails(absent) == []


def test_an_absence_note_puts_the_status_check_off_to_the_return(house: House) -> None:
    house.write_policy(wait="6h", gap="0m")
    house.start()
    talk = begin_talk(house, "Quarry Optics", talk_time(hours=2))
    thanks = house.wait_letter("approval", holding="thank-you")
    house.reply(thanks, "approve")
    ours = parsed(house.wait_mail(talk.interviewer))
    back = datetime.now(UTC) + timedelta(days=2)
    talk.answer(
        f"I am out of the office and will be back on {back:%A, %-d %B %Y}. I will answer your mail after my return.",
        Auto_Submitted="auto-replied",
        In_Reply_To=str(ours["Message-ID"]),
        Subject="Automatic reply: Thank you",
    )
    here = ZoneInfo("Europe/Berlin")

    def planned() -> date:
        return datetime.fromisoformat(str(talk.follow_up("status_check")["send_at"])).astimezone(here).date()

    wait_for(lambda: planned() >= back.date())
    assert talk.follow_up("status_check")["state"] in ("planned", "waiting")
    assert len(talk.arrived()) == 1


def test_please_do_not_contact_us_stops_everything(house: House) -> None:
    talk = asked(house, "Marlin Freight")
    question = house.wait_letter("debrief", holding=talk.company)
    house.reply(question, "Good talk about route planning. They asked me not to contact them.")
    house.wait_letter("notice", holding="no contact at all")
    assert {mail["state"] for mail in talk.row()["follow_ups"]} == {"cancelled"}  # type: ignore[attr-defined]
    assert talk.arrived() == []


def test_a_rejection_is_answered_in_good_grace_after_a_yes(house: House) -> None:
    house.write_policy(think="0m")
    house.start()
    talk = begin_talk(house, "Nimbus Print", talk_time(hours=2))
    house.wait_letter("approval", holding=talk.company)
    talk.answer(
        "thank you for taking the time to speak with us. After careful consideration we have decided to move forward "
        "with another candidate for the Backend Engineer role. We wish you all the best in your search."
    )
    letter = house.wait_letter("approval", holding="answer to their refusal")
    assert talk.follow_up()["state"] == "cancelled"
    assert talk.arrived() == []
    house.reply(letter, "approve")
    assert same_text(parsed(house.wait_mail(talk.interviewer)), draft_in(letter))


def test_the_owner_wrote_his_own_thank_you_first(house: House) -> None:
    house.start()
    talk = begin_talk(house, "Orchard Rail", talk_time(hours=2))
    letter = house.wait_letter("approval", holding=talk.company)
    mail = EmailMessage()
    mail["From"], mail["To"] = f"Robin Park <{house.address}>", talk.email
    mail["Subject"], mail["Date"] = "Thank you", format_datetime(datetime.now(UTC))
    mail["Message-ID"] = make_msgid(domain="phone.example")
    mail.set_content("Hi Jane,\n\nthank you for the talk this morning!\n\nRobin\n")
    house.server.file(mail.as_bytes(), house.owner, "Sent")
    house.wait_letter("notice", holding="You wrote to Orchard Rail yourself")
    assert (talk.follow_up()["state"], talk.follow_up()["stop_reason"]) == ("cancelled", "owner_wrote")
    house.reply(letter, "approve")
    house.wait_letter("notice", holding="no longer planned")
    assert talk.arrived() == []
