"""The letters' templates: checked when they are read, rendered twice (plain text and HTML) from the same words."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from bot.core.letter.filters import (
    addressed_html,
    exact_html,
    exact_text,
    marked_html,
    marked_text,
    tidy,
    underline,
    wrap,
    wrap_line,
    wrap_point,
)
from bot.errors import ConfigurationError


class Part(StrEnum):
    """What a letter is about: one template each, named like the member's value."""

    NOTED = "noted"
    FOUND = "found"
    PREPARE = "prepare"
    DEBRIEF = "debrief"
    TOLD = "told"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    APPROVAL = "approval"
    RECEIPT = "receipt"
    QUESTION = "question"
    NOTICE = "notice"
    NOTES = "notes"
    STATUS = "status"
    PENDING = "pending"
    HELP = "help"
    TEST = "test"


_FRAMES = ("layout", "blocks")
_LAYOUT_NAMES = frozenset({"subject", "body", "token"})
PART_NAMES: Mapping[Part, frozenset[str]] = MappingProxyType(
    {
        Part.NOTED: frozenset({"subject", "by_owner", "facts", "reasons", "plan", "voided", "answers"}),
        Part.FOUND: frozenset({"subject", "days", "rows", "until", "answers"}),
        Part.PREPARE: frozenset({"subject", "facts", "unknown", "nobody", "decision"}),
        Part.DEBRIEF: frozenset({"subject", "facts", "people", "until", "answers"}),
        Part.TOLD: frozenset({"subject", "lines", "told", "answers"}),
        Part.CHANGED: frozenset({"subject", "before", "facts", "plan", "voided", "answers"}),
        Part.CANCELLED: frozenset({"subject", "facts", "voided", "answers"}),
        Part.APPROVAL: frozenset(
            {"subject", "remark", "told", "facts", "drafts", "answers", "undo", "sendable", "blocked"}
        ),
        Part.RECEIPT: frozenset({"subject", "lines", "drafts", "answers", "full", "until"}),
        Part.QUESTION: frozenset({"subject", "question", "quoted", "facts", "drafts", "answers", "own_words"}),
        Part.NOTICE: frozenset({"subject", "lines", "facts"}),
        Part.NOTES: frozenset({"subject", "lines", "facts", "texts", "answers"}),
        Part.STATUS: frozenset({"subject", "lines", "weeks", "rows"}),
        Part.PENDING: frozenset({"subject", "rows"}),
        Part.HELP: frozenset({"subject", "groups"}),
        Part.TEST: frozenset({"subject", "facts", "answers"}),
    }
)
"""The names that each part's template may use; anything else is a mistake in it."""


class _Loader(BaseLoader):
    """Finds a part under ``NAME.j2`` and a frame under ``NAME.EXTENSION.j2``."""

    def __init__(self, texts: Mapping[str, str], extension: str) -> None:
        self._texts = texts
        self._extension = extension

    def file_name(self, name: str) -> str:
        return f"{name}.{self._extension}.j2" if name in _FRAMES else f"{name}.j2"

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        file_name = self.file_name(template)
        if file_name not in self._texts:
            raise TemplateNotFound(file_name)
        return self._texts[file_name], file_name, lambda: True


@dataclass(frozen=True, slots=True)
class LetterTemplates:
    """The templates of all letters, ready to render."""

    _text: Environment
    _html: Environment

    def render(self, part: Part, *, subject: str, token: str, values: Mapping[str, object]) -> tuple[str, str]:
        """Return the letter as (plain text, HTML). A mistake that shows only now is a `ConfigurationError` with file and line."""
        try:
            return (
                _render(self._text, part, subject=subject, token=token, values=values),
                _render(self._html, part, subject=subject, token=token, values=values),
            )
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as exc:
            raise ConfigurationError([_render_problem(exc, part)]) from exc


def load_templates(texts: Mapping[str, str]) -> LetterTemplates:
    """Return the templates in *texts* (file name in ``config/letters`` -> text), or raise a `ConfigurationError` that lists
    every mistake with file and line: missing files, wrong syntax, names that no letter gives."""
    text, html = _environment(texts, "txt"), _environment(texts, "html")
    problems = dict.fromkeys((*_problems(text), *_problems(html)))
    if problems:
        raise ConfigurationError(list(problems))
    return LetterTemplates(text, html)


def _environment(texts: Mapping[str, str], extension: str) -> Environment:
    html = extension == "html"
    environment = ImmutableSandboxedEnvironment(
        loader=_Loader(texts, extension),
        undefined=StrictUndefined,
        autoescape=html,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        wrap=wrap, wrap_line=wrap_line, wrap_point=wrap_point, underline=underline,
        exact=exact_html if html else exact_text, marked=marked_html if html else marked_text,
        addressed=addressed_html if html else str,
    )  # fmt: skip
    return environment


def _render(environment: Environment, part: Part, *, subject: str, token: str, values: Mapping[str, object]) -> str:
    body = environment.get_template(part.value).render(subject=subject, **values)
    shown = Markup(body) if environment.autoescape else tidy(body)  # noqa: S704 - escaped by the template of the part
    whole = environment.get_template("layout").render(subject=subject, body=shown, token=token)
    return whole if environment.autoescape else tidy(whole) + "\n"


def _problems(environment: Environment) -> Iterator[str]:
    loader = environment.loader
    if not isinstance(loader, _Loader):
        return
    expected = {
        "layout": _LAYOUT_NAMES,
        "blocks": frozenset[str](),
        **{part.value: names for part, names in PART_NAMES.items()},
    }
    for name, known in expected.items():
        yield from _template_problems(environment, loader, name, known)


def _template_problems(environment: Environment, loader: _Loader, name: str, known: frozenset[str]) -> Iterator[str]:
    file_name = loader.file_name(name)
    try:
        source, _, _ = loader.get_source(environment, name)
        tree = environment.parse(source, name, file_name)
        environment.compile(tree, name, file_name)
    except TemplateNotFound:
        yield f"letters/{file_name} is missing; put it back, or remove the directory that hides it."
    except TemplateSyntaxError as exc:
        yield f"letters/{file_name}, line {exc.lineno}: {exc.message}"
    else:
        yield from _unknown_names(tree, file_name, known | set(environment.globals))


def _unknown_names(tree: nodes.Template, file_name: str, known: frozenset[str] | set[str]) -> Iterator[str]:
    names = list(tree.find_all(nodes.Name))
    bound = {node.name for node in names if node.ctx != "load"} | {"caller", "loop"}
    bound |= {imported.target for imported in tree.find_all(nodes.Import)}
    bound |= {macro.name for macro in tree.find_all(nodes.Macro)}
    for node in names:
        if node.ctx == "load" and node.name not in bound | known:
            yield f"letters/{file_name}, line {node.lineno}: the letter has no “{node.name}”."


def _render_problem(exc: Exception, part: Part) -> str:
    frames = [frame for frame in traceback.extract_tb(exc.__traceback__) if frame.filename.endswith(".j2")]
    where = f"letters/{frames[-1].filename}, line {frames[-1].lineno}" if frames else f"letters/{part.value}.j2"
    return f"{where}: {exc}"
