"""The weeks around today, a row for each company: letters that can be read without colour, the same in plain text and HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.followup.types import FollowUpKind, FollowUpState
from bot.core.interview.types import InterviewStatus
from bot.core.letter.context import LetterContext, StatusRow
from bot.core.letter.facts import name_company
from bot.core.letter.shown import one_line
from bot.core.letter.times import find_zone, show_day

WEEKS_BACK, WEEKS_AHEAD = 2, 4
MAX_COMPANIES = 12
_LONGEST_NAME = 17
_LETTER = {
    FollowUpKind.THANK_YOU: "T",
    FollowUpKind.STATUS_CHECK: "S",
    FollowUpKind.REJECTION_REPLY: "R",
    FollowUpKind.NO_SHOW: "N",
}
_AHEAD = (
    FollowUpState.PLANNED,
    FollowUpState.WAITING,
    FollowUpState.HELD,
    FollowUpState.APPROVED,
    FollowUpState.SENDING,
)
_NO_INTERVIEW = (InterviewStatus.CANCELLED, InterviewStatus.DISMISSED)
LEGEND = (
    "I interview, T thank-you, S status check, R reply to a rejection, N word after a no-show, D their decision;"
    " small letters are still ahead."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One week of a company. ``letters``: what falls into it, in the order of days, ``""`` for nothing."""

    letters: str = ""

    @property
    def main(self) -> str:
        """The letter that gives the colour, a capital; ``""`` for none."""
        return self.letters[:1].upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One company's weeks."""

    company: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weeks:
    """``weeks``: a heading for each column, "now" for this week; ``this_week``: its place."""

    weeks: tuple[str, ...]
    rows: tuple[Row, ...]
    this_week: int = WEEKS_BACK
    legend: str = LEGEND


def draw_weeks(context: LetterContext, rows: Sequence[StatusRow]) -> Weeks | None:
    """Return the weeks around ``context.now`` in the owner's zone, None where nothing falls into them; later companies are left out."""
    today = context.now.astimezone(find_zone(context.owner.tz)).date()
    monday = today - timedelta(days=today.weekday())
    weeks = [monday + timedelta(weeks=n) for n in range(-WEEKS_BACK, WEEKS_AHEAD + 1)]
    marks: dict[str, list[tuple[date, str]]] = {}
    for row in rows:
        marks.setdefault(name_company(row.interview), []).extend(_marks(context, row))
    drawn = [Row(company=_short(name), cells=_cells(weeks, marked)) for name, marked in marks.items()]
    shown = tuple(row for row in drawn if any(cell.letters for cell in row.cells))[:MAX_COMPANIES]
    headings = tuple("now" if week == monday else _week(week) for week in weeks)
    return Weeks(weeks=headings, rows=shown) if shown else None


def _marks(context: LetterContext, row: StatusRow) -> Iterator[tuple[date, str]]:
    """Yield (the owner's day, letter): a capital for what is done, a small one for what is still ahead."""
    zone, interview = find_zone(context.owner.tz), row.interview
    today = context.now.astimezone(zone).date()
    if interview.start and interview.status not in _NO_INTERVIEW:
        yield interview.start.astimezone(zone).date(), "I" if interview.start <= context.now else "i"
    for follow_up in row.follow_ups:
        letter = _LETTER[follow_up.kind]
        if follow_up.sent_at:
            yield follow_up.sent_at.astimezone(zone).date(), letter
        elif follow_up.state in _AHEAD:
            yield max(today, follow_up.send_at.astimezone(zone).date()), letter.lower()
    if interview.decision_by and interview.status not in _NO_INTERVIEW:
        yield interview.decision_by, "D" if interview.decision_by < today else "d"


def _cells(weeks: Sequence[date], marks: Sequence[tuple[date, str]]) -> tuple[Cell, ...]:
    placed = sorted(dict.fromkeys(marks), key=lambda mark: mark[0])
    return tuple(
        Cell(
            letters="".join(
                dict.fromkeys(letter for day, letter in placed if monday <= day < monday + timedelta(days=7))
            )
        )
        for monday in weeks
    )


def _week(monday: date) -> str:
    _, day, month = show_day(monday, year=False).split()
    return f"{day} {month[:3]}"


def _short(name: str) -> str:
    return one_line(name, _LONGEST_NAME)
