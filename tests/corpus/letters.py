"""The letters of the reader's tests whose kind is told, as mails: short ones, each written for a wording or a trap."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.message.types import Message, Owner
from bot.core.reading.types import Kind
from tests.unit.core.reading.company import (
    test_company_answers,
    test_french_and_italian_mail,
    test_german_and_dutch,
    test_iberian_letters,
    test_kinds_in_seven_languages,
    test_kinds_of_english_mail,
    test_letters_in_english,
    test_matters,
    test_moved_letters,
    test_picked_and_offered_times,
    test_read,
    test_shift,
    test_variants,
    trap_letters,
)


def labelled_letters() -> Iterator[tuple[Kind, Message, Owner]]:
    """Yield each letter with its kind and whom it is written to; letters of which two kinds are right are left out."""
    yield from _french_and_italian()
    yield from _iberian()
    yield from _german_and_dutch()
    yield from _short()
    yield from _moved()
    yield from _told_in_full()
    yield from _held_or_fixed()
    for lang in trap_letters.LANGUAGES:
        for letter in trap_letters.load_letters(lang):
            yield Kind(letter.kinds[0]), letter.message(), trap_letters.OWNER


def _french_and_italian() -> Iterator[tuple[Kind, Message, Owner]]:
    for _, owner, kind, _, sender, subject, body in test_french_and_italian_mail.LETTERS:
        yield Kind(kind), test_french_and_italian_mail.mail_of(owner, sender, subject, body), owner


def _iberian() -> Iterator[tuple[Kind, Message, Owner]]:
    for letter in (*test_iberian_letters.LETTERS, *test_iberian_letters.MORE_LETTERS):
        yield Kind(letter.kind), test_iberian_letters.mail_of(letter), letter.owner


def _german_and_dutch() -> Iterator[tuple[Kind, Message, Owner]]:
    module = test_german_and_dutch
    sets = (
        (module.GERMAN, module.LENA, module.SEPTEMBER),
        (module.DUTCH, module.SANNE, module.SEPTEMBER),
        (module.NOTES, module.JANA, module.NOVEMBER),
    )
    for mails, owner, sent in sets:
        for mail in mails:
            yield Kind(mail.kind), module.mail_of(owner, mail.sender, mail.subject, mail.body, sent), owner


def _short() -> Iterator[tuple[Kind, Message, Owner]]:
    english, seven, matters = test_kinds_of_english_mail, test_kinds_in_seven_languages, test_matters
    for kind, subject, body in english.LETTERS:
        yield Kind(kind), english.mail_of(subject, body), english.OWNER
    for _, kind, subject, body in seven.LETTERS:
        yield Kind(kind), seven.mail_of(subject, body), seven.OWNER
    for letters, meant in ((matters.OTHER_MATTERS, Kind.OTHER), (matters.JOBS, Kind.INTERVIEW)):
        for _, subject, body in letters:
            yield meant, matters.mail_of(subject, body), matters.OWNER


def _moved() -> Iterator[tuple[Kind, Message, Owner]]:
    module = test_moved_letters
    for lang, over, meant, subject, text in module.LETTERS:
        kinds, _, must, _ = module.told(meant)
        if len(kinds) == 1 and not must and not meant.endswith(" ?"):
            yield Kind(kinds[0]), module.mail_of(lang, over, subject, text), module.OWNER


def _told_in_full() -> Iterator[tuple[Kind, Message, Owner]]:
    for case in (param.values[0] for param in test_read.CASES):
        yield case.kind, test_read.mail_of(case), case.owner
    for kind, _, *letter in (param.values for param in test_variants.VARIANTS):
        yield kind, test_variants.mail_of(*letter), test_variants.RUTH
    for letter, told in (param.values for param in test_letters_in_english.LETTERS):
        yield told.kind, test_letters_in_english.mail_of(letter), test_letters_in_english.owner_of(letter)
    for lang, kind, body in test_company_answers.ANSWERS:
        yield Kind(kind), test_company_answers.mail_of(lang, body), test_company_answers.OWNER


def _held_or_fixed() -> Iterator[tuple[Kind, Message, Owner]]:
    for kind, _, body in test_picked_and_offered_times.KINDS:
        yield kind, test_picked_and_offered_times.kind_letter(body), test_picked_and_offered_times.NORA
    for words in test_shift.HELD:
        yield Kind.SCHEDULING, test_shift.mail_of("", f"{words}\n\nKim Sorrell\n"), test_shift.OWNER
    for words in test_shift.STANDS:
        yield Kind.INTERVIEW, test_shift.mail_of("", f"{words}\n\nKim Sorrell\n"), test_shift.OWNER
