"""What Spanish needs: articles that a topic has lost, two surnames, sentences without a pronoun, "y" and "e", a comma in the greeting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.draft.employer import misspelled_company
from bot.core.draft.phrases import at_company, role_phrase
from bot.core.draft.salutation import greeted
from bot.core.draft.specifics import choose_topics
from bot.core.draft.strengths import restate
from bot.core.draft.types import Profile, Qualification
from bot.core.draft.wording import find_language
from bot.core.reading.debrief.types import Debrief
from bot.core.reading.types import Person
from tests.unit.core.draft.examples import INTERVIEW, STATUS_CHECK_AGAIN, THANK_YOU, WORDINGS, draft, wording


@pytest.mark.parametrize(
    ("told", "formal", "familiar"),
    [
        ("proyecto nuevo", "el proyecto nuevo", "el proyecto nuevo"),
        ("migración a la nube", "la migración a la nube", "la migración a la nube"),
        ("problema de los datos", "el problema de los datos", "el problema de los datos"),
        ("informes mensuales", "los informes mensuales", "los informes mensuales"),
        ("gestión de equipos", "la gestión de equipos", "la gestión de equipos"),
        ("foto de marca", "la foto de marca", "la foto de marca"),
        ("El ejercicio de SQL", "el ejercicio de SQL", "el ejercicio de SQL"),
        ("SQL", "SQL", "SQL"),
        ("Python y dbt", "Python y dbt", "Python y dbt"),
        ("machine learning", "el machine learning", "el machine learning"),
        ("IA generativa", "la IA generativa", "la IA generativa"),
        ("varias herramientas", "varias herramientas", "varias herramientas"),
        ("migrar a la nube", "migrar a la nube", "migrar a la nube"),
        ("como trabajan en remoto", "cómo trabajan en remoto", "cómo trabajan en remoto"),
        ("lo del almacén", "el almacén", "el almacén"),
        ("sus planes", "sus planes", "los planes"),
        ("mi portafolio", "", ""),
    ],
)
def test_a_topic_stands_in_a_sentence_with_its_article(told: str, formal: str, familiar: str) -> None:
    debrief = Debrief(topics=(told,), lang="es")
    assert choose_topics(debrief, wording("es"), place=0, readers=1) == formal
    assert choose_topics(debrief, wording("es"), place=0, readers=1, familiar=True) == familiar


@pytest.mark.parametrize(
    ("name", "called", "line"),
    [
        ("María García López", "Sra. García López", "Estimada Sra. García López:"),
        ("María García López", "Sra. García", "Estimada Sra. García:"),
        ("Dra. María García López", "", "Estimada Dra. García López:"),
        ("José Luis García", "Sr. Luis García", "Estimado Sr. García:"),
        ("José Luis García", "don José Luis García", "Estimado Sr. García:"),
        ("Ana de la Torre", "Sra. de la Torre", "Estimada Sra. de la Torre:"),
    ],
)
def test_both_surnames_are_kept_and_no_given_name_e2(name: str, called: str, line: str) -> None:
    person = Person(name=name, email="one@brightwater.example")
    interview = replace(INTERVIEW, lang="es", interviewers=(person,), called=(called,) if called else ())
    assert draft(replace(THANK_YOU, person=name), interview).body.startswith(line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Hola, Priya:", ("Priya",)),
        ("Buenos días, Priya:", ("Priya",)),
        ("Estimada Sra. García López:", ("García López",)),
        ("Estimado D. Luis García:", ("Luis García",)),
        ("A la atención de Priya Raman:", ("Priya Raman",)),
        ("Hola, Ann y Priya:", ("Ann", "Priya")),
        ("Hola, equipo:", ()),
        ("Estimado equipo de selección:", ()),
        ("Estimados señores/as:", ()),
        ("Hola, muchas gracias por la charla.", ()),
        ("Hi, Thank you for your time.", ()),
    ],
)
def test_whom_a_salutation_names_e2(line: str, names: tuple[str, ...]) -> None:
    assert greeted(f"{line}\n\nGracias.") == names


@pytest.mark.parametrize(
    ("role", "company", "phrase"),
    [
        ("Data Analyst", "Brightwater", "el puesto de Data Analyst en Brightwater"),
        ("Prácticas en Marketing", "El Corte Inglés", "las prácticas en Marketing en El Corte Inglés"),
        ("Beca predoctoral", "Universidad de Salamanca", "la beca predoctoral en la Universidad de Salamanca"),
        ("", "Ministerio de Hacienda", "el puesto en el Ministerio de Hacienda"),
    ],
)
def test_role_and_company_have_their_articles(role: str, company: str, phrase: str) -> None:
    spanish = wording("es")
    assert f"{role_phrase(role, spanish)} {at_company(company, spanish)}" == phrase


def test_a_deed_is_told_without_a_pronoun_and_begins_with_a_capital() -> None:
    spanish = wording("es")
    assert restate(("lideré un equipo de cuatro",), spanish) == (
        "",
        "En mi trabajo lideré, por ejemplo, un equipo de cuatro.",
    )
    assert restate(("Lideré un equipo",), spanish) == ("", "En mi trabajo lideré, por ejemplo, un equipo.")
    assert restate(("hablo inglés a diario",), spanish) == ("", "Hablo inglés a diario.")
    assert restate(("terminé un máster",), spanish) == ("", "Terminé un máster.")
    assert restate(("en Acme reduje los costes",), spanish) == ("", "En Acme reduje los costes.")
    assert restate(("Experiencia con SQL", "inglés fluido"), spanish) == ("experiencia con SQL y inglés fluido", "")
    profile = Profile(accomplishments=(Qualification(text="manejo de presupuestos"),), availability="disponible ya")
    body = draft(STATUS_CHECK_AGAIN, replace(INTERVIEW, lang="es"), profile).body
    assert "Podría incorporarme ya." in body
    assert "Un ejemplo de lo que he hecho hasta ahora: manejo de presupuestos." in body


@pytest.mark.parametrize("company", ["El Corte Inglés", "El Grupo Internacional"])
def test_a_company_is_not_misspelled_where_a_small_word_follows_it_e8(company: str) -> None:
    assert misspelled_company(f"el puesto en {company}, y ahora. En {company}. Me gustó", company) == ()
    assert misspelled_company("el puesto en El Corte Inglez.", "El Corte Inglés") == ("El Corte Inglez",)


def test_words_that_meet_are_contracted() -> None:
    contract = wording("es").contractions.put_all
    assert contract("la reunión de el jueves dedicada a el proyecto") == "la reunión del jueves dedicada al proyecto"
    assert contract(
        "En mi trabajo lideré, por ejemplo, dos equipos. En mi trabajo reduje, por ejemplo, los costes."
    ) == ("En mi trabajo lideré, por ejemplo, dos equipos. También reduje los costes.")
    assert contract("gracias a Ann y Irene") == "gracias a Ann e Irene"
    assert contract("SQL y inglés, Ana y Hilario, Ann y Íñigo") == "SQL e inglés, Ana e Hilario, Ann e Íñigo"
    assert contract("agua y hielo, Ann y Ian, datos y IT") == "agua y hielo, Ann y Ian, datos y IT"
    assert contract("una visita de El Corte Inglés") == "una visita de El Corte Inglés"


@pytest.mark.parametrize(
    "words",
    [
        "Solo quería saber si hay novedades",
        "Le ruego una respuesta",
        "Necesito este trabajo",
        "Espero su respuesta lo antes posible",
        "Me urge saberlo",
        "Tengo otra oferta",
        "Me prometieron una respuesta",
        "Aún no he recibido noticias",
        "Todavía no me han contestado",
        "Sigo esperando",
        "Perdone la molestia",
        "Espero no molestar",
        "Disculpen la insistencia",
        "Espero su pronta respuesta",
        "No he sabido nada de ustedes",
        "Sólo un recordatorio",
        "Ruego me respondan",
    ],
)
def test_words_that_press_are_found_e14(words: str) -> None:
    assert any(pattern.search(f"Hola: {words}.") for pattern, _ in wording("es").pressure.pairs)


def test_spanish_is_told_from_its_neighbours() -> None:
    texts = {
        "es": "Muchas gracias por la charla de ayer. Me gustaría saber cómo sigue el proceso.",
        "en": "Thank you for the talk yesterday. I would like to know what the next steps are.",
        "de": "Vielen Dank für das Gespräch. Ich würde gern wissen, wie es weitergeht.",
    }
    assert {lang: find_language(text, WORDINGS) for lang, text in texts.items()} == {lang: lang for lang in texts}
