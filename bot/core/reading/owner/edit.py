"""A reply that changes the draft: a whole new text, labelled parts, changes inside the quotation, or instructions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.core.reading.owner.cues import CommandCues
from bot.core.reading.owner.frame import is_name, is_valediction, without_frame, without_notices
from bot.core.reading.owner.grammar import Context, cut, unknown_words
from bot.core.reading.owner.instructions import MAY_STAND_BESIDE, follow_instructions, remark_on_line
from bot.core.reading.owner.new_text import Hunk, NewText
from bot.core.reading.owner.phrases import Role
from bot.core.reading.owner.verdict import reason, unclear
from bot.core.reading.owner.words import fold, loose, tokenise
from bot.core.reading.types import Action, AnsweredLetter, ItemCommand, OwnerReading, ShownItem

_BEGIN = re.compile(r"[ \t>]*-{2,}[ \t]*begin text[ \t]*-*[ \t]*", re.IGNORECASE)
_END = re.compile(r"[ \t>]*-{2,}[ \t]*end text[ \t]*-*[ \t]*", re.IGNORECASE)
_LABEL = re.compile(
    r"[ \t*]*(?:#?(\d{1,2})[.)]?[ \t]+)?([^\W\d_][^:：\n]{0,40}?)[ \t]*(?:#?(\d{1,2}))?[ \t*]*[:：][ \t*]*(.*)"
)
_MIN_LETTER_WORDS = 8
_LONGEST_SALUTATION = 200
_MIN_KEPT = 0.6
_MAX_INSTRUCTIONS_CHARS = 3_000
_ADDRESS = re.compile(r"[^\s@<>,;]{1,64}@[^\s@<>,;]{1,190}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A line such as ``subject: …``: its meaning, the item's number if it names one, and the rest of the line."""

    meaning: str
    number: int | None
    value: str


def parse_label(line: str, cues: CommandCues) -> Label | None:
    """Return the label that begins *line*, or None."""
    match = _LABEL.fullmatch(line)
    if match is None:
        return None
    meaning = cues.labels.get(tuple(token.text for token in tokenise(match.group(2))))
    number = match.group(1) or match.group(3)
    if meaning is None or (match.group(1) and match.group(3)):
        return None
    return Label(meaning=meaning, number=int(number) if number else None, value=match.group(4).strip())


def read_edit(new: NewText, letter: AnsweredLetter, context: Context) -> OwnerReading | None:
    """Return the edit that the reply asks for, or why it is unclear; None if it is no edit at all. Never an approval of the old text."""
    if not letter.items:
        return None
    parts = [without_notices(part, context.cues) for part in new.parts]
    text = "\n\n".join(part for part in parts if part.strip())
    if new.hunks:
        return _inline(new.hunks, text, letter, context)
    found = _between_markers(text, letter, context) or _labelled(text, letter, context)
    if found is not None:
        return found
    begin = _letter_begins(text, letter, context.cues)
    if begin is not None:
        return _whole_text(text, begin, letter, context)
    core = "\n".join(without_frame(part, name=context.name, cues=context.cues) for part in new.parts)
    return _instructed(core, letter, context)


def _item(letter: AnsweredLetter, number: int | None) -> ShownItem | None:
    """Return the item meant: by its number, else the only one."""
    if number is not None:
        return next((item for item in letter.items if item.number == number), None)
    pending = [item for item in letter.items if item.pending] or list(letter.items)
    return pending[0] if len(pending) == 1 else None


def _result(
    item: ShownItem | None,
    letter: AnsweredLetter,
    *,
    body: str | None = None,
    subject: str | None = None,
    to: str | None = None,
    send: bool = False,
    name: str,
) -> OwnerReading:
    if item is None:
        return unclear("which_item", body or subject or to or "")
    body = None if body is None or body.strip() == item.body.strip() else body.strip()
    subject = None if subject is None or subject.strip() == item.subject.strip() else " ".join(subject.split())
    if not (body or subject or to):
        return unclear("nothing_changed")
    action = Action.EDIT_AND_SEND if send and body else Action.EDIT
    items = (ItemCommand(number=item.number, action=action),) if len(letter.items) > 1 else ()
    return OwnerReading(
        action=action, new_body=body, new_subject=subject, new_to=to, items=items, reasons=(reason(name, body or ""),)
    )


