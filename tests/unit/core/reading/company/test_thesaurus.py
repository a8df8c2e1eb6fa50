"""Words by notion: how the lists are read, and that they lie alike in every language."""

from __future__ import annotations

import pytest

from bot.core.reading.company.acts import Context, find_marks
from bot.core.reading.company.cues import ENGLISH, LANGUAGES
from bot.core.reading.company.senses import Line
from bot.core.reading.company.thesaurus import Thesaurus, compile_thesaurus, find_notions
from tests.corpus.labels import load_cues


def _without_accents(text: str) -> str:
    return text.replace("ä", "a").replace("é", "e")


def _thesaurus() -> Thesaurus:
    lists = {
        "invite": "einlad~, have you in, invité",
        "talk": "~gespräch, gespräch~, word",
        "you": "einladen",
        "load": "ladung~",
        "word": "word with you",
    }
    return compile_thesaurus(lists, _without_accents)


@pytest.mark.parametrize(
    ("text", "notions"),
    [
        pytest.param("wort", [], id="a word that no list holds has none"),
        pytest.param("invite", [("invite",)], id="accents of the list are folded away like those of the mail"),
        pytest.param("einladung", [("invite",)], id="a stem takes every word that begins so"),
        pytest.param("einladen", [("you", "invite")], id="a whole word has its own beside those of its stem"),
        pytest.param("vorgesprach", [("talk",)], id="an end takes the words that end so"),
        pytest.param("gesprach", [("talk",)], id="a word that is its own stem is found once"),
        pytest.param("a word with you", [("talk", "word")], id="words side by side have a notion beside those of each"),
        pytest.param("have us in", [], id="other words between them are not the same"),
        pytest.param("have you", [], id="half of an idiom is none"),
    ],
)
def test_words_have_the_notions_of_their_lists(text: str, notions: list[tuple[str, ...]]) -> None:
    assert list(find_notions(_thesaurus(), text.split())) == notions


def test_a_sentence_is_known_by_its_notions_and_by_those_that_follow_each_other() -> None:
    marks = find_marks(Line({}, ("x",), (("we",), ("invite", "ask"))), Context(after=Line({}, ("y",), (("talk",),))))
    assert {mark for mark in marks if "@" in mark} == {"@we", "@invite", "@ask", "@we invite", "@we ask", ">@talk"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_words_for_every_notion(code: str) -> None:
    languages = load_cues().languages
    assert _notions_in(languages[code].thesaurus) == _notions_in(languages[ENGLISH].thesaurus)


def _notions_in(thesaurus: Thesaurus) -> set[str]:
    tables = (thesaurus.words, thesaurus.stems, thesaurus.ends, thesaurus.idioms)
    return {notion for table in tables for notions in table.values() for notion in notions}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "We would like to invite you to an interview"),
        ("de", "Wir möchten Sie zu einem Vorstellungsgespräch einladen"),
        ("fr", "Nous souhaitons vous inviter à un entretien"),
        ("es", "Queremos invitarle a una entrevista"),
        ("pt", "Gostaríamos de convidá-lo para uma entrevista"),
        ("nl", "Wij nodigen u graag uit voor een sollicitatiegesprek"),
        ("it", "Vorremmo invitarla a un colloquio"),
    ],
)
def test_an_invitation_has_the_same_notions_in_every_language(code: str, text: str) -> None:
    language = load_cues().languages[code]
    notions = {notion for found in language.line(language.plain(text)).notions for notion in found}
    assert {"invite", "interview"} <= notions
