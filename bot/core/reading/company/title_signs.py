"""By what a job title is known: its head, the genders it is open to, both forms of one word."""

from __future__ import annotations

import functools
import re

from bot.core.reading.company.cues import Language
from bot.core.reading.company.folding import fold
from bot.core.reading.company.leads import bare_words

LETTERS = re.compile(r"[^\W\d_]+")
_LONG_HEAD = 7
_NEXT = r"\s?[/|*,]\s?"
GENDER_MARK = re.compile(
    rf"\s*[(\[]\s?(?:(?P<genders>[mwfhdvx](?:{_NEXT}(?:[mwfhdvxi]|gn|div)){{1,3}})|[a-z](?:{_NEXT}(?:[a-z]|gn|div)\b){{1,4}}\.?)\s?[)\]]"
    r"|(?<=\s)[mwfhdvxi](?:/[mwfhdvxi]){1,3}(?=\s*(?:$|[-\u2013\u2014|(,.:;]))",
    re.IGNORECASE,
)
"""Letters for the genders that a job is open to. ``genders``: those in brackets that stand for nothing else ("(m/w/d)", not "(a/b)")."""
_DOUBLET = re.compile(
    r"\b(?P<first>(?P<stem>[^\W\d_]{4,20}?)[^\W\d_]{0,6})\s(?P<or>[^\W\d_]{1,4})\s(?:(?P<article>[^\W\d_]{2,3})\s)?(?P=stem)[^\W\d_]{1,8}\b",
    re.IGNORECASE,
)
"""Both forms of one title: "conseiller ou conseillère", "tecnico o tecnica"."""


def is_headed(text: str, language: Language) -> bool:
    """Return whether *text* holds the head of a job title: a word ("engineer"), the end of one ("Softwareentwicklerin") or several
    words that are one only together ("best boy")."""
    words = language.word_set
    known, endings, several = _known(words("role_heads"), words("role_words"), words("role_endings"))
    others = bare_words(words("role_no_heads"))
    bare = fold(text)
    found = LETTERS.findall(language.pattern("gender_branch").sub("", bare))
    if any(word in known or _ends_so(word, endings) for word in found if word not in others):
        return True
    told = f" {' '.join(found)} "
    return any(trade in told for trade in several) or _small_trade(text, bare, language)


def _small_trade(text: str, bare: str, language: Language) -> bool:
    """Return whether a trade that is a surname as well stands in small letters ("night barber") or with both genders ("Metzger:in")."""
    trades = bare_words(language.word_set("role_words_small"))
    branch = language.pattern("gender_branch")
    return any(
        (text[match.start()].islower() or branch.match(bare, match.end())) and match[0] in trades
        for match in LETTERS.finditer(bare)
    )


def _ends_so(word: str, endings: frozenset[str]) -> bool:
    return any(word[place:] in endings for place in range(len(word) - 1))


@functools.cache
def _known(
    heads: frozenset[str], trades: frozenset[str], endings: frozenset[str]
) -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """Return the words that are heads; the ends by which longer ones are known (a long head is also the end of a compound); and
    the trades of several words ("sage-femme"), each between spaces."""
    known = bare_words(heads | trades)
    parted = {" ".join(LETTERS.findall(trade)) for trade in known if not trade.isalpha()}
    several = tuple(f" {trade} " for trade in sorted(parted) if " " in trade)
    return known, bare_words(endings) | {head for head in known if len(head) >= _LONG_HEAD}, several


def one_form(text: str, language: Language) -> str:
    """Return *text* with the first form of each title that it writes in both."""
    match = _DOUBLET.search(text)
    if match is None or fold(match["or"]) not in language.vocabulary.all_of("or"):
        return text
    if match["article"] and match["article"].lower() not in language.word_set("indefinite"):
        return text
    return text[: match.start()] + match["first"] + text[match.end() :]
