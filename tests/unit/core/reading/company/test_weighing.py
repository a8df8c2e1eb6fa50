"""Traits of a mail, the weights they are given, and what is asked about where kinds are near each other."""

from __future__ import annotations

from math import log

import pytest

from bot.core.message.types import Message
from bot.core.reading.company.kind import judge_kind
from bot.core.reading.company.read import read_evidence
from bot.core.reading.company.traits import find_traits
from bot.core.reading.company.trees import add_up, parse_trees, write_tree
from bot.core.reading.company.weighing import Weights, parse_kind_trees, parse_weights
from bot.core.reading.types import Kind
from tests.unit.core.reading.company.brief_mail import brief_mail, owner_in, read_mail
from tests.unit.core.reading.company.words import CUES

ZONE = "Europe/Berlin"
INVITATION = (
    "Your interview",
    "Dear Nora, your interview for the Data Analyst position is on Thursday 18 June 2026 at 2 pm.",
)


def mail_of(subject: str, body: str) -> Message:
    return brief_mail(f"{body}\n\nKim Sorrell\nHarrowgate", subject=subject, sent="Tue, 09 Jun 2026 10:00:00 +0200")


def traits(subject: str, body: str) -> dict[str, float]:
    message = mail_of(subject, body)
    evidence = read_evidence(message=message, owner=owner_in(ZONE), cues=CUES)
    assert evidence is not None
    return find_traits(evidence)


def test_the_weights_of_all_traits_add_up() -> None:
    weights = Weights({"dated": {Kind.INTERVIEW: 1.0}, "role": {Kind.INTERVIEW: 1.0, Kind.OTHER: -1.0}})
    shares = weights.weigh({"dated": 1.0, "role": 1.0, "unknown": 1.0})
    assert max(shares, key=lambda kind: shares[kind]) is Kind.INTERVIEW
    assert sum(shares.values()) == pytest.approx(1.0)
    assert shares[Kind.INTERVIEW] > weights.weigh({"dated": 1.0})[Kind.INTERVIEW]
    assert shares[Kind.OTHER] < shares[Kind.OFFER]


@pytest.mark.parametrize(
    ("traits", "weight"),
    [
        pytest.param({}, -0.1, id="a trait that is not there has no size"),
        pytest.param({"dated": 0.5, "role": 1.0}, -0.1, id="as large as asked is not larger"),
        pytest.param({"dated": 1.0}, 0.2, id="larger"),
        pytest.param({"dated": 1.0, "role": 1.0}, 0.4, id="both"),
    ],
)
def test_a_tree_says_what_traits_mean_together(traits: dict[str, float], weight: float) -> None:
    trees = parse_trees("1\n\ndated<=0.5 -0.1 role<=0.5 0.2 0.4\n")
    assert add_up(trees, traits) == pytest.approx(1 + weight)
    assert [write_tree(tree) for tree in trees] == ["1", "dated<=0.5 -0.1 role<=0.5 0.2 0.4"]


def test_trees_and_weights_add_up() -> None:
    weights = Weights({"role": {Kind.OFFER: 1.0}}, {Kind.OTHER: parse_trees("role<=0.5 5 0.5")})
    shares = weights.weigh({"role": 1.0})
    assert log(shares[Kind.OFFER] / shares[Kind.OTHER]) == pytest.approx(0.5)
    assert max(weights.weigh({}), key=weights.weigh({}).__getitem__) is Kind.OTHER


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        pytest.param([1], "must be a table", id="no table"),
        pytest.param({"dinner": "1"}, "must be a kind with trees", id="an unknown kind"),
        pytest.param({"offer": "dated<=much 1 2"}, "must be a kind with trees", id="a size that is none"),
        pytest.param({"offer": "dated<=1 1"}, "must be a kind with trees", id="an answer short"),
        pytest.param({"offer": "1 2"}, "must be a kind with trees", id="a word too many"),
        pytest.param({"offer": "a<=1 " * 3000 + "1"}, "must be a kind with trees", id="too deep"),
    ],
)
def test_what_is_wrong_with_trees_is_told(value: object, problem: str) -> None:
    problems: list[str] = []
    parse_kind_trees(value, "cues/trees.toml: [trees]", problems)
    assert len(problems) == 1
    assert problem in problems[0]


def test_without_weights_every_kind_is_as_likely() -> None:
    shares = Weights().weigh({"dated": 1.0})
    assert len(shares) == 9
    assert len(set(shares.values())) == 1


def test_a_weight_counts_by_the_size_of_its_trait() -> None:
    weights = Weights({"offered": {Kind.SCHEDULING: 1.0}})
    assert weights.weigh({"offered": 2.0})[Kind.SCHEDULING] > weights.weigh({"offered": 0.5})[Kind.SCHEDULING]


def test_the_traits_that_speak_loudest_are_told_with_what_they_say() -> None:
    weights = Weights({"a": {Kind.OTHER: 0.1}, "b": {Kind.OTHER: -2.0}, "c": {Kind.OTHER: 1.0}, "d": {Kind.OFFER: 9.0}})
    assert weights.heaviest({"a": 1.0, "b": 1.0, "c": 1.0, "d": 1.0}, Kind.OTHER, 2) == (("b", -2.0), ("c", 1.0))


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        pytest.param([1], "must be a table", id="no table"),
        pytest.param({"dated": 1.0}, "must hold a number for each kind", id="a number alone"),
        pytest.param({"dated": {"interview": "much"}}, "must hold a number for each kind", id="a word"),
        pytest.param({"dated": {"dinner": 1.0}}, "must hold a number for each kind", id="an unknown kind"),
        pytest.param({"dated": {"bounce": 1.0}}, "must hold a number for each kind", id="a kind that is not weighed"),
        pytest.param({"dated": {"interview": True}}, "must hold a number for each kind", id="yes or no"),
    ],
)
def test_what_is_wrong_with_weights_is_told(value: object, problem: str) -> None:
    problems: list[str] = []
    parse_weights(value, "cues/weights.toml: [weights]", problems)
    assert len(problems) == 1
    assert problem in problems[0]


