"""Talks about another matter than a job: the press, a school, a visa, a survey."""

from __future__ import annotations

from bot.core.reading.company.doubt import may_matter, nearest_kind
from bot.core.reading.company.evidence import PLAINLY_A_JOB, STRONG, Evidence, Verdict
from bot.core.reading.company.moving import moves
from bot.core.reading.company.not_for_owner import told_to_come
from bot.core.reading.types import Kind

# Signs of another matter that are words of many trades, too: a clinic, a school or a paper hires people as well.
_TRADES = frozenset(
    {
        "appointment",
        "school",
        "school_word",
        "exit",
        "authority",
        "media",
        "research",
        "travel",
        "news",
        "footer",
        "sales",
        "onboarding",
        "expenses",
        "aid",
    }
)
# Of these, the ones that an interview which is named outweighs, whatever they are.
_SOFT = frozenset(
    {"appointment", "school", "exit", "authority", "media", "footer", "sales", "school_word", "expenses", "aid"}
)
_WEAK = frozenset({"appointment", "travel", "footer", "school_word"})
# Matters in which one applies and is interviewed as well, for something else than a job.
_NO_JOBS = frozenset({"authority", "school", "research", "media", "home", "aid"})
# Sent to many, or matters of one who applies that are no talk: the job that they name makes none of them.
_NEVER_BESIDE = frozenset({"news", "mass", "survey", "footer", "assessment", "reference", "practice"})


def judge_elsewhere(evidence: Evidence) -> Verdict | None:
    """Return OTHER where the talk is another matter (press, research, visa, coaching, a survey). In conflict with a candidacy, in doubt."""
    plainly_a_job = _plainly_a_job(evidence)
    signs = {hit.cue.name: hit.cue.weight for hit in evidence.hits["elsewhere"]}
    if evidence.dated or evidence.page.answers:
        signs.pop("cold", None)  # however it began, it is a talk by now
    if "aid" in signs and (evidence.role is not None or evidence.named or evidence.weight("candidacy", "job")):
        del signs["aid"]  # those who give money, or look after children, hire people
    applied = evidence.named > 0 or evidence.weight("candidacy", "application") > 0
    soft = _SOFT | {"appraisal"} if applied else _SOFT
    against = sum(weight for name, weight in signs.items() if not (plainly_a_job and name in soft))
    if against < STRONG or _settled(evidence, set(signs)) or _aside(evidence):
        return None
    score = against - evidence.job / 2
    if not signs.keys() & _NEVER_BESIDE and _for_a_role(evidence, set(signs)):
        return evidence.verdict(
            nearest_kind(evidence), "interview", "candidacy", "elsewhere", certain=False, score=-score
        )
    if against < 6.0 and (evidence.human or evidence.direct) and _near_a_talk(evidence, set(signs)):
        return evidence.verdict(
            nearest_kind(evidence), "interview", "candidacy", "elsewhere", certain=False, score=-score
        )
    return evidence.verdict(Kind.OTHER, "elsewhere", certain=True, score=score)


def _for_a_role(evidence: Evidence, signs: set[str]) -> bool:
    """Return whether a person who names the owner's role tells of a talk, so that words of another matter may be those of the trade."""
    if not evidence.human or evidence.role is None:
        return False
    one_trade = len(signs) == 1 and signs <= _TRADES - _NO_JOBS
    return (one_trade and may_matter(evidence)) or (told_to_come(evidence) and bool(evidence.hits["as_candidate"]))


def _plainly_a_job(evidence: Evidence) -> bool:
    """Return whether a candidacy is spoken of and its interview, or an interview for a role is fixed or moved."""
    named = evidence.named > 0
    settled = evidence.dated and (moves(evidence) or evidence.weight("invited") > 0)
    if named and settled and (evidence.role is not None or _by_its_name(evidence)):
        return True
    return evidence.job >= PLAINLY_A_JOB and (named or evidence.role is not None)


def _by_its_name(evidence: Evidence) -> bool:
    """Return whether a person names an interview by a word for that of one who applies, or in one sentence with the post."""
    page = evidence.page
    talks = (hit.sentence for hit in evidence.hits["interview"] if hit.cue.name == "word" and hit.sentence >= 0)
    beside = any("position" in page.language.line(page.sentences[number].plain).senses for number in talks)
    return evidence.human and (evidence.weight("candidacy", "interview") > 0 or beside)


def _near_a_talk(evidence: Evidence, signs: set[str]) -> bool:
    """Return whether a talk about a job is named and dated or called off beside the *signs* of another matter."""
    talked = evidence.weight("interview", "talk") > 0 and evidence.role is not None and signs <= _TRADES
    weak = signs <= _WEAK and len(signs) == 1
    others = frozenset(() if _by_its_name(evidence) else {"school", "authority"})
    trade = signs <= _TRADES - others and evidence.named > 0 and evidence.job >= 2.0
    near = evidence.dated or evidence.best("cancellation") >= STRONG or evidence.weight("invited") > 0
    return near and (evidence.named > 0 or talked) and (weak or trade or evidence.job >= PLAINLY_A_JOB)


def _aside(evidence: Evidence) -> bool:
    """Return whether an interview is named and dated, and the other matter stands in other sentences than its time and the subject."""
    moment = evidence.when.moment
    if moment is None or moment.quoted or moment.sentence < 0 or evidence.job < PLAINLY_A_JOB:
        return False
    if not evidence.named or not evidence.weight("invited") or evidence.weight("elsewhere", "patient"):
        return False
    places = {hit.sentence for hit in evidence.hits["elsewhere"] if hit.cue.name not in _SOFT}
    return not places & {-1, moment.sentence - 1, moment.sentence, moment.sentence + 1}


def _settled(evidence: Evidence, signs: set[str]) -> bool:
    """Return whether it is a company's plain word on an application or interview, whatever else it speaks of."""
    if "matter" in signs:
        return False  # a nursery's place, a permit, a flat: one applies and is refused there, too
    begun = "onboarding" in signs and not evidence.weight("offer", "terms")  # a welcome to one who has signed long ago
    said = max(evidence.best("rejection"), 0.0 if begun else evidence.best("offer"), evidence.best("cancellation"))
    if evidence.best("received") >= STRONG:
        return not signs & {"survey", "reference"} and (evidence.role is not None or not signs & _NO_JOBS)
    called_off = (evidence.named > 0 or evidence.threaded) and evidence.best("cancellation") >= STRONG
    about = evidence.role is not None or called_off or evidence.weight("candidacy", "application", "job") > 0
    if "aid" in signs:
        return False
    return said >= STRONG and not signs & ({"survey", "news"} if about else {"survey", "news", "mentoring"})
