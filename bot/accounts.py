"""Settings → the two accounts. The password is read anew each time."""

from __future__ import annotations

from bot.imap.account import ImapAccount
from bot.settings import Settings
from bot.smtp.account import SmtpAccount


def imap_account(settings: Settings) -> ImapAccount:
    """Return the account to read mail from."""
    server = settings.imap
    return ImapAccount(
        host=server.host,
        port=server.port,
        security=server.security,
        user=server.user,
        password=server.password.reveal(),
        ca_file=settings.ca_file,
    )


def smtp_account(settings: Settings) -> SmtpAccount:
    """Return the account to send mail with."""
    server = settings.smtp
    return SmtpAccount(
        host=server.host,
        port=server.port,
        security=server.security,
        user=server.user,
        password=server.password.reveal(),
        ca_file=settings.ca_file,
    )
