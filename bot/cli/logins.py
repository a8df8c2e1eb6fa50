"""Trying the two logins of the settings."""

from __future__ import annotations

import asyncio

from bot.accounts import imap_account, smtp_account
from bot.imap.account import connect
from bot.imap.connection import close
from bot.settings import Settings
from bot.smtp.account import verify_login


def try_imap(settings: Settings) -> None:
    """Log in and out again. Raises LoginRefusedError, OperatorError or TemporaryError."""
    close(connect(imap_account(settings)))


def try_smtp(settings: Settings) -> None:
    """Log in and out again; nothing is sent. Raises LoginRefusedError, OperatorError or TemporaryError."""
    asyncio.run(verify_login(smtp_account(settings)))
