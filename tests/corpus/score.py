"""Readings of the labelled mails against their labels, field by field."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.reading.types import ContactWish, Kind, Person, Reading
from tests.corpus.labels import Label, Named

CALLS = frozenset({Kind.INTERVIEW, Kind.RESCHEDULE, Kind.CANCELLATION})
DATED = frozenset({Kind.INTERVIEW, Kind.RESCHEDULE})
HEAVY = CALLS | {Kind.REJECTION, Kind.OFFER}
_LEGAL = frozenset(
    re.findall(
        r"\w+",
        "inc llc ltd gmbh ag sa sas bv nv spa srl plc corp corporation company co limited group the kg se pty lda sl llp holdings ev mbh",
    )
)
_TITLES = frozenset(
    re.findall(r"\w+", "dr prof professor mr mrs ms phd herr frau mme m sig sra sr ing dott dottssa dra rn md")
)
SHARES = (
    "kind", "start", "tz_stated", "duration", "medium", "company", "role", "interviewer_email", "recipient", "contact",
    "decision_by", "no_contact",
)  # fmt: skip


@dataclass(slots=True)
class Score:
    """Counts by name: ``X`` right of ``X_of``; ``X_invented`` given where the label has none. ``errors``: (file, field, wanted, got)."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[tuple[str, str, str, str]] = field(default_factory=list)

    def share(self, name: str) -> float | None:
        """Return the share of *name* that is right, None where nothing was to be found."""
        of = self.counts[f"{name}_of"]
        return self.counts[name] / of if of else None

    def figures(self) -> dict[str, float | int | None]:
        """Return every figure, rounded."""
        n = self.counts
        found: dict[str, float | int | None] = {
            "mails": n["mails"],
            "harmful": n["harmful"],
            "silent_miss": n["silent_miss"],
        }
        found |= {"asked": n["asked"], "start_wrong": n["start_wrong"]}
        for name in SHARES:
            share = self.share(name)
            found[name] = round(share, 4) if share is not None else None
        hit, wrong = n["person_hit"], n["person_miss"] + n["person_false"]
        found["interviewers_f1"] = round(2 * hit / (2 * hit + wrong), 4) if hit or wrong else None
        found |= {name: n[name] for name in sorted(n) if name.endswith("_invented")}
        return found

    def check(self, name: str, label: Label, ok: bool, want: object, got: object) -> None:
        """Count one value; note it where it is wrong."""
        self.counts[f"{name}_of"] += 1
        self.counts[name] += ok
        if not ok:
            self.errors.append((label.file, name, str(want), str(got)))


def score_readings(pairs: Iterable[tuple[Label, Reading]]) -> Score:
    """Return the score of all *pairs*."""
    score = Score()
    for label, reading in pairs:
        score.counts["mails"] += 1
        _score_kind(score, label, reading)
        if label.kind in CALLS:
            _score_company(score, label, reading)
        if label.kind in DATED:
            _score_talk(score, label, reading)
            _score_people(score, label, reading)
        _score_rest(score, label, reading)
    return score


def _score_kind(score: Score, label: Label, reading: Reading) -> None:
    allowed = {label.kind, *(Kind(name) for name in re.findall(r"\[alt: (\w+)\]", label.note))}
    score.check("kind", label, reading.kind in allowed, label.kind, reading.kind)
    score.counts["asked"] += not reading.certain or bool(reading.ask)
    excused = {label.kind, reading.kind} <= DATED and label.start is not None and reading.start == label.start
    if label.kind in CALLS and reading.certain and reading.kind not in HEAVY:
        score.counts["silent_miss"] += 1
    heavy = label.kind in HEAVY or reading.kind in HEAVY
    if reading.certain and reading.kind not in allowed and not excused and heavy:
        score.counts["harmful"] += 1
        score.errors.append((label.file, "HARMFUL", label.kind, reading.kind))


def _score_company(score: Score, label: Label, reading: Reading) -> None:
    if label.company:
        score.check("company", label, same_name(label.company, reading.company, 1), label.company, reading.company)
    elif reading.company:
        score.counts["company_invented"] += 1


