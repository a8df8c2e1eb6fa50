"""The one browser of these tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.rendering.browser import Gallery, open_gallery, why_not


@pytest.fixture(scope="package")
def gallery() -> Iterator[Gallery]:
    """Where HTML is looked at. Ended with these tests: while it is open, no other event loop can run in the process."""
    if reason := why_not():
        pytest.fail(f"Chromium is required here: {reason}")
    with open_gallery() as opened:
        yield opened
