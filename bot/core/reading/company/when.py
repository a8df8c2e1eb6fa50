"""Which of the moments a mail names is the talk. A wrong time is worse than none: where two stand, both are given and none is chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.core.reading.company.agreement import Agreement, read_agreement
from bot.core.reading.company.clauses import says
from bot.core.reading.company.lexicon import CONTRAST
from bot.core.reading.company.moment import LABELS_OF_A_TIME, Moment, as_utc
from bot.core.reading.company.moments import asks_for_times, end_at, find_open_ends
from bot.core.reading.company.ordinal import pick_by_ordinal
from bot.core.reading.company.page import Page, has_cue
from bot.core.reading.company.scanning import says_same_time, scan_page, takes_your_time
from bot.core.reading.company.shift import Shift, find_shift, is_behind, shift_moment
from bot.core.reading.company.wording import finds, read_before
from bot.core.reading.types import Slot

_SURE_MARGIN = 2.0
_LONGEST_DAY = timedelta(hours=11)
_LONGEST_WAIT = timedelta(hours=1)
_DAY = timedelta(days=1)
_OPENS_ROW = 8
_SHORTLY = 40
_PART = re.compile(r"[,;:.]\s")
_LED_BY = 50
_LEADS_IN = re.compile(r":\s|\s[-\u2013\u2014]\s")
_GIVES_UP = ("reschedule", "cancellation", "was_set")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """``start``/``end`` of the talk, aware; several talks of a day are its ``slots``. ``options``: the readings that stand where none
    can be chosen. ``offered``: different moments put up for choice. ``moment``: the one chosen. ``called_off``: the moment that is given
    up or moved, where the mail names it. ``shifted``: the new time is told by its distance from the old. ``to_come``: the new text
    names any moment to come, whatever it is of. ``agreement``: what the mails before had come to. ``asked_shift``: the new text asks if
    it could be later or earlier. ``proposed``: the quoted mails name a moment to come. ``agreed``: the one time
    that the quoted mails name; ``agreed_named``: the new text names its day."""

    start: datetime | None = None
    end: datetime | None = None
    tz: str | None = None
    tz_stated: bool = False
    slots: tuple[Slot, ...] = ()
    options: tuple[datetime, ...] = ()
    offered: tuple[Moment, ...] = ()
    moment: Moment | None = None
    called_off: Moment | None = None
    to_come: bool = False
    proposed: bool = False
    shifted: bool = False
    asked_shift: bool = False
    agreement: Agreement = field(default_factory=Agreement)


def choose_when(page: Page, moments: Sequence[Moment], *, answered: bool) -> When:
    """Return the time of the talk. *answered*: the new text agrees to something, so that the quoted text may hold the time."""
    to_come = any(not m.quoted and not m.past for m in moments)
    agreement = read_agreement(page, [m for m in moments if m.quoted])
    moments = _without_declined(page, _without_unheard(page, moments, agreement), agreement)
    moments = _with_the_new(_with_sole_proposal(moments, agreement), agreement)
    moments = [m if agreement.fixed or m.quoted else _of_the_nearer_week(m) for m in moments]
    agreed = agreement.only_proposed and any(has_cue(page.language, "assent", s.plain) for s in page.sentences)
    when = _shifted(page, moments, _choose(page, moments, answered=answered or agreed))
    when = _in_doubt_beside(page, when, agreement)
    shift = find_shift(page)
    proposed = any(m.quoted and not m.past for m in moments)
    when = _without_given_up(when, moments) if _moves_it(page) else when
    return replace(
        when,
        to_come=to_come,
        proposed=proposed,
        agreement=agreement,
        asked_shift=shift is not None and shift.asked,
    )


def _without_unheard(page: Page, moments: Sequence[Moment], agreement: Agreement) -> list[Moment]:
    """Return *moments* without times of the day agreed before that have no day of their own and that nothing says to be of the talk
    ("the reception opens at 9")."""
    return [m for m in moments if not _of_that_day(m, agreement) or _may_replace(page, m, agreement)]


def _of_that_day(moment: Moment, agreement: Agreement) -> bool:
    beside = agreement.fixed is not None and moment.starts[0].date() == agreement.fixed.starts[0].date()
    return not (moment.quoted or moment.dated) and (moment.implied or beside)


def _may_replace(page: Page, moment: Moment, agreement: Agreement) -> bool:
    known = [m for m in (agreement.fixed, *agreement.proposed) if m is not None]
    if any(as_utc(moment.starts[0]) == as_utc(m.starts[0]) for m in known):
        return True
    lines = [s.plain for s in page.sentences[max(0, moment.sentence - 1) : moment.sentence + 1]]
    moved = any(has_cue(page.language, section, plain) for section in _GIVES_UP for plain in lines)
    return moved or has_cue(page.language, "interview", page.language.plain(moment.line))


def _in_doubt_beside(page: Page, when: When, agreement: Agreement) -> When:
    """Return *when* with both readings where it tells another hour of the day agreed before, and nothing that this one moves."""
    fixed, new = agreement.fixed, when.moment
    if fixed is None or new is None or when.start is None or new.quoted or when.shifted:
        return when
    same_day = when.start.date() == fixed.starts[0].date() and when.start not in fixed.starts
    texts = [sentence.plain for sentence in page.sentences]
    if not same_day or any(has_cue(page.language, section, text) for section in _GIVES_UP for text in texts):
        return when
    shift = find_shift(page)
    if shift is not None and as_utc(fixed.starts[0]) + shift.by == as_utc(when.start):
        return when
    if any(m.old for m in (when.called_off,) if m is not None and not m.quoted):
        return when
    if any(CONTRAST in page.language.line(text).senses for text in texts):
        return when
    return replace(when, start=None, end=None, options=(fixed.starts[0], when.start), offered=(new,), slots=())


def _without_declined(page: Page, moments: Sequence[Moment], agreement: Agreement) -> list[Moment]:
    """Return *moments*; one that the mails before had named is given up where a "but" parts it from another ("3 is tight, but 4 works")."""
    known = {as_utc(m.starts[0]) for m in (agreement.fixed, *agreement.proposed) if m is not None}
    new = [m for m in moments if not m.quoted]
    return [
        replace(m, old=True)
        if not m.quoted and as_utc(m.starts[0]) in known and any(_contrasted(page, m, other) for other in new)
        else m
        for m in moments
    ]


def _of_the_nearer_week(moment: Moment) -> Moment:
    """Return *moment*; of two weeks in which its weekday may be meant, the nearer where no talk was fixed for the further one."""
    nearer = len(moment.starts) == 2 and timedelta(days=7) <= moment.starts[1] - moment.starts[0] <= timedelta(days=14)
    return replace(moment, starts=moment.starts[:1]) if nearer else moment


def _with_sole_proposal(moments: Sequence[Moment], agreement: Agreement) -> list[Moment]:
    """Return *moments*; the only time that the mails before proposed is no choice among several."""
    if not agreement.only_proposed or len({as_utc(m.starts[0]) for m in agreement.proposed}) != 1:
        return list(moments)
    return [replace(m, choice=False) if m in agreement.proposed else m for m in moments]


def _with_the_new(moments: Sequence[Moment], agreement: Agreement) -> list[Moment]:
    """Return *moments*; what seems given up, and is not what was fixed before, is the new time where there is no other."""
    fixed = agreement.fixed
    if fixed is None or any(m.fits and not m.quoted for m in moments):
        return list(moments)
    odd = [m for m in moments if m.old and not (m.quoted or set(m.starts) & set(fixed.starts))]
    return [replace(m, old=False) if odd == [m] else m for m in moments]


def _contrasted(page: Page, moment: Moment, other: Moment) -> bool:
    """Return whether a "but" stands between *moment* and *other*, a later one of its sentence or the one behind."""
    if other.starts == moment.starts or not other.fits or other.sentence - moment.sentence not in (0, 1):
        return False
    if other.sentence == moment.sentence:
        between = moment.line[moment.position : other.position]
    else:
        between = f"{moment.line[moment.position :]} {other.line[: other.position]}"
    plain = page.language.plain(between)
    parted = CONTRAST in page.language.line(plain).senses or has_cue(page.language, "cancellation", plain)
    return bool(between) and parted


def _without_given_up(when: When, moments: Sequence[Moment]) -> When:
    """Return *when* in doubt where its time is the very one that the new text gives up."""
    old = {as_utc(start) for m in moments if m.old and not m.quoted and len(m.starts) == 1 for start in m.starts}
    if when.start is None or when.moment is None or len(when.slots) > 1 or as_utc(when.start) not in old:
        return when
    return replace(when, start=None, end=None, options=(when.start,), offered=(when.moment,), slots=())


def _shifted(page: Page, moments: Sequence[Moment], when: When) -> When:
    """Apply a shift ("an hour later") to the one time that was agreed. Beside a time of the new text that may be the one it makes,
    both readings stand."""
    shift = find_shift(page)
    if shift is None:
        return when
    if when.offered:
        beside = shift.told and not shift.asked and any(m.sentence == shift.sentence for m in when.offered)
        return replace(when, shifted=True) if beside else when
    if shift.asked:
        return _beside(page, when, when.moment, shift, moments) if when.moment and not when.moment.quoted else when
    agreed = _agreed(page, moments)
    said_again = _said_again(agreed, [when.moment] if when.moment else [])
    if when.moment is not None and not when.moment.quoted and not said_again:
        return _beside(page, when, when.moment, shift, moments)
    moved = shift_moment(shift, agreed)
    if moved is None:
        return replace(when, shifted=when.start is None)
    settled = _settled(page, [[moved]], replace(agreed[0], old=True))
    return replace(settled, shifted=True)


def _agreed(page: Page, moments: Sequence[Moment]) -> list[Moment]:
    """Return the time that a shift counts from: one of the new text that holds no longer, else those quoted of the days it names."""
    given_up = [m for m in moments if m.old and not (m.quoted or m.past or m.deadline)]
    days = _new_days(page)
    return given_up or [m for m in moments if m.quoted and m.fits and (not days or m.starts[0].date() in days)]


def _beside(page: Page, when: When, moment: Moment, shift: Shift, moments: Sequence[Moment]) -> When:
    """Return *when* shifted, where its time is the one from which the shift counts; in doubt where it may be."""
    here = shift.told and not shift.asked and moment.sentence == shift.sentence
    if here and when.start is not None:
        return _told_beside(when, when.start, shift, moments)
    if shift.told or when.start is None or moment.sentence not in (shift.sentence, shift.sentence - 1):
        return when
    if moment.sentence == shift.sentence and not shift.asked and is_behind(page.language, moment, shift):
        moved = shift_moment(shift, [moment])
        if moved is not None:
            return replace(_settled(page, [[moved]], replace(moment, old=True)), shifted=True)
    if moment.sentence == shift.sentence and not shift.asked and _led_in_as_new(page, moment):
        return when
    if moment.sentence != shift.sentence and abs(shift.by) < _DAY and not _moves_it(page):
        return when
    was = as_utc(when.start) - shift.by
    if any(was == as_utc(start) for other in moments for start in other.starts):
        return when
    return _both_ways(when, shift)


def _told_beside(when: When, start: datetime, shift: Shift, moments: Sequence[Moment]) -> When:
    """Return *when* as moved, where the new time is told beside its distance ("an hour later, so 16:30"); in doubt where the time of the
    sentence that comes first is another."""
    fitting = [m for m in moments if m.fits and m.sentence == shift.sentence and not m.quoted]
    first = min(fitting, key=lambda m: m.position, default=None)
    if first is None or as_utc(first.starts[0]) == as_utc(start):
        others = {as_utc(other) for m in moments if not m.quoted for other in m.starts} - {as_utc(start)}
        return when if others else replace(when, shifted=True)
    options = (first.starts[0], start)
    return replace(when, start=None, end=None, options=options, offered=(first,), slots=(), shifted=True)


def _both_ways(when: When, shift: Shift) -> When:
    """Return *when* with its time and the one that *shift* makes of it both standing."""
    if when.start is None or when.moment is None:
        return when
    return replace(
        when, start=None, end=None, options=(when.start, when.start + shift.by), offered=(when.moment,), slots=()
    )


def _choose(page: Page, moments: Sequence[Moment], *, answered: bool) -> When:
    new = [m for m in moments if not m.quoted]
    called_off = _called_off(page, moments)
    fitting = [m for m in new if m.fits] or (_quoted(page, moments) if answered else [])
    offered = tuple(m for m in new if m.choice and not (m.old or m.deadline or m.past))
    if not fitting or _among_choices(page, fitting, offered):
        return When(offered=(*fitting, *offered) if offered else (), called_off=called_off)
    scored = sorted(((score_moment(page, m), m) for m in fitting), key=lambda pair: -pair[0])
    best = [pair for pair in scored if pair[0] >= scored[0][0] - _SURE_MARGIN]
    groups = _same_instants([*(m for _, m in best), *_said_again([m for _, m in scored], [m for _, m in best])])
    groups = _from_own(page, _without_arrival(page, groups))
    days = _by_day(groups)
    if len(groups) == 1 or (len(days) == 1 and not _alternatives(page, groups)):
        return _settled(page, groups, called_off)
    options = tuple(dict.fromkeys(as_utc(s) for group in groups for s in group[0].starts))
    firsts = tuple(group[0] for group in groups)
    return When(
        options=tuple(m.starts[0] for m in firsts)[:6] if options else (),
        offered=firsts[:1] if any(m.rival for m in firsts) else firsts,
        called_off=called_off,
    )


def _without_arrival(page: Page, groups: Sequence[list[Moment]]) -> list[list[Moment]]:
    """Return *groups* without a time shortly before that of the talk in a sentence that is not of the talk: when to be there."""
    in_order = sorted(groups, key=lambda group: as_utc(group[0].starts[0]))
    if len(in_order) < 2 or any(len(group[0].starts) > 1 for group in in_order):
        return list(groups)
    first, second = in_order[0][0], in_order[1][0]
    lead = as_utc(second.starts[0]) - as_utc(first.starts[0])
    if lead <= _LONGEST_WAIT and not first.end and not first.label and _tells_arrival(page, first):
        return in_order[1:]
    aside = not (first.dated or first.end or first.label or _of_the_talk(page, first)) and first.position > _OPENS_ROW
    if aside and first.sentence != second.sentence and lead <= _LONGEST_WAIT and _of_the_talk(page, second):
        return in_order[1:]
    return list(groups)


def _from_own(page: Page, groups: Sequence[list[Moment]]) -> list[list[Moment]]:
    """Return *groups* without the hours of a day that lie before the owner's own ("we interview from 9.00; you are on at 11.20")."""
    own = [as_utc(m.starts[0]) for group in groups for m in group if len(m.starts) == 1 and _is_own(page, m)]
    if len(set(own)) != 1:
        return list(groups)
    day = next(m.starts[0].date() for group in groups for m in group if as_utc(m.starts[0]) == own[0])
    return [group for group in groups if group[0].starts[0].date() != day or as_utc(group[0].starts[0]) >= own[0]]


