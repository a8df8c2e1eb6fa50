"""What stands in each sentence of a mail: its dates, times of day and zones, before they are put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.dates import find_dates
from bot.core.reading.company.day_order import page_day_order
from bot.core.reading.company.folding import fold
from bot.core.reading.company.halves import HourStyle
from bot.core.reading.company.hours import ClockMention, find_clocks, hour_style, may_hold_clock
from bot.core.reading.company.memo import remembered
from bot.core.reading.company.named_weeks import settle_named_days, settle_named_weeks
from bot.core.reading.company.page import Page, Sentence
from bot.core.reading.company.resolving import DateSetting
from bot.core.reading.company.wording import finds, words_of
from bot.core.reading.company.writers import zones_below, zones_passed_on
from bot.core.reading.company.zones import ZoneMention, find_zones, owner_zone

_ADDRESS = re.compile(r"https?://\S+|\S+@\S+")
_ATTRIBUTION = re.compile(r"@|:\s*$|^\W{0,3}[^\W\d_]{2,12}\*{0,2}\s?:\s")
_ATTRIBUTION_LINES = 12
_NUMBERED = re.compile(r"^[>\s]{0,9}[(#]?(\d)[.)]\s", re.MULTILINE)
READ = "#"
"""Stands where a day or an hour was that has been read: no word, and no end of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """A sentence with what was found in it. ``index``: its number on the page, -1 for the subject."""

    sentence: Sentence
    index: int
    dates: tuple[DateMention, ...]
    clocks: tuple[ClockMention, ...]
    zones: tuple[ZoneMention, ...]
    quoted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedPage:
    """The subject, the new text and the quoted text of a mail."""

    topic: Scanned
    new: tuple[Scanned, ...]
    quoted: tuple[Scanned, ...]

    @property
    def lines(self) -> tuple[Scanned, ...]:
        """All of them, in this order."""
        return (self.topic, *self.new, *self.quoted)


def mail_day(page: Page) -> date | None:
    """Return the day of the mail where the owner is."""
    return page.sent_at.astimezone(owner_zone(page.owner.tz)).date() if page.sent_at else None


def scan_page(page: Page) -> ScannedPage | None:
    """Return what stands in every sentence; None where nobody can tell when the mail was written."""
    today, memo = mail_day(page), page.language.memo
    if today is None:
        return None
    return remembered(memo.scans if memo else None, (page.subject, page.sentences), lambda: _scan_page(page, today))


def new_lines(page: Page) -> tuple[Scanned, ...]:
    """Return what stands in the sentences of the new text; none where nobody can tell when the mail was written."""
    scanned = scan_page(page)
    return scanned.new if scanned else ()


def page_hour_style(page: Page) -> HourStyle:
    """Return how the subject and the new text of a mail tell hours."""
    return hour_style(f"{page.subject}\n{page.text}", page.language)


def _scan_page(page: Page, today: date) -> ScannedPage:
    order, style = page_day_order(page), page_hour_style(page)
    before = _settings_below(page, today, order)
    old = tuple(_scan(page, s, n, before[n], style, quoted=True) for n, s in enumerate(page.quoted))
    setting = DateSetting(today=today, day_first=order, known=_known_dates(old, today))
    passed = replace(setting, today=_written_on(page, page.passed_on, today, order) or today)
    settings = _by_sentence(page, setting, passed)
    new = tuple(_scan(page, s, n, settings[n], style, quoted=False) for n, s in enumerate(page.sentences))
    subject = Sentence(text=page.subject, plain=page.language.plain(page.subject), paragraph=-1)
    topic = _scan(page, subject, -1, setting, style, quoted=page.answers)
    topic, *told = _on_named_days([topic, *new], page)
    return ScannedPage(
        topic=topic,
        new=_in_named_weeks(_with_zones(told, zones_passed_on(page, [line.zones for line in told])), page),
        quoted=_in_named_weeks(_with_zones(old, zones_below(page, [line.zones for line in old])), page),
    )


def _with_zones(lines: Sequence[Scanned], zones: Sequence[tuple[ZoneMention, ...]]) -> list[Scanned]:
    return [replace(line, zones=told) for line, told in zip(lines, zones, strict=True)]


def _settings_below(page: Page, today: date, order: bool | None) -> list[DateSetting]:
    """Return for each quoted sentence what its days count from: the day on which that mail was written, else the topmost one."""
    setting = DateSetting(today=_written_on(page, page.quoted_text, today, order) or today, day_first=order)
    settings = [setting] * len(page.quoted)
    for mail in page.below[1:]:
        written = _written_on(page, mail.heading, today, order) if mail.heading else None
        for number in mail.sentences if written else ():
            settings[number] = replace(setting, today=written or today)
    return settings


def _by_sentence(page: Page, own: DateSetting, passed: DateSetting) -> list[DateSetting]:
    """Return for each sentence of the new text what its days count from: in a mail passed on, the day on which that was written."""
    return [own if number < page.passed_on_from else passed for number in range(len(page.sentences))]


def _on_named_days(lines: Sequence[Scanned], page: Page) -> list[Scanned]:
    """Return *lines*, the subject first, with the weekdays that are told by their number elsewhere; an answer's subject is of another
    mail."""
    own = lines[1:] if page.answers else lines
    told = settle_named_days([(line.sentence.text, line.dates) for line in own], page.language)
    return [
        *lines[: len(lines) - len(own)],
        *(replace(line, dates=dates) for line, dates in zip(own, told, strict=True)),
    ]


