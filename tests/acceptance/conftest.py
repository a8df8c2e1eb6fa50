"""Fixtures of the acceptance tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.house import House
from tests.mailserver.server import MailServer


@pytest.fixture
def house(mail_server: MailServer, mailserver_user: str, tmp_path: Path) -> House:
    """An owner whose daemon is not started yet."""
    return House(mail_server, tmp_path, mailserver_user)


@pytest.fixture
def company(request: pytest.FixtureRequest) -> str:
    """A user of the server who is the interviewer of this test alone."""
    from tests.mailserver import fixtures

    return fixtures.fresh_user()


@pytest.fixture
def other() -> str:
    """One more user of the server whom no other test knows."""
    from tests.mailserver import fixtures

    return fixtures.fresh_user()
