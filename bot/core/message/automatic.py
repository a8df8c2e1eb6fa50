"""Why a mail is machine-made (RFC 3834 §2, RFC 2919, RFC 2369, RFC 3464)."""

from __future__ import annotations

from enum import StrEnum

from bot.core.message.types import Message


class AutomaticReason(StrEnum):
    """The sign by which a mail is known as not typed by a person for its reader; the strongest stands first."""

    REPORT = "report"  # multipart/report: a delivery report
    FAILED_RECIPIENTS = "failed_recipients"  # X-Failed-Recipients
    NULL_RETURN_PATH = "null_return_path"  # Return-Path: <>
    AUTO_SUBMITTED = "auto_submitted"  # Auto-Submitted other than "no"
    AUTO_RESPONDER = "auto_responder"  # X-Autoreply, X-Autorespond and the like
    AUTO_SUBJECT = "auto_subject"  # the subject of an out-of-office answer
    LOOP = "loop"  # X-Loop
    SUPPRESS = "suppress"  # X-Auto-Response-Suppress
    PRECEDENCE = "precedence"  # Precedence: bulk, junk, list, auto_reply
    LIST = "list"  # List-Id or List-Post
    LIST_UNSUBSCRIBE = (
        "list_unsubscribe"  # List-Unsubscribe alone: a person's mail through an applicant tracking system may carry it
    )


def automatic_reasons(message: Message) -> tuple[AutomaticReason, ...]:
    """Return every sign that the mail carries, the strongest first."""
    raise NotImplementedError


def automatic_reason(message: Message) -> AutomaticReason | None:
    """Return the strongest sign that no person typed this mail, or None; whoever guards consent accepts nothing but None."""
    raise NotImplementedError
