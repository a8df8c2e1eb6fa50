"""Which words of a mail spell a domain: ``wattlestone`` is "Wattle & Stone Architects", ``nms-berlin`` "Neue Musikschule Berlin"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from bot.core.message.accents import without_accents
from bot.core.reading.company.cues import Language
from bot.core.reading.company.folding import spell_out
from bot.core.reading.company.names import name_words

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017d"
_TOKEN = rf"[{_UPPER}][\w'\u2019.+]*(?:[-&][\w'\u2019]+)*"
_ARTICLE = re.compile(r"^[dlDL]['\u2019](?=\w)")
_AND = frozenset({"&", "+"})


def name_runs(language: Language) -> re.Pattern[str]:
    """Return the expression for runs of up to seven capitalised words with the small ones that join names ("Theater an der Weser")."""
    return _run_pattern(language.word_set("company_joins"))


@functools.cache
def _run_pattern(joins: frozenset[str]) -> re.Pattern[str]:
    join = "|".join(re.escape(word) for word in sorted(joins, key=lambda word: (-len(word), word))) or "(?!)"
    return re.compile(
        rf"(?<![\w@/.])((?:[LD]['\u2019])?{_TOKEN}(?:\s(?:(?:{join})\s){{0,3}}(?:[dl]['\u2019])?{_TOKEN}){{0,6}})"
    )


def content_words(phrase: str, language: Language) -> int:
    """Return how many words of *phrase* are no legal form."""
    return len([word for word in name_words(phrase) if word not in language.word_set("legal_forms")])


def spelling_phrases(text: str, label: str, language: Language, people: set[str]) -> Iterator[str]:
    """Yield the phrases of *text* whose words spell *label*."""
    if plain_letters(label)[:1] not in plain_letters(text):
        return
    for match in name_runs(language).finditer(text):
        tokens = match[1].split()
        if match[1].lower() in people:
            continue
        for start in range(len(tokens)):
            tail = cut_phrase(tokens[start:], language)
            if tail and spells(tail, label, language) and " ".join(tail).lower() not in people:
                yield " ".join(_with_lead(tokens, start, language) + tail)
                break


def cut_phrase(tokens: Sequence[str], language: Language) -> list[str]:
    """Cut a phrase at the first word that is no part of a company's name ("Talent", "Team", a role)."""
    kept: list[str] = []
    for number, token in enumerate(tokens):
        if number and _ends_name(token, tokens[number + 1 :], language):
            break
        kept.append(token)
    joins = language.word_set("company_joins")
    while kept and kept[-1].lower() in joins:
        kept.pop()
    kept = kept[:7]
    return [*kept[:-1], kept[-1].rstrip(".")] if kept else kept


def _ends_name(token: str, following: Sequence[str], language: Language) -> bool:
    low = token.lower().strip(".,'\u2019")
    noise = language.word_set("company_noise")
    if (
        low in language.weekdays
        or (low in language.months and token[:1].isupper())
        or low in language.word_set("company_ends")
    ):
        return True
    if low in language.word_set("company_lasts"):
        return False
    if low in language.word_set("company_parts"):
        return not following or following[0].lower() in noise
    return low in noise and low not in language.word_set("company_joins")


def _with_lead(tokens: Sequence[str], start: int, language: Language) -> list[str]:
    """Keep the word before the spelled part that says what kind of house it is ("Conservas" of "Conservas R\u00edas Altas")."""
    lead = list(tokens[:start])
    houses = language.word_set("house_words") - language.word_set("company_noise")
    first = next((number for number, word in enumerate(lead) if word.lower() in houses), None)
    return lead[first:] if first is not None and len(lead) - first <= 3 else []


def plain_letters(text: str) -> str:
    """Return *text* in small letters a to z and digits only."""
    return re.sub(r"[^a-z0-9]", "", without_accents(text.lower()))


