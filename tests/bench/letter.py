"""How long the owner waits: from Postfix's 250 for a confirmation to the noted letter in his mailbox."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.acceptance.house import House
from tests.bench.figures import Figure
from tests.bench.floor_letter import MARK
from tests.bench.house import OTHER, Mailbox, confirmation, hand_in, is_noted, mail_server, owner_at
from tests.mailserver.server import PASSWORD, MailServer

_REST_S = 1.5
"""Between two mails, so that both programs idle again: each is also told of the answer that it sent itself."""


def measure(samples: int = 30) -> list[Figure]:
    """Ours and the floor by turns, on one server, each with a mailbox of its own."""
    with mail_server() as server, owner_at(server) as house:
        _, size = _ours(house)
        with _floor_at(server, size):
            _floor(server)
            ours, floor = [], []
            for _ in range(samples):
                ours.append(_ours(house)[0])
                floor.append(_floor(server))
    how = "Postfix's 250 for an .ics confirmation → the answer's file in the mailbox; floor: bare IDLE → fetch → send of the same size"
    return [Figure(name="letter", unit="s", ours=ours, floor=floor, aim="ratio 1.5", how=how, details={"bytes": size})]


def _ours(house: House) -> tuple[float, int]:
    """Return the seconds to the noted letter, and its size in bytes."""
    mailbox = Mailbox(house.server, house.owner)
    raw, word = confirmation(house.address)
    began = hand_in(house.server, raw, house.owner)
    ended, letter = mailbox.wait_for(lambda found: is_noted(found, word))
    time.sleep(_REST_S)
    return ended - began, len(letter)


def _floor(server: MailServer) -> float:
    mailbox = Mailbox(server, OTHER)
    raw, word = confirmation(server.address(OTHER))
    began = hand_in(server, raw, OTHER)
    ended, _ = mailbox.wait_for(lambda found: MARK in found and word.encode() in found)
    time.sleep(_REST_S)
    return ended - began


@contextmanager
def _floor_at(server: MailServer, size: int) -> Iterator[None]:
    script = Path(__file__).with_name("floor_letter.py")
    ports = (str(server.imaps_port), str(server.submission_port))
    arguments = (server.host, *ports, str(server.ca_file), server.address(OTHER), PASSWORD, str(size))
    with subprocess.Popen([sys.executable, str(script), *arguments], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline().strip() == "ready"
            yield
        finally:
            process.kill()
