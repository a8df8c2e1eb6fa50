"""Whom a sentence names as taking part in the talk, in seven languages; and whom it only mentions."""

from __future__ import annotations

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Owner
from bot.core.reading.company.page import lay_out
from bot.core.reading.company.talkers import find_named
from tests.unit.core.reading.company.words import CUES

OWNER = Owner(name="Robin Vale", email="robin.vale@example.org", tz="Europe/Berlin")
GREETINGS = {
    "en": "Dear Robin,\n\nthank you for your interest, we would like to get to know you.",
    "de": "Guten Tag Robin Vale,\n\nvielen Dank für Ihr Interesse, wir möchten Sie gern kennenlernen.",
    "fr": "Bonjour Robin,\n\nmerci pour votre intérêt, nous sommes heureux de vous inviter.",
    "es": "Hola, Robin:\n\nmuchas gracias por tu interés, nos ha gustado mucho tu perfil.",
    "pt": "Olá Robin,\n\nmuito obrigado pelo seu interesse, gostámos muito da sua experiência.",
    "nl": "Beste Robin,\n\nbedankt voor je interesse, we willen je graag uitnodigen.",
    "it": "Ciao Robin,\n\ngrazie per il tuo interesse, ci è piaciuto molto il tuo profilo.",
}


def named(language: str, text: str) -> tuple[str, ...]:
    body = f"{GREETINGS[language]}\n\n{text}\n"
    head = "From: Office <office@acme.example>\nTo: robin.vale@example.org\nSubject: -\nDate: Mon, 01 Jun 2026 10:00:00 +0200\n"
    mime = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    page = lay_out(parse_message((head + mime + body).encode()), OWNER, CUES)
    assert page.language.code == language
    return find_named(page, frozenset({"acme"}))


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        ("en", "You will meet with Dr. Petra Lang and our CTO, Jan Weber.", ("Petra Lang", "Jan Weber")),
        ("en", "The interview will be conducted by Mia Ruiz (Head of Design).", ("Mia Ruiz",)),
        ("en", "Paul Denton will join us for the second half of the call.", ("Paul Denton",)),
        ("de", "Das Gespräch führen Frau Dr. Lang und Herr Meier.", ("Lang", "Meier")),
        ("de", "Das Gespräch wird von unserer Leiterin Engineering, Frau Petra Lang, geführt.", ("Petra Lang",)),
        (
            "de",
            "Sie sprechen am Dienstag um 10 Uhr mit unserem CTO Jan Weber und mit Anna Özdemir.",
            ("Jan Weber", "Anna Özdemir"),
        ),
        (
            "de",
            "An dem Gespräch nehmen Sabine Krüger (Teamleitung) und Jens Ohlsen teil.",
            ("Sabine Krüger", "Jens Ohlsen"),
        ),
        ("de", "Du lernst dabei Anna und Thorben kennen.", ("Anna", "Thorben")),
        ("de", "Für uns dabei sind Prof. Dr. Heike Sommer und Dipl.-Ing. Uwe Brandt.", ("Heike Sommer", "Uwe Brandt")),
        (
            "de",
            "Gesprächspartnerinnen: Frau Lang, Leiterin Vertrieb; Frau Dr. Nguyen Thi Hoa",
            ("Lang", "Nguyen Thi Hoa"),
        ),
        (
            "fr",
            "Vous serez reçue par Mme Claire MARTIN, notre directrice technique, et M. Paul Durand.",
            ("Claire Martin", "Paul Durand"),
        ),
        ("fr", "L'entretien se déroulera en visio avec Yannick Le Goffic et Mme Dao.", ("Yannick Le Goffic", "Dao")),
        ("fr", "Participeront également à cet échange Karim Benali et Sophie Leroy.", ("Karim Benali", "Sophie Leroy")),
        ("fr", "Notre responsable produit, Inès Caron, mènera l'entretien.", ("Inès Caron",)),
        ("fr", "Interlocuteurs : Mme Rokhaya Ndiaye, M. Henri Petit", ("Rokhaya Ndiaye", "Henri Petit")),
        ("es", "Te entrevistarán Marta Ruiz Gómez y Pablo Gil.", ("Marta Ruiz Gómez", "Pablo Gil")),
        (
            "es",
            "Hablarás con nuestra directora técnica, Dña. Lucía Ferrer, y con D. Andrés Mora.",
            ("Lucía Ferrer", "Andrés Mora"),
        ),
        ("es", "La entrevista será realizada por el Ing. Tomás Rey.", ("Tomás Rey",)),
        ("es", "Entrevistadores: Laura Vidal (RRHH), Iñaki Sanz", ("Laura Vidal", "Iñaki Sanz")),
        (
            "pt",
            "Você vai conversar com a nossa gerente de produto, Beatriz dos Santos, e com o João Prado.",
            ("Beatriz dos Santos", "João Prado"),
        ),
        ("pt", "A entrevista será conduzida pela Dra. Inês Falcão.", ("Inês Falcão",)),
        ("pt", "Participarão da conversa Tiago Rocha e Lívia Nunes.", ("Tiago Rocha", "Lívia Nunes")),
        ("pt", "Entrevistadores: Eng.º Rui Matos e Dr.ª Sofia Leal", ("Rui Matos", "Sofia Leal")),
        (
            "nl",
            "Je spreekt met Sanne de Vries, teamlead Data, en Pieter van der Berg.",
            ("Sanne de Vries", "Pieter van der Berg"),
        ),
        ("nl", "Het gesprek wordt gevoerd door de heer Jansen en mevrouw El Amrani.", ("Jansen", "El Amrani")),
        ("nl", "Bij het gesprek zijn Femke Tol en Ruben Haak aanwezig.", ("Femke Tol", "Ruben Haak")),
        ("nl", "Gesprekspartners: dhr. Kees Mulder en mevr. drs. Inge Bos", ("Kees Mulder", "Inge Bos")),
        ("it", "Incontrerà la Dott.ssa Giulia Ferri e l'Ing. Marco De Luca.", ("Giulia Ferri", "Marco De Luca")),
        ("it", "Il colloquio sarà condotto dal nostro direttore tecnico, Paolo Conti.", ("Paolo Conti",)),
        ("it", "Al colloquio parteciperanno Sara Neri e Luca Bassi.", ("Sara Neri", "Luca Bassi")),
        ("it", "Intervistatori: Avv. Chiara Villa, Dott. Ugo Riva", ("Chiara Villa", "Ugo Riva")),
    ],
)
def test_those_who_take_part_are_named(language: str, text: str, people: tuple[str, ...]) -> None:
    assert named(language, text) == people


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "If you have questions, please contact Mia Ruiz."),
        ("en", "Thank you for talking to Mia Ruiz last week about the interview."),
        ("en", "On arrival please ask for Mia Ruiz at reception."),
        ("de", "Bei Fragen wenden Sie sich bitte an Frau Sabine Krüger."),
        ("de", "Bitte melden Sie sich am Empfang bei Frau Krüger."),
        ("de", "Nach Ihrem Gespräch mit Herrn Meier möchten wir Sie gern wiedersehen."),
        ("de", "Herr Jan Weber hat Sie uns empfohlen."),
        ("fr", "Pour toute question, vous pouvez contacter Mme Claire Martin."),
        ("fr", "Merci de demander Mme Martin à l'accueil."),
        ("fr", "Suite à votre échange avec Paul Durand, nous souhaitons vous revoir."),
        ("es", "Si tienes dudas, puedes escribir a Marta Ruiz."),
        ("es", "Tras tu entrevista con Pablo Gil nos gustaría verte de nuevo."),
        ("pt", "Em caso de dúvidas, fale com a Beatriz Prado."),
        ("pt", "Na recepção, procure por Tiago Rocha."),
        ("nl", "Heb je vragen, neem dan contact op met Sanne de Vries."),
        ("nl", "Meld je bij de receptie en vraag naar Ruben Haak."),
        ("it", "Per qualsiasi domanda può contattare Giulia Ferri."),
        ("it", "All'ingresso chieda di Paolo Conti."),
    ],
)
def test_those_who_are_only_mentioned_are_not(language: str, text: str) -> None:
    assert named(language, text) == ()


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        ("en", "It will be myself, Callum (site lead) and possibly Jo from Finance.", ("Callum", "Jo")),
        ("de", "Dabei sind ich selbst, Anna Weber und vielleicht Jan Lang.", ("Anna Weber", "Jan Lang")),
        ("nl", "Je spreekt met ikzelf, Anouk Bakker en misschien Joris Smit.", ("Anouk Bakker", "Joris Smit")),
        ("en", "Mr Theunis Botha, who chairs the board, and our HOD Mrs Lerato Phiri will sit in.", ("Theunis Botha", "Lerato Phiri")),
        ("en", "You will be meeting partner Judith Hallam and office manager Kev Brody.", ("Judith Hallam", "Kev Brody")),
        ("en", "Hector and Joy from the leadership team will talk to you first.", ("Hector", "Joy")),
        ("en", "The assessment board is composed of Mireille Gagnon and Stuart Penner.", ("Mireille Gagnon", "Stuart Penner")),
        ("en", "She will take you up to Femi Okonjo, our finance director, who will do the interview.", ("Femi Okonjo",)),
        ("en", "Anneke Holm is in Oslo this week. She will interview you by video.", ("Anneke Holm",)),
        ("de", "Frau Lang ist diese Woche in Oslo. Sie beide sprechen dann per Video.", ()),
        ("fr", "Claire Morel dirige le service. Elle vous recevra à 10 h.", ("Claire Morel",)),
        ("en", "Who - Sandra Kemp (Head of Construction), Iqbal Hussain (Lead Assessor)", ("Sandra Kemp", "Iqbal Hussain")),
        ("en", "Mostly we want to hear how you run a rehearsal and meet you.", ()),
        ("en", "Gethin Rees will meet you in reception.", ()),
        ("en", "The interview will be held at 2 Inner Court, off Mercer Lane.", ()),
        ("en", "Anneke Holm left us in May. She will be missed.", ()),
        ("en", "Team - we meet every Monday.", ()),
    ],
)  # fmt: skip
def test_offices_rows_and_pronouns_lead_to_people(language: str, text: str, people: tuple[str, ...]) -> None:
    assert named(language, text) == people
