"""Drafts in the language of the conversation: each reads well with and without each ingredient, formally and among friends."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.core.draft.check import check_draft
from bot.core.draft.templates import FILE_NAMES
from bot.core.draft.types import Profile, Revision
from bot.core.draft.wording import find_language
from bot.core.followup.types import FollowUp
from bot.core.interview.types import Interview
from bot.core.reading.debrief.types import Debrief
from bot.core.reading.types import Medium, Person
from tests.unit.core.draft.examples import (
    ANN,
    HELD_AT,
    INTERVIEW,
    LANGUAGES,
    NADINE,
    NO_SHOW,
    OWNER,
    PRIYA,
    REJECTION_REPLY,
    SHIPPED,
    STATUS_CHECK,
    STATUS_CHECK_AGAIN,
    THANK_YOU,
    TO_CONTACT,
    WEI,
    WORDINGS,
    draft,
    wording,
)
from tests.unit.core.draft.spoken import SPOKEN
from tests.unit.core.draft.test_compose import CLUMSY, sentences

APPROVED = Path(__file__).parent / "approved"
KINDS = {
    "thank_you": THANK_YOU,
    "to_contact": TO_CONTACT,
    "status_check": STATUS_CHECK,
    "status_check_again": STATUS_CHECK_AGAIN,
    "rejection_reply": REJECTION_REPLY,
    "no_show": NO_SHOW,
}
PANELS = {"panel": (ANN, PRIYA, WEI), "unreachable": (NADINE,), "nobody": ()}
PASSED = date(2026, 3, 20)


def findings(revision: Revision, interview: Interview, follow_up: FollowUp) -> list[object]:
    found = check_draft(revision, interview=interview, follow_up=follow_up, owner=OWNER, wordings=WORDINGS)
    return [finding for finding in found if finding.rule != "E3"]


def test_there_are_drafts_in_seven_languages():
    assert {"en", *SPOKEN} == set(LANGUAGES)
    for lang in LANGUAGES:
        assert set(FILE_NAMES) <= {path.name for path in (SHIPPED / lang).iterdir()}


@pytest.mark.parametrize("lang", SPOKEN)
@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_reads_well_with_and_without_each_ingredient(lang: str, kind: str, panel: str) -> None:
    """E5, E9, E14, E24 hold for whatever is known."""
    told, people, follow_up = SPOKEN[lang], PANELS[panel], KINDS[kind]
    follow_up = replace(follow_up, person=people[-1].name if people and follow_up is THANK_YOU else "")
    profiles = (Profile(), told.profile, replace(told.profile, qualifications=()))
    every = itertools.product(
        (None, "Data Analyst"), (None, "Brightwater Analytics"), (None, Medium.PHONE), (HELD_AT, None), (None, PASSED),
        profiles, (None, told.debrief(lang)), (False, True), (False, kind == "thank_you"),
    )  # fmt: skip
    for role, company, medium, start, decision, profile, debrief, familiar, belated in itertools.islice(
        every, 0, None, 7
    ):
        interview = replace(
            INTERVIEW, lang=lang, familiar=familiar, role=role, company=company, medium=medium, start=start,
            decision_by=decision, interviewers=people,
        )  # fmt: skip
        revision = draft(follow_up, interview, profile, debrief=debrief, belated=belated)
        _reads_well(revision, interview, follow_up, lang)


def _reads_well(revision: Revision, interview: Interview, follow_up: FollowUp, lang: str) -> None:
    assert 50 <= len(revision.body.split()) <= 180, revision.body
    assert not CLUMSY.search(revision.body), revision.body
    assert len(revision.body.split("\n\n")) == 5, revision.body
    assert find_language(revision.body, WORDINGS) == lang, revision.body
    if follow_up not in (STATUS_CHECK_AGAIN, NO_SHOW):
        assert wording(lang).thanks.search(sentences(revision.body)[0]), revision.body
    advice = findings(revision, interview, follow_up)
    assert [one for one in advice if getattr(one, "rule", "") != "E9"] == [], revision.body


@pytest.mark.parametrize("lang", SPOKEN)
@pytest.mark.parametrize("interview_id", range(1, 13))
def test_the_interviewers_of_one_panel_get_different_letters_e2(lang: str, interview_id: int) -> None:
    panel = (ANN, PRIYA, WEI, Person(name="Leo Marchetti", email="leo@brightwater.example"))
    interview = replace(INTERVIEW, lang=lang, id=interview_id, interviewers=panel)
    letters = [
        draft(replace(THANK_YOU, person=one.name), interview, SPOKEN[lang].profile, debrief=SPOKEN[lang].debrief(lang))
        for one in panel
    ]
    for one, other in itertools.combinations(letters, 2):
        same = set(sentences(one.body)) & set(sentences(other.body))
        assert len(same) <= len(sentences(one.body)) / 2, same


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_account_in_another_language_is_not_mixed_in(lang: str) -> None:
    other = "en" if lang != "en" else "de"
    told = Debrief(topics=("Xylophon",), clarifications=("Zither",), lang=other)
    body = draft(THANK_YOU, replace(INTERVIEW, lang=lang), debrief=told).body
    assert "Xylophon" not in body
    assert "Zither" not in body


@pytest.mark.parametrize("lang", SPOKEN)
def test_what_the_profile_says_in_another_language_is_left_out_e4(lang: str) -> None:
    body = draft(THANK_YOU, replace(INTERVIEW, lang=lang)).body  # a profile in English
    assert "reporting pipelines" not in body
    assert SPOKEN[lang].strength in draft(THANK_YOU, replace(INTERVIEW, lang=lang), SPOKEN[lang].profile).body


APPROVED_KINDS = {
    "thank_you": (THANK_YOU, {}, {}),
    "thank_you_among_friends": (replace(THANK_YOU, person=ANN.name), {"familiar": True, "medium": Medium.PHONE}, {}),
    "thank_you_belated": (THANK_YOU, {"medium": None}, {"belated": True}),
    "to_contact": (TO_CONTACT, {"interviewers": (NADINE, Person(name="Leo Marchetti"))}, {}),
    "status_check": (STATUS_CHECK, {}, {}),
    "status_check_after_date": (STATUS_CHECK, {"decision_by": PASSED}, {}),
    "status_check_again": (STATUS_CHECK_AGAIN, {"interviewers": (ANN,), "contact": None}, {}),
    "rejection_reply": (REJECTION_REPLY, {}, {}),
    "no_show": (NO_SHOW, {}, {}),
}


@pytest.mark.parametrize("lang", SPOKEN)
@pytest.mark.parametrize("name", APPROVED_KINDS)
def test_the_approved_letters(lang: str, name: str) -> None:
    """A demanding native would send these unchanged. ``python -m tests.unit.core.draft.test_languages`` writes them anew, to be read."""
    assert approved_text(lang, name) == (APPROVED / lang / f"{name}.txt").read_text("utf-8")


def approved_text(lang: str, name: str) -> str:
    follow_up, changes, more = APPROVED_KINDS[name]
    told = SPOKEN[lang]
    interview = replace(INTERVIEW, lang=lang, called=told.called, **changes)  # type: ignore[arg-type]
    revision = draft(follow_up, interview, told.profile, debrief=told.debrief(lang), **more)  # type: ignore[arg-type]
    return f"To: {revision.to[0]}\nSubject: {revision.subject}\n\n{revision.body}\n"


@pytest.mark.parametrize(
    ("lang", "called", "familiar", "formal", "expected"),
    [
        ("de", "Frau Raman", False, False, "Sehr geehrte Frau Raman,"),
        ("de", "Herrn Prof. Dr. Raman", False, False, "Sehr geehrter Herr Prof. Dr. Raman,"),
        ("de", "Dr. Raman", False, False, "Guten Tag Dr. Raman,"),
        ("de", "", False, False, "Guten Tag Priya Raman,"),
        ("de", "Frau Raman", True, False, "Hallo Priya,"),
        ("de", "Frau Lindgren", False, False, "Guten Tag Priya Raman,"),
        ("nl", "mevrouw Raman", False, False, "Geachte mevrouw Raman,"),
        ("nl", "", False, False, "Beste Priya,"),
        ("fr", "Mme Raman", False, False, "Bonjour Madame Raman,"),
        ("fr", "Monsieur Raman", False, True, "Bonjour Monsieur Raman,"),
        ("fr", "Dr Raman", False, False, "Bonjour Docteur Raman,"),
        ("fr", "Me Raman", False, False, "Bonjour Maître Raman,"),
        ("fr", "", False, False, "Bonjour Priya Raman,"),
        ("fr", "Mme Raman", True, False, "Bonjour Priya,"),
        ("fr", "Mme Lindgren", False, False, "Bonjour Priya Raman,"),
        ("es", "Sra. Raman", False, False, "Estimada Sra. Raman:"),
        ("es", "Dra. Raman", False, True, "Estimada Dra. Raman:"),
        ("es", "Doña Raman", False, False, "Estimada Sra. Raman:"),
        ("es", "Ing. Raman", False, False, "Hola, Ing. Raman:"),
        ("es", "Sr. Lindgren", False, False, "Hola, Priya:"),
        ("es", "", False, False, "Hola, Priya:"),
        ("es", "", False, True, "A la atención de Priya Raman:"),
        ("es", "Sra. Raman", True, False, "Hola, Priya:"),
        ("pt", "Dr. Raman", False, False, "Caro Dr. Raman,"),
        ("it", "Dott.ssa Raman", False, False, "Gentile Dott.ssa Raman,"),
        ("it", "", False, True, "Gentile Priya Raman,"),
    ],
)
def test_the_salutation_e2(lang: str, called: str, familiar: bool, formal: bool, expected: str) -> None:
    interview = replace(INTERVIEW, lang=lang, called=(called,) if called else (), familiar=familiar)
    profile = Profile(tone="formal" if formal else "warm")
    assert draft(replace(THANK_YOU, person=PRIYA.name), interview, profile).body.split("\n")[0] == expected


def test_no_title_is_taken_where_they_do_not_agree() -> None:
    interview = replace(INTERVIEW, lang="de", called=("Frau Raman", "Herr Raman"))
    assert draft(THANK_YOU, interview).body.startswith("Guten Tag Priya Raman,")


def test_a_surname_keeps_its_small_words() -> None:
    person = Person(name="Jan van den Berg", email="jan@brightwater.example")
    interview = replace(INTERVIEW, lang="de", interviewers=(person,), called=("Herrn van den Berg",))
    body = draft(replace(THANK_YOU, person=person.name), interview).body
    assert re.match("Sehr geehrter Herr van den Berg,", body)


if __name__ == "__main__":
    for language in SPOKEN:
        (APPROVED / language).mkdir(exist_ok=True)
        for kind_name in APPROVED_KINDS:
            text = approved_text(language, kind_name)
            (APPROVED / language / f"{kind_name}.txt").write_text(text, "utf-8")
