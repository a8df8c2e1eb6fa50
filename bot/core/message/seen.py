"""Which words of an HTML mail are surely seen: a short list of what may stand around them; all else is in doubt.

Ways to hide words are without number, ways in which mail programs show what was typed are few: so the few are listed (CSS 2.2 and the
modules that clients write), and what is not among them shows nothing that an order may rest on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.core.message.css import Look, Style, read_colour

DOUBT = "\ue000"
"""Stands before each word that is not surely seen, where it is asked for (a private-use character, which no mail holds afterwards)."""

_TAGS = re.compile(
    r"html|body|div|p|span|br|wbr|b|strong|i|em|u|ins|mark|font|a|blockquote|ul|ol|li|dl|dt|dd|table|caption|colgroup|col"
    r"|thead|tbody|tfoot|tr|td|th|pre|code|kbd|samp|tt|var|cite|q|abbr|small|big|sub|sup|h1|h2|h3|h4|h5|h6|hr|center|address"
    r"|article|section|main|header|footer|aside|figure|figcaption|nobr|time|img|meta"
)
# Properties that say how words look, never whether they are seen.
_HARMLESS = re.compile(
    r"--.*|mso-(?!hide).*|font-(?!size).*|border.*|outline.*|list-style.*|background|background-color|text-align.*"
    r"|text-decoration-(?:color|style|thickness)|text-underline.*|text-transform|text-rendering|text-wrap.*|text-size-adjust"
    r"|-(?:webkit|moz|ms)-(?:text-size-adjust|nbsp-mode|line-break|font-smoothing|tap-highlight-color|text-stroke-width|hyphens"
    r"|text-decoration-.*|user-modify|user-select|word-break|locale|text-autospace)"
    r"|osx-font-smoothing|white-space.*|word-break|word-wrap|overflow-wrap|line-break|hyphens|orphans|widows|caret-color|cursor|quotes"
    r"|table-layout|box-sizing|color-scheme|supported-color-schemes|page|page-break-.*|break-.*|tab-size|float|clear"
    r"|(?:min-|max-)?(?:width|height|inline-size|block-size)|layout-grid.*|text-justify|text-autospace|text-kashida.*|panose.*|tab-stops"
    r"|(?:forced-|print-)?color-adjust|color-interpolation.*|user-select|pointer-events|punctuation-wrap|text-fit"
    r"|background-(?:repeat|size|position|origin|attachment)"
)
_NOTHING_DONE = frozenset(
    {"none", "normal", "auto", "initial", "unset", "inherit", "revert", "visible", "static", "0", "0px", "1", "100%"}
)
_DISPLAYS = re.compile(
    r"block|inline|inline-block|list-item|table|inline-table|table-row|table-cell|table-row-group|table-header-group"
    r"|table-caption|table-column|contents|flow-root|initial|unset|inherit|revert"
)
_SIZES = re.compile(r"medium|small|smaller|larger|large|x-large|xx-large|x-small|inherit|initial|unset")
# Names of colours that stand out from a light ground, and from a dark one where a program turns them round.
_DARK = re.compile(
    r"inherit|initial|unset|currentcolor|windowtext|canvastext|black|navy|blue|red|green|maroon|purple|teal|gray|grey"
    r"|dimgray|dimgrey|darkblue|darkred|darkgreen|darkgray|darkgrey|darkslategray|darkslateblue|midnightblue|mediumblue"
    r"|royalblue|brown|crimson|indigo|firebrick|slategray|steelblue"
)
_LENGTH = re.compile(r"(-?(?:\d{1,6}(?:\.\d{1,9})?|\.\d{1,9}))(px|pt|em|rem|ex|ch|%|in|cm|mm|pc|)")
_PX = {
    "px": 1.0,
    "pt": 4 / 3,
    "em": 16.0,
    "rem": 16.0,
    "ex": 8.0,
    "ch": 8.0,
    "%": 0.16,
    "in": 96.0,
    "cm": 37.8,
    "mm": 3.78,
    "pc": 16.0,
}
_SMALLEST_FONT_PX = 6.0
_SMALLEST_LINE = 0.6
_FARTHEST_PX = (-100.0, 1_000.0)
_LEAST_CONTRAST = 40


def is_doubtful(tag: str, attributes: Mapping[str, str], style: Style, look: Look) -> bool:
    """Return whether words directly in this element may be shown otherwise than they stand in the source, or not at all."""
    if not _TAGS.fullmatch(tag) and ":" not in tag:
        return True
    if attributes.get("dir", "").strip().lower() not in ("", "ltr", "auto"):
        return True
    return look.hidden or _has_little_contrast(look) or not all(_is_plain(name, value) for name, value in style.items())


def is_plain_style(style: Style) -> bool:
    """Return whether *style*, wherever it applies, only says how words look that are seen."""
    plain = {name: value.replace("!important", "").strip() for name, value in style.items()}
    colour = read_colour(plain.get("color", ""))
    pale = colour is not None and min(colour) > 255 - _LEAST_CONTRAST
    return not pale and all(_is_plain(name, value) for name, value in plain.items())


def _has_little_contrast(look: Look) -> bool:
    if look.ground is None:
        return True
    return (
        look.colour is not None
        and max(abs(a - b) for a, b in zip(look.colour, look.ground, strict=True)) < _LEAST_CONTRAST
    )


def _is_plain(name: str, value: str) -> bool:
    if any(word in value for word in ("url(", "gradient", "var(", "calc(", "expression", "\\")):
        return name.startswith("--")
    if value in _NOTHING_DONE and name not in (
        "opacity",
        "font-size",
        "font",
        "line-height",
        "color",
        "zoom",
        "display",
    ):
        return True
    check = _CHECKS.get(name)
    return check(value) if check else _HARMLESS.fullmatch(name) is not None


def _pixels(value: str, unitless: float = 1.0) -> float | None:
    match = _LENGTH.fullmatch(value)
    return float(match[1]) * _PX.get(match[2], unitless) if match else None


def _is_colour(value: str) -> bool:
    colour = read_colour(value)
    return _DARK.fullmatch(value) is not None or (colour is not None and min(colour) >= 0)


def _is_size(value: str) -> bool:
    size = _pixels(value)
    return _SIZES.fullmatch(value) is not None or (size is not None and size >= _SMALLEST_FONT_PX)


def _is_font(value: str) -> bool:
    """The shorthand: every length in it must be one to read by."""
    lengths = [word for word in re.split(r"[\s/]+", value.split(",")[0]) if word[:1] in "0123456789.-"]
    return all(_is_size(word) or re.fullmatch(r"[1-9]00|[12](?:\.\d+)?", word) for word in lengths)


def _is_line_height(value: str) -> bool:
    height = _pixels(value, 16.0)
    return value in ("normal", "inherit", "initial", "unset") or (height is not None and height >= 16 * _SMALLEST_LINE)


def _is_no_far_shift(value: str) -> bool:
    shifts = [_pixels(word) for word in value.split()]
    return all(
        word == "auto" or (shift is not None and _FARTHEST_PX[0] < shift < _FARTHEST_PX[1])
        for word, shift in zip(value.split(), shifts, strict=True)
    )


def _is_no_squeeze(value: str) -> bool:
    space = _pixels(value)
    return space is not None and space >= -1.5


def _is_full(value: str) -> bool:
    share = _pixels(value)
    return share is not None and (share >= 0.5 if "%" not in value else share >= 8)


_CHECKS = {
    "color": _is_colour,
    "font-size": _is_size,
    "font": _is_font,
    "line-height": _is_line_height,
    "display": lambda value: _DISPLAYS.fullmatch(value) is not None,
    "opacity": _is_full,
    "zoom": _is_full,
    "position": frozenset({"static", "relative"}).__contains__,
    "direction": frozenset({"ltr"}).__contains__,
    "text-decoration": lambda value: "line-through" not in value,
    "text-decoration-line": lambda value: "line-through" not in value,
    "letter-spacing": _is_no_squeeze,
    "word-spacing": _is_no_squeeze,
    "text-indent": _is_no_far_shift,
    "vertical-align": lambda value: value.isalpha() or "-" in value[1:] or _is_no_far_shift(value),
    **{f"padding{side}": _is_no_far_shift for side in ("", "-top", "-right", "-bottom", "-left")},
    **{f"padding-{side}": _is_no_far_shift for side in ("block", "inline", "inline-start", "inline-end")},
    **{f"margin{side}": _is_no_far_shift for side in ("", "-top", "-right", "-bottom", "-left", "-block", "-inline")},
    **{f"margin-{side}": _is_no_far_shift for side in ("block-start", "block-end", "inline-start", "inline-end")},
}
