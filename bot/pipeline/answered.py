"""Which letter a mail answers: the one place where that is found out, whatever carries the token."""

from __future__ import annotations

import hashlib
import hmac

from bot.core.approval.mark import read_mark
from bot.core.approval.token import find_token, hash_token
from bot.core.approval.types import LetterRecord
from bot.core.interview.types import Interview
from bot.core.message.received import MailboxRole
from bot.core.message.types import Message
from bot.pipeline.ports import InterviewStore, LetterStore
from bot.pipeline.setup import Setup


def find_answered(work: LetterStore, message: Message) -> LetterRecord | None:
    """Return the letter that *message* answers, or None. That it names one says nothing yet about whose word it is.

    In-Reply-To alone names the letter, by the token or by the id that the provider gave to the letter's copy in Sent; a mail without it
    carries the token elsewhere (see `find_token`).
    """
    if message.in_reply_to and (letter := work.find_letter_by_copy(hash_id(message.in_reply_to))):
        return letter
    token = find_token(message)
    letter = work.find_letter(hash_token(token)) if token else None
    return letter if letter and hmac.compare_digest(letter.token_sha256, hash_token(token or "")) else None


def find_lost_interview(work: InterviewStore, setup: Setup, message: Message) -> Interview | None:
    """Return the interview in whose letters a mail to the owner alone is an answer that names none of them, or None."""
    recipients = {address.email for address in (*message.to, *message.cc)}
    if not recipients or not recipients <= setup.owner.addresses | {setup.letters_to}:
        return None
    threads = {setup.thread_id(interview.id): interview for interview in work.load_interviews()}
    named = (threads.get(message_id) for message_id in (message.in_reply_to or "", *message.references))
    return next((interview for interview in named if interview), None)


def is_own_letter(work: LetterStore, setup: Setup, message: Message, role: MailboxRole) -> bool:
    """Return whether this installation wrote the letter, known by its id or its mark; a strange id of a copy in Sent is learned.

    Some providers (Outlook) give each mail another Message-ID, which replies then name. Only an authenticated session can put a copy into
    Sent, and its keyed mark says which letter it is.
    """
    message_id = message.message_id or ""
    if work.find_letter(hash_token(message_id.partition("@")[0])):
        return True
    nonce = read_mark(message, setup.key)
    letter = work.find_marked_letter(nonce) if nonce and role is MailboxRole.SENT else None
    if letter and message_id:
        work.add_letter_copy(letter.id, hash_id(message_id))
    return nonce is not None


def hash_id(message_id: str) -> str:
    """Return what is stored of a Message-ID: its SHA-256 hex digest."""
    return hashlib.sha256(message_id.encode("utf-8", "replace")).hexdigest()
