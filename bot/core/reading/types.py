"""What a mail means: the verdicts of the second stage, each with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """What a mail from outside is."""

    INTERVIEW = "interview"  # the owner, as candidate, has a talk at one fixed time
    RESCHEDULE = "reschedule"  # the mail itself shows that an earlier fixed time moves to another
    CANCELLATION = "cancellation"  # a fixed time is called off
    SCHEDULING = "scheduling"  # slots, a booking link or a question; nothing fixed yet
    RECEIVED = "received"  # an application was received
    REJECTION = "rejection"  # they do not go on with the owner
    OFFER = "offer"  # they want the owner
    UPDATE = "update"  # a human status note after an interview
    AUTO_REPLY = "auto_reply"  # an out-of-office or other responder
    BOUNCE = "bounce"  # a delivery report
    OTHER = "other"  # all the rest

    @property
    def dated(self) -> bool:
        """Whether mail of this kind fixes, moves or calls off a time."""
        return self.fixes or self is Kind.CANCELLATION

    @property
    def fixes(self) -> bool:
        """Whether mail of this kind tells the time that a talk has from now on."""
        return self in (Kind.INTERVIEW, Kind.RESCHEDULE)


class Medium(StrEnum):
    """How the talk is held."""

    VIDEO = "video"
    PHONE = "phone"
    ONSITE = "onsite"


class ContactWish(StrEnum):
    """What the other side asked the owner not to do (E18)."""

    NONE = "none"
    NO_CALLS = "no_calls"  # no call is proposed
    NO_CHASING = "no_chasing"  # "we will contact you": a thank-you, no status checks
    NO_CONTACT = "no_contact"  # nothing, unless the owner asks for one brief note


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody on the other side; ``name`` without titles, ``email`` lower case or None."""

    name: str
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One of several talks on one day."""

    start: datetime
    end: datetime | None
    interviewers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why: a stable name, its weight in the score (positive speaks for the verdict), and the words it rests on (at most 120 characters)."""

    name: str
    weight: float
    evidence: str


class BounceCause(StrEnum):
    """Why a mail was not delivered."""

    WRONG_ADDRESS = "wrong_address"  # nobody has that address
    MAILBOX_FULL = "mailbox_full"  # the address is right; there is no room
    REFUSED = "refused"  # their server does not want this mail
    UNREACHABLE = "unreachable"  # their server did not answer
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounce:
    """A report on a mail the owner sent. ``recipients``: the addresses that failed, lower case. ``permanent``: it will not be delivered
    (False: still tried). ``original_id``: the Message-ID of the mail meant, without brackets, or None. ``status``: ``5.1.1`` (RFC 3463)
    or None. ``evidence``: the words it rests on, at most 120 characters."""

    recipients: tuple[str, ...]
    permanent: bool
    cause: BounceCause
    original_id: str | None
    status: str | None
    evidence: str

    @property
    def recipient(self) -> str | None:
        """The first address that failed, or None where the report names none."""
        return self.recipients[0] if self.recipients else None


class AutoAnswerKind(StrEnum):
    """What an automatic answer is."""

    ABSENCE = "absence"  # somebody is away for a time
    LEFT = "left"  # nobody reads that address any more
    RECEIPT = "receipt"  # a ticket system's, or a mailbox's "we have received your message"
    CHALLENGE = "challenge"  # the mail is held until its sender proves to be a person; never answered


