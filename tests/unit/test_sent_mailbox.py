"""How the Sent mailbox is looked for while the server does not let us."""

from __future__ import annotations

import pytest

from bot.errors import BotError, ConfigurationError, LoginRefusedError, TemporaryError
from bot.imap.backoff import Backoff
from bot.sent_mailbox import LOGIN_RETRY_S, pause_after


@pytest.mark.parametrize(
    ("error", "pauses"),
    [
        pytest.param(
            TemporaryError("down"), [1, 2, 4, 4], id="a server that is down is tried again soon, then less often"
        ),
        pytest.param(ConfigurationError(["no Sent"]), [1, 2, 4, 4], id="so is one that shows no Sent mailbox"),
        pytest.param(LoginRefusedError("no"), [LOGIN_RETRY_S] * 4, id="a refused log-in is never repeated quickly"),
    ],
)
def test_the_pause_after_a_failure(error: BotError, pauses: list[float]) -> None:
    backoff = Backoff(first_s=1, most_s=4, chance=lambda: 1.0)
    assert [pause_after(error, backoff) for _ in pauses] == pauses