def _is_own(page: Page, moment: Moment) -> bool:
    """Return whether the words right before *moment* say that it is the owner's among those of others ("you are on at 11.20")."""
    before = read_before(page.language, moment.line[max(0, moment.position - _SHORTLY) : moment.position])
    return bool(page.language.pattern("own_time_before").search(before))


def _tells_arrival(page: Page, moment: Moment) -> bool:
    """Return whether the words right before *moment* tell when to be there ("arrival is from 9, you will be seen at 9.15")."""
    before = moment.line[max(0, moment.position - _SHORTLY) : moment.position]
    return bool(finds(page.language, "shift_aside", _PART.split(before)[-1]))


def _of_the_talk(page: Page, moment: Moment) -> bool:
    """Return whether the sentence of *moment* names the talk; that something is fixed is said of much else."""
    return says(page.language, "interview", page.language.plain(moment.line), "word", "talk")


def _among_choices(page: Page, fitting: Sequence[Moment], offered: Sequence[Moment]) -> bool:
    """Return whether every time that could stand is listed beside times to choose from, in a mail that asks which one suits."""
    paragraphs = {m.paragraph for m in offered if not m.quoted}
    beside = all(not m.quoted and m.paragraph in paragraphs for m in fitting)
    return bool(paragraphs) and beside and asks_for_times(page)


