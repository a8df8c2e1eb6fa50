"""The words by which the owner's replies are understood: the tables of ``config/cues/commands``, parsed once."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from bot.core.reading.owner.moment import PARTS, TimeWords, Unit
from bot.core.reading.owner.phrases import Phrases, Role, Step, by_first_word, is_list, plant, unfold
from bot.core.reading.owner.words import Words, tokenise, visible
from bot.errors import ConfigurationError

_T = TypeVar("_T")
_K = TypeVar("_K")


@dataclass(frozen=True, slots=True, kw_only=True)
class InstructionCues:
    """Templates of requests for a change, as folded words in which ``X`` is what stands there and ``Y`` what shall stand there."""

    change: tuple[tuple[str, ...], ...]
    address: tuple[tuple[str, ...], ...]
    remove: tuple[tuple[str, ...], ...]
    line: tuple[tuple[str, ...], ...]
    labels_x: tuple[str, ...]
    ordinals: Mapping[str, int]
    sentence: frozenset[str]
    paragraph: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameCues:
    """What stands around the owner's words: lines of phones, legal notices, titles, contact lines."""

    device: tuple[tuple[str, ...], ...]
    device_words: frozenset[str]
    legal: frozenset[str]
    legal_begin: frozenset[str]
    legal_never: frozenset[str]
    title: frozenset[str]
    contact: frozenset[str]
    attribution: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddWords:
    """How one language tells of an interview. ``talk``: what it is called; ``with_``, ``at``, ``role``: what stands before people, the
    company, the role; ``role_end``: behind the role; ``phone``, ``video``, ``onsite``: how one meets; ``yesterday``: the day before;
    ``small``: what says nothing."""

    talk: frozenset[str] = frozenset()
    with_: frozenset[str] = frozenset()
    at: frozenset[str] = frozenset()
    role: frozenset[str] = frozenset()
    role_end: frozenset[str] = frozenset()
    phone: frozenset[str] = frozenset()
    video: frozenset[str] = frozenset()
    onsite: frozenset[str] = frozenset()
    yesterday: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """Every word of the language, by which it is known."""
        return (
            self.talk
            | self.with_
            | self.at
            | self.role
            | self.role_end
            | self.phone
            | self.onsite
            | self.yesterday
            | self.small
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandCues:
    """Everything that the closed grammar knows.

    ``labels``: the words before a colon → its meaning. ``salutations`` and
    ``valedictions``: with which a letter's text begins and ends, as folded words. ``yes_before_pause``: words that say yes only where
    nothing follows ("si" opens a condition elsewhere). ``item_words`` stand before an item's number, ``company_words`` before a company's
    name, ``joints`` before what is said behind an instruction. ``add``: by language, how an interview is told of.
    """

    phrases: Phrases
    labels: Mapping[tuple[str, ...], str]
    reason_begin: frozenset[str]
    reason_never: frozenset[str]
    salutations: tuple[tuple[str, ...], ...]
    valedictions: frozenset[tuple[str, ...]]
    instructions: InstructionCues
    frame: FrameCues
    time: TimeWords
    yes_before_pause: frozenset[str]
    item_words: frozenset[str]
    company_words: frozenset[str]
    joints: frozenset[str]
    vocabulary: frozenset[str] = field(default_factory=frozenset)
    add: Mapping[str, AddWords] = field(default_factory=dict)


def parse_command_cues(tables: Mapping[str, Mapping[str, object]]) -> CommandCues:
    """Return the cues of every language in *tables* (language → table of its file); every problem in one `ConfigurationError`."""
    reader = _Reader(tables)
    cues = reader.cues()
    if reader.problems:
        raise ConfigurationError(reader.problems)
    return cues


_MAX_DEPTH = 4
_SECTIONS = {"lists", "phrases", "reasons", "instructions", "texts", "labels", "frame", "time", "small", "add"}
_LABELS = {
    "edit",
    "edit_and_send",
    "subject",
    "to",
    "time",
    "company",
    "role",
    "who",
    "contact",
    "decide",
    "happened",
    "take",
    "add",
}
_UNAPOSTROPHED = re.compile(r"(\w+n)'t$|^(i)'(m)$|^(it|that)'(s)$")


class _Reader:
    """Collects values over all languages, and every problem on the way."""

    def __init__(self, tables: Mapping[str, Mapping[str, object]]) -> None:
        self.tables = tables
        self.problems: list[str] = []
        self._vocabulary: set[str] = set()
        for language, table in tables.items():
            self._refuse(f"{language}.toml", set(table) - _SECTIONS, _SECTIONS)

    def cues(self) -> CommandCues:
        phrases = self._phrases()
        return CommandCues(
            phrases=phrases,
            labels={_words(name): meaning for meaning in _LABELS for name in self.strings("labels", meaning)},
            reason_begin=self.words("reasons", "begin"),
            reason_never=self.words("reasons", "never"),
            salutations=self.sequences("texts", "salutations"),
            valedictions=frozenset(self.sequences("texts", "valedictions")),
            instructions=self._instructions(),
            frame=self._frame(),
            time=self._time(),
            yes_before_pause=self.words("small", "yes_before_pause"),
            item_words=self.words("small", "item"),
            company_words=self.words("small", "company"),
            joints=self.words("small", "joints"),
            vocabulary=frozenset(self._vocabulary) | self.words("reasons", "never"),
            add={language: self._add(language) for language in self.tables},
        )

    def _add(self, language: str) -> AddWords:
        section = _section(self.tables[language], "add")
        names = {name: name.rstrip("_") for name in AddWords.__dataclass_fields__}
        self._refuse(f"{language}.toml [add]", set(section) - set(names.values()), set(names.values()))
        found = {name: self._strings_of(language, "add", key, section.get(key, [])) for name, key in names.items()}
        return AddWords(**{name: frozenset(_both(words)) for name, words in found.items()})

    def _instructions(self) -> InstructionCues:
        return InstructionCues(
            change=self.templates("change"),
            address=self.templates("address"),
            remove=self.templates("remove"),
            line=self.templates("line"),
            labels_x=tuple(self.strings("instructions", "labels_x")),
            ordinals=self.mapping("instructions", "ordinals", _as_int, _one),
            sentence=self.words("instructions", "sentence"),
            paragraph=self.words("instructions", "paragraph"),
        )

    def _frame(self) -> FrameCues:
        return FrameCues(
            device=self.sequences("frame", "device"),
            device_words=self.words("frame", "device_words"),
            legal=self.words("frame", "legal"),
            legal_begin=self.words("frame", "legal_begin"),
            legal_never=frozenset(
                words[0] for value in self.strings("frame", "legal_never") for words in _spellings(_words(value))
            ),
            title=self.words("frame", "title"),
            contact=self.words("frame", "contact"),
            attribution=self.words("frame", "attribution"),
        )

    def _time(self) -> TimeWords:
        sets = ("today", "tonight", "tomorrow", "at", "next", "this", "half", "quarter", "past")
        more = ("to", "of", "oclock", "part_after", "clock_at", "date_at", "behind")
        words = {name: self.words("time", name) for name in (*sets, *more)}
        return TimeWords(
            weekdays=self.mapping("time", "weekdays", _as_int, _one),
            months=self.mapping("time", "months", _as_int, _one),
            numbers=self.mapping("time", "numbers", _as_int, _one),
            parts=self.mapping("time", "parts", _as_part, _one),
            units=self.mapping("time", "units", lambda value: Unit(str(value)), _one),
            until=self.sequences("time", "until"),
            within=self.sequences("time", "within"),
            after_tomorrow=self.sequences("time", "after_tomorrow"),
            half_before=self.sequences("time", "half_before"),
            next_after=self.sequences("time", "next_after"),
            today_parts=self.mapping("time", "today_parts", _as_part, _words),
            after_hour=self.mapping("time", "after_hour", _as_int, _words),
            **words,
        )

    def _phrases(self) -> Phrases:
        root, lists = Step(), {}
        for language, table in self.tables.items():
            for name in _section(table, "lists"):
                lists[f"{language}:{name}"] = by_first_word(self._entries(language, name, table))
            section = _section(table, "phrases")
            self._refuse(f"{language}.toml [phrases]", set(section) - set(Role), set(Role))
            for role in Role:
                for pattern in self._strings_of(language, "phrases", role, section.get(role, [])):
                    for words in self._unfold(language, pattern):
                        plant(root, words, role)
        self._require(root, lists)
        return Phrases(root, lists)

    def _entries(self, language: str, name: str, table: Mapping[str, object], depth: int = 0) -> list[Words]:
        """Return every entry of a list, the lists that it names unfolded."""
        if depth > _MAX_DEPTH:
            self.problems.append(f"cues/commands/{language}.toml: [lists] {name} holds itself.")
            return []
        values = self._strings_of(language, "lists", name, _section(table, "lists").get(name))
        found: list[Words] = []
        for words in (words for value in values for words in self._unfold(language, value) if words):
            parts = [
                self._entries(language, _list_name(word), table, depth + 1) if is_list(word) else [(word,)]
                for word in words
            ]
            found.extend(tuple(word for part in choice for word in part) for choice in itertools.product(*parts))
        return found

    def _unfold(self, language: str, pattern: str) -> list[Words]:
        """Return the phrases of *pattern*; a list's name stays as one word in braces."""
        try:
            phrases = unfold(pattern)
        except ValueError as exc:
            self.problems.append(f"cues/commands/{language}.toml: {exc} in {pattern!r}.")
            return []
        found = [variant for phrase in phrases for variant in _spellings(_with_lists(phrase, language))]
        self._vocabulary.update(word for words in found for word in words if not is_list(word))
        return found

    def _require(self, step: Step, lists: Mapping[str, object]) -> None:
        if step.lists.keys() - lists.keys():
            unknown = ", ".join(sorted(step.lists.keys() - lists.keys()))
            self.problems.append(f"cues/commands: no list named {unknown} (language:name).")
        for following in (*step.words.values(), *step.lists.values()):
            self._require(following, lists)

    def strings(self, section: str, key: str) -> list[str]:
        return [
            value
            for language, table in self.tables.items()
            for value in self._strings_of(language, section, key, _section(table, section).get(key, []))
        ]

    def words(self, section: str, key: str) -> frozenset[str]:
        found = (" ".join(_words(value)) if " " in value else _one(value) for value in self.strings(section, key))
        return frozenset(spelling for word in found for spelling in (word, _unaccented(word)))

    def sequences(self, section: str, key: str) -> tuple[Words, ...]:
        found = {spelling for value in self.strings(section, key) for spelling in _spellings(_words(value))}
        return tuple(sorted(found, key=lambda words: (-len(words), words)))

    def templates(self, key: str) -> tuple[tuple[str, ...], ...]:
        found = []
        for value in self.strings("instructions", key):
            parts = value.replace("->", " -> ").split()
            found.append(tuple(part if part in ("X", "Y") else _one(part) for part in parts))
        return tuple(sorted(found, key=lambda words: (-len(words), words)))

    def mapping(
        self, section: str, key: str, convert: Callable[[object], _T], name_of: Callable[[str], _K]
    ) -> dict[_K, _T]:
        found: dict[_K, _T] = {}
        for language, table in self.tables.items():
            for name, value in _section(_section(table, section), key).items():
                try:
                    found[name_of(name)] = convert(value)
                    found.setdefault(name_of(_unaccented(name)), convert(value))
                except (ValueError, TypeError):
                    self.problems.append(
                        f"cues/commands/{language}.toml: [{section}] {key}: {name} = {value!r} is not known."
                    )
        return found

    def _strings_of(self, language: str, section: str, key: str, value: object) -> list[str]:
        if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
            return list(value)
        self.problems.append(f"cues/commands/{language}.toml: [{section}] {key} must be a list of texts.")
        return []

    def _refuse(self, where: str, unknown: Iterable[object], known: Iterable[object]) -> None:
        for name in sorted(str(name) for name in unknown):
            self.problems.append(
                f"cues/commands/{where}: unknown key {name!r} (known: {', '.join(sorted(map(str, known)))})."
            )


def _with_lists(phrase: str, language: str) -> Words:
    words: list[str] = []
    for part in re.split(r"(\{\w+\})", phrase):
        words.extend([f"{{{language}:{part[1:-1]}}}"] if part.startswith("{") else _words(part))
    return tuple(words)


def _list_name(word: str) -> str:
    return word[1:-1].split(":", 1)[1]


def _spellings(words: Words) -> set[Words]:
    """The phrase as it stands, and as people type it who leave out apostrophes ("dont", "im") or accents ("manana", "fuer")."""
    plain = tuple(word.replace("'", "") if _UNAPOSTROPHED.match(word) else word for word in words)
    if len(words) == 1 and len(words[0]) <= _TELLING_ACCENT:
        return {words, plain}
    bare = tuple(word if is_list(word) else _unaccented(word) for word in words)
    spelled = tuple(word if is_list(word) else word.translate(_SPELLED_OUT) for word in words)
    return {words, plain, bare, spelled}


_TELLING_ACCENT = 2
"""In a word so short the accent makes the meaning: "sí" is yes, "si" is if."""
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def _unaccented(text: str) -> str:
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def _words(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokenise(visible(text)))


def _both(words: Iterable[str]) -> Iterator[str]:
    """Yield each word as it stands, and without accents."""
    for word in map(_one, words):
        yield from (word, _unaccented(word))


def _one(text: str) -> str:
    return "".join(_words(text))


def _section(table: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = table.get(name, {})
    return value if isinstance(value, Mapping) else {}


def _as_int(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(value)
    return value


def _as_part(value: object) -> str:
    if value not in PARTS:
        raise ValueError(value)
    return str(value)
