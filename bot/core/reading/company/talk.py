"""A talk fixed, moved or still to be fixed."""

from __future__ import annotations

from dataclasses import replace

from bot.core.reading.company.asking import asks_instead, goes_without_saying, is_question
from bot.core.reading.company.evidence import STRONG, Evidence, Verdict
from bot.core.reading.company.moment import LABELS_OF_A_TIME
from bot.core.reading.company.moving import gives_up_plainly, moves, old_time_stood, really_moves, supplants
from bot.core.reading.company.other_days import takes_the_place
from bot.core.reading.company.receipt import only_received
from bot.core.reading.company.scheduling import judge_scheduling
from bot.core.reading.types import Kind

_THREADED = 3.0
"""So much an interview counts that the mails name which this one answers."""


def judge_talk(evidence: Evidence) -> Verdict | None:
    """Return INTERVIEW, RESCHEDULE or SCHEDULING; None where no talk is meant."""
    if evidence.invitation.method in ("COUNTER", "DECLINECOUNTER"):
        return evidence.verdict(
            Kind.SCHEDULING, "scheduling", "candidacy", certain=evidence.job >= 2.0, score=evidence.job
        )
    talk = evidence.weight("interview")
    if only_received(evidence):
        return None
    if asks_instead(evidence):
        return evidence.verdict(Kind.SCHEDULING, "scheduling", "interview", certain=True, score=talk)
    told = talk > 0 or evidence.job >= 5.0 or evidence.invitation.fixes or moves(evidence) or _takes_up(evidence)
    told = told or evidence.accepts
    if evidence.dated and told:
        return _fixed(evidence, talk)
    if moves(evidence) and old_time_stood(evidence) and evidence.job + talk >= 4.0:
        old = evidence.when.called_off
        plain = evidence.human and evidence.named > 0 and old is not None and old.old and not old.quoted
        return evidence.verdict(Kind.CANCELLATION, "reschedule", "scheduling", certain=plain, score=talk)
    if moves(evidence) and evidence.when.options and not evidence.weight("scheduling", "ask"):
        return evidence.verdict(
            Kind.RESCHEDULE,
            "reschedule",
            "interview",
            "candidacy",
            certain=evidence.job >= 3.0,
            score=evidence.job + talk,
        )
    if evidence.when.asked_shift and evidence.threaded and evidence.human:
        return evidence.verdict(Kind.SCHEDULING, "scheduling", "interview", certain=True, score=talk)
    if evidence.best("scheduling") >= STRONG or evidence.when.offered or evidence.books:
        return judge_scheduling(evidence, talk)
    return None


def _takes_up(evidence: Evidence) -> bool:
    """Return whether the time is one that the answered mails propose for an interview."""
    moment = evidence.when.moment
    return evidence.threaded and moment is not None and moment.quoted


def _fixed(evidence: Evidence, talk: float) -> Verdict | None:
    if is_question(evidence):
        found = judge_scheduling(evidence, talk)
        if found and evidence.when.start is not None and (moves(evidence) or evidence.weight("stands") > 0):
            return replace(found, certain=False)
        if found and goes_without_saying(evidence):
            return replace(found, kind=Kind.INTERVIEW, certain=False)
        if found or not moves(evidence):
            return found
    moved = (moves(evidence) and really_moves(evidence)) or takes_the_place(evidence)
    kind = Kind.RESCHEDULE if moved else Kind.INTERVIEW
    sections = ("reschedule", "interview", "candidacy") if moved else ("interview", "candidacy")
    about = evidence.job + evidence.named + (_THREADED if evidence.threaded else 0.0)
    if about < 2.0:
        return evidence.verdict(kind, *sections, certain=False, score=about) if _may_be_one(evidence, talk) else None
    against = evidence.weight("elsewhere")
    certain = _is_sure(evidence, talk) and not (supplants(evidence) and not gives_up_plainly(evidence))
    return evidence.verdict(kind, *sections, certain=certain, score=about + talk - against)


def _may_be_one(evidence: Evidence, talk: float) -> bool:
    """Return whether a dated talk that names neither job nor interview is worth asking about."""
    if not evidence.human:
        return False
    spoken = evidence.weight("to_owner") > 0 or evidence.weight("interview", "come") > 0
    fixed = all(
        evidence.weight(*sign) > 0 for sign in (("interview", "fixed"), ("interview", "talk"), ("candidacy", "you"))
    )
    return moves(evidence) or (talk >= 2.0 and (evidence.page.answers or spoken or fixed))


def _is_sure(evidence: Evidence, talk: float) -> bool:
    job = evidence.job
    if evidence.personal:
        return job >= 5.0
    if evidence.bulk:
        return job >= 3.0
    told_of_waiting = evidence.best("update") >= 3.0 and not evidence.weight("interview", "fixed", "word")
    if told_of_waiting and not evidence.invitation.fixes:
        return False
    if (
        evidence.human
        and (evidence.named or evidence.threaded)
        and not evidence.hits["elsewhere"]
        and not evidence.hits["own_news"]
        and (evidence.weight("invited") or moves(evidence) or evidence.accepts or _set_out(evidence))
    ):
        return True
    if evidence.human and evidence.threaded and not evidence.hits["elsewhere"] and not moves(evidence):
        return evidence.weight("invited") > 0 or evidence.weight("interview", "fixed") > 0
    if not evidence.named and evidence.role is None and not evidence.page.answers:
        return job >= 5.0 or (job >= 3.0 and evidence.weight("invited") > 0)
    moved = moves(evidence) and evidence.human and talk > 0 and not evidence.hits["elsewhere"]
    return job >= 3.0 or (job >= 2.0 and (evidence.named > 0 or talk >= 4.0 or moved))


def _set_out(evidence: Evidence) -> bool:
    """Return whether the time stands by structure: behind a label for it, or beside a word that it is fixed."""
    moment = evidence.when.moment
    labelled = moment is not None and moment.label in LABELS_OF_A_TIME
    return labelled or evidence.weight("interview", "fixed") > 0
