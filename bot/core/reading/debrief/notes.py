"""The owner's account laid out for reading: its sentences, in its language, without the questions that it repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.message.types import Body, Message, Owner
from bot.core.reading.company.cues import Cues, Language
from bot.core.reading.company.folding import fold
from bot.core.reading.company.line_labels import Layout
from bot.core.reading.company.page import Page, Sentence, has_cue, lay_out
from bot.core.reading.company.splitting import BULLET, split_sentences
from bot.core.reading.company.unwrapping import unwrap
from bot.core.reading.company.wording import flatten

MOST_TEXT = 20_000
_QUOTED = re.compile(r"^\s*(?:>\s?)+")
_ASKED = re.compile(r"^\s*(?:[QF]\s?:|\d{1,2}\s?[.)]|[-*•])?\s*\S.{3,200}\?\s*$")
_SMALL_START = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[^\W\d_])")
_ANSWER_MARK = re.compile(r"^\s*(?:[ARQF]|\d{1,2})\s?[:.)]\s+")
_FACE = re.compile(r"(?<=\s)[:;]-?[)(DP](?=\s+[^\W\d_a-z])")
"""A face drawn with signs before a word in capitals ends a sentence."""
_HEADING = re.compile(r"^\s*([^:?]{3,120})[:?]\s*$")
_SHORT_QUESTION = re.compile(
    r"((?:^|[.!?]\s)\W{0,3}[^\W\d_][\w'\u2019]*(?: [\w'\u2019]+){0,4})\?[ \t]+(?=\S)", re.MULTILINE
)
_BARE_NOT = re.compile(r"\b(do|did|does|is|was|were|has|have|had|could|would|should|ca|wo)nt\b", re.IGNORECASE)
"""English contractions without their apostrophe."""
_FEW_WORDS = 14
_EVERYDAY = ("clause_words", "beside_a_day", "no_topic", "no_topic_labels")
_LABEL_WORD = re.compile(r"(?:^|[.;]\s)\W{0,3}([^\W\d_]+):\s", re.MULTILINE)
_LEAST_LABELS = 3
_WORD = re.compile(r"[^\W\d_]+")
_PARTS = re.compile(r"[.!?\n]")
_TELLING = ("good", "bad", "mixed", "offered", "rejected", "withdrew", "held", "not_held", "decision")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """An account laid out. ``page``: its sentences for the readers of dates and wishes. ``held``: when the talk was to begin, or None."""

    page: Page
    held: datetime | None

    @property
    def language(self) -> Language:
        """The language it is written in."""
        return self.page.language

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, in order."""
        return self.page.sentences

    def says(self, section: str, sentence: Sentence) -> bool:
        """Return whether any cue of *section* stands in *sentence*."""
        return has_cue(self.language, section, flatten(self.language, sentence.text))

    def saying(self, section: str) -> Iterator[Sentence]:
        """Yield the sentences in which a cue of *section* stands."""
        return (sentence for sentence in self.sentences if self.says(section, sentence))


def lay_out_notes(text: str, message: Message, *, owner: Owner, held: datetime | None, cues: Cues) -> Notes:
    """Return *text*, what is new in the reply *message*, laid out; at most `MOST_TEXT` characters are looked at."""
    asked = _without_marks(text[:MOST_TEXT])
    told = _without_questions(asked)
    page = lay_out(replace(message, subject="", body=Body(plain=told), calendars=()), owner, cues, message.date)
    language = _language_of(told, page.language, cues)
    if language.contractions:
        asked = _BARE_NOT.sub(r"\1n't", asked)
    told = _without_questions(_with_headings(asked, language))
    layout = Layout(language=language, labels={})
    return Notes(page=replace(page, language=language, sentences=tuple(_sentences(told, layout))), held=held)


