"""What the HTML of a mail says to machines: schema.org items in JSON-LD and microdata (https://schema.org/docs/gs.html).

Nobody sees them, so they only ever add to what the words say. Every size is bounded; whatever is broken or over a bound is left out.
"""

from __future__ import annotations

import html as html_entities
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

_MOST_HTML = 384 * 2**10
_MOST_BLOCKS = 20
_MOST_IN_BLOCK = 64 * 2**10
_MOST_ITEMS = 200
_MOST_VALUES = 400
_MOST_DEPTH = 12
_MOST_COLLECTING = 8
_LONGEST_VALUE = 2_000
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_JSON_LD = re.compile(r"<script\b[^>]{0,300}application/ld\+json[^>]{0,300}>", re.IGNORECASE)
_END = re.compile(r"</script", re.IGNORECASE)
_VALUE_OF = {
    "meta": "content",
    "time": "datetime",
    "link": "href",
    "a": "href",
    "area": "href",
    "img": "src",
    "data": "value",
}
"""Where an element keeps its value (HTML Living Standard section 5.2.3, "values")."""


@dataclass(slots=True)
class Item:
    """One thing described. ``types`` and the names in ``values``: without the vocabulary's address ("Event", "startDate")."""

    types: frozenset[str]
    values: dict[str, list[str | Item]] = field(default_factory=dict)

    def texts(self, name: str) -> list[str]:
        """Return the values of *name* that are texts, without empty ones."""
        return [value for value in self.values.get(name, ()) if isinstance(value, str) and value]

    def text(self, name: str) -> str:
        """Return the first text of *name*, ``""`` where there is none."""
        return next(iter(self.texts(name)), "")

    def items(self, name: str) -> list[Item]:
        """Return the values of *name* that are items."""
        return [value for value in self.values.get(name, ()) if isinstance(value, Item)]

    def within(self) -> Iterator[Item]:
        """Yield this item and every one inside it, each once."""
        waiting, seen = [self], {id(self)}
        while waiting:
            item = waiting.pop(0)
            yield item
            for value in (value for values in item.values.values() for value in values):
                if isinstance(value, Item) and id(value) not in seen:
                    seen.add(id(value))
                    waiting.append(value)


def read_markup(html: str | None) -> tuple[Item, ...]:
    """Return the outermost items of *html* in its order, JSON-LD first; none where it does not speak of schema.org. Never raises."""
    source = (html or "")[:_MOST_HTML]
    if "schema.org" not in source.lower():
        return ()
    return (*_read_json_ld(source), *(_read_microdata(source) if "itemtype" in source.lower() else ()))[:_MOST_ITEMS]


def _read_json_ld(source: str) -> list[Item]:
    room = _Room()
    found: list[Item] = []
    for match in list(_JSON_LD.finditer(source))[:_MOST_BLOCKS]:
        end = _END.search(source, match.end())
        block = source[match.end() : end.start() if end else len(source)]
        value = _parse_json(block) if len(block) <= _MOST_IN_BLOCK else None
        found += [item for item in _values_of(value, room, 0) if isinstance(item, Item)]
    return found


