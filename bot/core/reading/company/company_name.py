"""The company's name as one would write it: from a label, the words that spell its domain, signature, display name, prose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.message.types import Address
from bot.core.reading.company.correspondents import Correspondents, is_free, is_machine, is_service
from bot.core.reading.company.cues import Language
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.names import find_people, name_words, without_titles
from bot.core.reading.company.page import Page
from bot.core.reading.company.spelling import (
    JOIN,
    PHRASE,
    TOKEN,
    content_words,
    cut_phrase,
    plain_letters,
    spelling_phrases,
)

_SECOND_LEVEL = frozenset({"co", "com", "org", "ac", "gov", "net", "edu", "gob", "or", "ne", "nhs"})
_CLIENT = re.compile(
    rf"\b(?:(?:[Mm]y|[Oo]ur) client,?|representing|recruiting for|on behalf of(?: my client| our client)?)"
    rf"\s(?:the\s)?({TOKEN}(?:\s(?:{JOIN}\s)?{TOKEN}){{0,5}})"
)
_AGENCY_CLIENT = re.compile(
    rf"\b(?:[Uu]pdate on|news on|[Nn]ews from|at|on|from|for|about|interview with)"
    rf"\s(?:the\s)?({TOKEN}(?:\s(?:{JOIN}\s)?{TOKEN}){{0,4}})(?=\s\(the"
    rf"|,|\.|\s(?:role|job|position|vacancy|loved|for|about|team|would|they|are|have|has|I|i'm|I'm)|:|\sI\u2019m"
    rf"|$|\son\b|\sat\b)"
)
_PROSE = (
    re.compile(
        rf"\b(?:interview|interviews|conversation|call|chat|onsite|screen|meeting|interviewed|interviewing|opportunity"
        rf"|process|journey|position|role|opening|job|career|team|work|employment|visit|offer|application|apply"
        rf"|applying|applied|interest|candidacy|opening|internship|experience|welcome|conversations)\b[^.!?;]{{0,60}}?\b(?:with"
        rf"|at|to|in|from|for|here at|within|by)\s(?:the\s|us at\s|our team at\s)?({TOKEN}(?:\s(?:{JOIN}\s)?{TOKEN}){{0,5}})"
    ),
    re.compile(
        rf"(?:^|\b(?:at|[Tt]he|[Ff]rom|join|joining))\s?({TOKEN}(?:\s(?:{JOIN}\s)?{TOKEN}){{0,5}})\s(?:invites"
        rf"|has asked|have asked|has invited|would like|is pleased|is excited|loved|team|hiring team|recruiting)"
    ),
)
_WANTS = re.compile(
    rf"(?:^|[,;:]\s|\b(?:that|and)\s)({TOKEN}(?:\s(?:{JOIN}\s)?{TOKEN}){{0,4}})\s(?:want|wants|would like"
    rf"|have asked|has asked|loved|liked|are keen|is keen|can see|were impressed|was impressed)"
)
_TEAM_LINE = re.compile(
    rf"(?:[Tt]he\s)?({TOKEN}(?:\s(?:{JOIN}\s)?{TOKEN}){{0,4}}?)\s"
    r"(?:Recruiting|Recruitment|Talent|Talent Acquisition|Hiring|Careers|People|HR|Human Resources|Resourcing)"
    r"(?:\s(?:Team|Department|Office|Group))?[.,]?"
)
_SPLIT_LINE = re.compile(r"\s*(?:,|\||\u00b7|\u2022|\s[-\u2013\u2014]\s|\t|;|\s/\s)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """``name`` or None; ``words``: the words of every name that is the company's or an agency's, lower case (nobody is called so)."""

    name: str | None
    words: frozenset[str]
    agency: bool = False


def find_company(page: Page, who: Correspondents, invitation: Invitation) -> Company:
    """Return the company the talk is with; the agency's client, not the agency."""
    domains = _house_domains(page, who)
    texts = _texts(page, who, invitation)
    own = _own_name(page, who, domains, texts)
    agency = _is_agency(page, domains, own)
    name = _labelled(page) or _client(page)
    if name is None:
        name = (
            _client_of_agency(page, own)
            if agency
            else own
            or _displayed(page, who)
            or _team_signed(page)
            or _signed(page, domains)
            or _spelled_out(domains)
            or _in_prose(page)
        )
    cleaned = tidy_company(name, page.language) if name else None
    words = frozenset(word for text in (cleaned, own) if text for word in re.findall(r"[^\W\d_]{3,}", text.lower()))
    return Company(name=cleaned, words=words, agency=agency)