def _said_again(fitting: Sequence[Moment], best: Sequence[Moment]) -> list[Moment]:
    """Return those of *fitting* that only say again when one of *best* begins: one of them may tell its end or zone."""
    instants = {as_utc(m.starts[0]) for m in best if len(m.starts) == 1}
    return [m for m in fitting if m not in best and len(m.starts) == 1 and as_utc(m.starts[0]) in instants]


def _quoted(page: Page, moments: Sequence[Moment]) -> list[Moment]:
    """Return the moments of the quoted mails that the new text can agree to: the one it counts out, else those of the days it names."""
    days = _new_days(page)
    picked = pick_by_ordinal(page, [m for m in moments if m.quoted], days)
    if picked is not None:
        return [replace(picked, choice=False)]
    if _moves_it(page) or _calls_off(page):
        return []
    offered = takes_your_time(page) and bool(days)
    usable = [replace(m, choice=False) if offered else m for m in moments if m.quoted]
    return [m for m in usable if m.fits and (not days or m.starts[0].date() in days)]


def _moves_it(page: Page) -> bool:
    """Return whether the new text moves what was agreed to another time of day, so that no quoted time holds any more."""
    if any(says_same_time(page, sentence.plain) for sentence in page.sentences):
        return False
    return any(has_cue(page.language, "reschedule", sentence.plain) for sentence in page.sentences)


