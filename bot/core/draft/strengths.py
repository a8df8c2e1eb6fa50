"""Which of the owner's qualifications a mail restates, and in which words (E4, E6, E25). Only what profile.toml says, never more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.draft.phrases import join_names
from bot.core.draft.plaintext import clean_line, words_of
from bot.core.draft.types import Qualification
from bot.core.draft.wording import Wording

_ENGLISH = "en"

_DEEDS = frozenset(
    words_of(
        "led built ran cut grew wrote won brought made took taught oversaw drove held kept gave found began rose sold"
        " rebuilt rewrote sped dealt met created launched founded designed developed introduced improved increased"
        " reduced saved organised organized coordinated delivered migrated negotiated supervised mentored coached"
        " trained hired raised doubled tripled halved replaced moved opened established started helped worked"
        " published presented won achieved shipped initiated spearheaded"
    )
)
_DETERMINERS = frozenset(
    words_of(
        "a an the our my their its two three four five six seven eight nine ten twelve fifteen twenty over more all"
        " several many both"
    )
)
_ADJECTIVES = frozenset(
    words_of(
        "fluent experienced skilled proficient certified comfortable good trained familiar used expert known strong"
        " qualified licensed chartered accredited versed practised practiced adept"
    )
)
_QUALITY = re.compile(
    r"^(?:an?|the|my|over|more than|deep|strong|solid|sound|broad|good|excellent|extensive|long|wide|thorough|\d+|\w+ (?:years?|decades?)) "
    r"|\b(?:years?|decades?|experience|knowledge|background|track record|habit|skills?|command|understanding|ability|expertise|familiarity"
    r"|patience|care|curiosity|discipline|attention|passion|grounding|eye|sense|instinct|commitment|degree|certificate|qualification)\b",
    re.IGNORECASE,
)
_PREPOSITIONS = frozenset({"in", "at", "with", "as", "to", "for", "by", "on"})
_SENTENCE_START = re.compile(r"(?:I|My)\b|(?:As|At|In|Since|For|Over|When|Having)\b(?=.*\b(?:I|me|my)\b)")
_COMMON = re.compile(
    r"(?:ment|tion|sion|ity|ness|ance|ence|ics|ship|ive|ed|ous|ful|ing|able|years?|ent|ong|eep|lid|ery)$"
    r"|^(?:a|an|the|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|over|more|many|several|both|hands-on|first-hand)$"
    r"|^(?:project|product|data|customer|stakeholder|people|team|software|web|machine|quality|supply|risk|account|business|technical|event"
    r"|process|time|change|crisis|cost|sales|content|brand|digital|social|human|public|patient|student|user|market|front-end|back-end)$"
)


def choose(
    pool: Sequence[Qualification], role: str, words: Sequence[str], *, place: int, count: int
) -> tuple[str, ...]:
    """Return at most *count* texts of *pool* that fit, best first; every *place* in a panel begins at another of them.

    A keyword in the *role* weighs double one in the other *words* of the case. What has no keywords fits everywhere, after the rest. Where
    the role is unknown and nothing matches, the first of the profile is taken: the owner put it first.
    """
    ranked = sorted(pool, key=lambda one: -_fit(one, role, words))
    fitting = [one.text for one in ranked if _fit(one, role, words) > 0] or (
        [] if role else [one.text for one in pool[:1]]
    )
    texts = [text for text in (clean_line(text, 400) for text in fitting) if text]
    if not texts:
        return ()
    start = place % len(texts)
    return tuple([*texts[start:], *texts[:start]][:count])


def _fit(one: Qualification, role: str, words: Sequence[str]) -> float:
    if not one.keywords:
        return 0.5
    in_role, elsewhere = _stems(role), [_stems(text) for text in words[:50]]
    return sum(
        2.0 * _holds(in_role, key) or float(any(_holds(text, key) for text in elsewhere)) for key in one.keywords
    )


def _stems(text: str) -> str:
    return (
        f" {' '.join(word[:-1] if len(word) > 3 and word.endswith('s') else word for word in words_of(text[:2000]))} "
    )


def _holds(stems: str, keyword: str) -> bool:
    wanted = _stems(keyword)
    return bool(wanted.strip()) and wanted in stems


def restate(texts: Sequence[str], wording: Wording) -> tuple[str, str]:
    """Return (what fits after "I would bring", whole sentences) for one or two qualifications."""
    if wording.lang == _ENGLISH:
        return _restate_in_english(texts)
    plain = [text.rstrip(".!; ") for text in texts]
    sentences = {text: _told(text, wording) for text in plain}
    things = [wording.things.put(text) for text in plain if not sentences[text]]
    return join_names(things, wording), " ".join(filter(None, sentences.values()))


def _restate_in_english(texts: Sequence[str]) -> tuple[str, str]:
    """English tells a deed ("led a team") from a thing ("ten years of …") by its words alone, and takes both as they are."""
    things = [phrase for text in texts if (phrase := strength_phrase(text))]
    deeds = [text for text in texts if not strength_phrase(text)]
    sentences = [fact_sentence(text, again=at > 0) for at, text in enumerate(deeds)]
    if len(things) == 2 and (" and " in " ".join(things) or len(" ".join(things).split()) > 14):
        return things[0], f"I would also bring {things[1]}."
    if sentences and not things:
        sentences[0] = _tied(sentences[0])
    return " and ".join(things), " ".join(sentences)


def _tied(sentence: str) -> str:
    """Say what a deed or a trait would be good for; a sentence of the owner's own stands as it is."""
    if sentence.startswith("In earlier work, "):
        return f"{sentence[:-1]}, and I would be glad to build on that in this position."
    if sentence.startswith("I am ") and sentence.split()[2] in _ADJECTIVES:
        return f"{sentence[:-1]}, and I would gladly put that to use in this position."
    return sentence


