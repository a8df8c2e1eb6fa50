"""``add``: interviews that no mail told the bot of."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from bot.core.interview.types import InterviewStatus
from bot.core.message.received import MailboxRole
from bot.core.reading.types import LetterKind, Medium
from tests.unit.pipeline.mails import a_command, a_reply, an_invitation
from tests.unit.pipeline.world import DAY, HOUR, World

SENT, INBOX = MailboxRole.SENT, MailboxRole.INBOX
PROSE = (
    "Hi Maya,\n\nthank you for your application. We are pleased to invite you to an interview for the Data Analyst position at Acme"
    " Robotics on Tuesday, 18 May 2027 at 14:00.\n\nBest regards,\nJane Roe\nAcme Robotics\n"
)


def interviews(world: World) -> list[tuple[str | None, str]]:
    with world.work() as work:
        return [(one.company, f"{one.start:%Y-%m-%d %H:%M}" if one.start else "") for one in work.load_interviews()]


def a_forward(*, subject: str = "Fwd: Your interview", above: str = "add", block: str = "") -> bytes:
    block = block or (
        "---------- Forwarded message ---------\nFrom: Jane Roe <jane@acme.example>\nDate: Wed, 12 May 2027 at 10:00\n"
        "Subject: Your interview\nTo: Maya Okafor <maya@home.example>\n\n"
    )
    mail = EmailMessage()
    mail["From"] = mail["To"] = "Maya Okafor <maya@home.example>"
    mail["Subject"], mail["Message-ID"], mail["Date"] = subject, "<f1@phone.example>", "Thu, 13 May 2027 12:01:00 +0000"
    mail.set_content(f"{above}\n\n{block}{PROSE}")
    return mail.as_bytes()


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("bot add: interview with Eve Lau at Birch, Tuesday 3pm", ""),
        ("bot", "add: interview with Eve Lau at Birch, Tuesday 3pm"),
        ("bot add", "company: Birch\nwho: Eve Lau\ntime: Tue 18 May 15:00"),
        ("bot neu: Gespräch mit Eve Lau bei Birch, Dienstag 15 Uhr", ""),
    ],
)
def test_words_make_a_record_and_a_noted_letter(world: World, subject: str, body: str) -> None:
    world.receive(a_command(subject, body=body), SENT)
    assert interviews(world) == [("Birch", "2027-05-18 13:00")]
    (letter,) = world.letters(LetterKind.NOTED)
    assert "Eve Lau" in letter.text
    with world.work() as work:
        assert work.load_interviews()[0].status is InterviewStatus.EXPECTED


def test_a_talk_agreed_by_phone_is_thanked_for_like_any_other(world: World) -> None:
    words = "bot add: phone interview with Eve Lau <eve@birch.example> at Birch, today 9:00"
    world.receive(a_command(words), SENT)
    letter = world.show()
    assert "To: Eve Lau <eve@birch.example>" in letter.text
    with world.work() as work:
        assert work.load_interviews()[0].medium is Medium.PHONE
    world.receive(a_reply(world.letter_mail(letter), "approve", number=7), SENT)
    world.wait(DAY)
    (mail,) = world.server.to("eve@birch.example")
    assert mail.in_reply_to is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("interview with Eve Lau at Birch on Tuesday", "on which day and at what hour"),
        ("interview at Birch, Tuesday 3pm or Wednesday 4pm", "more than one time"),
        ("interview, Tuesday 3pm", "which company"),
        ("interview at Birch, Tuesday 3pm CET", "could not place"),
        ("", "on which day and at what hour"),
    ],
)
def test_what_is_unclear_is_asked_and_nothing_is_recorded(world: World, words: str, said: str) -> None:
    world.receive(a_command(f"bot add: {words}"), SENT)
    assert interviews(world) == []
    (question,) = world.letters(LetterKind.QUESTION)
    assert said in " ".join(question.text.split())
    world.receive(a_reply(world.letter_mail(question), "add: Eve Lau at Birch, Tuesday 3pm", number=3), SENT)
    assert interviews(world) == [("Birch", "2027-05-18 13:00")]


def test_what_is_known_is_not_recorded_twice(world: World) -> None:
    for number in range(2):
        world.receive(a_command("bot add: interview at Birch, Tuesday 3pm", number=number), SENT)
    assert interviews(world) == [("Birch", "2027-05-18 13:00")]
    assert "on my list already" in " ".join(world.letters()[-1].text.split())


def test_others_cannot_add(world: World) -> None:
    forged = a_command("bot add: interview at Birch, Tuesday 3pm")
    world.receive(forged, INBOX)
    world.wait(HOUR)
    world.understand()
    assert interviews(world) == []


@pytest.mark.parametrize(
    ("subject", "above"),
    [
        ("Fwd: Your interview", "add"),
        ("WG: Your interview", "bot add"),
        ("bot add", ""),
        ("bot", "hinzufügen"),
    ],
)
def test_a_mail_that_is_passed_on_is_read_as_if_it_had_come(world: World, subject: str, above: str) -> None:
    world.receive(a_forward(subject=subject, above=above), SENT)
    assert interviews(world) == [("Acme Robotics", "2027-05-18 12:00")]
    (letter,) = world.letters(LetterKind.NOTED)
    assert "jane@acme.example" in letter.text


OUTLOOK = (
    "________________________________\nVon: Jane Roe <jane@acme.example>\nGesendet: Mittwoch, 12. Mai 2027 10:00\n"
    "An: Maya Okafor <maya@home.example>\nBetreff: Your interview\n\n"
)


def test_header_lines_of_another_language_are_known(world: World) -> None:
    world.receive(a_forward(subject="WG: Your interview", above="neu", block=OUTLOOK), SENT)
    assert interviews(world) == [("Acme Robotics", "2027-05-18 12:00")]


def test_a_mail_may_be_attached(world: World) -> None:
    attached = EmailMessage()
    attached["From"], attached["To"] = "Jane Roe <jane@acme.example>", "Maya Okafor <maya@home.example>"
    attached["Subject"], attached["Message-ID"] = "Your interview", "<orig@acme.example>"
    attached["Date"] = "Wed, 12 May 2027 09:00:00 +0000"
    attached.set_content(PROSE)
    mail = EmailMessage()
    mail["From"] = mail["To"] = "Maya Okafor <maya@home.example>"
    mail["Subject"], mail["Message-ID"] = "bot add", "<f2@phone.example>"
    mail.set_content("\n")
    mail.add_attachment(attached)
    world.receive(mail.as_bytes(), SENT)
    assert interviews(world) == [("Acme Robotics", "2027-05-18 12:00")]
    world.receive(
        PROSE_ANSWER,
        INBOX,
    )
    with world.work() as work:
        assert len(work.load_interviews()) == 1


PROSE_ANSWER = (
    "From: Jane Roe <jane@acme.example>\nTo: maya@home.example\nSubject: Re: Your interview\nMessage-ID: <a9@acme.example>\n"
    "In-Reply-To: <orig@acme.example>\nDate: Thu, 13 May 2027 12:00:00 +0000\n\nHi Maya,\n\nthe meeting room is 4.12.\n\nBest, Jane\n"
)


def test_a_forward_to_somebody_else_or_without_a_word_adds_nothing(world: World) -> None:
    world.receive(a_forward(above=""), SENT)
    world.receive(a_forward().replace(b"To: Maya", b"To: Bob <bob@home.example>, Maya"), SENT)
    assert interviews(world) == []
    assert world.letters() == []


def test_a_mail_without_an_interview_is_asked_about(world: World) -> None:
    raw = a_forward().replace(PROSE.encode(), b"x")
    head, _, _ = raw.decode().partition("Hi Maya")
    world.receive(f"{head}Hi Maya,\n\nyour parcel is on its way.\n", SENT)
    assert interviews(world) == []
    assert len(world.letters(LetterKind.QUESTION)) == 1


def test_an_invitation_that_came_and_is_passed_on_too_stays_one(world: World) -> None:
    raw = an_invitation(world.now + 5 * DAY)
    world.receive(raw)
    boundary = "zz"
    text = (
        "From: Maya Okafor <maya@home.example>\nTo: maya@home.example\nSubject: bot add\nMessage-ID: <f3@phone.example>\n"
        f'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="{boundary}"\n\n--{boundary}\nContent-Type: text/plain\n\n\n'
        f"--{boundary}\nContent-Type: message/rfc822\n\n{raw}\n--{boundary}--\n"
    )
    world.receive(text, SENT)
    with world.work() as work:
        assert len(work.load_interviews()) == 1
