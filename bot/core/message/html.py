"""HTML into the text that a person sees: what is hidden is left out and reported, quotations are marked, table rows stay rows.

A parser that reports events is used, not a tree: depth costs nothing, and 100,000 open elements are no more than a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import unescape

from lxml import etree

from bot.core.message.css import Look, StyleSheet, read_style_sheet
from bot.core.message.layout import Layout
from bot.core.message.seen import DOUBT, is_doubtful, is_plain_style

_NOT_SHOWN = frozenset(
    {
        "script",
        "style",
        "head",
        "title",
        "template",
        "svg",
        "math",
        "object",
        "iframe",
        "audio",
        "video",
        "canvas",
        "datalist",
    }
)
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "blockquote"})
_BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "option",
        "section",
        "summary",
        "tbody",
        "tfoot",
        "thead",
        "caption",
    )
)
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WEB = ("http://", "https://")
_LONGEST_LINK = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedHtml:
    """``text``: LF lines, table rows as one line with cells parted by a tab. ``hidden``: words were left out that nobody would see."""

    text: str
    hidden: bool


def render_html(html: str) -> RenderedHtml:
    """Return the text of an HTML mail as a person would see it; never raises."""
    return _render(html, _Renderer)


def render_with_doubts(html: str) -> str:
    """Return every word of an HTML mail, also those that nobody would see; before each that is not surely seen stands `DOUBT`."""
    return _render(html.replace(DOUBT, ""), _Doubter).text


def _render(html: str, kind: type[_Renderer]) -> RenderedHtml:
    source = _INVALID.sub("", html)
    if not source.strip():
        return RenderedHtml(text="", hidden=False)
    renderer = kind(sheet=read_style_sheet(source))
    parser = etree.HTMLParser(target=renderer, encoding="utf-8", huge_tree=True)
    try:
        etree.fromstring(source.encode(), parser)
    except etree.LxmlError:
        renderer.close()  # what was read until here is kept
    return RenderedHtml(text=renderer.layout.text(), hidden=renderer.hidden)


@dataclass(slots=True)
class _Link:
    """An open ``<a>``; ``seen`` collects its visible words."""

    url: str
    seen: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Renderer:
    """Target of the parser. ``looks``: how each open element and its content appear; ``unseen``: how many open ones are never shown."""

    sheet: StyleSheet
    layout: Layout = field(default_factory=Layout)
    looks: list[Look] = field(default_factory=lambda: [Look()])
    links: list[_Link | None] = field(default_factory=list)
    unseen: int = 0
    hidden: bool = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.looks.append(self.sheet.look(tag, attributes, self.looks[-1]))
        self.unseen += tag in _NOT_SHOWN
        if tag == "a":
            self.links.append(_Link(attributes.get("href", "").strip()) if not self._is_hidden() else None)
        if self.unseen or self.looks[-1].removed:
            return
        self._open(tag, attributes)

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "br":
            self.layout.break_line()
        elif tag == "img":
            self._show_image(attributes.get("alt", ""))
        elif tag in _PARAGRAPHS or tag in _BLOCKS:
            self.layout.open_block(tag, paragraph=self._is_paragraph(tag))
        elif tag in ("table", "tr", "td", "th"):
            self.layout.open_table(tag)

    def _is_paragraph(self, tag: str) -> bool:
        """Whether a blank line parts the element from what is above and below it."""
        return tag in _PARAGRAPHS and not (tag == "p" and self.looks[-1].flush)

    def end(self, tag: str) -> None:
        removed, paragraph = self.looks[-1].removed, self._is_paragraph(tag)
        if len(self.looks) > 1:
            self.looks.pop()
        if tag == "a" and self.links:
            self._end_link(self.links.pop())
        if tag in _NOT_SHOWN and self.unseen:
            self.unseen -= 1
        elif self.unseen or removed:
            return
        if tag in _PARAGRAPHS or tag in _BLOCKS:
            self.layout.close_block(tag, paragraph=paragraph)
        elif tag in ("table", "tr", "td", "th"):
            self.layout.close_table(tag)

    def data(self, data: str) -> None:
        if self.unseen:
            return
        if self._is_hidden():
            self.hidden = self.hidden or any(map(str.isalnum, data))
            return
        if self.links and self.links[-1] and len(self.links[-1].seen) < _LONGEST_LINK:
            self.links[-1].seen.append(data)
        self.layout.add_text(data)

    def comment(self, text: str) -> None:
        """Comments are not seen."""

    def close(self) -> None:
        """Called at the end of the document."""

    def _is_hidden(self) -> bool:
        return self.looks[-1].hidden

    def _show_image(self, alt: str) -> None:
        """An emoji that is shown as a picture is a word; so is the caption of a picture that is all there is of a link."""
        in_bare_link = bool(self.links and self.links[-1] and not "".join(self.links[-1].seen).strip())
        if alt and (in_bare_link or (len(alt) <= 8 and not alt.isascii())):
            self.data(alt)

    def _end_link(self, link: _Link | None) -> None:
        """The address of a link is told unless its words tell it; a link without words leads nowhere that a person would go."""
        if link is None or not link.url.lower().startswith(_WEB) or len(link.url) > _LONGEST_LINK:
            return
        words = "".join("".join(link.seen).split())
        if words and _bare(link.url) not in words.lower():
            self.layout.add_text(f" <{_INVALID.sub('', ''.join(link.url.split()))}>")


_NEVER_WORDS = frozenset({"script", "style", "head", "title"})
_WINDOWS = frozenset(
    {"iframe", "object", "embed", "input", "select", "textarea", "button", "video", "audio", "canvas", "svg", "math"}
)
"""Elements that show what does not stand in the text."""
_WRITES = re.compile(r"[\"'][^\"']*\w")
_WORD = re.compile(r"(?=\S)(?<!\S)")
_MARKUP = re.compile(r"<?!?\[[^\[\]]*\]>?|<(style|xml|script)\b.*?</\1\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_LONGEST_COMMENT = 4_000
_MOST_SUSPECTS = 100


@dataclass(slots=True)
class _Doubter(_Renderer):
    """Shows everything and marks what is not surely seen. ``doubts``: for each open element; ``suspects``: the last steps of selectors that
    may hide; ``conditional``: only some programs show what comes now; ``known``: what was judged of like elements."""

    doubts: list[bool] = field(default_factory=lambda: [False])
    suspects: list[str] = field(default_factory=list)
    conditional: bool = False
    known: dict[tuple[object, ...], tuple[Look, bool]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        suspects = [selector for selector, style in self.sheet.others if not is_plain_style(style)]
        self.suspects = [re.split(r"[\s>+~]+", selector)[-1] for selector in suspects[:_MOST_SUSPECTS]]
        writes = any(_WRITES.search(style.get("content", "")) for _, style in self.sheet.others)
        self.doubts = [writes or len(suspects) > _MOST_SUSPECTS]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        key = (tag, *attributes.items(), id(self.looks[-1]))  # every look but the first is kept in `known`
        if key not in self.known:
            self.known[key] = self._judge(tag, attributes)
        look, doubtful = self.known[key]
        self.looks.append(look)
        self.doubts.append(self.doubts[-1] or doubtful)
        self.unseen += tag in _NEVER_WORDS
        if not self.unseen:
            self._open(tag, attributes)
            if tag in _WINDOWS:
                self.layout.add_text(f" {DOUBT} ")

    def _judge(self, tag: str, attributes: dict[str, str]) -> tuple[Look, bool]:
        """Return how such an element appears, and whether the words in it are in doubt."""
        look = self.sheet.look(tag, attributes, self.looks[-1])
        doubtful = is_doubtful(tag, attributes, self.sheet.style(tag, attributes), look)
        suspect = self.suspects and _may_be_meant(self.sheet.names(tag, attributes), self.suspects)
        return replace(look, removed=False) if look.removed else look, tag != "head" and bool(doubtful or suspect)

    def end(self, tag: str) -> None:
        if len(self.looks) > 1:
            self.looks.pop()
            self.doubts.pop()
        if tag in _NEVER_WORDS:
            self.unseen = max(0, self.unseen - 1)
        elif not self.unseen and (tag in _PARAGRAPHS or tag in _BLOCKS):
            self.layout.close_block(tag, paragraph=tag in _PARAGRAPHS)
        elif not self.unseen and tag in ("table", "tr", "td", "th"):
            self.layout.close_table(tag)

    def data(self, data: str) -> None:
        if not self.unseen:
            self.layout.add_text(_WORD.sub(DOUBT, data) if self.doubts[-1] or self.conditional else data)

    def comment(self, text: str) -> None:
        """What stands in a conditional comment is seen in some programs."""
        said = "".join(text[:_LONGEST_COMMENT].lower().split())
        self.conditional = (self.conditional or said.startswith("[if!mso]")) and "[endif]" not in said
        if not self.unseen and said.startswith("[if"):
            words = unescape(_MARKUP.sub(" ", text[:_LONGEST_COMMENT]))
            self.layout.add_text(_WORD.sub(DOUBT, words) if any(map(str.isalnum, words)) else "")


def _may_be_meant(names: list[str], selectors: list[str]) -> bool:
    """Whether one of *selectors* (their last step) may mean an element that answers to *names*."""
    for selector in selectors:
        plain = re.sub(r"[\[:].*", "", selector)
        if plain in ("", "*") or plain in names or any(name[:1] in ".#" and name in plain for name in names):
            return True
    return False


def _bare(url: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", "".join(url.lower().split())).rstrip("/")
