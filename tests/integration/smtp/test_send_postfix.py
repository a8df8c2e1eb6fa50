"""Against Postfix."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.delivery.types import Envelope, SendOutcome, SendResult
from bot.errors import LoginRefusedError, OperatorError
from bot.net import Security
from bot.smtp.account import SmtpAccount, verify_login
from bot.smtp.send import send
from tests.mailserver.forwarder import Forwarder
from tests.mailserver.server import MailServer

pytestmark = pytest.mark.mailserver

RAW = b"From: me@example.test\r\nMessage-ID: <1@example.test>\r\nSubject: thanks\r\n\r\nbody\r\n"


def _account(server: MailServer, user: str = "me", security: Security = Security.STARTTLS) -> SmtpAccount:
    port = server.smtps_port if security is Security.TLS else server.submission_port
    return SmtpAccount(
        host="localhost", port=port, security=security, user=server.address(user), password="pw", ca_file=server.ca_file
    )


def _send(account: SmtpAccount, *recipients: str) -> SendOutcome:
    async def yes() -> bool:
        return True

    envelope = Envelope(sender=account.user, recipients=tuple(MailServer.address(one) for one in recipients))
    return asyncio.run(send(account, envelope, RAW, before_data=yes))


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_mail_arrives_once(mail_server: MailServer, mailserver_user: str, security: Security) -> None:
    outcome = _send(_account(mail_server, security=security), mailserver_user)
    assert (outcome.result, outcome.code) == (SendResult.ACCEPTED, 250)
    (mail,) = mail_server.wait_for(lambda: mail_server.mails(mailserver_user))
    assert b"\r\nMessage-ID: <1@example.test>\r\n" in mail
    assert mail.endswith(b"\r\n\r\nbody\r\n")


@pytest.mark.parametrize(
    ("bad", "result", "code"), [("defer", SendResult.DEFERRED, 450), ("reject", SendResult.REFUSED, 550)]
)
def test_one_recipient_of_two_turned_away_sends_to_none(
    mail_server: MailServer, mailserver_user: str, bad: str, result: SendResult, code: int
) -> None:
    account = _account(mail_server)
    outcome = _send(account, mailserver_user, bad)
    assert (outcome.result, outcome.code) == (result, code)
    assert f"{bad}@example.test" in outcome.text
    assert _send(account, mailserver_user).result is SendResult.ACCEPTED
    mail_server.wait_for(lambda: mail_server.mails(mailserver_user))
    assert len(mail_server.mails(mailserver_user)) == 1


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_an_unknown_authority_is_an_operators_matter(mail_server: MailServer, security: Security) -> None:
    with pytest.raises(OperatorError, match="BOT_TLS_CA_FILE"):
        asyncio.run(verify_login(replace(_account(mail_server, security=security), ca_file=None)))


def test_a_certificate_for_another_name_is_not_accepted(mail_server: MailServer) -> None:
    forwarder = Forwarder(mail_server.submission_port, host="127.0.0.2")
    try:
        account = replace(_account(mail_server), host="127.0.0.2", port=forwarder.port)
        with pytest.raises(OperatorError, match="certificate"):
            asyncio.run(verify_login(account))
    finally:
        forwarder.close()


def test_a_wrong_password_is_refused_and_the_right_one_taken(mail_server: MailServer) -> None:
    asyncio.run(verify_login(_account(mail_server)))
    with pytest.raises(LoginRefusedError, match=r"me@example\.test"):
        asyncio.run(verify_login(replace(_account(mail_server), password="wrong")))


def test_a_certificate_file_that_is_none_is_an_operators_matter(mail_server: MailServer, tmp_path: Path) -> None:
    empty = tmp_path / "ca.pem"
    empty.write_text("no certificate")
    with pytest.raises(OperatorError, match="cannot be used"):
        asyncio.run(verify_login(replace(_account(mail_server), ca_file=empty)))
