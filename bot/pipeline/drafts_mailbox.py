"""Arrow 6, beside the letters: what waits for a yes also lies in the owner's Drafts, where he wants that (BOT_DRAFTS_MAILBOX)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.approval.types import CurrentDraft
from bot.core.delivery.drafts_mailbox import WAITS, DraftCopy, PlaceCopy, RemoveCopy, is_untouched, plan_copies
from bot.core.delivery.mime import build_mail, new_message_id
from bot.errors import BotError, UnparsableError
from bot.pipeline.draft import load_current
from bot.pipeline.ports import Store, Work
from bot.pipeline.setup import Setup

_log = logging.getLogger(__name__)
PART = "drafts"
_REST = timedelta(minutes=10)
"""So long after a failure Drafts is left alone."""


class DraftsFolder(Protocol):
    """The owner's Drafts mailbox (blocking calls, bounded in time)."""

    def find(self, message_id: str) -> bool: ...
    def append(self, raw: bytes, when: datetime, *, draft: bool = False) -> None: ...
    def remove(self, message_id: str, is_ours: Callable[[bytes], bool]) -> bool: ...


class DraftsKeeper:
    """Keeps Drafts as the plan has it. A copy is noted before it is put there, so that a crash leaves none that nobody knows of."""

    def __init__(self, store: Store, setup: Setup, folder: DraftsFolder, *, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._setup = setup
        self._folder = folder
        self._clock = clock
        self._rest_until: datetime | None = None

    def keep(self) -> None:
        """Do what has changed since the last time; a server that is down is tried again later."""
        now = self._clock()
        if self._rest_until and now < self._rest_until:
            return
        with self._store.transaction() as work:
            due = plan_copies(_load_drafts(work), work.load_draft_copies())
        if not due:
            return
        try:
            for intent in due:
                self._carry_out(intent, now)
        except BotError as exc:
            self._rest_until = now + _REST
            _log.warning("drafts_wait minutes=%d error=%s", _REST.seconds // 60, type(exc).__name__)
            self._note("failing", str(exc), now)
            return
        self._note("ok", "", now)

    def _carry_out(self, intent: PlaceCopy | RemoveCopy, now: datetime) -> None:
        match intent:
            case PlaceCopy(draft=draft, copy=None):
                self._place(draft, self._begin(draft), now)
            case PlaceCopy(draft=draft, copy=DraftCopy() as copy):
                if self._folder.find(copy.message_id):  # a crash came between the server's word and ours
                    self._save(replace(copy, placed=True))
                else:
                    self._place(draft, copy, now)
            case RemoveCopy(copy=copy):
                self._remove(copy)

    def _begin(self, draft: CurrentDraft) -> DraftCopy:
        domain = draft.revision.from_.email.rpartition("@")[2]
        message_id = new_message_id(self._setup.random(16).hex(), domain)
        copy = DraftCopy(follow_up_id=draft.follow_up.id, revision=draft.revision.number, message_id=message_id)
        self._save(copy)
        return copy

    def _place(self, draft: CurrentDraft, copy: DraftCopy, now: datetime) -> None:
        moment = now.astimezone(self._setup.zone)
        self._folder.append(build_mail(draft.revision, date=moment, message_id=copy.message_id), now, draft=True)
        self._save(replace(copy, placed=True))
        _log.info("draft_placed follow_up=%d revision=%d", copy.follow_up_id, copy.revision)

    def _remove(self, copy: DraftCopy) -> None:
        with self._store.transaction() as work:
            stored = work.load_revision(copy.follow_up_id, copy.revision)

        def is_ours(raw: bytes) -> bool:
            try:
                return stored is not None and is_untouched(self._setup.parse(raw), stored[0])
            except UnparsableError:
                return False

        removed = self._folder.remove(copy.message_id, is_ours)
        with self._store.transaction() as work:
            work.drop_draft_copy(copy.follow_up_id)
        _log.info("draft_removed follow_up=%d found=%s", copy.follow_up_id, removed)

    def _save(self, copy: DraftCopy) -> None:
        with self._store.transaction() as work:
            work.save_draft_copy(copy)

    def _note(self, state: str, detail: str, now: datetime) -> None:
        with self._store.transaction() as work:
            work.set_part(PART, state, detail, now=now)


def _load_drafts(work: Work) -> list[CurrentDraft]:
    return [draft for one in work.load_follow_ups(states=WAITS) if (draft := load_current(work, one))]
