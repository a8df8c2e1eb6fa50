"""Whether a letter speaks of the right employer (E8): the one of the record, rightly spelled, and no other."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from bot.core.draft.plaintext import fold, words_of

_NAME = r"(?:the )?(?P<name>[A-Z][\w&'’-]*(?:\.\w+)?(?: (?:&|and|of|de|[A-Z0-9][\w&'’-]*(?:\.\w+)?)){0,6})"
_APPLIED = re.compile(
    r"\b(?:(?P<earlier>my|previous|earlier|former|current|last|prior|first|old)\s(?:\w+\s)?)?"
    rf"(?:role|position|opportunity|opening|vacancy|traineeship|internship) (?:at|with) {_NAME}"
)
_JOINING = re.compile(
    r"\b(?:interest\w*|enthusias\w+|glad|love|like|excited|eager|prospect|forward|opportunity|chance|keen|hope)\b"
    rf"[^.!?\n]{{0,40}}\bjoin(?:ing)? {_NAME}"
)
_LEGAL_FORMS = frozenset(
    words_of("inc llc ltd gmbh ag sa srl bv plc corp corporation company co limited kg se sas spa the group")
)
_ALIKE = 0.82


def other_employers(text: str, company: str, others: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Return which of *others* stand in *text*; names that belong to the case (*known*: people, role, company) are not looked at."""
    rest = text
    for name in sorted({company, *known}, key=len, reverse=True):
        if name.strip():
            rest = re.sub(rf"(?<!\w){_pattern(name)}(?!\w)", " · ", rest, flags=re.IGNORECASE)
    return tuple(dict.fromkeys(name for name in others if _stands(name, company, rest)))


def _pattern(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in name.split()[:12])


def _stands(name: str, company: str, text: str) -> bool:
    words = _significant(name)
    if not words or words == _significant(company) or len("".join(words)) < 3:
        return False
    plain = " ".join(word for word in name.split() if fold(word).strip(".,") not in _LEGAL_FORMS) or name
    insensitive = re.IGNORECASE if len(plain.split()) > 1 else re.NOFLAG
    return re.search(rf"(?<![\w@.]){_pattern(plain)}(?![\w@])", text, insensitive) is not None


def _significant(name: str) -> list[str]:
    return [word for word in words_of(name) if word not in _LEGAL_FORMS]


def misspelled_company(text: str, company: str) -> tuple[str, ...]:
    """Return what in *text* looks like *company* but is written otherwise ("Brightwatter Analytics")."""
    wanted, size = "".join(_significant(company)), len(_significant(company))
    if len(wanted) < 5:
        return ()
    rest = re.sub(rf"(?<!\w){_pattern(company)}(?!\w)", " · ", text)  # with the word behind it, it may look like itself
    words = re.findall(r"[\w&]+|·", re.sub(r"['’]s\b", "", rest))
    found = (" ".join(words[at : at + size]) for at in range(len(words) - size + 1) if words[at][:1].isupper())
    return tuple(dict.fromkeys(name for name in found if _nearly(name, wanted)))


def _nearly(name: str, wanted: str) -> bool:
    written = "".join(words_of(name))
    if written == wanted or abs(len(written) - len(wanted)) > 2:
        return False
    if written.rstrip("s") == wanted.rstrip("s") or re.sub(r"\d", "", written) != written:
        return False
    return difflib.SequenceMatcher(None, written, wanted, autojunk=False).ratio() >= _ALIKE


def differing_company(text: str, company: str, allowed: Iterable[str]) -> tuple[str, ...]:
    """Return the employers that *text* applies to ("the role at …", "interest in joining …") and that share no word with *company*.

    *allowed*: names that may stand there as well, such as people and the reader's mail domain.
    """
    fitting = {word for name in (company, *allowed) for word in words_of(name)}
    initials = "".join(word[0] for word in words_of(company))
    matches = (match for pattern in (_APPLIED, _JOINING) for match in pattern.finditer(text))
    named = (match["name"] for match in matches if not match.groupdict().get("earlier"))
    return tuple(dict.fromkeys(name for name in _trimmed(named) if _foreign(name, fitting, initials)))


def _trimmed(names: Iterable[str]) -> Iterator[str]:
    return (re.sub(r"(?: (?:and|of|de|&))+$", "", re.sub(r"['’]s$", "", name.rstrip(".,'’"))) for name in names)


def _foreign(name: str, fitting: set[str], initials: str) -> bool:
    words = _significant(name)
    joined = "".join(words)
    return (
        bool(words)
        and not (set(words) & fitting)
        and joined != initials
        and not any(len(word) > 3 and word in joined for word in fitting)
    )
