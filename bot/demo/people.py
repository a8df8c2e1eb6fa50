"""Who plays: the owner, two people of a company, and somebody who writes to everybody."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import formataddr


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a mailbox on the demo's own servers. ``role``: who they are to the owner, in a word or two."""

    name: str
    email: str
    role: str

    @property
    def address(self) -> str:
        """Name and address, as in a From field."""
        return formataddr((self.name, self.email))

    @property
    def first_name(self) -> str:
        return self.name.partition(" ")[0]


OWNER = Person(name="Robin Park", email="robin.park@home.example", role="you, the owner")
INTERVIEWER = Person(name="Jane Doe", email="jane.doe@acme-robotics.example", role="interviewer at Acme Robotics")
RECRUITER = Person(name="Sam Ortiz", email="sam.ortiz@acme-robotics.example", role="recruiter at Acme Robotics")
NEWSLETTER = Person(name="Career Weekly", email="news@career-weekly.example", role="a newsletter")
EVERYBODY = (OWNER, INTERVIEWER, RECRUITER, NEWSLETTER)
OTHERS = (INTERVIEWER, RECRUITER, NEWSLETTER)

ZONE = "Europe/London"
COMPANY = "Acme Robotics"
POSITION = "Senior Software Engineer"
