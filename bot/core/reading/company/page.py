"""The text of a mail laid out for reading: sentences with their labels, new and quoted apart, signature, language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.message.html import render_html
from bot.core.message.quoting import split_quoted
from bot.core.message.threading import base_subject
from bot.core.message.types import Address, Message, Owner
from bot.core.reading.company.acts import Act
from bot.core.reading.company.cues import Cue, Cues, Language
from bot.core.reading.company.invitation import read_invitation
from bot.core.reading.company.line_labels import Layout
from bot.core.reading.company.mails_below import Below, find_mails_below
from bot.core.reading.company.memo import remembered
from bot.core.reading.company.quoted import is_answer, is_forward, quoted_author, quoted_recipients, without_headers
from bot.core.reading.company.sentences import Sentence, find_sentences
from bot.core.reading.company.signature import find_signature
from bot.core.reading.company.signs import any_stands
from bot.core.reading.company.table_rows import with_row_labels
from bot.core.reading.company.tongue import tell_first, tell_language

__all__ = ["Hit", "Page", "Sentence", "has_cue", "holds", "lay_out", "tell_language", "without_reference"]

MOST_TEXT = 20_000
_OPENING = 1_200
_MOST_QUOTED = 12
"""So much of the new text is asked first for its language: what stands far below is often another's, such as a notice of the firm."""
_STRUCK = re.compile(r"<(s|strike|del)\b[^>]{0,300}>(.{0,500}?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_LINE_THROUGH = re.compile(
    r"<(span|td|p|div|font)\b[^>]{0,300}line-through[^>]{0,300}>([^<]{0,500})</\1\s*>", re.IGNORECASE
)
_TILDES = re.compile(r"~~([^~\n]{1,200})~~")
_TAG = re.compile(r"<[^>]{0,500}>")
_PLAIN_SPACING = str.maketrans(
    {"\r": None, "\xa0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u2010": "-", "\u2011": "-"}
)
"""Spaces and hyphens that only look special."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A mail laid out. ``subject`` is without prefixes; ``answers``: it had one. ``forwarded``: the new text is mostly what
    the sender passes on; ``author`` is then who wrote that, ``forwarded_from`` who got it first (names and addresses, lower case).
    ``below``: the quoted sentences by the mail they are of. ``passed_on``: the forwarded mail with its header lines,
    ``passed_on_from``: the number of its first sentence.
    ``sent_at``: the Date field, else when the mail came, aware."""

    message: Message
    owner: Owner
    language: Language
    sent_at: datetime | None
    subject: str
    answers: bool
    sentences: tuple[Sentence, ...]
    quoted: tuple[Sentence, ...]
    below: tuple[Below, ...]
    struck: tuple[str, ...]
    signature: tuple[str, ...]
    author: Address | None
    forwarded: bool
    passed_on: str
    passed_on_from: int
    forwarded_from: tuple[str, ...]
    text: str
    quoted_text: str

    @property
    def acts(self) -> tuple[Mapping[Act, float], ...]:
        """What the subject, then each sentence of the new text does (see `Language.acts_of`); nothing for a subject that the author did not
        choose for this mail."""
        subject, *rest = self._acts
        return ({} if self.answers else subject, *rest[: len(self.sentences)])

    @property
    def quoted_acts(self) -> tuple[Mapping[Act, float], ...]:
        """What each of the first quoted sentences does."""
        return self._acts[1 + len(self.sentences) :]

    @property
    def _acts(self) -> tuple[Mapping[Act, float], ...]:
        told = (*self.sentences, *self.quoted[:_MOST_QUOTED])
        return self.language.acts_of((self.language.plain(self.subject), *(sentence.plain for sentence in told)))

    @property
    def topic(self) -> str:
        """The subject where the author chose it for this mail, else ``""``."""
        return "" if self.answers else self.subject


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found, with the sentence it stands in (-1: the subject)."""

    cue: Cue
    sentence: int
    words: str


def lay_out(message: Message, owner: Owner, cues: Cues, received_at: datetime | None = None) -> Page:
    """Return *message* laid out for reading; at most `MOST_TEXT` characters are looked at."""
    text, struck = _readable(message)
    text = text if text.strip() else _told_by_calendar(message, owner)
    parts = split_quoted(text)
    new, quoted = parts.new, parts.quoted
    language = tell_first([new[:_OPENING], f"{message.subject}\n{new}", f"{message.subject}\n{text}"], cues)
    forwarded = is_forward(message.subject, language)
    author = message.sender
    recipients: tuple[str, ...] = ()
    passed_on, own = "", new
    if forwarded and quoted.strip():
        recipients = quoted_recipients(quoted, language)
        author = quoted_author(quoted, language) or author
        passed_on = quoted
        new, quoted = f"{new}\n\n{without_headers(quoted, language)}", ""
        language = tell_first([new[:_OPENING], new], cues)
    language = language.for_one_mail()
    layout = Layout(language=language, labels=cues.labels_for[language.code])
    new = with_row_labels(new, layout)
    sentences = tuple(find_sentences(new, layout))
    old = tuple(find_sentences(without_headers(quoted, language), layout))
    begins = sum(1 for _ in find_sentences(with_row_labels(own, layout), layout)) if passed_on else len(sentences)
    return Page(
        message=message,
        owner=owner,
        language=language,
        sent_at=message.date or received_at,
        subject=base_subject(message.subject)[:300],
        answers=is_answer(message.subject, language) and not forwarded,
        sentences=sentences,
        quoted=old,
        below=find_mails_below(quoted, len(old), layout),
        struck=struck,
        signature=find_signature(new.split("\n"), author, language),
        author=author,
        forwarded=forwarded,
        passed_on=passed_on,
        passed_on_from=begins,
        forwarded_from=recipients,
        text=new,
        quoted_text=quoted,
    )


def holds(cue: Cue, plain: str) -> bool:
    """Return whether any phrase of *cue* stands in *plain*."""
    return any(phrase.find(plain) for phrase in cue.phrases)


def may_hold(cue: Cue, text: str) -> bool:
    """Return whether a phrase of *cue* may stand in any line of *text*: so many lines need not be searched."""
    return any(phrase.may_stand_in(text) for phrase in cue.phrases)


def has_cue(language: Language, section: str, plain: str) -> bool:
    """Return whether any cue of *section* stands in *plain* (a sentence's plain form)."""
    table = language.memo.cues if language.memo else None
    return remembered(table, (section, plain), lambda: _has_cue(language, section, plain))


def speaks_of(page: Page, section: str) -> bool:
    """Return whether any cue of *section* stands in a sentence of the new text."""
    return any(has_cue(page.language, section, sentence.plain) for sentence in page.sentences)


def _has_cue(language: Language, section: str, plain: str) -> bool:
    cues = [cue for cue in language.cues.get(section, ()) if cue.weight >= 0]
    if any(holds(cue, plain) for cue in cues):
        return True
    signs = [sign for cue in cues for sign in cue.signs]
    return bool(signs) and any_stands(signs, language.line(plain))


def _told_by_calendar(message: Message, owner: Owner) -> str:
    """Return the description of the first event of an invitation that came without a text of its own."""
    events = read_invitation(message.calendars, owner.tz).events if message.calendars else ()
    told = next((event.description for event in events if event.description.strip()), "")
    return told[:MOST_TEXT].translate(_PLAIN_SPACING)


def _readable(message: Message) -> tuple[str, tuple[str, ...]]:
    """Return the text to read, without what is struck through, and the struck words."""
    body = message.body
    struck: list[str] = []
    html_text = body.html_text or ""
    if body.html and any(sign in body.html[:200_000].lower() for sign in ("<s", "<del", "line-through")):
        source = body.html[:200_000]
        for pattern in (_STRUCK, _LINE_THROUGH):
            struck += [_TAG.sub("", match[2]).strip() for match in pattern.finditer(source)]
            source = pattern.sub(" ", source)
        struck = [words for words in struck if words]
        if struck:
            html_text = render_html(source).text
    plain = (body.plain or "").strip()
    excuse = len(plain) < 200 and len(html_text.strip()) > 3 * len(plain)
    chosen = html_text if (not plain or excuse or struck) and html_text.strip() else body.plain or html_text
    chosen = chosen[:MOST_TEXT]
    struck += [match[1].strip() for match in _TILDES.finditer(chosen)]
    return _TILDES.sub(" ", chosen).translate(_PLAIN_SPACING), tuple(struck[:20])


def without_reference(text: str, language: Language) -> str:
    """Return *text* without what it only refers back to ("as per our call", "further to our phone chat this morning")."""
    return language.pattern("reference").sub(" ", text)
