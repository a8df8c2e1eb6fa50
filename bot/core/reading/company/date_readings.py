"""The days that a date as written can mean."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.core.reading.company.date_mention import DateLine
from bot.core.reading.company.folding import key
from bot.core.reading.company.resolving import dates_of, day_number, in_week, numeric, weekday_date, with_month


def find_readings(match: re.Match[str], weekday: int | None, line: DateLine) -> tuple[date, ...]:
    setting, forms = line.setting, line.forms
    if match["iy"]:
        return dates_of(int(match["iy"]), int(match["im"]), int(match["id"]))
    if match["kw1"] or match["kw2"]:
        return in_week(int(match["kn1"] or match["kn2"]), setting)
    for number in ("1", "2"):
        if match[f"m{number}"]:
            day = int(match[f"d{number}"]) if match[f"d{number}"] else forms.values.ordinals[key(match[f"o{number}"])]
            return with_month(
                day, forms.values.months[key(match[f"m{number}"])], _year(match[f"y{number}"]), weekday, setting
            )
    if match["a3"]:
        sign, second = match["s3"] or match["s9"], match["b3"] or match["b9"]
        only = sign == "." or (line.language.day_first and setting.day_first is not False)
        return numeric(
            (int(match["a3"]), int(second)), _year(match["y3"] or match["y9"]), weekday, setting, day_first_only=only
        )
    if number := match["d4"] or match["d6"] or match["d7"] or match["d8"]:
        return day_number(int(number), weekday, setting)
    if spelled := match["o5"] or match["o6"] or match["o10"]:
        return day_number(forms.values.ordinals[key(spelled)], weekday, setting)
    if match["w7"]:
        pointers = {forms.values.pointers.get(key(match[name] or ""), "") for name in ("pre", "post")}
        return weekday_date(weekday, pointers, forms.values.later.get(key(match["post"] or ""), 0), setting)
    return _relative(match, weekday, line)


def _relative(match: re.Match[str], weekday: int | None, line: DateLine) -> tuple[date, ...]:
    """ "Tomorrow", "a week today", "a fortnight on Thursday"."""
    today, forms = line.setting.today, line.forms
    if match["w8"]:
        later = timedelta(days=forms.values.later.get(key(match["earlier"]), 7))
        if weekday is None:
            return (today + later + timedelta(days=forms.values.relative.get(key(match["w8"])) or 0),)
        return (today + timedelta(days=(weekday - today.weekday()) % 7 or 7) + later,)
    days = forms.values.relative.get(key(match["rel"]), 0)
    if days is None:
        return ()
    return (today + timedelta(days=days + forms.values.later.get(key(match["later"] or ""), 0)),)


def _year(text: str | None) -> int | None:
    if not text:
        return None
    number = int(text.lstrip("'"))
    return number + 2000 if number < 100 else number
