"""What stops the daemon, and what only stops a part of it: a refused login, a second instance, wrong settings."""

from __future__ import annotations

import json
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.acceptance.correspondence import begin_talk, talk_time
from tests.acceptance.house import House, parsed, running, text_of
from tests.mailserver.fixtures import fresh_user
from tests.mailserver.server import PASSWORD, MailServer

pytestmark = pytest.mark.mailserver


def failed_imap_logins(server: MailServer, user: str) -> int:
    """How often a wrong password was tried for a user, by the server's own count."""
    log = (server.base / "log" / "dovecot.log").read_text()
    tries = re.findall(rf"auth failed, (\d+) attempts? in .*user=<{re.escape(server.address(user))}>", log)
    return sum(map(int, tries))


def failed_smtp_logins(server: MailServer, user: str) -> int:
    log = (server.base / "log" / "postfix.log").read_text()
    return len(re.findall(rf"authentication failed: .*sasl_username={re.escape(server.address(user))}\b", log))


@contextmanager
def another_password(server: MailServer, user: str) -> Iterator[None]:
    """The server takes another password for a user, for as long as this lasts."""
    server.change_password(user, "changed")
    try:
        yield
    finally:
        server.change_password(user, PASSWORD)


@pytest.mark.parametrize(("wrong", "imap", "smtp"), [("BOT_IMAP_PASSWORD", 1, 0), ("BOT_SMTP_PASSWORD", 0, 1)])
def test_a_wrong_password_at_the_start_ends_it_with_one_sentence_after_one_try(
    house: House, wrong: str, imap: int, smtp: int
) -> None:
    house.write_env(**{wrong: "wrong"})
    done = house.run("run")
    assert done.returncode == 77
    assert done.stdout == ""
    assert re.fullmatch(
        rf"followup-bot: localhost refused the log-in of {re.escape(house.address)} .*password\.\n", done.stderr
    )
    assert "wrong" not in done.stderr
    house.server.wait_for(lambda: failed_imap_logins(house.server, house.owner) >= imap)
    assert failed_imap_logins(house.server, house.owner) == imap
    assert failed_smtp_logins(house.server, house.owner) == smtp


def test_a_password_that_changes_while_it_runs_stops_that_part_and_the_owner_is_told_by_the_other(
    mail_server: MailServer, tmp_path: Path
) -> None:
    """Mail is read as one user, and sent, letters included, as and to another."""
    house, post = House(mail_server, tmp_path, fresh_user()), fresh_user()
    address = mail_server.address(post)
    house.write_env(BOT_SMTP_USER=address, BOT_LETTERS_TO=address)
    with running(house), another_password(mail_server, house.owner):
        assert len(mail_server.signal_imap(house.owner, signal.SIGKILL)) == 2
        mail_server.wait_for(lambda: len(house.log_lines("watch_login_refused")) == 2)
        told = [parsed(raw) for raw in mail_server.wait_for(lambda: mail_server.mails(post))]
        parts = {part["name"]: part["state"] for part in json.loads(house.run("status", "--json").stdout)["parts"]}

        assert "I can no longer read your mailbox" in str(told[0]["Subject"])
        assert "password" in text_of(told[0])
        assert parts["mailbox INBOX"] == parts["mailbox Sent"] == "login_refused"
        assert house.process is not None
        assert house.process.poll() is None
        assert failed_imap_logins(mail_server, house.owner) == 2  # one for each watched mailbox, none since
        assert house.unforeseen() == []


def test_a_refused_way_out_rests_after_one_try_and_loses_nothing(mail_server: MailServer, tmp_path: Path) -> None:
    house, post = House(mail_server, tmp_path, fresh_user()), fresh_user()
    house.write_env(BOT_SMTP_USER=mail_server.address(post))
    with running(house):
        talk = begin_talk(house, "Tidewell Systems", talk_time(hours=2))
        letter = house.wait_letter("approval")
        with another_password(mail_server, post):
            house.reply(letter, "approve")
            mail_server.wait_for(lambda: house.log_lines("delivery_rests"))
            later = begin_talk(house, "Quarry Logistics", talk_time(days=-2))
            mail_server.wait_for(lambda: len(house.log_lines("verdict=interview")) == 2)
            shown = json.loads(house.run("status", "--json").stdout)
            assert {part["name"]: part["state"] for part in shown["parts"]}["smtp"] == "refused"
            assert "smtp does not work" in " ".join(shown["remarks"])
            assert talk.follow_up()["state"] == "approved"
            assert failed_smtp_logins(mail_server, post) == 1
        assert house.stop() == 0

        house.start()
        house.wait_letter("receipt", holding="Sent: thank-you")
        house.wait_letter("noted", holding=later.company)
        assert len(talk.arrived()) == 1
        assert [
            part for part in json.loads(house.run("status", "--json").stdout)["parts"] if part["state"] != "ok"
        ] == []


def test_a_second_instance_on_the_same_data_says_so_and_leaves_the_first_alone(house: House) -> None:
    with running(house):
        done = house.run("run")
        assert done.returncode == 75
        assert re.fullmatch(r"followup-bot: followup-bot is already running on .* \(process \d+\).*\n", done.stderr)
        begin_talk(house, "Tidewell Systems", talk_time(days=-2))
        house.wait_letter("noted", holding="Tidewell Systems")


def test_every_problem_of_the_settings_is_told_at_once(house: House) -> None:
    house.write_env(BOT_IMAP_PORT="many", BOT_TIMEZONE="Mars/Olympus", BOT_OWNER_EMAIL="nobody", BOT_SMPT_HOST="typo")
    done = house.run("run")
    assert done.returncode == 78
    assert "Traceback" not in done.stderr
    for name in ("BOT_IMAP_PORT", "BOT_TIMEZONE", "BOT_OWNER_EMAIL", "BOT_SMPT_HOST"):
        assert name in done.stderr


def test_every_problem_of_the_policy_is_told_at_once(house: House) -> None:
    (house.folder / "config" / "policy.toml").write_text('[thank_you]\nearliest = "soon"\n[limits]\nsends_a_day = 3\n')
    done = house.run("run")
    assert done.returncode == 78
    assert "earliest" in done.stderr
    assert "sends_a_day" in done.stderr
    assert "Traceback" not in done.stderr
