"""The weekly letter: the pipeline at a glance."""

from __future__ import annotations

from datetime import datetime

from bot.core.followup.weekly import find_weekly_moment
from bot.core.letter.overview import write_digest
from bot.pipeline.ports import Store
from bot.pipeline.post import new_context, post_letter
from bot.pipeline.setup import Setup
from bot.pipeline.tell import pending_rows, status_lines, status_rows


def write_digest_due(store: Store, setup: Setup, now: datetime) -> bool:
    """Write this week's letter if its time has come, once; nothing is written where there is nothing to tell."""
    rule = setup.letters
    moment = find_weekly_moment(now=now, weekday=rule.digest_weekday, clock=rule.digest_time, tz=setup.owner.tz)
    if moment is None or not rule.digest:
        return False
    key = f"digest:{moment:%Y-%m-%d}"
    with store.transaction() as work:
        rows = [] if work.is_letter_written(key) else status_rows(work, now)
        if not rows:
            return False
        context = new_context(setup, now)
        letter = write_digest(
            context,
            rows=rows,
            waiting=len(pending_rows(work)),
            lines=status_lines(work, setup, now),
            interviews=work.load_interviews(),
        )
        return post_letter(work, setup, context, letter, key=key, waits=True)
