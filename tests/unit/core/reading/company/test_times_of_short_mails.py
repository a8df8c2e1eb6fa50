"""When the talk of a short mail is: days told by words, moves, picks by name, zones of far places (mails of Wednesday, 11 March 2026)."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

from datetime import UTC

import pytest

from bot.core.reading.types import Reading
from tests.unit.core.reading.company.brief_mail import brief_mail, read_known_mail


def _read(new: str, old: str = "") -> Reading:
    mail = brief_mail(
        f"{new}\n\nRobin Hale",
        quoted=f"On Tue, 10 Mar 2026 at 13:00, Nora Vogt <nora.vogt@example.org> wrote:\n{old}" if old else "",
        subject="Re: Entretien" if old else "Entretien",
        sent="Wed, 11 Mar 2026 09:00:00 +0100",
        sender="Robin Hale <robin.hale@firm.example>",
    )
    return read_known_mail(mail, zone="Europe/Paris")


FIXED = "Bonjour, nous vous confirmons votre entretien du mardi 17 mars à 10h."
MOVES = [
    ("Bonjour,\n\nl'entretien du 17 mars commencera à 11h au lieu de 10h.", FIXED, "17T11:00"),
    ("Bonjour,\n\nl'entretien du 17 mars ne commencera pas à 10h mais à 11h.", FIXED, "17T11:00"),
    ("Bonjour,\n\nl'entretien n'est pas mardi 17 mais mercredi 18 mars, et non à 10h mais à 10h45.", FIXED, "18T10:45"),
    ("Bonjour,\n\nvotre entretien de lundi 10h est avancé à vendredi, même heure.", "", "13T10:00"),
    ("Bonjour,\n\nnous devons décaler votre entretien d'une heure.", FIXED, "17T11:00"),
    ("Bonjour,\n\nnous devons décaler votre entretien d'une heure plus tôt.", FIXED, "17T09:00"),
    ("Bonjour,\n\nje vous attends pour l'entretien une demi-heure avant l'horaire prévu.", FIXED, "17T09:30"),
    ("Bonjour,\n\nnotre entretien de demain 14h ne pourra pas avoir lieu ; je vous propose jeudi 19 à la place, 1h plus tard.", "", "19T15:00"),
]  # fmt: skip


@pytest.mark.parametrize(("new", "old", "start"), MOVES, ids=[case[0][10:] for case in MOVES])
def test_a_move_gives_the_new_time(new: str, old: str, start: str) -> None:
    reading = _read(new, old)
    assert reading.start is not None
    assert reading.start.strftime("%dT%H:%M") == start


ARRIVALS = [
    "Veuillez vous présenter le lundi 16 mars 2026 à partir de 8 heures du matin, muni de votre CV ; l'entretien débutera à 8h30.",
    "Votre entretien : lundi 16 mars, arrivée 8h15, début 8h30, fin 9h30.",
    "Votre entretien aura lieu par téléphone lundi 16 mars à 8h30 avec la RH, puis, si tout va bien, le manager vous verra plus tard.",
]


@pytest.mark.parametrize("body", ARRIVALS)
def test_when_to_be_there_is_not_when_the_talk_begins(body: str) -> None:
    reading = _read(f"Bonjour,\n\nSuite à votre candidature : {body}")
    assert reading.start is not None
    assert reading.start.strftime("%dT%H:%M") == "16T08:30"


THREE = "Pour notre entretien, je suis libre mercredi 18 mars à 9h ou à 15h, ou jeudi 19 mars à 11h."
NAMED = [
    (THREE, "Très bien pour jeudi, à bientôt pour l'entretien.", "19T11:00"),
    (THREE, "Disons 15h, c'est parfait pour l'entretien.", "18T15:00"),
    (THREE, "Mercredi me convient parfaitement pour l'entretien.", None),
    (THREE, "Mercredi ne me convient pas pour l'entretien.", None),
    (THREE, "Jeudi serait parfait, sauf si mercredi vous arrange mieux.", None),
    ("For the interview I could do Wednesday 18 March at 9 am, Thursday 19 March at 11 am or Friday 20 March at 2 pm.", "Thursday is perfect, see you at the interview then.", "19T11:00"),
    ("Für das Vorstellungsgespräch hätte ich am Mittwoch, 18. März um 9 Uhr, am Donnerstag, 19. März um 11 Uhr oder am Freitag, 20. März um 14 Uhr Zeit.", "Donnerstag passt uns gut, wir freuen uns auf das Gespräch.", "19T11:00"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "start"), NAMED, ids=[case[1] for case in NAMED])
def test_an_answer_takes_the_time_it_names(old: str, new: str, start: str | None) -> None:
    reading = _read(new, old)
    assert (reading.start.strftime("%dT%H:%M") if reading.start else None) == start


ZONES = [
    ("heure de Bamako", "10:00"),
    ("heure d'Antananarivo", "07:00"),
    ("heure de Nouméa", "23:00"),
    ("heure de Fort-de-France", "14:00"),
    ("heure du Cameroun", "09:00"),
    ("heure normale de l'Atlantique", "13:00"),
]


@pytest.mark.parametrize(("zone", "utc"), ZONES, ids=[case[0] for case in ZONES])
def test_an_hour_is_of_the_place_it_names(zone: str, utc: str) -> None:
    reading = _read(f"Bonjour,\n\nsuite à votre candidature, votre entretien aura lieu mardi 17 mars à 10h, {zone}.")
    assert reading.start is not None
    assert reading.start.astimezone(UTC).strftime("%H:%M") == utc


def test_the_hour_of_a_place_that_nobody_knows_is_in_doubt() -> None:
    reading = _read(
        "Bonjour,\n\nsuite à votre candidature, votre entretien aura lieu mardi 17 mars à 10h, heure de Bouvetville."
    )
    assert reading.start is None
    assert len(reading.start_options) == 2


GLUED = ["jeudi19mars à14h", "le 19mars à 14h", "jeudi 19 mars à14h00", "jeudi le 19 mars,14h"]


@pytest.mark.parametrize("written", GLUED)
def test_words_without_spaces_are_read(written: str) -> None:
    reading = _read(f"Bonjour,\n\nsuite à votre candidature, nous vous attendons pour un entretien {written}.")
    assert reading.start is not None
    assert reading.start.strftime("%dT%H:%M") == "19T14:00"
