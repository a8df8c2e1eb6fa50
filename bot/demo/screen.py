"""What the story looks like in a terminal, and the mails it leaves behind in a directory."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console, Group
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.text import Text

from bot.demo.mail_app import SeenMail
from bot.demo.mails import text_of
from bot.demo.people import OWNER, ZONE, Person
from bot.demo.proof import Proof
from bot.errors import PermanentError

_WIDTH = 96
_MOST_LINES = 40
"""Lines of a mail's text that are shown; a draft inside is shown whole in any case."""
_MOST_POINTS = 2
_DRAFT_BEGIN, _DRAFT_END = "--- begin text", "--- end text"
_GENERAL = ("How to answer", "Changed your mind?")
_SAVED = re.compile(r"\d\d-[a-z_-]+\.eml")


class Screen:
    """Tells the story. *save_to*: where every mail of it is kept as ``NN-kind.eml``, or None; raises PermanentError where it cannot be."""

    def __init__(self, console: Console, save_to: Path | None) -> None:
        self._console = console
        self._width = min(console.width, _WIDTH)
        self._save_to = save_to
        self._saved = 0
        if save_to is not None:
            _make_room(save_to)

    def chapter(self, title: str, now: datetime) -> None:
        """Begin a new part of the story."""
        self._console.print()
        line = Text.assemble((title, "bold"), ("   " + moment_text(now), "dim"))
        self._console.print(Rule(line, align="left", style="cyan"), width=self._width)

    def say(self, words: str) -> None:
        """Say a sentence between the mails."""
        self._console.print(Padding(Text(words, style="italic"), (0, 1)), width=self._width)

    def show_mail(self, mail: SeenMail, *, kind: str, place: str) -> None:
        """Show a mail as the people in it see it, and keep it."""
        parsed = mail.parsed
        head = Text()
        for name in ("From", "To", "Cc", "Subject"):
            if parsed[name]:
                head.append(f"{name + ':':<9}", style="dim")
                head.append(f"{parsed[name]}\n", style="bold" if name == "Subject" else "")
        attached = [part.get_filename() or part.get_content_type() for part in parsed.iter_attachments()]
        if attached:
            head.append("With:    ", style="dim")
            head.append(", ".join(attached) + "\n")
        body = Text("\n".join(fold(text_of(parsed).split("\n"), letter="X-Followup-Letter" in parsed)))
        style = "green" if mail.person == OWNER else "magenta"
        panel = Panel(Group(head, body), title=Text(place), title_align="left", border_style=style, width=self._width)
        self._console.print(panel)
        self.keep_mail(mail, kind=kind)

    def show_summary(self, proofs: Sequence[Proof]) -> None:
        """Say what was proven, and what was not."""
        for proof in proofs:
            mark = ("✓ ", "bold green") if proof.holds else ("✗ ", "bold red")
            self._console.print(Padding(Text.assemble(mark, proof.claim), (0, 1)), width=self._width)
            if not proof.holds:
                self._console.print(Padding(Text(f"found: {proof.found}", style="red"), (0, 5)), width=self._width)

    def end(self, words: str, *, well: bool) -> None:
        """Say the last sentence."""
        self._console.print()
        self._console.print(Padding(Text(words, style="bold green" if well else "bold red"), (0, 1)), width=self._width)
        if self._save_to is not None:
            self.say(f"{self._saved} mails are kept in {self._save_to}.")

    def ask(self, hint: str) -> str:
        """Return the line that the user types; raises EOFError when there is no more."""
        self._console.print()
        self._console.print(Padding(Text(hint, style="cyan"), (0, 1)), width=self._width)
        return self._console.input(Text("  Your reply> ", style="bold cyan")).strip()

    def keep_mail(self, mail: SeenMail, *, kind: str) -> None:
        """Keep a mail without showing it."""
        self._saved += 1
        if self._save_to is not None:
            _write(self._save_to / f"{self._saved:02d}-{kind}.eml", mail.raw)


def place_of(person: Person, mailbox: str) -> str:
    """Return whose mailbox that is, as a title."""
    whose = f"Your mailbox ({person.name})" if person == OWNER else f"Mailbox of {person.name}, {person.role}"
    return f"{whose} · {mailbox}"


def moment_text(moment: datetime) -> str:
    """Return a moment as the owner reads it: ``Tuesday 14 July, 09:00``."""
    local = moment.astimezone(ZoneInfo(ZONE))
    return f"{local:%A} {local.day} {local:%B, %H:%M}"


def fold(lines: Sequence[str], *, letter: bool) -> list[str]:
    """Return the lines to show of a mail's text: what a reply quotes is counted. Of a long *letter* of the bot's the first points of each
    list stand, and it is cut at last, but never within a draft or what is said about it."""
    own, quoted = _without_quote(lines)
    if letter:
        own = _shortened(_without_many_points(own))
    return [*own, "", f"[… the letter, quoted: {quoted} lines]"] if quoted else own


def _shortened(lines: list[str]) -> list[str]:
    drafts = [number for number, line in enumerate(lines) if line.strip() == _DRAFT_END]
    cut = _end_of_draft(lines, drafts[-1]) if drafts else _last_blank(lines, _MOST_LINES)
    left = sum(bool(line.strip()) for line in lines[cut:])
    return [*lines[:cut], f"[… {left} more lines]"] if len(lines) > max(cut, _MOST_LINES) + 3 else lines


def _end_of_draft(lines: Sequence[str], last: int) -> int:
    """Return where the words about a draft end and the general ones, which every such letter has, begin."""
    return next((number for number in range(last, len(lines)) if lines[number] in _GENERAL), len(lines))


def _last_blank(lines: Sequence[str], most: int) -> int:
    """Return where to cut: after the last paragraph that is whole."""
    return next((number + 1 for number in range(min(most, len(lines)) - 1, 0, -1) if not lines[number].strip()), most)


def _without_quote(lines: Sequence[str]) -> tuple[list[str], int]:
    """Return what the writer of a mail wrote himself, and how many lines he quoted below it."""
    first = next((number for number, line in enumerate(lines) if line.startswith(">")), len(lines))
    own = list(lines[:first])
    if first < len(lines):  # with the line or two that introduce it
        while own and own[-1].strip():
            own.pop()
    while own and not own[-1].strip():
        own.pop()
    return own, len(lines) - first


def _without_many_points(lines: Sequence[str]) -> list[str]:
    """Return the lines, of every list of points no more than the first ones; a draft's own lists are whole."""
    kept: list[str] = []
    points, inside = 0, False
    for line in [*lines, ""]:
        if line.startswith("- ") and not inside:
            points += 1
        elif not line.startswith("  "):
            if points > _MOST_POINTS:
                kept.append(f"  [… and {points - _MOST_POINTS} more]")
            points = 0
        inside = line.strip() == _DRAFT_BEGIN or (inside and line.strip() != _DRAFT_END)
        if points <= _MOST_POINTS:
            kept.append(line)
    return kept[:-1]


def _make_room(directory: Path) -> None:
    """Make the directory; what an earlier story left there goes, so that the numbers tell one story."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for path in directory.iterdir():
            if _SAVED.fullmatch(path.name):
                path.unlink()
    except OSError as exc:
        raise PermanentError(f"Mails cannot be kept in {directory} ({exc.strerror}); name another directory.") from exc


def _write(path: Path, raw: bytes) -> None:
    try:
        path.write_bytes(raw)
    except OSError as exc:
        raise PermanentError(f"{path} cannot be written ({exc.strerror}); name another directory.") from exc
