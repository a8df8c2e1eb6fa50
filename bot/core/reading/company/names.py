"""People's names in text, and which address belongs to whom."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.message.types import Address
from bot.core.reading.company.cues import Language

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017d"
_WORD = rf"(?:[{_UPPER}]\.|[{_UPPER}][^\W\d_]*(?:['\u2019-][^\W\d_]+)*)"
_PARTICLE = r"(?:de la|de|da|dos|do|del|van der|van den|van|von|der|den|di|la|le|el|al|bin|ten|ter|y|e)"
_PERSON = re.compile(rf"(?<![\w@./])(?P<name>{_WORD}(?:\s(?:{_PARTICLE}\s)?{_WORD}){{0,3}})(?![\w@])")
_TITLE_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{2,9})\.?\s$")
_SMALL = re.compile(r"\b(?:dr|mr|mrs|ms|prof)\.?\s(?P<name>[a-z]{3,20})\b")
_BRACKETS = re.compile(r"\([^()]*\)|<[^<>]*>|\[[^\[\]]*\]")
_ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PARTS = re.compile(
    r"\s*(?:;|/|\||\u00b7|\u2022|\n|\t|\band\b|&|\+|\bplus\b|\bas well as\b)\s*|,\s*(?=and\b)", re.IGNORECASE
)

_LONGEST_NAME = 200
"""What follows in a display name is no name; a hostile one is as long as its header field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person's name where it stands in a text, titles cut off. ``titled``: a title stands before it."""

    name: str
    start: int
    end: int
    titled: bool = False

    @property
    def single(self) -> bool:
        """Whether only one word of the name is known."""
        return " " not in self.name


def name_words(text: str) -> list[str]:
    """Return the words of a name: lower case, without accents."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return re.findall(r"[^\W\d_]+", "".join(c for c in plain if not unicodedata.combining(c)))


def find_people(text: str, language: Language, blocked: frozenset[str] = frozenset()) -> tuple[Named, ...]:
    """Return what can be names of people in *text*. *blocked*: words (lower case) that belong to something else."""
    found = []
    for match in _PERSON.finditer(text):
        named = _named(match, text, language, blocked)
        if named:
            found.append(named)
    for match in _SMALL.finditer(text):
        found.append(Named(name=match["name"].capitalize(), start=match.start(), end=match.end(), titled=True))
    return tuple(sorted(found, key=lambda named: named.start))


def _named(match: re.Match[str], text: str, language: Language, blocked: frozenset[str]) -> Named | None:
    titles = language.word_set("titles")
    words = match["name"].split(" ")
    offset = match.start("name")
    before = _TITLE_BEFORE.search(text[max(0, match.start() - 12) : match.start()])
    titled = before is not None and before[1].lower() in titles
    start = match.start() - len(before[0]) if titled and before else match.start()
    while words and words[0].lower().rstrip(".") in titles:
        offset += len(words[0]) + 1
        words, titled = words[1:], True
    if words and all(word.lower().rstrip(".,'") in blocked for word in words[:2]):
        return None
    while words and _is_no_name(words[0], language):
        offset += len(words[0]) + 1
        start = offset
        words = words[1:]
    kept: list[str] = []
    heads = language.word_set("role_heads")
    if len(words) > 1 and not titled and words[1].lower().rstrip(".,") in heads:
        return None
    for word in words:
        if _is_no_name(word, language):
            break
        kept.append(word)
    while kept and kept[-1][:1].islower():
        kept.pop()
    name = re.sub(r"['\u2019]s$", "", " ".join(kept).rstrip(".,")) if kept else ""
    if len(kept) == 1 and (
        name.lower() in blocked or name.lower() in language.months or text[:offset].endswith((" of ", " in ", " at "))
    ):
        return None
    if len(name) < 2 or (len(kept) == 1 and (len(name) < 3 or name.isupper())):
        return None
    if all(word.isupper() and len(word) > 2 for word in kept) and len(kept) == 1:
        return None
    return Named(name=name, start=start, end=offset + len(" ".join(kept)), titled=titled)


def _is_no_name(word: str, language: Language) -> bool:
    low = re.split("['\u2019]", word.lower())[0].rstrip(".,") or word.lower()
    return (
        low in language.word_set("not_names")
        or low in language.weekdays
        or (low in language.months and low not in ("april", "june", "may"))
        or (low in language.word_set("role_heads") and low not in ("chase", "major"))
        or (word.isupper() and len(word) > 3)
    )


def split_people(text: str, language: Language, blocked: frozenset[str] = frozenset()) -> tuple[Named, ...]:
    """Return the people of a list such as ``Ms A. Bee (CFO), Cee Dee and Eff Gee, AVP``: one a piece, titles and offices cut off."""
    people: list[Named] = []
    for piece in _PARTS.split(_ADDRESS.sub(" ", _BRACKETS.sub(" ", text))):
        for number, part in enumerate((piece or "").split(",")):
            found = find_people(part.strip(" -\u2013\u2014:"), language, blocked)
            if not found or found[0].start > 12:
                continue
            first = found[0]
            rest = part.strip(" -\u2013\u2014:")[first.end :].strip(" .")
            office = number > 0 and (first.single or _is_office(part, language))
            if office and not first.titled:
                continue
            if rest and number > 0 and not first.titled:
                continue
            people.append(first)
    return tuple(people)


def _is_office(text: str, language: Language) -> bool:
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", text)}
    return bool(words & language.word_set("role_heads")) or bool(words & {"of", "head", "chief", "hr", "operations"})


def same_person(left: str, right: str) -> bool:
    """Return whether two names are one person's: the words of one are all in the other."""
    a, b = set(name_words(left)), set(name_words(right))
    return bool(a and b) and (a <= b or b <= a)