@dataclass(frozen=True, slots=True, kw_only=True)
class AutoReply:
    """An answer that no person typed. ``returns_on``: the day stated as the first back (or the last away), or None. ``stand_in``: who is
    named in the author's place, or None. ``evidence``: the words it rests on, at most 120 characters."""

    kind: AutoAnswerKind
    returns_on: date | None = None
    stand_in: Person | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was understood of one mail from outside; unknown is None, nothing is guessed.

    ``certain`` is False when the owner is to be asked about the *kind* before anything is done; ``ask`` names the fields in doubt
    (``"kind"``, ``"start"``, ``"company"``, …). Two readings of a time: ``start`` None, both in ``start_options``.
    ``start``/``end`` are aware, in the zone they were stated in; ``tz`` is that zone's IANA name where it has one.
    ``calendar_uid``/``calendar_sequence``: the iCalendar UID and SEQUENCE (RFC 5546 §2.1.4), None without an invitation.
    ``familiar``: they say "du", "tu" or "je" to the owner (None where nothing tells). ``called``: the people with the titles that the mail
    gives them ("Frau Dr. Weber").
    ``wants_references``: they ask the owner for people, or letters, that speak for him.
    ``bounce``, ``auto_reply``: what a mail of that kind says.
    """

    kind: Kind
    certain: bool = True
    ask: tuple[str, ...] = ()
    company: str | None = None
    role: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    start_options: tuple[datetime, ...] = ()
    duration_minutes: int | None = None
    tz: str | None = None
    tz_stated: bool = False
    slots: tuple[Slot, ...] = ()
    interviewers: tuple[Person, ...] = ()
    contact: Person | None = None
    medium: Medium | None = None
    location: str | None = None
    meeting_url: str | None = None
    decision_by: date | None = None
    contact_wish: ContactWish = ContactWish.NONE
    wants_references: bool = False
    lang: str = "en"
    familiar: bool | None = None
    called: tuple[str, ...] = ()
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()
    calendar_uid: str | None = None
    calendar_sequence: int | None = None
    bounce: Bounce | None = None
    auto_reply: AutoReply | None = None


class Action(StrEnum):
    """What the owner's reply asks for (product: commands by mail)."""

    APPROVE = "approve"  # exactly the revision shown, at the planned time
    SEND_NOW = "send_now"  # approve, as soon as the undo window allows
    SEND_AT = "send_at"  # approve, at a time
    SKIP = "skip"  # this mail is never sent
    SNOOZE = "snooze"  # ask again later
    EDIT = "edit"  # a new revision, shown again
    EDIT_AND_SEND = "edit_and_send"  # a new revision by the owner's own hand, sent after the undo window
    UNDO = "undo"  # hold what has not left yet
    STOP = "stop"  # close the case
    RESUME = "resume"  # reopen a case, or end a pause
    CORRECT = "correct"  # facts of the record are wrong
    STATUS = "status"
    PENDING = "pending"
    HELP = "help"
    PAUSE = "pause"
    ADD = "add"
    DEBRIEF = "debrief"  # free text to a debrief letter
    CONFIRM = "confirm"  # "yes" to a question letter
    DENY = "deny"  # "no" to a question letter
    RESEND = "resend"  # the owner's order to send again what may or may not have left
    DONE = "done"  # "I have sent it": a text to copy was copied
    THANKS = "thanks"  # politeness; nothing to do
    UNCLEAR = "unclear"  # nothing is sent; one question back
    IGNORE = "ignore"  # machine mail, forged mail, other people


class LetterKind(StrEnum):
    """What a letter to the owner is for."""

    NOTED = "noted"
    PREPARE = "prepare"
    DEBRIEF = "debrief"
    APPROVAL = "approval"
    RECEIPT = "receipt"
    QUESTION = "question"
    REMINDER = "reminder"
    NOTICE = "notice"
    DIGEST = "digest"
    ANSWER = "answer"
    NOTES = "notes"


class QuestionTopic(StrEnum):
    """What a question letter asks."""

    IS_INTERVIEW = "is_interview"  # yes / no
    WHICH_TIME = "which_time"  # time: …
    UNCLEAR_REPLY = "unclear_reply"  # the last reply was not understood; its items are repeated
    UNKNOWN_SEND = "unknown_send"  # a mail may or may not have left: resend / skip
    RECIPIENT = "recipient"  # whom to write to: to: …
    LATE = "late"  # a deadline has passed: approve sends the belated wording
    TAKE = "take"  # which interviews of the first letter to take on: take 1, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownItem:
    """One numbered draft as a letter showed it. ``pending``: an approval of it would still mean something."""

    number: int
    subject: str
    body: str
    pending: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredLetter:
    """The letter that a reply answers, as it was sent (quoting is found by subtracting it).

    ``text`` is its text/plain part; ``html_text`` its HTML part rendered by `bot.core.message.html`; ``addresses`` are those
    that may stand in an attribution line; ``sent_at`` aware. ``announced``: whom a debrief letter names as those who were to be there.
    """

    kind: LetterKind
    topic: QuestionTopic | None = None
    subject: str
    text: str
    html_text: str
    items: tuple[ShownItem, ...] = ()
    addresses: tuple[str, ...] = ()
    sent_at: datetime | None = None
    announced: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCommand:
    """A command for one numbered item of a letter."""

    number: int
    action: Action
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One correction: ``field`` is not_interview, time, company, role, who, contact, decide, happened or take; ``value`` as written."""

    field: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerReading:
    """What the owner's reply says, judged by its words alone (where it came from is judged elsewhere).

    ``at``: the moment meant (send_at, snooze, pause), aware, or None. ``new_subject``/``new_body``/``new_to``: an edit's result.
    ``items``: one command per item where the reply names several. ``argument``: the company of stop/resume, the text of add.
    ``left_over``: the words that could not be accounted for (shown to the owner when unclear). ``told``: the account that a debrief is, as
    written (`bot.core.reading.debrief` reads it).
    """

    action: Action
    at: datetime | None = None
    new_subject: str | None = None
    new_body: str | None = None
    new_to: str | None = None
    items: tuple[ItemCommand, ...] = ()
    corrections: tuple[Correction, ...] = ()
    argument: str | None = None
    left_over: str = ""
    told: str = ""
    reasons: tuple[Reason, ...] = ()
