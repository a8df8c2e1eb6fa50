"""What kind of mail it is: every sign with its weight, put together; in doubt the owner is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.message.automatic import AutomaticReason, automatic_reasons
from bot.core.reading.company.correspondents import Correspondents, is_free
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.names import find_people, name_words
from bot.core.reading.company.page import Hit, Page, find_cues, has_cue
from bot.core.reading.company.when import When
from bot.core.reading.types import Kind, Reason

_STRONG = 4.0
_ROLE_WEIGHT = 3.0
_STANDS = re.compile(
    r"\bno need to reply\b|\bunless (?:i|we|you) (?:hear|tell|say|let)\b|\blet (?:me|us) know if (?:that|this|it) (?:does not|is not|will not|is no good|causes)|"
    r"\bonly (?:reply|get back|write|call)\b|"
    r"\b(?:have|has) (?:already )?(?:updated|changed|sent|put|booked|moved) (?:it|the|you|your|our|an?) ?(?:\w+ )?(?:calendar|invite|invitation|booking|diary|slot|it)?\b"
)
_QUESTION = re.compile(
    r"\b(?:would|could|can|does|do|is|are|might|how about|what about|shall|will)\b.*\?", re.IGNORECASE
)
_BULK = frozenset({AutomaticReason.PRECEDENCE, AutomaticReason.LIST, AutomaticReason.LIST_UNSUBSCRIBE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """``kind`` with its reasons; ``certain``: False when the owner is to be asked. ``score``: what speaks for it less what speaks against."""

    kind: Kind
    certain: bool
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What was found, by section."""

    page: Page
    who: Correspondents
    invitation: Invitation
    when: When
    hits: dict[str, tuple[Hit, ...]]
    bulk: bool
    role: str | None

    def weight(self, section: str, *names: str) -> float:
        return sum(hit.cue.weight for hit in self.hits[section] if not names or hit.cue.name in names)

    def positive(self, section: str) -> float:
        return max((hit.cue.weight for hit in self.hits[section]), default=0.0)

    @property
    def dated(self) -> bool:
        """Whether one time to come is fixed, be it that its reading is in doubt."""
        if self.when.start is not None:
            return True
        stands = self.weight("interview", "fixed") > 0 and not self.weight("scheduling", "ask") and len(self.when.offered) <= 3
        return bool(self.when.options) and not any(m.choice for m in self.when.offered) and (len(self.when.offered) == 1 or stands)

    @property
    def job(self) -> float:
        return self.weight("candidacy", "job", "application", "people") + (_ROLE_WEIGHT if self.role else 0.0)

    def reasons(self, *sections: str) -> tuple[Reason, ...]:
        return tuple(
            Reason(name=f"{hit.cue.section}.{hit.cue.name}", weight=hit.cue.weight, evidence=hit.words[:120])
            for section in sections
            for hit in self.hits[section]
        )


_SECTIONS = (
    "rejection",
    "offer",
    "cancellation",
    "reschedule",
    "received",
    "update",
    "scheduling",
    "interview",
    "candidacy",
    "elsewhere",
    "phishing",
    "interviewer",
    "own_news",
)


def judge_kind(page: Page, who: Correspondents, invitation: Invitation, when: When, role: str | None) -> Verdict:
    """Return the verdict on a mail that is neither a bounce nor an automatic reply. *role*: a job title that it names."""
    hits = {section: find_cues(page, section) for section in _SECTIONS}
    reasons = automatic_reasons(page.message)
    evidence = _Evidence(page, who, invitation, when, _with_history(page, hits), any(r in _BULK for r in reasons), role)
    if who.sender_is_owner:
        return _verdict(
            Kind.OTHER,
            True,
            10.0,
            (Reason(name="own_mail", weight=10.0, evidence=str(page.message.sender or "")[:120]),),
        )
    if not page.language.known:
        return _foreign(evidence)
    return _not_a_candidacy(evidence) or _called_off(evidence) or _ended(evidence) or _talk(evidence) or _rest(evidence)


def _with_history(page: Page, hits: dict[str, tuple[Hit, ...]]) -> dict[str, tuple[Hit, ...]]:
    """Let the quoted mails and the subject of an answer tell what the conversation is about (candidacy), never what is new in it."""
    found = {hit.cue.name for hit in hits["candidacy"]}
    text = "\n".join([page.language.plain(page.subject), *(s.plain for s in page.quoted)])
    for event in page_events(page):
        text += "\n" + page.language.plain(event)
    more = []
    for cue in page.language.cues.get("candidacy", ()):
        if cue.name in found:
            continue
        for phrase in cue.phrases:
            match = (
                phrase.pattern.search(text) if not phrase.needs or any(word in text for word in phrase.needs) else None
            )
            if match:
                more.append(Hit(cue, -1, match[0]))
                break
    return {**hits, "candidacy": (*hits["candidacy"], *more)}


