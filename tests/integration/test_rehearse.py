"""`rehearse` on a real server: it tells, and leaves no trace."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.cli.exits import exit_code
from bot.errors import BotError
from tests.acceptance.house import invitation
from tests.mailserver.server import PASSWORD, MailServer

pytestmark = pytest.mark.mailserver
Rehearse = Callable[..., Result]

_SETTINGS = """\
BOT_OWNER_NAME=Robin Park
BOT_OWNER_EMAIL={email}
BOT_TIMEZONE=Europe/Berlin
BOT_IMAP_HOST=localhost
BOT_IMAP_PORT={port}
BOT_IMAP_SECURITY=tls
BOT_IMAP_PASSWORD={password}
BOT_SMTP_HOST=localhost
BOT_SMTP_PORT=1
BOT_SMTP_SECURITY=starttls
BOT_SMTP_PASSWORD={password}
BOT_TLS_CA_FILE={ca}
BOT_DATA_DIR={data}
"""


@pytest.fixture
def rehearse(
    tmp_path: Path, mail_server: MailServer, mailserver_user: str, monkeypatch: pytest.MonkeyPatch
) -> Rehearse:
    """Run it; the SMTP server of these settings does not exist."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))

    def run(*more: str, password: str = PASSWORD, port: int = mail_server.imaps_port) -> Result:
        env_file = tmp_path / ".env"
        email = mail_server.address(mailserver_user)
        env_file.write_text(
            _SETTINGS.format(email=email, port=port, password=password, ca=mail_server.ca_file, data=tmp_path / "data")
        )
        env_file.chmod(0o600)
        done = CliRunner().invoke(app, ["--env-file", str(env_file), "rehearse", *more])
        assert list(temporary.iterdir()) == []
        assert not (tmp_path / "data").exists()
        return done

    return run


def held(mail_server: MailServer, user: str, *, days: int) -> datetime:
    """Have an interview held so many days ago, to which the invitation came two days before."""
    start = datetime.now(UTC).replace(hour=10, minute=0, second=0, microsecond=0) - timedelta(days=days)
    mail = invitation(to=mail_server.address(user), organizer="jane@acme.example", start=start)
    mail_server.file(mail.as_bytes(), user, when=start - timedelta(days=2))
    return start


def thanks(mail_server: MailServer, user: str, at: datetime) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = f"Robin Park <{mail_server.address(user)}>", "jane@acme.example"
    mail["Subject"], mail["Date"] = "Thank you", format_datetime(at)
    mail["Message-ID"] = make_msgid(domain="phone.example")
    mail.set_content("Hi Jane,\n\nthank you for the talk this morning!\n\nRobin\n")
    mail_server.file(mail.as_bytes(), user, "Sent", when=at)


def everything(mail_server: MailServer, user: str) -> dict[str, object]:
    """Every mailbox with its state, and the flags of every mail."""
    with mail_server.imap(user) as client:
        found: dict[str, object] = {}
        for _, _, name in client.list_folders():
            status = client.folder_status(name, ["MESSAGES", "UIDNEXT", "UNSEEN"])
            client.select_folder(name, readonly=True)
            found[name] = (
                status,
                {uid: row[b"FLAGS"] for uid, row in client.fetch(client.search(), ["FLAGS"]).items()},
            )
        return found


def test_it_tells_what_would_have_happened_and_leaves_no_trace(
    rehearse: Rehearse, mail_server: MailServer, mailserver_user: str
) -> None:
    held(mail_server, mailserver_user, days=20)
    mail_server.inject(b"From: a@b.example\r\nTo: x@y.example\r\nSubject: Lunch?\r\n\r\nAt 12?\r\n", mailserver_user)
    before = everything(mail_server, mailserver_user)
    done = rehearse("--days", "60")
    assert done.exit_code == 0, done.output
    for words in ("Interview with Acme Robotics", "Thank-you to Jane Doe", "had you approved it", "Nothing was sent"):
        assert words in done.stdout, words
    assert everything(mail_server, mailserver_user) == before


def test_programs_get_an_object_a_line_and_the_owners_own_mails_count(
    rehearse: Rehearse, mail_server: MailServer, mailserver_user: str
) -> None:
    start = held(mail_server, mailserver_user, days=10)
    thanks(mail_server, mailserver_user, start + timedelta(minutes=70))
    done = rehearse("--json")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows[0]["kind"] == "noted"
    assert set(rows[0]) == {"at", "kind", "interview", "company", "what", "reasons"}
    assert "you wrote to them yourself" in next(row for row in rows if row["kind"] == "stopped")["reasons"]


def test_mail_before_the_days_asked_for_is_not_read(
    rehearse: Rehearse, mail_server: MailServer, mailserver_user: str
) -> None:
    held(mail_server, mailserver_user, days=20)
    assert "No interview was found" in rehearse("--days", "10").stdout


@pytest.mark.parametrize(
    ("wrong", "code"), [({"password": "wrong"}, 77), ({"port": 1}, 75)], ids=["password refused", "server down"]
)
def test_what_is_wrong_is_said_in_one_sentence(rehearse: Rehearse, wrong: dict[str, object], code: int) -> None:
    done = rehearse(**wrong)
    assert isinstance(done.exception, BotError)
    assert exit_code(done.exception) == code


def test_no_days_are_wrong_use(rehearse: Rehearse) -> None:
    assert rehearse("--days", "0").exit_code == 2
