"""The policy and the profile: ``policy.toml`` and ``profile.toml`` into the core's own types, every problem reported at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Annotated, Literal, TypeAlias, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from bot.config_files import ConfigFiles
from bot.config_problems import sentences
from bot.config_values import (
    parse_country,
    parse_duration,
    parse_duration_or_off,
    parse_hours,
    parse_pause,
    parse_time,
    parse_wait,
    parse_weekday,
)
from bot.core.approval.types import ApprovalRule
from bot.core.delivery.types import Limits
from bot.core.draft.types import Profile, Qualification
from bot.core.followup.types import (
    Cadence,
    DebriefRule,
    Delay,
    NetworkRule,
    QuietRule,
    RejectionReplyRule,
    StatusCheckRule,
    ThankYouRule,
    Window,
)
from bot.core.letter.types import LetterRule
from bot.errors import ConfigurationError

Duration: TypeAlias = Annotated[timedelta, BeforeValidator(parse_duration)]
DurationOrOff: TypeAlias = Annotated[timedelta | None, BeforeValidator(parse_duration_or_off)]
Wait: TypeAlias = Annotated[Delay, BeforeValidator(parse_wait)]
Hours: TypeAlias = Annotated[tuple[time, time], BeforeValidator(parse_hours)]
TimeOfDay: TypeAlias = Annotated[time, BeforeValidator(parse_time)]
Weekday: TypeAlias = Annotated[int, BeforeValidator(parse_weekday)]
Country: TypeAlias = Annotated[str, BeforeValidator(parse_country)]
Pause: TypeAlias = Annotated[tuple[date, date], BeforeValidator(parse_pause)]
AtLeastOne: TypeAlias = Annotated[int, Field(ge=1)]


_LEAST_DISTANCE = timedelta(weeks=1)
"""Who writes again sooner does not keep in touch but insists (E13)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """All times and limits."""

    cadence: Cadence
    approval: ApprovalRule
    limits: Limits
    letters: LetterRule
    network: NetworkRule


class Section(BaseModel):
    """A table of a file: every key is known, and none is missing."""

    model_config = ConfigDict(extra="forbid", strict=True, arbitrary_types_allowed=True)


class Letters(Section):
    """[letters]"""

    noted: bool
    prepare: bool
    debrief: bool
    receipt: bool
    reminder: bool
    notice: bool
    digest: bool
    hours: Hours


class Prepare(Section):
    """[prepare]"""

    at: TimeOfDay


class Debrief(Section):
    """[debrief]"""

    enabled: bool
    after: Duration
    wait: Duration


class ThankYou(Section):
    """[thank_you]"""

    earliest: Duration
    target: Duration
    deadline: Duration
    window: Hours
    weekends: bool
    per_interviewer: bool


class StatusCheck(Section):
    """[status_check]"""

    after_timeline: Wait
    without_timeline: Wait
    again_after: Wait
    min_gap: Wait
    max: Annotated[int, Field(ge=0)]
    window: Hours
    weekends: bool


class RejectionReply(Section):
    """[rejection_reply]"""

    enabled: bool
    earliest: Duration


class Network(Section):
    """[network]"""

    linkedin: Literal["off", "on"]
    handwritten_for: list[str]
    keep_in_touch: DurationOrOff


class Approval(Section):
    """[approval]"""

    undo: Duration
    expires: Duration
    remind_before: Duration


class LimitNumbers(Section):
    """[limits]"""

    letters_per_hour: AtLeastOne
    sends_per_day: AtLeastOne
    new_items_per_mail: AtLeastOne


class Digest(Section):
    """[digest]"""

    weekday: Weekday
    time: TimeOfDay


class Quiet(Section):
    """[quiet]"""

    holidays: Country
    pauses: list[Pause]


class PolicyFile(Section):
    """policy.toml"""

    letters: Letters
    prepare: Prepare
    debrief: Debrief
    thank_you: ThankYou
    status_check: StatusCheck
    rejection_reply: RejectionReply
    network: Network
    approval: Approval
    limits: LimitNumbers
    digest: Digest
    quiet: Quiet


