"""The owner's account laid out for reading: its sentences, in its language, without the questions that it repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.message.types import Body, Message, Owner
from bot.core.reading.company.cues import Cues, Language
from bot.core.reading.company.line_labels import Layout
from bot.core.reading.company.page import Page, Sentence, has_cue, lay_out
from bot.core.reading.company.splitting import split_sentences
from bot.core.reading.company.unwrapping import unwrap
from bot.core.reading.company.wording import flatten

MOST_TEXT = 20_000
_QUOTED = re.compile(r"^\s*(?:>\s?)+")
_ASKED = re.compile(r"^\s*(?:[QF]\s?:|\d{1,2}\s?[.)]|[-*•])?\s*\S.{3,200}\?\s*$")
_SMALL_START = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[^\W\d_])")
_ANSWER_MARK = re.compile(r"^\s*(?:[ARQF]|\d{1,2})\s?[:.)]\s+")


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
    told = _without_questions(text[:MOST_TEXT])
    page = lay_out(replace(message, subject="", body=Body(plain=told), calendars=()), owner, cues, message.date)
    layout = Layout(language=page.language, labels={})
    return Notes(page=replace(page, sentences=tuple(_sentences(told, layout))), held=held)


def _without_questions(text: str) -> str:
    """Return *text* without the marks of quotation and the questions it answers."""
    lines = [_QUOTED.sub("", line) for line in text.split("\n")]
    answered = [line for line in lines if not _ASKED.match(line)]
    kept = answered if any(line.strip() for line in answered) else lines
    return "\n".join(_ANSWER_MARK.sub("", line) for line in kept)


def _sentences(text: str, layout: Layout) -> Iterator[Sentence]:
    """Yield the sentences of *text*; who begins them in small letters does not mean a short form by each full stop."""
    small = text.lstrip(" \"'(-*")[:1].islower()
    for number, paragraph in enumerate(re.split(r"\n\s*\n", text)):
        for line in unwrap([line for line in paragraph.split("\n") if line.strip()], layout):
            for sentence in split_sentences(line, layout.language):
                for part in _SMALL_START.split(sentence) if small else (sentence,):
                    yield Sentence(text=part, plain=" ".join(layout.language.plain(part).split()), paragraph=number)