def _calls_off(page: Page) -> bool:
    """Return whether the new text calls something off outright: what was agreed before holds no more."""
    return any(says(page.language, "cancellation", sentence.plain, "called_off") for sentence in page.sentences)


def _new_days(page: Page) -> set[date]:
    """Return the days that the new text names; a quoted time of another day is not what it agrees to."""
    scanned = scan_page(page)
    lines = scanned.new if scanned else ()
    return {day for line in lines for d in line.dates if not d.span_of_days for day in d.readings}


def score_moment(page: Page, moment: Moment) -> float:
    """Return how much speaks for *moment* being the time of the talk."""
    score = 0.0
    if moment.label in LABELS_OF_A_TIME:
        score += 3.0
    plain = page.language.plain(moment.line)
    near = _neighbours(page, moment)
    if has_cue(page.language, "interview", plain):
        score += 2.0
    elif has_cue(page.language, "interview", near):
        score += 1.0
    score += 1.5 if moment.tight else 1.0 if moment.dated else 0.0
    score += 0.5 if moment.sure else 0.0
    score += 2.5 if _moved_to(page, moment) else 0.0
    score += 0.5 if moment.tz_stated else 0.0
    return score


def _moved_to(page: Page, moment: Moment) -> bool:
    """Return whether the sentence says that the talk moves to this moment."""
    plain = page.language.plain(moment.line)
    moves = has_cue(page.language, "reschedule", plain) or bool(finds(page.language, "moved", plain))
    return moves and _named_as_new(page, moment)


