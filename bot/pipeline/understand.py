"""Arrow 2: every new mail is read and handed to the stage it is for. One bad mail never stops the rest."""

from __future__ import annotations

import logging
from datetime import datetime

from bot.core.approval.provenance import is_from_owner
from bot.core.approval.storm import waits_for_answer
from bot.core.delivery.types import OutboxState
from bot.core.interview.known import read_known_mail
from bot.core.letter.notice import write_notice
from bot.core.message.automatic import automatic_reason
from bot.core.message.received import MailboxRole, StoredMail
from bot.core.message.types import Message
from bot.errors import TemporaryError, UnparsableError
from bot.pipeline.answer import answer_mail
from bot.pipeline.answered import find_answered, is_own_letter
from bot.pipeline.conclude import note_found
from bot.pipeline.machine_mail import note_auto_reply, note_bounce
from bot.pipeline.own_mail import note_own_mail
from bot.pipeline.ports import Store, Work
from bot.pipeline.post import new_context, post_letter
from bot.pipeline.record import record_mail
from bot.pipeline.setup import Setup
from bot.pipeline.vouching import note_unjudged

_log = logging.getLogger(__name__)
_TRIES = 3
"""A mail that fails so often is put aside: one poison mail must not stop the rest."""


def understand_mails(store: Store, setup: Setup, now: datetime) -> int:
    """Read every mail that is new or due again, each in a transaction of its own; return how many."""
    with store.transaction() as work:
        mails = work.load_open_mails(now=now)
    for mail in mails:
        try:
            message = _parse(setup, mail)
            with store.transaction() as work:
                verdict = _understand(work, setup, mail, message, now)
            _log.info("mail_understood id=%d verdict=%s", mail.id, verdict.split(":")[0])
        except UnparsableError as exc:
            _shunt(store, setup, mail, str(exc), now)
        except TemporaryError:
            raise
        except Exception as exc:  # noqa: BLE001  one item of a worker loop: it is counted, at last put aside, the rest goes on
            _log.exception("mail_failed id=%d", mail.id)
            _count_failure(store, setup, mail, exc, now)
    return len(mails)


def _parse(setup: Setup, mail: StoredMail) -> Message:
    if mail.problem:
        raise UnparsableError(mail.problem)
    return setup.parse(mail.raw)


def _understand(work: Work, setup: Setup, mail: StoredMail, message: Message, now: datetime) -> str:
    verdict = _route(work, setup, mail, message, now)
    if verdict is None:
        return "waiting"
    work.finish_mail(mail.id, verdict=verdict)
    return verdict


def _route(work: Work, setup: Setup, mail: StoredMail, message: Message, now: datetime) -> str | None:
    """Return the verdict, or None for a mail that was postponed."""
    if _note_own_mail(work, setup, mail, message, now):
        return "own_mail"
    if is_from_owner(message, setup.owner):
        verdict = answer_mail(work, setup, mail, message, now)
        own = verdict == "own_words" and mail.role is MailboxRole.SENT
        return note_own_mail(work, setup, mail, message, now) if own else verdict
    if mail.role is MailboxRole.SENT:
        return "not_from_owner"
    note_unjudged(work, setup, message, now)
    if _is_misused_token(work, setup, message, now):
        return "token_from_others"
    known = work.load_known()
    reading = read_known_mail(
        message=message, owner=setup.owner, cues=setup.read_cues(), known=known, received_at=mail.received_at
    )
    if reading.bounce:
        return note_bounce(work, setup, reading.bounce, now)
    if reading.auto_reply:
        note_auto_reply(work, setup, message, reading.auto_reply, now)
    return record_mail(work, setup, mail, message, reading, known, now)


def _note_own_mail(work: Work, setup: Setup, mail: StoredMail, message: Message, now: datetime) -> bool:
    """Know our own letters by their mark, and our own mails by their Message-ID; they are never read as answers."""
    item = work.find_outbox([message.message_id]) if message.message_id else None
    if item and item.state is OutboxState.UNKNOWN:
        note_found(work, setup, item, now)
    if item and mail.role is MailboxRole.SENT:
        work.postpone_copy(item.id, None)
    return item is not None or is_own_letter(work, setup, message, mail.role)


def _is_misused_token(work: Work, setup: Setup, message: Message, now: datetime) -> bool:
    """A letter's token in somebody else's mail: a forwarded letter, or an attack. The owner is told once."""
    letter = find_answered(work, message)
    if letter is None:
        return False
    work.add_journal(now, "token_from_others", f"letter:{letter.id}", automatic=automatic_reason(message))
    if not automatic_reason(message):
        context = new_context(setup, now)
        notice = write_notice(
            context,
            headline="Somebody else answered one of my letters",
            lines=[
                "A mail that is not from you answered a letter of mine. I have done nothing because of it.",
                f"The letter was: {letter.subject}",
                "If you forwarded that letter, no harm is done. If not, somebody may be reading your mail.",
                *_if_you(setup, message),
            ],
        )
        which = letter.id if waits_for_answer(letter) else format(now, "%Y-%m-%d")
        post_letter(work, setup, context, notice, key=f"misused:{which}", waits=True)
    return True


def _if_you(setup: Setup, message: Message) -> list[str]:
    """The owner may answer from where his letters go, and not have said that this address is his too."""
    if message.sender is None or message.sender.email != setup.letters_to:
        return []
    return [
        "It came from the address that my letters go to. If that was you, name that address in BOT_OWNER_ALIASES and your provider in"
        " BOT_AUTHSERV_ID, or answer from the mailbox that I watch."
    ]


def _count_failure(store: Store, setup: Setup, mail: StoredMail, exc: Exception, now: datetime) -> None:
    with store.transaction() as work:
        failures = work.count_failure(mail.id)
    if failures >= _TRIES:
        _shunt(store, setup, mail, f"it could not be processed ({type(exc).__name__})", now)


def _shunt(store: Store, setup: Setup, mail: StoredMail, reason: str, now: datetime) -> None:
    """Put a mail aside and tell the owner, once for each mail and at most once a day."""
    with store.transaction() as work:
        work.shunt_mail(mail.id, reason=reason)
        work.add_journal(now, "mail_shunted", f"mail:{mail.id}", reason=reason)
        context = new_context(setup, now)
        notice = write_notice(
            context,
            headline="A mail could not be read",
            lines=[
                f"It came into {mail.mailbox} on {mail.received_at:%d %B %Y at %H:%M} UTC. The reason: {reason}.",
                "If it is about an interview, tell me by replying to my next letter, or read it yourself; it is untouched in your mailbox.",
                "I write about such mails at most once a day.",
            ],
        )
        post_letter(work, setup, context, notice, key=f"shunted:{now:%Y-%m-%d}", waits=True)
    _log.warning("mail_shunted id=%d", mail.id)
