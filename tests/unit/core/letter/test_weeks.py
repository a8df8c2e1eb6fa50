"""The weeks around today."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from bot.core.followup.types import FollowUpKind, FollowUpState
from bot.core.interview.types import InterviewStatus
from bot.core.letter.context import StatusRow
from bot.core.letter.overview import write_status
from bot.core.letter.weeks import MAX_COMPANIES, draw_weeks
from tests.unit.core.letter.examples import AFTER, CHECK, INTERVIEW, SENT, context

PLAIN = replace(INTERVIEW, decision_by=None)
WEEK = timedelta(weeks=1)


def drawn(*rows: StatusRow, now=AFTER) -> dict[str, list[str]]:
    drawn = draw_weeks(context(now=now), rows)
    return {row.company: [cell.letters for cell in row.cells] for row in drawn.rows} if drawn else {}


def test_what_is_done_is_a_capital_and_what_is_ahead_is_small() -> None:
    row = StatusRow(interview=INTERVIEW, follow_ups=(SENT.follow_up, replace(CHECK, state=FollowUpState.WAITING)))
    assert drawn(row) == {"Acme Robotics": ["", "", "IT", "", "d", "s", ""]}
    assert drawn(row, now=AFTER - WEEK)["Acme Robotics"][3][0] == "i"


def test_every_kind_of_mail_has_a_letter_and_a_colour_of_its_own() -> None:
    rows = [
        StatusRow(
            interview=replace(PLAIN, start=None, company=kind),
            follow_ups=(replace(SENT.follow_up, kind=kind, sent_at=AFTER),),
        )
        for kind in FollowUpKind
    ]
    marks = [row[2] for row in drawn(*rows).values()]
    assert len(set(marks)) == len(FollowUpKind)
    html = write_status(context(now=AFTER), rows=rows).html
    assert all(f".mark-{mark} {{" in html and f'class="mark mark-{mark} ' in html for mark in marks)


def test_each_week_stands_below_its_monday_and_this_one_below_now() -> None:
    drawn = draw_weeks(context(now=AFTER), [StatusRow(interview=INTERVIEW)])
    assert drawn is not None
    assert drawn.weeks == ("27 Apr", "4 May", "now", "18 May", "25 May", "1 Jun", "8 Jun")
    assert drawn.weeks[drawn.this_week] == "now"


def test_talks_of_one_company_share_a_row() -> None:
    later = replace(PLAIN, id=9, start=PLAIN.start + WEEK, end=None)  # type: ignore[operator]
    assert drawn(StatusRow(interview=PLAIN), StatusRow(interview=later)) == {
        "Acme Robotics": ["", "", "I", "i", "", "", ""]
    }


def test_what_does_not_take_place_or_lies_far_off_leaves_no_row() -> None:
    off = replace(PLAIN, status=InterviewStatus.CANCELLED)
    far = replace(PLAIN, start=PLAIN.start + 9 * WEEK)  # type: ignore[operator]
    assert drawn(StatusRow(interview=off), StatusRow(interview=far)) == {}
    dropped = replace(CHECK, state=FollowUpState.CANCELLED)
    assert drawn(StatusRow(interview=off, follow_ups=(dropped,))) == {}


def test_a_draft_that_is_overdue_stands_at_today() -> None:
    overdue = replace(CHECK, state=FollowUpState.WAITING, send_at=AFTER - 2 * WEEK)
    assert drawn(StatusRow(interview=replace(PLAIN, start=None), follow_ups=(overdue,)))["Acme Robotics"][2] == "s"


def test_the_list_has_an_end() -> None:
    rows = [StatusRow(interview=replace(PLAIN, company=f"Company {n}")) for n in range(30)]
    assert len(drawn(*rows)) == MAX_COMPANIES


def test_in_plain_text_the_columns_stand_below_each_other() -> None:
    long = replace(PLAIN, id=9, company="The Very Long Name Of A Company Ltd")
    letter = write_status(context(now=AFTER), rows=[StatusRow(interview=INTERVIEW), StatusRow(interview=long)])
    head, *rows = letter.text.split("\n\n")[1].split("\n")
    assert len(rows) == 2
    assert {row.index("I") for row in (row.replace("Interview", "") for row in rows)} == {head.index("now")}


def test_in_html_letters_stand_beside_colours_and_dark_mode_has_its_own() -> None:
    html = write_status(context(now=AFTER), rows=[StatusRow(interview=INTERVIEW)]).html
    ((cell, shown),) = re.findall(r'<td class="(mark mark-I) [^>]*>(\w+)</td>', html)
    assert (cell, shown) == ("mark mark-I", "I")
    assert ".mark-I { background-color" in html.partition("prefers-color-scheme: dark")[2]
    assert "table-layout:fixed" in html, "a narrow screen shows all weeks"
