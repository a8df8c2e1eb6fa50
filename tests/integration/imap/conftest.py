"""The scripted IMAP server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.integration.imap.fake_server import FakeImap


@pytest.fixture
def fake() -> Iterator[FakeImap]:
    """Clear text on loopback; two old mails."""
    server = FakeImap()
    server.add(3)
    server.add(5)
    yield server
    server.close()
