"""Draft templates: text files that the owner may edit, checked when they are loaded.

A file begins with ``Subject: …`` and a blank line; the rest is the letter. ``{{ name }}`` stands for a fact (the fields of `DraftValues`),
``{% if name %} … {% endif %}`` for words that need it, ``{{ vary("a", "b", "c") }}`` for one of several wordings, ``{# … #}`` for a remark.
Loops, assignments and calls of anything else are refused, so that no template takes long or grows large.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields, replace

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.core.draft.layout import EMPTY_MARK, SIGNATURE_MARK, lay_out, split_rendered
from bot.core.draft.placeholder import find_placeholders
from bot.core.draft.plaintext import clean_body, words_of
from bot.core.draft.values import FULL, SCARCE, DraftValues, Variation
from bot.core.draft.wording import Wording, parse_wording
from bot.errors import ConfigurationError, PermanentError

FALLBACK_LANGUAGE = "en"
THANK_YOU = "thank_you.txt"
THANK_YOU_TO_CONTACT = "thank_you_to_contact.txt"
STATUS_CHECK = "status_check.txt"
STATUS_CHECK_AFTER_DATE = "status_check_after_date.txt"
STATUS_CHECK_AGAIN = "status_check_again.txt"
REJECTION_REPLY = "rejection_reply.txt"
WORDING = "wording.toml"
NO_SHOW = "no_show.txt"
LINKEDIN_NOTE = "linkedin_note.txt"
HANDWRITTEN_CARD = "handwritten_card.txt"
CALL_NOTES = "call_notes.txt"
KEEP_IN_TOUCH = "keep_in_touch.txt"
FILE_NAMES = (
    THANK_YOU,
    THANK_YOU_TO_CONTACT,
    STATUS_CHECK,
    STATUS_CHECK_AFTER_DATE,
    STATUS_CHECK_AGAIN,
    REJECTION_REPLY,
    NO_SHOW,
    LINKEDIN_NOTE,
    HANDWRITTEN_CARD,
    CALL_NOTES,
    KEEP_IN_TOUCH,
)

LONGEST_LINKEDIN_NOTE = 300
"""Characters that LinkedIn takes with a request."""

MAX_SOURCE = 20_000
MAX_DRAFT = 20_000
_FILTERS = ("capitalize", "default", "lower", "title", "trim", "upper")
_ALLOWED_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand,
    nodes.And, nodes.Or, nodes.Not, nodes.Concat, nodes.Filter, nodes.Call, nodes.Keyword,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTemplates:
    """Templates by language and file name, and each language's wording; made by `load_templates`."""

    by_language: Mapping[str, _Templates]
    wordings: Mapping[str, Wording]

    def languages(self) -> tuple[str, ...]:
        """Return the languages there are templates for."""
        return tuple(sorted(self.by_language))

    def wording(self, lang: str, name: str) -> Wording:
        """Return the wording of the language that a letter in *lang* is written in: English where there is no template *name* for it."""
        code = lang.lower().partition("-")[0]
        return self.wordings[code if name in self.by_language.get(code, {}) else FALLBACK_LANGUAGE]

    def render(self, wording: Wording, name: str, values: DraftValues, variation: Variation) -> tuple[str, str]:
        """Return (subject, body) of the letter in the language of *wording*. PermanentError where the text grows beyond 20 kB."""
        return _render(self.by_language[wording.lang][name], values, variation, wording)


class _Templates(Mapping[str, Template]):
    """Templates by file name, of which each is compiled when it is first asked for: a program's run needs few of them."""

    def __init__(self, environment: ImmutableSandboxedEnvironment, texts: Mapping[str, str]) -> None:
        self._environment = environment
        self._texts = texts
        self._compiled: dict[str, Template] = {}

    def __getitem__(self, name: str) -> Template:
        if name not in self._compiled:
            self._compiled[name] = self._environment.from_string(self._texts[name])
        return self._compiled[name]

    def __contains__(self, name: object) -> bool:
        return name in self._texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def load_templates(
    texts: Mapping[str, Mapping[str, str]], wordings: Mapping[str, Mapping[str, object]], *, thorough: bool = True
) -> DraftTemplates:
    """Return the templates of *texts* (language -> file name -> text) and *wordings* (language -> table of `WORDING`).

    Raises ConfigurationError that names every mistake with its file and line. Without *thorough* the templates themselves are not looked
    through, as those that are shipped need not be at every start.
    """
    environment = _environment()
    problems: list[str] = []
    spoken = _load_wordings(texts, wordings, problems)
    loaded: dict[str, _Templates] = {}
    for language, files in texts.items():
        wording = spoken.get(language.lower())
        if wording is None:
            continue
        own = {name: text for name, text in files.items() if not (name == WORDING or name.lower().startswith("readme"))}
        loaded[wording.lang] = _Templates(environment, own)
        for name, text in own.items() if thorough else ():
            problems += _mistakes(environment, f"templates/{language}/{name}", name, text, wording)
    problems += [
        f"templates/{FALLBACK_LANGUAGE}/{name}: the file is missing"
        for name in FILE_NAMES
        if name not in texts.get(FALLBACK_LANGUAGE, {})
    ]
    if problems:
        raise ConfigurationError(problems)
    return DraftTemplates(by_language=loaded, wordings=spoken)


