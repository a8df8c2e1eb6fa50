"""The company's name as one would write it: from a label, the words that spell its domain, signature, display name, prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.reading.company.agency import client_of_agency, is_agency, may_be_agency, named_client
from bot.core.reading.company.booked_name import booked_name
from bot.core.reading.company.correspondents import Correspondents
from bot.core.reading.company.cues import Language
from bot.core.reading.company.display_name import displayed_name, house_displayed, machine_displayed
from bot.core.reading.company.fuller_name import fuller_name
from bot.core.reading.company.house import house_domains, own_name, spelled_out, texts_of
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.leads import has_lead
from bot.core.reading.company.names import without_titles
from bot.core.reading.company.page import Page
from bot.core.reading.company.signed_name import imprint_name, signed_name, team_name
from bot.core.reading.company.spelling import spelling_phrases
from bot.core.reading.company.told_name import told_name

_TRADE_BEHIND = re.compile(r",\s[a-z\u00df-\u00ff][^,]{2,60}$")  # "Maison Perrault, chocolatier"
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """``name`` or None; ``words``: the words of every name that is the company's or an agency's, lower case (nobody is called so)."""

    name: str | None
    words: frozenset[str]
    agency: bool = False


def find_company(page: Page, who: Correspondents, invitation: Invitation) -> Company:
    """Return the company the talk is with; the agency's client, not the agency."""
    every = house_domains(page, who)
    domains = _without_services(page, every)
    own = own_name(page, who, domains, texts_of(page, who, invitation))
    own = fuller_name(page, own) if own else None
    agency = is_agency(page, domains, own)
    called = own or spelled_out(domains, page.language)
    name = _labelled(page) or named_client(page, called)
    if name is None and (agency or (not who.by_service and may_be_agency(page, domains, own))):
        name = client_of_agency(page, called)
        agency = agency or name is not None
    if name is None and not agency:
        name = (
            machine_displayed(page, next(iter(every), ""), own)
            or booked_name(page, who, invitation, own)
            or own
            or _otherwise(page, who, domains)
        )
    cleaned = tidy_company(name, page.language) if name else None
    words = frozenset(word for text in (cleaned, own) if text for word in _WORD.findall(text.lower()))
    return Company(name=cleaned, words=words, agency=agency)


def _labelled(page: Page) -> str | None:
    return next((s.text for s in page.sentences if s.label == "company" and 1 < len(s.text) < 80), None)


def _without_services(page: Page, domains: list[str]) -> list[str]:
    """Return *domains* without those whose name the mail itself calls a service ("sent with TeamHire", "X is the software of …")."""
    language = page.language
    said = [s.text for s in page.sentences if has_lead(language, "service_said", s.text)]
    return [
        label for label in domains if not any(next(spelling_phrases(t, label, language, set()), None) for t in said)
    ]


def _otherwise(page: Page, who: Correspondents, domains: list[str]) -> str | None:
    """Return the company where no words of the mail spell its domain: the surest place first."""
    return (
        displayed_name(page, who, domains)
        or team_name(page)
        or signed_name(page, domains)
        or house_displayed(page)
        or spelled_out(domains, page.language)
        or told_name(page)
        or imprint_name(page)
    )


def tidy_company(name: str, language: Language) -> str | None:
    """Return *name* without legal forms, possessive and stray punctuation."""
    name = _TRADE_BEHIND.sub("", name.lstrip("@+=&|<>/ ").replace("\u2019", "'"))
    words = (
        (without_titles(name, language) if "," in name else name)
        .strip(' .,;:!?-\u2013"\u201c\u201d\u201e\u00ab\u00bb')
        .split()
    )
    while len(words) > 1 and _is_legal_form(words[-1], language):
        words.pop()
        if len(words) > 1 and words[-1].lower().rstrip(".") in language.word_set("legal_first"):
            words.pop()
    if words and words[-1].endswith("'s"):
        words[-1] = words[-1].removesuffix("'s")
    if len(words) > 1 and words[0].lower() in language.word_set("company_openers"):
        words = words[1:]
    text = " ".join(words).strip(" ,")
    return text[:80] if len(text) > 1 else None


def _is_legal_form(word: str, language: Language) -> bool:
    """Return whether *word* is a legal form; those that are words as well ("as", "se") only in capitals."""
    bare = word.strip(",").replace(".", "")
    shy = language.word_set("legal_forms_shy")
    forms = {form.replace(".", "") for form in language.word_set("legal_forms")}
    dotted = "." in word.strip(".,") and bare.lower() in forms
    return dotted or (bare.lower() in shy and bare.isupper()) or (bare.lower() in forms - shy) or bare in ("&", "+")
