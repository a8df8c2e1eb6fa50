"""What the author wrote now, against what is quoted below it.

For mail from companies only: a guess by structure that serves reading. The owner's commands are judged against the letter they answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_LONGEST_LOOKED_AT = 400
_MOST_ATTRIBUTION_LINES = 4
_MOST_HEADER_LINES = 12

_LEAD = re.compile(
    r"\W*(?:(?:on|am|le|el|il|em|op|no dia|dia|den|a) |\d{1,4}[-./ ]|[^\W\d_]{2,10}\.?,? \d)", re.IGNORECASE
)
_WROTE = re.compile(
    r"\b(?:wrote|writes|schrieb|schreef|écri(?:t|vit)|escribi[óo]|escreveu|scritto|scrive|skrev)\b", re.IGNORECASE
)
_NAME_FOLLOWS = ("schrieb", "schreef", "skrev")
_LONGEST_NAME = 90
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")
_ADDRESS = re.compile(r"[^\s@<>]@[^\s@<>]")
_RULED = re.compile(r"\s*[-_=*]{2,}+\s?([^\W\d_][^-_=*]{4,60})[-_=*]{2,}+\s*")
_RULED_WORD = re.compile(
    r"message|nachricht|mensaje|mensagem|bericht|messaggio|original|origine|forward|transféré|reenviado|encaminhad|doorgestuurd|inoltrat",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*[_-]{5,}+\s*")
_HEADER = re.compile(r"\W{0,3}([^\W\d_][\w. -]{0,14}?)\*{0,2}\s?[:：]\*{0,2}(\s.*)?", re.DOTALL)
_FROM = frozenset({"from", "von", "de", "da", "van", "expéditeur", "remitente", "mittente", "afzender", "från", "fra"})
_SENT = frozenset(
    {
        "sent",
        "date",
        "gesendet",
        "datum",
        "envoyé",
        "enviado",
        "enviado el",
        "enviada em",
        "enviado em",
        "fecha",
        "data",
        "verzonden",
        "inviato",
    }
)
_SUBJECT = frozenset({"subject", "betreff", "objet", "asunto", "assunto", "onderwerp", "oggetto", "ämne", "emne"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """``new``: the author's own lines; ``quoted``: everything that was there before, with its attribution lines."""

    new: str
    quoted: str


def split_quoted(text: str) -> Quoted:
    """Part the text of a mail from a company into new and quoted; linear in the length of the text.

    Lines marked with ``>`` are quoted wherever they stand, with the attribution above them. A ruled heading, a block of header lines, or an
    attribution without marks below it makes quoted whatever follows.
    """
    lines = text.split("\n")
    marked = [line.lstrip().startswith(">") for line in lines]
    old = list(marked)
    number = 0
    while number < len(lines):
        length = 0
        if not old[number] and lines[number].strip():
            if _begins_old_mail(lines, number):
                return _parted(lines, number, old)
            length = _attribution_length(lines, number)
            marks = _next_marked(lines, marked, number + length)
            if length and marks is None and _is_certain_attribution(" ".join(lines[number : number + length])):
                return _parted(lines, number, old)
            length = marks - number if length and marks is not None else 0
            old[number : number + length] = [True] * length
        number += max(length, 1)
    return _parted(lines, len(lines), old)


def read_header_block(text: str) -> Mapping[str, str]:
    """Return the first block of header lines that a mail program put above a mail it passes on: ``from``, ``subject`` and ``text`` (the
    block itself and all below it); nothing where there is none."""
    lines = [line.lstrip("> ") if line.lstrip().startswith(">") else line for line in text.split("\n")]
    for number, line in enumerate(lines):
        if _label(line) in _FROM and _is_header_block(_filled(lines, number, _MOST_HEADER_LINES)):
            block = _filled(lines, number, _MOST_HEADER_LINES)
            subject = next((_value(one) for one in block if _label(one) in _SUBJECT), "")
            return {"from": _value(line), "subject": subject, "text": "\n".join(lines[number:])}
    return {}


