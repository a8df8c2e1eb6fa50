"""Mail broken in every way that comes to hand: each is read or refused, in bounded time and memory, and nothing else happens."""

from __future__ import annotations

import gc
import resource
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from math import inf
from pathlib import Path
from random import SystemRandom

import pytest

from bot.core.approval.mark import read_mark
from bot.core.approval.token import find_token
from bot.core.message.parse import parse_message
from bot.core.message.types import Address, Message, Owner
from bot.core.reading.company.invitation import read_invitation
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.machine.auto_reply import read_auto_reply
from bot.core.reading.machine.bounce import read_bounce
from bot.core.reading.owner.answer import letter_from_message, read_owner_reply
from bot.errors import UnparsableError
from bot.sandbox import parse_guarded
from tests.corpus.labels import load_cues
from tests.properties.mutations import CORPUS, load_mails, mutate
from tests.unit.core.reading.owner.letters_for_tests import load_cues as load_command_cues

CUES, COMMANDS = load_cues(), load_command_cues()
OWNER = Owner(name="Maya Okafor", email="maya.okafor@example.org", tz="America/New_York")
NOW = datetime(2026, 5, 14, 22, 20, tzinfo=UTC)
LETTER = letter_from_message(parse_message((CORPUS / "replies" / "letters" / "en.eml").read_bytes()))
CPU_S = 2.0
"""What one mail may cost at most, here and in a child process each: a bound on a hang, no measure of speed."""
MEMORY = 150 * 2**20
"""By how much the most memory ever used may grow over a whole run."""


@pytest.fixture(autouse=True)
def _own_garbage_only() -> Iterator[None]:
    """What thousands of tests before left in memory is not looked through on the time of one mail."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


class TooSlowError(BaseException):
    """One mail took more than its time; nothing below catches this, so its trace shows where the time went."""


@contextmanager
def bounded(cpu_s: float = CPU_S) -> Iterator[None]:
    """Stop what takes more than *cpu_s* of this process, and fail if child processes took more."""

    def stop(_number: int, _frame: object) -> None:
        raise TooSlowError(f"more than {cpu_s} s of CPU for one mail")

    before = children_s()
    old = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, cpu_s)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, old)
    assert children_s() - before < cpu_s + 0.5


def children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def most_memory() -> int:
    """Return the most memory this process and its children have ever had, in bytes."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(each).ru_maxrss for each in who) * 1024


def read_in_every_way(message: Message) -> None:
    """Read the mail as whoever it may be from: the company, a machine, the bot itself, the owner."""
    read_company_mail(message=message, owner=OWNER, cues=CUES, received_at=NOW)
    read_bounce(message, CUES)
    read_auto_reply(message, CUES)
    read_invitation(message.calendars, OWNER.tz)
    find_token(message)
    read_mark(message, bytes(32))
    letter = letter_from_message(message)
    from_owner = replace(message, from_=(Address(name=OWNER.name, email=OWNER.email),))
    for answered in (LETTER, letter, None):
        read_owner_reply(message=from_owner, letter=answered, owner=OWNER, cues=COMMANDS, now=NOW)


def read_or_refuse(raw: bytes) -> bool:
    """Return whether the mail was read; raises whatever is no refusal."""
    try:
        with bounded():
            message = parse_guarded(raw)
    except UnparsableError:
        return False
    with bounded():
        read_in_every_way(message)
    return True


def fuzz(seed: int, *, count: int, kept: Path, budget_s: float = inf) -> int:
    """Read *count* broken mails, or as many as the time allows; return how many. A mail that does harm is kept in *kept*."""
    mails, memory, end = load_mails(), most_memory(), time.monotonic() + budget_s
    for number in range(count):
        if time.monotonic() > end:
            return number
        raw = mutate(seed, number, mails)
        try:
            read_or_refuse(raw)
        except (Exception, TooSlowError) as exc:  # noqa: BLE001  whatever it is, the mail that did it is told
            kept.write_bytes(raw)
            pytest.fail(
                f"python -m tests.properties.mutations {seed} {number} (in {kept}): {type(exc).__name__}: {exc}"
            )
        assert most_memory() - memory < MEMORY, f"python -m tests.properties.mutations {seed} {number}"
    return count


def test_a_broken_mail_is_read_or_refused(tmp_path: Path) -> None:
    assert fuzz(1, count=100, kept=tmp_path / "broken.eml") == 100


@pytest.mark.full
def test_twenty_thousand_broken_mails_are_read_or_refused(tmp_path: Path) -> None:
    seed = SystemRandom().randrange(2**32)
    assert fuzz(seed, count=20_000, kept=tmp_path / "broken.eml", budget_s=180) > 1_000


def test_what_is_not_mutated_is_read() -> None:
    """The guard against a fuzz that tests nothing: the mails it begins with are all read."""
    assert all(read_or_refuse(raw) for raw in load_mails()[::10])
