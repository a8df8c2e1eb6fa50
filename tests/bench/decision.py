"""How long a reply takes to count: from the server's OK for its copy in Sent to the committed decision."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from queue import Queue

from tests.acceptance.correspondence import begin_talk
from tests.acceptance.house import House
from tests.bench.figures import Figure
from tests.bench.house import OTHER, mail_server, owner_at
from tests.mailserver.server import MailServer

_REST_S = 1.0
"""Between two replies, so that the answer to the first is out of the way."""
_LOOK_S = 0.001
_LIMIT_S = 20.0


def measure(samples: int = 25) -> list[Figure]:
    """Ours and the floor by turns, on one server. At most 29 samples: more replies within an hour are no commands."""
    with mail_server() as server, owner_at(server) as house:
        start = datetime.now(UTC).replace(second=0, microsecond=0) - timedelta(hours=2)
        begin_talk(house, "Zephyr Robotics", start)
        letter = house.wait_letter("approval")
        with closing(sqlite3.connect(f"file:{house.data_dir}/followup-bot.db?mode=ro", uri=True)) as database:
            ours, floor = [], []
            with _floor_at(server) as noticed:
                for _ in range(min(samples, 29)):
                    raw = _reply(house, letter)
                    ours.append(_ours(house, database, raw))
                    floor.append(_floor(server, noticed, raw))
                    time.sleep(_REST_S)
    how = "OK for a reply's copy in Sent → its decision committed; floor: bare IDLE → fetch → parse by the standard library"
    return [Figure(name="decision", unit="s", ours=ours, floor=floor, how=how, details={"bytes": len(raw)})]


def _reply(house: House, letter: EmailMessage) -> bytes:
    return house.write_reply(letter, "snooze 2d").as_bytes(policy=policy.SMTP)


def _ours(house: House, database: sqlite3.Connection, raw: bytes) -> float:
    before = _count(database)
    house.server.file(raw, house.owner, "Sent")
    began = time.perf_counter()
    while _count(database) == before:
        assert time.perf_counter() - began < _LIMIT_S, "no decision came"
        time.sleep(_LOOK_S)
    return time.perf_counter() - began


def _count(database: sqlite3.Connection) -> int:
    return int(database.execute("SELECT count(*) FROM reply").fetchone()[0])


def _floor(server: MailServer, noticed: Queue[float], raw: bytes) -> float:
    server.file(raw, OTHER, "Sent")
    began = time.perf_counter()
    return noticed.get(timeout=_LIMIT_S) - began


@contextmanager
def _floor_at(server: MailServer) -> Iterator[Queue[float]]:
    """Watch the other user's Sent with nothing but IDLE; yield the moments at which a new mail there is parsed."""
    noticed: Queue[float] = Queue()
    stop, ready = threading.Event(), threading.Event()

    def watch() -> None:
        with server.imap(OTHER) as client:
            client.select_folder("Sent", readonly=True)
            last = max(client.search("ALL"), default=0)
            ready.set()
            while not stop.is_set():
                client.idle()
                client.idle_check(timeout=60)
                client.idle_done()
                for uid in [uid for uid in client.search(f"UID {last + 1}:*") if uid > last]:
                    last = uid
                    message_from_bytes(client.fetch([uid], ["BODY.PEEK[]"])[uid][b"BODY[]"], policy=policy.default)
                    noticed.put(time.perf_counter())

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    ready.wait(_LIMIT_S)
    try:
        yield noticed
    finally:
        stop.set()
        server.file(b"Subject: the end\r\n\r\n", OTHER, "Sent")
        thread.join(timeout=5)
