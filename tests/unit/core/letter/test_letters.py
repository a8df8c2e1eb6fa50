"""What holds for every letter, whatever it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from bot.core.letter.context import Letter
from bot.core.letter.noted import write_cancelled
from bot.core.message.html import render_html
from tests.unit.core.letter import examples

APPROVED = Path(__file__).parent / "approved"
BARE = {
    *(
        "approve",
        "approved",
        "yes",
        "ok",
        "okay",
        "send",
        "now",
        "skip",
        "no",
        "later",
        "snooze",
        "undo",
        "wait",
        "stop",
    ),
    *("hold", "edit", "resend", "status", "pending", "help", "pause", "resume", "thanks", "cancel", "sent", "held"),
    *("go ahead", "send it", "send now", "ok send it", "don t send", "do it", "not an interview", "send tomorrow 9am"),
}
every_letter = pytest.mark.parametrize("write", examples.ALL.values(), ids=examples.ALL.keys())


def bodies(letter: Letter) -> set[str]:
    return {line for item in letter.items for line in item.body.split("\n")}


def links(letter: Letter) -> list[str]:
    return [unescape(href) for href in re.findall(r'href="([^"]*)"', letter.html)]


def read_link(href: str) -> tuple[str, str, str]:
    """Return (to, subject, body) as RFC 6068 §2 reads them: percent-encoding alone, and "+" is a plus."""
    to, _, fields = href.removeprefix("mailto:").partition("?")
    values = dict(field.split("=") for field in fields.split("&"))
    assert list(values) == ["subject", "body"]
    return unquote(to), unquote(values["subject"]), unquote(values["body"])


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@every_letter
def test_html_shows_the_words_of_the_text(write: Callable[[], Letter]) -> None:
    letter = write()
    shown = " ".join(words(render_html(letter.html).text))
    missing = [line for line in letter.text.split("\n\n") if " ".join(words(line)) not in shown]
    assert missing == []


@every_letter
def test_text_shows_every_word_of_the_html_but_the_buttons(write: Callable[[], Letter]) -> None:
    letter = write()
    lines = [
        line
        for line in render_html(letter.html).text.split("\n")
        if not re.match(r"(Answer with a tap|With a tap|Or with a tap): ", line)
    ]
    shown = " ".join(words(letter.text))
    assert [line for line in lines if " ".join(words(line)) not in shown] == []


@every_letter
def test_html_hides_nothing_and_calls_nobody(write: Callable[[], Letter]) -> None:
    html = write().html
    assert not render_html(html).hidden
    assert not re.search(
        r"<(img|script|link|iframe|object|form|video|audio|base)\b|@import|url\(|\bsrc=|\son\w+=", html, re.I
    )
    assert {urlsplit(href).scheme for href in re.findall(r'href="([^"]*)"', html)} <= {"mailto"}


@every_letter
def test_no_line_is_a_command_of_its_own(write: Callable[[], Letter]) -> None:
    letter = write()
    lines = {*letter.text.split("\n"), *render_html(letter.html).text.split("\n")} - bodies(letter)
    bare = [line for line in lines if re.sub(r"^\d+ ", "", " ".join(words(line.lower()))) in BARE]
    assert bare == []


@every_letter
def test_text_keeps_to_72_columns(write: Callable[[], Letter]) -> None:
    letter = write()
    diff = {line for line in letter.text.split("\n") if "[-" in line}
    long = [line for line in letter.text.split("\n") if len(line) > 72 and line not in bodies(letter) | diff]
    assert long == []


@every_letter
def test_text_is_tidy_and_ends_with_the_reference(write: Callable[[], Letter]) -> None:
    text = write().text
    assert text.endswith(f"\n\nref: {examples.TOKEN}\n")
    assert text.count("ref: ") == 1
    assert "\n\n\n" not in text
    assert not re.search(r"[ \t]\n|\x00|\{\{(?!topic)|\{%|None(?! of this)|<(b|p|td|strong)>", text)


@every_letter
def test_subject_is_one_short_line_that_starts_no_command(write: Callable[[], Letter]) -> None:
    subject = write().subject
    assert 5 < len(subject) <= 120
    assert "\n" not in subject
    assert not subject.lower().startswith("bot")
    assert len(words(subject)) > 2


@every_letter
def test_buttons_prepare_a_mail_with_the_command_and_the_reference(write: Callable[[], Letter]) -> None:
    for href in links(write()):
        to, subject, body = read_link(href)
        assert to == "maya.okafor@example.org"
        assert body.startswith(subject.removeprefix("bot "))
        assert body.endswith(f"\r\n\r\nref: {examples.TOKEN}")


@every_letter
def test_links_are_encoded_as_rfc_6068_asks(write: Callable[[], Letter]) -> None:
    for href in links(write()):
        assert re.fullmatch(r"mailto:[\w.@-]+\?subject=(?:[\w.~-]|%[0-9A-F]{2})+&body=(?:[\w.~-]|%[0-9A-F]{2})+", href)
        assert href.isascii()
        assert not re.search(r"(?<!%0D)%0A|%0D(?!%0A)", href)


@pytest.mark.parametrize(
    "company",
    ["R&D + Söhne = 100 % #1?", "株式会社アクメ 🤖", 'Acme <b>"&quot;', "a%0D%0Abcc=victim@corp.example&cc=x"],
)
def test_what_a_link_prefills_is_what_was_meant(company: str) -> None:
    interview = replace(examples.INTERVIEW, company=company)
    (href,) = links(write_cancelled(examples.context(), interview=interview, voided=[]))
    assert read_link(href) == (
        "maya.okafor@example.org",
        f"bot resume {company}",
        f"resume {company}\r\n\r\nref: {examples.TOKEN}",
    )


@every_letter
def test_words_are_calm(write: Callable[[], Letter]) -> None:
    assert "!" not in write().text


@pytest.mark.parametrize(
    "name",
    [
        "noted",
        "approval of several",
        "reminder of several companies",
        "receipt approved",
        "question after an unclear reply",
    ],
)
def test_text_reads_as_approved(name: str) -> None:
    approved = APPROVED / f"{name.replace(' ', '-')}.txt"
    letter = examples.ALL[name]()
    assert f"Subject: {letter.subject}\n\n{letter.text}" == approved.read_text(encoding="utf-8")
