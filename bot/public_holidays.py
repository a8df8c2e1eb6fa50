"""Public holidays by the company's country (policy: quiet.holidays): the `holidays` library, and the country that a time zone lies in."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from bot.core.followup.hours import Closed, HolidaysOf, always_open
from bot.errors import ConfigurationError


def make_holidays(rule: str) -> HolidaysOf:
    """Return zone → its holidays by *rule*: ``"auto"`` (the zone's country), ``"none"``, or one country's code for every zone.

    Raises:
        ConfigurationError: nothing is known of that country.
    """
    if rule == "none":
        return lambda _tz: always_open
    if rule == "auto":
        return lambda tz: _holidays_in(_countries().get(tz, ""))
    closed = _holidays_in(rule)
    if closed is always_open:
        raise ConfigurationError(
            [
                f'policy.toml: quiet.holidays: nothing is known of the country "{rule}"; write "auto", "none", or another code.'
            ]
        )
    return lambda _tz: closed


@cache
def _holidays_in(country: str) -> Closed:
    """Return the nationwide holidays of a country (ISO 3166); where nothing is known of it, none."""
    if not country:
        return always_open
    from holidays import country_holidays, list_supported_countries  # 50 ms that most commands can do without

    if country not in list_supported_countries():
        return always_open
    days = country_holidays(country)
    return days.__contains__


@cache
def _countries() -> dict[str, str]:
    """Return IANA zone → the country it lies in, by the table of the zone database."""
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {row[2]: row[0] for row in rows}
