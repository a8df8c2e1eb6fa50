"""The plan: which follow-ups there are, when each is due, and the rules (policy.toml) they obey. All moments are aware UTC."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum


class FollowUpKind(StrEnum):
    """What a follow-up is."""

    THANK_YOU = "thank_you"  # E1 to E6
    STATUS_CHECK = "status_check"  # E11, E12, E15
    REJECTION_REPLY = "rejection_reply"  # E22
    NO_SHOW = "no_show"  # the owner was there, and nobody came


class FollowUpState(StrEnum):
    """Where a follow-up stands (the table is `bot.core.approval.status`)."""

    PLANNED = "planned"  # its draft is made at ``draft_at``
    WAITING = "waiting"  # a draft was shown; the owner's yes is awaited
    APPROVED = "approved"  # a revision was approved; it leaves at ``send_at``
    HELD = "held"  # nothing leaves before a new yes
    SENDING = "sending"  # the mail is on its way to the server
    SENT = "sent"
    UNKNOWN = "unknown"  # it may or may not have left; only the owner may send again
    SKIPPED = "skipped"  # the owner said no
    CANCELLED = "cancelled"  # the plan changed (see its stop reason)
    EXPIRED = "expired"  # no answer in time
    FAILED = "failed"  # the server refused it for good


class StopReason(StrEnum):
    """Why a follow-up is not to be written any more; shown to the owner."""

    INTERVIEW_CANCELLED = "interview_cancelled"
    INTERVIEW_MOVED = "interview_moved"
    NOT_AN_INTERVIEW = "not_an_interview"
    COMPANY_ANSWERED = "company_answered"
    REJECTED = "rejected"
    OFFERED = "offered"
    CONTACT_UNWISHED = "contact_unwished"
    OWNER_STOPPED = "owner_stopped"
    OWNER_WROTE = "owner_wrote"
    THANKS_UNWANTED = "thanks_unwanted"  # the owner said that he wants no thank-you
    THANKED_LATER = "thanked_later"  # this person takes part in a later talk too, and is thanked once, after that
    RECIPIENT_CHANGED = "recipient_changed"
    LIMIT_REACHED = "limit_reached"  # this company has had as many status checks as the policy allows (E13)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One mail to be written. ``id`` is 0 before it is stored. (interview_id, kind, person, ordinal) is unique.

    ``person``: the interviewer's name it is for, ``""`` for one mail to the human contact. ``ordinal``: 1 for the first of its kind.
    ``draft_at``: when the draft is made and shown; ``send_at``: the planned moment; ``target_at``: aimed at; ``deadline_at``: late after it
    (None: never late). ``snoozed_until``: ask again then.
    """

    id: int = 0
    interview_id: int
    kind: FollowUpKind
    person: str = ""
    ordinal: int = 1
    state: FollowUpState = FollowUpState.PLANNED
    draft_at: datetime
    send_at: datetime
    target_at: datetime | None = None
    deadline_at: datetime | None = None
    snoozed_until: datetime | None = None
    stop_reason: StopReason | None = None
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Hours of a day, [start, end). ``weekends``: whether Saturday and Sunday count."""

    start: time
    end: time
    weekends: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """A wait: either elapsed time, or a number of business days (then ``elapsed`` is zero)."""

    elapsed: timedelta = timedelta()
    business_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DebriefRule:
    """[debrief]"""

    enabled: bool = True
    after: timedelta = timedelta(minutes=30)
    wait: timedelta = timedelta(hours=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThankYouRule:
    """[thank_you] (E1)"""

    earliest: timedelta = timedelta(hours=2)
    target: timedelta = timedelta(hours=24)
    deadline: timedelta = timedelta(hours=48)
    window: Window = Window(start=time(8, 30), end=time(19, 0), weekends=True)
    per_interviewer: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCheckRule:
    """[status_check] (E11 to E13)"""

    after_timeline: Delay = Delay(business_days=1)
    without_timeline: Delay = Delay(business_days=7)
    again_after: Delay = Delay(business_days=7)
    min_gap: Delay = Delay(elapsed=timedelta(days=3))
    max: int = 2
    window: Window = Window(start=time(9, 0), end=time(17, 0), weekends=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectionReplyRule:
    """[rejection_reply] (E22)"""

    enabled: bool = True
    earliest: timedelta = timedelta(hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietRule:
    """[quiet]. ``holidays``: ``"auto"``, a country code, or ``"none"``; ``pauses``: closed ranges of dates."""

    holidays: str = "auto"
    pauses: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkRule:
    """[network] (E7, E21, E27). ``keep_in_touch``: so long after the end of a case the owner is reminded of it; None: never."""

    linkedin: str = "off"
    handwritten_for: tuple[str, ...] = ()
    keep_in_touch: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """The rules of the plan."""

    debrief: DebriefRule = field(default_factory=DebriefRule)
    thank_you: ThankYouRule = field(default_factory=ThankYouRule)
    status_check: StatusCheckRule = field(default_factory=StatusCheckRule)
    rejection_reply: RejectionReplyRule = field(default_factory=RejectionReplyRule)
    quiet: QuietRule = field(default_factory=QuietRule)
