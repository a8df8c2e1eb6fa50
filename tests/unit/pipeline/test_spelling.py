"""Advice on spelling (E8) stands in what the owner is shown, also of his own text, and keeps nothing back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.core.draft.spelling import profile_words, told_words
from bot.core.draft.types import Profile, Qualification
from bot.core.reading.debrief.types import Debrief
from bot.core.reading.types import Action, OwnerReading
from tests.unit.pipeline.world import World


def spell(lang: str, words: object) -> dict[str, str]:
    return {word: "received" for word in words if word == "recieved"}  # type: ignore[attr-defined]


def advice(world: World, profile: Profile) -> list[str]:
    world.setup = replace(world.setup, spell=spell, profile=profile)
    world.add_interview()
    text = "Dear Dana,\n\nThank you for the talk. I have recieved the plan that you sent to me, and it is good."
    done = world.tell(OwnerReading(action=Action.EDIT, new_body=text), world.show())
    ((draft, _),) = done.revised
    spelling = [one for one in draft.revision.findings if "received" in one.proposal]
    assert not any(one.blocks for one in spelling)
    return [one.words for one in spelling]


def test_an_edited_text_is_judged(world: World) -> None:
    assert advice(world, Profile()) == ["recieved"]


def test_the_owners_own_terms_are_right(make_world: Callable[..., World]) -> None:
    assert advice(make_world(), Profile(qualifications=(Qualification(text="built recieved queues"),))) == []


def test_every_word_that_he_wrote_of_himself_or_of_the_talk_counts() -> None:
    known = Profile(
        headline="a",
        signature="b",
        availability="c",
        links=("d",),
        accomplishments=(Qualification(text="e", keywords=("f",)),),
    )
    assert set(profile_words(known)) == {"a", "b", "c", "d", "e", "f"}
    assert told_words(Debrief(topics=("g",), clarifications=("h",), news=("i",))) == ("g", "h", "i")
