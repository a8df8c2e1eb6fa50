"""The letter that is being answered, rebuilt from its mail by structure."""

from __future__ import annotations

import re

from bot.core.message.types import Message
from bot.core.reading.types import AnsweredLetter, LetterKind, Person, QuestionTopic, ShownItem

_BEGIN = re.compile(r"[ \t]*-{2,}[ \t]*begin text[ \t]*-*[ \t]*", re.IGNORECASE)
_END = re.compile(r"[ \t]*-{2,}[ \t]*end text[ \t]*-*[ \t]*", re.IGNORECASE)
_NUMBERED = re.compile(r"[ \t#]*(?:[^\W\d_]{2,12}[ \t]+)?(\d{1,2})(?:[.):]|[ \t]+\w{1,4}[ \t]+\d{1,2}\b).{0,200}")
_SUBJECT = re.compile(r"[ \t]*(?:subject|betreff|objet)[ \t]*:[ \t]*(.*)", re.IGNORECASE)
_SALUTATION = re.compile(r"[^\W\d_][^\n]{1,80},")
_MAX_ABOVE = 16
_WITH = re.compile(r"^With: (.{1,400}(?:\n[ \t]+\S.{0,400}){0,12})$", re.MULTILINE)
_ENTRY = re.compile(r"(?P<name>[^<>@]{1,80}?)(?: <(?P<email>[^\s<>]{3,200})>)?(?: and \d{1,2} more)?")


def letter_from_message(message: Message) -> AnsweredLetter:
    """Return the letter that *message* (one of our own, as it was sent) was; an unknown kind counts as a notice, which approves nothing."""
    plain = message.body.plain or message.body.html_text or ""
    kind = _kind(message)
    pending = kind in (LetterKind.APPROVAL, LetterKind.REMINDER, LetterKind.QUESTION)
    senders = [*message.from_, *message.reply_to]
    return AnsweredLetter(
        kind=kind,
        topic=_topic(message),
        subject=message.subject,
        text=plain,
        html_text=message.body.html_text or plain,
        items=_items(plain, pending=pending),
        addresses=tuple(dict.fromkeys(part for address in senders for part in (address.email, address.name) if part)),
        sent_at=message.date,
        announced=_announced(plain) if kind is LetterKind.DEBRIEF else (),
    )


def _announced(text: str) -> tuple[Person, ...]:
    """Return whom the line "With: …" names; what is wrapped goes on behind blanks."""
    line = _WITH.search(text)
    entries = (_ENTRY.fullmatch(entry.strip()) for entry in " ".join(line[1].split()).split(", ")) if line else ()
    return tuple(Person(name=entry["name"].strip(), email=entry["email"]) for entry in entries if entry)


def _kind(message: Message) -> LetterKind:
    try:
        return LetterKind((message.header("x-followup-letter") or "").strip().lower())
    except ValueError:
        return LetterKind.NOTICE


def _topic(message: Message) -> QuestionTopic | None:
    try:
        return QuestionTopic((message.header("x-followup-topic") or "").strip().lower())
    except ValueError:
        return None


def _items(text: str, *, pending: bool) -> tuple[ShownItem, ...]:
    lines = text.split("\n")
    items: list[ShownItem] = []
    last = 0
    for index, line in enumerate(lines):
        if not _BEGIN.fullmatch(line):
            continue
        end = next((i for i in range(index + 1, len(lines)) if _END.fullmatch(lines[i])), len(lines))
        above = lines[max(last, index - _MAX_ABOVE) : index]
        body = "\n".join(lines[index + 1 : end]).strip("\n")
        number = _number(above) or len(items) + 1
        items.append(ShownItem(number=number, subject=_subject(above), body=body, pending=pending))
        last = end
    if not items and pending:
        return _unmarked(text)
    return tuple(items)


def _number(above: list[str]) -> int | None:
    for line in reversed(above):
        match = _NUMBERED.fullmatch(line)
        if match:
            return int(match.group(1))
    return None


def _subject(above: list[str]) -> str:
    return next((match.group(1).strip() for line in reversed(above) if (match := _SUBJECT.fullmatch(line))), "")


def _unmarked(text: str) -> tuple[ShownItem, ...]:
    """A letter without markers: the draft reaches from the line that greets somebody to the block before the last."""
    blocks = [block.strip("\n") for block in re.split(r"\n[ \t]*\n", text.strip()) if block.strip()]
    first = next((i for i, block in enumerate(blocks) if i > 0 and _SALUTATION.fullmatch(block.strip())), None)
    if first is None or len(blocks) - first < 3:
        return ()
    return (ShownItem(number=1, subject="", body="\n\n".join(blocks[first:-1])),)
