"""The start of ``run`` while the mail server does not answer."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli.session import ring_daemon
from bot.lock import find_holder
from tests.mailserver.server import LIMIT_S, wait_for

_SETTINGS = """\
BOT_OWNER_NAME=Maya Okafor
BOT_OWNER_EMAIL=maya@home.example
BOT_TIMEZONE=Europe/Berlin
BOT_IMAP_HOST=127.0.0.1
BOT_IMAP_PORT={port}
BOT_IMAP_SECURITY=none
BOT_IMAP_USER=maya
BOT_IMAP_PASSWORD=secret
BOT_SMTP_HOST=127.0.0.1
BOT_SMTP_PORT={port}
BOT_SMTP_SECURITY=none
BOT_SMTP_USER=maya
BOT_SMTP_PASSWORD=secret
BOT_DATA_DIR={data}
"""


@pytest.fixture
def starting(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """A daemon whose server takes the connection and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        data, env_file = tmp_path / "data", tmp_path / ".env"
        env_file.write_text(_SETTINGS.format(port=server.getsockname()[1], data=data))
        env_file.chmod(0o600)
        data.mkdir(mode=0o755)
        command = [sys.executable, "-m", "bot", "--env-file", str(env_file), "run"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            yield process, data
            process.kill()


def test_a_ring_of_the_command_line_does_not_end_a_daemon_that_is_only_starting(
    starting: tuple[subprocess.Popen[bytes], Path],
) -> None:
    process, data = starting
    wait_for(lambda: find_holder(data) is not None)
    ring_daemon(data)
    process.send_signal(signal.SIGTERM)
    assert process.wait(LIMIT_S) == -signal.SIGTERM


def test_what_it_writes_is_for_the_owner_alone_even_where_the_directory_is_open_to_all(
    starting: tuple[subprocess.Popen[bytes], Path],
) -> None:
    _, data = starting
    database = wait_for(lambda: list(data.glob("*.db")))
    assert [file.stat().st_mode & 0o777 for file in (*database, data / "running.lock")] == [0o600, 0o600]
