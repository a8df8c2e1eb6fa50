"""What a job title looks like: where the run of its words begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.reading.company.cues import Language
from bot.core.reading.company.folding import fold
from bot.core.reading.company.leads import bare_words
from bot.core.reading.company.title_signs import GENDER_MARK, LETTERS, is_headed, one_form

_MOST_WORDS = 9
_LONGEST = 110
_QUOTED = re.compile(
    '["\u201c\u201e\u00ab\u00bb\u2039\u203a\u2018\u201a\']\\s?([^"\u201c\u201d\u201e\u00ab\u00bb\u203a\u2039]{3,90}?)\\s?'
    "[\"\u201d\u201c\u00bb\u00ab\u203a\u2039\u2019'](?!\\w)"
)
_QUOTE_NEXT = re.compile('[,:]\\s?(?=["\u201c\u201e\u00ab\u00bb])')
_WORD = re.compile(r"\S{1,60}")
_DASHES = frozenset({"-", "\u2013", "\u2014", "/", "&", "+", "|"})
_ENDS = re.compile(r"[.,;:!?)\]}\"\u201d\u201c\u00bb\u2019\u203a]+$")
_ELIDED = re.compile("[^\\W\\d_]{1,4}['\u2019](?=\\w)")
_SPACE = re.compile(r"\s*")


def title_after(text: str, start: int, language: Language) -> str:
    """Return the run of words from *start* on that can be a title, ``""`` where none begins there."""
    start = _past_articles(text, start, language)
    quoted = _QUOTED.match(text, start)
    if quoted:
        return quoted[1].strip()
    run = one_form(GENDER_MARK.sub("", text[start : start + _LONGEST]), language)
    words: list[str] = []
    for match in _WORD.finditer(run):
        word, end = _bare(match[0], opened=any("(" in kept for kept in words))
        fits = _goes_on(words, word, language) or _leads_to_head(words, word, text[start + match.end() :], language)
        if not word or len(words) >= _MOST_WORDS or not fits:
            break
        words.append(word)
        if end and not _continues(end, run[match.end() :], language):
            break
    return " ".join(_trimmed(words, language))


def _past_articles(text: str, start: int, language: Language) -> int:
    """Return where the title begins: behind spaces and up to two articles or possessives."""
    articles = language.word_set("articles")
    position = _at_word(text, start)
    for _ in range(2):
        match = _WORD.match(text, position)
        if not match or match[0].lower() not in articles:
            break
        position = _at_word(text, match.end())
    comma = _QUOTE_NEXT.match(text, position)
    position = comma.end() if comma else position
    elided = _ELIDED.match(text, position)
    return elided.end() if elided else position


def _at_word(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _bare(token: str, *, opened: bool) -> tuple[str, str]:
    """Return *token* without the marks that end a run, and these; a bracket that was opened is closed."""
    ends = _ENDS.search(token)
    word, end = (token[: ends.start()], ends[0]) if ends else (token, "")
    if end.startswith(")") and (opened or "(" in word):
        return f"{word})", end[1:]
    return word, end


def _continues(end: str, rest: str, language: Language) -> bool:
    """Return whether a title goes on behind a comma: one to three capitalised words more ("Director, Product Marketing")."""
    if end != ",":
        return False
    part = re.split(r"[,.;:!?]|\s[-\u2013\u2014]\s", rest, maxsplit=1)[0].split()
    leading = []
    for word in part:
        if not (word[:1].isupper() or word == "&" or language.pattern("and_word").fullmatch(word)):
            break
        leading.append(word)
    low = [word.lower() for word in leading]
    known = language.word_set("title_fields")
    return 0 < len(leading) <= 4 and any(word in known for word in low)


def _leads_to_head(words: Sequence[str], word: str, rest: str, language: Language) -> bool:
    """Return whether a word that ends titles elsewhere stands before the head of this one ("Warehouse Team Leader")."""
    following = _WORD.match(rest.lstrip())
    head = _bare(following[0], opened=False)[0] if following else ""
    return bool(words) and word[:1].isupper() and head[:1].isupper() and head.lower() in language.word_set("role_heads")


def _goes_on(words: Sequence[str], word: str, language: Language) -> bool:
    """Return whether *word* can follow *words* in a title."""
    low = word.lower().strip("([")
    if words and f"{words[-1].lower()} {low}" in language.word_set("title_joins"):
        return True
    romance = language.small_adjectives
    if words and low in language.word_set("articles") and not (romance and low in language.word_set("title_joins")):
        return False
    if words and word.isupper() and not words[-1].isupper() and low in language.labels:
        return False  # the label of the next row of a table ("WHO")
    if _ends_title(low, language) or low in language.weekdays or low in language.months:
        return False
    if word in _DASHES:
        return bool(words)
    if not LETTERS.search(word) and not (words and word.isdigit() and len(word) == 1):
        return False
    if not words:
        return word[:1].isalnum() and low not in _joins(language)
    return _fits(words, word, low, language)


def _ends_title(low: str, language: Language) -> bool:
    """Return whether *low* is a word behind which no title goes on; a join is none for its likeness to one ("des" and "dès")."""
    ends = language.word_set("title_ends")
    return low in ends or (low not in _joins(language) and fold(low) in bare_words(ends))


def _joins(language: Language) -> frozenset[str]:
    return language.word_set("title_joins") | language.word_set("title_joins_small")


def _fits(words: Sequence[str], word: str, low: str, language: Language) -> bool:
    before = words[-1].lower()
    small = not (word[:1].isupper() or word[:1].isdigit() or word[:1] == "(")
    if before in language.word_set("title_joins_small") and before not in language.word_set("title_joins"):
        return (small or low in language.word_set("title_fields")) and low not in language.word_set("articles")
    if not small or low in _joins(language) or _ELIDED.match(low):
        return True
    return _small_fits(words, language) or _first_head(words, low, language)


def _first_head(words: Sequence[str], low: str, language: Language) -> bool:
    """Return whether a small word is the head that the capitals before it lack ("PhD studentship")."""
    joined = " ".join(words)
    return words[-1] not in _DASHES and is_headed(low, language) and not is_headed(joined, language)


def _small_fits(words: Sequence[str], language: Language) -> bool:
    """Return whether a word in small letters may follow: between small ones, after an adjective, after the first word."""
    if "capital_nouns" in language.word_set("title_style"):
        return words[-1][:1].islower()
    if words[-1].lower() in _joins(language) or _ELIDED.match(words[-1]):
        return True
    if words[-1] in _DASHES:
        return False
    capitals = [word for word in words if word[:1].isupper()]
    return not capitals or (language.small_adjectives and len(capitals) == 1 and words[0] == capitals[0])


def _trimmed(words: list[str], language: Language) -> list[str]:
    """Return *words* without joins, articles and dashes at their end."""
    loose = _joins(language) | language.word_set("articles") | _DASHES
    while words and words[-1].lower() in loose:
        words = words[:-1]
    if words and words[-1].startswith("(") and not words[-1].endswith(")"):
        words = words[:-1]
    return words


def title_before(text: str, end: int, language: Language) -> str:
    """Return the title that ends where a noun such as "role" begins; one in small letters needs an article before it and a head in it."""
    head = GENDER_MARK.sub("", text[max(0, end - _LONGEST) : end]).rstrip()
    quoted = re.search('["\u201c\u201e\u00ab]([^"\u201c\u201d\u201e\u00ab\u00bb]{3,90})["\u201d\u201c\u00bb]$', head)
    if quoted:
        return quoted[1].strip()
    words: list[str] = []
    closed = False
    for token in reversed(head.split()):
        low = token.lower().strip("(\"\u201c\u201e\u00ab'")
        closed = low in language.word_set("articles") or low in language.word_set("title_ends")
        closed = closed or (bool(words) and token.endswith(":"))
        if closed or len(words) >= _MOST_WORDS or (words and token[-1:] in ".;:!?\u2013\u2014-"):
            break
        if words and token.endswith(",") and not _listed(token, words, language):
            break
        words.insert(0, token.strip('"\u201c\u201d\u201e\u00ab\u00bb'))
    return _known_before(words, language, closed=closed)


def _listed(token: str, words: Sequence[str], language: Language) -> bool:
    """Return whether a title goes on to the left of a comma: "Director, Product Marketing", "Counsel, Rights & Licensing"."""
    fields = any(word.lower() in language.word_set("title_fields") for word in words)
    return token[:1].isupper() and (fields or (is_headed(token, language) and not is_headed(" ".join(words), language)))


def _known_before(words: list[str], language: Language, *, closed: bool) -> str:
    loose = _joins(language)
    if closed and 0 < len(words) <= 5 and not words[0][:1].isupper() and is_headed(" ".join(words), language):
        return " ".join(words)
    for number, word in enumerate(words):
        if not (
            word[:1].isupper() or word[:1].isdigit() or word.lower() in loose or word in _DASHES or word[:1] == "("
        ):
            return _known_before(words[number + 1 :], language, closed=False)
    while words and (words[0].lower() in loose or words[0] in _DASHES or words[0][:1] == "("):
        words = words[1:]
    return " ".join(words)
