"""Times that hold no longer, times told roughly and then exactly, hours known by their part of the day, tables of spans, mail passed on."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Owner
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import Kind, Reading
from tests.unit.core.reading.company.words import CUES

_OWNER = Owner(name="Nora Quist", email="nora.quist@example.org", tz="Europe/Madrid")


def read(text: str, *, subject: str = "", sender: str = "Office <office@kwx-works.example>") -> Reading:
    head = f"From: {sender}\nTo: Nora Quist <nora.quist@example.org>\nDate: Mon, 02 Mar 2026 09:00:00 +0100\nSubject: {subject}\n"
    mime = "Message-ID: <one@mail.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    return read_company_mail(message=parse_message((head + mime + text).encode()), owner=_OWNER, cues=CUES)


def _at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=ZoneInfo("Europe/Madrid"))


_MOVED = {
    "es: off in one sentence, asked and taken for granted in the next": (
        "Hola Nora, no podremos recibirte el martes 3 a las 9:30 para la entrevista de recepcionista. ¿Te va bien el jueves 5 a las 12? Salvo que nos digas otra cosa, te esperamos a esa hora.",
        _at(5, 12),
    ),
    "pt: another meeting is why the interview moves": (
        "Olá Nora, tenho uma reunião na quarta, dia 4, às 10h, por isso tenho de mudar a nossa entrevista para a vaga de rececionista. Fica então para quinta, dia 5, às 11h15.",
        _at(5, 11, 15),
    ),
    "it: off in one sentence, fixed in the next": (
        "Gentile Nora, martedì 3 alle 10 non possiamo riceverla per il colloquio da receptionist. La aspettiamo giovedì 5 alle 15.",
        _at(5, 15),
    ),
    "de: off in one sentence, fixed in the next": (
        "Liebe Frau Quist, das Vorstellungsgespräch am Dienstag, 3. März um 10 Uhr muss leider entfallen. Wir erwarten Sie stattdessen am Donnerstag, 5. März um 15 Uhr.",
        _at(5, 15),
    ),
    "fr: off in one sentence, fixed in the next": (
        "Bonjour Nora, l'entretien de mardi 3 mars à 10h est annulé. Nous vous attendons jeudi 5 mars à 15h.",
        _at(5, 15),
    ),
}


@pytest.mark.parametrize(("text", "start"), _MOVED.values(), ids=_MOVED)
def test_a_time_given_up_is_old_where_a_later_sentence_names_another(text: str, start: datetime) -> None:
    reading = read(text)
    assert (reading.kind, reading.start) == (Kind.RESCHEDULE, start)


_EXACT = {
    "it passate, diciamo": ("Confermo il colloquio per il posto di receptionist giovedì alle 18 passate, diciamo 18.15.", _at(5, 18, 15)),
    "es digamos": ("Confirmo la entrevista para el puesto de recepcionista el jueves a las 18, digamos 18.15.", _at(5, 18, 15)),
    "pt digamos": ("Confirmo a entrevista para a vaga de rececionista na quinta-feira às 18h, digamos 18h15.", _at(5, 18, 15)),
    "pt hour of the morning behind the weekday": ("A entrevista para a vaga de rececionista fica para quarta, 11 da manhã.", _at(4, 11)),
    "es hour of the afternoon behind the weekday": ("La entrevista para el puesto de recepcionista queda para el jueves, 5 de la tarde.", _at(5, 17)),
    "it hour of the afternoon behind the weekday": ("Il colloquio per il posto di receptionist è confermato per mercoledì, 5 del pomeriggio.", _at(4, 17)),
    "es the weekday and the day of the month beside a time": ("La entrevista para el puesto de recepcionista es el jueves 5 por la mañana, a las 11.", _at(5, 11)),
    "it a comma in a labelled time": ("Colloquio per la posizione di receptionist, è confermato.\n\nData: 05/03/2026\nOra: 11,45\n", _at(5, 11, 45)),
}  # fmt: skip


@pytest.mark.parametrize(("text", "start"), _EXACT.values(), ids=_EXACT)
def test_the_exact_time_is_the_one_of_the_talk(text: str, start: datetime) -> None:
    assert read(text).start == start


_TABLES = {
    "it": "Il colloquio per la posizione di receptionist è confermato.\n\nGiorno\tDalle\tAlle\tCon\n05/03/2026\t13:45\t14:20\tInes Tasso\n05/03/2026\t14:20\t15:00\tPaolo Meroni\n",
    "es": "La entrevista para el puesto de recepcionista está confirmada.\n\nFecha\tDesde\tHasta\tCon\n05/03/2026\t13:45\t14:20\tInés Tasso\n05/03/2026\t14:20\t15:00\tPablo Merino\n",
    "de": "Das Vorstellungsgespräch für die Stelle als Rezeptionistin ist bestätigt.\n\nDatum\tVon\tBis\tMit\n05.03.2026\t13:45\t14:20\tInes Tasso\n05.03.2026\t14:20\t15:00\tPaul Merkel\n",
    "en": "Your interview for the receptionist position is confirmed.\n\nDate\tFrom\tTo\tWith\n5 March 2026\t13:45\t14:20\tInes Tasso\n5 March 2026\t14:20\t15:00\tPaul Merrow\n",
}


@pytest.mark.parametrize("text", _TABLES.values(), ids=_TABLES)
def test_columns_of_beginnings_and_ends_make_one_block_of_talks(text: str) -> None:
    reading = read(text)
    assert (reading.start, reading.duration_minutes) == (_at(5, 13, 45), 75)


_PASSED_ON = """Look at this, isn't it great?

---------- Forwarded message ---------
From: Personnel <jobs@hospital-rocco.example>
Date: Sun, Mar 1, 2026 at 3:10 PM
Subject: Interview
To: {to}

Dear candidate,
you are invited to an interview for the midwife position on Tuesday, 10 March 2026 at 9:00 with Dr Zanetti.
"""


@pytest.mark.parametrize(
    ("to", "sender", "kind"),
    [
        pytest.param("Lou Quist <lou.quist@example.com>", "Aunt Kay <kay.quist@example.com>", Kind.OTHER, id="a cousin's invitation"),
        pytest.param("Nora Quist <nora.quist@example.org>", "Aunt Kay <kay.quist@example.com>", Kind.INTERVIEW, id="the owner's own"),
        pytest.param("Kay Quist <kay@kwx-works.example>", "Kay Quist <kay@kwx-works.example>", Kind.INTERVIEW, id="an agency's"),
    ],
)  # fmt: skip
def test_a_mail_passed_on_counts_by_whom_it_was_sent_to(to: str, sender: str, kind: Kind) -> None:
    assert read(_PASSED_ON.format(to=to), subject="Fwd: Interview", sender=sender).kind is kind


def test_a_talk_that_a_friend_got_under_the_friends_own_name_is_the_friends() -> None:
    text = _PASSED_ON.format(to="Pat Vale <pat.vale@example.com>").replace("Dear candidate", "Dear Ms Vale")
    assert read(text, subject="Fwd: Interview", sender="Pat Vale <pat.vale@example.com>").kind is Kind.OTHER


def test_a_talk_that_one_of_the_same_name_got_is_asked_about() -> None:
    text = _PASSED_ON.format(to="Kay Quist <kay.quist@example.com>").replace("Dear candidate", "Dear Ms Quist")
    assert not read(text, subject="Fwd: Interview", sender="Kay Quist <kay.quist@example.com>").certain
