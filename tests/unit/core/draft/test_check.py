from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.draft.check import check_draft
from bot.core.message.types import Address
from bot.core.reading.types import Person
from tests.unit.core.draft.examples import (
    HEAD,
    INTERVIEW,
    OWNER,
    PRIYA,
    STATUS_CHECK,
    THANK_YOU,
    TO_CONTACT,
    WORDINGS,
    draft,
)

GOOD = """Dear Priya,

Thank you for talking with me on Thursday about the Data Analyst role at Brightwater Analytics. The part about late-arriving data
stayed with me, and I have been thinking since about how your team handles corrections after the month has closed.

I am very interested in the role. I have built reporting pipelines in SQL for six years, and I would be glad to do it with you.

If there is anything else you would like to know, please write. I look forward to hearing from you.

Best regards,
Maya Okafor"""


def findings(body=GOOD, *, interview=INTERVIEW, follow_up=THANK_YOU, others=(), given=(), **fields):
    revision = replace(draft(follow_up, interview), body=body, **fields)
    return check_draft(
        revision, interview=interview, follow_up=follow_up, owner=OWNER, wordings=WORDINGS, others=others, given=given
    )


def errors(*args, **kwargs):
    return [(finding.rule, finding.words) for finding in findings(*args, **kwargs) if finding.blocks]


def advice(*args, **kwargs):
    return [finding.rule for finding in findings(*args, **kwargs) if not finding.blocks]


def test_a_good_letter_has_no_findings():
    assert findings() == ()


@pytest.mark.parametrize(
    "gap",
    [
        "[Name]", "[your topic here]", "{{ company }}", "{% if x %}", "{name}", "<company>", "<insert role>", "XXX", "xxxx", "TODO",
        "TBD", "INSERT TOPIC", "____", "???", "%NAME%", "${role}", "<<role>>", "insert company name here", "Lorem ipsum",
    ],
)  # fmt: skip
def test_a_gap_blocks(gap):
    """E8."""
    assert any(rule == "E8" and words in gap for rule, words in errors(GOOD.replace("late-arriving data", gap)))
    assert errors(subject=f"Thanks {gap}") != []


@pytest.mark.parametrize(
    "harmless",
    ["see [1]", "<https://maya.example>", "<maya@example.net>", "5 < 7 and 9 > 8", "Todo lists", "a [sic] b"],
)  # fmt: skip
def test_what_only_looks_like_a_gap_does_not_block(harmless):
    assert errors(f"{GOOD}\n{harmless}") == []


def test_the_conversations_own_subject_is_not_judged():
    interview = replace(INTERVIEW, head=replace(HEAD, subject="[EXTERNAL] Your interview, arranged by Acme Robotics"))
    assert draft(interview=interview).subject == "Re: [EXTERNAL] Your interview, arranged by Acme Robotics"
    assert errors(interview=interview, others=("Acme Robotics",)) == []
    assert errors(interview=interview, subject="Re: [Company]") == [("E8", "[Company]")]


def test_a_bracket_of_the_record_is_no_gap():
    interview = replace(INTERVIEW, role="Data Analyst [Remote]")
    assert errors(GOOD.replace("Data Analyst", "Data Analyst [Remote]"), interview=interview) == []


def test_an_empty_letter_blocks():
    assert ("E8", "text") in errors("  \n ")
    assert ("E8", "Subject") in errors(subject=" ")


@pytest.mark.parametrize(
    ("to", "given", "words"),
    [
        pytest.param((), (), "To", id="nobody"),
        pytest.param((Address(email="eve@elsewhere.example"),), (), "eve@elsewhere.example", id="somebody of no interview"),
        pytest.param((Address(name="Priya Raman", email="priya@elsewhere.example"),), (), "priya@elsewhere.example", id="wrong address"),
        pytest.param((Address(email="maya@example.net"),), ("maya@example.net",), "maya@example.net", id="the owner, even if he said so"),
        pytest.param((Address(email="no-reply@x.example"),), ("no-reply@x.example",), "no-reply@x.example", id="a machine"),
    ],
)  # fmt: skip
def test_a_wrong_recipient_blocks(to, given, words):
    """E2."""
    assert ("E2", words) in errors(to=to, given=given)


