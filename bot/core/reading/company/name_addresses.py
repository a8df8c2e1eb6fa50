"""Which address belongs to which name, and what name an address tells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from bot.core.message.types import Address
from bot.core.reading.company.cues import Language
from bot.core.reading.company.folding import spell_out
from bot.core.reading.company.names import NAME_PARTICLE, NAME_WORD, name_words, same_person

_NAME_BEFORE = re.compile(
    rf"({NAME_WORD}(?:\s(?:{NAME_PARTICLE}\s)?{NAME_WORD}){{0,3}})\s?(?:[(<:,\u2013\u2014-]\s?|([^\W\d_]{{1,9}}))?\s?(?:mailto:)?$"
)
ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_NORTHERN = str.maketrans({"\u00f8": "oe", "\u00e5": "aa", "\u00e6": "ae", "\u0153": "oe"})
"""Letters besides the umlauts that addresses write as two."""
_MOST_ADDRESSES = 60
_REACH = 60


def fits_address(name: str, email: str) -> bool:
    """Return whether the local part of *email* is made of *name*: ``anjali.bhatt``, ``a.bhatt``, ``abhatt``, ``anjali``, ``bhatta``;
    umlauts are spelled out or left bare."""
    local = email.split("@")[0].lower()
    parts = [part for part in re.split(r"[^a-z]+", local) if part]
    spelled = name_words(spell_out(unicodedata.normalize("NFC", name).lower()).translate(_NORTHERN))
    return any(words and parts and _fits(words, parts) for words in (name_words(name), spelled))


def _fits(words: list[str], parts: list[str]) -> bool:
    """Return whether *parts*, which points and the like divide, are made of *words*, the folded words of a name."""
    if len(parts) == 1:
        return _fits_undivided(words, parts[0])
    runs = {"".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    initials = sum(len(part) == 1 for part in parts)
    lone = len(words) == 1 and initials == len(parts) - 1  # "p.lang" may be Ms Lang's
    each = (part in runs or (len(part) == 1 and any(w.startswith(part) for w in words)) for part in parts)
    return (lone or all(each)) and any(len(part) > 1 and part in runs for part in parts)


def _fits_undivided(words: list[str], local: str) -> bool:
    if local in words:
        return len(local) > 1
    if len(words) < 2:
        return False
    first, last, rest = words[0], words[-1], "".join(words[1:])
    shortened = {first[0] + last, first[0] + rest, first + last[0], last + first[0]}
    whole = {"".join(words), first + last, last + first, "".join(word[0] for word in words[:-1]) + last}
    return local in shortened | whole or (len(words) > 2 and local == rest)


def address_of(name: str, addresses: Iterable[Address]) -> str | None:
    """Return the one address among *addresses* that is *name*'s, or None."""
    known = list(addresses)
    by_name = {a.email for a in known if a.name and len(name_words(a.name)) > 1 and same_person(a.name, name)}
    if len(by_name) == 1:
        return by_name.pop()
    if by_name:
        return None
    by_local = {a.email for a in known if fits_address(name, a.email)}
    return by_local.pop() if len(by_local) == 1 else None


def name_from_address(email: str) -> str | None:
    """Return ``Marcus Oyelaran`` for ``marcus.oyelaran@…``, or None where the local part does not tell."""
    parts = [part for part in re.split(r"[._-]", email.split("@")[0]) if part]
    if len(parts) >= 2 and all(part.isalpha() for part in parts) and len(parts[-1]) > 1:
        return " ".join(part.capitalize() for part in parts)
    return parts[0].capitalize() if len(parts) == 1 and parts[0].isalpha() and len(parts[0]) > 2 else None


def find_addresses(text: str, language: Language) -> tuple[Address, ...]:
    """Return the addresses written in *text*, with the name that stands right before each where there is one."""
    found = []
    for match in list(ADDRESS.finditer(text))[:_MOST_ADDRESSES]:
        before = _NAME_BEFORE.search(text[max(0, match.start() - _REACH) : match.start()])
        led = not before or not before[2] or before[2] in language.word_set("before_addresses")
        email = match[0].lower().strip(".'-")
        found.append(Address(name=before[1] if before and led else "", email=email))
    return tuple(found)
