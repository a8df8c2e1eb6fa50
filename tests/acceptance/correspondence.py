"""What people at a company write by hand, and how a talk of theirs goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from tests.acceptance.house import House, invitation
from tests.mailserver.fixtures import fresh_user


def talk_time(**ago: float) -> datetime:
    """A whole minute, so long ago (negative: ahead)."""
    return datetime.now(UTC).replace(second=0, microsecond=0) - timedelta(**ago)


@dataclass(kw_only=True)
class Talk:
    """One interview of an hour at a company, with one interviewer who is a user of the server; ``email``: her address there;
    ``invited``: the first mail of it."""

    house: House
    company: str
    start: datetime
    uid: str
    interviewer: str
    email: str
    invited: EmailMessage

    def send(self, mail: EmailMessage) -> EmailMessage:
        """Deliver a mail of the interviewer's to the owner."""
        self.house.server.inject(mail.as_bytes(), self.house.owner, sender=self.email)
        return mail

    def calendar(self, *, sequence: int, start: datetime | None = None, method: str = "REQUEST") -> EmailMessage:
        """Send another version of the invitation."""
        return self.send(
            invitation(
                to=self.house.address,
                organizer=self.email,
                company=self.company,
                start=start or self.start,
                uid=self.uid,
                sequence=sequence,
                method=method,
            )
        )

    def answer(self, text: str, *, name: str = "Jane Doe", **fields: str) -> EmailMessage:
        """Send prose in the conversation that the invitation began."""
        mail = EmailMessage()
        mail["From"] = f"{name} <{self.email}>"
        mail["To"] = f"Robin Park <{self.house.address}>"
        mail["Subject"] = fields.pop("Subject", f"Re: {self.invited['Subject']}")
        mail["Date"] = format_datetime(datetime.now(UTC))
        mail["Message-ID"] = make_msgid(domain="company.example")
        mail["In-Reply-To"] = mail["References"] = fields.pop("In_Reply_To", str(self.invited["Message-ID"]))
        for field, value in fields.items():
            mail[field.replace("_", "-")] = value
        mail.set_content(f"Hi Robin,\n\n{text}\n\nBest,\n{name}\n{self.company}\n")
        return self.send(mail)

    def row(self) -> dict[str, object]:
        """What ``list --json`` says of it."""
        rows = [row for row in self.house.listed() if row["company"] == self.company]
        assert len(rows) == 1, rows
        return rows[0]

    def follow_up(self, kind: str = "thank_you") -> dict[str, object]:
        """Its one follow-up of a kind, as ``list --json`` shows it."""
        mails = [mail for mail in self.row()["follow_ups"] if mail["kind"] == kind]  # type: ignore[attr-defined]
        assert len(mails) == 1, mails
        return mails[0]

    def arrived(self) -> list[bytes]:
        """What the interviewer got."""
        return self.house.server.mails(self.interviewer)


def begin_talk(
    house: House, company: str, start: datetime, *, interviewer: str | None = None, also: Sequence[tuple[str, str]] = ()
) -> Talk:
    """Have a company's invitation delivered; its people have addresses at its own domain. ``interviewer``: a user, else a fresh one;
    ``also``: (name, user) of further ones."""
    interviewer, uid = interviewer or fresh_user(), make_msgid(domain="calendar.example").strip("<>")
    domain = f"{company.lower().replace(' ', '-')}.test"
    email, others = f"{interviewer}@{domain}", [(name, f"{user}@{domain}") for name, user in also]
    invited = invitation(to=house.address, organizer=email, company=company, start=start, uid=uid, also=others)
    talk = Talk(
        house=house, company=company, start=start, uid=uid, interviewer=interviewer, email=email, invited=invited
    )
    talk.send(invited)
    return talk
