"""A text with what its times of day are read by."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.reading.company.clock_forms import ClockForms
from bot.core.reading.company.date_mention import DateMention
from bot.core.reading.company.halves import Hit, HourStyle

_BEFORE = 24
_BEHIND = 16
_BETWEEN = " ,;:|-()\u2013"
_NUMBERS = re.compile(r"[\d/]")
_LEADS_ON = re.compile(r"\s(?:\w{1,3}\s)?")


@dataclass(frozen=True, slots=True)
class ClockLine:
    """``folded`` is ``text`` in small letters without accents, place for place; ``style``: how its mail tells hours."""

    text: str
    folded: str
    forms: ClockForms
    style: HourStyle
    dates: tuple[DateMention, ...]

    @property
    def undated(self) -> str:
        """``folded`` with the digits and slashes of the dates made letters, place for place."""
        text = self.folded
        for mention in self.dates:
            text = text[: mention.start] + _NUMBERS.sub("n", text[mention.start : mention.end]) + text[mention.end :]
        return text

    def before(self, place: int, reach: int = _BEFORE) -> str:
        """Return the last letters before *place*."""
        return self.folded[max(0, place - reach) : place]

    def is_led(self, hit: Hit, *, opens_range: bool = True) -> bool:
        """Return whether a word for "at" stands before *hit*, or the part of day behind it; *opens_range*: "from" counts as well."""
        before = self.before(hit.start)
        if self.forms.signs.lead.search(before):
            return not self.forms.signs.length_before.search(before)
        if opens_range and self.forms.ranges.from_before.search(before):
            return True
        behind = self.folded[hit.end : hit.end + _BEHIND].lstrip(" ,")
        parts = self.forms.parts
        return any(part.match(behind) for part in (parts.morning, parts.afternoon, parts.evening))

    def follows_date(self, hit: Hit, marks: str = "", *, numbered: bool = False) -> bool:
        """Return whether nothing but marks (those everywhere, and *marks*) stands between a date and *hit*. *numbered*: the date has the
        number of its day."""
        between = _BETWEEN + marks
        return any(
            d.end <= hit.start and not self.folded[d.end : hit.start].strip(between)
            for d in self.dates
            if d.numbered or not numbered
        )

    def follows_led_date(self, hit: Hit) -> bool:
        """Return whether a word for "at", and nothing else, stands between a date and *hit*."""
        lead = self.forms.signs.lead.search(self.folded, max(0, hit.start - _BEFORE), hit.start)
        start = hit.start - len(lead[0]) if lead else hit.start
        return (
            any(d.end <= start and not self.folded[d.end : start].strip(_BETWEEN) for d in self.dates)
            if lead
            else False
        )

    def precedes_date(self, hit: Hit) -> bool:
        """Return whether nothing stands between *hit* and a date but one short word ("ten on Friday")."""
        return any(hit.end < d.start and _LEADS_ON.fullmatch(self.folded, hit.end, d.start) for d in self.dates)

    def counts_nothing(self, hit: Hit) -> bool:
        """Return whether the word behind a number is one that no number above one counts."""
        return self.forms.signs.uncounted_behind.match(self.folded, hit.end) is not None

    def may_end_bare(self, hit: Hit) -> bool:
        """Return whether what stands behind a number may stand behind a time of day without a sign."""
        signs = self.forms.signs
        if signs.bare_behind.match(self.folded, hit.end):
            return True
        led = hit.hour > 1 and signs.sure_lead.search(self.before(hit.start))
        return bool(led and signs.uncounted_behind.match(self.folded, hit.end))
