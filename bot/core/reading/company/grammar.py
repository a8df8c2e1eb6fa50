"""How a language writes dates, hours and zones: expressions built once from its words. All of them run in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_SEP = r"[\s,.]{0,3}"
_ORDINAL = r"(?:st|nd|rd|th|\u00ba|\u00aa|er)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """``date`` finds one date, ``clock`` one time of day, ``zone`` one zone."""

    date: re.Pattern[str]
    clock: re.Pattern[str]
    zone: re.Pattern[str]


def compile_grammar(
    months: Iterable[str], weekdays: Iterable[str], numbers: Mapping[str, int], zones: Iterable[str]
) -> Grammar:
    """Return the expressions for a language's words (all lower case)."""
    return Grammar(
        date=re.compile(_date_source(_any_of(months), _any_of(weekdays)), re.IGNORECASE),
        clock=re.compile(
            _clock_source(_any_of(word for word, number in numbers.items() if number <= 12)), re.IGNORECASE
        ),
        zone=re.compile(_zone_source(_any_of(zones)), re.IGNORECASE),
    )


def _any_of(words: Iterable[str]) -> str:
    ordered = sorted({word for word in words if word}, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) or r"(?!)"


def _date_source(month: str, weekday: str) -> str:
    def lead(name: str) -> str:
        return rf"(?:(?P<{name}>{weekday})\b[\s,.(]{{0,3}}(?:the\s)?)?"

    def year(name: str) -> str:
        return rf"(?:,?\s{{0,2}}(?P<{name}>20\d\d)(?!\d|:))?"

    near = r"(?:(?:next|this|coming|following|the)\s)?"
    forms = (
        r"(?P<iy>20\d\d)[-/.](?P<im>[01]?\d)[-/.](?P<id>[0-3]?\d)(?!\d)",
        near + lead("w1") + rf"(?P<d1>[0-3]?\d){_ORDINAL}?{_SEP}(?:of\s)?(?P<m1>{month})\b\.?{year('y1')}",
        near
        + lead("w2")
        + rf"(?P<m2>{month})\b\.?\s{{0,2}}(?:the\s)?(?P<d2>[0-3]?\d){_ORDINAL}?(?![\d:]|\s?[ap]\.?m\b){year('y2')}",
        near
        + lead("w3")
        + r"(?P<a3>[0-3]?\d)(?P<s3>[/.-])(?P<b3>[0-3]?\d)(?:(?P=s3)(?P<y3>(?:20)?\d\d))?(?![\d/]|[.:,-]\d|\s?%|\s?[ap]\.?m\b)",
        near + rf"(?P<w4>{weekday})\b[\s,.(]{{0,3}}(?:the\s)?(?P<d4>[0-3]?\d){_ORDINAL}(?!\w)",
        near
        + rf"(?P<w5>{weekday})\b\s(?:the\s)?(?P<d5>[0-3]?\d)(?![\d:/]|\.\d|\s?[ap]\.?m\b|\s?(?:-|\u2013|to)\s?\d|\s?(?:o'clock"
        rf"|{month})\b)(?=\s|[,;!?)]|$|\.(?:\s|$))",
        rf"the\s(?P<d6>[0-3]?\d){_ORDINAL}(?!\w|\s+(?:floor|of\s+{month}|round|time|year|street|ave|edition"
        rf"|anniversary|century|grade))",
        rf"(?P<after>a\sweek|a\sfortnight|two\sweeks)\s(?:on|from|this|next)\s(?:this\s|next\s)?(?P<w8>{weekday}|today|tomorrow)\b",
        rf"(?:(?P<pre>next\sweek(?:,|\son)?|next|this|coming|this\scoming|following|the|last)\s)?(?P<w7>{weekday})\b(?!-)"
        r"(?P<post>\s(?:week\b(?!\s(?:of|commencing|beginning|starting))|fortnight\b|after\snext\b|(?:of\s|in\s)?next\sweek\b))?",
        r"(?P<rel>the\sday\safter\stomorrow|day\safter\stomorrow|tomm?orr?ow|tmrr?w|tmw|2morrow|tom(?=\s(?:i\.?e|at\b|@|\d|morning|afternoon|evening))|today|tonight|this\s(?:morning|afternoon"
        r"|evening)|(?:the\s)?same\s(?:day|morning|afternoon|evening))\b",
    )
    return r"(?<![\w/])(?<![\d][.:-])(?:" + "|".join(f"(?:{form})" for form in forms) + ")"


