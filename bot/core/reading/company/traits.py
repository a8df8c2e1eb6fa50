"""What a mail shows, as named numbers that do not depend on its language: what the weights of `weighing` are given to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import compress
from math import log

from bot.core.reading.company.acts import ALWAYS, Act
from bot.core.reading.company.evidence import Evidence
from bot.core.reading.company.lexicon import CLOCK, DAY, QUESTION
from bot.core.reading.company.matters import PREFIX as MATTER
from bot.core.reading.company.matters import find_matters
from bot.core.reading.company.moving import moves
from bot.core.reading.company.senses import Line

MOVES = "moves"
_MOST = 3
_JOB = 3.0
"""So much said of a candidacy makes it likely that a dated mail is about one."""
_DATED = frozenset({DAY, CLOCK})
_ACTS_COUNT = 3.0
"""Traits by acts are made so much larger: they rest on sentences from everywhere, the lists more on the very mails that the weights are
set by, and would be believed too much."""
_FAINT = 0.08
_NEVER = 0.005
_LIKELY = 0.6
_USUAL, _USUAL_ODDS = 2, -3.5
"""So many sentences that do a thing as seldom as most are counted along, so that an average over one sentence is no more than a hint."""


def find_traits(evidence: Evidence) -> dict[str, float]:
    """Return trait → its size, about 0 to 3; what is not there is left out.

    ``cue:SECTION.NAME`` stands in the new text; ``heard:SECTION`` and ``heaviest:SECTION``: how many cues of a section, and the heaviest.
    ``says:MEANING`` in any sentence, ``topic:`` in the subject, ``dated:`` in one with a day or hour, ``asked:`` in a question, ``if:``
    under a condition; ``-`` before a meaning: denied. ``matter:FIELD``: words of a field of life, ``sender_matter:`` in the sender's name.
    ``act:ACT``: half the log odds that the likeliest sentence does this, ``acts:`` of all on the average; ``topic_act:``, ``dated_act:``
    and ``quoted_act:``: how likely the subject, one with a day or hour, one of the mails before does. The rest is what the mail is as a
    whole.
    """
    traits = {ALWAYS: 1.0}
    for source in (_heard, _said, _done, _matters, _time, _sender, _calendar, _together):
        traits.update(source(evidence))
    return {name: size for name, size in traits.items() if size}


def _heard(evidence: Evidence) -> Iterator[tuple[str, float]]:
    for section, hits in evidence.hits.items():
        if hits:
            yield f"heard:{section}", float(min(_MOST, len(hits)))
            yield f"heaviest:{section}", evidence.best(section) / 5
        for hit in hits:
            yield f"cue:{section}.{hit.cue.name}", 1.0


def _said(evidence: Evidence) -> Iterator[tuple[str, float]]:
    for number, line in enumerate(evidence.lines):
        dated, asked = _is_dated(line), QUESTION in line.senses
        for meaning, senses in line.senses.items():
            if meaning.startswith(MATTER):
                continue
            for sense in senses:
                said = f"-{meaning}" if sense.negated else meaning
                yield f"says:{said}", 1.0
                if sense.conditional:
                    yield f"if:{meaning}", 1.0
                if dated:
                    yield f"dated:{said}", 1.0
                if asked:
                    yield f"asked:{meaning}", 1.0
                if number == 0:
                    yield f"topic:{said}", 1.0


def _is_dated(line: Line) -> bool:
    return not _DATED.isdisjoint(line.senses)


def _done(evidence: Evidence) -> Iterator[tuple[str, float]]:
    read = evidence.page.acts
    told = [shares for shares in read if shares and shares[Act.POLITE] < _LIKELY]
    for act in Act if told else ():
        odds = [_log_odds(shares[act]) for shares in told]
        yield f"act:{act}", max(odds) / 2
        yield f"acts:{act}", (sum(odds) + _USUAL * _USUAL_ODDS) / (len(odds) + _USUAL) / 2
    dated = map(_is_dated, evidence.lines)
    yield from _most("topic_act", read[:1])
    yield from _most("dated_act", compress(read, dated))
    yield from _most("quoted_act", evidence.page.quoted_acts)


def _log_odds(share: float) -> float:
    share = min(max(share, _NEVER), 1 - _NEVER)
    return log(share / (1 - share))


def _most(name: str, sentences: Iterable[Mapping[Act, float]]) -> Iterator[tuple[str, float]]:
    """Yield how likely the likeliest of *sentences* does what."""
    most: dict[Act, float] = {}
    for shares in sentences:
        most.update((act, max(share, most.get(act, 0.0))) for act, share in shares.items())
    yield from ((f"{name}:{act}", _ACTS_COUNT * share) for act, share in most.items() if share > _FAINT)


def _matters(evidence: Evidence) -> Iterator[tuple[str, float]]:
    matters = evidence.matters
    for name, words in matters.words.items():
        yield f"matter:{name}", min(_MOST + 1, len(words)) / 2
    most = len(matters.other[1])
    yield "another_matter", float(most > 2)
    yield "no_work_beside", float(most > 1 and most > 2 * matters.work)
    yield "no_word_of_work", float(matters.work == 0)
    sender, language = evidence.page.message.sender, evidence.page.language
    named = find_matters([language.line(language.plain(sender.name))] if sender else ())
    yield from ((f"sender_matter:{name}", 1.0) for name in named.words)


def _time(evidence: Evidence) -> Iterator[tuple[str, float]]:
    when = evidence.when
    yield "dated", float(evidence.dated)
    yield "start", float(when.start is not None)
    yield "in_doubt", float(bool(when.options))
    yield "offered", min(_MOST + 1, len(when.offered)) / 2
    yield "one_offered", float(len(when.offered) == 1)
    yield "several_offered", float(len(when.offered) > 1)
    yield "given_up", float(when.called_off is not None)
    yield "shifted", float(bool(when.shifted))
    yield "to_come", float(bool(when.to_come))
    yield "moment", float(when.moment is not None)
    yield "quoted_moment", float(when.moment is not None and when.moment.quoted)
    yield "only_proposed", float(when.agreement.only_proposed)
    yield "fixed_before", float(when.agreement.fixed is not None)
    yield MOVES, float(moves(evidence))
    yield "timed", float(evidence.timed)


def _sender(evidence: Evidence) -> Iterator[tuple[str, float]]:
    page = evidence.page
    yield "human", float(evidence.human)
    yield "threaded", float(evidence.threaded)
    yield "direct", float(evidence.direct)
    yield "personal", float(evidence.personal)
    yield "bulk", float(evidence.bulk)
    yield "books", float(evidence.books)
    yield "by_service", float(evidence.who.by_service)
    yield "answers", float(page.answers)
    yield "forwarded", float(page.forwarded)
    yield "quotes", float(bool(page.quoted))
    yield "length", min(_MOST, len(page.sentences) / 8)


def _calendar(evidence: Evidence) -> Iterator[tuple[str, float]]:
    invitation = evidence.invitation
    yield "calendar", float(bool(invitation.events))
    yield "calendar_off", float(invitation.cancels)
    yield "calendar_fixes", float(invitation.fixes)
    yield "calendar_moves", float(invitation.moves)
    yield f"method:{invitation.method.lower()}", 1.0


def _together(evidence: Evidence) -> Iterator[tuple[str, float]]:
    dated, named, role = evidence.dated, evidence.named > 0, evidence.role is not None
    yield "role", float(role)
    yield "named", float(named)
    yield "job", min(_MOST, evidence.job / _JOB)
    yield "dated_named", float(dated and named)
    yield "dated_job", float(dated and evidence.job >= _JOB)
    yield "dated_role", float(dated and role)
    yield "named_role", float(named and role)
    yield "answer_start", float(evidence.page.answers and evidence.when.start is not None)
