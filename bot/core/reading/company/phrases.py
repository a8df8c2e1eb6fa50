"""Expressions as the tables of words write them, turned into regular ones; each is compiled when it is first searched for.

Words parted by one space; ``*`` alone is up to four words, ``~`` at the end of a word any ending, ``{name}`` any of a list of concepts.
A match neither begins nor ends inside a word. Nothing may be repeated without a limit, so that every search is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.core.reading.company.folding import fold

_WORD_START = r"(?:(?<!\w)(?=\w)|(?!\w))"
_WORD_END = r"(?:(?<=\w)(?!\w)|(?<!\w))"
_LOOKAROUND = re.compile(r"\(\?<?[!=]")
_MACRO = re.compile(r"\{([a-z_]{2,40})\}")
_KEPT_AS_WRITTEN = re.compile(r"(\\.|\(\?P[<=]\w+[>)])")
_UNCOUNTED = re.compile(r"\)(?:[*+]|\{\d*,\})")
_NAMED = re.compile(r"\(\?P<\w+>")
_WORDS_BETWEEN = re.compile(r"(?<![^ (|])\* ?")
_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_ACCENTED = re.compile(r"[^\x00-\x7f]")
_PLAIN = re.compile(r"[^\W\d_]+~?(?: (?:[^\W\d_]+~?|\*))*")
"""An expression that is words alone, as most are."""
_WORD = re.compile(r"[^\W\d_]+")
_INNERMOST = re.compile(r"\([^()]*\)")
_BRACKET = re.compile(r"([()])")
_ANY_BRACKET = re.compile(r"[()]")
_REPEATED_SPACE = re.compile(r" [?*]")
_NO_LITERAL = re.compile(r"\\.[*+?]?|\{[^}]*\}|\[[^\]]*\][*+?]?")
_GROUP_OR_WORD = re.compile(r"\(([^()]*)\)(\?)?|([^\W\d_]+)([?*~])?")
_OPTIONAL_LETTER = re.compile(r"\w\?")
_DEEPEST = 8


class PhraseError(ValueError):
    """An expression that cannot be used; the text says why, in words that follow its own."""


@dataclass(frozen=True)
class Phrase:
    """One expression. ``written``: how it was written, its concepts written out. ``parts``: the ones it is made of. ``flags``: of `re`."""

    source: str
    written: str = ""
    flags: re.RegexFlag = re.MULTILINE
    parts: tuple[Phrase, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return it compiled; raise `PhraseError` where it is no regular expression."""
        try:
            return re.compile(self.source, self.flags)
        except re.error as exc:
            raise PhraseError(f"is not a regular expression ({exc})") from exc

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """Return words of which at least one must stand in a text before it is worth searching; empty where none can be told."""
        if not self.parts:
            return max(self._all_needs, key=_worth, default=())
        each = [part.needs for part in self.parts]
        return tuple(dict.fromkeys(word for needs in each for word in needs)) if all(each) else ()

    @cached_property
    def further_needs(self) -> tuple[tuple[str, ...], ...]:
        """Return more such lists, of each of which one word must stand."""
        return () if self.parts else tuple(words for words in self._all_needs if words != self.needs)

    @cached_property
    def _all_needs(self) -> tuple[tuple[str, ...], ...]:
        return () if "?P=" in self.written else tuple(tuple(words) for words in _all_needs(self.written))

    @cached_property
    def bare_pattern(self) -> re.Pattern[str]:
        """Return it compiled, without accents."""
        return re.compile(_ACCENTED.sub(lambda match: fold(match[0]), self.source), self.flags)

    @cached_property
    def bare_needs(self) -> tuple[str, ...]:
        """Return ``needs`` without accents."""
        return tuple(fold(word) for word in self.needs)

    def may_stand_in(self, text: str) -> bool:
        """Return whether *text*, which is in lower case, holds what is needed."""
        return may_stand(self.needs, text) and all(may_stand(words, text) for words in self.further_needs)

    def find(self, text: str) -> re.Match[str] | None:
        """Return where it stands in *text*, which is in lower case."""
        return self.pattern.search(text) if self.may_stand_in(text) else None


def may_stand(needs: tuple[str, ...], text: str) -> bool:
    """Return whether *text* holds one of *needs*, or nothing is needed."""
    if not needs:
        return True
    for word in needs:  # noqa: SIM110 - this is asked thousands of times a mail, and a generator costs more than the search
        if word in text:
            return True
    return False


def parse_phrase(text: str, concepts: Mapping[str, str], plain: Callable[[str], str]) -> Phrase:
    """Return the expression *text*; raise `PhraseError`. *plain* writes text as the mails' is written (see `Language.plain`)."""
    written = _plain_regex(expand(text, concepts), plain)
    source = _WORDS_BETWEEN.sub(r"(?:[^\\s]+ ){0,4}", written) if "*" in written else written
    source = _GROUP.sub("(?:", source.replace("~", r"\w*"))
    if _UNCOUNTED.search(source):
        raise PhraseError("repeats a group without a limit; write {0,4} instead of * or +")
    return Phrase(f"{_WORD_START}(?:{source}){_WORD_END}", written)


