"""Mails made to break a reader: the daemon lives, the others are processed, and what could not be read is told once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.correspondence import begin_talk, talk_time
from tests.acceptance.hostile import HOSTILE
from tests.acceptance.house import House, invitation, running
from tests.mailserver.fixtures import fresh_user
from tests.mailserver.forwarder import Forwarder
from tests.mailserver.server import MailServer

pytestmark = pytest.mark.mailserver

MOST_CPU_S = 8
"""For all of them together; one mail may cost two seconds at most, and few need a part of that."""


@pytest.fixture
def counted(mail_server: MailServer) -> Iterator[Forwarder]:
    """A way to the IMAP server that counts what comes from it."""
    forwarder = Forwarder(mail_server.imaps_port)
    yield forwarder
    forwarder.close()


def put(server: MailServer, user: str, raw: bytes, name: str) -> None:
    """Lay exactly these bytes into the mailbox: no server on the way mends or refuses them."""
    inbox = server.maildir(user)
    file = inbox / "tmp" / name
    file.write_bytes(raw)
    os.chown(file, inbox.stat().st_uid, inbox.stat().st_gid)
    file.rename(inbox / "new" / name)


def cpu_seconds(house: House) -> float:
    """What the daemon and the processes that it started have used so far."""
    assert house.process is not None
    fields = Path(f"/proc/{house.process.pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def test_hostile_mails_cost_little_and_stop_nothing(mail_server: MailServer, tmp_path: Path) -> None:
    house = House(mail_server, tmp_path, fresh_user())
    with running(house):
        before = cpu_seconds(house)
        for number, make in enumerate(HOSTILE.values()):
            raw = make().replace(b"robin@example.org", house.address.encode())
            put(mail_server, house.owner, raw, f"{number}.hostile")
        talk = begin_talk(house, "Tidewell Systems", talk_time(hours=2))

        letter = house.wait_letter("approval", holding=talk.company, timeout=120)
        assert cpu_seconds(house) - before < MOST_CPU_S
        house.approved(letter)
        house.wait_letter("receipt", holding="Sent: thank-you")

        assert len(talk.arrived()) == 1
        assert len(house.letters("notice", holding="could not be read")) == 1
        assert talk.follow_up()["state"] == "sent"
        assert house.unforeseen() == []
        assert house.stop() == 0


def test_an_interview_with_a_huge_attachment_is_read_without_it(
    mail_server: MailServer, tmp_path: Path, counted: Forwarder
) -> None:
    house = House(mail_server, tmp_path, fresh_user())
    house.write_env(BOT_IMAP_PORT=str(counted.port))
    mail = invitation(
        to=house.address, organizer="jane@tidewell.test", company="Tidewell Systems", start=talk_time(days=-2)
    )
    mail.add_attachment(bytes(15 * 2**20), maintype="application", subtype="zip", filename="all-about-us.zip")
    assert len(mail.as_bytes()) > 20 * 10**6
    with running(house):
        put(mail_server, house.owner, mail.as_bytes(), "1.large")
        house.wait_letter("noted", holding="Tidewell Systems")
        assert counted.received < 10**6
