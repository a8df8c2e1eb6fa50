"""Which time of several holds: the one an answer picks by where it lies, one's own among others', and spans that only offer."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

import pytest

from bot.core.message.types import Message
from bot.core.reading.types import Kind, Reading
from tests.unit.core.reading.company.brief_mail import brief_mail, owner_in, read_known_mail, read_mail

ZONE = "Europe/London"
NORA = owner_in(ZONE)


def kind_letter(body: str) -> Message:
    """Return *body* as a mail about the owner's application."""
    return _letter(body, "Your application")


def _letter(body: str, subject: str) -> Message:
    return _mail(f"Dear Nora,\n\n{body}\n\nAlex Bry", subject)


def _mail(text: str, subject: str, quoted: str = "") -> Message:
    sent, sender = "Tue, 09 Jun 2026 10:00:00 +0100", "Alex Bry <alex@bryworks.example>"
    return brief_mail(text, quoted=quoted, subject=subject, sent=sent, sender=sender)


def _answer(new: str, old: str, subject: str) -> Reading:
    quoted = f"On Mon, 8 Jun 2026 at 09:00, Alex Bry <alex@bryworks.example> wrote:\n{old}"
    return read_known_mail(_mail(f"{new}\n\nAlex", subject, quoted), zone=ZONE)


PICKED = [
    ("the earlier of a day", "Thursday it is, the earlier one please.", "I could do Wed 17 June at 4, or Thurs 18 June at 9.30 or 1pm for the estimator interview.", "18T09:30"),
    ("the later of a day", "Thursday then, the later of the two suits us.", "I could do Wed 17 June at 4, or Thurs 18 June at 9.30 or 1pm for the estimator interview.", "18T13:00"),
    ("the afternoon one", "The afternoon slot works for us, see you then.", "For your interview as an estimator we have Wednesday 17 June at 9.30 or Thursday 18 June at 3pm.", "18T15:00"),
    ("the morning one", "Let's take the morning one. See you there.", "For your interview as an estimator we have Wednesday 17 June at 9.30 or Thursday 18 June at 3pm.", "17T09:30"),
    ("the second, told by counting", "The second one works for us.", "For your interview as an estimator we have Wednesday 17 June at 9.30 or Thursday 18 June at 3pm.", "18T15:00"),
    ("German: the earlier", "Dann nehmen wir den früheren Termin, das passt uns.", "Für das Vorstellungsgespräch hätten wir Mittwoch, 17. Juni um 9:30 Uhr oder Donnerstag, 18. Juni um 15 Uhr.", "17T09:30"),
    ("Spanish: the afternoon one", "Perfecto, nos quedamos con el de la tarde, confirmado.", "Para la entrevista le proponemos el miércoles 17 de junio a las 9:30 o el jueves 18 de junio a las 15:00.", "18T15:00"),
    ("Italian: the afternoon one", "Va bene quello del pomeriggio, confermo.", "Per il colloquio proponiamo mercoledì 17 giugno alle 9:30 oppure giovedì 18 giugno alle 15:00.", "18T15:00"),
]  # fmt: skip


@pytest.mark.parametrize(("new", "old", "start"), [case[1:] for case in PICKED], ids=[case[0] for case in PICKED])
def test_an_answer_picks_a_time_by_where_it_lies(new: str, old: str, start: str) -> None:
    reading = _answer(new, old, "Re: Interview")
    assert reading.start is not None
    assert reading.start.strftime("%dT%H:%M") == start


def test_an_hour_in_place_of_another_is_of_the_day_behind_both() -> None:
    reading = _answer("Court is running late so half three rather than half two on Tuesday please.", "Look forward to meeting you Tuesday 16 June at 2.30 for the legal secretary interview.", "Re: Tuesday")  # fmt: skip
    assert reading.start is not None
    assert reading.start.strftime("%dT%H:%M") == "16T15:30"


TITLES = [
    ("Dental nurse", "Interview: Trainee Dental Nurse", "We'd like you to come in on Thursday 18 June at 1pm. You'll meet Dr Patel and myself."),
    ("payroll", "Interview Payroll Specialist", "We would like to get to know you in a first interview: Tuesday, 16.06.2026, 11:00 - 11:45"),
    ("immigration, and a day behind it", "Interview - Immigration Officer, 17 June", "Your interview is on Wednesday 17 June at 10:00 by Teams."),
    ("travel", "Travel Consultant", "We'd be delighted to interview you for Travel Consultant on Monday 15 June, 9.30am, 3 High Street."),
]  # fmt: skip


@pytest.mark.parametrize(("subject", "body"), [case[1:] for case in TITLES], ids=[case[0] for case in TITLES])
def test_words_of_a_job_title_are_no_other_matter(subject: str, body: str) -> None:
    reading = read_mail(_letter(body, subject), zone=ZONE)
    assert (reading.kind, reading.certain) == (Kind.INTERVIEW, True)
    assert reading.start is not None


