"""How text is laid out: 72 columns in the plain part, the owner's own line breaks kept in both."""

from __future__ import annotations

import re
import textwrap

from markupsafe import Markup, escape

WIDTH = 72
_NARROWEST = 56
_KEPT_BREAK = "\x00"
_BLANK_LINES = re.compile(r"\n{3,}")
_TRAILING = re.compile(r"[ \t]+(?=\n|\Z)")
_GONE = Markup('<del style="color:#9b2c1f;">{}</del>')
_ADDRESS = re.compile(r"<?[^\s<>@]{1,64}@[^\s<>@]{1,255}>?,?")
_WHOLE = Markup('<span style="display:inline-block;">{}@<wbr>{}</span>')
_NEW = Markup('<ins style="color:#1c5c47;">{}</ins>')
_MARKS = re.compile(r"\[-(?P<gone>.{1,2000}?)-\]|\{\+(?P<new>.{1,2000}?)\+\}", re.DOTALL)


def wrap(text: str, hanging: str = "") -> str:
    """Return *text* as one paragraph of at most 72 columns; every line but the first begins with *hanging*.

    No line but the first is left with one or two words: a command that stands alone on a line could be taken for an answer
    when the letter is quoted.
    """
    words = " ".join(text.split())
    for width in range(WIDTH, _NARROWEST, -4):
        lines = _lines(words, hanging, width)
        if not any(_is_scrap(line) for line in lines[1:]):
            return "\n".join(lines)
    return _join_scraps(_lines(words, hanging, WIDTH))


def wrap_line(text: str) -> str:
    """Return a line of a list of facts, its continuation set in by two."""
    return wrap(text, "  ")


def wrap_point(text: str) -> str:
    """Return one point of a list, marked by a dash."""
    return wrap(f"- {text}", "  ")


def underline(text: str, mark: str = "-") -> str:
    """Return a heading with a rule below it, as wide as its widest line: plain text has no other way to stand out."""
    return f"{text}\n{mark * max(map(len, text.splitlines()), default=0)}"


def tidy(text: str) -> str:
    """Return *text* without blanks at line ends and with at most one empty line in a row; texts of mails stay as they are."""
    shown = _BLANK_LINES.sub("\n\n", _TRAILING.sub("", text)).strip("\n")
    return shown.replace(_KEPT_BREAK, "\n")


def exact_text(text: str) -> str:
    """Return the text of a mail so that `tidy` leaves every line of it alone."""
    return text.replace("\n", _KEPT_BREAK)


def exact_html(text: str) -> Markup:
    """Return the text of a mail as HTML that keeps its line breaks and spaces everywhere (some clients ignore white-space: pre)."""
    return Markup("<br>\n").join(_keep_spaces(line) for line in text.split("\n"))


def addressed_html(text: str) -> Markup:
    """Return a line as HTML in which an address goes to the next line as a whole, or else breaks after its @."""
    shown: list[Markup] = []
    done = 0
    for address in _ADDRESS.finditer(text):
        local, _, domain = address[0].partition("@")
        shown += (escape(text[done : address.start()]), _WHOLE.format(local, domain))
        done = address.end()
    return Markup("").join([*shown, escape(text[done:])])


def marked_text(diff: str) -> str:
    """Return a word-level difference as it is, line by line."""
    return exact_text(diff)


def marked_html(diff: str) -> Markup:
    """Return a word-level difference with what is gone struck out and what is new underlined; the marks themselves stay."""
    shown: list[Markup] = []
    done = 0
    for mark in _MARKS.finditer(diff):
        shown.append(_break_lines(diff[done : mark.start()]))
        shown.append((_NEW if mark["gone"] is None else _GONE).format(_break_lines(mark[0])))
        done = mark.end()
    return Markup("").join([*shown, _break_lines(diff[done:])])


def _lines(words: str, hanging: str, width: int) -> list[str]:
    return textwrap.wrap(words, width, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)


def _is_scrap(line: str) -> bool:
    return len(line.split()) < 3 and len(line) < 40


def _join_scraps(lines: list[str]) -> str:
    joined: list[str] = []
    for line in lines:
        if joined and _is_scrap(line):
            joined[-1] = f"{joined[-1]} {line.strip()}"
        else:
            joined.append(line)
    return "\n".join(joined)


def _break_lines(text: str) -> Markup:
    return Markup("<br>\n").join(text.split("\n"))


def _keep_spaces(line: str) -> Markup:
    kept = re.sub(r"^ | (?= )", "\N{NO-BREAK SPACE}", line)
    return escape(kept)
