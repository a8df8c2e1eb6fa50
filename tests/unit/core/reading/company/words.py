"""The shipped words, parsed once for all tests of the reader."""

from __future__ import annotations

from tests.corpus.labels import load_cues

CUES = load_cues()
ENGLISH = CUES.default
