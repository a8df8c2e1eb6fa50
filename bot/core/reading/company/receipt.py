"""The receipt of an application, whatever it tells beside."""

from __future__ import annotations

from bot.core.reading.company.clauses import says
from bot.core.reading.company.cues import Language
from bot.core.reading.company.evidence import STRONG, Evidence
from bot.core.reading.company.lexicon import CLOCK
from bot.core.reading.company.moment import LABELS_OF_A_TIME, Moment

_OF_THE_OWNER = frozenset({"you", "talk", "asks_for", "expect_you", "await", "trial"})


def only_received(evidence: Evidence) -> bool:
    """Return whether an application was received, and what is dated is not a talk (a receipt tells when it came, and of talks to come)."""
    if evidence.best("received") < STRONG or evidence.weight("invited") or evidence.invitation.events:
        return False
    if _expects_the_owner(evidence):
        return False
    language = evidence.page.language
    if _asks_outright(evidence) or (
        len(evidence.when.offered) > 1
        and any(not _tells_of_choosing(language, language.plain(m.line)) for m in evidence.when.offered)
    ):
        return False
    moment = evidence.when.moment
    if evidence.human and moment is not None and not moment.quoted and _told_to_come_then(evidence, moment):
        return False
    if moment is None or moment.label in LABELS_OF_A_TIME:
        return moment is None
    if _tells_of_choosing(language, language.plain(moment.line)):
        return True
    above = evidence.page.sentences[moment.sentence - 1] if moment.sentence > 0 and not moment.quoted else None
    led = above.plain if above and above.text.endswith(":") else ""
    return not says(language, "interview", f"{led} {language.plain(moment.line)}", "word", "talk")


def _expects_the_owner(evidence: Evidence) -> bool:
    """Return whether, beside the receipt, a person fixes a time in a sentence of its own, or says that it stands."""
    fixed = {hit.sentence for hit in evidence.hits["interview"] if hit.cue.name == "fixed"}
    moment = evidence.when.moment
    if evidence.weight("stands") > 0 and fixed:
        return True
    if moment is None or moment.quoted or moment.sentence not in fixed or not evidence.human:
        return False
    senses = evidence.page.language.line(evidence.page.language.plain(moment.line)).senses
    return "application" not in senses and "receive" not in senses


def _told_to_come_then(evidence: Evidence, moment: Moment) -> bool:
    """Return whether a person names one time to come, and what the owner is to do then, as no receipt does."""
    line = evidence.page.language.line(evidence.page.language.plain(moment.line))
    named = CLOCK in line.senses and not _OF_THE_OWNER.isdisjoint(line.senses) and "application" not in line.senses
    return evidence.when.start is not None and moment.sentence >= 0 and named


def _asks_outright(evidence: Evidence) -> bool:
    """Return whether a time is asked for, not only in case the application is chosen ("if there is a match, we will set one up")."""
    page = evidence.page
    hits = [hit for hit in evidence.hits["scheduling"] if hit.cue.weight >= STRONG]
    plain = [page.sentences[hit.sentence].plain for hit in hits if hit.sentence >= 0]
    return len(plain) < len(hits) or any(not _tells_of_choosing(page.language, text) for text in plain)


def _tells_of_choosing(language: Language, plain: str) -> bool:
    """Return whether *plain* tells what is done with all applications, or what follows in case one is chosen."""
    return says(language, "received", plain, "reviewing")