def spells(tokens: Sequence[str], label: str, language: Language) -> bool:
    """Return whether *label* is made of the beginnings of *tokens* in their order, or its hyphened parts of them in any order."""
    parts = [plain_letters(part) for part in label.split("-") if part]
    for version in (tokens, [spell_out(token) for token in tokens]):
        words = [plain_letters(_ARTICLE.sub("", token)) for token in _without_possessive(version)]
        words = [word for word in words if word]
        joined = plain_letters(label)
        if words and (_parts_spelled(words, parts) or _consumes(words, joined) or _initials_and_word(words, joined)):
            return True
        if _words_and_initials(words, joined):
            return True
    if any(word in _AND for word in tokens):
        spoken = sorted(language.word_set("ampersands"))
        return any(spells([both if word in _AND else word for word in tokens], label, language) for both in spoken)
    return False


def _without_possessive(tokens: Sequence[str]) -> list[str]:
    last = tokens[-1].removesuffix("'s").removesuffix("\u2019s")
    return [*tokens[:-1], last]


def _parts_spelled(words: Sequence[str], parts: Sequence[str]) -> bool:
    """Return whether the hyphened *parts* are beginnings of *words* or the first letters of some, the first word's among them."""
    if len(parts) < 2:
        return 3 <= len(parts[0]) <= 5 and len(words) >= 3 and _initials(words, parts[0]) if parts else False
    words = [piece for word in words for piece in word.split("-")]
    opened = any(
        words[0].startswith(part) or (_inside(words[0], part) and len(parts) > 1) or _initials(words, part, inner=True)
        for part in parts
    )
    return opened and all(
        (len(part) > 2 and any(word.startswith(part) for word in words))
        or part in words
        or _initials(words, part, inner=True)
        or _inside(words[0], part)
        for part in parts
    )


def _inside(word: str, part: str) -> bool:
    """Return whether *part* is two to four letters of one long word, its first among them ("lra" of "Landratsamt", "ayto")."""
    if not 2 <= len(part) <= 4 or len(word) < 9 or word[0] != part[0]:
        return False
    letters = iter(word)
    return all(letter in letters for letter in part)


def _initials_and_word(words: Sequence[str], label: str) -> bool:
    """Return whether *label* is the first letters of two or three words and a whole one ("crjiloca" of "Caja Rural del Jiloca")."""
    for count in (2, 3):
        rest = label[count:]
        if len(rest) < 4 or count >= len(words) or not label.startswith(words[0][0]):
            continue
        last = next((number for number, word in enumerate(words) if number >= count and word == rest), None)
        if last is not None and _initials(words[:last], label[:count]):
            return True
    return False


def _words_and_initials(words: Sequence[str], label: str) -> bool:
    """Return whether *label* is whole words and the first letters of all the others ("aldercreekusd" of "Alder Creek Unified School
    District")."""
    for count in range(1, len(words) - 1):
        opening = "".join(words[:count])
        if len(opening) >= 4 and label == opening + "".join(word[0] for word in words[count:]):
            return True
    return False


def _initials(words: Sequence[str], part: str, *, inner: bool = False) -> bool:
    """Return whether *part* is made of the first letters of *words* from the first on; *inner*: one more letter may stand inside a
    compound ("Musikschule")."""
    if len(part) < 2 or len(words) < 2 or words[0][:1] != part[:1]:
        return False
    letters, spare, taken = list(part), 1 if inner else 0, 0
    for word in words:
        if not letters or word[0] != letters[0]:
            continue
        letters.pop(0)
        taken += 1
        if spare and letters and len(word) > 7 and letters[0] in word[3:] and len(letters) <= 1:
            letters.pop(0)
            spare -= 1
    return not letters and taken >= 2


def _consumes(words: Sequence[str], label: str) -> bool:
    """The first word has to begin the label; later ones may be skipped; enough of the label must be whole words."""
    if not words or not label or words[0][0] != label[0]:
        return False
    if len(words[0]) >= 5 and label.startswith(words[0]) and len(label) - len(words[0]) <= 4:
        return True
    position, whole = 0, 0
    for number, word in enumerate(words):
        shared = 0
        while shared < len(word) and position + shared < len(label) and word[shared] == label[position + shared]:
            shared += 1
        if number == 0 and shared < min(3, len(word)):
            return False
        if number and shared < len(word) > 3 and label[position - 1 :].startswith(word):  # "serrazul" of "Serra Azul"
            shared = len(word) - 1
        if shared >= 3 or shared == len(word):
            position += shared
            whole += shared
        if position == len(label):
            return whole >= 3
    return False