def one_of(phrases: list[Phrase]) -> Phrase:
    """Return the expression that finds any of *phrases*, in upper and lower case alike; one that never matches for none."""
    source = "|".join(f"(?:{phrase.source})" for phrase in phrases)
    return Phrase(source or r"(?!)", flags=re.MULTILINE | re.IGNORECASE, parts=tuple(phrases))


def expand(text: str, concepts: Mapping[str, str]) -> str:
    """Return *text* with the concepts it names written out, those named by them, too; raise `PhraseError` for one that is not there."""
    if "{" not in text:
        return text
    for _ in range(_DEEPEST):
        unknown = next((m[1] for m in _MACRO.finditer(text) if m[1] not in concepts), None)
        if unknown:
            raise PhraseError(f"uses {{{unknown}}}, which [concepts] does not hold")
        if not _MACRO.search(text):
            return text
        text = _MACRO.sub(lambda m: concepts[m[1]], text)
    raise PhraseError("uses a concept that is made of itself")


def _plain_regex(text: str, plain: Callable[[str], str]) -> str:
    """Lower-case and expand everything but escapes such as ``\\S`` and the names of groups."""
    if "\\" not in text and "(?P" not in text:
        return plain(text)
    parts = _KEPT_AS_WRITTEN.split(text)
    return "".join(part if number % 2 else plain(part) for number, part in enumerate(parts))


def _all_needs(source: str) -> list[list[str]]:
    """Return lists of literals, of each of which one stands in whatever the expression can match."""
    if _PLAIN.fullmatch(source):
        return [[word] for word in _WORD.findall(source) if len(word) > 1]
    source = _NAMED.sub("(", source)
    within = _all_needs(source[1:-1]) if _is_one_group(source) else []
    if "|" in source and "|" in _INNERMOST.sub("", _INNERMOST.sub("", source)):
        return within  # alternatives of the whole
    pieces = (
        [max(_WORD.findall(option), key=len, default="") for option in piece] for piece in _required_pieces(source)
    )
    return within + [options for options in pieces if options and all(len(option) > 1 for option in options)]


def _is_one_group(source: str) -> bool:
    """Return whether all of *source* stands in one pair of brackets."""
    if source[:1] != "(" or source[1:2] == "?" or source[-1] != ")" or "\\" in source or "[" in source:
        return False  # what is escaped, or one of several letters, may be a bracket, too
    depth = 0
    for place, bracket in ((match.start(), match[0]) for match in _ANY_BRACKET.finditer(source)):
        depth += 1 if bracket == "(" else -1
        if depth == 0:
            return place == len(source) - 1
    return False


def _worth(options: Sequence[str]) -> tuple[int, int, int]:
    """Return how rarely texts hold any of *options*: short words stand in every text, many of them in most."""
    shortest = min(map(len, options))
    return min(shortest, 4), -len(options), shortest


def _without_nested(source: str) -> str:
    """Return *source* without the groups that stand inside groups, so that the outer ones show what of them must be there."""
    kept: list[str] = []
    depth = 0
    for piece in _BRACKET.split(source):
        depth += piece == "("
        if depth < 2:
            kept.append(piece)
        elif piece == ")" and depth == 2:
            kept.append(" ")
        depth -= piece == ")" and depth > 0
    return _REPEATED_SPACE.sub(" ", "".join(kept))


def _without_lookaround(source: str) -> str:
    """Return *source* without what is only looked at ("(?!other)", "(?<=the )"), be there groups in it."""
    kept, rest = "", source
    while match := _LOOKAROUND.search(rest):
        depth, end = 1, match.end()
        while depth and end < len(rest):
            depth += (rest[end] == "(") - (rest[end] == ")")
            end += 1
        kept, rest = f"{kept}{rest[: match.start()]} ", rest[end:]
    return kept + rest


def _required_pieces(source: str) -> Iterator[list[str]]:
    """Yield what must be there: plain words as one-element lists, groups as the list of their options."""
    source = _without_lookaround(source)
    source = _NO_LITERAL.sub(lambda match: "?" if match[0].startswith("{0") else " ", source)
    source = _without_nested(source)
    for match in _GROUP_OR_WORD.finditer(source):
        if match[1] is not None and not match[2]:
            yield _OPTIONAL_LETTER.sub(" ", match[1]).split("|")
        elif match[3] and match[4] != "?" and match[4] != "*":
            yield [match[3]]
        elif match[3] and match[4] == "?" and len(match[3]) > 2:
            yield [match[3][:-1]]
