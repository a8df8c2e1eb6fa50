from __future__ import annotations

import itertools

import pytest

from bot.core.draft.templates import DraftTemplates, load_templates
from bot.core.draft.values import DraftValues, Variation
from bot.errors import ConfigurationError, PermanentError
from tests.unit.core.draft.examples import shipped_texts, wording_table

GOOD = "Subject: Thank you\n\nDear {{ addressee }},\n\nThank you.\n\nBest,\n{{ signature }}\n"
VALUES = DraftValues(
    addressee="Ann", salutation="Dear Ann,", owner="Maya Okafor", signature="Maya Okafor\n+44 20 7946 0000"
)


def loaded(texts: dict[str, str], **other: dict[str, str]) -> DraftTemplates:
    """English with these texts in place of its own, and other languages in English wording."""
    every = {"en": shipped_texts() | texts, **other}
    return load_templates(every, dict.fromkeys(every, wording_table()))


def problems_of(text: str, name: str = "thank_you.txt") -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        loaded({name: text})
    return caught.value.problems


def rendered(text: str, values: DraftValues = VALUES, variation: Variation | None = None) -> tuple[str, str]:
    templates = loaded({"thank_you.txt": text})
    return templates.render(templates.wordings["en"], "thank_you.txt", values, variation or Variation())


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param(
            GOOD.replace("addressee", "adressee"), "line 3", "did you mean 'addressee'", id="a misspelled name"
        ),
        pytest.param(GOOD + "{% if role %}x", "line 9", "", id="an if without an end"),
        pytest.param(GOOD.replace("Thank you.", "{{ role"), "line 7", "", id="an open brace"),
        pytest.param(GOOD + "{% for x in role %}x{% endfor %}", "line 9", "for is not possible", id="a loop"),
        pytest.param(GOOD + "{% set x = role %}", "line 9", "assign is not possible", id="an assignment"),
        pytest.param(GOOD + "{% include 'x' %}", "line 9", "include is not possible", id="another file"),
        pytest.param(GOOD + "{{ role.__class__ }}", "line 9", "getattr is not possible", id="an attribute"),
        pytest.param(GOOD + "{{ 'x' * 1000000000 }}", "line 9", "mul is not possible", id="a text that would grow"),
        pytest.param(GOOD + "{{ role() }}", "line 9", "only vary", id="a call of a fact"),
        pytest.param(GOOD + "{{ vary() }}", "line 9", "vary needs", id="vary without a wording"),
        pytest.param(
            GOOD + "{{ role|replace('a','b') }}", "line 9", "no filter 'replace'", id="a filter that there is not"
        ),
        pytest.param(GOOD.replace("Subject: Thank you\n\n", ""), "", 'begin with "Subject: …"', id="no subject line"),
        pytest.param(
            "Subject: {{ role }}\n\nDear you\n", "", "Subject is empty", id="a subject that may come out empty"
        ),
        pytest.param(
            "Subject: x\n\n{{ role }}", "", "no text after the Subject", id="a letter that may come out empty"
        ),
        pytest.param(GOOD.replace("Thank you.", "Thank you, [Name]."), "line 5", "'[Name]' would be left", id="a gap"),
        pytest.param(GOOD + "x" * 30_000, "", "longer than 20000", id="a file that is too long"),
        pytest.param("{{ '" + "(" * 3000, "line 1", "", id="noise"),
        pytest.param(
            GOOD + "{{ " + "(" * 5000 + "role" + ")" * 5000 + " }}", "", "nested", id="conditions without end"
        ),
    ],
)
def test_a_mistake_is_named_with_its_file_and_line(text, line, words):
    (problem, *_) = problems_of(text)
    assert problem.startswith("templates/en/thank_you.txt")
    assert line in problem
    assert words in problem


def test_every_mistake_is_told_at_once():
    texts = {"en": {"thank_you.txt": GOOD + "{{ a }}\n{{ b }}", "thankyou.txt": GOOD}}
    with pytest.raises(ConfigurationError) as caught:
        load_templates(texts, {"en": wording_table()})
    told = "\n".join(caught.value.problems)
    assert "line 9: there is no 'a'" in told
    assert "line 10: there is no 'b'" in told
    assert "thankyou.txt: there is no such template (did you mean 'thank_you.txt'?)" in told
    assert "templates/en/status_check.txt: the file is missing" in told


