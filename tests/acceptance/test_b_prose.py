"""A recruiter confirms in plain words, without calendar data: the thanks go to the interviewer where she can be written to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from zoneinfo import ZoneInfo

import pytest

from tests.acceptance.correspondence import talk_time
from tests.acceptance.house import House, draft_in, parsed, same_text, text_of
from tests.mailserver.fixtures import fresh_user

pytestmark = pytest.mark.mailserver


def confirmation(house: House, *, recruiter: str, company: str, whom: str) -> EmailMessage:
    """A recruiter's mail of yesterday about an interview that ended an hour ago."""
    start = talk_time(hours=2).astimezone(ZoneInfo("Europe/Berlin"))
    mail = EmailMessage()
    mail["From"] = f"Dana Reyes <{recruiter}>"
    mail["To"] = f"Robin Park <{house.address}>"
    mail["Subject"] = f"Your interview with {company}"
    mail["Date"] = format_datetime(datetime.now(UTC) - timedelta(days=1))
    mail["Message-ID"] = make_msgid(domain="company.example")
    mail.set_content(
        "Hi Robin,\n\n"
        f"Thank you for your interest in the Data Analyst position at {company}. I am happy to confirm your interview on\n"
        f"{start:%A}, {start.day} {start:%B %Y} at {start:%H:%M} {start:%Z}. It is a video call of 60 minutes, and you will be\n"
        f"speaking with {whom}.\n\n"
        "Please let me know if you have any questions.\n\n"
        f"Best regards,\nDana Reyes\nRecruiter, {company}\n"
    )
    return mail


def test_thanks_go_to_the_interviewer_whose_address_the_recruiter_gave(home: House) -> None:
    recruiter, interviewer = fresh_user(), fresh_user()
    email = f"{interviewer}@acme-robotics.test"
    told = confirmation(
        home,
        recruiter=f"{recruiter}@acme-robotics.test",
        company="Acme Robotics",
        whom=f"Jane Doe ({email}), Head of Analytics",
    )
    home.server.inject(told.as_bytes(), home.owner)
    noted = home.wait_letter("noted", holding="Acme Robotics")
    assert "Jane Doe" in text_of(noted)
    letter = home.wait_letter("approval", holding="Acme Robotics")
    home.approved(letter)

    mail = parsed(home.wait_mail(interviewer))
    assert str(mail["To"]) == f"Jane Doe <{email}>"
    assert str(mail["Subject"]) == "Re: Your interview with Acme Robotics"
    assert str(mail["In-Reply-To"]) == str(told["Message-ID"])
    assert same_text(mail, draft_in(letter))
    assert draft_in(letter).startswith("Dear Jane,\n")
    assert "Data Analyst" in draft_in(letter)
    home.wait_letter("receipt", holding="Sent: thank-you to Jane Doe, Acme Robotics")
    assert home.server.mails(recruiter) == []
    assert len(home.server.mails(interviewer)) == 1


def test_thanks_for_an_interviewer_without_an_address_go_to_the_recruiter_to_pass_on(home: House) -> None:
    recruiter = fresh_user()
    told = confirmation(
        home,
        recruiter=f"{recruiter}@borealis-pottery.test",
        company="Borealis Pottery",
        whom="Jane Doe, our Head of Analytics",
    )
    home.server.inject(told.as_bytes(), home.owner)
    letter = home.wait_letter("approval", holding="Borealis Pottery")
    home.approved(letter)

    mail = parsed(home.wait_mail(recruiter))
    assert str(mail["To"]) == f"Dana Reyes <{recruiter}@borealis-pottery.test>"
    assert str(mail["In-Reply-To"]) == str(told["Message-ID"])
    assert same_text(mail, draft_in(letter))
    assert draft_in(letter).startswith("Dear Dana,\n")
    assert "Jane Doe" in draft_in(letter)
    home.wait_letter("receipt", holding="The mail server took it")
    assert len(home.server.mails(recruiter)) == 1
