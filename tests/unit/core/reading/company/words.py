"""The shipped words, parsed once for all tests of the reader."""

from __future__ import annotations

from bot.config_files import ConfigFiles
from bot.core.reading.company.cues import FOLDERS, parse_cues

CUES = parse_cues(ConfigFiles(None).tables(*FOLDERS))
ENGLISH = CUES.default
