"""The labelled mails are read no worse than when the baseline was kept."""

from __future__ import annotations

import pytest

from bot.core.message.parse import parse_message
from bot.core.reading.company.page import lay_out
from bot.core.reading.types import Kind
from tests.corpus.baseline import GATES, Baseline, compare, count_right, judge, load_baseline
from tests.corpus.labels import load_cues, load_labels
from tests.corpus.score import CALLS, Score, score_readings
from tests.corpus.sets import GIVEN, HELD, OWN, Read, find_sets, read_sets

KEPT = load_baseline()
ASKED = 0.08


@pytest.fixture(scope="module")
def reads() -> list[Read]:
    """Every open mail with its reading."""
    return list(read_sets({name: folders for name, folders in find_sets().items() if name != HELD}, load_cues()))


@pytest.fixture(scope="module")
def now(reads: list[Read]) -> Baseline:
    return judge(reads)


def score(reads: list[Read], set_: str) -> Score:
    return score_readings((read.label, read.reading) for read in reads if read.set == set_)


def test_every_open_mail_is_in_the_baseline(now: Baseline) -> None:
    assert set(now.mails) == set(KEPT.mails), "python -m tests.corpus --keep"


@pytest.mark.parametrize("gate", GATES)
def test_no_mail_is_passed_over_or_acted_on_wrongly_that_was_not(now: Baseline, gate: str) -> None:
    lost = [change for change in compare(KEPT, now) if change.field == gate and not change.gained]
    assert lost == []


@pytest.mark.parametrize("set_", [GIVEN, OWN])
def test_no_field_is_right_in_fewer_mails_of_a_language(now: Baseline, set_: str) -> None:
    before, found = count_right(KEPT, set_), count_right(now, set_)
    fallen = {key: (before[key], found[key]) for key in before if found[key] < before[key]}
    changes = [change for change in compare(KEPT, now) if change.set == set_ and not change.gained]
    assert fallen == {}, changes


@pytest.mark.full
@pytest.mark.skipif(not KEPT.held, reason="nothing of it was kept yet")
def test_of_the_mails_held_back_no_more_are_passed_over_or_acted_on_wrongly() -> None:
    held = judge(read_sets({HELD: find_sets()[HELD]}, load_cues())).held
    assert {gate: held.get(gate, 0) for gate in GATES if held.get(gate, 0) > KEPT.held.get(gate, 0)} == {}


def test_no_given_mail_is_passed_over_or_acted_on_wrongly(reads: list[Read]) -> None:
    given = score(reads, GIVEN)
    assert {gate: given.counts[gate] for gate in GATES} == dict.fromkeys(GATES, 0), given.errors


def test_no_own_mail_is_passed_over_and_hardly_any_acted_on_wrongly(reads: list[Read]) -> None:
    own = score(reads, OWN)
    assert own.counts["silent_miss"] == 0, own.errors
    assert own.counts["harmful"] <= 0.01 * own.counts["mails"], own.errors


def test_the_owner_is_asked_about_few_given_mails(reads: list[Read]) -> None:
    given = score(reads, GIVEN)
    assert given.counts["asked"] <= ASKED * given.counts["mails"]


def test_no_given_mail_of_another_language_is_surely_taken_for_what_it_is_not(reads: list[Read]) -> None:
    pairs = [(read.label, read.reading) for read in reads if read.set == GIVEN and read.label.lang != "en"]
    sure = [
        (label.file, label.kind, reading.kind)
        for label, reading in pairs
        if reading.certain and reading.kind is not label.kind and (label.kind in CALLS or reading.kind in CALLS)
    ]
    assert len(pairs) == 30
    assert sure == []


def test_a_phrase_is_searched_wherever_it_would_match() -> None:
    cues = load_cues()
    missed = []
    for label in load_labels("en"):
        page = lay_out(parse_message(label.path.read_bytes()), label.owner, cues)
        whole = "\n".join(sentence.plain for sentence in page.sentences)
        for cue in (cue for section in cues.default.cues.values() for cue in section):
            for phrase in cue.phrases:
                needed = not phrase.needs or any(word in whole for word in phrase.needs)
                if not needed and phrase.pattern.search(whole):
                    missed.append((cue.section, cue.name, phrase.pattern.pattern))
    assert missed == []


def test_the_corpus_holds_every_kind() -> None:
    assert {label.kind for label in load_labels()} == set(Kind)
