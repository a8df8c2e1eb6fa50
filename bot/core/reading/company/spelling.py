"""Which words of a mail spell a domain: ``wattlestone`` is "Wattle & Stone Architects"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from bot.core.reading.company.cues import Language
from bot.core.reading.company.names import name_words

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017d"
TOKEN = rf"[{_UPPER}][\w'\u2019.+]*(?:-[\w'\u2019]+)*"
JOIN = r"(?:&|and|of|de|du|des|la|le|y|e|und|f\u00fcr|van|der|do|da|dos|del|et|\+|@)"
PHRASE = re.compile(rf"(?<![\w@/.])({TOKEN}(?:\s(?:{JOIN}\s){{0,2}}{TOKEN}){{0,6}})")


def content_words(phrase: str, language: Language) -> int:
    return len([word for word in name_words(phrase) if word not in language.word_set("legal_forms")])


def spelling_phrases(text: str, label: str, language: Language, people: set[str]) -> Iterator[str]:
    """Yield the phrases of *text* whose words spell *label*."""
    for match in PHRASE.finditer(text):
        tokens = match[1].split()
        for start in range(len(tokens)):
            tail = cut_phrase(tokens[start:], language)
            if (
                tail
                and spells(tail, label)
                and " ".join(tail).lower() not in people
                and " ".join(tokens).lower() not in people
            ):
                yield " ".join(_with_lead(tokens, start, language, label) + tail)
                break


def cut_phrase(tokens: Sequence[str], language: Language) -> list[str]:
    """Cut a phrase at the first word that is no part of a company's name ("Talent", "Team", a role)."""
    kept: list[str] = []
    noise = language.word_set("company_noise")
    for number, token in enumerate(tokens):
        low = token.lower().strip(".,'\u2019")
        if number and (
            low
            in noise
            - {"of", "from", "services", "service", "support", "people", "careers", "jobs", "the", "at", "operations"}
            or low in language.weekdays
            or low in language.months
        ):
            break
        if (
            number
            and low in {"people", "careers", "jobs", "operations", "support"}
            and (number + 1 == len(tokens) or tokens[number + 1].lower() in noise)
        ):
            break
        kept.append(token)
    while kept and kept[-1].lower() in {"&", "and", "of", "the", "for", "de", "la", "e", "y", "at", "@"}:
        kept.pop()
    return kept[:6]


def _with_lead(tokens: Sequence[str], start: int, language: Language, label: str) -> list[str]:
    """Keep words before the spelled part ("Conservas" of "Conservas R\u00edas Altas"), unless they are of another matter."""
    lead = list(tokens[:start])
    bad = (
        language.word_set("not_names")
        | language.word_set("company_noise")
        | language.word_set("role_heads")
        | set(language.weekdays)
        | set(language.months)
    )
    if not lead or any(word.lower().strip(".,") in bad for word in lead) or len(lead) > 2 or len(lead[0]) < 3:
        return []
    del label
    return (
        lead
        if lead[0].lower()
        in {
            "university",
            "stiftung",
            "grupo",
            "conservas",
            "bodegas",
            "college",
            "school",
            "bank",
            "institute",
            "banque",
            "museum",
            "city",
            "town",
            "borough",
            "ministry",
            "house",
        }
        else []
    )


def plain_letters(text: str) -> str:
    """Return *text* in small letters a to z and digits only."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return re.sub(r"[^a-z0-9]", "", decomposed)


def _umlauts(text: str) -> str:
    for sign, spelled in (("\u00e4", "ae"), ("\u00f6", "oe"), ("\u00fc", "ue"), ("\u00df", "ss")):
        text = text.replace(sign, spelled).replace(sign.upper(), spelled)
    return text


def spells(tokens: Sequence[str], label: str) -> bool:
    """Return whether *label* is made of the beginnings of *tokens* in their order, or its hyphened parts of them in any order."""
    for version in (
        tokens,
        [_umlauts(token) for token in tokens],
        ["and" if word == "&" else word for word in tokens],
    ):
        words = [
            plain_letters(token.removesuffix("'s").removesuffix("\u2019s") if number + 1 == len(tokens) else token)
            for number, token in enumerate(version)
        ]
        words = [word for word in words if word]
        if not words:
            continue
        parts = [plain_letters(part) for part in label.split("-") if part]
        if (
            len(parts) > 1
            and all(len(part) > 2 and any(word.startswith(part) for word in words) for part in parts)
            and any(word.startswith(p) for p in parts for word in words[:1])
        ):
            return True
        if _consumes(words, plain_letters(label)):
            return True
    return False


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
        if shared >= 3 or shared == len(word):
            position += shared
            whole += shared
        if position == len(label):
            return whole >= 3
    return False
