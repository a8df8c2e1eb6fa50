"""New against quoted, in mail from companies."""

from __future__ import annotations

import pytest

from bot.core.message.quoting import split_quoted

OUTLOOK = "{0}: Max Muster <max@y.example>\n{1}: 3. Mai 2027 14:00\n{2}: Jane Doe\n{3}: Interview\n\nOld words"

BELOW = {
    "marked lines under an English attribution": "On Mon, May 3, 2027 at 2:00 PM Max <max@y.example> wrote:\n\n> Old words",
    "an attribution on two lines": "On Mon, May 3, 2027 at 2:00 PM Max Muster\n<max@y.example> wrote:\n> Old words",
    "a German attribution": "Am Mo., 3. Mai 2027 um 14:00 Uhr schrieb Max <max@y.example>:\n\n> Old words",
    "a French attribution": "Le lun. 3 mai 2027 à 14:00, Max <max@y.example> a écrit :\n\n> Old words",
    "a Spanish attribution": "El lun, 3 may 2027 a las 14:00, Max (<max@y.example>) escribió:\n\n> Old words",
    "a Portuguese attribution": "Em seg., 3 de mai. de 2027 às 14:00, Max <max@y.example> escreveu:\n\n> Old words",
    "a Dutch attribution": "Op ma 3 mei 2027 om 14:00 schreef Max <max@y.example>:\n\n> Old words",
    "an Italian attribution": "Il giorno lun 3 mag 2027 alle ore 14:00 Max <max@y.example> ha scritto:\n\n> Old words",
    "an attribution in a language not known": "2027-05-03 14:00 GMT+02:00 Max <max@y.example>:\n> Old words",
    "an attribution without marks below": "On 3 May 2027, at 14:00, Max <max@y.example> wrote:\n\nOld words",
    "a German attribution without marks": "Am 3.5.2027 um 14:00 schrieb Max Muster:\n\nOld words",
    "marked lines alone": "> Old words",
    "Outlook in English": OUTLOOK.format("From", "Sent", "To", "Subject"),
    "Outlook in English under a rule": "________________________________\n"
    + OUTLOOK.format("From", "Sent", "To", "Subject"),
    "Outlook in bold": OUTLOOK.format("*From", "*Sent", "*To", "*Subject").replace(": ", ":* "),
    "Outlook in German": OUTLOOK.format("Von", "Gesendet", "An", "Betreff"),
    "Outlook in French": OUTLOOK.format("De ", "Envoyé ", "À ", "Objet "),
    "Outlook in Spanish": OUTLOOK.format("De", "Enviado el", "Para", "Asunto"),
    "Outlook in Portuguese": OUTLOOK.format("De", "Enviada em", "Para", "Assunto"),
    "Outlook in Dutch": OUTLOOK.format("Van", "Verzonden", "Aan", "Onderwerp"),
    "Outlook in Italian": OUTLOOK.format("Da", "Inviato", "A", "Oggetto"),
    "a ruled heading": "-----Original Message-----\nFrom: Max\nOld words",
    "a ruled heading in German": "-----Ursprüngliche Nachricht-----\nVon: Max\nOld words",
    "a forward": "---------- Forwarded message ---------\nFrom: Max <max@y.example>\nOld words",
}


@pytest.mark.parametrize("below", BELOW.values(), ids=BELOW.keys())
def test_what_stands_below_is_quoted(below: str) -> None:
    quoted = split_quoted(f"Hi Max,\n\nTuesday at 10:00 works.\n\nJane\n\n{below}")
    assert quoted.new == "Hi Max,\n\nTuesday at 10:00 works.\n\nJane"
    assert quoted.quoted == below


NEW = {
    "no quotation": "Hi Max,\nsee you on Monday.",
    "a timetable that begins with From": "From: 10:00\nTo: 11:00\nDate: 3 May 2027\nSubject: Technical interview",
    "a list of facts": "Date: 3 May 2027\nTime: 14:00\nWhere: Zoom\nSubject: Interview",
    "a sentence that ends with a colon": "On Monday 3 May at 14:00 we meet. Please bring the following:\n- passport",
    "we wrote": "On 3 May we wrote to you with these times:\n10:00\n11:00",
    "a heading with dashes": "--- Interview details ---\nMonday 14:00",
    "a signature": "-- \nJane Doe\njane@x.example",
    "a rule": "Hi\n__________\nMonday 14:00",
}


@pytest.mark.parametrize("text", NEW.values(), ids=NEW.keys())
def test_the_authors_own_words_stay(text: str) -> None:
    assert split_quoted(text).new == text
    assert split_quoted(text).quoted == ""


def test_answers_between_marked_lines_are_new() -> None:
    text = "On 3 May 2027 Max wrote:\n> Does Monday work?\n\nYes, at 10.\n\n> Who will be there?\n\nJane."
    assert split_quoted(text).new == "\nYes, at 10.\n\n\nJane.".strip("\n")
    assert "Who will be there?" in split_quoted(text).quoted


@pytest.mark.parametrize(
    "text",
    [
        "On " * 7_000,
        "On\n" * 7_000,
        "On 3 May a@b.example\n" * 7_000,
        "-" * 80_000,
        "--\n" * 27_000,
        "\n" * 80_000,
        "From: x\n" * 10_000,
    ],
    ids=[
        "On On On",
        "lines of On",
        "attributions without end",
        "dashes",
        "lines of dashes",
        "empty lines",
        "From lines",
    ],
)
def test_hostile_text_loses_nothing(text: str) -> None:
    quoted = split_quoted(text)
    assert len((quoted.new + quoted.quoted).split()) == len(text.split())
