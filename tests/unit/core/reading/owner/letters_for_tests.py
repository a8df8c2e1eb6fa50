"""Letters to answer and the ways in which mail clients quote them."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.core.message.types import Address, Body, Message, Owner
from bot.core.reading.owner.cues import CommandCues, parse_command_cues
from bot.core.reading.types import AnsweredLetter, LetterKind, QuestionTopic, ShownItem

OWNER = Owner(name="Maya Okafor", email="maya.okafor@example.org", tz="America/New_York")
ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 5, 14, 22, 20, tzinfo=UTC)  # Thursday, 18:20 in New York

JANE = (
    "Dear Jane,\n\nThank you for walking me through the gripper roadmap this afternoon. The part about failing safe when "
    "the network drops stayed with me.\n\nI look forward to hearing from you.\n\nBest regards,\nMaya Okafor"
)
OMAR = (
    "Dear Omar,\n\nThank you for your questions about test rigs. I keep thinking about the conveyor that taught "
    "itself to stop.\n\nBest regards,\nMaya Okafor"
)
CUES_FILE = Path(__file__).parents[5] / "config" / "cues" / "commands" / "en.toml"


@cache
def load_cues() -> CommandCues:
    import tomllib

    files = sorted(CUES_FILE.parent.glob("*.toml"))
    return parse_command_cues({file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in files})


def shown_mail(name: str, subject: str, body: str) -> str:
    address = f"{name} <{name.split()[0].lower()}@acme.example>"
    head = f"From: Maya Okafor <maya.okafor@example.org>\nTo: {address}\nSubject: {subject}"
    return f"{head}\n\n--- begin text\n{body}\n--- end text\n\nWould leave: Friday, 15 May, 9:00 (New York)."


INTRO = "Here is the mail after your interview at Acme Robotics, exactly as it would leave."
OUTRO = (
    "Answer approve to send it as planned, now to send it at once, skip to drop it, later to be asked again, or send "
    "me the text you would rather have. Nothing leaves without your yes."
)
ITEM_JANE = ShownItem(number=1, subject="Thank you for this afternoon", body=JANE)
ITEM_OMAR = ShownItem(number=2, subject="Thank you for the test rig questions", body=OMAR)


def make_letter(
    kind: LetterKind, subject: str, text: str, items: tuple[ShownItem, ...] = (), topic: QuestionTopic | None = None
) -> AnsweredLetter:
    return AnsweredLetter(
        kind=kind,
        topic=topic,
        subject=subject,
        text=text,
        html_text=text,
        items=items,
        addresses=("maya.okafor@example.org", "Follow-up bot"),
        sent_at=datetime(2026, 5, 14, 22, 5, tzinfo=UTC),
    )


def one_text(intro: str = INTRO) -> str:
    return f"{intro}\n\n{shown_mail('Jane Whitcombe', ITEM_JANE.subject, JANE)}\n\n{OUTRO}\n"


def two_text() -> str:
    first = shown_mail("Jane Whitcombe", ITEM_JANE.subject, JANE)
    second = shown_mail("Omar Haddad", ITEM_OMAR.subject, OMAR)
    return f"Two mails wait for your answer.\n\nMail 1 of 2\n{first}\n\nMail 2 of 2\n{second}\n\n{OUTRO}\n"


NOTED = (
    "I noted an interview at Acme Robotics.\n\nCompany: Acme Robotics\nRole: Data Analyst\nWhen: Thursday, 14 May, "
    "14:00\nWho: Jane Whitcombe\n\nIf this is wrong, tell me in one line, for instance time: Friday 15:00.\n"
)
DEBRIEF = (
    "How did the interview at Acme Robotics go?\n\nDid it take place, and who was there?\nWhat did you talk about?\n"
)
IS_INTERVIEW = "Is this an interview? I am not sure about a mail from Acme Robotics.\n\nAnswer yes or no.\n"

LETTERS: dict[str, AnsweredLetter | None] = {
    "approval": make_letter(LetterKind.APPROVAL, "Your mail to Jane Whitcombe [K3J9X7]", one_text(), (ITEM_JANE,)),
    "two": make_letter(LetterKind.APPROVAL, "Two mails for Acme Robotics [P4M2QA]", two_text(), (ITEM_JANE, ITEM_OMAR)),
    "reminder": make_letter(
        LetterKind.REMINDER, "Still waiting: Jane Whitcombe", one_text("Still waiting."), (ITEM_JANE,)
    ),
    "receipt": make_letter(
        LetterKind.RECEIPT, "It leaves at 9:00", one_text("Approved. It leaves on Friday."), (ITEM_JANE,)
    ),
    "nothing pending": make_letter(
        LetterKind.APPROVAL,
        "Your mail to Jane Whitcombe [K3J9X7]",
        one_text(),
        (ShownItem(number=1, subject="Thank you for this afternoon", body=JANE, pending=False),),
    ),
    "noted": make_letter(LetterKind.NOTED, "Interview noted: Acme Robotics", NOTED),
    "take": make_letter(
        LetterKind.NOTED,
        "Shall I take on these interviews? (1, 2)",
        "1. Interview with Acme\n",
        topic=QuestionTopic.TAKE,
    ),
    "digest": make_letter(LetterKind.DIGEST, "Your week", "Three cases are open.\n\nNothing waits for you.\n"),
    "notice": make_letter(LetterKind.NOTICE, "Rescheduled: Acme Robotics", "Acme Robotics moved the interview.\n"),
    "debrief": make_letter(LetterKind.DEBRIEF, "How did it go at Acme Robotics?", DEBRIEF),
    "is interview": make_letter(
        LetterKind.QUESTION, "Is this an interview?", IS_INTERVIEW, topic=QuestionTopic.IS_INTERVIEW
    ),
    "which time": make_letter(
        LetterKind.QUESTION, "Which time?", "Is it 3 or 4 o'clock?\n", topic=QuestionTopic.WHICH_TIME
    ),
    "unknown send": make_letter(
        LetterKind.QUESTION,
        "Did it leave?",
        one_text("The server did not say whether this mail left."),
        (ITEM_JANE,),
        QuestionTopic.UNKNOWN_SEND,
    ),
    "recipient": make_letter(
        LetterKind.QUESTION, "Whom to write to?", one_text("I know no address."), (ITEM_JANE,), QuestionTopic.RECIPIENT
    ),
    "unclear": make_letter(
        LetterKind.QUESTION,
        "I did not understand",
        one_text("I did not understand your answer."),
        (ITEM_JANE,),
        QuestionTopic.UNCLEAR_REPLY,
    ),
    "none": None,
}


def _marked(text: str, width: int = 72) -> str:
    lines: list[str] = []
    for line in text.splitlines():
        lines.extend(textwrap.wrap(line, width) or [""])
    return "\n".join(f"> {line}".rstrip() for line in lines)


def gmail(new: str, letter: AnsweredLetter) -> str:
    head = "On Thu, May 14, 2026 at 6:05 PM Follow-up bot <\nmaya.okafor@example.org> wrote:"
    return f"{new}\n\n{head}\n\n{_marked(letter.text)}\n"


def apple(new: str, letter: AnsweredLetter) -> str:
    head = "> On May 14, 2026, at 6:05 PM, Follow-up bot <maya.okafor@example.org> wrote:"
    return f"{new}\n\nSent from my iPhone\n\n{head}\n> \n{_marked(letter.text)}\n"


def outlook(new: str, letter: AnsweredLetter) -> str:
    rule = "________________________________"
    head = "From: Follow-up bot <maya.okafor@example.org>\nSent: Thursday, May 14, 2026 6:05 PM"
    return f"{new}\n\n{rule}\n{head}\nTo: Maya Okafor <maya.okafor@example.org>\nSubject: {letter.subject}\n\n{letter.text}"


def outlook_de(new: str, letter: AnsweredLetter) -> str:
    head = "Von: Follow-up bot <maya.okafor@example.org>\nGesendet: Donnerstag, 14. Mai 2026 18:05"
    return f"{new}\n\n{head}\nAn: Maya Okafor\nBetreff: {letter.subject}\n\n{letter.text}"


def samsung(new: str, letter: AnsweredLetter) -> str:
    head = "-------- Original message --------\nFrom: Follow-up bot <maya.okafor@example.org>"
    tail = f"Date: 5/14/26 6:05 PM (GMT-05:00)\nTo: maya.okafor@example.org\nSubject: {letter.subject}"
    return f"{new}\n\n\nSent from my Galaxy\n\n{head}\n{tail}\n\n{letter.text}"


def thunderbird_below(new: str, letter: AnsweredLetter) -> str:
    return f"On 5/14/26 18:05, Follow-up bot wrote:\n{_marked(letter.text)}\n\n{new}\n"


def thunderbird_es(new: str, letter: AnsweredLetter) -> str:
    return f"{new}\n\nEl 14/5/26 a las 18:05, Follow-up bot escribió:\n{_marked(letter.text)}\n"


def yahoo(new: str, letter: AnsweredLetter) -> str:
    head = "    On Thursday, May 14, 2026 at 06:05:12 PM EDT, Follow-up bot <maya.okafor@example.org> wrote:"
    return f"{new}\n\n{head}\n\n{textwrap.indent(letter.text, ' ', lambda _line: True)}\n"


def mutt(new: str, letter: AnsweredLetter) -> str:
    return f"On Thu, May 14, 2026 at 06:05:12PM -0400, Follow-up bot wrote:\n{_marked(letter.text, 200)}\n\n{new}\n\n-- \nMaya Okafor\n"


def bare(new: str, _letter: AnsweredLetter) -> str:
    return f"{new}\n"


CLIENTS: dict[str, Callable[[str, AnsweredLetter], str]] = {
    "gmail": gmail,
    "apple": apple,
    "outlook": outlook,
    "outlook de": outlook_de,
    "samsung": samsung,
    "thunderbird below": thunderbird_below,
    "thunderbird es": thunderbird_es,
    "yahoo": yahoo,
    "mutt": mutt,
    "bare": bare,
}


def make_message(
    plain: str | None,
    *,
    html_text: str | None = None,
    subject: str = "Re: Your mail to Jane Whitcombe [K3J9X7]",
    sender: str = "maya.okafor@example.org",
    headers: tuple[tuple[str, str], ...] = (),
) -> Message:
    source = None if html_text is None else f"<pre>{html.escape(html_text)}</pre>"
    return Message(
        message_id="reply@example.org",
        in_reply_to="letter@example.org",
        references=("letter@example.org",),
        from_=(Address(name="Maya Okafor", email=sender),),
        from_fields=1,
        reply_to=(),
        to=(Address(email="maya.okafor@example.org"),),
        cc=(),
        subject=subject,
        date=NOW,
        body=Body(plain=plain, html=source, html_text=html_text),
        calendars=(),
        attachments=(),
        headers=(("from", sender), ("subject", subject), *headers),
        sha256="0" * 64,
    )


def reply(new: str, letter: str = "approval", client: str = "gmail") -> Message:
    """Return the message in which the owner answers *letter* with *new*, as *client* would write it."""
    answered = LETTERS[letter]
    if answered is None:
        return make_message(new, subject="bot")
    return make_message(CLIENTS[client](new, answered), subject=f"Re: {answered.subject}")
