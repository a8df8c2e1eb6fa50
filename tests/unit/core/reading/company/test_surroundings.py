"""What the words before and behind a time make of it, in seven languages."""

from __future__ import annotations

import pytest

from bot.core.reading.company.choices import is_choice
from bot.core.reading.company.hours import ClockMention
from bot.core.reading.company.page import Sentence
from bot.core.reading.company.scanning import Scanned
from bot.core.reading.company.surroundings import is_called_off, is_deadline, is_moved_from, is_old, is_side
from tests.unit.core.reading.company.words import CUES


def scan(lang: str, text: str, *times: str) -> Scanned:
    """Return *text* with the *times* that stand in it marked as times of day."""
    found: list[ClockMention] = []
    for words in times:
        start = text.index(words, found[-1].end if found else 0)
        found.append(ClockMention(start=start, end=start + len(words), options=((600, None),), sure=True))
    sentence = Sentence(text=text, plain=CUES.languages[lang].plain(text))
    return Scanned(sentence=sentence, index=0, dates=(), clocks=tuple(found), zones=(), quoted=False)


OLD = [
    ("en", "It is at 11 instead of "),
    ("de", "Es ist um 11 Uhr statt um "),
    ("de", "Der ursprüngliche Termin am "),
    ("de", "Das urspruenglich geplante Gespraech am "),
    ("fr", "Nous vous attendons à 11h au lieu de "),
    ("fr", "L'entretien initialement prévu le "),
    ("es", "Será a las 11 en lugar de las "),
    ("es", "La entrevista prevista anteriormente el "),
    ("pt", "Será às 11h em vez das "),
    ("pt", "A entrevista inicialmente marcada para "),
    ("nl", "Het is om 11 uur in plaats van "),
    ("nl", "Het oorspronkelijke gesprek op "),
    ("it", "Sarà alle 11 invece delle "),
    ("it", "Il colloquio inizialmente previsto per "),
]
DEADLINES = [
    ("en", "Please reply by "),
    ("de", "Bitte bestätigen Sie bis zum "),
    ("de", "Antworten Sie spätestens am "),
    ("fr", "Merci de confirmer avant le "),
    ("fr", "Répondez au plus tard le "),
    ("es", "Confirme, por favor, antes del "),
    ("pt", "Confirme, por favor, até ao dia "),
    ("nl", "Bevestig vóór "),
    ("nl", "Reageer uiterlijk op "),
    ("it", "Confermi entro il "),
]
FREE = [
    ("en", "We meet on "),
    ("de", "Wir treffen uns am "),
    ("fr", "Nous vous attendons le "),
    ("es", "Nos vemos el "),
    ("pt", "Encontramo-nos no dia "),
    ("nl", "We zien je op "),
    ("it", "Ci vediamo il "),
    ("fr", "Votre entretien est fixé pour le "),
    ("nl", "Het gesprek is gepland voor "),
]


@pytest.mark.parametrize(("lang", "before"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in OLD])
def test_a_time_given_up_is_told_by_the_words_before_it(lang: str, before: str) -> None:
    assert is_old(scan(lang, before + "10:00"), CUES.languages[lang], len(before), before)


@pytest.mark.parametrize(("lang", "before"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in DEADLINES])
def test_a_deadline_is_told_by_the_words_before_it(lang: str, before: str) -> None:
    assert is_deadline(scan(lang, before + "10:00"), CUES.languages[lang], before, len(before))


@pytest.mark.parametrize(("lang", "before"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in FREE])
def test_the_time_of_a_talk_is_neither_old_nor_a_deadline(lang: str, before: str) -> None:
    line = scan(lang, before + "10:00")
    assert not is_old(line, CUES.languages[lang], len(before), before)
    assert not is_deadline(line, CUES.languages[lang], before, len(before))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Our talk at 10:00 is off."),
        ("de", "Der Termin um 10:00 muss leider entfallen."),
        ("fr", "L'entretien de 10:00 est annulé."),
        ("es", "La entrevista de las 10:00 queda cancelada."),
        ("pt", "A entrevista das 10:00 foi cancelada."),
        ("nl", "Het gesprek om 10:00 gaat niet door."),
        ("it", "Il colloquio delle 10:00 è annullato."),
    ],
)
def test_a_time_is_called_off_by_the_words_behind_it(lang: str, text: str) -> None:
    line = scan(lang, text, "10:00")
    assert is_called_off(line, CUES.languages[lang], line.clocks[0].end)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "I've pushed our 10:00 to 16:00."),
        ("de", "Der Termin um 10:00 wird auf 16:00 verlegt."),
        ("fr", "L'entretien de 10:00 est reporté à 16:00."),
        ("es", "La entrevista de las 10:00 se traslada a las 16:00."),
        ("pt", "A entrevista das 10:00 foi remarcada para as 16:00."),
        ("nl", "Het gesprek van 10:00 is verplaatst naar 16:00."),
        ("it", "Il colloquio delle 10:00 è spostato alle 16:00."),
    ],
)
def test_of_a_move_the_first_time_is_the_old_one(lang: str, text: str) -> None:
    line = scan(lang, text, "10:00", "16:00")
    assert [is_moved_from(line, CUES.languages[lang], clock.end) for clock in line.clocks] == [True, False]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Would 10:00 or 16:00 suit you?"),
        ("de", "Passt Ihnen 10:00 oder 16:00 Uhr?"),
        ("fr", "Plutôt 10:00 ou 16:00 ?"),
        ("es", "¿Prefiere las 10:00 o las 16:00?"),
        ("pt", "Prefere as 10:00 ou as 16:00?"),
        ("nl", "Past 10:00 of 16:00 je beter?"),
        ("it", "Preferisce le 10:00 oppure le 16:00?"),
    ],
)
def test_times_with_an_or_between_them_are_a_choice(lang: str, text: str) -> None:
    line = scan(lang, text, "10:00", "16:00")
    assert all(is_choice(line, CUES.languages[lang], clock) for clock in line.clocks)


@pytest.mark.parametrize(
    ("lang", "before"),
    [
        ("de", "Mittagessen um "),
        ("de", "Ich bin im Urlaub und wieder da ab "),
        ("fr", "Déjeuner à "),
        ("es", "Almuerzo a las "),
        ("pt", "Almoço às "),
        ("nl", "Lunch om "),
        ("it", "Pranzo alle "),
    ],
)
def test_lunch_holidays_and_papers_are_beside_the_talk(lang: str, before: str) -> None:
    line = scan(lang, before + "12:30", "12:30")
    assert is_side(line, CUES.languages[lang], len(before), line.clocks[0], before, "")