def page_events(page: Page) -> tuple[str, ...]:
    """Return the texts that stand beside the mail's own words and tell what it is about: the signature."""
    return page.signature


def _verdict(kind: Kind, certain: bool, score: float, reasons: Iterable[Reason]) -> Verdict:
    return Verdict(kind=kind, certain=certain, score=round(score, 2), reasons=tuple(reasons))


def _foreign(evidence: _Evidence) -> Verdict:
    """Mail in a language without cues: calendar data alone may speak, and then the owner is asked."""
    note = Reason(name="unknown_language", weight=0.0, evidence=evidence.page.language.code)
    invitation = evidence.invitation
    if invitation.events and invitation.method != "REPLY" and not evidence.bulk:
        kind = (
            Kind.CANCELLATION
            if invitation.cancels
            else Kind.SCHEDULING
            if invitation.method == "COUNTER"
            else Kind.INTERVIEW
        )
        return _verdict(kind, False, 1.0, (note,))
    return _verdict(Kind.OTHER, evidence.bulk, 0.0, (note,))


def _not_a_candidacy(evidence: _Evidence) -> Verdict | None:
    """Return OTHER where the mail is no company's word to the owner as its candidate."""
    page = evidence.page
    if evidence.invitation.method in ("REPLY", "REFRESH"):
        return _verdict(
            Kind.OTHER,
            True,
            5.0,
            (Reason(name="answers_own_invitation", weight=5.0, evidence=evidence.invitation.method),),
        )
    if any(event.recurs for event in evidence.invitation.events):
        return _verdict(
            Kind.OTHER,
            True,
            5.0,
            (Reason(name="recurring_event", weight=5.0, evidence=evidence.invitation.events[0].summary[:120]),),
        )
    if evidence.weight("phishing") >= 6.0:
        return _verdict(Kind.OTHER, True, evidence.weight("phishing"), evidence.reasons("phishing"))
    other = _other_candidate(page)
    if other:
        return _verdict(
            Kind.OTHER,
            True,
            6.0,
            (Reason(name="another_candidate", weight=6.0, evidence=other[:120]), *evidence.reasons("interviewer")),
        )
    if evidence.weight("interviewer") >= _STRONG:
        return _verdict(Kind.OTHER, True, evidence.weight("interviewer"), evidence.reasons("interviewer"))
    personal = evidence.who.author is not None and is_free(evidence.who.author.email, page.language)
    addressed = any(hit.cue.name == "you" for hit in evidence.hits["candidacy"])
    if evidence.weight("own_news") >= _STRONG and not page.forwarded and (personal or not addressed):
        return _verdict(Kind.OTHER, True, evidence.weight("own_news"), evidence.reasons("own_news"))
    return _elsewhere(evidence)


def _other_candidate(page: Page) -> str | None:
    """Return the words that name somebody else as the candidate."""
    own = set(name_words(page.owner.name))
    for sentence in page.sentences:
        if sentence.label == "candidate" and name_words(sentence.text) and not own & set(name_words(sentence.text)):
            people = find_people(sentence.text, page.language)
            if people and not people[0].single:
                return sentence.text
    return None


def _elsewhere(evidence: _Evidence) -> Verdict | None:
    """Return OTHER where the talk is another matter (press, research, visa, coaching, a survey); in conflict with a candidacy, in doubt."""
    against = evidence.weight("elsewhere")
    if against < _STRONG:
        return None
    speaks_for = evidence.job + evidence.weight("interview", "word") + (2.0 if evidence.dated else 0.0)
    hard = {hit.cue.name for hit in evidence.hits["elsewhere"]} & {
        "practice",
        "research",
        "survey",
        "assessment",
        "authority",
        "media",
        "news",
        "mass",
        "reference",
        "school",
    }
    ended = max(
        evidence.positive("rejection"),
        evidence.positive("offer"),
        evidence.positive("cancellation"),
        evidence.positive("received"),
    )
    if (
        ended >= _STRONG
        and "survey" not in hard
        and "news" not in hard - ({"news"} if evidence.positive("received") >= _STRONG else set())
    ):
        return None
    if not hard and evidence.dated and speaks_for >= against + 3.0:
        return None
    if (
        hard
        and evidence.dated
        and evidence.job >= 6.0
        and evidence.weight("interview", "word")
        and against < 6.0
        and not evidence.bulk
    ):
        return _verdict(
            Kind.INTERVIEW,
            False,
            speaks_for - against,
            (*evidence.reasons("interview", "candidacy"), *evidence.reasons("elsewhere")),
        )
    return _verdict(Kind.OTHER, True, against - speaks_for / 2, evidence.reasons("elsewhere"))


