"""What the watching reports: kept for ``status``, and told to the owner when he has to do something."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.core.letter.notice import write_notice
from bot.pipeline.ports import Installation
from bot.pipeline.post import PostStore, new_context, post_letter
from bot.pipeline.setup import Setup


class WatchStore(PostStore, Installation, Protocol):
    """What reporting needs."""


_HEADLINES = {
    "login_refused": "I can no longer read your mailbox",
    "mailbox_missing": "A mailbox that I watch is gone",
    "setup_wrong": "The connection to your mailbox is not safe any more",
    "mailbox_reset": "A mailbox was numbered anew",
    "mail_given_up": "One mail could not be fetched",
}
_PASSING = frozenset({"connected", "mailbox_reset", "mail_given_up"})
"""After these the watching works."""


def note_watch_event(work: WatchStore, setup: Setup, mailbox: str, event: str, text: str, *, now: datetime) -> None:
    """Note how the watching of *mailbox* fares; where the owner has to do something he is told, by the way that still works."""
    state = "ok" if event in _PASSING else event
    news = work.set_part(f"mailbox {mailbox}", state, "" if state == "ok" else text, now=now)
    work.add_journal(now, f"watch_{event}", f"mailbox:{mailbox}")
    headline = _HEADLINES.get(event)
    if headline is None or not (news or event in _PASSING):
        return
    context = new_context(setup, now)
    lines = [
        f"The mailbox is {mailbox}. {text}",
        "I go on trying, slowly. “followup-bot check” in the terminal says what to do.",
    ]
    letter = write_notice(context, headline=headline, lines=lines)
    post_letter(work, setup, context, letter, key=f"{event}:{mailbox}:{now:%Y-%m-%d}")
