"""Times told by pointing: at the hour the owner had named, at a distance from what was agreed, at another time than the quoted one."""
# ruff: noqa: E501 - mails as people write them

from __future__ import annotations

import pytest

from bot.core.reading.types import Kind, Reading
from tests.unit.core.reading.company.brief_mail import brief_mail, read_mail

ENGLISH_OFFER = "On 4 June 2026 Nora Vogt wrote:\nFor the interview (warehouse job) I can do Tuesday 9 June at 3:30 pm or Thursday 11 June at 9 am."
FRENCH_OFFER = "Le 4 juin 2026, Nora Vogt a écrit :\nPour l'entretien (poste de magasinière), je peux mardi 9 juin à 15h30 ou jeudi 11 juin à 9h."
DUTCH_OFFER = "Op 4 juni 2026 schreef Nora Vogt:\nVoor het sollicitatiegesprek (vacature magazijn) kan ik dinsdag 9 juni om 15.30 uur of donderdag 11 juni om 9.00 uur."


def read(subject: str, body: str, quoted: str = "") -> Reading:
    mail = brief_mail(f"{body}\n\nKim Sorrell\nHarrowgate", quoted=quoted, subject=subject)
    return read_mail(mail, zone="Europe/Paris")


def start(reading: Reading) -> str | None:
    return reading.start.strftime("%d %H:%M") if reading.start else None


@pytest.mark.parametrize(
    ("body", "offer", "expected"),
    [
        pytest.param(
            "Tuesday it is, at the time you suggest.", ENGLISH_OFFER, "09 15:30", id="en: the time you suggest"
        ),
        pytest.param("Thursday then, at the hour you named.", ENGLISH_OFFER, "11 09:00", id="en: the hour you named"),
        pytest.param(
            "Va pour jeudi, à l'heure que vous proposez.", FRENCH_OFFER, "11 09:00", id="fr: l'heure que vous proposez"
        ),
        pytest.param(
            "Bonjour Nora, mardi nous convient très bien, à l'horaire que tu as indiqué.",
            FRENCH_OFFER,
            "09 15:30",
            id="fr: l'horaire que tu as indiqué",
        ),
        pytest.param(
            "Donderdag dan, op het tijdstip dat je voorstelt.",
            DUTCH_OFFER,
            "11 09:00",
            id="nl: het tijdstip dat je voorstelt",
        ),
        pytest.param("Dinsdag is goed, op het uur dat u noemt.", DUTCH_OFFER, "09 15:30", id="nl: het uur dat u noemt"),
        pytest.param("Thanks, I will get back to you on Monday.", ENGLISH_OFFER, None, id="en: nothing is taken"),
    ],
)
def test_the_time_that_the_owner_had_named_is_taken(body: str, offer: str, expected: str | None) -> None:
    assert start(read("Re: interview", body, offer)) == expected


AGREED = {
    "en": "On 1 June 2026 Kim Sorrell wrote:\nI confirm our interview for the warehouse job on Tuesday 9 June at 10:00.",
    "fr": "Le 1 juin 2026, Kim Sorrell a écrit :\nJe vous confirme l'entretien pour le poste de magasinière mardi 9 juin à 10h00.",
    "nl": "Op 1 juni 2026 schreef Kim Sorrell:\nHierbij bevestig ik het sollicitatiegesprek (vacature magazijn) op dinsdag 9 juni om 10.00 uur.",
}


@pytest.mark.parametrize(
    ("lang", "body", "expected"),
    [
        pytest.param(
            "nl", "We schuiven een dag op, en dan graag een uur later.", "10 11:00", id="nl: a day and an hour"
        ),
        pytest.param(
            "nl",
            "We verzetten het een week later, en dan een half uur vroeger.",
            "16 09:30",
            id="nl: a week, and earlier",
        ),
        pytest.param("nl", "We moeten ons gesprek een uur later laten beginnen.", "09 11:00", id="nl: an hour alone"),
        pytest.param(
            "nl",
            "Kunnen we een week opschuiven? Ik zet je op dinsdag 16 juni om 13.15 uur.",
            "16 13:15",
            id="nl: asked and done",
        ),
    ],
)
def test_what_is_told_by_its_distance_is_added_up(lang: str, body: str, expected: str) -> None:
    reading = read("Re: interview", body, AGREED[lang])
    assert (reading.kind, start(reading)) == (Kind.RESCHEDULE, expected)


