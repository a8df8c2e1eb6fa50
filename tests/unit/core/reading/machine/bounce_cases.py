"""Reports of mail that was not delivered, as the programs write them, and mail that only looks like one."""
# ruff: noqa: E501 - lines of mails are as long as programs write them

from __future__ import annotations

from dataclasses import dataclass

from bot.core.reading.types import BounceCause

WRONG, FULL, REFUSED, UNREACHABLE, UNKNOWN = (
    BounceCause.WRONG_ADDRESS,
    BounceCause.MAILBOX_FULL,
    BounceCause.REFUSED,
    BounceCause.UNREACHABLE,
    BounceCause.UNKNOWN,
)
OURS = "ours@mail.example.org"
TO = "paul.denton@bluefield.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A mail (its header after From, To and Date) and what it reports."""

    sender: str
    subject: str
    body: str
    head: str = "Return-Path: <>\nAuto-Submitted: auto-replied"
    cause: BounceCause = WRONG
    permanent: bool = True
    recipient: str | None = TO
    original_id: str | None = OURS
    status: str | None = None


_EXCHANGE = "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@bluefield.example"
_COPY = f"\n\nMessage-ID: <{OURS}>\nFrom: Nora Quist <nora@example.org>\nTo: {TO}\nSubject: Thank you\n"

