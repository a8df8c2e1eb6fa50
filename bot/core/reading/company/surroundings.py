"""What the words around a moment make of it: a time given up, a deadline, something beside the talk."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.core.reading.company.clauses import names_the_talk
from bot.core.reading.company.cues import Language
from bot.core.reading.company.hours import ClockMention
from bot.core.reading.company.lexicon import CONDITION, NEGATION
from bot.core.reading.company.scanning import Scanned, without_days
from bot.core.reading.company.wording import finds, flatten, has_sign, read_before

_EQUALS = re.compile(r"[=(/\u2248~]\s?(?:[^\W\d_]{1,4}\s){0,2}$")
_NEXT_CLAUSE = re.compile(r";|\.\s(?=[A-Z\u00c0-\u00de][a-z\u00df-\u00ff])")  # "at 16 hs. Later we ..."
_CAPITAL = re.compile(r"\s[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]")
_STOP = re.compile(r"\.\s[^\W\d_]+(?:'[^\W\d_]+)?\s[^\W\d_]{2,}")
_CLAUSE_END = re.compile(r"[;:(]|\s-\s")
_BRACKET = re.compile(r"\([^()]{0,80}\)?")
_DASH = re.compile(r"\s[-\u2013\u2014]\s")
_ASIDE = re.compile(r"[(\[,;]|\s[-\u2013\u2014]\s")
_SHORT_REMARK = 3
_NOT_OF_THE_TIME = frozenset({"location", "link", "contact", "role", "company"})


def is_denied(language: Language, between: str) -> bool:
    """Return whether the words *between* a date and its time of day say that it is not that time ("on Friday not at 10 but at 11")."""
    return bool(between and language.pattern("not_at").search(read_before(language, between)))


def is_told_as_old(language: Language, between: str) -> bool:
    """Return whether the words *between* a date and a time open an aside that tells the time as the old one ("moved to Friday, an hour
    later (it was 9:30)")."""
    aside = _ASIDE.split(between)
    return len(aside) > 1 and bool(language.pattern("old_before").search(read_before(language, aside[-1])))


def is_old(line: Scanned, language: Language, start: int, before: str, end: int = 0) -> bool:
    """Return whether the words *before* a moment at *start* say that it holds no longer ("instead of Monday", "moved from 3 to 4").
    *end*: where the moment ends; behind a time given up, it is moved only where another follows ("instead of 2 it is at 3")."""
    plain = _DASH.split(read_before(language, before))[-1]
    if language.pattern("old_before").search(plain):
        return not _goes_back(language, plain)
    if language.pattern("moved_to").fullmatch(plain.rpartition(" ")[2]):
        return False
    away = language.pattern("moved_from_before").search(plain)
    second = any(clock.end <= start for clock in line.clocks)
    return bool(
        away
        and "take_place" not in language.line(away[0]).senses  # "for the post of analyst it will be on"
        and any(other > start for other in _starts(line) if other >= end or not second)
        and finds(language, "moved", line.sentence.text)
        and finds(language, "moved_to", line.sentence.text[start:])
        and not _gives_up_another(line, language, start)
    )


def _goes_back(language: Language, plain: str) -> bool:
    """Return whether a statement goes back to what was agreed before ("back to the original plan: Wednesday at 4")."""
    return bool(finds(language, "back_to_old", plain)) and NEGATION not in language.line(plain).senses


def _gives_up_another(line: Scanned, language: Language, start: int) -> bool:
    """Return whether an hour behind *start* is the one that holds no longer ("the talk of 25 March begins at 9.30 instead of 10")."""
    text = line.sentence.text
    given_up = language.pattern("old_before")
    return any(
        given_up.search(read_before(language, text[left.end : right.start]))
        for left, right in pairwise([clock for clock in line.clocks if clock.start > start])
    )


def is_called_off(line: Scanned, language: Language, end: int) -> bool:
    """Return whether the words behind a moment say that it is off ("Tuesday at 2 is off", "Montag 10 Uhr muss leider entfallen")."""
    later = [start for start in _starts(line) if start >= end]
    after = line.sentence.text[end : min([*later, end + 60])]
    clause = re.split(r"[;!?]|\.\s", after)[0]
    match = finds(language, "old_after", clause)
    return bool(match) and len(clause[: match.start() if match else 0].split()) <= 5


def is_moved_away(line: Scanned, language: Language, first: int, clock: ClockMention, end: int) -> bool:
    """Return whether the clause ends in a verb of moving and names no time to move to ("unser Gespräch morgen um 9 müssen wir leider
    verschieben", "ons gesprek van morgen 9 uur moeten we uitstellen")."""
    text = line.sentence.text
    clause = re.split(r"[,;:!?]|\.(?:\s|$)", text[end:])[0]
    if any(end <= start < end + len(clause) for start in _starts(line)):
        return False
    if not language.pattern("moved_at_end").search(flatten(language, clause).rstrip()):
        return False
    aimed = language.pattern("moved_to_before")
    return not any(aimed.search(read_before(language, text[:place])) for place in (first, clock.start))


def is_arranged(line: Scanned, language: Language, end: int) -> bool:
    """Return whether the moment is what was arranged, in a sentence that moves it or calls it off: where a language puts both before the
    noun ("das für Montag, 10 Uhr, vereinbarte Gespräch müssen wir verlegen", "het voor maandag 10 uur geplande gesprek")."""
    after = flatten(language, line.sentence.text[end:]).lstrip(" ,.)")
    if not language.pattern("arranged_after").match(after):
        return False
    return bool(finds(language, "moved", after) or finds(language, "old_after", after))


def becomes_another(line: Scanned, language: Language, clock: ClockMention) -> bool:
    """Return whether an hour turns into the one behind it ("9 becomes 10, on Tuesday")."""
    following = next((other for other in line.clocks if other.start >= clock.end), None)
    gap = flatten(language, line.sentence.text[clock.end : following.start]).strip(" ,:(") if following else ""
    return bool(gap) and language.pattern("becomes_gap").fullmatch(" ".join(gap.split())) is not None


def is_left_behind(line: Scanned, language: Language, clock: ClockMention) -> bool:
    """Return whether an hour is the old one behind the new ("your talk moves to 9 from 11")."""
    text = line.sentence.text
    earlier = next((other for other in reversed(line.clocks) if other.end <= clock.start), None)
    if earlier is None or not finds(language, "moved", text):
        return False
    lead = flatten(language, text[earlier.end : clock.start]).strip(" ,(")
    aimed = read_before(language, text[: earlier.start]).rpartition(" ")[2]
    from_old = language.pattern("moved_from_before").fullmatch(lead)
    return from_old is not None and language.pattern("moved_to").fullmatch(aimed) is not None


def is_moved_from(line: Scanned, language: Language, end: int) -> bool:
    """ "I've pushed our 2:30 to 4pm", "Der Termin am 3. Juni um 10 Uhr wird auf den 5. Juni verlegt": the first of the two is the old."""
    text = line.sentence.text
    gaps = [flatten(language, text[end:start]).strip(" ,:(") for start in _starts(line) if start > end]
    if any(language.pattern("becomes_gap").fullmatch(" ".join(gap.split())) for gap in gaps):
        return True
    if not finds(language, "moved", text):
        return False
    other = [language.pattern(name) for name in ("old_before", "clock_yours_before", "clock_ours_before")]
    return any(
        language.pattern("moved_gap").fullmatch(" ".join(gap.split())) and not any(one.search(gap) for one in other)
        for gap in gaps
    )


def is_deadline(line: Scanned, language: Language, before: str, start: int) -> bool:
    """Return whether a moment is only by when something is to be done. *start*: where its time of day stands."""
    if line.sentence.label == "deadline":
        return True
    if finds(language, "farewell_until", line.sentence.text):
        return False  # "dann bis zum 15., 19 Uhr"
    ends_so = language.pattern("deadline_before")
    not_so = language.pattern("no_deadline_before")
    texts = (read_before(language, text) for text in (before, line.sentence.text[:start][-40:]))
    return any(ends_so.search(plain) and not not_so.search(plain) for plain in texts)


def is_side(line: Scanned, language: Language, first: int, clock: ClockMention, before: str, after: str) -> bool:
    """Return whether a moment is of something beside the talk: lunch, arrival, a test, somebody's holiday."""
    if line.sentence.label in _NOT_OF_THE_TIME and not clock.sure:
        return True
    if clock.same_time:
        return False
    clause = _own_part(line, first, _CLAUSE_END.split(before.removesuffix("("))[-1])
    clause = _behind_reason(language, clause, line.sentence.text[:first])
    if _STOP.match(after) and line.sentence.text[clock.end - 1 : clock.end].isalnum():
        after = ""  # "half five. i'll ring you": so do people write who use no capitals
    if line.sentence.text[clock.end - 1 : clock.end] == "." and _CAPITAL.match(after):
        after = ""  # "at 16 hs. Later we ...": the next sentence
    after = _BRACKET.sub(lambda m: m[0] if len(m[0].split()) <= _SHORT_REMARK else " ", after)
    behind = _up_to_reason(
        _up_to_next_step(_up_to_next(line, clock, _NEXT_CLAUSE.split(after)[0][:40]), language), language
    )
    if language.pattern("before_opening").search(flatten(language, behind)):
        behind = ""  # "at 8.15, before we open"
    goes_on = language.pattern("and_afterwards").match(flatten(language, behind.lstrip(" ,)")))
    own = _own_clause(clause, language)[-45:]
    window = f"{own} {without_days(line, first, clock.end)} {'' if goes_on else behind}"
    if language.pattern("own_time_before").search(read_before(language, line.sentence.text[: clock.start][-40:])):
        return _is_to_come(line, language, clock)
    return has_sign(language, "side", window) or _is_to_come(line, language, clock)


def _up_to_next(line: Scanned, clock: ClockMention, behind: str) -> str:
    """Return the words *behind* a time up to the comma behind which another time stands: what is said there is said of that one."""
    starts = [other.start - clock.end for other in line.clocks if other.start >= clock.end]
    if not starts or min(starts) >= len(behind):
        return behind
    own, comma, _ = behind[: min(starts)].rpartition(",")
    return own if comma else behind


def _up_to_next_step(behind: str, language: Language) -> str:
    """Return the words up to a comma before "then", or before how much earlier one is to be there: that is another matter."""
    for comma in re.finditer(r",\s", behind):
        rest = behind[comma.end() :]
        if language.pattern("and_afterwards").match(flatten(language, rest)) or finds(language, "earlier_word", rest):
            return behind[: comma.start()]
    return behind


def _up_to_reason(behind: str, language: Language) -> str:
    """Return the words up to the reason that is given for them ("on Tuesday at 9 because of the holiday")."""
    flat = flatten(language, behind)
    reason = language.pattern("reason_behind").search(flat)
    return behind[: reason.start()] if reason and len(flat) == len(behind) else behind


def _behind_reason(language: Language, clause: str, text: str) -> str:
    """Return *clause*, the end of *text*, without what is only the reason for it ("Monday is a holiday, so we meet on", "as Monday is a
    holiday, we meet on")."""
    ends = [match.end() for match in language.pattern("reason_before").finditer(flatten(language, clause))]
    if ends and len(flatten(language, clause)) == len(clause):
        return clause[ends[-1] :]
    given = language.pattern("reason_first").search(read_before(language, text))
    return clause[-len(given["main"]) :] if given and 0 < len(given["main"]) < len(clause) else clause


def _own_clause(clause: str, language: Language) -> str:
    """Return what stands behind the last comma of *clause*, where that names the talk ("with the 25th a holiday, the talk will be"), unless
    the words before are a condition."""
    head, comma, own = clause.rpartition(",")
    named = bool(comma) and names_the_talk(language, own)
    return own if named and CONDITION not in language.line(language.plain(head)).senses else clause


def _own_part(line: Scanned, first: int, clause: str) -> str:
    """Return the end of the words before a moment at *first* that is of it: up to a comma they are of the time before ("at 9 I am not
    in, the interview is at 10")."""
    follows = any(other.end <= first for other in line.clocks)
    return clause.partition(",")[2] if follows and clause.strip(" ,").find(",") >= 0 else clause


def _is_to_come(line: Scanned, language: Language, clock: ClockMention) -> bool:
    """Return whether a time is only when to come for the one behind it ("9.45 for 10")."""
    following = next((other for other in line.clocks if other.start >= clock.end), None)
    gap = flatten(language, line.sentence.text[clock.end : following.start]) if following else ""
    return bool(gap) and language.pattern("come_for").fullmatch(gap.strip()) is not None


def is_same_elsewhere(line: Scanned, language: Language, clock: ClockMention) -> bool:
    """Return whether the time only says what the clock shows somewhere else then ("so that's 2pm for him")."""
    text = line.sentence.text
    before = text[max(0, clock.start - 30) : clock.start]
    after = text[clock.end : clock.end + 40].lstrip(" (")
    if finds(language, "for_you_before", read_before(language, before)):
        return any(other.end <= clock.start for other in line.clocks)
    introduced = _EQUALS.search(before) or language.pattern("other_clock_before").search(read_before(language, before))
    if not introduced:
        return False
    place = language.pattern("in_place").match(flatten(language, after))
    named = place is not None and after[place.end() :].lstrip()[:1].isupper()
    return named or bool(language.pattern("other_clock_after").match(flatten(language, after)))


def _starts(line: Scanned) -> list[int]:
    return [*(mention.start for mention in line.dates), *(clock.start for clock in line.clocks)]
