"""The words of each language by which mail from companies is understood, compiled once from ``config/cues/*.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.core.reading.company.folding import Vocabulary
from bot.core.reading.company.grammar import Grammar, compile_grammar
from bot.core.reading.company.signs import DAY, Lexicon, Sign, compile_lexicon, parse_sign
from bot.errors import ConfigurationError

LANGUAGES = ("en", "de", "fr", "es", "pt", "nl", "it")
FOLDERS = ("cues", "cues/layout", "cues/dates", "cues/talk", "cues/people", "cues/company", "cues/machine")
"""Where the tables lie, a file per language in each; ``any.toml`` holds what serves every language."""
SECTIONS = frozenset(
    {
        "language",
        "concepts",
        "meanings",
        "cues",
        "patterns",
        "labels",
        "calendar",
        "numbers",
        "words",
        "times",
        "clock",
        "zones",
    }
)
_EVERY = "any"
_LONG_NAME = 3
"""Names of days of so many letters ("may", "mar", "sat") are words of other meaning too often."""
# A match neither begins nor ends inside a word.
_WORD_START = r"(?:(?<!\w)(?=\w)|(?!\w))"
_WORD_END = r"(?:(?<=\w)(?!\w)|(?<!\w))"
_MACRO = re.compile(r"\{([a-z_]{2,40})\}")
_NEVER = re.compile(r"(?!)")
_KEPT_AS_WRITTEN = re.compile(r"(\\.|\(\?P[<=]\w+[>)])")
_UNCOUNTED = re.compile(r"\)(?:[*+]|\{\d*,\})")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One expression. ``needs``: at least one of these must stand in a text before it is worth searching."""

    pattern: re.Pattern[str]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Found at most once per mail, through any of its phrases or signs. ``section`` is what it speaks for. One of negative weight speaks
    for nothing: sentences that hold it are not searched for the others of its section."""

    section: str
    name: str
    weight: float
    phrases: tuple[Phrase, ...] = ()
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The words of one language. ``known``: it has cues; otherwise only its name can be told.

    ``patterns``: expressions that a reader asks for by name.
    ``labels``: written label → what it labels. ``zones``: written zone, lower case → IANA names ("" is the reader's own).
    ``months``/``weekdays``: written name → number (1 to 12; Monday is 0). ``dotted_dates``: "3.11" is a date (else a time).
    ``day_first``: "3/11" is always the third of November in it.
    """

    code: str
    stopwords: frozenset[str]
    contractions: Mapping[str, str] = field(default_factory=dict)
    cues: Mapping[str, tuple[Cue, ...]] = field(default_factory=dict)
    patterns: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    zones: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    grammar: Grammar | None = None
    dotted_dates: bool = False
    day_first: bool = False
    lexicon: Lexicon = field(default_factory=Lexicon)

    @property
    def known(self) -> bool:
        """Whether mail in this language can be judged."""
        return "interview" in self.cues

    def word_set(self, name: str) -> frozenset[str]:
        """Return the list *name* of ``[words]``, lower case; empty where the language has none."""
        return self.words.get(name, frozenset())

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return the expression *name* of ``[patterns]``; one that never matches where the language has none."""
        return self.patterns.get(name, _NEVER)

    def plain(self, text: str) -> str:
        """Return *text* in the form the phrases are written in: lower case, straight apostrophes, contractions written out."""
        text = text.lower().replace("\u2019", "'")
        for short, long in self.contractions.items():
            if short in text:
                text = text.replace(short, long)
        return text


@dataclass(frozen=True, slots=True)
class Cues:
    """All languages, by code; English is always there and stands in where a language is unknown."""

    languages: Mapping[str, Language]

    @property
    def default(self) -> Language:
        """English."""
        return self.languages["en"]


def parse_cues(tables: Mapping[str, Mapping[str, object]]) -> Cues:
    """Return the cues in *tables* (file stem → table); other stems than language codes are another reader's.

    Raise `ConfigurationError` with every problem found.
    """
    problems: list[str] = []
    every = tables.get(_EVERY, {})
    languages = {
        code: _parse_language(code, _joined(every, tables[code]), problems) for code in LANGUAGES if code in tables
    }
    if "en" not in languages:
        problems.append("cues/en.toml is missing; restore it from the program's own configuration.")
    if problems:
        raise ConfigurationError(problems)
    return Cues(languages)


def _joined(every: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    """Return *own* with what serves every language: lists added to its own, tables joined, anything else its own first."""
    joined = dict(own)
    for key, value in every.items():
        mine = joined.get(key)
        if isinstance(mine, Mapping) and isinstance(value, Mapping):
            joined[key] = _joined(value, mine)
        elif isinstance(mine, list) and isinstance(value, list):
            joined[key] = [*mine, *value]
        else:
            joined.setdefault(key, value)
    return joined


def _parse_language(code: str, table: Mapping[str, object], problems: list[str]) -> Language:
    where = f"cues/{code}.toml"
    problems += [f"{where}: there is no section [{name}]; remove it." for name in table if name not in SECTIONS]
    head = _table(table.get("language"), f"{where}: [language]", problems)
    calendar = _table(table.get("calendar"), f"{where}: [calendar]", problems)
    shorts = _table(head.get("contractions"), f"{where}: [language] contractions", problems)
    contractions = {str(key): str(value) for key, value in shorts.items()}
    bare = Language(code=code, stopwords=frozenset(), contractions=contractions)
    concepts = _parse_concepts(table.get("concepts"), where, problems)
    words = _lists(table.get("words"), f"{where}: [words]", problems)
    flags = {name: calendar.get(name, False) for name in ("dotted_dates", "day_first", "month_first")}
    problems += [
        f"{where}: {name} must be true or false." for name, flag in flags.items() if not isinstance(flag, bool)
    ]
    vocabulary = _parse_vocabulary(table, where, month_first=flags["month_first"] is True, problems=problems)
    zones = _parse_zones(table.get("zones"), where, problems)
    return Language(
        code=code,
        stopwords=frozenset(_strings(head.get("stopwords"), f"{where}: stopwords", problems)),
        contractions=contractions,
        cues=_parse_cues(table.get("cues"), _Words(bare, concepts), where, problems),
        patterns=_parse_patterns(table.get("patterns"), _Words(bare, concepts), where, problems),
        labels={
            text.lower(): name for name, texts in _lists(table.get("labels"), where, problems).items() for text in texts
        },
        months=vocabulary.months,
        weekdays=vocabulary.weekdays,
        numbers=vocabulary.numbers,
        words={name: frozenset(text.lower() for text in texts) for name, texts in words.items()},
        zones=zones,
        grammar=compile_grammar(vocabulary, zones) if vocabulary.months else None,
        dotted_dates=flags["dotted_dates"] is True,
        day_first=flags["day_first"] is True,
        lexicon=_parse_lexicon(
            table.get("meanings"), head, (*vocabulary.weekdays, *vocabulary.months), where, problems
        ),
    )


def _parse_lexicon(
    value: object, head: Mapping[str, object], days: Iterable[str], where: str, problems: list[str]
) -> Lexicon:
    """Return what the words of ``[meanings]`` mean, and the names of *days*. ``negation_reach`` and ``spelled_umlauts`` of ``[language]``
    say how to read them."""
    reach = head.get("negation_reach", 3)
    umlauts = head.get("spelled_umlauts", False)
    if isinstance(reach, bool) or not isinstance(reach, int) or not isinstance(umlauts, bool):
        problems.append(f"{where}: negation_reach must be a whole number, spelled_umlauts true or false.")
        return Lexicon()
    meanings = _lists(value, f"{where}: [meanings]", problems)
    problems += [
        f"{where}: [meanings] {name}: {text!r} must begin with a word, or with a stem of two letters or more."
        for name, texts in meanings.items()
        for text in texts
        if not re.match(r"~?\w\w|\w\b(?!~)", text.strip())
    ]
    meanings[DAY] = [*meanings.get(DAY, ()), *(day for day in days if len(day) > _LONG_NAME)]
    return compile_lexicon(meanings, reach=reach, umlauts=umlauts)


@dataclass(frozen=True, slots=True)
class _Words:
    """What phrases are compiled with: the language's contractions and its concepts (name → their alternatives as one source)."""

    language: Language
    concepts: Mapping[str, str]


