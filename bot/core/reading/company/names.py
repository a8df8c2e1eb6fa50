"""People's names in text, and which address belongs to whom."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.message.types import Address
from bot.core.reading.company.cues import Language

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017d\u0218\u021a\u0386-\u03ab\u0400-\u042f\u1ea0-\u1ef8"
_WORD = rf"(?:[{_UPPER}]\.(?:-?[{_UPPER}]\.)?|[{_UPPER}][^\W\d_]*(?:['\u2019-][^\W\d_]+)*)"
_PARTICLE = (
    r"(?:de la|de las|de los|del|della|dello|degli|delle|dei|dal|de|da|das|dos|do|du|des|van der|van den|van de|van het|van 't|van"
    r"|von der|von dem|von den|von und zu|von|vom|zu|zur|der|den|di|la|le|lo|el|al|bin|bint|ibn|ben|ten|ter|te|op de|op den|af|av)"
)
_PERSON = re.compile(rf"(?<![\w@./])(?P<name>{_WORD}(?:\s(?:{_PARTICLE}\s)?{_WORD}){{0,4}})(?![\w@])")
_TITLE_BEFORE = re.compile(r"(?<!\w)(?:[^\W\d_]{1,9}\.-)?([^\W\d_]{1,14}(?:\.[^\W\d_]{1,4})?)\.?\s$")
_MOST_TITLES = 4
_ELIDED = re.compile(
    r"[^\W\d_]{1,8}['\u2019](?!s(?![^\W\d_]))[a-z\u00e0-\u00ff]"
)  # "L'équipe", "All'incontro"; not "Anna's"
_SMALL = re.compile(r"\b(?P<title>[a-z]{2,4})\.?\s(?=(?P<name>[a-z]{3,20})\b)")
_NAME_BEFORE = re.compile(
    rf"({_WORD}(?:\s(?:{_PARTICLE}\s)?{_WORD}){{0,3}})\s?(?:[(<:,\u2013\u2014-]\s?|([^\W\d_]{{1,9}}))?\s?(?:mailto:)?$"
)
_BRACKETS = re.compile(r"\([^()]*\)|<[^<>]*>|\[[^\[\]]*\]")
_ADDRESS = re.compile(r"[\w.+'-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_SPELLED = str.maketrans(
    {
        "\u00e4": "ae",
        "\u00f6": "oe",
        "\u00fc": "ue",
        "\u00df": "ss",
        "\u00f8": "oe",
        "\u00e5": "aa",
        "\u00e6": "ae",
        "\u0153": "oe",
    }
)
_BARE = str.maketrans(
    {"\u00df": "ss", "\u00f8": "o", "\u0142": "l", "\u0111": "d", "\u00e6": "ae", "\u0131": "i", "\u0153": "oe"}
)

_PARTICLES = frozenset(_PARTICLE[3:-1].replace(" ", "|").split("|")) | {"an", "le", "las", "los"}
_FULL_NAME = 2
_LONGEST_ACRONYM = 6
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
    plain = unicodedata.normalize("NFKD", text.lower().translate(_BARE))
    return re.findall(r"[^\W\d_]+", "".join(c for c in plain if not unicodedata.combining(c)))


def find_people(text: str, language: Language, blocked: frozenset[str] = frozenset()) -> tuple[Named, ...]:
    """Return what can be names of people in *text*. *blocked*: words (lower case) that belong to something else."""
    memo = language.memo
    if memo is None:
        return _find_people(text, language, blocked)
    known = memo.people.get((text, blocked))
    if known is None:
        known = memo.people[text, blocked] = _find_people(text, language, blocked)
    return known


def _find_people(text: str, language: Language, blocked: frozenset[str]) -> tuple[Named, ...]:
    found = []
    for match in _PERSON.finditer(text):
        named = _named(match, text, language, blocked)
        if named:
            found.append(named)
    for match in _SMALL.finditer(text):
        if match["title"] in language.word_set("small_titles"):
            name = match["name"]
            found.append(Named(name=name.capitalize(), start=match.start(), end=match.end("name"), titled=True))
    return tuple(sorted(found, key=lambda named: named.start))


def _named(match: re.Match[str], text: str, language: Language, blocked: frozenset[str]) -> Named | None:
    words = match["name"].split(" ")
    offset = match.start("name")
    start, titled = _start_with_titles(text, match.start(), language)
    cut = 0 if titled else _offices_before(words, text[:offset], language)
    if cut:
        offset += len(" ".join(words[:cut])) + 1
        start, words = offset, words[cut:]
    words = _settled_case(words, language)
    while words and title_key(words[0]) in language.word_set("titles"):
        offset += len(words[0]) + 1
        words, titled = words[1:], True
    if words and not titled and all(word.lower().rstrip(".,'") in blocked for word in words[:2]):
        return None
    if _is_house_of(words, language) and not titled:
        return None
    if titled and text.isupper():
        words = [word.title() for word in words]  # a mail all in capitals
    if words and not titled and words[0].lower() in language.word_set("place_openers"):
        return None  # "São Paulo", where "são" is a word as well
    while words and _is_no_name(words[0], language, sure=titled, first=True):
        offset += len(words[0]) + 1
        start = offset
        words, titled = words[1:], False
        while len(words) > 1 and title_key(words[0]) in language.word_set("titles"):  # "Meine Frau Ursina"
            offset += len(words[0]) + 1
            words, titled = words[1:], True
    if len(words) > 1 and not titled:
        behind = _behind_office(words, language)
        if behind is None:
            return None
        if behind:
            offset += len(" ".join(words[:behind])) + 1
            words = words[behind:]
    kept: list[str] = []
    for word in words:
        surname = titled and len(kept) == 1 and kept[0].lower() in language.word_set("given_names")
        if _is_no_name(word, language, sure=titled and not kept) and not (surname and word[:1].isupper()):
            break
        kept.append(word)
    whole = len(" ".join(kept)) if kept and title_key(kept[-1]) in language.word_set("titles") else 0
    while kept and (kept[-1][:1].islower() or title_key(kept[-1]) in language.word_set("titles")):
        kept.pop()
    name = re.sub(r"['\u2019]s$", "", " ".join(kept).rstrip(".,")) if kept else ""
    if not _can_be_name(name, kept, text[:offset], language, blocked, titled=titled):
        return None
    return Named(name=name, start=start, end=offset + max(whole, len(" ".join(kept))), titled=titled)


def _offices_before(words: Sequence[str], before: str, language: Language) -> int:
    """Return how many words before a name are an office: in capitals behind "our" or "the" ("our HOD Ann Bee"), or one that is a given
    name as well, before two more words ("Dean Ann Bee")."""
    if len(words) > _FULL_NAME and words[0].lower() in language.word_set("titles_of_full_names"):
        return 1
    lead = before.lower().split()[-1:]
    if not lead or lead[0] not in language.word_set("possessives") | language.word_set("articles"):
        return 0
    count = 0
    while count < len(words) - 1 and words[count].isupper() and 2 <= len(words[count]) <= _LONGEST_ACRONYM:
        count += 1
    return count if count and not words[count].isupper() else 0


def _is_house_of(words: Sequence[str], language: Language) -> bool:
    """Return whether *words* name a house rather than a person ("Hôtel du Lac", "Banca di Lodi")."""
    return len(words) > 2 and words[1] in _PARTICLES and words[0].lower() in language.word_set("house_words")


def _behind_office(words: Sequence[str], language: Language) -> int | None:
    """Return where the name begins behind the office written before it ("Warehouse Manager Ann Bee"), 0 where none stands there, None
    where the words are an office alone."""
    heads = language.word_set("role_heads")
    places = [number for number, word in enumerate(words[:5]) if number and word.lower().rstrip(".,") in heads]
    if not places:
        return 0
    rest = words[places[-1] + 1 :]
    if len(rest) > 1 or (rest and rest[0].lower() in language.word_set("given_names")):
        return places[-1] + 1
    fields = language.word_set("title_fields") | language.word_set("not_names")
    return None if places[0] == 1 or words[1].lower() in fields else 0


def _can_be_name(
    name: str, kept: Sequence[str], before: str, language: Language, blocked: frozenset[str], *, titled: bool
) -> bool:
    if len(name) < 2:
        return False
    if len(kept) > 1:
        return True
    taken = not titled and (name.lower() in blocked or name.lower() in language.months)
    words = before.split()
    named_place = not titled and bool(words) and words[-1].lower() in language.word_set("before_places")
    return not (
        taken
        or named_place
        or (len(name) < 3 and not titled and name.lower() not in language.word_set("given_names"))
        or name.isupper()
    )


def title_key(word: str) -> str:
    """Return *word* as titles are listed: lower case, letters only (``Dott.ssa`` is ``dottssa``)."""
    return re.sub(r"[\W_]", "", word.lower())


def _start_with_titles(text: str, start: int, language: Language) -> tuple[int, bool]:
    """Return where the titles before *start* begin, and whether there are any."""
    titled = False
    for _ in range(_MOST_TITLES):
        before = _TITLE_BEFORE.search(text[max(0, start - 24) : start])
        if before is None or title_key(before[1]) not in language.word_set("titles"):
            break
        start, titled = start - len(before[0]), True
    return start, titled


def _settled_case(words: list[str], language: Language) -> list[str]:
    """Return *words* with surnames in capitals ("Claire MARTIN") written as others are; words all in capitals stay as they are."""
    if not any(len(word) > 1 and not word.isupper() and word[:1].isupper() for word in words):
        return words
    closed = language.word_set("acronyms") | language.word_set("not_names")
    return [
        word.title() if len(word) > 2 and word.isupper() and word.isalpha() and word.lower() not in closed else word
        for word in words
    ]


def _is_no_name(word: str, language: Language, *, sure: bool = False, first: bool = False) -> bool:
    """Return whether *word* is a capitalised word of the language rather than a name; *sure*: a title stands right before it."""
    low = re.split("['\u2019]", word.lower())[0].rstrip(".,") or word.lower()
    if low in language.word_set("given_names"):
        return False
    if _ELIDED.match(word):
        return True
    if low in _PARTICLES and (sure or not first):
        return False
    if low in language.stopwords and not word.endswith("."):
        return True
    return (
        low in language.word_set("not_names")
        or low in language.weekdays
        or (low in language.months and low not in language.word_set("months_too"))
        or low in language.word_set("role_heads")
        or (word.isupper() and len(word) > 3 and "." not in word)
        or (not sure and language.pattern("noun").fullmatch(low) is not None)
        or (not sure and language.pattern("office").fullmatch(low) is not None)
    )


def split_people(text: str, language: Language, blocked: frozenset[str] = frozenset()) -> tuple[Named, ...]:
    """Return the people of a list such as ``Ms A. Bee (CFO), Cee Dee and Eff Gee, AVP``: one a piece, titles and offices cut off."""
    people: list[Named] = []
    bare = _ADDRESS.sub(" ", _BRACKETS.sub(" ", text))
    turned = _turned(bare, language)
    for piece in [turned] if turned else language.pattern("list_separator").split(bare):
        for number, part in enumerate((piece or "").split(",")):
            part = _behind_colon(part, language).strip(" -\u2013\u2014:*\u2022")
            found = find_people(part, language, blocked)
            far = bool(found) and found[0].start > 12 and not found[0].titled
            if not found or (far and not _is_led_in(part[: found[0].start], language)):
                continue
            first = found[0]
            rest = part[first.end :].strip(" .")
            office = number > 0 and (first.single or is_office(part, language))
            if (office or (first.single and rest[:1].islower())) and not first.titled:
                continue
            if rest and number > 0 and not first.titled and not rest.startswith(("-", "\u2013", "\u2014")):
                continue
            people.append(first)
    return tuple(people)


def _behind_colon(part: str, language: Language) -> str:
    """Return the name behind the office ("Chair: Ann Bee"), else *part*."""
    _, colon, rest = part.partition(":")
    return rest if colon and find_people(rest, language) else part


def _turned(text: str, language: Language) -> str | None:
    """Return ``Jan Weber`` for ``Weber, Jan``, where the second word alone is known as a given name; else None."""
    last, comma, first = text.strip().partition(", ")
    given = language.word_set("given_names")
    one_each = comma and len(last.split()) == 1 and 1 <= len(first.split()) <= 2
    if one_each and first.split()[0].lower() in given and last.lower() not in given:
        return f"{first} {last}"
    return None


def _is_led_in(before: str, language: Language) -> bool:
    """Return whether only articles and offices stand before a name ("our head of design ")."""
    words = re.findall(r"[^\W\d_]+", before)
    return len(words) < 9 and (is_office(before, language) or all(word.lower() in language.stopwords for word in words))


def is_office(text: str, language: Language) -> bool:
    """Return whether *text* names an office rather than a person."""
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", text)}
    return bool(words & language.word_set("role_heads")) or bool(language.pattern("office").search(text))


def same_person(left: str, right: str) -> bool:
    """Return whether two names are one person's: the words of one are all in the other."""
    a, b = set(name_words(left)), set(name_words(right))
    return bool(a and b) and (a <= b or b <= a)


