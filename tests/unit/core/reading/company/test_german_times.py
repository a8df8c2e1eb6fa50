"""When a German mail says that a talk is, in the many ways people write it (sent on Wednesday, 16 September 2026)."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.reading.company.dates import find_dates
from bot.core.reading.company.halves import HourStyle
from bot.core.reading.company.hours import find_clocks
from bot.core.reading.company.resolving import DateSetting
from tests.unit.core.reading.company.words import CUES

GERMAN = CUES.languages["de"]
WEDNESDAY = DateSetting(today=date(2026, 9, 16))
HOURS = [
    ("um ½ 10", 9, 30),
    ("um ¾ 10 Uhr", 9, 45),
    ("um dreiviertel zehn", 9, 45),
    ("um zehn Uhr und fünfzehn Minuten", 10, 15),
    ("um 10 Uhr und 15 Minuten", 10, 15),
    ("um neun Uhr einundzwanzig", 9, 21),
    ("um 9 Uhr zwei Kollegen treffen", 9, 0),
    ("um 14. 30 Uhr", 14, 30),
    ("um 14: 30 Uhr", 14, 30),
    ("um 14;30 Uhr", 14, 30),
    ("um 14 Ur", 14, 0),
    ("um 4 nachm.", 16, 0),
    ("um 9 vorm.", 9, 0),
    ("um neune", 9, 0),
    ("um viertl vor zehn", 9, 45),
    ("am Sonnabend um 10 Uhr", 10, 0),
    ("am Heiligabend um 10 Uhr", 10, 0),
    ("am Freitagabend um sieben", 19, 0),
]
DAYS = [
    ("am Mittwoch in einer Woche um 10 Uhr", ["2026-09-23"]),
    ("am Freitag in drei Wochen um 10 Uhr", ["2026-10-09"]),
    ("am Freitag in zwei Wochen um 10 Uhr", ["2026-10-02"]),
    ("übernächsten Montag um 10 Uhr", ["2026-09-28"]),
    ("am übernächsten Freitag um 10 Uhr", ["2026-10-02", "2026-09-25"]),
    ("am 1. Montag im Oktober um 10 Uhr", ["2026-10-05"]),
    ("am ersten Montag des Oktobers um 10 Uhr", ["2026-10-05"]),
    ("am Montag der 41. Kalenderwoche um 10 Uhr", ["2026-10-05"]),
    ("in genau zwei Wochen um 10 Uhr", ["2026-09-30"]),
    ("am Freitag, 18.09., so gegen 9 Uhr", ["2026-09-18"]),
]


@pytest.mark.parametrize(("words", "hour", "minute"), HOURS, ids=[words for words, *_ in HOURS])
def test_an_hour_is_read_as_germans_write_it(words: str, hour: int, minute: int) -> None:
    dates = find_dates(words, GERMAN, WEDNESDAY)
    clocks = find_clocks(words, GERMAN, dates, HourStyle())
    assert [clock.options for clock in clocks] == [((hour * 60 + minute, None),)]


@pytest.mark.parametrize(("words", "days"), DAYS, ids=[words for words, _ in DAYS])
def test_a_day_is_read_as_germans_write_it(words: str, days: list[str]) -> None:
    found = find_dates(words, GERMAN, WEDNESDAY)
    assert [[day.isoformat() for day in mention.readings] for mention in found] == [days]
