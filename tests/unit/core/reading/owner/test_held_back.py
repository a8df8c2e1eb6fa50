"""Replies written before the grammar and never tuned against: none may be wrongly approved, and most are understood."""

from __future__ import annotations

import pytest

from bot.core.reading.owner.answer import read_owner_reply
from bot.core.reading.owner.cues import CommandCues
from bot.core.reading.types import Action

from .letters_for_tests import LETTERS, NOW, OWNER, load_cues, reply

SENDING = {Action.APPROVE, Action.SEND_NOW, Action.SEND_AT, Action.EDIT_AND_SEND, Action.RESEND}
HELD_BACK = [
    ("Sure, go for it!", "approval", "gmail", "approve"),
    ("Perfect. Send.", "approval", "outlook", "approve"),
    ("Yep, that works for me, thank you!", "approval", "apple", "approve"),
    ("Hi,\n\nI approve this.\n\nKind regards\nMaya", "approval", "outlook de", "approve"),
    ("All good, please send it out.", "reminder", "samsung", "approve"),
    ("LGTM", "approval", "mutt", "approve"),
    ("Great draft! Approved.", "approval", "thunderbird below", "approve"),
    ("Fine by me, fire away", "approval", "yahoo", "approve"),
    ("ok\n\n--\nMaya Okafor\n+1 555 0100", "approval", "gmail", "approve"),
    ("Please send ASAP", "approval", "apple", "send_now"),
    ("Can go out straight away.", "approval", "gmail", "send_now"),
    ("yes, send it on Monday at 10", "approval", "gmail", "send_at"),
    ("Send it tomorrow afternoon please", "approval", "outlook", "send_at"),
    ("schedule it for friday 8:15am", "approval", "yahoo", "send_at"),
    ("nope", "approval", "samsung", "skip"),
    ("Please don't send this.", "approval", "outlook", "skip"),
    ("Never mind, forget this one.", "approval", "gmail", "skip"),
    ("Remind me on Monday", "approval", "gmail", "snooze"),
    ("not now", "approval", "apple", "snooze"),
    ("snooze until tomorrow 10am", "approval", "mutt", "snooze"),
    ("Wait!", "receipt", "apple", "undo"),
    ("cancel that", "receipt", "gmail", "undo"),
    ("thanks a lot", "noted", "outlook", "thanks"),
    ("Yes, it is.", "is interview", "gmail", "confirm"),
    ("no, it isn't", "is interview", "apple", "deny"),
    ("approve 1, skip 2", "two", "gmail", "several"),
    ("Both are fine, send them.", "two", "outlook", "several"),
    ('Please change "this afternoon" to "yesterday".', "approval", "gmail", "edit"),
    (
        "Hi Jane,\n\nThanks so much for your time today. I enjoyed the tour of the lab.\n\nBest,\nMaya",
        "approval",
        "outlook",
        "edit",
    ),
    ("time: Friday 15 May, 16:00", "noted", "gmail", "correct"),
    ("It went well, we spoke about robots. They decide next week.", "debrief", "gmail", "debrief"),
    ("approve everything except the second paragraph", "approval", "gmail", "no sending"),
    ("Yes once you've fixed the typo", "approval", "apple", "no sending"),
    ("Okay, although I'd rather you called her Dr. Whitcombe", "approval", "outlook", "no sending"),
    ("send nothing", "approval", "gmail", "no sending"),
    ("I do not approve", "approval", "yahoo", "no sending"),
    ("Approve? No way.", "approval", "gmail", "no sending"),
    ("Yes, if Omar agrees", "approval", "samsung", "no sending"),
    ("yes, no, yes", "approval", "gmail", "no sending"),
    ("I'll approve it tomorrow", "approval", "gmail", "no sending"),
    ("Hold off on sending", "approval", "mutt", "no sending"),
    ("Good, but shorter please", "approval", "thunderbird below", "no sending"),
    ("Sned", "approval", "gmail", "no sending"),
    ("go ahead after I call you", "approval", "apple", "no sending"),
    ("yes\n\nP.S. her name is Janet", "approval", "gmail", "no sending"),
    ("approve 3", "two", "gmail", "no sending"),
    ("send it to Omar instead", "approval", "gmail", "no sending"),
    ("ok", "two", "gmail", "no sending"),
    ("Looks good, Jane is spelled Jayne though", "approval", "outlook", "no sending"),
    ("ok send it\n\nMaya\nWait, actually hold it", "approval", "outlook", "no sending"),
]


@pytest.fixture(scope="module")
def cues() -> CommandCues:
    return load_cues()


def _verdict(text: str, letter: str, client: str, cues: CommandCues) -> str:
    got = read_owner_reply(message=reply(text, letter, client), letter=LETTERS[letter], owner=OWNER, cues=cues, now=NOW)
    return "several" if len(got.items) > 1 else got.action.value


@pytest.mark.parametrize(("text", "letter", "client", "expect"), HELD_BACK, ids=[row[0][:50] for row in HELD_BACK])
def test_no_other_answer_becomes_an_approval(
    text: str, letter: str, client: str, expect: str, cues: CommandCues
) -> None:
    got = _verdict(text, letter, client, cues)
    assert got not in SENDING or got == expect


def test_most_are_understood(cues: CommandCues) -> None:
    wrong = []
    for text, letter, client, expect in HELD_BACK:
        got = _verdict(text, letter, client, cues)
        if got != expect and not (expect == "no sending" and got not in SENDING):
            wrong.append((text, expect, got))
    assert len(wrong) <= len(HELD_BACK) // 5, wrong
