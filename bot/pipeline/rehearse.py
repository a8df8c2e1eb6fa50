"""A rehearsal: mails of the past played through the flow as it is, in a store of its own, by a clock that is set."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.approval.types import CurrentDraft
from bot.core.delivery.types import Envelope, SendOutcome, SendResult
from bot.core.followup.hours import always_open, first_moment
from bot.core.followup.types import FollowUpState
from bot.core.letter.timeline import Happening, HappeningKind, Look, find_happenings, find_planned
from bot.core.reading.types import Action, OwnerReading
from bot.pipeline.draft import load_current
from bot.pipeline.ports import Store, Work
from bot.pipeline.setup import Setup
from bot.pipeline.tell import WHY
from bot.pipeline.terminal import command

_TICK = timedelta(hours=6)
"""What has no moment of its own (a reminder, a letter that expires) is looked for so often."""
_STEP = timedelta(minutes=1)
"""The clock moves on by at least this, so that what cannot be done at a moment does not stop it."""


class Flow(Protocol):
    """The pipeline as a whole, as the daemon drives it."""

    def understand(self) -> bool: ...
    def ask(self) -> None: ...
    async def deliver(self) -> None: ...
    def next_due(self) -> datetime | None: ...


class SimulatedClock:
    """A `bot.clock.Clock` that stands still until it is set."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


async def take_all(
    envelope: Envelope,  # noqa: ARG001  as a Sender has it
    raw: bytes,  # noqa: ARG001
    *,
    before_data: Callable[[], Awaitable[bool]],
) -> SendOutcome:
    """A `Sender` that takes every mail and sends none."""
    if not await before_data():
        return SendOutcome(result=SendResult.WITHDRAWN)
    return SendOutcome(result=SendResult.ACCEPTED, code=250, text="rehearsed")


class NoSent:
    """A `SentFolder` of a provider that files copies itself: nothing is ever added."""

    def find(self, message_id: str) -> bool:  # noqa: ARG002
        return True

    def append(self, raw: bytes, when: datetime) -> None:
        pass


class Rehearsal:
    """Plays the mails that lie in *store* as old ones (see `MailStore.load_old_mail_ids`), in the order in which they came.

    The owner's yes cannot be known: every draft is taken for approved when it is shown.
    """

    def __init__(self, store: Store, setup: Setup, flow: Flow, clock: SimulatedClock) -> None:
        self._store = store
        self._setup = setup
        self._flow = flow
        self._clock = clock
        self._look = Look()
        self._letters = 0
        self._round_at = clock.now
        self._asked: set[tuple[int, str]] = set()

    def play(self, *, until: datetime, on_progress: Callable[[int, int], None]) -> Iterator[Happening]:
        """Yield what happens up to *until*, and then what is still planned; ``on_progress(done, all)`` follows each mail."""
        with self._store.transaction() as work:
            mail_ids = work.load_old_mail_ids()
        for number, mail_id in enumerate(mail_ids, start=1):
            yield from self._play_mail(mail_id, until)
            on_progress(number, len(mail_ids))
        yield from self._advance(until)
        yield from find_planned(self._look, tz=self._setup.owner.tz)

    def _play_mail(self, mail_id: int, until: datetime) -> Iterator[Happening]:
        with self._store.transaction() as work:
            received_at = min(work.load_mail(mail_id).received_at, until)
        yield from self._advance(received_at)
        self._clock.now = max(self._clock.now, received_at)
        with self._store.transaction() as work:
            work.take_mail(mail_id)
        self._flow.understand()
        yield from self._news()

    def _advance(self, to: datetime) -> Iterator[Happening]:
        while (moment := self._next_moment()) <= to:
            self._clock.now = self._round_at = moment
            yield from self._do_due()

    def _next_moment(self) -> datetime:
        due = self._flow.next_due()
        moments: list[datetime] = [self._round_at + _TICK, *self._draft_moments(), *((due,) if due else ())]
        return max(min(moments), self._clock.now + _STEP)

    def _draft_moments(self) -> list[datetime]:
        """When the next drafts are shown: one that is made at night waits for the owner's hours."""
        planned = [one for one in self._look.follow_ups.values() if one.state is FollowUpState.PLANNED]
        hours, tz = self._setup.letters.hours, self._setup.owner.tz
        moments = [first_moment(hours, after=one.draft_at, tz=tz, closed=always_open) for one in planned]
        return [moment for moment in moments if moment > self._round_at]

    def _do_due(self) -> Iterator[Happening]:
        self._flow.understand()
        self._flow.ask()
        yield from self._news()
        yield from self._approve_shown()
        asyncio.run(self._flow.deliver())
        yield from self._news()

    def _approve_shown(self) -> list[Happening]:
        """Say yes to each draft once for every text of it; what a yes alone does not move is told."""
        with self._store.transaction() as work:
            drafts = [load_current(work, one) for one in work.load_follow_ups(states=(FollowUpState.WAITING,))]
            new = [one for one in drafts if one and (one.follow_up.id, one.digest) not in self._asked]
            self._asked |= {(draft.follow_up.id, draft.digest) for draft in new}
            return [one for draft in new for one in self._approve(work, draft)]

    def _approve(self, work: Work, draft: CurrentDraft) -> Iterator[Happening]:
        interview = work.load_interview(draft.follow_up.interview_id)
        if interview is None:
            return
        approve = OwnerReading(action=Action.APPROVE)
        done = command(work, self._setup, approve, interview=interview, drafts=[draft], now=self._clock.now)
        findings = [f"{one.words}: {one.proposal}" for one in draft.revision.findings if one.blocks]
        for _, why in done.refused:
            yield Happening(
                at=self._clock.now,
                kind=HappeningKind.REFUSED,
                interview_id=interview.id,
                company=interview.company,
                what=WHY[why],
                reasons=tuple(findings),
            )

    def _news(self) -> list[Happening]:
        before, self._look = self._look, self._take_look()
        return find_happenings(before, self._look, at=self._clock.now, tz=self._setup.owner.tz)

    def _take_look(self) -> Look:
        with self._store.transaction() as work:
            letters = []
            while letter := work.load_letter(self._letters + 1):
                letters.append(letter)
                self._letters += 1
            return Look(
                interviews={one.id: one for one in work.load_interviews()},
                follow_ups={one.id: one for one in work.load_follow_ups()},
                letters=tuple(letters),
                own_mails=Counter(touch.interview_id or 0 for touch in work.load_touches()),
            )


def rehearsing(setup: Setup) -> Setup:
    """Return the rules of a rehearsal: those that hold, without the weekly letter."""
    return replace(setup, letters=replace(setup.letters, digest=False))
