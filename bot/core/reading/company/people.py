"""The people that a text names, and where: capitalised words of which the language knows no other use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.reading.company.cues import Language
from bot.core.reading.company.house_words import ends_as_house
from bot.core.reading.company.memo import remembered
from bot.core.reading.company.names import NAME_PARTICLE, NAME_WORD, PARTICLES, title_key
from bot.core.reading.company.offices import behind_office, offices_before

_SHORT_TITLE = 10
_PERSON = re.compile(rf"(?<![\w@./])(?P<name>{NAME_WORD}(?:\s(?:{NAME_PARTICLE}\s)?{NAME_WORD}){{0,4}})(?![\w@])")
_TITLE_BEFORE = re.compile(r"(?<!\w)(?:[^\W\d_]{1,9}\.-)?([^\W\d_]{1,14}(?:\.[^\W\d_]{1,4})?)\.?\s$")
_MOST_TITLES = 4
_ELIDED = re.compile(
    r"[^\W\d_]{1,8}['\u2019](?!s(?![^\W\d_]))[a-z\u00e0-\u00ff]"
)  # "L'équipe", "All'incontro"; not "Anna's"
_SMALL = re.compile(r"\b(?P<title>[a-z]{2,4})\.?\s(?=(?P<name>[a-z]{3,20})\b)")
_POSSESSIVE = re.compile(r"['\u2019]s$")


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

    @property
    def telling(self) -> bool:
        """Whether it is surely a person's: a full name, or a surname behind a title."""
        return self.titled or not self.single


def find_people(text: str, language: Language, blocked: frozenset[str] = frozenset()) -> tuple[Named, ...]:
    """Return what can be names of people in *text*. *blocked*: words (lower case) that belong to something else."""
    memo = language.memo
    if blocked and memo is not None:
        low = text.lower()
        blocked = blocked if any(word in low for word in blocked) else frozenset()
    return remembered(memo.people if memo else None, (text, blocked), lambda: _find_people(text, language, blocked))