def _labelled(page: Page) -> str | None:
    return next((s.text for s in page.sentences if s.label == "company" and 1 < len(s.text) < 80), None)


def _client(page: Page) -> str | None:
    for sentence in page.sentences:
        match = _CLIENT.search(sentence.text)
        if (match and not find_people(match[1], page.language)) or (match and " " not in match[1]):
            return match[1]
        if match and "client" in match[0].lower():
            return match[1]
    return None


def _house_domains(page: Page, who: Correspondents) -> list[str]:
    """Return the domains of the other side, the author's first: no services, no public mail providers."""
    first = [who.author] if who.author else []
    if page.forwarded and who.author and page.message.sender and who.author.email == page.message.sender.email:
        first = []
    pool = [*first, *(() if page.forwarded and first else who.known)]
    emails = [a.email for a in pool if not is_service(a.email, page.language) and not is_free(a.email, page.language)]
    emails = [
        email
        for email in emails
        if (email not in page.owner.addresses and email.partition("@")[2] != page.owner.email.partition("@")[2])
        or email == (who.author.email if who.author else "")
    ]
    sender = page.message.sender
    if sender and re.search(r"\svia\s", sender.name):
        emails = [email for email in emails if email != sender.email]
    if (
        not emails
        and sender
        and not re.search(r"\svia\s", sender.name)
        and not is_service(sender.email, page.language)
        and not is_free(sender.email, page.language)
    ):
        emails = [sender.email]
    return list(dict.fromkeys(domain_label(email) for email in emails))


def domain_label(email: str) -> str:
    """Return the label of *email*'s domain by which a company is known (``tidewell`` of ``x@mail.tidewell.co.uk``)."""
    labels = email.lower().partition("@")[2].split(".")
    if len(labels) >= 3 and labels[-2] in _SECOND_LEVEL:
        return labels[-3]
    return labels[-2] if len(labels) >= 2 else labels[0]


def _texts(page: Page, who: Correspondents, invitation: Invitation) -> list[str]:
    sender = page.message.sender
    texts = [page.subject, *(s.text for s in page.sentences), *page.signature, *(s.text for s in page.quoted)]
    texts += [who.author.name if who.author else "", sender.name if sender else ""]
    for event in invitation.events[:4]:
        texts += [
            event.summary,
            event.location,
            *event.description.split("\n")[:30],
            event.organizer.name if event.organizer else "",
        ]
    return [text for text in texts if text]


def _own_name(page: Page, who: Correspondents, domains: Sequence[str], texts: Sequence[str]) -> str | None:
    """Return the fullest phrase of the mail that spells the domain, else the organisation of the signature."""
    people = {a.name.lower() for a in who.known if a.name} | {page.owner.name.lower()}
    for label in domains[:2]:
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update(spelling_phrases(text, label, page.language, people))
        if counts:
            return max(counts, key=lambda phrase: (content_words(phrase, page.language), counts[phrase], -len(phrase)))
    return None


def _signed(page: Page, domains: Sequence[str]) -> str | None:
    """Return the organisation of the signature: the last part of a line that also tells an office, or a line that
    shares the domain's start."""
    heads = page.language.word_set("role_heads") | page.language.word_set("company_noise")
    for line in page.signature:
        if "@" in line or "://" in line or len(line) > 100 or re.search(r"\d{4,}", line):
            continue
        parts = [part.strip() for part in _SPLIT_LINE.split(line) if part and part.strip()]
        if len(parts) < 2 or not parts[-1][:1].isupper():
            continue
        words = [word.lower().strip(".") for word in parts[-1].split()]
        before = " ".join(parts[:-1]).lower()
        officed = any(word in heads for word in re.findall(r"[^\W\d_]+", before))
        if (
            officed
            and not all(word in heads for word in words)
            and len(words) <= 6
            and not (set(words) & page.language.word_set("role_heads"))
        ):
            return re.sub(r"^(?:sent )?on behalf of (?:the )?", "", parts[-1], flags=re.IGNORECASE)
    for line in page.signature:
        plain = plain_letters(line)
        if (
            any(len(label) > 4 and plain.startswith(plain_letters(label)[:5]) for label in domains)
            and len(line.split()) <= 6
        ):
            return line.strip(" ,.-\u2013")
    return None


