"""Which zone a mail means: abbreviations, names, cities, offsets, Windows names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.core.reading.company.cues import Language
from bot.core.reading.company.displayed_zones import find_displayed
from bot.core.reading.company.folding import flatten, fold
from bot.core.reading.company.grammar import ZoneForms
from bot.core.reading.company.windows_zones import WINDOWS_KEYS, WINDOWS_NAMES

_WORD = re.compile(
    r"(?:(?P<offset>(?<![\w/])(?:utc|gmt)\s?(?P<sign>[+-])\s?(?P<oh>\d{1,2})(?:[:.h]?(?P<om>\d\d))?(?!\d)"
    r"|(?P<sign2>(?<=\d)\+|(?<=\d\s)[+-]|(?<=\d\s\()[+-])(?P<oh2>[01]\d):?(?P<om2>[0-5]\d)(?!\w))|(?P<zulu>(?<=\d:)\d\dz(?!\w))|(?<![\w/])(?P<word>\w+))"
)
_WORDS = re.compile(r"\w+")
_IANA = re.compile(
    r"(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Z][A-Za-z_]{1,30}(?:/[A-Z][A-Za-z_]{1,30})?(?!\w)"
)
_BRACKETED_PLACE = re.compile(r"\s?\((?P<place>[^\W\d_][\w .'-]{2,24})\)")
_MARKS = re.compile(r"[\s,;(\[=/\u2013\u2014-]{1,4}")
_SHORTEST_PLACE = 4
_REACH = 90
_FEW_WORDS = 3
UNKNOWN = ("unknown",)
"""The keys of a zone that is told by a place which no list holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneMention:
    """A zone as written. ``keys``: what it can mean, IANA names (``""``: the owner's own; `UNKNOWN`); ``offset``: a fixed one instead.
    ``for_all``: said of all times of the mail; ``doubtful``: perhaps said of something else than its times."""

    start: int
    end: int
    keys: tuple[str, ...]
    offset: timedelta | None = None
    for_all: bool = False
    doubtful: bool = False
    text: str = ""


@lru_cache(maxsize=256)
def load_zone(key: str) -> ZoneInfo | None:
    """Return the IANA zone *key*, or None where there is no such zone."""
    try:
        return ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def owner_zone(key: str) -> tzinfo:
    """Return the owner's zone, UTC where its name is unknown."""
    return load_zone(key) or UTC


def find_zones(text: str, language: Language) -> tuple[ZoneMention, ...]:
    """Return the zones named in *text*, in order."""
    if language.grammar is None:
        return ()
    folded, forms = fold(text), language.grammar.zones
    found: list[ZoneMention] = []
    for match in _WORD.finditer(folded):
        if found and match.start() < found[-1].end:
            continue
        mention = _displayed(match, text, folded, forms) or (
            _offset(match, text, folded, forms)
            if match["offset"] or match["zulu"]
            else _named(match, text, folded, forms)
        )
        if mention is not None:
            while found and found[-1].start >= mention.start:
                found.pop()  # "daqui" of "9h daqui de São Paulo"
            found.append(mention)
    found = [_told_behind(mention, text, language) if mention.keys == ("sender",) else mention for mention in found]
    found = [replace(zone, keys=("sender",)) if _only_differs(zone, text, language) else zone for zone in found]
    return tuple(
        zone
        for number, zone in enumerate(found)
        if not _is_told_again(text, found[:number], zone) and not _is_of_building(zone, text, language)
    )


def _is_of_building(zone: ZoneMention, text: str, language: Language) -> bool:
    """Return whether a place is but the name of a room or a house ("14:00 (Vienna room)")."""
    behind = text[zone.end : zone.end + _REACH].lstrip(" -")
    return language.pattern("building_behind").match(flatten(language.plain(behind))) is not None


def _only_differs(zone: ZoneMention, text: str, language: Language) -> bool:
    """Return whether the words before a place only tell how far its clock is from that of an hour ("at 12, an hour earlier in Lisbon"),
    which the author then tells by another."""
    before = flatten(language.plain(text[max(0, zone.start - _REACH) : zone.start])).rstrip(" (,:")
    return language.pattern("clock_differs_before").search(before) is not None


