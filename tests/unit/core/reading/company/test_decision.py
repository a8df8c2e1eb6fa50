"""By when they say they answer, in seven languages. All mails are of Monday, 2 March 2026."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.core.reading.company.decision import find_decision_by
from tests.unit.core.reading.company.paper import page_of

THIS_WEEK, NEXT_WEEK, MONTH, TWO_WEEKS = date(2026, 3, 6), date(2026, 3, 13), date(2026, 3, 31), date(2026, 3, 16)

SAID = [
    ("en", "We will get back to you by the end of next week.", NEXT_WEEK),
    ("en", "You will hear from us within two weeks.", TWO_WEEKS),
    ("en", "We expect to decide in the course of next week.", NEXT_WEEK),
    ("en", "We will let you know by the end of the month.", MONTH),
    ("en", "We will make a decision before the weekend.", THIS_WEEK),
    ("de", "Wir melden uns bis Ende der Woche bei Ihnen.", THIS_WEEK),
    ("de", "Sie hören im Laufe der nächsten Woche von uns.", NEXT_WEEK),
    ("de", "Du bekommst innerhalb von zwei Wochen Bescheid.", TWO_WEEKS),
    ("de", "Eine Entscheidung fällt bis Ende nächster Woche.", NEXT_WEEK),
    ("de", "Die Entscheidung faellt bis zum Monatsende.", MONTH),
    ("de", "Wir informieren Sie binnen fünf Werktagen.", date(2026, 3, 9)),
    ("fr", "Nous reviendrons vers vous d'ici la fin de la semaine.", THIS_WEEK),
    ("fr", "Vous aurez une réponse d'ici la fin du mois.", MONTH),
    ("fr", "Nous vous recontacterons sous deux semaines.", TWO_WEEKS),
    ("fr", "La décision sera prise dans le courant de la semaine prochaine.", NEXT_WEEK),
    ("es", "Tomaremos una decisión a lo largo de la semana que viene.", NEXT_WEEK),
    ("es", "Le daremos una respuesta antes de fin de mes.", MONTH),
    ("es", "Te diremos algo en un plazo de dos semanas.", TWO_WEEKS),
    ("es", "Nos pondremos en contacto a finales de esta semana.", THIS_WEEK),
    ("pt", "Daremos uma resposta até ao final do mês.", MONTH),
    ("pt", "Entraremos em contato até o fim da próxima semana.", NEXT_WEEK),
    ("pt", "Terá notícias nossas no prazo de duas semanas.", TWO_WEEKS),
    ("nl", "We laten je eind volgende week iets weten.", NEXT_WEEK),
    ("nl", "Je hoort binnen twee weken van ons.", TWO_WEEKS),
    ("nl", "De beslissing valt in de loop van volgende week.", NEXT_WEEK),
    ("nl", "U krijgt voor het einde van de maand bericht.", MONTH),
    ("it", "Le daremo un riscontro entro fine mese.", MONTH),
    ("it", "La contatteremo entro due settimane.", TWO_WEEKS),
    ("it", "Decideremo nel corso della prossima settimana.", NEXT_WEEK),
    ("it", "Avrà una risposta entro la fine della settimana.", THIS_WEEK),
]

NOT_SAID = [
    ("en", "Please let us know by the end of the week."),
    ("en", "We will be in touch."),
    ("de", "Bitte geben Sie uns bis Ende der Woche Bescheid."),
    ("de", "Wir freuen uns auf Ihre Rückmeldung bis Ende der Woche."),
    ("de", "Wir melden uns Anfang nächster Woche."),
    ("fr", "Merci de nous confirmer votre présence d'ici la fin de la semaine."),
    ("fr", "Nous attendons votre réponse avant la fin du mois."),
    ("es", "Por favor, confírmenos su asistencia antes de fin de mes."),
    ("pt", "Por favor, confirme a sua presença até ao final da semana."),
    ("nl", "Laat je ons eind deze week weten of het past?"),
    ("nl", "Gelieve voor het einde van de week te bevestigen."),
    ("it", "La preghiamo di confermare entro la fine della settimana."),
]


@pytest.mark.parametrize(("lang", "text", "day"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in SAID])
def test_the_day_by_which_they_answer_is_read(lang: str, text: str, day: date) -> None:
    assert find_decision_by(page_of(lang, text), None) == day


@pytest.mark.parametrize(("lang", "text"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in NOT_SAID])
def test_the_owners_deadlines_and_vague_words_name_no_day(lang: str, text: str) -> None:
    assert find_decision_by(page_of(lang, text), None) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "You will hear from us within a week of the interview."),
        ("de", "Sie hören innerhalb einer Woche nach dem Gespräch von uns."),
        ("fr", "Vous aurez notre réponse dans la semaine qui suit l'entretien."),
        ("nl", "Je hoort binnen een week na het gesprek van ons."),
        ("it", "Avrà un riscontro entro una settimana dal colloquio."),
    ],
)
def test_a_span_is_counted_from_the_talk(lang: str, text: str) -> None:
    assert find_decision_by(page_of(lang, text), datetime(2026, 3, 12, 9, 0, tzinfo=UTC)) == date(2026, 3, 19)
