"""Letters that are known to be read otherwise than they are told: ``misread.txt`` names each.

The kind of a mail is weighed by all its traits at once; so single letters may fall to the other side when the weights are set anew. None
is let go in silence: a letter that is not on the list must be right, and one that is right again must be struck off.
"""

from __future__ import annotations

from pathlib import Path

import pytest

_LISTED = Path(__file__).with_name("misread.txt")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the listed letters as failing, strictly."""
    listed = {line for line in _LISTED.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}
    for item in items:
        if item.path.parent == _LISTED.parent and f"{item.path.name}::{item.name}" in listed:
            item.add_marker(pytest.mark.xfail(strict=True, reason="known to be read otherwise"))
