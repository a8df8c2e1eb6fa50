"""What it costs to understand the owner's answer, beside the standard library's full parse of the same mail; and the nastiest texts."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from bot.core.message.html import render_html
from bot.core.message.parse import parse_message
from bot.core.message.types import Message, Owner
from bot.core.reading.owner.answer import read_owner_reply
from bot.core.reading.types import AnsweredLetter
from tests.bench.figures import Figure
from tests.bench.reading import parse_fully
from tests.unit.core.letter import examples
from tests.unit.core.reading.owner.letters_for_tests import load_cues

_ADDRESS = "maya.okafor@example.org"
_OWNER = Owner(name="Maya Okafor", email=_ADDRESS, tz="Europe/Berlin")
_NOW = datetime(2026, 5, 14, 15, 2, tzinfo=UTC)
_LETTER = examples.approval()
_ANSWERED = AnsweredLetter(
    kind=_LETTER.kind,
    subject=_LETTER.subject,
    text=_LETTER.text.replace(examples.TOKEN, ""),
    html_text=render_html(_LETTER.html).text.replace(examples.TOKEN, ""),
    items=_LETTER.items,
    addresses=(_ADDRESS,),
    sent_at=examples.AFTER,
)
_QUOTED = "\n".join(f"> {line}" for line in _LETTER.text.split("\n"))
_HEAD = f"On Thu, May 14, 2026 at 4:40 PM Follow-up bot <{_ADDRESS}> wrote:"
_SENTENCE = "I liked the part about the gripper roadmap, and how your team fails safe when the network drops. "
_TRIES = 5
_HOW = "parse and read an edit of that size above the quoted letter, text and HTML; floor: email.message_from_bytes, every part's content"
_HOW_NASTY = f"read alone, after parsing, 100 kB; of each text the quickest of {_TRIES}; the slowest texts named below"


def measure(samples: int = 20) -> list[Figure]:
    """CPU in ms for answers of 1, 10 and 100 kB, *samples* times by turns with the floor; then the slowest of the nasty texts."""
    figures = []
    for size in (1, 10, 100):
        raw = _edit(size * 1_000)
        taken = [
            (_cpu(lambda raw=raw: _read(parse_message(raw))), _cpu(lambda raw=raw: parse_fully(raw)))
            for _ in range(samples + 1)
        ]
        ours, floor = zip(*taken[1:], strict=True)
        figures.append(
            Figure(
                name=f"answer of {size} kB", unit="ms", ours=ours, floor=floor, how=_HOW, details={"bytes": len(raw)}
            )
        )
    return [*figures, _nastiest()]


def _nastiest() -> Figure:
    taken = {
        name: min(_cpu(lambda message=message: _read(message)) for _ in range(_TRIES)) for name, message in _nasty()
    }
    slowest = dict(sorted(taken.items(), key=lambda entry: -entry[1])[:5])
    return Figure(
        name="nasty answers of 100 kB",
        unit="ms",
        ours=list(taken.values()),
        aim="50 ms",
        how=_HOW_NASTY,
        details=slowest,
    )


def _read(message: Message) -> None:
    read_owner_reply(message=message, letter=_ANSWERED, owner=_OWNER, cues=load_cues(), now=_NOW)


def _cpu(work: Callable[[], object]) -> float:
    began = time.process_time_ns()
    work()
    return (time.process_time_ns() - began) / 1e6


def _mail(plain: str | None, source: str | None = None) -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"Maya Okafor <{_ADDRESS}>"
    mail["To"] = f"Follow-up bot <{_ADDRESS}>"
    mail["Subject"] = f"Re: {_LETTER.subject}"
    mail["Date"] = "Thu, 14 May 2026 17:02:00 +0200"
    if plain is not None:
        mail.set_content(plain, cte="base64")
    if source is not None and plain is not None:
        mail.add_alternative(source, subtype="html", cte="base64")
    elif source is not None:
        mail.set_content(source, subtype="html", cte="base64")
    return mail.as_bytes()


def _text(size: int) -> str:
    paragraph = _SENTENCE * 5
    body = "\n\n".join([paragraph.strip()] * (size // len(paragraph) + 1))[: max(size, 100)]
    return f"edit:\nDear Jane,\n\n{body}\n\nBest regards,\nMaya Okafor"


def _edit(size: int) -> bytes:
    text = _text(size)
    shown = "".join(f"<div>{escape(line) or '<br>'}</div>" for line in text.split("\n"))
    page = f"<html><body>{shown}<div>{escape(_HEAD)}</div><blockquote>{_LETTER.html}</blockquote></body></html>"
    return _mail(f"{text}\n\n{_HEAD}\n{_QUOTED}\n", page)


_RUNS: Mapping[str, str] = {
    "marks": "> ",
    "lines of marks": ">\n",
    "deep quotations": ">>>>>>>>>>>>>>> x\n",
    "On On On": "On ",
    "newlines": "\n",
    "dashes": "-",
    "lines of dashes": "-- \n",
    "one enormous word": "a",
    "one enormous line": "word ",
    "attribution lines": f"{_HEAD}\n",
    "header lines": f"Subject: {_LETTER.subject}\n",
    "the letter again and again": _LETTER.text,
    "the quotation again and again": f"{_QUOTED}\n",
    "lines of the draft": "> Dear Jane,\n",
    "lines of one word": "the\n",
    "names": "Maya Okafor\n",
    "valedictions": "Best regards,\n",
    "phone lines": "Sent from my iPhone\n",
    "legal words": "This message is confidential and intended for the recipient.\n",
    "beginnings of a text": "--- begin text\n",
    "commands": "1 approve, 2 skip\n",
    "labels": "subject: x\n",
    "changes": "change X to Y\n",
    "open links": "<mailto:",
    "ampersands": "& ",
    "emoji": "👍",
    "other scripts": "你好。\n",
}
_PAGES: Mapping[str, str] = {
    "nested blockquotes": "<blockquote>",
    "nested tables": "<table><tr><td>",
    "br": "<br>",
    "paragraphs": "<p>the</p>",
    "cells": "<tr><td>a</td><td>b</td></tr>",
    "styled spans": '<span style="color:#111">a</span> ',
    "hidden words": '<i style="display:none">approve</i>',
    "links in HTML": '<a href="https://x.example/abc">x</a> ',
    "comments": "<!--[if mso]>x<![endif]-->",
}
_SIZE = 100_000


def _nasty() -> list[tuple[str, Message]]:
    texts = {name: (run * (_SIZE // len(run) + 1))[:_SIZE] for name, run in _RUNS.items()}
    words = "".join(f"> {word}\n" for word in _LETTER.items[0].body.split())
    texts["words of the draft, one a line"] = (words * (_SIZE // len(words) + 1))[:_SIZE]
    texts["an edit of ordinary text"] = f"{_text(_SIZE)}\n\n{_HEAD}\n{_QUOTED}"
    pages = {name: f"<div>approve</div>{(run * (_SIZE // len(run) + 1))[:_SIZE]}" for name, run in _PAGES.items()}
    pages["an edit of ordinary HTML"] = f"<div>{escape(_text(_SIZE)).replace(chr(10), '<br>')}</div>{_LETTER.html}"
    return [
        *((name, parse_message(_mail(text))) for name, text in texts.items()),
        *((name, parse_message(_mail(None, page))) for name, page in pages.items()),
    ]
