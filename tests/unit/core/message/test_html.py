"""HTML as a person sees it."""

from __future__ import annotations

import pytest

from bot.core.message.html import render_html

SEEN = {
    "paragraphs have a blank line between": ("<p>one</p><p>two</p>", "one\n\ntwo"),
    "breaks and blocks": ("one<br>two<div>three</div><div>four</div>", "one\ntwo\nthree\nfour"),
    "white space collapses": ("<p>one\n   two&nbsp;&nbsp;\tthree</p>", "one two three"),
    "inline elements do not part words": ("in<b>ter</b><i>view</i> at <u>two</u>", "interview at two"),
    "zero-width characters go": ("ap&#8203;pro&zwnj;ve&shy;d &#847;&#847;", "approved"),
    "preformatted text keeps its lines": ("<pre>one\n  two</pre>", "one\n  two"),
    "a table row is a line": (
        "<table><tr><td>Date</td><td>3 May</td></tr><tr><th>Time</th><td>14:00</td></tr></table>",
        "Date\t3 May\nTime\t14:00",
    ),
    "a row of paragraphs is a line": (
        "<table><tr><td><p>Date</p></td><td><p>3 May</p></td></tr></table>",
        "Date\t3 May",
    ),
    "empty cells are left out": (
        "<table><tr><td> </td><td>Date</td><td>&nbsp;</td><td>3 May</td></tr></table>",
        "Date\t3 May",
    ),
    "a broken label is joined": (
        "<table><tr><td>10:00<br>to 11:00</td><td>Jane</td></tr></table>",
        "10:00 to 11:00\tJane",
    ),
    "a value of several lines keeps them": (
        "<table><tr><td>Who</td><td>Jane<br>John</td></tr></table>",
        "Who\tJane\nJohn",
    ),
    "a page laid out in a table stays a page": (
        "<table><tr><td><p>Hi</p><p>We meet</p></td></tr></table>",
        "Hi\n\nWe meet",
    ),
    "columns of long text follow each other": (
        f"<table><tr><td>{'word ' * 60}</td><td>aside</td></tr></table>",
        f"{('word ' * 60).strip()}\naside",
    ),
    "lists": ("<ul><li>one<li><p>two</p></ul>", "- one\n- two"),
    "a link tells its address": ('<a href="https://meet.example/a">Join</a> now', "Join <https://meet.example/a> now"),
    "a link that is its text": ('<a href="https://meet.example/a/">meet.example/a</a>', "meet.example/a"),
    "a mailto link": ('<a href="mailto:jane@x.example">Jane</a>', "Jane"),
    "a script link": ('<a href="javascript:x()">Jane</a>', "Jane"),
    "a link around a picture": (
        '<a href="https://meet.example/a"><img alt="Join the call"></a>',
        "Join the call <https://meet.example/a>",
    ),
    "an emoji shown as a picture": ('yes <img alt="👍" src="x">', "yes 👍"),
    "a quotation is marked": (
        "<p>New</p><blockquote><p>Old</p><p>Older<br>oldest</p></blockquote>",
        "New\n\n> Old\n>\n> Older\n> oldest",
    ),
    "a quotation within one": ("<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n>\n> > b"),
    "a row in a quotation": ("<blockquote><table><tr><td>a</td><td>b</td></tr></table></blockquote>", "> a\tb"),
    "what is never shown": ("<head><title>t</title><style>p{}</style></head><script>s</script><!-- c --><p>x</p>", "x"),
    "conditional comments": ("<!--[if mso]><p>outlook</p><![endif]--><p>x</p>", "x"),
    "entities": ("<p>R&amp;D &lt;3 &#x20AC;</p>", "R&D <3 €"),
    "a stated encoding that is wrong": (
        '<?xml version="1.0" encoding="ascii"?><meta charset="ascii"><p>Größe</p>',
        "Größe",
    ),
    "null bytes": ("<p>a\x00b</p>", "ab"),
    "nothing": ("", ""),
    "only a comment": ("<!-- c -->", ""),
}


@pytest.mark.parametrize(("html", "text"), SEEN.values(), ids=SEEN.keys())
def test_text_that_is_seen(html: str, text: str) -> None:
    rendered = render_html(html)
    assert rendered.text == text
    assert not rendered.hidden


