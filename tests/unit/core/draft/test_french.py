"""French: elisions, articles and registers, whatever the facts are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.draft import phrases
from bot.core.draft.salutation import greeted
from bot.core.draft.specifics import choose_topics
from bot.core.draft.types import Profile, Qualification
from bot.core.reading.debrief.types import Debrief
from bot.core.reading.types import Person
from tests.unit.core.draft.examples import (
    INTERVIEW,
    REJECTION_REPLY,
    STATUS_CHECK,
    STATUS_CHECK_AGAIN,
    THANK_YOU,
    TO_CONTACT,
    draft,
    wording,
)

FRENCH = wording("fr")
DESK = replace(
    INTERVIEW,
    lang="fr",
    familiar=True,
    interviewers=(),
    contact=Person(name="Talent Team", email="jobs@brightwater.example"),
)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Data Analyst", "du poste de Data Analyst"),
        ("Analyste", "du poste d'Analyste"),
        ("Head of Sales", "du poste de Head of Sales"),
        ("Hôte d'accueil", "du poste d'Hôte d'accueil"),
        ("UX Designer", "du poste d'UX Designer"),
        ("Stage en marketing", "du stage en marketing"),
        ("Alternance Développeur", "de l'alternance Développeur"),
        ("Summer Internship", "du Summer Internship"),
        ("Poste d'enseignant", "du poste d'enseignant"),
        ("", "du poste"),
    ],
)
def test_roles(role: str, expected: str) -> None:
    assert FRENCH.contractions.put_all(f"au sujet de {phrases.role_phrase(role, FRENCH)}") == f"au sujet {expected}"


@pytest.mark.parametrize(
    ("company", "expected"),
    [
        ("Airbus", "chez Airbus"),
        ("Université de Lille", "à l'Université de Lille"),
        ("Lund University", "à Lund University"),
        ("Ministère de la Culture", "au Ministère de la Culture"),
        ("Ville de Lyon", "à la Ville de Lyon"),
        ("Éditions Gallimard", "aux Éditions Gallimard"),
        ("Groupe Casino", "au sein du Groupe Casino"),
        ("La Poste", "à La Poste"),
        ("Le Monde", "chez Le Monde"),
        ("L'Oréal", "chez L'Oréal"),
    ],
)
def test_companies(company: str, expected: str) -> None:
    assert phrases.at_company(company, FRENCH) == expected


@pytest.mark.parametrize(
    ("topics", "expected"),
    [
        (("migration des données", "calendrier"), "la migration des données et le calendrier"),
        (("organisation de l'équipe", "astreintes"), "l'organisation de l'équipe et les astreintes"),
        (("leurs projets", "L'exercice SQL"), "vos projets et l'exercice SQL"),
        (("dbt", "levain"), "le thème «\u00a0dbt\u00a0» et le levain"),
        (("dbt", "haccp"), "les thèmes «\u00a0dbt\u00a0» et «\u00a0haccp\u00a0»"),
        (("Kubernetes", "RGPD"), "Kubernetes et le RGPD"),
        (("améliorer la qualité",), "le thème «\u00a0améliorer la qualité\u00a0»"),
        (("comment ils gèrent les gardes",), "la façon dont vous gérez les gardes"),
        (("comment intégrer les juniors",), "la manière d'intégrer les juniors"),
        (("ce qu'elles attendent",), "ce que vous attendez"),
        (("les données qui leur arrivent tard",), "les données qui vous arrivent tard"),
        (("quels outils ils utilisent", "mes motivations", "si je peux partir"), ""),
    ],
)
def test_topics(topics: tuple[str, ...], expected: str) -> None:
    said = choose_topics(Debrief(topics=topics, lang="fr"), FRENCH, place=0, readers=1)
    assert FRENCH.contractions.put_all(said) == expected


@pytest.mark.parametrize(("familiar", "expected"), [(False, "votre passion"), (True, "ta passion")])
def test_what_is_the_readers_own(familiar: bool, expected: str) -> None:
    told = Debrief(topics=("sa passion pour la montagne",), lang="fr")
    assert choose_topics(told, FRENCH, place=0, readers=1, familiar=familiar).startswith(expected)


def test_a_team_is_never_called_tu() -> None:
    for follow_up in (TO_CONTACT, STATUS_CHECK, STATUS_CHECK_AGAIN, REJECTION_REPLY):
        for number in range(1, 9):
            body = draft(follow_up, replace(DESK, id=number)).body
            assert body.startswith("Bonjour à toutes et à tous,")
            assert not {"tu", "te", "toi", "ton", "ta", "t"} & set(phrases.words_of(body)), body
    assert "vous" not in draft(THANK_YOU, replace(INTERVIEW, lang="fr", familiar=True)).body.split()[:30]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Bonjour Madame Raman,", ("Raman",)),
        ("Bonjour Maître Raman,", ("Raman",)),
        ("Chère Docteure Raman,", ("Raman",)),
        ("Salut Priya,", ("Priya",)),
        ("Madame, Monsieur,", ()),
        ("Bonjour à toutes et à tous,", ()),
        ("Bonjour l'équipe,", ()),
        ("Bonjour à toute l’équipe de recrutement,", ()),
    ],
)
def test_salutations_are_read_back_e2(line: str, names: tuple[str, ...]) -> None:
    assert greeted(f"{line}\n\nMerci.") == names


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("j'ai conduit deux chantiers", "J'ai conduit deux chantiers."),
        ("Géré une équipe de neuf personnes", "J'ai géré une équipe de neuf personnes."),
        ("suis titulaire du permis B", "Je suis titulaire du permis B."),
        ("maîtrise Revit", "Je maîtrise Revit."),
        ("maîtrise de Revit", ""),
    ],
)
def test_what_is_a_sentence(text: str, sentence: str) -> None:
    assert FRENCH.sentences.find(text) == sentence


@pytest.mark.parametrize(
    ("availability", "expected"),
    [
        ("dès le 1er juin", "Je suis disponible dès le 1er juin."),
        ("Disponible immédiatement", "Je suis disponible immédiatement."),
        ("préavis de trois mois", "Mon préavis est de trois mois."),
        ("trois mois de préavis", "J'ai trois mois de préavis."),
    ],
)
def test_availability(availability: str, expected: str) -> None:
    profile = Profile(availability=availability)
    assert expected in draft(STATUS_CHECK_AGAIN, replace(INTERVIEW, lang="fr"), profile).body


@pytest.mark.parametrize("closing", ["Bien à vous,", "Cordialement", "Meilleures salutations", "Bonne journée,"])
def test_a_signature_with_a_closing_of_its_own_replaces_the_templates(closing: str) -> None:
    profile = Profile(signature=f"{closing}\nMaya Okafor\nAnalyste")
    body = draft(THANK_YOU, replace(INTERVIEW, lang="fr"), profile).body
    assert body.split("\n\n")[-1] == profile.signature


def test_a_things_first_letter_is_small_behind_a_colon_unless_it_is_a_name() -> None:
    for text, thing in (("Six ans d'expérience", "six ans d'expérience"), ("Python et SQL", "Python et SQL")):
        profile = Profile(qualifications=(Qualification(text=text, lang="fr"),))
        assert f"\u00a0: {thing}." in draft(THANK_YOU, replace(INTERVIEW, lang="fr"), profile).body


@pytest.mark.parametrize(
    "words",
    [
        "Je me permets de vous relancer",
        "Je viens aux nouvelles",
        "Je voulais juste savoir",
        "une petite relance",
        "j'ai vraiment besoin de ce poste",
        "dans les plus brefs délais",
        "dès que possible",
        "une réponse urgente",
        "j'ai une autre offre",
        "Sans réponse de votre part, je",
        "vous m'aviez promis",
        "au plus tard vendredi",
        "je n'ai toujours pas reçu de réponse",
        "mon message est resté sans réponse",
        "j'attends toujours",
        "votre silence",
        "malgré mes relances",
        "Désolé de vous déranger",
        "Excusez-moi d'insister",
        "en espérant ne pas vous importuner",
    ],
)
def test_what_presses_e14(words: str) -> None:
    assert any(pattern.search(words) for pattern, _ in FRENCH.pressure.pairs)


@pytest.mark.parametrize(
    "words",
    [
        "Je me permets de vous écrire",
        "Je n'ai pas encore d'expérience dans ce domaine",
        "je n'ai pas pu évoquer ce point",
        "Je voulais vous remercier",
        "une offre de services",
    ],
)
def test_what_does_not_press(words: str) -> None:
    assert not any(pattern.search(words) for pattern, _ in FRENCH.pressure.pairs)
