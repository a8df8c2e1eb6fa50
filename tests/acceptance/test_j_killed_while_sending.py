"""The daemon is killed between claiming a mail and knowing that it left: never two mails, and always a stated end."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.acceptance.correspondence import Talk, begin_talk, talk_time
from tests.acceptance.house import House, parsed
from tests.acceptance.proxy import HaltingProxy, Point
from tests.mailserver.fixtures import fresh_user
from tests.mailserver.server import LIMIT_S, MailServer

pytestmark = pytest.mark.mailserver

LONG = 2 * LIMIT_S
"""Several daemons run at the same time, and the owner is asked about a lost mail after ten seconds."""
QUESTION = "may or may not have left"
KILLED_AT = [*Point, "after the dot, its copy in Sent"]


@dataclass(kw_only=True)
class Halted:
    """An approved mail that stands halted on its way to the server, and the daemon that sends it."""

    talk: Talk
    proxy: HaltingProxy
    said: list[str] = field(default_factory=list)

    @property
    def house(self) -> House:
        return self.talk.house

    def kill(self) -> None:
        """End the daemon as a power cut does."""
        assert self.house.stop(signal.SIGKILL) == -signal.SIGKILL
        self.said += self.house.unforeseen()
        self.proxy.let_pass()

    def state(self) -> object:
        return self.talk.follow_up()["state"]

    def message_ids(self) -> list[str]:
        """Of every mail that the interviewer got."""
        return [str(parsed(raw)["Message-ID"]) for raw in self.talk.arrived()]

    def ask(self) -> None:
        """Wait for the one question about the mail's fate."""
        self.house.wait_letter("question", holding=QUESTION, timeout=LONG)

    def answer(self, word: str) -> None:
        """Reply to that question."""
        self.house.reply(self.house.wait_letter("question", holding=QUESTION), word)

    def close(self) -> None:
        if self.house.process is not None:
            self.house.stop(signal.SIGKILL)
        self.proxy.close()


def halt(server: MailServer, folder: Path, point: Point) -> Halted:
    """Bring an approved mail to *point* and leave it there."""
    proxy = HaltingProxy(server)
    house = House(server, folder, fresh_user(), smtp_port=proxy.port)
    house.start()
    halted = Halted(talk=begin_talk(house, "Tidewell Systems", talk_time(hours=2)), proxy=proxy)
    letter = house.wait_letter("approval", timeout=LONG)
    proxy.watch_for(halted.talk.email, point)
    house.reply(letter, "approve")
    assert proxy.reached.wait(LONG), house.log.read_text()
    return halted


def killed(server: MailServer, folder: Path, at: Point | str) -> Halted:
    """Kill the daemon while its mail stands at *at*, start it again and wait until it has said what became of the mail."""
    halted = halt(server, folder, at if isinstance(at, Point) else Point.AFTER_DOT)
    halted.kill()
    if not isinstance(at, Point):
        server.file(halted.proxy.contents[0].removesuffix(b".\r\n"), halted.house.owner, "Sent")
    halted.house.start()
    if at is Point.AFTER_MAIL or not isinstance(at, Point):
        halted.house.wait_letter("receipt", holding="Sent: thank-you", timeout=LONG)
    else:
        halted.ask()
    return halted


@pytest.fixture(scope="module")
def all_killed(
    mail_server: MailServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Future[Halted]]]:
    """What became of a daemon killed at each point; they play at the same time, since each waits much and works little."""
    with ThreadPoolExecutor(len(KILLED_AT)) as pool:
        futures = {str(at): pool.submit(killed, mail_server, tmp_path_factory.mktemp("killed"), at) for at in KILLED_AT}
        yield futures
    for future in futures.values():
        if future.exception() is None:
            future.result().close()


def test_killed_before_the_mail_was_handed_over_it_is_sent_once_by_the_next_start(
    all_killed: dict[str, Future[Halted]],
) -> None:
    halted = all_killed[Point.AFTER_MAIL].result()
    assert halted.state() == "sent"
    assert len(halted.message_ids()) == 1
    assert halted.proxy.offered == 2
    assert halted.house.letters("question") == []


@pytest.mark.parametrize("point", [Point.AFTER_RCPT, Point.AFTER_354, Point.AFTER_DOT])
def test_killed_while_handing_over_nothing_is_sent_again_and_the_owner_is_asked_once(
    all_killed: dict[str, Future[Halted]], point: Point
) -> None:
    halted = all_killed[point].result()
    arrived = halted.message_ids()
    assert len(arrived) == (1 if point is Point.AFTER_DOT else 0)
    assert halted.state() == "unknown"
    assert halted.proxy.offered == 1

    halted.answer("skip" if point is not Point.AFTER_354 else "resend")
    if point is not Point.AFTER_354:
        halted.house.wait_letter("receipt", holding="Skipped: thank-you")
        assert halted.state() == "skipped"
        assert halted.message_ids() == arrived
    else:
        halted.house.wait_letter("receipt", holding="Sent: thank-you")
        halted.answer("resend")
        halted.house.wait_letter("notice", holding="has left already")
        assert halted.state() == "sent"
        assert halted.message_ids() == [str(parsed(halted.proxy.contents[0])["Message-ID"])]
    assert len(halted.house.letters("question")) == 1
    assert [*halted.said, *halted.house.unforeseen()] == []


def test_a_mail_that_was_taken_before_the_kill_is_found_in_sent_and_nobody_is_asked(
    all_killed: dict[str, Future[Halted]],
) -> None:
    halted = all_killed[KILLED_AT[-1]].result()
    assert halted.state() == "sent"
    assert len(halted.message_ids()) == 1
    assert halted.house.letters("question") == []
    assert halted.proxy.offered == 1


def test_told_to_end_while_the_server_is_slow_it_waits_for_the_answer(mail_server: MailServer, tmp_path: Path) -> None:
    halted = halt(mail_server, tmp_path, Point.AFTER_DOT)
    halted.house.tell(signal.SIGTERM)
    mail_server.wait_for(lambda: halted.house.log_lines("daemon_stopping"))
    with pytest.raises(subprocess.TimeoutExpired):
        halted.house.wait_end(1)
    halted.proxy.let_pass()
    assert halted.house.wait_end() == 0
    assert halted.state() == "sent"
    assert len(halted.message_ids()) == 1
    halted.close()


def test_told_to_end_while_the_server_never_answers_it_ends_in_time_and_does_not_know(
    mail_server: MailServer, tmp_path: Path
) -> None:
    halted = halt(mail_server, tmp_path, Point.AFTER_DOT)
    assert halted.house.stop() == 0  # by itself, long before the ten minutes that an answer may take
    assert halted.state() == "unknown"
    assert halted.house.unforeseen() == []
    halted.close()