def fits_address(name: str, email: str) -> bool:
    """Return whether the local part of *email* is made of *name*: ``anjali.bhatt``, ``a.bhatt``, ``abhatt``, ``anjali``, ``bhatta``."""
    words = name_words(name)
    local = email.split("@")[0].lower()
    parts = [part for part in re.split(r"[^a-z]+", local) if part]
    if not words or not parts:
        return False
    if len(parts) > 1:
        return all(
            any(word == part or (len(part) == 1 and word.startswith(part)) for word in words) for part in parts
        ) and any(len(part) > 1 for part in parts)
    only = parts[0]
    if only in words:
        return True
    first, last = words[0], words[-1]
    forms = {
        first + last,
        first[0] + last,
        first + last[0],
        last + first[0],
        last + first,
        "".join(w[0] for w in words[:-1]) + last,
        "".join(words),
    }
    return len(words) > 1 and only in forms


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


def in_order(name: str) -> str:
    """Turn ``Last, First`` around."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() and last.strip() else name.strip()


def without_titles(name: str, language: Language) -> str:
    """Return *name* without titles before it and what stands in brackets or behind a bar."""
    bare = re.split(r"\s[|\u2013\u2014]\s|\svia\s|\s\(", in_order(name[:_LONGEST_NAME]))[0].strip(" \"'")
    words = bare.split()
    while len(words) > 1 and words[0].lower().rstrip(".") in language.word_set("titles"):
        words = words[1:]
    while len(words) > 1 and not re.match(r"[^\W\d_]", words[-1]):
        words = words[:-1]
    return " ".join(word for word in words if not re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", word)) or bare


def find_addresses(text: str) -> tuple[Address, ...]:
    """Return the addresses written in *text*, with the name that stands right before each where there is one."""
    found = []
    for match in list(_ADDRESS.finditer(text))[:60]:
        before = re.search(
            rf"({_WORD}(?:\s(?:{_PARTICLE}\s)?{_WORD}){{0,3}})\s?(?:[(<:,\u2013\u2014-]|at|on)?\s?(?:mailto:)?$",
            text[max(0, match.start() - 60) : match.start()],
        )
        email = match[0].lower().strip(".'-")
        found.append(Address(name=before[1] if before else "", email=email))
    return tuple(found)


def unique_people(people: Sequence[Named]) -> tuple[str, ...]:
    """Return each name once, the fullest form of it, in order of first mention."""
    names: list[str] = []
    for person in people:
        for number, name in enumerate(names):
            if same_person(name, person.name):
                names[number] = max(name, person.name, key=lambda text: len(name_words(text)))
                break
        else:
            names.append(person.name)
    return tuple(names)
