"""The shipped words, parsed once for all tests of the reader."""

from __future__ import annotations

from bot.config_files import ConfigFiles
from bot.core.reading.company.cue_files import parse_cues
from bot.core.reading.company.cues import FOLDERS

CUES = parse_cues(ConfigFiles(None).tables(*FOLDERS))
ENGLISH = CUES.default
