"""What runs first, and what may run apart, where several processes share the tests.

A process takes one unit after the other. What is long goes first, so that no process works at the end while the others are done; a unit
is a file, because a file may share a daemon or a fixture that took long, but where its tests are long and share nothing each is one,
and where the files of a folder share what took long they are one together.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from xdist.scheduler import LoadScopeScheduling

LONG = (
    "tests/acceptance/test_k",
    "tests/acceptance/test_h",
    "tests/corpus/test_corpus",
    "tests/acceptance/",
    "tests/corpus/",
    "tests/rendering/",
    "tests/integration/",
    "tests/properties/",
    "tests/simulation/",
    "tests/security/",
    "tests/unit/pipeline/",
)
"""The longest first; whatever is not named comes after."""
APART = (
    "tests/acceptance/test_l_",
    "tests/acceptance/test_m_",
    "tests/integration/test_",
    "tests/properties/",
    "tests/unit/pipeline/test_recover",
)
"""Files whose tests share nothing that takes long."""
TOGETHER = ("tests/rendering/",)
"""Folders whose files share what takes long: one browser."""


def put_long_first(items: list[pytest.Item]) -> None:
    """Order *items* by what they take; those that take about the same stay in their order."""
    items.sort(key=lambda item: _first_of(LONG, item.nodeid))


class Units(LoadScopeScheduling):
    """Hands out units in the order of the tests."""

    def _split_scope(self, nodeid: str) -> str:
        folder = _first_of(TOGETHER, nodeid)
        if folder < len(TOGETHER):
            return TOGETHER[folder]
        return nodeid if _first_of(APART, nodeid) < len(APART) else super()._split_scope(nodeid)


def _first_of(beginnings: Sequence[str], nodeid: str) -> int:
    return next((place for place, begin in enumerate(beginnings) if nodeid.startswith(begin)), len(beginnings))
