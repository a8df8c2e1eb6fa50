"""The words of each language by which mail from companies is understood; they lie in ``config/cues``."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.core.reading.company.acts import Act, ActWeights, contexts_in
from bot.core.reading.company.folding import Vocabulary
from bot.core.reading.company.grammar import Grammar, compile_grammar
from bot.core.reading.company.lexicon import Lexicon
from bot.core.reading.company.memo import Memo, remembered
from bot.core.reading.company.phrases import Phrase, may_stand
from bot.core.reading.company.senses import Line, read_line
from bot.core.reading.company.signs import Sign
from bot.core.reading.company.thesaurus import Thesaurus
from bot.core.reading.company.weighing import Weights

LANGUAGES = ("en", "de", "fr", "es", "pt", "nl", "it")
FOLDERS = (
    "cues",
    "cues/layout",
    "cues/dates",
    "cues/zones",
    "cues/talk",
    "cues/people",
    "cues/company",
    "cues/machine",
    "cues/matters",
    "cues/notions",
    "cues/debrief",
)
"""Where the tables lie, a file per language in each; ``any.toml`` holds what serves every language."""
TONGUE_FOLDERS = ("cues/layout", "cues/machine")
"""Those of them that are looked into for every mail, in all languages."""
ENGLISH = "en"
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Found at most once per mail, through any of its phrases or signs. ``section`` is what it speaks for. One of negative weight speaks
    for nothing: sentences that hold it are not searched for the others of its section."""

    section: str
    name: str
    weight: float
    phrases: tuple[Phrase, ...] = ()
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Language:
    """The words of one language. ``known``: it has cues; otherwise only its name can be told.

    ``patterns``: expressions that a reader asks for by name.
    ``labels``: written label → what it labels. ``zones``: written zone, lower case → IANA names ("" is the reader's own).
    ``dotted_dates``: "3.11" is a date (else a time). ``dashed_dates``: "3-11" is one beside its weekday or behind "on".
    ``day_first``: "3/11" is always the third of November in it. ``acts``: by which it is told what a sentence does.
    """

    code: str
    stopwords: frozenset[str]
    contractions: Mapping[str, str] = field(default_factory=dict)
    cues: Mapping[str, tuple[Cue, ...]] = field(default_factory=dict)
    patterns: Mapping[str, Phrase] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    zones: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    dotted_dates: bool = False
    dashed_dates: bool = False
    day_first: bool = False
    lexicon: Lexicon = field(default_factory=Lexicon, repr=False)
    thesaurus: Thesaurus = field(default_factory=Thesaurus, repr=False)
    acts: ActWeights = field(default_factory=ActWeights, compare=False, repr=False)
    memo: Memo | None = field(default=None, compare=False, repr=False)

    def for_one_mail(self) -> Language:
        """Return the same words with a memory of their own; nothing of a mail stays behind when it is let go."""
        _ = self.grammar  # compiled once, not for every mail
        fresh = copy.copy(self)
        object.__setattr__(fresh, "memo", Memo())
        return fresh

    @property
    def known(self) -> bool:
        """Whether mail in this language can be judged."""
        return "interview" in self.cues

    @property
    def months(self) -> Mapping[str, int]:
        """Written name → number, 1 to 12."""
        return self.vocabulary.months

    @property
    def weekdays(self) -> Mapping[str, int]:
        """Written name → number, Monday is 0."""
        return self.vocabulary.weekdays

    @property
    def numbers(self) -> Mapping[str, int]:
        """Written number → number."""
        return self.vocabulary.numbers

    @property
    def small_adjectives(self) -> bool:
        """Whether adjectives follow the head of a title in small letters ("adjoint administratif")."""
        return "small_adjectives" in self.word_set("title_style")

    @cached_property
    def grammar(self) -> Grammar | None:
        """How dates and times are written, compiled when first asked for; None where the language has no calendar."""
        return compile_grammar(self.vocabulary, self.zones) if self.vocabulary.months else None

    def word_set(self, name: str) -> frozenset[str]:
        """Return the list *name* of ``[words]``, lower case; empty where the language has none."""
        return self.words.get(name, frozenset())

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return the expression *name* of ``[patterns]``; one that never matches where the language has none."""
        phrase = self.patterns.get(name)
        return phrase.pattern if phrase else _NEVER

    def matches(self, name: str, flat: str) -> Iterator[re.Match[str]]:
        """Yield where the expression *name* stands in *flat*, which is in lower case."""
        phrase = self.patterns.get(name)
        return phrase.pattern.finditer(flat) if phrase and may_stand(phrase.needs, flat) else iter(())

    def match(self, name: str, flat: str) -> re.Match[str] | None:
        """Return where the expression *name* first stands in *flat*, which is in lower case."""
        return next(self.matches(name, flat), None)

    def plain(self, text: str) -> str:
        """Return *text* in the form the phrases are written in: lower case, straight apostrophes, contractions written out."""
        return remembered(self.memo.plain if self.memo else None, text, lambda: self._plain(text))

    def _plain(self, text: str) -> str:
        text = text.lower().replace("\u2019", "'")
        for short, long in self.contractions.items():
            if short in text:
                text = text.replace(short, long)
        return text

    def line(self, plain: str) -> Line:
        """Return the meanings in *plain* (see `read_line`)."""
        return remembered(
            self.memo.lines if self.memo else None, plain, lambda: read_line(self.lexicon, self.thesaurus, plain)
        )

    def acts_of(self, sentences: tuple[str, ...]) -> tuple[Mapping[Act, float], ...]:
        """Return how likely each of *sentences*, the subject of a mail and what stands below it, does what (see `ActWeights.read`)."""
        return remembered(self.memo.acts if self.memo else None, sentences, lambda: self._acts_of(sentences))

    def _acts_of(self, sentences: Iterable[str]) -> tuple[Mapping[Act, float], ...]:
        lines = [self.line(plain) for plain in sentences]
        return tuple(self.acts.read(line, context) for line, context in zip(lines, contexts_in(lines), strict=True))

    def with_acts(self, acts: ActWeights) -> Language:
        """Return the same words, for one mail, sentences being known by *acts*."""
        fresh = self.for_one_mail()
        object.__setattr__(fresh, "acts", acts)
        return fresh


@dataclass(frozen=True)
class Cues:
    """All languages, by code; English is always there and stands in where a language is unknown. ``weights``: what each trait counts.

    ``tongues``: of each language at least what lies in `TONGUE_FOLDERS`: what it is told by, its labels, and what machines say in it.
    A mail is looked at in all of these, but in one or two of the ``languages`` only, which are large.
    """

    languages: Mapping[str, Language]
    tongues: Mapping[str, Language]
    weights: Weights = field(default_factory=Weights)

    @property
    def default(self) -> Language:
        """English."""
        return self.languages[ENGLISH]

    @cached_property
    def labels_for(self) -> Mapping[str, Mapping[str, str]]:
        """For mail in each language the labels of every one, its own first, then English: calendars and services keep their own."""
        every: dict[str, str] = {}
        for tongue in self.tongues.values():
            every.update(tongue.labels)
        every.update(self.tongues[ENGLISH].labels)
        return {code: every | dict(tongue.labels) for code, tongue in self.tongues.items()}
