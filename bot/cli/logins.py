"""Trying the two logins of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.imap.account import ImapAccount
    from bot.settings import Settings


def imap_account(settings: Settings) -> ImapAccount:
    """Return the account to read mail from; reads the password."""
    from bot.imap.account import ImapAccount

    server = settings.imap
    return ImapAccount(
        host=server.host,
        port=server.port,
        security=server.security,
        user=server.user,
        password=server.password.reveal(),
        ca_file=settings.ca_file,
    )


def try_imap(settings: Settings) -> None:
    """Log in and out again. Raises LoginRefusedError, OperatorError or TemporaryError."""
    from bot.imap.account import connect
    from bot.imap.connection import close

    close(connect(imap_account(settings)))


def try_smtp(settings: Settings) -> None:
    """Log in and out again; nothing is sent. Raises LoginRefusedError, OperatorError or TemporaryError."""
    import asyncio

    from bot.smtp.account import SmtpAccount, verify_login

    server = settings.smtp
    account = SmtpAccount(
        host=server.host,
        port=server.port,
        security=server.security,
        user=server.user,
        password=server.password.reveal(),
        ca_file=settings.ca_file,
    )
    asyncio.run(verify_login(account))
