"""What pydantic finds wrong with a configuration file, as sentences for a person: where, what, and an example."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

_EXAMPLES = {
    "bool_type": "write true or false",
    "int_type": "write a whole number such as 2",
    "string_type": 'write a text in quotes, such as "…"',
    "string_too_short": "write at least one word",
    "list_type": 'write a list in brackets, such as ["…"]',
    "missing": "it is missing",
}


def sentences(name: str, model: type[BaseModel], error: ValidationError) -> list[str]:
    """Return one sentence for each thing wrong in the file *name*, in the order of the file."""
    return [_sentence(name, model, detail) for detail in error.errors(include_url=False)]


def _sentence(name: str, model: type[BaseModel], detail: ErrorDetails) -> str:
    path = _path(detail["loc"])
    if detail["type"] == "extra_forbidden":
        return f"{name}: {path} is no key of the program{_did_you_mean(model, detail['loc'])}; correct or remove it."
    if detail["type"] in ("model_type", "dict_type"):
        return f"{name}: {path} is a table of keys; write [{path}] and its keys below."
    shown = "" if detail["type"] == "missing" else f" = {_shown(detail['input'])}"
    return f"{name}: {path}{shown}: {_advice(detail)}."


def _advice(detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    if kind == "literal_error":
        return f"write {context['expected']}".replace("'", '"')
    if kind == "greater_than_equal":
        return f"write a whole number from {context['ge']} on"
    return _EXAMPLES.get(kind, detail["msg"])


def _path(location: Iterable[str | int]) -> str:
    """Return ``("qualifications", 0, "text")`` as ``qualifications[1].text``: people count from one."""
    path = ""
    for part in location:
        path += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return path.removeprefix(".")


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _did_you_mean(model: type[BaseModel], location: tuple[str | int, ...]) -> str:
    *above, key = location
    close = difflib.get_close_matches(str(key), _keys(model, above), n=1)
    return f" (did you mean {close[0]}?)" if close else ""


def _keys(model: type[BaseModel], above: Iterable[str | int]) -> list[str]:
    """Return the keys of the table at *above* (none for a table inside an array)."""
    for part in above:
        field = model.model_fields.get(str(part))
        inner = field.annotation if field else None
        if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
            return []
        model = inner
    return list(model.model_fields)