def _called_off(evidence: _Evidence) -> Verdict | None:
    invitation = evidence.invitation
    worded = evidence.positive("cancellation") >= _STRONG
    if not invitation.cancels and not worded:
        return None
    reasons = evidence.reasons("cancellation", "rejection")
    about = evidence.job + evidence.weight("interview", "word", "talk")
    known = invitation.cancels or evidence.when.called_off is not None
    if evidence.positive("rejection") >= _STRONG and not known:
        return None
    moved = evidence.dated and evidence.positive("reschedule") >= _STRONG
    if not invitation.cancels and moved and not _calls_off_the_time(evidence):
        return None
    if not invitation.cancels and evidence.when.start is not None and invitation.fixes:
        return None
    if about < 2.0:
        return _verdict(Kind.OTHER, not invitation.cancels, about, reasons)
    certain = evidence.job >= 2.0 or evidence.weight("interview", "word") > 0
    return _verdict(
        Kind.CANCELLATION,
        certain and (known or evidence.weight("interview", "word") > 0),
        about + 5.0,
        (*reasons, *evidence.reasons("candidacy")),
    )


def _calls_off_the_time(evidence: _Evidence) -> bool:
    """Return whether the only time named stands in the sentence that calls it off."""
    moment = evidence.when.moment
    if moment is None or moment.sentence < 0 or moment.quoted:
        return False
    plain = evidence.page.language.plain(moment.line)
    return has_cue(evidence.page.language, "cancellation", plain) and not has_cue(evidence.page.language, "reschedule", plain)


def _ended(evidence: _Evidence) -> Verdict | None:
    """Return REJECTION or OFFER."""
    no, yes = evidence.positive("rejection"), evidence.positive("offer")
    fixed = evidence.dated and evidence.weight("interview", "word", "fixed") >= 5.0
    if no >= _STRONG:
        certain = not fixed and (
            evidence.job >= 2.0 or evidence.weight("rejection") > 5.0 or evidence.weight("interview") > 0
        )
        return _verdict(
            Kind.REJECTION, certain, evidence.weight("rejection"), evidence.reasons("rejection", "candidacy")
        )
    if yes >= _STRONG and evidence.weight("offer") >= _STRONG:
        certain = not fixed and (evidence.job >= 2.0 or evidence.weight("offer") >= 7.0)
        return _verdict(Kind.OFFER, certain, evidence.weight("offer"), evidence.reasons("offer", "candidacy"))
    return None


def _talk(evidence: _Evidence) -> Verdict | None:
    """Return INTERVIEW, RESCHEDULE or SCHEDULING."""
    talk = evidence.weight("interview")
    if evidence.invitation.method in ("COUNTER", "DECLINECOUNTER"):
        return _verdict(
            Kind.SCHEDULING, evidence.job >= 2.0, talk + evidence.job, evidence.reasons("scheduling", "candidacy")
        )
    if evidence.dated and (talk > 0 or evidence.job >= 5.0 or evidence.invitation.fixes or evidence.positive("reschedule") >= _STRONG):
        return _dated_talk(evidence, talk)
    moved = evidence.positive("reschedule") >= _STRONG
    if (
        moved
        and evidence.when.called_off is not None
        and not _tentative_before(evidence)
        and evidence.job + talk >= 4.0
        and not evidence.when.offered
    ):
        return _verdict(Kind.CANCELLATION, False, talk, evidence.reasons("reschedule", "scheduling"))
    if evidence.positive("scheduling") >= _STRONG or bool(evidence.when.offered):
        return _scheduling(evidence, talk)
    return None


def _dated_talk(evidence: _Evidence, talk: float) -> Verdict | None:
    about = evidence.job + evidence.weight("interview", "word")
    reasons = evidence.reasons("interview", "candidacy")
    if _is_question(evidence):
        return _scheduling(evidence, talk)
    moved = evidence.positive("reschedule") >= _STRONG and _really_moves(evidence)
    kind = Kind.RESCHEDULE if moved else Kind.INTERVIEW
    if moved:
        reasons = (*evidence.reasons("reschedule"), *reasons)
    personal = (
        evidence.who.author is not None
        and is_free(evidence.who.author.email, evidence.page.language)
        and not evidence.page.forwarded
    )
    if about < 2.0:
        business = evidence.who.author is not None and not personal and not evidence.bulk and talk >= 2.0
        return (
            _verdict(kind, False, about, reasons)
            if business and (moved or evidence.page.answers or _wants_owner(evidence))
            else None
        )
    certain = (
        evidence.job >= 3.0
        or (evidence.job >= 2.0 and evidence.weight("interview", "word") > 0)
        or (evidence.job >= 2.0 and talk >= 4.0)
    )
    if personal and evidence.job < 5.0:
        certain = False
    if evidence.bulk and evidence.job < 3.0:
        certain = False
    against = evidence.weight("elsewhere")
    if (
        evidence.positive("update") >= 3.0
        and not evidence.weight("interview", "fixed")
        and not evidence.weight("interview", "word")
        and not evidence.invitation.fixes
    ):
        certain = False
    return _verdict(kind, certain and against < 5.0, about + talk - against, reasons)


