"""Talks that are no job interviews though they are called so, and job interviews that look like another matter."""

from __future__ import annotations

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Owner
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import Kind, Reading
from tests.unit.core.reading.company.words import CUES

OWNER = Owner(name="Robin Vale", email="robin.vale@example.org", tz="Europe/London")


def read(sender: str, subject: str, body: str) -> Reading:
    head = (
        f"From: {sender}\nTo: Robin Vale <{OWNER.email}>\nSubject: {subject}\nDate: Mon, 01 Jun 2026 10:00:00 +0100\n"
    )
    mime = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    return read_company_mail(message=parse_message(f"{head}{mime}{body}\n".encode()), owner=OWNER, cues=CUES)


@pytest.mark.parametrize(
    ("sender", "subject", "body", "kind"),
    [
        pytest.param(
            "Wendy Park <wendy@formerfirm.example>", "Your exit interview",
            "Hi Robin, before your last day I would like to hold your exit interview on Thursday 4 June at 3pm. Half an hour.\n\nWendy, HR",
            Kind.OTHER, id="an exit interview",
        ),
        pytest.param(
            "Lena Ortiz <lena@radio5.example>", "Interview for our Thursday programme",
            "Hi Robin, could you do a short interview for our programme on coastal erosion, Thursday 4 June at 8.10am, "
            "live by phone?\n\nLena",
            Kind.OTHER, id="an interview on the radio",
        ),
        pytest.param(
            "Dan Hale <dan@soundforge.example>", "Podcast producer interview",
            "Hi Robin,\n\nWe would love to interview you for the Podcast Producer role. Tuesday 9 June, 10am, our studio "
            "in Hackney.\n\nDan Hale",
            Kind.INTERVIEW, id="a job at a podcast",
        ),
        pytest.param(
            "Membership <members@elmcoop.example>", "Your interview",
            "Dear Robin,\n\nThank you for your application. The membership committee would like to interview you on "
            "Tuesday 9 June at 7pm: why you "
            "want to live in the co-op and which committee you would join.\n\nElm Housing Co-op",
            Kind.OTHER, id="an interview for a home in a co-op",
        ),
        pytest.param(
            "Elm Co-op <jobs@elmcoop.example>", "Interview: Membership Secretary",
            "Dear Robin,\n\nThank you for applying for the post of Membership Secretary. We would like to interview you on "
            "Tuesday 9 June at 2pm at "
            "our office, 4 Elm Row.\n\nDora Finch\nElm Co-op",
            Kind.INTERVIEW, id="a job in a co-op",
        ),
        pytest.param(
            "Petra Novak <petra@flatfinders.example>", "Viewing & interview Saturday",
            "Hi Robin,\n\nThe housemates would like to meet you for a short interview before they decide. Saturday 6 June "
            "at 11am, 14 Ellis Road.\n\nPetra",
            Kind.OTHER, id="housemates who choose a tenant",
        ),
        pytest.param(
            "Box Office <tickets@playhouse.example>", "Your order: An Interview with Ada Boyle",
            "Thank you, Robin! Show this e-mail at the door.\n\nAN INTERVIEW WITH ADA BOYLE\nin conversation with Paul "
            "Reid\nThursday 11 June, 7.30pm\n"
            "Cancelled or rescheduled events are refunded automatically.",
            Kind.OTHER, id="a public interview on a stage",
        ),
        pytest.param(
            "Accounts Payable <ap@orchards.example>", "Reimbursement for your interview travel",
            "Hi Robin,\n\nFor your interview on 26 May you may claim mileage. Fill in the attached expense form by 30 "
            "June. The next payment run is 12 June at 3pm.",
            Kind.OTHER, id="expenses of an interview that was held",
        ),
        pytest.param(
            "Northern Bank <help@northernbank.example>", "Your video identification",
            "Dear Mr Vale, your video interview to verify your identity is booked for 5 June 2026, 16:00. Have your passport ready.",
            Kind.OTHER, id="a bank that verifies who one is",
        ),
        pytest.param(
            "Yolanda Pruitt <yolanda@redmesa.example>", "Re: Friday",
            "Hi Robin, got your voicemail, congrats on the new job. I have taken you off Dr Hwang's list for this Friday's "
            "4:40, so she is one candidate short.\n\nYolanda",
            Kind.CANCELLATION, id="taken off the list of those to be seen",
        ),
        pytest.param(
            "Yolanda Pruitt <yolanda@redmesa.example>", "Friday's interview",
            "Hi Robin, we have put you on Dr Hwang's list for this Friday, 5 June at 4:40pm: your interview for the "
            "receptionist job.\n\nYolanda",
            Kind.INTERVIEW, id="put on the list of those to be seen",
        ),
        pytest.param(
            "Sanne de Wit <sanne@kelpworks.example>", "Pick a time with Anouk?",
            "Hi Robin,\n\nWe liked your test project. Can you book 25 minutes with Anouk? Her calendar is here: "
            "https://book.example/anouk/25min\n\nSanne",
            Kind.SCHEDULING, id="minutes to be booked with somebody",
        ),
        pytest.param(
            "Beth Rowan <beth@wick.example>", "Interview - Assistant Curator",
            "Dear Robin,\n\nAlthough we have filled the Curator post, we would like to interview you for the Assistant "
            "Curator post on Thursday 11 June at 11am.\n\nBeth Rowan",
            Kind.INTERVIEW, id="one post is filled, the talk is about another",
        ),
        pytest.param(
            "Beth Rowan <beth@wick.example>", "Assistant Curator",
            "Dear Robin,\n\nAlthough we enjoyed meeting you, we have filled the Assistant Curator post with another "
            "candidate and will not be taking your application further.\n\nBeth Rowan",
            Kind.REJECTION, id="a post is filled though they enjoyed the talk",
        ),
        pytest.param(
            "Personal <personal@muster.example>", "Austrittsgespräch",
            "Guten Tag Robin,\n\nvor deinem letzten Tag möchte ich mit dir das Austrittsinterview führen: Donnerstag, 4. "
            "Juni, 15 Uhr.\n\nWenke",
            Kind.OTHER, id="an exit interview in German",
        ),
        pytest.param(
            "Rédaction <redaction@lejournal.example>", "Interview",
            "Bonjour Robin,\n\nacceptez-vous une interview pour notre émission sur le littoral, jeudi 4 juin à 8h10, en "
            "direct par téléphone ?\n\nLéa",
            Kind.OTHER, id="an interview on the radio in French",
        ),
    ],
)  # fmt: skip
def test_what_a_talk_is_about_decides(sender: str, subject: str, body: str, kind: Kind) -> None:
    reading = read(sender, subject, body)
    assert (reading.kind, reading.certain) == (kind, True)
