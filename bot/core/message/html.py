"""HTML into the text that a person sees: what is hidden is left out and reported, quotations are marked, table rows stay rows.

A parser that reports events is used, not a tree: depth costs nothing, and 100,000 open elements are no more than a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from bot.core.message.css import Look, StyleSheet, read_style_sheet
from bot.core.message.layout import Layout

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
    source = _INVALID.sub("", html)
    if not source.strip():
        return RenderedHtml(text="", hidden=False)
    renderer = _Renderer(sheet=read_style_sheet(source))
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
            self.layout.open_block(tag, paragraph=tag in _PARAGRAPHS)
        elif tag in ("table", "tr", "td", "th"):
            self.layout.open_table(tag)

    def end(self, tag: str) -> None:
        removed = self.looks[-1].removed
        if len(self.looks) > 1:
            self.looks.pop()
        if tag == "a" and self.links:
            self._end_link(self.links.pop())
        if tag in _NOT_SHOWN and self.unseen:
            self.unseen -= 1
        elif self.unseen or removed:
            return
        if tag in _PARAGRAPHS or tag in _BLOCKS:
            self.layout.close_block(tag, paragraph=tag in _PARAGRAPHS)
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


def _bare(url: str) -> str:
    return re.sub(r"^https?://(www\.)?", "", "".join(url.lower().split())).rstrip("/")
