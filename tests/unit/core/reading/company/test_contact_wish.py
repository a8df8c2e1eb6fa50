"""What they ask the owner not to do, in seven languages; politeness and machine footers ask for nothing."""

from __future__ import annotations

import pytest

from bot.core.reading.company.contact_wish import find_contact_wish
from bot.core.reading.types import ContactWish
from tests.unit.core.reading.company.paper import page_of

CALLS, CHASING, CONTACT = ContactWish.NO_CALLS, ContactWish.NO_CHASING, ContactWish.NO_CONTACT

WISHES = [
    ("en", "No phone calls, please.", CALLS),
    ("en", "There is no need to follow up, we will write to everybody.", CHASING),
    ("en", "Please do not contact the client directly.", CONTACT),
    ("de", "Rufen Sie bitte nicht an.", CALLS),
    ("de", "Bitte sehen Sie von telefonischen Rückfragen ab.", CHASING),
    ("de", "Bitte sehen Sie von Nachfragen zum Stand des Verfahrens ab.", CHASING),
    ("de", "Sie brauchen sich nicht zu melden, wir kommen auf Sie zu.", CHASING),
    ("de", "Bitte kontaktieren Sie das Unternehmen nicht direkt.", CONTACT),
    ("fr", "Merci de ne pas nous appeler.", CALLS),
    ("fr", "Merci de ne pas nous relancer.", CHASING),
    ("fr", "Inutile de nous recontacter d'ici là.", CHASING),
    ("fr", "Merci de ne pas contacter directement le client.", CONTACT),
    ("es", "Por favor, no llame a la oficina.", CALLS),
    ("es", "No es necesario que nos contacte.", CHASING),
    ("es", "No hace falta que escribas, te avisaremos.", CHASING),
    ("es", "Rogamos no contactar directamente con el cliente.", CONTACT),
    ("pt", "Por favor, não telefone.", CALLS),
    ("pt", "Não é necessário entrar em contacto connosco.", CHASING),
    ("pt", "Por favor não entre em contato com a empresa.", CONTACT),
    ("nl", "Gelieve niet te bellen.", CALLS),
    ("nl", "Je hoeft niet zelf contact op te nemen, wij bellen je.", CHASING),
    ("nl", "Neem geen rechtstreeks contact op met de klant.", CONTACT),
    ("it", "La preghiamo di non telefonare.", CALLS),
    ("it", "Non è necessario sollecitare una risposta.", CHASING),
    ("it", "La preghiamo di non contattarci.", CONTACT),
]

NO_WISHES = [
    ("en", "We will be in touch."),
    ("en", "Please do not hesitate to call me."),
    ("en", "Please do not reply to this e-mail, this mailbox is not monitored."),
    ("de", "Wir melden uns bei Ihnen."),
    ("de", "Zögern Sie nicht, uns anzurufen."),
    ("de", "Bitte antworten Sie nicht auf diese E-Mail."),
    ("de", "Bitte haben Sie Verständnis, dass wir nicht alle Bewerber kontaktieren können."),
    ("fr", "Nous vous recontacterons."),
    ("fr", "N'hésitez pas à m'appeler si besoin."),
    ("fr", "Merci de ne pas répondre à ce message."),
    ("es", "Nos pondremos en contacto con usted."),
    ("es", "No dude en llamarme."),
    ("es", "Si no es seleccionado, no le contactaremos."),
    ("pt", "Entraremos em contacto consigo."),
    ("pt", "Não hesite em ligar."),
    ("pt", "Não responda a este e-mail."),
    ("nl", "We nemen contact met je op."),
    ("nl", "Aarzel niet om te bellen."),
    ("nl", "De bel doet het niet."),
    ("it", "La contatteremo noi."),
    ("it", "Non esiti a chiamarmi."),
    ("it", "Non rispondere a questa e-mail."),
]


@pytest.mark.parametrize(("lang", "text", "wish"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in WISHES])
def test_a_wish_is_heard(lang: str, text: str, wish: ContactWish) -> None:
    assert find_contact_wish(page_of(lang, text)) is wish


@pytest.mark.parametrize(("lang", "text"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in NO_WISHES])
def test_what_asks_for_nothing_is_no_wish(lang: str, text: str) -> None:
    assert find_contact_wish(page_of(lang, text)) is ContactWish.NONE
