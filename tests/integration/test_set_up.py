"""`init` and `check` against real servers."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.cli.check_mailbox import check_mailbox
from bot.clock import system_clock
from bot.settings import load_settings
from tests.mailserver.server import PASSWORD, MailServer

pytestmark = pytest.mark.mailserver

Init = Callable[..., Result]


@pytest.fixture
def env_file(tmp_path: Path) -> Path:
    return tmp_path / ".env"


@pytest.fixture
def init(env_file: Path, mail_server: MailServer, mailserver_user: str) -> Init:
    def run(*more: str, password: str = PASSWORD, typed: str = "") -> Result:
        options = {
            "--email": mail_server.address(mailserver_user),
            "--name": "Jane Doe",
            "--timezone": "Europe/Berlin",
            "--imap": f"localhost:{mail_server.imaps_port}",
            "--smtp": f"localhost:{mail_server.submission_port}",
            "--smtp-security": "starttls",
            "--ca-file": str(mail_server.ca_file),
        } | ({"--password": password} if password else {})
        words = [word for pair in options.items() for word in pair]
        return CliRunner().invoke(app, ["--env-file", str(env_file), "init", *words, *more], input=typed)

    return run


def check(env_file: Path, *more: str) -> Result:
    return CliRunner().invoke(app, ["--env-file", str(env_file), "check", *more])


def add_setting(env_file: Path, line: str) -> None:
    env_file.write_text(env_file.read_text() + line + "\n")


def mail(subject: str) -> bytes:
    return f"From: hr@acme.example\r\nTo: me@example.test\r\nSubject: {subject}\r\n\r\nHello\r\n".encode()


def test_what_init_wrote_passes_the_check(init: Init, env_file: Path) -> None:
    assert init().exit_code == 0
    done = check(env_file)
    assert done.exit_code == 0, done.output
    for part in (
        "settings",
        "configuration",
        "templates",
        "database",
        "disk",
        "clock",
        "IMAP login",
        "IDLE",
        "Sent mailbox",
        "SMTP login",
    ):
        assert f"ok    {part}" in done.stdout, part


def test_a_refused_password_writes_nothing(init: Init, env_file: Path) -> None:
    done = init(password="wrong")
    assert "refused" in str(done.exception)
    assert list(env_file.parent.iterdir()) == []


def test_a_mistyped_password_may_be_typed_again(init: Init, env_file: Path) -> None:
    done = init(password="", typed=f"wrong\n{PASSWORD}\n")
    assert done.exit_code == 0, done.output
    assert load_settings(env_file, {}).imap.password.reveal() == PASSWORD


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        pytest.param("BOT_SMTP_PASSWORD=wrong", 77, "FAIL  SMTP login", id="a login that is refused"),
        pytest.param("BOT_MAILBOXES=INBOX,Jobs", 1, "there is no Jobs", id="a watched mailbox that is not there"),
        pytest.param("BOT_SENT_MAILBOX=Outbox", 1, "BOT_SENT_MAILBOX", id="a Sent mailbox that is not there"),
        pytest.param("BOT_MAILBOX=INBOX", 78, "did you mean BOT_MAILBOXES?", id="a typo in the settings"),
        pytest.param("BOT_DATA_DIR=/proc/nowhere", 1, "FAIL  disk", id="a data directory that cannot be written"),
    ],
)
def test_what_fails_is_told_with_its_code(init: Init, env_file: Path, line: str, code: int, said: str) -> None:
    init()
    add_setting(env_file, line)
    done = check(env_file)
    assert done.exit_code == code, done.output
    assert said in done.stdout


def test_every_mistake_of_the_policy_is_a_line(init: Init, env_file: Path) -> None:
    init()
    (env_file.parent / "config").mkdir()
    (env_file.parent / "config" / "policy.toml").write_text('[approval]\nundo = "soon"\nexpire = "1d"\n')
    done = check(env_file)
    assert done.exit_code == 78
    assert done.stdout.count("FAIL  configuration") == 2


def test_mailboxes_that_seem_to_hold_job_mail_are_named(
    init: Init, env_file: Path, mail_server: MailServer, mailserver_user: str
) -> None:
    init()
    with mail_server.imap(mailserver_user) as client:
        for name in ("Careers", "Cooking"):
            client.create_folder(name)
    for subject in ("Your interview at Acme", "Your application"):
        mail_server.file(mail(subject), mailserver_user, "Careers")
        mail_server.file(mail("Bread"), mailserver_user, "Cooking")
        mail_server.file(mail(subject), mailserver_user, "Sent")
    done = check(env_file)
    (line,) = [line for line in done.stdout.splitlines() if "other mailboxes" in line]
    assert "Careers holds 2" in line
    assert done.exit_code == 0


def test_a_clock_that_is_behind_the_server_is_found(
    init: Init, env_file: Path, mail_server: MailServer, mailserver_user: str
) -> None:
    init()
    mail_server.file(mail("Hello"), mailserver_user)
    behind = system_clock().replace(year=2001)
    (clock,) = [found for found in check_mailbox(load_settings(env_file, {}), behind) if found.part == "clock"]
    assert clock.code == 1
    assert "NTP" in clock.text


def test_looking_around_marks_nothing_as_read(
    init: Init, env_file: Path, mail_server: MailServer, mailserver_user: str
) -> None:
    init()
    mail_server.inject(mail("Your interview"), mailserver_user)
    mail_server.wait_for(lambda: mail_server.mails(mailserver_user))
    with mail_server.imap(mailserver_user) as client:
        client.select_folder("INBOX", readonly=True)
        before = client.search("UNSEEN")
    check(env_file)
    with mail_server.imap(mailserver_user) as client:
        client.select_folder("INBOX", readonly=True)
        assert client.search("UNSEEN") == before != []


def test_a_test_letter_arrives(init: Init, env_file: Path, mail_server: MailServer, mailserver_user: str) -> None:
    init()
    add_setting(env_file, f"BOT_DATA_DIR={env_file.parent / 'data'}")
    done = check(env_file, "--letter")
    assert done.exit_code == 0, done.output
    (letter,) = mail_server.wait_for(lambda: mail_server.mails(mailserver_user))
    assert b"X-Followup-Letter: notice" in letter


def test_a_test_letter_that_cannot_leave_is_a_failure(init: Init, env_file: Path) -> None:
    init()
    add_setting(env_file, f"BOT_DATA_DIR={env_file.parent / 'data'}")
    add_setting(env_file, "BOT_LETTERS_TO=reject@example.test")
    done = check(env_file, "--letter")
    assert done.exit_code != 0
    assert "test letter" in done.stdout
    assert "has not left" in done.stdout


def test_a_server_that_is_not_there_is_told_with_what_to_look_at(init: Init, env_file: Path) -> None:
    init()
    env_file.write_text(re.sub(r"BOT_IMAP_PORT=.*", "BOT_IMAP_PORT='1'", env_file.read_text()))
    done = check(env_file)
    assert done.exit_code == 1
    assert "Check the server's name and port" in done.output
