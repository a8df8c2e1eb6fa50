"""An IMAP server (pymap, in memory) and an SMTP server (aiosmtpd) that delivers into its mailboxes, on loopback ports."""

from __future__ import annotations

import asyncio
import secrets
import socket
import ssl
import threading
from argparse import Namespace
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from proxyprotocol.sock import SocketInfo
from pymap.backend.dict import Config, Identity, Login
from pymap.backend.dict.mailbox import MailboxData
from pymap.concurrent import Subsystem
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.user import Passwords, UserMetadata
from pysasl.hashing import BuiltinHash

from bot.clock import Clock
from bot.demo.people import Person
from bot.errors import PermanentError

HOST = "127.0.0.1"
INBOX = "INBOX"
SENT = "Sent"
_START_LIMIT_S = 10.0
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """One mail that the SMTP server took: from whom, for whom, and when by the story's clock."""

    sender: str
    recipients: tuple[str, ...]
    at: datetime


class _Config(Config):
    """pymap's settings without its looks at the world: its greeting asks the network for this machine's name."""

    @property
    def greeting(self) -> bytes:
        return b"ready"


class MailServers:
    """Both servers in a thread of their own, between `start` and `stop`. Everybody's user name is the address."""

    def __init__(self, people: Sequence[Person], clock: Clock) -> None:
        self.password = secrets.token_urlsafe(12)
        self.imap_port = 0
        self.smtp_port = 0
        self.handovers: list[Handover] = []
        self._people = people
        self._clock = clock
        self._boxes: dict[tuple[str, str], MailboxData] = {}
        self._servers: list[asyncio.Server] = []
        self._sessions: set[asyncio.Task[object] | None] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="demo-servers", daemon=True)

    def start(self) -> None:
        """Begin to listen; raises PermanentError where this machine does not let it."""
        self._thread.start()
        try:
            self._call(self._start())
        except OSError as exc:
            raise PermanentError(f"The demo's servers cannot listen on {HOST} ({exc.strerror or exc}).") from exc

    def stop(self) -> None:
        """End both, with every connection. Never raises."""
        with suppress(Exception):
            self._call(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_START_LIMIT_S)
        if not self._loop.is_running():
            self._loop.close()

    def last_uid(self, person: Person, mailbox: str) -> int:
        """Return the highest UID given out in a mailbox."""
        return self._boxes[person.email, mailbox]._max_uid

    async def deliver(self, sender: str, recipients: Sequence[str], raw: bytes) -> None:
        """Put a mail into the INBOX of each recipient."""
        self.handovers.append(Handover(sender=sender, recipients=tuple(recipients), at=self._clock()))
        for recipient in dict.fromkeys(recipients):
            mail = AppendMessage(raw, self._clock())
            await self._boxes[recipient, INBOX].append(mail, recent=True)

    def knows(self, address: str) -> bool:
        """Whether there is a mailbox for *address*."""
        return (address.lower(), INBOX) in self._boxes

    def _call(self, step: Coroutine[Any, Any, _T]) -> _T:
        return asyncio.run_coroutine_threadsafe(step, self._loop).result(_START_LIMIT_S)

    async def _start(self) -> None:
        config = _Config(
            Namespace(passlib_cfg=None, proxy_protocol=None),
            host=HOST,
            port=0,
            demo_data=False,
            demo_user="",
            demo_password="",
            tls_enabled=False,
            ssl_context=ssl.create_default_context(),
            hash_context=BuiltinHash(rounds=1000),
            cpu_subsystem=Subsystem.for_asyncio(),
        )
        config.apply_context()
        login = Login(config)
        for person in self._people:
            await self._add_account(config, login, person)
        self._servers.append(
            await asyncio.start_server(partial(self._imap_session, IMAPServer(login, config)), HOST, 0)
        )
        self._servers.append(await self._loop.create_server(self._smtp_session, HOST, 0))
        self.imap_port, self.smtp_port = (_port(server) for server in self._servers)

    async def _add_account(self, config: Config, login: Login, person: Person) -> None:
        identity = Identity(person.email, login, None, frozenset())
        password = await Passwords(config).hash_password(self.password)
        await identity.set(UserMetadata(config, person.email, password=password))
        async with identity.new_session() as session:
            await session.mailbox_set.add_mailbox(SENT)
            for mailbox in (INBOX, SENT):
                self._boxes[person.email, mailbox] = await session.mailbox_set.get_mailbox(mailbox)

    async def _imap_session(
        self, server: IMAPServer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        task = asyncio.current_task()
        self._sessions.add(task)  # the event loop itself holds a task only weakly
        try:
            await server(reader, writer, SocketInfo.get(writer, None, unique_id=secrets.token_bytes(16)))
        finally:
            self._sessions.discard(task)

    def _smtp_session(self) -> SMTP:
        return SMTP(
            _Deliver(self),
            hostname="localhost",
            ident="ready",
            enable_SMTPUTF8=True,
            authenticator=self._authenticate,
            auth_require_tls=False,  # the loopback only
            loop=self._loop,
        )

    def _authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _way: str, data: object
    ) -> AuthResult:
        known = isinstance(data, LoginPassword) and self.knows(data.login.decode("utf-8", "replace"))
        right = isinstance(data, LoginPassword) and secrets.compare_digest(data.password, self.password.encode())
        return AuthResult(success=known and right, handled=False, auth_data=data)

    async def _stop(self) -> None:
        for server in self._servers:
            server.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class _Deliver:
    """What aiosmtpd asks at each command: only who has logged in may send, and only from the own address."""

    def __init__(self, servers: MailServers) -> None:
        self._servers = servers

    async def handle_MAIL(  # noqa: N802 - the library's name
        self, _server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        data: object = session.auth_data
        if not isinstance(data, LoginPassword):
            return "530 5.7.0 Authentication required"
        if data.login.decode("utf-8", "replace").lower() != address.lower():
            return "553 5.7.1 This is not your address"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if not self._servers.knows(address):
            return "550 5.1.1 No such mailbox"
        envelope.rcpt_tos.append(address.lower())
        return "250 2.1.5 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - the library's name
        raw = envelope.original_content or b""
        await self._servers.deliver((envelope.mail_from or "").lower(), envelope.rcpt_tos, raw)
        return "250 2.0.0 Delivered"


def _port(server: asyncio.Server) -> int:
    listening: socket.socket = server.sockets[0]
    return int(listening.getsockname()[1])
