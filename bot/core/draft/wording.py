"""How one language puts the facts of a case into a letter: ``templates/<lang>/wording.toml``, checked when it is loaded."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from bot.core.draft.plaintext import words_of
from bot.core.reading.company.cue_values import read_strings, read_table
from bot.errors import ConfigurationError

_FIELDS = {
    "day": "1",
    "month": "x",
    "date": "x",
    "name": "x",
    "names": "x",
    "first": "x",
    "surname": "x",
    "title": "x",
    "honorific": "x",
    "topics": "x",
    "thing": "x",
}


@dataclass(frozen=True, slots=True)
class Rules:
    """What is found, and what stands in its place: the first that fits is taken, once; a text that none fits stays as it is."""

    pairs: tuple[tuple[re.Pattern[str], str], ...] = ()

    def put(self, text: str) -> str:
        """Return *text* as the first rule that fits puts it."""
        return self.find(text) or text

    def find(self, text: str) -> str:
        """Return *text* as the first rule that fits puts it, ``""`` where none fits."""
        return next((pattern.sub(form, text, count=1) for pattern, form in self.pairs if pattern.search(text)), "")

    def put_all(self, text: str) -> str:
        """Return *text* with every rule done to it, wherever it fits."""
        for pattern, form in self.pairs:
            text = pattern.sub(form, text)
        return text


_NOTHING = re.compile(r"(?!)")
_LEAST_COMMON = 12
"""Every so many words of a text, one is among the commonest of its language."""
_LEAST_DIFFERENT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The phrases of one language. Texts in braces are filled in: ``{day}``, ``{month}``, ``{date}``, ``{name}`` and so on.

    ``common``: words by which the language is known. ``weekdays`` with the word before them ("on Monday"), Monday first.
    ``american_date``: where days are told otherwise in America. ``desk``: how a team is called. ``example``: what was achieved, where it
    is no sentence. ``talks``: what one calls an interview, by medium. ``salutations`` by whom they greet; ``women``, ``men``, ``degrees``:
    the titles by which people are called; ``surname``: what follows the title, of what stands behind the first name (else the last name).

    ``roles``, ``companies``, ``at``: role and company within a sentence ("the Data Analyst role", "the Alder Foundation", "at
    Brightwater"). ``topics``, ``topics_familiar``: what the owner told, as it is said to the reader, formally or not; ``articles``: those
    that a topic has lost; ``unsaid``: what does not read well; ``of_one``: what is told to a reader alone ("her plans"); ``bare``: topics
    that need ``bare_one`` or ``bare_more`` around them. ``clause``: how what the owner wants to add begins where a colon stands before it.
    ``sentences``, ``things``: qualifications as
    sentences, and as they follow "I would bring". ``availability``: since when he could start, as a sentence. ``contractions``: what
    happens where words meet ("de le" is "du"). ``thanks``, ``interest``: the words by which they are known; ``about``: what is told of
    the talk follows it, in words that are not ``general``; ``pressure``: words that press, with what to do about them (E3, E5, E14, E24).
    """

    lang: str
    common: frozenset[str]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    date: str
    american_date: str = ""
    on_date: str
    joined: str
    role_unknown: str
    desk: str
    example: str
    bare_one: str = "{topics}"
    bare_more: str = ""
    talks: Mapping[str, str]
    salutations: Mapping[str, str]
    women: tuple[str, ...] = ()
    men: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    roles: Rules = Rules()
    companies: Rules = Rules()
    at: Rules = Rules()
    topics: Rules = Rules()
    topics_familiar: Rules = Rules()
    articles: Rules = Rules()
    sentences: Rules = Rules()
    things: Rules = Rules()
    availability: Rules = Rules()
    contractions: Rules = Rules()
    pressure: Rules = Rules()
    unsaid: re.Pattern[str] = _NOTHING
    of_one: re.Pattern[str] = _NOTHING
    bare: re.Pattern[str] = _NOTHING
    clause: re.Pattern[str] = _NOTHING
    surname: re.Pattern[str] = _NOTHING
    thanks: re.Pattern[str] = _NOTHING
    interest: re.Pattern[str] = _NOTHING
    about: re.Pattern[str] = _NOTHING
    general: frozenset[str] = frozenset()


def find_language(text: str, wordings: Mapping[str, Wording]) -> str:
    """Return the language whose common words stand most often in *text*; ``""`` where none do, or two as often."""
    found = possible_languages(text, wordings)
    return next(iter(found)) if len(found) == 1 else ""


def possible_languages(text: str, wordings: Mapping[str, Wording]) -> frozenset[str]:
    """Return the languages whose common words stand most often in *text*; none where no common word does."""
    counts = {lang: _count_common(text, wording) for lang, wording in wordings.items()}
    most = max(counts.values(), default=0)
    return frozenset(lang for lang, count in counts.items() if most and count == most)


def is_written_in(text: str, wording: Wording) -> bool:
    """Whether *text* has as many common words of the language as a letter has."""
    words = words_of(text[:4000])
    common = [word for word in words if word in wording.common]
    return len(set(common)) >= _LEAST_DIFFERENT and len(common) * _LEAST_COMMON >= len(words)


def _count_common(text: str, wording: Wording) -> int:
    return sum(word in wording.common for word in words_of(text))


