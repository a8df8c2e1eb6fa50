"""Moves whose day, hour or way stands in another sentence, line or mail; all of Tuesday, 9 June 2026, of a known interview."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

import pytest

from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import Kind, Reading
from tests.unit.core.reading.company.test_moved_letters import OWNER, mail_of
from tests.unit.core.reading.company.words import CUES


def _read(lang: str, over: str, text: str, subject: str = "Interview") -> Reading:
    return read_company_mail(
        message=mail_of(lang, over, subject, text), owner=OWNER, cues=CUES, on_record="an application"
    )


def _told(reading: Reading) -> str:
    return f"{reading.start:%d %H:%M}" if reading.start else "asked"


SET = [  # the mail before fixed Tuesday 16 June, 10:00
    ("en", "17 10:00", "We have to move Tuesday to Wednesday the 17th, as our lead flies to Rome on Thursday. It would be at the same time."),
    ("en", "15 10:30", "Could we bring it to Monday instead of Tuesday, still 10.30? I've moved the invite."),
    ("en", "18 10:00", "No problem at all, I've moved you to Thursday 18, same slot."),
    ("de", "15 10:00", "Dann ziehen wir das Gespräch gern einen Tag vor, die Uhrzeit bleibt."),
    ("de", "16 10:15", "Geht es eine Viertelstunde später? Ich trage es so ein: Viertel nach zehn."),
    ("en", "16 09:00", "Dana is only in until noon on Tuesday. I'd like to slot you in at 9 that day rather than 10:00. If that's a problem, Friday at 1:15 would be our fallback."),
    ("de", "18 10:00", "Statt am 16. können wir uns nun am 18. sehen, wieder um 10 Uhr."),
    ("fr", "17 10:00", "Oui c'est possible, nous décalons au lendemain à la même heure. Le 19 je serai en déplacement, appelez plutôt Sonia."),
    ("nl", "16 10:15", "Kan het een kwartiertje later? Ik zet het alvast om naar kwart over tien."),
    ("nl", "17 10:00", "Woensdag 17 juni i.p.v. dinsdag dan, de tijd laten we staan."),
    ("it", "18 10:00", "Il colloquio di martedì alle 10 deve essere spostato a giovedì 18 alla stessa ora. Il nostro direttore è via da venerdì."),
    ("pt", "23 10:00", "Claro que sim, passamos para a semana seguinte: terça, 23, à mesma hora."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "start", "text"), SET, ids=[case[2][:70] for case in SET])
def test_the_new_day_and_hour_are_read(lang: str, start: str, text: str) -> None:
    assert _told(_read(lang, "set", text)) == start


NEW = [
    ("en", "17 10:00", "Please note that your interview, originally arranged for Tuesday 16 June at 11.00, will now be held on Wednesday 17 June at 10.00."),
    ("en", "18 10:00", "The interview on Tuesday 16 June at 10am has been postponed until Thursday 18 June. The time and venue remain the same."),
    ("en", "18 11:00", "Your interview on Tuesday 16 June at 10am has been postponed until Thursday 18 June at 11am."),
    ("en", "asked", "Your interview on Tuesday 16 June at 10am has been postponed. You have until Monday 22 June to tell us new dates. The same time would be best."),
    ("en", "22 13:30", "NOTICE\n\nInterview: rescheduled\nCurrently scheduled: 06/19/2026 09:00 AM\nRescheduled to: 06/22/2026 01:30 PM\nRespond by: 06/18/2026 05:00 PM"),
    ("en", "16 12:30", "Your interview on Tuesday, June 16 has been pushed back 90 minutes and will now begin at 12:30 PM."),
    ("en", "17 11:00", "AMENDED\n\nInterview date: Wednesday 17 June\nInterview time: 11:00\n\nThe previous email stated 16 June at 11:00 in error."),
    ("de", "19 11:00", "Statt Donnerstag um 15 Uhr treffen wir uns zum Gespräch nun erst am Freitag, 19. Juni, um 11 Uhr."),
    ("fr", "22 15:00", "L'entretien prévu le 22 juin à 16h est avancé d'une heure. Rendez-vous donc à 15h à l'accueil. Vous aurez notre réponse avant le 30."),
    ("fr", "24 10:30", "Votre rendez-vous du 19/06/2026 à 11:00 est annulé.\n\nUn nouveau rendez-vous a été fixé au 24/06/2026 à 10:30 pour votre entretien."),
    ("it", "17 15:30", "Il suo colloquio di giovedì 18 giugno alle 15:30 è anticipato a mercoledì 17, sempre alle 15:30."),
    ("it", "18 14:30", "Appuntamento modificato\n\nData: 18/06/2026 (in precedenza 17/06/2026)\nOra: 14:30 (in precedenza 09:00)\nLuogo: via Emilia 40, Modena"),
    ("pt", "17 14:00", "Informamos que a sua entrevista foi remarcada.\n\nDe: segunda-feira, 15/06/2026, às 10h00\nPara: quarta-feira, 17/06/2026, às 14h00"),
    ("de", "17 11:00", "Ihr Vorstellungsgespräch wurde verlegt.\n\nVon: 16.06.2026, 10:00 Uhr\nAuf: 17.06.2026, 11:00 Uhr"),
    ("es", "17 14:00", "Su entrevista se ha reprogramado.\n\nDe: lunes 15/06/2026 10:00\nA: miércoles 17/06/2026 14:00"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "start", "text"), NEW, ids=[case[2][:70] for case in NEW])
def test_old_and_new_of_one_mail_are_told_apart(lang: str, start: str, text: str) -> None:
    assert _told(_read(lang, "", text)) == start


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("We're going back to the original plan: your interview is on Wednesday 17 June at 4 pm.", "17 16:00"),
        ("We cannot keep the original date, Tuesday 16 June at 10.00: your interview is on Wednesday 17 June at 4 pm.", "17 16:00"),
        ("If Thursday 18 June at 10 am still suits you, we'll see you for the interview then.", "18 10:00"),
    ],
)  # fmt: skip
def test_what_holds_again_or_on_a_condition_is_not_given_up(text: str, start: str) -> None:
    assert _told(_read("en", "", text)) in (start, "asked")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "I can't make Tuesday at 10. If that's not possible for you, we could do Friday at 1:15 instead."),
        ("de", "Falls das nicht geht, könnten wir auf Freitag um 13 Uhr ausweichen."),
        ("it", "Se questo orario non va bene, potremmo fare venerdì alle 13."),
    ],
)
def test_a_time_for_the_case_that_another_fails_is_not_fixed(lang: str, text: str) -> None:
    reading = _read(lang, "set", text)
    assert reading.start is None or f"{reading.start:%d %H:%M}" == "16 10:00"


@pytest.mark.parametrize(
    "text",
    [
        "We've had to move your interview forward by an hour on Tuesday.",
        "We have moved the interview on Tuesday forward half an hour, same room.",
    ],
)
def test_forward_is_later_to_some_and_earlier_to_others(text: str) -> None:
    assert len(_read("en", "set", text).start_options) == 2


def test_brought_forward_is_earlier() -> None:
    assert _told(_read("en", "set", "We've had to bring your interview forward by an hour.")) == "16 09:00"


GRANTED = [
    ("Sure, an hour later it is, see you then for the interview.", "at 11:00 instead of 10:00 on Tuesday 16 June", "16 11:00"),
    ("No problem, we start the interview an hour later then.", "at 11:00 instead of 10:00 on Tuesday 16 June", "16 11:00"),
    ("Fine, we start the interview an hour later then.", "on Tuesday 16 June at 11:00 instead", "asked"),
    ("We start the interview an hour later.", "on Tuesday 16 June at 11:00", "16 12:00"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "asked", "start"), GRANTED)
def test_a_shift_that_grants_the_one_asked_for_counts_once(text: str, asked: str, start: str) -> None:
    below = f"On Mon, 8 Jun 2026 at 09:00, Nora Quist wrote:\n> Could we meet {asked}?"
    assert _told(_read("en", "", f"{text}\n\nKim\n\n{below}", "Re: Interview")) == start


BEGINNINGS = [
    ("en", "Your interview has been rescheduled.\n\nDate: Tuesday 16 June 2026\nFrom: 10:00\nTo: 11:00"),
    ("en", "Your interview details:\n\nFrom: Tuesday 16 June 2026 10:00\nTo: Tuesday 16 June 2026 11:00"),
    ("de", "Ihr Vorstellungsgespräch ist bestätigt.\n\nDatum: 16.06.2026\nVon: 10:00 Uhr\nBis: 11:00 Uhr"),
    ("fr", "Votre entretien est confirmé.\n\nDate : 16/06/2026\nDe : 10h00\nÀ : 11h00"),
    ("it", "Il colloquio è confermato.\n\nData: 16/06/2026\nDalle: 10:00\nAlle: 11:00"),
    ("nl", "Je gesprek is bevestigd.\n\nDatum: 16-06-2026\nVan: 10:00\nTot: 11:00"),
]


@pytest.mark.parametrize(("lang", "text"), BEGINNINGS, ids=[f"{case[0]}, {case[1][:50]}" for case in BEGINNINGS])
def test_the_end_in_a_line_of_its_own_is_no_beginning(lang: str, text: str) -> None:
    assert _told(_read(lang, "", text)) == "16 10:00"


@pytest.mark.parametrize(
    "text",
    [
        "Your interview has been rescheduled.\n\nFrom: Tuesday 16 June 2026, 10:00\nTo: Tuesday 16 June 2026, 11:00",
        "We will see you for the interview on Tuesday at 10. The rest of the week I am in Rome.",
    ],
)
def test_one_day_is_not_moved_from_itself(text: str) -> None:
    assert _told(_read("en", "", text)) in ("16 10:00", "asked")


def test_a_moved_dentist_is_no_moved_interview() -> None:
    reading = read_company_mail(
        message=mail_of("en", "", "Your appointment", "Your check-up on Monday 15 June at 9:00 has moved to Tuesday 16 June at 10:00."),
        owner=OWNER,
        cues=CUES,
    )  # fmt: skip
    assert reading.kind is not Kind.RESCHEDULE or not reading.certain
