"""A correction by reply is kept: what it said holds for later mail too, and what may be a real interview is asked about."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.interview.types import Interview, InterviewStatus
from bot.core.message.received import MailboxRole
from bot.core.reading.types import Action, Correction, LetterKind, OwnerReading
from tests.unit.pipeline.mails import a_reply
from tests.unit.pipeline.world import DAY, World

_MAIL = """\
From: {sender}
To: Maya Okafor <maya@home.example>
Subject: {subject}
Date: {date:%a, %d %b %Y %H:%M:%S} +0000
Message-ID: <m{number}@mail.example>
{links}
Hi Maya,

{text}

Best,
{name}
"""
TALK = "We confirm the interview with you on {day} at 2pm CEST, in our studio."
JOB = "Your interview for the Data Analyst position is confirmed for {day} at 2pm CEST. It will be held via Zoom."


class Post:
    """Writes mails into the world, a day after each other."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.number = 0

    def send(self, text: str, *, sender: str = "Lou Berg <lou@nightradio.example>", answers: int = 0) -> None:
        self.world.now += DAY
        self.number += 1
        day = self.world.now + timedelta(days=6)
        links = f"In-Reply-To: <m{answers}@mail.example>\nReferences: <m{answers}@mail.example>\n" if answers else ""
        self.world.receive(
            _MAIL.format(
                sender=sender,
                subject="Re: Interview" if answers else "Interview",
                date=self.world.now,
                number=self.number,
                links=links,
                text=text.format(day=f"{day:%A, %B} {day.day}"),
                name=sender.partition(" <")[0],
            )
        )

    def reply(self, words: str) -> None:
        """Answer the last letter."""
        letter = self.world.letter_mail(self.world.letters()[-1])
        self.world.now += timedelta(minutes=5)
        self.world.receive(a_reply(letter, words, number=self.number), MailboxRole.SENT)


@pytest.fixture
def post(world: World) -> Post:
    return Post(world)


def interviews(world: World) -> list[Interview]:
    with world.work() as work:
        return work.load_interviews()


def questions(world: World) -> int:
    return len(world.letters(LetterKind.QUESTION))


@pytest.fixture
def dismissed(world: World, post: Post) -> Post:
    """A broadcaster's mail was asked about, and the owner said no."""
    post.send(TALK)
    assert questions(world) == 1
    post.reply("no")
    assert [one.status for one in interviews(world)] == [InterviewStatus.DISMISSED]
    return post


@pytest.mark.parametrize("answers", [1, 0], ids=["in the same conversation", "in a mail of its own"])
def test_what_was_no_interview_is_not_asked_about_again(world: World, dismissed: Post, answers: int) -> None:
    before = len(world.letters())
    dismissed.send(TALK, answers=answers)
    dismissed.send(TALK, answers=2 * answers)
    assert len(world.letters()) == before
    assert len(interviews(world)) == 1


def test_a_job_of_the_same_sender_is_asked_about(world: World, dismissed: Post) -> None:
    dismissed.send(JOB)
    assert questions(world) == 2
    assert "you said of an earlier mail of theirs “not an interview”" in " ".join(world.letters()[-1].text.split())
    assert [one.status for one in interviews(world)] == [InterviewStatus.DISMISSED, InterviewStatus.UNSURE]


def test_another_sender_of_the_same_domain_is_heard(world: World, dismissed: Post) -> None:
    dismissed.send(JOB, sender="Ada Kern <ada@nightradio.example>")
    assert interviews(world)[-1].status is InterviewStatus.EXPECTED


def test_a_later_yes_takes_the_no_back(world: World, dismissed: Post) -> None:
    dismissed.send(JOB)
    dismissed.reply("yes")
    assert interviews(world)[-1].status is InterviewStatus.EXPECTED
    dismissed.send(JOB)
    assert interviews(world)[-1].status is InterviewStatus.EXPECTED
    assert len(interviews(world)) == 3
    assert questions(world) == 2


def test_a_taught_company_is_known_in_the_next_conversation_with_the_same_person(world: World, post: Post) -> None:
    post.send(JOB, sender="Ada Kern <ada@nw-careers.example>")
    post.reply("company: Nordwind Energie")
    post.send(JOB, sender="Ada Kern <ada@nw-careers.example>")
    assert [one.company for one in interviews(world)] == ["Nordwind Energie"] * 2


def test_a_taught_company_of_an_agencys_client_is_known_in_that_conversation_alone(world: World, post: Post) -> None:
    agency = "Ada Kern <ada@bestrecruiters.example>"
    post.send(JOB, sender=agency)
    read = interviews(world)[0].company
    post.reply("company: Nordwind Energie")
    post.send(JOB, sender=agency, answers=1)
    post.send(JOB, sender=agency)
    assert [one.company for one in interviews(world)] == ["Nordwind Energie", read]


def test_a_taught_contact_stays_when_somebody_else_writes(world: World, post: Post) -> None:
    post.send(JOB, sender="Ada Kern <ada@nordwind.example>")
    post.reply("contact: Jane Doe <jane@nordwind.example>")
    post.send(JOB, sender="Bo Lind <bo@nordwind.example>", answers=1)
    contact = interviews(world)[0].contact
    assert contact is not None
    assert (contact.name, contact.email) == ("Jane Doe", "jane@nordwind.example")


def test_the_terminal_teaches_as_a_reply_does(world: World, post: Post) -> None:
    post.send(JOB, sender="Ada Kern <ada@nordwind.example>")
    correction = Correction(field="company", value="Nordwind Energie")
    letter = world.letters()[-1]
    world.tell(OwnerReading(action=Action.CORRECT, corrections=(correction,)), letter)
    with world.work() as work:
        assert [lesson.taught.value for lesson in work.load_known().lessons] == ["Nordwind Energie"]
    assert "lesson_learned" in world.events()
