"""A talk whose time is still to be found."""

from __future__ import annotations

from bot.core.reading.company.evidence import STRONG, Evidence, Verdict
from bot.core.reading.company.moving import moves
from bot.core.reading.types import Kind


def judge_scheduling(evidence: Evidence, talk: float) -> Verdict | None:
    """Return SCHEDULING where the mail asks for or offers times of a talk about a job."""
    offered = bool(evidence.when.offered) or evidence.when.start is not None
    if evidence.best("received") >= STRONG and evidence.best("scheduling") < STRONG and not evidence.when.offered:
        return None
    if evidence.best("update") >= 3.0 and talk < 2.0 and not offered:
        return None
    goes_on = evidence.page.answers and evidence.job >= 3.0 and evidence.timed
    booked = evidence.books and evidence.job >= 3.0
    if talk + evidence.weight("scheduling", "announced") <= 0 and not (offered or goes_on or booked):
        return None
    if evidence.personal and evidence.job < 5.0:
        return None
    threaded = evidence.threaded and not moves(evidence)
    asks = evidence.human and evidence.best("scheduling") >= STRONG
    if evidence.job < 2.0 and not ((evidence.named or threaded) and (talk > 3.0 or offered or asks)):
        return None
    known = evidence.named > 0 or threaded
    known = known and (not evidence.bulk or evidence.role is not None)
    job = evidence.job - evidence.weight("candidacy", "interview")
    certain = (job >= 3.0 and not evidence.bulk) or (job >= 2.0 and known)
    asked = (
        evidence.human
        and (evidence.named >= 3.0 or threaded)
        and evidence.best("scheduling") >= STRONG
        and bool(evidence.when.offered)
    )
    certain = certain or (asked and not evidence.hits["elsewhere"])
    certain = certain and (_speaks_of_a_talk(evidence) or booked or threaded)
    certain = certain and (evidence.weight("own_news") < STRONG or evidence.best("scheduling") >= STRONG)
    return evidence.verdict(
        Kind.SCHEDULING, "scheduling", "interview", "candidacy", certain=certain, score=evidence.job + talk
    )


def _speaks_of_a_talk(evidence: Evidence) -> bool:
    """Return whether a talk, a meeting or an application is named: a question for a free hour alone may be about anything."""
    named = evidence.weight("interview", "word", "talk") + evidence.weight("scheduling", "announced")
    return named + evidence.weight("candidacy", "application", "interview") > 0