TALKS = ("video", "phone", "onsite", "other")
SALUTATIONS = (
    "team",
    "team_familiar",
    "several",
    "several_familiar",
    "woman",
    "man",
    "titled",
    "formal",
    "warm",
    "familiar",
)
_TEXTS = ("date", "american_date", "on_date", "joined", "role_unknown", "desk", "example", "bare_one", "bare_more")
_LISTS = {"weekdays": 7, "months": 12, "women": None, "men": None, "degrees": None}
_TABLES = {"talks": TALKS, "salutations": SALUTATIONS}
_PATTERNS = ("unsaid", "of_one", "bare", "clause", "surname", "thanks", "interest", "about")
_RULES = tuple(field.name for field in fields(Wording) if field.type == "Rules")
_OPTIONAL = frozenset({"american_date", "bare_one", "bare_more"})


def parse_wording(lang: str, where: str, table: Mapping[str, object]) -> Wording:
    """Return the wording of *lang* in *table*, the contents of the file *where*. Raises ConfigurationError that names every mistake."""
    problems: list[str] = []
    known = {"common", "general", *_TEXTS, *_LISTS, *_TABLES, *_PATTERNS, *_RULES}
    problems += [f"{where}: there is no {key!r}; remove it" for key in table if key not in known]
    values: dict[str, object] = {name: _text(where, name, table, problems) for name in _TEXTS}
    values |= {name: _list(where, name, size, table, problems) for name, size in _LISTS.items()}
    values |= {name: _named(where, name, names, table, problems) for name, names in _TABLES.items()}
    values |= {name: _pattern(where, name, table, problems) for name in _PATTERNS}
    values |= {name: _rules(where, name, table, problems) for name in _RULES}
    general = table.get("general", "")
    values |= {
        "lang": lang,
        "common": frozenset(words_of(" ".join(read_strings(table.get("common"), f"{where}: common", problems)))),
        "general": frozenset(words_of(general if isinstance(general, str) else "")),
    }
    if problems:
        raise ConfigurationError(problems)
    return Wording(**{name: value for name, value in values.items() if value is not None})  # type: ignore[arg-type]


def _text(where: str, name: str, table: Mapping[str, object], problems: list[str]) -> str | None:
    value = table.get(name)
    if value is None and name in _OPTIONAL:
        return None
    if not isinstance(value, str) or not value.strip():
        problems.append(f"{where}: {name} must be a text")
        return ""
    return _filled(where, name, value, problems)


def _filled(where: str, name: str, value: str, problems: list[str]) -> str:
    """Return *value*, which names nothing in braces but what can be filled in."""
    try:
        value.format("x", "x", **_FIELDS)
    except (KeyError, IndexError, ValueError, AttributeError):
        problems.append(f"{where}: {name} has something else in braces than it may: {value!r}")
    return value


def _list(where: str, name: str, size: int | None, table: Mapping[str, object], problems: list[str]) -> tuple[str, ...]:
    texts = tuple(read_strings(table.get(name), f"{where}: {name}", problems))
    if size is not None and len(texts) != size:
        problems.append(f"{where}: {name} must be a list of {size} texts")
    return texts


def _named(
    where: str, name: str, names: Sequence[str], table: Mapping[str, object], problems: list[str]
) -> dict[str, str]:
    given = read_table(table.get(name), f"{where}: [{name}]", problems)
    problems += [f"{where}: [{name}] has no {key!r}; remove it" for key in given if key not in names]
    missing = [key for key in names if not isinstance(given.get(key), str)]
    problems += [f"{where}: [{name}] {key} must be a text" for key in missing]
    return {key: _filled(where, f"[{name}] {key}", str(given.get(key, "")), problems) for key in names}


def _pattern(where: str, name: str, table: Mapping[str, object], problems: list[str]) -> re.Pattern[str] | None:
    value = table.get(name)
    return None if value is None else _compiled(f"{where}: {name}", value, problems)


def _compiled(place: str, value: object, problems: list[str]) -> re.Pattern[str]:
    try:
        if isinstance(value, str):
            return re.compile(value, re.IGNORECASE)
        problems.append(f"{place} must be an expression (a text)")
    except (re.error, RecursionError, OverflowError) as error:
        problems.append(f"{place}: {value!r} is no expression ({error})")
    return _NOTHING


def _rules(where: str, name: str, table: Mapping[str, object], problems: list[str]) -> Rules:
    value = table.get(name, [])
    if not isinstance(value, list) or not all(isinstance(row, list) and len(row) == 2 for row in value):
        problems.append(f"{where}: {name} must be a list of pairs: what is found, and what stands in its place")
        return Rules()
    pairs = [(_compiled(f"{where}: {name}", row[0], problems), str(row[1])) for row in value]
    problems += [
        f"{where}: {name}: {form!r} names a group that {pattern.pattern!r} does not have"
        for pattern, form in pairs
        if name != "pressure" and not _expands(pattern, form)
    ]
    return Rules(tuple(pairs))


def _expands(pattern: re.Pattern[str], form: str) -> bool:
    try:
        pattern.sub(form, "")
        re.compile(f"(?:{pattern.pattern})|", pattern.flags).sub(form, "")
    except (re.error, IndexError):
        return False
    return True
