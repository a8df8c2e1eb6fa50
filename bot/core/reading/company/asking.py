"""Whether a time is told or only asked for."""

from __future__ import annotations

import re

from bot.core.reading.company.evidence import Evidence
from bot.core.reading.company.moment import Moment
from bot.core.reading.company.ordinal import counts_out
from bot.core.reading.company.page import Page, has_cue
from bot.core.reading.company.scanning import takes_your_time
from bot.core.reading.company.wording import finds

_SHORT_QUESTION = 7
_BESIDE = 60
_CLAUSE = re.compile(r"[;!?(]|\.\s")


def is_question(evidence: Evidence) -> bool:
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


def asks_instead(evidence: Evidence) -> bool:
    """Return whether an answer to a time that was only proposed asks about another."""
    moment = evidence.when.moment or next(iter(evidence.when.offered), None)
    if moment is None or moment.quoted or not evidence.when.agreement.only_proposed or evidence.on_record:
        return False
    proposed = {start for other in evidence.when.agreement.proposed for start in other.starts}
    return _really_asks(evidence.page, moment.line) and proposed.isdisjoint(moment.starts) and evidence.threaded


def _really_asks(page: Page, line: str) -> bool:
    """Return whether *line* is a question; one that only ends in "ok?" or "tá?" tells."""
    return line.endswith("?") and not finds(page.language, "tag_question", line)


def goes_without_saying(evidence: Evidence) -> bool:
    """Return whether a single time that is asked for is taken as settled behind it ("shall we say Friday at 3? See you there")."""
    if evidence.when.start is None or not evidence.human:
        return False
    return evidence.weight("interview", "until_then") > 0