def _parse_json(block: str) -> object:
    """Return the value of *block*, None where it is broken; some mail programs write entities where none belong."""
    for text in (block, html_entities.unescape(block)):
        try:
            return json.loads(text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


@dataclass(slots=True)
class _Room:
    """How many items and values may still be taken in."""

    items: int = _MOST_ITEMS
    values: int = _MOST_VALUES

    def for_item(self) -> bool:
        self.items -= 1
        return self.items >= 0

    def for_value(self) -> bool:
        self.values -= 1
        return self.values >= 0


def _values_of(value: object, room: _Room, depth: int) -> Iterator[str | Item]:
    """Yield what a JSON value says: a list and a graph are their members."""
    if depth > _MOST_DEPTH or not room.for_value():
        return
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        yield _clean(str(value)[:_LONGEST_VALUE])
    elif isinstance(value, list):
        for member in value[:_MOST_ITEMS]:
            yield from _values_of(member, room, depth + 1)
    elif isinstance(value, dict):
        yield from _item_of(value, room, depth)


def _item_of(table: dict[object, object], room: _Room, depth: int) -> Iterator[str | Item]:
    if "@graph" in table:
        yield from _values_of(table["@graph"], room, depth + 1)
    if "@value" in table:
        yield from _values_of(table["@value"], room, depth + 1)
    if not ({"@type", "type"} & table.keys()) or not room.for_item():
        return
    types = table.get("@type", table.get("type"))
    item = Item(_types(types if isinstance(types, list) else [types]))
    for name, value in table.items():
        if isinstance(name, str) and not name.startswith("@"):
            item.values.setdefault(_short(name), []).extend(_values_of(value, room, depth + 1))
    yield item


def _types(names: list[object]) -> frozenset[str]:
    return frozenset(_short(name) for name in names[:10] if isinstance(name, str))


def _short(name: str) -> str:
    """Return a type's or property's name without its vocabulary ("http://schema.org/Event", "schema:Event")."""
    return re.split(r"[/#:]", name.strip()[:_LONGEST_VALUE].rstrip("/"))[-1][:80]


def _clean(text: str) -> str:
    return " ".join(_INVALID.sub("", text).split())


def _read_microdata(source: str) -> list[Item]:
    reader = _Microdata()
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True)
    try:
        etree.fromstring(_INVALID.sub("", source).encode(), parser)
    except etree.LxmlError:
        reader.close()  # what was read until here is kept
    return reader.found


@dataclass(slots=True)
class _Element:
    """An open element. ``item``: the one it begins; ``names``: the properties whose value its text is; ``words``: that text."""

    item: Item | None = None
    names: tuple[str, ...] = ()
    words: list[str] = field(default_factory=list)


_BARE = _Element()


@dataclass(slots=True)
class _Microdata:
    """Target of the parser. ``items``: the open items, innermost last; ``collecting``: the open elements whose text is a value."""

    found: list[Item] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    open: list[_Element] = field(default_factory=list)
    collecting: list[_Element] = field(default_factory=list)
    room: _Room = field(default_factory=_Room)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        names = tuple(_short(name) for name in attributes.get("itemprop", "").split()[:10])
        if "itemscope" in attributes and len(self.items) < _MOST_DEPTH and self.room.for_item():
            self.open.append(_Element(item=self._begin(attributes.get("itemtype", ""), names)))
        elif not names or not self.items:
            self.open.append(_BARE)
        elif (value := attributes.get(_VALUE_OF.get(tag, "content"))) is not None:
            self._add(names, value)
            self.open.append(_BARE)
        else:
            self._collect(names)

    def _begin(self, types: str, names: tuple[str, ...]) -> Item:
        item = Item(_types(list(types[:_LONGEST_VALUE].split())))
        if self.items:
            for name in names:
                self.items[-1].values.setdefault(name, []).append(item)
        if not self.items or not names:
            self.found.append(item)
        self.items.append(item)
        return item

    def _collect(self, names: tuple[str, ...]) -> None:
        if len(self.collecting) >= _MOST_COLLECTING:
            self.open.append(_BARE)
            return
        self.open.append(_Element(names=names))
        self.collecting.append(self.open[-1])

    def data(self, data: str) -> None:
        for element in self.collecting:
            if len(element.words) < _MOST_ITEMS:
                element.words.append(data[:_LONGEST_VALUE])

    def end(self, _tag: str) -> None:
        element = self.open.pop() if self.open else _BARE
        if element.item is not None and self.items:
            self.items.pop()
        elif element.names and self.collecting:
            self.collecting.pop()
            self._add(element.names, "".join(element.words))

    def _add(self, names: tuple[str, ...], value: str) -> None:
        text = _clean(value[:_LONGEST_VALUE])
        for name in names if self.items else ():
            if self.room.for_value():
                self.items[-1].values.setdefault(name, []).append(text)

    def comment(self, text: str) -> None:
        """Comments say nothing."""

    def close(self) -> None:
        """Called at the end of the document."""
