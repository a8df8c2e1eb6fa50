"""Templates are checked when they are read."""

from __future__ import annotations

import pytest

from bot.core.letter.notice import write_notice
from bot.core.letter.templates import PART_NAMES, Part, load_templates
from bot.errors import ConfigurationError
from tests.unit.core.letter import examples as x


def problems(**changed: str | None) -> list[str]:
    texts = x.template_texts()
    for name, text in changed.items():
        key = name.replace("__", ".") + ".j2"
        if text is None:
            del texts[key]
        else:
            texts[key] = text
    with pytest.raises(ConfigurationError) as caught:
        load_templates(texts)
    return caught.value.problems


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        pytest.param(
            {"noted": "{{ subject }}\n{% if %}\n"},
            ["letters/noted.j2, line 2: Expected an expression, got 'end of statement block'"],
            id="a mistake in the syntax names file and line, once",
        ),
        pytest.param(
            {"noted": "{{ subject }}\n\n{{ compny }}"},
            ["letters/noted.j2, line 3: the letter has no “compny”."],
            id="a name that the letter does not give is found before any letter is written",
        ),
        pytest.param(
            {"notice": "{{ subject | shout }}"},
            ["letters/notice.j2, line 1: No filter named 'shout'."],
            id="an unknown filter is found",
        ),
        pytest.param(
            {"layout__html": None},
            ["letters/layout.html.j2 is missing; put it back, or remove the directory that hides it."],
            id="a missing file is named",
        ),
        pytest.param(
            {"noted": "{{ a }}", "notice": "{% endif %}"},
            [
                "letters/noted.j2, line 1: the letter has no “a”.",
                "letters/notice.j2, line 1: Encountered unknown tag 'endif'.",
            ],
            id="every problem is reported at once",
        ),
    ],
)
def test_mistakes(changed: dict[str, str | None], expected: list[str]) -> None:
    assert problems(**changed) == expected


@pytest.mark.parametrize(
    ("notice", "line"),
    [
        pytest.param(
            "{{ subject }}\n{% for l in lines %}{{ l.nothing }}{% endfor %}", 2, id="a field that is not there"
        ),
        pytest.param('{% import "blocks" as b %}\n\n{{ b.nothing() }}', 3, id="a block that is not there"),
        pytest.param("{{ subject.__class__.__mro__ }}", 1, id="a look behind the sandbox"),
        pytest.param("\n{{ 1 / 0 }}", 2, id="arithmetic"),
        pytest.param("{% for i in range(10000000) %}x{% endfor %}", 1, id="a loop without an end in sight"),
    ],
)
def test_a_mistake_that_shows_only_in_use_names_file_and_line(notice: str, line: int) -> None:
    context = x.context(templates=load_templates(x.template_texts() | {"notice.j2": notice}))
    with pytest.raises(ConfigurationError, match=rf"^letters/notice\.j2, line {line}: "):
        write_notice(context, headline="Something has happened", lines=["More."])


def test_the_owner_may_word_a_letter_anew() -> None:
    own = (
        '{% import "blocks" as b %}{{ b.title("Hello <there>") }}{% call b.para() %}{{ subject }} and more{% endcall %}'
    )
    context = x.context(templates=load_templates(x.template_texts() | {"notice.j2": own}))
    letter = write_notice(context, headline="Something has happened", lines=[])
    assert letter.text == f"Hello <there>\n=============\n\nSomething has happened and more\n\nref: {x.TOKEN}\n"
    assert "Hello &lt;there&gt;" in letter.html
    assert "Something has happened and more" in letter.html


def test_every_part_has_its_file_and_its_names() -> None:
    assert set(PART_NAMES) == set(Part)
    assert {f"{part.value}.j2" for part in Part} | {
        f"{a}.{b}.j2" for a in ("layout", "blocks") for b in ("txt", "html")
    } == set(x.template_texts())