def _clock_source(number: str) -> str:
    def meridiem(name: str) -> str:
        return rf"\s?(?P<{name}>a\.m\.|p\.m\.|a\.m|p\.m|am|pm)(?!\w)"

    forms = (
        r"(?P<h1>[01]?\d|2[0-3])[:.h](?P<m1>[0-5]\d)" + meridiem("ap1"),
        r"(?P<h2>1[0-2]|0?\d)" + meridiem("ap2"),
        r"(?P<h3>[01]?\d|2[0-3])[:h](?P<m3>[0-5]\d)(?::[0-5]\d)?(?:\s?(?:hrs?|hours|h)\b)?(?![\d:])",
        r"(?P<h4>[01]?\d|2[0-3])\.(?P<m4>[0-5]\d)(?![\d%]|[.,]\d|\s?(?:%|percent|million|billion|k\b|hours?\b"
        r"|years?\b|km\b|gb\b|usd|eur|gbp))",
        r"(?!(?:19|20)\d\d\s?(?:-|\u2013|to)\s?(?:19|20)\d\d)(?P<h8>[01]\d|2[0-3])(?P<m8>[0-5]\d)(?=\s?(?:hrs?|hours)\b|h\b|\s?(?:-|\u2013|to)\s?(?:[01]\d|2[0-3])[0-5]\d\b"
        r"|\s(?:[A-Z]{1,3}T|GMT|UTC)\b)(?:\s?(?:hrs|hours|hr|h)\b)?",
        r"(?P<noon>(?:12\s)?(?:noon|midday))\b",
        rf"(?P<part>half[\s-]past|half|(?:a\s)?quarter[\s-](?:past|after|to|of)|(?<!from\s)(?P<count>five|ten|twenty(?:-five)?|\d\d?(?=\s(?:minutes|past)))(?:\sminutes)?\s(?:past|to))"
        rf"[\s-](?P<w5>{number}|1[0-2]|[1-9])(?![\d:]|\.\d|\w)(?:{meridiem('ap5')})?",
        rf"(?P<w6>{number})(?:[\s-](?P<thirty>thirty|fifteen|forty-?five)(?:\so'?clock\b|{meridiem('ap6')}|(?!\w|\s?(?:min|hour|people)))|\so'?clock\b|{meridiem('ap7')})",
        rf"(?<=\bat\s)(?P<w9>{number})(?=\s?(?:$|[,.;!?)]|\b(?:on|in|this|tomorrow|today|sharp|next|if|for|with)\b))",
        r"(?P<h7>1[0-2]|\d)\so'?clock\b",
        r"(?P<bare>2[0-3]|1\d|\d)(?![\d:/%\u20ac$]|[.,]\d|\s?(?:st|nd|rd|th|min|mins|minutes|hours?|hrs?|days?"
        r"|weeks?|months?|years?|people|%|k|of|more|or\smore)\b)",
        r"(?P<same>same\stime)\b",
    )
    return r"(?<![\w$\u20ac\u00a3#/])(?<!\d[.,:])(?:" + "|".join(f"(?:{form})" for form in forms) + ")"


def _zone_source(zones: str) -> str:
    offset = r"(?:(?:UTC|GMT)\s?(?P<sign>[+\u2212-])\s?(?P<oh>\d{1,2})(?::?(?P<om>\d\d))?)"
    bare = r"(?P<sign2>[+\u2212-])(?P<oh2>[01]\d):?(?P<om2>[0-5]\d)"
    key = r"(?P<key>(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Z][A-Za-z_]{1,30}(?:/[A-Z][A-Za-z_]{1,30})?)"
    return rf"(?<![\w/])(?:{key}|{offset}|{bare}(?=\W|$)|(?P<name>{zones}))(?!\w)"
