"""The owner's changes to a draft: a new revision, and its differences for him to read."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.core.draft.plaintext import clean_body, clean_line, is_forbidden
from bot.core.draft.types import Revision
from bot.core.message.types import Address
from bot.errors import PermanentError

MAX_BODY = 20_000
_MAX_RECIPIENTS = 5
_MAX_COMPARED = 400
_HEADER_LINE = re.compile(r"(To|Subject):(.*)", re.IGNORECASE)
_LISTED = re.compile(
    r'\s*(?:(?P<name>"[^"]{0,200}"\s{0,5}|[^<>",;]{0,200})<(?P<bracketed>[^<>\s]{1,320})>|(?P<bare>[^\s<>",;]{1,320}))\s*(?:[,;]|$)'
)
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")


def revise_draft(
    *, revision: Revision, new_body: str | None = None, new_subject: str | None = None, new_to: str | None = None
) -> Revision:
    """Return the next revision with the changes, its findings empty.

    ``new_to``: one address or several, parted by commas, each with or without a name. Raises PermanentError, one sentence, where a
    change cannot be made: nothing left of the text, over 20 kB, a line break in subject or address, no valid address.
    """
    return replace(
        revision,
        number=revision.number + 1,
        body=revision.body if new_body is None else _body(new_body),
        subject=revision.subject if new_subject is None else _subject(new_subject),
        to=revision.to if new_to is None else parse_recipients(new_to),
        findings=(),
    )


def _body(text: str) -> str:
    if len(text.encode("utf-8", "replace")) > MAX_BODY:
        raise PermanentError("The new text is longer than 20 kB; please send a shorter one.")
    cleaned = clean_body(text)
    if not cleaned.strip():
        raise PermanentError("The new text is empty; please send the whole text that you want.")
    return cleaned


def _subject(text: str) -> str:
    if "\r" in text.strip() or "\n" in text.strip():
        raise PermanentError("A subject has to stand on one line.")
    cleaned = clean_line(text)
    if not cleaned:
        raise PermanentError("The new subject is empty; please give the words that it should have.")
    return cleaned


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What the owner made of a mail in his editor; None stands for what he left as it was."""

    to: str | None = None
    subject: str | None = None
    body: str | None = None


def show_for_editing(revision: Revision) -> str:
    """Return the mail as it is given to an editor: two header lines, an empty one, the text."""
    return f"To: {', '.join(map(str, revision.to))}\nSubject: {revision.subject}\n\n{revision.body}"


def read_edited(text: str, revision: Revision) -> Edited:
    """Return what was changed in `show_for_editing` of *revision*; PermanentError where its header lines cannot be read."""
    head, _, body = text.replace("\r\n", "\n").strip("\n").partition("\n\n")
    lines = [_HEADER_LINE.fullmatch(line) for line in head.split("\n")]
    told = {line[1].lower(): line[2].strip() for line in lines if line}
    if len(told) != len(lines) or not told.keys() <= {"to", "subject"}:
        raise PermanentError("A mail begins with the lines To: and Subject:, then an empty line, then its text.")
    to, subject = told.get("to", ""), told.get("subject", "")
    return Edited(
        to=None if to == ", ".join(map(str, revision.to)) else to,
        subject=None if subject == revision.subject else subject,
        body=None if body.strip() == revision.body.strip() else body.strip(),
    )


def parse_recipients(text: str) -> tuple[Address, ...]:
    """Return the addresses of *text*, each once; PermanentError names what is no address."""
    text = text.strip()
    if "\r" in text or "\n" in text or any(is_forbidden(character) for character in text):
        raise PermanentError("Recipients have to stand on one line.")
    found = {address.email: address for address in _listed(text)}
    if not 0 < len(found) <= _MAX_RECIPIENTS:
        raise PermanentError(f"A mail needs at least one recipient and at most {_MAX_RECIPIENTS}.")
    return tuple(found.values())


def _listed(text: str) -> Iterator[Address]:
    position = 0
    while position < len(text):
        match = _LISTED.match(text, position)
        if match is None:
            raise PermanentError(
                f'"{clean_line(text[position:], 60)}" is no mail address; please write it as name@example.org.'
            )
        position = match.end()
        name = clean_line((match["name"] or "").strip().strip('"'), 200)
        yield Address(name=name, email=_strict_email(match["bracketed"] or match["bare"]))


def _strict_email(text: str) -> str:
    """Return the address in lower case, its domain in ASCII (RFC 5321 §4.1.2, dot-atoms only)."""
    local, _, domain = text.removeprefix("mailto:").rpartition("@")
    try:
        domain = domain.lower().encode("idna").decode("ascii")
    except UnicodeError:
        domain = ""
    if len(local) > 64 or len(domain) > 253 or not _LOCAL.fullmatch(local) or not _DOMAIN.fullmatch(domain):
        raise PermanentError(f'"{clean_line(text, 60)}" is no mail address; please write it as name@example.org.')
    return f"{local.lower()}@{domain}"


def describe_changes(before: Revision, after: Revision) -> str:
    """Return what changed, as plain text: fields as "old → new", changed paragraphs word by word as "[-old-] {+new+}".

    ``""`` when nothing did. Paragraphs that stay are left out.
    """
    parts = [
        _field("To", ", ".join(map(str, before.to)), ", ".join(map(str, after.to))),
        _field("Cc", ", ".join(map(str, before.cc)), ", ".join(map(str, after.cc))),
        _field("Subject", before.subject, after.subject),
        *_changed_paragraphs(before.body, after.body),
    ]
    return "\n\n".join(part for part in parts if part)


def _field(name: str, before: str, after: str) -> str:
    return "" if before == after else f"{name}: {before or '(nobody)'} → {after or '(nobody)'}"


def _changed_paragraphs(before: str, after: str) -> Iterator[str]:
    old, new = before.split("\n\n"), after.split("\n\n")
    if max(len(old), len(new)) > _MAX_COMPARED:
        yield "The text is another one."
        return
    for change, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if change != "equal":
            yield _changed_words("\n\n".join(old[i:j]), "\n\n".join(new[k:m]))


def _changed_words(before: str, after: str) -> str:
    """Compare by words, line breaks being words of their own; long passages are shown one after the other."""
    old, new = _tokens(before), _tokens(after)
    if max(len(old), len(new)) > _MAX_COMPARED:
        return " ".join(filter(None, (_removed(before), _added(after))))
    pieces: list[str] = []
    for change, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = _text(old[i:j]), _text(new[k:m])
        pieces += [come] if change == "equal" else [_removed(gone), _added(come)]
    return re.sub(r" ?\n ?", "\n", " ".join(filter(None, pieces))).strip()


def _tokens(text: str) -> list[str]:
    return re.findall(r"\n|[^\s]+", text)


def _text(tokens: list[str]) -> str:
    return re.sub(r" ?\n ?", "\n", " ".join(tokens))


def _removed(text: str) -> str:
    return f"[-{text.strip()}-]" if text.strip() else ""


def _added(text: str) -> str:
    return f"{{+{text.strip()}+}}" if text.strip() else ""
