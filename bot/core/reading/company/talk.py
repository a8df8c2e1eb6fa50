"""A talk fixed, moved, called off or still to be fixed."""

from __future__ import annotations

import re

from bot.core.reading.company.evidence import STRONG, Evidence, Verdict
from bot.core.reading.company.page import has_cue
from bot.core.reading.types import Kind

_ASKED = re.compile(r"\b(?:would|could|can|does|do|is|are|might|how about|what about|shall|will)\b.*\?", re.IGNORECASE)
_STANDS = re.compile(
    r"\bno need to reply\b|\bunless (?:i|we|you) (?:hear|tell|say|let)\b|\blet (?:me|us) know if (?:that"
    r"|this|it) (?:does not|is not|will not|is no good|causes)|"
    r"\bonly (?:reply|get back|write|call)\b|"
    r"\byour (?:\w+ ){0,2}interview (?:is |with \w+ )?(?:on|at|for|tomorrow|today|this|next|\w+day)\b|"
    r"\bstill (?:ok|okay|on|good|fine|able)\b|"
    r"\b(?:have|has) (?:already )?(?:updated|changed|sent|put|booked|moved) (?:it|the|you|your|our|an?) ?(?:\w+ )?(?:calendar"
    r"|invite|invitation|booking|diary|slot|it)?\b"
)
_OPEN = re.compile(
    r"\b(?:nothing is (?:booked|fixed|set)|pencil\w*|tentative\w*|provisional\w*|to be confirmed|once you confirm"
    r"|if (?:so|that works|it works|this works|that suits)[, ])"
)
_TENTATIVE = re.compile(r"\b(?:pencil\w*|tentative\w*|floated|provisional\w*|holding)\b")
_TO_OWNER = re.compile(
    r"\b(?:with|(?:call|ring|phon|meet|see|speak|talk|dial)\w*(?: to| with)?|for) you\b|\bour (?:call|chat|talk|\d)"
)


def judge_called_off(evidence: Evidence) -> Verdict | None:
    """Return CANCELLATION where a fixed time is called off, even if new times are asked for; None where it is not that."""
    by_calendar = evidence.invitation.cancels
    if not by_calendar and (evidence.best("cancellation") < STRONG or _stands_anyway(evidence)):
        return None
    known = by_calendar or evidence.when.called_off is not None
    if evidence.best("rejection") >= STRONG and not known:
        return None
    about = evidence.job + evidence.weight("interview", "word", "talk")
    if about < 2.0:
        return evidence.verdict(Kind.OTHER, "cancellation", certain=not by_calendar and not evidence.human, score=about)
    certain = (evidence.job >= 2.0 or evidence.named > 0) and (known or evidence.named > 0)
    return evidence.verdict(
        Kind.CANCELLATION, "cancellation", "rejection", "candidacy", certain=certain, score=about + 5.0
    )


def _stands_anyway(evidence: Evidence) -> bool:
    """Return whether, beside words of calling off, a new time stands."""
    if evidence.when.start is not None and evidence.invitation.fixes:
        return True
    return evidence.dated and evidence.moves and not _calls_off_the_time(evidence)


def _calls_off_the_time(evidence: Evidence) -> bool:
    """Return whether the only time named stands in the sentence that calls it off."""
    moment = evidence.when.moment
    if moment is None or moment.sentence < 0 or moment.quoted:
        return False
    plain = evidence.page.language.plain(moment.line)
    return has_cue(evidence.page.language, "cancellation", plain) and not has_cue(
        evidence.page.language, "reschedule", plain
    )


def judge_talk(evidence: Evidence) -> Verdict | None:
    """Return INTERVIEW, RESCHEDULE or SCHEDULING; None where no talk is meant."""
    if evidence.invitation.method in ("COUNTER", "DECLINECOUNTER"):
        return evidence.verdict(
            Kind.SCHEDULING, "scheduling", "candidacy", certain=evidence.job >= 2.0, score=evidence.job
        )
    talk = evidence.weight("interview")
    if evidence.dated and (talk > 0 or evidence.job >= 5.0 or evidence.invitation.fixes or evidence.moves):
        return _fixed(evidence, talk)
    if evidence.moves and _old_time_stood(evidence) and evidence.job + talk >= 4.0:
        return evidence.verdict(Kind.CANCELLATION, "reschedule", "scheduling", certain=False, score=talk)
    if evidence.best("scheduling") >= STRONG or evidence.when.offered or evidence.books:
        return _scheduling(evidence, talk)
    return None


