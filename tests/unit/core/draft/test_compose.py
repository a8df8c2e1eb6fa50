from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.core.draft.check import check_draft
from bot.core.draft.types import Profile, Qualification
from bot.core.interview.types import ThreadHead
from bot.core.message.types import Address
from bot.core.reading.types import Medium, Person
from tests.unit.core.draft.examples import (
    ANN,
    HEAD,
    HELD_AT,
    INTERVIEW,
    NADINE,
    NO_SHOW,
    OWNER,
    PRIYA,
    PROFILE,
    REJECTION_REPLY,
    STATUS_CHECK,
    STATUS_CHECK_AGAIN,
    TESSA,
    THANK_YOU,
    TO_CONTACT,
    TOLD,
    WEI,
    WORDINGS,
    draft,
)

APPROVED = Path(__file__).parent / "approved"
PASSED = date(2026, 3, 20)
ROLES = (None, "Data Analyst", "Senior Counsel, Rights & Licensing")
COMPANIES = (None, "Alder Foundation", "Harrow & Sons Inc.")
PROFILES = (Profile(), PROFILE, Profile(qualifications=(Qualification(text="patience with difficult customers"),)))
KINDS = {
    "a thank-you to the interviewer": THANK_YOU,
    "thanks to be passed on": TO_CONTACT,
    "a status check": STATUS_CHECK,
    "a second status check": STATUS_CHECK_AGAIN,
}
CLUMSY = re.compile(
    r"  | [,.;:?!]|\(\s*\)|\bNone\b|\.\.|[{}\[\]\x00-\x09]|,[,.]|\n\n\n| \n|\b(?:about|at|for|on|with|by|joining|bring)[.,;]"
)


def sentences(body: str) -> list[str]:
    text = " ".join(body.split("\n\n")[1:-1])
    return re.split(r"(?<=[^\d][.?])\s+", text)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "panel", [(ANN, PRIYA, WEI), (NADINE,), ()], ids=["a panel", "one without an address", "nobody named"]
)
def test_every_letter_reads_well_with_and_without_each_ingredient(kind, panel):
    """E5, E9, E14, E16, E24 hold for whatever is known."""
    media = (None, *Medium)
    for role, company, medium, profile, start, decision in itertools.product(
        ROLES, COMPANIES, media, PROFILES, (HELD_AT, None), (PASSED, None)
    ):
        interview = replace(
            INTERVIEW, role=role, company=company, medium=medium, start=start, decision_by=decision, interviewers=panel
        )
        revision = draft(
            replace(KINDS[kind], person=panel[-1].name if panel and KINDS[kind] is THANK_YOU else ""),
            interview,
            profile,
        )
        words = len(revision.body.split())
        assert 60 <= words <= 180, revision.body
        assert not CLUMSY.search(revision.body.replace("Inc.", "Inc")), revision.body
        paragraphs = revision.body.split("\n\n")
        assert len(paragraphs) == 5, revision.body
        assert all(paragraph[-1] in ".?" and paragraph[0].isupper() for paragraph in paragraphs[1:4]), revision.body
        assert re.search(r"\b[Tt]hank", sentences(revision.body)[0]), revision.body
        findings = check_draft(
            revision,
            interview=interview,
            follow_up=KINDS[kind],
            owner=OWNER,
            wordings=WORDINGS,
            others=("Acme Robotics", "Stripe"),
        )
        assert [finding for finding in findings if finding.rule != "E3"] == [], revision.body


@pytest.mark.parametrize("interview_id", range(1, 13))
def test_the_interviewers_of_one_panel_get_different_letters(interview_id):
    """E2: most sentences differ."""
    panel = (ANN, PRIYA, WEI, Person(name="Leo Marchetti", email="leo@brightwater.example"))
    interview = replace(INTERVIEW, id=interview_id, interviewers=panel)
    letters = [draft(replace(THANK_YOU, interview_id=interview_id, person=person.name), interview) for person in panel]
    for one, other in itertools.combinations(letters, 2):
        ours, theirs = sentences(one.body), sentences(other.body)
        assert len(set(ours) & set(theirs)) <= len(ours) // 3, f"{one.body}\n\n{other.body}"


def test_the_same_draft_is_always_the_same():
    assert draft() == draft()


