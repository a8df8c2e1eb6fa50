"""The scripted SMTP server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.integration.smtp.fake_server import FakeSmtp


@pytest.fixture
def fake() -> Iterator[FakeSmtp]:
    """Clear text on loopback."""
    server = FakeSmtp()
    yield server
    server.close()
