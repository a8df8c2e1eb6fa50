"""Requests for a change of the draft in the owner's words: "change X to Y", "she goes by Y", "remove the second sentence"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from bot.core.reading.owner.cues import CommandCues
from bot.core.reading.owner.grammar import Context, Piece, cut
from bot.core.reading.owner.phrases import Role
from bot.core.reading.owner.words import Token, fold, tokenise

_QUOTES = frozenset("\"'")
_MAX_TOKENS = 120
_MAX_LEAD = 16
_MAX_WORDS_UNQUOTED = 12
_MAX_SHORT_LINE = 60
_MARKS = frozenset({",", "-", "–", "—"})
_ABBREVIATION = re.compile(r"(?:^|\W)(?:[A-Z][a-z]{0,3}|[a-z])$")

MAY_STAND_BESIDE = frozenset(
    {
        Role.YES,
        Role.ACK,
        Role.CONSENT,
        Role.APPROVE,
        Role.NOW,
        Role.POLITE,
        Role.GREETING,
        Role.THANKS,
        Role.BUT,
        Role.NO,
        Role.SHOW_AGAIN,
        Role.USE_TEXT,
        Role.SEND_TEXT,
        Role.REMARK,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instructed:
    """The draft after the owner's instructions. ``after``: the roles said after the last of them; ``beside``: all other roles said.

    ``number``: the item named, or None. ``left_over``: words that are no instruction and not accounted for.
    """

    body: str
    subject: str
    count: int = 0
    number: int | None = None
    beside: frozenset[Role] = frozenset()
    after: frozenset[Role] = frozenset()
    left_over: str = ""


@dataclass(slots=True)
class _Work:
    body: str
    subject: str
    cues: CommandCues
    context: Context
    count: int = 0
    numbers: set[int] = field(default_factory=set)
    beside: set[Role] = field(default_factory=set)
    after: set[Role] = field(default_factory=set)
    left: list[str] = field(default_factory=list)


def follow_instructions(text: str, *, body: str, subject: str, context: Context) -> Instructed:
    """Return *body* and *subject* as *text* wants them; ``count`` 0 if it asks for no change."""
    work = _Work(body=body, subject=subject, cues=context.cues, context=context)
    for sentence in split_sentences(text):
        tokens = tokenise(sentence)
        if not (len(tokens) <= _MAX_TOKENS and _follow(sentence, tokens, work)):
            _account(sentence, work, work.after if work.count else work.beside)
    return Instructed(
        body=work.body,
        subject=work.subject,
        count=work.count,
        number=next(iter(work.numbers)) if len(work.numbers) == 1 else None,
        beside=frozenset(work.beside),
        after=frozenset(work.after),
        left_over=" … ".join([*work.left, *(["items"] if len(work.numbers) > 1 else [])]),
    )


def split_sentences(text: str) -> list[str]:
    """Return the sentences of *text*; neither a quotation nor a title such as "Dr." is broken."""
    found, begin, quoted = [], 0, False
    for position, char in enumerate(text):
        quoted = (char in '"“„«' or quoted) if char != '"' else not quoted
        quoted = False if char in "”»\n" else quoted
        ends = char == "\n" or (char in ".!;" and not quoted and _is_stop(text, begin, position))
        if ends:
            found.append(text[begin : position + 1].strip())
            begin = position + 1
    found.append(text[begin:].strip())
    return [sentence for sentence in found if sentence]


def _is_stop(text: str, begin: int, position: int) -> bool:
    after = text[position + 1 : position + 2]
    if after and not after.isspace():
        return False
    return text[position] != "." or not _ABBREVIATION.search(text[max(begin, position - 6) : position]) or not after


def _account(text: str, work: _Work, into: set[Role]) -> bool:
    """Note the roles of *text* if every word of it is accounted for; else note what is left."""
    pieces = cut(text, work.context)
    if not _covered(pieces):
        work.left.append(text)
        return False
    into.update(piece.role for piece in pieces if piece.role)
    work.numbers.update(piece.number for piece in pieces if piece.number is not None)
    return True


def _covered(pieces: Sequence[Piece]) -> bool:
    known = all(not (piece.unknown or piece.question or piece.moment) for piece in pieces)
    return known and all(piece.role is None or piece.role in MAY_STAND_BESIDE for piece in pieces)


def _follow(sentence: str, tokens: list[Token], work: _Work) -> bool:
    """Look for an instruction in *sentence* behind words that are accounted for, and carry it out."""
    for at in range(min(len(tokens), _MAX_LEAD)):
        if at and not _covered(cut(sentence[: tokens[at].start], work.context)):
            continue
        for end in _ends(sentence, tokens, at, work):
            stop = tokens[end].start if end < len(tokens) else len(sentence)
            if _carry_out(sentence, tokens[at:end], work):
                _account(sentence[: tokens[at].start], work, work.beside)
                _account(sentence[stop:], work, work.after)
                work.count += 1
                return True
    return False


def _ends(sentence: str, tokens: list[Token], at: int, work: _Work) -> Iterator[int]:
    """Yield where an instruction from *at* on may end: before a tail such as "and then send it", else at the full stop."""
    for end in range(at + 2, len(tokens)):
        if tokens[end].text in work.cues.joints | _MARKS or tokens[end - 1].text in _QUOTES:
            tail = cut(sentence[tokens[end].start :], work.context)
            if any(piece.role for piece in tail) and _covered(tail):
                yield end
    end = len(tokens)
    while end > at and tokens[end - 1].text in (".", "!", ";", "\n", ","):
        end -= 1
    yield end


def _carry_out(sentence: str, tokens: list[Token], work: _Work) -> bool:
    cues = work.cues.instructions
    said = {token.text for token in tokens}
    kinds: list[tuple[tuple[tuple[str, ...], ...], Callable[[dict[str, str], _Work], bool]]] = [
        (cues.address, _address),
        (cues.change, _change),
        (cues.remove, _remove),
    ]
    for templates, carry_out in kinds:
        for template in templates:
            if not _fixed_words(template) <= said:
                continue
            for found in _match(template, tokens, sentence):
                if carry_out(found, work):
                    return True
    return False


@cache
def _fixed_words(template: tuple[str, ...]) -> frozenset[str]:
    return frozenset(template) - {"X", "Y"}


def _match(template: tuple[str, ...], tokens: list[Token], sentence: str) -> Iterator[dict[str, str]]:
    """Yield every way in which *tokens* fit the whole of *template*; X and Y stand for one or more words each."""
    starts = [(0, 0, dict[str, str]())]
    while starts:
        at, step, found = starts.pop()
        if step == len(template):
            if at == len(tokens):
                yield found
        elif template[step] not in ("X", "Y"):
            if at < len(tokens) and tokens[at].text == template[step]:
                starts.append((at + 1, step + 1, found))
            elif at < len(tokens) and tokens[at].text == ",":
                starts.append((at + 1, step, found))
        else:
            following = template[step + 1] if step + 1 < len(template) else None
            for end in _variable_ends(tokens, at, following):
                value = sentence[tokens[at].start : tokens[end - 1].end]
                starts.append((end, step + 1, {**found, template[step]: value}))


def _variable_ends(tokens: list[Token], at: int, following: str | None) -> list[int]:
    if at >= len(tokens):
        return []
    if following is None:
        return [len(tokens)]
    return [end for end in range(len(tokens) - 1, at, -1) if tokens[end].text in (following, ",")]


def _plain(value: str, cues: CommandCues) -> tuple[str, bool]:
    """Return *value* without quotation marks and such words as "the word"; and whether it was quoted."""
    text = value.strip(" \t,:")
    for label in sorted(cues.instructions.labels_x, key=len, reverse=True):
        if fold(text).startswith(label + " "):
            text = text[len(label) :].strip()
    quoted = len(text) >= 2 and fold(text[0]) in _QUOTES and fold(text[-1]) in _QUOTES
    return (text[1:-1].strip() if quoted else text), quoted


def _is_sound(value: str, quoted: bool, cues: CommandCues) -> bool:
    """Whether *value* can be what shall stand in the draft, and is not the beginning of another remark."""
    words = [token.text for token in tokenise(value) if token.is_word]
    if not words or "\n" in value:
        return False
    return quoted or (len(words) <= _MAX_WORDS_UNQUOTED and not cues.reason_never.intersection(words))


def _change(found: dict[str, str], work: _Work) -> bool:
    old, _quoted = _plain(found["X"], work.cues)
    new, quoted = _plain(found["Y"], work.cues)
    if not old or not _is_sound(new, quoted, work.cues):
        return False
    body = replace_words(work.body, old, new)
    if body is not None:
        work.body = body
        return True
    subject = replace_words(work.subject, old, new)
    work.subject = subject if subject is not None else work.subject
    return subject is not None


def replace_words(text: str, old: str, new: str) -> str | None:
    """Return *text* with *old* (whole words, else whole words in any case) replaced everywhere; None if it does not stand there."""
    pattern = r"\s+".join(re.escape(part) for part in old.split())
    for flags in (re.NOFLAG, re.IGNORECASE):
        bounded = re.compile(rf"(?<!\w){pattern}(?!\w)", flags)
        if bounded.search(text):
            return bounded.sub(lambda _match: new, text)
    return None


def _address(found: dict[str, str], work: _Work) -> bool:
    new, quoted = _plain(found["Y"], work.cues)
    first, _newline, rest = work.body.partition("\n")
    tokens = tokenise(first)
    words = tuple(token.text for token in tokens)
    opening = next((known for known in work.cues.salutations if words[: len(known)] == known), None)
    if opening is None or len(tokens) <= len(opening) or not _is_sound(new, quoted, work.cues):
        return False
    if tuple(token.text for token in tokenise(new))[:1] == opening[:1]:
        new = new.split(" ", 1)[-1]
    mark = first[tokens[-1].end - 1 :] if not tokens[-1].is_word else ""
    work.body = f"{first[: tokens[len(opening)].start]}{new.rstrip(',')}{mark}\n{rest}"
    return True


def _remove(found: dict[str, str], work: _Work) -> bool:
    old, _quoted = _plain(found["X"], work.cues)
    span = _named_part(fold(old), work) or _literal(work.body, old)
    if span is None:
        return False
    kept = work.body[: span[0]].rstrip(" ") + (" " if work.body[: span[0]].rstrip(" ")[-1:] not in ("", "\n") else "")
    body = kept + work.body[span[1] :].lstrip(" ")
    body = re.sub(r"[ \t]+\n", "\n", body)
    work.body = re.sub(r"\n{3,}", "\n\n", re.sub(r" +([,.;!?])", r"\1", body)).strip()
    return True


def _literal(body: str, old: str) -> tuple[int, int] | None:
    at = body.find(old) if len(old) > 2 else -1
    return None if at < 0 else (at, at + len(old))


def _named_part(name: str, work: _Work) -> tuple[int, int] | None:
    """Return where "the second sentence" or "last paragraph" stands, salutation and closing not counted."""
    cues = work.cues.instructions
    words = [word for word in name.split() if word != "the"]
    if len(words) != 2 or words[0] not in cues.ordinals:
        return None
    paragraphs = _paragraphs(work.body)[1:-1]
    if words[1] in cues.paragraph:
        parts = paragraphs
    elif words[1] in cues.sentence:
        parts = [span for begin, end in paragraphs for span in _sentence_spans(work.body, begin, end)]
    else:
        return None
    ordinal = cues.ordinals[words[0]]
    index = ordinal - 1 if ordinal > 0 else ordinal
    return parts[index] if -len(parts) <= index < len(parts) else None


def _paragraphs(body: str) -> list[tuple[int, int]]:
    return [(match.start(), match.end()) for match in re.finditer(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", body)]


def _sentence_spans(body: str, begin: int, end: int) -> list[tuple[int, int]]:
    spans, at = [], begin
    for sentence in split_sentences(body[begin:end]):
        start = body.find(sentence, at, end)
        if start < 0:
            return []
        spans.append((start, start + len(sentence)))
        at = start + len(sentence)
    return spans


def remark_on_line(text: str, *, body: str, at: int, context: Context) -> str | None:
    """Return *body* after a remark that the owner wrote below the quoted line ending at *at*; None if it is not understood."""
    tokens = tokenise(text.strip())
    while tokens and tokens[-1].text in (".", "!"):
        tokens = tokens[:-1]
    if len(tokens) > _MAX_TOKENS:
        return None
    begin = body.rfind("\n", 0, at) + 1
    line = body[begin:at]
    for template in (*context.cues.instructions.change, *context.cues.instructions.line):
        for found in _match(template, tokens, text.strip()):
            changed = _change_near(found, line, context.cues)
            if changed is not None:
                return body[:begin] + changed + body[at:]
    return None


def _mark_of(line: str) -> str:
    return line[-1:] if line[-1:] in (",", ":", "!") else ""


def _change_near(found: dict[str, str], line: str, cues: CommandCues) -> str | None:
    new, quoted = _plain(found["Y"], cues)
    if "X" not in found:
        whole = _is_sound(new, quoted, cues) and (quoted or len(line) < _MAX_SHORT_LINE)
        return new.rstrip(",") + _mark_of(line) if whole else None
    old, _old_quoted = _plain(found["X"], cues)
    if not old or not _is_sound(new, quoted, cues):
        return None
    first, _space, rest = new.partition(" ")
    if rest and replace_words(line, f"{first} {old}", new) is not None:  # "this morning, not afternoon"
        old = f"{first} {old}"
    return replace_words(line, old, new)
