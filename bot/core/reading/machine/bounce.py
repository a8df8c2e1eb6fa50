"""Delivery reports (RFC 3464) and the plain forms that came before them: whose address failed, for good or not, which of our mails."""

from __future__ import annotations

import re

from bot.core.message.automatic import AutomaticReason, automatic_reasons
from bot.core.message.types import Message
from bot.core.reading.company.cues import ENGLISH, Cues
from bot.core.reading.machine.report import ADDRESS, Recipient, Status, parse_recipients
from bot.core.reading.machine.wording import Wording, word
from bot.core.reading.types import Bounce, BounceCause

_MOST_TEXT = 20_000
_MOST_WORDS = 3_000
_MOST_HEADERS = 64_000
_MESSAGE_ID = re.compile(
    r"^\s{0,8}(?:X-)?(?:Original-)?Message-ID\s*:\s*<([^<>\s]{3,400})>", re.IGNORECASE | re.MULTILINE
)
_COPY_BEGINS = re.compile(
    r"^[ \t>]{0,8}(?:Received|Return-Path|Message-ID|From|DKIM-Signature|MIME-Version) ?:", re.IGNORECASE | re.MULTILINE
)
_CODE = re.compile(r"(?<![\d.])([45])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_REPLY_CODE = re.compile(r"(?<![\d.])([45])[0-7]\d(?=[ \-:#])")
_ADDRESS = re.compile(ADDRESS)
_OTHER_REPORT = re.compile(r"report-type\s*=\s*\"?(?!delivery-status)[\w-]", re.IGNORECASE)
_RECEIPT = re.compile(r"report-type\s*=\s*\"?disposition-notification", re.IGNORECASE)
_BY_STATUS = {
    ("1", "7"): BounceCause.REFUSED,  # these two speak of the sender's address
    ("1", "8"): BounceCause.REFUSED,
    ("2", "1"): BounceCause.WRONG_ADDRESS,
    ("2", "2"): BounceCause.MAILBOX_FULL,
    ("2", "3"): BounceCause.REFUSED,
    ("3", "4"): BounceCause.REFUSED,
}
"""Subject and detail of RFC 3463 §3 that say more than their subject alone."""
_BY_SUBJECT = {"1": BounceCause.WRONG_ADDRESS, "7": BounceCause.REFUSED}
_BY_WORDS = {
    "bounce_full": BounceCause.MAILBOX_FULL,
    "bounce_wrong": BounceCause.WRONG_ADDRESS,
    "bounce_unreachable": BounceCause.UNREACHABLE,
    "bounce_refused": BounceCause.REFUSED,
}


def read_bounce(message: Message, cues: Cues) -> Bounce | None:
    """Return what a delivery report says, or None if the mail is none: reports of success and of reading (RFC 8098) are none."""
    recipients = parse_recipients(message.reports)
    if recipients:
        failed = [recipient for recipient in recipients if not recipient.arrived]
        return _by_fields(message, failed, cues) if failed else None
    if not _may_be_bounce(message, cues):
        return None
    text = _own_words(message)
    wording = word(f"{message.subject}\n{text[:_MOST_WORDS]}", cues)
    addresses = _addresses(message, text)
    original_id = _original_id(message)
    if not _is_worded(message, wording, cues, named=bool(addresses or original_id)):
        return None
    status = _status(text)
    permanent = not _is_delayed(text, status, wording)
    return Bounce(
        recipients=addresses,
        permanent=permanent,
        cause=_cause(status, wording),
        original_id=original_id,
        status=".".join(status) if status else None,
        evidence=message.subject[:120],
    )


def is_receipt(message: Message) -> bool:
    """Return whether this only reports that a mail of ours arrived, or was seen (RFC 3464 §2.3.3, RFC 8098)."""
    if any(_RECEIPT.search(value) for value in message.header_all("content-type")):
        return True
    recipients = parse_recipients(message.reports)
    return bool(recipients) and all(recipient.arrived for recipient in recipients)


def _by_fields(message: Message, failed: list[Recipient], cues: Cues) -> Bounce:
    """Those given up count before those still tried."""
    lost = [recipient for recipient in failed if not recipient.waits] or failed
    first = lost[0]
    wording = word(f"{first.diagnostic}\n{_own_words(message)[:_MOST_WORDS]}", cues)
    return Bounce(
        recipients=tuple(dict.fromkeys(recipient.address for recipient in lost)),
        permanent=not first.waits,
        cause=_cause(first.status, wording),
        original_id=_original_id(message),
        status=".".join(first.status) if first.status else None,
        evidence=message.subject[:120],
    )


def _may_be_bounce(message: Message, cues: Cues) -> bool:
    """Return whether the header alone admits it; most mail is told by this, without a look at its words."""
    reasons = automatic_reasons(message)
    if AutomaticReason.REPORT in reasons and any(_OTHER_REPORT.search(v) for v in message.header_all("content-type")):
        return False
    signs = (AutomaticReason.REPORT, AutomaticReason.FAILED_RECIPIENTS, AutomaticReason.NULL_RETURN_PATH)
    unknown_path = not message.header_all("return-path") and AutomaticReason.AUTO_SUBMITTED in reasons
    return unknown_path or any(sign in reasons for sign in signs) or _from_daemon(message, cues)


def _from_daemon(message: Message, cues: Cues) -> bool:
    local = (message.sender.email if message.sender else "").split("@")[0]
    return bool(cues.tongues[ENGLISH].pattern("bounce_sender").match(local))


def _is_worded(message: Message, wording: Wording, cues: Cues, *, named: bool) -> bool:
    """Return whether it says so. *named*: it tells an address that is not the owner's, or a mail of his."""
    reasons = automatic_reasons(message)
    if AutomaticReason.FAILED_RECIPIENTS in reasons:
        return True
    daemon = _from_daemon(message, cues)
    worded = word(message.subject, cues).says("bounce_subject")
    if AutomaticReason.REPORT in reasons and (daemon or worded):
        return True
    said = wording.says("bounce_text")
    return (daemon and (said or worded)) or (named and said and worded)


def _own_words(message: Message) -> str:
    """Return what the server says, without the copy of the mail below it."""
    text = message.text[:_MOST_TEXT]
    copy = _COPY_BEGINS.search(text)
    return text[: copy.start()] if copy else text


def _addresses(message: Message, text: str) -> tuple[str, ...]:
    """Return the addresses that failed: as the header names them, else the first in the text that is nobody's here."""
    named = [found.lower() for value in message.header_all("x-failed-recipients") for found in _ADDRESS.findall(value)]
    if named:
        return tuple(dict.fromkeys(named))
    own = {address.email for address in (*message.to, *message.from_)}
    found = (address.lower().rstrip(".") for address in _ADDRESS.findall(text))
    return tuple(address for address in found if address not in own)[:1]


def _status(text: str) -> Status | None:
    match = _CODE.search(text)
    return (match[1], match[2], match[3]) if match else None


def _is_delayed(text: str, status: Status | None, wording: Wording) -> bool:
    code = _REPLY_CODE.search(text)
    given_up = (status is not None and status[0] == "5") or (code is not None and code[1] == "5")
    return not given_up and wording.says("bounce_delayed")


def _cause(status: Status | None, wording: Wording) -> BounceCause:
    """Return why, by the status where it says; words decide where servers give the general ones (5.0.0, 5.4.1, 5.5.0)."""
    if status is not None:
        told = _BY_STATUS.get((status[1], status[2])) or _BY_SUBJECT.get(status[1])
        if told:
            return told
    found = next((cause for name, cause in _BY_WORDS.items() if wording.says(name)), None)
    if status is not None and status[1] == "4" and found is not BounceCause.WRONG_ADDRESS:
        return BounceCause.UNREACHABLE
    return found or BounceCause.UNKNOWN


def _original_id(message: Message) -> str | None:
    for text in (*message.reports, message.text):
        match = _MESSAGE_ID.search(text[:_MOST_HEADERS])
        if match:
            return match[1]
    return message.in_reply_to or (message.references[-1] if message.references else None)