def _value(line: str) -> str:
    return line[:_LONGEST_LOOKED_AT].replace("：", ":").partition(":")[2].strip(" *\t")


def _parted(lines: Sequence[str], end: int, old: Sequence[bool]) -> Quoted:
    """Part by what is *old* among the lines before *end*; from there on all is."""
    pairs = [(line, is_old or number >= end) for number, (line, is_old) in enumerate(zip(lines, old, strict=True))]
    return Quoted(
        new=_joined(line for line, is_old in pairs if not is_old),
        quoted=_joined(line for line, is_old in pairs if is_old),
    )


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines).strip("\n")


def _begins_old_mail(lines: Sequence[str], number: int) -> bool:
    line = lines[number]
    if len(line) > _LONGEST_LOOKED_AT:
        return False
    if _RULE.fullmatch(line):
        return _is_header_block(_filled(lines, number + 1, _MOST_HEADER_LINES))
    ruled = _RULED.fullmatch(line)
    if ruled and _RULED_WORD.search(ruled[1]):
        return True
    return _label(line) in _FROM and _is_header_block(_filled(lines, number, _MOST_HEADER_LINES))


def _filled(lines: Sequence[str], start: int, most: int) -> list[str]:
    """Return the lines with words among the next *most* ones (a rendered block may have blank lines between)."""
    return [line for line in lines[start : start + most] if line.strip()]


def _is_header_block(lines: Sequence[str]) -> bool:
    """Whether the lines begin with From, then name a date and a subject, each at the start of its line, as mail programs write them."""
    if not lines or _label(lines[0]) not in _FROM:
        return False
    match = _HEADER.fullmatch(lines[0][:_LONGEST_LOOKED_AT])
    if match is None or not match[2] or match[2].strip()[:1].isdigit():
        return False  # "From: 10:00" is a timetable
    labels = {_label(line) for line in lines[1:]}
    return bool(labels & _SENT) and bool(labels & _SUBJECT)


def _label(line: str) -> str:
    match = _HEADER.fullmatch(line[:_LONGEST_LOOKED_AT])
    return match[1].strip().lower() if match else ""


def _attribution_length(lines: Sequence[str], start: int) -> int:
    """Return over how many lines an attribution ("On 3 May, Jane <jane@…> wrote:") that begins here goes, 0 if none does."""
    if not _LEAD.match(lines[start]):
        return 0
    joined = ""
    for length, line in enumerate(lines[start : start + _MOST_ATTRIBUTION_LINES], start=1):
        if not line.strip() or len(joined) + len(line) > _LONGEST_LOOKED_AT:
            return 0
        joined = f"{joined} {line.strip()}"
        if joined.rstrip().endswith((":", ":*", "：")):
            return length if _is_attribution(joined) else 0
    return 0


def _is_attribution(joined: str) -> bool:
    """It names a day and who wrote: by the verb, or by an address where the language is not known."""
    dated = any(character.isdigit() for character in joined)
    return dated and bool(_WROTE.search(joined) or _ADDRESS.search(joined))


def _is_certain_attribution(joined: str) -> bool:
    """It also names the hour or the address, and ends with the verb (or the verb and the name): "we wrote to you on 3 May:" is none."""
    verbs = list(_WROTE.finditer(joined))
    if not verbs or not (_CLOCK.search(joined) or _ADDRESS.search(joined)):
        return False
    tail = joined[verbs[-1].end() :].strip(" :*\xa0")
    return len(tail) <= (_LONGEST_NAME if verbs[-1][0].lower() in _NAME_FOLLOWS else 0)


def _next_marked(lines: Sequence[str], marked: Sequence[bool], start: int) -> int | None:
    """Return the number of the next line with words if it is marked: then only marked lines are old, and answers may stand between them."""
    following = next((number for number in range(start, min(len(lines), start + 4)) if lines[number].strip()), None)
    return following if following is not None and marked[following] else None
