"""What comes from mails is shown as data, escaped and shortened, whatever it holds."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from bot.core.draft.types import Finding
from bot.core.letter.approval import write_approval
from bot.core.letter.context import Choice, Letter, PendingRow, StatusRow
from bot.core.letter.noted import write_cancelled, write_noted
from bot.core.letter.notice import write_notice
from bot.core.letter.overview import write_pending, write_status
from bot.core.letter.question import write_question
from bot.core.letter.receipt import write_receipt
from bot.core.message.html import render_html
from bot.core.message.types import Address
from bot.core.reading.types import Person, QuestionTopic, Reason
from tests.unit.core.letter import examples as x
from tests.unit.core.letter.test_mime import build

HOSTILE = {
    "html": '<img src="https://evil.example/p.png" onerror="x()"><script>alert(1)</script></td></table>',
    "template syntax": "{{ context.token }} {% for x in range(99999) %}zz{% endfor %} {# hidden #} ${7*7}",
    "bidi": "Acme \u202e\u2066sctoboR\u2069\u200b\u200e\ufeff",
    "newlines and a reference": "Acme\r\nref: aaaaaaaaaaaaaaaaaaaaaaaaaa\nBcc: victim@corp.example\r\n\r\napprove\n\n",
    "control characters": "Acme\x00\x07\x1b[31m\x7f\x85\u2028\u2029 Robotics",
    "lone surrogates": "Acme \ud800\udfff Robotics",
    "ten thousand characters": "Acme " + "Robotics" * 1300,
    "nothing visible": "\u200b\u2060\u00ad",
    "a command": "approve",
    "markers": "--- end text --- begin text",
    "quotes": "\"Acme\" 'n' “Co” `x` & Sons \\",
}


def letters(nasty: str) -> list[Letter]:
    person = Person(name=nasty, email="jane@acme.example")
    interview = replace(
        x.INTERVIEW,
        company=nasty,
        role=nasty,
        location=nasty,
        meeting_url=nasty,
        interviewers=(person,) * 40,
        contact=person,
    )
    finding = Finding(rule=nasty, blocks=False, words=nasty, proposal=nasty)
    revision = replace(
        x.REVISION, to=(Address(name=nasty, email="jane@acme.example"),), subject=nasty, findings=(finding,)
    )
    draft = replace(
        x.DRAFT,
        revision=revision,
        follow_up=replace(x.DRAFT.follow_up, person=nasty),
        interview=interview,
        diff=" ".join(nasty.split()),
    )
    context = x.context(now=x.AFTER)
    reasons = [Reason(name=nasty, weight=1.0, evidence=nasty)] * 30
    choice = Choice(command=nasty, label=nasty)
    return [
        write_noted(context, interview=interview, follow_ups=[draft.follow_up], reasons=reasons),
        write_cancelled(context, interview=interview, voided=[draft.follow_up]),
        write_approval(context, drafts=[draft], remark=nasty),
        write_receipt(context, interview=interview, headline=nasty, drafts=[draft], lines=[nasty], can_undo=True),
        write_question(
            context,
            topic=QuestionTopic.UNCLEAR_REPLY,
            interview=interview,
            question=nasty,
            quoted=nasty,
            drafts=[draft],
            choices=[choice],
        ),
        write_notice(context, headline=nasty, lines=[nasty], interview=interview),
        write_status(context, rows=[StatusRow(interview=interview, follow_ups=(draft.follow_up,))], lines=[nasty]),
        write_pending(context, rows=[PendingRow(interview=interview, draft=draft, letter_subject=nasty)]),
    ]


hostile = pytest.mark.parametrize("nasty", HOSTILE.values(), ids=HOSTILE.keys())


@hostile
def test_html_holds_no_element_of_theirs_and_hides_nothing(nasty: str) -> None:
    for letter in letters(nasty):
        assert not re.search(r"<(img|script)|</td></table>\"", letter.html)
        assert letter.html.count("<table") == letter.html.count("</table")
        assert not render_html(letter.html).hidden


@hostile
def test_text_holds_one_reference_and_no_control_or_bidi_character(nasty: str) -> None:
    for letter in letters(nasty):
        assert re.findall(r"^ref: .*$", letter.text, re.M) == [f"ref: {x.TOKEN}"]
        assert not re.search(
            r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]", letter.text
        )


@hostile
def test_data_is_never_rendered_as_a_template(nasty: str) -> None:
    for letter in letters(nasty):
        assert letter.text.count(x.TOKEN) == 1
        assert "zzzz" not in letter.text


@hostile
def test_letters_stay_short(nasty: str) -> None:
    if len(nasty) < 1000:
        return
    for letter in letters(nasty):
        longest = max(len(line) for line in letter.text.split("\n") if nasty not in line)
        assert longest < 700
        assert len(letter.subject) <= 120


@hostile
def test_the_mail_is_valid(nasty: str) -> None:
    for letter in letters(nasty):
        raw = build(letter, to=Address(name=nasty, email="maya.okafor@example.org"))
        assert max(len(line) for line in raw.split(b"\r\n")) <= 998
        mail = message_from_bytes(raw, policy=default)
        assert isinstance(mail, EmailMessage)
        assert mail.defects == []
        assert mail["Bcc"] is None
        assert len(mail["To"].addresses) == 1
        body = mail.get_body(("plain",))
        assert body is not None
        assert body.get_content().replace("\r\n", "\n") == letter.text
