"""The text of a mail laid out for reading: sentences with their labels, new and quoted apart, signature, language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.message.html import render_html
from bot.core.message.quoting import split_quoted
from bot.core.message.threading import base_subject
from bot.core.message.types import Address, Message, Owner
from bot.core.reading.company.cues import Cue, Cues, Language
from bot.core.reading.company.signs import any_stands, read_line

MOST_TEXT = 20_000
_MOST_SENTENCES = 600
_LONGEST_SENTENCE = 1_200
_STRUCK = re.compile(r"<(s|strike|del)\b[^>]{0,300}>(.{0,500}?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_LINE_THROUGH = re.compile(
    r"<(span|td|p|div|font)\b[^>]{0,300}line-through[^>]{0,300}>([^<]{0,500})</\1\s*>", re.IGNORECASE
)
_TAG = re.compile(r"<[^>]{0,500}>")
_FORWARD = re.compile(r"\s*(?:fwd?|fw|wg|tr|rv|enc|i|doorst)\s?:", re.IGNORECASE)
_QUOTE_MARK = re.compile(r"^(?:\s{0,3}>)+\s?")
_ATTRIBUTION = re.compile(
    r"^(?:On|Am|Le|El|Il|Op|Em)\s[^\n]{4,160}(?:\n[^\n]{0,120})?"
    r"\b(?:wrote|schrieb|\u00e9crit|escribi\u00f3|ha scritto|schreef|escreveu)\b[^\n]{0,20}:\s*$",
    re.MULTILINE,
)
_HEADER_LINE = re.compile(r"^\W{0,3}(from|sent|date|to|cc|subject|reply-to)\*{0,2}:\s", re.IGNORECASE)
_FROM_LINE = re.compile(
    r"^\W{0,3}from\*{0,2}:\s*\"?([^<\"\n]{0,80}?)\"?\s*<?([\w.+'-]+@[\w.-]+)?>?\s*$", re.IGNORECASE | re.MULTILINE
)
_SIGNED_AS_REPLY = re.compile(r"^(?:re|aw|sv|antw)\s?:", re.IGNORECASE)
_LABEL = re.compile(r"^\W{0,6}([^\W\d_][^:\t\n]{0,38}?)\s?(?::(?=\s|$)|\t)\s*(.*)$", re.DOTALL)
_LINK = re.compile(r"<?https?://[^\s<>]{1,600}>?|<mailto:[^<>]{1,300}>")
_BULLET = re.compile(r"^\s*(?:[-*•·◦▪–—>#|]|\d{1,2}[.)])\s+")
_TIME_FIRST = re.compile(r"^\s*\d{1,2}(?:[:.h]\d{2}|\s?[ap]\.?m)", re.IGNORECASE)
_OPEN_END = re.compile(r"(?:\b(?:at|from|on|for|the|to|of|and|with|is|by|a|an)|[-–,(&])$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"')\]]?\s+(?=[\"'(\[]?[^\W_])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|eng|ing|engr|mme|mdm|dott|smt|adv|arch|pvt|dept|capt|rev|st|no|nr|approx|incl|e\.g|i\.e|hon"
    r"|sgt|lt|col|jr|sr|vs|ext|tel"
    r"|dept|ca|min|mins)|\b[^\W\d_])\.$",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:as per|further to|following(?: (?:on|up))?(?: (?:from|on))?|after|since|thanks for|thank you for)\s(?:our|the"
    r"|your)\s(?:\w+\s){0,2}?"
    r"(?:calls?|chat|conversation|talk|discussion|meeting|interview|e-?mail|phone|telephone)\b(?:\s(?:call|chat"
    r"|conversation|interview))?",
    re.IGNORECASE,
)
_PLAIN_SPACING = str.maketrans(
    {"\r": None, "\xa0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u2010": "-", "\u2011": "-"}
)
"""Spaces and hyphens that only look special."""
_LONGEST_ABBREVIATION = 16
"""So far back from its end a sentence is looked at for one: a line of abbreviations alone must not be read again at each of them."""
_MERIDIEM_END = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence or line, spaces single. ``plain``: as phrases are written (see `Language.plain`). ``label``: what a label on the
    line (or alone on the line above) says it is, or ``""``; the label itself is not part of ``text``. ``paragraph`` counts up."""

    text: str
    plain: str
    label: str = ""
    paragraph: int = 0
    after_label: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A mail laid out. ``subject`` is without prefixes; ``answers``: it had one. ``forwarded_by_sender``: the new text is mostly what
    the sender passes on; ``author`` is then who wrote that. ``sent_at``: the Date field, else when the mail came, aware."""

    message: Message
    owner: Owner
    language: Language
    sent_at: datetime | None
    subject: str
    answers: bool
    sentences: tuple[Sentence, ...]
    quoted: tuple[Sentence, ...]
    struck: tuple[str, ...]
    signature: tuple[str, ...]
    author: Address | None
    forwarded: bool
    text: str
    quoted_text: str
    whole_plain: str

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
    forwarded = bool(_FORWARD.match(message.subject))
    parts = split_quoted(text)
    new, quoted = parts.new, parts.quoted
    author = message.sender
    if forwarded and quoted.strip():
        author = _forwarded_author(quoted) or author
        new, quoted = f"{new}\n\n{_without_headers(quoted)}", ""
    language = tell_language(f"{message.subject}\n{text}", cues)
    new = _with_row_labels(new, language)
    signed = _signature(new.split("\n"), author, language)
    sentences = tuple(_sentences(new, language))
    subject = base_subject(message.subject)[:300]
    return Page(
        message=message,
        owner=owner,
        language=language,
        sent_at=message.date or received_at,
        subject=subject,
        answers=bool(_SIGNED_AS_REPLY.match(message.subject.strip())) and not forwarded,
        sentences=sentences,
        quoted=tuple(_sentences(_without_headers(quoted), language)),
        struck=struck,
        signature=signed,
        author=author,
        forwarded=forwarded,
        text=new,
        quoted_text=quoted,
        whole_plain="\n".join(sentence.plain for sentence in sentences),
    )


def find_cues(page: Page, section: str, *, subject: bool = True) -> tuple[Hit, ...]:
    """Return the cues of *section* found in the new text (and the subject), each at its first place."""
    lines = [page.language.plain(page.topic) if subject else "", *(sentence.plain for sentence in page.sentences)]
    cues = page.language.cues.get(section, ())
    exceptions = [cue for cue in cues if cue.weight < 0]
    text = (
        "\n".join("" if any(holds(cue, line) for cue in exceptions) else line for line in lines)
        if exceptions
        else "\n".join(lines)
    )
    found = (_find(cue, text, page) for cue in cues if cue.weight >= 0)
    return tuple(hit for hit in found if hit is not None)


def holds(cue: Cue, plain: str) -> bool:
    """Return whether any phrase of *cue* stands in *plain*."""
    return any(
        (not phrase.needs or any(word in plain for word in phrase.needs)) and phrase.pattern.search(plain)
        for phrase in cue.phrases
    )


def has_cue(language: Language, section: str, plain: str) -> bool:
    """Return whether any cue of *section* stands in *plain* (a sentence's plain form)."""
    cues = language.cues.get(section, ())
    if any(holds(cue, plain) for cue in cues):
        return True
    signs = [sign for cue in cues for sign in cue.signs]
    return bool(signs) and any_stands(signs, read_line(language.lexicon, plain))


def _find(cue: Cue, text: str, page: Page) -> Hit | None:
    for phrase in cue.phrases:
        if phrase.needs and not any(word in text for word in phrase.needs):
            continue
        match = phrase.pattern.search(text)
        if match:
            number = text.count("\n", 0, match.start()) - 1
            words = page.sentences[number].text if number >= 0 else page.topic
            return Hit(cue, number, words[:120])
    return None


def tell_language(text: str, cues: Cues) -> Language:
    """Return the language whose commonest words *text* holds most; English where nothing tells."""
    words = re.findall(r"[^\W\d_]+", text[:8000].lower())
    scores = {code: sum(word in language.stopwords for word in words) for code, language in cues.languages.items()}
    best = max(scores, key=lambda code: (scores[code], code == "en"))
    if scores[best] < 3 or scores[best] <= scores["en"]:
        return cues.default
    return cues.languages[best]


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
    return chosen[:MOST_TEXT].translate(_PLAIN_SPACING), tuple(struck[:20])


def _forwarded_author(quoted: str) -> Address | None:
    match = _FROM_LINE.search(quoted)
    if not match or not match[2]:
        return None
    return Address(name=match[1].strip(), email=match[2].lower())


def _without_headers(quoted: str) -> str:
    bare = "\n".join(_QUOTE_MARK.sub("", line) for line in quoted.split("\n"))
    lines = _ATTRIBUTION.sub("", bare).split("\n")
    return "\n".join("" if _HEADER_LINE.match(line) else line for line in lines)


def _sentences(text: str, language: Language) -> Iterator[Sentence]:
    label = ""
    count = 0
    for number, paragraph in enumerate(_paragraphs(text)):
        people_above = False
        for line in _unwrapped(paragraph, language):
            own, rest = _labelled(line, language)
            alone = own and not rest.strip()
            if alone:
                label = own
                continue
            carried = own or label or (people_above and _continues_list(line) and "interviewers") or ""
            people_above = carried == "interviewers"
            for part in _split(rest):
                part = part[:_LONGEST_SENTENCE]
                if count >= _MOST_SENTENCES:
                    return
                count += 1
                yield Sentence(
                    text=part,
                    plain=" ".join(language.plain(_LINK.sub(" ", part)).split()),
                    label=carried,
                    paragraph=number,
                    after_label=not own,
                )
            label = "" if own else label
        label = label if _is_label_alone(paragraph, language) else ""


def _continues_list(line: str) -> bool:
    """Return whether a line under a labelled list of people can be its next entry."""
    return (
        len(line) < 80
        and not any(c.isdigit() for c in line)
        and line.strip()[:1].isupper()
        and not line.rstrip().endswith((".", "!", "?"))
    )


def _is_label_alone(paragraph: Sequence[str], language: Language) -> bool:
    own, rest = _labelled(paragraph[-1], language) if paragraph else ("", "")
    return bool(own) and not rest.strip()


def _labelled(line: str, language: Language) -> tuple[str, str]:
    """Return what the label of *line* stands for and the rest; ``""`` and the line where it has none."""
    match = _LABEL.match(line)
    if match:
        name = language.labels.get(match[1].strip(" *_-•·").lower())
        if name:
            return name, match[2]
    bare = line.strip(" *_-•·:?").lower()
    if (
        bare in language.labels
        and len(bare) > 2
        and language.labels[bare] not in ("title", "medium", "link", "contact")
    ):
        return language.labels[bare], ""
    return "", line


def _paragraphs(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            block.append(line.rstrip())
        elif block:
            yield block
            block = []
    if block:
        yield block


def _unwrapped(lines: Sequence[str], language: Language) -> list[str]:
    """Join the lines that a mail program broke in the middle of a sentence."""
    joined: list[str] = []
    wide = any(len(line) > 110 for line in lines)
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else ""
        if joined and (_is_left_open(before, line) if wide else _goes_on(before, line, language)):
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(line)
    return joined


def _is_left_open(before: str, line: str) -> bool:
    return len(before) >= 30 and bool(_OPEN_END.search(before)) and "\t" not in line and not _BULLET.match(line)


def _goes_on(before: str, line: str, language: Language) -> bool:
    if len(before) < 48 or "\t" in before or "\t" in line or _BULLET.match(line) or "://" in line[:12]:
        return _is_left_open(before, line)
    if _labelled(line, language)[0]:
        return False
    if _TIME_FIRST.match(line):
        return bool(_OPEN_END.search(before))
    return True


def _split(line: str) -> Iterator[str]:
    line = " ".join(_BULLET.sub("", line).split())
    start = 0
    for match in _SENTENCE_END.finditer(line):
        before = line[max(start, match.start() - _LONGEST_ABBREVIATION) : match.start()]
        following = line[match.end() : match.end() + 1]
        if _ABBREVIATED.search(before) or (_MERIDIEM_END.search(before) and not following.isupper()):
            continue
        if before.endswith(".") and (following.islower() or (following.isdigit() and before[-2:-1].isdigit())):
            continue
        if sentence := line[start : match.start()].strip():
            yield sentence
        start = match.end()
    if line[start:].strip():
        yield line[start:].strip()


def _signature(lines: Sequence[str], author: Address | None, language: Language) -> tuple[str, ...]:
    """Return the lines that stand below a closing word, ``--`` or the author's own name, at most eight each."""
    closings = language.word_set("closings")
    name = (author.name if author else "").lower()
    names = {name, name.split(" ")[0] if name else ""} - {""}
    found: list[str] = []
    for number, line in enumerate(lines):
        bare = line.strip(" ,.!-–—*").lower()
        if not (
            line.strip() == "--"
            or (bare and len(bare) < 40 and (bare in closings or bare in names or _opens_with(bare, name)))
        ):
            continue
        below = [text.strip() for text in lines[number + 1 : number + 9] if text.strip()]
        here = [line.strip()] if _opens_with(bare, name) else []
        found += [text for text in (*here, *below[:8]) if text not in found and len(text) < 140]
    for line in lines:  # "Henrik Aasland, CMO, Papierkite" in one line
        if (
            name
            and " " in name
            and _opens_with(line.strip(" -–—*").lower(), name)
            and len(line) < 140
            and line.strip() not in found
        ):
            found.append(line.strip())
    return tuple(found[:24])


def _opens_with(line: str, name: str) -> bool:
    return bool(name) and " " in name and line.startswith(name)


def _with_row_labels(text: str, language: Language) -> str:
    """Return *text* with the heads of a table's columns written before each cell of the rows below them, a line each."""
    if "\t" not in text:
        return text
    lines: list[str] = []
    heads: list[str] = []
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.split("\t")]
        known = sum(cell.lower().rstrip(":") in language.labels for cell in cells)
        if len(cells) > 2 and known >= len(cells) - 1:
            heads = cells
        elif heads and len(cells) == len(heads):
            lines += [f"{head.rstrip(':')}: {cell}" for head, cell in zip(heads, cells, strict=True)]
        else:
            heads = []
            lines.append(line)
    return "\n".join(lines)


def without_reference(text: str) -> str:
    """Return *text* without what it only refers back to ("as per our call", "further to our phone chat this morning")."""
    return _REFERENCE.sub(" ", text)
