"""What kind of mail it is: the signs put together, the plainest first; in doubt the owner is asked."""

from __future__ import annotations

from bot.core.reading.company.correspondents import Correspondents, is_free
from bot.core.reading.company.evidence import STRONG, Evidence, Verdict, gather_evidence
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.names import name_words
from bot.core.reading.company.page import Page, has_cue
from bot.core.reading.company.people import find_people
from bot.core.reading.company.talk import judge_called_off, judge_talk
from bot.core.reading.company.when import When
from bot.core.reading.types import Kind, Reason

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
_PLAINLY_A_JOB = 5.0
# What is told to one who is wanted, without the word: three of them, one of which nobody hears who is not.
_BEFORE_THE_FIRST_DAY = frozenset({"pay", "first_day", "outfit", "papers", "when_to_begin", "only_your_yes", "liked"})
_SIGNED_ALREADY = frozenset({"outfit", "papers", "only_your_yes", "liked"})
_AS_GOOD_AS_SAID = 7.0
_HOURS_OF_A_DAY = 2


def judge_kind(
    page: Page, who: Correspondents, invitation: Invitation, when: When, role: str | None, on_record: str | None = None
) -> Verdict:
    """Return the verdict on a mail that is neither a bounce nor an automatic reply. *role*: a job title that it names; *on_record*: the
    known interview that its conversation is about, in words."""
    evidence = gather_evidence(page, who, invitation, when, role, on_record)
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
        if len(evidence.hits["phishing"]) == 1 and _told_to_come(evidence) and evidence.job >= 3.0:
            return evidence.verdict(Kind.INTERVIEW, "phishing", "interview", "candidacy", certain=False, score=0.0)
        return evidence.verdict(Kind.OTHER, "phishing", certain=True, score=evidence.weight("phishing"))
    other = _other_candidate(evidence.page)
    if other:
        return _plain_other("another_candidate", 6.0, other)
    if evidence.weight("interviewer") >= STRONG:
        if _told_to_come(evidence) and evidence.hits["as_candidate"]:
            return evidence.verdict(Kind.INTERVIEW, "interviewer", "interview", certain=False, score=0.0)
        return evidence.verdict(Kind.OTHER, "interviewer", certain=True, score=evidence.weight("interviewer"))
    addressed = evidence.weight("candidacy", "you") > 0
    if evidence.weight("own_news") >= STRONG and not evidence.page.forwarded and (evidence.personal or not addressed):
        return evidence.verdict(Kind.OTHER, "own_news", certain=True, score=evidence.weight("own_news"))
    return None


def _told_to_come(evidence: Evidence) -> bool:
    """Return whether a person tells the owner, by words for one who applied, when the interview is."""
    applied = evidence.role is not None or evidence.weight("candidacy", "application") > 0
    named = evidence.named > 0 and bool(applied or evidence.hits["as_candidate"])
    return evidence.human and evidence.dated and named and not evidence.hits["own_news"]


def _other_candidate(page: Page) -> str | None:
    """Return the words that name somebody else as the candidate."""
    own = set(name_words(page.owner.name))
    for sentence in page.sentences:
        if sentence.label == "candidate" and not own & set(name_words(sentence.text)):
            people = find_people(sentence.text, page.language)
            if people and not people[0].single:
                return sentence.text
    return _meant_for(page)


def _meant_for(page: Page) -> str | None:
    """Return to whom the mail that a private person passes on was sent, where that is neither the owner nor the sender: a cousin's
    invitation is no interview of the owner's."""
    sender = page.message.sender
    if sender is None or not page.forwarded_from or not is_free(sender.email, page.language):
        return None
    told = " ".join(page.forwarded_from)
    known = any(email in told for email in (*page.owner.addresses, sender.email))
    firsts = {*name_words(page.owner.name)[:1], *name_words(sender.name)}
    named = bool(firsts & set(name_words(told))) or set(name_words(page.owner.name)[:1]) <= set(
        name_words(page.subject)
    )
    return None if known or named or page.author == sender else told


def _elsewhere(evidence: Evidence) -> Verdict | None:
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
        return evidence.verdict(_nearest(evidence), "interview", "candidacy", "elsewhere", certain=False, score=-score)
    if against < 6.0 and (evidence.human or evidence.direct) and _near_a_talk(evidence, set(signs)):
        return evidence.verdict(_nearest(evidence), "interview", "candidacy", "elsewhere", certain=False, score=-score)
    return evidence.verdict(Kind.OTHER, "elsewhere", certain=True, score=score)