def fits_address(name: str, email: str) -> bool:
    """Return whether the local part of *email* is made of *name*: ``anjali.bhatt``, ``a.bhatt``, ``abhatt``, ``anjali``, ``bhatta``;
    umlauts are spelled out or left bare."""
    local = email.split("@")[0].lower()
    parts = [part for part in re.split(r"[^a-z]+", local) if part]
    spelled = name_words(unicodedata.normalize("NFC", name).lower().translate(_SPELLED))
    return any(words and parts and _fits(words, parts) for words in (name_words(name), spelled))


def _fits(words: list[str], parts: list[str]) -> bool:
    runs = {"".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    if len(parts) > 1:
        initials = sum(len(part) == 1 for part in parts)
        lone = len(words) == 1 and initials == len(parts) - 1  # "p.lang" may be Ms Lang's
        return (
            lone or all(part in runs or (len(part) == 1 and any(w.startswith(part) for w in words)) for part in parts)
        ) and any(len(part) > 1 and part in runs for part in parts)
    only = parts[0]
    if only in words:
        return len(only) > 1
    if len(words) < 2:
        return False
    first, last, rest = words[0], words[-1], "".join(words[1:])
    return only in {
        *(
            "".join(words),
            first + last,
            first[0] + last,
            first[0] + rest,
            first + last[0],
            last + first[0],
            last + first,
        ),
        "".join(w[0] for w in words[:-1]) + last,
        rest if len(words) > 2 else only[:0],
    }


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
    while len(words) > 1 and title_key(words[0]) in language.word_set("titles"):
        words = words[1:]
    while len(words) > 1 and not re.match(r"[^\W\d_]", words[-1]):
        words = words[:-1]
    return " ".join(word for word in words if not re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", word)) or bare


def find_addresses(text: str, language: Language) -> tuple[Address, ...]:
    """Return the addresses written in *text*, with the name that stands right before each where there is one."""
    found = []
    for match in list(_ADDRESS.finditer(text))[:60]:
        before = _NAME_BEFORE.search(text[max(0, match.start() - 60) : match.start()])
        led = not before or not before[2] or before[2] in language.word_set("before_addresses")
        email = match[0].lower().strip(".'-")
        found.append(Address(name=before[1] if before and led else "", email=email))
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