def test_an_empty_fact_leaves_no_trace():
    text = "Subject: x\n\nDear {{ addressee }},\n\nThank you {{ day }} , {{ at_company }}. ({{ role }})\n{{ facts }}\nBye {{ role }}.\n"
    assert rendered(text)[1] == "Dear Ann,\n\nThank you. Bye."


def test_facts_are_never_read_as_template_code():
    values = DraftValues(addressee="{{ owner }}", salutation="Dear {{ owner }},", owner="Maya", signature="{% if %}")
    assert rendered(GOOD, values)[1] == "Dear {{ owner }},\n\nThank you.\n\nBest,\n{% if %}"


def test_lines_of_the_signature_and_of_lists_stay():
    text = "Subject: x\n\nDear\n{{ addressee }},\n\nTwo things:\n- one\n  and more\n- two\n\nBest,\n{{ signature }}\n"
    assert (
        rendered(text)[1] == "Dear Ann,\n\nTwo things:\n- one and more\n- two\n\nBest,\nMaya Okafor\n+44 20 7946 0000"
    )


def test_a_signature_with_a_closing_of_its_own_replaces_the_templates():
    values = DraftValues(addressee="Ann", salutation="Dear Ann,", owner="Maya", signature="Warm wishes,\nMaya")
    text = GOOD.replace("Best,", "Kind regards,")
    assert rendered(text, values)[1].endswith("Thank you.\n\nWarm wishes,\nMaya")


def test_a_draft_that_grows_too_large_is_refused():
    values = DraftValues(addressee="Ann", salutation="Dear Ann,", owner="Maya", signature="Maya", facts="word " * 6000)
    with pytest.raises(PermanentError, match="20 kB"):
        rendered(GOOD + "\n{{ facts }}", values)


@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_no_two_places_of_a_panel_get_the_same_wordings(size):
    text = GOOD + "\n" + "\n".join("{{ vary(" + ", ".join(f'"{n}{at}"' for at in range(size)) + ") }}" for n in "abcd")
    drafts = [
        rendered(text, variation=Variation(seed="7/thank_you/1", place=place))[1] for place in range(min(6, 2 * size))
    ]
    assert len(set(drafts)) == len(drafts)
    neighbours = [set(one.split()[-4:]) & set(other.split()[-4:]) for one, other in itertools.pairwise(drafts[:size])]
    assert not any(neighbours)


def test_the_same_case_gets_the_same_wordings():
    text = GOOD + "\n{{ vary('a','b','c') }}{{ vary('d','e','f') }}"
    assert rendered(text, variation=Variation(seed="9")) == rendered(text, variation=Variation(seed="9"))


def test_a_language_without_templates_falls_back_to_english_and_a_readme_is_no_template():
    templates = loaded({"README.md": "{{"}, de={"thank_you.txt": GOOD.replace("Dear", "Guten Tag")})

    def opening(lang: str, name: str) -> str:
        return templates.render(templates.wording(lang, name), name, VALUES, Variation())[1].partition(",")[0]

    assert templates.languages() == ("de", "en")
    assert opening("de-AT", "thank_you.txt") == "Guten Tag Ann"
    assert opening("de", "status_check.txt") == "Dear Ann"
    assert opening("fr", "thank_you.txt") == "Dear Ann"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param({"months": ["May"]}, "months must be a list of 12 texts", id="too few"),
        pytest.param({"date": "{tag} {month}"}, "date has something else in braces", id="a name that is none"),
        pytest.param({"roles": [["(", "x"]]}, "'(' is no expression", id="no expression"),
        pytest.param({"roles": [["(a)", r"\2"]]}, "names a group", id="a group that is not there"),
        pytest.param({"talks": {"video": "call"}}, "[talks] phone must be a text", id="one is missing"),
        pytest.param({"wekdays": []}, "there is no 'wekdays'", id="a slip"),
    ],
)
def test_a_mistake_in_the_wording_is_named(changes, words):
    with pytest.raises(ConfigurationError) as caught:
        load_templates({"en": shipped_texts()}, {"en": wording_table() | changes})
    assert words in caught.value.problems[0]
    assert caught.value.problems[0].startswith("templates/en/wording.toml")


def test_a_language_needs_its_wording():
    with pytest.raises(ConfigurationError) as caught:
        load_templates({"en": shipped_texts(), "sv": {"thank_you.txt": GOOD}}, {"en": wording_table()})
    assert caught.value.problems[0].startswith("templates/sv/wording.toml: the file is missing")
