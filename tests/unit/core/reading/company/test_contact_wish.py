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


NOT_WISHED = {
    "en": [
        "Please do not write or call to enquire about your results before that date.",
        "We ask candidates to refrain from telephoning.",
        "Kindly avoid calling the school office.",
        "There's no point ringing, I'm never at my desk.",
        "We regret that we cannot discuss applications over the phone.",
        "Canvassing of board members will disqualify.",
        "Please bear with us and don't get in touch before then.",
        "I'd ask you to leave it with me and not contact the client yourself.",
        "Please don't phone the campus about the outcome.",
        "Telephone enquiries will not be answered.",
        "All contact should go through our agency.",
        "Do not attempt to contact the panel.",
        "No follow-up needed, I'll come to you.",
        "You don't have to chase me.",
        "We'll contact you; please do not contact us.",
    ],
    "de": [
        "Von Anfragen zum Verfahrensstand bitten wir bis zur Entscheidung des Rektorats abzusehen.",
        "Bitte verzichten Sie auf Anrufe.",
        "Sachstandsanfragen können nicht beantwortet werden.",
        "Wir bitten, von Telefonaten Abstand zu nehmen.",
        "Bitte ruf nicht in der Filiale an.",
        "Nehmen Sie bitte keinen Kontakt zum Kunden auf.",
        "Bitte melden Sie sich nicht vorher, wir rühren uns.",
        "Telefonische Auskünfte erteilen wir nicht.",
        "Jeglicher Kontakt läuft ausschließlich über uns.",
        "Bitte keine Rückfragen in der Zwischenzeit.",
        "Nachfragen bitte nicht, du hörst von mir.",
    ],
    "fr": [
        "Nous vous prions de ne pas téléphoner au secrétariat.",
        "Aucun renseignement ne sera donné par téléphone.",
        "Merci d'attendre notre retour sans nous relancer.",
        "Il est inutile de téléphoner pour connaître les résultats.",
        "Évitez d'appeler le magasin.",
        "Tout contact avec les membres du jury est proscrit.",
        "Ne contactez pas l'entreprise directement, passez par moi.",
        "Pas besoin de me relancer, je t'écris.",
        "Les candidats sont priés de s'abstenir de toute relance.",
        "Merci de ne pas chercher à joindre le client.",
    ],
    "es": [
        "Se ruega no llamar por teléfono.",
        "No se facilitará información telefónica.",
        "Evita llamar a la tienda, por favor.",
        "Por favor, no contactes con la empresa directamente.",
        "No hace falta que me persigas, te aviso yo.",
        "Rogamos se abstengan de solicitar información sobre el estado del proceso.",
        "No es preciso que nos escriba, le escribiremos nosotros.",
        "Cualquier contacto debe hacerse a través de nuestra consultora.",
        "Abstenerse de llamar.",
        "No atendemos consultas telefónicas sobre el proceso.",
    ],
    "pt": [
        "Solicita-se que não sejam efetuados contactos telefónicos sobre o estado das candidaturas.",
        "Pedimos que não ligue para a loja.",
        "Evite ligar, por favor.",
        "Não serão prestadas informações por telefone.",
        "Não precisa de insistir, eu aviso.",
        "Não contacte diretamente o cliente.",
        "Agradecemos que aguarde o nosso contacto, sem necessidade de nos escrever.",
        "Todo o contacto deve ser feito através da nossa agência.",
        "Favor não entrar em contato com a banca.",
        "Pedimos que se abstenha de contactar os membros do júri.",
    ],
    "nl": [
        "Wij verzoeken u niet telefonisch contact op te nemen.",
        "Bel alsjeblieft niet naar de winkel.",
        "Over de procedure wordt telefonisch geen informatie verstrekt.",
        "Je hoeft er niet achteraan te bellen.",
        "Gelieve de klant niet rechtstreeks te benaderen.",
        "Alle contact verloopt via ons.",
        "Acquisitie naar aanleiding van deze procedure is niet nodig, wacht ons bericht af.",
        "Graag niet mailen of bellen voor die datum.",
        "We vragen je om geen contact te zoeken met de commissieleden.",
        "U hoeft ons niet te herinneren.",
    ],
    "it": [
        "Si prega di non telefonare alla segreteria.",
        "Non si forniscono informazioni telefoniche.",
        "Ti chiedo solo di non telefonare in cantina.",
        "Eviti di chiamare il negozio.",
        "Non contatti direttamente l'azienda cliente.",
        "Non serve che mi scriva, La cerco io.",
        "Ogni contatto deve passare da noi.",
        "La invitiamo ad astenersi dal contattare i membri della commissione.",
        "Non c'è bisogno di sollecitare.",
        "Preghiamo di attendere la nostra comunicazione senza sollecitarci.",
    ],
}  # fmt: skip

LEFT_OPEN = {
    "en": [
        "Please call us if you get lost.",
        "If you can't make it, please don't just not turn up: ring me.",
        "Do not bring your phone into the plant.",
        "I will not be reachable by phone on Monday.",
        "Feel free to contact us with any questions.",
        "Please do not hesitate to get in touch.",
        "You do not need to prepare anything.",
        "The call will not be recorded.",
    ],
    "de": [
        "Rufen Sie uns gern an, wenn Sie sich verspäten.",
        "Bitte bringen Sie kein Telefon in die Halle mit.",
        "Ich bin am Montag telefonisch nicht erreichbar.",
        "Sie müssen nichts vorbereiten.",
        "Bei Fragen wenden Sie sich jederzeit an mich.",
        "Der Kontakt war sehr nett.",
    ],
    "fr": [
        "Appelez-moi si vous êtes en retard.",
        "Je ne serai pas joignable par téléphone lundi.",
        "Inutile de préparer quoi que ce soit.",
        "Pour toute question, contactez-nous.",
        "L'appel ne sera pas enregistré.",
    ],
    "es": [
        "Llámeme si se retrasa.",
        "No estaré localizable por teléfono el lunes.",
        "No hace falta que prepares nada.",
        "Si tienes dudas, escríbeme.",
        "La llamada no se grabará.",
    ],
    "pt": [
        "Ligue-me se se atrasar.",
        "Não estarei contactável por telefone na segunda.",
        "Não precisa de preparar nada.",
        "Se tiver dúvidas, escreva-nos.",
        "A chamada não será gravada.",
    ],
    "nl": [
        "Bel me als je te laat bent.",
        "Ik ben maandag telefonisch niet bereikbaar.",
        "Je hoeft niets voor te bereiden.",
        "Heb je vragen, mail me gerust.",
        "Het gesprek wordt niet opgenomen.",
    ],
    "it": [
        "Mi chiami se è in ritardo.",
        "Lunedì non sarò raggiungibile al telefono.",
        "Non serve preparare nulla.",
        "Per qualsiasi domanda ci scriva.",
        "La chiamata non sarà registrata.",
    ],
}  # fmt: skip


def _rows(table: dict[str, list[str]]) -> list[object]:
    return [pytest.param(lang, text, id=f"{lang}: {text}") for lang, texts in table.items() for text in texts]


@pytest.mark.parametrize(("lang", "text"), _rows(NOT_WISHED))
def test_not_to_be_called_chased_or_written_to_is_heard_in_any_wording(lang: str, text: str) -> None:
    assert find_contact_wish(page_of(lang, text)) is not ContactWish.NONE


@pytest.mark.parametrize(("lang", "text"), _rows(LEFT_OPEN))
def test_other_things_not_done_are_no_wish(lang: str, text: str) -> None:
    assert find_contact_wish(page_of(lang, text)) is ContactWish.NONE
