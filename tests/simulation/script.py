"""Ninety days of one job search, written down: what twenty companies do, and what the owner says to the letters about each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
FIRST_DAY = datetime(2027, 3, 1, tzinfo=BERLIN)
"""A Monday; the clocks go forward on 14 March in America and on 28 March in Europe, Easter Monday is 29 March."""
DAYS = 90
DOWN = (datetime(2027, 4, 19, 20, 0, tzinfo=BERLIN), datetime(2027, 4, 23, 8, 0, tzinfo=BERLIN))
"""The machine is off."""


def at(day: int, clock: str) -> datetime:
    """Return a moment on the *day*-th day, the first being 1, by the clock in Berlin."""
    hour, minute = clock.split(":")
    return (FIRST_DAY + timedelta(days=day - 1)).replace(hour=int(hour), minute=int(minute))


@dataclass(frozen=True, kw_only=True)
class Does:
    """What comes from outside. ``kind``: invites, cancels, writes, away, bounces, or you (the owner's own mail to them)."""

    when: datetime
    kind: str
    talk: datetime | None = None
    people: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A company: what it does, and the owner's answers to letters about it: (kind of letter, words, hours later), each used once."""

    name: str
    person: str
    does: tuple[Does, ...]
    says: tuple[tuple[str, str, float], ...] = ()
    zone: str = ""

    @property
    def domain(self) -> str:
        return f"{self.name.split()[0].lower()}.example"


def invites(when: datetime, talk: datetime, *people: str) -> Does:
    return Does(when=when, kind="invites", talk=talk, people=people)


def writes(when: datetime, text: str) -> Does:
    return Does(when=when, kind="writes", text=text)


NO = "thank you for the interview. Unfortunately, we have decided to move forward with another candidate. We wish you all the best."
TALKING = "it was a pleasure to meet you. We are still talking to others and will let you know."
YES = ("approval", "approve", 1.0)

CASES = (
    Case(
        name="Borealis Optics",
        person="Ines Falk",
        does=(
            invites(at(1, "09:10"), at(4, "10:00"), "Bob Ray", "Eva Lund"),
            writes(at(8, "15:00"), TALKING),
            invites(at(9, "11:00"), at(16, "14:00")),
            writes(
                at(24, "10:20"), "we are delighted to offer you the position of Data Analyst. The contract is attached."
            ),
        ),
        says=(
            (
                "debrief",
                "Went well! We talked about the lens catalogue and their late data. Eva was ill. They decide within two weeks.",
                2,
            ),
            ("approval", "approve all", 3),
            ("debrief", "Good again, mostly about the first ninety days.", 1),
            YES,
        ),
    ),
    Case(
        name="Cobalt Freight",
        person="Tomas Lindqvist",
        does=(invites(at(2, "16:00"), at(5, "11:00")), writes(at(17, "09:30"), NO)),
        says=(
            ("debrief", "Fine. Routing software and night shifts. Tomas said they decide by Friday the 12th.", 26),
            YES,
            YES,
            ("approval", "approve", 5),
        ),
    ),
    Case(
        name="Driftwood Media",
        person="Aisha Rahman",
        does=(invites(at(3, "10:00"), at(8, "15:00")),),
        says=(("approval", "yes", 2), ("approval", "approve", 2), ("approval", "skip", 2)),
    ),
    Case(
        name="Ember Analytics",
        person="Paul Novak",
        does=(
            invites(at(3, "12:00"), at(9, "09:00")),
            invites(at(7, "18:00"), at(11, "09:00")),
            invites(at(10, "08:00"), at(15, "13:30")),
        ),
        says=(("debrief", "ok i guess. dashboards, dbt, a bit of on-call. no idea when they decide", 4), YES, YES),
    ),
    Case(
        name="Fathom Marine",
        person="Grace Obi",
        does=(
            invites(at(5, "13:00"), at(12, "10:00")),
            Does(when=at(11, "17:00"), kind="cancels", talk=at(12, "10:00")),
        ),
    ),
    Case(
        name="Granite Health",
        person="Luca Moretti",
        does=(invites(at(8, "09:00"), at(12, "16:00")),),
        says=(
            (
                "debrief",
                "Nice people, we spoke about patient records. They asked us not to contact them, they will write.",
                3,
            ),
        ),
    ),
    Case(
        name="Harbor Energy",
        person="Nadia Petrova",
        does=(
            invites(at(9, "08:30"), at(15, "10:00")),
            Does(
                when=at(16, "12:30"),
                kind="away",
                text="I am out of the office and will be back on Monday 5 April 2027.",
            ),
        ),
        says=(("debrief", "Good, wind forecasts mostly.", 1), YES, YES),
    ),
    Case(
        name="Indigo Foods",
        person="Samuel Ortiz",
        does=(invites(at(10, "14:00"), at(17, "11:00")), Does(when=at(18, "11:20"), kind="bounces")),
        says=(
            ("debrief", "Went well, shelf life and the new plant.", 1),
            YES,
            ("receipt", "", 0),
            ("receipt", "", 0),
            ("receipt", "to: s.ortiz@indigo.example", 2),
            ("approval", "approve", 1),
        ),
    ),
    Case(
        name="Juniper Games",
        person="Hana Sato",
        does=(
            invites(at(15, "09:00"), at(18, "17:00")),
            writes(at(22, "09:00"), "so sorry, our lead was ill. We will propose another time."),
        ),
        says=(("debrief", "Nobody joined the call, I waited half an hour.", 1), YES),
    ),
    Case(
        name="Kestrel Aero",
        person="Peter Walsh",
        does=(
            invites(at(16, "10:00"), at(19, "09:00")),
            Does(
                when=at(19, "13:00"),
                kind="you",
                text="Dear Peter,\n\nthank you for the tour of the hangar this morning.\n\nMaya",
            ),
        ),
    ),
    Case(
        name="Lumen Works",
        person="Clara Jensen",
        does=(invites(at(18, "10:00"), at(25, "15:00")),),
        says=(("debrief", "Good talk about street lights. They decide before Easter Monday.", 2), YES, YES),
    ),
    Case(
        name="Meridian Bank",
        person="Joan Castle",
        zone="America/New_York",
        does=(invites(at(11, "15:00"), at(16, "16:00")), writes(at(37, "17:00"), NO)),
        says=(("debrief", "Solid. Fraud models and the move to Snowflake. Decision in three weeks.", 2), YES, YES),
    ),
    Case(
        name="Nimbus Print",
        person="Otto Brandt",
        does=(invites(at(22, "09:00"), at(26, "09:30")), writes(at(26, "16:00"), NO)),
        says=(("debrief", "Short. They were in a hurry.", 1), ("approval", "skip", 30)),
    ),
    Case(name="Orchard Rail", person="June Park", does=(invites(at(29, "10:00"), at(33, "13:00")),)),
    Case(
        name="Pinnacle Dairy",
        person="Karl Berg",
        does=(invites(at(31, "09:00"), at(36, "10:00")),),
        says=(("debrief", "Went badly, no thank-you please.", 1),),
    ),
    Case(
        name="Quarry Books",
        person="Mina Costa",
        does=(invites(at(44, "09:00"), at(50, "14:00")),),
        says=(
            ("debrief", "Lovely. The spring list and the new warehouse.", 1),
            ("approval", "approve", 6),
            ("approval", "approve", 4),
        ),
    ),
    Case(
        name="Rheinwerk Logistik",
        person="Anja Weber",
        does=(
            Does(
                when=at(46, "09:00"),
                kind="writes",
                text="vielen Dank für Ihre Bewerbung als Data Analyst. Wir laden Sie zum Vorstellungsgespräch am Montag, 26. April 2027"
                " um 10:00 Uhr ein. Das Gespräch führt Frau Anja Weber.",
            ),
        ),
        says=(("debrief", "Lief gut, wir sprachen über den Umzug des Lagers. Entscheidung bis 7. Mai.", 2), YES, YES),
    ),
    Case(
        name="Saffron Travel",
        person="Leila Haddad",
        does=(invites(at(50, "10:00"), at(57, "11:00"), "Bob Hart"), writes(at(60, "09:00"), TALKING)),
        says=(
            ("debrief", "A fire alarm cut it short, but we spoke about pricing.", 1),
            ("approval", "1 approve, 2 skip", 2),
        ),
    ),
    Case(
        name="Tern Robotics",
        person="Ivo Klein",
        does=(invites(at(60, "10:00"), at(64, "15:00")),),
        says=(
            ("debrief", "Great, gripper tests and a demo of the arm. Answer by mid-May.", 1),
            ("approval", "change gripper to drone", 1),
            ("approval", "approve", 1),
            YES,
        ),
    ),
    Case(
        name="Umber Studios",
        person="Rosa Lind",
        does=(invites(at(66, "12:00"), at(71, "10:00")),),
        says=(("debrief", "They rejected me on the spot, but kindly.", 1), YES),
    ),
)
