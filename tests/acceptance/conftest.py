"""Fixtures of the acceptance tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.house import House, running
from tests.mailserver.fixtures import fresh_user
from tests.mailserver.server import MailServer


@pytest.fixture(scope="module", autouse=True)
def _no_daemon_outlives_its_file() -> Iterator[None]:
    yield
    while House.launched:
        process = House.launched.pop()
        process.kill()
        process.wait()


@pytest.fixture
def house(mail_server: MailServer, mailserver_user: str, tmp_path: Path) -> House:
    """An owner whose daemon is not started yet."""
    return House(mail_server, tmp_path, mailserver_user)


@pytest.fixture(scope="module")
def home(mail_server: MailServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One daemon for a whole file, whose tests take companies of their own."""
    with running(House(mail_server, tmp_path_factory.mktemp("home"), fresh_user())) as house:
        yield house
