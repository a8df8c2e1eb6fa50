"""What kind of mail it is: every trait weighed for every kind; where two kinds are near, or a talk may be missed, the owner is asked."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.reading.company.acts import Act
from bot.core.reading.company.evidence import Evidence, Verdict, plain_other
from bot.core.reading.company.moving import sets_against
from bot.core.reading.company.not_for_owner import other_candidate, perhaps_meant_for_sender
from bot.core.reading.company.page import Page, speaks_of
from bot.core.reading.company.told_aside import settles
from bot.core.reading.company.traits import MOVES, find_traits
from bot.core.reading.company.weighing import Weights
from bot.core.reading.types import Kind, Reason

_AT_RISK, _AT_RISK_INVITED = 0.18, 0.6
"""So much belief that what the likeliest kind leads to would be wrong makes a mail one to ask about; much more is needed where calendar
data and plain words invite the owner."""
_MISSED = 0.06
"""So much belief in a talk fixed, moved or called off is never passed over in silence."""
_POSSIBLE = 0.1
"""A move that its times show is one if the words leave so much room for it."""
_LOUDEST = 6
_PLAINLY = 0.6
_ACTED_ON = frozenset({Kind.INTERVIEW, Kind.RESCHEDULE, Kind.CANCELLATION, Kind.REJECTION, Kind.OFFER})
"""What follows from these, drafts or silence, would be wrong after any other kind of mail."""
WEIGHED = "weighed"
"""The reason that tells how much the kind is believed in (its weight, 0 to 1), and which traits speak loudest."""
_SECTIONS = {
    Kind.INTERVIEW: ("invited", "interview", "candidacy"),
    Kind.RESCHEDULE: ("reschedule", "interview", "candidacy"),
    Kind.CANCELLATION: ("cancellation", "interview", "candidacy"),
    Kind.SCHEDULING: ("scheduling", "interview", "candidacy"),
    Kind.RECEIVED: ("received", "candidacy"),
    Kind.REJECTION: ("rejection", "candidacy"),
    Kind.OFFER: ("offer", "candidacy"),
    Kind.UPDATE: ("update", "candidacy"),
    Kind.OTHER: ("elsewhere", "phishing", "interviewer", "own_news"),
}


def judge_kind(evidence: Evidence, weights: Weights) -> Verdict:
    """Return the verdict on a mail that is neither a bounce nor an automatic reply."""
    page = evidence.page
    if evidence.who.sender_is_owner:
        return plain_other("own_mail", str(page.message.sender or ""))
    if not page.language.known:
        return _foreign(evidence)
    return _answers_own(evidence) or _of_another(page) or _weigh(evidence, weights)


def answers_yes(page: Page) -> bool:
    """Return whether the new text agrees to what was proposed before."""
    return page.answers and speaks_of(page, "interview")


def _weigh(evidence: Evidence, weights: Weights) -> Verdict:
    traits = find_traits(evidence)
    shares = _known(evidence, weights.weigh(traits))
    silent = _says_nothing(evidence)
    kind = Kind.OTHER if silent else max(shares, key=lambda one: shares[one])
    told = _told_by_calendar(evidence, kind, shares, moved=MOVES in traits)
    if told is not None:
        kind, shares = told, {**shares, told: max(shares.values())}
    doubtful = (
        _belief_in_harm(kind, shares) > (_AT_RISK_INVITED if _plainly_invited(evidence, kind) else _AT_RISK)
        or _may_be_missed(evidence, kind, shares)
        or _off_unseen(evidence)
        or _answers_unknown(evidence, kind)
    )
    certain = silent or not doubtful
    sections = _SECTIONS[kind] if certain else (*_SECTIONS[kind], *_SECTIONS[Kind.INTERVIEW], "elsewhere")
    loudest = ", ".join(f"{trait} {weight:+.1f}" for trait, weight in weights.heaviest(traits, kind, _LOUDEST))
    share = round(shares[kind], 2)
    weighed = Reason(name=WEIGHED, weight=share, evidence=loudest[:120])
    reasons = (weighed, *_done(evidence.page), *evidence.reasons(*dict.fromkeys(sections)))
    return Verdict(kind=kind, certain=certain, score=share, reasons=reasons)


def _plainly_invited(evidence: Evidence, kind: Kind) -> bool:
    """Return whether calendar data invites the owner, and the words name the talk, the post and whose talk it is: so plain a mail says
    little else by which to know it."""
    asked = evidence.invitation.method == "REQUEST" and evidence.when.start is not None and kind.fixes
    told = all(
        evidence.weight(*sign) > 0 for sign in (("interview", "word"), ("candidacy", "job"), ("candidacy", "you"))
    )
    return asked and told and evidence.weight("invited", "plain") > 0


def _known(evidence: Evidence, shares: dict[Kind, float]) -> dict[Kind, float]:
    """Return *shares* for a mail of a known conversation; where it settles when an interview is that it names, it is about that one."""
    moment = evidence.when.moment
    if evidence.on_record is None or moment is None or not evidence.named or not settles(evidence.page, moment):
        return shares
    rest = 1 - shares[Kind.OTHER]
    return {kind: 0.0 if kind is Kind.OTHER else share / rest for kind, share in shares.items()} if rest else shares


def _done(page: Page) -> list[Reason]:
    """Return the sentences of which it is plainest what they do."""
    found = []
    for text, shares in zip((page.topic, *(sentence.text for sentence in page.sentences)), page.acts, strict=True):
        act, share = max(shares.items(), key=lambda entry: entry[1], default=(Act.PLAIN, 0.0))
        if share >= _PLAINLY and act not in (Act.POLITE, Act.PLAIN):
            found.append(Reason(name=f"does.{act}", weight=round(share, 2), evidence=text[:120]))
    return sorted(found, key=lambda reason: -reason.weight)[:_LOUDEST]


def _told_by_calendar(evidence: Evidence, kind: Kind, shares: dict[Kind, float], *, moved: bool) -> Kind | None:
    """Return what becomes of a talk where that is not a matter of words: calendar data calls it off, moves it or only holds its time
    (RFC 5546 section 3.2), or the old time stands beside the new. *moved*: something says that a time moves (see `moves`)."""
    start, old = evidence.when.start, evidence.when.called_off
    both = start is not None and old is not None and start not in old.starts and not evidence.hits["slip"]
    if not kind.dated:
        passed_over = kind in (Kind.OTHER, Kind.UPDATE)
        return Kind.RESCHEDULE if moved and both and passed_over and _moves_known_talk(evidence) else None
    if evidence.invitation.cancels and not evidence.invitation.moves:
        return Kind.CANCELLATION
    if evidence.invitation.tentative and kind is Kind.INTERVIEW:
        return Kind.SCHEDULING
    possible = shares[Kind.RESCHEDULE] > _POSSIBLE or sets_against(evidence)
    if evidence.invitation.moves or (moved and both and possible):
        return Kind.RESCHEDULE
    return None


def _moves_known_talk(evidence: Evidence) -> bool:
    """Return whether a mail of a conversation about a known interview names the talk, gives up a time and sets another, all in new text."""
    old, new = evidence.when.called_off, evidence.when.moment
    told_here = old is not None and old.old and not old.quoted and new is not None and not new.quoted
    return evidence.on_record is not None and told_here and evidence.weight("interview", "word", "talk") > 0


def _says_nothing(evidence: Evidence) -> bool:
    """Return whether there is nothing to ask about: no time, no calendar data, no word of a talk or a candidacy."""
    spoken = any(
        evidence.hits[section]
        for section in ("interview", "candidacy", "cancellation", "reschedule", "rejection", "offer")
    )
    return not (spoken or evidence.timed or evidence.invitation.events or evidence.role or evidence.page.answers)


def _off_unseen(evidence: Evidence) -> bool:
    """Return whether only markup that nobody sees calls the talk off."""
    return evidence.invitation.marked and evidence.invitation.cancels and not evidence.hits["cancellation"]


def _belief_in_harm(kind: Kind, shares: Mapping[Kind, float]) -> float:
    """Return how much belief there is that *kind* is wrong where that matters: a talk, a refusal or an offer taken for something else, or
    something else for one of these. A talk that is fixed and one that is moved come to the same, their time."""
    if kind not in _ACTED_ON:
        return sum(shares[one] for one in _ACTED_ON)
    return 1 - sum(share for one, share in shares.items() if one is kind or (one.fixes and kind.fixes))


def _answers_unknown(evidence: Evidence, kind: Kind) -> bool:
    """Return whether a talk is fixed in an answer to what nobody knows, or perhaps for somebody else."""
    page = evidence.page
    return kind.dated and ((page.answers and not page.quoted and not evidence.job) or perhaps_meant_for_sender(page))


def _may_be_missed(evidence: Evidence, kind: Kind, shares: dict[Kind, float]) -> bool:
    """Return whether a mail that would be passed over may well speak of a talk that is fixed, moved or called off."""
    if kind in _ACTED_ON:
        return False
    return sum(share for other, share in shares.items() if other.dated) > _MISSED or (
        evidence.on_record is not None and evidence.dated
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
    """An answer to the owner's own invitation, and a meeting that recurs, are no interviews (RFC 5546 section 3.2.3)."""
    invitation = evidence.invitation
    if invitation.method == "REFRESH" or (invitation.method == "REPLY" and not evidence.job):
        return plain_other("answers_own_invitation", invitation.method)
    recurring = next((event for event in invitation.events if event.recurs), None)
    return plain_other("recurring_event", recurring.summary) if recurring else None


def _of_another(page: Page) -> Verdict | None:
    """Words that name somebody else as the candidate make it no interview of the owner's."""
    words = other_candidate(page)
    return plain_other("another_candidate", words) if words else None
