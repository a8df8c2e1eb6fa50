"""The mails of the last weeks, fetched for a rehearsal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.message.received import FetchedMail
from bot.imap.history import fetch_history
from bot.imap.selected import MailboxMissingError
from tests.integration.imap.mails import small
from tests.integration.imap.test_fetch_dovecot import account
from tests.mailserver.server import MailServer

pytestmark = pytest.mark.mailserver
NOW = datetime.now(UTC)


def test_of_too_many_mails_the_latest_are_brought(mail_server: MailServer, mailserver_user: str) -> None:
    mail_server.file(small("long ago"), mailserver_user, when=NOW - timedelta(days=100))
    for subject in ("one", "two", "three"):
        mail_server.file(small(subject), mailserver_user, when=NOW)
    mails: list[FetchedMail] = []
    progress: list[tuple[int, int]] = []
    more = fetch_history(
        account(mail_server, mailserver_user),
        "INBOX",
        since=NOW - timedelta(days=90),
        most=2,
        on_mails=mails.extend,
        on_progress=lambda done, of: progress.append((done, of)),
    )
    assert ([mail.uid for mail in mails], more, progress) == ([3, 4], 1, [(2, 2)])


def test_a_mailbox_that_does_not_exist_is_said(mail_server: MailServer, mailserver_user: str) -> None:
    with pytest.raises(MailboxMissingError, match="Jobs"):
        fetch_history(
            account(mail_server, mailserver_user),
            "Jobs",
            since=NOW,
            most=2,
            on_mails=lambda _mails: None,
            on_progress=lambda _done, _of: None,
        )