def test_a_wrong_copy_blocks_too():
    assert ("E2", "eve@elsewhere.example") in errors(cc=(Address(email="eve@elsewhere.example"),))


def test_an_address_that_the_owner_gave_is_right():
    assert errors(to=(Address(email="p.raman@elsewhere.example"),), given=("P.Raman@elsewhere.example",)) == []


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Dear Priya,", None),
        ("Hi Priya!", None),
        ("Good morning, Priya", None),
        ("Dear Ms. Raman,", None),
        ("Dear Dr Raman –", None),
        ("Dear Priya Raman:", None),
        ("Dear PRIYA,", None),
        ("Priya,", None),
        ("Hello again Priya,", None),
        ("Dear Hiring Team,", None),
        ("Hello,", None),
        ("Dear all,", None),
        ("Dear Brightwater Analytics team,", None),
        ("Thank you, Priya, for your time.", None),
        ("Dear Ann,", "Ann"),
        ("Dear Pryia,", "Pryia"),
        ("Hi Tom,", "Tom"),
        ("Dear Ms Lindgren,", "Lindgren"),
        ("Dear Priya and Tom,", "Tom"),
        ("Dear Priya Ramen,", "Priya Ramen"),
        ("Tom,", "Tom"),
        ("Dear Acme,", "Acme"),
    ],
)
def test_the_salutation_names_the_reader(line, wrong):
    """E2, E8."""
    assert errors(GOOD.replace("Dear Priya,", line)) == ([("E2", wrong)] if wrong else [])


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Robert Hale", "Dear Bob,"),
        ("Samuel Reed", "Hi Sam,"),
        ("Jörg Weiß", "Dear Jorg,"),
        ("Ann Hart", "Dear A. Hart,"),
    ],
)
def test_short_forms_and_accents_are_the_same_person(name, line):
    person = Person(name=name, email="x@brightwater.example")
    interview = replace(INTERVIEW, interviewers=(person,))
    assert (
        errors(GOOD.replace("Dear Priya,", line), interview=interview, follow_up=replace(THANK_YOU, person=name)) == []
    )


def test_an_address_without_a_name_may_be_any_interviewers_but_nobody_elses():
    to = (Address(email="p@elsewhere.example"),)
    assert errors(to=to, given=("p@elsewhere.example",)) == []
    assert errors(GOOD.replace("Dear Priya,", "Dear Tom,"), to=to, given=("p@elsewhere.example",)) == [("E2", "Tom")]


def test_thanks_through_the_contact_greet_the_contact():
    body = draft(TO_CONTACT).body
    assert errors(body, follow_up=TO_CONTACT) == []
    assert errors(body.replace("Dear Tessa", "Dear Priya"), follow_up=TO_CONTACT) == [("E2", "Priya")]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("I would love to work for Acme Robotics.", "Acme Robotics", id="another employer of the records"),
        pytest.param("I would love to work for acme robotics.", "Acme Robotics", id="in small letters"),
        pytest.param("I admire Stripe.", "Stripe", id="a name of one word"),
        pytest.param("A white stripe.", None, id="the same word with another meaning"),
        pytest.param("I like Brightwater Analytics Labs.", None, id="a name that begins like the record's"),
        pytest.param("I like Brightwatter Analytics.", "Brightwatter Analytics", id="the company misspelled"),
        pytest.param("I like Bright Water Analytics.", None, id="the company with a blank more"),
        pytest.param("I like BRIGHTWATER ANALYTICS.", None, id="the company in capitals"),
        pytest.param("I like Brightwater Analytics' work, and Brightwater's people.", None, id="the company's, and in short"),
        pytest.param("I want the position at Globex Corporation.", "Globex Corporation", id="the position at somebody else's"),
        pytest.param("I am excited about joining Globex.", "Globex", id="interest in joining somebody else"),
        pytest.param("I am excited about joining Brightwater.", None, id="interest in joining the company, in short"),
        pytest.param("I am excited about joining Priya’s team.", None, id="interest in joining a person's team"),
        pytest.param("Since joining Globex in 2019, I have led a team.", None, id="an earlier employer"),
        pytest.param("In my role at Globex, I led a team.", None, id="an earlier role"),
    ],
)  # fmt: skip
def test_the_right_employer_is_named(text, wrong):
    """E8."""
    body = GOOD.replace("I am very interested in the role.", f"I am very interested in the role. {text}")
    assert [words for _, words in errors(body, others=("Acme Robotics", "Stripe", "Brightwater Analytics Inc"))] == (
        [wrong] if wrong else []
    )


