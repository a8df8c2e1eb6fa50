"""Answers to the bot's own letters, as every mail app composes them: what is new is found, and nothing else."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from itertools import product

import pytest

from bot.core.letter.approval import write_approval
from bot.core.letter.context import Letter
from bot.core.message.html import render_html
from bot.core.message.parse import parse_message
from bot.core.message.types import Owner
from bot.core.reading.owner.answer import read_owner_reply
from bot.core.reading.owner.verdict import SENDING
from bot.core.reading.types import Action, AnsweredLetter, OwnerReading
from tests.unit.core.letter import examples

from .clients import ADDRESS, CLIENTS, LANGUAGES, Reply, mutt, outlook_plain
from .letters_for_tests import load_cues

OWNER = Owner(name="Maya Okafor", email=ADDRESS, tz="Europe/Berlin")
NOW = datetime(2026, 5, 14, 15, 2, tzinfo=UTC)
CUES = load_cues()
TOM = (
    "Dear Tom,\n\nThank you for your questions about test rigs. I keep thinking about the conveyor that taught itself to stop.\n\n"
    "Best regards,\nMaya Okafor"
)


def _two() -> Letter:
    second = replace(examples.SECOND, revision=replace(examples.BLOCKED, findings=(), body=TOM))
    return write_approval(examples.context(now=examples.AFTER), drafts=(examples.DRAFT, second))


LETTERS = {
    "approval": examples.approval(),
    "two": _two(),
    "debrief": examples.debrief(),
    "receipt": examples.receipt_approved(),
}


def answered(letter: Letter) -> AnsweredLetter:
    """Return *letter* as it is stored: without its token."""
    return AnsweredLetter(
        kind=letter.kind,
        topic=letter.topic,
        subject=letter.subject,
        text=letter.text.replace(examples.TOKEN, ""),
        html_text=render_html(letter.html).text.replace(examples.TOKEN, ""),
        items=letter.items,
        addresses=(ADDRESS,),
        sent_at=examples.AFTER,
    )


ANSWERED = {name: answered(letter) for name, letter in LETTERS.items()}
JANE = LETTERS["approval"].items[0].body


def read_raw(raw: bytes, letter: str = "approval") -> OwnerReading:
    return read_owner_reply(message=parse_message(raw), letter=ANSWERED[letter], owner=OWNER, cues=CUES, now=NOW)


def read(client: Callable[[Reply], bytes], letter: str = "approval", **how: object) -> OwnerReading:
    return read_raw(client(Reply(letter=LETTERS[letter], **how)), letter)  # type: ignore[arg-type]


def orders(reading: OwnerReading) -> set[Action]:
    return {reading.action, *(item.action for item in reading.items)} & SENDING


YES = {
    "en": "approve",
    "de": "Freigegeben",
    "fr": "Validé",
    "es": "Aprobado, gracias",
    "pt": "Aprovado",
    "nl": "Akkoord",
    "it": "Approvo",
}
CONDITIONS = {
    "en": "yes, but only if Tom gets a copy",
    "de": "ja, aber nur wenn Tom eine Kopie bekommt",
    "fr": "oui, mais seulement si Tom est en copie",
    "es": "sí, pero solo si Tom recibe una copia",
    "pt": "sim, mas só se o Tom receber uma cópia",
    "nl": "ja, maar alleen als Tom een kopie krijgt",
    "it": "sì, ma solo se Tom riceve una copia",
}
EDIT = """Dear Jane,

Thank you for the tour of the lab today.
-- here is what stayed with me
From: 10:00 on I was all ears
> as you said yourself
On 12 May 2025 at 10:00 you wrote:
To: do better every day
________________
was all I needed. Sent from my heart, as it were.

