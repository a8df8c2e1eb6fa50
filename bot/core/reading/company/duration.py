"""How long the talk is said to take."""

from __future__ import annotations

import re

from bot.core.reading.company.page import Page, Sentence

_UNIT = re.compile(
    r"(?<![\w:.])(?P<lead>about |around |approx\w*\.? |roughly |some |~ ?)?"
    r"(?:(?P<half>half(?: an| a)?[ -]hour)|(?P<an>an|one|a full|1|(?<=than )the|(?<=take )the|(?<=lasts )the) hour(?! each"
    r"| later| ahead| earlier"
    r"| before| away| drive)(?P<more> and a half| and a quarter| and (?:\d{1,2}|\w+) minutes)?"
    r"|(?P<number>\d{1,3}(?:[.,]\d{1,2})?|[a-z]+(?:-[a-z]+)?)(?P<dash>\s?(?:-|\u2013|to)\s?(?:\d{1,3}|[a-z]+))?[ -]?(?P<unit>minutes?"
    r"|mins?|min\.|hours?|hrs?|h)(?P<half2> and a half)?)(?!\w)",
)
_NOT_LENGTH = re.compile(
    r"^\s?(?:early|earlier|before|prior|in advance|ahead|late|later|away|walk|drive|from|each way|break"
    r"|notice|ago|of questions|for (?:your )?questions|of delay|after)",
)
_NOT_BEFORE = re.compile(r"(?:every|within|in|than|after|over|leave|the first|the last|than over|arrive|join|for)\s$")
_AT_MOST = ("no more than ", "no longer than ", "not take more than ", "not take longer than ", "not last more than ")
_STRONG = re.compile(
    r"\b(?:interview|call|chat|conversation|meeting|allow|plan on|expect|takes?|take|lasts?|last|runs?"
    r"|set aside|give it|go on for|duration|talk|long|session|would like|free for|minute|video|screen|windows?"
    r"|need)\b"
)


def find_duration(page: Page) -> int | None:
    """Return the stated length of the talk in minutes, or None where none or several are stated."""
    labelled = [
        minutes for sentence in page.sentences if sentence.label == "duration" for minutes in _lengths(page, sentence)
    ]
    if labelled:
        return labelled[0]
    topic = Sentence(text=page.subject, plain=page.language.plain(page.subject))
    found = [(minutes, sentence) for sentence in (*page.sentences, topic) for minutes in _lengths(page, sentence)]
    chosen = _one(found)
    if chosen is None and not found:
        chosen = _one([(minutes, sentence) for sentence in page.quoted for minutes in _lengths(page, sentence)])
    return chosen


def _one(found: list[tuple[int, Sentence]]) -> int | None:
    distinct = {minutes for minutes, _ in found}
    if len(distinct) == 1:
        return distinct.pop()
    strong = {minutes for minutes, sentence in found if _STRONG.search(sentence.plain)}
    return strong.pop() if len(strong) == 1 else None


def _lengths(page: Page, sentence: Sentence) -> list[int]:
    found = []
    for match in _UNIT.finditer(sentence.plain):
        after, before = sentence.plain[match.end() :], sentence.plain[: match.start()]
        if (
            match["dash"]
            or _NOT_LENGTH.match(after)
            or (_NOT_BEFORE.search(before) and not before.endswith(("go on for ", "free for ", "for ", *_AT_MOST)))
        ):
            continue
        minutes = _minutes(match, page)
        if minutes and 10 <= minutes <= 600:
            found.append(minutes)
    return found


def _minutes(match: re.Match[str], page: Page) -> int | None:
    if match["half"]:
        return 30
    if match["an"]:
        more = match["more"] or ""
        return 60 + (
            30
            if "half" in more
            else 15
            if "quarter" in more
            else round(_spelled(more.split()[1], page) or 0)
            if more
            else 0
        )
    number = _spelled(match["number"], page)
    if number is None:
        return None
    hours = match["unit"].startswith("h")
    return round(number * 60) + (30 if match["half2"] else 0) if hours else round(number)


def _spelled(text: str, page: Page) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return page.language.numbers.get(text)
