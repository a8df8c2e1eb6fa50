"""Whatever the interview, the rules and the clock: a plan is stable, in time, in hours, and never too much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.followup.due import approved_moment, find_tz, find_window, quiet_days
from bot.core.followup.hours import after_delay, always_open, first_moment, is_inside
from bot.core.followup.intents import Touch, TouchKind
from bot.core.followup.plan import plan_follow_ups
from bot.core.followup.types import (
    Cadence,
    Delay,
    FollowUp,
    FollowUpKind,
    FollowUpState,
    QuietRule,
    StatusCheckRule,
    ThankYouRule,
    Window,
)
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.reading.types import ContactWish, Person
from tests.unit.core.followup.examples import carry_out

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns")
TERMINAL = (
    FollowUpState.SENT,
    FollowUpState.SKIPPED,
    FollowUpState.UNKNOWN,
    FollowUpState.FAILED,
    FollowUpState.EXPIRED,
)

moments = st.datetimes(datetime(2026, 12, 1), datetime(2028, 1, 31)).map(
    lambda at: at.replace(tzinfo=UTC, microsecond=0)
)
zones = st.sampled_from(ZONES)
days = st.dates(date(2026, 12, 1), date(2028, 2, 15))
hours = st.integers(0, 200).map(lambda n: timedelta(hours=n))
delays = st.one_of(st.builds(Delay, elapsed=hours), st.builds(Delay, business_days=st.integers(1, 15)))
people = st.lists(
    st.builds(
        Person,
        name=st.sampled_from(("Jane", "Jane Doe", "J. Doe", "Bob Ray", "")),
        email=st.sampled_from((None, "jane@acme.example", "bob@acme.example", "no-reply@acme.example")),
    ),
    max_size=4,
).map(tuple)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    start = draw(st.integers(0, 22))
    end = draw(st.integers(start + 1, 24))
    return Window(start=time(start), end=time(end) if end < 24 else time.max, weekends=draw(st.booleans()))


@st.composite
def cadences(draw: st.DrawFn) -> Cadence:
    earliest, target, deadline = sorted(draw(st.lists(hours, min_size=3, max_size=3)))
    first_day = draw(days)
    pauses = draw(st.sampled_from(((), ((first_day, first_day + timedelta(days=10)),))))
    return Cadence(
        thank_you=ThankYouRule(
            earliest=earliest, target=target, deadline=deadline, window=draw(windows()), per_interviewer=draw(st.booleans())
        ),
        status_check=StatusCheckRule(
            after_timeline=draw(delays), without_timeline=draw(delays), again_after=draw(delays), min_gap=draw(delays),
            max=draw(st.integers(0, 4)), window=draw(windows()),
        ),
        quiet=QuietRule(pauses=pauses),
    )  # fmt: skip


@st.composite
def interviews(draw: st.DrawFn) -> Interview:
    start = draw(moments)
    return Interview(
        id=1,
        status=draw(st.sampled_from((InterviewStatus.EXPECTED,) * 6 + tuple(InterviewStatus))),
        company=draw(st.sampled_from(("Acme", None))),
        start=start,
        end=start + draw(st.integers(15, 600).map(lambda n: timedelta(minutes=n))),
        tz=draw(st.one_of(st.none(), zones)),
        interviewers=draw(people),
        addressed_to="sam@home.example",
        decision_by=draw(st.one_of(st.none(), days)),
        contact_wish=draw(st.sampled_from((ContactWish.NONE, *ContactWish))),
        answered_at=draw(st.one_of(st.none(), st.none(), moments)),
    )


touches = st.lists(
    st.builds(
        Touch,
        company=st.sampled_from(("ACME Inc.", "Beta")),
        at=moments,
        kind=st.sampled_from(TouchKind),
        interview_id=st.sampled_from((None, 1, 2)),
    ),
    max_size=3,
)
holidays = st.frozensets(days, max_size=12)


@st.composite
def situations(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "interview": draw(interviews()),
        "others": draw(touches),
        "cadence": draw(cadences()),
        "owner_tz": draw(zones),
        "closed": draw(holidays).__contains__,
        "now": draw(moments),
    }


def live(stored: Sequence[FollowUp], random_states: Sequence[FollowUpState], now: datetime) -> list[FollowUp]:
    """Return *stored* as it may stand some time later."""
    states = [*random_states, *[FollowUpState.PLANNED] * len(stored)]
    return [
        replace(one, state=state, sent_at=now if state is FollowUpState.SENT else None)
        for one, state in zip(stored, states, strict=False)
    ]


@given(
    situation=situations(),
    states=st.lists(st.sampled_from(FollowUpState), max_size=5),
    then=interviews(),
    later=moments,
)
@settings(deadline=None)
def test_planning_again_after_storing_yields_nothing(
    situation: dict[str, Any], states: list[FollowUpState], then: Interview, later: datetime
) -> None:
    stored: list[FollowUp] = []
    for change in ({}, {"interview": then, "now": later}, {"now": later}):
        situation = {**situation, **change}
        stored = carry_out(stored, plan_follow_ups(follow_ups=stored, **situation))
        assert plan_follow_ups(follow_ups=stored, **situation) == []
        stored = live(stored, states, situation["now"])


@given(situation=situations(), states=st.lists(st.sampled_from(TERMINAL), min_size=8, max_size=8), then=interviews())
@settings(deadline=None)
def test_what_has_ended_is_never_touched(
    situation: dict[str, Any], states: list[FollowUpState], then: Interview
) -> None:
    stored = live(carry_out([], plan_follow_ups(follow_ups=[], **situation)), states, situation["now"])
    after = carry_out(stored, plan_follow_ups(follow_ups=stored, **{**situation, "interview": then}))
    assert after[: len(stored)] == stored


@given(situation=situations())
@settings(deadline=None)
def test_never_before_earliest_nor_outside_the_window_e1_e11(situation: dict[str, Any]) -> None:
    interview, cadence = situation["interview"], situation["cadence"]
    assert interview.end is not None
    tz = find_tz(interview, situation["owner_tz"])
    for one in carry_out([], plan_follow_ups(follow_ups=[], **situation)):
        window = find_window(one.kind, cadence)
        closed = quiet_days(cadence, situation["closed"])
        if one.kind is FollowUpKind.THANK_YOU:
            assert one.send_at >= interview.end + cadence.thank_you.earliest
            on_holiday = closed(one.send_at.astimezone(ZoneInfo(tz)).date())
            assert is_inside(one.send_at, window, tz=tz, closed=always_open if on_holiday else closed)
            assert not quiet_days(cadence, always_open)(one.send_at.astimezone(ZoneInfo(tz)).date())
        else:
            assert one.send_at >= interview.end
            assert is_inside(one.send_at, window, tz=tz, closed=closed)
            if interview.decision_by and interview.decision_by >= interview.end.astimezone(ZoneInfo(tz)).date():
                assert one.send_at.astimezone(ZoneInfo(tz)).date() > interview.decision_by


@given(situation=situations(), sent_after=st.lists(hours, min_size=8, max_size=8))
@settings(deadline=None)
def test_at_most_the_maximum_and_never_closer_than_the_gap_e13(
    situation: dict[str, Any], sent_after: list[timedelta]
) -> None:
    situation = {**situation, "others": []}
    cadence, interview = situation["cadence"], situation["interview"]
    tz, closed = find_tz(interview, situation["owner_tz"]), quiet_days(cadence, situation["closed"])
    stored: list[FollowUp] = []
    sent: list[datetime] = []
    for wait in sent_after:
        stored = carry_out(stored, plan_follow_ups(follow_ups=stored, **situation))
        due = [one for one in stored if one.state is FollowUpState.PLANNED]
        if not due:
            break
        one = min(due, key=lambda follow_up: follow_up.send_at)
        if one.kind is FollowUpKind.STATUS_CHECK and sent:
            assert one.send_at >= after_delay(max(sent), cadence.status_check.min_gap, tz=tz, closed=closed)
        at = one.send_at + wait
        sent.append(at)
        stored = [replace(o, state=FollowUpState.SENT, sent_at=at) if o.id == one.id else o for o in stored]
    checks = [one for one in stored if one.kind is FollowUpKind.STATUS_CHECK]
    assert len(checks) <= cadence.status_check.max


@given(situation=situations(), states=st.lists(st.sampled_from(FollowUpState), max_size=5), then=interviews())
@settings(deadline=None)
def test_no_shown_draft_survives_a_talk_that_lies_ahead_again(
    situation: dict[str, Any], states: list[FollowUpState], then: Interview
) -> None:
    stored = live(carry_out([], plan_follow_ups(follow_ups=[], **situation)), states, situation["now"])
    assert then.end is not None
    situation = {
        **situation,
        "interview": replace(then, status=InterviewStatus.EXPECTED),
        "now": then.end - timedelta(hours=1),
    }
    after = carry_out(stored, plan_follow_ups(follow_ups=stored, **situation))
    thanks = [one for one in after if one.kind is FollowUpKind.THANK_YOU]
    assert not any(one.state in (FollowUpState.WAITING, FollowUpState.APPROVED, FollowUpState.HELD) for one in thanks)


@given(window=windows(), after=moments, tz=zones, closed=holidays)
@settings(deadline=None)
def test_the_first_moment_is_the_first(window: Window, after: datetime, tz: str, closed: frozenset[date]) -> None:
    found = first_moment(window, after=after, tz=tz, closed=closed.__contains__)
    assert found >= after
    assert first_moment(window, after=found, tz=tz, closed=closed.__contains__) == found
    between = after + (found - after) / 2
    assert first_moment(window, after=between, tz=tz, closed=closed.__contains__) == found or between == found
    local = found.astimezone(ZoneInfo(tz))
    assert local.date() not in closed
    assert window.weekends or local.weekday() < 5


@given(window=windows(), send_at=moments, approved_at=moments, tz=zones, closed=holidays)
@settings(deadline=None)
def test_an_approved_mail_never_leaves_before_its_moment_or_its_undo_time(
    window: Window, send_at: datetime, approved_at: datetime, tz: str, closed: frozenset[date]
) -> None:
    one = FollowUp(interview_id=1, kind=FollowUpKind.THANK_YOU, draft_at=send_at, send_at=send_at)
    undo = timedelta(minutes=10)
    leaves = approved_moment(one, approved_at=approved_at, undo=undo, window=window, tz=tz, closed=closed.__contains__)
    assert leaves >= max(send_at, approved_at + undo)
