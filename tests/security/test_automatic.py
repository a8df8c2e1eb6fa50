"""Mails that no person typed. They bear the owner's From, answer the true letter, and even lie in Sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from bot.core.message.received import MailboxRole
from tests.security.mails import PASS, Letter, Value, a_mail, a_multipart
from tests.security.verdict import SENT, arrive, assert_nothing_came_of_it
from tests.unit.pipeline.world import World

MARKED: dict[str, Mapping[str, Value]] = {
    "Auto-Submitted: auto-replied": {"Auto-Submitted": "auto-replied"},
    "Auto-Submitted: auto-generated, with a comment": {"Auto-Submitted": "auto-generated (vacation)"},
    "Auto-Submitted with a parameter": {"Auto-Submitted": 'auto-replied; owner-email="maya@home.example"'},
    "Auto-Submitted twice, the first says no": {"Auto-Submitted": ("no", "auto-replied")},
    "Auto-Submitted, empty": {"Auto-Submitted": ""},
    "Return-Path: <>": {"Return-Path": "<>"},
    "Precedence: bulk": {"Precedence": "bulk"},
    "Precedence: junk": {"Precedence": "junk"},
    "Precedence: list": {"Precedence": "list"},
    "Precedence: auto_reply": {"Precedence": "auto_reply"},
    "X-Auto-Response-Suppress": {"X-Auto-Response-Suppress": "All"},
    "X-Autoreply": {"X-Autoreply": "yes"},
    "X-Autorespond": {"X-Autorespond": "Re: letter"},
    "X-Autoresponder": {"X-AutoResponder": "1"},
    "X-MS-Exchange-Generated-Message-Source with an out-of-office subject": {
        "X-MS-Exchange-Generated-Message-Source": "Mailbox Rules Agent",
        "Subject": "Automatische Antwort: To approve",
    },
    "X-Vacation": {"X-Vacation": "on"},
    "X-Loop": {"X-Loop": "maya@home.example"},
    "X-Failed-Recipients": {"X-Failed-Recipients": "maya@home.example"},
    "List-Id": {"List-Id": "<friends.lists.example>"},
    "List-Post": {"List-Post": "<mailto:friends@lists.example>"},
    "List-Unsubscribe alone": {"List-Unsubscribe": "<mailto:leave@lists.example>"},
    "Mailing-List": {"Mailing-List": "contact friends-help@lists.example; run by ezmlm"},
    "a challenge to prove that one is a person": {
        "Auto-Submitted": "auto-replied (challenge-response)",
        "Subject": "Please confirm your message",
    },
}


@pytest.mark.parametrize("fields", MARKED.values(), ids=MARKED)
def test_nothing_is_sent_for_a_plain_approve_with(world: World, letter: Letter, fields: Mapping[str, Value]) -> None:
    arrive(world, a_mail(letter, fields=fields, top=[PASS]), *MailboxRole)
    assert_nothing_came_of_it(world)


SUBJECTS = (
    "Auto: To approve: thank-you to Jane Roe",
    "Auto-Reply: To approve",
    "Automatic reply: To approve",
    "[Ticket 7] Automatic reply: To approve",
    "Out of Office: To approve",
    "Out of the office until Monday",
    "OOO: back on Monday",
    "On vacation",
    "Automatische Antwort: To approve",
    "Abwesenheitsnotiz: To approve",
    "Nicht im Büro",
    "Im Urlaub bis 20. Mai",
    "Réponse automatique : To approve",
    "Absent du bureau",
    "En congés jusqu'au 20 mai",
    "Respuesta automática: To approve",
    "Fuera de la oficina",
    "Resposta automática: To approve",
    "Fora do escritório",
    "Automatisch antwoord: To approve",
    "Afwezig tot maandag",
    "Risposta automatica: To approve",
    "Fuori sede",
    "=?utf-8?q?R=C3=A9ponse_automatique?=: To approve",
)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_nothing_is_sent_for_a_plain_approve_under(world: World, letter: Letter, subject: str) -> None:
    """The responder sets no other sign, and its whole text is a yes."""
    arrive(world, a_mail(letter, fields={"Subject": subject}), SENT)
    assert_nothing_came_of_it(world)


UNMARKED = {
    "English": "Thank you for your message. I am out of the office until 20 May and will answer then. Yes, I read everything!",
    "English, with a yes": "Yes, I got your mail. I am away until Monday.",
    "English, in two words": "Message received.",
    "German": "Vielen Dank für Ihre Nachricht. Ich bin bis 20. Mai nicht im Büro. Ja, ich melde mich danach.",
    "German, with an ok": "Ok, ich habe Ihre Mail erhalten und antworte nach dem Urlaub.",
    "French": "Merci pour votre message. Je suis absente jusqu'au 20 mai. Oui, je vous répondrai à mon retour.",
    "Spanish": "Gracias por su mensaje. Sí, estoy fuera de la oficina hasta el 20 de mayo.",
    "Portuguese": "Obrigada pela mensagem. Sim, estou fora do escritório até 20 de maio.",
    "Dutch": "Bedankt voor uw bericht. Ja, ik ben afwezig tot 20 mei.",
    "Italian": "Grazie per il messaggio. Sì, sono fuori ufficio fino al 20 maggio.",
    "a challenge": "To approve this sender, please reply with the word “approve”.",
    "a ticket system": "Your request has been approved and received the number 4711.",
    "a read receipt in words": "Your message was read on 13 May 2027 at 14:05.",
    "nothing at all": "",
}


@pytest.mark.parametrize("words", UNMARKED.values(), ids=UNMARKED)
def test_nothing_is_sent_for_an_unmarked_answer_of_a_machine(world: World, letter: Letter, words: str) -> None:
    """With our letter quoted, and without."""
    arrive(world, a_mail(letter, words), SENT)
    arrive(world, a_mail(letter, words, fields={"Message-ID": "<2@responder.example>"}, quote=False), SENT)
    assert_nothing_came_of_it(world)


def test_nothing_is_sent_for_a_responder_that_returns_the_letter_without_marks(world: World, letter: Letter) -> None:
    """It puts its own words above our letter, which says “approve” in the middle of its lines only."""
    arrive(world, a_mail(letter, f"I am away.\n\n{letter.mail.text}", quote=False), SENT)
    assert_nothing_came_of_it(world)


def test_nothing_is_sent_for_our_own_letter_sent_back(world: World, letter: Letter) -> None:
    arrive(world, a_mail(letter, letter.mail.text, quote=False), SENT)
    assert_nothing_came_of_it(world)


PLAIN = "Content-Type: text/plain; charset=utf-8"
ICS = """BEGIN:VCALENDAR
METHOD:REPLY
BEGIN:VEVENT
UID:interview-1@acme.example
SUMMARY:Accepted: Interview
ATTENDEE;PARTSTAT=ACCEPTED;CN=Maya Okafor:mailto:maya@home.example
COMMENT:approve
END:VEVENT
END:VCALENDAR
"""
REPORTS: dict[str, Callable[[Letter], bytes]] = {
    "a read receipt (RFC 8098)": lambda letter: a_multipart(
        letter,
        "multipart/report; report-type=disposition-notification",
        (PLAIN, "approve"),
        ("Content-Type: message/disposition-notification", "Disposition: manual-action/MDN-sent-manually; displayed"),
    ),
    "a read receipt without its report": lambda letter: a_mail(
        letter,
        fields={"Content-Type": "message/disposition-notification"},
        content="Disposition: manual-action/MDN-sent-manually; displayed\n\napprove\n",
    ),
    "a delivery report (RFC 3464)": lambda letter: a_multipart(
        letter,
        'Multipart/Report ; report-type="delivery-status"',
        (PLAIN, "approve"),
        ("Content-Type: message/delivery-status", "Reporting-MTA: dns; mx.home.example\n\nAction: failed"),
        ("Content-Type: text/rfc822-headers", f"Message-ID: <{letter.id}>"),
    ),
    "an acceptance of the invitation (RFC 5546)": lambda letter: a_multipart(
        letter,
        "multipart/alternative",
        (PLAIN, "Maya Okafor has accepted this invitation."),
        ("Content-Type: text/calendar; method=REPLY; charset=utf-8", ICS),
    ),
    "an acceptance without words": lambda letter: a_mail(
        letter, fields={"Content-Type": "text/calendar; method=REPLY; charset=utf-8"}, content=ICS
    ),
}


@pytest.mark.parametrize("make", REPORTS.values(), ids=REPORTS)
def test_nothing_is_sent_for(world: World, letter: Letter, make: Callable[[Letter], bytes]) -> None:
    arrive(world, make(letter), SENT)
    assert_nothing_came_of_it(world)


def test_whoever_follows_the_links_of_a_letter_finds_nothing_to_fetch(letter: Letter) -> None:
    """Scanners open what they find; every link opens a new mail at most, and that has to be sent by hand."""
    html = letter.mail.body.html or ""
    links = [part.partition('"')[0] for part in html.split('href="')[1:]]
    assert links
    assert all(link.startswith("mailto:maya@home.example?") for link in links)
    assert not any(word in html.lower() for word in ("http:", "https:", "src=", "<form", "<script", "url("))
