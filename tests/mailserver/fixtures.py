"""Fixtures of the real servers: ``from tests.mailserver.fixtures import *`` in a conftest."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count

import pytest

from tests.mailserver.server import MailServer, why_not

__all__ = ["mail_server", "mailserver_user", "own_mail_server"]

_POOL = tuple(f"user{number}" for number in range(160))
_used = count()


def _started(users: tuple[str, ...]) -> Iterator[MailServer]:
    reason = why_not()
    if reason is not None:
        if os.environ.get("REQUIRE_MAILSERVER"):
            pytest.fail(f"Dovecot and Postfix are required here: {reason}")
        pytest.skip(f"Dovecot and Postfix: {reason}")
    server = MailServer(users=users)
    try:
        server.start()
        yield server
    finally:
        server.stop(purge=True)


@pytest.fixture(scope="session")
def mail_server() -> Iterator[MailServer]:
    """One server for the whole run: do not stop it; take a fresh user (`mailserver_user`) where mailboxes matter."""
    yield from _started(("me", "bot", "alice", "bob", "carol", *_POOL))


@pytest.fixture
def own_mail_server() -> Iterator[MailServer]:
    """A server of the test's own, to be stopped, restarted and harmed."""
    yield from _started(("me", "bot", "alice", "bob", "carol"))


@pytest.fixture
def mailserver_user() -> str:
    """A user of `mail_server` whom no other test knows: empty mailboxes."""
    return fresh_user()


def fresh_user() -> str:
    """Return the next user of `mail_server` whom nobody has had yet."""
    return _POOL[next(_used) % len(_POOL)]
