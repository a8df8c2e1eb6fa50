"""A case to draft from, changed field by field in the tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import tomli

from bot.core.draft.compose import compose_draft
from bot.core.draft.templates import DraftTemplates, load_templates
from bot.core.draft.types import Profile, Qualification, Revision
from bot.core.draft.wording import Wording
from bot.core.followup.types import FollowUp, FollowUpKind
from bot.core.interview.types import Interview, InterviewStatus, ThreadHead
from bot.core.message.types import Owner
from bot.core.reading.debrief.types import Debrief
from bot.core.reading.types import Medium, Person

SHIPPED = Path(__file__).parents[4] / "config" / "templates"
LANGUAGES = tuple(sorted(path.name for path in SHIPPED.iterdir() if path.is_dir()))
OWNER = Owner(name="Maya Okafor", email="maya.okafor@example.org", aliases=("maya@example.net",), tz="Europe/London")
HELD_AT = datetime(2026, 3, 12, 15, 0, tzinfo=UTC)  # a Thursday

ANN = Person(name="Ann Lindgren", email="ann.lindgren@brightwater.example")
PRIYA = Person(name="Priya Raman", email="priya.raman@brightwater.example")
WEI = Person(name="Wei Tang", email="wei.tang@brightwater.example")
NADINE = Person(name="Nadine Kowal")
TESSA = Person(name="Tessa Brook", email="tessa.brook@brightwater.example")

INTERVIEW = Interview(
    id=7,
    status=InterviewStatus.EXPECTED,
    company="Brightwater Analytics",
    role="Data Analyst",
    start=HELD_AT,
    end=HELD_AT + timedelta(hours=1),
    tz="Europe/London",
    medium=Medium.VIDEO,
    interviewers=(ANN, PRIYA),
    contact=TESSA,
    addressed_to="maya.okafor@example.org",
)
HEAD = ThreadHead(
    message_id="c3@brightwater.example",
    references=("a1@brightwater.example", "b2@example.org"),
    subject="Your interview",
)
THANK_YOU = FollowUp(
    id=3,
    interview_id=7,
    kind=FollowUpKind.THANK_YOU,
    person=PRIYA.name,
    draft_at=HELD_AT,
    send_at=HELD_AT + timedelta(days=1),
)
TO_CONTACT = replace(THANK_YOU, person="")
STATUS_CHECK = replace(THANK_YOU, kind=FollowUpKind.STATUS_CHECK, person="", send_at=HELD_AT + timedelta(days=13))
STATUS_CHECK_AGAIN = replace(STATUS_CHECK, ordinal=2, send_at=HELD_AT + timedelta(days=24))

REJECTION_REPLY = replace(STATUS_CHECK, kind=FollowUpKind.REJECTION_REPLY)
NO_SHOW = replace(STATUS_CHECK, kind=FollowUpKind.NO_SHOW, send_at=HELD_AT + timedelta(hours=2))
TOLD = Debrief(
    topics=("the SQL exercise", "their late-arriving data", "how they onboard analysts"),
    clarifications=("that I have run such a migration before",),
)

PROFILE = Profile(
    signature="+44 20 7946 0000",
    qualifications=(
        Qualification(
            text="explaining numbers to people who do not work with them", keywords=("stakeholders", "communication")
        ),
        Qualification(text="six years of building reporting pipelines in SQL and dbt", keywords=("data", "sql")),
        Qualification(text="led a kitchen of nine", keywords=("chef",)),
    ),
    accomplishments=(Qualification(text="cut the nightly batch from six hours to forty minutes", keywords=("data",)),),
    availability="from 1 June",
)


@cache
def shipped_templates() -> DraftTemplates:
    return load_templates(
        {lang: shipped_texts(lang) for lang in LANGUAGES}, {lang: wording_table(lang) for lang in LANGUAGES}
    )


def shipped_texts(lang: str = "en") -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted((SHIPPED / lang).iterdir())}


def wording_table(lang: str = "en") -> dict[str, object]:
    return tomli.loads((SHIPPED / lang / "wording.toml").read_text("utf-8"))


def wording(lang: str = "en") -> Wording:
    return shipped_templates().wordings[lang]


WORDINGS = shipped_templates().wordings


def draft(
    follow_up: FollowUp = THANK_YOU,
    interview: Interview = INTERVIEW,
    profile: Profile = PROFILE,
    *,
    debrief: Debrief | None = None,
    belated: bool = False,
) -> Revision:
    return compose_draft(
        follow_up=follow_up,
        interview=interview,
        owner=OWNER,
        profile=profile,
        templates=shipped_templates(),
        number=1,
        debrief=debrief,
        belated=belated,
    )
