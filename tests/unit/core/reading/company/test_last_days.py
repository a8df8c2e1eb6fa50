"""The last day they give themselves, days counted from that on which others decide, and plans given up, in seven languages.
All mails are of Monday, 2 March 2026; where a talk is on record it is on Tuesday, 10 March."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.core.reading.company.decision import find_decision_by
from bot.core.reading.types import Kind
from tests.unit.core.reading.company.paper import page_of

TALK = datetime(2026, 3, 10, 9, tzinfo=UTC)

AFTER_A_TALK = [
    ("en", "The board meets on 24 March and I'll be in touch the day after with the outcome.", date(2026, 3, 25)),
    ("en", "The committee sits on Tuesday 24 March. You will hear from me the following day.", date(2026, 3, 25)),
    ("en", "The trustees meet on 24 March and we will tell everyone two days later.", date(2026, 3, 26)),
    ("en", "We'll let you know within two days of the interview.", date(2026, 3, 12)),
    ("en", "Decisions are made within a fortnight of the interviews.", date(2026, 3, 24)),
    ("en", "Results go out in the week of 16 March.", date(2026, 3, 20)),
    ("en", "A decision will be made no later than one week after the interview.", date(2026, 3, 17)),
    ("en", "The panel will meet you on 10 March.", None),
    ("de", "Der Vorstand tagt am 24. März, am Tag darauf melde ich mich mit dem Ergebnis.", date(2026, 3, 25)),
    ("de", "Die Kommission tritt am 24. März zusammen; tags darauf erfahren Sie das Ergebnis.", date(2026, 3, 25)),
    ("de", "Der Stiftungsrat berät am 24. März, zwei Tage später bekommen Sie Bescheid.", date(2026, 3, 26)),
    ("de", "Wir melden uns spätestens zwei Tage nach dem Gespräch.", date(2026, 3, 12)),
    ("de", "Die Zusagen verschicken wir in der Woche vom 16. März.", date(2026, 3, 20)),
    ("fr", "Le conseil se réunit le 24 mars et je vous donnerai le résultat le lendemain.", date(2026, 3, 25)),
    ("fr", "Le jury délibère le 24 mars, vous serez informé deux jours plus tard.", date(2026, 3, 26)),
    ("fr", "Nous vous répondrons dans les deux jours suivant l'entretien.", date(2026, 3, 12)),
    ("fr", "Les réponses partiront la semaine du 16 mars.", date(2026, 3, 20)),
    ("es", "La junta se reúne el 24 de marzo y al día siguiente le daré el resultado.", date(2026, 3, 25)),
    ("es", "El consejo se reúne el 24 de marzo y dos días después le avisaremos.", date(2026, 3, 26)),
    ("es", "Le responderemos en los dos días siguientes a la entrevista.", date(2026, 3, 12)),
    ("es", "Las respuestas saldrán la semana del 16 de marzo.", date(2026, 3, 20)),
    ("pt", "A direção reúne-se a 24 de março e no dia seguinte digo-lhe o resultado.", date(2026, 3, 25)),
    ("pt", "O conselho se reúne em 24 de março e dois dias depois avisamos você.", date(2026, 3, 26)),
    ("pt", "Daremos resposta até dois dias depois da entrevista.", date(2026, 3, 12)),
    ("pt", "As respostas seguem na semana de 16 de março.", date(2026, 3, 20)),
    ("nl", "Het bestuur vergadert op 24 maart en de dag erna laat ik u de uitslag weten.", date(2026, 3, 25)),
    ("nl", "De commissie komt op 24 maart bijeen, twee dagen later hoor je van ons.", date(2026, 3, 26)),
    ("nl", "We laten het binnen twee dagen na het gesprek weten.", date(2026, 3, 12)),
    ("nl", "De uitslag volgt in de week van 16 maart.", date(2026, 3, 20)),
    ("it", "Il consiglio si riunisce il 24 marzo e il giorno dopo le comunicherò l'esito.", date(2026, 3, 25)),
    ("it", "La commissione si riunisce il 24 marzo e due giorni dopo vi avviseremo.", date(2026, 3, 26)),
    ("it", "Le daremo risposta entro due giorni dal colloquio.", date(2026, 3, 12)),
    ("it", "Le risposte partiranno nella settimana del 16 marzo.", date(2026, 3, 20)),
    ("en", "The trustees vote on Tuesday 17 March; expect my call the next morning.", date(2026, 3, 18)),
    ("en", "We'll make our choice by the Friday of that week.", date(2026, 3, 13)),
    ("en", "You will have our verdict by the Friday of the following week.", date(2026, 3, 20)),
    ("en", "The interview takes about two hours and the answer sheets are collected.", None),
    ("de", "Der Beirat stimmt am 17. März ab, am nächsten Morgen rufe ich Sie an.", date(2026, 3, 18)),
    ("de", "Bis Freitag derselben Woche haben wir uns entschieden.", date(2026, 3, 13)),
    ("de", "Bis zum Freitag der Folgewoche bekommen Sie Antwort.", date(2026, 3, 20)),
    ("de", "Das Gespräch dauert rund eine Stunde, eine Antwort auf Ihre Fragen geben wir gern.", None),
    ("fr", "Le conseil vote le 17 mars et je vous appelle le lendemain matin avec la réponse.", date(2026, 3, 18)),
    ("fr", "Vous aurez notre décision au plus tard le vendredi de la semaine suivante.", date(2026, 3, 20)),
    ("es", "El patronato vota el 17 de marzo y le llamo al día siguiente con la respuesta.", date(2026, 3, 18)),
    ("es", "Tendrá nuestra decisión a más tardar el viernes de la semana siguiente.", date(2026, 3, 20)),
    ("pt", "O conselho vota a 17 de março e ligo-lhe no dia seguinte com a resposta.", date(2026, 3, 18)),
    ("pt", "Terá a nossa decisão até sexta-feira da semana seguinte.", date(2026, 3, 20)),
    ("nl", "Het bestuur stemt op 17 maart en ik bel je de volgende ochtend met de uitslag.", date(2026, 3, 18)),
    ("nl", "Uiterlijk vrijdag van de week erna hoor je ons besluit.", date(2026, 3, 20)),
    ("it", "Il consiglio vota il 17 marzo e la chiamo il giorno successivo con la risposta.", date(2026, 3, 18)),
]

WITHOUT_A_TALK = [
    ("en", "We want to decide before Easter, on 20 March at the latest.", date(2026, 3, 20)),
    ("en", "We will make a decision by the end of the month, March 30.", date(2026, 3, 30)),
    (
        "en",
        "We're hoping to wrap up interviews by March 20 and make a decision by the end of that week, March 27.",
        date(2026, 3, 27),
    ),
    (
        "en",
        "The meeting on Monday fell through, so there is no decision yet; the new one is on 11 March and we answer by Friday 13 March.",
        date(2026, 3, 13),
    ),
    ("en", "The board did not decide on Friday. You will have our answer by 13 March.", date(2026, 3, 13)),
    ("en", "We had hoped to decide by 6 March but it will now be 17 March before you hear.", date(2026, 3, 17)),
    ("en", "You should have a decision by close of business on Friday 20 March.", date(2026, 3, 20)),
    ("en", "Interviews run until 13 March and the outcome is announced on the 18th.", date(2026, 3, 18)),
    ("en", "Expect to hear one way or the other by the end of March.", date(2026, 3, 31)),
    ("en", "I'll ring everyone on Friday 13 March, good news or bad.", date(2026, 3, 13)),
    ("en", "Please give us your decision by 13 March.", None),
    ("en", "The closing date for applications is 13 March.", None),
    ("en", "We decided on Friday to add a second round.", None),
    ("de", "Wir wollen noch vor Ostern entscheiden, spätestens am 20.03.", date(2026, 3, 20)),
    ("de", "Die Entscheidung fällt bis Ende des Monats, also bis zum 30. März.", date(2026, 3, 30)),
    ("de", "Am Freitag fiel noch keine Entscheidung. Sie bekommen bis zum 13. März Bescheid.", date(2026, 3, 13)),
    ("de", "Eigentlich wollten wir bis zum 6. März entscheiden, nun wird es der 17. März.", date(2026, 3, 17)),
    ("de", "Ich rufe am Freitag, dem 13. März, alle Bewerber an.", date(2026, 3, 13)),
    ("de", "Die Gespräche laufen bis 13. März, die Entscheidung teilen wir am 18. März mit.", date(2026, 3, 18)),
    ("de", "Bitte teilen Sie uns Ihre Entscheidung bis 13. März mit.", None),
    ("de", "Bewerbungsschluss ist der 13. März.", None),
    ("de", "Am Freitag haben wir entschieden, eine zweite Runde zu machen.", None),
    ("fr", "Nous voulons décider avant Pâques, au plus tard le 20 mars.", date(2026, 3, 20)),
    ("fr", "La décision sera prise d'ici la fin du mois, le 30 mars au plus tard.", date(2026, 3, 30)),
    (
        "fr",
        "Aucune décision n'a été prise vendredi. Vous aurez une réponse au plus tard le 13 mars.",
        date(2026, 3, 13),
    ),
    ("fr", "Nous pensions trancher le 6 mars, ce sera finalement le 17 mars.", date(2026, 3, 17)),
    ("fr", "J'appellerai tous les candidats le vendredi 13 mars.", date(2026, 3, 13)),
    ("fr", "Merci de nous donner votre décision avant le 13 mars.", None),
    ("fr", "Les candidatures sont closes le 13 mars.", None),
    ("es", "Queremos decidir antes de Semana Santa, a más tardar el 20 de marzo.", date(2026, 3, 20)),
    ("es", "Tomaremos la decisión a fin de mes, el 30 de marzo a más tardar.", date(2026, 3, 30)),
    ("es", "Pensábamos decidir el 6 de marzo, pero al final será el 17 de marzo.", date(2026, 3, 17)),
    ("es", "Por favor, comuníquenos su decisión antes del 13 de marzo.", None),
    ("pt", "Queremos decidir antes da Páscoa, o mais tardar a 20 de março.", date(2026, 3, 20)),
    ("pt", "Na sexta-feira não houve decisão. Terá uma resposta até 13 de março.", date(2026, 3, 13)),
    ("pt", "Pensávamos decidir até 6 de março, mas afinal será a 17 de março.", date(2026, 3, 17)),
    ("pt", "Por favor, comunique-nos a sua decisão até 13 de março.", None),
    ("nl", "We willen nog voor Pasen beslissen, uiterlijk op 20 maart.", date(2026, 3, 20)),
    ("nl", "De beslissing valt voor het eind van de maand, uiterlijk 30 maart.", date(2026, 3, 30)),
    ("nl", "Vrijdag is er nog niets beslist. Je krijgt uiterlijk 13 maart antwoord.", date(2026, 3, 13)),
    ("nl", "We wilden eigenlijk op 6 maart beslissen, maar het wordt nu 17 maart.", date(2026, 3, 17)),
    ("nl", "Laat ons je beslissing uiterlijk 13 maart weten.", None),
    ("it", "Vogliamo decidere prima di Pasqua, al più tardi il 20 marzo.", date(2026, 3, 20)),
    ("it", "La decisione arriverà entro fine mese, al più tardi il 30 marzo.", date(2026, 3, 30)),
    ("it", "Venerdì non è stata presa alcuna decisione. Avrà una risposta entro il 13 marzo.", date(2026, 3, 13)),
    ("it", "Pensavamo di decidere entro il 6 marzo, ma sarà il 17 marzo.", date(2026, 3, 17)),
    ("it", "La preghiamo di comunicarci la sua decisione entro il 13 marzo.", None),
    (
        "en",
        "We meant to decide this week, but the panel now meets on 24 March; expect our answer by 27 March.",
        date(2026, 3, 27),
    ),
    ("en", "No decision has been reached so far. I will write to you on Monday, 16 March.", date(2026, 3, 16)),
    ("en", "Let us have until the end of March and you'll have our answer.", date(2026, 3, 31)),
    ("en", "A decision is expected before Easter, no later than Thursday 2 April.", date(2026, 4, 2)),
    ("en", "We would be grateful for a reply by 13 March.", None),
    ("en", "I am writing because the director is away on Friday.", None),
    (
        "de",
        "Diese Woche wollten wir eigentlich entscheiden, nun tagt der Ausschuss am 24. März, Antwort haben Sie bis 27. März.",
        date(2026, 3, 27),
    ),
    ("de", "Es ist noch keine Entscheidung gefallen. Ich melde mich am Montag, 16. März.", date(2026, 3, 16)),
    ("de", "Die Entscheidung soll vor Ostern fallen, bis spätestens Donnerstag, 2. April.", date(2026, 4, 2)),
    ("de", "Eine Antwort bis 13. März wäre schön.", None),
    ("fr", "Rien n'est encore décidé. Je vous écris le lundi 16 mars.", date(2026, 3, 16)),
    ("fr", "La décision doit tomber avant Pâques, le jeudi 2 avril au plus tard.", date(2026, 4, 2)),
    ("fr", "Une réponse avant le 13 mars nous aiderait.", None),
    ("fr", "Je vous écris car le directeur est absent vendredi.", None),
    ("es", "Todavía no hay nada decidido. Le escribo el lunes 16 de marzo.", date(2026, 3, 16)),
    ("es", "Una respuesta antes del 13 de marzo nos ayudaría.", None),
    ("es", "Le escribo porque el director viaja el viernes.", None),
    ("pt", "Ainda não há decisão. Escrevo-lhe na segunda-feira, 16 de março.", date(2026, 3, 16)),
    ("pt", "Uma resposta até 13 de março seria ótimo.", None),
    ("nl", "Er is nog niets besloten. Ik mail je maandag 16 maart.", date(2026, 3, 16)),
    ("nl", "Graag uiterlijk 13 maart een reactie.", None),
    ("it", "Non è stato ancora deciso nulla. Le scrivo lunedì 16 marzo.", date(2026, 3, 16)),
    ("it", "Una risposta entro il 13 marzo ci aiuterebbe.", None),
]


def _rows(table: list[tuple[str, str, date | None]]) -> list[object]:
    return [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in table]


@pytest.mark.parametrize(("lang", "text", "day"), _rows(AFTER_A_TALK))
def test_the_last_day_they_give_themselves_after_a_talk_is_read(lang: str, text: str, day: date | None) -> None:
    assert find_decision_by(page_of(lang, text), TALK, Kind.INTERVIEW) == day


@pytest.mark.parametrize(("lang", "text", "day"), _rows(WITHOUT_A_TALK))
def test_the_last_day_they_give_themselves_is_read_without_a_talk(lang: str, text: str, day: date | None) -> None:
    assert find_decision_by(page_of(lang, text), None, Kind.UPDATE) == day
