"""The facts that each kind of letter must tell, in both of its parts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from bot.core.letter.around_talk import write_prepare
from bot.core.letter.context import Letter
from bot.core.message.html import render_html
from bot.core.reading.types import LetterKind, QuestionTopic
from tests.unit.core.letter import examples as x

FACTS: list[tuple[str, Callable[[], Letter], list[str]]] = [
    ("noted tells company, role, both times, people, place and limits", x.noted, [
        "Acme Robotics", "Data Analyst", "Thu 14 May 2026, 15:00 to 16:00, your time (Berlin)",
        "Thu 14 May 2026, 09:00 to 10:00 (New York)", "Jane Whitcombe <jane.whitcombe@acme.example>, Tom Reyes",
        "by video, https://meet.acme.example/j/482913", "Ana Lima <ana.lima@acme.example>", "Fri 29 May 2026",
        "no phone calls"]),
    ("noted gives its reasons with the words they rest on", x.noted, [
        "- “Interview: Data Analyst, Acme Robotics”", "Sent to many, which speaks against it"]),
    ("noted tells what it will do and when", x.noted, [
        "Thank-you to Jane Whitcombe and Tom Reyes, one mail each", "a draft on Thu 14 May, 16:30",
        "it leaves on Thu 14 May, 18:00 (12:00 in New York), 2 hours after the interview ends",
        "late after Sat 16 May, 16:00, 48 hours after", "wait until that day has passed"]),
    ("the letter of the first start numbers what it found and asks", x.found, [
        "1. Interview with Acme Robotics", "2. Interview with Globex", "I am not sure of it", "“take all”", "“take 2”", "30 days back",
    ]),
    ("noted tells how to correct it", x.noted, ["“not an interview”", "“time: Thu 14 May 2026, 15:00”", "“company: Acme Robotics”"]),
    ("noted shows the sum where the rules are known", x.noted_with_its_reckoning, ["How that is reckoned: ended Thu 14 May"]),
    ("two possible times are both named", x.noted_without_a_time, [
        "Thu 14 May, 15:00 (09:00 in New York) or Fri 15 May, 03:00 (Thu 14 May, 21:00 in New York)"]),
    ("a move tells before, now and what was dropped", x.changed, [
        "Thu 14 May 2026, 15:00", "Fri 15 May 2026, 15:00",
        "Thank-you to Jane Whitcombe, planned for Thu 14 May, 18:00, because the interview has moved"]),
    ("a cancellation tells what is not sent, and how to object", x.cancelled, [
        "Status check to Ana Lima, planned for Mon 1 June, 15:00, because the interview is called off",
        "“resume Acme Robotics”"]),
    ("an approval shows the complete mail", x.approval, [
        "From: Maya Okafor <maya.okafor@example.org>", "To: Jane Whitcombe <jane.whitcombe@acme.example>",
        "Cc: Ana Lima <ana.lima@acme.example>", "Subject: Thank you for today, Jane", "--- begin text", "--- end text",
        *x.REVISION.body.split("\n")]),
    ("an approval tells when the mail leaves, when it is late, and what the check says", x.approval, [
        "Thu 14 May, 18:00 (12:00 in New York)", "Sat 16 May, 16:00 (10:00 in New York)", "“glad to bring”", "“approve”"]),
    ("a blocked draft says why it cannot be approved", x.approval_of_several, [
        "It cannot be approved like this", "“{{topic}}”", "“1 approve, 3 approve”"]),
    ("a second version shows what changed, and the remark", x.approval_after_an_edit, [
        "version 2", "[-gripper roadmap-]", "{+roadmap for the gripper+}", "Nothing has left. Approve again to send."]),
    ("a receipt tells what leaves when, the fingerprint, the origin and how to undo", x.receipt_approved, [
        "Jane Whitcombe <jane.whitcombe@acme.example>", "Thank you for today, Jane", "Thu 14 May, 18:00 (12:00 in New York)",
        "3f9a61c2", "copy in your Sent mailbox", "“undo”"]),
    ("a receipt of what left tells when", x.receipt_sent, ["Thu 14 May, 18:00 (12:00 in New York)", "A copy lies in Sent"]),
    ("a receipt of the owner's own text shows it whole", x.receipt_of_own_text, ["--- begin text", "Dear Jane,"]),
    ("a question quotes and offers the answers", x.question_kind, [
        "“Looking forward to our chat on Thursday”", "“yes”: It is an interview", "“no”: It is none"]),
    ("an unclear reply is quoted, and its draft shown again", x.question_unclear, [
        "You wrote: “yes but fix her name first”", "Dear Jane,", "“approve”"]),
    ("a mail of unknown fate can be sent again or left", x.question_unknown, ["“resend”: Send it again", "“skip”: Leave it as it is"]),
    ("a notice names the interview", x.notice, ["Acme Robotics, Data Analyst", "Ana Lima wrote to you today"]),
    ("the status tells every follow-up", x.status, [
        "sent on Thu 14 May, 18:00", "waits for your yes", "draft planned for Mon 1 June", "called off"]),
    ("pending names the letter to answer", x.pending, ["To approve: thank-you to Jane Whitcombe", "Is this an interview?"]),
]  # fmt: skip


@pytest.mark.parametrize(("write", "facts"), [fact[1:] for fact in FACTS], ids=[fact[0] for fact in FACTS])
def test_both_parts_tell(write: Callable[[], Letter], facts: list[str]) -> None:
    letter = write()
    for part in (letter.text, render_html(letter.html).text):
        unwrapped = " ".join(part.split())
        assert [fact for fact in facts if " ".join(fact.split()) not in unwrapped] == []


ABSENT: list[tuple[str, Callable[[], Letter], list[str]]] = [
    ("a single blocked draft offers no yes", x.approval_blocked, ["“approve”", "“send now”", "Approve", "After your yes"]),
    ("a blocked draft among others has no yes of its own", x.approval_of_several, ["Approve 2", "“2 approve”", "2 approve"]),
    ("a receipt of what left offers no undo", x.receipt_sent, ["undo", "Undo"]),
    ("a receipt does not repeat the check's remarks", x.receipt_approved, ["glad to bring"]),
    ("a short receipt does not repeat the text", x.receipt_approved, ["Dear Jane"]),
    ("a mail of unknown fate offers no yes", x.question_unknown, ["approve", "Approve"]),
    ("without a second zone only the owner's time is told", x.noted_in_one_zone, ["Their time", "New York"]),
]  # fmt: skip


@pytest.mark.parametrize(("write", "words"), [row[1:] for row in ABSENT], ids=[row[0] for row in ABSENT])
def test_neither_part_tells(write: Callable[[], Letter], words: list[str]) -> None:
    letter = write()
    assert [word for word in words if word in letter.text or word in letter.html] == []


@pytest.mark.parametrize(
    ("write", "kind", "topic"),
    [
        pytest.param(x.noted, LetterKind.NOTED, None, id="an interview is noted"),
        pytest.param(x.changed, LetterKind.NOTED, None, id="a move is noted"),
        pytest.param(x.cancelled, LetterKind.NOTICE, None, id="a cancellation is a notice"),
        pytest.param(x.approval, LetterKind.APPROVAL, None, id="drafts are for approval"),
        pytest.param(x.receipt_sent, LetterKind.RECEIPT, None, id="what happened is a receipt"),
        pytest.param(x.question_kind, LetterKind.QUESTION, QuestionTopic.IS_INTERVIEW, id="a question has its topic"),
        pytest.param(x.notice, LetterKind.NOTICE, None, id="news is a notice"),
        pytest.param(x.status, LetterKind.ANSWER, None, id="status is an answer"),
        pytest.param(x.pending, LetterKind.ANSWER, None, id="pending is an answer"),
        pytest.param(x.help_, LetterKind.ANSWER, None, id="help is an answer"),
        pytest.param(x.test_letter, LetterKind.NOTICE, None, id="the test letter is a notice"),
    ],
)
def test_kind(write: Callable[[], Letter], kind: LetterKind, topic: QuestionTopic | None) -> None:
    letter = write()
    assert (letter.kind, letter.topic) == (kind, topic)


def test_an_approval_names_its_drafts_by_number() -> None:
    items = x.approval_of_several().items
    assert [(item.number, item.subject, item.pending) for item in items] == [
        (1, "Thank you for today, Jane", True),
        (2, "Thank you, Tom", True),
        (3, "Thank you, Ana", True),
    ]
    assert items[0].body == x.REVISION.body


def test_what_was_approved_or_left_is_not_pending() -> None:
    assert [item.pending for letter in (x.receipt_approved(), x.receipt_sent()) for item in letter.items] == [
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("now", "day"),
    [
        pytest.param("2026-05-13T16:00+00:00", "Tomorrow", id="the evening before"),
        pytest.param("2026-05-13T22:30+00:00", "Today", id="after midnight for the owner"),
        pytest.param("2026-05-14T10:05+00:00", "Today", id="a talk that was fixed the same day"),
    ],
)
def test_a_letter_to_prepare_by_names_the_owners_day(now: str, day: str) -> None:
    letter = write_prepare(x.context(now=datetime.fromisoformat(now)), interview=x.INTERVIEW)
    assert letter.subject == f"{day}: Acme Robotics, Thu 14 May, 15:00"
