"""How a letter sounds: advice on thanks, specifics, interest, length, tone and doubled words (E3, E5, E8, E9, E14, E24). Never blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from bot.core.draft.plaintext import words_of
from bot.core.draft.types import Finding

SHORTEST, LONGEST = 60, 180
_ENGLISH = frozenset({"the", "and", "you", "for", "to", "of", "i", "with"})
_THANKS = re.compile(r"\b(?:thank|thanks|grateful|gratitude|appreciate|appreciated)\b", re.IGNORECASE)
_INTEREST = re.compile(
    r"\b(?:interest\w*|enthusias\w+|excit\w+|eager\w*|keen\w*|glad to (?:join|take)|love to|look forward to (?:joining|working)|appeals?"
    r"|see myself|motivat\w+|would welcome|very much like)\b",
    re.IGNORECASE,
)
_TOO_MUCH: tuple[tuple[str, str], ...] = (
    (
        r"(?:just )?(?:checking|check) in\b|touch(?:ing)? base|circl(?:e|ing) back|just following up",
        "say plainly what you would like to know",
    ),
    (
        r"desperate(?:ly)?|\bbeg(?:ging)?\b|please,? please|really need (?:this|the|a) (?:job|role|position)",
        "let interest speak, not need",
    ),
    (
        r"\basap\b|as soon as (?:you can|possible)|urgent(?:ly)?|right away|at your earliest convenience",
        "leave the time to them",
    ),
    (
        r"other offers?|another offer|competing offer|unless I hear|if I (?:do not|don['’]t) hear|need (?:an|your) (?:answer|decision)"
        r"|must (?:know|decide)|final (?:reminder|notice)|last chance|you (?:promised|must|have to)",
        "say it without an ultimatum",
    ),
    (
        r"(?:have not|haven['’]t|never) heard (?:back|from you|anything)|still waiting|disappoint\w*|frustrat\w*"
        r"|ignor(?:ed|ing)|no (?:reply|response) from you",
        "ask without reproach",
    ),
    (
        r"(?:sorry|hate) to (?:bother|bug|trouble|disturb)|hope I(?: a|['’])m not (?:bothering|annoying)",
        "no need to apologise for a polite note",
    ),
)
_PRESSURE = tuple((re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE), proposal) for pattern, proposal in _TOO_MUCH)
_ABOUT = re.compile(
    r"\b(?:about|through|discuss(?:ed|ing)?|mention(?:ed|ing)?|describ\w+|explain\w*|regarding|question|point|idea|story|example|remark|advice"
    r"|insights?|thoughts|plans?|the part|stayed with me|struck me|especially|particularly|fascinat\w+|on how|in how)\b",
    re.IGNORECASE,
)
_GENERAL = frozenset(
    words_of(
        "about above after again also and any anything appreciated are become been before being both clear clearer"
        " could day details discuss each everything felt first for forward from further gave good great have hear"
        " heard hearing help helpful hope how idea interest interview into involves involve job kind know like look"
        " looking made make many matter matters meet meeting more most much myself need needs next opportunity our"
        " part people please position possible questions really role see sense since some something speak spoke steps"
        " still such sure talk talked talking team thank thanks that the their them then there these they thing things"
        " think this time today told tomorrow very video call was well were what when where which while who will wish"
        " with within work working would yesterday you your conversation chance enjoyed monday tuesday wednesday"
        " thursday friday saturday sunday january february march april may june july august september october november"
        " december company joining join week hiring process office phone directly taking remain happy answer should"
        " even enthusiastic excited"
    )
)
_DOUBLED = re.compile(r"\b(\w+)[ \n]+\1\b", re.IGNORECASE)
_MAY_DOUBLE = frozenset({"that", "had", "very", "so", "bye", "ha"})
_SENTENCE = re.compile(r"[^.!?]+[.!?]?")


def advise(body: str, *, thanks: bool, interest: bool, names: Iterable[str], lang: str) -> Iterator[Finding]:
    """Yield advice on *body*. *thanks*: it is a thank-you; *interest*: it should show some; *names*: role, company and people, which are no
    specifics of the talk.

    Words are judged only where the text is English; length and doubled words always.
    """
    yield from _length(body)
    yield from _doubled(body, names)
    if body.count("!"):
        yield _advice("E14", "!", "full stops sound calmer than exclamation marks")
    if not (lang.startswith("en") or _is_english(body)) or not _is_english(body):
        return
    yield from _pressure(body)
    text = letter_text(body)
    checks: tuple[tuple[str, Callable[[], bool], str], ...] = (
        ("E5", lambda: not thanks or bool(_THANKS.search(_first_sentence(text))), "begin with your thanks"),
        ("E3", lambda: not thanks or _is_specific(text, names), "mention one thing that you talked about"),
        ("E24", lambda: not interest or bool(_INTEREST.search(text)), "say that you are interested"),
    )
    yield from (_advice(rule, _first_words(text), proposal) for rule, fine, proposal in checks if not fine())


def letter_text(body: str) -> str:
    """Return *body* without its salutation line."""
    first, _, rest = body.strip().partition("\n")
    return rest.strip() if len(first.split()) <= 6 and rest.strip() else body.strip()


def _is_english(text: str) -> bool:
    words = words_of(text[:4000])
    return sum(word in _ENGLISH for word in words) * 12 >= len(words)


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


def _pressure(body: str) -> Iterator[Finding]:
    for pattern, proposal in _PRESSURE:
        for match in pattern.finditer(body):
            yield _advice("E14", match.group(), proposal)


def _first_sentence(text: str) -> str:
    match = _SENTENCE.search(text)
    return match.group() if match else ""


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")


def _is_specific(text: str, names: Iterable[str]) -> bool:
    """Whether some sentence says what the talk was about in words that are neither the case's own names nor every letter's words."""
    known = {word for name in names for word in words_of(name)} | _GENERAL
    following = (text[match.end() : match.end() + 90].partition("\n")[0] for match in _ABOUT.finditer(text))
    return any(
        any(len(word) > 3 and word not in known for word in words_of(re.split(r"[.!?;]", part)[0])[:10])
        for part in following
    )


def _advice(rule: str, words: str, proposal: str) -> Finding:
    return Finding(rule=rule, blocks=False, words=words, proposal=proposal)
