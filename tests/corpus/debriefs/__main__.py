"""``python -m tests.corpus.debriefs [--errors]``: how the owners' accounts are read."""

from __future__ import annotations

import sys

from tests.corpus.debriefs.score import print_scores

if __name__ == "__main__":
    print_scores(errors="--errors" in sys.argv)