def opens_with_person(text: str, language: Language) -> bool:
    """Return whether *text* opens with a person's full name or a title and a surname."""
    first = next(iter(find_people(text, language)), None)
    return first is not None and first.start <= _SHORT_TITLE and first.telling


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


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words side by side. ``start``: where they begin in the text, with the titles before them; ``at``: where the first of
    ``words`` stands; ``titled``: a title stands before it."""

    words: tuple[str, ...]
    start: int
    at: int
    titled: bool

    def past(self, count: int, *, titled: bool, moved: bool = False) -> _Run:
        """Return it without the first *count* words; *moved*: it begins only behind them."""
        at = self.at + len(" ".join(self.words[:count])) + 1
        return _Run(self.words[count:], at if moved else self.start, at, titled)


def _named(match: re.Match[str], text: str, language: Language, blocked: frozenset[str]) -> Named | None:
    run = _past_titles(_opening_run(match, text, language), language)
    if not run.titled and _is_of_another_thing(run.words, language, blocked):
        return None
    if run.titled and text.isupper():  # a mail all in capitals
        run = _Run(tuple(word.title() for word in run.words), run.start, run.at, run.titled)
    run = _past_common_words(run, language)
    if len(run.words) > 1 and not run.titled:
        behind = behind_office(run.words, language)
        if behind is None:
            return None
        run = run.past(behind, titled=False) if behind else run
    return _person(run, text, language, blocked)


def _opening_run(match: re.Match[str], text: str, language: Language) -> _Run:
    """Return the words of a match, with the titles before them and without the offices, surnames in the usual case."""
    at = match.start("name")
    start, titled = _start_with_titles(text, match.start(), language)
    run = _Run(tuple(match["name"].split(" ")), start, at, titled)
    cut = 0 if titled else offices_before(run.words, text[:at], language)
    run = run.past(cut, titled=False, moved=True) if cut else run
    return _Run(_settled_case(run.words, language), run.start, run.at, titled)


def _past_titles(run: _Run, language: Language, *, least: int = 0) -> _Run:
    """Return *run* without the titles it begins with; *least* words stay."""
    titles = language.word_set("titles")
    while len(run.words) > least and title_key(run.words[0]) in titles:
        run = run.past(1, titled=True)
    return run


def _past_common_words(run: _Run, language: Language) -> _Run:
    """Return *run* behind the words of the language it begins with, and the titles behind these ("Meine Frau Ursina")."""
    while run.words and _is_no_name(run.words[0], language, sure=run.titled, first=True):
        run = _past_titles(run.past(1, titled=False, moved=True), language, least=1)
    return run


def _is_of_another_thing(words: Sequence[str], language: Language, blocked: frozenset[str]) -> bool:
    """Return whether the words belong to the company, or name a house or a place ("S\u00e3o Paulo", where "s\u00e3o" is a word as well)."""
    if not words:
        return False
    taken = all(word.lower().rstrip(".,'") in blocked for word in words[:2])
    return taken or _is_house_of(words, language) or words[0].lower() in language.word_set("place_openers")


def _person(run: _Run, text: str, language: Language, blocked: frozenset[str]) -> Named | None:
    titles = language.word_set("titles")
    kept = _leading_names(run, language)
    whole = len(" ".join(kept)) if kept and title_key(kept[-1]) in titles else 0
    while kept and (kept[-1][:1].islower() or title_key(kept[-1]) in titles):
        kept.pop()
    name = _POSSESSIVE.sub("", " ".join(kept).rstrip(".,"))
    if not _can_be_name(name, kept, text[: run.at], language, blocked, titled=run.titled):
        return None
    return Named(name=name, start=run.start, end=run.at + max(whole, len(" ".join(kept))), titled=run.titled)


def _leading_names(run: _Run, language: Language) -> list[str]:
    """Return the words up to the first that is none of a name; behind a title and a given name the surname may be a common word."""
    kept: list[str] = []
    for word in run.words:
        surname = run.titled and len(kept) == 1 and kept[0].lower() in language.word_set("given_names")
        if _is_no_name(word, language, sure=run.titled and not kept) and not (surname and word[:1].isupper()):
            break
        kept.append(word)
    return kept


def _is_house_of(words: Sequence[str], language: Language) -> bool:
    """Return whether *words* name a house rather than a person ("Hôtel du Lac", "Banca di Lodi")."""
    return len(words) > 2 and words[1] in PARTICLES and words[0].lower() in language.word_set("house_words")


def _can_be_name(
    name: str, kept: Sequence[str], before: str, language: Language, blocked: frozenset[str], *, titled: bool
) -> bool:
    if len(name) < 2:
        return False
    if len(kept) > 1:
        return titled or not ends_as_house(kept, language)
    taken = not titled and (name.lower() in blocked or name.lower() in language.months)
    words = before.split()
    named_place = not titled and bool(words) and words[-1].lower() in language.word_set("before_places")
    return not (
        taken
        or named_place
        or (len(name) < 3 and not titled and name.lower() not in language.word_set("given_names"))
        or name.isupper()
    )


def _start_with_titles(text: str, start: int, language: Language) -> tuple[int, bool]:
    """Return where the titles before *start* begin, and whether there are any."""
    titled = False
    for _ in range(_MOST_TITLES):
        before = _TITLE_BEFORE.search(text[max(0, start - 24) : start])
        if before is None or title_key(before[1]) not in language.word_set("titles"):
            break
        start, titled = start - len(before[0]), True
    return start, titled


def _settled_case(words: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Return *words* with surnames in capitals ("Claire MARTIN") written as others are; words all in capitals stay as they are."""
    if not any(len(word) > 1 and not word.isupper() and word[:1].isupper() for word in words):
        return words
    closed = language.word_set("acronyms") | language.word_set("not_names")
    return tuple(
        word.title() if len(word) > 2 and word.isupper() and word.isalpha() and word.lower() not in closed else word
        for word in words
    )


def _is_no_name(word: str, language: Language, *, sure: bool = False, first: bool = False) -> bool:
    """Return whether *word* is a capitalised word of the language rather than a name; *sure*: a title stands right before it."""
    low = re.split("['\u2019]", word.lower())[0].rstrip(".,") or word.lower()
    if low in language.word_set("given_names"):
        return False
    if _ELIDED.match(word):
        return True
    if low in PARTICLES and (sure or not first):
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