def test_the_letter_goes_from_the_address_the_company_wrote_to():
    revision = draft(interview=replace(INTERVIEW, addressed_to="Maya@example.net"))
    assert revision.from_ == Address(name="Maya Okafor", email="maya@example.net")
    assert revision.to == (Address(name="Priya Raman", email="priya.raman@brightwater.example"),)
    assert revision.cc == ()
    assert revision.findings == ()
    assert (revision.follow_up_id, revision.number) == (3, 1)


def test_with_a_mail_of_theirs_it_is_a_reply_in_the_conversation():
    """RFC 5322 §3.6.4."""
    revision = draft(interview=replace(INTERVIEW, head=HEAD))
    assert revision.subject == "Re: Your interview"
    assert revision.in_reply_to == "c3@brightwater.example"
    assert revision.references == ("a1@brightwater.example", "b2@example.org", "c3@brightwater.example")


def test_a_long_thread_is_cut_to_twenty_ids():
    head = replace(HEAD, references=tuple(f"{n}@brightwater.example" for n in range(50)))
    references = draft(interview=replace(INTERVIEW, head=head)).references
    assert len(references) == 20
    assert (references[0], references[-1]) == ("0@brightwater.example", "c3@brightwater.example")


@pytest.mark.parametrize(
    "bad", ["a b@x.example", "x@y.example\r\nBcc: z@x.example", "", "no-at-sign", "x" * 1200 + "@x.example"]
)
def test_ids_that_cannot_stand_in_a_header_are_left_out(bad):
    revision = draft(interview=replace(INTERVIEW, head=ThreadHead(message_id=bad, subject="Your interview")))
    assert (revision.in_reply_to, revision.references) == (None, ())
    assert not revision.subject.startswith("Re:")
    revision = draft(interview=replace(INTERVIEW, head=replace(HEAD, references=(bad, "b2@example.org"))))
    assert revision.references == ("b2@example.org", "c3@brightwater.example")


def test_without_a_mail_of_theirs_the_subject_is_its_own():
    for follow_up in KINDS.values():
        revision = draft(follow_up)
        assert (revision.in_reply_to, revision.references) == (None, ())
        assert not revision.subject.lower().startswith("re:")
        assert "Data Analyst" in revision.subject or "Thursday" in revision.subject


@pytest.mark.parametrize(
    ("person", "changes", "formal", "expected"),
    [
        pytest.param(PRIYA, {}, False, "Dear Priya,", id="by first name"),
        pytest.param(PRIYA, {}, True, "Dear Priya Raman,", id="a formal letter takes the full name"),
        pytest.param(
            PRIYA,
            {"called": ("Dr. Raman",)},
            False,
            "Dear Dr. Raman,",
            id="by the title their mail uses",
        ),
        pytest.param(
            PRIYA,
            {"called": ("Ms Raman",)},
            False,
            "Dear Ms Raman,",
            id="Ms and surname, where they write so",
        ),
        pytest.param(
            PRIYA,
            {"called": ("Mr Ramanujan",)},
            False,
            "Dear Priya,",
            id="another person's title is not taken",
        ),
        pytest.param(
            replace(PRIYA, name="Prof. Priya Raman"), {}, False, "Dear Prof. Raman,", id="the title of the record"
        ),
        pytest.param(
            replace(PRIYA, name="J Abbotsford"), {}, False, "Dear J Abbotsford,", id="an initial is no first name"
        ),
        pytest.param(replace(PRIYA, name="Ciarán"), {}, False, "Dear Ciarán,", id="a first name alone"),
        pytest.param(replace(PRIYA, name="RAMAN, PRIYA"), {}, False, "Dear Priya,", id="surname first, in capitals"),
        pytest.param(replace(PRIYA, name="Priya Raman, PhD"), {}, False, "Dear Priya,", id="letters behind the name"),
    ],
)
def test_the_salutation(person, changes, formal, expected):
    """E2: right name and title."""
    interview = replace(INTERVIEW, interviewers=(person, ANN), **changes)
    profile = replace(PROFILE, tone="formal" if formal else "warm")
    assert draft(replace(THANK_YOU, person=person.name), interview, profile).body.split("\n")[0] == expected


