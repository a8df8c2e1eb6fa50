"""What a mail is judged by: its signs with their weight."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.core.reading.company.clauses import says
from bot.core.reading.company.correspondents import Correspondents, is_free
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.matters import Matters
from bot.core.reading.company.page import Hit, Page
from bot.core.reading.company.senses import Line
from bot.core.reading.company.when import When
from bot.core.reading.types import Kind, Reason

STRONG = 4.0
"""A sign of this weight says a thing outright."""
_RECORD_WEIGHT = 5.0
_ROLE_WEIGHT = 3.0
_LINK = re.compile(r"https?://([\w.-]{3,100})/([\w-]{2,60}(?:/[\w-]{1,60})?)")


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
    time is written in the new text, be it that it could not be read. ``lines``: subject and sentences by their meanings. ``on_record``:
    the known interview that its conversation is about."""

    page: Page
    who: Correspondents
    invitation: Invitation
    when: When
    hits: dict[str, tuple[Hit, ...]]
    bulk: bool
    role: str | None
    timed: bool
    lines: tuple[Line, ...] = ()
    matters: Matters = field(default_factory=Matters)
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
        """Return the known conversation, if it is of one, and the cues found in *sections* as reasons."""
        cues = tuple(
            Reason(name=f"{hit.cue.section}.{hit.cue.name}", weight=hit.cue.weight, evidence=hit.words[:120])
            for section in sections
            for hit in self.hits[section]
        )
        if self.on_record is None:
            return cues
        return (Reason(name="on_record", weight=_RECORD_WEIGHT, evidence=self.on_record[:120]), *cues)


def plain_other(name: str, words: str) -> Verdict:
    """Return that a mail is surely of no kind, for the one reason *name*, told by its *words*."""
    reason = Reason(name=name, weight=1.0, evidence=words[:120])
    return Verdict(kind=Kind.OTHER, certain=True, score=1.0, reasons=(reason,))