def test_another_employer_in_the_subject_blocks():
    assert ("E8", "Acme Robotics") in errors(subject="The role at Acme Robotics", others=("Acme Robotics",))


def test_a_person_called_like_another_employer_is_no_employer():
    interview = replace(INTERVIEW, interviewers=(replace(PRIYA, name="Priya Marlowe"),))
    assert errors(interview=interview, follow_up=replace(THANK_YOU, person="Priya Marlowe"), others=("Marlowe",)) == []


def test_invisible_characters_block():
    assert ("E8", "invisible characters") in errors(GOOD + "\u202e")
    assert ("E8", "invisible characters") in errors(subject="Thanks\x07")


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        pytest.param(
            "Dear Priya,\n\nThank you for the point about late data, I am interested.\n\nMaya", "E9", id="too short"
        ),
        pytest.param(GOOD + "\n\n" + "The work on pipelines matters to me. " * 20, "E9", id="too long"),
        pytest.param(GOOD.replace("please write.", "please write!"), "E14", id="an exclamation mark"),
        pytest.param(GOOD.replace("If there", "I am just checking in. If there"), "E14", id="just checking in"),
        pytest.param(GOOD.replace("If there", "I desperately want this. If there"), "E14", id="despair"),
        pytest.param(GOOD.replace("If there", "I have other offers. If there"), "E14", id="an ultimatum"),
        pytest.param(GOOD.replace("If there", "I have not heard back from you. If there"), "E14", id="a reproach"),
        pytest.param(GOOD.replace("the role", "the the role"), "E8", id="a doubled word"),
        pytest.param(
            GOOD.replace("Thank you for talking", "It was nice to talk"), "E5", id="no thanks at the beginning"
        ),
        pytest.param(
            GOOD.replace("I am very interested in the role.", "").replace("glad to", "able to"),
            "E24",
            id="no interest shown",
        ),
        pytest.param(draft().body, "E3", id="nothing of this interview"),
    ],
)
def test_advice_never_blocks(body, rule):
    found = findings(body)
    assert rule in [finding.rule for finding in found]
    assert not any(finding.blocks for finding in found)
    assert all(finding.words and finding.proposal for finding in found)


def test_a_status_check_needs_no_specific_and_no_thanks_first():
    body = "Dear Tessa,\n\n" + "I remain interested in the role. " * 11 + "\n\nMaya"
    assert advice(body, follow_up=STATUS_CHECK) == []


def test_words_are_judged_in_the_language_of_the_text():
    german = (
        "Liebe Priya,\n\n"
        + "vielen Dank für das gute Gespräch über die Einarbeitung und Ihr Interesse. " * 7
        + "\n\nMaya"
    )
    assert findings(german) == ()
    assert [one.words for one in findings(german + "\nBitte antworten Sie umgehend.")] == ["umgehend"]


def test_words_are_not_judged_in_a_language_without_templates():
    body = "Dear Priya,\n\n" + "bardzo proszę o odpowiedź jak najszybciej, bo czekam na decyzję. " * 7 + "\n\nMaya"
    assert findings(body) == ()


def test_hostile_texts_are_checked_in_bounded_time():
    for text in (
        "Dear " * 4000,
        "[" * 20_000,
        "A " * 10_000,
        "<a" * 10_000,
        "joining " * 2500,
        "Brightwater " * 1600,
        "\n" * 20_000 + "a",
        "a" * 20_000,
    ):
        findings(text, others=tuple(f"Company {n}" for n in range(200)))
