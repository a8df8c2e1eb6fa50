"""The texts to copy: personal, short, nothing invented (etiquette: E3, E7, E21, E27)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.core.draft.notes import compose_note
from bot.core.draft.placeholder import find_placeholders
from bot.core.draft.templates import LINKEDIN_NOTE, load_templates
from bot.core.draft.types import Profile
from bot.core.draft.wording import find_language
from bot.core.followup.notes import Note, NoteKind
from bot.core.interview.types import Interview
from bot.core.reading.debrief.types import Debrief
from bot.core.reading.types import Person
from bot.errors import ConfigurationError
from tests.unit.core.draft.examples import (
    ANN,
    HELD_AT,
    INTERVIEW,
    LANGUAGES,
    OWNER,
    PRIYA,
    WORDINGS,
    shipped_templates,
    shipped_texts,
    wording_table,
)
from tests.unit.core.draft.spoken import SPOKEN
from tests.unit.core.draft.test_compose import CLUMSY

TEMPLATES = shipped_templates()
LONG = "the " + " ".join(["extraordinarily"] * 9)
TOLD = Debrief(topics=("the SQL exercise", "their new warehouse"), withheld=("the reorganisation",), lang="en")


def text(
    kind: NoteKind, person: str = "", *, interview: Interview = INTERVIEW, debrief: Debrief | None = TOLD, **more: Any
) -> str:
    given = {"owner": OWNER, "profile": Profile(), "templates": TEMPLATES, "now": HELD_AT + timedelta(days=1)} | more
    return compose_note(Note(interview_id=7, kind=kind, person=person), interview=interview, debrief=debrief, **given)


def request(person: str = PRIYA.name, **changes: Any) -> str:
    return text(NoteKind.LINKEDIN, person, **changes)


def test_a_request_names_the_person_the_talk_and_what_was_talked_about_e21() -> None:
    said = request()
    assert "Dear Priya," in said
    assert "the Data Analyst role at Brightwater Analytics" in said
    assert "warehouse" in said or "SQL exercise" in said
    assert "Maya Okafor" in said


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="everything known"),
        pytest.param({"interview": replace(INTERVIEW, company=None, role=None, start=None)}, id="little known"),
        pytest.param({"debrief": replace(TOLD, topics=(LONG, LONG + " too", "their roof"))}, id="long topics"),
        pytest.param({"interview": replace(INTERVIEW, company="Very " * 30 + "Ltd")}, id="a long company"),
        pytest.param({"interview": replace(INTERVIEW, role="Senior " * 16 + "Analyst")}, id="a long role"),
    ],
)
def test_a_request_never_has_more_than_300_characters_e21(changes: dict[str, Any]) -> None:
    said = request(**changes)
    assert 40 < len(said) <= 300
    assert "Dear Priya," in said
    assert not find_placeholders(said)


def test_a_request_that_cannot_be_short_and_one_to_a_desk_are_left_out_e21() -> None:
    nobility = "Priya " + "Raman " * 18
    assert request(nobility, owner=replace(OWNER, name="Maya " * 40), profile=Profile(tone="formal")) == ""
    assert request("Talent Team") == ""


@pytest.mark.parametrize("kind", list(NoteKind))
def test_nothing_is_invented_e3_e7(kind: NoteKind) -> None:
    bare = replace(INTERVIEW, company=None, role=None, start=None, medium=None, interviewers=(PRIYA,), contact=None)
    untold = text(kind, PRIYA.name, interview=bare, debrief=None)
    foreign = text(kind, PRIYA.name, interview=bare, debrief=replace(TOLD, topics=("die Halle",), lang="de"))
    assert foreign == untold
    assert "about the position" in untold or kind is NoteKind.CALL
    assert not find_placeholders(untold)


@pytest.mark.parametrize("lang", SPOKEN)
@pytest.mark.parametrize("kind", list(NoteKind))
@pytest.mark.parametrize("familiar", [False, True])
def test_every_text_is_in_the_language_of_the_conversation_with_what_is_known_e7(
    lang: str, kind: NoteKind, familiar: bool
) -> None:
    told = SPOKEN[lang]
    case = replace(INTERVIEW, lang=lang, familiar=familiar, called=told.called)
    person = "" if kind is NoteKind.CARD else PRIYA.name
    full = text(kind, person, interview=case, debrief=told.debrief(lang), profile=told.profile)
    bare = text(kind, person, interview=replace(case, role=None, company=None, start=None), debrief=None)
    for said in (full, bare):
        assert find_language(said, WORDINGS) == lang, said
        assert not find_placeholders(said)
        assert not CLUMSY.search(said), said
        assert kind is not NoteKind.LINKEDIN or len(said) <= 300
    assert "Data Analyst" in full


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_card_to_two_greets_both_and_speaks_to_both_e7(lang: str) -> None:
    case = replace(INTERVIEW, lang=lang, familiar=True, interviewers=(ANN, PRIYA))
    said = text(NoteKind.CARD, interview=case, debrief=None)
    assert ANN.name.split()[0] in said.partition("\n")[0]
    assert PRIYA.name.split()[0] in said.partition("\n")[0]
    assert not re.search(r"\b(dir|dich|te|toi|ti|tu)\b", said)


def test_what_must_not_be_mentioned_is_not_e3() -> None:
    told = replace(TOLD, topics=("the reorganisation of the team",))
    assert all("reorganisation" not in text(kind, PRIYA.name, debrief=told) for kind in NoteKind)


def test_one_card_is_for_all_who_were_there_e7() -> None:
    assert text(NoteKind.CARD).startswith("Dear Ann and Priya,")
    desk = replace(INTERVIEW, interviewers=(Person(name="Talent Team"),))
    assert text(NoteKind.CARD, interview=desk).startswith("Dear Hiring Team,")


def test_call_notes_are_three_points_and_one_question_e7() -> None:
    late = {"interview": replace(INTERVIEW, decision_by=date(2026, 3, 20)), "now": HELD_AT + timedelta(days=14)}
    said = text(NoteKind.CALL, **late)
    assert said.count("- ") == 3
    assert said.count("?") == 1
    assert "You had hoped to have news by 20 March." in said


def test_keeping_in_touch_asks_for_nothing_e27() -> None:
    said = text(NoteKind.KEEP_IN_TOUCH)
    assert "?" not in said
    assert "!" not in said
    assert len(said.split()) < 100


def test_a_template_that_no_request_can_hold_is_refused_with_its_length_e21() -> None:
    long = "Subject: x\n\nDear {{ addressee }}, " + "word " * 80
    with pytest.raises(ConfigurationError) as caught:
        load_templates({"en": shipped_texts() | {LINKEDIN_NOTE: long}}, {"en": wording_table()})
    (problem,) = caught.value.problems
    assert "LinkedIn takes 300" in problem