def _told_behind(mention: ZoneMention, text: str, language: Language) -> ZoneMention:
    """Return *mention*, "our time", as the zone of the place in brackets behind it ("15h00 daqui (Amesterdão)")."""
    named = _BRACKETED_PLACE.match(text, mention.end)
    keys = find_place(named["place"], language) if named else ()
    return replace(mention, keys=keys) if keys else mention


def _is_told_again(text: str, before: Sequence[ZoneMention], zone: ZoneMention) -> bool:
    """Return whether an offset only says again what the name right before it means ("Nairobi time, UTC+3")."""
    if zone.offset is None or not before or not before[-1].keys or before[-1].keys in (UNKNOWN, ("",)):
        return False
    return _MARKS.fullmatch(text[before[-1].end : zone.start]) is not None


def _displayed(match: re.Match[str], text: str, folded: str, forms: ZoneForms) -> ZoneMention | None:
    start = match.start() - 1
    found = find_displayed(text, folded, start, forms) if start >= 0 and text[start] == "(" else None
    return ZoneMention(keys=(found[0],), text=text[start : found[1]], start=start, end=found[1]) if found else None


def _offset(match: re.Match[str], text: str, folded: str, forms: ZoneForms) -> ZoneMention | None:
    """ "UTC+1", "GMT-05:00", "+0200" behind an hour, the Z of ISO 8601."""
    if match["zulu"]:
        return ZoneMention(keys=("UTC",), text="Z", start=match.end() - 1, end=match.end())
    before = folded[max(0, match.start() - _REACH) : match.start()]
    bare = match["sign2"]
    if bare and not re.search(r"\d\s?$", before):
        return None
    hours, minutes = int(match["oh"] or match["oh2"]), int(match["om"] or match["om2"] or 0)
    if hours > 14:
        return None
    return ZoneMention(
        keys=(),
        offset=(-1 if (match["sign"] or bare) == "-" else 1) * timedelta(hours=hours, minutes=minutes),
        for_all=bool(forms.all_times.search(before)),
        text=text[match.start() : match.end()],
        start=match.start(),
        end=match.end(),
    )


def _named(match: re.Match[str], text: str, folded: str, forms: ZoneForms) -> ZoneMention | None:
    start = match.start()
    path = _IANA.match(text, start)
    if path:
        return _mention(text, folded, forms, start, path.end(), (path[0],)) if load_zone(path[0]) else None
    for name in (*forms.names.get(match["word"], ()), *WINDOWS_NAMES.get(match["word"], ())):
        end = start + len(name)
        if folded.startswith(name, start) and not folded[end : end + 1].isalnum():
            keys = _keys_of(text[start:end], text, folded, (start, end), forms)
            return _mention(text, folded, forms, start, end, keys) if keys else None
    return _unknown(match, text, folded, forms)


def _unknown(match: re.Match[str], text: str, folded: str, forms: ZoneForms) -> ZoneMention | None:
    """Return the zone of a place that no list holds, where an hour is said to be of it ("10h, heure de Quimperlé")."""
    start, end = match.span("word")
    if end - start < _SHORTEST_PLACE or not text[start].isupper() or not text[start + 1 : end].islower():
        return None
    before = folded[max(0, start - _REACH) : start]
    lead = forms.time_of.search(before)
    if lead is None or not lead[0].strip(" ").count(" ") + lead[0].count("'") or text[end : end + 2].strip() == ":":
        return None
    of_hour = forms.after_hour.search(before[: lead.start()])
    return _mention(text, folded, forms, start, end, UNKNOWN) if of_hour else None


