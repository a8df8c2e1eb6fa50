"""What there is to see of a letter, and what is wrong with it. Pure: `tests.rendering.browser` does the looking."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

SMALLEST_TYPE_PX = 12.0
SMALLEST_TARGET_PX = 44.0
_SLACK_PX = 1.0
_CANVAS = {False: (255.0, 255.0, 255.0), True: (18.0, 18.0, 18.0)}
"""What Chromium paints where a page says nothing: light, dark."""

Rgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A place on the page, in CSS pixels from its upper left corner."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words on the page. ``around``: the box that they have to stay in; ``backgrounds``: from the innermost element to the page."""

    words: str
    lines: tuple[Box, ...]
    around: Box
    size: float
    weight: int
    color: str
    backgrounds: tuple[str, ...]
    opacity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A box by name. ``inner``: its width inside; ``wanted``: the width that its content takes."""

    name: str
    place: Box
    inner: float
    wanted: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A link to tap."""

    words: str
    href: str
    place: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """All there is to see. ``foreign``: images, scripts and the like; ``requests``: whatever was asked of the network."""

    width: float
    page_width: float
    texts: tuple[Text, ...]
    elements: tuple[Element, ...]
    targets: tuple[Target, ...]
    foreign: tuple[str, ...]
    requests: tuple[str, ...]
    dark: bool


def read_look(measured: Mapping[str, Any], *, requests: Sequence[str], dark: bool) -> Look:
    """Return what measure.js has found."""
    return Look(
        width=measured["width"],
        page_width=measured["page_width"],
        texts=tuple(_text(one) for one in measured["texts"]),
        elements=tuple(
            Element(name=one["name"], place=_box(one), inner=one["inner"], wanted=one["wanted"])
            for one in measured["boxes"]
        ),
        targets=tuple(Target(words=one["words"], href=one["href"], place=_box(one)) for one in measured["targets"]),
        foreign=tuple(measured["foreign"]),
        requests=tuple(requests),
        dark=dark,
    )


def find_overflow(look: Look) -> list[str]:
    """Return what would have to be scrolled sideways to, and what runs out of its box."""
    found = [f"page: {look.page_width} of {look.width}"] if look.page_width > look.width else []
    for element in look.elements:
        if element.place.left < -_SLACK_PX or element.place.right > look.width + _SLACK_PX:
            found.append(f"{element.name}: to {element.place.right} of {look.width}")
        if element.inner and element.wanted > element.inner + _SLACK_PX:
            found.append(f"{element.name}: {element.wanted} in {element.inner}")
    for text in look.texts:
        if any(not _is_inside(line, text.around) for line in text.lines):
            found.append(f"“{text.words[:40]}” runs out of its box")
    return found


def find_faint(look: Look) -> list[str]:
    """Return the words whose contrast is below WCAG 2.2 AA (1.4.3): 4.5:1, 3:1 from 24 px, or 18.66 px in bold, on."""
    found = []
    for text in look.texts:
        large = text.size >= 24 or (text.size >= 18.66 and text.weight >= 700)
        ratio = contrast(text, dark=look.dark)
        if ratio < (3.0 if large else 4.5) or text.opacity < 1:
            found.append(f"“{text.words[:40]}”: {ratio:.2f}")
    return found


def find_invisible(look: Look) -> list[str]:
    """Return the words that take no place on the page."""
    return [text.words for text in look.texts if not text.lines]


def find_small_type(look: Look) -> list[str]:
    """Return the words that are set too small."""
    return [f"“{text.words[:40]}”: {text.size}" for text in look.texts if text.size < SMALLEST_TYPE_PX]


def find_disorder(look: Look) -> list[str]:
    """Return the words that stand above words before them in the document, or to their left in one row (WCAG 1.3.2)."""
    shown = [text for text in look.texts if text.lines]
    return [
        f"“{later.words[:40]}” before “{earlier.words[:40]}”"
        for earlier, later in pairwise(shown)
        if _is_before(later.lines[0], earlier.lines[0]) or _is_left(later.lines[0], earlier.lines[-1])
    ]


def find_bad_targets(look: Look) -> list[str]:
    """Return the links that a thumb would miss or confuse."""
    small = [
        f"“{one.words}”: {one.place.right - one.place.left:.0f} by {one.place.bottom - one.place.top:.0f}"
        for one in look.targets
        if min(one.place.right - one.place.left, one.place.bottom - one.place.top) < SMALLEST_TARGET_PX
    ]
    near = [
        f"“{one.words}” and “{other.words}” touch"
        for one, other in combinations(look.targets, 2)
        if _apart(one.place, other.place) < 4
    ]
    return small + near


def contrast(text: Text, *, dark: bool) -> float:
    """Return the contrast of *text* with what lies behind it (WCAG 2.2, "contrast ratio"): 1 to 21."""
    behind = _CANVAS[dark]
    for background in reversed(text.backgrounds):
        behind = _over(background, behind)
    light, low = sorted((_luminance(_over(text.color, behind)), _luminance(behind)), reverse=True)
    return (light + 0.05) / (low + 0.05)


def _text(one: Mapping[str, Any]) -> Text:
    return Text(
        words=one["words"],
        lines=tuple(_box(line) for line in one["lines"]),
        around=_box(one["around"]),
        size=one["size"],
        weight=one["weight"],
        color=one["color"],
        backgrounds=tuple(one["backgrounds"]),
        opacity=one["opacity"],
    )


def _box(one: Mapping[str, float]) -> Box:
    return Box(left=one["left"], right=one["right"], top=one["top"], bottom=one["bottom"])


def _is_inside(line: Box, around: Box) -> bool:
    return line.left >= around.left - _SLACK_PX and line.right <= around.right + _SLACK_PX


def _is_before(one: Box, other: Box) -> bool:
    """Tell whether *one* is above *other*; the next cell of a table's row may begin higher up."""
    return one.bottom <= other.top and one.left < other.right


def _is_left(one: Box, other: Box) -> bool:
    row = min(one.bottom, other.bottom) - max(one.top, other.top)
    return row > 0.5 * (one.bottom - one.top) and one.left < other.left


def _apart(one: Box, other: Box) -> float:
    return max(one.left - other.right, other.left - one.right, one.top - other.bottom, other.top - one.bottom)


def _over(color: str, behind: Rgb) -> Rgb:
    red, green, blue, alpha = _channels(color)
    mixed = [part * alpha + back * (1 - alpha) for part, back in zip((red, green, blue), behind, strict=True)]
    return mixed[0], mixed[1], mixed[2]


def _channels(color: str) -> tuple[float, float, float, float]:
    parts = [float(part) for part in re.findall(r"[\d.]+", color)]
    if not color.startswith("rgb") or len(parts) not in (3, 4):
        raise ValueError(f"a colour that is not reckoned with: {color}")
    return parts[0], parts[1], parts[2], parts[3] if len(parts) == 4 else 1.0


def _luminance(color: Rgb) -> float:
    red, green, blue = _linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(color: Rgb) -> Iterator[float]:
    for part in color:
        share = part / 255
        yield share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