def _in_named_weeks(lines: Sequence[Scanned], page: Page) -> tuple[Scanned, ...]:
    """Return *lines* with the weekdays that are of a week named before them."""
    if not any(mention.week for line in lines for mention in line.dates):
        return tuple(lines)
    told = settle_named_weeks([(line.sentence.text, line.dates) for line in lines], page.language)
    return tuple(replace(line, dates=dates) for line, dates in zip(lines, told, strict=True))


def find_scanned_dates(page: Page) -> tuple[tuple[DateMention, ...], ...]:
    """Return the dates of every sentence of the new text."""
    today = mail_day(page)
    if today is None:
        return tuple(() for _ in page.sentences)
    order = page_day_order(page)
    setting = DateSetting(today=today, day_first=order)
    passed = replace(setting, today=_written_on(page, page.passed_on, today, order) or today)
    settings = _by_sentence(page, setting, passed)
    return tuple(find_dates(s.text, page.language, settings[n]) for n, s in enumerate(page.sentences))


def _scan(
    page: Page, sentence: Sentence, number: int, setting: DateSetting, style: HourStyle, *, quoted: bool
) -> Scanned:
    text = _ADDRESS.sub(lambda m: " " * len(m[0]), sentence.text)
    dates = find_dates(text, page.language, setting)
    holds_time = any(c.isdigit() for c in text) or _may_hold_time(page, sentence.plain)
    clocks = find_clocks(text, page.language, dates, style) if holds_time else ()
    return Scanned(
        sentence=sentence,
        index=number,
        dates=dates,
        clocks=_unnumbered(page, text, clocks, quoted=quoted) or _kept_hour(page, text, sentence.plain),
        zones=find_zones(text, page.language),
        quoted=quoted,
    )


def _unnumbered(page: Page, text: str, clocks: tuple[ClockMention, ...], *, quoted: bool) -> tuple[ClockMention, ...]:
    """Return *clocks* of a *text* without mere numbers that may count out one of the numbered times of the mail it answers ("2 works")."""
    if quoted or not page.answers or not any(clock.loose for clock in clocks):
        return clocks
    numbers = set(_NUMBERED.findall(page.quoted_text))
    return tuple(clock for clock in clocks if not (clock.loose and text[clock.start : clock.end] in numbers))


def _kept_hour(page: Page, text: str, plain: str) -> tuple[ClockMention, ...]:
    """Return the hour of before where a sentence says in more than a word that it stays ("time and place are unchanged")."""
    kept = finds(page.language, "same_time", plain)
    if kept is None or page.language.grammar is None:
        return ()
    start, end = (min(place, len(text)) for place in kept.span())
    return (ClockMention(start=start, end=end, options=(), sure=True, same_time=True, open_start=False, loose=False),)


def _may_hold_time(page: Page, plain: str) -> bool:
    """Return whether a time is perhaps written in words; most sentences without a digit need not be searched for one."""
    words = set(words_of(page.language, plain))
    spoken = page.language.word_set("spoken_times")
    return (
        not words.isdisjoint(spoken)
        or not words.isdisjoint(fold(word) for word in page.language.numbers)
        or says_same_time(page, plain)
        or (page.answers and may_hold_clock(plain, page.language))
    )


def without_days(line: Scanned, start: int, end: int) -> str:
    """Return the text of *line* from *start* to *end* with blanks for its days, whose words mean nothing else ("the Wednesday after")."""
    return without(line.sentence.text, line.dates)[start:end]


def without(text: str, read: Iterable[DateMention | ClockMention | ZoneMention], mark: str = " ") -> str:
    """Return *text* with as many of *mark* in place of each day, hour or zone of *read*, so that all else stays where it is."""
    for one in read:
        text = text[: one.start] + mark * (one.end - one.start) + text[one.end :]
    return text


def says_same_time(page: Page, plain: str) -> bool:
    """Return whether *plain* keeps the time of day of what was agreed before."""
    return bool(finds(page.language, "same_time", plain))


def takes_your_time(page: Page) -> bool:
    """Return whether the new text agrees to the time that the owner had named ("Thursday it is, at the time you say")."""
    return page.answers and any(finds(page.language, "your_time", sentence.plain) for sentence in page.sentences)


def _known_dates(lines: tuple[Scanned, ...], today: date) -> tuple[date, ...]:
    """Return the full dates to come that the quoted mails name, by which "the Wednesday" is understood."""
    mentions = (mention for line in lines for mention in line.dates if mention.numbered and len(mention.readings) == 1)
    return tuple(dict.fromkeys(day for mention in mentions for day in mention.readings if day >= today))


def _written_on(page: Page, text: str, today: date, order: bool | None) -> date | None:
    """Return the day of the mail *text*, quoted or passed on, from its attribution or header lines."""
    setting = DateSetting(today=today, day_first=order)
    for line in text.split("\n")[:_ATTRIBUTION_LINES]:
        if not _ATTRIBUTION.search(line):
            continue
        for mention in find_dates(line, page.language, setting):
            days = [day for day in mention.readings if day <= today]
            if mention.numbered and days:
                return days[0]
    return None