def test_the_shipped_weights_are_read() -> None:
    assert CUES.weights.by_trait["always"]
    assert len(CUES.weights.by_trait) > 100
    assert all(len(trees) > 1 for trees in CUES.weights.trees.values())


def test_traits_do_not_depend_on_the_language() -> None:
    english = traits(*INVITATION)
    german = traits(
        "Ihr Vorstellungsgespräch",
        "Liebe Frau Vogt, Ihr Vorstellungsgespräch für die Stelle als Analystin ist am Donnerstag, 18. Juni 2026, um 14 Uhr.",
    )
    for trait in ("dated", "start", "role", "named", "human", "says:interview", "dated:interview"):
        assert english[trait] == german[trait] == 1.0


def test_what_is_denied_is_another_trait() -> None:
    assert "says:-take_place" in traits("Thursday", "The interview will not take place.")
    assert "says:-take_place" not in traits("Thursday", "The interview will take place.")


def test_a_kind_that_is_not_believed_in_enough_is_asked_about() -> None:
    message = mail_of(*INVITATION)
    evidence = read_evidence(message=message, owner=owner_in(ZONE), cues=CUES)
    assert evidence is not None
    assert judge_kind(evidence, CUES.weights).certain
    near = judge_kind(evidence, Weights({"dated": {Kind.INTERVIEW: 0.1}}))
    assert (near.kind, near.certain) == (Kind.INTERVIEW, False)


@pytest.mark.parametrize(
    ("believed", "certain"),
    [
        pytest.param(
            {Kind.INTERVIEW: 0.5, Kind.RESCHEDULE: 0.4, Kind.OTHER: 0.1},
            True,
            id="a talk, fixed or moved, has its time",
        ),
        pytest.param({Kind.INTERVIEW: 0.6, Kind.OTHER: 0.4}, False, id="perhaps no talk"),
        pytest.param({Kind.REJECTION: 0.85, Kind.UPDATE: 0.15}, True, id="most likely a refusal"),
        pytest.param({Kind.REJECTION: 0.7, Kind.UPDATE: 0.3}, False, id="perhaps no refusal"),
        pytest.param({Kind.UPDATE: 0.7, Kind.REJECTION: 0.3}, False, id="perhaps a refusal"),
        pytest.param(
            {Kind.RECEIVED: 0.4, Kind.UPDATE: 0.3, Kind.OTHER: 0.3}, True, id="of kinds that nothing follows from"
        ),
        pytest.param({Kind.OTHER: 0.85, Kind.INTERVIEW: 0.15}, False, id="perhaps a talk"),
        pytest.param({Kind.CANCELLATION: 0.6, Kind.RESCHEDULE: 0.4}, False, id="called off or moved"),
    ],
)
def test_the_owner_is_asked_where_acting_may_be_wrong(believed: dict[Kind, float], *, certain: bool) -> None:
    evidence = read_evidence(message=mail_of(*INVITATION), owner=owner_in(ZONE), cues=CUES)
    assert evidence is not None
    weights = Weights({"always": {kind: log(believed.get(kind, 1e-6)) for kind in CUES.weights.weigh({})}})
    assert judge_kind(evidence, weights).certain is certain


def test_one_sentence_is_only_a_hint_of_what_a_mail_mostly_does() -> None:
    alone = traits("", "The interview is on Thursday 11 June at 9 am.")
    assert min(size for trait, size in alone.items() if trait.startswith("acts:")) > -2.3
    assert alone["acts:fix"] < alone["act:fix"]


def test_what_may_be_a_talk_is_not_passed_over_in_silence() -> None:
    message = mail_of(*INVITATION)
    evidence = read_evidence(message=message, owner=owner_in(ZONE), cues=CUES)
    assert evidence is not None
    likely_other = Weights({"dated": {Kind.OTHER: 6.0, Kind.INTERVIEW: 4.0}})
    surely_other = Weights({"dated": {Kind.OTHER: 12.0, Kind.INTERVIEW: 4.0}})
    assert (judge_kind(evidence, likely_other).kind, judge_kind(evidence, likely_other).certain) == (Kind.OTHER, False)
    assert judge_kind(evidence, surely_other).certain


def test_a_mail_that_says_nothing_is_asked_nothing_about() -> None:
    reading = read_mail(mail_of("xyzzy", "plugh"), zone=ZONE)
    assert (reading.kind, reading.certain) == (Kind.OTHER, True)


def test_the_reasons_tell_what_was_weighed() -> None:
    reading = read_mail(mail_of(*INVITATION), zone=ZONE)
    weighed = next(reason for reason in reading.reasons if reason.name == "weighed")
    assert 0.5 < weighed.weight <= 1.0
    assert weighed.evidence


def test_a_time_called_off_is_not_moved_by_standing_there_once() -> None:
    text = (
        "Unser Gespräch von morgen Mittwoch, 10 Uhr, für die Stelle als Gärtnerin kann leider nicht stattfinden: "
        "Frau Sorrell liegt mit Fieber im Bett. Ich melde mich Ende der Woche für ein neues Datum."
    )
    evidence = read_evidence(message=mail_of("Termin morgen", text), owner=owner_in(ZONE), cues=CUES)
    assert evidence is not None
    weights = Weights({"always": {Kind.CANCELLATION: 3.0, Kind.RESCHEDULE: 2.0}})
    assert judge_kind(evidence, weights).kind is Kind.CANCELLATION
