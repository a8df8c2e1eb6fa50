"""Against pymap, in process: a second server with habits of its own."""

from __future__ import annotations

import asyncio
import threading
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import AsyncExitStack

import pytest
from imapclient import IMAPClient
from proxyprotocol.sock import SocketInfo
from pymap.backend.dict import DictBackend
from pymap.imap import IMAPServer, IMAPService

from bot.imap.account import ImapAccount
from bot.imap.watch import WatchEvent
from bot.net import Security
from tests.integration.imap.mails import small, with_attachments
from tests.integration.imap.watching import watching
from tests.mailserver.server import LIMIT_S

SHORT_CYCLE_S = 0.5
"""This server forgets what arrives between a search and the IDLE behind it: what it never pushes, the search after a cycle brings."""


class _Pymap(threading.Thread):
    """One user ``me``, one empty INBOX, in memory."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.ready = threading.Event()
        self.port = 0

    def run(self) -> None:
        asyncio.run(self._serve())

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._ended.set)
        self.join(LIMIT_S)

    async def _serve(self) -> None:
        self._loop, self._ended = asyncio.get_running_loop(), asyncio.Event()
        parser = ArgumentParser()
        DictBackend.add_subparser("dict", parser.add_subparsers(dest="backend"))
        IMAPService.add_arguments(parser)
        parser.set_defaults(skip_services=[], passlib_cfg=None, debug=False)
        args = parser.parse_args(["--no-tls", "dict", "--demo-user", "me", "--demo-password", "pw"])
        backend, config = await DictBackend.init(args)
        config.apply_context()
        async with AsyncExitStack() as stack:
            await backend.start(stack)
            imap, sessions = IMAPServer(backend.login, config), set()

            async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
                task = asyncio.current_task()
                sessions.add(task)  # the event loop itself holds a task only weakly
                try:
                    await imap(reader, writer, SocketInfo.get(writer, None, unique_id=b"0" * 16))
                finally:
                    sessions.discard(task)

            server = await asyncio.start_server(answer, "127.0.0.1", 0)
            self.port = server.sockets[0].getsockname()[1]
            self.ready.set()
            await self._ended.wait()
            server.close()
            for task in sessions:
                task.cancel()
            await asyncio.gather(*sessions, return_exceptions=True)


@pytest.fixture
def pymap_account() -> Iterator[ImapAccount]:
    """Clear text on loopback."""
    server = _Pymap()
    server.start()
    assert server.ready.wait(LIMIT_S)
    yield ImapAccount(host="127.0.0.1", port=server.port, security=Security.NONE, user="me", password="pw")
    server.stop()


def test_mails_small_and_big_are_brought_as_they_come(pymap_account: ImapAccount) -> None:
    with (
        watching(pymap_account, cycle_s=SHORT_CYCLE_S) as watch,
        IMAPClient("127.0.0.1", port=pymap_account.port, ssl=False, timeout=LIMIT_S) as client,
    ):
        watch.told(WatchEvent.CONNECTED)
        client.login("me", "pw")
        client.append("INBOX", small("one"))
        watch.until(["one"])
        client.append("INBOX", with_attachments(300_000, subject="two"))
        watch.until(["one", "two"])
    small_one, big_one = watch.sink.rows.values()
    assert small_one.raw == small("one")
    assert (big_one.problem, b"BEGIN:VCALENDAR" in big_one.raw) == (None, True)
    assert len(big_one.raw) < 10_000
