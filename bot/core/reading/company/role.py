"""The role the talk is about, as a mail writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.reading.company.cues import Language
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.page import Page

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017d0-9"
_CAP = rf"[{_UPPER}][\w'\u2019+#.]*(?:[-/][\w'\u2019+#]+)*"
_JOIN = r"(?:of|for|and|&|in|to|the|de|f\u00fcr|-|\u2013|/|du|des|la|di|per)"
_RUN = rf"{_CAP}(?:,?\s(?:{_JOIN}\s){{0,2}}{_CAP}){{0,7}}(?:\s\([^()]{{2,40}}\))?"
_NOUN = r"(?:role|position|job|post|opening|vacancy|spot|seat|requisition|internship|opportunity|brief|appointment)"
_OF = re.compile(
    rf"\b(?:position|post|role|job|vacancy|opportunity|title)(?:\s(?:title|changed to|is now|is))?\s?(?:of"
    rf"|as|for|changed to|is|:|as an?)\s?(?:an?\s|the\s|our\s)?(?P<role>{_RUN})"
)
_BEFORE_NOUN = re.compile(
    rf"(?:\b(?:[Tt]he|[Oo]ur|[Aa]n?|[Ff]or|[Tt]his|[Yy]our|[Aa]bout|[Oo]f)\s(?:\w+ing\s)?|^|[\u2013\u2014:\u00b7"
    rf"|,;-]\s)(?P<role>{_RUN})[\"\u201d]?\s{_NOUN}\b"
)
_SMALL_BEFORE_NOUN = re.compile(
    rf"\b(?:the|our|an?|for|this|resume for|cv for|about)\s(?P<role>(?:[a-z][\w/&'+-]*\s){{1,4}}?){_NOUN}\b",
    re.IGNORECASE,
)
_ONE = re.compile(
    rf"\b(?:[Tt]he|[Oo]ur|[Yy]our)\s(?P<role>{_RUN})\s(?:one|competition|place|interviews?|panel|search|hire|team|interview"
    rf"|opportunity|conversation)\b"
)
_FOR = re.compile(
    rf"\b(?:application (?:for|as|to)|applying (?:for|to)|applied (?:for|to)|candidates? for|candidacy for"
    rf"|[Ii]nterviews?(?: invitation| confirmation| details)? (?:for|as)|interviewing for|considered for"
    rf"|finalists? for|(?:round|loop|onsite|on-site|day|stage"
    rf"|panel|slot|shortlist|longlist|list) for|(?:interviews?"
    rf"|conversation|call|chat|meeting) with [^.!?]{{2,60}}? for|conversation (?:for|about)|call (?:for"
    rf"|about)|talk (?:to you )?about|discuss|exercise for|assessment (?:morning |day |cent(?:re|er) )?for"
    rf"|interest in|step for|hiring for|screen(?:ing)? for|visit for|meet you for|confirms your next \w+ for"
    rf"|be our|to be our|shortlisted for|as (?:our|an?|the new)|sign off on|Further to your application for"
    rf"|invite you to (?:an? )?interview for)\s(?:the\s|our\s|an?\s|post of\s)?(?P<role>{_RUN})"
)
_NOT = re.compile(r"\bnot\s(?:for\s)?(?:the|a|our)\s$|\b(?:also|earlier|other)\s(?:for\s)?(?:the\s)?$", re.IGNORECASE)
_REF = re.compile(
    r"\s*[\[(]?\b(?:ref(?:erence)?\.?|req(?:uisition)?\.?|id|job id|no\.?|grade|campaign|vacancy|salary"
    r"|closing|location|department|dept)\b[ .:#]?\s?\w*\d?.*$",
    re.IGNORECASE,
)
_CODE = re.compile(r"^(?:[A-Z]{1,4}[-_/]?\d[\w/-]*|\d{3,}|#\w+)\s*[:,\u2013-]?\s*")
_SEGMENTS = re.compile(
    r"\s[-\u2013\u2014|/\u00b7\u2022]\s|[:|\u2022\u00b7]\s|\s<>\s|\s[\u2022\u00b7]\s|\swith\s|\s@\s|\sat\s"
)
_BRACKETED = re.compile(r"\(([^()]{3,60})\)")
_OPENING_WORDS = frozenset(
    {
        "it",
        "it's",
        "it\u2019s",
        "the",
        "their",
        "his",
        "her",
        "its",
        "our",
        "your",
        "a",
        "an",
        "next",
        "first",
        "second",
        "third",
        "final",
        "new",
        "same",
        "this",
        "that",
        "open",
        "other",
        "current",
        "any",
        "hiring",
        "interview",
        "phone",
        "video",
        "technical",
        "zoom",
        "on",
        "in",
        "invitation",
        "confirmed",
        "updated",
        "re",
        "fwd",
        "dear",
        "hi",
        "for",
        "and",
        "to",
        "of",
    }
)
_NO_ROLES = frozenset(
    {
        "hiring manager",
        "hiring team",
        "human resources",
        "talent acquisition",
        "recruiting coordinator",
        "head",
        "lead",
        "manager",
        "director",
        "engineering",
        "staff",
        "team",
        "panel",
        "ii",
        "iii",
        "one",
        "it",
        "candidate",
        "talent",
        "executive",
        "associate",
        "officer",
        "people",
    }
)


def find_role(page: Page, invitation: Invitation, company: str | None) -> str | None:
    """Return the role, or None where none is named in so many words."""
    for role in _candidates(page, invitation):
        tidy = _tidy(role, page.language, company)
        if tidy:
            return tidy
    return None


def find_titled_role(page: Page, invitation: Invitation) -> str | None:
    """Return the role only where it holds the head of a job title, so that it tells what the mail is about."""
    role = find_role(page, invitation, None)
    return role if role and _headed(role, page.language) else None


def _candidates(page: Page, invitation: Invitation) -> Iterator[str]:
    yield from (s.text for s in page.sentences if s.label == "role" and len(s.text) < 120)
    body = [s.text for s in page.sentences if s.text not in page.signature]
    yield from _in(body, page.language)
    yield from _in([page.subject], page.language)
    yield from _opening_subject(page.subject, page.language)
    yield from _applied(page.subject)
    yield from _segments([page.subject], page.language)
    yield from _bracketed([page.subject], page.language)
    yield from _bracketed(body[:12], page.language)
    for event in invitation.events[:6]:
        yield from _in([event.summary, *event.description.split("\n")[:20]], page.language)
        yield from _labelled_lines(event.description, page.language)
        yield from _segments([event.summary], page.language)
        yield from _bracketed([event.summary], page.language)
    yield from _in(list(page.signature), page.language)
    yield from _segments([text for text in body if len(text) < 90], page.language)
    yield from _segments(
        [part for text in body if "interview" in text.lower() for part in text.split(", ")], page.language
    )
    old = [s.text for s in page.quoted]
    yield from (s.text for s in page.quoted if s.label == "role" and len(s.text) < 120)
    yield from _in(old, page.language)


def _opening_subject(subject: str, language: Language) -> Iterator[str]:
    """Yield the title that opens a subject ("Loan officer position - interview")."""
    match = re.match(rf"(?P<role>(?:[\w/&'+-]+\s){{1,5}}?){_NOUN}\b", subject, re.IGNORECASE)
    if match and _headed(match["role"], language):
        yield match["role"]


def _applied(subject: str) -> Iterator[str]:
    """Yield what follows "Application" in a subject ("Application Data Engineer")."""
    match = re.match(rf"(?:[Yy]our |[Mm]y )?[Aa]pplication(?:\s(?:for|as|to))?[:\s\u2013-]+(?P<role>{_RUN})$", subject)
    if match:
        yield match["role"]


def _labelled_lines(text: str, language: Language) -> Iterator[str]:
    for line in text.split("\n")[:40]:
        label, colon, value = line.partition(":")
        if colon and language.labels.get(label.strip().lower()) == "role" and value.strip():
            yield value.strip()


def _in(texts: list[str], language: Language) -> Iterator[str]:
    for pattern in (_OF, _BEFORE_NOUN, _FOR):
        for text in texts:
            for match in pattern.finditer(text):
                if not _NOT.search(text[: match.start("role")]):
                    yield _with_tail(match, text, language) if pattern is not _BEFORE_NOUN else match["role"]
    for text in texts:
        for pattern in (_SMALL_BEFORE_NOUN, _ONE):
            for match in pattern.finditer(text):
                if _headed(match["role"], language) and not _NOT.search(text[: match.start("role")]):
                    yield match["role"]


def _with_tail(match: re.Match[str], text: str, language: Language) -> str:
    """Cut an open-ended run where a comma leads to something else than a part of the title."""
    parts = match["role"].split(", ")
    kept = parts[0]
    for number, part in enumerate(parts[1:], 1):
        words = part.split()
        last = number == len(parts) - 1
        after = text[match.end("role") :]
        foreign = any(
            w.lower().strip(".") in language.weekdays or w.lower().strip(".") in language.months or w[:1].isdigit()
            for w in words
        )
        if (
            foreign
            or len(words) > 4
            or (last and re.match(r"\s[A-Z]", after))
            or words[0].lower()
            in language.word_set("not_names")
            - {
                "data",
                "product",
                "design",
                "planning",
                "finance",
                "marketing",
                "sales",
                "legal",
                "security",
                "operations",
                "services",
                "technical",
                "engineering",
                "people",
            }
        ):
            break
        kept = f"{kept}, {part}"
    return kept


def _headed(text: str, language: Language) -> bool:
    """Return whether *text* holds the head of a job title ("engineer"; "physiotherapist" by its ending)."""
    heads = language.word_set("role_heads")
    endings = tuple(head for head in heads if len(head) >= 7)
    return any(word in heads or word.endswith(endings) for word in re.findall(r"[^\W\d_]+", text.lower()))


def _segments(texts: list[str], language: Language) -> Iterator[str]:
    for text in texts:
        for part in _SEGMENTS.split(text):
            segment = (part or "").strip(" .,!?\"'\u201c\u201d")
            words = segment.split()
            alone = segment == text.strip() and len(segment) > 6
            if (1 < len(words) <= 8 or alone) and _title_like(segment, language):
                yield segment


def _title_like(segment: str, language: Language) -> bool:
    """Return whether a segment reads as a job title: capitalised words of which one is the head of a title, no talk of meetings."""
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", segment)]
    opening = segment.split(", ")[0]
    if not _headed(opening, language) or not segment[:1].isupper():
        return False
    talk = {
        "interview",
        "call",
        "chat",
        "meeting",
        "confirmed",
        "schedule",
        "application",
        "update",
        "invitation",
        "conversation",
        "your",
        "you",
        "with",
        "offer",
        "onsite",
        "screen",
        "round",
        "reminder",
        "discussion",
        "thank",
        "we",
        "i",
        "is",
        "are",
        "will",
        "from",
        "reference",
        "date",
        "dates",
        "time",
        "times",
        "employment",
    }
    small = [
        word
        for word in segment.split()
        if word[:1].islower() and word not in ("of", "for", "and", "in", "the", "to", "de", "&")
    ]
    return not (set(words) & talk) and not small and not any(word in language.weekdays for word in words)


def _bracketed(texts: list[str], language: Language) -> Iterator[str]:
    for text in texts:
        for match in _BRACKETED.finditer(text):
            before = text[: match.start()].rstrip()
            person = re.search(
                r"(?:^|\b(?:with|and|meet|colleagues?|by|be|plus|:|,))\s?(?:[A-Z][\w.'\u2019-]*\s){1,3}[A-Z][\w'\u2019-]+$",
                before,
            )
            lower = match[1].islower() and _headed(match[1].split()[-1], language) and len(match[1].split()) in (2, 3)
            many = len(match[1].split()) > 1 or len(match[1]) > 6
            if (_title_like(match[1], language) and many and not person) or (lower and not person):
                yield match[1]


def _tidy(text: str, language: Language, company: str | None) -> str | None:
    role = _CODE.sub("", " ".join(text.split())).strip(" .,;:-\u2013\"'\u201c\u201d")
    role = re.split(r"\s(?:at|with|@|from|starting)\s(?=[A-Z])|\sin our\s|\s(?:is|was|has|will|made|are|to)\s", role)[0]
    role = re.sub(r"\s*[(\[][^()\[\]]*\d{3,}[^()\[\]]*[)\]]\s*$", "", role)
    role = _REF.sub("", role).strip(" .,;:-\u2013(")
    if company and company.lower() in role.lower():
        role = re.sub(re.escape(company), " ", role, flags=re.IGNORECASE)
        role = re.sub(r"^\s*[-\u2013|/,:]?\s*|\s*[-\u2013|/,:]?\s*$", "", " ".join(role.split()))
    words = role.split()
    while words and words[0].lower().strip(",") in _OPENING_WORDS:
        words = words[1:]
    role = " ".join(words).strip(" .,;:-\u2013")
    if role.count("(") != role.count(")"):
        role = role.split("(")[0].strip()
    low = role.lower()
    if not 2 < len(role) <= 90 or low in _NO_ROLES or low in language.weekdays or (company and low == company.lower()):
        return None
    if any(word in language.weekdays for word in low.split()) or not re.search(r"[^\W\d_]{2}", role):
        return None
    known = _headed(role, language) or len(words) >= 2 or role[:1].isupper()
    talk = {
        "interview",
        "interviews",
        "call",
        "chat",
        "meeting",
        "zoom",
        "teams",
        "video",
        "phone",
        "hr",
        "application",
        "conversation",
        "invitation",
    }
    return role if known and not set(low.split()) <= talk and low.split()[-1] not in talk else None