def _language_of(told: str, language: Language, cues: Cues) -> Language:
    """Return *language*, or the one most labels are of; for a few words the one in which most of them are words to tell of a talk with."""
    labels = [fold(word) for word in _LABEL_WORD.findall(told)]
    if len(labels) >= _LEAST_LABELS:
        named = {
            code: len(tongue.word_set("no_topic_labels").intersection(labels))
            for code, tongue in cues.languages.items()
        }
        best_code = max(named, key=lambda code: (named[code], code == language.code))
        return language if best_code == language.code else cues.languages[best_code].for_one_mail()
    words = {fold(word) for word in _WORD.findall(told)}
    if len(words) > _FEW_WORDS:
        return language
    everyday = {code: words & _everyday(tongue) for code, tongue in cues.languages.items()}
    shared = Counter(word for known in everyday.values() for word in known)
    scores = {
        code: sum(1 / shared[word] for word in known) + _tells(cues.languages[code], told)
        for code, known in everyday.items()
    }
    best_code = max(scores, key=lambda code: (scores[code], code == language.code))
    return language if best_code == language.code else cues.languages[best_code].for_one_mail()


def _everyday(tongue: Language) -> frozenset[str]:
    """Return the words that people tell of a talk with; one that several languages have counts less in each."""
    lists = (tongue.word_set(name) for name in _EVERYDAY)
    names = (*tongue.numbers, *tongue.vocabulary.weekdays, *tongue.vocabulary.months, *tongue.stopwords)
    return frozenset().union(*lists, map(fold, names))


def _tells(tongue: Language, told: str) -> int:
    """Return in how many ways the sentences of *told* tell how it went in *tongue*."""
    parts = [part for part in _PARTS.split(told) if part.strip()]
    return sum(has_cue(tongue, f"debrief_{kind}", flatten(tongue, part)) for part in parts for kind in _TELLING)


def _without_marks(text: str) -> str:
    """Return *text* without the marks of quotation, with a full stop behind a face that ends a sentence."""
    return _FACE.sub(r"\g<0>.", "\n".join(_QUOTED.sub("", line) for line in text.split("\n")))


def _with_headings(text: str, language: Language) -> str:
    """Return *text*, headings and questions that ask for topics or people joined with what answers them, short questions as labels."""
    lines: list[str] = []
    given: int | None = None
    for line in text.split("\n"):
        heading = _HEADING.match(line)
        label = _label_of(heading[1], language) if heading else None
        if label:
            lines += ["", f"{label}:"]
            given = 0
        elif not heading and given is not None and line.strip() and (given == 0 or BULLET.match(line)):
            answer = _ANSWER_MARK.sub("", BULLET.sub("", line)).strip()
            lines[-1] += f"; {answer}" if given else f" {answer}"
            given += 1
        elif line.strip() or given != 0:
            lines += ["", line] if given else [line]
            given = None
    return _SHORT_QUESTION.sub(r"\1: ", "\n".join(lines))


def _label_of(heading: str, language: Language) -> str | None:
    """Return *heading* as a label where it asks what was talked about or who was there."""
    heading, flat = BULLET.sub("", heading).strip(), fold(heading)
    if language.match("who_question", flat):
        return heading.split()[0]
    return heading if language.match("topic_question", flat) else None


def _without_questions(text: str) -> str:
    """Return *text* without the questions that it answers, each answer a paragraph of its own."""
    lines = ["" if _ASKED.match(line) else _ANSWER_MARK.sub("\n", line) for line in text.split("\n")]
    return "\n".join(lines) if any(line.strip() for line in lines) else text


def _sentences(text: str, layout: Layout) -> Iterator[Sentence]:
    """Yield the sentences of *text*; who begins them in small letters does not mean a short form by each full stop."""
    small = text.lstrip(" \"'(-*")[:1].islower()
    for number, paragraph in enumerate(re.split(r"\n\s*\n", text)):
        for line in unwrap([line for line in paragraph.split("\n") if line.strip()], layout):
            for sentence in split_sentences(line, layout.language):
                for part in _SMALL_START.split(sentence) if small else (sentence,):
                    yield Sentence(text=part, plain=" ".join(layout.language.plain(part).split()), paragraph=number)