def _for_a_role(evidence: Evidence, signs: set[str]) -> bool:
    """Return whether a person who names the owner's role tells of a talk, so that words of another matter may be those of the trade."""
    if not evidence.human or evidence.role is None:
        return False
    one_trade = len(signs) == 1 and signs <= _TRADES - _NO_JOBS
    return (one_trade and _may_matter(evidence)) or (_told_to_come(evidence) and bool(evidence.hits["as_candidate"]))


def _plainly_a_job(evidence: Evidence) -> bool:
    """Return whether a candidacy is spoken of and its interview, or an interview for a role is fixed or moved."""
    named = evidence.named > 0
    settled = evidence.dated and (evidence.moves or evidence.weight("invited") > 0)
    if named and settled and (evidence.role is not None or _by_its_name(evidence)):
        return True
    return evidence.job >= _PLAINLY_A_JOB and (named or evidence.role is not None)


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
    return near and (evidence.named > 0 or talked) and (weak or trade or evidence.job >= _PLAINLY_A_JOB)


def _aside(evidence: Evidence) -> bool:
    """Return whether an interview is named and dated, and the other matter stands in other sentences than its time and the subject."""
    moment = evidence.when.moment
    if moment is None or moment.quoted or moment.sentence < 0 or evidence.job < _PLAINLY_A_JOB:
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


def _ended(evidence: Evidence) -> Verdict | None:
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


def _rest(evidence: Evidence) -> Verdict:
    """Return RECEIVED, UPDATE or OTHER."""
    if _invites(evidence) and not evidence.bulk:
        return evidence.verdict(Kind.INTERVIEW, "invited", "interview", "candidacy", certain=False, score=evidence.job)
    if evidence.moves and evidence.named and evidence.human and not evidence.when.to_come:
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
    if _may_matter(evidence):
        kind = _nearest(evidence)
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
    talk = evidence.named > 0 or (evidence.weight("interview", "talk") > 0 and evidence.job >= _PLAINLY_A_JOB)
    spoken_for = evidence.best("update") >= 3.0 or evidence.best("received") >= STRONG
    return evidence.weight("invited") > 0 and talk and evidence.job >= 2.0 and (evidence.when.to_come or not spoken_for)


def _may_matter(evidence: Evidence) -> bool:
    """Return whether a mail that fits no kind is still too near an interview to be passed over in silence: written to the owner,
    a time ahead, moved or called off, and any word of a talk or a job."""
    job, talk = evidence.job >= 2.0, evidence.weight("interview") > 0
    named = evidence.named > 0 or evidence.threaded
    near = (
        (evidence.dated and (named or job or evidence.moves))
        or (evidence.when.to_come and job and talk)
        or (evidence.page.answers and job and (talk or evidence.timed))
        or (evidence.threaded and evidence.when.proposed and evidence.weight("interview", "fixed", "come") > 0)
        or (evidence.timed and named and evidence.weight("candidacy", "you") > 0)
        or (evidence.moves and (named or (job and talk)))
        or (evidence.when.called_off is not None and evidence.moves and talk)
        or (evidence.dated and talk and _asks_to_talk(evidence))
        or (evidence.when.shifted and evidence.timed)
        or (evidence.best("cancellation") >= 1.5 and (named or (job and talk)))
        or (evidence.best("cancellation") >= 1.5 and evidence.timed and bool(evidence.page.quoted))
    )
    if evidence.personal:
        return evidence.page.answers and evidence.named > 0 and not evidence.hits["own_news"]
    if evidence.human and evidence.page.answers and evidence.moves and evidence.timed:
        return True
    agreement = evidence.when.agreement
    if evidence.human and (agreement.only_proposed or (agreement.fixed is not None and evidence.timed)):
        return True
    return near and (evidence.human or (evidence.direct and job))


def _asks_to_talk(evidence: Evidence) -> bool:
    """Return whether it is asked if a day and hour suit for a talk with the owner, and nothing says what the talk is of."""
    return evidence.best("scheduling") >= STRONG and not evidence.hits["elsewhere"] and not evidence.hits["own_news"]


def _nearest(evidence: Evidence) -> Kind:
    """Return the kind that a mail comes nearest to which fits none."""
    given_up = evidence.when.called_off is not None and not evidence.dated
    if given_up if evidence.moves else evidence.best("cancellation") >= 1.5:
        return Kind.CANCELLATION
    if not evidence.dated and not evidence.moves:
        agreed = evidence.page.answers and evidence.job >= 2.0 and evidence.weight("interview", "fixed") > 0
        named = evidence.named > 0 or agreed
        unread = named and evidence.timed and not evidence.hits["elsewhere"] and not evidence.hits["own_news"]
        return Kind.INTERVIEW if unread else Kind.OTHER
    return Kind.RESCHEDULE if evidence.moves else Kind.INTERVIEW
