"""Answers that no person typed (RFC 3834): out-of-office notes, ticket receipts, "no longer works here", with the day of return."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.core.message.automatic import AutomaticReason, automatic_reasons
from bot.core.message.types import Message
from bot.core.reading.company.cues import Cues
from bot.core.reading.company.dates import DateSetting, find_dates
from bot.core.reading.company.page import tell_language

_MOST_TEXT = 6_000
_TICKET = re.compile(
    r"(?:\[(?:request|ticket|case)[^\]]{0,40}\]|##- ?please type your reply|your (?:request|ticket|case"
    r"|enquiry|inquiry|message|email|e-mail)(?: \([^)]{1,30}\)| #?\w{0,20})? (?:has been|was|is) (?:received"
    r"|logged|created|opened|registered)|ticket (?:number|id|#)|this is an automat(?:ed|ic) (?:reply|response"
    r"|acknowledge?ment)|we have received your (?:message|e-?mail|request|enquiry|inquiry))",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\b(?:out of (?:the |my )?office|on (?:annual |parental |maternity |paternity |sick )?leave|on (?:vacation"
    r"|holidays?)|away (?:from|until|at|on)|i(?:'m| am) (?:away|off|out|currently away|travelling|traveling)"
    r"|no longer (?:works?|with|employed)|limited access to (?:e-?mail|my)|back (?:on|in the office)|will (?:return"
    r"|be back)|automatic reply|auto(?:matic)?[- ]?response|nicht im (?:büro|haus)|abwesend|absent|fuera de la oficina"
    r"|afwezig|assente|fuori ufficio|ausente)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"(?:\bback(?: in the office| at my desk| online)?(?: on| by)?|\breturn(?:ing|s)?(?: to the office)?(?: on)?"
    r"|\buntil|\bthrough|\btill|\bthru|\bab dem|\bwieder ab|\bbis(?: zum| einschließlich)?|\bzurück am)\s[^.;\n]{0,24}$",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\bno longer (?:works?|with|employed|at)\b|\bhas left\b|\bleft the company\b|\bmailbox is (?:no longer"
    r"|not) monitored\b|\bmessages to this address are not read\b",
    re.IGNORECASE,
)
_APPLICATION = re.compile(
    r"\byour application\b|\bapplying\b|\bbewerbung\b|\bcandidature\b|\bcandidatura\b|\bsollicitatie\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AutoReply:
    """``returns_on``: the day stated as the first back (or the last away), or None. ``address_is_dead``: nobody reads it any more.
    ``instead``: the address named in its place, lower case, or None. ``evidence``: the words it rests on."""

    returns_on: date | None
    address_is_dead: bool
    instead: str | None
    evidence: str


def read_auto_reply(message: Message, cues: Cues | None = None) -> AutoReply | None:
    """Return what an automatic answer says, or None if the mail is none. A notice sent without being asked (Auto-Submitted:
    auto-generated) and the receipt of an application are none. Without *cues* no day of return is read."""
    text = message.text[:_MOST_TEXT]
    if not _is_auto_reply(message, text):
        return None
    dead = bool(_LEFT.search(text))
    return AutoReply(
        returns_on=_returns_on(message, text, cues) if cues else None,
        address_is_dead=dead,
        instead=_instead(message, text) if dead else None,
        evidence=(message.subject or text)[:120],
    )


def _is_auto_reply(message: Message, text: str) -> bool:
    reasons = set(automatic_reasons(message))
    submitted = (message.header("auto-submitted") or "").strip().lower()
    responder = submitted.startswith(("auto-replied", "auto-notified")) or AutomaticReason.AUTO_RESPONDER in reasons
    answer = bool(message.in_reply_to or message.references)
    if (
        _APPLICATION.search(text)
        and not _AWAY.search(f"{message.subject}\n{text}")
        and not _TICKET.search(message.subject)
    ):
        return False
    if AutomaticReason.AUTO_SUBJECT in reasons:
        return True
    if responder:
        return (
            answer
            or bool(_AWAY.search(text))
            or bool(_TICKET.search(f"{message.subject}\n{text}"))
            or submitted.startswith("auto-replied")
        )
    if AutomaticReason.NULL_RETURN_PATH in reasons and (AutomaticReason.PRECEDENCE in reasons or _AWAY.search(text)):
        return True
    return (
        submitted.startswith("auto-generated")
        and answer
        and bool(_TICKET.search(f"{message.subject}\n{text}"))
        and not message.calendars
    )


def _returns_on(message: Message, text: str, cues: Cues) -> date | None:
    if message.date is None:
        return None
    language = tell_language(f"{message.subject}\n{text}", cues)
    today = message.date.astimezone(ZoneInfo("UTC")).date()
    lines = [*re.split(r"(?<=[.!?])\s+|\n{2,}", " ".join(text.split("\n"))), message.subject]
    for line in lines:
        if not _AWAY.search(line) and not re.search(
            r"\b(?:until|through|back|return|bis|zurück|leave)\b", line, re.IGNORECASE
        ):
            continue
        found = [m for m in find_dates(line, language, DateSetting(today=today)) if m.readings]
        back = [m for m in found if _BACK.search(line[: m.start])]
        days = [m.readings[0] for m in (back or found) if m.readings[0] >= today]
        if days:
            return days[-1]
    return None


def _instead(message: Message, text: str) -> str | None:
    own = {address.email for address in (*message.from_, *message.to)}
    found = [address.lower().rstrip(".") for address in re.findall(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", text)]
    others = [address for address in dict.fromkeys(found) if address not in own]
    return others[0] if len(others) == 1 else None
