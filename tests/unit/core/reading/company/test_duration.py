"""How long the talk is said to take, in seven languages; other lengths are not it."""

from __future__ import annotations

import pytest

from bot.core.reading.company.duration import find_duration
from tests.unit.core.reading.company.paper import page_of

LENGTHS = [
    ("en", "Please allow half an hour for the call.", 30),
    ("en", "This will be a 45-minute conversation.", 45),
    ("en", "The interview takes an hour and a half.", 90),
    ("en", "Duration: 1.5 hours", 90),
    ("en", "It lasts three quarters of an hour.", 45),
    ("de", "Bitte planen Sie 45 Minuten ein.", 45),
    ("de", "Das Gespräch dauert eine Dreiviertelstunde.", 45),
    ("de", "Wir haben anderthalb Stunden vorgesehen.", 90),
    ("de", "Das Gespraech dauert eineinhalb Stunden.", 90),
    ("de", "Rechne mit einer halben Stunde.", 30),
    ("de", "Ein halbstündiges Telefonat reicht uns.", 30),
    ("de", "Dauer: ca. 1 Std. 15 Min.", 75),
    ("de", "Es ist ein 30-minütiges Gespräch.", 30),
    ("de", "Nehmen Sie sich bitte zwei Stunden Zeit.", 120),
    ("fr", "L'entretien durera une demi-heure.", 30),
    ("fr", "Comptez trois quarts d'heure.", 45),
    ("fr", "Durée : 1h30", 90),
    ("fr", "Prévoyez une heure et demie environ.", 90),
    ("fr", "Nous prévoyons un échange d'une vingtaine de minutes.", 20),
    ("fr", "L'échange durera environ 1 h.", 60),
    ("es", "La entrevista durará media hora.", 30),
    ("es", "La entrevista dura hora y media.", 90),
    ("es", "Calcula unos 45 minutos.", 45),
    ("es", "Duración: 1 h 30 min", 90),
    ("es", "Reserve tres cuartos de hora, por favor.", 45),
    ("pt", "A entrevista terá a duração de uma hora e meia.", 90),
    ("pt", "Será uma conversa de 45 minutos.", 45),
    ("pt", "A conversa dura em torno de 1h.", 60),
    ("pt", "Reserve meia hora, por favor.", 30),
    ("nl", "Het gesprek duurt drie kwartier.", 45),
    ("nl", "Reken op anderhalf uur.", 90),
    ("nl", "We trekken er een half uurtje voor uit.", 30),
    ("nl", "Het gesprek duurt ongeveer een uur.", 60),
    ("nl", "Duur: 75 minuten", 75),
    ("it", "Il colloquio durerà mezz'ora.", 30),
    ("it", "Bastano una mezz'oretta e un caffè.", 30),
    ("it", "Preveda un'ora e mezza.", 90),
    ("it", "Durata: 45 minuti", 45),
    ("it", "Ci vorrà un'oretta per il colloquio.", 60),
    ("it", "Prenda tre quarti d'ora.", 45),
]

OTHER_LENGTHS = [
    ("en", "Please arrive 15 minutes early."),
    ("en", "Reply within 48 hours."),
    ("en", "We are a 20 minutes walk from the station."),
    ("en", "It takes 30 to 45 minutes."),
    ("de", "Bitte seien Sie zehn Minuten vorher da."),
    ("de", "Antworten Sie innerhalb von 48 Stunden."),
    ("de", "Vom Bahnhof sind es 15 Minuten Fußweg."),
    ("fr", "Merci d'arriver 15 minutes avant."),
    ("fr", "Répondez sous 48 heures."),
    ("fr", "Rendez-vous mardi à 9h30."),
    ("fr", "Nous vous attendons de 9h à 10h."),
    ("es", "Llegue 10 minutos antes, por favor."),
    ("es", "Le esperamos a las 3 horas."),
    ("pt", "Chegue com 15 minutos de antecedência."),
    ("pt", "A reunião começa às 16 horas."),
    ("nl", "Wees tien minuten van tevoren aanwezig."),
    ("nl", "We zien je om 10 uur."),
    ("nl", "Het gesprek is van 14 tot 16 uur."),
    ("it", "Si presenti 15 minuti prima."),
    ("it", "Siamo a dieci minuti a piedi dalla stazione."),
    ("it", "Risponda entro 48 ore."),
]


@pytest.mark.parametrize(("lang", "text", "minutes"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in LENGTHS])
def test_the_stated_length_is_read(lang: str, text: str, minutes: int) -> None:
    assert find_duration(page_of(lang, text)) == minutes


@pytest.mark.parametrize(("lang", "text"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in OTHER_LENGTHS])
def test_other_lengths_are_not_the_length_of_the_talk(lang: str, text: str) -> None:
    assert find_duration(page_of(lang, text)) is None


PARTS_AND_WHOLES = [
    ("en", "It is 30 minutes with me and then 45 minutes with the team.", 75),
    ("en", "There will be a 30-minute talk with HR and a 45-minute case.", 75),
    ("en", "Allow 90 minutes, of which 30 minutes are for the case.", 90),
    ("en", "It should not be more than half an hour.", 30),
    ("en", "We have set aside one and a half hours.", 90),
    ("en", "It takes 30 or 45 minutes.", None),
    ("de", "Wir sprechen 30 Minuten und danach folgt eine 45-minütige Fallstudie.", 75),
    ("de", "Rechnen Sie mit fünf viertel Stunden.", 75),
    ("de", "Vorgesehen sind ein Vortrag (25 Minuten), eine Aussprache (20 Minuten) sowie ein Gespräch (45 Minuten).", 90),
    ("de", "Das Gespräch dauert 60 Minuten, davon 15 Minuten Präsentation.", 60),
    ("de", "Wir haben die volle Stunde für Sie reserviert.", 60),
    ("fr", "Comptez nonante minutes.", 90),
    ("fr", "Il y aura 30 minutes d'entretien puis 45 minutes de cas pratique.", 75),
    ("fr", "L'entretien dure une heure, dont 15 minutes de présentation.", 60),
    ("fr", "Prévoyez une heure et demie.", 90),
    ("es", "Serán cuarenta y cinco minutos de exposición y después una hora de debate.", 105),
    ("es", "Calcula hora y media.", 90),
    ("es", "Tendremos 30 minutos con RR. HH. y 45 minutos con el equipo.", 75),
    ("pt", "São 30 minutos com o RH e depois 45 minutos com a equipa.", 75),
    ("pt", "A conversa leva hora e meia.", 90),
    ("nl", "Je spreekt eerst drie kwartier met Femke en daarna nog een kwartiertje met Ruben.", 60),
    ("nl", "Reken op anderhalf uur.", 90),
    ("nl", "Het duurt een uur, waarvan een kwartier voor de case.", 60),
    ("it", "Sarà lui a seguirla per tutta l'ora che abbiamo previsto.", 60),
    ("it", "Sono 30 minuti con le risorse umane e poi 45 minuti con il team.", 75),
    ("it", "Ci vorranno tre quarti d'ora.", 45),
    ("pt", "Duração: 20 a 30 min", 30),
    ("en", "Duration: 30 to 45 minutes", 45),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "minutes"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in PARTS_AND_WHOLES]
)
def test_parts_add_up_and_a_whole_holds_its_parts(lang: str, text: str, minutes: int | None) -> None:
    assert find_duration(page_of(lang, text)) == minutes
