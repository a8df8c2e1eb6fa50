"""Short Italian mails that fix a talk tell its time, in whatever way."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.unit.core.reading.company.brief_mail import brief_mail, read_known_mail

ZONE = "Europe/Rome"


def _read_start(text: str) -> datetime | None:
    mail = brief_mail(
        text,
        subject="Colloquio di lavoro",
        sent="Tue, 03 Mar 2026 10:12:00 +0100",
        sender="Carla Sala <carla.sala@tecnoverde.example>",
    )
    return read_known_mail(mail, zone=ZONE).start


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Il colloquio si terrà venerdì p.v. alle 11.", "2026-03-06 11:00"),
        ("Il colloquio è per l'otto di aprile, alle undici e un quarto.", "2026-04-08 11:15"),
        ("Il colloquio avrà luogo il ventidue aprile alle ore quindici.", "2026-04-22 15:00"),
        (
            "Il colloquio avrà luogo in data cinque marzo duemilaventisei alle ore quindici e trenta.",
            "2026-03-05 15:30",
        ),
        ("Il colloquio è fissato per il giorno 12 del corrente mese, ore 16:45.", "2026-03-12 16:45"),
        ("Il colloquio è per le ore 3 pomeridiane di sabato 14 marzo.", "2026-03-14 15:00"),
        ("Domani l'altro, alle due e venti del pomeriggio, colloquio con il titolare.", "2026-03-05 14:20"),
        ("Il colloquio è venerdì alle nove e cinquantacinque.", "2026-03-06 09:55"),
        ("Oggi pomeriggio alle 5: il colloquio è confermato.", "2026-03-03 17:00"),
        ("Il colloquio è nel pomeriggio di lunedì 9. Alle 3 ti collega Francesca.", "2026-03-09 15:00"),
        ("Il colloquio è confermato per venerdì 6. L'orario è quello delle 15.", "2026-03-06 15:00"),
        ("Confermo il colloquio per mercoledì 25 marzo, ore 9 di Chicago.", "2026-03-25 15:00"),
        ("Colloquio venerdì alle 9 di New York, le 15 italiane.", "2026-03-06 15:00"),
        ("Colloquio confermato venerdì alle 15 ora di New York.", "2026-03-06 21:00"),
        ("Ti aspettiamo tra due giorni alle 9 per il colloquio.", "2026-03-05 09:00"),
        ("Ci vediamo per il colloquio fra tre giorni, alle 9:15.", "2026-03-06 09:15"),
        ("Ci vediamo il mercoledì dopo Pasqua alle 11 per il colloquio.", "2026-04-08 11:00"),
        ("Essendo il 25 marzo festivo, il colloquio si terrà venerdì 27 alle 15.", "2026-03-27 15:00"),
        ("Dopo il test delle 9, il colloquio di venerdì è alle 10:30.", "2026-03-06 10:30"),
        (
            "In risposta alla sua mail delle 9.47 di oggi: il colloquio è confermato per domani alle 16.",
            "2026-03-04 16:00",
        ),
        ("Sono le 18 e ti scrivo al volo: colloquio venerdì mattina, le 9 vanno bene.", "2026-03-06 09:00"),
        ("Il colloquio è confermato mercoledì 11 marzo alle 8.15. Gli uffici aprono alle 7.30.", "2026-03-11 08:15"),
        ("Invece che alle 14 il colloquio di domani è alle 15 e un quarto.", "2026-03-04 15:15"),
        ("Confermo colloquio mercoledì11marzo alle15:00", "2026-03-11 15:00"),
        ("Colloquio confermato venerdì 6marzo ore15", "2026-03-06 15:00"),
        ("Colloquio confermato ven 6 mar h15.30", "2026-03-06 15:30"),
        ("Il colloquio è venerdì alle ore 15 e minuti 30.", "2026-03-06 15:30"),
        ("Il colloquio è venerdì a mezzodì.", "2026-03-06 12:00"),
        ("Le dico che il colloquio non sarà giovedì alle 10 ma venerdì alle 12.", "2026-03-06 12:00"),
    ],
)
def test_the_time_of_an_italian_mail_is_read(text: str, start: str) -> None:
    assert _read_start(text) == datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(ZONE))


def test_a_second_talk_told_by_its_distance_does_not_move_the_first() -> None:
    text = (
        "Il primo colloquio è martedì 10 marzo alle 10; due giorni dopo, alla stessa ora, l'incontro con il direttore."
    )
    assert _read_start(text) in (None, datetime(2026, 3, 10, 10, tzinfo=ZoneInfo(ZONE)))
