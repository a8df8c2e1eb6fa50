"""Every kind of letter, on a phone and on a desktop, in the light and in the dark, and where a client drops ``<style>``."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest

from bot.core.letter.context import Letter
from bot.core.letter.templates import Part
from bot.core.reading.types import LetterKind
from tests.rendering import looks
from tests.rendering.browser import BARE, PHONE, VIEWS, Gallery, View
from tests.rendering.long import LONG
from tests.unit.core.letter.examples import ALL

pytestmark = pytest.mark.browser

Find = Callable[[looks.Look], list[str]]
every_letter = pytest.mark.parametrize("name", ALL)


@cache
def written(name: str) -> Letter:
    return ALL[name]()


def look(gallery: Gallery, name: str, view: View) -> looks.Look:
    return gallery.look(written(name).html, view, picture=re.sub(r"\W+", "-", name))


def faults(gallery: Gallery, name: str, find: Find) -> dict[str, list[str]]:
    """Return what *find* finds in the letter, by view."""
    return {str(view): found for view in VIEWS if (found := find(look(gallery, name, view)))}


def words(text: str) -> str:
    return " ".join(["", *re.findall(r"\w+", text), ""])


@every_letter
def test_nothing_is_wider_than_the_window_or_its_box(gallery: Gallery, name: str) -> None:
    assert faults(gallery, name, looks.find_overflow) == {}


@every_letter
def test_words_stand_out_from_what_is_behind_them(gallery: Gallery, name: str) -> None:
    assert faults(gallery, name, looks.find_faint) == {}


@every_letter
def test_all_words_are_seen_and_none_is_small(gallery: Gallery, name: str) -> None:
    assert faults(gallery, name, lambda look: looks.find_invisible(look) + looks.find_small_type(look)) == {}


@every_letter
def test_the_page_reads_downwards(gallery: Gallery, name: str) -> None:
    assert faults(gallery, name, looks.find_disorder) == {}


@every_letter
def test_buttons_are_large_enough_for_a_thumb(gallery: Gallery, name: str) -> None:
    assert faults(gallery, name, looks.find_bad_targets) == {}


@every_letter
def test_nothing_is_fetched_run_or_pictured(gallery: Gallery, name: str) -> None:
    assert faults(gallery, name, lambda look: [*look.foreign, *look.requests]) == {}


@every_letter
def test_blocks_come_in_the_order_of_the_plain_text(gallery: Gallery, name: str) -> None:
    letter = written(name)
    page = words(" ".join(text.words for text in look(gallery, name, PHONE).texts))
    place = 0
    for block in letter.text.split("\n\n"):
        found = page.find(words(block), place)
        assert found >= place, f"not after what comes before it: {block}"
        place = found + len(words(block)) - 1


@every_letter
def test_links_are_taken_by_the_browser_as_they_were_written(gallery: Gallery, name: str) -> None:
    letter = written(name)
    links = [href.replace("&amp;", "&") for href in re.findall(r'href="([^"]*)"', letter.html)]
    assert [target.href for target in look(gallery, name, PHONE).targets] == links


@pytest.mark.parametrize("write", LONG.values(), ids=LONG.keys())
def test_what_does_not_want_to_break_does(gallery: Gallery, write: Callable[[], Letter]) -> None:
    html = write().html
    for view in (PHONE, BARE):
        shown = gallery.look(html, view)
        assert (looks.find_overflow(shown), looks.find_small_type(shown), looks.find_bad_targets(shown)) == ([], [], [])


def test_every_kind_and_every_template_is_looked_at() -> None:
    letters = [write() for write in ALL.values()]
    assert {letter.kind for letter in letters} >= set(LetterKind) - {LetterKind.REMINDER}  # an approval with a remark
    assert [part for part in Part if not any(name.startswith(part.value) for name in ALL)] == []
