"""How a letter sounds: advice on thanks, specifics, interest, length, tone and doubled words (E3, E5, E8, E9, E14, E24). Never blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from bot.core.draft.plaintext import words_of
from bot.core.draft.types import Finding
from bot.core.draft.wording import Wording, find_language, is_written_in

SHORTEST, LONGEST = 60, 180
_DOUBLED = re.compile(r"\b(\w+)[ \n]+\1\b", re.IGNORECASE)
_MAY_DOUBLE = frozenset({"that", "had", "very", "so", "bye", "ha"})
_SENTENCE = re.compile(r"(?:[^.!?]|(?<=\d)\.)+[.!?]?")  # "am 12. März" ends none


def advise(
    body: str, *, thanks: bool, interest: bool, names: Iterable[str], wordings: Mapping[str, Wording]
) -> Iterator[Finding]:
    """Yield advice on *body*. *thanks*: it is a thank-you; *interest*: it should show some; *names*: role, company and people, which are no
    specifics of the talk.

    Words are judged in the language that the text is written in; length and doubled words always.
    """
    yield from _length(body)
    yield from _doubled(body, names)
    if body.count("!"):
        yield _advice("E14", "!", "full stops sound calmer than exclamation marks")
    wording = wordings.get(find_language(body, wordings))
    if wording is None or not is_written_in(body, wording):
        return
    yield from _pressure(body, wording)
    text = letter_text(body)
    checks: tuple[tuple[str, Callable[[], bool], str], ...] = (
        ("E5", lambda: not thanks or bool(wording.thanks.search(_first_sentence(text))), "begin with your thanks"),
        ("E3", lambda: not thanks or _is_specific(text, names, wording), "mention one thing that you talked about"),
        ("E24", lambda: not interest or bool(wording.interest.search(text)), "say that you are interested"),
    )
    yield from (_advice(rule, _first_words(text), proposal) for rule, fine, proposal in checks if not fine())


def letter_text(body: str) -> str:
    """Return *body* without its salutation line."""
    first, _, rest = body.strip().partition("\n")
    return rest.strip() if len(first.split()) <= 6 and rest.strip() else body.strip()


def _length(body: str) -> Iterator[Finding]:
    count = len(body.split())
    if not SHORTEST <= count <= LONGEST:
        proposal = "a few more words would be kind" if count < SHORTEST else "shorten it to three short paragraphs"
        yield _advice("E9", f"{count} words", f"{proposal} ({SHORTEST} to {LONGEST} words)")


def _doubled(body: str, names: Iterable[str]) -> Iterator[Finding]:
    known = " ".join(names).lower()
    for match in _DOUBLED.finditer(body):
        pair = " ".join(match.group().split())
        if match.group(1).lower() not in _MAY_DOUBLE and not match.group(1).isdigit() and pair.lower() not in known:
            yield _advice("E8", pair, f'write "{match.group(1)}" once')


def _pressure(body: str, wording: Wording) -> Iterator[Finding]:
    for pattern, proposal in wording.pressure.pairs:
        for match in pattern.finditer(body):
            yield _advice("E14", match.group(), proposal)


def _first_sentence(text: str) -> str:
    match = _SENTENCE.search(text)
    return match.group() if match else ""


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")


def _is_specific(text: str, names: Iterable[str], wording: Wording) -> bool:
    """Whether some sentence says what the talk was about in words that are neither the case's own names nor every letter's words."""
    known = {word for name in names for word in words_of(name)} | wording.general
    following = (text[match.end() : match.end() + 90].partition("\n")[0] for match in wording.about.finditer(text))
    return any(
        any(len(word) > 3 and word not in known for word in words_of(re.split(r"[.!?;]", part)[0])[:10])
        for part in following
    )


def _advice(rule: str, words: str, proposal: str) -> Finding:
    return Finding(rule=rule, blocks=False, words=words, proposal=proposal)
