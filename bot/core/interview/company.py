"""Whether two names, as people write them, mean one company."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from bot.core.message.accents import without_accents

MAX_NAME = 200


def word_set(words: str) -> frozenset[str]:
    """Return the words of a table, which is written as text parted by spaces."""
    return frozenset(words.split())


_LEGAL_FORMS: Final = word_set(
    "ab ag aps as asa bv bvba co corp corporation cv ee eg ek eood ev gbr ges gesellschaft gmbh gmbhcokg inc incorporated kft kg kgaa"
    " lda limited llc llp lp ltd ltda mbh ninc nv oao oe og ohg oy oyj plc pte pty pvt sa sagl sarl sas sasu sca scs se sicav sl slu snc"
    " sp spa spolka srl srls sro ua ug zoo"
)
_FILLERS: Final = word_set("and und et y e en the der die das le la les el los de of")
_GENERIC: Final = word_set(
    "group gruppe groupe grupo gruppo holding holdings international global europe deutschland germany france espana italia uk usa"
    " careers career recruiting recruitment talent hr jobs team"
)
_ENDINGS: Final = _LEGAL_FORMS | _FILLERS | _GENERIC


class Likeness(StrEnum):
    """How two company names stand to each other."""

    SAME = "same"
    RELATED = "related"  # one is the beginning of the other: the same only where something else says so too
    DIFFERENT = "different"
    UNKNOWN = "unknown"  # at least one is not known


def company_key(name: str | None) -> str:
    """Return *name* without case, accents, punctuation and endings such as GmbH or Group, words parted by a space; ``""`` if unknown."""
    kept = _words(name or "")
    while len(kept) > 1 and kept[-1] in _ENDINGS:
        kept.pop()
    while len(kept) > 1 and kept[0] in _FILLERS:
        kept.pop(0)
    return " ".join(kept)


def compare_companies(one: str | None, other: str | None) -> Likeness:
    """Return how two names, as written, stand to each other; spaces and hyphens make no difference."""
    a, b = company_key(one), company_key(other)
    if not a or not b:
        return Likeness.UNKNOWN
    if a.replace(" ", "") == b.replace(" ", ""):
        return Likeness.SAME
    short, long = sorted((a.split(), b.split()), key=len)
    return Likeness.RELATED if long[: len(short)] == short else Likeness.DIFFERENT


def same_company(one: str | None, other: str | None) -> bool:
    """Return whether both names are known and mean one company."""
    return compare_companies(one, other) is Likeness.SAME


def _words(name: str) -> list[str]:
    letters = without_accents(name[:MAX_NAME].casefold())
    letters = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", letters)  # S.A., e.V.: one word
    return re.findall(r"[\w+]+", letters.replace("&", " and ").replace("'", "").replace("’", ""))
