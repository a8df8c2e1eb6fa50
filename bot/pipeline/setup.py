"""What stays the same while the program runs: who the owner is, the rules, the words; and where chance comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot.core.approval.types import ApprovalRule
from bot.core.delivery.types import Limits
from bot.core.draft.spelling import Speller
from bot.core.draft.templates import DraftTemplates
from bot.core.draft.types import Profile
from bot.core.followup.due import quiet_days
from bot.core.followup.hours import Closed, HolidaysOf, no_holidays
from bot.core.followup.types import Cadence, NetworkRule
from bot.core.letter.templates import LetterTemplates
from bot.core.letter.types import LetterRule
from bot.core.message.types import Message, Owner
from bot.core.reading.company.cues import Cues
from bot.core.reading.owner.cues import CommandCues


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """Everything that a decision may depend on besides the store and the moment.

    ``instance``/``key``: this installation's id and the key of its marks. ``random``: n random bytes. ``parse``: bytes → Message,
    raising UnparsableError. ``read_cues``: the words of mail from companies; only the first call takes time. ``authserv_id``: whose
    Authentication-Results are believed, or None. ``spell``: judges the words of a mail, None where no dictionary is installed.
    """

    owner: Owner
    letters_to: str
    authserv_id: str | None
    cadence: Cadence
    approval: ApprovalRule
    limits: Limits
    letters: LetterRule
    profile: Profile
    read_cues: Callable[[], Cues]
    read_command_cues: Callable[[], CommandCues]
    draft_templates: DraftTemplates
    letter_templates: LetterTemplates
    instance: str
    key: bytes
    random: Callable[[int], bytes]
    parse: Callable[[bytes], Message]
    holidays: HolidaysOf = no_holidays
    spell: Speller | None = None
    network: NetworkRule = field(default_factory=NetworkRule)

    def closed(self, tz: str) -> Closed:
        """Return the days on which nothing leaves to the zone *tz*: holidays there, and pauses of the owner's (policy: quiet)."""
        return quiet_days(self.cadence, self.holidays(tz))

    @property
    def command_cues(self) -> CommandCues:
        """What the owner's replies are read by."""
        return self.read_command_cues()

    @property
    def domain(self) -> str:
        """The domain of the Message-IDs: one the owner's address lives at."""
        return self.owner.email.rpartition("@")[2]

    def thread_id(self, interview_id: int) -> str:
        """The id, without brackets, under which the letters about one interview form a conversation."""
        return f"{self.instance}.{interview_id}@{self.domain}"

    @property
    def zone(self) -> ZoneInfo:
        """The owner's time zone."""
        return ZoneInfo(self.owner.tz)
