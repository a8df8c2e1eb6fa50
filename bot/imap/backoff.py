"""How long to wait before the next attempt."""

from __future__ import annotations

import random
from collections.abc import Callable


class Backoff:
    """Doubles from *first_s* to *most_s*; each wait is shortened by up to a half at random, so that many clients do not return at once."""

    def __init__(self, *, first_s: float, most_s: float, chance: Callable[[], float] = random.random) -> None:
        self._first_s = first_s
        self._most_s = most_s
        self._chance = chance
        self._next_s = first_s

    def next(self) -> float:
        """Return the seconds to wait now."""
        wait_s = self._next_s * (0.5 + 0.5 * self._chance())
        self._next_s = min(self._next_s * 2, self._most_s)
        return wait_s

    def reset(self) -> None:
        """Begin anew after a connection that held."""
        self._next_s = self._first_s