def _parse_concepts(value: object, where: str, problems: list[str]) -> dict[str, str]:
    """Return each list of ``[concepts]`` as the source of one group; a list may use those written above it."""
    sources: dict[str, str] = {}
    for name, texts in _lists(value, f"{where}: [concepts]", problems).items():
        sources[name] = _MACRO.sub(lambda m: sources.get(m[1], m[0]), "(" + "|".join(texts) + ")")
    return sources


def _parse_patterns(value: object, words: _Words, where: str, problems: list[str]) -> dict[str, re.Pattern[str]]:
    """Return each list of ``[patterns]`` as one expression; unlike phrases they are searched in text as it is written, too."""
    found: dict[str, re.Pattern[str]] = {}
    for name, texts in _lists(value, f"{where}: [patterns]", problems).items():
        phrases = [_compile(text, words, f"{where}: [patterns] {name}", problems) for text in texts]
        source = "|".join(f"(?:{phrase.pattern.pattern})" for phrase in phrases if phrase is not None)
        found[name] = re.compile(source or r"(?!)", re.MULTILINE | re.IGNORECASE)
    return found


def _parse_cues(value: object, language: _Words, where: str, problems: list[str]) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, tuple[Cue, ...]] = {}
    for section, group in _table(value, f"{where}: [cues]", problems).items():
        place = f"{where}: [cues.{section}]"
        named = _table(group, place, problems)
        found[section] = tuple(
            _parse_cue(section, name, body, language, place, problems) for name, body in named.items()
        )
    return found