def _between_markers(text: str, letter: AnsweredLetter, context: Context) -> OwnerReading | None:
    lines = text.split("\n")
    begin = next((i for i, line in enumerate(lines) if _BEGIN.fullmatch(line)), None)
    if begin is None:
        return None
    end = next((i for i in range(begin, len(lines)) if _END.fullmatch(lines[i])), None)
    if end is None:
        return unclear("no_end_of_text", text)
    around = _around("\n".join([*lines[:begin], *lines[end + 1 :]]), context)
    if around.left_over:
        return unclear("left_over", around.left_over, around.left_over)
    body = "\n".join(lines[begin + 1 : end])
    send = _orders_sending(around) and _is_complete(body, context)
    return _result(_item(letter, around.number), letter, body=body, send=send, name="between_markers")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What is said around a new text."""

    roles: frozenset[Role]
    number: int | None
    left_over: str
    hands_over: bool  # ends in a colon right behind an order to send
    asks: bool = False  # holds a question


def _around(text: str, context: Context) -> _Around:
    core = without_frame(text, name=context.name, cues=context.cues)
    pieces = cut(core, context)
    unfit = [piece for piece in pieces if piece.moment or piece.question or piece.unknown]
    unfit += [piece for piece in pieces if piece.role and piece.role not in MAY_STAND_BESIDE]
    numbers = {piece.number for piece in pieces if piece.number is not None}
    left = (unknown_words(pieces, core) or core) if unfit or len(numbers) > 1 else ""
    rest = [piece for piece in pieces if piece.pause != "\n"]
    colon = len(rest) >= 2 and rest[-1].pause == ":" and rest[-2].role in (Role.APPROVE, Role.SEND_TEXT)
    roles = frozenset(piece.role for piece in pieces if piece.role)
    return _Around(
        roles=roles,
        number=next(iter(numbers), None),
        left_over=left,
        hands_over=colon,
        asks=any(piece.question for piece in pieces),
    )


_HOLDS_BACK = frozenset({Role.SHOW_AGAIN, Role.BUT, Role.NO})


def _orders_sending(around: _Around) -> bool:
    """Whether the words above a new text order that it be sent: "send this instead", "use this, send it now"."""
    roles = around.roles
    said = Role.SEND_TEXT in roles or around.hands_over
    said = said or (Role.USE_TEXT in roles and bool(roles & {Role.APPROVE, Role.NOW}))
    return said and not roles & _HOLDS_BACK


def _labelled(text: str, letter: AnsweredLetter, context: Context) -> OwnerReading | None:
    """Read ``edit: …``, ``edit and send: …``, ``subject: …``, ``to: …``."""
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if _edit_label(line, context.cues)), None)
    if first is None:
        return None
    head = _around("\n".join(lines[:first]), context)
    if head.left_over:
        begin = _letter_begins(text, letter, context.cues)
        inside = begin is not None and begin < first  # a line such as "To: …" in the middle of a new text
        return None if inside else unclear("left_over", head.left_over, head.left_over)
    return _labels(lines[first:], head, letter, context)


def _edit_label(line: str, cues: CommandCues) -> Label | None:
    label = parse_label(line, cues)
    return label if label and label.meaning in ("edit", "edit_and_send", "subject", "to") else None


def _labels(lines: list[str], head: _Around, letter: AnsweredLetter, context: Context) -> OwnerReading:
    number, subject, to = head.number, None, None
    for index, line in enumerate(lines):
        label = _edit_label(line, context.cues)
        if label is None:
            if not line.strip():
                continue
            return _after_labels("\n".join(lines[index:]), _item(letter, number), subject, to, letter, context)
        number = label.number if label.number is not None else number
        if label.meaning == "subject":
            subject = label.value
        elif label.meaning == "to":
            to = label.value
            if not _ADDRESS.search(to):
                return unclear("no_address", line, line)
        else:
            return _edit_text(label, lines[index + 1 :], number, head, (subject, to), letter, context)
    return _result(_item(letter, number), letter, subject=subject, to=to, name="labelled")


def _edit_text(
    label: Label,
    following: list[str],
    number: int | None,
    head: _Around,
    other: tuple[str | None, str | None],
    letter: AnsweredLetter,
    context: Context,
) -> OwnerReading:
    body = "\n".join([label.value, *following]).strip()
    send = label.meaning == "edit_and_send" and not head.roles & _HOLDS_BACK and _is_complete(body, context)
    item = _item(letter, number)
    if item and label.meaning == "edit" and _letter_begins(body, letter, context.cues) != 0:
        changed = _instructed(body, letter, replace(context), number=number)
        if changed is not None and changed.action in (Action.EDIT, Action.EDIT_AND_SEND):
            return replace(
                changed, action=Action.EDIT, items=tuple(replace(i, action=Action.EDIT) for i in changed.items)
            )
    return _result(item, letter, body=body, subject=other[0], to=other[1], send=send, name="labelled")


def _after_labels(
    text: str,
    item: ShownItem | None,
    subject: str | None,
    to: str | None,
    letter: AnsweredLetter,
    context: Context,
) -> OwnerReading:
    begin = _letter_begins(text, letter, context.cues)
    around = _around(text if begin is None else "\n".join(text.split("\n")[:begin]), context)
    if around.left_over:
        return unclear("left_over", around.left_over, around.left_over)
    body = None if begin is None else "\n".join(text.split("\n")[begin:])
    return _result(item, letter, body=body, subject=subject, to=to, name="labelled")


def _letter_begins(text: str, letter: AnsweredLetter, cues: CommandCues) -> int | None:
    """Return the line on which the text of a letter to somebody begins; None if the reply holds none."""
    lines = text.split("\n")
    openings = {loose(item.body.split("\n", 1)[0]) for item in letter.items}
    for index, line in enumerate(lines):
        if loose(line) in openings or _is_salutation(line, cues):
            rest = [token for token in tokenise("\n".join(lines[index + 1 :])) if token.is_word]
            if len(rest) >= _MIN_LETTER_WORDS:
                return index
    return 0 if any(_keeps_most(text, item.body) for item in letter.items) else None


def _is_salutation(line: str, cues: CommandCues) -> bool:
    """Whether *line* greets somebody by name ("Dear Dr. Whitcombe,") and says nothing else."""
    if len(line) > _LONGEST_SALUTATION or not line.rstrip().endswith((",", ":", "!", "，", "：", "！")):
        return False
    tokens = tokenise(line.strip())
    words = tuple(token.text for token in tokens)
    opening = next((known for known in cues.salutations if words[: len(known)] == known), None)
    if opening is None or not words or words[-1] not in (",", ":", "!"):
        return False
    names = [line.strip()[token.start : token.end] for token in tokens[len(opening) : -1] if token.is_word]
    if cues.phrases.match(words, 0) and (cues.phrases.match(words, 0) or (0,))[0] >= len(words) - 1:
        return False  # "Hi bot,"
    polite = {word for known in cues.salutations for word in known}
    named = any(fold(name) not in polite for name in names)  # "Madame, Monsieur," may be meant for us
    return named and len(names) <= 6 and all(name[0].isupper() or fold(name) in ("and", "all") for name in names)


def _keeps_most(text: str, body: str) -> bool:
    """Whether *text* holds most of the words of *body*: the draft typed or pasted with changes."""
    kept = {loose(word) for word in text.split() if len(word) > 3}
    words = {loose(word) for word in body.split() if len(word) > 3}
    return len(words) >= _MIN_LETTER_WORDS and len(words & kept) >= _MIN_KEPT * len(words)


def _whole_text(text: str, begin: int, letter: AnsweredLetter, context: Context) -> OwnerReading:
    lines = text.split("\n")
    around = _around("\n".join(lines[:begin]), context)
    body = "\n".join(lines[begin:])
    if around.left_over and (around.asks or not _is_complete(body, context)):
        return unclear("left_over", around.left_over, around.left_over)
    send = _orders_sending(around) and _is_complete(body, context) and not around.left_over
    found = _result(_item(letter, around.number), letter, body=body, send=send, name="new_text")
    # Shown again, a new text harms nobody; what was said above it and not understood is named there.
    return replace(found, left_over=around.left_over) if found.action is Action.EDIT else found


def _is_complete(body: str, context: Context) -> bool:
    """Whether *body* is surely a letter's text from greeting to signature, with no word to us behind it."""
    lines = [line for line in body.split("\n") if line.strip()]
    if len(lines) < 3 or not _is_salutation(lines[0], context.cues):
        return False
    ends = is_name(lines[-1], context.name) or is_valediction(lines[-1], context.cues)
    return ends and not re.search(r"[\[\]{}<>]|(?i:\bbot\b)", body)


