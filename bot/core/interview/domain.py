"""What the domain of an address says about a company."""

from __future__ import annotations

import re
from typing import Final

from bot.core.interview.company import MAX_NAME, company_key, word_set

_FREE_MAIL: Final = word_set(
    "aol.com fastmail.com free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hotmail.com hotmail.de"
    " hotmail.fr icloud.com laposte.net libero.it live.com mac.com mail.com mail.de mailbox.org me.com msn.com orange.fr outlook.com"
    " outlook.de outlook.fr pm.me posteo.de proton.me protonmail.com qq.com t-online.de tutanota.com uol.com.br web.de yahoo.co.uk"
    " yahoo.com yahoo.de yahoo.fr ymail.com zoho.com"
)
_FREE_NAMES: Final = word_set(
    "aol fastmail freemail freenet gmail gmx googlemail hotmail icloud mailbox outlook posteo proton protonmail tutanota yahoo ymail"
)
# Hiring systems, schedulers, job boards and calendars write for many companies: their domain says nothing about which.
_RELAY_NAMES: Final = word_set(
    "applytojob ashby ashbyhq ats bamboohr breezy breezyhr bullhorn calcom calendar calendly catsone comeet cornerstone cronofy doodle"
    " dover eightfold freshteam gem glassdoor goodtime google greenhouse greenhousemail hackerrank hired hirevue homerun icims indeed"
    " indeedemail jazzhr jobvite join kenexa lever linkedin metacareers microsoft modernloop monster myworkday myworkdayjobs office365"
    " oorwin paylocity personio pinpoint pinpointhq recruitee recruiterbox rexx savvycal scheduler smartrecruiters softgarden stepstone"
    " successfactors talentlyft taleo teams teamtailor teamtailormail ukg webex welcometothejungle wellfound workable workablemail workday"
    " xing zip ziprecruiter zohorecruit zoom"
)


# Parts of the names under which those write who place people with several companies.
_AGENCY_PARTS: Final = word_set(
    "recruit headhunt staffing personalberatung personaldienst personalvermittlung zeitarbeit executivesearch talentpartner talentsolution"
    " interim placement jobvermittlung cabinet rekrut reclutamiento recrutement werving uitzend selezione"
)


def is_relay(email: str) -> bool:
    """Return whether the address belongs to a hiring system, a scheduler, a job board or a calendar: it writes for many companies."""
    domain = email.rpartition("@")[2].strip().lower()[:MAX_NAME]
    names = {label.replace("-", "") for label in domain.split(".")[:-1]} | set(re.split(r"[.-]", domain)[:-1])
    return domain not in _FREE_MAIL and not names & _FREE_NAMES and bool(names & _RELAY_NAMES)


def is_agency_domain(domain: str) -> bool:
    """Return whether the name of a domain says that people are placed with other companies there."""
    name = "".join(re.split(r"[.-]", domain)[:-1])
    return any(part in name for part in _AGENCY_PARTS)


def domain_suits_company(domain: str, company: str | None) -> bool:
    """Return whether a label of *domain* is the company's name, its beginning or its initials (``bluefield.example``, Bluefield Energy)."""
    words = company_key(company).split()
    initials = "".join(word[0] for word in words)
    known = {"".join(words[:count]) for count in range(1, len(words) + 1)} | {initials}
    labels = {label.replace("-", "") for label in domain.split(".")[:-1]}
    return bool({name for name in known if len(name) > 2} & labels)


def company_domain(email: str | None) -> str:
    """Return the domain of an address where it can tell a company, lower case; ``""`` for free mail, relays and no address."""
    domain = (email or "").rpartition("@")[2].strip().rstrip(".").lower()[:MAX_NAME]
    labels = domain.split(".")
    if "@" not in (email or "") or len(labels) < 2 or domain in _FREE_MAIL:
        return ""
    names = {label.replace("-", "") for label in labels[:-1]} | set(re.split(r"[.-]", domain)[:-1])
    return "" if names & _RELAY_NAMES or names & _FREE_NAMES else domain


def same_domain(one: str, other: str) -> bool:
    """Return whether two results of `company_domain` are one, or one lies below the other (``mail.acme.example``)."""
    return bool(one and other) and (one == other or one.endswith("." + other) or other.endswith("." + one))


def domain_names_company(domain: str, company: str | None) -> bool:
    """Return whether a label of *domain* is the company's name in one word (``nordwind-energie.example``, Nordwind Energie GmbH)."""
    key = company_key(company).replace(" ", "")
    return len(key) > 2 and key in {label.replace("-", "") for label in domain.split(".")[:-1]}