class Strength(Section):
    """One of [[qualifications]] or [[accomplishments]]"""

    text: Annotated[str, Field(min_length=1)]
    keywords: list[str] = []
    lang: str = ""


class ProfileFile(Section):
    """profile.toml"""

    headline: str
    signature: str
    qualifications: list[Strength]
    accomplishments: list[Strength]
    availability: str
    links: list[str]
    tone: Literal["warm", "formal"]


File = TypeVar("File", bound=Section)


def load_policy(files: ConfigFiles) -> Policy:
    """Return the policy; raises `ConfigurationError` with every key that is unknown, missing or wrong, and an example of what is right."""
    read = _read(files, "policy.toml", PolicyFile)
    policy = Policy(
        cadence=_cadence(read),
        approval=ApprovalRule(**dict(read.approval)),
        limits=Limits(**dict(read.limits)),
        letters=_letters(read),
        network=NetworkRule(
            linkedin=read.network.linkedin,
            handwritten_for=tuple(read.network.handwritten_for),
            keep_in_touch=read.network.keep_in_touch,
        ),
    )
    problems = _contradictions(policy)
    if problems:
        raise ConfigurationError(problems)
    return policy


def load_profile(files: ConfigFiles) -> Profile:
    """Return who the owner is; raises `ConfigurationError` like `load_policy`."""
    read = _read(files, "profile.toml", ProfileFile)
    return Profile(
        headline=read.headline.strip(),
        signature=read.signature.strip(),
        qualifications=_strengths(read.qualifications),
        accomplishments=_strengths(read.accomplishments),
        availability=read.availability.strip(),
        links=tuple(read.links),
        tone=read.tone,
    )


def _read(files: ConfigFiles, name: str, model: type[File]) -> File:
    try:
        return model.model_validate(files.table(name))
    except ValidationError as exc:
        raise ConfigurationError(sentences(name, model, exc)) from exc


def _cadence(read: PolicyFile) -> Cadence:
    thank_you, status_check = dict(read.thank_you), dict(read.status_check)
    thank_you["window"] = _window(read.thank_you.window, read.thank_you.weekends)
    status_check["window"] = _window(read.status_check.window, read.status_check.weekends)
    del thank_you["weekends"], status_check["weekends"]
    return Cadence(
        debrief=DebriefRule(**dict(read.debrief) | {"enabled": read.debrief.enabled and read.letters.debrief}),
        thank_you=ThankYouRule(**thank_you),
        status_check=StatusCheckRule(**status_check),
        rejection_reply=RejectionReplyRule(**dict(read.rejection_reply)),
        quiet=QuietRule(holidays=read.quiet.holidays, pauses=tuple(read.quiet.pauses)),
    )


def _letters(read: PolicyFile) -> LetterRule:
    wanted = dict(read.letters)
    wanted["hours"] = _window(read.letters.hours, weekends=True)
    return LetterRule(
        **wanted, prepare_at=read.prepare.at, digest_weekday=read.digest.weekday, digest_time=read.digest.time
    )


def _window(hours: tuple[time, time], weekends: bool) -> Window:
    return Window(start=hours[0], end=hours[1], weekends=weekends)


def _strengths(read: list[Strength]) -> tuple[Qualification, ...]:
    return tuple(
        Qualification(text=one.text.strip(), keywords=tuple(one.keywords), lang=one.lang.lower()) for one in read
    )


def _contradictions(policy: Policy) -> list[str]:
    """Return what no single key shows: an order of moments that cannot be kept."""
    rule = policy.cadence.thank_you
    problems = []
    if not rule.earliest <= rule.target <= rule.deadline:
        problems.append(
            "policy.toml: thank_you.earliest, target and deadline have to follow each other, such as 2h, 24h and 48h."
        )
    if policy.approval.expires <= timedelta():
        problems.append('policy.toml: approval.expires has to be longer than nothing, such as "7d".')
    if policy.network.keep_in_touch is not None and policy.network.keep_in_touch < _LEAST_DISTANCE:
        problems.append('policy.toml: network.keep_in_touch has to be a week or more, such as "12 weeks", or "off".')
    return problems