def _instructed(text: str, letter: AnsweredLetter, context: Context, number: int | None = None) -> OwnerReading | None:
    if len(text) > _MAX_INSTRUCTIONS_CHARS:
        return None
    candidates = [_item(letter, number)] if number is not None or len(letter.items) == 1 else list(letter.items)
    for item in (item for item in candidates if item):
        done = follow_instructions(text, body=item.body, subject=item.subject, context=context)
        if not done.count:
            continue
        if done.left_over:
            return unclear("left_over", done.left_over, done.left_over)
        named = _item(letter, done.number if done.number is not None else number)
        if named is None or named.number != item.number:
            continue
        roles = done.beside | done.after
        send = bool(done.after & {Role.APPROVE, Role.NOW}) and not roles & _HOLDS_BACK
        return _result(item, letter, body=done.body, subject=done.subject, send=send, name="instruction")
    return None


def _inline(hunks: Sequence[Hunk], text: str, letter: AnsweredLetter, context: Context) -> OwnerReading:
    """Apply the changes that stand inside the quoted draft."""
    around = _around(text, context)
    if around.left_over:
        return unclear("left_over", around.left_over, around.left_over)
    numbers = {hunk.number for hunk in hunks} | ({around.number} if around.number is not None else set())
    item = _item(letter, next(iter(numbers))) if len(numbers) == 1 else None
    if item is None:
        return unclear("which_item", text)
    row = sorted(hunks, key=lambda hunk: hunk.start, reverse=True)
    if any(hunk.end > later.start for later, hunk in pairwise(row)):
        return unclear("left_over", row[0].text, row[0].text)  # one place reads in two ways
    body = item.body
    for hunk in row:
        changed = _apply(hunk, body, context)
        if changed is None:
            return unclear("left_over", hunk.text, hunk.text)
        body = changed
    return _result(item, letter, body=re.sub(r"\n{3,}", "\n\n", body), name="inline")


def _apply(hunk: Hunk, body: str, context: Context) -> str | None:
    if not hunk.marked or hunk.start == hunk.end:
        remark = remark_on_line(hunk.text, body=body, at=hunk.start, context=context)
        if remark is not None:
            return remark
    if hunk.marked and hunk.start < hunk.end:
        return body[: hunk.start] + hunk.text + body[hunk.end :]
    begin = body.rfind("\n", 0, hunk.start) + 1
    line = body[begin : hunk.start]
    if _is_variant(hunk.text, line):
        return body[:begin] + hunk.text + body[hunk.start :]
    return None


def _is_variant(text: str, line: str) -> bool:
    """Whether *text* is another wording of *line*: it begins alike, or holds half of its words."""
    new, old = [loose(word) for word in text.split()], [loose(word) for word in line.split()]
    if not new or not old or "\n" in text:
        return False
    return (new[0] == old[0] and len(old) <= 4 and len(new) <= 6) or len(set(new) & set(old)) * 2 >= len(set(old)) + 1