def _wants_owner(evidence: _Evidence) -> bool:
    return any("with you" in s.plain or "call you" in s.plain or "ring" in s.plain for s in evidence.page.sentences)


def _really_moves(evidence: _Evidence) -> bool:
    """An updated invitation whose time stays is no reschedule: the words must speak of a time, or an old one must stand beside the new."""
    page = evidence.page
    changed = re.search(r"\bchanged: ([^\n]{0,80})", page.whole_plain)
    return not changed or bool(re.search(r"\b(?:time|date|when|start)\b", changed[1]))


def _is_question(evidence: _Evidence) -> bool:
    """Return whether the time is only asked for: a question without a word that it stands."""
    page, when = evidence.page, evidence.when
    if evidence.invitation.fixes and when.start is not None:
        return False
    moment = when.moment or (when.offered[0] if when.offered else None)
    if moment is None:
        return not evidence.invitation.events
    stands = any(_STANDS.search(s.plain) for s in page.sentences)
    open_words = any(
        re.search(
            r"\b(?:nothing is (?:booked|fixed|set)|pencil\w*|tentative\w*|provisional\w*|to be confirmed|once you confirm|if (?:so|that works|it works|this works|that suits)[, ])",
            s.plain,
        )
        for s in page.sentences
    )
    if moment.quoted:
        return evidence.weight("interview", "fixed") < 2.0
    asked = (bool(_QUESTION.search(moment.line)) or moment.line.endswith("?")) and not stands
    fixed = evidence.weight("interview", "fixed") >= 2.0 or stands
    return asked or (open_words and not fixed) or (open_words and "nothing is booked" in page.whole_plain)


def _tentative_before(evidence: _Evidence) -> bool:
    text = evidence.page.whole_plain + "\n".join(s.plain for s in evidence.page.quoted)
    return bool(re.search(r"\b(?:pencil\w*|tentative\w*|floated|provisional\w*|holding)\b", text))


def _scheduling(evidence: _Evidence, talk: float) -> Verdict | None:
    about = evidence.job + evidence.weight("interview", "word")
    if evidence.positive("received") >= _STRONG and evidence.weight("scheduling", "ask") < _STRONG:
        return None
    if evidence.positive("update") >= 3.0 and talk < 2.0 and not evidence.when.offered:
        return None
    if evidence.job < 2.0 and not (evidence.weight("interview", "word") and talk >= 3.0):
        return None
    if talk <= 0 and not evidence.when.offered:
        return None
    certain = (evidence.job >= 3.0 and not evidence.bulk) or (
        evidence.job >= 2.0 and evidence.weight("interview", "word") > 0
    )
    return _verdict(Kind.SCHEDULING, certain, about + talk, evidence.reasons("scheduling", "interview", "candidacy"))


def _rest(evidence: _Evidence) -> Verdict:
    """Return RECEIVED, UPDATE or OTHER."""
    if evidence.positive("received") >= _STRONG and evidence.job >= 2.0:
        return _verdict(Kind.RECEIVED, True, evidence.weight("received"), evidence.reasons("received"))
    human = evidence.who.author_reachable and not evidence.bulk
    related = evidence.job + evidence.weight("interview") + evidence.weight("update", "thanks")
    if evidence.positive("update") >= 3.0 and human and related >= 2.0:
        return _verdict(
            Kind.UPDATE,
            evidence.job >= 2.0 or evidence.page.answers,
            evidence.weight("update"),
            evidence.reasons("update", "candidacy"),
        )
    doubt = (
        evidence.dated and evidence.weight("interview", "word") > 0 and human and evidence.weight("elsewhere") < _STRONG
    )
    return _verdict(Kind.OTHER, not doubt, 0.0, evidence.reasons("elsewhere", "interview"))


def answers_yes(page: Page) -> bool:
    """Return whether the new text agrees to what was proposed before."""
    return page.answers and any(has_cue(page.language, "interview", s.plain) for s in page.sentences)
