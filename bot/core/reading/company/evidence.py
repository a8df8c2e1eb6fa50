"""Every sign of what a mail is, gathered once, with its weight."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.core.message.automatic import AutomaticReason, automatic_reasons
from bot.core.reading.company.clauses import find_hits, read_clauses, says, speaks
from bot.core.reading.company.correspondents import Correspondents, is_free
from bot.core.reading.company.cues import Cue
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.lexicon import CLOCK, DAY
from bot.core.reading.company.matters import Matters, find_matters
from bot.core.reading.company.moment import Moment
from bot.core.reading.company.page import Hit, Page, has_cue
from bot.core.reading.company.scanning import find_scanned_dates
from bot.core.reading.company.when import When
from bot.core.reading.types import Kind, Reason

STRONG = 4.0
_ROLE_WEIGHT = 3.0
_RECORD_WEIGHT = 5.0
_MATTER = 3
"""So many words of one field of life make it what a mail is about."""
_BULK = frozenset({AutomaticReason.PRECEDENCE, AutomaticReason.LIST, AutomaticReason.LIST_UNSUBSCRIBE})
_LINK = re.compile(r"https?://([\w.-]{3,100})/([\w-]{2,60}(?:/[\w-]{1,60})?)")
_SECTIONS = (
    "rejection", "offer", "cancellation", "reschedule", "received", "update", "scheduling", "interview", "candidacy", "elsewhere",
    "phishing", "interviewer", "own_news", "as_candidate", "invited", "stands", "open", "tentative", "asked", "asked_move",
    "to_owner", "what_changed", "slip", "further", "held_free", "say_if", "was_set", "assent", "invites",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """``kind`` with its reasons; ``certain``: False when the owner is to be asked. ``score``: what speaks for it, less what
    speaks against."""

    kind: Kind
    certain: bool
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was found, by section of the cues. ``bulk``: sent to many. ``role``: a job title the mail names. ``timed``: a day or a clock
    time is written in the new text, be it that it could not be read. ``on_record``: the known interview that its conversation is about."""

    page: Page
    who: Correspondents
    invitation: Invitation
    when: When
    hits: dict[str, tuple[Hit, ...]]
    bulk: bool
    role: str | None
    timed: bool
    on_record: str | None = None

    def weight(self, section: str, *names: str) -> float:
        """Return the sum of the cues found in *section* (of those *names*)."""
        return sum(hit.cue.weight for hit in self.hits[section] if not names or hit.cue.name in names)

    def best(self, section: str) -> float:
        """Return the heaviest cue found in *section*, 0 for none."""
        return max((hit.cue.weight for hit in self.hits[section]), default=0.0)

    @property
    def job(self) -> float:
        """How much says that this is about the owner's getting a job."""
        known = (_ROLE_WEIGHT if self.role else 0.0) + (_RECORD_WEIGHT if self.on_record else 0.0)
        return self.weight("candidacy", "job", "application", "interview", "people") + known

    @property
    def named(self) -> float:
        """The weight of an interview (screen, onsite, round) being named as such."""
        return self.weight("interview", "word")

    @property
    def dated(self) -> bool:
        """Whether one time to come is fixed, be it that its reading is in doubt."""
        if self.when.start is not None:
            return True
        if not self.when.options or any(moment.choice for moment in self.when.offered):
            return False
        stands = (
            self.weight("interview", "fixed") > 0
            and not self.weight("scheduling", "ask")
            and not self.weight("tentative")
            and len(self.when.offered) <= 3
        )
        return len(self.when.offered) == 1 or stands

    @property
    def moves(self) -> bool:
        """Whether the words, a labelled former time, struck-out words or the SEQUENCE of an invitation (RFC 5545 section 3.8.7.4) say
        that a fixed time moves."""
        old = self.when.called_off
        shown = old is not None and old.old and (old.label == "old" or bool(self.page.struck))
        if self.invitation.moves or self.when.shifted:
            return True
        granted = self.weight("asked_move", "plain") > 0 and self.weight("stands") > 0
        if granted and self.page.answers and self.when.start is not None:
            return True
        event = next(iter(self.invitation.events), None)
        if event is not None and self.invitation.fixes and not shown:
            issue = event.sequence or 0
            if issue == 0 and event.sequence is not None and not self.page.answers:
                return False  # its first issue
            if issue > 0 and old is not None and old.old:
                return True
        return self.best("reschedule") >= STRONG or shown or self.replaced or self.supplants

    @property
    def supplants(self) -> bool:
        """Whether the new text settles on another time than the one that the mails before had fixed, as it does whatever the words."""
        fixed, new = self.when.agreement.fixed, self.when.moment
        if fixed is None or new is None or new.quoted or new.choice or self.when.start is None or self.when.slots:
            return False
        if set(new.starts) & set(fixed.starts) or self.weight("further"):
            return False
        return self.human and not new.line.endswith("?")

    @property
    def replaced(self) -> bool:
        """Whether the new text gives up one time and, in another sentence, names another that stands."""
        old, new = self.when.called_off, self.when.moment
        if old is None or new is None or not old.old or old.quoted or new.quoted or self.when.start is None:
            return False
        if old.sentence == new.sentence or set(old.starts) & set(new.starts):
            return False
        spoken = bool(self.hits["cancellation"] or self.hits["reschedule"] or self.hits["was_set"])
        return spoken and not self._calls_off(new)

    @property
    def accepts(self) -> bool:
        """Whether the new text says yes to a time that the mails before had only proposed, or names it again and does not turn it down."""
        moment = self.when.moment
        if moment is None or self.hits["cancellation"] or not self.human or not self.when.agreement.only_proposed:
            return False
        proposed = {start for other in self.when.agreement.proposed for start in other.starts}
        said = bool(self.hits["assent"]) if moment.quoted else not moment.line.endswith("?")
        return said and not proposed.isdisjoint(moment.starts)

    @property
    def gives_up_plainly(self) -> bool:
        """Whether the new text says that something is moved or off, or names the day that was fixed before."""
        fixed = self.when.agreement.fixed
        days = {day for line in find_scanned_dates(self.page) for mention in line for day in mention.readings}
        spoken = any(self.hits[section] for section in ("cancellation", "reschedule", "was_set"))
        old = self.when.called_off
        spoken = spoken or (old is not None and old.old and not old.quoted)
        return spoken or (fixed is not None and fixed.starts[0].date() in days)

    def _calls_off(self, moment: Moment) -> bool:
        """Return whether the sentence of *moment* calls something off, or asks."""
        language = self.page.language
        asked = moment.line.endswith("?") and not self.weight("stands")
        return asked or has_cue(language, "cancellation", language.plain(moment.line))

    @property
    def calls_off_a_day(self) -> bool:
        """Whether a day or clock time stands in a sentence that calls something off."""
        texts = [hit.words for hit in self.hits["cancellation"] if hit.cue.weight >= STRONG]
        return any(
            not {DAY, CLOCK}.isdisjoint(self.page.language.line(self.page.language.plain(text)).senses)
            for text in texts
        )

    @property
    def books(self) -> bool:
        """Whether it holds a link to a page on which one picks a time."""
        hosts = self.page.language.word_set("booking_hosts")
        return any(
            {*match[1].lower().split(".")[:-1], *match[2].lower().split("/")} & hosts
            for match in _LINK.finditer(self.page.text)
        )

    @property
    def human(self) -> bool:
        """Whether a person of some organisation wrote it, for this reader."""
        return self.who.author is not None and self.who.author_reachable and not self.bulk and not self.personal

    @property
    def threaded(self) -> bool:
        """Whether the mail answers one in which an interview is named, or is of the conversation about a known one."""
        if self.on_record:
            return True
        texts = [self.page.language.plain(self.page.subject), *(sentence.plain for sentence in self.page.quoted)]
        return self.page.answers and any(says(self.page.language, "interview", text, "word") for text in texts)

    @property
    def direct(self) -> bool:
        """Whether it is a service's mail to the owner alone."""
        to = [address for address in self.page.message.to if address.email in self.page.owner.addresses]
        return self.who.by_service and not self.bulk and bool(to)

    @property
    def personal(self) -> bool:
        """Whether it comes from a private address (and is not passed on)."""
        author = self.who.author
        return author is not None and is_free(author.email, self.page.language) and not self.page.forwarded

    def reasons(self, *sections: str) -> tuple[Reason, ...]:
        """Return the cues found in *sections* as reasons."""
        return tuple(
            Reason(name=f"{hit.cue.section}.{hit.cue.name}", weight=hit.cue.weight, evidence=hit.words[:120])
            for section in sections
            for hit in self.hits[section]
        )

    def verdict(self, kind: Kind, *sections: str, certain: bool, score: float) -> Verdict:
        """Return a verdict that rests on *sections*."""
        reasons = self.reasons(*sections)
        if self.on_record:
            reasons = (Reason(name="on_record", weight=_RECORD_WEIGHT, evidence=self.on_record[:120]), *reasons)
        return Verdict(kind=kind, certain=certain, score=round(score, 2), reasons=reasons)


def gather_evidence(
    page: Page, who: Correspondents, invitation: Invitation, when: When, role: str | None, on_record: str | None = None
) -> Evidence:
    """Return every sign the mail carries."""
    clauses = read_clauses(page)
    hits = {section: find_hits(clauses, section) for section in _SECTIONS}
    hits["elsewhere"] = _beside_the_role(page, role, hits["elsewhere"])
    hits["candidacy"] = (*hits["candidacy"], *_of_the_thread(page, {hit.cue.name for hit in hits["candidacy"]}))
    if not role and not on_record:
        hits["elsewhere"] = (*hits["elsewhere"], *_of_another_matter(find_matters(clauses.lines), hits["candidacy"]))
    bulk = any(reason in _BULK for reason in automatic_reasons(page.message))
    return Evidence(
        page=page,
        who=who,
        invitation=invitation,
        when=when,
        hits=hits,
        bulk=bulk,
        role=role,
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