def _old_time_stood(evidence: Evidence) -> bool:
    """Return whether a time that was fixed falls away (one that was only pencilled in does not count)."""
    text = "\n".join([evidence.page.whole_plain, *(sentence.plain for sentence in evidence.page.quoted)])
    return evidence.when.called_off is not None and not _TENTATIVE.search(text) and not evidence.when.offered


def _fixed(evidence: Evidence, talk: float) -> Verdict | None:
    if _is_question(evidence):
        found = _scheduling(evidence, talk)
        if found or not evidence.moves:
            return found
    moves = evidence.moves and _really_moves(evidence)
    kind = Kind.RESCHEDULE if moves else Kind.INTERVIEW
    sections = ("reschedule", "interview", "candidacy") if moves else ("interview", "candidacy")
    about = evidence.job + evidence.named
    if about < 2.0:
        return evidence.verdict(kind, *sections, certain=False, score=about) if _may_be_one(evidence, talk) else None
    against = evidence.weight("elsewhere")
    return evidence.verdict(kind, *sections, certain=_is_sure(evidence, talk), score=about + talk - against)


def _may_be_one(evidence: Evidence, talk: float) -> bool:
    """Return whether a dated talk that names neither job nor interview is worth asking about."""
    if not evidence.human:
        return False
    spoken = any(_TO_OWNER.search(sentence.plain) for sentence in evidence.page.sentences)
    fixed = all(
        evidence.weight(*sign) > 0 for sign in (("interview", "fixed"), ("interview", "talk"), ("candidacy", "you"))
    )
    return evidence.moves or (talk >= 2.0 and (evidence.page.answers or spoken or fixed))


def _is_sure(evidence: Evidence, talk: float) -> bool:
    job = evidence.job
    if evidence.personal:
        return job >= 5.0
    if evidence.bulk:
        return job >= 3.0
    told_of_waiting = evidence.best("update") >= 3.0 and not evidence.weight("interview", "fixed", "word")
    if told_of_waiting and not evidence.invitation.fixes:
        return False
    return job >= 3.0 or (job >= 2.0 and (evidence.named > 0 or talk >= 4.0))


def _really_moves(evidence: Evidence) -> bool:
    """An updated invitation that says what changed moves only if that is the time."""
    changed = re.search(r"\bchanged: ([^\n]{0,80})", evidence.page.whole_plain)
    if _slips(evidence):
        return False
    return not changed or bool(re.search(r"\b(?:time|date|when|start)\b", changed[1]))


def _slips(evidence: Evidence) -> bool:
    """Return whether the writer corrects a time of this very mail ("the 3rd... scratch that, the 2nd instead")."""
    corrected = any(has_cue(evidence.page.language, "slip", sentence.plain) for sentence in evidence.page.sentences)
    return corrected and not evidence.page.answers and not evidence.page.quoted


def _is_question(evidence: Evidence) -> bool:
    """Return whether the time is only asked for: a question without a word that it stands."""
    page, when = evidence.page, evidence.when
    if evidence.invitation.fixes and when.start is not None:
        return False
    moment = when.moment or (when.offered[0] if when.offered else None)
    if moment is None:
        return not evidence.invitation.events
    fixed = evidence.weight("interview", "fixed") >= 2.0
    if moment.quoted:
        return not fixed
    stands = any(_STANDS.search(sentence.plain) for sentence in page.sentences)
    asked = bool(_ASKED.search(moment.line)) or moment.line.endswith("?")
    left_open = any(_OPEN.search(sentence.plain) for sentence in page.sentences)
    return (asked and not stands) or (left_open and not fixed and not stands) or "nothing is booked" in page.whole_plain


def _scheduling(evidence: Evidence, talk: float) -> Verdict | None:
    """Return SCHEDULING where the mail asks for or offers times of a talk about a job."""
    offered = bool(evidence.when.offered) or evidence.when.start is not None
    if evidence.best("received") >= STRONG and evidence.best("scheduling") < STRONG:
        return None
    if evidence.best("update") >= 3.0 and talk < 2.0 and not offered:
        return None
    if talk + evidence.weight("scheduling", "announced") <= 0 and not offered:
        return None
    if evidence.personal and evidence.job < 5.0:
        return None
    if evidence.job < 2.0 and not (evidence.named and (talk > 3.0 or offered)):
        return None
    certain = (evidence.job >= 3.0 and not evidence.bulk) or (evidence.job >= 2.0 and evidence.named > 0)
    return evidence.verdict(
        Kind.SCHEDULING, "scheduling", "interview", "candidacy", certain=certain, score=evidence.job + talk
    )
