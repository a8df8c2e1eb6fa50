"""What kind of mail it is: the signs put together, the plainest first; in doubt the owner is asked."""

from __future__ import annotations

from bot.core.reading.company.correspondents import Correspondents
from bot.core.reading.company.evidence import STRONG, Evidence, Verdict, gather_evidence
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.names import find_people, name_words
from bot.core.reading.company.page import Page, has_cue
from bot.core.reading.company.talk import judge_called_off, judge_talk
from bot.core.reading.company.when import When
from bot.core.reading.types import Kind, Reason

# Signs of another matter that are words of many trades, too; a mail that is plainly about a job outweighs them.
_SOFT = frozenset({"appointment", "school", "exit", "authority", "media"})
# Signs that are words of the hour rather than of a matter: alone they do not outweigh an interview that is named and dated.
_TRADES = _SOFT | {"research", "travel", "news"}
_WEAK = frozenset({"appointment", "travel"})


def judge_kind(page: Page, who: Correspondents, invitation: Invitation, when: When, role: str | None) -> Verdict:
    """Return the verdict on a mail that is neither a bounce nor an automatic reply. *role*: a job title that it names."""
    evidence = gather_evidence(page, who, invitation, when, role)
    if who.sender_is_owner:
        return _plain_other("own_mail", 10.0, str(page.message.sender or ""))
    if not page.language.known:
        return _foreign(evidence)
    return (
        _answers_own(evidence)
        or _against(evidence)
        or _elsewhere(evidence)
        or judge_called_off(evidence)
        or _ended(evidence)
        or judge_talk(evidence)
        or _rest(evidence)
    )


def answers_yes(page: Page) -> bool:
    """Return whether the new text agrees to what was proposed before."""
    return page.answers and any(has_cue(page.language, "interview", sentence.plain) for sentence in page.sentences)


def _plain_other(name: str, weight: float, words: str) -> Verdict:
    return Verdict(
        kind=Kind.OTHER, certain=True, score=weight, reasons=(Reason(name=name, weight=weight, evidence=words[:120]),)
    )


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
        return _plain_other("answers_own_invitation", 5.0, invitation.method)
    recurring = next((event for event in invitation.events if event.recurs), None)
    return _plain_other("recurring_event", 5.0, recurring.summary) if recurring else None


def _against(evidence: Evidence) -> Verdict | None:
    """Fraud, the owner as interviewer, somebody else's interview."""
    if evidence.weight("phishing") >= 6.0:
        return evidence.verdict(Kind.OTHER, "phishing", certain=True, score=evidence.weight("phishing"))
    other = _other_candidate(evidence.page)
    if other:
        return _plain_other("another_candidate", 6.0, other)
    if evidence.weight("interviewer") >= STRONG:
        return evidence.verdict(Kind.OTHER, "interviewer", certain=True, score=evidence.weight("interviewer"))
    addressed = evidence.weight("candidacy", "you") > 0
    if evidence.weight("own_news") >= STRONG and not evidence.page.forwarded and (evidence.personal or not addressed):
        return evidence.verdict(Kind.OTHER, "own_news", certain=True, score=evidence.weight("own_news"))
    return None


def _other_candidate(page: Page) -> str | None:
    """Return the words that name somebody else as the candidate."""
    own = set(name_words(page.owner.name))
    for sentence in page.sentences:
        if sentence.label == "candidate" and not own & set(name_words(sentence.text)):
            people = find_people(sentence.text, page.language)
            if people and not people[0].single:
                return sentence.text
    return None