def strength_phrase(text: str) -> str:
    """Return *text* so that it fits after "I would bring", or ``""`` where it has to stand as a sentence of its own."""
    if fact_sentence(text):
        return ""
    plain = _lowered(text.rstrip(".!; "))
    first = plain.partition(" ")[0]
    if plain.startswith("able to "):
        return f"the ability to {plain[8:]}"
    if first.endswith("ing") and len(first) > 5:
        return f"my experience in {plain}"
    return plain if _QUALITY.search(plain) else f"my experience with {plain}"


def fact_sentence(text: str, *, again: bool = False) -> str:
    """Return *text* as a sentence where it is a deed ("Led a team of four"), a trait ("fluent in German") or one already, else ``""``.

    *again*: another deed was told just before.
    """
    plain = text.rstrip(".!; ")
    first, _, rest = plain.lower().partition(" ")
    second = rest.partition(" ")[0]
    if _SENTENCE_START.match(plain):
        return f"{plain}."
    if first in _ADJECTIVES and second in _PREPOSITIONS:
        return f"I am {'also ' if again else ''}{_lower_first(plain)}."
    opening = "I also" if again else "In earlier work, I"
    return f"{opening} {_lower_first(plain)}." if _is_deed(first, second) else ""


def example_sentence(text: str, wording: Wording, *, again: bool = False) -> str:
    """Return an accomplishment as a sentence, whatever its form; *again* as in `fact_sentence`."""
    plain = text.rstrip(".!; ")
    english = wording.lang == _ENGLISH
    sentence = fact_sentence(text, again=again) if english else _told(plain, wording)
    return sentence or wording.example.format(thing=_lowered(plain) if english else wording.things.put(plain))


def _told(text: str, wording: Wording) -> str:
    """Return what the owner is or did as a sentence, with a small letter for his first word where others come before it."""
    return capitalised(wording.sentences.find(_lower_first(text)))


def _is_deed(first: str, second: str) -> bool:
    """Whether a text that begins so tells what somebody did; "distributed systems" and "experienced analyst" do not."""
    counted = second in _DETERMINERS or second[:1].isdigit()
    return bool(second) and (first in _DEEDS or (first.endswith("ed") and counted))


def _lowered(text: str) -> str:
    """Lower the first letter where the word is a common one; a name (Python, SQL, German) keeps its capital."""
    first = text.partition(" ")[0].lower()
    return _lower_first(text) if _COMMON.search(first) and not text[:2].isupper() else text


def capitalised(sentence: str) -> str:
    """Return *sentence* with a capital, whatever the owner began it with."""
    return sentence[:1].upper() + sentence[1:]


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
