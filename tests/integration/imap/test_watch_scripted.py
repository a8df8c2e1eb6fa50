"""What servers and networks do at bad moments, played by a scripted server."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from bot.core.message.received import Checkpoint
from bot.imap.fetch import CHUNK
from bot.imap.watch import GIVE_UP_AFTER, WatchEvent
from tests.integration.imap.fake_server import FakeImap, Peer
from tests.integration.imap.watching import NEVER, QUICK, MemorySink, watching
from tests.mailserver.server import LIMIT_S, wait_for


def test_first_start_begins_at_now(fake: FakeImap) -> None:
    with watching(fake.account) as watch:
        watch.told(WatchEvent.CONNECTED)
        assert watch.sink.checkpoints["INBOX"] == Checkpoint(mailbox="INBOX", uidvalidity=7, uid=5)
        assert watch.sink.rows == {}


def test_a_push_brings_the_mail_at_once_and_only_it(fake: FakeImap) -> None:
    with watching(fake.account) as watch:
        wait_for(lambda: fake.idlers)
        fake.add(6)
        watch.until(["mail 6"])
        assert watch.sink.checkpoints["INBOX"].uid == 6


def test_mails_that_came_while_nobody_watched_are_brought_before_idling(fake: FakeImap) -> None:
    sink = MemorySink(checkpoints={"INBOX": Checkpoint(mailbox="INBOX", uidvalidity=7, uid=3)})
    with watching(fake.account, sink) as watch:
        watch.until(["mail 5"])


def _push_in_one_segment_with_the_plus(fake: FakeImap, peer: Peer) -> None:
    peer.send("+ idling", f"* {len(fake.mails)} EXISTS")


def _push_before_the_plus(fake: FakeImap, peer: Peer) -> None:
    peer.send(f"* {len(fake.mails)} EXISTS")
    peer.send("+ idling")


def _push_in_two_halves(fake: FakeImap, peer: Peer) -> None:
    peer.send("+ idling")
    peer.sock.sendall(b"* 3 EX")
    threading.Event().wait(0.1)
    peer.send("ISTS")


@pytest.mark.parametrize(
    "push",
    [
        pytest.param(_push_in_one_segment_with_the_plus, id="the push is in one segment with the plus"),
        pytest.param(_push_before_the_plus, id="the push comes before the plus"),
        pytest.param(_push_in_two_halves, id="the push comes in two halves"),
    ],
)
def test_no_push_is_overheard(fake: FakeImap, push: Callable[[FakeImap, Peer], None]) -> None:
    def idle(peer: Peer, tag: str, words: str) -> None:
        if 6 in fake.mails:
            peer.send("+ idling")
        else:
            fake.add(6, push=False)
            push(fake, peer)
        fake.finish_idle(peer, tag)

    fake.on["IDLE"] = idle
    with watching(fake.account) as watch:
        watch.until(["mail 6"])
        assert fake.connections == 1


@pytest.mark.parametrize("verb", ["SEARCH", "FETCH"])
def test_a_push_that_travels_with_another_answer_is_not_overheard(fake: FakeImap, verb: str) -> None:
    ordinary = getattr(fake, f"_do_{verb.lower()}")

    def answer(peer: Peer, tag: str, words: str) -> None:
        if 6 in fake.mails and 7 not in fake.mails:
            fake.mails[7] = b"Subject: mail 7\r\n\r\n"
            late = fake.mails.pop(7)
            ordinary(peer, f"* {len(fake.mails) + 1} EXISTS\r\n{tag}", words)
            fake.mails[7] = late
        else:
            ordinary(peer, tag, words)

    fake.on[verb] = answer
    with watching(fake.account) as watch:
        wait_for(lambda: fake.idlers)
        fake.add(6)
        watch.until(["mail 6", "mail 7"])


def test_a_push_that_never_comes_costs_one_cycle(fake: FakeImap) -> None:
    with watching(fake.account, cycle_s=0.2) as watch:
        wait_for(lambda: fake.idlers)
        fake.add(6, push=False)
        watch.until(["mail 6"])


@pytest.mark.parametrize(
    "refusal", [None, "NO", "BAD"], ids=["IDLE is not offered", "IDLE gets a NO", "IDLE gets a BAD"]
)
def test_a_server_without_idle_is_polled(fake: FakeImap, refusal: str | None) -> None:
    if refusal is None:
        fake.capabilities = "IMAP4rev1 AUTH=PLAIN"
    else:
        fake.on["IDLE"] = lambda peer, tag, words: peer.send(f"{tag} {refusal} not here")
    with watching(fake.account, poll_s=0.05) as watch:
        watch.told(WatchEvent.CONNECTED)
        fake.add(6)
        watch.until(["mail 6"])
        assert fake.verbs().count("IDLE") <= 1
        assert fake.connections == 1


def test_the_end_of_the_stream_while_idling_is_noticed_at_once(fake: FakeImap) -> None:
    with watching(fake.account) as watch:
        wait_for(lambda: fake.idlers)
        fake.add(6, push=False)
        fake.idlers[0].close()
        watch.until(["mail 6"])
        watch.told(WatchEvent.LOST)
        watch.told(WatchEvent.CONNECTED, times=2)
        wait_for(lambda: fake.idlers)
        assert fake.connections == 2


def test_a_peer_that_fell_silent_is_given_up_after_cycle_and_read_timeout(fake: FakeImap) -> None:
    def mute(peer: Peer, tag: str, words: str) -> None:
        peer.send("+ idling")
        del fake.on["IDLE"]
        peer.line()  # DONE, never answered
        peer.line()

    fake.on["IDLE"] = mute
    with watching(fake.account, cycle_s=0.2, read_timeout_s=0.3) as watch:
        watch.told(WatchEvent.LOST)
        fake.add(6)
        watch.until(["mail 6"])


def test_a_connection_is_renewed_in_time_without_a_word(fake: FakeImap) -> None:
    with watching(fake.account, session_s=0.2) as watch:
        wait_for(lambda: fake.connections >= 3)
        assert [event for event, _ in watch.events] == [WatchEvent.CONNECTED]


def test_many_mails_come_in_bounded_batches(fake: FakeImap) -> None:
    for uid in range(6, 506):
        fake.add(uid, push=False)
    sink = MemorySink(checkpoints={"INBOX": Checkpoint(mailbox="INBOX", uidvalidity=7, uid=5)})
    with watching(fake.account, sink) as watch:
        wait_for(lambda: len(sink.rows) == 500)
        assert max(watch.sink.batches) == CHUNK
        assert sink.uids == list(range(6, 506))


def test_a_store_that_fails_loses_nothing_and_moves_nothing(fake: FakeImap) -> None:
    sink = MemorySink(checkpoints={"INBOX": Checkpoint(mailbox="INBOX", uidvalidity=7, uid=3)}, failures=3)
    with watching(fake.account, sink) as watch:
        assert "RuntimeError" in watch.told(WatchEvent.STORE_FAILED)
        watch.until(["mail 5"])
        assert sink.failures == 0


def test_a_mail_the_server_never_delivers_is_replaced_and_the_rest_goes_on(fake: FakeImap) -> None:
    def fetch(peer: Peer, tag: str, words: str) -> None:
        if "7" in words.split()[0].split(","):
            peer.close()
        else:
            fake._do_fetch(peer, tag, words)

    fake.on["FETCH"] = fetch
    sink = MemorySink(checkpoints={"INBOX": Checkpoint(mailbox="INBOX", uidvalidity=7, uid=5)})
    for uid in (6, 7, 8):
        fake.add(uid)
    with watching(fake.account, sink) as watch:
        watch.told(WatchEvent.MAIL_GIVEN_UP)
        wait_for(lambda: sink.uids == [6, 7, 8])
        assert [mail.problem is None for mail in sink.rows.values()] == [True, False, True]
        assert sink.subjects == ["mail 6", "mail 8"]
        assert fake.connections > GIVE_UP_AFTER


def test_numbers_that_ran_backwards_are_not_trusted(fake: FakeImap) -> None:
    sink = MemorySink()
    with watching(fake.account, sink) as watch:
        watch.told(WatchEvent.CONNECTED)
        fake.add(6)
        watch.until(["mail 6"])
    fake.mails = {1: fake.mails[6], 2: b"Subject: newer\r\n\r\n"}
    with watching(fake.account, sink) as watch:
        watch.until(["mail 6", "newer"])
        # The checkpoint goes back in a transaction of its own, once all that is new is stored.
        wait_for(lambda: watch.sink.checkpoints["INBOX"].uid == 2)


def test_a_mailbox_beyond_recognition_goes_on_from_now_and_says_so(fake: FakeImap) -> None:
    sink = MemorySink(checkpoints={"INBOX": Checkpoint(mailbox="INBOX", uidvalidity=1, uid=900)})
    with watching(fake.account, sink) as watch:
        watch.told(WatchEvent.MAILBOX_RESET)
        assert sink.resets == [0.0]
        wait_for(lambda: fake.idlers)
        fake.add(6)
        watch.until(["mail 6"])


def test_a_refused_login_is_told_once_and_not_repeated_soon(fake: FakeImap) -> None:
    def refuse(peer: Peer, tag: str, words: str) -> None:
        peer.send("+ ")
        peer.line()
        peer.send(f"{tag} NO [AUTHENTICATIONFAILED] wrong")

    fake.on["AUTHENTICATE"] = refuse
    with watching(fake.account) as watch:
        text = watch.told(WatchEvent.LOGIN_REFUSED)
        assert "me" in text
        assert "pw" not in text.replace("(app) password", "")
        watch.thread.join(10 * QUICK[1])  # many times the pause after any other failure
        assert fake.connections == 1
    with watching(fake.account, login_retry_s=0.05) as watch:
        wait_for(lambda: fake.connections >= 4)
        assert [event for event, _ in watch.events] == [WatchEvent.LOGIN_REFUSED]
        del fake.on["AUTHENTICATE"]
        watch.told(WatchEvent.CONNECTED)


@pytest.mark.parametrize(
    "ending", ["NO [UNAVAILABLE] later", None], ids=["the server is not ready", "the connection ends"]
)
def test_a_login_that_fails_for_another_reason_is_no_refusal(fake: FakeImap, ending: str | None) -> None:
    def fail(peer: Peer, tag: str, words: str) -> None:
        del fake.on["AUTHENTICATE"]
        peer.send("+ ")
        peer.line()
        if ending is None:
            peer.close()
        else:
            peer.send(f"{tag} {ending}")

    fake.on["AUTHENTICATE"] = fail
    with watching(fake.account) as watch:
        watch.told(WatchEvent.CONNECTED)
        assert [event for event, _ in watch.events] == [WatchEvent.LOST, WatchEvent.CONNECTED]


@pytest.mark.parametrize("moment", ["idling", "waiting for an answer", "waiting before the next attempt"])
def test_stop_is_obeyed_at_once(fake: FakeImap, moment: str) -> None:
    silent = threading.Event()
    if moment == "waiting for an answer":
        fake.on["SEARCH"] = lambda peer, tag, words: silent.set()
    if moment == "waiting before the next attempt":
        fake.on["EXAMINE"] = lambda peer, tag, words: peer.send(f"{tag} NO not now")
    with watching(fake.account, backoff_s=(NEVER, NEVER), read_timeout_s=NEVER) as watch:
        if moment == "idling":
            wait_for(lambda: fake.idlers)
        elif moment == "waiting for an answer":
            assert silent.wait(LIMIT_S)
        else:
            watch.told(WatchEvent.LOST)
        watch.watcher.stop()
        watch.thread.join(LIMIT_S)
        assert not watch.thread.is_alive()
        assert WatchEvent.LOST not in [event for event, _ in watch.events] or moment.startswith("waiting before")


def test_last_alive_at_tells_the_last_answer(fake: FakeImap) -> None:
    with watching(fake.account, cycle_s=0.05) as watch:
        watch.told(WatchEvent.CONNECTED)
        first = watch.watcher.last_alive_at
        wait_for(lambda: watch.watcher.last_alive_at > first)
        assert watch.watcher.last_alive_at <= time.monotonic()
