"""Which of the times a mail names is the talk, in seven languages. All mails are of Monday, 2 March 2026, to somebody in Berlin."""

from __future__ import annotations

import pytest

from bot.core.reading.company.choosing import choose_when
from bot.core.reading.company.moments import find_moments
from bot.core.reading.company.when import When
from tests.unit.core.reading.company.paper import page_of


def choose(lang: str, body: str, *, answered: bool = False) -> When:
    page = page_of(lang, body)
    return choose_when(page, find_moments(page), answered=answered)


def clock(when: When) -> str | None:
    return when.start.strftime("%d. %H:%M") if when.start else None


TALKS = [
    ("en", "Your interview is on Thursday 12 March at 10:30.", "12. 10:30"),
    ("en", "Date: 12 March 2026\nTime: 10:30", "12. 10:30"),
    ("de", "Wir laden Sie am Donnerstag, 12. März, um 10:30 Uhr zum Gespräch ein.", "12. 10:30"),
    ("de", "Ihr Gespräch ist am 12.03.2026, 10.30 Uhr. Bitte bestätigen Sie bis zum 5. März, 12:00 Uhr.", "12. 10:30"),
    ("de", "Das Gespräch findet am 12. März um 10:30 Uhr statt um 9 Uhr statt.", "12. 10:30"),
    ("fr", "Votre entretien aura lieu le jeudi 12 mars à 10h30.", "12. 10:30"),
    ("fr", "Entretien le 12 mars à 10h30. Merci de confirmer avant le 5 mars à midi.", "12. 10:30"),
    ("es", "Su entrevista será el jueves 12 de marzo a las 10:30.", "12. 10:30"),
    ("es", "Entrevista el 12 de marzo a las 10:30. Confirme antes del 5 de marzo a las 12:00.", "12. 10:30"),
    ("pt", "A sua entrevista será na quinta-feira, dia 12 de março, às 10h30.", "12. 10:30"),
    ("pt", "Entrevista no dia 12 de março às 10h30. Confirme até ao dia 5 de março às 12h00.", "12. 10:30"),
    ("nl", "Je gesprek is op donderdag 12 maart om 10.30 uur.", "12. 10:30"),
    ("nl", "Gesprek op 12 maart om 10:30 uur. Bevestig uiterlijk op 5 maart om 12:00 uur.", "12. 10:30"),
    ("it", "Il colloquio si terrà giovedì 12 marzo alle 10:30.", "12. 10:30"),
    ("it", "Colloquio il 12 marzo alle ore 10:30. Confermi entro il 5 marzo alle 12:00.", "12. 10:30"),
]
CHOICES = [
    ("en", "Would Tuesday 10 March at 9:00 or Thursday 12 March at 14:00 suit you?"),
    ("de", "Passt Ihnen Dienstag, 10. März, 9:00 Uhr oder Donnerstag, 12. März, 14:00 Uhr?"),
    ("fr", "Préférez-vous le mardi 10 mars à 9h00 ou le jeudi 12 mars à 14h00 ?"),
    ("es", "¿Prefiere el martes 10 de marzo a las 9:00 o el jueves 12 de marzo a las 14:00?"),
    ("pt", "Prefere terça-feira, 10 de março, às 9h00 ou quinta-feira, 12 de março, às 14h00?"),
    ("nl", "Past dinsdag 10 maart om 9:00 uur of donderdag 12 maart om 14:00 uur je beter?"),
    ("it", "Preferisce martedì 10 marzo alle 9:00 oppure giovedì 12 marzo alle 14:00?"),
]
MOVES = [
    ("en", "We have moved our talk from 10 March at 9:00 to 12 March at 14:00."),
    ("de", "Der Termin am 10. März um 9:00 Uhr wird auf den 12. März um 14:00 Uhr verlegt."),
    ("fr", "L'entretien du 10 mars à 9h00 est reporté au 12 mars à 14h00."),
    ("es", "La entrevista del 10 de marzo a las 9:00 se traslada al 12 de marzo a las 14:00."),
    ("pt", "A entrevista de 10 de março às 9h00 foi remarcada para 12 de março às 14h00."),
    ("nl", "Het gesprek van 10 maart om 9:00 uur is verplaatst naar 12 maart om 14:00 uur."),
    ("it", "Il colloquio del 10 marzo alle 9:00 è spostato al 12 marzo alle 14:00."),
]
PICKS = [
    ("en", "The second one works for us."),
    ("de", "Der zweite Termin passt uns gut."),
    ("fr", "Le deuxième créneau nous convient."),
    ("es", "La segunda opción nos viene bien."),
    ("pt", "A segunda opção serve-nos bem."),
    ("nl", "De tweede optie past ons prima."),
    ("it", "La seconda opzione va benissimo."),
]


@pytest.mark.parametrize(("lang", "body", "at"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in TALKS])
def test_the_time_of_the_talk_is_chosen(lang: str, body: str, at: str) -> None:
    assert clock(choose(lang, body)) == at


@pytest.mark.parametrize(("lang", "body"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in CHOICES])
def test_of_times_put_up_for_choice_none_is_taken(lang: str, body: str) -> None:
    when = choose(lang, body)
    assert when.start is None
    assert len(when.offered) == 2


@pytest.mark.parametrize(("lang", "body"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in MOVES])
def test_of_a_move_the_new_time_is_taken(lang: str, body: str) -> None:
    assert clock(choose(lang, body)) == "12. 14:00"


@pytest.mark.parametrize(("lang", "answer"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in PICKS])
def test_an_answer_counts_out_a_quoted_time(lang: str, answer: str) -> None:
    body = f"{answer}\n\n> 10.03.2026, 9:00\n> 12.03.2026, 14:00\n> 13.03.2026, 11:00\n"
    assert clock(choose(lang, body, answered=True)) == "12. 14:00"
