"""Who is told to be there beside a label, in a board, in a row of an agenda or at the author's side, in seven languages."""

from __future__ import annotations

import pytest

from tests.unit.core.reading.company.test_talkers import named

BOTH = ("Petra Lang", "Jan Weber")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On the call: Petra Lang, Head of Care, and Jan Weber, Night Lead."),
        ("en", "In the room: Dr. Petra Lang; Mr. Jan Weber"),
        ("en", "Around the table: Petra Lang (stores) and Jan Weber"),
        ("en", "On our side: Petra Lang, Jan Weber"),
        ("de", "Am Tisch: Petra Lang (Lager) und Jan Weber"),
        ("de", "Auf unserer Seite: Frau Petra Lang, Herr Jan Weber"),
        ("de", "Am anderen Ende der Leitung: Petra Lang und Jan Weber"),
        ("de", "Im Raum: Petra Lang, Jan Weber"),
        ("fr", "Autour de la table : Petra Lang (stocks) et Jan Weber"),
        ("fr", "De notre côté : Petra Lang, Jan Weber"),
        ("fr", "Dans la salle : Mme Petra Lang, M. Jan Weber"),
        ("fr", "Au bout du fil : Petra Lang et Jan Weber"),
        ("es", "En la llamada: Petra Lang (almacén) y Jan Weber"),
        ("es", "De nuestro lado: Petra Lang, Jan Weber"),
        ("es", "En la sala: Petra Lang y Jan Weber"),
        ("es", "En la mesa: Petra Lang y Jan Weber"),
        ("pt", "Na chamada: Petra Lang (armazém) e Jan Weber"),
        ("pt", "Na sala: Petra Lang, Jan Weber"),
        ("pt", "À mesa: Petra Lang e Jan Weber"),
        ("nl", "Aan tafel: Petra Lang (magazijn) en Jan Weber"),
        ("nl", "Aan onze kant: Petra Lang, Jan Weber"),
        ("nl", "Aan de lijn: Petra Lang en Jan Weber"),
        ("it", "In sala: Petra Lang (magazzino) e Jan Weber"),
        ("it", "In call: Petra Lang, Jan Weber"),
        ("it", "Al tavolo: Petra Lang e Jan Weber"),
    ],
)
def test_who_stands_behind_a_label_of_the_place_is_there(language: str, text: str) -> None:
    assert named(language, text) == BOTH


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Board consists of Prof. Petra Lang (Chair) and Mr Jan Weber."),
        ("en", "Members will be Cllr Petra Lang (in the chair) and Mr Jan Weber, the internal auditor."),
        ("en", "Board members: Engr. Petra Lang (COO), Mr. Jan Weber (Head of HR)"),
        ("en", "The jury is made up of Petra Lang and Jan Weber."),
        ("en", "Committee: Professor Petra Lang (Dean, presiding), Dr Jan Weber."),
        ("en", "Sitting on the board are Petra Lang and Jan Weber."),
        ("en", "The board, comprising Mrs Petra Lang (Chairperson) and Mr Jan Weber, will see you at 11:20."),
        ("de", "Die Kommission besteht aus Prof. Petra Lang (Vorsitz) und Herrn Jan Weber."),
        ("de", "Der Kommission gehören Frau Petra Lang und Herr Jan Weber an."),
        ("de", "Mitglieder der Kommission sind Petra Lang und Jan Weber."),
        ("de", "Der Auswahlkommission gehören Petra Lang und Jan Weber an."),
        ("fr", "Le jury se compose de Mme Petra Lang (présidente) et de M. Jan Weber."),
        ("fr", "La commission est composée de Petra Lang et Jan Weber."),
        ("fr", "Siègeront au jury Mme Petra Lang et M. Jan Weber."),
        ("fr", "Font partie du jury Petra Lang et Jan Weber."),
        ("es", "El tribunal lo forman Dña. Petra Lang y D. Jan Weber."),
        ("es", "La comisión está integrada por Petra Lang y Jan Weber."),
        ("es", "El comité se compone de Petra Lang y Jan Weber."),
        ("es", "Integran el tribunal Petra Lang y Jan Weber."),
        ("pt", "A banca é composta por Petra Lang e Jan Weber."),
        ("pt", "O júri é constituído pela Dra. Petra Lang e pelo Eng. Jan Weber."),
        ("pt", "Fazem parte da banca Petra Lang e Jan Weber."),
        ("nl", "De commissie bestaat uit mevrouw Petra Lang en de heer Jan Weber."),
        ("nl", "In de commissie zitten Petra Lang en Jan Weber."),
        ("nl", "Leden van de commissie zijn Petra Lang en Jan Weber."),
        ("it", "La commissione è composta dalla dott.ssa Petra Lang e dal sig. Jan Weber."),
        ("it", "Fanno parte della commissione Petra Lang e Jan Weber."),
        ("it", "Compongono la commissione Petra Lang e Jan Weber."),
    ],
)
def test_who_makes_up_a_board_is_there(language: str, text: str) -> None:
    assert named(language, text) == BOTH


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On our side it's me, Petra Lang from Permitting and Jan Weber, who runs the field crews."),
        ("en", "On our end you get me, Petra Lang (buying) and Jan Weber who signs the contracts."),
        ("en", "From our side there will be myself, Petra Lang and Jan Weber."),
        ("en", "You'll have me, Petra Lang and Jan Weber in the room."),
        ("en", "Petra Lang can make it and so can Jan Weber."),
        ("de", "Von unserer Seite sind ich, Petra Lang und Jan Weber dabei."),
        ("de", "Auf unserer Seite sitzen neben mir Petra Lang und Jan Weber."),
        ("de", "Bei uns am Tisch sitzen Petra Lang, Jan Weber und ich."),
        ("fr", "De notre côté, il y aura moi, Petra Lang et Jan Weber."),
        ("fr", "De notre côté, nous serons trois : Petra Lang, Jan Weber et moi."),
        ("es", "Por nuestra parte estaremos yo, Petra Lang y Jan Weber."),
        ("es", "De nuestro lado seremos tres: Petra Lang, Jan Weber y yo."),
        ("pt", "Do nosso lado sou eu, a Petra Lang e o Jan Weber."),
        ("pt", "Do nosso lado seremos três: Petra Lang, Jan Weber e eu."),
        ("nl", "Aan onze kant zijn dat ik, Petra Lang en Jan Weber."),
        ("nl", "Van onze kant schuiven Petra Lang, Jan Weber en ik aan."),
        ("it", "Da parte nostra ci siamo io, Petra Lang e Jan Weber."),
        ("it", "Dalla nostra parte saremo in tre: Petra Lang, Jan Weber e io."),
        ("en", "It is a conversation with two of the people you'd sit next to, Petra Lang (platform) and Jan Weber."),
        ("en", "You'll have an hour with a couple of future colleagues, Petra Lang and Jan Weber."),
        ("de", "Es ist ein Gespräch mit zwei Leuten aus dem Team, Petra Lang und Jan Weber."),
        ("fr", "C'est un échange avec deux de nos ingénieurs, Petra Lang et Jan Weber."),
        ("es", "Es una charla con dos personas del equipo, Petra Lang y Jan Weber."),
        ("pt", "É uma conversa com duas pessoas da equipa, Petra Lang e Jan Weber."),
        ("nl", "Het is een gesprek met twee mensen uit het team, Petra Lang en Jan Weber."),
        ("it", "È una chiacchierata con due persone del team, Petra Lang e Jan Weber."),
        ("en", "Petra Lang, who heads Passenger Insight, and Jan Weber from the timetable office will interview you."),
        ("en", "The opening is with Petra Lang on Tuesday, the second half with Jan Weber."),
        ("de", "Petra Lang, die das Labor Analytik leitet, und Jan Weber führen das Gespräch."),
        ("fr", "Petra Lang, qui dirige le pôle Insight, et Jan Weber vous recevront."),
        ("es", "Te recibirán Petra Lang, que dirige Insight, y Jan Weber."),
        ("pt", "Vão estar a Petra Lang, que dirige a Insight, e o Jan Weber."),
        ("nl", "Petra Lang, die Insight leidt, en Jan Weber ontvangen je."),
        ("it", "Ti riceveranno Petra Lang, che guida Insight, e Jan Weber."),
    ],
)
def test_who_stands_beside_the_author_or_behind_a_count_is_there(language: str, text: str) -> None:
    assert set(named(language, text)) == set(BOTH)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Petra Lang, offshore superintendent\t09:30 to 10:15\nJan Weber, chief pilot\t10:25 to 11:15"),
        ("en", "Petra Lang Risk Director  9:15 AM\nJan Weber Member Services  10:00 AM"),
        ("en", "Part A  Building a season, 50 minutes: Petra Lang\nPart B  Money, 30 minutes: Jan Weber"),
        ("de", "- Petra Lang, Leitung Qualität: 16:00-16:40\n- Dr. Jan Weber, Produktion: 16:40-17:20"),
        ("de", "Petra Lang, Stationsleitung, 9.15 Uhr\nJan Weber, Pflegedienst, 10.00 Uhr"),
        ("fr", "- Petra Lang, responsable qualité : 16h00-16h40\n- Jan Weber, production : 16h40-17h20"),
        ("es", "- Petra Lang, responsable de calidad: 16:00-16:40\n- Jan Weber, producción: 16:40-17:20"),
        ("pt", "- Petra Lang, gestora de qualidade: 16h00-16h40\n- Jan Weber, produção: 16h40-17h20"),
        ("nl", "- Petra Lang, hoofd kwaliteit: 16.00-16.40 uur\n- Jan Weber, productie: 16.40-17.20 uur"),
        ("it", "- Petra Lang, responsabile qualità: 16:00-16:40\n- dr. Jan Weber, produzione sterile: 16:40-17:20"),
    ],
)
def test_rows_that_open_with_a_name_and_close_with_a_time_are_an_agenda(language: str, text: str) -> None:
    assert named(language, text) == BOTH


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "You'll do the doughs with Hyacinthe and me.", "Hyacinthe"),
        ("en", "Hyacinthe can make it on Friday and so can I.", "Hyacinthe"),
        ("fr", "Vous échangerez avec Hyaline et moi.", "Hyaline"),
        ("es", "Vas a hablar con Hyaline y conmigo.", "Hyaline"),
        ("pt", "Vai falar com a Hyaline e comigo.", "Hyaline"),
        ("it", "Parlerai con Hyaline e con me.", "Hyaline"),
        ("nl", "Je praat met Hyaline en mij.", "Hyaline"),
        ("de", "Du sprichst mit Hyaline und mir.", "Hyaline"),
    ],
)
def test_a_single_unknown_name_beside_the_author_is_a_name(language: str, text: str, name: str) -> None:
    assert named(language, text) == (name,)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We are counting your conversation with Petra Lang on March 4 as the first round."),
        ("en", "Prof Petra Lang is needed in theatre on Wednesday morning, so the talk has to wait."),
        ("en", "The board will see you at Pier 3, Nanaimo; the gate opens at 9:00."),
        ("en", "The panel includes a nominee of the Personnel Section."),
        ("en", "Please do not contact Petra Lang before the interview."),
        ("de", "Ihr Gespräch mit Petra Lang im März zählt als erste Runde."),
        ("fr", "Votre échange avec Petra Lang en mars compte comme premier tour."),
        ("es", "Tu charla con Petra Lang en marzo cuenta como primera ronda."),
        ("pt", "A sua conversa com Petra Lang em março conta como primeira fase."),
        ("nl", "Je gesprek met Petra Lang in maart telt als eerste ronde."),
        ("it", "Il tuo colloquio con Petra Lang a marzo vale come primo giro."),
    ],
)
def test_an_earlier_talk_and_a_place_name_nobody(language: str, text: str) -> None:
    assert named(language, text) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Your interview with Petra Lang was moved to Tuesday at 10:00."),
        ("es", "La entrevista con Petra Lang, la gerenta, quedó para el jueves a las 11:30."),
        ("pt", "A sua entrevista com Petra Lang foi marcada para terça às 10h."),
        ("it", "Il tuo colloquio con Petra Lang è stato spostato a martedì alle 10."),
        ("fr", "Votre entretien avec Petra Lang a été fixé à mardi, 10h."),
        ("de", "Ihr Gespräch mit Petra Lang wurde auf Dienstag um 10 Uhr gelegt."),
        ("nl", "Je gesprek met Petra Lang is verplaatst naar dinsdag om 10 uur."),
    ],
)
def test_who_holds_a_talk_that_was_moved_or_fixed_is_there(language: str, text: str) -> None:
    assert named(language, text) == ("Petra Lang",)