def _score_talk(score: Score, label: Label, reading: Reading) -> None:
    if label.role:
        score.check("role", label, same_name(label.role, reading.role, 2), label.role, reading.role)
    elif reading.role:
        score.counts["role_invented"] += 1
    right = label.start is not None and reading.start == label.start
    score.counts["start_wrong"] += reading.start is not None and not right
    if label.start is not None:
        score.check("start", label, right, label.start, reading.start)
        score.check("tz_stated", label, reading.tz_stated == label.tz_stated, label.tz_stated, reading.tz_stated)
    for name, want, got in (
        ("duration", label.duration, reading.duration_minutes),
        ("medium", label.medium, reading.medium),
    ):
        if want:
            score.check(name, label, want == got, want, got)
        elif got:
            score.counts[f"{name}_invented"] += 1


def _score_people(score: Score, label: Label, reading: Reading) -> None:
    left = list(reading.interviewers)
    for person in label.interviewers:
        match = next((other for other in left if same_person(person, other)), None)
        if match is None:
            score.counts["person_miss"] += 1
            score.errors.append(
                (label.file, "interviewer missed", person.name, ", ".join(p.name for p in reading.interviewers))
            )
        else:
            left.remove(match)
            score.counts["person_hit"] += 1
        if person.email:
            got = match.email if match else None
            score.check("interviewer_email", label, got == person.email.lower(), person.email, got)
    score.counts["person_false"] += len(left)
    score.errors += [(label.file, "interviewer false", "", person.name) for person in left]
    _score_recipient(score, label, reading)


def _score_recipient(score: Score, label: Label, reading: Reading) -> None:
    addressed = [person.email for person in label.interviewers if person.email]
    target = addressed[0] if addressed else label.contact
    if target:
        mine = next((p.email for p in reading.interviewers if p.email), None) or (
            reading.contact.email if reading.contact else None
        )
        accepted = {email.lower() for email in (*addressed, target)}
        score.check("recipient", label, (mine or "").lower() in accepted, target, mine)


def _score_rest(score: Score, label: Label, reading: Reading) -> None:
    if label.contact and label.kind in HEAVY | {Kind.SCHEDULING, Kind.UPDATE}:
        got = reading.contact.email if reading.contact else None
        score.check("contact", label, (got or "").lower() == label.contact.lower(), label.contact, got)
    decided = reading.decision_by.isoformat() if reading.decision_by else None
    if label.decision_by:
        score.check("decision_by", label, decided == label.decision_by, label.decision_by, decided)
    elif decided and label.kind is not Kind.OTHER:
        score.counts["decision_by_invented"] += 1
    wished = reading.contact_wish is not ContactWish.NONE
    if label.kind is not Kind.OTHER and label.no_contact:
        score.check("no_contact", label, wished, True, wished)
    elif label.kind is not Kind.OTHER and wished:
        score.counts["no_contact_invented"] += 1


def _words(text: str | None) -> list[str]:
    plain = unicodedata.normalize("NFKD", (text or "").lower())
    return re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))


def same_name(want: str, got: str | None, slack: int) -> bool:
    """Return whether both hold the same words less legal forms, up to *slack* words apart and two thirds of the wanted ones there."""
    a = [word for word in _words(want) if word not in _LEGAL] or _words(want)
    b = [word for word in _words(got) if word not in _LEGAL] or _words(got)
    if a and "".join(a) == "".join(b):
        return True
    left, right = set(a), set(b)
    return (
        bool(left and right)
        and (left <= right or right <= left)
        and len(left ^ right) <= slack
        and 3 * len(left & right) >= 2 * len(left)
    )


def same_person(want: Named, got: Person) -> bool:
    """Return whether both are one person: the same address, or names that are part of each other."""
    if want.email and got.email and got.email.lower() == want.email.lower():
        return True
    a, b = ({word for word in _words(name) if word not in _TITLES} for name in (want.name, got.name))
    return bool(a and b) and (a <= b or b <= a) and len(a ^ b) <= 2


def instant(text: str | None) -> datetime | None:
    """Return the moment an ISO 8601 text names, None for none."""
    return datetime.fromisoformat(text) if text else None