HIDDEN = {
    "display none": '<p style="display:none">secret</p>',
    "display none in capitals and important": '<p style="DISPLAY : None !important">secret</p>',
    "visibility hidden": '<p style="visibility:hidden">secret</p>',
    "the hidden attribute": "<p hidden>secret</p>",
    "no font size": '<p style="font-size:0">secret</p>',
    "a font of one pixel": '<p style="font-size:1px">secret</p>',
    "no font size by shorthand": '<p style="font:0/0 a">secret</p>',
    "a share of no font size": '<p style="font-size:0"><span style="font-size:2em">secret</span></p>',
    "opacity": '<p style="opacity:0.0">secret</p>',
    "no height": '<p style="max-height:0px;overflow:hidden">secret</p>',
    "no width, clipped": '<p style="width:0;overflow:hidden">secret</p>',
    "hidden by Outlook's own word": '<p style="mso-hide:all">secret</p>',
    "moved away": '<p style="position:absolute;left:-9999px">secret</p>',
    "white on white": '<p style="color:#FFF">secret</p>',
    "nearly white on white": '<p style="color:rgb(254, 254, 254)">secret</p>',
    "a white font element": '<font color="white">secret</font>',
    "red on red": '<p style="color:#f00;background:#ff0000">secret</p>',
    "transparent": '<p style="color:transparent">secret</p>',
    "a rule for a class": "<style>.x, .y { display: none }</style><p class='a X'>secret</p>",
    "a rule for an id": "<style>#x{display:none}</style><p id=x>secret</p>",
    "a rule for an element with class": "<style>/* a { */ p.x{display:none}</style><p class=x>secret</p>",
    "a rule for an element": "<style>u{display:none}</style><u>secret</u>",
    "an important rule against the style attribute": "<style>.x{display:none!important}</style><p class=x style='display:block'>secret</p>",
    "a style element below": "<p class=x>secret</p><style>.x{display:none}</style>",
    "within something hidden": '<div style="display:none"><p style="display:block">secret</p></div>',
    "a link": '<a style="display:none" href="https://x.example/y">secret</a>',
}


@pytest.mark.parametrize("html", HIDDEN.values(), ids=HIDDEN.keys())
def test_hidden_words_are_left_out_and_reported(html: str) -> None:
    rendered = render_html(f"<p>before</p>{html}<p>after</p>")
    assert rendered.text == "before\n\nafter"
    assert rendered.hidden


SHOWN = {
    "white on a dark cell": '<table><tr><td bgcolor="#003366"><a style="color:#ffffff">word</a></td></tr></table>',
    "white on a dark style": '<div style="background:#036 none"><b style="color:white">word</b></div>',
    "white on a picture": '<div style="background-image:url(x)"><b style="color:white">word</b></div>',
    "white on what an unknown selector may colour": "<style>td > .b{background:#036}</style><p class=b style='color:#fff'>word</p>",
    "a size set anew within no size": '<td style="font-size:0px"><p style="font-size:14px">word</p></td>',
    "visible within hidden": '<div style="visibility:hidden"><p style="visibility:visible">word</p></div>',
    "hidden on small screens only": "<style>@media (max-width:480px){.x{display:none}} .y{color:red}</style><p class=x>word</p>",
    "a rule for something further in": "<style>.a .x{display:none}</style><p class=x>word</p>",
    "no height but not clipped": '<p style="height:0">word</p>',
    "half opaque": '<p style="opacity:0.5">word</p>',
    "an unknown colour": '<p style="color:windowtext">word</p>',
    "a huge number": f'<p style="opacity:{"9" * 400};color:rgb({"9" * 400},0,0)">word</p>',
    "an empty colour": '<p style="color:" bgcolor=" "><font color=" ">word</font></p>',
}


@pytest.mark.parametrize("html", SHOWN.values(), ids=SHOWN.keys())
def test_what_only_looks_hidden_is_seen(html: str) -> None:
    rendered = render_html(html)
    assert rendered.text == "word"
    assert not rendered.hidden


def test_hidden_blanks_are_no_words() -> None:
    assert not render_html('<div style="display:none">&nbsp;&zwnj;&nbsp; – </div>Hi').hidden


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + "deep",
        "<table><tr><td>" * 5_000 + "deep",
        "<li>" * 50_000 + "deep",
        "<p>" + "word " * 1_000_000 + "deep",
    ],
    ids=["100,000 nested elements", "5,000 nested tables", "50,000 items", "5 MB"],
)
def test_size_and_depth_lose_nothing(html: str) -> None:
    assert render_html(html).text.endswith("deep")
