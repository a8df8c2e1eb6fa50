"""What every letter is written from, and what it is when it is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.draft.types import Revision
from bot.core.followup.hours import HolidaysOf, no_holidays
from bot.core.followup.types import Cadence, FollowUp
from bot.core.interview.types import Interview
from bot.core.letter.templates import LetterTemplates
from bot.core.message.types import Owner
from bot.core.reading.types import LetterKind, QuestionTopic, ShownItem


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterContext:
    """What holds for one letter, whatever it says.

    ``letters_to``: the address that answer buttons write to. ``token``: 26 characters of base32, named in the ``ref:`` line.
    ``now``: aware UTC. ``undo``: how long an approved mail is held back (policy: approval.undo). ``cadence``: the rules of the
    plan, by which a letter can show how a moment was reckoned; without them it shows the moment alone. ``closed``: the days on which
    nothing leaves to a zone (IANA).
    """

    owner: Owner
    letters_to: str
    token: str
    now: datetime
    templates: LetterTemplates
    undo: timedelta = timedelta(minutes=10)
    cadence: Cadence | None = None
    closed: HolidaysOf = no_holidays


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as it will leave: the same facts as plain text (LF line ends) and as HTML. ``items``: the drafts it shows."""

    kind: LetterKind
    topic: QuestionTopic | None = None
    subject: str
    text: str
    html: str
    items: tuple[ShownItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDraft:
    """One draft in a letter, and the interview it belongs to. ``number``: 1 for the first.

    ``diff``: the word-level difference to the revision before, ready to show; ``[-gone-]`` and ``{+new+}`` are set
    off in HTML. ``""`` for a first revision.
    """

    number: int
    revision: Revision
    follow_up: FollowUp
    interview: Interview
    diff: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to answer a question: the words to reply with, and what they mean (also the button's label)."""

    command: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRow:
    """One interview in the answer to ``status``."""

    interview: Interview
    follow_ups: tuple[FollowUp, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingRow:
    """One thing that waits for the owner: a draft, or (without one) an open question. ``letter_subject``: the letter to answer."""

    interview: Interview
    draft: ShownDraft | None = None
    question: str = ""
    letter_subject: str = ""
