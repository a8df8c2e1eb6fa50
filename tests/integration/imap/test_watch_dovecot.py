"""Watching Dovecot through everything that servers and networks do."""

from __future__ import annotations

import os
import signal
import time
from datetime import UTC, datetime, timedelta

import pytest

from bot.imap.watch import WatchEvent
from bot.net import Security
from tests.integration.imap.mails import small
from tests.integration.imap.test_fetch_dovecot import account
from tests.integration.imap.watching import MemorySink, watching
from tests.mailserver.server import MailServer

pytestmark = pytest.mark.mailserver


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS, Security.NONE])
def test_a_mail_is_there_as_soon_as_the_server_tells(
    mail_server: MailServer, mailserver_user: str, security: Security
) -> None:
    with watching(account(mail_server, mailserver_user, security)) as watch:
        watch.told(WatchEvent.CONNECTED)
        for subject in ("first", "second"):
            mail_server.inject(small(subject), mailserver_user)
            wanted = ["first", "second"][: 1 if subject == "first" else 2]
            watch.until(wanted)


def test_a_crashed_session_is_replaced(mail_server: MailServer, mailserver_user: str) -> None:
    with watching(account(mail_server, mailserver_user)) as watch:
        watch.told(WatchEvent.CONNECTED)
        assert mail_server.signal_imap(mailserver_user, signal.SIGKILL)
        mail_server.inject(small("after"), mailserver_user)
        watch.told(WatchEvent.CONNECTED, times=2)
        watch.until(["after"])


def test_a_half_open_connection_is_noticed(mail_server: MailServer, mailserver_user: str) -> None:
    with watching(account(mail_server, mailserver_user), cycle_s=0.5, read_timeout_s=1) as watch:
        watch.told(WatchEvent.CONNECTED)
        stopped = mail_server.signal_imap(mailserver_user, signal.SIGSTOP)
        try:
            watch.told(WatchEvent.LOST)
            mail_server.inject(small("after"), mailserver_user)
            watch.until(["after"])
        finally:
            for pid in stopped:
                os.kill(pid, signal.SIGCONT)


def test_a_mailbox_that_is_missing_is_told_and_watched_once_it_is_there(
    mail_server: MailServer, mailserver_user: str
) -> None:
    with watching(account(mail_server, mailserver_user), mailbox="Jobs/2026") as watch:
        assert "Jobs/2026" in watch.told(WatchEvent.MAILBOX_MISSING)
        with mail_server.imap(mailserver_user) as client:
            client.create_folder("Jobs/2026")
        watch.told(WatchEvent.CONNECTED)
        mail_server.file(small("hello"), mailserver_user, "Jobs/2026")
        watch.until(["hello"])
        with mail_server.imap(mailserver_user) as client:
            client.delete_folder("Jobs/2026")
        watch.told(WatchEvent.MAILBOX_MISSING, times=2)


def test_the_first_start_brings_earlier_mail_where_it_is_wanted(mail_server: MailServer, mailserver_user: str) -> None:
    now = datetime.now(UTC)
    for subject, days in (("long ago", 40), ("last week", 7), ("yesterday", 1)):
        mail_server.file(small(subject), mailserver_user, when=now - timedelta(days=days))
    sink = MemorySink(since=now - timedelta(days=30), failures=1)  # a full disk in the middle: all of it is done again
    with watching(account(mail_server, mailserver_user), sink) as watch:
        watch.told(WatchEvent.CONNECTED)
        assert list(sink.old) == [2, 3]
        mail_server.inject(small("new"), mailserver_user)
        watch.until(["new"])


def test_mails_numbered_anew_are_recognised_and_only_the_new_one_is_brought(
    mail_server: MailServer, mailserver_user: str
) -> None:
    mail_server.file(small("before the first start"), mailserver_user, when=datetime(2026, 1, 1, tzinfo=UTC))
    with watching(account(mail_server, mailserver_user), cycle_s=0.5) as watch:
        watch.told(WatchEvent.CONNECTED)
        old = watch.sink.checkpoints["INBOX"]
        for subject in ("one", "two"):
            mail_server.inject(small(subject), mailserver_user)
        mail_server.wait_for(lambda: sorted(watch.sink.subjects) == ["one", "two"])
        # UIDVALIDITY is the second in which Dovecot made its index: let the next one come.
        mail_server.wait_for(lambda: time.time() > old.uidvalidity + 1)
        mail_server.forget_numbers(mailserver_user)
        mail_server.inject(small("three"), mailserver_user)
        mail_server.wait_for(lambda: sorted(watch.sink.subjects) == ["one", "three", "two"])
        mail_server.wait_for(lambda: watch.sink.checkpoints["INBOX"].uidvalidity != old.uidvalidity)
        mail_server.inject(small("four"), mailserver_user)
        mail_server.wait_for(lambda: len(watch.sink.rows) == 4)
        assert watch.sink.resets == []


def test_a_server_that_goes_down_and_comes_back_is_found_again(own_mail_server: MailServer) -> None:
    sink = MemorySink()
    with watching(account(own_mail_server, "me"), sink) as watch:
        watch.told(WatchEvent.CONNECTED)
        own_mail_server.stop()
        watch.told(WatchEvent.LOST)
        own_mail_server.start()
        own_mail_server.inject(small("after"), "me")
        watch.until(["after"])
        assert own_mail_server.mails("me")


def test_a_wrong_password_and_a_wrong_certificate_are_told_apart(mail_server: MailServer) -> None:
    with watching(account(mail_server, "me", password="wrong")) as watch:
        watch.told(WatchEvent.LOGIN_REFUSED)
    with watching(account(mail_server, "me", ca_file=None)) as watch:
        watch.told(WatchEvent.SETUP_WRONG)
