"""Delivery reports (RFC 3464) and the plain forms that came before them: whose address failed, for good or not, which of our mails."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.message.automatic import AutomaticReason, automatic_reasons
from bot.core.message.types import Message

_MOST_TEXT = 20_000
_ADDRESS = r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
_FINAL = re.compile(
    rf"^(?:Final-Recipient|Original-Recipient)\s*:\s*(?:[\w-]+\s*;)?\s*<?({_ADDRESS})", re.IGNORECASE | re.MULTILINE
)
_ACTION = re.compile(r"^Action\s*:\s*(\w+)", re.IGNORECASE | re.MULTILINE)
_STATUS = re.compile(r"^Status\s*:\s*([245])\.(\d{1,3})\.(\d{1,3})", re.IGNORECASE | re.MULTILINE)
_MESSAGE_ID = re.compile(r"^(?:Original-)?Message-ID\s*:\s*<([^<>\s]{3,400})>", re.IGNORECASE | re.MULTILINE)
_SENDER = re.compile(
    r"^(?:mailer-daemon|postmaster|mail-daemon|mailerdaemon|microsoftexchange\w*|mail\.?delivery\w*)", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"\b(?:undeliver\w*|undelivered mail|delivery (?:status notification|failure|has failed|report|incomplete"
    r"|delayed)|mail delivery (?:failed|failure|system|subsystem|report)|returned mail|failure notice|"
    r"message (?:not delivered|delayed|could not be delivered)|delayed mail|mail (?:could not be delivered"
    r"|delivery problem)|non remis|unzustellbar|nicht zustellbar|no se pudo entregar|onbestelbaar|mancata consegna"
    r"|não entregue)\b",
    re.IGNORECASE,
)
_TEXT = re.compile(
    r"could(?:n't| not) be delivered|wasn't delivered|was not delivered|delivery to the following recipients? failed"
    r"|has been (?:delayed|bounced)|permanent(?:ly)? (?:error|failure|failed)|user unknown|unknown user"
    r"|no such user|mailbox (?:unavailable|full|not found)|address not found|undeliverable|konnte nicht zugestellt werden"
    r"|n'a pas pu être remis",
    re.IGNORECASE,
)
_DELAYED = re.compile(
    r"warning only|still being retried|will be retried|will (?:keep|continue) (?:on )?trying|has been delayed"
    r"|not yet been delivered|delivery delayed|temporar",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?<![\d.])([45])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_REPLY_CODE = re.compile(r"(?<![\d.])([45])\d\d(?:[ -])")
_FAILED_NEAR = re.compile(rf"<?({_ADDRESS})>?")
_TEMPORARY_5XX = frozenset({("5", "2", "2")})  # a full mailbox: the address is right


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounce:
    """A report on a mail the owner sent. ``recipient``: the address that failed, lower case, or None. ``permanent``: it will not be
    delivered (False: still tried). ``address_is_wrong``: no mail can reach that address. ``original_id``: the Message-ID of the mail
    meant, without brackets, or None. ``status``: ``5.1.1`` or None. ``evidence``: the words it rests on."""

    recipient: str | None
    permanent: bool
    address_is_wrong: bool
    original_id: str | None
    status: str | None
    evidence: str


def read_bounce(message: Message) -> Bounce | None:
    """Return what a delivery report says, or None if the mail is none."""
    if not _is_bounce(message):
        return None
    report = "\n".join(message.reports)[:_MOST_TEXT]
    text = message.text[:_MOST_TEXT]
    status = _status(report, text)
    delayed = _is_delayed(report, text, message.subject, status)
    return Bounce(
        recipient=_recipient(message, report, text),
        permanent=not delayed,
        address_is_wrong=not delayed and status is not None and status[0] == "5" and status[1] == "1",
        original_id=_original_id(message, report, text),
        status=".".join(status) if status else None,
        evidence=message.subject[:120],
    )


def _is_bounce(message: Message) -> bool:
    reasons = automatic_reasons(message)
    local = (message.sender.email if message.sender else "").split("@")[0]
    daemon = bool(_SENDER.match(local))
    worded = bool(_SUBJECT.search(message.subject))
    if any(_ACTION.search(report) and _FINAL.search(report) for report in message.reports):
        return not re.search(
            r"^Action\s*:\s*(?:delivered|relayed|expanded)", "\n".join(message.reports), re.IGNORECASE | re.MULTILINE
        )
    if AutomaticReason.FAILED_RECIPIENTS in reasons:
        return True
    if AutomaticReason.REPORT in reasons and (daemon or worded):
        return True
    silent = AutomaticReason.NULL_RETURN_PATH in reasons or not message.header_all("return-path")
    return (daemon or silent) and (
        (worded and bool(_TEXT.search(message.text[:_MOST_TEXT])))
        or (daemon and bool(_TEXT.search(message.text[:_MOST_TEXT])))
    )


def _status(report: str, text: str) -> tuple[str, str, str] | None:
    match = _STATUS.search(report) or _CODE.search(text)
    return (match[1], match[2], match[3]) if match else None


def _is_delayed(report: str, text: str, subject: str, status: tuple[str, str, str] | None) -> bool:
    action = _ACTION.search(report)
    if action:
        return action[1].lower() == "delayed"
    if status:
        return status[0] == "4" and bool(_DELAYED.search(f"{subject}\n{text}"))
    code = _REPLY_CODE.search(text)
    return bool(_DELAYED.search(f"{subject}\n{text}")) and not (code and code[1] == "5")


def _recipient(message: Message, report: str, text: str) -> str | None:
    match = _FINAL.search(report)
    if match:
        return match[1].lower()
    header = message.header("x-failed-recipients")
    if header and (found := _FAILED_NEAR.search(header)):
        return found[1].lower()
    own = {address.email for address in message.to} | {address.email for address in message.from_}
    found_in_text = [address.lower() for address in _FAILED_NEAR.findall(text) if address.lower() not in own]
    return found_in_text[0] if found_in_text else None


def _original_id(message: Message, report: str, text: str) -> str | None:
    match = _MESSAGE_ID.search(report) or _MESSAGE_ID.search(text)
    if match:
        return match[1]
    return message.in_reply_to or (message.references[-1] if message.references else None)
