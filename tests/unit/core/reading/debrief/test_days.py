"""By when they decide, as people tell it in a line or two (E11, E19). The talk was on Wednesday 13 May 2026."""

from __future__ import annotations

from datetime import date

import pytest

from tests.corpus.debriefs.score import read_row

TOLD = [
    ("en", "They will revert by 24th.", "2026-05-24"),
    ("en", "Good chat. They decide by the 22nd.", "2026-05-22"),
    ("en", "They hope to have an answer mid next week.", "2026-05-20"),
    ("en", "I should hear by mid-June.", "2026-06-15"),
    ("en", "Decision around the middle of June.", "2026-06-15"),
    ("en", "He said Thursday week.", "2026-05-21"),
    ("en", "They told me to expect news a week on Friday.", "2026-05-22"),
    ("en", "All fine. Answer in ten days or so.", "2026-05-23"),
    ("en", "They need two more weeks to decide.", "2026-05-27"),
    ("en", "I will know by close of play on Monday.", "2026-05-18"),
    ("en", "They get back to me at the end of the month.", "2026-05-31"),
    ("en", "Decision: 31/05.", "2026-05-31"),
    ("en", "Decision - end of next week.", "2026-05-22"),
    ("en", "They want to decide before the end of May.", "2026-05-31"),
    ("en", "They meet on Tuesday and call me on Wednesday.", "2026-05-20"),
    ("en", "Panel sits on the 19th, letter out on the 21st.", "2026-05-21"),
    ("en", "She reckons about three weeks.", "2026-06-03"),
    ("en", "Went great. Result by Whitsun, so 24 May.", "2026-05-24"),
    ("en", "outcome within a fortnight", "2026-05-27"),
    ("en", "They said sometime in the first week of June.", "2026-06-05"),
    ("en", "verdict tomorrow", "2026-05-14"),
    ("en", "hear back Fri", "2026-05-15"),
    ("en", "They will let me know either way by next Wednesday.", "2026-05-20"),
    ("en", "HR phones on Monday.", "2026-05-18"),
    ("en", "She will email me her decision the day after tomorrow.", "2026-05-15"),
    ("en", "They will be in touch in the week of 25 May.", "2026-05-29"),
    ("en", "I have to answer my other offer by Friday, they decide on the 26th.", "2026-05-26"),
    ("en", "They start interviewing the others tomorrow, decision in two weeks.", "2026-05-27"),
    ("de", "Entscheidung: 31.05.", "2026-05-31"),
    ("de", "Sie melden sich bis Ende nächster Woche.", "2026-05-22"),
    ("de", "Bis Pfingsten wollen sie sich entscheiden.", "2026-05-24"),
    ("de", "Mitte Juni sagen sie Bescheid.", "2026-06-15"),
    ("de", "Rückmeldung in zehn Tagen.", "2026-05-23"),
    ("de", "Sie brauchen noch zwei Wochen.", "2026-05-27"),
    ("de", "Übermorgen sagt er Bescheid.", "2026-05-15"),
    ("de", "Antwort kommt am Mittwoch in einer Woche.", "2026-05-20"),
    ("de", "Freitag in einer Woche weiß ich mehr.", "2026-05-22"),
    ("de", "Bescheid bis KW 22", "2026-05-29"),
    ("fr", "Réponse sous quinze jours.", "2026-05-27"),
    ("fr", "Ils me disent vendredi en huit.", "2026-05-22"),
    ("fr", "Décision mi-juin.", "2026-06-15"),
    ("fr", "Retour après-demain.", "2026-05-15"),
    ("fr", "Ils se décident avant la fin du mois.", "2026-05-31"),
    ("fr", "Ils me rappellent mardi prochain.", "2026-05-19"),
    ("es", "Me dicen algo el viernes.", "2026-05-15"),
    ("es", "Respuesta a mediados de junio.", "2026-06-15"),
    ("es", "Contestan pasado mañana.", "2026-05-15"),
    ("es", "En quince días deciden.", "2026-05-28"),
    ("es", "Resuelven a fin de mes.", "2026-05-31"),
    ("pt", "Resposta até dia 22.", "2026-05-22"),
    ("pt", "Decidem no fim do mês.", "2026-05-31"),
    ("pt", "Depois de amanhã me ligam.", "2026-05-15"),
    ("pt", "Eles precisam de duas semanas.", "2026-05-27"),
    ("pt", "Em meados de junho decidem.", "2026-06-15"),
    ("nl", "Ze laten het vrijdag weten.", "2026-05-15"),
    ("nl", "Beslissing half juni.", "2026-06-15"),
    ("nl", "Overmorgen hoor ik het.", "2026-05-15"),
    ("nl", "Binnen twee weken reactie.", "2026-05-27"),
    ("nl", "Uiterlijk de 22e hoor ik het.", "2026-05-22"),
    ("it", "Mi chiamano dopodomani.", "2026-05-15"),
    ("it", "Venerdì mi dicono qualcosa.", "2026-05-15"),
    ("it", "Risposta a metà giugno.", "2026-06-15"),
    ("it", "Decidono entro fine mese.", "2026-05-31"),
    ("it", "Tra dieci giorni ho una risposta.", "2026-05-23"),
    ("it", "Saprò qualcosa martedì 19.", "2026-05-19"),
]


def read(text: str) -> date | None:
    row = {"text": text, "sent_at": "2026-05-13T15:00:00+02:00", "tz": "Europe/Berlin", "company": "Acme"}
    return read_row(row | {"interview_date": "2026-05-13", "known": ["Jane Roe"], "expect": {}}).decision_by


@pytest.mark.parametrize(("lang", "text", "day"), TOLD)
def test_the_day_by_which_they_decide(lang: str, text: str, day: str) -> None:
    assert read(text) == date.fromisoformat(day), lang


@pytest.mark.parametrize(
    "text",
    [
        "I have to answer my other offer by Friday.",
        "Second round next Tuesday.",
        "They start on 1 June with the new building.",
        "No idea when they decide.",
        "Ich muss bis Freitag woanders zusagen.",
        "Je dois répondre à une autre offre avant vendredi.",
    ],
)
def test_other_days_are_not_theirs_to_decide_by(text: str) -> None:
    assert read(text) is None