Best regards,
Maya Okafor"""

each_client = pytest.mark.parametrize("client", CLIENTS.values(), ids=list(CLIENTS))
each_language = pytest.mark.parametrize("lang", LANGUAGES)


@each_client
@each_language
def test_a_yes_is_a_yes_and_a_condition_is_none(client: Callable[[Reply], bytes], lang: str) -> None:
    assert read(client, new=YES[lang], lang=lang).action is Action.APPROVE
    assert not orders(read(client, new=CONDITIONS[lang], lang=lang))


@each_client
@each_language
def test_no_word_of_an_edit_is_lost(client: Callable[[Reply], bytes], lang: str) -> None:
    found = read(client, new=f"edit:\n{EDIT}", lang=lang)
    assert (found.action, found.new_body) == (Action.EDIT, EDIT)


@each_client
@each_language
def test_an_account_of_the_talk_is_told_without_the_letter(client: Callable[[Reply], bytes], lang: str) -> None:
    said = "It went well, we spoke about grippers.\nThey decide by Friday."
    found = read(client, "debrief", new=said, lang=lang)
    assert (found.action, found.told) == (Action.DEBRIEF, said)


@each_client
@each_language
def test_an_approval_is_taken_back(client: Callable[[Reply], bytes], lang: str) -> None:
    assert read(client, "receipt", new="undo", lang=lang).action is Action.UNDO


PLACES = list(product(("above", "below", "between", "nowhere"), ("both", "plain", "html")))


@each_client
@pytest.mark.parametrize(("place", "parts"), PLACES, ids=["-".join(how) for how in PLACES])
def test_the_answer_may_stand_anywhere(client: Callable[[Reply], bytes], place: str, parts: str) -> None:
    both = read(client, "two", new="1 approve, 2 skip", place=place, parts=parts)
    assert [(item.number, item.action) for item in both.items] == [(1, Action.APPROVE), (2, Action.SKIP)]
    assert read(client, new="approve", place=place, parts=parts).action is Action.APPROVE
    assert not orders(read(client, new=CONDITIONS["en"], place=place, parts=parts))


def _without_blank_lines(text: str | None) -> list[str]:
    return [line for line in (text or "").split("\n") if line.strip()]


@each_client
@pytest.mark.parametrize(("place", "parts"), [how for how in PLACES if how[0] != "between"], ids=lambda how: str(how))
def test_an_edit_may_stand_above_or_below(client: Callable[[Reply], bytes], place: str, parts: str) -> None:
    found = read(client, new=f"edit:\n{EDIT}", place=place, parts=parts)
    # Word's plain text alone sets every line apart, and does not tell which blank lines were typed.
    assert (found.action, _without_blank_lines(found.new_body)) == (Action.EDIT, _without_blank_lines(EDIT))


CHANGES = [
    ("this afternoon", "on Thursday"),
    ("sensors that keep deciding", "sensors that decide"),
    ("Best regards,", "Kind regards,"),
    ("stayed with me.", "stayed with me, as did the demo."),
    ("stayed with me.", "stayed with me"),
    (" I would be glad to bring that to your team.", ""),
]


@each_client
@pytest.mark.parametrize("parts", ["both", "plain", "html"])
def test_a_change_inside_the_quoted_draft_is_an_edit(client: Callable[[Reply], bytes], parts: str) -> None:
    for change in CHANGES:
        found = read(client, change=change, parts=parts)
        assert found.action is Action.EDIT
        assert (found.new_body or "").replace(" \n", "\n") == JANE.replace(*change)


@each_client
def test_a_change_names_its_mail(client: Callable[[Reply], bytes]) -> None:
    found = read(client, "two", change=("test rigs", "your test rigs"))
    assert (found.action, found.new_body) == (Action.EDIT, TOM.replace("test rigs", "your test rigs"))
    assert [item.number for item in found.items] == [2]


@each_client
@pytest.mark.parametrize("new", ["approve", "ok, with my change below", "send it now"])
def test_a_yes_beside_a_change_does_not_approve_the_old_text(client: Callable[[Reply], bytes], new: str) -> None:
    found = read(client, new=new, change=("this afternoon", "on Thursday"))
    assert not orders(found) & {Action.APPROVE, Action.SEND_NOW, Action.SEND_AT}


@each_client
@pytest.mark.parametrize("encoding", ["base64", "8bit"])
def test_the_encoding_says_nothing(client: Callable[[Reply], bytes], encoding: str) -> None:
    assert read(client, new="Validé", lang="fr", encoding=encoding).action is Action.APPROVE


FOOTERS = [
    "This message and any attachments are confidential and intended solely for the recipient. If you are not the intended recipient, "
    "please notify the sender and delete it; disclosure is prohibited.",
    "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Empfänger sind, informieren Sie bitte den Absender und "
    "vernichten Sie diese Mail. Die unbefugte Weitergabe ist nicht gestattet.",
    "Ce message est confidentiel et destiné exclusivement à ses destinataires. Si vous l'avez reçu par erreur, merci de le détruire et "
    "d'avertir l'expéditeur. Toute diffusion est interdite.",
    "Este mensaje contiene información confidencial destinada exclusivamente a su destinatario. Si lo ha recibido por error, "
    "comuníquelo al remitente y elimínelo. Su divulgación está prohibida.",
    "Esta mensagem contém informação confidencial e destina-se apenas ao destinatário. Se a recebeu por erro, avise o remetente e "
    "elimine-a. É proibida a sua divulgação.",
    "Dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde. Indien u niet de geadresseerde bent, verzoeken wij u de "
    "afzender te informeren. Openbaarmaking is verboden.",
    "Questo messaggio contiene informazioni riservate ed è destinato esclusivamente al destinatario. Se lo avete ricevuto per errore, "
    "avvisate il mittente e cancellatelo. La divulgazione è vietata.",
]


@each_client
@pytest.mark.parametrize("footer", FOOTERS, ids=LANGUAGES)
def test_a_company_adds_its_notice(client: Callable[[Reply], bytes], footer: str) -> None:
    assert read(client, new="approve", footer=footer).action is Action.APPROVE
    assert not orders(read(client, new="approve once I say so", footer=footer))


# --- quotations as people and programs leave them (plain text; {} is the letter's line) ------------------------------------------------


def _quoted(keep: Callable[[list[str]], list[str]], *, mark: str = "> ") -> str:
    lines = keep(LETTERS["approval"].text.rstrip("\n").split("\n"))
    return "\n".join(f"{mark}{line}".rstrip() for line in lines)


def _wrapped(width: int) -> Callable[[list[str]], list[str]]:
    return lambda lines: [part for line in lines for part in textwrap.wrap(line, width) or [""]]


def _badly_wrapped(lines: list[str]) -> list[str]:
    """Each long line breaks into one with a mark and one without."""
    return [re.sub(r"^(.{50,60}) (.+)", r"\1\n\2", line) if len(line) > 75 else line for line in lines]


QUOTATIONS = {
    "only the beginning": lambda lines: lines[:5],
    "only the end": lambda lines: lines[-6:],
    "only one line": lambda lines: lines[2:3],
    "the text alone": lambda lines: lines[lines.index("--- begin text") : lines.index("--- end text") + 1],
    "without blank lines": lambda lines: [line for line in lines if line],
    "wrapped at 40": _wrapped(40),
    "wrapped at 60": _wrapped(60),
    "wrapped without marks": _badly_wrapped,
    "indented": lambda lines: [f"    {line}" for line in lines],
    "twice": lambda lines: [*lines, *lines],
}
HEAD = f"On Thu, May 14, 2026 at 04:40:12PM +0200, Follow-up bot <{ADDRESS}> wrote:"


@pytest.mark.parametrize("keep", QUOTATIONS.values(), ids=list(QUOTATIONS))
@pytest.mark.parametrize("mark", ["> ", ">", ">> ", "> > "])
def test_a_quotation_may_be_cut_and_wrapped(keep: Callable[[list[str]], list[str]], mark: str) -> None:
    def written(new: str) -> bytes:
        none = Reply(letter=LETTERS["approval"], new=f"{new}\n\n{HEAD}\n{_quoted(keep, mark=mark)}", place="nowhere")
        return mutt(none)

    assert read_raw(written("approve")).action is Action.APPROVE
    assert read_raw(written("skip")).action is Action.SKIP
    assert not orders(read_raw(written(CONDITIONS["en"])))


@pytest.mark.parametrize("head", [HEAD, HEAD.replace(" Follow-up", "\nFollow-up"), HEAD.replace("<", "<\n")])
def test_an_attribution_line_may_be_wrapped(head: str) -> None:
    new = f"approve\n\n{head}\n{_quoted(lambda lines: lines)}"
    assert read_raw(mutt(Reply(letter=LETTERS["approval"], new=new, place="nowhere"))).action is Action.APPROVE


def test_an_answer_to_ones_own_answer_is_not_the_first_one_again() -> None:
    earlier = f"> skip, I wrote to her\n>\n> {HEAD}\n{_quoted(lambda lines: lines, mark='> > ')}"
    own = "On Thu, May 14, 2026 at 05:00:00PM +0200, Maya Okafor wrote:"
    found = read_raw(mutt(Reply(letter=LETTERS["approval"], new=f"ok\n\n{own}\n{earlier}", place="nowhere")))
    assert not orders(found)


@each_client
def test_no_letter_alone_says_anything(client: Callable[[Reply], bytes]) -> None:
    """The letters are full of commands, and each of them is only quoted."""
    for make in examples.ALL.values():
        letter = make()
        raw = client(Reply(letter=letter))
        found = read_owner_reply(message=parse_message(raw), letter=answered(letter), owner=OWNER, cues=CUES, now=NOW)
        assert found.reasons[0].name == "empty"


@pytest.mark.parametrize(
    ("letter", "left"),
    [
        (examples.approval_blocked, "approve that one."),
        (examples.approval_blocked, f"approve that one.\n\nref: {examples.TOKEN}"),
        (examples.question_unknown, "- “resend”: Send it again"),
    ],
)
def test_a_line_of_the_letter_that_was_left_alone_orders_nothing(letter: Callable[[], Letter], left: str) -> None:
    raw = outlook_plain(Reply(letter=letter(), new=left, place="nowhere"))
    found = read_owner_reply(message=parse_message(raw), letter=answered(letter()), owner=OWNER, cues=CUES, now=NOW)
    assert not orders(found)


@pytest.mark.parametrize(
    ("said", "action"),
    [("approve", Action.APPROVE), ("yes, but fix her name first", Action.UNCLEAR), ("", Action.UNCLEAR)],
)
def test_an_attribution_may_name_the_address_and_no_day(said: str, action: Action) -> None:
    """As s-nail writes it: the answer below a quotation that a tab marks."""
    quoted = "\n".join(f"\t{line}" for line in LETTERS["approval"].text.split("\n"))
    mail = EmailMessage()
    mail["From"] = f"Maya Okafor <{ADDRESS}>"
    mail["To"] = f"Follow-up bot <{ADDRESS}>"
    mail["Subject"] = f"Re: {LETTERS['approval'].subject}"
    mail["Message-ID"], mail["In-Reply-To"] = "<reply-1@example.org>", "<letter-1@example.org>"
    mail.set_content(f"Follow-up bot <{ADDRESS}> wrote:\n\n{quoted}\n\n{said}\n")
    assert read_raw(mail.as_bytes()).action is action
