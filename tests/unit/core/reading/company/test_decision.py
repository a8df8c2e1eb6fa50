"""By when they say they answer, in seven languages. All mails are of Monday, 2 March 2026."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.core.reading.company.decision import find_decision_by
from bot.core.reading.company.feasts import find_feast
from bot.core.reading.types import Kind
from tests.unit.core.reading.company import answer_dates
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


TALK = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)


def _rows(table: dict[str, list[tuple[str, str]]]) -> list[object]:
    return [
        pytest.param(lang, text, date.fromisoformat(f"2026-{day}"), id=f"{lang}: {text}")
        for lang, rows in table.items()
        for text, day in rows
    ]


@pytest.mark.parametrize(("lang", "text", "day"), _rows(answer_dates.SAID))
def test_an_answer_date_is_read_in_any_wording(lang: str, text: str, day: date) -> None:
    assert find_decision_by(page_of(lang, text), None) == day


@pytest.mark.parametrize(("lang", "text", "day"), _rows(answer_dates.AFTER_TALK))
def test_a_day_told_by_its_distance_from_the_talk_is_counted_from_it(lang: str, text: str, day: date) -> None:
    assert find_decision_by(page_of(lang, text), TALK) == day


@pytest.mark.parametrize(
    ("lang", "text"),
    [pytest.param(lang, text, id=f"{lang}: {text}") for lang, texts in answer_dates.NOT_SAID.items() for text in texts],
)
def test_days_of_slots_deadlines_links_and_leave_are_no_answer_date(lang: str, text: str) -> None:
    assert find_decision_by(page_of(lang, text), None) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It takes us about ten days to write back."),
        ("de", "Sie hören innerhalb von zwei Wochen von uns."),
        ("fr", "Nous vous répondrons sous deux semaines."),
        ("es", "Le daremos una respuesta en un plazo de dos semanas."),
        ("pt", "Daremos uma resposta no prazo de duas semanas."),
        ("nl", "Je hoort binnen de tien werkdagen van ons."),
        ("it", "Le risponderemo entro due settimane."),
    ],
)
def test_how_long_answers_take_names_no_day_in_a_receipt(lang: str, text: str) -> None:
    assert find_decision_by(page_of(lang, text), None, Kind.RECEIVED) is None


@pytest.mark.parametrize("kind", [Kind.CANCELLATION, Kind.SCHEDULING])
def test_who_looks_for_a_new_time_names_an_answer_date_only_by_a_deadline(kind: Kind) -> None:
    assert find_decision_by(page_of("en", "I will write to you next week."), None, kind) is None
    assert find_decision_by(page_of("en", "I will call you on Thursday."), None, kind) is None
    assert find_decision_by(page_of("en", "We will write to you by Friday 13 March."), None, kind) == NEXT_WEEK


@pytest.mark.parametrize(
    ("year", "day"),
    [(2026, date(2026, 4, 5)), (2027, date(2027, 3, 28)), (2038, date(2038, 4, 25))],
)
def test_easter_falls_on_the_sunday_the_rule_gives(year: int, day: date) -> None:
    english = page_of("en", "-").language
    assert find_feast("before easter", english, date(year, 1, 2)) == day
    assert find_feast("before easter", english, day + timedelta(days=1)) == find_feast(
        "by easter", english, date(year + 1, 1, 1)
    )