def _load_wordings(
    texts: Mapping[str, Mapping[str, str]], wordings: Mapping[str, Mapping[str, object]], problems: list[str]
) -> dict[str, Wording]:
    """Return the wording of every language that has templates."""
    found: dict[str, Wording] = {}
    for language in texts:
        where, code = f"templates/{language}/{WORDING}", language.lower()
        if language not in wordings:
            problems.append(f"{where}: the file is missing; copy that of a language that you know, and change it")
            continue
        try:
            wording = parse_wording(code, where, wordings[language])
            counts = Counter(word for name in FILE_NAMES for word in set(words_of(texts[language].get(name, ""))))
            every = {word for word, count in counts.items() if count > 1}
            found[code] = replace(wording, general=wording.general | every)
        except ConfigurationError as error:
            problems += error.problems
    return found


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True, finalize=_mark_empty
    )
    environment.globals.clear()
    environment.filters = {name: function for name, function in environment.filters.items() if name in _FILTERS}
    return environment


def _mark_empty(value: object) -> object:
    return EMPTY_MARK if value == "" else value


def _render(template: Template, values: DraftValues, variation: Variation, wording: Wording) -> tuple[str, str]:
    names = asdict(replace(values, signature=SIGNATURE_MARK))
    subject, body = split_rendered(template.render(names, vary=variation.chooser()))
    body = lay_out(body, values.signature)
    if len(body) > MAX_DRAFT:
        raise PermanentError("The draft has grown beyond 20 kB; shorten the template or the profile.")
    signature = clean_body(values.signature)
    text, signed, after = body.rpartition(signature) if signature in body else (body, "", "")
    contract = wording.contractions.put_all
    return contract(subject), f"{contract(text)}{signed}{after}"


def _mistakes(
    environment: ImmutableSandboxedEnvironment, where: str, name: str, text: str, wording: Wording
) -> Iterator[str]:
    if name not in FILE_NAMES:
        yield f"{where}: there is no such template{_did_you_mean(name, FILE_NAMES)}"
        return
    if len(text) > MAX_SOURCE:
        yield f"{where}: the file is longer than {MAX_SOURCE} characters"
        return
    try:
        tree = environment.parse(text)
    except TemplateSyntaxError as error:
        yield f"{where}, line {error.lineno}: {_sentence(error.message)}"
        return
    except RecursionError:
        yield f"{where}: its conditions are nested too deeply"
        return
    found = list(_mistakes_in_tree(where, tree))
    yield from found
    if not found:
        yield from _mistakes_in_result(where, environment.from_string(text), text, wording)


def _mistakes_in_tree(where: str, tree: nodes.Template) -> Iterator[str]:
    known = {field.name for field in fields(DraftValues)}
    for node in tree.find_all(nodes.Node):
        line = f"{where}, line {node.lineno}"
        if not isinstance(node, _ALLOWED_NODES):
            yield f"{line}: {type(node).__name__.lower()} is not possible in a template; use names, if and vary"
        elif isinstance(node, nodes.Call):
            yield from _mistakes_in_call(line, node)
        elif isinstance(node, nodes.Filter) and node.name not in _FILTERS:
            yield f"{line}: there is no filter {node.name!r}{_did_you_mean(node.name, _FILTERS)}"
        elif isinstance(node, nodes.Name) and node.name not in known | {"vary"}:
            yield f"{line}: there is no {node.name!r}{_did_you_mean(node.name, sorted(known))}"


def _mistakes_in_call(line: str, call: nodes.Call) -> Iterator[str]:
    if not isinstance(call.node, nodes.Name) or call.node.name != "vary":
        yield f"{line}: only vary(…) can be called"
    elif call.kwargs or call.dyn_args or call.dyn_kwargs or not call.args:
        yield f'{line}: vary needs one wording or more, such as vary("Best regards", "Kind regards")'


def _mistakes_in_result(where: str, template: Template, text: str, wording: Wording) -> Iterator[str]:
    """Try the template with every fact known and with none."""
    for values in (SCARCE, FULL):
        try:
            subject, body = _render(template, values, Variation(), wording)
        except PermanentError as error:
            yield f"{where}: {error}"
            return
        except (TemplateError, TypeError, ValueError, RecursionError) as error:
            yield f"{where}: it cannot be filled in: {_sentence(str(error))}"
            return
        if values is SCARCE and where.endswith(f"/{LINKEDIN_NOTE}") and len(body) > LONGEST_LINKEDIN_NOTE:
            yield f"{where}: it has {len(body)} characters without any facts; LinkedIn takes {LONGEST_LINKEDIN_NOTE}"
            return
        gaps = find_placeholders(f"{subject}\n{body}")
        if gaps:
            yield f"{where}, line {_line_of(text, gaps[0])}: {gaps[0]!r} would be left unfilled"
            return


def _line_of(text: str, words: str) -> int:
    return text[: max(text.find(words), 0)].count("\n") + 1


def _did_you_mean(name: str, known: tuple[str, ...] | list[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f" (did you mean {close[0]!r}?)" if close else f"; there are {', '.join(known)}"


def _sentence(message: str | None) -> str:
    return " ".join((message or "it cannot be read").split())[:200].rstrip(".")
