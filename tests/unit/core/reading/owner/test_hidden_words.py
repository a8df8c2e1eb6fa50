"""HTML that shows other words than it holds is refused; what an honest app makes of the quotation is not."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from bot.core.reading.types import Action, OwnerReading

from .clients import ADDRESS
from .test_clients import LETTERS, orders, read_raw

LETTER = LETTERS["approval"]
HEAD = f"On Thu, May 14, 2026 at 4:40 PM Follow-up bot &lt;{ADDRESS}&gt; wrote:"


def _body() -> str:
    found = re.search(r"<body[^>]*>(.*)</body>", LETTER.html, re.DOTALL)
    assert found
    return found[1]


BODY = _body()


def read(plain: str | None, source: str) -> OwnerReading:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"Maya Okafor <{ADDRESS}>"
    mail["To"] = f"Follow-up bot <{ADDRESS}>"
    mail["Subject"] = f"Re: {LETTER.subject}"
    mail["Date"] = "Thu, 14 May 2026 17:02:00 +0200"
    if plain is not None:
        mail.set_content(plain)
        mail.add_alternative(source, subtype="html")
    else:
        mail.set_content(source, subtype="html")
    return read_raw(mail.as_bytes())


def page(own: str, quoted: str = BODY, *, marked: bool = True) -> str:
    tag = "blockquote" if marked else "div"
    return f"<html><head><title></title></head><body>{own}<div>{HEAD}</div><{tag}>{quoted}</{tag}></body></html>"


STYLES = """
display:none | display: none !important | display:flex | font-size:0 | font-size:0px | font-size:1px | font-size:0.1px | font-size:0em
font-size:0% | font-size:calc(0px) | font:0/0 a | font: 0px Arial | line-height:0 | color:#fff | color:white | color:#ffffff;background:#fff
color:rgb(255,255,255) | color:rgba(0,0,0,0) | color:transparent | color:#00000000 | color:#0000 | color:#fff0 | color:hsl(0,0%,100%)
color:lch(100% 0 0) | color:rgb(100%,100%,100%) | color:hsla(0,0%,0%,0) | color:#fefefe | color:ivory | color:#f5f5f5 | color:#e8e8e8
color:var(--x) | background:#000;color:#000 | background:#123456;color:#123457 | background:url(x) | -webkit-text-fill-color:transparent
opacity:0 | opacity:0.01 | filter:opacity(0) | visibility:hidden | visibility:collapse | content-visibility:hidden | mso-hide:all | zoom:0
position:absolute;left:-9999px | position:absolute;top:-9999px | position:fixed;right:-3000px | position:absolute;left:-200em
position:relative;left:-9999px | left:-100vw;position:absolute | text-indent:-9999px | text-indent:-100em | text-indent:-500vw
margin-left:-9999px | margin-top:-9999px | margin:0 0 0 -999em | padding-left:9999px | transform:scale(0) | transform:translateX(-9999px)
letter-spacing:-1em | height:0;overflow:hidden | max-height:0;overflow:hidden | max-height:0px | width:0;overflow:hidden
width:1px;height:1px;overflow:hidden | height:0;overflow:clip | clip:rect(0,0,0,0);position:absolute | clip-path:inset(100%)
clip-path:circle(0) | text-decoration:line-through | unicode-bidi:bidi-override;direction:rtl | direction:rtl
"""
ELEMENTS = """
<font color="white">{}</font> | <font color="#ffffff">{}</font> | <template>{}</template> | <noscript>{}</noscript> | <title>{}</title>
<!-- {} --> | <!--[if mso]>{}<![endif]--> | <!--[if !mso]><!-->{}<!--<![endif]--> | <option>{}</option> | <details>{}</details>
<details><summary></summary>{}</details> | <div hidden>{}</div> | <svg><text>{}</text></svg> | <object>{}</object> | <iframe>{}</iframe>
<math><mtext>{}</mtext></math> | <noframes>{}</noframes> | <noembed>{}</noembed> | <xmp>{}</xmp> | <audio>{}</audio> | <video>{}</video>
<canvas>{}</canvas> | <marquee>{}</marquee> | <dialog>{}</dialog> | <select><option>{}</option></select> | <textarea hidden>{}</textarea>
<input value="{}"> | <input type="hidden" value="{}"> | <rp>{}</rp> | <del>{}</del> | <s>{}</s> | <strike>{}</strike>
<bdo dir="rtl">{}</bdo> | <div dir="rtl">{}</div> | <table style="display:none"><tr><td>{}</td></tr></table>
<div style="background:#123456"><span style="color:#123457">{}</span></div> | <div style="height:0;overflow:hidden"><p>{}</p></div>
<img alt="{}" src="x"> | <a href="https://x.example/{}"></a>
<style>.h{display:none}</style><b class="h">{}</b> | <style>div.h{display:none}</style><div class="h">{}</div>
<style>#h{font-size:0}</style><div id="h">{}</div> | <style>.h,.k{display:none}</style><b class="h">{}</b>
<style>div > .h{display:none}</style><div><b class="h">{}</b></div> | <style>.a .h{display:none}</style><p class=a><b class="h">{}</b></p>
<style>@media screen{.h{display:none}}</style><b class="h">{}</b> | <style>@media all { .h { color:#fff } }</style><b class="h">{}</b>
<style>[data-h]{display:none}</style><b data-h="1">{}</b> | <style>*{display:none}</style><b>{}</b>
<style>b:first-child{display:none}</style><div><b>{}</b></div> | <style>.x:after{content:"{}"}</style><span class=x></span>
"""


def _rows(table: str) -> list[str]:
    return [cell.strip() for line in table.strip().split("\n") for cell in line.split(" | ")]


HIDERS = [f'<span style="{style}">{{}}</span>' for style in _rows(STYLES)] + _rows(ELEMENTS)


@pytest.mark.parametrize("hider", HIDERS)
def test_a_yes_that_may_be_unseen_approves_nothing(hider: str) -> None:
    hidden = f"<div>{hider.replace('{}', 'approve')}</div>"
    assert not orders(read(None, page(hidden)))
    assert not orders(read("approve", page(hidden)))
    assert not orders(read(None, f"<html><body>{hidden}</body></html>"))


_NOBODY_SHOWS = ("<!-- {}", "<img", "<a href", "<title>")
"""Of these no program shows a word, whatever stands in them: what is written beside them is the owner's."""


@pytest.mark.parametrize("hider", [hider for hider in HIDERS if not hider.startswith(_NOBODY_SHOWS)])
@pytest.mark.parametrize("more", ["only if Tom agrees", "do not"])
def test_a_yes_beside_words_that_may_be_unseen_approves_nothing(hider: str, more: str) -> None:
    assert not orders(read(None, page(f"<div>approve {hider.replace('{}', more)}</div>")))


@pytest.mark.parametrize(
    "own",
    [
        "<div>ap<span style='font-size:0'>p</span>rove</div>",
        "<div>a<span style='display:none'>x</span>pprove</div>",
        "<div>not<span style='font-size:0'>hing wrong, </span> approve</div>",
    ],
)
def test_a_word_with_a_hole_approves_nothing(own: str) -> None:
    assert not orders(read(None, page(own)))


@pytest.mark.parametrize(
    ("plain", "shown"),
    [
        ("approve", "skip"),
        ("approve", ""),
        ("approve", "not yet"),
        ("", "approve"),
        ("1 approve", "2 approve"),
        ("yes", "yes, tomorrow"),
        ("approve", "approve, but later"),
    ],
)
def test_parts_that_disagree_approve_nothing(plain: str, shown: str) -> None:
    quoted = "\n".join(f"> {line}" for line in LETTER.text.split("\n"))
    found = read(f"{plain}\n\n{html.unescape(HEAD)}\n{quoted}", page(f"<div>{shown}</div>"))
    assert not orders(found) if plain else found.action in (Action.UNCLEAR, Action.APPROVE)


_APPLE = """
caret-color: rgb(0, 0, 0); font-family: Helvetica; font-size: 12px; font-style: normal; font-variant-caps: normal; font-weight: 400;
letter-spacing: normal; text-align: start; text-indent: 0px; text-transform: none; white-space: normal; word-spacing: 0px;
-webkit-text-stroke-width: 0px; text-decoration: none; display: inline !important; float: none; overflow-wrap: break-word;
"""
_WORD = "font-size:11.0pt;font-family:Calibri,sans-serif;color:windowtext;mso-fareast-language:EN-US"
_OWA = "font-family: Aptos, Calibri, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);"
_PHONE = "font-family: -apple-system, sans-serif; -webkit-text-size-adjust: 100%; overflow-wrap: break-word; line-height: 1.5"
OWN = [
    "{}",
    "<div>{}</div>",
    "<p>{}</p>",
    "<b>{}</b>",
    '<div dir="ltr">{}</div>',
    '<div dir="auto">{}</div>',
    '<font color="#1f497d" face="Calibri" size="2">{}</font>',
    f'<div class="elementToProof" style="{_OWA}">{{}}</div>',
    f'<div class="elementToProof" style="{_OWA}" data-ogsc="rgb(255, 255, 255)">{{}}</div>',
    '<div style="color: rgb(33, 33, 33); background-color: rgb(255, 255, 255);" dir="auto">{}</div>',
    '<div style="background-color: rgb(0, 0, 0); color: rgb(255, 255, 255);">{}</div>',
    f'<div style="{_APPLE}">{{}}</div>',
    f'<div style="{_PHONE}">{{}}</div>',
    f"<p class=MsoNormal style='margin:0cm;line-height:115%'><span lang=EN-US style='{_WORD}'>{{}}<o:p></o:p></span></p>",
    '<ul><li style="margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1">{}</li></ul>',
    '<table><tbody><tr><td style="padding:0cm 5.4pt;vertical-align:top">{}</td></tr></tbody></table>',
    '<span style="color:#888888">{}</span>',
    '<pre style="white-space: pre-wrap;">{}</pre>',
    "<style>p.MsoNormal {margin:0cm} a:link, span.MsoHyperlink {mso-style-priority:99; color:#0563C1}</style><p class=MsoNormal>{}</p>",
    '<style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style><p>{}</p>',
    "<style>@media (prefers-color-scheme: dark) { .ink { color: #e8edea !important } }</style><p>{}</p>",
]


@pytest.mark.parametrize("own", OWN)
def test_ways_in_which_programs_show_what_was_typed(own: str) -> None:
    assert read(None, page(own.replace("{}", "approve"))).action is Action.APPROVE


def _without(pattern: str) -> Callable[[str], str]:
    return lambda source: re.sub(pattern, "", source)


REWRITINGS: dict[str, Callable[[str], str]] = {
    "backgrounds dropped": _without(r"background(-color)?:[^;\"]*;?"),
    "colours dropped": _without(r"(?<![-\w])color:[^;\"]*;?"),
    "styles dropped": _without(r' style="[^"]*"'),
    "classes dropped": _without(r' class="[^"]*"'),
    "turned dark": lambda source: (
        source.replace("#1d2422", "#e8e8e8")
        .replace("#ffffff", "#121212")
        .replace("#fafbf9", "#202020")
        .replace("#f2f4f2", "#000000")
    ),
    "words turned light, grounds kept": lambda source: source.replace("color:#1d2422", "color:#ffffff"),
    "words turned light, grounds dropped": lambda source: re.sub(
        r"background(-color)?:[^;\"]*;?", "", source.replace("color:#1d2422", "color:#ffffff")
    ),
    "blanks that do not break": lambda source: re.sub(
        r">([^<]+)<", lambda m: ">" + re.sub(r"(?<=\w) (?=\w)", "&nbsp;", m[1], count=3) + "<", source
    ),
    "br for blocks": lambda source: re.sub(
        r"</(p|h1|h2|div|li)>", "<br><br>", re.sub(r"<(p|h1|h2|div|li)\b[^>]*>", "", source)
    ),
    "tracked links": lambda source: re.sub(
        r'href="mailto:[^"]*"', 'href="https://safe.example/?url=mailto%3Ax&amp;data=05"', source
    ),
    "font elements": lambda source: re.sub(
        r"<(p|div|h1|h2)\b[^>]*>([^<]*)", r'<\1><font face="Calibri" size="2">\2</font>', source
    ),
    "tables dissolved": lambda source: re.sub(r"</?(table|tbody|tr|td)\b[^>]*>", "<div></div>", source),
    "styles that nobody knows": lambda source: source.replace(
        'style="', 'style="display:flex;transform:translateZ(0);'
    ),
    "the whole document": lambda _source: LETTER.html,
    "the plain text": lambda _source: f"<pre>{html.escape(LETTER.text)}</pre>",
    "straight quotes": lambda source: source.replace("“", '"').replace("”", '"'),
    "invisible characters": lambda source: source.replace("afternoon", "after&shy;noon").replace(
        "drops", "drops&#8203;"
    ),
}


@pytest.mark.parametrize("rewrite", REWRITINGS.values(), ids=list(REWRITINGS))
@pytest.mark.parametrize("marked", [True, False], ids=["marked", "unmarked"])
def test_what_a_program_makes_of_the_quotation_is_its_own_affair(rewrite: Callable[[str], str], marked: bool) -> None:
    def answer(own: str) -> OwnerReading:
        return read(None, page(f"<div>{own}</div>", rewrite(BODY), marked=marked))

    assert answer("approve").action is Action.APPROVE
    assert answer("skip").action is Action.SKIP
    assert not orders(answer("yes, but only if Tom agrees"))
    assert not orders(answer(""))
