"""Draft templates: text files that the owner may edit, checked when they are loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTemplates:
    """Checked templates by language and file name."""


def load_templates(texts: Mapping[str, Mapping[str, str]]) -> DraftTemplates:
    """Return the checked templates of *texts* (language -> file name -> text); ConfigurationError names every mistake, its file and line."""
    raise NotImplementedError
