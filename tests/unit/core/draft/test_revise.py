from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.draft.revise import Edited, describe_changes, read_edited, revise_draft, show_for_editing
from bot.core.draft.types import Finding
from bot.core.message.types import Address
from bot.errors import PermanentError
from tests.unit.core.draft.examples import draft

BEFORE = replace(draft(), findings=(Finding(rule="E3", blocks=False, words="x", proposal="y"),))


def test_a_new_text_makes_the_next_revision_and_leaves_the_rest():
    after = revise_draft(revision=BEFORE, new_body="Dear Priya,\n\nThank you.\n\nMaya")
    assert after == replace(BEFORE, number=2, body="Dear Priya,\n\nThank you.\n\nMaya", findings=())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("a\r\nb\rc", "a\nb\nc", id="line ends become LF"),
        pytest.param("a  \n\n\n\n\tb \n\n", "a\n\n b", id="trailing blanks and heaps of blank lines go"),
        pytest.param(
            "pay\u202eload\u200b \x00\x1b[0m\ufeffok", "payload [0mok", id="bidi, zero-width and control characters go"
        ),
        pytest.param("👩\u200d💻 naïve – “so”", "👩\u200d💻 naïve – “so”", id="emoji, accents and quotes stay"),
    ],
)
def test_the_text_is_cleaned(typed, kept):
    assert revise_draft(revision=BEFORE, new_body=typed).body == kept


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ann@x.example", (Address(email="ann@x.example"),)),
        ("Ann Hart <Ann.Hart@X.Example>", (Address(name="Ann Hart", email="ann.hart@x.example"),)),
        (
            '"Hart, Ann" <ann@x.example>, bo@x.example',
            (Address(name="Hart, Ann", email="ann@x.example"), Address(email="bo@x.example")),
        ),
        ("ann@x.example; ann@x.example", (Address(email="ann@x.example"),)),
        ("<ann+jobs@x.example>", (Address(email="ann+jobs@x.example"),)),
        ("mailto:ann@x.example", (Address(email="ann@x.example"),)),
        ("ann@bücher.example", (Address(email="ann@xn--bcher-kva.example"),)),
    ],
)
def test_recipients_are_read_strictly(typed, expected):
    assert revise_draft(revision=BEFORE, new_to=typed).to == expected


@pytest.mark.parametrize(
    "change",
    [
        {"new_to": "Ann Hart"},
        {"new_to": "ann@localhost"},
        {"new_to": "ann@x.example bo@x.example"},
        {"new_to": "ann@x.example\r\nBcc: eve@x.example"},
        {"new_to": "ann@x..example"},
        {"new_to": ".ann@x.example"},
        {"new_to": "ann@[127.0.0.1]"},
        {"new_to": "ann\u200b@x.example"},
        {"new_to": "änn@x.example"},
        {"new_to": '"a b"@x.example'},
        {"new_to": "<a@x.example> <b@x.example>"},
        {"new_to": "list: a@x.example, b@x.example;"},
        {"new_to": ", ".join(f"a{n}@x.example" for n in range(9))},
        {"new_to": "a" * 65 + "@x.example"},
        {"new_to": "<" * 5000},
        {"new_to": ""},
        {"new_subject": "Thanks\nBcc: eve@x.example"},
        {"new_subject": "Thanks\r\nBcc: eve@x.example"},
        {"new_subject": " \u200b "},
        {"new_body": "x" * 20_001},
        {"new_body": " \n\u200b\n"},
    ],
    ids=lambda change: repr(change)[:60],
)
def test_what_cannot_be_is_refused_in_one_sentence(change):
    with pytest.raises(PermanentError) as caught:
        revise_draft(revision=BEFORE, **change)
    text = str(caught.value)
    assert text.endswith(".")
    assert "\n" not in text
    assert len(text) < 200


def test_a_subject_is_cleaned():
    assert revise_draft(revision=BEFORE, new_subject="  Thank\u202e  you \n").subject == "Thank you"


def test_the_changes_are_shown_word_by_word():
    before = replace(BEFORE, body="Dear Jane,\n\nThank you for your time on Tuesday.\n\nBest regards,\nMaya Okafor")
    after = revise_draft(
        revision=before, new_body=before.body.replace("Jane", "Janet").replace("Best", "Kind"), new_subject="Thanks"
    )
    assert describe_changes(before, after) == (
        f"Subject: {before.subject} → Thanks\n\nDear [-Jane,-] {{+Janet,+}}\n\n[-Best-] {{+Kind+}} regards,\nMaya Okafor"
    )


def test_a_new_recipient_is_shown():
    after = revise_draft(revision=BEFORE, new_to="Ann Hart <ann@x.example>")
    assert (
        describe_changes(BEFORE, after)
        == "To: Priya Raman <priya.raman@brightwater.example> → Ann Hart <ann@x.example>"
    )


def test_no_change_shows_nothing():
    assert describe_changes(BEFORE, revise_draft(revision=BEFORE, new_body=BEFORE.body)) == ""


def test_large_texts_are_compared_in_bounded_time():
    before, after = replace(BEFORE, body="a b " * 5000), replace(BEFORE, body="b a " * 5000)
    assert describe_changes(before, after).startswith("[-a b")
    before, after = replace(BEFORE, body="a\n\n" * 5000), replace(BEFORE, body="b\n\n" * 5000)
    assert describe_changes(before, after) == "The text is another one."


SHOWN = show_for_editing(BEFORE)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        pytest.param(SHOWN, Edited(), id="nothing was changed"),
        pytest.param(f"\n{SHOWN}\n\n", Edited(), id="empty lines around it change nothing"),
        pytest.param(SHOWN.replace(BEFORE.subject, "Thanks again"), Edited(subject="Thanks again"), id="the subject"),
        pytest.param(SHOWN.partition("\n")[2], Edited(to=""), id="no recipients are left"),
        pytest.param(f"{SHOWN}\nP.S. To: nobody", Edited(body=f"{BEFORE.body}\nP.S. To: nobody"), id="the text"),
        pytest.param(
            SHOWN.replace("To: ", "to: Bob <bob@x.example>, "),
            Edited(to=f"Bob <bob@x.example>, {BEFORE.to[0]}"),
            id="recipients",
        ),
    ],
)
def test_what_was_changed_in_the_editor_is_read(text, change):
    assert read_edited(text, BEFORE) == change


@pytest.mark.parametrize(
    "text", ["", BEFORE.body, f"Bcc: x@y.example\n{SHOWN}", "To: a@b.example\nDear Priya,\n\nhello"]
)
def test_header_lines_that_cannot_be_read_are_said(text):
    with pytest.raises(PermanentError, match="begins with the lines To: and Subject:"):
        read_edited(text, BEFORE)
