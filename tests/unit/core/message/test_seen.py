"""Words that are not surely seen are marked; what programs write around typed words leaves no doubt."""

from __future__ import annotations

import pytest

from bot.core.message.html import render_html, render_with_doubts
from bot.core.message.seen import DOUBT


def marked(source: str) -> list[str]:
    return [word.removeprefix(DOUBT) for word in render_with_doubts(source).split() if word.startswith(DOUBT)]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>one two</p>", []),
        ('<p>one <span style="display:none">two three</span></p>', ["two", "three"]),
        ('<div style="position:fixed"><p>one</p></div><p>two</p>', ["one"]),
        ('<p style="color:#fff">one</p>', ["one"]),
        ('<div style="background:#000"><p style="color:#fff">one</p></div>', []),
        ('<p style="color:#ffffff00">one</p>', ["one"]),
        ("<p>one<!-- two --></p>", []),
        ("<p>one <!--[if mso]><b>two</b><![endif]--></p>", ["two"]),
        ("<p>one <!--[if gte mso 9]><xml><o:x>two</o:x></xml><![endif]--></p>", []),
        ("<!--[if !mso]><!--><p>one</p><!--<![endif]--><p>two</p>", ["one"]),
        ("<html><head><title>one</title></head><body><p>two</p></body></html>", []),
        ("<style>.a .b{opacity:0}</style><p class=b>one</p><p>two</p>", ["one"]),
        ("<style>@media print{p{display:none}}</style><p>one</p>", ["one"]),
        ("<style>@media print{p{font-family:serif}}</style><p>one</p>", []),
        ("<style>@page x{size:1cm} @font-face{src:url(x)}</style><p>one</p>", []),
        ("<style>p:before{content:'not'}</style><p>one</p>", ["one"]),
        ("<p>one</p><iframe src=x></iframe>", [""]),
    ],
)
def test_what_is_marked(source: str, words: list[str]) -> None:
    assert marked(source) == words


def test_more_conditions_than_anybody_writes_leave_everything_in_doubt() -> None:
    rules = "".join(f".a .b{number}{{opacity:0}}" for number in range(200))
    assert marked(f"<style>{rules}</style><p>one</p>") == ["one"]


def test_a_mark_of_the_mail_itself_counts_for_nothing() -> None:
    assert marked(f"<p>{DOUBT}one</p>") == []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ('<p style="margin:0">one</p><p style="margin:0">two</p>', "one\ntwo"),
        ("<style>p.MsoNormal{margin:0cm}</style><p class=MsoNormal>one</p><p class=MsoNormal>two</p>", "one\ntwo"),
        ("<style>p{margin:0}</style><p>one</p><p>&nbsp;</p><p>two</p>", "one\n\ntwo"),
        ("<style>p{margin-top:0;margin-bottom:0}</style><p>one</p><p><br></p><p>two</p>", "one\n\ntwo"),
        ('<p style="margin:0 0 10px">one</p><p>two</p>', "one\n\ntwo"),
        ("<div>one</div><div>&nbsp;</div><div>two</div>", "one\n\ntwo"),
        ("<div>one</div><div> </div><div>two</div>", "one\ntwo"),
    ],
)
def test_blank_lines_stand_where_a_reader_sees_them(source: str, text: str) -> None:
    assert render_html(source).text == text