def _team_signed(page: Page) -> str | None:
    """Return the company of a line such as "Harper Industries Recruiting" that stands alone."""
    for text in reversed([sentence.text for sentence in page.sentences]):
        match = _TEAM_LINE.fullmatch(text)
        if match:
            phrase = match[1]
            if not all(word.lower() in page.language.word_set("company_noise") for word in phrase.split()):
                return phrase
    return None


def _is_agency(page: Page, domains: Sequence[str], own: str | None) -> bool:
    """Return whether the author works for a recruiter of others."""
    words = page.language.word_set("agency")
    texts = [own or "", *page.signature]
    spelled = any(re.search(rf"\b{re.escape(word)}\b", text.lower()) for text in texts[:1] for word in words)
    domain = any(
        part in ("search", "recruitment", "recruiting", "staffing", "headhunting", "personnel", "talentpartners")
        for label in domains[:1]
        for part in label.split("-")
    )
    signed = any(
        re.search(
            r"\b(?:executive search|logistics search|search & selection|search and selection|recruitment(?: ltd"
            r"| agency| partners| group)?|staffing(?: solutions)?|recruiters|headhunt\w+)\s*(?:ltd\.?|limited|llc"
            r"|inc\.?|gmbh|agency|partners|group)?$",
            part.strip().lower(),
        )
        and len(part.split()) >= 2
        and not re.match(r"(?:head|director|manager|vp|lead) of", part.strip().lower())
        for line in page.signature
        for part in _SPLIT_LINE.split(line)
        if part
    )
    mine = any(re.search(r"\b(?:my|our) client\b", s.plain) for s in page.sentences)
    return spelled or domain or signed or mine


def _client_of_agency(page: Page, own: str | None) -> str | None:
    own_words = set(name_words(own or ""))
    head = re.split(r"\s(?:/|-|\u2013|\||:)\s|:\s", page.subject)
    counts: Counter[str] = Counter()
    for text in (*head, *(s.text for s in page.sentences)):
        for match in _AGENCY_CLIENT.finditer(text):
            phrase = " ".join(cut_phrase(match[1].split(), page.language))
            if _is_org(phrase, page, own_words):
                counts[phrase] += 1
    for text in (s.text for s in page.sentences):
        for match in _WANTS.finditer(text):
            phrase = " ".join(cut_phrase(match[1].split(), page.language))
            if _is_org(phrase, page, own_words):
                counts[phrase] += 1
    for part in head:
        phrase = part.strip()
        if any(phrase and (other == phrase or other.startswith(f"{phrase} ")) for other in counts):
            for other in list(counts):
                if other == phrase or other.startswith(f"{phrase} "):
                    counts[other] += 2
    return max(counts, key=lambda phrase: (counts[phrase], len(phrase))) if counts else None


def _is_org(phrase: str, page: Page, excluded: set[str]) -> bool:
    words = name_words(phrase)
    if not words or set(words) & excluded or set(words) <= set(name_words(page.owner.name)):
        return False
    language = page.language
    bad = (
        language.word_set("not_names") | language.word_set("role_heads") | set(language.weekdays) | set(language.months)
    )
    if (
        words[0] in bad
        or phrase.lower() in language.zones
        or any(word in language.word_set("role_heads") for word in words[-1:])
    ):
        return False
    return phrase not in _signers(page)


def _signers(page: Page) -> list[str]:
    """Return who signed: the names in the first line of the signature that has any ("Acme Robotics" below it could be one as well)."""
    lines = ([person.name for person in find_people(line, page.language)] for line in page.signature)
    return next(filter(None, lines), [])


