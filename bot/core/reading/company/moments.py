"""Every moment a mail names: date, time of day and zone put together, with what the words around it make of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice, pairwise

from bot.core.reading.company.dates import DateMention, DateSetting, find_dates, tell_day_order
from bot.core.reading.company.hours import ClockMention, find_clocks, writes_day_style
from bot.core.reading.company.page import Page, Sentence, has_cue
from bot.core.reading.company.pairing import DEADLINE_BEFORE, MOVED, Scanned, date_for, is_old, overall_zone, zone_for
from bot.core.reading.company.zones import ZoneMention, find_zones, load_zone, offset_zone, owner_zone

_OLD_AFTER = re.compile(
    r"^[\s,()]{0,3}(?:\w+\s){0,3}?(?:i'd floated|is gone|is off|falls away|no longer|has been cancel|is cancel|was cancel)",
    re.IGNORECASE,
)
_TIME_WORDS = frozenset(
    {
        *("noon", "midday", "o'clock", "half", "quarter", "past", "pm", "am"),
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    }
)
_OTHER_CLOCK_BEFORE = re.compile(
    r"\b(?:that's|that\u2019s|that is|that will be|that'll be|which is|which will be|i\.e\.?|so|equals"
    r"|meaning)\s(?:\w+\s){0,2}$|[=(/\u2248~]\s?$",
    re.IGNORECASE,
)
_OTHER_CLOCK_AFTER = re.compile(
    r"^\s?\(?(?:for (?:him|her|them|us|me|our|the)\b|(?:his|her|their|our|my) (?:time|end|side|clock|local)|over (?:there"
    r"|here)|(?:over |back )?in [A-Z]|[A-Z][a-z]+ time\b)"
)
_LIST_GAP = re.compile(r"\s?(?:,|;|/|\bor\b|,\s?or\b)\s?(?:at\s)?", re.IGNORECASE)
_MOST_IN_SENTENCE = 12
_MOST_MOMENTS = 80
_ANY_TIME = re.compile(
    r"\b(?:any ?time|some ?time|between|availab\w*|free from|slots? from|windows? from|whenever)\b", re.IGNORECASE
)
_OR_GAP = re.compile(r"(?:^|\s|,)or\s", re.IGNORECASE)
_OR_ONLY = re.compile(r"\s?(?:[ap]\.?m\.?)?\s?[A-Z]{0,4},?\s(?:or|and then maybe)\s(?:at\s)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date with a time of day. ``starts``: its readings, aware. ``end``: for the first reading, where one is given. ``tz``: IANA name
    where it has one; ``tz_stated``: the words name the zone. ``sentence``: where the time stands (-1 the subject; quoted ones count
    apart). ``choice``: one of several put up for choice, or a span in which it could be.
    ``old``: a time given up; ``deadline``; ``side``: of something else; ``past``: before the mail. ``dated``: it has a date of
    its own in its sentence. ``line``: the sentence."""

    starts: tuple[datetime, ...]
    end: datetime | None
    tz: str | None
    tz_stated: bool
    sentence: int
    paragraph: int
    position: int
    old: bool
    deadline: bool
    side: bool
    past: bool
    dated: bool
    tight: bool
    sure: bool
    label: str
    quoted: bool
    line: str
    choice: bool = False

    @property
    def fits(self) -> bool:
        """Whether it can be the time of a talk to come."""
        return not (self.old or self.deadline or self.side or self.past or self.choice)


def mail_day(page: Page) -> date | None:
    """Return the day of the mail where the owner is."""
    return page.sent_at.astimezone(owner_zone(page.owner.tz)).date() if page.sent_at else None