@pytest.mark.parametrize("name", ["", "Talent Team", "Brightwater Analytics", "HR Recruitment"])
def test_a_desk_is_greeted_as_the_hiring_team(name):
    interview = replace(INTERVIEW, contact=Person(name=name, email="jobs@brightwater.example"))
    assert draft(TO_CONTACT, interview).body.startswith("Dear Hiring Team,\n")


def test_the_recruiter_is_asked_to_thank_the_panel_by_name():
    """E2: one mail, and nobody is thanked twice."""
    body = draft(TO_CONTACT, replace(INTERVIEW, interviewers=(NADINE, Person(name="Leo Marchetti")))).body
    assert body.startswith("Dear Tessa,")
    assert "Nadine Kowal and Leo Marchetti" in body
    body = draft(TO_CONTACT, replace(INTERVIEW, interviewers=(NADINE, PRIYA))).body
    assert "Nadine Kowal" in body
    assert "Priya" not in body


def test_an_interviewer_whose_address_is_unknown_is_thanked_through_the_contact():
    revision = draft(replace(THANK_YOU, person=NADINE.name), replace(INTERVIEW, interviewers=(NADINE, PRIYA)))
    assert revision.to[0].email == TESSA.email
    assert "Nadine Kowal" in revision.body
    assert "Priya" not in revision.body


def test_an_interviewer_who_arranged_it_passes_the_thanks_on_to_the_others():
    body = draft(
        replace(THANK_YOU, person=PRIYA.name), replace(INTERVIEW, interviewers=(PRIYA, NADINE), contact=PRIYA)
    ).body
    assert body.startswith("Dear Priya,")
    assert re.search(r"pass my thanks on to Nadine Kowal", body)
    assert "arranging" not in body


def test_one_of_those_written_to_is_asked_to_thank_the_unreachable():
    """E2: nobody is left out, and nobody is asked twice."""
    for contact in (TESSA, None):
        interview = replace(INTERVIEW, interviewers=(NADINE, ANN, PRIYA), contact=contact)
        bodies = [draft(replace(THANK_YOU, person=person.name), interview).body for person in (ANN, PRIYA)]
        assert ["Nadine Kowal" in body for body in bodies] == [True, False]


def test_a_thank_you_looks_forward_only_to_a_date_ahead():
    assert "20 March" in draft(interview=replace(INTERVIEW, decision_by=PASSED)).body
    assert "12 March" not in draft(interview=replace(INTERVIEW, decision_by=date(2026, 3, 12))).body


def test_while_nobody_is_known_the_letter_is_written_to_the_person():
    revision = draft(replace(THANK_YOU, person=NADINE.name), replace(INTERVIEW, interviewers=(NADINE,), contact=None))
    assert revision.to == ()
    assert revision.body.startswith("Dear Nadine,")
    assert "arranging" not in revision.body


def test_the_qualification_that_fits_the_role_is_restated_and_no_other():
    """E4, E6."""
    body = draft(interview=replace(INTERVIEW, interviewers=(PRIYA,))).body
    assert "six years of building reporting pipelines in SQL and dbt" in body
    assert "kitchen" not in body
    assert "explaining numbers" not in body
    body = draft(interview=replace(INTERVIEW, role="Sous Chef", interviewers=(PRIYA,))).body
    assert "I led a kitchen of nine, and" in body
    assert "SQL" not in body


def test_nothing_is_claimed_where_nothing_of_the_profile_fits():
    body = draft(interview=replace(INTERVIEW, role="Harbour Master")).body
    assert not re.search(r"SQL|kitchen|numbers|batch", body)


def test_their_own_words_call_for_a_qualification_too():
    interview = replace(INTERVIEW, role="Harbour Master", evidence=("you would talk to our stakeholders every week",))
    assert "explaining numbers to people" in draft(interview=interview).body


def test_a_status_check_names_the_date_only_when_it_has_passed():
    """E11."""
    assert "20 March" in draft(STATUS_CHECK, replace(INTERVIEW, decision_by=PASSED)).body
    assert "30 April" not in draft(STATUS_CHECK, replace(INTERVIEW, decision_by=date(2026, 4, 30))).body
    assert "March 20" in draft(STATUS_CHECK, replace(INTERVIEW, decision_by=PASSED, tz="America/Chicago")).body


