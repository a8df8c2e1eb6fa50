"""Mail that fits no kind: whether it is too near an interview to be passed over, and what it comes nearest to."""

from __future__ import annotations

from bot.core.reading.company.evidence import STRONG, Evidence
from bot.core.reading.company.moving import moves
from bot.core.reading.types import Kind


def may_matter(evidence: Evidence) -> bool:
    """Return whether a mail that fits no kind is still too near an interview to be passed over in silence: written to the owner,
    a time ahead, moved or called off, and any word of a talk or a job."""
    job, talk = evidence.job >= 2.0, evidence.weight("interview") > 0
    named = evidence.named > 0 or evidence.threaded
    near = (
        (evidence.dated and (named or job or moves(evidence)))
        or (evidence.when.to_come and job and talk)
        or (evidence.page.answers and job and (talk or evidence.timed))
        or (evidence.threaded and evidence.when.proposed and evidence.weight("interview", "fixed", "come") > 0)
        or (evidence.timed and named and evidence.weight("candidacy", "you") > 0)
        or (moves(evidence) and (named or (job and talk)))
        or (evidence.when.called_off is not None and moves(evidence) and talk)
        or (evidence.dated and talk and _asks_to_talk(evidence))
        or (evidence.when.shifted and evidence.timed)
        or (evidence.best("cancellation") >= 1.5 and (named or (job and talk)))
        or (evidence.best("cancellation") >= 1.5 and evidence.timed and bool(evidence.page.quoted))
    )
    if evidence.personal:
        return evidence.page.answers and evidence.named > 0 and not evidence.hits["own_news"]
    if evidence.human and evidence.page.answers and moves(evidence) and evidence.timed:
        return True
    agreement = evidence.when.agreement
    if evidence.human and (agreement.only_proposed or (agreement.fixed is not None and evidence.timed)):
        return True
    return near and (evidence.human or (evidence.direct and job))


def _asks_to_talk(evidence: Evidence) -> bool:
    """Return whether it is asked if a day and hour suit for a talk with the owner, and nothing says what the talk is of."""
    return evidence.best("scheduling") >= STRONG and not evidence.hits["elsewhere"] and not evidence.hits["own_news"]


def nearest_kind(evidence: Evidence) -> Kind:
    """Return the kind that a mail comes nearest to which fits none."""
    given_up = evidence.when.called_off is not None and not evidence.dated
    if given_up if moves(evidence) else evidence.best("cancellation") >= 1.5:
        return Kind.CANCELLATION
    if not evidence.dated and not moves(evidence):
        agreed = evidence.page.answers and evidence.job >= 2.0 and evidence.weight("interview", "fixed") > 0
        named = evidence.named > 0 or agreed
        unread = named and evidence.timed and not evidence.hits["elsewhere"] and not evidence.hits["own_news"]
        return Kind.INTERVIEW if unread else Kind.OTHER
    return Kind.RESCHEDULE if moves(evidence) else Kind.INTERVIEW
