"""As much of CSS as hides words in mail: inline styles, and rules of ``<style>`` with one simple selector."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

_MOST_CSS = 64 * 2**10
_MOST_STYLE = 4 * 2**10
_SIMPLE = re.compile(r"([a-z][a-z0-9]*)?(?:([.#])([a-z_][\w-]*))?", re.IGNORECASE)
_NAMES = re.compile(r"[.#]?[\w-]+")
_NUMBER = re.compile(r"(-?(?:\d{1,6}(?:\.\d{1,6})?|\.\d{1,6}))")
_LENGTH = re.compile(_NUMBER.pattern + r"(px|pt|em|rem|%|)")
_FONT_LENGTH = re.compile(r"(?:^|\s)(\d{1,6}(?:\.\d{1,6})?(?:px|pt|em|rem|%)|0(?=[/\s]))")
_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![0-9a-f])")
_RGB = re.compile(r"rgba?\(([^)]*)\)")
_NAMED = {
    "white": (255, 255, 255),
    "black": (0, 0, 0),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245),
}
_WHITE = (255, 255, 255)
_CLEAR = (-1, -1, -1)
_SAME_COLOUR = 10
_SMALLEST_FONT_PX = 2.0
_FAR_AWAY_PX = -500.0

Colour = tuple[int, int, int]
Style = dict[str, str]


@dataclass(frozen=True, slots=True)
class Look:
    """How an element appears. ``removed``: it and all within it; the others are inherited and may be set anew further in.
    ``colour``: of the words, None unless stated; ``ground``: behind them, None if unknown. ``flush``: no space above and below it (its own
    only, never inherited)."""

    removed: bool = False
    invisible: bool = False
    tiny: bool = False
    colour: Colour | None = None
    ground: Colour | None = _WHITE
    flush: bool = False

    @property
    def hidden(self) -> bool:
        """Whether nobody would see words here."""
        return self.removed or self.invisible or self.tiny or self.colour == _CLEAR or _alike(self.colour, self.ground)


def _alike(one: Colour | None, other: Colour | None) -> bool:
    return (
        one is not None
        and other is not None
        and all(abs(a - b) <= _SAME_COLOUR for a, b in zip(one, other, strict=True))
    )


@dataclass(slots=True)
class StyleSheet:
    """``rules``: declarations by selector (``p``, ``.x``, ``#x``, ``p.x``); ``grounded``: names in any selector that sets a background;
    ``others``: (selector, declarations) of the rules that are not followed (several steps, conditions, media)."""

    rules: dict[str, Style] = field(default_factory=dict)
    grounded: set[str] = field(default_factory=set)
    others: list[tuple[str, Style]] = field(default_factory=list)

    def look(self, tag: str, attributes: Mapping[str, str], outer: Look) -> Look:
        """Return how an element with these attributes appears within *outer*."""
        if not attributes and not self.rules:
            return outer
        names = self.names(tag, attributes)
        style = self.style(tag, attributes)
        look = _inherit(outer, style, attributes)
        if look.ground is not None and not self.grounded.isdisjoint(names) and not _ground_of(style, attributes):
            look = replace(look, ground=None)  # a selector that is not understood may have set it
        return look

    def style(self, tag: str, attributes: Mapping[str, str]) -> Style:
        """Return what is declared for such an element, by its own style and by the rules that fit."""
        rules = (self.rules[name] for name in self.names(tag, attributes) if name in self.rules)
        return _merge([*rules, read_style(attributes.get("style", ""))])

    def names(self, tag: str, attributes: Mapping[str, str]) -> list[str]:
        """Return the selectors that fit, the weakest first."""
        names = [f".{name}" for name in attributes.get("class", "").lower().split()[:20]]
        if identity := attributes.get("id", "").strip().lower():
            names.append(f"#{identity}")
        return [tag, *names, *(f"{tag}{name}" for name in names)]


def _merge(styles: list[Style]) -> Style:
    merged: Style = {}
    for style in styles:
        for name, value in style.items():
            if "!important" in value or "!important" not in merged.get(name, ""):
                merged[name] = value
    return {name: value.replace("!important", "").strip() for name, value in merged.items()}


def read_style(text: str) -> Style:
    """Return the declarations of a style attribute or rule, lower case; of two with one name the last counts."""
    declarations = (part.partition(":") for part in text[:_MOST_STYLE].lower().split(";"))
    return {name.strip(): " ".join(value.split()) for name, _, value in declarations if value.strip()}


def _inherit(outer: Look, style: Style, attributes: Mapping[str, str]) -> Look:
    ground_text = _ground_of(style, attributes)
    colour_text = style.get("color") or attributes.get("color", "").strip()
    visibility = style.get("visibility", "")
    return Look(
        removed=outer.removed or "hidden" in attributes or _removes(style),
        invisible=visibility in ("hidden", "collapse")
        if visibility in ("hidden", "collapse", "visible")
        else outer.invisible,
        tiny=_tiny(_font_size(style), outer.tiny),
        colour=read_colour(colour_text)
        if colour_text and colour_text not in ("inherit", "currentcolor")
        else outer.colour,
        ground=_ground(ground_text, outer.ground) if ground_text else outer.ground,
        flush=_is_flush(style),
    )


def _is_flush(style: Style) -> bool:
    """Whether the style takes the space above and below away, as Word's does for each of its paragraphs."""
    margin = style.get("margin", "").split()
    above = style.get("margin-top", margin[0] if margin else "")
    below = style.get("margin-bottom", margin[min(2, len(margin) - 1)] if margin else "")
    return _number(above) == 0 and _number(below) == 0


def _ground_of(style: Style, attributes: Mapping[str, str]) -> str:
    if "background" in attributes or "background-image" in style:
        return "url("
    return style.get("background-color") or style.get("background") or attributes.get("bgcolor", "").strip()


def _ground(text: str, outer: Colour | None) -> Colour | None:
    """Return the colour behind the words; None for a picture or whatever else is not understood."""
    if any(word in text for word in ("url(", "gradient", "var(")):
        return None
    if text.split()[0] in ("transparent", "none", "inherit", "initial", "unset", "0"):
        return outer
    colour = read_colour(text)
    return outer if colour == _CLEAR else colour


def _removes(style: Style) -> bool:
    clipped = style.get("overflow", "").startswith("hidden")
    flat = any(_pixels(style.get(name, "")) == 0 for name in ("max-height", "height", "max-width", "width"))
    return (
        style.get("display", "") == "none"
        or style.get("mso-hide", "") == "all"
        or _number(style.get("opacity", "")) == 0
        or _pixels(style.get("max-height", "")) == 0
        or (clipped and flat)
        or (style.get("position", "") in ("absolute", "fixed") and _far_away(style))
        or (_pixels(style.get("text-indent", "")) or 0) <= _FAR_AWAY_PX
    )


def _far_away(style: Style) -> bool:
    return any((_pixels(style.get(name, "")) or 0) <= _FAR_AWAY_PX for name in ("left", "top", "right"))


def _font_size(style: Style) -> str:
    if size := style.get("font-size", ""):
        return size
    match = _FONT_LENGTH.search(style.get("font", ""))
    return match[1] if match else ""


def _tiny(size: str, outer: bool) -> bool:
    """Sizes that depend on a size of nothing are nothing."""
    match = _LENGTH.match(size)
    if match is None:
        return outer and size in ("", "inherit", "smaller", "larger")
    number, unit = float(match[1]), match[2]
    if unit in ("em", "%"):
        return outer or number == 0
    return number < _SMALLEST_FONT_PX if unit != "rem" else number == 0


def _number(text: str) -> float | None:
    match = _NUMBER.match(text)
    return float(match[1]) if match else None


def _pixels(text: str) -> float | None:
    match = _LENGTH.match(text)
    return float(match[1]) if match else None


def read_colour(text: str) -> Colour | None:
    """Return a colour, None for one that is not understood, (-1, -1, -1) for one that cannot be seen at all."""
    text = text.strip().lower()
    if text.split(" ")[0] == "transparent":
        return _CLEAR
    if match := _HEX.match(text):
        digits = match[1] if len(match[1]) >= 6 else "".join(2 * digit for digit in match[1])
        if int(digits[6:] or "ff", 16) <= _SAME_COLOUR:
            return _CLEAR
        return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    if match := _RGB.match(text):
        numbers = [_number(part.strip()) for part in re.split(r"[,\s/]+", match[1].strip())]
        if len(numbers) == 4 and numbers[3] == 0:
            return _CLEAR
        if len(numbers) >= 3 and all(number is not None for number in numbers[:3]) and "%" not in match[1]:
            return tuple(min(255, max(0, int(number or 0))) for number in numbers[:3])  # type: ignore[return-value]
        return None
    return _NAMED.get(text.split(" ")[0])


def read_style_sheet(html: str) -> StyleSheet:
    """Return the rules of every ``<style>`` of the page that hold everywhere (none of ``@media``), from at most 64 kB."""
    sheet = StyleSheet()
    for selectors, body in _rules(_without_comments("".join(_style_texts(html))[:_MOST_CSS])):
        if selectors.startswith("@"):
            _add_block(sheet, selectors, body)
            continue
        style = read_style(body)
        for selector in selectors.lower().split(","):
            _add_rule(sheet, selector.strip(), style)
    return sheet


def _add_block(sheet: StyleSheet, name: str, body: str) -> None:
    """Note the rules of an ``@media`` block and of others that hold rules; they may hold or not."""
    if name.lower().startswith(("@font-face", "@page", "@list", "@namespace", "@keyframes", "@-webkit-keyframes")):
        return
    for selectors, declarations in _rules(body):
        style = read_style(declarations)
        sheet.others.extend((selector.strip(), style) for selector in selectors.lower().split(","))


def _add_rule(sheet: StyleSheet, selector: str, style: Style) -> None:
    if match := _SIMPLE.fullmatch(selector):
        name = f"{match[1] or ''}{match[2] or ''}{match[3] or ''}"
        sheet.rules[name] = _merge_kept(sheet.rules.get(name, {}), style)
        return
    sheet.others.append((selector, style))
    if any(name.startswith("background") for name in style):
        sheet.grounded.update(_NAMES.findall(selector))


def _merge_kept(earlier: Style, later: Style) -> Style:
    return {
        **earlier,
        **{
            name: value
            for name, value in later.items()
            if "!important" in value or "!important" not in earlier.get(name, "")
        },
    }


def _style_texts(html: str) -> Iterator[str]:
    lowered = html.lower() if len(html.lower()) == len(html) else html
    start = lowered.find("<style")
    while start >= 0:
        opened = lowered.find(">", start)
        closed = lowered.find("</style", opened) if opened >= 0 else -1
        if closed < 0:
            return
        yield html[opened + 1 : closed].replace("<!--", " ").replace("-->", " ") + "\n"
        start = lowered.find("<style", closed)


def _without_comments(css: str) -> str:
    kept: list[str] = []
    rest = css
    position = 0
    while (start := rest.find("/*", position)) >= 0:
        kept.append(rest[position:start])
        end = rest.find("*/", start + 2)
        position = len(rest) if end < 0 else end + 2
    return "".join([*kept, rest[position:]])


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield (selectors, declarations) of the rules at the top level; an ``@`` block is one of them."""
    depth, selectors, start = 0, "", 0
    for match in re.finditer(r"[{};]", css):
        if match[0] == "{":
            if depth == 0:
                selectors, start = css[start : match.start()].strip(), match.end()
            depth += 1
        elif match[0] == "}":
            depth = max(0, depth - 1)
            if depth == 0:
                if selectors:
                    yield selectors, css[start : match.start()]
                selectors, start = "", match.end()
        elif depth == 0:
            start = match.end()  # @import "…";