def _elsewhere(evidence: Evidence) -> Verdict | None:
    """Return OTHER where the talk is another matter (press, research, visa, coaching, a survey). In conflict with a candidacy, in doubt."""
    plainly_a_job = evidence.job >= 5.0 and (evidence.named > 0 or evidence.role is not None)
    signs = {hit.cue.name: hit.cue.weight for hit in evidence.hits["elsewhere"]}
    against = sum(weight for name, weight in signs.items() if not (plainly_a_job and name in _SOFT))
    if against < STRONG or _settled(evidence, set(signs)):
        return None
    score = against - evidence.job / 2
    weak = set(signs) <= _WEAK and len(signs) == 1
    talked = evidence.weight("interview", "talk") > 0 and evidence.role is not None and set(signs) <= _TRADES
    spoken = evidence.named > 0 or talked
    near = evidence.dated or evidence.best("cancellation") >= STRONG
    trade = set(signs) <= _TRADES - {"school", "authority"} and evidence.named > 0 and evidence.job >= 2.0
    if (
        (evidence.human or evidence.direct)
        and near
        and spoken
        and (weak or trade or evidence.job >= 5.0)
        and against < 6.0
    ):
        return evidence.verdict(_nearest(evidence), "interview", "candidacy", "elsewhere", certain=False, score=-score)
    return evidence.verdict(Kind.OTHER, "elsewhere", certain=True, score=score)


def _settled(evidence: Evidence, signs: set[str]) -> bool:
    """Return whether it is a company's plain word on an application or interview, whatever else it speaks of."""
    said = max(evidence.best("rejection"), evidence.best("offer"), evidence.best("cancellation"))
    if evidence.best("received") >= STRONG:
        return "survey" not in signs
    return said >= STRONG and not signs & {"survey", "news"}


def _ended(evidence: Evidence) -> Verdict | None:
    """Return REJECTION or OFFER."""
    fixed = evidence.dated and evidence.named > 0 and evidence.weight("interview", "fixed") > 0
    if evidence.best("rejection") >= STRONG:
        related = evidence.job >= 2.0 or evidence.weight("rejection") > 5.0 or evidence.weight("interview") > 0
        return evidence.verdict(
            Kind.REJECTION, "rejection", "candidacy", certain=related and not fixed, score=evidence.weight("rejection")
        )
    if evidence.best("offer") >= STRONG:
        related = evidence.job >= 2.0 or evidence.weight("offer") >= 7.0
        return evidence.verdict(
            Kind.OFFER, "offer", "candidacy", certain=related and not fixed, score=evidence.weight("offer")
        )
    return None


def _rest(evidence: Evidence) -> Verdict:
    """Return RECEIVED, UPDATE or OTHER."""
    if evidence.best("received") >= STRONG and evidence.job >= 2.0:
        return evidence.verdict(Kind.RECEIVED, "received", certain=True, score=evidence.weight("received"))
    related = evidence.job + evidence.weight("interview") + evidence.weight("update", "thanks")
    if evidence.best("update") >= 3.0 and evidence.human and related >= 2.0:
        certain = evidence.job >= 2.0 or evidence.page.answers or evidence.weight("update") > 3.0
        return evidence.verdict(Kind.UPDATE, "update", "candidacy", certain=certain, score=evidence.weight("update"))
    if _may_matter(evidence):
        kind = _nearest(evidence)
        return evidence.verdict(kind, "interview", "candidacy", "cancellation", certain=False, score=0.0)
    if evidence.human and evidence.best("rejection") >= 1.5 and related >= 3.0:
        return evidence.verdict(Kind.REJECTION, "rejection", "candidacy", certain=False, score=0.0)
    return evidence.verdict(Kind.OTHER, "interview", certain=True, score=0.0)


def _may_matter(evidence: Evidence) -> bool:
    """Return whether a mail that fits no kind is still too near an interview to be passed over in silence: written to the owner,
    a time ahead, moved or called off, and any word of a talk or a job."""
    job, talk = evidence.job >= 2.0, evidence.weight("interview") > 0
    named = evidence.named > 0 or evidence.threaded
    near = (
        (evidence.dated and (named or job or evidence.moves))
        or (evidence.when.to_come and job and talk)
        or (evidence.moves and (named or (job and talk)))
        or (evidence.best("cancellation") >= 1.5 and (named or (job and talk)))
    )
    return near and (evidence.human or (evidence.direct and job))


def _nearest(evidence: Evidence) -> Kind:
    """Return the kind that a mail comes nearest to which fits none."""
    if evidence.best("cancellation") >= 1.5 and not evidence.moves:
        return Kind.CANCELLATION
    if not evidence.dated:
        return Kind.RESCHEDULE if evidence.moves else Kind.OTHER
    return Kind.RESCHEDULE if evidence.moves else Kind.INTERVIEW
