"""The mail server is down when the daemon starts, and again in the middle: nothing is lost, nothing is doubled."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from time import monotonic

import pytest

from tests.acceptance.correspondence import begin_talk, talk_time
from tests.acceptance.house import House, running
from tests.mailserver.server import LIMIT_S, MailServer

pytestmark = pytest.mark.mailserver

LONG = 2 * LIMIT_S
"""After an outage the daemon comes back in steps."""
OUTAGE = 30
"""Seconds for which the server is gone in the middle."""


def test_a_server_that_is_down_at_the_start_and_again_later_loses_and_doubles_nothing(
    own_mail_server: MailServer, tmp_path: Path
) -> None:
    house, server = House(own_mail_server, tmp_path, "me"), own_mail_server
    with running(house):  # the first start begins at now; this one is to come back to what it missed
        house.stop()
    missed = begin_talk(house, "Tidewell Systems", talk_time(hours=2), interviewer="alice")
    server.stop()

    house.launch()
    try:
        server.wait_for(lambda: len(house.log_lines("not_reached")) == 2, LONG)
        server.wait_for(lambda: house.log_lines("watch_lost"), LONG)
        server.start()
        house.wait_letter("approval", holding=missed.company, timeout=LONG)

        just_before = begin_talk(house, "Quarry Logistics", talk_time(days=-2), interviewer="bob")
        server.stop()
        gone_at = monotonic()
        assert house.run("approve", "1.1").returncode == 0
        server.wait_for(lambda: len(house.log_lines("delivery_deferred")) >= 2, LONG)
        server.wait_for(lambda: len(house.log_lines("watch_lost mailbox=INBOX")) >= 2, LONG)
        server.wait_for(lambda: monotonic() - gone_at >= OUTAGE, LONG)
        server.start()
        just_after = begin_talk(house, "Larch Instruments", talk_time(days=-3), interviewer="carol")

        house.wait_letter("receipt", holding=f"Sent: thank-you to Jane Doe, {missed.company}", timeout=LONG)
        for talk in (just_before, just_after):
            house.wait_letter("noted", holding=talk.company, timeout=LONG)
        assert len(missed.arrived()) == 1
        assert [row["company"] for row in house.listed()] == [missed.company, just_before.company, just_after.company]
        told = {"Noted": 3, "To approve": 1, "Approved": 1, "Sent": 1}
        # A letter that was put off while the server was coming or going is tried again in steps of its own.
        server.wait_for(lambda: len(house.letters()) >= sum(told.values()), LONG)
        assert Counter(str(letter["Subject"]).split(":")[0] for letter in house.letters()) == told
        assert house.stop() == 0
        assert house.unforeseen() == []
    finally:
        if house.process is not None:
            house.process.kill()
            house.process.wait(LIMIT_S)
