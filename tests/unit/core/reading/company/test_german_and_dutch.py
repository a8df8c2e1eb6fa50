"""Whole mails in German and Dutch: what they are, when, with whom, how long and how."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

from datetime import date, datetime
from email.message import EmailMessage

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Message, Owner
from bot.core.reading.company.dates import find_dates
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.company.resolving import DateSetting
from bot.core.reading.types import Kind, Reading
from tests.unit.core.reading.company.dutch_mails import MAILS as DUTCH
from tests.unit.core.reading.company.german_mails import MAILS as GERMAN
from tests.unit.core.reading.company.german_notes import MAILS as NOTES
from tests.unit.core.reading.company.told_mail import ToldMail
from tests.unit.core.reading.company.words import CUES

LENA = Owner(name="Lena Vogt", email="lena.vogt@example.net", tz="Europe/Berlin")
JANA = Owner(name="Jana Brandt", email="jana.brandt@example.org", tz="Europe/Berlin")
SANNE = Owner(name="Sanne de Wit", email="sanne.dewit@example.net", tz="Europe/Amsterdam")
CASES = [
    *(pytest.param(mail, LENA, id=mail.told) for mail in GERMAN),
    *(pytest.param(mail, SANNE, id=mail.told) for mail in DUTCH),
]
SEPTEMBER, NOVEMBER = "Tue, 08 Sep 2026 10:00:00 +0200", "Tue, 03 Nov 2026 10:00:00 +0100"


def read(owner: Owner, sender: str, subject: str, body: str, sent: str = SEPTEMBER) -> Reading:
    return read_company_mail(message=mail_of(owner, sender, subject, body, sent), owner=owner, cues=CUES)


def mail_of(owner: Owner, sender: str, subject: str, body: str, sent: str) -> Message:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, f"{owner.name} <{owner.email}>", subject
    mail["Date"], mail["Message-ID"] = sent, "<one@mail.example>"
    mail.set_content(f"{body}\n")
    return parse_message(mail.as_bytes())


@pytest.mark.parametrize(("mail", "owner"), CASES)
def test_a_mail_is_read_as_a_careful_person_reads_it(mail: ToldMail, owner: Owner) -> None:
    reading = read(owner, mail.sender, mail.subject, mail.body)
    assert (reading.kind, reading.certain) == (Kind(mail.kind), True), reading.reasons
    if mail.start is not None:
        assert reading.start == datetime.fromisoformat(mail.start)
    if mail.people is not None:
        assert {person.name for person in reading.interviewers} == set(mail.people)
    if mail.minutes is not None:
        assert reading.duration_minutes == mail.minutes
    if mail.medium is not None:
        assert reading.medium == mail.medium
    assert reading.decision_by == (date.fromisoformat(mail.decision) if mail.decision else None)


@pytest.mark.parametrize("mail", [pytest.param(mail, id=mail.told) for mail in NOTES])
def test_a_note_is_surely_of_its_kind_and_time(mail: ToldMail) -> None:
    reading = read(JANA, mail.sender, mail.subject, mail.body, NOVEMBER)
    assert (reading.kind, reading.certain) == (Kind(mail.kind), True), reading.reasons
    assert mail.start is None or reading.start == datetime.fromisoformat(mail.start)
    assert mail.people is None or {person.name for person in reading.interviewers} == set(mail.people)
    assert mail.minutes is None or reading.duration_minutes == mail.minutes
    assert mail.medium is None or reading.medium == mail.medium


@pytest.mark.parametrize(
    ("owner", "subject", "body"),
    [
        pytest.param(LENA, "Gespräch", "Hallo Lena,\n\nam Freitag klappts bei uns doch nicht. Passt dir auch Dienstag, der 15., um 16 Uhr?\n\nYvonne", id="a German question after another day for a talk"),
        pytest.param(SANNE, "even kennismaken", "Hey Sanne,\n\nZullen we do om 17:00 zoomen? Ik stuur je zo een invite.\n\nLisa", id="a Dutch chat at an hour"),
        pytest.param(LENA, "Vorstellung", "Griaß di Lena,\n\nam Mittwoch, 16.9., hätt ma Zeit für dich: um dreiviertel drei bei uns im Hotel.\n\nErnst", id="an Austrian hour without a word for the talk"),
    ],
)  # fmt: skip
def test_a_dated_talk_of_unknown_matter_is_asked_about(owner: Owner, subject: str, body: str) -> None:
    reading = read(owner, "Yvonne Marx <yvonne.marx@marx-holz.example>", subject, body)
    assert "kind" in reading.ask


@pytest.mark.parametrize(
    ("body", "start"),
    [
        pytest.param("das Gespräch am Freitag beginnt nicht wie angekündigt um 10:00 Uhr, sondern erst um 11:30 Uhr.", "2026-09-11T11:30", id="the hour that is denied is the old one"),
        pytest.param("das für Montag, 14.09., 9 Uhr vereinbarte Gespräch müssen wir verlegen, und zwar auf Dienstag, 15.09., 13 Uhr.", "2026-09-15T13:00", id="the hour before the participle is the old one"),
        pytest.param("das Gespräch am Freitag um 10 Uhr muss ich verlegen. Neuer Termin: Montag, 14.09., gleiche Uhrzeit.", "2026-09-14T10:00", id="the same hour is the old one's"),
        pytest.param("das Gespräch morgen um 9 Uhr müssen wir leider verschieben. Wir melden uns.", None, id="a time before a verb of moving stands no longer"),
    ],
)  # fmt: skip
def test_a_german_move_never_keeps_the_old_time(body: str, start: str | None) -> None:
    reading = read(
        LENA,
        "Ute Lorenz <u.lorenz@haldenwerk.example>",
        "Ihr Vorstellungsgespräch",
        f"Sehr geehrte Frau Vogt,\n\n{body}\n\nUte Lorenz",
    )
    if start is None:
        assert reading.kind is Kind.CANCELLATION
    else:
        assert reading.start is not None
        assert reading.start.isoformat()[:16] == start


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        pytest.param("de", "am Montag um 10 Uhr", "2026-09-14", id="am before a weekday"),
        pytest.param("de", "den Freitag", "2026-09-11", id="den before a weekday"),
        pytest.param("de", "KW 39, Dienstag 13:00", "2026-09-22", id="a weekday behind its calendar week"),
        pytest.param("de", "am Dienstag der KW 39", "2026-09-22", id="a weekday before its calendar week"),
        pytest.param("nl", "week 39, dinsdag om 13u", "2026-09-22", id="a Dutch weekday of a calendar week"),
    ],
)  # fmt: skip
def test_a_weekday_is_found_where_these_languages_put_it(lang: str, text: str, wanted: str) -> None:
    found = find_dates(text, CUES.languages[lang], DateSetting(today=date(2026, 9, 8), day_first=True))
    assert [day.isoformat() for mention in found for day in mention.readings] == [wanted]


def test_a_part_of_the_day_is_not_tomorrow() -> None:
    assert find_dates("am Morgen um 9 Uhr", CUES.languages["de"], DateSetting(today=date(2026, 9, 8))) == ()


def test_an_invitation_without_a_text_is_read_by_its_description() -> None:
    lines = (
        "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:round@werk.example\r\nSEQUENCE:0\r\nDTSTART:20260915T090000Z\r\n"
        "DTEND:20260915T094500Z\r\nORGANIZER;CN=Urs Frei:mailto:urs.frei@werk.example\r\nATTENDEE:mailto:lena.vogt@example.net\r\nSUMMARY:2. Runde\r\n"
        "DESCRIPTION:Liebe Lena\\n\\nWie abgemacht die zweite Runde zur Stelle als Disponentin.\\n\\nGruss\\nUrs\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    head = "From: Urs Frei <urs.frei@werk.example>\r\nTo: lena.vogt@example.net\r\nSubject: 2. Runde\r\nDate: Tue, 08 Sep 2026 10:00:00 +0200\r\n"
    mime = 'MIME-Version: 1.0\r\nContent-Type: text/calendar; charset="utf-8"; method=REQUEST\r\n\r\n'
    reading = read_company_mail(message=parse_message((head + mime + lines).encode()), owner=LENA, cues=CUES)
    assert (reading.kind, reading.role, reading.lang) == (Kind.INTERVIEW, "Disponentin", "de")


@pytest.mark.parametrize(
    ("body", "start"),
    [
        pytest.param("wir laden Sie zum Vorstellungsgespräch am Donnerstag, 12.11., um 10 Uhr c.t. ein.", "2026-11-12T10:15+01:00", id="with the quarter of an hour of universities"),
        pytest.param("wir laden Sie zum Vorstellungsgespräch am Donnerstag, 12.11., um 10 Uhr s. t. ein.", "2026-11-12T10:00+01:00", id="without the quarter"),
        pytest.param("wegen eines Gerichtstermins sprechen wir zum Vorstellungsgespräch am Donnerstag, 12.11., um 10 Uhr mit Ihnen.", "2026-11-12T10:00+01:00", id="a court is only why"),
        pytest.param("das Vorstellungsgespräch am Donnerstag, 12.11., um 10 Uhr ist gebucht.\n\nTermin absagen | Termin verschieben", "2026-11-12T10:00+01:00", id="a row of buttons moves nothing"),
    ],
)  # fmt: skip
def test_an_interview_keeps_its_time_beside_what_looks_like_another_matter(body: str, start: str) -> None:
    text = f"Sehr geehrte Frau Brandt,\n\n{body}\n\nMit freundlichen Grüßen\nIda Kern"
    reading = read(JANA, "Ida Kern <i.kern@kern-metall.example>", "Ihre Bewerbung", text, NOVEMBER)
    assert (reading.kind, reading.start) == (Kind.INTERVIEW, datetime.fromisoformat(start)), reading.reasons
