"""Replies that real mail apps compose: each one's yes is taken, and sends once; each one's "yes, but" sends nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.correspondence import begin_talk, talk_time
from tests.acceptance.house import House
from tests.acceptance.mail_apps import APPS

pytestmark = [pytest.mark.mailserver, pytest.mark.mail_apps]


@pytest.mark.parametrize("app", APPS)
def test_a_condition_is_asked_about_and_the_yes_after_it_sends_once(home: House, tmp_path: Path, app: str) -> None:
    talk = begin_talk(home, f"{app.replace('-', '').title()} Works", talk_time(hours=2))
    letter = home.wait_letter("approval", holding=talk.company)
    for number, words in enumerate(("yes, but fix her name first", "approve")):
        folder = tmp_path / str(number)
        folder.mkdir()
        APPS[app](home, letter, words, folder)
        if number == 0:
            home.wait_letter("question", holding=talk.company)
            assert talk.arrived() == []
    home.wait_letter("receipt", holding=f"approved: thank-you to Jane Doe, {talk.company}")
    home.wait_mail(talk.interviewer)
    assert len(talk.arrived()) == 1
