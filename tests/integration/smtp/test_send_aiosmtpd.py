"""Against aiosmtpd, in process."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP

from bot.core.delivery.types import Envelope, SendOutcome, SendResult
from bot.net import Security
from bot.smtp.account import SmtpAccount
from bot.smtp.send import send


class _Inbox:
    def __init__(self) -> None:
        self.got: list[tuple[str, list[str], bytes]] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - the library's name
        self.got.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return "250 kept"


async def _yes() -> bool:
    return True


async def _exchange(inbox: _Inbox, envelope: Envelope, raw: bytes) -> SendOutcome:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(inbox, hostname="mail.example", enable_SMTPUTF8=True), "127.0.0.1", 0
    )
    try:
        port = server.sockets[0].getsockname()[1]
        account = SmtpAccount(host="127.0.0.1", port=port, security=Security.NONE, user="", password="")
        return await send(account, envelope, raw, before_data=_yes)
    finally:
        server.close()
        await server.wait_closed()


@pytest.mark.parametrize(
    "recipients", [("a@example.com", "b@example.com"), ("jürgen@example.com",)], ids=["ASCII", "beyond ASCII"]
)
def test_what_arrives_is_what_was_sent(recipients: tuple[str, ...]) -> None:
    raw = "From: me@example.org\r\nSubject: hi\r\n\r\nÜber\r\n..\r\n.\r\nend".encode()
    inbox = _Inbox()
    outcome = asyncio.run(_exchange(inbox, Envelope(sender="me@example.org", recipients=recipients), raw))
    assert (outcome.result, outcome.text) == (SendResult.ACCEPTED, "kept")
    assert inbox.got == [("me@example.org", list(recipients), raw + b"\r\n")]
