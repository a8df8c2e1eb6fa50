"""Interviews told in the owner's own words."""

from __future__ import annotations

import pytest

from bot.core.reading.owner.add import read_added
from bot.core.reading.owner.grammar import Context
from bot.core.reading.types import Medium

from .letters_for_tests import NOW, OWNER, ZONE, load_cues

CONTEXT = Context(cues=load_cues(), name=OWNER.name, now=NOW, zone=ZONE)  # Thursday 14 May 2026


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("interview with Jane Doe at Acme, Monday 3pm", {"who": "Jane Doe", "company": "Acme", "time": "Monday 3pm"}),
        ("Acme, Monday 3pm", {"company": "Acme", "time": "Monday 3pm"}),
        ("Eve Lau at Birch, Monday 3pm", {"who": "Eve Lau", "company": "Birch", "time": "Monday 3pm"}),
        (
            "Phone interview with Bob Ray (bob@acme.example) at Acme Corp on Friday at 10:30 for the Data Analyst role",
            {
                "who": "Bob Ray <bob@acme.example>",
                "company": "Acme Corp",
                "role": "Data Analyst",
                "time": "on Friday at 10:30",
            },
        ),
        (
            "second interview at Northwind Traders with Jane Doe and Bob Ray, 20 May 14:00-15:00",
            {"who": "Jane Doe and Bob Ray", "company": "Northwind Traders", "time": "20 May 14:00-15:00"},
        ),
        (
            "I have an interview at the University of Leeds on 20 May at 2pm with Prof. Sarah O'Neil, s.oneil@leeds.example",
            {
                "who": "Prof. Sarah O'Neil <s.oneil@leeds.example>",
                "company": "University of Leeds",
                "time": "on 20 May at 2pm",
            },
        ),
        ("company: Acme; who: Jane Doe; time: Mon 9:00", {"company": "Acme", "who": "Jane Doe", "time": "Mon 9:00"}),
        ("who: Jane Doe\nAcme, Monday 3pm", {"company": "Acme", "who": "Jane Doe", "time": "Monday 3pm"}),
        ("interview at Acme yesterday 3pm", {"company": "Acme", "time": "2026-05-13 3pm"}),
        (
            "Gespräch mit Frau Dr. Weber bei der Hansekontor GmbH am Montag um 15 Uhr",
            {"who": "Frau Dr. Weber", "company": "Hansekontor GmbH", "time": "am Montag um 15 Uhr"},
        ),
        (
            "Vorstellungsgespräch bei Siemens, 20.05. um 9:30 Uhr, als Buchhalter",
            {"company": "Siemens", "role": "Buchhalter", "time": "20.05. um 9:30 Uhr"},
        ),
        (
            "entretien chez EDF avec Claire Dubois le 20 mai à 9h30 pour le poste de comptable",
            {"company": "EDF", "who": "Claire Dubois", "role": "comptable", "time": "le 20 mai à 9h30"},
        ),
        (
            "Entrevista con Ana Ruiz en Inditex el lunes a las 15:00",
            {"company": "Inditex", "who": "Ana Ruiz", "time": "el lunes a las 15:00"},
        ),
        (
            "Entrevista na Natura com João Silva segunda-feira às 15h para a vaga de analista",
            {"company": "Natura", "who": "João Silva", "role": "analista", "time": "segunda-feira às 15h"},
        ),
        (
            "Colloquio con Marco Bianchi presso Eni lunedì alle 15",
            {"company": "Eni", "who": "Marco Bianchi", "time": "lunedì alle 15"},
        ),
        (
            "Gesprek met Jan de Vries bij Philips maandag om 15 uur",
            {"company": "Philips", "who": "Jan de Vries", "time": "maandag om 15 uur"},
        ),
    ],
)
def test_every_word_finds_its_place(text: str, facts: dict[str, str]) -> None:
    added = read_added(text, CONTEXT)
    assert {one.field: one.value for one in added.corrections} == facts
    assert added.left == ""
    assert added.times == 1


@pytest.mark.parametrize(
    ("text", "medium", "minutes"),
    [
        ("Zoom call with Ann Lee from Initech tomorrow at 4pm for 45 minutes", Medium.VIDEO, 45),
        ("Telefoninterview bei Otto, Montag 9:30 Uhr", Medium.PHONE, None),
        ("entretien téléphonique chez EDF lundi à 9h30", Medium.PHONE, None),
    ],
)
def test_how_and_how_long(text: str, medium: Medium, minutes: int | None) -> None:
    added = read_added(text, CONTEXT)
    assert (added.medium, added.minutes, added.left) == (medium, minutes, "")


@pytest.mark.parametrize(
    ("text", "times", "left"),
    [
        ("interview with Jane at Acme on Monday", 0, ""),
        ("interview at Acme Monday 3pm or Tuesday 4pm", 2, "or"),
        ("interview with Jane at Acme Monday 3pm ET", 1, "ET"),
        ("Acme, Birch, Monday 3pm", 1, "Acme … Birch"),
        ("interview at Acme at Birch, Monday 3pm", 1, "Birch"),
        ("", 0, ""),
    ],
)
def test_what_is_missing_or_has_no_place_is_told(text: str, times: int, left: str) -> None:
    added = read_added(text, CONTEXT)
    assert (added.times, added.left) == (times, left)


@pytest.mark.parametrize(
    "text", ["at " * 5000, "Monday 3pm, " * 2000, "a@b.cc " * 3000, "(" * 9000, "with with at for" * 900]
)
def test_no_text_is_too_odd(text: str) -> None:
    read_added(text, CONTEXT)
