"""What companies answer to a follow-up, in seven languages: the next round, a refusal in praise, an offer, references, no more mail."""
# ruff: noqa: E501 - sentences of mails are as long as people write them

from __future__ import annotations

import pytest

from bot.core.message.types import Message
from bot.core.reading.types import ContactWish, Kind, Reading
from tests.unit.core.reading.company.brief_mail import brief_mail, owner_in, read_mail

ZONE = "Europe/Berlin"
OWNER = owner_in(ZONE)
SUBJECTS = {
    "en": "Re: Our interview on Thursday",
    "de": "AW: Unser Vorstellungsgespräch am Donnerstag",
    "fr": "RE: Notre entretien de jeudi",
    "es": "RE: Nuestra entrevista del jueves",
    "pt": "RE: A nossa entrevista de quinta-feira",
    "nl": "RE: Ons sollicitatiegesprek van donderdag",
    "it": "R: Il nostro colloquio di giovedì",
}

ANSWERS = [
    ("en", "scheduling", "Hi Nora, thank you for your note. We would like you to meet our CTO as the next step. When are you free next week?"),
    ("en", "interview", "Hi Nora, thanks for your note. We would love to invite you to a second interview on 16 June 2026 at 2 pm."),
    ("en", "rejection", "Dear Nora, it was a real pleasure to meet you, and the panel was impressed by your experience. After much thought we have decided to go with another candidate."),
    ("en", "offer", "Hi Nora, great news: we would like to offer you the position of analyst. The contract follows tomorrow."),
    ("en", "update", "Hi Nora, thank you for the good talk. Could you send us two references?"),
    ("de", "scheduling", "Hallo Frau Vogt, danke für Ihre Nachricht. Als nächsten Schritt möchten wir Sie gern zu einem zweiten Gespräch einladen. Wann hätten Sie nächste Woche Zeit?"),
    ("de", "interview", "Hallo Frau Vogt, danke für Ihre Nachricht. Wir laden Sie gern zum Zweitgespräch am 16.06.2026 um 14 Uhr ein."),
    ("de", "rejection", "Liebe Frau Vogt, Ihr Auftreten und Ihre Erfahrung haben uns sehr überzeugt, das Gespräch war eine Freude. Am Ende haben wir uns für eine andere Kandidatin entschieden."),
    ("de", "offer", "Liebe Frau Vogt, wir freuen uns, Ihnen die Stelle anbieten zu können. Den Arbeitsvertrag erhalten Sie morgen."),
    ("de", "update", "Liebe Frau Vogt, danke für das gute Gespräch. Bitte nennen Sie uns zwei Referenzgeber."),
    ("fr", "scheduling", "Bonjour Nora, merci pour votre message. Nous souhaitons vous rencontrer pour un second entretien. Quelles sont vos disponibilités la semaine prochaine ?"),
    ("fr", "interview", "Bonjour Nora, merci pour votre message. Nous vous convions à un second entretien le 16 juin 2026 à 14h."),
    ("fr", "rejection", "Bonjour Nora, nous avons beaucoup apprécié notre échange et la richesse de votre parcours. Nous avons toutefois retenu une autre candidate."),
    ("fr", "offer", "Bonjour Nora, nous avons le plaisir de vous proposer le poste. Le contrat de travail vous parviendra demain."),
    ("fr", "update", "Bonjour Nora, merci encore pour notre échange. Pourriez-vous nous communiquer deux références ?"),
    ("es", "scheduling", "Hola Nora: Gracias por tu mensaje. Nos gustaría tener una segunda entrevista contigo. ¿Cuándo tienes disponibilidad la próxima semana?"),
    ("es", "interview", "Hola Nora: Gracias por tu mensaje. Te invitamos a una segunda entrevista el 16 de junio de 2026 a las 14:00."),
    ("es", "rejection", "Hola Nora: Fue un placer conocerte y tu trayectoria nos impresionó mucho. Finalmente hemos optado por otra candidata."),
    ("es", "offer", "Hola Nora: Nos complace ofrecerte el puesto. Mañana te enviaremos el contrato."),
    ("es", "update", "Hola Nora: Gracias por la entrevista. ¿Podrías facilitarnos dos referencias laborales?"),
    ("pt", "scheduling", "Olá Nora, obrigada pela sua mensagem. Gostaríamos de marcar uma segunda entrevista. Quando tem disponibilidade na próxima semana?"),
    ("pt", "interview", "Olá Nora, obrigada pela mensagem. Convidamo-la para uma segunda entrevista no dia 16 de junho de 2026 às 14h00."),
    ("pt", "rejection", "Olá Nora, foi um prazer conhecê-la e a sua experiência impressionou-nos. No entanto, decidimos avançar com outra candidata."),
    ("pt", "offer", "Olá Nora, é com prazer que lhe oferecemos a vaga. Enviaremos o contrato amanhã."),
    ("pt", "update", "Olá Nora, obrigada pela entrevista. Poderia enviar-nos duas referências profissionais?"),
    ("nl", "scheduling", "Hoi Nora, dank voor je bericht. We willen je graag uitnodigen voor een tweede gesprek. Wanneer kun je volgende week?"),
    ("nl", "interview", "Hoi Nora, dank voor je bericht. We nodigen je uit voor een tweede gesprek op 16 juni 2026 om 14.00 uur."),
    ("nl", "rejection", "Beste Nora, we vonden het een erg leuk gesprek en waren onder de indruk van je ervaring. Toch hebben we voor een andere kandidaat gekozen."),
    ("nl", "offer", "Beste Nora, we bieden je graag de functie aan. Het arbeidscontract volgt morgen."),
    ("nl", "update", "Beste Nora, bedankt voor het prettige gesprek. Zou je ons twee referenties kunnen sturen?"),
    ("it", "scheduling", "Ciao Nora, grazie per il messaggio. Vorremmo invitarti a un secondo colloquio. Quando saresti disponibile la prossima settimana?"),
    ("it", "interview", "Ciao Nora, grazie per il messaggio. Ti invitiamo a un secondo colloquio il 16 giugno 2026 alle 14:00."),
    ("it", "rejection", "Ciao Nora, è stato un piacere conoscerti e il tuo percorso ci ha colpito molto. Abbiamo però deciso di proseguire con un'altra candidata."),
    ("it", "offer", "Ciao Nora, siamo felici di offrirti la posizione. Domani ti invieremo il contratto."),
    ("it", "update", "Ciao Nora, grazie per il colloquio. Potresti fornirci due referenze?"),
]  # fmt: skip