def find_moments(page: Page) -> tuple[Moment, ...]:
    """Return every moment of the new text and the subject, then those of the quoted text."""
    today = mail_day(page)
    if today is None:
        return ()
    order = tell_day_order([page.text, page.subject], page.language, _order_hints(page))
    quoted_day = _quoted_day(page, DateSetting(today=today, day_first=order)) or today
    plain = DateSetting(today=quoted_day, day_first=order)
    old = [_scan(page, sentence, number, plain, quoted=True) for number, sentence in enumerate(page.quoted)]
    known = tuple(
        dict.fromkeys(
            d
            for line in old
            for m in line.dates
            if m.numbered and len(m.readings) == 1
            for d in m.readings
            if d >= today
        )
    )
    setting = DateSetting(today=today, day_first=order, known=known)
    new = [_scan(page, sentence, number, setting, quoted=False) for number, sentence in enumerate(page.sentences)]
    topic = [
        _scan(
            page,
            Sentence(text=page.subject, plain=page.language.plain(page.subject), paragraph=-1),
            -1,
            setting,
            quoted=page.answers,
        )
    ]
    quoted = list(islice(_moments(page, old, ()), _MOST_MOMENTS))
    now = islice(_moments(page, [*topic, *new] if not page.answers else new, quoted), _MOST_MOMENTS)
    return (*now, *quoted)


def find_scanned_dates(page: Page) -> tuple[tuple[DateMention, ...], ...]:
    """Return the dates of every sentence of the new text."""
    today = mail_day(page)
    if today is None:
        return tuple(() for _ in page.sentences)
    order = tell_day_order([page.text, page.subject], page.language, _order_hints(page))
    setting = DateSetting(today=today, day_first=order)
    return tuple(find_dates(sentence.text, page.language, setting) for sentence in page.sentences)


def _scan(page: Page, sentence: Sentence, number: int, setting: DateSetting, *, quoted: bool) -> Scanned:
    if not any(c.isdigit() for c in sentence.text) and not _may_hold_time(sentence.plain):
        return Scanned(
            sentence=sentence,
            index=number,
            dates=find_dates(sentence.text, page.language, setting),
            clocks=(),
            zones=find_zones(sentence.text, page.language),
            quoted=quoted,
        )
    text = re.sub(r"https?://\S+|\S+@\S+", lambda m: " " * len(m[0]), sentence.text)
    dates = find_dates(text, page.language, setting)
    day_style = writes_day_style(page.text)
    clocks = find_clocks(text, page.language, dates, day_style)
    return Scanned(
        sentence=sentence,
        index=number,
        dates=dates,
        clocks=clocks,
        zones=find_zones(text, page.language),
        quoted=quoted,
    )


def _may_hold_time(plain: str) -> bool:
    return "same time" in plain or not _TIME_WORDS.isdisjoint(re.findall(r"[a-z']+", plain))


def _order_hints(page: Page) -> list[bool]:
    """Return for each sign of where the author writes whether the day stands first there."""
    hints = []
    if "/" in page.owner.tz:
        hints.append(not page.owner.tz.endswith(_MONTH_FIRST))
    offset = page.message.date.utcoffset() if page.message.date else None
    if offset:
        hints.append(not timedelta(hours=-10) <= offset <= timedelta(hours=-4))
    return hints


_MONTH_FIRST = (
    "New_York",
    "Chicago",
    "Denver",
    "Los_Angeles",
    "Phoenix",
    "Anchorage",
    "Detroit",
    "Boise",
    "Honolulu",
    "Indianapolis",
)


def _quoted_day(page: Page, setting: DateSetting) -> date | None:
    """Return the day of the quoted mail, from its attribution or header lines."""
    for line in page.quoted_text.split("\n")[:12]:
        if re.search(r"\b(?:wrote|sent|date|on)\b", line, re.IGNORECASE):
            for mention in find_dates(
                line, page.language, DateSetting(today=setting.today, day_first=setting.day_first)
            ):
                days = [d for d in mention.readings if d <= setting.today]
                if mention.numbered and days:
                    return days[0]
    return None


def _moments(page: Page, lines: Sequence[Scanned], quoted: Sequence[Moment]) -> Iterator[Moment]:
    overall = overall_zone(lines)
    for position, line in enumerate(lines):
        for clock in line.clocks[:_MOST_IN_SENTENCE]:
            found, tight, own = date_for(clock, line, lines, position)
            if found is None or found.span_of_days or not found.readings:
                continue
            options = clock.options or _same_time(quoted)
            if not options or clock.open_start:
                continue
            zone = zone_for(clock, found, line, lines, position, overall)
            moment = _build(page, clock, options, found, zone, line, tight=tight, own=own)
            if moment is not None:
                yield _with_open_end(moment, line, clock)


