"""One headless Chromium, as a letter's reader: offline, without storage, with what it was shown measured and photographed."""

from __future__ import annotations

import base64
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tests.rendering.looks import Look, read_look

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

MEASURE = (Path(__file__).parent / "measure.js").read_text(encoding="utf-8")
PICTURES = Path(__file__).parents[2] / "build" / "letters"
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_NAMES = ("chromium", "google-chrome")
"""Not chromium-browser: on Ubuntu that only tells where to find a snap."""


def why_not() -> str | None:
    """Return why there is no browser here, or None where there is one."""
    if find_spec("playwright") is None:
        return "the package playwright is not installed"
    return None if _find() else f"not installed: {_NAMES[0]}"


def _find() -> str | None:
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


@dataclass(frozen=True, slots=True)
class View:
    """How a letter is looked at. ``width``: of the window; ``style``: False in a client that drops ``<style>``."""

    width: int
    dark: bool = False
    style: bool = True

    def __str__(self) -> str:
        return f"{self.width}-{'dark' if self.dark else 'light'}{'' if self.style else '-without-style'}"


PHONE, BARE = View(360), View(360, style=False)
VIEWS = (PHONE, View(360, dark=True), View(1024), View(1024, dark=True), BARE, View(360, dark=True, style=False))


class Gallery:
    """Shows HTML and tells what there is to see. One page for all of it, for starting one costs more than the rest."""

    def __init__(self, page: Page, camera: CDPSession) -> None:
        self._page = page
        self._camera = camera
        self._shown = ""
        self._requests: list[str] = []
        self._seen: dict[tuple[str, View], Look] = {}
        page.on("request", lambda request: self._requests.append(request.url))
        PICTURES.mkdir(parents=True, exist_ok=True)
        for old in PICTURES.glob("*.png"):
            old.unlink()

    def look(self, html: str, view: View, picture: str = "") -> Look:
        """Return what *html* looks like in *view*; each is looked at once. *picture*: the name of the file kept of it."""
        key = (html, view)
        if key not in self._seen:
            self._seen[key] = self._look(html, view)
            if picture and view.style:
                self._photograph(PICTURES / f"{picture}-{view}.png")
        return self._seen[key]

    def _look(self, html: str, view: View) -> Look:
        self._page.set_viewport_size({"width": view.width, "height": 640})
        self._page.emulate_media(color_scheme="dark" if view.dark else "light")
        self._show(html if view.style else _STYLE.sub("", html))
        return read_look(json.loads(self._page.evaluate(MEASURE)), requests=self._requests, dark=view.dark)

    def _show(self, html: str) -> None:
        if html != self._shown:
            self._requests.clear()
            self._page.set_content(html)
            self._shown = html

    def _photograph(self, path: Path) -> None:
        """By the protocol itself: playwright's own way waits for frames, which takes half as long again."""
        options = {"format": "png", "captureBeyondViewport": True, "optimizeForSpeed": True}
        path.write_bytes(base64.b64decode(self._camera.send("Page.captureScreenshot", options)["data"]))


@contextmanager
def open_gallery() -> Iterator[Gallery]:
    """Start the browser, and end it. It is spoken to through a pipe and has no network."""
    from playwright.sync_api import sync_playwright  # absent where it is not installed

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_find(), args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(offline=True)
        page = context.new_page()
        yield Gallery(page, context.new_cdp_session(page))
        browser.close()
