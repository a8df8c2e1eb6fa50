"""What is known of an interview, line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.interview.types import Interview
from bot.core.letter.context import LetterContext
from bot.core.letter.shown import one_line
from bot.core.letter.times import differs, name_zone, show_day, show_moment, show_span
from bot.core.reading.types import ContactWish, Medium, Person, Reason

_WEIGHTS = re.compile(r"\w+:[\w.]+ [+-]\d")
MAX_PEOPLE = 8
MAX_COMPANIES = 3
MAX_REASONS = 6
_MEDIUM = {Medium.VIDEO: "by video", Medium.PHONE: "by phone", Medium.ONSITE: "on site"}
_WISH = {
    ContactWish.NONE: "",
    ContactWish.NO_CALLS: "They ask for no phone calls.",
    ContactWish.NO_CHASING: "They said they will contact you, so I plan no status checks.",
    ContactWish.NO_CONTACT: "They ask not to be contacted, so I plan nothing.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of a list of facts."""

    label: str
    value: str


def name_company(interview: Interview | None, fallback: str = "an unnamed company") -> str:
    """Return the company as it is shown, at most 60 characters."""
    return one_line(interview.company if interview else None, 60) or fallback


def name_companies(interviews: Sequence[Interview]) -> str:
    """Return the companies, each once: ``Acme, Birch and 2 more``; so much fits into a subject that is read on a phone."""
    names = list(dict.fromkeys(name_company(interview) for interview in interviews))
    if len(names) > MAX_COMPANIES:
        names[MAX_COMPANIES - 1 :] = [f"{len(names) - MAX_COMPANIES + 1} more"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def name_interview(interview: Interview) -> str:
    """Return what it is: ``interview with Acme Robotics``."""
    return f"interview with {name_company(interview)}" if interview.company else "an interview"


def show_person(person: Person) -> str:
    """Return a person with the address where it is known."""
    name = one_line(person.name, 60)
    email = one_line(person.email, 80)
    return f"{name} <{email}>" if name and email else name or email


def interview_facts(context: LetterContext, interview: Interview) -> list[Fact]:
    """Return company, role, when (both zones), who, where, contact, and what they asked; unknown lines are left out."""
    facts = [Fact(label="Company", value=name_company(interview, "not known yet"))]
    facts += _facts(("Role", one_line(interview.role)))
    facts += when_facts(context, interview)
    facts += _facts(
        ("With", _people(interview.interviewers)),
        ("Where", where(interview)),
        ("Contact", show_person(interview.contact) if interview.contact else ""),
        ("Decision by", show_day(interview.decision_by) if interview.decision_by else ""),
        ("Their wish", _WISH[interview.contact_wish]),
    )
    return facts


def when_facts(context: LetterContext, interview: Interview) -> list[Fact]:
    """Return when it is: the owner's time, and theirs where their clock shows another."""
    tz, start = context.owner.tz, interview.start
    if start is None:
        options = " or ".join(
            show_moment(option, tz, interview.tz, now=context.now) for option in interview.start_options[:4]
        )
        return [Fact(label="When", value=options or "not known yet")]
    own = f"{show_span(start, interview.end, tz)}, your time ({name_zone(tz)})"
    if not interview.tz or not differs(start, tz, interview.tz):
        return [Fact(label="When", value=own)]
    theirs = f"{show_span(start, interview.end, interview.tz)} ({name_zone(interview.tz)})"
    return [Fact(label="When", value=own), Fact(label="Their time", value=theirs)]


def short_facts(context: LetterContext, interview: Interview | None) -> list[Fact]:
    """Return company, role and when: enough to know which interview is meant."""
    if interview is None:
        return []
    role = one_line(interview.role)
    company = name_company(interview, "not known yet")
    return [Fact(label="Interview", value=f"{company}, {role}" if role else company), *when_facts(context, interview)]


def where(interview: Interview) -> str:
    """Return how and where the talk is held, or ``""``."""
    medium = _MEDIUM[interview.medium] if interview.medium else ""
    parts = (medium, one_line(interview.location, 160), one_line(interview.meeting_url, 300))
    return ", ".join(part for part in parts if part)


def show_reasons(reasons: list[Reason]) -> list[str]:
    """Return the words that the weightiest reasons rest on, each once; a reason without words by its name."""
    weighty = sorted(reasons, key=lambda reason: -abs(reason.weight))
    return list(dict.fromkeys(_show_reason(reason) for reason in weighty))[:MAX_REASONS]


def show_evidence(interview: Interview, most: int) -> list[str]:
    """Return at most *most* of the words of mail that an interview rests on; weights, which are for machines, are left out."""
    words = (one_line(words) for words in interview.evidence if not _WEIGHTS.match(words))
    return [f"“{one}”" for one in words][:most]


def _show_reason(reason: Reason) -> str:
    """The names are for machines (``interview.fixed``); a person believes the words."""
    words = one_line(reason.evidence)
    against = ", which speaks against it" if reason.weight < 0 else ""
    if words:
        return f"“{words}”{against}"
    name = one_line(reason.name.rpartition(".")[2].replace("_", " "), 60)
    return f"{name[:1].upper()}{name[1:]}{against}."


def _people(people: tuple[Person, ...]) -> str:
    shown = [show_person(person) for person in people[:MAX_PEOPLE]]
    more = len(people) - MAX_PEOPLE
    return ", ".join(person for person in shown if person) + (f" and {more} more" if more > 0 else "")


def _facts(*pairs: tuple[str, str]) -> list[Fact]:
    return [Fact(label=label, value=value) for label, value in pairs if value]