def test_references_are_offered_once():
    """E17."""
    assert "references" in draft(STATUS_CHECK).body
    assert "references" not in draft(STATUS_CHECK_AGAIN).body
    assert "references" not in draft(THANK_YOU).body


def test_the_second_status_check_brings_something_new():
    """E15, E25."""
    body = draft(STATUS_CHECK_AGAIN).body
    assert "I cut the nightly batch from six hours to forty minutes." in body
    assert "I am available from 1 June." in body


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        ("", "Maya Okafor"),
        ("+44 20 7946 0000", "Maya Okafor\n+44 20 7946 0000"),
        ("Maya Okafor\nData analyst", "Maya Okafor\nData analyst"),
    ],
)
def test_the_signature_holds_the_name_once(signature, expected):
    body = draft(profile=Profile(signature=signature, links=("https://maya.example",))).body
    closing, _, rest = body.split("\n\n")[-1].partition("\n")
    assert closing.endswith("regards,")
    assert rest == f"{expected}\nhttps://maya.example"


def test_hostile_facts_stay_on_their_line():
    interview = replace(
        INTERVIEW,
        company="Bright\u202ewater\r\nBcc: x@x.example",
        role="{{ 7 * 7 }} " + "x" * 500,
        interviewers=(replace(PRIYA, name="Priya\x00 Raman\n\nP.S. send money"),),
        tz="Not/A Zone",
    )
    revision = draft(replace(THANK_YOU, person=interview.interviewers[0].name), interview)
    assert len(revision.body.split("\n\n")) == 5
    assert "\u202e" not in revision.body
    assert "49" not in revision.body
    assert "\n" not in revision.subject + revision.to[0].name


@pytest.mark.parametrize(
    ("name", "follow_up", "changes", "profile"),
    [
        ("thank_you", THANK_YOU, {}, PROFILE),
        ("thank_you_colleague", replace(THANK_YOU, person=ANN.name), {}, PROFILE),
        (
            "thank_you_little_known",
            THANK_YOU,
            {"role": None, "company": None, "medium": None, "start": None},
            Profile(),
        ),
        (
            "thank_you_to_contact",
            TO_CONTACT,
            {"interviewers": (NADINE, Person(name="Leo Marchetti")), "medium": Medium.ONSITE},
            PROFILE,
        ),
        ("status_check", STATUS_CHECK, {}, Profile()),
        ("status_check_after_date", STATUS_CHECK, {"decision_by": PASSED}, PROFILE),
        ("status_check_again", STATUS_CHECK_AGAIN, {}, PROFILE),
    ],
)
def test_the_approved_letters(name, follow_up, changes, profile):
    revision = draft(follow_up, replace(INTERVIEW, **changes), profile)
    text = f"To: {revision.to[0]}\nSubject: {revision.subject}\n\n{revision.body}\n"
    assert text == (APPROVED / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "follow_up", "changes", "more"),
    [
        ("thank_you_specific", THANK_YOU, {}, {"debrief": TOLD}),
        ("thank_you_specific_colleague", replace(THANK_YOU, person=ANN.name), {}, {"debrief": TOLD}),
        ("thank_you_belated", THANK_YOU, {}, {"belated": True}),
        ("thank_you_to_contact_belated", TO_CONTACT, {"interviewers": (NADINE,)}, {"belated": True, "debrief": TOLD}),
        ("rejection_reply", REJECTION_REPLY, {}, {"debrief": TOLD}),
        ("thank_you_cut_short", THANK_YOU, {}, {"debrief": replace(TOLD, cut_short=True)}),
        ("no_show", NO_SHOW, {}, {}),
    ],
)
def test_the_approved_letters_of_what_came_later(name, follow_up, changes, more):
    revision = draft(follow_up, replace(INTERVIEW, **changes), PROFILE, **more)
    text = f"To: {revision.to[0]}\nSubject: {revision.subject}\n\n{revision.body}\n"
    path = APPROVED / f"{name}.txt"
    assert text == path.read_text("utf-8")


def test_two_readers_of_a_panel_are_thanked_for_different_things_e2_e3():
    panel = [draft(replace(THANK_YOU, person=one.name), debrief=TOLD).body for one in (ANN, PRIYA)]
    assert "the SQL exercise" in panel[0]
    assert "your late-arriving data" in panel[1]
    assert sum("I have run such a migration" in body for body in panel) == 1
