"""How text is laid out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.letter.filters import (
    addressed_html,
    exact_html,
    exact_text,
    marked_html,
    tidy,
    underline,
    wrap,
    wrap_line,
)


@given(st.text(alphabet="ab “”.\n\t-", max_size=600))
def test_wrapping_loses_no_word_and_keeps_to_the_width(text: str) -> None:
    lines = wrap(text).split("\n")
    assert " ".join(lines).split() == text.split()
    widest = max((len(word) for word in text.split()), default=0)
    assert all(len(line) <= max(72, widest) + 41 for line in lines)


@given(st.lists(st.sampled_from(["approve", "yes", "send", "now", "x" * 70, "x" * 30, "and"]), max_size=40))
def test_no_continuation_is_left_with_a_word_or_two(words: list[str]) -> None:
    assert [line for line in wrap(" ".join(words)).split("\n")[1:] if len(line.split()) < 3 and len(line) < 40] == []


def test_a_fact_is_set_in_where_it_goes_on() -> None:
    assert wrap_line("Where: " + "a room in the house at the end " * 4).split("\n")[1].startswith("  ")


@given(st.text(alphabet="a \n\t", max_size=80))
def test_the_text_of_a_mail_survives_tidying(text: str) -> None:
    assert tidy(f"before\n\n\n\n[{exact_text(text)}]\n\n") == f"before\n\n[{text}]"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("a\nb\n\nc", "a<br>\nb<br>\n<br>\nc", id="line breaks"),
        pytest.param('<b> & "x"', "&lt;b&gt; &amp; &#34;x&#34;", id="marks"),
        pytest.param("  a   b", "\xa0 a\xa0\xa0 b", id="spaces"),
    ],
)
def test_exact_html(text: str, html: str) -> None:
    assert exact_html(text) == html


@pytest.mark.parametrize(
    ("diff", "html"),
    [
        pytest.param(
            "a [-b <i>-] {+c+} d",
            'a <del style="color:#9b2c1f;">[-b &lt;i&gt;-]</del> <ins style="color:#1c5c47;">{+c+}</ins> d',
            id="gone and new",
        ),
        pytest.param("a [- b", "a [- b", id="no end"),
        pytest.param("Before: x\nAfter: y", "Before: x<br>\nAfter: y", id="another form is left as it is"),
    ],
)
def test_marked_html(diff: str, html: str) -> None:
    assert marked_html(diff) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param(
            "Jane <jane@acme.example>, Tom",
            'Jane <span style="display:inline-block;">&lt;jane@<wbr>acme.example&gt;,</span> Tom',
            id="an address in a list",
        ),
        pytest.param("5 @ 3 & <i>", "5 @ 3 &amp; &lt;i&gt;", id="a lone sign"),
    ],
)
def test_an_address_is_kept_in_one_piece(text: str, html: str) -> None:
    assert addressed_html(text) == html


def test_a_heading_is_underlined_as_wide_as_it_is() -> None:
    assert underline("Status") == "Status\n------"
    assert underline("To approve:\n3 mails", "=") == "To approve:\n3 mails\n==========="