PLAIN = {
    "qmail": Case(
        sender="MAILER-DAEMON@mx.example.org",
        subject="failure notice",
        body=f"Hi. This is the qmail-send program at mx.example.org.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<{TO}>:\n192.0.2.4 does not like recipient.\nRemote host said: 550 no mailbox here by that name\nGiving up on 192.0.2.4.\n\n--- Below this line is a copy of the message.\n{_COPY}",
        head="Return-Path: <>",
    ),
    "Exim": Case(
        sender="Mailer-Daemon@mx.example.org",
        subject="Mail delivery failed: returning message to sender",
        body=f"This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  {TO}\n    SMTP error from remote mail server after RCPT TO:<{TO}>:\n    host mx.bluefield.example [192.0.2.4]: 550 5.1.1 unknown user\n\n------ This is a copy of the message, including all the headers. ------{_COPY}",
        head=f"Return-path: <>\nX-Failed-Recipients: {TO}\nAuto-Submitted: auto-replied",
        status="5.1.1",
    ),
    "Exim that still tries": Case(
        sender="Mailer-Daemon@mx.example.org",
        subject="Warning: message 1abcDE-0001 delayed 24 hours",
        body=f"A message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on mx.example.org.\n\nThe address to which the message has not yet been delivered is:\n\n  {TO}\n    Delay reason: Connection timed out\n\nNo action is required on your part. Delivery attempts will continue for\nsome time.{_COPY}",
        permanent=False,
        cause=UNREACHABLE,
    ),
    "Sendmail": Case(
        sender="MAILER-DAEMON@mx.example.org",
        subject="Returned mail: see transcript for details",
        body=f"The original message was received at Thu, 12 Feb 2026 10:00:00 GMT\n\n   ----- The following addresses had permanent fatal errors -----\n<{TO}>\n    (reason: 550 5.1.1 <{TO}>... User unknown)\n\n   ----- Transcript of session follows -----\n550 5.1.1 <{TO}>... User unknown{_COPY}",
        status="5.1.1",
    ),
    "Postfix without MIME": Case(
        sender="MAILER-DAEMON@mx.example.org",
        subject="Undelivered Mail Returned to Sender",
        body=f"This is the mail system at host mx.example.org.\n\nI'm sorry to have to inform you that your message could not be delivered to one or more recipients.\n\n<{TO}>: host mx.bluefield.example[192.0.2.4] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command){_COPY}",
        cause=FULL,
        status="5.2.2",
    ),
    "Gmail": Case(
        sender="mailer-daemon@googlemail.com",
        subject="Delivery Status Notification (Failure)",
        body=f"** Address not found **\n\nYour message wasn't delivered to {TO} because the address couldn't be found, or is unable to receive mail.\n\nThe response from the remote server was:\n550 5.1.1 The email account that you tried to reach does not exist.",
        head=f"X-Failed-Recipients: {TO}\nIn-Reply-To: <{OURS}>\nReferences: <{OURS}>\nAuto-Submitted: auto-replied",
        status="5.1.1",
    ),
    "Gmail, blocked": Case(
        sender="mailer-daemon@googlemail.com",
        subject="Delivery Status Notification (Failure)",
        body=f"** Message blocked **\n\nYour message to {TO} has been blocked. See technical details below for more information.\n\nThe response from the remote server was:\n550 5.7.1 Message rejected due to content restrictions",
        head=f"In-Reply-To: <{OURS}>\nAuto-Submitted: auto-replied",
        cause=REFUSED,
        status="5.7.1",
    ),
    "Gmail, delayed": Case(
        sender="mailer-daemon@googlemail.com",
        subject="Delivery Status Notification (Delay)",
        body=f"** Delivery incomplete **\n\nThere was a temporary problem delivering your message to {TO}. Gmail will retry for 46 more hours. You'll be notified if the delivery fails permanently.",
        head=f"In-Reply-To: <{OURS}>\nAuto-Submitted: auto-replied",
        permanent=False,
        cause=UNKNOWN,
    ),
    "Yahoo": Case(
        sender="MAILER-DAEMON@yahoo.example",
        subject="Failure Notice",
        body=f"Sorry, we were unable to deliver your message to the following address.\n\n<{TO}>:\n554: delivery error: dd This user doesn't have a bluefield.example account ({TO}) [-14]\n\n--- Below this line is a copy of the message.{_COPY}",
    ),
    "GMX": Case(
        sender="mailer-daemon@gmx.example",
        subject="Mail delivery failed: returning message to sender",
        body=f"Diese Nachricht wurde automatisch erzeugt.\n\nEine Ihrer E-Mails konnte an einen oder mehrere Empfänger nicht zugestellt werden:\n\n{TO}:\nSMTP-Server: mx.bluefield.example\nRCPT TO-Befehl: 550 Requested action not taken: mailbox unavailable\n\n--- Im Anschluss finden Sie eine Kopie Ihrer Nachricht ---{_COPY}",
    ),
    "Exchange, German": Case(
        sender=_EXCHANGE,
        subject="Unzustellbar: Danke",
        body=f"Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\nPaul Denton ({TO})\nDie eingegebene E-Mail-Adresse konnte nicht gefunden werden. Überprüfen Sie die Adresse.\n\n#550 5.1.10 RESOLVER.ADR.RecipientNotFound##{_COPY}",
        status="5.1.10",
    ),
    "Exchange, German, full": Case(
        sender="postmaster@bluefield.example",
        subject="Unzustellbar: Danke",
        body=f"Ihre Nachricht an {TO} konnte nicht zugestellt werden. Das Postfach des Empfängers ist voll und kann derzeit keine Nachrichten annehmen.{_COPY}",
        cause=FULL,
    ),
    "Exchange, French": Case(
        sender=_EXCHANGE,
        subject="Non remis : Merci",
        body=f"Échec de la remise à ces destinataires ou groupes :\n\n{TO}\nL'adresse de messagerie que vous avez entrée est introuvable.\n\n#550 5.1.1 RESOLVER.ADR.RecipNotFound##{_COPY}",
        status="5.1.1",
    ),
    "Exchange, French, full": Case(
        sender="postmaster@bluefield.example",
        subject="Non remis : Merci",
        body=f"Votre message à {TO} n'a pas pu être remis. La boîte aux lettres du destinataire est pleine.{_COPY}",
        cause=FULL,
    ),
    "Exchange, Spanish": Case(
        sender=_EXCHANGE,
        subject="No se puede entregar: Gracias",
        body=f"No se pudo entregar el mensaje a estos destinatarios o grupos:\n\n{TO}\nNo se encontró la dirección de correo electrónico que escribió.{_COPY}",
    ),
    "Exchange, Spanish, full": Case(
        sender="postmaster@bluefield.example",
        subject="No se puede entregar: Gracias",
        body=f"El mensaje para {TO} no se ha podido entregar porque el buzón del destinatario está lleno.{_COPY}",
        cause=FULL,
    ),
    "Exchange, Portuguese": Case(
        sender=_EXCHANGE,
        subject="Não é possível entregar: Obrigado",
        body=f"Falha na entrega a estes destinatários ou grupos:\n\n{TO}\nO endereço de email inserido não foi encontrado.{_COPY}",
    ),
    "Exchange, Portuguese, delayed": Case(
        sender="postmaster@bluefield.example",
        subject="Entrega atrasada: Obrigado",
        body=f"A entrega da mensagem a estes destinatários está atrasada:\n\n{TO}\nO servidor continuará tentando entregar a mensagem.{_COPY}",
        permanent=False,
        cause=UNKNOWN,
    ),
    "Exchange, Dutch": Case(
        sender=_EXCHANGE,
        subject="Onbestelbaar: Bedankt",
        body=f"De levering is mislukt voor deze ontvangers of groepen:\n\n{TO}\nHet e-mailadres dat u hebt ingevoerd, is niet gevonden.{_COPY}",
    ),
    "Exchange, Dutch, delayed": Case(
        sender="postmaster@bluefield.example",
        subject="Vertraagd: Bedankt",
        body=f"De levering aan deze ontvangers is vertraagd: {TO}\nDe server blijft proberen het bericht te bezorgen.{_COPY}",
        permanent=False,
        cause=UNKNOWN,
    ),
    "Exchange, Italian": Case(
        sender=_EXCHANGE,
        subject="Non recapitabile: Grazie",
        body=f"Recapito non riuscito per i seguenti destinatari o gruppi:\n\n{TO}\nImpossibile trovare l'indirizzo di posta elettronica immesso.{_COPY}",
    ),
    "Italian, full": Case(
        sender="postmaster@bluefield.example",
        subject="Mancata consegna: Grazie",
        body=f"Il messaggio per {TO} non è stato consegnato: la casella del destinatario è piena.{_COPY}",
        cause=FULL,
    ),
    "German, refused": Case(
        sender="postmaster@bluefield.example",
        subject="Unzustellbar: Danke",
        body=f"Ihre Nachricht an {TO} wurde vom Server des Empfängers abgelehnt. #550 5.7.1 Zugriff verweigert{_COPY}",
        cause=REFUSED,
        status="5.7.1",
    ),
    "German, delayed": Case(
        sender="postmaster@bluefield.example",
        subject="Zustellung verzögert: Danke",
        body=f"Ihre Nachricht an {TO} konnte bisher nicht zugestellt werden. Es wird weiterhin versucht, sie zuzustellen.{_COPY}",
        permanent=False,
        cause=UNKNOWN,
    ),
}
REPORT = """\
Return-Path: <>
From: MAILER-DAEMON@mail.example.org
To: nora@example.org
Subject: {subject}
MIME-Version: 1.0
Content-Type: multipart/report; report-type={kind}; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

{text}
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org
{fields}
--b
Content-Type: message/rfc822

Received: from a by b
Message-ID: <ours@mail.example.org>
In-Reply-To: <theirs@bluefield.example>
Subject: Thank you

Dear Paul, thank you.
--b--
"""
"""A report as RFC 6522 §3 builds it; ``fields`` are the blocks of RFC 3464 §2.3, one a recipient."""