def _parse_cue(section: str, name: str, value: object, language: _Words, place: str, problems: list[str]) -> Cue:
    body = _table(value, f"{place} {name}", problems)
    weight = body.get("weight", 1.0)
    if isinstance(weight, bool) or not isinstance(weight, int | float):
        problems.append(f"{place} {name}: weight must be a number.")
        weight = 1.0
    phrases = (
        _compile(text, language, f"{place} {name}", problems)
        for text in (_strings(body.get("phrases"), f"{place} {name}: phrases", problems) if "phrases" in body else [])
    )
    signs = _strings(body.get("signs"), f"{place} {name}: signs", problems) if "signs" in body else []
    return Cue(
        section=section,
        name=name,
        weight=float(weight),
        phrases=tuple(p for p in phrases if p is not None),
        signs=tuple(parse_sign(text) for text in signs if text.strip("-~! ")),
    )


def _compile(text: str, words: _Words, place: str, problems: list[str]) -> Phrase | None:
    unknown = next((m[1] for m in _MACRO.finditer(text) if m[1] not in words.concepts), None)
    if unknown:
        problems.append(f"{place}: {text!r} uses {{{unknown}}}, which [concepts] does not hold.")
        return None
    plain = _plain_regex(_MACRO.sub(lambda m: words.concepts[m[1]], text), words.language)
    source = re.sub(r"(?<![^ (|])\* ?", r"(?:[^\\s]+ ){0,4}", plain).replace("~", r"\w*")
    source = re.sub(r"(?<!\\)\((?!\?)", "(?:", source)
    if _UNCOUNTED.search(source):
        problems.append(f"{place}: {text!r} repeats a group without a limit; write {{0,4}} instead of * or +.")
        return None
    try:
        pattern = re.compile(f"{_WORD_START}(?:{source}){_WORD_END}", re.MULTILINE)
    except re.error as exc:
        problems.append(f"{place}: {text!r} is not a regular expression ({exc}).")
        return None
    return Phrase(pattern, tuple(_needs(plain)))


def _plain_regex(text: str, language: Language) -> str:
    """Lower-case and expand everything but escapes such as ``\\S`` and the names of groups."""
    parts = _KEPT_AS_WRITTEN.split(text)
    return "".join(part if number % 2 else language.plain(part) for number, part in enumerate(parts))


def _needs(source: str) -> list[str]:
    """Return literals of which one stands in whatever the expression can match; empty where none can be told."""
    if "|" in re.sub(r"\([^()]*\)", "", re.sub(r"\([^()]*\)", "", source)):
        return []  # alternatives of the whole
    best: list[str] = []
    for piece in _required_pieces(source):
        options = [max(re.findall(r"[^\W\d_]+", option), key=len, default="") for option in piece]
        if options and all(len(option) > 1 for option in options):
            shortest = min(len(option) for option in options)
            if not best or (min(shortest, 4), -len(options), shortest) > _worth(best):
                best = options
    return best


