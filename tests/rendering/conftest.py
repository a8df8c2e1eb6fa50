"""The one browser of these tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.rendering.browser import Gallery, open_gallery


@pytest.fixture(scope="package")
def gallery() -> Iterator[Gallery]:
    """Where HTML is looked at. Ended with these tests: while it is open, no other event loop can run in the process."""
    with open_gallery() as opened:
        yield opened
