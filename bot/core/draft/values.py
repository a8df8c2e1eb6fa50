"""What a template may say of a case, and which of its wordings is taken."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftValues:
    """The facts that a template may name. Unknown ones are ``""``: blanks around an empty name are closed up.

    ``addressee``: "Priya", "Dr. Raman" or "Hiring Team"; ``salutation``: the whole line ("Dear Priya,").
    ``familiar``: they say "du", "tu" or "je" to the owner. ``direct``: the reader took part in the interview. ``belated``: the mail is
    late (E1). ``cut_short``: the talk ended before its time. ``team``: a desk or several people are greeted, so that "tu" would be wrong.
    ``the_role``: "the Data Analyst role", "the position" where it is unknown. ``company``: as within a sentence ("the Alder
    Foundation"). ``at_company``: "at Brightwater". ``day``: "on Tuesday", "on 12 March". ``talk``: call, video call, meeting or
    conversation. ``medium``: video, phone or onsite. ``panel``: whom the reader is to pass the thanks on to ("Ann Lee and Bo Hart").
    ``topics`` fits after "about" ("the SQL exercise and your plans"); ``addition``: what the owner wishes he had said.
    ``strengths`` fits after "I would bring"; ``facts`` and ``availability`` are whole sentences. ``decision_day``: "20 March".
    """

    addressee: str
    salutation: str
    familiar: bool = False
    direct: bool = False
    belated: bool = False
    cut_short: bool = False
    team: bool = False
    role: str = ""
    the_role: str = "the position"
    company: str = ""
    at_company: str = ""
    day: str = ""
    medium: str = ""
    talk: str = "conversation"
    panel: str = ""
    topics: str = ""
    addition: str = ""
    strengths: str = ""
    facts: str = ""
    headline: str = ""
    availability: str = ""
    decision_day: str = ""
    owner: str
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Variation:
    """Which wording is taken: ``seed`` names the case, ``place`` the reader's place in the panel, so that no two readers get the same."""

    seed: str = ""
    place: int = 0

    def chooser(self) -> Callable[..., str]:
        """Return a fresh ``vary``: its n-th call takes the same wording every time, and another one for every place."""
        turns = 0

        def vary(*wordings: str) -> str:
            nonlocal turns
            turns += 1
            start = zlib.crc32(f"{self.seed}/{turns}".encode())
            return str(wordings[(start + self.place + turns * (self.place // len(wordings))) % len(wordings)])

        return vary


SCARCE = DraftValues(
    addressee="Hiring Team", salutation="Dear Hiring Team,", owner="Robin Sample", signature="Robin Sample"
)
FULL = DraftValues(
    addressee="Alex",
    salutation="Dear Alex,",
    familiar=True,
    cut_short=True,
    direct=True,
    role="Data Analyst",
    the_role="the Data Analyst role",
    company="Example Works",
    at_company="at Example Works",
    day="on Tuesday",
    medium="video",
    talk="video call",
    panel="Sam Lee and Kim Hart",
    topics="the new warehouse and your plans for it",
    addition="I have worked with two such systems before",
    strengths="ten years of careful work",
    facts="I led a team of four.",
    headline="Data analyst",
    availability="I am available from May.",
    decision_day="20 March",
    owner="Robin Sample",
    signature="Robin Sample",
)
