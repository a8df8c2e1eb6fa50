"""What the daemon uses while nothing happens: CPU seconds an hour, from the measured cost of everything that recurs.

Three things recur: the tick (the worker looks for what is due), the IDLE cycle of each mailbox, and the new connection of each mailbox.
Each is measured where it happens often or alone; an hour is their sum. A change of the constants changes the hour, not the method.
"""

from __future__ import annotations

import re
import signal
import subprocess
import time
from dataclasses import dataclass

from bot.daemon import _TICK_S
from bot.imap.watch import IDLE_S
from tests.acceptance.house import House
from tests.bench.figures import Figure
from tests.bench.house import mail_server, owner_at
from tests.bench.process import cpu_s
from tests.mailserver.server import MailServer

_MAILBOXES = 2
"""INBOX and Sent."""
_SESSION_S = 1500
_SETTLE_S = 3.0
_PUSH_EVERY_S = 2
_NEVER_S = 3600
_RECONNECT_S = 6.0
_HOW = (
    "an hour = ticks x cost + mailboxes x (cycles x cost + connections x cost); tick: a window without pushes; cycle: a window in which "
    f"the server says 'Still here' every {_PUSH_EVERY_S} s, which ends a cycle each time; connection: the sessions are killed at the server"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Costs:
    """CPU seconds of one of each."""

    tick: float
    cycle: float
    connection: float

    @property
    def hour(self) -> float:
        mailbox = 3600 / IDLE_S * self.cycle + 3600 / _SESSION_S * self.connection
        return 3600 / _TICK_S * self.tick + _MAILBOXES * mailbox


def measure(samples: int = 1) -> list[Figure]:
    """Every cost *samples* times."""
    costs = [_measure_costs() for _ in range(max(samples, 1))]
    return [
        Figure(
            name="idle",
            unit="CPU s an hour",
            ours=[one.hour for one in costs],
            aim="5",
            how=_HOW,
            details={
                "tick ms": 1000 * costs[-1].tick,
                "cycle ms": 1000 * costs[-1].cycle,
                "connection ms": 1000 * costs[-1].connection,
                "ticks an hour": 3600 / _TICK_S,
                "cycles an hour and mailbox": 3600 / IDLE_S,
                "connections an hour and mailbox": 3600 / _SESSION_S,
            },
        )
    ]


def _measure_costs() -> _Costs:
    with mail_server() as server:
        _say_still_here(server, every_s=_NEVER_S)
        with owner_at(server) as house:
            time.sleep(_SETTLE_S)
            tick = _used(house, 4 * _TICK_S) / 4
            _say_still_here(server, every_s=_PUSH_EVERY_S)
            connection = _used(house, _RECONNECT_S, lose_connections=True) / _MAILBOXES
            window_s = 2 * _TICK_S
            cycles = _MAILBOXES * window_s / _PUSH_EVERY_S
            cycle = (_used(house, window_s) - 2 * tick) / cycles
    return _Costs(tick=tick, cycle=cycle, connection=connection)


def _used(house: House, seconds: float, *, lose_connections: bool = False) -> float:
    assert house.process is not None
    before = cpu_s(house.process.pid)
    if lose_connections:
        house.server.signal_imap(house.owner, signal.SIGKILL)
    time.sleep(seconds)
    return cpu_s(house.process.pid) - before


def _say_still_here(server: MailServer, *, every_s: int) -> None:
    """Set how often Dovecot speaks to idling clients; what is connected already keeps its rhythm."""
    file = server.base / "dovecot" / "dovecot.conf"
    file.write_text(
        re.sub(r"imap_idle_notify_interval = .*", f"imap_idle_notify_interval = {every_s} secs", file.read_text())
    )
    subprocess.run(["doveadm", "-c", file, "reload"], check=True)
