"""Reading from Dovecot: nothing is marked, nothing bulky comes over the wire, every mail can be parsed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from imapclient import IMAPClient

from bot.core.message.received import FetchedMail
from bot.errors import ConfigurationError, LoginRefusedError, OperatorError, PermanentError
from bot.imap.account import ImapAccount, connect
from bot.imap.connection import close
from bot.imap.fetch import fetch_mails
from bot.imap.folder import Folder
from bot.imap.mailboxes import find_sent_mailbox, list_mailboxes
from bot.imap.selected import MailboxMissingError, select
from bot.net import Security
from bot.sent_mailbox import SentMailbox
from tests.integration.imap.mails import ICS, small, with_attachments
from tests.mailserver.forwarder import Forwarder
from tests.mailserver.server import MailServer

pytestmark = pytest.mark.mailserver


def account(server: MailServer, user: str, security: Security = Security.TLS, **other: object) -> ImapAccount:
    port = server.imaps_port if security is Security.TLS else server.imap_port
    fields: dict[str, object] = {
        "host": "localhost",
        "port": port,
        "security": security,
        "user": server.address(user),
        "password": "pw",
        "ca_file": server.ca_file,
    }
    return ImapAccount(**(fields | other))  # type: ignore[arg-type]


@contextmanager
def connected(who: ImapAccount) -> Iterator[IMAPClient]:
    client = connect(who)
    try:
        yield client
    finally:
        close(client)


def _fetch_all(who: ImapAccount, mailbox: str = "INBOX") -> list[FetchedMail]:
    with connected(who) as client:
        selected = select(client, mailbox)
        return fetch_mails(client, mailbox, selected.uidvalidity, client.search("ALL"))


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_mail_comes_as_it_lies_there_and_stays_unread(
    mail_server: MailServer, mailserver_user: str, security: Security
) -> None:
    mail_server.inject(small(), mailserver_user)
    (stored,) = mail_server.wait_for(lambda: mail_server.mails(mailserver_user))
    (mail,) = _fetch_all(account(mail_server, mailserver_user, security))
    assert (mail.raw, mail.size, mail.problem, mail.mailbox, mail.uid) == (stored, len(stored), None, "INBOX", 1)
    assert abs(datetime.now(UTC) - mail.internal_date) < timedelta(minutes=1)
    with mail_server.imap(mailserver_user) as client:
        client.select_folder("INBOX", readonly=True)
        assert b"\\Seen" not in client.get_flags([1])[1]


def test_twenty_megabytes_of_attachment_stay_where_they_are(mail_server: MailServer, mailserver_user: str) -> None:
    mail_server.file(with_attachments(9_000_000, 6_000_000), mailserver_user)
    forwarder = Forwarder(mail_server.imap_port)
    try:
        (mail,) = _fetch_all(account(mail_server, mailserver_user, Security.NONE, port=forwarder.port))
    finally:
        forwarder.close()
    assert mail.size > 20_000_000
    assert forwarder.received < 250_000
    parsed = message_from_bytes(mail.raw, policy=policy.default)
    assert isinstance(parsed, EmailMessage)
    assert (parsed["Subject"], parsed["From"], mail.problem) == ("big", "a@example.org", None)
    texts = [part.get_content() for part in parsed.walk() if part.get_content_maintype() == "text"]
    assert [text.replace("\r\n", "\n").strip() for text in texts] == [
        "Grüße, plain",
        "<p>Grüße, HTML</p>",
        ICS.replace("\r\n", "\n").strip(),
    ]
    attached = [
        (part.get_filename(), part.get_content_type(), len(part.get_content())) for part in parsed.iter_attachments()
    ]
    assert attached == [
        ("Unterlagen 0.pdf", "application/pdf", 0),
        ("Unterlagen 1.pdf", "application/pdf", 0),
        ("invite.ics", "application/octet-stream", len(ICS)),
    ]


def test_a_huge_text_without_parts_is_cut(mail_server: MailServer, mailserver_user: str) -> None:
    mail_server.file(
        b"Subject: long\r\nContent-Type: text/plain\r\n\r\n" + b"many words\r\n" * 100_000, mailserver_user
    )
    (mail,) = _fetch_all(account(mail_server, mailserver_user))
    assert mail.raw.startswith(b"Subject: long\r\nContent-Type: text/plain\r\n\r\nmany words\r\n")
    assert 250_000 < len(mail.raw) < 300_000


def test_a_big_mail_nested_too_deep_keeps_its_header_only(mail_server: MailServer, mailserver_user: str) -> None:
    opening = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(60))
    mail_server.file(b"Subject: deep\r\n" + opening + b"\r\n" + b"x\r\n" * 60_000, mailserver_user)
    (mail,) = _fetch_all(account(mail_server, mailserver_user))
    assert mail.problem is not None
    assert mail.raw.startswith(b"Subject: deep\r\n")
    assert len(mail.raw) < 200


def test_a_draft_is_left_out_even_in_sent(mail_server: MailServer, mailserver_user: str) -> None:
    """Some mail programs can be set to keep what is not finished beside what was sent."""
    with mail_server.imap(mailserver_user) as client:
        for flags in ([b"\\Seen"], [b"\\Seen", b"\\Draft"], []):
            client.append("Sent", small(), flags=flags)
    assert [mail.uid for mail in _fetch_all(account(mail_server, mailserver_user), "Sent")] == [1, 3]


def test_mails_that_are_gone_are_left_out(mail_server: MailServer, mailserver_user: str) -> None:
    mail_server.file(small(), mailserver_user)
    with connected(account(mail_server, mailserver_user)) as client:
        selected = select(client, "INBOX")
        assert [mail.uid for mail in fetch_mails(client, "INBOX", selected.uidvalidity, [1, 2, 99])] == [1]


def test_the_mailbox_of_sent_mail_is_found(mail_server: MailServer, mailserver_user: str) -> None:
    with mail_server.imap(mailserver_user) as client:
        client.create_folder("Mine")
    with connected(account(mail_server, mailserver_user)) as client:
        assert find_sent_mailbox(client) == "Sent"
        assert find_sent_mailbox(client, "Mine") == "Mine"
        assert find_sent_mailbox(client, "Not there") is None
        assert "INBOX" in [box.name for box in list_mailboxes(client)]


def test_the_mailbox_of_sent_mail_is_none_that_is_watched_for_mail_from_others(
    mail_server: MailServer, mailserver_user: str
) -> None:
    who = account(mail_server, mailserver_user)
    assert SentMailbox(who, None, watched=("INBOX",)).find_name() == "Sent"
    with pytest.raises(ConfigurationError, match="BOT_MAILBOXES"):
        SentMailbox(who, None, watched=("INBOX", "Sent")).find_name()
    with pytest.raises(ConfigurationError):
        SentMailbox(who, "INBOX").find_name()


def test_a_copy_is_filed_as_read_and_found_by_its_whole_id_only(mail_server: MailServer, mailserver_user: str) -> None:
    sent = Folder(account(mail_server, mailserver_user), "Sent")
    assert not sent.find("<1@example.org>")
    sent.append(small(), datetime(2026, 3, 1, 12, tzinfo=UTC))
    assert sent.find("<1@example.org>")
    assert sent.find("1@example.org")
    assert not sent.find("<1@example.or>")
    assert not sent.find("<11@example.org>")
    with mail_server.imap(mailserver_user) as client:
        client.select_folder("Sent", readonly=True)
        (answer,) = client.fetch([1], ["FLAGS", "INTERNALDATE"]).values()
        assert b"\\Seen" in answer[b"FLAGS"]
        assert answer[b"INTERNALDATE"] == datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_draft_is_filed_as_one_and_taken_out_again_without_touching_others(
    mail_server: MailServer, mailserver_user: str
) -> None:
    drafts = Folder(account(mail_server, mailserver_user), "Drafts")
    drafts.append(small(), datetime(2026, 3, 1, 12, tzinfo=UTC), draft=True)
    with mail_server.imap(mailserver_user) as client:
        client.append("Drafts", b"Subject: mine\r\nMessage-ID: <mine@example.org>\r\n\r\nmine\r\n")
        client.select_folder("Drafts")
        client.add_flags([2], [b"\\Deleted"], silent=True)
        assert b"\\Draft" in client.fetch([1], ["FLAGS"])[1][b"FLAGS"]
    assert not drafts.remove("1@example.org", lambda _raw: False), "what is not ours stays"
    assert not drafts.remove("2@example.org", lambda _raw: True)
    assert drafts.remove("1@example.org", lambda raw: raw == small())
    with mail_server.imap(mailserver_user) as client:
        client.select_folder("Drafts", readonly=True)
        assert client.search() == [2], "what somebody else marked as deleted is not expunged for him"


@pytest.mark.parametrize("foreign", ["<1@x>\r\nA1 CREATE Pwned", '<1"@x>', "<1@x> OR ALL", "", "<(1)@x>"])
def test_a_foreign_id_is_never_searched_for(mail_server: MailServer, foreign: str) -> None:
    with pytest.raises(PermanentError):
        Folder(account(mail_server, "me"), "Sent").find(foreign)


def test_a_wrong_password_is_refused(mail_server: MailServer) -> None:
    with pytest.raises(LoginRefusedError, match=r"me@example\.test"):
        connect(account(mail_server, "me", password="wrong"))


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_an_unknown_authority_is_an_operators_matter(mail_server: MailServer, security: Security) -> None:
    with pytest.raises(OperatorError, match="BOT_TLS_CA_FILE"):
        connect(account(mail_server, "me", security, ca_file=None))


def test_a_missing_mailbox_is_named(mail_server: MailServer) -> None:
    with connected(account(mail_server, "me")) as client, pytest.raises(MailboxMissingError, match="Nowhere"):
        select(client, "Nowhere")
