"""A talk fixed, moved, called off or still to be fixed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from bot.core.reading.company.clauses import says
from bot.core.reading.company.cues import Language
from bot.core.reading.company.evidence import STRONG, Evidence, Verdict
from bot.core.reading.company.lexicon import CLOCK
from bot.core.reading.company.moment import Moment
from bot.core.reading.company.ordinal import counts_out
from bot.core.reading.company.page import Page, has_cue
from bot.core.reading.company.scanning import find_scanned_dates, mail_day, scan_page, takes_your_time
from bot.core.reading.company.wording import finds, has_sign
from bot.core.reading.types import Kind

_SHORT_QUESTION = 7
_THREADED = 3.0
"""So much an interview counts that the mails name which this one answers."""
_LABELS_OF_A_TIME = ("when", "date", "time")
_BESIDE = 60
_OF_THE_OWNER = frozenset({"you", "talk", "asks_for", "expect_you", "await", "trial"})
_LATER = ("day_later", "day_later_word")
_PART = re.compile(r"[,;:\u2013\u2014]\s?|\s-\s")
_CLAUSE = re.compile(r"[;!?(]|\.\s")


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
    if evidence.human and not by_calendar and (_names_another_day(evidence) or _in_two_readings(evidence)):
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
    if unfixed and evidence.human and evidence.best("scheduling") >= STRONG and not evidence.moves:
        return True
    return evidence.when.agreement.only_proposed and not evidence.on_record and evidence.best("rejection") < STRONG


def _asks_instead(evidence: Evidence) -> bool:
    """Return whether an answer to a time that was only proposed asks about another."""
    moment = evidence.when.moment or next(iter(evidence.when.offered), None)
    if moment is None or moment.quoted or not evidence.when.agreement.only_proposed or evidence.on_record:
        return False
    proposed = {start for other in evidence.when.agreement.proposed for start in other.starts}
    return _really_asks(evidence.page, moment.line) and proposed.isdisjoint(moment.starts) and evidence.threaded


def _in_two_readings(evidence: Evidence) -> bool:
    """Return whether the new text names one time to come of which only the day is in doubt ("Tuesday is off. New plan: Friday at 4")."""
    offered = [moment for moment in evidence.when.offered if not moment.quoted]
    return len(offered) == 1 and len(offered[0].starts) == 2 and not offered[0].line.endswith("?")


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
    return evidence.dated and evidence.moves and not _calls_off_the_time(evidence)


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


def _names_another_day(evidence: Evidence) -> bool:
    """Return whether, once a day is called off, another one is named to meet on, be it without a time of day ("come on Monday then")."""
    language = evidence.page.language
    given_up: set[date] = set()
    begun = False
    for part, rest, days, hours in _days_of_parts(evidence.page):
        plain, here = language.plain(rest), language.plain(part)
        off = has_cue(language, "cancellation", plain)
        if off or not begun:
            given_up |= days
        elif days - given_up and has_cue(language, "interview", plain) and not has_cue(language, "update", here):
            return True
        begun = begun or off
        if hours and begun and not off and _comes_later(language, rest, here):
            return True
    return False


def _comes_later(language: Language, rest: str, here: str) -> bool:
    """Return whether the words tell a day by its distance, for nothing beside the talk ("a week later ... then we meet at half past")."""
    return any(finds(language, sign, rest) for sign in _LATER) and not has_sign(language, "side", here)


def _days_of_parts(page: Page) -> Iterator[tuple[str, str, set[date], bool]]:
    """Yield the parts of every sentence, between commas and such, with the rest of it, the days to come that the part names, and
    whether it names an hour."""
    today, scanned = mail_day(page), scan_page(page)
    if scanned is None:
        return
    for line, mentions in zip(scanned.new, find_scanned_dates(page), strict=True):
        sentence = line.sentence
        single = [m for m in mentions if m.readings and not m.span_of_days and (today is None or m.readings[0] > today)]
        ends = [
            m.start() for m in _PART.finditer(sentence.text) if not any(d.start < m.start() < d.end for d in single)
        ]
        for start, end in pairwise([0, *ends, len(sentence.text)]):
            yield (
                sentence.text[start:end],
                sentence.text[start:],
                {d.readings[0] for d in single if start <= d.start < end},
                bool(line.clocks),
            )


def judge_talk(evidence: Evidence) -> Verdict | None:
    """Return INTERVIEW, RESCHEDULE or SCHEDULING; None where no talk is meant."""
    if evidence.invitation.method in ("COUNTER", "DECLINECOUNTER"):
        return evidence.verdict(
            Kind.SCHEDULING, "scheduling", "candidacy", certain=evidence.job >= 2.0, score=evidence.job
        )
    talk = evidence.weight("interview")
    if _only_received(evidence):
        return None
    if _asks_instead(evidence):
        return evidence.verdict(Kind.SCHEDULING, "scheduling", "interview", certain=True, score=talk)
    told = talk > 0 or evidence.job >= 5.0 or evidence.invitation.fixes or evidence.moves or _takes_up(evidence)
    told = told or evidence.accepts
    if evidence.dated and told:
        return _fixed(evidence, talk)
    if evidence.moves and _old_time_stood(evidence) and evidence.job + talk >= 4.0:
        old = evidence.when.called_off
        plain = evidence.human and evidence.named > 0 and old is not None and old.old and not old.quoted
        return evidence.verdict(Kind.CANCELLATION, "reschedule", "scheduling", certain=plain, score=talk)
    if evidence.moves and evidence.when.options and not evidence.weight("scheduling", "ask"):
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
        return _scheduling(evidence, talk)
    return None


def _takes_up(evidence: Evidence) -> bool:
    """Return whether the time is one that the answered mails propose for an interview."""
    moment = evidence.when.moment
    return evidence.threaded and moment is not None and moment.quoted


def _expects_the_owner(evidence: Evidence) -> bool:
    """Return whether, beside the receipt, a person fixes a time in a sentence of its own, or says that it stands."""
    fixed = {hit.sentence for hit in evidence.hits["interview"] if hit.cue.name == "fixed"}
    moment = evidence.when.moment
    if evidence.weight("stands") > 0 and fixed:
        return True
    if moment is None or moment.quoted or moment.sentence not in fixed or not evidence.human:
        return False
    senses = evidence.page.language.line(evidence.page.language.plain(moment.line)).senses
    return "application" not in senses and "receive" not in senses


def _speaks_of_a_talk(evidence: Evidence) -> bool:
    """Return whether a talk, a meeting or an application is named: a question for a free hour alone may be about anything."""
    named = evidence.weight("interview", "word", "talk") + evidence.weight("scheduling", "announced")
    return named + evidence.weight("candidacy", "application", "interview") > 0


def _only_received(evidence: Evidence) -> bool:
    """Return whether an application was received, and what is dated is not a talk (a receipt tells when it came, and of talks to come)."""
    if evidence.best("received") < STRONG or evidence.weight("invited") or evidence.invitation.events:
        return False
    if _expects_the_owner(evidence):
        return False
    language = evidence.page.language
    if _asks_outright(evidence) or (
        len(evidence.when.offered) > 1
        and any(not _tells_of_choosing(language, language.plain(m.line)) for m in evidence.when.offered)
    ):
        return False
    moment = evidence.when.moment
    if evidence.human and moment is not None and not moment.quoted and _told_to_come_then(evidence, moment):
        return False
    if moment is None or moment.label in _LABELS_OF_A_TIME:
        return moment is None
    if _tells_of_choosing(language, language.plain(moment.line)):
        return True
    above = evidence.page.sentences[moment.sentence - 1] if moment.sentence > 0 and not moment.quoted else None
    led = above.plain if above and above.text.endswith(":") else ""
    return not says(language, "interview", f"{led} {language.plain(moment.line)}", "word", "talk")


def _told_to_come_then(evidence: Evidence, moment: Moment) -> bool:
    """Return whether a person names one time to come, and what the owner is to do then, as no receipt does."""
    line = evidence.page.language.line(evidence.page.language.plain(moment.line))
    named = CLOCK in line.senses and not _OF_THE_OWNER.isdisjoint(line.senses) and "application" not in line.senses
    return evidence.when.start is not None and moment.sentence >= 0 and named


def _asks_outright(evidence: Evidence) -> bool:
    """Return whether a time is asked for, not only in case the application is chosen ("if there is a match, we will set one up")."""
    page = evidence.page
    hits = [hit for hit in evidence.hits["scheduling"] if hit.cue.weight >= STRONG]
    plain = [page.sentences[hit.sentence].plain for hit in hits if hit.sentence >= 0]
    return len(plain) < len(hits) or any(not _tells_of_choosing(page.language, text) for text in plain)


def _tells_of_choosing(language: Language, plain: str) -> bool:
    """Return whether *plain* tells what is done with all applications, or what follows in case one is chosen."""
    return says(language, "received", plain, "reviewing")


def _old_time_stood(evidence: Evidence) -> bool:
    """Return whether a time that was fixed falls away (one that was only pencilled in does not count)."""
    page = evidence.page
    tentative = any(has_cue(page.language, "tentative", sentence.plain) for sentence in (*page.sentences, *page.quoted))
    return evidence.when.called_off is not None and not tentative and not evidence.when.offered


def _fixed(evidence: Evidence, talk: float) -> Verdict | None:
    if _is_question(evidence):
        found = _scheduling(evidence, talk)
        if found and evidence.when.start is not None and (evidence.moves or evidence.weight("stands") > 0):
            return replace(found, certain=False)
        if found and _goes_without_saying(evidence):
            return replace(found, kind=Kind.INTERVIEW, certain=False)
        if found or not evidence.moves:
            return found
    moves = (evidence.moves and _really_moves(evidence)) or _takes_the_place(evidence)
    kind = Kind.RESCHEDULE if moves else Kind.INTERVIEW
    sections = ("reschedule", "interview", "candidacy") if moves else ("interview", "candidacy")
    about = evidence.job + evidence.named + (_THREADED if evidence.threaded else 0.0)
    if about < 2.0:
        return evidence.verdict(kind, *sections, certain=False, score=about) if _may_be_one(evidence, talk) else None
    against = evidence.weight("elsewhere")
    certain = _is_sure(evidence, talk) and not (evidence.supplants and not evidence.gives_up_plainly)
    return evidence.verdict(kind, *sections, certain=certain, score=about + talk - against)


def _goes_without_saying(evidence: Evidence) -> bool:
    """Return whether a single time that is asked for is taken as settled behind it ("shall we say Friday at 3? See you there")."""
    if evidence.when.start is None or not evidence.human:
        return False
    return evidence.weight("interview", "until_then") > 0


def _takes_the_place(evidence: Evidence) -> bool:
    """Return whether the time stands in a mail whose earlier words give up another day, one that the mails before had settled on."""
    moment, page = evidence.when.moment, evidence.page
    if (
        moment is None
        or moment.quoted
        or moment.sentence < 0
        or not evidence.human
        or not evidence.hits["cancellation"]
    ):
        return False
    if _slips(evidence):
        return False
    language, day = page.language, moment.starts[0].date()
    given_up = {
        other
        for part, _, days, _ in _days_of_parts(page)
        if days and has_cue(language, "cancellation", language.plain(part))
        for other in days
    }
    if day in given_up or not given_up:
        return False
    return not page.answers or given_up == _days_before(page)


def _days_before(page: Page) -> set[date]:
    """Return the days that the quoted mails name."""
    scanned = scan_page(page)
    lines = scanned.quoted if scanned else ()
    return {m.readings[0] for line in lines for m in line.dates if m.readings and not m.span_of_days}


def _may_be_one(evidence: Evidence, talk: float) -> bool:
    """Return whether a dated talk that names neither job nor interview is worth asking about."""
    if not evidence.human:
        return False
    spoken = evidence.weight("to_owner") > 0 or evidence.weight("interview", "come") > 0
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
    if (
        evidence.human
        and (evidence.named or evidence.threaded)
        and not evidence.hits["elsewhere"]
        and not evidence.hits["own_news"]
        and (evidence.weight("invited") or evidence.moves or evidence.accepts or _set_out(evidence))
    ):
        return True
    if evidence.human and evidence.threaded and not evidence.hits["elsewhere"] and not evidence.moves:
        return evidence.weight("invited") > 0 or evidence.weight("interview", "fixed") > 0
    if not evidence.named and evidence.role is None and not evidence.page.answers:
        return job >= 5.0 or (job >= 3.0 and evidence.weight("invited") > 0)
    moved = evidence.moves and evidence.human and talk > 0 and not evidence.hits["elsewhere"]
    return job >= 3.0 or (job >= 2.0 and (evidence.named > 0 or talk >= 4.0 or moved))


def _set_out(evidence: Evidence) -> bool:
    """Return whether the time stands by structure: behind a label for it, or beside a word that it is fixed."""
    moment = evidence.when.moment
    labelled = moment is not None and moment.label in _LABELS_OF_A_TIME
    return labelled or evidence.weight("interview", "fixed") > 0


def _really_moves(evidence: Evidence) -> bool:
    """An updated invitation that says what changed moves only if that is the time."""
    old = evidence.when.called_off
    if old is not None and old.label == "old":
        return True
    return not _slips(evidence) and not evidence.weight("what_changed", "something") > evidence.weight(
        "what_changed", "time"
    )


def _slips(evidence: Evidence) -> bool:
    """Return whether the writer corrects a time of this very mail ("the 3rd... scratch that, the 2nd instead")."""
    return evidence.weight("slip") > 0 and not evidence.page.answers and not evidence.page.quoted


def _is_question(evidence: Evidence) -> bool:
    """Return whether the time is only asked for: a question without a word that it stands."""
    page, when = evidence.page, evidence.when
    if evidence.invitation.fixes and not evidence.invitation.marked and when.start is not None:
        return False
    moment = when.moment or (when.offered[0] if when.offered else None)
    if moment is None:
        return evidence.invitation.tentative or not evidence.invitation.events
    fixed = evidence.weight("interview", "fixed") >= 2.0
    if moment.quoted:
        agreed = evidence.when.agreement.fixed
        stands = agreed is not None and agreed.starts == moment.starts and not evidence.weight("scheduling", "ask")
        return not (fixed or counts_out(page) or takes_your_time(page) or evidence.accepts or stands)
    if evidence.weight("open", "nothing"):
        return True
    if evidence.weight("stands"):
        return False
    if evidence.weight("held_free") > 0 and evidence.weight("say_if") > 0 and not evidence.hits["invites"]:
        return True
    if evidence.invitation.tentative or has_cue(page.language, "tentative", page.language.plain(moment.line)):
        return True
    if _hangs_on_a_yes(evidence, moment) or (not fixed and _asks_behind(page, moment.sentence)):
        return True
    asked = _really_asks(page, moment.line) or has_cue(page.language, "asked", page.language.plain(moment.line))
    return asked or (evidence.weight("open") > 0 and not fixed)


def _really_asks(page: Page, line: str) -> bool:
    """Return whether *line* is a question; one that only ends in "ok?" or "tá?" tells."""
    return line.endswith("?") and not finds(page.language, "tag_question", line)


def _hangs_on_a_yes(evidence: Evidence, moment: Moment) -> bool:
    """Return whether the time holds only if it suits ("if that suits, we meet on Tuesday at 10")."""
    language = evidence.page.language
    rest = moment.line[moment.position :][:_BESIDE]
    beside = (_CLAUSE.split(moment.line[: moment.position])[-1], _CLAUSE.split(rest)[0])
    return any(has_cue(language, "on_condition", language.plain(text)) for text in beside)


def _asks_behind(page: Page, number: int) -> bool:
    """Return whether the sentence behind the one *number* asks in a few words if the time suits."""
    behind = page.sentences[number + 1 : number + 2] if number >= 0 else ()
    return any(
        line.text.endswith("?")
        and len(line.text.split()) <= _SHORT_QUESTION
        and "suit" in page.language.line(line.plain).senses
        for line in behind
    )


def _scheduling(evidence: Evidence, talk: float) -> Verdict | None:
    """Return SCHEDULING where the mail asks for or offers times of a talk about a job."""
    offered = bool(evidence.when.offered) or evidence.when.start is not None
    if evidence.best("received") >= STRONG and evidence.best("scheduling") < STRONG and not evidence.when.offered:
        return None
    if evidence.best("update") >= 3.0 and talk < 2.0 and not offered:
        return None
    goes_on = evidence.page.answers and evidence.job >= 3.0 and evidence.timed
    booked = evidence.books and evidence.job >= 3.0
    if talk + evidence.weight("scheduling", "announced") <= 0 and not (offered or goes_on or booked):
        return None
    if evidence.personal and evidence.job < 5.0:
        return None
    threaded = evidence.threaded and not evidence.moves
    asks = evidence.human and evidence.best("scheduling") >= STRONG
    if evidence.job < 2.0 and not ((evidence.named or threaded) and (talk > 3.0 or offered or asks)):
        return None
    known = evidence.named > 0 or threaded
    known = known and (not evidence.bulk or evidence.role is not None)
    job = evidence.job - evidence.weight("candidacy", "interview")
    certain = (job >= 3.0 and not evidence.bulk) or (job >= 2.0 and known)
    asked = (
        evidence.human
        and (evidence.named >= 3.0 or threaded)
        and evidence.best("scheduling") >= STRONG
        and bool(evidence.when.offered)
    )
    certain = certain or (asked and not evidence.hits["elsewhere"])
    certain = certain and (_speaks_of_a_talk(evidence) or booked or threaded)
    certain = certain and (evidence.weight("own_news") < STRONG or evidence.best("scheduling") >= STRONG)
    return evidence.verdict(
        Kind.SCHEDULING, "scheduling", "interview", "candidacy", certain=certain, score=evidence.job + talk
    )