def test_the_same_words_without_a_title_are_another_matter() -> None:
    reading = read_mail(_letter("Your payroll and orientation session as a new starter is on Tuesday 16 June at 10am.", "Payroll and orientation"), zone=ZONE)  # fmt: skip
    assert reading.kind is not Kind.INTERVIEW


def test_earlier_alone_picks_nothing() -> None:
    reading = _answer("Thanks for your earlier mail, I will come back to you.", "Wed 17 June at 4 or Thurs 18 June at 1pm for the interview?", "Re: Interview")  # fmt: skip
    assert reading.start is None


ONE_TIME = [
    ("one's own slot among all candidates' day", "The board will meet candidates online on Monday 22 June 2026 and your slot is 10.00 - 10.40 a.m. for the librarian interview.", "22T10:00"),
    ("when to arrive stands before", "Your interview for the nurse post is on Monday 15 June. Arrival is from 9.00 and you will be seen at 9.15.", "15T09:15"),
    ("the day that it is not stands behind", "your interview for the labourers job: make it friday not tomorrow, 8.30 at the yard.", "12T08:30"),
    ("opening hours of another day", "A reminder of your interview for Circulation Supervisor this Thursday at 4 o'clock in the afternoon.\n\nWe set aside 45 minutes. The branch may open late (11 AM) on Wednesday.", "11T16:00"),
    ("one's own hour after that at which they begin with everybody", "Thank you for your application as a GP. We are interviewing on Tuesday 23 June from 9.00. You are on at 11.20 for 20 minutes with three of the partners. Lunch with the team at 12.30 if you can stay.", "23T11:20"),
    ("a time that stands unless one objects", "Can you do Monday 15th 2pm? If I don't hear back I'll assume that's fine and see you then for the vet nurse interview.", "15T14:00"),
    ("Windows tells the offset of winter", "Your interview for Income Manager\n\nWhen: Friday, 12 June 2026, 12:15 - 12:45 (UTC+00:00) Dublin, Edinburgh, Lisbon, London", "12T12:15"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "start"), [case[1:] for case in ONE_TIME], ids=[case[0] for case in ONE_TIME])
def test_the_time_of_the_talk_stands_among_others(body: str, start: str) -> None:
    reading = read_known_mail(_letter(body, "Your interview"), zone=ZONE)
    assert reading.start is not None
    assert reading.start.strftime("%dT%H:%M") == start
    assert reading.start.utcoffset() is not None
    assert reading.start.strftime("%z") == "+0100"


OFFERED = [
    ("three days with their hours", "Our CTO has gaps on Mon 15th 10-12, Tue 16th after 3 and Thu 18th any time before 1. What's good for the Data Engineer interview?"),
    ("hours of a span of days", "For your interview as Data Engineer, options run from Mon 15 June to Thu 18 June, 11:00 to 14:00. Please tick all that work."),
    ("German: hours of a span of days", "Für das Vorstellungsgespräch als Entwickler haben wir von Montag, 15. Juni bis Donnerstag, 18. Juni, 11:00 bis 14:00 Uhr Zeit. Was passt Ihnen?"),
    ("French: three days with their hours", "Pour votre entretien au poste de développeuse : lundi 15 juin 10h-12h, mardi 16 juin 14h-16h, jeudi 18 juin 9h-11h. Que préférez-vous ?"),
]  # fmt: skip


FROM_DAY_TO_DAY = [
    ("English", "The numerical test for the Data Engineer role is open from Monday 15 June, 9:00 am, until Wednesday 17 June, 6:00 pm. It takes 40 minutes."),
    ("English, a table row", "Test window: Mon 15 June 2026 09:00 - Wed 17 June 2026 18:00"),
    ("German", "Der Online-Test für die Stelle ist von Montag, 15. Juni, 9:00 Uhr bis zum Mittwoch, 17. Juni, 18:00 Uhr freigeschaltet und dauert 40 Minuten."),
    ("French", "Le questionnaire pour le poste est accessible du lundi 15 juin à 9h00 au mercredi 17 juin à 18h00 et dure 40 minutes."),
    ("Spanish", "La prueba para el puesto estará abierta desde el lunes 15 de junio a las 9:00 hasta el miércoles 17 de junio a las 18:00 y dura 40 minutos."),
    ("Portuguese", "O teste para a vaga fica aberto de segunda-feira, 15 de junho, às 9h00 até quarta-feira, 17 de junho, às 18h00 e dura 40 minutos."),
    ("Italian", "Il test per la posizione è aperto da lunedì 15 giugno alle 9:00 a mercoledì 17 giugno alle 18:00 e dura 40 minuti."),
    ("Dutch", "De test voor de functie staat open van maandag 15 juni 9.00 uur tot woensdag 17 juni 18.00 uur en duurt 40 minuten."),
]  # fmt: skip


