"""An application that has ended, in a refusal or an offer."""

from __future__ import annotations

from bot.core.reading.company.evidence import STRONG, Evidence, Verdict
from bot.core.reading.types import Kind

# What is told to one who is wanted, without the word: three of them, one of which nobody hears who is not.
_BEFORE_THE_FIRST_DAY = frozenset({"pay", "first_day", "outfit", "papers", "when_to_begin", "only_your_yes", "liked"})
_SIGNED_ALREADY = frozenset({"outfit", "papers", "only_your_yes", "liked"})
_AS_GOOD_AS_SAID = 7.0
_HOURS_OF_A_DAY = 2


def judge_ended(evidence: Evidence) -> Verdict | None:
    """Return REJECTION or OFFER; where both are said, the weightier."""
    fixed = evidence.dated and evidence.named > 0 and evidence.weight("interview", "fixed") > 0
    refused, wanted = _said(evidence, "rejection"), _said(evidence, "offer")
    if max(refused, wanted) < STRONG:
        return None
    programme = evidence.human and len(evidence.when.slots) > _HOURS_OF_A_DAY and evidence.job >= 2.0
    if programme and not {"not_going_on", "not_chosen"} & {hit.cue.name for hit in evidence.hits["rejection"]}:
        return None  # nobody sends the hours of a day to one who is not to come
    if refused >= wanted or evidence.best("rejection") >= STRONG:
        related = evidence.job >= 2.0 or refused > 5.0 or evidence.weight("interview") > 0
        return evidence.verdict(Kind.REJECTION, "rejection", "candidacy", certain=related and not fixed, score=refused)
    related = evidence.job >= 2.0 or wanted >= 7.0
    return evidence.verdict(Kind.OFFER, "offer", "candidacy", certain=related and not fixed, score=wanted)


def _said(evidence: Evidence, section: str) -> float:
    """Return the weight of *section*: one plain word, or several that only go with it (a farewell, details kept, regret)."""
    if section == "offer" and _starts_work(evidence):
        return _AS_GOOD_AS_SAID
    best, total = evidence.best(section), evidence.weight(section)
    return total if best >= STRONG or (section == "rejection" and best >= 2.5 and total >= 5.5) else 0.0


def _starts_work(evidence: Evidence) -> bool:
    """Return whether one is told what to wear or sign, what is paid, how one was liked and when one begins, as nobody is unwanted; or
    in a proposal what is paid, and when one begins or by when to say yes."""
    told = {hit.cue.name for hit in evidence.hits["offer"]}
    if "pay" in told and "proposal" in told and told & {"first_day", "think_over"} and not evidence.dated:
        return evidence.human
    told &= _BEFORE_THE_FIRST_DAY
    return len(told) >= 3 and bool(told & _SIGNED_ALREADY) and evidence.human and evidence.named <= 0