def _same_time(quoted: Sequence[Moment]) -> tuple[tuple[int, int | None], ...]:
    """Return the one time of day of the quoted mails, for "same time"."""
    times = {
        (m.starts[0].hour * 60 + m.starts[0].minute)
        for m in quoted
        if len(m.starts) == 1 and not m.deadline and not m.past
    }
    return ((times.pop(), None),) if len(times) == 1 else ()


def _build(
    page: Page,
    clock: ClockMention,
    options: Sequence[tuple[int, int | None]],
    found: DateMention,
    zone: ZoneMention | None,
    line: Scanned,
    *,
    tight: bool,
    own: bool,
) -> Moment | None:
    pairs = [(day, option) for day in found.readings for option in options]
    starts: list[datetime] = []
    end = None
    tz = None
    for day, (begin, finish) in pairs:
        wall = datetime.combine(day, time(begin // 60 % 24, begin % 60))
        for place, key in _places(page, zone, wall):
            start = wall.replace(tzinfo=place)
            if not starts:
                tz = key
                end = start + timedelta(minutes=finish - begin) if finish is not None else None
            if start not in starts:
                starts.append(start)
    if not starts:
        return None
    second = any(found.start <= other.start and other.end <= clock.start for other in line.clocks)
    first = min(found.start, clock.start) if own and found in line.dates and not second else clock.start
    before = _clause_before(line, first, {found.start, clock.start})
    after = line.sentence.text[max(found.end if own and found in line.dates else 0, clock.end) :][:60]
    clause = re.split(r"[;:(]|\s-\s", before)[-1]
    window = page.language.plain(f"{clause[-45:]} {line.sentence.text[first : clock.end]} {after.split(';')[0][:40]}")
    sent = page.sent_at or starts[0]
    deadline = (
        bool(DEADLINE_BEFORE.search(before) or DEADLINE_BEFORE.search(line.sentence.text[: clock.start][-40:]))
        or line.sentence.label == "deadline"
    )
    return Moment(
        starts=tuple(starts[:4]),
        end=end,
        tz=tz,
        tz_stated=zone is not None and zone.keys != ("",),
        sentence=line.index,
        paragraph=line.sentence.paragraph,
        position=clock.start,
        old=line.sentence.label == "old"
        or is_old(line, first, before)
        or bool(_OLD_AFTER.match(after))
        or _is_moved_from(line, clock),
        deadline=deadline,
        side=has_cue(page.language, "side", window) or _is_same_elsewhere(line, clock),
        past=max(starts) < sent - (timedelta() if line.quoted else timedelta(hours=1)),
        dated=own,
        tight=tight,
        sure=clock.sure,
        label=line.sentence.label,
        quoted=line.quoted,
        line=line.sentence.text,
        choice=_is_choice(line, clock),
    )


def _is_same_elsewhere(line: Scanned, clock: ClockMention) -> bool:
    """Return whether the time only says what the clock shows somewhere else then ("so that's 2pm for him")."""
    text = line.sentence.text
    return bool(
        _OTHER_CLOCK_BEFORE.search(text[max(0, clock.start - 30) : clock.start])
        and _OTHER_CLOCK_AFTER.match(text[clock.end : clock.end + 40])
    )


def _is_choice(line: Scanned, clock: ClockMention) -> bool:
    """Return whether the time is put up with others ("either Monday or Friday at 9", "9 or 9:30") or is a span ("any time
    between 9 and 1")."""
    text = line.sentence.text
    if _ANY_TIME.search(text[max(0, clock.start - 30) : clock.start]):
        return True
    days = [d for d in line.dates if d.readings]
    for left, right in pairwise(days):
        if left.readings != right.readings and _OR_GAP.search(text[left.end : right.start]):
            return True
    if _listed_for_choice(line):
        return True
    return any(
        other is not clock and _OR_ONLY.fullmatch(text[min(clock.end, other.end) : max(clock.start, other.start)])
        for other in line.clocks
    )


def _listed_for_choice(line: Scanned) -> bool:
    """ "9.00, 10.15 or 11.30": times in a row with an "or" among them."""
    text = line.sentence.text
    gaps = [text[left.end : right.start] for left, right in pairwise(line.clocks)]
    return len(gaps) > 1 and all(_LIST_GAP.fullmatch(gap) for gap in gaps) and any("or" in gap.lower() for gap in gaps)


def _is_moved_from(line: Scanned, clock: ClockMention) -> bool:
    """ "I've pushed our 2:30 to 4pm": the first of the two is the old one."""
    text = line.sentence.text
    later = [
        other
        for other in line.clocks
        if other.start > clock.end
        and re.fullmatch(r"\s?(?:\S+\s){0,3}to\s(?:\S+\s){0,3}", text[clock.end : other.start])
    ]
    return bool(later) and bool(MOVED.search(text[max(0, clock.start - 50) : clock.start]))


def _clause_before(line: Scanned, first: int, own: set[int]) -> str:
    """The words before a moment, from the end of the moment before it."""
    spans = [(d.start, d.end) for d in line.dates] + [(c.start, c.end) for c in line.clocks]
    ends = [end for start, end in spans if end <= first and start not in own]
    return line.sentence.text[max([0, *ends]) : first]


def _places(page: Page, zone: ZoneMention | None, wall: datetime) -> Iterator[tuple[tzinfo, str | None]]:
    """Yield the zones a time can be in, the likelier first; one in most cases."""
    own = owner_zone(page.owner.tz)
    if zone is None or zone.keys == ("",):
        yield own, page.owner.tz
        return
    if zone.offset is not None:
        yield offset_zone(zone.offset), None
        return
    sender = page.message.date.utcoffset() if page.message.date else None
    if zone.keys == ("sender",):
        if sender:
            yield offset_zone(sender), None
        if not sender or wall.replace(tzinfo=own).utcoffset() != sender:
            yield own, page.owner.tz
        return
    yield from _of_keys(zone.keys, own, page.owner.tz, sender, wall)


def _of_keys(
    keys: Sequence[str], own: tzinfo, own_key: str, sender: timedelta | None, wall: datetime
) -> Iterator[tuple[tzinfo, str | None]]:
    zones = [(place, key) for key in keys if (place := load_zone(key)) is not None]
    if len(zones) > 1:
        mine = [
            (place, key)
            for place, key in zones
            if key == own_key or wall.replace(tzinfo=place).utcoffset() == wall.replace(tzinfo=own).utcoffset()
        ]
        theirs = [(place, key) for place, key in zones if sender and wall.replace(tzinfo=place).utcoffset() == sender]
        zones = mine[:1] or theirs[:1] or zones
    yield from zones


def _with_open_end(moment: Moment, line: Scanned, clock: ClockMention) -> Moment:
    """Give the moment the end that "till 9.15" states in the same sentence or one next to it (see `find_open_ends`)."""
    for other in line.clocks:
        if other.open_start and other.options and moment.end is None and other.start > clock.end:
            return replace(moment, end=end_at(moment.starts[0], [minutes for minutes, _ in other.options]))
    return moment


def end_at(start: datetime, minutes: Sequence[int]) -> datetime | None:
    """Return the first of the times of day *minutes* (or twelve hours later) that follows *start* within eight hours."""
    for minute in sorted({*minutes, *((m + 720) % 1440 for m in minutes)}):
        end = start.replace(hour=minute // 60 % 24, minute=minute % 60)
        if timedelta() < end - start <= timedelta(hours=8):
            return end
    return None


def find_open_ends(page: Page) -> tuple[int, ...]:
    """Return the times of day that the new text names only as an end ("we have till 9.15"), in minutes."""
    found: list[int] = []
    for sentence in page.sentences:
        if not re.search(r"\b(?:till|until|til)\s", sentence.text, re.IGNORECASE):
            continue
        for clock in find_clocks(sentence.text, page.language, (), writes_day_style(page.text)):
            if clock.open_start:
                found += [minutes for minutes, _ in clock.options]
    return tuple(found)


def as_utc(moment: datetime) -> datetime:
    """Return the same instant in UTC, by which moments of several zones compare."""
    return moment.astimezone(UTC)
