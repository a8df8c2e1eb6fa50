"""The signs that a time which was fixed moves to another."""

from __future__ import annotations

from bot.core.reading.company.evidence import STRONG, Evidence
from bot.core.reading.company.lexicon import CONTRAST, NEGATION
from bot.core.reading.company.moment import Moment
from bot.core.reading.company.page import has_cue


def moves(evidence: Evidence) -> bool:
    """Return whether the words, a labelled former time, struck-out words or the SEQUENCE of an invitation (RFC 5545 section 3.8.7.4) say
    that a fixed time moves."""
    old = evidence.when.called_off
    shown = old is not None and old.old and (old.label == "old" or bool(evidence.page.struck))
    if evidence.invitation.moves or evidence.when.shifted:
        return True
    granted = evidence.weight("asked_move", "plain") > 0 and evidence.weight("stands") > 0
    if granted and evidence.page.answers and evidence.when.start is not None:
        return True
    event = next(iter(evidence.invitation.events), None)
    if event is not None and evidence.invitation.fixes and not shown:
        issue = event.sequence or 0
        if issue == 0 and event.sequence is not None and not evidence.page.answers:
            return False  # its first issue
        if issue > 0 and old is not None and old.old:
            return True
    return evidence.best("reschedule") >= STRONG or shown or _replaces(evidence) or _supplants(evidence)


def _supplants(evidence: Evidence) -> bool:
    """Return whether the new text settles on another time than the one that the mails before had fixed, as it does whatever the words."""
    fixed, new = evidence.when.agreement.fixed, evidence.when.moment
    if fixed is None or new is None or new.quoted or new.choice or evidence.when.start is None or evidence.when.slots:
        return False
    if set(new.starts) & set(fixed.starts) or evidence.weight("further"):
        return False
    return evidence.human and not new.line.endswith("?")


def _replaces(evidence: Evidence) -> bool:
    """Return whether the new text gives up one time and names another that stands, in another sentence or behind a "but"."""
    old, new = evidence.when.called_off, evidence.when.moment
    if old is None or new is None or not old.old or old.quoted or new.quoted or evidence.when.start is None:
        return False
    if set(old.starts) & set(new.starts):
        return False
    if old.sentence == new.sentence:
        return sets_against(evidence)
    spoken = bool(evidence.hits["cancellation"] or evidence.hits["reschedule"] or evidence.hits["was_set"])
    return spoken and not _calls_off(evidence, new)


def sets_against(evidence: Evidence) -> bool:
    """Return whether a statement sets the new time against the old, which it denies ("not on Thursday at 10 but on Friday at 12")."""
    language, old, new = evidence.page.language, evidence.when.called_off, evidence.when.moment
    if old is None or new is None or not old.old or old.quoted or new.quoted or old.sentence != new.sentence:
        return False
    between = language.plain(old.line[old.position : new.position])
    denied = NEGATION in language.line(language.plain(old.line[: old.position])).senses
    return denied and not new.line.endswith("?") and CONTRAST in language.line(between).senses


def _calls_off(evidence: Evidence, moment: Moment) -> bool:
    """Return whether the sentence of *moment* calls something off, or asks."""
    language = evidence.page.language
    asked = moment.line.endswith("?") and not evidence.weight("stands")
    return asked or has_cue(language, "cancellation", language.plain(moment.line))
