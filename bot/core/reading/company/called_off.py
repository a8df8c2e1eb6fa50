"""A talk called off, and one that was only proposed declined."""

from __future__ import annotations

from bot.core.reading.company.evidence import STRONG, Evidence, Verdict
from bot.core.reading.company.moving import moves
from bot.core.reading.company.other_days import names_another_day
from bot.core.reading.company.page import has_cue
from bot.core.reading.types import Kind


def judge_called_off(evidence: Evidence) -> Verdict | None:
    """Return CANCELLATION where a fixed time is called off, even if new times are asked for; None where it is not that."""
    by_calendar = evidence.invitation.cancels
    if not by_calendar and (evidence.best("cancellation") < STRONG or _stands_anyway(evidence)):
        return None
    if not by_calendar and _was_never_fixed(evidence):
        return _declined(evidence)
    denied = 4 * evidence.weight("cancellation", "about")  # "we can not meet for the interview"
    told = evidence.named + denied > 0 and evidence.best("cancellation") > evidence.best("rejection")
    known = by_calendar or evidence.when.called_off is not None or told
    if evidence.best("rejection") >= STRONG and not (known or evidence.calls_off_a_day):
        return None
    about = evidence.job + evidence.weight("interview", "word", "talk") + denied
    if about < 2.0:
        spoken = evidence.page.answers or evidence.weight("candidacy", "you") > 0
        kind = Kind.CANCELLATION if evidence.human and spoken else Kind.OTHER
        return evidence.verdict(kind, "cancellation", certain=not by_calendar and not evidence.human, score=about)
    if evidence.human and not by_calendar and (names_another_day(evidence) or _in_two_readings(evidence)):
        return evidence.verdict(Kind.RESCHEDULE, "cancellation", "interview", "candidacy", certain=False, score=about)
    named = evidence.named + denied > 0
    certain = (evidence.job >= 2.0 or named) and (known or named)
    if evidence.invitation.marked and evidence.best("cancellation") < STRONG:
        certain = False  # nobody sees the markup, and the words call nothing off
    return evidence.verdict(
        Kind.CANCELLATION, "cancellation", "rejection", "candidacy", certain=certain, score=about + 5.0
    )


def _was_never_fixed(evidence: Evidence) -> bool:
    """Return whether what falls away was only proposed before, or the mail says that nothing stands and asks if another time suits."""
    unfixed = evidence.weight("open") + evidence.weight("tentative") > 0
    if unfixed and evidence.human and evidence.best("scheduling") >= STRONG and not moves(evidence):
        return True
    return evidence.when.agreement.only_proposed and not evidence.on_record and evidence.best("rejection") < STRONG


def _declined(evidence: Evidence) -> Verdict | None:
    """Return SCHEDULING where a time that was only proposed does not suit; in doubt where no other is asked for."""
    asks = evidence.best("scheduling") >= STRONG or bool(evidence.when.offered)
    if evidence.when.start is not None and not asks:
        return None
    return evidence.verdict(
        Kind.SCHEDULING,
        "scheduling",
        "cancellation",
        "candidacy",
        certain=asks and (evidence.threaded or evidence.job >= 3.0),
        score=evidence.job,
    )


def _stands_anyway(evidence: Evidence) -> bool:
    """Return whether, beside words of calling off, a new time stands."""
    if evidence.when.start is not None and evidence.invitation.fixes:
        return True
    return evidence.dated and moves(evidence) and not _calls_off_the_time(evidence)


def _calls_off_the_time(evidence: Evidence) -> bool:
    """Return whether the only time named stands in the sentence that calls it off."""
    moment = evidence.when.moment
    if moment is None or moment.sentence < 0 or moment.quoted:
        return False
    old = evidence.when.called_off
    if old is not None and old.old and not old.quoted and old.position < moment.position:
        return False  # "3 is off, we meet at 4"
    plain = evidence.page.language.plain(moment.line)
    return has_cue(evidence.page.language, "cancellation", plain) and not has_cue(
        evidence.page.language, "reschedule", plain
    )


def _in_two_readings(evidence: Evidence) -> bool:
    """Return whether the new text names one time to come of which only the day is in doubt ("Tuesday is off. New plan: Friday at 4")."""
    offered = [moment for moment in evidence.when.offered if not moment.quoted]
    return len(offered) == 1 and len(offered[0].starts) == 2 and not offered[0].line.endswith("?")
