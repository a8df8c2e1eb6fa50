"""Text into sentences and labelled lines, in seven languages."""

from __future__ import annotations

import pytest

from bot.core.reading.company.line_labels import Layout
from bot.core.reading.company.sentences import find_sentences
from bot.core.reading.company.table_rows import with_row_labels
from tests.unit.core.reading.company.words import CUES


def layout(code: str) -> Layout:
    language = CUES.languages[code]
    return Layout(language=language, labels=dict(CUES.default.labels) | dict(language.labels))


@pytest.mark.parametrize(
    ("code", "text", "sentences"),
    [
        (
            "de",
            "Wir sehen uns z. B. im 3. Stock. Bitte klingeln Sie.",
            ["Wir sehen uns z. B. im 3. Stock.", "Bitte klingeln Sie."],
        ),
        (
            "de",
            "Das Gespräch dauert ca. 45 Minuten. Dr. Lang freut sich.",
            ["Das Gespräch dauert ca. 45 Minuten.", "Dr. Lang freut sich."],
        ),
        (
            "fr",
            "Vous serez reçu par M. Petit et Mme. Roy. À bientôt.",
            ["Vous serez reçu par M. Petit et Mme. Roy.", "À bientôt."],
        ),
        (
            "es",
            "Te espera la Sra. Ruiz con D. Juan. Trae tu DNI.",
            ["Te espera la Sra. Ruiz con D. Juan.", "Trae tu DNI."],
        ),
        (
            "pt",
            "Será recebido pelo Exmo. Sr. Eng. Matos. Até breve.",
            ["Será recebido pelo Exmo. Sr. Eng. Matos.", "Até breve."],
        ),
        (
            "nl",
            "U spreekt met dhr. drs. Bos op donderdag a.s. om 10 uur. Tot dan.",
            ["U spreekt met dhr. drs. Bos op donderdag a.s. om 10 uur.", "Tot dan."],
        ),
        (
            "it",
            "Incontrerà il Dott. Riva e la Sig.ra Neri. A presto.",
            ["Incontrerà il Dott. Riva e la Sig.ra Neri.", "A presto."],
        ),
        ("en", "Meet Dr. Lee at 10 a.m. Eastern. Bring an ID.", ["Meet Dr. Lee at 10 a.m. Eastern.", "Bring an ID."]),
    ],
)
def test_short_forms_end_no_sentence(code: str, text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in find_sentences(text, layout(code))] == sentences


@pytest.mark.parametrize(
    ("code", "line", "label"),
    [
        ("de", "Uhrzeit: 14:00 Uhr", "time"),
        ("de", "Wann? Dienstag, 14 Uhr", "when"),
        ("de", "Ort – Hauptstraße 5", "location"),
        ("de", "Gesprächspartner: Anna Berg", "interviewers"),
        ("de", "Ihre Gesprächspartner aus dem Vertrieb: Anna Berg", "interviewers"),
        ("de", "Where: Main Street 5", "location"),
        ("fr", "Quand : mardi 3 mars", "when"),
        ("fr", "Lieu : 3 rue du Port", "location"),
        ("fr", "Composition du jury : Mme Roy", "interviewers"),
        ("es", "Entrevistadores: Ana Gil", "interviewers"),
        ("es", "Duración: 45 minutos", "duration"),
        ("pt", "Horário: 15h", "time"),
        ("pt", "Local: Rua do Porto 3", "location"),
        ("nl", "Waar: Havenweg 21", "location"),
        ("nl", "Gesprekspartners: Femke Tol", "interviewers"),
        ("it", "Luogo: via Roma 2", "location"),
        ("it", "Intervistatori: Sara Neri", "interviewers"),
        ("it", "\U0001f465 Sara Neri, Luca Bassi", "interviewers"),
        ("en", "What I like: your letter", ""),
    ],
)
def test_a_label_says_what_a_line_is(code: str, line: str, label: str) -> None:
    assert [sentence.label for sentence in find_sentences(line, layout(code))] == [label]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        pytest.param("Who will you meet? Jane Foster, Head of Operations", "interviewers", id="answered by a name"),
        pytest.param("Can we see you this Friday at 9.30? Please just turn up.", "", id="a question to the owner"),
        pytest.param("Could you meet us on Monday? Bring your papers.", "", id="another one"),
    ],
)
def test_a_question_is_a_heading_of_people_only_before_a_name(line: str, label: str) -> None:
    assert next(find_sentences(line, layout("en"))).label == label


def test_the_heads_of_a_table_label_its_cells() -> None:
    text = "Datum\tUhrzeit\tGesprächspartner\n12.03.2026\t09:00\tAnna Berg"
    labels = {s.label: s.text for s in find_sentences(with_row_labels(text, layout("de")), layout("de"))}
    assert labels == {"date": "12.03.2026", "time": "09:00", "interviewers": "Anna Berg"}


def test_a_line_broken_in_a_sentence_is_joined() -> None:
    text = "Wir freuen uns sehr, Sie am kommenden Dienstag persönlich bei\nuns begrüßen zu dürfen."
    assert len(list(find_sentences(text, layout("de")))) == 1


def test_a_page_of_short_forms_is_read_in_linear_time() -> None:
    assert sum(1 for _ in find_sentences("z. B. " * 4000, layout("de"))) >= 1
