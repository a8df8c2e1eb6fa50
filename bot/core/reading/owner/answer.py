"""What the owner's reply asks for, judged by its words and visible headers alone (where it came from is judged elsewhere)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from html import unescape
from zoneinfo import ZoneInfo

from bot.core.message.automatic import automatic_reason
from bot.core.message.html import render_with_doubts
from bot.core.message.types import Message, Owner
from bot.core.reading.owner.commands import read_commands
from bot.core.reading.owner.corrections import behind_add, read_corrections, read_order_to_add
from bot.core.reading.owner.cues import CommandCues
from bot.core.reading.owner.edit import read_edit
from bot.core.reading.owner.frame import without_frame, without_notices
from bot.core.reading.owner.grammar import Context
from bot.core.reading.owner.new_text import NewText, find_new_text, say_the_same
from bot.core.reading.owner.shown import letter_from_message
from bot.core.reading.owner.verdict import SENDING, reason, unclear
from bot.core.reading.owner.words import loose, visible
from bot.core.reading.types import Action, AnsweredLetter, LetterKind, OwnerReading

__all__ = ["asks_to_add", "is_command_mail", "letter_from_message", "read_owner_reply"]

_BOT_SUBJECT = re.compile(r"\s*(?:[^\W\d_]{2,4}\s?:\s*){0,4}bot\b[\s:,.\-]*(.*)", re.IGNORECASE | re.DOTALL)
_FAILED = re.compile(r"\bdmarc\s*=\s*fail\b", re.IGNORECASE)
_STRUCK = re.compile(
    r"<(?:(?:s|strike|del)(?:\s[^<>]{0,400})?|[a-z]+\s[^<>]{0,400}line-through[^<>]{0,400})>(?:\s|<[^<>/][^<>]{0,400}>)*([^<]{0,2000})",
    re.IGNORECASE,
)
_STRUCK_IN_TEXT = re.compile(r"~~[^\s~][^\n~]{0,200}~~")
_Find = Callable[[str], NewText]
"""What is new in a text (`find_new_text` for this letter)."""
_MAX_CHARS = 200_000
_MAX_NEW_CHARS = 20_000
_INSTEAD_OF_A_DEBRIEF = frozenset(
    {
        Action.STATUS,
        Action.PENDING,
        Action.HELP,
        Action.STOP,
        Action.SNOOZE,
        Action.PAUSE,
        Action.RESUME,
        Action.UNDO,
        Action.CORRECT,
    }
)


def is_command_mail(message: Message, owner: Owner) -> bool:
    """Return whether this is a mail of the owner to himself alone whose subject starts with ``bot``."""
    recipients = {address.email for address in (*message.to, *message.cc)}
    return bool(_BOT_SUBJECT.fullmatch(message.subject)) and bool(recipients) and recipients <= owner.addresses


def asks_to_add(message: Message, owner: Owner, cues: CommandCues) -> bool:
    """Return whether the owner passes a mail on to himself alone with "add" (or "bot add") above it, whatever the subject."""
    recipients = {address.email for address in (*message.to, *message.cc)}
    first = next((line for line in message.text.split("\n") if line.strip()), "")
    return bool(recipients) and recipients <= owner.addresses and behind_add(first, cues) is not None


def read_owner_reply(
    *, message: Message, letter: AnsweredLetter | None, owner: Owner, cues: CommandCues, now: datetime
) -> OwnerReading:
    """Return what *message*, the owner's answer to *letter*, asks for; ``now`` is aware, and times count from it.

    *letter* None: a mail to oneself whose subject starts with ``bot``. Only words that are all accounted for make a command;
    whatever could be meant otherwise is ``UNCLEAR``. Mail of machines and of others is ``IGNORE``.
    """
    ignored = _ignored(message, owner)
    if ignored is not None:
        return ignored
    find = partial(find_new_text, letter=letter, owner=owner, known=cues.frame.attribution)
    new = _new_text(message, letter, find)
    if isinstance(new, OwnerReading):
        return new
    context = Context(cues=cues, name=owner.name, now=now, zone=ZoneInfo(owner.tz))
    reading = _read(_with_subject(message, letter, new), letter, context)
    return _guarded(reading, message, letter, owner, find)


def _ignored(message: Message, owner: Owner) -> OwnerReading | None:
    automatic = automatic_reason(message)
    if automatic is not None:
        return OwnerReading(action=Action.IGNORE, reasons=(reason("automatic", automatic.value),))
    sender = message.sender
    if sender is None or sender.email not in owner.addresses:
        return OwnerReading(action=Action.IGNORE, reasons=(reason("not_the_owner", str(sender or "")),))
    results = " ".join(message.header_all("authentication-results"))
    if _FAILED.search(results):
        return OwnerReading(action=Action.IGNORE, reasons=(reason("failed_origin", "dmarc=fail"),))
    return None


def _new_text(message: Message, letter: AnsweredLetter | None, find: _Find) -> NewText | OwnerReading:
    """Return what is new, if the parts of the mail agree on it and hide nothing.

    How the quotation looks is the client's affair: words that nobody sees are those of the letter, or the mail is refused.
    """
    body = message.body
    shown = render_with_doubts(body.html) if body.html and body.html_hidden else body.html_text
    texts = [text for text in (body.plain, shown) if text and text.strip()]
    if any(len(text) > _MAX_CHARS for text in texts):
        return unclear("too_long")
    found = [find(text) for text in texts]
    if not found:
        return NewText()
    if any(new.doubtful for new in found):
        return unclear("hidden_html")
    if len(found) == 2 and not say_the_same(found[0], found[1], letter.items if letter else ()):
        return unclear("parts_disagree", found[0].text, found[0].text)
    # Clients wrap the plain text hard, or set every line apart; the HTML keeps the owner's own lines.
    return min(found, key=_number_of_lines)


def _number_of_lines(new: NewText) -> tuple[int, int]:
    lines = new.text.split("\n")
    return sum(1 for line in lines if line.strip()), len(lines)


def _with_subject(message: Message, letter: AnsweredLetter | None, new: NewText) -> NewText:
    """Add a command that stands in the subject: it counts only where the subject starts with ``bot``."""
    match = _BOT_SUBJECT.fullmatch(message.subject)
    said = match.group(1).strip() if match else ""
    if not said or (letter is not None and letter.subject.strip().lower().startswith("bot")):
        return new
    if new.parts and loose(new.parts[0]).startswith(loose(said)):
        return new  # the prepared mail of an answer button says the same in both places
    return replace(new, parts=(said, *new.parts))


def _read(new: NewText, letter: AnsweredLetter | None, context: Context) -> OwnerReading:
    if sum(len(part) for part in new.parts) > _MAX_NEW_CHARS:
        return read_order_to_add(new.parts[0][:_MAX_NEW_CHARS], context) or _too_long(new.parts, letter)
    core = "\n\n".join(_cores(new.parts, context))
    if not core.strip() and not new.hunks:
        return _only_closing(new, letter, context)
    added = read_order_to_add(core, context)
    if added is not None:
        return added
    if letter is None:
        return read_commands(core, None, context)
    if letter.kind is LetterKind.DEBRIEF:
        return _debrief(core, letter, context)
    return (
        read_edit(new, letter, context)
        or read_corrections(core, letter, context)
        or read_commands(core, letter, context)
    )


def _too_long(parts: Iterable[str], letter: AnsweredLetter | None) -> OwnerReading:
    """No command and no letter is so long; an answer to "how did it go" may be."""
    if letter is not None and letter.kind is LetterKind.DEBRIEF:
        return OwnerReading(action=Action.DEBRIEF, told="\n\n".join(parts), reasons=(reason("debrief"),))
    return unclear("too_long")


def _only_closing(new: NewText, letter: AnsweredLetter | None, context: Context) -> OwnerReading:
    """Nothing but a signature was written; "thanks" above it is an answer where none was asked for."""
    said = read_commands("\n".join(without_notices(part, context.cues) for part in new.parts), letter, context)
    return said if said.action is Action.THANKS else unclear("empty")


def _cores(parts: Iterable[str], context: Context) -> list[str]:
    found = [without_frame(visible(part), name=context.name, cues=context.cues) for part in parts]
    return [part for part in found if part.strip()]


def _debrief(core: str, letter: AnsweredLetter, context: Context) -> OwnerReading:
    """Free text to a debrief letter is its answer; only a pure command is one."""
    command = read_corrections(core, letter, context) or read_commands(core, letter, context)
    if command.action in _INSTEAD_OF_A_DEBRIEF:
        return command
    if command.reasons and command.reasons[0].name in ("bare_no", "empty"):
        return command
    return OwnerReading(action=Action.DEBRIEF, told=core, reasons=(reason("debrief", core),))


def _guarded(
    reading: OwnerReading, message: Message, letter: AnsweredLetter | None, owner: Owner, find: _Find
) -> OwnerReading:
    """The last look before an order to send: not one that others were written to, in which words are struck out or may be unseen."""
    orders = {reading.action, *(item.action for item in reading.items)}
    if not orders & SENDING:
        return reading
    ours = owner.addresses | {address.lower() for address in (letter.addresses if letter else ())}
    if not message.to or any(address.email not in ours for address in message.to):
        return unclear("to_others", ", ".join(str(address) for address in message.to))
    if _strikes_out(message.body.html or "", letter) or _STRUCK_IN_TEXT.search(message.text):
        return unclear("struck_out")
    if message.body.html and find(render_with_doubts(message.body.html)).doubtful:
        return unclear("hidden_html")
    return reading


def _strikes_out(html: str, letter: AnsweredLetter | None) -> bool:
    """Whether *html* strikes out anything but what the letter itself shows as taken out of a draft (``[-gone-]``)."""
    shown = " ".join(letter.html_text.split()) if letter else ""
    struck = (" ".join(unescape(match[1]).split()) for match in _STRUCK.finditer(html))
    return any(not (words.startswith("[-") and words in shown) for words in struck)
