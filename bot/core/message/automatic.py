"""Why a mail is machine-made (RFC 3834 §2, RFC 2919, RFC 2369, RFC 3464); what bears such a sign is never the owner's word."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.core.message.accents import without_accents
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


_PRESENT = {
    AutomaticReason.FAILED_RECIPIENTS: ("x-failed-recipients",),
    AutomaticReason.LOOP: ("x-loop", "x-autoreply-loop"),
    AutomaticReason.SUPPRESS: ("x-auto-response-suppress",),
    AutomaticReason.LIST: ("list-id", "list-post", "mailing-list", "x-mailing-list"),
    AutomaticReason.LIST_UNSUBSCRIBE: ("list-unsubscribe",),
}
_RESPONDER = re.compile(
    r"x-(?:[a-z]+-)?(?:auto-?(?:reply|replied|respon[ds]|generated)|vacation|holidayreply|machinegenerated|oof)"
)
_PRECEDENCES = ("bulk", "junk", "list", "auto_reply", "auto-reply", "autoreply")
# How responders open the subject, in the seven languages (and the Nordic ones that Exchange writes), with accents or without;
# "Re:" before it is a person's. This guards consent and thus stands in no file that anybody could change.
_SUBJECTS = (
    r"auto(?:matic)?[ -]?(?:reply|response|responder|answer|antwort|svar)|auto:|automated (?:reply|response)|automatically generated reply",
    r"out[ -]of[ -](?:the[ -])?office|ooo\b|on (?:(?:annual|parental|maternity|paternity|sick) )?(?:vacation|leave|holidays?)\b",
    r"away from (?:the |my )?(?:office|desk)|(?:i am|i'm) (?:out of|away)",
    r"automatische (?:antwort|antwoord|beantwortung|rückantwort|rueckantwort|rückmeldung|abwesenheits)|auto-?antwort|abwesenheit|abwesend",
    r"nicht im (?:büro|buero|haus|dienst)|(?:außer|ausser) haus|(?:ich bin )?im (?:\w{0,12}urlaub|mutterschutz)",
    r"in elternzeit|urlaubs(?:notiz|abwesenheit|vertretung)",
    r"r[ée]ponse (?:automatique|d'absence)|message (?:automatique|d'absence)",
    r"(?:absence|absente?) (?:du|de mon|au) bureau|absen(?:ce|te?)\s?:",
    r"absente? (?:jusqu|du \d)|avis d'absence|notification d'absence|en (?:cong[ée]s?|vacances)\b|hors (?:du )?bureau",
    r"respuesta autom[áa]tica|fuera de (?:la |mi )?oficina|ausente de la oficina|ausencia (?:de la oficina|temporal)|de vacaciones\b",
    r"resposta autom[áa]tica|fora d[oe] (?:meu )?escrit[óo]rio|aus[êe]ncia (?:tempor[áa]ria|do escrit[óo]rio)",
    r"fora da empresa|de f[ée]rias\b",
    r"automatisch (?:antwoord|bericht van afwezigheid)|afwezig|niet (?:aanwezig|op kantoor)|buiten kantoor",
    r"(?:met|op) vakantie\b|met verlof\b",
    r"risposta automatica|fuori (?:sede|ufficio|dall.ufficio)|assen(?:za|te) (?:dall.ufficio|fino|dal)|assente:|in ferie\b",
    r"automatiskt? svar|autosvar|frånvaro|fravær|ikke til stede|ej på kontoret",
)
_SUBJECT = re.compile(r"(?:\s*\[[^\]]{0,40}\])*\W*(?:" + "|".join(_SUBJECTS) + ")", re.IGNORECASE)

_MACHINE_ADDRESS = re.compile(
    r"no-?reply|not-?reply|(?:do-?not|no|nao)-?respon[ds]|ne-?pas-?repondre|nicht-?antworten|keine-?antwort|non-?rispond|geen-?antwoord"
    r"|mailer-?daemon|^postmaster$|^bounces?\b|^notifications?\b|^notify\b|^automated|^auto-?reply|^unattended"
    r"|^calendar-?(?:notification|invite|server)"
)


def is_machine_address(email: str) -> bool:
    """Return whether nobody reads what is sent to *email*, judged by its local part in any of the seven languages."""
    plain = without_accents(email.partition("@")[0].partition("+")[0][:64].casefold())
    return bool(_MACHINE_ADDRESS.search(re.sub(r"[._]+", "-", plain)))


def automatic_reasons(message: Message) -> tuple[AutomaticReason, ...]:
    """Return every sign that the mail carries, the strongest first."""
    names = {name for name, _ in message.headers}
    found = {reason for reason, fields in _PRESENT.items() if names.intersection(fields)}
    if any(_is_report(value) for value in message.header_all("content-type")):
        found.add(AutomaticReason.REPORT)
    if any(value.strip() in ("", "<>") for value in message.header_all("return-path")):
        found.add(AutomaticReason.NULL_RETURN_PATH)
    if any(_first_word(value) != "no" for value in message.header_all("auto-submitted")):
        found.add(AutomaticReason.AUTO_SUBMITTED)
    if any(_RESPONDER.match(name) and name != "x-auto-response-suppress" for name in names):
        found.add(AutomaticReason.AUTO_RESPONDER)
    if _SUBJECT.match(message.subject[:200]):
        found.add(AutomaticReason.AUTO_SUBJECT)
    if any(_first_word(value) in _PRECEDENCES for value in message.header_all("precedence")):
        found.add(AutomaticReason.PRECEDENCE)
    return tuple(reason for reason in AutomaticReason if reason in found)


def automatic_reason(message: Message) -> AutomaticReason | None:
    """Return the strongest sign that no person typed this mail, or None; whoever guards consent accepts nothing but None."""
    return next(iter(automatic_reasons(message)), None)


def _is_report(content_type: str) -> bool:
    return content_type.lower().replace(" ", "").startswith("multipart/report")


def _first_word(value: str) -> str:
    """The keyword before comment, parameter or the end (RFC 3834 §5)."""
    return re.split(r"[\s;(,]", value.strip().lower(), maxsplit=1)[0]
