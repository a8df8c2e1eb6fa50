"""What the story has to come to, looked up in the mailboxes themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import getaddresses

from bot.core.approval.digest import digest
from bot.core.draft.types import Revision
from bot.core.message.types import Address
from bot.demo.mail_app import SeenMail
from bot.demo.mails import text_of
from bot.demo.people import OWNER, Person
from bot.demo.running_bot import Case
from bot.demo.servers import Handover

_IDENTITY = ("date", "from", "to", "subject", "message-id", "in-reply-to", "references")
_ORDINARY = frozenset((*_IDENTITY, "mime-version", "content-type", "content-transfer-encoding"))
_TRACES = ("followup", "follow-up bot", "auto-submitted", "x-auto")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One thing that had to be so. ``found``: what was there instead, told where it does not hold."""

    claim: str
    holds: bool
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What lies in the mailboxes at the end. ``readers``: whom the mail was for, ``received``: what they got; ``copies``: what lies in the
    owner's Sent besides his replies; ``handovers``: what the server took from the owner."""

    readers: Sequence[Person]
    received: Mapping[Person, Sequence[SeenMail]]
    elsewhere: Sequence[SeenMail]
    copies: Sequence[SeenMail]
    handovers: Sequence[Handover]

    @property
    def names(self) -> str:
        """Whom it was for, as words."""
        return " and ".join(person.name for person in self.readers)

    @property
    def all_received(self) -> list[SeenMail]:
        """What they got, one after the other."""
        return [mail for mails in self.received.values() for mail in mails]


def prove_sent(case: Case, evidence: Evidence, *, thread: Sequence[str], planned: datetime | None) -> list[Proof]:
    """Return the proofs of the good end: exactly one right mail. *thread*: Message-IDs of the company's mails; *planned*: the moment."""
    counts = [len(mails) for mails in evidence.received.values()]
    alone = Proof(
        claim=f"The mailbox of {evidence.names} holds exactly one mail, and nobody else got any",
        holds=set(counts) == {1} and not evidence.elsewhere,
        found=f"{sum(counts)} mails there, {len(evidence.elsewhere)} elsewhere",
    )
    if case.draft is None or not evidence.all_received:
        return [alone]
    return [alone, *_prove_mail(case, case.draft.revision, evidence, thread), _prove_moment(evidence, planned)]


def prove_unsent(evidence: Evidence) -> list[Proof]:
    """Return the proofs of the other good end: no mail at all."""
    outside = [mail for mail in evidence.handovers if set(mail.recipients) != {OWNER.email}]
    return [
        Proof(
            claim=f"The mailbox of {evidence.names} holds no mail, nor does anybody else's",
            holds=not evidence.all_received and not evidence.elsewhere,
            found=f"{len(evidence.all_received)} mails there, {len(evidence.elsewhere)} elsewhere",
        ),
        Proof(
            claim="Your server was handed no mail for anybody but yourself",
            holds=not outside,
            found=f"{len(outside)} mails",
        ),
        Proof(
            claim="Your Sent mailbox holds your replies to the bot, and nothing else",
            holds=not evidence.copies,
            found=f"{len(evidence.copies)} mails",
        ),
    ]


def _prove_mail(case: Case, approved: Revision, evidence: Evidence, thread: Sequence[str]) -> list[Proof]:
    received = evidence.all_received[0]
    mail = received.parsed
    found = received_revision(mail, approved)
    answered = found.in_reply_to or ""
    names = {name.lower() for name in mail}
    head = received.raw.partition(b"\r\n\r\n")[0].decode("utf-8", "replace").lower()
    traces = sorted(names - _ORDINARY) + [word for word in _TRACES if word in head or word in text_of(mail).lower()]
    return [
        Proof(
            claim=f"It is from {approved.from_} to {', '.join(map(str, approved.to))}, with the subject you saw",
            holds=(found.from_, found.to, found.cc, found.subject)
            == (approved.from_, approved.to, approved.cc, approved.subject),
            found=f"from {found.from_} to {', '.join(map(str, found.to))}: {found.subject}",
        ),
        Proof(
            claim="It answers their own mail, so it stands in that conversation",
            holds=answered in thread and answered in found.references,
            found=f"In-Reply-To {answered or 'missing'}",
        ),
        Proof(
            claim=f"It is to the letter what you approved (digest {case.approved_digest[:12]}…)",
            holds=digest(found) == case.approved_digest,
            found=f"digest {digest(found)[:12]}…",
        ),
        Proof(
            claim="Its words are those of the last letter that showed them to you",
            holds=_words(found.body) in _words(case.letter_text),
            found=found.body[:200],
        ),
        Proof(
            claim="It carries no trace of a bot, only what any mail carries",
            holds=not traces,
            found=", ".join(traces),
        ),
        Proof(
            claim="Your Sent mailbox holds one copy of it, byte for byte",
            holds=[copy.raw for copy in evidence.copies] == [received.raw],
            found=f"{len(evidence.copies)} copies",
        ),
    ]


def _prove_moment(evidence: Evidence, planned: datetime | None) -> Proof:
    times = [mail.at for mail in evidence.handovers if set(mail.recipients) != {OWNER.email}]
    return Proof(
        claim="It left at the moment that was announced, and not before",
        holds=times == [planned],
        found=", ".join(time.isoformat() for time in times),
    )


def received_revision(mail: EmailMessage, approved: Revision) -> Revision:
    """Return what the received mail says, in the form that a digest is taken of."""
    return Revision(
        follow_up_id=approved.follow_up_id,
        number=approved.number,
        from_=_addresses(mail, "From")[0],
        to=_addresses(mail, "To"),
        cc=_addresses(mail, "Cc"),
        subject=str(mail["Subject"]),
        in_reply_to=next(iter(_ids(mail, "In-Reply-To")), None),
        references=_ids(mail, "References"),
        body=text_of(mail),
    )


def _addresses(mail: EmailMessage, name: str) -> tuple[Address, ...]:
    pairs = getaddresses([str(value) for value in mail.get_all(name, [])])
    return tuple(Address(name=shown, email=email.lower()) for shown, email in pairs)


def _ids(mail: EmailMessage, name: str) -> tuple[str, ...]:
    return tuple(word.strip("<>") for word in str(mail.get(name, "")).split())


def _words(text: str) -> str:
    return " ".join(text.split())