NO_MORE = [
    ("en", "Dear Nora, please stop writing to us."),
    ("en", "Please do not contact us again."),
    ("de", "Guten Tag, bitte schreiben Sie uns nicht mehr."),
    ("de", "Bitte sehen Sie von weiteren Mails ab."),
    ("fr", "Bonjour, merci de ne plus nous écrire."),
    ("fr", "Veuillez cesser de nous contacter."),
    ("es", "Hola: Por favor, no nos escriba más."),
    ("es", "Hola Nora: Le rogamos que deje de escribirnos. No vamos a cambiar de opinión."),
    ("pt", "Olá, por favor não nos escreva mais."),
    ("pt", "Olá Nora, pedimos que deixe de nos contactar. A decisão já foi tomada e não vai mudar."),
    ("nl", "Beste, wilt u ons niet meer schrijven?"),
    ("nl", "Stop met mailen alstublieft."),
    ("it", "Buongiorno, per favore non ci scriva più."),
    ("it", "La preghiamo di smettere di scriverci."),
]


def read(lang: str, body: str) -> Reading:
    return read_mail(mail_of(lang, body), zone=ZONE)


def mail_of(lang: str, body: str) -> Message:
    return brief_mail(
        f"{body}\n\nKim Sorrell\nHarrowgate", subject=SUBJECTS[lang], sent="Tue, 09 Jun 2026 10:00:00 +0200"
    )


@pytest.mark.parametrize(("lang", "kind", "body"), [pytest.param(*row, id=f"{row[0]} {row[1]}") for row in ANSWERS])
def test_an_answer_is_what_it_says(lang: str, kind: str, body: str) -> None:
    reading = read(lang, body)
    assert (reading.kind, reading.certain) == (Kind(kind), True)
    assert reading.wants_references is (kind == "update")
    assert ("references.asked" in {reason.name for reason in reading.reasons}) is (kind == "update")


@pytest.mark.parametrize(("lang", "body"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in NO_MORE])
def test_an_order_to_stop_writing_is_heard(lang: str, body: str) -> None:
    assert read(lang, body).contact_wish is ContactWish.NO_CONTACT
