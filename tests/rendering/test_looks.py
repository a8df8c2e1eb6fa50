"""Whatever is looked for in the letters would be found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.rendering import looks
from tests.rendering.browser import PHONE, Gallery, View

pytestmark = pytest.mark.browser

DARK = View(360, dark=True)
DARK_RULE = "<style>@media (prefers-color-scheme: dark) { p { color: #222 !important; } }</style>"
BAD: dict[str, tuple[str, View, Callable[[looks.Look], list[str]]]] = {
    "a wide table": ('<table width="700"><tr><td>a</table>', PHONE, looks.find_overflow),
    "a word that does not break": (f"<p>{'w' * 200}</p>", PHONE, looks.find_overflow),
    "a word over the next cell": (
        f'<table style="table-layout:fixed; width:300px"><tr><td>{"w" * 30}<td>a</table>',
        PHONE,
        looks.find_overflow,
    ),
    "grey on white": ('<p style="color:#777">a</p>', PHONE, looks.find_faint),
    "grey on a grey box": ('<div style="background:#ccc"><p style="color:#666">a</p></div>', PHONE, looks.find_faint),
    "half transparent ink": ('<p style="color:rgba(0,0,0,0.4)">a</p>', PHONE, looks.find_faint),
    "dark on dark": (
        f'{DARK_RULE}<body style="background:#fff"><p style="color:#000; background:#111">a</p>',
        DARK,
        looks.find_faint,
    ),
    "a faded paragraph": ('<p style="opacity:0.9">a</p>', PHONE, looks.find_faint),
    "words that are not shown": ('<p style="display:none">a</p>', PHONE, looks.find_invisible),
    "fine print": ('<p style="font-size:11px">a</p>', PHONE, looks.find_small_type),
    "turned round": (
        '<div style="display:flex; flex-direction:column-reverse"><p>a</p><p>b</p></div>',
        PHONE,
        looks.find_disorder,
    ),
    "right before left": (
        '<div style="display:flex; flex-direction:row-reverse"><p>a</p><p>b</p></div>',
        PHONE,
        looks.find_disorder,
    ),
    "a plain link": ('<p><a href="mailto:a@example.org">Approve</a></p>', PHONE, looks.find_bad_targets),
    "buttons that touch": (
        '<a href="mailto:a@example.org" style="display:inline-block; padding:20px">A</a'
        '><a href="mailto:a@example.org" style="display:inline-block; padding:20px">B</a>',
        PHONE,
        looks.find_bad_targets,
    ),
    "an image": ('<img alt="a" src="https://pictures.example/a.png">', PHONE, lambda look: list(look.requests)),
    "a style from elsewhere": (
        "<style>@import url(https://pictures.example/a.css);</style><p>a</p>",
        PHONE,
        lambda look: list(look.requests),
    ),
    "a script": ("<p>a</p><script>1</script>", PHONE, lambda look: list(look.foreign)),
    "a painted background": (
        '<p style="background-image:linear-gradient(#fff, #eee)">a</p>',
        PHONE,
        lambda look: list(look.foreign),
    ),
}


@pytest.mark.parametrize(("html", "view", "find"), BAD.values(), ids=BAD.keys())
def test_a_fault_is_found(gallery: Gallery, html: str, view: View, find: Callable[[looks.Look], list[str]]) -> None:
    assert find(gallery.look(f"<!DOCTYPE html>{html}", view))


@pytest.mark.parametrize(
    ("ink", "paper", "ratio"),
    [("#000", "#fff", 21.0), ("#777777", "#ffffff", 4.48), ("#ffffff", "#1c5c47", 7.87), ("#abc", "#abc", 1.0)],
)
def test_contrast_is_reckoned_as_the_standard_does(gallery: Gallery, ink: str, paper: str, ratio: float) -> None:
    look = gallery.look(f'<!DOCTYPE html><p style="color:{ink}; background:{paper}">a</p>', PHONE)
    assert looks.contrast(look.texts[0], dark=False) == pytest.approx(ratio, abs=0.01)
