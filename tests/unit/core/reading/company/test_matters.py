"""An interview about another matter than a job is none; words of a trade do not hide an interview for work in it."""

from __future__ import annotations

import pytest

from bot.core.message.types import Message
from bot.core.reading.company.matters import TRADE, Matters, find_matters
from bot.core.reading.types import Kind, Reading
from tests.unit.core.reading.company.brief_mail import brief_mail, owner_in, read_mail
from tests.unit.core.reading.company.matter_letters import JOBS, OTHER_MATTERS
from tests.unit.core.reading.company.words import ENGLISH

ZONE = "Europe/Berlin"
OWNER = owner_in(ZONE)


def read(subject: str, body: str) -> Reading:
    return read_mail(mail_of(subject, body), zone=ZONE)


def mail_of(subject: str, body: str) -> Message:
    return brief_mail(f"{body}\n\nKim Sorrell", subject=subject, sent="Tue, 09 Jun 2026 10:00:00 +0200")


def in_words(letters: tuple[tuple[str, str, str], ...]) -> list[object]:
    return [pytest.param(subject, body, id=f"{lang}: {subject}, {body[:60]}") for lang, subject, body in letters]


@pytest.mark.parametrize(("subject", "body"), in_words(OTHER_MATTERS))
def test_a_talk_about_another_matter_is_no_interview(subject: str, body: str) -> None:
    reading = read(subject, body)
    assert (reading.kind, reading.certain) == (Kind.OTHER, True)


@pytest.mark.parametrize(("subject", "body"), in_words(JOBS))
def test_words_of_its_trade_do_not_hide_an_interview_for_a_job(subject: str, body: str) -> None:
    reading = read(subject, body)
    assert (reading.kind, reading.certain) == (Kind.INTERVIEW, True)


def matters(*texts: str) -> Matters:
    return find_matters(ENGLISH.line(ENGLISH.plain(text)) for text in texts)


def test_words_of_one_stem_count_once() -> None:
    assert matters("The tenant and her tenancy, the tenants!").other == ("home", ("tenant",))


def test_the_field_with_the_most_words_is_the_matter() -> None:
    found = matters("Your dentist has a new clinic.", "There are patients, and a landlord.")
    assert found.other[0] == "health"
    assert found.work == 0


def test_a_candidacy_is_counted_apart() -> None:
    found = matters("Your CV for the vacancy at our clinic, and your prescription")
    assert (found.work, found.other) == (2, ("health", ("your prescription",)))


def test_a_trade_is_no_field_of_life() -> None:
    found = matters("Our clinic has new patients and an accountant")
    assert found.words[TRADE]
    assert found.other == ("", ())


def test_without_any_such_words_there_is_no_matter() -> None:
    assert matters("See you at ten.").other == ("", ())
