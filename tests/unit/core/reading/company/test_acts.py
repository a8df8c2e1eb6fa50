"""What sentences do, by words, pairs and meanings together."""

from __future__ import annotations

from math import exp

import pytest

from bot.core.reading.company.acts import (
    Act,
    ActWeights,
    Context,
    contexts_in,
    find_marks,
    length_of,
    parse_act_weights,
)
from bot.core.reading.company.senses import Line
from tests.corpus.labels import load_cues

CUES = load_cues()


def line(text: str, lang: str = "en") -> Line:
    language = CUES.languages[lang]
    return language.line(language.plain(text))


def likeliest(text: str, lang: str = "en") -> Act:
    shares = CUES.languages[lang].acts_of((CUES.languages[lang].plain(text),))[0]
    return max(shares, key=lambda act: shares[act])


def test_marks_are_words_pairs_and_meanings() -> None:
    marks = find_marks(line("The interview will not take place on 14 May."))
    assert {"inter", "the inter", "0", "0 may", "=-interview", "=-take_place"} <= marks.keys()
    assert marks["length"] == pytest.approx(9 / 12)


def test_the_weights_of_all_marks_add_up_and_count_for_less_the_more_marks_there_are() -> None:
    said = line("yes please")
    weights = ActWeights({"yes": "agree 2", "yes pleas": "agree 1", "pleas": "task -1", "always": "no -1"})
    shares = weights.read(said)
    length = length_of(find_marks(said))
    assert shares[Act.AGREE] == pytest.approx(1 / (1 + exp(-3 / length)))
    assert shares[Act.TASK] == pytest.approx(1 / (1 + exp(1 / length)))
    assert shares[Act.NO] == pytest.approx(1 / (1 + exp(1)))
    assert shares[Act.FIX] == 0.5


def test_what_stands_around_a_sentence_speaks_along() -> None:
    lines = [line("Your flat"), line("See you on Tuesday."), line("Bring the keys.")]
    subject, told, last = (find_marks(one, context) for one, context in zip(lines, contexts_in(lines), strict=True))
    assert {mark: told[mark] for mark in ("^flat", "<flat", ">keys", "~flat", "~keys", "~tuesd", "tuesd")} == {
        "^flat": 0.5, "<flat": 0.5, ">keys": 0.5, "~flat": 0.2, "~keys": 0.2, "~tuesd": 0.2, "tuesd": 1.0,
    }  # fmt: skip
    assert not any(mark.startswith("^") for mark in subject)
    assert ">none" in last


def test_the_words_of_a_long_mail_count_for_no_more_than_those_of_a_short_one_together() -> None:
    marks = find_marks(line("yes"), Context(words=frozenset(map(str, range(1600)))))
    assert marks["~7"] == pytest.approx(0.05)


def test_the_words_of_the_mail_are_summed_like_all_other_marks() -> None:
    context = Context(words=frozenset({"denti", "yes"}))
    shares = ActWeights({"yes": "agree 2", "~denti": "appointment 1"}).read(line("yes please"), context)
    length = length_of(find_marks(line("yes please"), context))
    assert shares[Act.AGREE] == pytest.approx(1 / (1 + exp(-2 / length)))
    assert shares[Act.APPOINTMENT] == pytest.approx(1 / (1 + exp(-0.2 / length)))


def test_the_length_of_marks_is_that_of_a_vector() -> None:
    assert length_of({"a": 3.0, "b": 4.0}) == 5.0


def test_no_words_and_no_weights_do_nothing() -> None:
    assert CUES.default.acts_of(("",)) == ({},)
    assert ActWeights().read(line("yes please")) == {}


def test_rows_of_the_file_are_read() -> None:
    problems: list[str] = []
    texts = {"weighed": "confi: fix 1.2 no -0.4\n=matter:flat: off 1\n", "own": "confi: no 3\n"}
    weights = parse_act_weights(texts, "cues/acts.toml: [acts]", problems, thorough=True)
    assert (weights.by_mark, problems) == ({"confi": "no 3", "=matter:flat": "off 1"}, [])


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        pytest.param([1], "must be a table", id="no table"),
        pytest.param({"own": 1.2}, "must have acts", id="no text"),
        pytest.param({"own": "confi"}, '"confi" must have acts', id="a mark alone"),
        pytest.param({"own": "confi: fix"}, '"confi" must have acts', id="an act without a number"),
        pytest.param({"own": "confi: fix much"}, '"confi" must have acts', id="no number behind an act"),
        pytest.param({"own": "confi: dinner 1"}, '"confi" must have acts', id="an unknown act"),
    ],
)
def test_what_is_wrong_with_weights_is_told(value: object, problem: str) -> None:
    problems: list[str] = []
    parse_act_weights(value, "cues/acts.toml: [acts]", problems, thorough=True)
    assert len(problems) == 1
    assert problem in problems[0]


@pytest.mark.parametrize(
    ("text", "lang", "act"),
    [
        pytest.param("We look forward to meeting you on Tuesday 5 May at 10:00.", "en", Act.FIX, id="a time is fixed"),
        pytest.param("Unfortunately we have decided not to move forward with your application.", "en", Act.NO, id="a refusal"),
        pytest.param("When would you be free for a call next week?", "en", Act.ASK_WHEN, id="asked when"),
        pytest.param("Leider müssen wir das Gespräch absagen.", "de", Act.OFF, id="German: called off"),
        pytest.param("Nous avons bien reçu votre candidature.", "fr", Act.GOT, id="French: received"),
        pytest.param("Nos complace ofrecerle el puesto.", "es", Act.OFFER, id="Spanish: an offer"),
        pytest.param("Il colloquio è stato spostato a giovedì alle 15.", "it", Act.MOVED, id="Italian: moved"),
        pytest.param("Met vriendelijke groet,", "nl", Act.POLITE, id="Dutch: a greeting"),
        pytest.param("Podemos oferecer terça às 10h ou quarta às 15h.", "pt", Act.PROPOSE, id="Portuguese: days to choose from"),
    ],
)  # fmt: skip
def test_plain_sentences_are_known(text: str, lang: str, act: Act) -> None:
    assert likeliest(text, lang) is act
