"""People's names as such: how they are written, which words they are made of, when two are one person's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.core.message.accents import without_accents
from bot.core.reading.company.cues import Language

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017d\u0218\u021a\u0386-\u03ab\u0400-\u042f\u1ea0-\u1ef8"
NAME_WORD = rf"(?:[{_UPPER}]\.(?:-?[{_UPPER}]\.)?|[{_UPPER}][^\W\d_]*(?:['\u2019-][^\W\d_]+)*)"
NAME_PARTICLE = (
    r"(?:de la|de las|de los|del|della|dello|degli|delle|dei|dal|de|da|das|dos|do|du|des|van der|van den|van de|van het|van 't|van"
    r"|von der|von dem|von den|von und zu|von|vom|zu|zur|der|den|di|la|le|lo|el|al|bin|bint|ibn|ben|ten|ter|te|op de|op den|af|av)"
)
PARTICLES = frozenset(NAME_PARTICLE[3:-1].replace(" ", "|").split("|")) | {"an", "le", "las", "los"}
_BARE = str.maketrans(
    {"\u00df": "ss", "\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u00e6": "ae", "\u0131": "i", "\u0153": "oe"}
)
_REMARK = re.compile(r"\s[|\u2013\u2014]\s|\s\(")
_LONGEST_NAME = 200
"""What follows in a display name is no name; a hostile one is as long as its header field."""


def name_words(text: str) -> list[str]:
    """Return the words of a name: lower case, without accents."""
    return re.findall(r"[^\W\d_]+", without_accents(text.lower().translate(_BARE)))


def same_person(left: str, right: str) -> bool:
    """Return whether two names are one person's: the words of one are all in the other."""
    a, b = set(name_words(left)), set(name_words(right))
    return bool(a and b) and (a <= b or b <= a)


def unique_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return each name once, the fullest form of it, in order of first mention."""
    kept: list[str] = []
    for name in names:
        for number, other in enumerate(kept):
            if same_person(other, name):
                kept[number] = max(other, name, key=lambda text: len(name_words(text)))
                break
        else:
            kept.append(name)
    return tuple(kept)


def in_order(name: str) -> str:
    """Turn ``Last, First`` around."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() and last.strip() else name.strip()


def without_titles(name: str, language: Language) -> str:
    """Return *name* without titles before it and what stands in brackets or behind a bar or "via"."""
    bare = _REMARK.split(in_order(name[:_LONGEST_NAME]))[0]
    services = language.pattern("sent_through").finditer(bare)
    end = next((match.start() for match in services if match.start() and match.end() < len(bare)), len(bare))
    bare = bare[:end].strip(" \"'")
    words = bare.split()
    while len(words) > 1 and title_key(words[0]) in language.word_set("titles"):
        words = words[1:]
    while len(words) > 1 and not re.match(r"[^\W\d_]", words[-1]):
        words = words[:-1]
    return " ".join(word for word in words if not re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", word)) or bare


def title_key(word: str) -> str:
    """Return *word* as titles are listed: lower case, letters only (``Dott.ssa`` is ``dottssa``)."""
    return re.sub(r"[\W_]", "", word.lower())
