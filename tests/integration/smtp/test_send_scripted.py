"""Every way in which a send can end, played by a scripted server."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from bot.core.delivery.types import Envelope, SendOutcome, SendResult
from bot.errors import LoginRefusedError, OperatorError
from bot.net import Security
from bot.smtp.account import verify_login
from bot.smtp.send import send
from tests.integration.smtp.fake_server import FakeSmtp, Reply, hang, hang_up, reset
from tests.mailserver.server import LIMIT_S

RAW = b"From: me@example.org\r\nSubject: thanks\r\n\r\nline\r\n.dot\r\n"
_TURNS = 20
"""Of the event loop: more than a cancellation needs to come through."""
TWO = Envelope(sender="me@example.org", recipients=("a@example.com", "b@example.com"))


async def _yes() -> bool:
    return True


async def _no() -> bool:
    return False


def _send(
    fake: FakeSmtp, raw: bytes = RAW, envelope: Envelope = TWO, before_data: Callable[[], Awaitable[bool]] = _yes
) -> SendOutcome:
    patience_s = 0.3 if hang in fake.on.values() else LIMIT_S
    return asyncio.run(send(fake.account, envelope, raw, before_data=before_data, data_timeout_s=patience_s))


def test_an_accepted_mail_is_on_the_wire_as_it_was_with_dots_doubled(fake: FakeSmtp) -> None:
    outcome = _send(fake)
    assert (outcome.result, outcome.code, outcome.text) == (SendResult.ACCEPTED, 250, "2.0.0 queued as 42")
    assert fake.mails == [RAW.replace(b".dot", b"..dot")]
    assert fake.verbs() == ["EHLO", "AUTH", "MAIL", "RCPT", "RCPT", "DATA", "QUIT"]
    assert fake.log[0] == "EHLO [127.0.0.1]"


@pytest.mark.parametrize(
    ("verb", "reply", "result", "code"),
    [
        pytest.param(".", "251 forwarded", SendResult.ACCEPTED, 251, id="251 after the dot is accepted"),
        pytest.param(".", "451 try later", SendResult.DEFERRED, 451, id="4xx after the dot is deferred"),
        pytest.param(".", "421 going down", SendResult.DEFERRED, 421, id="421 after the dot is deferred"),
        pytest.param(".", "554 no", SendResult.REFUSED, 554, id="5xx after the dot is refused"),
        pytest.param(
            ".", "354 go on", SendResult.UNKNOWN, 354, id="an answer that does not belong after the dot is unknown"
        ),
        pytest.param(".", "lorem ipsum", SendResult.UNKNOWN, None, id="garbage after the dot is unknown"),
        pytest.param(".", hang, SendResult.UNKNOWN, None, id="silence after the dot is unknown"),
        pytest.param(".", hang_up, SendResult.UNKNOWN, None, id="the end of the connection after the dot is unknown"),
        pytest.param(".", reset, SendResult.UNKNOWN, None, id="a reset after the dot is unknown"),
        pytest.param("DATA", "451 no space", SendResult.DEFERRED, 451, id="4xx to DATA is deferred"),
        pytest.param("DATA", "554 no valid recipients", SendResult.REFUSED, 554, id="5xx to DATA is refused"),
        pytest.param("DATA", "250 what", SendResult.DEFERRED, 250, id="a DATA that is not opened sends nothing"),
        pytest.param("DATA", hang_up, SendResult.DEFERRED, None, id="the end of the connection at DATA sends nothing"),
        pytest.param("MAIL", "451 later", SendResult.DEFERRED, 451, id="4xx to the sender is deferred"),
        pytest.param("MAIL", "550 not you", SendResult.REFUSED, 550, id="5xx to the sender is refused"),
        pytest.param(
            "RCPT b@example.com", "450 grey", SendResult.DEFERRED, 450, id="one recipient deferred defers all"
        ),
        pytest.param(
            "RCPT b@example.com", "550 unknown", SendResult.REFUSED, 550, id="one recipient refused refuses all"
        ),
        pytest.param(
            "RCPT b@example.com", "251 forwarded", SendResult.ACCEPTED, 250, id="a forwarded recipient is accepted"
        ),
        pytest.param("RCPT", hang_up, SendResult.DEFERRED, None, id="the end of the connection at RCPT is deferred"),
        pytest.param("EHLO", hang_up, SendResult.DEFERRED, None, id="the end of the connection at EHLO is deferred"),
        pytest.param(
            "AUTH", "454 later", SendResult.DEFERRED, None, id="a log-in that is not possible now is deferred"
        ),
        pytest.param("QUIT", hang_up, SendResult.ACCEPTED, 250, id="what happens at QUIT changes nothing"),
    ],
)
def test_an_attempt_ends_as_the_answers_say(
    fake: FakeSmtp, verb: str, reply: Reply, result: SendResult, code: int | None
) -> None:
    fake.on[verb] = reply
    outcome = _send(fake)
    assert (outcome.result, outcome.code) == (result, code)
    assert bool(fake.mails) == (verb == "." or result is SendResult.ACCEPTED)


def test_all_refused_recipients_are_named_and_the_accepted_one_gets_nothing(fake: FakeSmtp) -> None:
    fake.on |= {"RCPT a@example.com": "450 grey", "RCPT c@example.com": "550 unknown"}
    asked = []

    async def ask() -> bool:
        asked.append(True)
        return True

    outcome = _send(
        fake, envelope=replace(TWO, recipients=("a@example.com", "b@example.com", "c@example.com")), before_data=ask
    )
    assert outcome.result is SendResult.REFUSED
    assert "a@example.com" in outcome.text
    assert "c@example.com" in outcome.text
    assert "b@example.com" not in outcome.text
    assert (asked, fake.mails, fake.verbs()[-2:]) == ([], [], ["RSET", "QUIT"])


def test_a_mail_withdrawn_at_the_last_moment_is_not_sent(fake: FakeSmtp) -> None:
    assert _send(fake, before_data=_no).result is SendResult.WITHDRAWN
    assert (fake.mails, fake.verbs()[-2:]) == ([], ["RSET", "QUIT"])


def test_an_error_of_the_last_question_is_raised_and_nothing_sent(fake: FakeSmtp) -> None:
    async def fail() -> bool:
        raise RuntimeError("database is locked")

    with pytest.raises(RuntimeError, match="locked"):
        _send(fake, before_data=fail)
    assert fake.mails == []
    assert "DATA" not in fake.verbs()


@pytest.mark.parametrize(
    ("raw", "recipient", "words"),
    [
        pytest.param(b"x" * 100_001, "a@example.com", "100000", id="a mail over the server's size"),
        pytest.param(RAW, "ä@example.com", "ASCII", id="an address the server cannot take"),
        pytest.param(RAW, "a@example.com>\r\nDATA", "characters", id="an address that would be a command"),
    ],
)
def test_what_no_attempt_can_mend_is_refused_before_it_is_offered(
    fake: FakeSmtp, raw: bytes, recipient: str, words: str
) -> None:
    outcome = _send(fake, raw=raw, envelope=replace(TWO, recipients=(recipient,)))
    assert outcome.result is SendResult.REFUSED
    assert words in outcome.text
    assert "MAIL" not in fake.verbs()


def test_smtputf8_is_asked_for_only_where_an_address_needs_it(fake: FakeSmtp) -> None:
    fake.extensions = (*fake.extensions, "SMTPUTF8")
    assert _send(fake).result is SendResult.ACCEPTED
    assert _send(fake, envelope=replace(TWO, recipients=("ä@example.com",))).result is SendResult.ACCEPTED
    assert ["SMTPUTF8" in line for line in fake.log if line.startswith("MAIL")] == [False, True]


def test_a_wrong_password_is_tried_once(fake: FakeSmtp) -> None:
    fake.on["AUTH"] = "535 5.7.8 wrong"
    with pytest.raises(LoginRefusedError, match=r"me.*535"):
        _send(fake)
    assert fake.verbs().count("AUTH") == 1


def test_without_starttls_no_password_leaves(fake: FakeSmtp) -> None:
    account = replace(fake.account, security=Security.STARTTLS)
    with pytest.raises(OperatorError, match="STARTTLS"):
        asyncio.run(verify_login(account))
    assert "AUTH" not in fake.verbs()


def test_clear_text_to_another_machine_is_refused_before_any_connection(fake: FakeSmtp) -> None:
    with pytest.raises(OperatorError, match="unencrypted"):
        asyncio.run(verify_login(replace(fake.account, host="mail.example.org")))


def test_nobody_listening_is_deferred(fake: FakeSmtp) -> None:
    fake.close()
    outcome = _send(fake)
    assert outcome.result is SendResult.DEFERRED
    assert "127.0.0.1" in outcome.text


class TestCancellation:
    """A shutdown in the middle: what may have left is never forgotten."""

    async def _cancelled_at(
        self,
        fake: FakeSmtp,
        moment: Callable[[], bool],
        grace_s: float,
        before_data: Callable[[], Awaitable[bool]] = _yes,
        afterwards: Callable[[], None] = lambda: None,
    ) -> SendOutcome:
        task = asyncio.create_task(send(fake.account, TWO, RAW, before_data=before_data, cancel_grace_s=grace_s))
        while not moment():
            await asyncio.sleep(0.01)
        task.cancel()
        for _ in range(_TURNS):
            await asyncio.sleep(0)
        afterwards()
        return await task

    def test_before_the_last_question_it_goes_through(self, fake: FakeSmtp) -> None:
        fake.on["RCPT"] = hang
        with pytest.raises(asyncio.CancelledError):
            asyncio.run(self._cancelled_at(fake, fake.hanging.is_set, LIMIT_S))
        assert fake.mails == []

    def test_during_the_last_question_nothing_is_sent(self, fake: FakeSmtp) -> None:
        asked, answer = [], asyncio.Event()

        async def slow() -> bool:
            asked.append(True)
            return await answer.wait()

        outcome = asyncio.run(self._cancelled_at(fake, lambda: bool(asked), LIMIT_S, slow, answer.set))
        assert outcome.result is SendResult.DEFERRED
        assert fake.mails == []

    def test_after_the_dot_the_answer_is_awaited(self, fake: FakeSmtp) -> None:
        cancelled = threading.Event()

        def late(server: FakeSmtp, sock: object) -> None:
            server.hanging.set()
            cancelled.wait(LIMIT_S)
            sock.sendall(b"250 at last\r\n")  # type: ignore[attr-defined]

        fake.on["."] = late
        moment = self._cancelled_at(fake, fake.hanging.is_set, LIMIT_S, afterwards=cancelled.set)
        outcome = asyncio.run(moment)
        assert (outcome.result, outcome.text) == (SendResult.ACCEPTED, "at last")

    def test_after_the_dot_without_an_answer_it_is_unknown(self, fake: FakeSmtp) -> None:
        fake.on["."] = hang
        outcome = asyncio.run(self._cancelled_at(fake, fake.hanging.is_set, 0.1))
        assert outcome.result is SendResult.UNKNOWN