def _displayed(page: Page, who: Correspondents) -> str | None:
    """Return the name a service sends under ("Fernhill Biotech Recruiting via GoodTime"), if it is no person's."""
    sender = page.message.sender
    if sender is None or not sender.name or not who.by_service:
        return None
    name = re.split(r"\s(?:via|through|by|using|@)\s|\son behalf of\s", sender.name)
    shown = name[-1] if re.search(r"\son behalf of\s", sender.name) else name[0]
    tokens = shown.split()
    noise = page.language.word_set("company_noise")
    while tokens and tokens[-1].lower().strip(".,") in noise:
        tokens.pop()
    while tokens and tokens[0].lower() in noise - {"the"}:
        tokens.pop(0)
    phrase = " ".join(tokens)
    if (
        not phrase
        or not any(c.isupper() for c in phrase)
        or plain_letters(phrase) in {plain_letters(label) for label in _service_labels(sender)}
    ):
        return None
    text = " ".join(s.text for s in (*page.sentences,)) + " " + page.subject
    fuller = [m[1] for m in PHRASE.finditer(text) if m[1].startswith(f"{phrase} ")]
    longest = max((" ".join(cut_phrase(f.split(), page.language)) for f in fuller), key=len, default=phrase)
    people = find_people(phrase, page.language)
    looks_person = len(people) == 1 and people[0].name == phrase and 2 <= len(phrase.split()) <= 3
    mentioned = bool(
        re.search(rf"\b(?:with|at|to|from|behalf of|for|the|of)\s(?:the\s)?{re.escape(phrase)}\b", text)
    ) or len(tokens) < len(shown.split())
    if looks_person and not mentioned and not is_machine(sender.email, page.language):
        return None
    if looks_person and not mentioned and phrase not in page.subject:
        return None
    return longest if len(longest.split()) <= len(phrase.split()) + 2 else phrase


def _service_labels(sender: Address) -> list[str]:
    return sender.email.partition("@")[2].split(".")


def _in_prose(page: Page) -> str | None:
    counts: Counter[str] = Counter()
    for text in (page.subject, *(s.text for s in page.sentences)):
        for pattern in _PROSE:
            for match in pattern.finditer(text):
                phrase = " ".join(cut_phrase(match[1].split(), page.language))
                if _is_org(phrase, page, set()) and not _is_person(phrase, page):
                    counts[phrase] += 1
    return max(counts, key=lambda phrase: (counts[phrase], len(phrase))) if counts else None


def _is_person(phrase: str, page: Page) -> bool:
    people = find_people(phrase, page.language)
    if len(people) != 1 or people[0].name != phrase:
        return False
    return (
        any(a.name == phrase for a in page.message.reply_to + page.message.from_)
        or any(s.label == "interviewers" and phrase in s.text for s in page.sentences)
        or not re.search(
            rf"(?:\bat|\bto|\bfor|interview with|application to)\s(?:the\s)?{re.escape(phrase)}",
            f"{page.subject}. {page.text}",
        )
    )


def _spelled_out(domains: Sequence[str]) -> str | None:
    if not domains:
        return None
    return " ".join(part.capitalize() for part in domains[0].split("-") if part) or None


def tidy_company(name: str, language: Language) -> str | None:
    """Return *name* without legal forms, possessive and stray punctuation."""
    name = name.lstrip("@+=&|<>/ ")
    words = (
        without_titles(name, language).replace("\u2019", "'").strip(" .,;:!-\u2013").split()
        if "," in name
        else name.replace("\u2019", "'").strip(' .,;:!?-\u2013"').split()
    )
    legal = {form.replace(".", "") for form in language.word_set("legal_forms")} - {"as", "sa", "se", "ab", "ag"} | {
        "AG",
        "SA",
        "SE",
        "AB",
    }
    while len(words) > 1 and (words[-1].replace(".", "").strip(",").lower() in legal or words[-1].strip(",.") in legal):
        words.pop()
    if words and words[-1].endswith("'s") and len(words) >= 1:
        words[-1] = words[-1].removesuffix("'s")
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    text = " ".join(words).strip(" ,")
    return text[:80] if len(text) > 1 else None
