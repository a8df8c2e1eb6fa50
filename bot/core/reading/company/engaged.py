"""Hours at which the writer, or somebody else, has something of his own ("I've got a school group at nine")."""

from __future__ import annotations

import re

from bot.core.reading.company.clauses import says
from bot.core.reading.company.cues import Language
from bot.core.reading.company.wording import flatten, read_before

_CLAUSE = re.compile(r"[,.;:!?()]|\s[-\u2013\u2014]\s")
_REACH = 60


def is_engaged(language: Language, before: str, behind: str) -> bool:
    """Return whether the words right *before* an hour or right *behind* it say that it is of something else: neither of the talk nor of
    the time that is kept for it."""
    own = read_before(language, before)
    lead = language.pattern("engaged_before").search(own)
    near = flatten(language, behind[:_REACH])
    rest = _CLAUSE.split(near.lstrip(" ,"))[0]
    follows = language.pattern("engaged_behind").search(" " + near.lstrip(" ,"))
    if lead is None and follows is None:
        return False
    said = f"{own[lead.start() :] if lead else ''} {rest}"
    if language.pattern("engaged_not").search(said):
        return False
    alone = language.pattern("engaged_alone").search(said)  # "I have a meeting at 2", not "we have the meeting at 2"
    return not says(language, "interview", said, "word" if alone else "talk", "word")
