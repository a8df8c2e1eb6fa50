"""The tables of words: every problem at once, and no phrase that could take for ever."""

from __future__ import annotations

import pytest

from bot.config_files import ConfigFiles
from bot.core.reading.company.cue_files import parse_cues
from bot.core.reading.company.cues import FOLDERS
from bot.errors import ConfigurationError


def problems(table: dict[str, object]) -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        parse_cues({"en": table}, thorough=True)
    return caught.value.problems


def test_every_problem_is_told_at_once() -> None:
    found = problems(
        {
            "wrods": {},
            "language": {"stopwords": "the"},
            "cues": {"offer": {"yes": {"weight": "high", "phrases": ["(a"]}}},
            "numbers": {"one": "1"},
            "notions": {"invite": ["invit~"]},
        }
    )
    assert len(found) == 6


def test_a_group_repeated_without_limit_is_refused() -> None:
    assert "without a limit" in problems({"cues": {"offer": {"yes": {"phrases": ["(a )*b"]}}}})[0]


def test_without_english_nothing_can_be_read() -> None:
    with pytest.raises(ConfigurationError):
        parse_cues({"de": {}})


def test_tables_of_other_readers_are_left_alone() -> None:
    assert set(parse_cues({"en": {}, "commands": {"anything": 1}}).languages) == {"en"}


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("cancel~ the", "we are cancelling the call", True),
        ("won't be going", "We will not be going", True),
        ("decided to * someone", "decided to go ahead and hire someone", True),
        ("decided to * someone", "decided to go one two three four five someone", False),
        ("art", "the start", False),
        ("(the )?role", "role", True),
    ],
)
def test_a_phrase_matches_as_it_reads(phrase: str, text: str, found: bool) -> None:
    contractions = {"won't": "will not", "n't": " not"}
    table = {"language": {"contractions": contractions}, "cues": {"offer": {"yes": {"phrases": [phrase]}}}}
    language = parse_cues({"en": table}).default
    (cue,) = language.cues["offer"]
    plain = language.plain(text)
    assert bool(cue.phrases[0].pattern.search(plain)) is found
    if found:
        assert not cue.phrases[0].needs or any(word in plain for word in cue.phrases[0].needs)


@pytest.mark.parametrize(
    ("phrase", "needs"),
    [
        pytest.param("(no|any) (news|word) yet", {"news", "word"}, id="longer words are rarer"),
        pytest.param("((alpha|beta) gamma)? delta", {"delta"}, id="what may be left out is not needed"),
        pytest.param(
            "(alpha (beta|x)|gamma) (of|to)",
            {"alpha", "gamma"},
            id="a group shows what stands outside its inner groups",
        ),
        pytest.param("interviewing (?!candidates|people)", {"interviewing"}, id="what must not follow is not needed"),
        pytest.param(
            "if (?!you (do not|never) mind|that is)(you|it) changes",
            {"changes"},
            id="nor what must not, with groups in it",
        ),
        pytest.param("alpha|beta", set(), id="alternatives of the whole need nothing"),
        pytest.param(
            "((al|be) (gamma|delta))", {"gamma", "delta"}, id="nor does a group around all of it hide what is needed"
        ),
        pytest.param("(alpha) (of|to) (beta (gamma|delta))", {"alpha"}, id="two groups are not one"),
    ],
)
def test_the_words_a_phrase_needs_are_told(phrase: str, needs: set[str]) -> None:
    cues = parse_cues({"en": {"cues": {"other": {"one": {"phrases": [phrase]}}}}})
    assert set(cues.default.cues["other"][0].phrases[0].needs) == needs


def test_a_concept_stands_for_all_its_words() -> None:
    table = {
        "concepts": {"not": ["not", "never"], "gone_on": ["(go|move) (on|forward)"]},
        "cues": {"offer": {"yes": {"phrases": ["{not} * {gone_on}"]}}},
    }
    (cue,) = parse_cues({"en": table}).default.cues["offer"]
    assert cue.phrases[0].pattern.search("we never really move forward")
    assert not cue.phrases[0].pattern.search("we move forward")


def test_a_concept_that_is_not_there_is_named() -> None:
    assert "{nought}" in problems({"cues": {"offer": {"yes": {"phrases": ["{nought} more"]}}}})[0]


def test_a_concept_may_be_made_of_others_wherever_they_stand() -> None:
    table = {"concepts": {"all": ["{some} more"], "some": ["any", "few"]}, "patterns": {"it": ["{all}"]}}
    assert parse_cues({"en": table}).default.pattern("it").search("a few more")


def test_a_concept_made_of_itself_is_refused() -> None:
    assert "itself" in problems({"concepts": {"all": ["{all}"]}, "patterns": {"it": ["{all}"]}})[0]


def test_a_pattern_is_found_by_its_name_and_keeps_its_groups() -> None:
    language = parse_cues({"en": {"patterns": {"within": [r"within (?P<n>\d+) days", "in time"]}}}).default
    found = language.pattern("within").search("Within 5 days")
    assert found is not None
    assert found["n"] == "5"
    assert not language.pattern("nothing of the name").search("within 5 days")


def test_what_serves_every_language_joins_its_own() -> None:
    every = {"words": {"legal_forms": ["ltd"]}, "labels": {"when": ["date"]}}
    own = {"words": {"legal_forms": ["gmbh"]}, "labels": {"where": ["ort"]}}
    language = parse_cues({"any": every, "en": {}, "de": own}).languages["de"]
    assert language.word_set("legal_forms") == {"ltd", "gmbh"}
    assert dict(language.labels) == {"date": "when", "ort": "where"}


def test_every_expression_of_the_program_s_own_compiles() -> None:
    assert parse_cues(ConfigFiles(None).tables(*FOLDERS), thorough=True).default.known