def _named_as_new(page: Page, moment: Moment) -> bool:
    """Return whether the words right before the moment say that it is the new time, of whatever length the way to it is said to be."""
    before = read_before(page.language, moment.line[max(0, moment.position - 40) : moment.position])
    return bool(page.language.pattern("new_before").search(before))


def _led_in_as_new(page: Page, moment: Moment) -> bool:
    """Return whether a day and hour stand behind a colon or dash, as the outcome of the words before ("a week later: Wed 11, 10 am")."""
    led = _LEADS_IN.search(moment.line[max(0, moment.position - _LED_BY) : moment.position])
    return (moment.dated and led is not None) or _named_as_new(page, moment)


def _neighbours(page: Page, moment: Moment) -> str:
    lines = page.quoted if moment.quoted else page.sentences
    low, high = max(0, moment.sentence - 1), moment.sentence + 2
    return "\n".join(line.plain for line in lines[low:high]) + "\n" + page.language.plain(page.topic)


def _same_instants(moments: Iterable[Moment]) -> list[list[Moment]]:
    """Group moments that share a reading; a group's readings are those that all of it share."""
    groups: list[list[Moment]] = []
    for moment in sorted(moments, key=lambda m: (len(m.starts), m.sentence < 0, m.sentence, m.position)):
        instants = {as_utc(s) for s in moment.starts}
        for group in groups:
            if instants & {as_utc(s) for s in group[0].starts}:
                group.append(moment)
                break
        else:
            groups.append([moment])
    return groups


