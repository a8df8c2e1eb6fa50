"""Automatic answers in seven languages, and mail that only looks like one: (kind or None, mail, what is to be read of it)."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.reading.types import AutoAnswerKind

ABSENCE, LEFT, RECEIPT, CHALLENGE = (
    AutoAnswerKind.ABSENCE,
    AutoAnswerKind.LEFT,
    AutoAnswerKind.RECEIPT,
    AutoAnswerKind.CHALLENGE,
)


class Head(StrEnum):
    """How a program marks what it sends."""

    SIEVE = "Auto-Submitted: auto-replied (vacation)\nIn-Reply-To: <ours@mail.example.org>"
    EXCHANGE = "Auto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\nIn-Reply-To: <ours@mail.example.org>"
    HOSTER = "Return-Path: <>\nX-Autorespond: yes\nPrecedence: auto_reply"
    BARE = "References: <ours@mail.example.org>\nIn-Reply-To: <ours@mail.example.org>"
    NOTICE = "Auto-Submitted: auto-generated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """``back``: the day of return; ``to``: the stand-in's address; ``name``: the stand-in's name. The mail is of Thursday, 12 February 2026."""

    kind: AutoAnswerKind | None
    subject: str
    body: str
    head: Head = Head.SIEVE
    back: date | None = None
    to: str | None = None
    name: str | None = None


def _feb(day: int) -> date:
    return date(2026, 2, day)


def _mar(day: int) -> date:
    return date(2026, 3, day)


ENGLISH = [
    Case(
        kind=ABSENCE,
        subject="Automatic reply: Thank you",
        body="I am out of the office until Monday, 23 February. For anything urgent please contact Dana Wells at dana.wells@corp.example.",
        back=_feb(23),
        to="dana.wells@corp.example",
        name="Dana Wells",
    ),
    Case(
        kind=ABSENCE,
        subject="Re: Thank you for today",
        body="Hello,\n\nThanks for getting in touch. I'm on parental leave and will be returning to work on March 9th. My colleague Priya Nair (priya@corp.example) is looking after my candidates.",
        back=_mar(9),
        to="priya@corp.example",
        name="Priya Nair",
    ),
    Case(
        kind=ABSENCE,
        subject="OOO Re: Interview tomorrow?",
        body="Gone fishing from 13 Feb to 20 Feb, no laptop.",
        head=Head.HOSTER,
        back=_feb(20),
    ),
    Case(
        kind=ABSENCE,
        subject="Re: Data Analyst",
        body="I am travelling this week with limited access to email and will reply as soon as I can.",
        head=Head.EXCHANGE,
    ),
    Case(
        kind=LEFT,
        subject="Re: Thank you",
        body="Please note that Omar Haddad has left the company. Kindly direct your message to people@corp.example.",
        to="people@corp.example",
    ),
    Case(
        kind=LEFT,
        subject="Automatic reply: Data Analyst",
        body="I am no longer with Corp as of 30 January. For recruiting matters, contact Lee Ann Moss, leeann.moss@corp.example.",
        to="leeann.moss@corp.example",
        name="Lee Ann Moss",
    ),
    Case(
        kind=RECEIPT,
        subject="[Ticket #88123] Which building?",
        body="Thank you for contacting us. A ticket has been opened and an agent will answer within two working days. We are open 9:00 to 17:00.",
        head=Head.EXCHANGE,
    ),
    Case(
        kind=CHALLENGE,
        subject="Re: Thank you [verification required]",
        body="Your message to gwen@corp.example is being held because your address is not on my list of approved senders. Click the link below to confirm that you are a real person, and it will be delivered: https://verify.corp.example/x1",
        head=Head.SIEVE,
    ),
    Case(
        kind=CHALLENGE,
        subject="Please confirm your message",
        body="This is an automated message. To prove that your message was sent by a human and not a computer, please reply to this mail. You only need to do this once.",
        head=Head.HOSTER,
    ),
    Case(
        kind=None,
        subject="Re: Interview",
        body="I'm out of the office on Friday, so could we do Tuesday 17 February at 3pm instead?",
        head=Head.BARE,
    ),
    Case(
        kind=None,
        subject="Interview confirmed",
        body="Your interview is confirmed for Tuesday, 17 February at 3:00 pm with Gwen Tran. If you need to reschedule, use the link.",
        head=Head.SIEVE,
    ),
    Case(
        kind=None,
        subject="Thank you for applying",
        body="This is an automated message. We have received your application for Planner and will be in touch.",
        head=Head.SIEVE,
    ),
]
GERMAN = [
    Case(
        kind=ABSENCE,
        subject="Abwesenheitsnotiz: Vielen Dank",
        body="Guten Tag,\n\nich bin ab dem 23. Februar 2026 wieder im Büro erreichbar. In dringenden Fällen wenden Sie sich bitte an Frau Petra Lindner (p.lindner@corp.example).",
        back=_feb(23),
        to="p.lindner@corp.example",
        name="Petra Lindner",
    ),
    Case(
        kind=ABSENCE,
        subject="AW: Vielen Dank",
        body="Ich befinde mich vom 09.02.2026 bis einschließlich 20.02.2026 im Urlaub. Ihre Mail wird nicht weitergeleitet.",
        back=_feb(20),
    ),
    Case(
        kind=ABSENCE,
        subject="Automatische Antwort: Ihr Gespraech",
        body="Vielen Dank fuer Ihre Nachricht. Ich bin derzeit nicht im Buero und am 2. Maerz zurueck. Meine Vertretung uebernimmt Jens Ott, jens.ott@corp.example.",
        head=Head.EXCHANGE,
        back=_mar(2),
        to="jens.ott@corp.example",
        name="Jens Ott",
    ),
    Case(
        kind=ABSENCE,
        subject="Re: Bewerbung",
        body="Hi, bin gerade in Elternzeit und lese meine Mails nicht. Schreib in der Zwischenzeit an team@corp.example.",
        head=Head.HOSTER,
        to="team@corp.example",
    ),
    Case(
        kind=LEFT,
        subject="Re: Danke",
        body="Herr Kuhn ist nicht mehr für unser Haus tätig. Bitte richten Sie Ihre Anfrage künftig an personal@corp.example.",
        to="personal@corp.example",
    ),
    Case(
        kind=LEFT,
        subject="Automatische Antwort: Danke",
        body="Ich habe die Firma zum 31.01. verlassen. Ihr neuer Ansprechpartner ist Mehmet Aksoy <m.aksoy@corp.example>.",
        to="m.aksoy@corp.example",
        name="Mehmet Aksoy",
    ),
    Case(
        kind=RECEIPT,
        subject="[Ticket 4711] Welcher Eingang?",
        body="Ihre Anfrage ist bei uns eingegangen und wird unter der Ticketnummer 4711 bearbeitet.",
        head=Head.EXCHANGE,
    ),
    Case(
        kind=CHALLENGE,
        subject="Bitte bestätigen Sie Ihre Nachricht",
        body="Ihre E-Mail wurde zurückgehalten. Bitte klicken Sie auf den folgenden Link, um zu bestätigen, dass Sie ein Mensch sind; danach wird Ihre Nachricht zugestellt.",
        head=Head.SIEVE,
    ),
    Case(kind=ABSENCE, subject="Nicht im Büro", body="Am 5. März bin ich wieder da.", back=_mar(5), head=Head.EXCHANGE),
    Case(
        kind=None,
        subject="AW: Gespräch",
        body="Ich bin nächste Woche im Urlaub, aber am 2. März um 10 Uhr würde es passen.",
        head=Head.BARE,
    ),
    Case(
        kind=None,
        subject="Bestätigung Ihres Vorstellungsgesprächs",
        body="Dies ist eine automatisch erzeugte Nachricht. Ihr Vorstellungsgespräch findet am 17.02.2026 um 14:00 Uhr statt.",
        head=Head.SIEVE,
    ),
    Case(
        kind=None,
        subject="Eingangsbestätigung",
        body="Dies ist eine automatische Antwort. Ihre Bewerbung ist bei uns eingegangen.",
        head=Head.SIEVE,
    ),
]
FRENCH = [
    Case(
        kind=ABSENCE,
        subject="Réponse automatique : Merci",
        body="Bonjour,\n\nje suis absente du bureau jusqu'au 20 février inclus. En cas d'urgence, merci de contacter Luc Perrin à l'adresse luc.perrin@corp.example.",
        back=_feb(20),
        to="luc.perrin@corp.example",
        name="Luc Perrin",
    ),
    Case(
        kind=ABSENCE,
        subject="Absence du bureau Re: Merci",
        body="Je serai de retour le lundi 23 février 2026 et traiterai votre message à cette date.",
        head=Head.EXCHANGE,
        back=_feb(23),
    ),
    Case(
        kind=ABSENCE,
        subject="Re: Entretien",
        body="Bonjour, actuellement en congés du 9 au 20 février 2026, je n'ai pas accès à ma messagerie.",
        back=_feb(20),
    ),
    Case(
        kind=ABSENCE,
        subject="Re: Merci",
        body="Je suis en conge maternite. Pour toute demande urgente, vous pouvez vous adresser a Mme Ines Caron (ines.caron@corp.example).",
        head=Head.HOSTER,
        to="ines.caron@corp.example",
        name="Ines Caron",
    ),
    Case(
        kind=LEFT,
        subject="Re: Merci",
        body="Thomas Roy ne fait plus partie de nos effectifs. Veuillez adresser vos messages à rh@corp.example.",
        to="rh@corp.example",
    ),
    Case(
        kind=LEFT,
        subject="Réponse automatique : Entretien",
        body="J'ai quitté la société le 30 janvier. Votre nouvel interlocuteur est Sami Benali : sami.benali@corp.example",
        to="sami.benali@corp.example",
        name="Sami Benali",
    ),
    Case(
        kind=RECEIPT,
        subject="[Demande n° 5521] Quel bâtiment ?",
        body="Nous avons bien reçu votre demande. Un conseiller vous répondra sous 48 heures.",
        head=Head.EXCHANGE,
    ),
    Case(
        kind=CHALLENGE,
        subject="Veuillez confirmer votre message",
        body="Votre message est en attente. Pour qu'il soit remis, cliquez sur le lien ci-dessous afin de prouver que vous n'êtes pas un robot.",
        head=Head.SIEVE,
    ),
    Case(
        kind=ABSENCE,
        subject="Absente jusqu'au 2 mars",
        body="Bonjour, je vous répondrai à mon retour.",
        back=_mar(2),
        head=Head.SIEVE,
    ),
    Case(
        kind=None,
        subject="Re: Entretien",
        body="Je suis absente vendredi ; seriez-vous disponible mardi 17 février à 14h30 ?",
        head=Head.BARE,
    ),
    Case(
        kind=None,
        subject="Confirmation de votre entretien",
        body="Ceci est un message automatique. Votre entretien aura lieu le mardi 17 février 2026 à 14h30.",
        head=Head.SIEVE,
    ),
    Case(
        kind=None,
        subject="Votre candidature",
        body="Ceci est une réponse automatique. Nous avons bien reçu votre candidature.",
        head=Head.SIEVE,
    ),
]
SPANISH = [
    Case(
        kind=ABSENCE,
        subject="Respuesta automática: Gracias",
        body="Estoy fuera de la oficina hasta el 23 de febrero. Para asuntos urgentes, puede escribir a Marta Gil (marta.gil@corp.example).",
        back=_feb(23),
        to="marta.gil@corp.example",
        name="Marta Gil",
    ),
    Case(
        kind=ABSENCE,
        subject="Re: Gracias",
        body="Hola, me encuentro de vacaciones y me reincorporo el lunes 2 de marzo.",
        back=_mar(2),
    ),
    Case(
        kind=ABSENCE,
        subject="Fuera de la oficina: Entrevista",
        body="Del 9 al 20 de febrero de 2026 no tendre acceso al correo.",
        head=Head.EXCHANGE,
        back=_feb(20),
    ),
    Case(
        kind=ABSENCE,
        subject="Re: Entrevista",
        body="Estoy de baja por paternidad. Contacta mientras tanto con seleccion@corp.example.",
        head=Head.HOSTER,
        to="seleccion@corp.example",
    ),
    Case(
        kind=LEFT,
        subject="Re: Gracias",
        body="Le informamos de que Javier Soto ya no trabaja en la empresa. Diríjase a rrhh@corp.example.",
        to="rrhh@corp.example",
    ),
    Case(
        kind=LEFT,
        subject="Respuesta automática: Gracias",
        body="Ya no formo parte de Corp. Mi sustituta es Lucía Prieto, lucia.prieto@corp.example.",
        to="lucia.prieto@corp.example",
        name="Lucía Prieto",
    ),
    Case(
        kind=RECEIPT,
        subject="[Caso 9001] ¿Qué edificio?",
        body="Hemos recibido su solicitud y le responderemos lo antes posible. Número de caso: 9001.",
        head=Head.EXCHANGE,
    ),
    Case(
        kind=CHALLENGE,
        subject="Confirme su mensaje",
        body="Su mensaje ha sido retenido. Para que se entregue, haga clic en el enlace y confirme que es una persona.",
        head=Head.SIEVE,
    ),
    Case(kind=ABSENCE, subject="Ausencia", body="Vuelvo el 3 de marzo. Un saludo.", back=_mar(3), head=Head.SIEVE),
    Case(
        kind=None,
        subject="Re: Entrevista",
        body="El viernes estoy de vacaciones, ¿te viene bien el martes 17 de febrero a las 10:00?",
        head=Head.BARE,
    ),
    Case(
        kind=None,
        subject="Entrevista confirmada",
        body="Este es un mensaje automático. Su entrevista será el martes 17 de febrero a las 10:00.",
        head=Head.SIEVE,
    ),
    Case(
        kind=None,
        subject="Candidatura recibida",
        body="Este es un correo automático. Hemos recibido tu candidatura.",
        head=Head.SIEVE,
    ),
]
PORTUGUESE = [
    Case(
        kind=ABSENCE,
        subject="Resposta automática: Obrigado",
        body="Estou fora do escritório até 23 de fevereiro. Em caso de urgência, por favor contacte Rita Lopes através de rita.lopes@corp.example.",
        back=_feb(23),
        to="rita.lopes@corp.example",
        name="Rita Lopes",
    ),
    Case(
        kind=ABSENCE,
        subject="Re: Obrigado pela entrevista",
        body="Olá! Estou de férias e retorno no dia 2 de março de 2026.",
        back=_mar(2),
    ),
    Case(
        kind=ABSENCE,
        subject="Ausência temporária: Entrevista",
        body="Encontro-me ausente de 9 a 20 de fevereiro de 2026, sem acesso ao email.",
        head=Head.EXCHANGE,
        back=_feb(20),
    ),
    Case(
        kind=ABSENCE,
        subject="Re: Entrevista",
        body="Estou em licenca-maternidade. Enquanto isso, fale com vagas@corp.example.",
        head=Head.HOSTER,
        to="vagas@corp.example",
    ),
    Case(
        kind=LEFT,
        subject="Re: Obrigado",
        body="Informamos que Paulo Reis não faz mais parte do nosso quadro. Favor encaminhar sua mensagem para rh@corp.example.",
        to="rh@corp.example",
    ),
    Case(
        kind=LEFT,
        subject="Resposta automática: Obrigada",
        body="Já não trabalho na Corp. O novo contacto é Nuno Faria, nuno.faria@corp.example.",
        to="nuno.faria@corp.example",
        name="Nuno Faria",
    ),
    Case(
        kind=RECEIPT,
        subject="[Chamado 3120] Qual prédio?",
        body="Recebemos a sua mensagem e responderemos em até 2 dias úteis. Número do chamado: 3120.",
        head=Head.EXCHANGE,
    ),
    Case(
        kind=CHALLENGE,
        subject="Confirme a sua mensagem",
        body="A sua mensagem está retida. Clique no link abaixo para confirmar que é uma pessoa e ela será entregue.",
        head=Head.SIEVE,
    ),
    Case(kind=ABSENCE, subject="Fora do escritório", body="Volto dia 3/3. Abraço", back=_mar(3), head=Head.SIEVE),
    Case(
        kind=None,
        subject="Re: Entrevista",
        body="Na sexta estou fora do escritório; pode ser terça, 17 de fevereiro, às 10h?",
        head=Head.BARE,
    ),
    Case(
        kind=None,
        subject="Entrevista confirmada",
        body="Esta é uma mensagem automática. A sua entrevista será no dia 17 de fevereiro às 14h30.",
        head=Head.SIEVE,
    ),
    Case(
        kind=None,
        subject="Candidatura recebida",
        body="Esta é uma resposta automática. Recebemos a sua candidatura.",
        head=Head.SIEVE,
    ),
]
DUTCH = [
    Case(
        kind=ABSENCE,
        subject="Automatisch antwoord: Bedankt",
        body="Ik ben afwezig tot en met 20 februari. Voor dringende zaken kunt u contact opnemen met Sanne Bakker (sanne.bakker@corp.example).",
        back=_feb(20),
        to="sanne.bakker@corp.example",
        name="Sanne Bakker",
    ),
    Case(
        kind=ABSENCE,
        subject="Re: Bedankt",
        body="Vanaf maandag 23 februari ben ik weer op kantoor en lees ik mijn mail.",
        back=_feb(23),
    ),
    Case(
        kind=ABSENCE,
        subject="Afwezig: Gesprek",
        body="Ik ben met vakantie van 9 februari t/m 27 februari 2026.",
        head=Head.EXCHANGE,
        back=_feb(27),
    ),
    Case(
        kind=ABSENCE,
        subject="Re: Sollicitatie",
        body="Momenteel ben ik met zwangerschapsverlof. Mail in de tussentijd naar hr@corp.example.",
        head=Head.HOSTER,
        to="hr@corp.example",
    ),
    Case(
        kind=LEFT,
        subject="Re: Bedankt",
        body="Bram Smit is niet langer werkzaam bij Corp. U kunt uw bericht sturen naar info@corp.example.",
        to="info@corp.example",
    ),
    Case(
        kind=LEFT,
        subject="Automatisch antwoord: Bedankt",
        body="Ik werk niet meer bij Corp. Uw nieuwe contactpersoon is Noor Visser, noor.visser@corp.example.",
        to="noor.visser@corp.example",
        name="Noor Visser",
    ),
    Case(
        kind=RECEIPT,
        subject="[Melding 771] Welk gebouw?",
        body="Wij hebben uw vraag in goede orde ontvangen en geregistreerd onder nummer 771.",
        head=Head.EXCHANGE,
    ),
    Case(
        kind=CHALLENGE,
        subject="Bevestig uw bericht",
        body="Uw bericht wordt vastgehouden. Klik op onderstaande link om te bevestigen dat u een mens bent; daarna wordt het afgeleverd.",
        head=Head.SIEVE,
    ),
    Case(kind=ABSENCE, subject="Niet op kantoor", body="Op 3 maart ben ik terug.", back=_mar(3), head=Head.SIEVE),
    Case(
        kind=None,
        subject="Re: Gesprek",
        body="Vrijdag ben ik afwezig, schikt dinsdag 17 februari om 10.00 uur?",
        head=Head.BARE,
    ),
    Case(
        kind=None,
        subject="Bevestiging gesprek",
        body="Dit is een automatisch bericht. Je sollicitatiegesprek is op dinsdag 17 februari om 10:00 uur.",
        head=Head.SIEVE,
    ),
    Case(
        kind=None,
        subject="Je sollicitatie",
        body="Dit is een automatisch antwoord. We hebben je sollicitatie ontvangen.",
        head=Head.SIEVE,
    ),
]
ITALIAN = [
    Case(
        kind=ABSENCE,
        subject="Risposta automatica: Grazie",
        body="Sono fuori ufficio fino al 23 febbraio. Per urgenze potete contattare Elena Fabbri all'indirizzo elena.fabbri@corp.example.",
        back=_feb(23),
        to="elena.fabbri@corp.example",
        name="Elena Fabbri",
    ),
    Case(
        kind=ABSENCE, subject="Re: Grazie", body="Buongiorno, sono in ferie e rientrerò lunedì 2 marzo.", back=_mar(2)
    ),
    Case(
        kind=ABSENCE,
        subject="Fuori sede: Colloquio",
        body="Sarò assente dal 9 al 20 febbraio 2026 e non potrò leggere la posta.",
        head=Head.EXCHANGE,
        back=_feb(20),
    ),
    Case(
        kind=ABSENCE,
        subject="Re: Colloquio",
        body="Sono in maternita. Nel frattempo scrivete a selezione@corp.example.",
        head=Head.HOSTER,
        to="selezione@corp.example",
    ),
    Case(
        kind=LEFT,
        subject="Re: Grazie",
        body="La informiamo che Marco Sala non lavora più presso la nostra azienda. Si prega di scrivere a hr@corp.example.",
        to="hr@corp.example",
    ),
    Case(
        kind=LEFT,
        subject="Risposta automatica: Grazie",
        body="Ho lasciato l'azienda. Il nuovo referente è Giorgio Neri, giorgio.neri@corp.example.",
        to="giorgio.neri@corp.example",
        name="Giorgio Neri",
    ),
    Case(
        kind=RECEIPT,
        subject="[Richiesta 640] Quale edificio?",
        body="Abbiamo ricevuto la Sua richiesta, che è stata registrata con il numero 640.",
        head=Head.EXCHANGE,
    ),
    Case(
        kind=CHALLENGE,
        subject="Confermi il Suo messaggio",
        body="Il Suo messaggio è in attesa. Per favore faccia clic sul link per confermare di non essere un robot: solo allora verrà consegnato.",
        head=Head.SIEVE,
    ),
    Case(kind=ABSENCE, subject="Assenza", body="Torno il 3 marzo. Saluti", back=_mar(3), head=Head.SIEVE),
    Case(
        kind=None,
        subject="Re: Colloquio",
        body="Venerdì sono in ferie, andrebbe bene martedì 17 febbraio alle 10:00?",
        head=Head.BARE,
    ),
    Case(
        kind=None,
        subject="Conferma colloquio",
        body="Questo è un messaggio automatico. Il Suo colloquio è fissato per martedì 17 febbraio alle ore 10:00.",
        head=Head.SIEVE,
    ),
    Case(
        kind=None,
        subject="Candidatura ricevuta",
        body="Questa è una risposta automatica. Abbiamo ricevuto la Sua candidatura.",
        head=Head.SIEVE,
    ),
]
ALL = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "pt": PORTUGUESE, "nl": DUTCH, "it": ITALIAN}
