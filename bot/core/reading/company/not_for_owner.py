"""Mail that is not for the owner as one who applies: fraud, the owner as interviewer, somebody else's interview."""

from __future__ import annotations

from bot.core.reading.company.correspondents import is_free
from bot.core.reading.company.evidence import STRONG, Evidence, Verdict, plain_other
from bot.core.reading.company.names import name_words
from bot.core.reading.company.page import Page
from bot.core.reading.company.people import find_people
from bot.core.reading.types import Kind


def judge_not_for_owner(evidence: Evidence) -> Verdict | None:
    """Fraud, the owner as interviewer, somebody else's interview."""
    if evidence.weight("phishing") >= 6.0:
        if len(evidence.hits["phishing"]) == 1 and told_to_come(evidence) and evidence.job >= 3.0:
            return evidence.verdict(Kind.INTERVIEW, "phishing", "interview", "candidacy", certain=False, score=0.0)
        return evidence.verdict(Kind.OTHER, "phishing", certain=True, score=evidence.weight("phishing"))
    other = _other_candidate(evidence.page)
    if other:
        return plain_other("another_candidate", 6.0, other)
    if evidence.weight("interviewer") >= STRONG:
        if told_to_come(evidence) and evidence.hits["as_candidate"]:
            return evidence.verdict(Kind.INTERVIEW, "interviewer", "interview", certain=False, score=0.0)
        return evidence.verdict(Kind.OTHER, "interviewer", certain=True, score=evidence.weight("interviewer"))
    addressed = evidence.weight("candidacy", "you") > 0
    if evidence.weight("own_news") >= STRONG and not evidence.page.forwarded and (evidence.personal or not addressed):
        return evidence.verdict(Kind.OTHER, "own_news", certain=True, score=evidence.weight("own_news"))
    return None


def told_to_come(evidence: Evidence) -> bool:
    """Return whether a person tells the owner, by words for one who applied, when the interview is."""
    applied = evidence.role is not None or evidence.weight("candidacy", "application") > 0
    named = evidence.named > 0 and bool(applied or evidence.hits["as_candidate"])
    return evidence.human and evidence.dated and named and not evidence.hits["own_news"]


def _other_candidate(page: Page) -> str | None:
    """Return the words that name somebody else as the candidate."""
    own = set(name_words(page.owner.name))
    for sentence in page.sentences:
        if sentence.label == "candidate" and not own & set(name_words(sentence.text)):
            people = find_people(sentence.text, page.language)
            if people and not people[0].single:
                return sentence.text
    return _meant_for(page)


def _meant_for(page: Page) -> str | None:
    """Return to whom the mail that a private person passes on was sent, where that is neither the owner nor the sender: a cousin's
    invitation is no interview of the owner's."""
    sender = page.message.sender
    if sender is None or not page.forwarded_from or not is_free(sender.email, page.language):
        return None
    told = " ".join(page.forwarded_from)
    known = any(email in told for email in (*page.owner.addresses, sender.email))
    firsts = {*name_words(page.owner.name)[:1], *name_words(sender.name)}
    named = bool(firsts & set(name_words(told))) or set(name_words(page.owner.name)[:1]) <= set(
        name_words(page.subject)
    )
    return None if known or named or page.author == sender else told
