"""Public holidays by time zone."""

from __future__ import annotations

from datetime import date

import pytest

from bot.errors import ConfigurationError
from bot.public_holidays import make_holidays

UNITY = date(2027, 10, 3)  # Germany
FOURTH_OF_JULY = date(2027, 7, 4)
CHRISTMAS = date(2027, 12, 25)
A_MONDAY = date(2027, 5, 10)


@pytest.mark.parametrize(
    ("rule", "tz", "closed", "open_"),
    [
        pytest.param(
            "auto", "Europe/Berlin", [UNITY, CHRISTMAS], [FOURTH_OF_JULY, A_MONDAY], id="the company's country"
        ),
        pytest.param("auto", "America/New_York", [FOURTH_OF_JULY], [UNITY], id="another country"),
        pytest.param("auto", "Etc/UTC", [], [UNITY, CHRISTMAS], id="a zone of no country"),
        pytest.param("auto", "Nowhere/Else", [], [CHRISTMAS], id="an unknown zone"),
        pytest.param("DE", "America/New_York", [UNITY], [FOURTH_OF_JULY], id="one country for all"),
        pytest.param("none", "Europe/Berlin", [], [UNITY, CHRISTMAS], id="none"),
    ],
)
def test_holidays_are_those_of_the_rule(rule: str, tz: str, closed: list[date], open_: list[date]) -> None:
    is_closed = make_holidays(rule)(tz)
    assert all(is_closed(day) for day in closed)
    assert not any(is_closed(day) for day in open_)


def test_a_country_that_nobody_knows_is_said_once_and_clearly() -> None:
    with pytest.raises(ConfigurationError, match='"QQ"'):
        make_holidays("QQ")
