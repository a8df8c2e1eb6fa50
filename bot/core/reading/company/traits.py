"""What a mail shows, as named numbers that do not depend on its language: what the weights of `weighing` are given to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bot.core.reading.company.acts import ALWAYS, Act, ActWeights
from bot.core.reading.company.evidence import Evidence
from bot.core.reading.company.lexicon import CLOCK, DAY, QUESTION
from bot.core.reading.company.matters import PREFIX as MATTER
from bot.core.reading.company.moving import moves

MOVES = "moves"
_MOST = 3
_JOB = 3.0
"""So much said of a candidacy makes it likely that a dated mail is about one."""
_DATED = frozenset({DAY, CLOCK})
_ACTS_COUNT = 3.0
"""Traits by acts are made so much larger: they rest on sentences from everywhere, the lists more on the very mails that the weights are
set by, and would be believed too much."""
_ACT = "act"
_FAINT = 0.08
_MOST_QUOTED = 12


def find_traits(evidence: Evidence, acts: ActWeights) -> dict[str, float]:
    """Return trait → its size, about 0 to 3; what is not there is left out.

    ``cue:SECTION.NAME`` stands in the new text; ``heard:SECTION`` and ``heaviest:SECTION``: how many cues of a section, and the heaviest.
    ``says:MEANING`` in any sentence, ``topic:`` in the subject, ``dated:`` in one with a day or hour, ``asked:`` in a question, ``if:``
    under a condition; ``-`` before a meaning: denied. ``matter:FIELD``: words of a field of life. ``act:ACT``: how likely a sentence does
    this, at most; ``acts:`` in all, ``dated_act:`` one with a day or hour, ``topic_act:`` the subject,
    ``quoted_act:`` one of the mails before. The rest is what the mail is as a whole.
    """
    traits = {ALWAYS: 1.0}
    for source in (_heard, _said, _matters, _time, _sender, _calendar, _together):
        traits.update(source(evidence))
    traits.update(_done(evidence, acts))
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
        dated, asked = not _DATED.isdisjoint(line.senses), QUESTION in line.senses
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


def _done(evidence: Evidence, acts: ActWeights) -> Iterator[tuple[str, float]]:
    sizes: dict[str, float] = defaultdict(float)
    in_all: dict[Act, float] = defaultdict(float)
    for names, shares in _sentences(evidence, acts):
        for act, share in shares.items():
            in_all[act] += share if _ACT in names else 0.0
            for name in names:
                sizes[f"{name}:{act}"] = max(sizes[f"{name}:{act}"], share)
    sizes |= {f"acts:{act}": min(_MOST, share) / 2 for act, share in in_all.items()}
    yield from ((trait, _ACTS_COUNT * size) for trait, size in sizes.items() if size > _FAINT)


def _sentences(evidence: Evidence, acts: ActWeights) -> Iterator[tuple[tuple[str, ...], dict[Act, float]]]:
    """Yield what each sentence does, with the names of the traits that it counts for."""
    for number, line in enumerate(evidence.lines):
        dated = ("dated_act",) if not _DATED.isdisjoint(line.senses) else ()
        yield (_ACT, *dated, *(("topic_act",) if number == 0 else ())), acts.read(line)
    language = evidence.page.language
    for sentence in evidence.page.quoted[:_MOST_QUOTED]:
        yield ("quoted_act",), acts.read(language.line(sentence.plain))


def _matters(evidence: Evidence) -> Iterator[tuple[str, float]]:
    matters = evidence.matters
    for name, words in matters.words.items():
        yield f"matter:{name}", min(_MOST + 1, len(words)) / 2
    most = len(matters.other[1])
    yield "another_matter", float(most > 2)
    yield "no_work_beside", float(most > 1 and most > 2 * matters.work)
    yield "no_word_of_work", float(matters.work == 0)


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
