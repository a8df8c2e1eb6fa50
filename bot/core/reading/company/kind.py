"""What kind of mail it is: the signs put together, the plainest first; in doubt the owner is asked."""

from __future__ import annotations

from bot.core.reading.company.called_off import judge_called_off
from bot.core.reading.company.correspondents import Correspondents
from bot.core.reading.company.doubt import may_matter, nearest_kind
from bot.core.reading.company.elsewhere import judge_elsewhere
from bot.core.reading.company.ended import judge_ended
from bot.core.reading.company.evidence import PLAINLY_A_JOB, STRONG, Evidence, Verdict, plain_other
from bot.core.reading.company.gathering import gather_evidence
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.moving import moves
from bot.core.reading.company.not_for_owner import judge_not_for_owner
from bot.core.reading.company.page import Page, has_cue
from bot.core.reading.company.talk import judge_talk
from bot.core.reading.company.when import When
from bot.core.reading.types import Kind, Reason


def judge_kind(
    page: Page, who: Correspondents, invitation: Invitation, when: When, role: str | None, on_record: str | None = None
) -> Verdict:
    """Return the verdict on a mail that is neither a bounce nor an automatic reply. *role*: a job title that it names; *on_record*: the
    known interview that its conversation is about, in words."""
    evidence = gather_evidence(page, who, invitation, when, role, on_record)
    if who.sender_is_owner:
        return plain_other("own_mail", 10.0, str(page.message.sender or ""))
    if not page.language.known:
        return _foreign(evidence)
    return (
        _answers_own(evidence)
        or judge_not_for_owner(evidence)
        or judge_elsewhere(evidence)
        or judge_called_off(evidence)
        or judge_ended(evidence)
        or judge_talk(evidence)
        or _rest(evidence)
    )


def answers_yes(page: Page) -> bool:
    """Return whether the new text agrees to what was proposed before."""
    return page.answers and any(has_cue(page.language, "interview", sentence.plain) for sentence in page.sentences)


def _foreign(evidence: Evidence) -> Verdict:
    """Mail in a language without cues: calendar data alone may speak, and then the owner is asked."""
    note = (Reason(name="unknown_language", weight=0.0, evidence=evidence.page.language.code),)
    invitation = evidence.invitation
    if invitation.events and invitation.method not in ("REPLY", "REFRESH") and not evidence.bulk:
        kind = (
            Kind.CANCELLATION
            if invitation.cancels
            else Kind.SCHEDULING
            if invitation.method == "COUNTER"
            else Kind.INTERVIEW
        )
        return Verdict(kind=kind, certain=False, score=1.0, reasons=note)
    return Verdict(kind=Kind.OTHER, certain=evidence.bulk, score=0.0, reasons=note)


def _answers_own(evidence: Evidence) -> Verdict | None:
    """An answer to the owner's own invitation, and a meeting that recurs, are no interviews."""
    invitation = evidence.invitation
    if invitation.method in ("REPLY", "REFRESH"):
        return plain_other("answers_own_invitation", 5.0, invitation.method)
    recurring = next((event for event in invitation.events if event.recurs), None)
    return plain_other("recurring_event", 5.0, recurring.summary) if recurring else None


def _rest(evidence: Evidence) -> Verdict:
    """Return RECEIVED, UPDATE or OTHER."""
    if _invites(evidence) and not evidence.bulk:
        return evidence.verdict(Kind.INTERVIEW, "invited", "interview", "candidacy", certain=False, score=evidence.job)
    if moves(evidence) and evidence.named and evidence.human and not evidence.when.to_come:
        return evidence.verdict(Kind.CANCELLATION, "reschedule", "interview", certain=False, score=evidence.named)
    if evidence.best("received") >= STRONG and evidence.job >= 2.0:
        return evidence.verdict(Kind.RECEIVED, "received", certain=True, score=evidence.weight("received"))
    related = (
        evidence.job + evidence.weight("interview") + evidence.weight("update", "thanks") + 2.0 * evidence.threaded
    )
    if evidence.best("update") >= 3.0 and evidence.human and related >= 2.0:
        told = evidence.named > 0 or evidence.page.answers
        certain = evidence.job >= 2.0 or told or evidence.weight("update") > 3.0
        return evidence.verdict(Kind.UPDATE, "update", "candidacy", certain=certain, score=evidence.weight("update"))
    if may_matter(evidence):
        kind = nearest_kind(evidence)
        return evidence.verdict(kind, "interview", "candidacy", "cancellation", certain=False, score=0.0)
    farewell = evidence.page.answers and evidence.best("rejection") >= 3.0
    if evidence.human and evidence.weight("rejection") >= 1.5 and (related >= 3.0 or farewell):
        return evidence.verdict(Kind.REJECTION, "rejection", "candidacy", certain=False, score=0.0)
    if _offers_times(evidence):
        return evidence.verdict(Kind.SCHEDULING, "scheduling", "interview", certain=False, score=0.0)
    return evidence.verdict(Kind.OTHER, "interview", certain=True, score=0.0)


def _offers_times(evidence: Evidence) -> bool:
    """Return whether a person asks the owner which of several times suits, and nothing says what for."""
    asks = any(sentence.text.endswith("?") for sentence in evidence.page.sentences)
    elsewhere = evidence.hits["elsewhere"] or evidence.hits["own_news"]
    return evidence.human and asks and len(evidence.when.offered) > 1 and not elsewhere


def _invites(evidence: Evidence) -> bool:
    """Return whether an interview is fixed by the words though no time could be read: never to be passed over."""
    talk = evidence.named > 0 or (evidence.weight("interview", "talk") > 0 and evidence.job >= PLAINLY_A_JOB)
    spoken_for = evidence.best("update") >= 3.0 or evidence.best("received") >= STRONG
    return evidence.weight("invited") > 0 and talk and evidence.job >= 2.0 and (evidence.when.to_come or not spoken_for)
