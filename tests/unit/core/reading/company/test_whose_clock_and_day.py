"""Whose clock and whose day an hour is told by: that of a mail passed on, of the owner's own answer, of another list of times."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

import pytest

from bot.core.reading.types import Reading
from tests.unit.core.reading.company.brief_mail import brief_mail, read_known_mail

_OWNER = "Nora Vogt <nora.vogt@example.org>"
_SENDER = "Alex Bry <alex@bryworks.example>"


def _read(
    text: str,
    zone: str,
    *,
    quoted: str = "",
    by: str = _SENDER,
    subject: str = "Interview",
    sent: str = "Tue, 09 Jun 2026 10:00:00 +0100",
) -> str | None:
    below = f"On Mon, 8 Jun 2026 at 09:00, {by} wrote:\n{quoted}" if quoted else ""
    mail = brief_mail(
        f"Hi Nora,\n\n{text}\n\nAlex",
        quoted=below,
        subject=f"Re: {subject}" if quoted else subject,
        sent=sent,
        sender=_SENDER,
    )
    return _start(read_known_mail(mail, zone=zone))


def _start(reading: Reading) -> str | None:
    return f"{reading.start:%d.%m. %H:%M%z}" if reading.start else None


def _passed_on(words: str, above: str, sent: str, zone: str) -> str | None:
    text = f"Hi Nora,\n\n{above}\n\nAlex\n\n---------- Forwarded message ---------\nFrom: Wendell Kwan <wk@pacific.example>\nDate: {sent}\nSubject: timing\nTo: Alex Bry <alex@bryworks.example>\n\n{words}\n\nWendell"
    mail = brief_mail(text, subject="Fwd: timing", sent="Tue, 09 Jun 2026 10:00:00 -0400", sender=_SENDER)
    return _start(read_known_mail(mail, zone=zone))


PASSED_ON = [
    ("our time, of the zone named above", "We'd interview Ms. Vogt on Friday, June 12 at 11 a.m. our time.", "Good news! Vancouver time, so 2 p.m. for us here.", "Tue, Jun 9, 2026 at 9:31 AM", "12.06. 11:00-0700"),
    ("our time, of nobody knows where", "We'd interview Ms. Vogt on Friday, June 12 at 11 a.m. our time.", "See below, you're on!", "Tue, Jun 9, 2026 at 9:31 AM", None),
    ("an hour alone", "We'd interview Ms. Vogt on Friday, June 12 at 11 a.m.", "See below, you're on!", "Tue, Jun 9, 2026 at 9:31 AM", "12.06. 11:00-0400"),
    ("tomorrow, written the day before", "We can interview Nora tomorrow at 3pm.", "From the client, good luck!", "Mon, Jun 8, 2026 at 4:31 PM", "09.06. 15:00-0400"),
    ("next week, written last week", "We'd like to interview Nora next week on Thursday at 3pm.", "From the client, good luck!", "Fri, Jun 5, 2026 at 4:31 PM", "11.06. 15:00-0400"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "above", "sent", "start"), [case[1:] for case in PASSED_ON], ids=[case[0] for case in PASSED_ON])  # fmt: skip
def test_a_mail_passed_on_has_its_own_day_and_clock(words: str, above: str, sent: str, start: str | None) -> None:
    assert _passed_on(words, above, sent, "America/Toronto") == start


def test_my_time_in_the_owners_answer_is_the_owners() -> None:
    assert _read("Perfect, Thursday it is then for the interview.", "Europe/Berlin", quoted="Thursday 18 June at 15:00 my time would suit me for the interview.", by=_OWNER) == "18.06. 15:00+0200"  # fmt: skip


ZONES = [
    ("a region in brackets over the rows", "Interview schedule for Wednesday 6/17 (Eastern):\n\n9:00 - 9:45 Doug Prentiss\n9:45 - 10:30 Huong Tran", "17.06. 09:00-0400"),
    ("a region in brackets behind the hour", "Interview on Wednesday 6/17 at 9 (Eastern).", "17.06. 09:00-0400"),
    ("a region behind a bare hour", "Interview on Wednesday, June 17 at 9 Eastern.", "17.06. 09:00-0400"),
    ("a street of that name", "Interview on Wednesday, June 17 at 11, our house is 112 Eastern Avenue.", "17.06. 11:00-0500"),
    ("a zone and its offset", "Interview on Wednesday, June 17 at 9:00, that's Nairobi time, UTC+3.", "17.06. 09:00+0300"),
    ("of another list", "Your interview is on Wednesday, June 17 at 9:00. Ignore the attached flyer, its times are Pacific.", None),
    ("of an old list", "Please use this one: interview Wednesday, June 17, 8:45 AM. The times in the earlier schedule were in Pacific time.", None),
    ("of a team", "Your interview is on Wednesday, June 17 at 1pm. The team you'd be joining works on Pacific time.", None),
    ("of all times", "Your interview is on Wednesday, June 17 at 1pm. All times are Pacific.", "17.06. 13:00-0700"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "start"), [case[1:] for case in ZONES], ids=[case[0] for case in ZONES])
def test_a_zone_is_of_the_time_it_is_told_of(text: str, start: str | None) -> None:
    assert _read(text, "America/Chicago") == start


WEEKS = [
    ("the Friday", "I'm on call that night now. Could we say the Friday instead, same time?", "19.06. 18:15+0100"),
    ("the following Monday", "Sorry, we have to move your interview to the following Monday, same time.", "22.06. 18:15+0100"),
    ("this Friday", "Good news, we can bring your interview forward to this Friday, same time.", "12.06. 18:15+0100"),
    ("Friday", "Something came up, so we need to move the interview to Friday, same time.", None),
    ("German", "Wir müssen Ihr Gespräch leider auf den darauffolgenden Montag um 15 Uhr verschieben.", "22.06. 15:00+0100"),
    ("French", "Nous devons reporter votre entretien au lundi suivant à 15h.", "22.06. 15:00+0100"),
    ("Spanish", "Tenemos que pasar su entrevista al lunes siguiente a las 15:00.", "22.06. 15:00+0100"),
    ("Portuguese", "Precisamos adiar a sua entrevista para a segunda-feira seguinte às 15h.", "22.06. 15:00+0100"),
    ("Dutch", "We moeten uw gesprek verplaatsen naar de daaropvolgende maandag om 15 uur.", "22.06. 15:00+0100"),
    ("Italian", "Dobbiamo spostare il suo colloquio al lunedì seguente alle 15.", "22.06. 15:00+0100"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "start"), [case[1:] for case in WEEKS], ids=[case[0] for case in WEEKS])
def test_a_weekday_is_of_the_week_agreed_before(text: str, start: str | None) -> None:
    assert _read(text, "Europe/London", quoted="This confirms your interview on Thursday 18 June at 6.15pm.") == start


DOUBTS = [
    ("an edit", "Interview on Thursday 18 June at 10 (edit: 11!)."),
    ("a bare alternative", "Interview on Thursday 18 June at 2 or 3, whichever you like."),
    ("what comes of another's hour", "Come for your interview on Thursday. We shut at 5.30, so 6 would be good and quiet."),
    ("a postscript", "Interview on Thursday 18 June at 10.\n\nPS. Just seen Sam is out at 10, so make it 11."),
    ("the hour of another candidate", "On Thursday 18 June the first candidate comes at 9. Your interview follows at 10."),
    ("German", "Ihr Vorstellungsgespräch ist am Donnerstag, 18. Juni um 10 Uhr (Korrektur: 11)."),
    ("French", "Votre entretien a lieu le jeudi 18 juin à 10h (correction : 11)."),
]  # fmt: skip


@pytest.mark.parametrize("text", [case[1] for case in DOUBTS], ids=[case[0] for case in DOUBTS])
def test_an_hour_in_place_of_another_leaves_the_time_in_doubt(text: str) -> None:
    assert _read(text, "Europe/London") is None


WISHES = [
    ("half an hour later", "Yes, but could we say half an hour later?"),
    ("another day", "Could I come on Friday at the same time instead?"),
]


@pytest.mark.parametrize("wish", [case[1] for case in WISHES], ids=[case[0] for case in WISHES])
def test_a_wish_of_the_owners_that_is_granted_leaves_the_old_time_in_doubt(wish: str) -> None:
    old = f"{wish}\n\n> On Mon, 8 Jun 2026 at 09:00, {_SENDER} wrote:\n> Would Thursday 18 June at 2pm suit for the interview?"
    assert _read("Perfect, confirmed for the interview.", "Europe/London", quoted=old, by=_OWNER) is None


@pytest.mark.parametrize(
    ("text", "zone", "start"),
    [
        (
            "your interview is on 06/07/2026 at 3pm your time (8pm here in London)",
            "America/New_York",
            "06.07. 15:00-0400",
        ),
        ("your interview is on 07/08/2026 at 3pm EDT", "America/New_York", "08.07. 15:00-0400"),
        ("your interview is on 07/08/2026 at 3pm EDT", "Europe/London", None),
        ("your interview is on 07/08/2026 at 8pm UK time", "America/New_York", None),
        ("your interview is on 07/08/2026 at 3pm EDT, 8pm BST", "Europe/London", "07.08. 15:00-0400"),
    ],
)
def test_a_clock_far_from_the_owners_leaves_the_order_of_day_and_month_open(
    text: str, zone: str, start: str | None
) -> None:
    assert _read(f"Thanks for applying, {text}.", zone, sent="Tue, 09 Jun 2026 10:00:00 +0000") == start


@pytest.mark.parametrize(
    ("text", "zone", "offset", "start"),
    [
        ("07/08/2026 at 16:00 UK time", "America/Chicago", "+0100", "07.08. 16:00+0100"),
        ("07/08/2026 at 16:00 UK time (10:00 for you in Chicago)", "America/Chicago", "+0100", "07.08. 16:00+0100"),
        ("07/08/2026 at 4pm EDT", "Europe/London", "-0400", "08.07. 16:00-0400"),
        ("07/08/2026 at 16:00", "America/Chicago", "+0100", None),
    ],
)
def test_an_author_who_sits_and_counts_elsewhere_writes_the_order_of_there(
    text: str, zone: str, offset: str, start: str | None
) -> None:
    sent = f"Tue, 09 Jun 2026 10:00:00 {offset}"
    assert _read(f"Thanks for applying, your interview is on {text}.", zone, sent=sent) == start


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("We are interviewing on 15 and 16 June, and you will be seen at 10", None),
        ("We are interviewing on the 15th and 16th, and you will be seen at 10", None),
        ("We are interviewing on 15 and 16 June, and you will be seen on the latter at 10", "16.06. 10:00+0100"),
        ("We interview on the 15th and 16th; you are on the first of those, at 10", "15.06. 10:00+0100"),
        ("I spoke to Sue on 5 and 8 June; your interview is on 16 June at 10", "16.06. 10:00+0100"),
        ("We will call you for your interview tomorrow from 2, whenever suits", None),
        ("We can interview you from noon to 5 tomorrow, drop in any time", None),
        ("Your interview is tomorrow at 2, come whenever you like before", "10.06. 14:00+0100"),
        ("Please do not be late tomorrow! Half ten for your interview", "10.06. 10:30+0100"),
        ("You will interview with the partners tomorrow from 12:30 until around 2", "10.06. 12:30+0100"),
    ],
)
def test_of_two_days_or_hours_none_is_chosen_that_is_not_told(text: str, start: str | None) -> None:
    assert _read(f"{text}.", "Europe/London") == start
