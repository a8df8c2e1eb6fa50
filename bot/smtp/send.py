"""Send one mail: all recipients or none, and the truth about how it ended."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable

import aiosmtplib

from bot.core.delivery.types import Envelope, SendOutcome, SendResult
from bot.errors import TemporaryError
from bot.smtp.account import Session, SmtpAccount, close_session, one_line, open_session, printable

ENVELOPE_TIMEOUT_S = 120.0
"""For the answers to MAIL, RCPT and DATA each."""
CANCEL_GRACE_S = 8.0
"""How long a cancelled send goes on waiting for the answer to the final dot."""
_LINE_END = re.compile(rb"\r\n|\n|\r")
_LEADING_DOT = re.compile(rb"^\.", re.MULTILINE)


async def send(
    account: SmtpAccount,
    envelope: Envelope,
    raw: bytes,
    *,
    before_data: Callable[[], Awaitable[bool]],
    data_timeout_s: float = 600,
    cancel_grace_s: float = CANCEL_GRACE_S,
) -> SendOutcome:
    """Send *raw* (a whole mail; line ends are made CRLF, dots doubled) to all of *envelope* or to nobody.

    *before_data* is awaited when every recipient is accepted and nothing of the mail has left: commit the phase there, return
    False to withdraw. DEFERRED, REFUSED and WITHDRAWN: provably not sent. UNKNOWN: the mail left, its answer did not come
    (RFC 5321 §4.5.3.2.6 wants 600 s of patience, else duplicates). Raises LoginRefusedError or OperatorError (see `open_session`),
    and what *before_data* raises; nothing was sent then.

    A cancellation before *before_data* goes through, nothing was sent. A later one is held back for *cancel_grace_s* at most:
    the outcome is returned, as the caller has to write it down.
    """
    try:
        client = await open_session(account)
    except TemporaryError as exc:
        return SendOutcome(result=SendResult.DEFERRED, text=str(exc)[:500])
    answered = False
    try:
        outcome = await _offer(client, envelope, raw)
        if outcome is None:
            outcome = await _to_the_end(_Transfer(client, raw, before_data, data_timeout_s), cancel_grace_s)
        answered = outcome.result is not SendResult.UNKNOWN
    finally:
        await close_session(client, politely=answered)  # no QUIT where another answer is outstanding
    return outcome


async def _offer(client: Session, envelope: Envelope, raw: bytes) -> SendOutcome | None:
    """MAIL and every RCPT; None when all are accepted."""
    addresses = (envelope.sender, *envelope.recipients)
    utf8 = not all(address.isascii() for address in addresses)
    if (problem := _problem(client, envelope, raw, utf8=utf8)) is not None:
        return SendOutcome(result=SendResult.REFUSED, text=problem)
    encoding = "utf-8" if utf8 else "ascii"
    try:
        await client.mail(
            envelope.sender,
            options=_mail_options(client, raw, utf8=utf8),
            encoding=encoding,
            timeout=ENVELOPE_TIMEOUT_S,
        )
        refusals = await _offer_recipients(client, envelope.recipients, encoding)
    except aiosmtplib.SMTPSenderRefused as exc:
        refusals = [(exc.code, f"sender {envelope.sender}: {one_line(exc)}")]
    except (aiosmtplib.SMTPException, OSError) as exc:
        return SendOutcome(
            result=SendResult.DEFERRED, text=printable(f"before the mail was handed over: {one_line(exc)}")
        )
    if not refusals:
        return None
    await _reset(client)
    return _refused(refusals)


def _problem(client: Session, envelope: Envelope, raw: bytes, *, utf8: bool) -> str | None:
    """What no attempt can mend."""
    if not envelope.recipients:
        return "the mail has no recipient"
    if any(not address or not address.isprintable() for address in (envelope.sender, *envelope.recipients)):
        return "an address holds characters that cannot be sent"
    limit = client.esmtp_extensions.get("size", "")
    if limit.isdigit() and 0 < int(limit) < len(raw):
        return f"the mail has {len(raw)} bytes, the server takes {limit}"
    if utf8 and not client.supports_extension("smtputf8"):
        return "an address is not ASCII, and the server cannot take such addresses"
    return None


def _mail_options(client: Session, raw: bytes, *, utf8: bool) -> list[str]:
    options = [f"SIZE={len(raw)}"] if client.supports_extension("size") else []
    if not raw.isascii() and client.supports_extension("8bitmime"):
        options.append("BODY=8BITMIME")
    return [*options, "SMTPUTF8"] if utf8 else options


async def _offer_recipients(client: Session, recipients: tuple[str, ...], encoding: str) -> list[tuple[int, str]]:
    """Return (code, text) of each recipient that was refused; all are asked, so that all can be told."""
    refusals = []
    for recipient in recipients:
        try:
            await client.rcpt(recipient, encoding=encoding, timeout=ENVELOPE_TIMEOUT_S)
        except aiosmtplib.SMTPRecipientRefused as exc:
            refusals.append((exc.code, f"{recipient}: {one_line(exc)}"))
            if not client.is_connected:
                break
    return refusals


def _refused(refusals: list[tuple[int, str]]) -> SendOutcome:
    """One recipient refused for good refuses the mail for good; the text names every refused one."""
    for_good = [code for code, _ in refusals if 500 <= code <= 599]
    return SendOutcome(
        result=SendResult.REFUSED if for_good else SendResult.DEFERRED,
        code=for_good[0] if for_good else refusals[0][0],
        text="; ".join(text for _, text in refusals)[:500],
    )


async def _reset(client: Session) -> None:
    try:
        await client.rset(timeout=2)
    except (aiosmtplib.SMTPException, OSError):
        client.close()


class _Transfer:
    """From the last question to the answer to the final dot. ``left``: content may be with the server."""

    def __init__(
        self, client: Session, raw: bytes, before_data: Callable[[], Awaitable[bool]], data_timeout_s: float
    ) -> None:
        self._client = client
        self._raw = raw
        self._before_data = before_data
        self._data_timeout_s = data_timeout_s
        self.interrupted = False
        self.left = False

    async def run(self) -> SendOutcome:
        try:
            go_on = await self._before_data()
        except BaseException:
            await _reset(self._client)
            raise
        if not go_on or self.interrupted:
            await _reset(self._client)
            return (
                self.unfinished("stopped before anything was sent")
                if go_on
                else SendOutcome(result=SendResult.WITHDRAWN)
            )
        try:
            return await self._data()
        except (aiosmtplib.SMTPException, OSError) as exc:
            self._client.close()  # whatever answer comes now belongs to something else
            return self.unfinished(one_line(exc))

    async def _data(self) -> SendOutcome:
        answer = await self._client.execute_command(b"DATA", timeout=ENVELOPE_TIMEOUT_S)
        if answer.code != 354:
            return _outcome(answer, otherwise=SendResult.DEFERRED)
        protocol = self._client.protocol
        if protocol is None:
            raise aiosmtplib.SMTPServerDisconnected("the connection ended")
        self.left = True
        protocol.write(on_the_wire(self._raw))
        answer = await protocol.read_response(timeout=self._data_timeout_s)
        if 200 <= answer.code <= 299:
            return SendOutcome(result=SendResult.ACCEPTED, code=answer.code, text=printable(answer.message))
        return _outcome(answer, otherwise=SendResult.UNKNOWN)

    def unfinished(self, why: str) -> SendOutcome:
        """The end without an answer."""
        if self.left:
            return SendOutcome(result=SendResult.UNKNOWN, text=printable(f"the answer to the mail did not come: {why}"))
        return SendOutcome(result=SendResult.DEFERRED, text=printable(f"before the mail was handed over: {why}"))


def _outcome(answer: aiosmtplib.SMTPResponse, *, otherwise: SendResult) -> SendOutcome:
    """4xx: try again; 5xx: never; anything else is no answer that belongs here."""
    result = {4: SendResult.DEFERRED, 5: SendResult.REFUSED}.get(answer.code // 100, otherwise)
    return SendOutcome(result=result, code=answer.code, text=printable(answer.message))


async def _to_the_end(transfer: _Transfer, grace_s: float) -> SendOutcome:
    """Run *transfer*; a cancellation stops it where nothing has left, else leaves it *grace_s* to end."""
    task = asyncio.create_task(transfer.run())
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        transfer.interrupted = True
        await _wait(task, grace_s)
        if not task.done():
            task.cancel()
            await _wait(task, 1)
            return transfer.unfinished("interrupted")
        return task.result()


async def _wait(task: asyncio.Task[SendOutcome], seconds: float) -> None:
    try:
        await asyncio.wait({task}, timeout=seconds)
    except asyncio.CancelledError:
        return  # asked twice: wait no longer, but still tell how it stands


def on_the_wire(raw: bytes) -> bytes:
    """Return *raw* with CRLF line ends, leading dots doubled and the final dot (RFC 5321 §4.5.2): no bare CR or LF leaves."""
    text = _LINE_END.sub(b"\r\n", raw)
    if not text.endswith(b"\r\n"):
        text += b"\r\n"
    return _LEADING_DOT.sub(b"..", text) + b".\r\n"