def _worth(options: list[str]) -> tuple[int, int, int]:
    """Return how rarely texts hold any of *options*: short words stand in every text, many of them in most."""
    shortest = min(map(len, options))
    return min(shortest, 4), -len(options), shortest


def _without_nested(source: str) -> str:
    """Return *source* without the groups that stand inside groups, so that the outer ones show what of them must be there."""
    kept: list[str] = []
    depth = 0
    for char in source:
        depth += char == "("
        if depth < 2:
            kept.append(char)
        elif char == ")" and depth == 2:
            kept.append(" ")
        depth -= char == ")" and depth > 0
    return re.sub(r" [?*]", " ", "".join(kept))


def _required_pieces(source: str) -> Iterator[list[str]]:
    """Yield what must be there: plain words as one-element lists, groups as the list of their options."""
    source = re.sub(r"\(\?[!=<][^()]*\)", " ", source)
    source = re.sub(r"\\.[*+?]?|\{[^}]*\}|\[[^\]]*\][*+?]?", lambda m: "?" if m[0].startswith("{0") else " ", source)
    source = _without_nested(source)
    for match in re.finditer(r"\(([^()]*)\)(\?)?|([^\W\d_]+)([?*~])?", source):
        if match[1] is not None and not match[2]:
            yield [re.sub(r"\w\?", " ", option) for option in match[1].split("|")]
        elif match[3] and match[4] != "?" and match[4] != "*":
            yield [match[3]]
        elif match[3] and match[4] == "?" and len(match[3]) > 2:
            yield [match[3][:-1]]


def _parse_zones(value: object, where: str, problems: list[str]) -> dict[str, tuple[str, ...]]:
    zones: dict[str, tuple[str, ...]] = {}
    for key, texts in _lists(value, f"{where}: [zones]", problems).items():
        for text in texts:
            written = text.lower()
            zones[written] = (*zones.get(written, ()), key)
    return zones


def _parse_vocabulary(table: Mapping[str, object], where: str, *, month_first: bool, problems: list[str]) -> Vocabulary:
    calendar = _table(table.get("calendar"), f"{where}: [calendar]", problems)
    shifts = _table(table.get("clock"), f"{where}: [clock]", problems)
    lists = _lists(table.get("times"), f"{where}: [times]", problems)
    return Vocabulary(
        months=_numbered(calendar.get("months"), 1, 12, f"{where}: months", problems),
        weekdays=_numbered(calendar.get("weekdays"), 0, 7, f"{where}: weekdays", problems),
        ordinals=_numbered(calendar.get("ordinals"), 1, 31, f"{where}: ordinals", problems),
        numbers=_counts(table.get("numbers"), f"{where}: [numbers]", problems),
        words={name: frozenset(texts) for name, texts in lists.items()},
        clock={name: _counts(shift, f"{where}: [clock.{name}]", problems) for name, shift in shifts.items()},
        month_first=month_first,
    )


def _numbered(value: object, first: int, size: int, place: str, problems: list[str]) -> dict[str, int]:
    """Return each name's number. After *size* lines they begin anew: the lines that serve every language come last and yield to its own."""
    names = _strings(value, place, problems) if value is not None else []
    pairs = [(word, first + count % size) for count, line in enumerate(names) for word in line.lower().split()]
    return dict(reversed(pairs))


def _counts(value: object, place: str, problems: list[str]) -> dict[str, int]:
    table = _table(value, place, problems)
    problems += [
        f"{place}: {key} must be a whole number." for key, count in table.items() if not isinstance(count, int)
    ]
    return {key.lower(): count for key, count in table.items() if isinstance(count, int)}


def _lists(value: object, place: str, problems: list[str]) -> dict[str, list[str]]:
    return {key: _strings(texts, f"{place} {key}", problems) for key, texts in _table(value, place, problems).items()}


def _table(value: object, place: str, problems: list[str]) -> dict[str, object]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        problems.append(f"{place} must be a table.")
        return {}
    return {str(key): item for key, item in value.items()}


def _strings(value: object, place: str, problems: list[str]) -> list[str]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return list(value)
    if value is not None:
        problems.append(f"{place} must be a list of texts.")
    return []
