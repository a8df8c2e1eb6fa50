"""From the text that a template gave to the letter as it reads: paragraphs, blanks, signature."""

from __future__ import annotations

import re

from bot.core.draft.plaintext import clean_body, clean_line
from bot.errors import PermanentError

SIGNATURE_MARK = "\x1a"
"""Stands for the signature until the paragraphs are laid out, so that its lines stay as they are."""

EMPTY_MARK = "\x1b"
"""Stands for a name that is empty, so that a line which holds nothing else is no blank line between two paragraphs."""

_CLOSING = re.compile(
    r"\b(?:regards|sincerely|wishes|yours|faithfully|respectfully|gratefully|thanks|best|cheers|gr(?:ü|u)(?:ß|ss)en?|groet(?:en)?"
    r"|hoogachtend|salut(?:o|i|ations)|saludos?|presto|cordialement|bien à (?:vous|toi)|à bientôt|(?:bonne|belle) (?:journée|continuation)"
    r"|sincèrement|respectueusement|amicalement|atentamente|atenciosamente|cumprimentos|abra[çc]os?)\b[^.!?]{0,30},?$",
    re.IGNORECASE,
)


def split_rendered(text: str) -> tuple[str, str]:
    """Return (subject, body before its layout): the lines up to the first blank one are the Subject.

    Raises PermanentError, one sentence, where there is no Subject or no body.
    """
    head, _, body = text.replace("\r\n", "\n").strip("\n ").partition("\n\n")
    name, colon, subject = head.partition(":")
    if not colon or name.strip().lower() != "subject":
        raise PermanentError('it has to begin with "Subject: …" and a blank line after it')
    subject = _tidy(clean_line(subject.replace(EMPTY_MARK, "")))
    if not subject:
        raise PermanentError("its Subject is empty")
    if not body.replace(EMPTY_MARK, "").strip():
        raise PermanentError("it has no text after the Subject")
    return subject, body


def lay_out(body: str, signature: str) -> str:
    """Return the letter: the lines of a paragraph run together, those of the paragraph with the signature and of lists stay."""
    paragraphs = (_paragraph(block, signature) for block in re.split(r"\n[ \t]*\n", body))
    return clean_body("\n\n".join(paragraph for paragraph in paragraphs if paragraph))


def _paragraph(block: str, signature: str) -> str:
    lines = [line for line in (row.replace(EMPTY_MARK, "").strip() for row in block.split("\n")) if line]
    if any(SIGNATURE_MARK in line for line in lines):
        return _signed(lines, clean_body(signature))
    rows: list[str] = []
    for line in lines:
        if rows and not line.startswith(("- ", "* ")):
            rows[-1] = f"{rows[-1]} {line}"
        else:
            rows.append(line)
    return "\n".join(_tidy(row) for row in rows)


def _signed(lines: list[str], signature: str) -> str:
    """Put the signature in its place; a closing of the template's is left out where the signature brings its own."""
    own_closing = "\n" in signature and _CLOSING.search(signature.split("\n")[0].strip())
    kept = [line for line in lines if SIGNATURE_MARK in line or not (own_closing and _CLOSING.search(line))]
    return "\n".join(kept).replace(SIGNATURE_MARK, signature)


def _tidy(text: str) -> str:
    """Close the gaps that an empty name leaves: runs of blanks, a blank before a mark, empty brackets, a doubled full stop."""
    text = re.sub(r"\( *\)|\[ *\]", "", text)
    text = re.sub(r" {2,}", " ", text)
    text = re.sub(r" ([,.;:?!])", r"\1", text)
    text = re.sub(r"(?<!\.)\.\.(?!\.)", ".", text)
    return re.sub(r",+([,.])", r"\1", text).strip()
