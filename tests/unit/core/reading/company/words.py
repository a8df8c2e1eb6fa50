"""The shipped words, parsed once for all tests of the reader."""

from __future__ import annotations

from bot.config_files import ConfigFiles
from bot.core.reading.company.cues import parse_cues

CUES = parse_cues(ConfigFiles(None).tables("cues"))
ENGLISH = CUES.default
