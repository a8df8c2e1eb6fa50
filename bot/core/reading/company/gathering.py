"""Every sign of what a mail is, gathered once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.core.message.automatic import AutomaticReason, automatic_reasons
from bot.core.reading.company.clauses import find_hits, read_clauses, speaks
from bot.core.reading.company.correspondents import Correspondents
from bot.core.reading.company.cues import Cue
from bot.core.reading.company.evidence import STRONG, Evidence
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.lexicon import CLOCK, DAY
from bot.core.reading.company.matters import Matters, find_matters
from bot.core.reading.company.page import Hit, Page, has_cue
from bot.core.reading.company.when import When

_MATTER = 3
"""So many words of one field of life make it what a mail is about."""
_BULK = frozenset({AutomaticReason.PRECEDENCE, AutomaticReason.LIST, AutomaticReason.LIST_UNSUBSCRIBE})
_SECTIONS = (
    "rejection", "offer", "cancellation", "reschedule", "received", "update", "scheduling", "interview", "candidacy", "elsewhere",
    "phishing", "interviewer", "own_news", "as_candidate", "invited", "stands", "open", "tentative", "asked", "asked_move",
    "to_owner", "what_changed", "slip", "further", "held_free", "say_if", "was_set", "assent", "invites", "on_condition",
)  # fmt: skip


def gather_evidence(
    page: Page, who: Correspondents, invitation: Invitation, when: When, role: str | None, on_record: str | None = None
) -> Evidence:
    """Return every sign the mail carries."""
    clauses = read_clauses(page)
    hits = {section: find_hits(clauses, section) for section in _SECTIONS}
    hits["elsewhere"] = _beside_the_role(page, role, hits["elsewhere"])
    hits["candidacy"] = (*hits["candidacy"], *_of_the_thread(page, {hit.cue.name for hit in hits["candidacy"]}))
    matters = find_matters(clauses.lines)
    if not role and not on_record:
        hits["elsewhere"] = (*hits["elsewhere"], *_of_another_matter(matters, hits["candidacy"]))
    bulk = any(reason in _BULK for reason in automatic_reasons(page.message))
    return Evidence(
        page=page,
        who=who,
        invitation=invitation,
        when=when,
        hits=hits,
        bulk=bulk,
        role=role,
        lines=clauses.lines,
        matters=matters,
        timed=not clauses.present.isdisjoint({DAY, CLOCK}),
        on_record=on_record,
    )


def _of_another_matter(matters: Matters, candidacy: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the sign of another field of life where its words stand close and hardly one speaks of a candidacy."""
    name, words = matters.other
    work = matters.work + sum(hit.cue.name == "job" for hit in candidacy)
    if len(words) >= _MATTER and len(words) > 2 * work:
        weight = STRONG + (2.0 if len(words) > _MATTER else 1.0)
        yield Hit(Cue(section="elsewhere", name="matter", weight=weight), -1, f"{name}: {', '.join(words)}"[:120])


def _beside_the_role(page: Page, role: str | None, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Return those of the signs of another matter that stand outside the job title ("Payroll Specialist", "Dental Nurse")."""
    if role is None or not hits or not has_cue(page.language, "elsewhere", page.language.plain(role)):
        return hits
    title = re.compile(re.escape(role), re.IGNORECASE)
    sentences = tuple(
        replace(s, text=(text := title.sub("", s.text)), plain=page.language.plain(text)) for s in page.sentences
    )
    masked = replace(page, subject=title.sub("", page.subject), sentences=sentences)
    left = {hit.cue.name for hit in find_hits(read_clauses(masked), "elsewhere")}
    return tuple(hit for hit in hits if hit.cue.name in left)


def _of_the_thread(page: Page, found: set[str]) -> list[Hit]:
    """The quoted mails, the subject of an answer and the signature tell what a conversation is about, never what is new in it."""
    texts = [page.subject, *page.signature, *(sentence.text for sentence in page.quoted)]
    lines = [(text, page.language.plain(text)) for text in texts]
    return [
        Hit(cue, -1, text[:120])
        for cue in page.language.cues.get("candidacy", ())
        if cue.name not in found and cue.weight >= 0
        for text, plain in [next(((t, p) for t, p in lines if speaks(page.language, (cue,), p)), ("", ""))]
        if plain
    ]
