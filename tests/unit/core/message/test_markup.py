"""schema.org markup in the HTML of a mail: what it says, and that hostile markup is left aside in bounded time."""

from __future__ import annotations

import json
import time

import pytest

from bot.core.message.markup import Item, read_markup

EVENT = {"@type": "Event", "name": "Talk", "startDate": "2026-06-04T14:00:00-07:00"}


def script(value: object, context: str = "http://schema.org") -> str:
    text = json.dumps({"@context": context, **value} if isinstance(value, dict) else value)
    return f'<html><!-- schema.org --><script type="application/ld+json">{text}</script><p>Hi</p></html>'


def events(html: str) -> list[Item]:
    return [item for outer in read_markup(html) for item in outer.within() if "Event" in item.types]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(script(EVENT), id="one item"),
        pytest.param(script([EVENT]), id="a list"),
        pytest.param(script({"@graph": [{"@type": "WebPage"}, EVENT]}), id="a graph"),
        pytest.param(script({"@type": "EventReservation", "reservationFor": EVENT}), id="inside a reservation"),
        pytest.param(script(EVENT | {"@type": ["Thing", "https://schema.org/Event"]}), id="a type by its address"),
        pytest.param(script(EVENT).replace('"@type"', "&quot;@type&quot;"), id="entities where none belong"),
        pytest.param(script(EVENT).replace("</script>", "\n</SCRIPT >"), id="another way to close"),
        pytest.param(script(EVENT | {"startDate": {"@value": EVENT["startDate"]}}), id="a typed value"),
        pytest.param(
            '<div itemscope itemtype="http://schema.org/Event"><meta itemprop="startDate" content="2026-06-04T14:00:00-07:00">'
            '<span itemprop="name"><b>Ta</b>lk</span></div>',
            id="microdata in meta and text",
        ),
        pytest.param(
            '<div itemscope itemtype="https://schema.org/EventReservation"><div itemprop="reservationFor" itemscope '
            'itemtype="https://schema.org/Event"><time itemprop="startDate" datetime="2026-06-04T14:00:00-07:00">Thursday</time>'
            '<meta itemprop="name" content="Talk"/></div></div>',
            id="microdata in time, inside a reservation",
        ),
    ],
)
def test_an_event_is_read(html: str) -> None:
    (event,) = events(html)
    assert (event.text("name"), event.text("startDate")) == ("Talk", "2026-06-04T14:00:00-07:00")


def test_a_place_inside_an_event_keeps_its_own_values() -> None:
    html = (
        '<div itemscope itemtype="http://schema.org/Event"><div itemprop="location" itemscope itemtype="http://schema.org/Place">'
        '<span itemprop="name">House</span><a itemprop="url" href="https://meet.example/x">join</a></div>'
        '<span itemprop="name">Talk</span></div>'
    )
    (event,) = events(html)
    (place,) = event.items("location")
    assert (event.text("name"), place.text("name"), place.text("url")) == ("Talk", "House", "https://meet.example/x")


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(None, id="no HTML"),
        pytest.param(
            script(EVENT, context="https://other.example").replace("schema.org", "x"), id="another vocabulary"
        ),
        pytest.param(script(EVENT).replace("}<", "<"), id="broken JSON"),
        pytest.param(script(EVENT).replace("application/ld+json", "text/javascript"), id="a script"),
        pytest.param(script({"@type": 7, "name": None}), id="no type"),
    ],
)
def test_nothing_is_read(html: str | None) -> None:
    assert not events(html or "")
    assert all(not item.types for item in read_markup(html))


@pytest.mark.parametrize(
    "html",
    [
        pytest.param('schema.org<script type="application/ld+json">' + "[" * 60_000, id="deep lists"),
        pytest.param(
            'schema.org<script type="application/ld+json">' + '{"@type":"Event","a":' * 3_000, id="deep items"
        ),
        pytest.param('schema.org<script type="application/ld+json">{"a":' + "9" * 60_000 + "}", id="an endless number"),
        pytest.param('schema.org<script type="application/ld+json">' * 8_000, id="many scripts"),
        pytest.param(
            "schema.org" + '<i itemscope itemtype="Event" itemprop="a b c d e f g h i j">' * 6_000,
            id="deep items of many names",
        ),
        pytest.param('schema.org<div itemscope itemtype="Event">' + '<i itemprop="name">x' * 15_000, id="deep texts"),
        pytest.param("schema.org itemtype" + "<div>" * 70_000, id="deep elements"),
        pytest.param(script([EVENT] * 400), id="many items"),
        pytest.param(script(EVENT | {"name": "\ud800 \x00 x"}), id="signs that are none"),
    ],
)
def test_hostile_markup_is_bounded(html: str) -> None:
    begun = time.process_time()
    found = [item for outer in read_markup(html) for item in outer.within()]
    assert len(found) <= 4_000
    for item in found:
        for value in (value for values in item.values.values() for value in values if isinstance(value, str)):
            value.encode()
    assert time.process_time() - begun < 1.0
