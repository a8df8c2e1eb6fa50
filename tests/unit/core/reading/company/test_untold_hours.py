"""Hours that a mail tells only in part, or beside more than was read: a question rather than a wrong time (sent on Monday, 7 September
2026, to somebody in Berlin)."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from tests.unit.core.reading.company.brief_mail import brief_mail, read_known_mail

WROTE = {
    "de": "Am 06.09.2026 um 18:00 schrieb Nora Vogt:\nDonnerstag, 10.9., um 14 Uhr passt mir gut für das Gespräch.",
    "fr": "Le 6 septembre 2026 à 18:00, Nora Vogt a écrit :\nJeudi 10 septembre à 14h me convient pour l'entretien.",
    "es": "El 6 de septiembre de 2026 a las 18:00, Nora Vogt escribió:\nEl jueves 10 de septiembre a las 14:00 me va bien.",
    "pt": "Em 6 de setembro de 2026 às 18:00, Nora Vogt escreveu:\nQuinta, 10/09, às 14h fica bem para mim para a entrevista.",
    "nl": "Op 6 september 2026 om 18:00 schreef Nora Vogt:\nDonderdag 10 september om 14.00 uur past mij goed voor het gesprek.",
    "it": "Il 6 settembre 2026 alle 18:00 Nora Vogt ha scritto:\nGiovedì 10 settembre alle 14 mi va bene per il colloquio.",
}
MAY_BE = [
    ("de", "Donnerstag machen wir fest. Frau Kern kann erst ab drei, deshalb bitte Viertel nach.", "10T15:15"),
    ("de", "Donnerstag gerne, aber bitte zwanzig nach, um zwei bin ich noch im Kreißsaal.", "10T14:20"),
    ("de", "Donnerstag geht klar, aber lieber halb statt Punkt.", "10T14:30"),
    ("de", "Donnerstag passt, aber eher drei als zwei.", "10T15:00"),
    ("de", "Gern Donnerstag. Zwei ist mir zu früh, lieber so um vier rum.", "10T16:00"),
    ("fr", "Jeudi, c'est noté. Monsieur Blanc n'arrive qu'à trois heures, donc plutôt et quart.", "10T15:15"),
    ("fr", "Ok pour jeudi à 14h, enfin mettons et quart, le temps que je revienne.", "10T14:15"),
    ("fr", "Jeudi c'est bon, mais plutôt trois heures que deux.", "10T15:00"),
    ("es", "El jueves perfecto. El señor Gil no llega hasta las tres, así que mejor y cuarto.", "10T15:15"),
    ("es", "Vale el jueves, pero que sea a y media, a en punto tengo otra reunión.", "10T14:30"),
    ("es", "El jueves bien, pero mejor cuatro que dos.", "10T16:00"),
    ("pt", "Quinta fica ótimo. O Dr. Reis só chega às três, então melhor e quinze.", "10T15:15"),
    ("pt", "Combinado quinta, mas e meia em vez da hora certa, por favor.", "10T14:30"),
    ("nl", "Donderdag is prima. Meneer Bos kan pas vanaf drie, dus graag kwart over.", "10T15:15"),
    ("nl", "Donderdag is goed, maar doe maar tien over, ik kom uit een ander overleg.", "10T14:10"),
    ("nl", "Donderdag is goed, maar liever drie dan twee uur.", "10T15:00"),
    ("it", "Giovedì va bene. Il dottor Riva arriva solo alle tre, quindi meglio e un quarto.", "10T15:15"),
    ("it", "Giovedì ok, ma facciamo e mezza, all'ora esatta ho ancora una riunione.", "10T14:30"),
    ("nl", "Donderdag gaat toch niet, vrijdag wel, zelfde tijd.", "11T14:00"),
    ("it", "Giovedì alla fine non possiamo, venerdì sì, alla stessa ora.", "11T14:00"),
]
GIVEN_UP = [
    ("de", "Gern Donnerstag. Zwei ist mir zu früh."),
    ("fr", "Jeudi, volontiers. 14 h est trop tôt pour nous."),
    ("es", "El jueves, perfecto. Las 14:00 es muy pronto para nosotros."),
    ("pt", "Quinta, com gosto. 14h é demasiado cedo para nós."),
    ("nl", "Donderdag graag. 14 uur is te vroeg voor mij."),
    ("it", "Giovedì, volentieri. Le 14 sarebbe troppo presto per noi."),
]
ALONE = [
    ("Entrevista", "Pásese el jueves para la entrevista, abrimos de 9 a 18 h.", ""),
    ("Vorstellungsgespräch", "Kommen Sie am Donnerstag zum Gespräch, wir öffnen um 9 und haben bis 18 Uhr offen.", ""),
    ("Sollicitatiegesprek", "Donderdag sluiten we om 13 uur, daarna hebben we rust voor het gesprek.", ""),
    (
        "Vorstellungsgespräch",
        "Ihr Gespräch am Donnerstag, 10.9.: ich bin ab neun im Haus, sagen wir Viertel nach.",
        "10T09:15",
    ),
    (
        "Entrevista",
        "La entrevista prevista para el 10 de septiembre a las 9:00 pasa al 11 a la misma hora.",
        "11T09:00",
    ),
    ("Entretien", "Pas cette semaine mais la suivante, mercredi à 10h, pour l'entretien.", "16T10:00"),
    ("Entrevista", "Esta semana no, la que viene: miércoles a las 10:00 la entrevista.", "16T10:00"),
    ("Vorstellungsgespräch", "Zur Wahl stehen der 10.9. um 9 Uhr und der 11.9. um 14 Uhr für Ihr Gespräch.", ""),
]
SURE = [
    ("Entrevista", "A entrevista é quinta, dia 10, às 15h00 daqui (Londres).", "10T16:00"),
    ("Entretien", "Votre entretien est jeudi 10 septembre à 15h chez nous (Londres).", "10T16:00"),
    ("Entrevista", "La entrevista es el jueves 10 de septiembre a las 15:00 hora nuestra (Londres).", "10T16:00"),
    (
        "Vorstellungsgespräch",
        "Also dann bis Freitag, 11.9., 8 Uhr, zum Vorstellungsgespräch.",
        "11T08:00",
    ),
    ("Interview", "Ihr Interview ist am 10.9. um 10 Uhr unserer Zeit (Chicago).", "10T17:00"),
    ("Vorstellungsgespräch", "Ihr Gespräch am 10.9. müssen wir auf halb elf legen.", "10T10:30"),
    ("Vorstellungsgespräch", "Ihr Gespräch ist am 10.9. um Viertel nach zehn, im zweiten Stock.", "10T10:15"),
    ("Entretien", "Votre entretien est vendredi 11 septembre, à la même heure que prévu, 10h.", "11T10:00"),
    ("Entrevista", "La entrevista es el 11 de septiembre a las diez y media.", "11T10:30"),
]


def start_of(subject: str, body: str, quoted: str = "") -> str | None:
    mail = brief_mail(
        f"{body}\n\nKim Sorrell\nHarrowgate", quoted=quoted, subject=subject, sent="Mon, 07 Sep 2026 10:00:00 +0200"
    )
    start = read_known_mail(mail, zone="Europe/Berlin").start
    return start.astimezone(ZoneInfo("Europe/Berlin")).isoformat()[8:16] if start else None


@pytest.mark.parametrize(("language", "body", "meant"), MAY_BE, ids=[body for _, body, _ in MAY_BE])
def test_an_answer_that_tells_an_hour_in_part_never_leaves_another_standing(
    language: str, body: str, meant: str
) -> None:
    assert start_of("Re: Interview", body, WROTE[language]) in (None, meant)


@pytest.mark.parametrize(("language", "body"), GIVEN_UP, ids=[body for _, body in GIVEN_UP])
def test_an_hour_that_the_new_text_gives_up_is_not_taken_from_the_mail_before(language: str, body: str) -> None:
    assert start_of("Re: Interview", body, WROTE[language]) is None


@pytest.mark.parametrize("body", ["14 Uhr ist mir nicht zu früh, bis Donnerstag.", "Gern Donnerstag, zwei ist gut."])
def test_an_hour_that_is_not_too_early_stands(body: str) -> None:
    assert start_of("Re: Interview", body, WROTE["de"]) == "10T14:00"


@pytest.mark.parametrize(("subject", "body", "meant"), ALONE, ids=[body for _, body, _ in ALONE])
def test_a_mail_that_tells_an_hour_in_part_is_never_read_as_another(subject: str, body: str, meant: str) -> None:
    assert start_of(subject, body) in (None, meant)


@pytest.mark.parametrize(("subject", "body", "meant"), SURE, ids=[body for _, body, _ in SURE])
def test_an_hour_that_is_told_is_read(subject: str, body: str, meant: str) -> None:
    assert start_of(subject, body) == meant