def _mention(text: str, folded: str, forms: ZoneForms, start: int, end: int, keys: tuple[str, ...]) -> ZoneMention:
    before = folded[max(0, start - _REACH) : start]
    lead, behind = forms.time_of.search(before), forms.time_behind.match(folded, end)
    place = None if lead else forms.after_place_lead.search(before)
    opening = lead.start() if lead else place.start("lead") if place else len(before)
    return ZoneMention(
        keys=keys,
        for_all=bool(forms.all_times.search(before)),
        text=text[start:end],
        start=start - len(before) + opening,
        end=behind.end() if behind else end,
    )


def _keys_of(written: str, text: str, folded: str, span: tuple[int, int], forms: ZoneForms) -> tuple[str, ...]:
    """Return what a written name means; nothing where it is no zone here ("Boston", "Pacific" and "Central" need an hour before them)."""
    start, end = span
    name = folded[start:end]
    keys = forms.keys.get(name, ()) or WINDOWS_KEYS.get(name, ())
    before = folded[max(0, start - _REACH) : start]
    if name in forms.adverbs:
        return keys if forms.after_hour.search(before) else ()
    if keys in (("",), ("sender",)) or not forms.time_words.isdisjoint(_WORDS.findall(name)) or name in WINDOWS_KEYS:
        return keys
    if forms.time_of.search(before) or forms.time_behind.match(folded, end) or forms.after_place_lead.search(before):
        return keys if written[:1].isupper() else ()
    if not written[:1].isupper() or (len(written) <= 4 and not written.isupper()) or name == "z":
        return ()
    if name in forms.also_names and not forms.all_times.search(before):
        return ()
    if name in forms.regions and _is_region(text, folded, span, forms):
        return keys
    hour = forms.after_hour if written.isupper() else forms.after_clock
    if (
        any(pattern.search(before) for pattern in (forms.all_times, forms.after_time_word, hour))
        or (text.strip(" .()") == written and written.isupper())  # one who signs may have the name of a city
    ):
        return () if name in forms.caps_words and text.isupper() else keys
    return keys if written.isupper() and len(written) > 3 and name not in forms.doubtful and " " not in written else ()


def _is_region(text: str, folded: str, span: tuple[int, int], forms: ZoneForms) -> bool:
    """Return whether the name of a region tells a clock: in brackets behind a day or an hour ("Wednesday 11/4 (Eastern)", "(that's
    Eastern, by the way)"), or behind an hour ("at 9 Eastern", not "9 Eastern Road")."""
    start, end = span
    before = folded[max(0, start - _REACH) : start]
    bracket = before.rpartition("(")
    closes = text[end : end + 1] == ")" or (text[end : end + 1] == "," and bracket[2].strip())
    if bracket[1] and closes and not any(c.isdigit() for c in bracket[2]):
        return bracket[2].count(" ") < _FEW_WORDS and any(c.isdigit() for c in bracket[0])
    named = text[end:].lstrip(" ")[:1].isupper() and text[end : end + 1] == " "
    return forms.after_hour.search(before) is not None and not named


def find_place(text: str, language: Language) -> tuple[str, ...]:
    """Return the IANA names of the place that *text* consists of, nothing where it is none that is known ("Punta Arenas")."""
    if language.grammar is None or not text[:1].isupper() or len(text) < _SHORTEST_PLACE:
        return ()
    keys = language.grammar.zones.keys.get(fold(text), ())
    return tuple(key for key in keys if "/" in key)


def known_keys(language: Language) -> tuple[str, ...]:
    """Return the IANA names of all zones that have a name in *language*."""
    known = language.grammar.zones.keys.values() if language.grammar else ()
    return tuple(dict.fromkeys(key for keys in known for key in keys if "/" in key))


def speaks_of_time(zone: ZoneMention, language: Language) -> bool:
    """Return whether a zone is named as such ("our time", "9h daqui") and not by words that may be of a place ("bei uns")."""
    if language.grammar is None:
        return False
    name, forms = fold(zone.text), language.grammar.zones
    return name in forms.adverbs or not forms.time_words.isdisjoint(_WORDS.findall(name))


def offset_zone(offset: timedelta) -> tzinfo:
    """Return the zone of a fixed offset."""
    return timezone(offset)
