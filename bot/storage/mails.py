"""Received mails, checkpoints, and the owner's replies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, or_, update
from sqlmodel import col, select

from bot.core.approval.types import PastReply
from bot.core.message.received import Checkpoint, FetchedMail, MailboxRole, MailState, StoredMail
from bot.core.reading.types import Action
from bot.storage.session import Tables
from bot.storage.tables import CheckpointRow, MailRow, ReplyRow


class MailTables(Tables):
    """Stage 1 and the events of the owner's replies."""

    def add_mail(self, mail: FetchedMail, role: MailboxRole, state: MailState = MailState.NEW) -> bool:
        """Store a fetched mail; return False when it is known (mailbox, UIDVALIDITY, UID)."""
        row = MailRow(
            role=role,
            mailbox=mail.mailbox,
            uidvalidity=mail.uidvalidity,
            uid=mail.uid,
            received_at=mail.internal_date,
            size=mail.size,
            header_sha256=mail.header_sha256,
            raw=mail.raw,
            problem=mail.problem,
            state=state,
        )
        return self._add_once(row, "mailbox", "uidvalidity", "uid")

    def load_checkpoint(self, mailbox: str) -> Checkpoint | None:
        """Return how far *mailbox* is handled, or None at the first start."""
        row = self._session.get(CheckpointRow, mailbox)
        return Checkpoint(mailbox=mailbox, uidvalidity=row.uidvalidity, uid=row.uid) if row else None

    def save_checkpoint(self, checkpoint: Checkpoint) -> None:
        """Move the checkpoint; in the same transaction as the mails it covers."""
        row = self._session.get(CheckpointRow, checkpoint.mailbox) or CheckpointRow(
            mailbox=checkpoint.mailbox, uidvalidity=0, uid=0
        )
        row.uidvalidity, row.uid = checkpoint.uidvalidity, checkpoint.uid
        self._session.add(row)

    def load_known_headers(self, mailbox: str, digests: Sequence[str]) -> set[str]:
        """Return which of the header digests belong to mails of *mailbox* that are known."""
        found = select(MailRow.header_sha256).where(MailRow.mailbox == mailbox, col(MailRow.header_sha256).in_(digests))
        return set(self._session.exec(found))

    def load_open_mails(self, *, now: datetime, limit: int = 50) -> list[StoredMail]:
        """Return mails nobody has understood yet, oldest first, and those whose time to be looked at again has come."""
        again = and_(col(MailRow.state) == MailState.WAITING, col(MailRow.retry_at) <= now)
        query = (
            select(MailRow)
            .where(or_(col(MailRow.state) == MailState.NEW, again))
            .order_by(col(MailRow.id))
            .limit(limit)
        )
        return [_stored(row) for row in self._session.exec(query)]

    def finish_mail(self, mail_id: int, *, verdict: str) -> None:
        """Note the verdict and drop the mail's bytes: of mail only the verdict is kept (product: promise 9)."""
        self._update_mail(mail_id, state=MailState.DONE, verdict=verdict, raw=None, retry_at=None)

    def postpone_mail(self, mail_id: int, *, until: datetime) -> None:
        """Keep a mail to look at it again."""
        self._update_mail(mail_id, state=MailState.WAITING, retry_at=until)

    def shunt_mail(self, mail_id: int, *, reason: str) -> None:
        """Put aside what cannot be processed; its bytes are kept."""
        self._update_mail(mail_id, state=MailState.SHUNTED, verdict=f"shunted: {reason}"[:300], retry_at=None)

    def load_old_mail_ids(self) -> list[int]:
        """Return the mails that came before the first start and were not looked at yet, in the order in which they came."""
        query = (
            select(MailRow.id).where(MailRow.state == MailState.OLD).order_by(col(MailRow.received_at), col(MailRow.id))
        )
        return [mail_id for mail_id in self._session.exec(query) if mail_id is not None]

    def load_mail(self, mail_id: int) -> StoredMail:
        """Return one mail."""
        return _stored(self._session.get_one(MailRow, mail_id))

    def offer_mail(self, mail_id: int, number: int) -> None:
        """Keep an old mail whose interview the first letter lists as *number*."""
        self._update_mail(mail_id, state=MailState.OFFERED, offer=number)

    def load_offers(self) -> dict[int, list[StoredMail]]:
        """Return the mails that wait to be taken on, by the number of their interview."""
        query = select(MailRow).where(MailRow.state == MailState.OFFERED).order_by(col(MailRow.id))
        offers: dict[int, list[StoredMail]] = {}
        for row in self._session.exec(query):
            offers.setdefault(row.offer or 0, []).append(_stored(row))
        return offers

    def take_mail(self, mail_id: int) -> None:
        """Have an offered mail read as if it had just come."""
        self._update_mail(mail_id, state=MailState.NEW, offer=None)

    def count_failure(self, mail_id: int) -> int:
        """Count one more failed try at a mail, and return how many there were."""
        row = self._session.get_one(MailRow, mail_id)
        row.failures += 1
        self._session.add(row)
        return row.failures

    def _update_mail(self, mail_id: int, **values: object) -> None:
        self._changed(update(MailRow).where(col(MailRow.id) == mail_id).values(**values))

    def attach_reply(
        self, *, letter_id: int | None, message_id_sha256: str, text_sha256: str, mail_id: int, role: MailboxRole
    ) -> bool:
        """Return whether this copy belongs to a reply that was acted on before, and note it there.

        Same Message-ID is the same reply. So is the same text to the same letter in the *other* mailbox (providers rewrite ids); the
        same text again in the same mailbox is a reply of its own.
        """
        copy_name = _copy_name(role)
        same_id = select(ReplyRow).where(ReplyRow.message_id_sha256 == message_id_sha256)
        twin = (
            self._session.exec(same_id).first()
            or self._session.exec(
                select(ReplyRow)
                .where(
                    ReplyRow.letter_id == letter_id,
                    ReplyRow.text_sha256 == text_sha256,
                    col(getattr(ReplyRow, copy_name)).is_(None),
                )
                .order_by(col(ReplyRow.id))
            ).first()
        )
        if twin is None:
            return False
        setattr(twin, copy_name, getattr(twin, copy_name) or mail_id)
        self._session.add(twin)
        return True

    def add_reply(
        self,
        *,
        letter_id: int | None,
        message_id_sha256: str,
        text_sha256: str,
        mail_id: int,
        role: MailboxRole,
        action: str,
        origin: str,
        at: datetime,
    ) -> bool:
        """Store a reply that is acted on now; return False if that was done before (unique on its Message-ID)."""
        row = ReplyRow(
            letter_id=letter_id,
            message_id_sha256=message_id_sha256,
            text_sha256=text_sha256,
            action=action,
            origin=origin,
            at=at,
        )
        setattr(row, _copy_name(role), mail_id)
        return self._add_once(row, "message_id_sha256")

    def load_replies(self, *, since: datetime) -> list[PastReply]:
        """Return the replies that were acted on from *since* on, newest first."""
        query = select(ReplyRow).where(col(ReplyRow.at) >= since).order_by(col(ReplyRow.id).desc())
        return [PastReply(at=row.at, action=Action(row.action)) for row in self._session.exec(query)]


def _copy_name(role: MailboxRole) -> str:
    return "sent_mail_id" if role is MailboxRole.SENT else "inbox_mail_id"


def _stored(row: MailRow) -> StoredMail:
    assert row.id is not None  # noqa: S101  a loaded row has one
    return StoredMail(
        id=row.id,
        role=MailboxRole(row.role),
        mailbox=row.mailbox,
        received_at=row.received_at,
        raw=row.raw or b"",
        problem=row.problem,
        state=MailState(row.state),
    )