@pytest.mark.parametrize("body", [case[1] for case in FROM_DAY_TO_DAY], ids=[case[0] for case in FROM_DAY_TO_DAY])
def test_a_span_from_one_day_to_another_is_no_time_of_a_talk(body: str) -> None:
    reading = read_known_mail(_mail(f"Hi Nora,\n\n{body}\n\nAlex Bry", "Test"), zone=ZONE)
    assert reading.start is None


MOVED = [
    ("English", "Your interview for Data Engineer has been moved from Monday 15 June at 9:00 am to Wednesday 17 June at 6:00 pm."),
    ("French", "Votre entretien pour le poste est déplacé du lundi 15 juin à 9h00 au mercredi 17 juin à 18h00."),
    ("Spanish", "Su entrevista para el puesto se traslada del lunes 15 de junio a las 9:00 al miércoles 17 de junio a las 18:00."),
    ("Italian", "Il suo colloquio per la posizione è spostato da lunedì 15 giugno alle 9:00 a mercoledì 17 giugno alle 18:00."),
    ("Portuguese", "A sua entrevista para a vaga foi adiada de segunda-feira, 15 de junho, às 9h00 para quarta-feira, 17 de junho, às 18h00."),
]  # fmt: skip


@pytest.mark.parametrize("body", [case[1] for case in MOVED], ids=[case[0] for case in MOVED])
def test_a_talk_that_moves_from_one_day_to_another_is_at_the_second(body: str) -> None:
    reading = read_known_mail(_mail(f"Hi Nora,\n\n{body}\n\nAlex Bry", "Interview"), zone=ZONE)
    assert reading.start is not None
    assert reading.start.strftime("%dT%H:%M") == "17T18:00"


@pytest.mark.parametrize("body", [case[1] for case in OFFERED], ids=[case[0] for case in OFFERED])
def test_a_row_of_days_and_a_span_of_days_only_offer(body: str) -> None:
    reading = read_known_mail(_mail(f"Hi Nora,\n\n{body}\n\nAlex Bry", "Interview"), zone=ZONE)
    assert (reading.kind, reading.start) == (Kind.SCHEDULING, None)


KINDS = [
    (Kind.RECEIVED, "a receipt that tells when talks usually are", "Thanks for applying to be a warehouse operative. If we think there's a match we'll ring to set up an interview; shortlisted people are normally seen on the first Tuesday of the month between 9 and 12."),
    (Kind.RECEIVED, "a receipt for all, chosen or not", "This is to let you know that your application for the post of Postdoctoral Researcher reached us today. Interviews are expected to be held on 18 and 19 June 2026. All applicants, shortlisted or not, will hear from us by 10 July."),
    (Kind.SCHEDULING, "thanks for an application and a time asked for", "Thanks for applying to be a warehouse operative. If you're still interested, let me know when you are available for an interview next week."),
    (Kind.REJECTION, "a job given to another", "I've gone round and round on the joiner job. You're the better craftsman but Kev can start Monday, so I've given it to him. All the best."),
    (Kind.REJECTION, "Italian: a job given to another", "Per il posto di falegname ho preso lui, anche se la decisione non è stata facile. Le auguro il meglio per la sua ricerca."),
    (Kind.REJECTION, "a mark missed", "After scoring all the forms for Policy Officer yours did not reach the threshold for interview on this occasion."),
    (Kind.REJECTION, "German: a mark missed", "Für die Stelle als Sachbearbeiterin haben Sie die erforderliche Punktzahl leider nicht erreicht."),
    (Kind.OFFER, "a start if one wants it", "alright nora, lads liked you. start monday 7am if you want it, 140 a day to begin with, for the labourers job."),
    (Kind.OFFER, "a first choice", "After the interviews we discussed all candidates and I am happy to tell you that you are our first choice for the PhD position."),
    (Kind.INTERVIEW, "the hours of a day and another grade that was pulled", "Here's how the day looks on Wednesday 17 June:\n\n10:00   Seminar, 30 min plus questions\n11:00   Dr Perpetua Vance, cell assays\n11:45   Lorcan Mistry, automation\n13:30   Wrap-up with me\n\nThe post is the Bioprocess Scientist one, the senior grade was pulled last week as you know."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "body"), [(case[0], case[2]) for case in KINDS], ids=[case[1] for case in KINDS])
def test_kinds_told_by_what_all_are_told(kind: Kind, body: str) -> None:
    reading = read_mail(kind_letter(body), zone=ZONE)
    assert (reading.kind, reading.certain) == (kind, True)
