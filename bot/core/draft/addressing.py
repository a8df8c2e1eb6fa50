"""How a letter addresses its reader (E2): by the title that their own mail uses, else by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.core.draft.phrases import is_staff, join_names, plain_name
from bot.core.draft.plaintext import clean_line, words_of
from bot.core.draft.wording import Wording

_PARTICLES = frozenset(words_of("van von der den de del della di da dos das do la le ten ter zu zum af bin al el"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """``name``: "Priya", "Dr. Raman" or "Hiring Team". ``line``: the whole salutation ("Dear Priya,")."""

    name: str
    line: str


@dataclass(frozen=True, slots=True)
class _Called:
    honorific: str = ""
    degrees: str = ""
    surname: str = ""


def greet(
    name: str, company: str, called: Sequence[str], wording: Wording, *, formal: bool, familiar: bool
) -> Greeting:
    """Return how a letter greets *name*. *called*: how their mails call people ("Ms Raman", "Frau Dr. Weber").

    *familiar*: they say "du", "tu", "je" to the owner, so he does. An initial is no first name, and a formal letter takes the full name. A
    desk is greeted as such.
    """
    if is_staff(name, company):
        return Greeting(name=wording.desk, line=wording.salutations["team_familiar" if familiar else "team"])
    plain = _bare(plain_name(name), wording)
    words = plain.split() or [plain_name(name)]
    first = words[0][:1].upper() + words[0][1:]
    title = _title(plain_name(name), called, wording)
    if familiar and len(words) > 1:
        return _filled(wording, "familiar", first, plain, first, title)
    if title.honorific or title.degrees:
        kind = "titled" if not title.honorific else "woman" if title.honorific in wording.women else "man"
        shown = " ".join(filter(None, (title.honorific, title.degrees, title.surname)))
        return _filled(wording, kind, shown, plain, first, title)
    if formal or len(first.strip(".")) == 1:
        return _filled(wording, "formal", plain, plain, first, title)
    return _filled(wording, "familiar" if familiar else "warm", first, plain, first, title)


def greet_together(
    names: Sequence[str], company: str, called: Sequence[str], wording: Wording, *, formal: bool, familiar: bool
) -> Greeting:
    """Return how one text greets several people: as `greet` calls each of them."""
    each = [greet(name, company, called, wording, formal=formal, familiar=familiar) for name in names]
    if len(each) == 1:
        return each[0]
    form = wording.salutations["several_familiar" if familiar else "several"]
    shown = join_names([_within(form, one) for one in each], wording)
    return Greeting(name=shown, line=form.format(names=shown))


def _within(form: str, greeting: Greeting) -> str:
    """Return how somebody is called in a salutation of several: as in his own ("Madame Dupont"), where that begins alike."""
    before, _, after = form.partition("{names}")
    line = greeting.line
    return line.removeprefix(before).removesuffix(after) if line.startswith(before) else greeting.name


def _filled(wording: Wording, kind: str, shown: str, name: str, first: str, called: _Called) -> Greeting:
    line = wording.salutations[kind].format(
        name=name, first=first, surname=called.surname, title=called.degrees, honorific=called.honorific
    )
    return Greeting(name=shown, line=" ".join(line.split()))


def _bare(name: str, wording: Wording) -> str:
    """Return *name* without the titles in front of it."""
    titles = {title.casefold() for title in (*wording.women, *wording.men, *wording.degrees)}
    words = name.split()
    while len(words) > 1 and words[0].casefold() in titles:
        words = words[1:]
    return " ".join(words)


def _title(name: str, called: Sequence[str], wording: Wording) -> _Called:
    """Return the title in the record's own name, else the one their mail puts before it, unless it uses two that do not agree."""
    given = _bare(name, wording).split()[:1]
    own = _parted(name, given, wording)
    if own.honorific or own.degrees:
        return own
    known = set(words_of(name))
    found = [part for text in called[:50] if set(words_of((part := _parted(text, given, wording)).surname)) <= known]
    kinds = {one.honorific in wording.women for one in found if one.honorific}
    return (
        max(found, key=lambda one: len(one.honorific + one.degrees), default=_Called()) if len(kinds) < 2 else _Called()
    )


def _parted(text: str, given: Sequence[str], wording: Wording) -> _Called:
    """Part "Frau Dr. Jana Weber" into what comes before the name, and the surname; *given*: the first name."""
    words = clean_line(text, 200).split()
    titles = list(_leading(words, wording))
    honorific = next((title for title in titles if title in (*wording.women, *wording.men)), "")
    degrees = " ".join(title for title in titles if title in wording.degrees)
    rest = words[len(titles) :]
    return _Called(honorific, degrees, _surname(rest, given, wording)) if rest else _Called()


def _leading(words: Sequence[str], wording: Wording) -> Iterator[str]:
    every = (*wording.women, *wording.men, *wording.degrees)
    known = {title.casefold(): title for title in reversed(every)}  # of two writings the first is ours
    for word in words:
        if word.casefold() not in known:
            return
        yield known[word.casefold()]


def _surname(words: Sequence[str], given: Sequence[str], wording: Wording) -> str:
    """Return the surname as the language has it ("García López"), else the last name with its small words ("van den Berg")."""
    behind = " ".join(words[1:] if len(words) > 1 and words[:1] == given else words)
    if match := wording.surname.search(behind):
        return match.group()
    start = len(words) - 1
    while start > 0 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    return " ".join(words[start:])
