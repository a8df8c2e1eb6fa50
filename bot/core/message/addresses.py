"""Address fields (RFC 5322 §3.4), read strictly: who may speak as whom hangs on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.core.message.fields import clean_text, decode_field
from bot.core.message.types import Address

_TOKEN = re.compile(
    r'"(?:[^"\\]|\\.)*+("?)|([()<>,:;])|(=\?[^?\s]{1,80}+\?[bBqQ]\?[^?\s<>"]*+\?=|[^"()<>,:;\s]++)|(\s++)', re.DOTALL
)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*+)"', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_LOCAL = re.compile(r"""[^\s@<>()\[\]\\,:;"\x00-\x1f\x7f]+|"[^"\\\x00-\x1f\x7f]+\"""")
_DOMAIN = re.compile(r"[^\s@<>()\[\]\\,:;\"\x00-\x2c/\x7f]+")
_MOST_CHARACTERS = 320  # RFC 3696 errata 1690: 64 + 1 + 254, with room


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressList:
    """``addresses`` that could be read; ``clean`` is False if the field has a group or anything that no address is."""

    addresses: tuple[Address, ...]
    clean: bool


@dataclass(slots=True)
class _Mailbox:
    """What was seen since the last comma."""

    phrase: list[str] = field(default_factory=list)
    angle: list[str] | None = None
    comment: list[str] = field(default_factory=list)
    odd: bool = False

    @property
    def empty(self) -> bool:
        return self.angle is None and not self.odd and not "".join(self.phrase).strip()


@dataclass(slots=True)
class _Scanner:
    """Walks through the tokens once. ``comments``: how many parentheses are open; ``in_angle``: between ``<`` and ``>``."""

    found: list[_Mailbox] = field(default_factory=list)
    now: _Mailbox = field(default_factory=_Mailbox)
    comments: int = 0
    in_angle: bool = False
    grouped: bool = False

    def take(self, token: re.Match[str]) -> None:
        closing_quote, mark, word, space = token.groups()
        if self.comments or mark in ("(", ")"):
            self._take_comment(mark, token[0])
        elif mark:
            self._take_mark(mark)
        elif closing_quote == "":
            self.now.odd = True
        elif self.in_angle and self.now.angle is not None:
            self.now.angle.append(token[0].strip())
        elif self.now.angle is not None:
            self.now.odd |= not space
        else:
            self.now.phrase.append(" " if space else word or token[0])

    def _take_comment(self, mark: str | None, text: str) -> None:
        self.comments += (mark == "(") - (mark == ")")
        if self.comments < 0:
            self.comments, self.now.odd = 0, True
        elif '"' in text:
            self.now.odd = True  # quotes mean nothing within a comment; where it ends is then open to doubt
        elif mark not in ("(", ")"):
            self.now.comment.append(text)

    def _take_mark(self, mark: str) -> None:
        if mark == "<":
            self.now.odd |= self.now.angle is not None
            self.in_angle, self.now.angle = True, []
        elif mark == ">":
            self.now.odd |= not self.in_angle
            self.in_angle = False
        elif self.in_angle and self.now.angle is not None:
            self.now.angle.append(mark)  # a source route, <@a,@b:c@d>; what it ends in is judged later
        elif mark == ":":
            self.grouped, self.now = True, _Mailbox()
        else:
            self.grouped |= mark == ";"
            self.end_mailbox()

    def end_mailbox(self) -> None:
        if not self.now.empty:
            self.found.append(self.now)
        self.now = _Mailbox()


def parse_addresses(value: str) -> AddressList:
    """Return the addresses of one raw field value; never raises, linear time."""
    scanner = _Scanner()
    for token in _TOKEN.finditer(value):
        scanner.take(token)
    clean = not (scanner.comments or scanner.in_angle or scanner.grouped)
    scanner.end_mailbox()
    read = [_read_mailbox(mailbox) for mailbox in scanner.found]
    return AddressList(addresses=tuple(address for address in read if address), clean=clean and all(read))


def parse_authors(values: Iterator[str]) -> tuple[Address, ...]:
    """Return the addresses of the From fields; ``()`` if any of them has a group or is odd, as then nobody is named for certain."""
    lists = [parse_addresses(value) for value in values]
    return tuple(address for each in lists for address in each.addresses) if all(each.clean for each in lists) else ()


def _read_mailbox(mailbox: _Mailbox) -> Address | None:
    phrase = "".join(mailbox.phrase).strip()
    if mailbox.angle is None:
        email, name = _address(phrase), decode_field("".join(mailbox.comment))
    else:
        email, name = _address("".join(mailbox.angle)), _display_name(phrase)
    return Address(name=name, email=email) if email and not mailbox.odd else None


def _display_name(phrase: str) -> str:
    """Quotes go, encoded words are decoded, also within quotes (against RFC 2047 §5, as many senders do it)."""
    plain = _QUOTED.sub(lambda quoted: _ESCAPED.sub(r"\1", quoted[1]), phrase)
    return decode_field(plain).strip("'\" ")


def _address(text: str) -> str | None:
    """Return the addr-spec in lower case, or None if it is none."""
    if text.startswith("@") and ":" in text:
        text = text.rpartition(":")[2]  # obsolete source route (RFC 5322 §4.4)
    local, _, domain = text.rpartition("@")
    good = len(text) <= _MOST_CHARACTERS and _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain)
    return _lower(text) if good and clean_text(text) == text else None


def _lower(text: str) -> str:
    """Return *text* in lower case, but for what would only so become an ASCII letter: a Kelvin sign is no k, it names another mailbox."""
    return "".join(each.lower() if each.isascii() or not each.lower().isascii() else each for each in text)