@pytest.mark.parametrize(
    ("subject", "body", "kind"),
    [
        pytest.param(
            "Entretien",
            "Votre entretien de mardi 9 juin 14 h ne pourra donc avoir lieu. Nous reviendrons vers vous.",
            Kind.CANCELLATION,
            id="fr: ne pourra donc",
        ),
        pytest.param(
            "Entretien",
            "Votre entretien pour le poste d'assistante pourra avoir lieu mardi 9 juin à 14 h.",
            Kind.INTERVIEW,
            id="fr: pourra",
        ),
        pytest.param(
            "Re: médiatrice",
            "Le mardi 9 à 9h dont je vous parlais ne tient plus. Est-ce que mercredi 10 à 16h30 vous irait, pour parler du poste ? Pour l'instant il n'y a rien dans l'agenda.",
            Kind.SCHEDULING,
            id="fr: only floated",
        ),
        pytest.param(
            "Entretien",
            "L'entretien du mardi 9 juin à 9h pour le poste ne tient plus, désolé.",
            Kind.CANCELLATION,
            id="fr: was fixed",
        ),
    ],
)
def test_what_was_fixed_falls_away_and_what_was_floated_does_not(subject: str, body: str, kind: Kind) -> None:
    assert read(subject, body).kind is kind


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Helaas moeten wij uw aanvraag voor subsidie afwijzen. Er waren veel sterke kandidaten.", id="nl: a grant"
        ),
        pytest.param(
            "Nous sommes au regret de ne pouvoir répondre favorablement à votre demande de subvention.",
            id="fr: a grant",
        ),
        pytest.param("Leider müssen wir Ihren Antrag auf Förderung ablehnen.", id="de: a grant"),
        pytest.param("Unfortunately your grant application was not successful this year.", id="en: a grant"),
        pytest.param(
            "Votre entretien préalable au licenciement est fixé au mardi 9 juin à 15 h 30.", id="fr: a dismissal"
        ),
        pytest.param(
            "Rappel : nous vous attendons mardi 9 juin à 18h40 pour votre don de sang, entretien avec un médecin compris.",
            id="fr: blood",
        ),
        pytest.param(
            "Je donatie staat gepland op dinsdag 9 juni om 18.40 uur, met een gesprek met de arts bij de bloedbank.",
            id="nl: blood",
        ),
        pytest.param("Chers parents, l'entretien d'inscription a lieu mardi 9 juin à 9h15.", id="fr: a child"),
        pytest.param("Beste ouders, het intakegesprek is op dinsdag 9 juni om 9.15 uur.", id="nl: a child"),
    ],
)
def test_other_things_that_one_applies_for_are_no_sure_answer_of_an_employer(body: str) -> None:
    reading = read("Info", body)
    assert reading.kind is Kind.OTHER or not reading.certain


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Bijgaand ons voorstel: planner, 36 uur, 3.450 euro bruto, start 4 januari. Je hebt een week bedenktijd.",
            id="nl",
        ),
        pytest.param(
            "Voici notre proposition : planificatrice, 36 h, 2 900 € brut, démarrage le 4 janvier. Prenez le temps de réfléchir.",
            id="fr",
        ),
        pytest.param("We hebben jou gekozen als hoofdverpleegkundige!", id="nl: chosen"),
        pytest.param(
            "Votre candidature arrive en première position pour le poste d'agent de bibliothèque.",
            id="fr: ranked first",
        ),
    ],
)
def test_a_proposal_or_a_choice_is_an_offer(body: str) -> None:
    assert read("Nieuws", body).kind is Kind.OFFER


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Het wordt dinsdag toch een uurtje later, half vijf dus.", id="nl"),
        pytest.param("Mardi ce sera une petite heure plus tard, donc 16h30.", id="fr"),
        pytest.param("Tuesday will be an hour later, so 4:30 pm.", id="en"),
    ],
)
def test_an_hour_told_beside_its_distance_is_never_passed_over(body: str) -> None:
    reading = read("mardi", body)
    assert (reading.kind, reading.certain) == (Kind.RESCHEDULE, False)
    assert start(reading) in (None, "09 16:30")
