"""HTML into the text that a person sees."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedHtml:
    """``text``: LF lines, table rows as one line with cells parted by a tab. ``hidden``: words were left out that nobody would see."""

    text: str
    hidden: bool


def render_html(html: str) -> RenderedHtml:
    """Return the text of an HTML mail as a person would see it; never raises."""
    raise NotImplementedError