def _by_day(groups: Sequence[Sequence[Moment]]) -> set[date]:
    return {group[0].starts[0].date() for group in groups}


def _alternatives(page: Page, groups: Sequence[Sequence[Moment]]) -> bool:
    """Return whether times of one day are put up for choice rather than an agenda."""
    firsts = [group[0] for group in groups]
    if any(len(m.starts) > 1 or m.rival for m in firsts):
        return True
    if any(m.sentence < 0 for m in firsts) and len(firsts) == 2:
        return True
    spread = max(as_utc(m.starts[0]) for m in firsts) - min(as_utc(m.starts[0]) for m in firsts)
    if spread > _LONGEST_DAY:
        return True
    lines = {m.line for m in firsts}
    if any(finds(page.language, "either", line) for line in lines if sum(m.line == line for m in firsts) > 1):
        return True
    listed = len(lines) == len(firsts) and len(firsts) > 1
    return listed and all(m.dated for m in firsts) and not any(m.end for m in firsts)


def _settled(page: Page, groups: Sequence[Sequence[Moment]], called_off: Moment | None) -> When:
    if len(groups) == 1 and len(groups[0][0].starts) > 1:
        return When(options=groups[0][0].starts, offered=(groups[0][0],), called_off=called_off)
    firsts = sorted((group[0] for group in groups), key=lambda m: as_utc(m.starts[0]))
    first = firsts[0]
    stated = next((m for group in groups for m in group if m.tz_stated), first)
    ends = [end for group in groups for m in group if (end := _end_in(m, group)) is not None]
    end = max(ends, key=as_utc) if ends else None
    if len(firsts) > 1:
        last = firsts[-1]
        if (end is None or as_utc(end) < as_utc(last.starts[0])) and finds(page.language, "finish", last.line):
            end = last.starts[0]
        elif end is not None and as_utc(end) <= as_utc(last.starts[0]):
            end = None
    if end is None:
        end = end_at(first.starts[0], find_open_ends(page))
    slots = tuple(Slot(start=m.starts[0], end=m.end) for m in firsts) if len(firsts) > 1 else ()
    return When(
        start=first.starts[0],
        end=end,
        tz=first.tz if first.tz_stated or not stated.tz_stated else stated.tz,
        tz_stated=any(m.tz_stated for group in groups for m in group),
        slots=tuple(s for s in slots if not (s.end is None and end is not None and as_utc(s.start) == as_utc(end))),
        moment=first,
        called_off=called_off,
    )


def _end_in(moment: Moment, group: Sequence[Moment]) -> datetime | None:
    """Return the end of *moment*, which is given for its first reading, for the reading that its group shares."""
    if moment.end is None or len(moment.starts) == 1:
        return moment.end
    return group[0].starts[0] + (moment.end - moment.starts[0])


def _called_off(page: Page, moments: Sequence[Moment]) -> Moment | None:
    """Return the moment that is given up: named as old, else the only one there is."""
    usable = [m for m in moments if not m.deadline and not m.past]
    old = [m for m in usable if m.old and not m.quoted]
    if old:
        return old[0]
    new = _same_instants([m for m in usable if not m.quoted and not m.side])
    if new:
        ranked = sorted(new, key=lambda group: -score_moment(page, group[0]))
        return (
            ranked[0][0]
            if len(ranked) == 1 or score_moment(page, ranked[0][0]) > score_moment(page, ranked[1][0])
            else None
        )
    quoted = _same_instants([m for m in usable if m.quoted])
    return quoted[0][0] if len(quoted) == 1 else None
