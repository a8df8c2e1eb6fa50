"""Whatever the owner, the server, the clock and the power do, in any order: no mail leaves without a yes, and none twice for one."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from bot.core.approval.types import LetterRecord
from bot.core.delivery.types import OutboxState
from bot.core.followup.types import FollowUpState
from bot.core.reading.types import Action, OwnerReading
from bot.pipeline.ask import APPROVABLE, expire_drafts, show_due_drafts
from bot.storage.database import Database, sqlite_url
from tests.unit.pipeline.world import DAY, HOUR, MINUTE, Act, CuttingStore, PowerCut, World

EDIT = "Dear Jane,\n\nthank you for text number {number}.\n\nMaya"
COMMANDS = (
    Action.APPROVE,
    Action.SEND_NOW,
    Action.UNDO,
    Action.SKIP,
    Action.SNOOZE,
    Action.EDIT,
    Action.EDIT_AND_SEND,
    Action.UNCLEAR,
    Action.RESEND,
)
LIKELY = (*COMMANDS, Action.APPROVE, Action.SEND_NOW, Action.SEND_NOW, Action.RESEND)
PAIRS = {
    FollowUpState.APPROVED: {OutboxState.QUEUED, OutboxState.DEFERRED},
    FollowUpState.SENDING: {OutboxState.CONNECT, OutboxState.DATA},
    FollowUpState.SENT: {OutboxState.SENT},
    FollowUpState.UNKNOWN: {OutboxState.UNKNOWN},
    FollowUpState.FAILED: {OutboxState.FAILED},
}
"""Where a mail in the outbox may stand beside its follow-up; beside any other state it must not be on its way."""
ON_ITS_WAY = {OutboxState.QUEUED, OutboxState.DEFERRED, OutboxState.CONNECT, OutboxState.DATA}


class OneThankYou(RuleBasedStateMachine):
    """One thank-you from its draft to its end, whatever happens."""

    def __init__(self) -> None:
        super().__init__()
        self.directory = Path(tempfile.mkdtemp())
        database = Database(sqlite_url(self.directory / "empty.db"))
        database.migrate()
        database.close()
        self.world = World(self.directory / "bot.db", self.directory / "empty.db")
        self.world.add_interview()
        self.world.show()
        self.edits = 0
        self.crashed = False

    def letters(self) -> list[LetterRecord]:
        """Every letter that shows the draft, oldest first."""
        return [letter for letter in self.world.letters() if letter.items]

    def command(self, action: Action, which: int) -> None:
        letters = self.letters()
        body = None
        if action in (Action.EDIT, Action.EDIT_AND_SEND):
            self.edits += 1
            body = EDIT.format(number=self.edits)
        self.world.tell(OwnerReading(action=action, new_body=body), letters[-1 - which % len(letters)])

    def deliver(self) -> None:
        try:
            self.world.deliver()
        except PowerCut:
            self.crashed = True

    @precondition(lambda self: not self.crashed)
    @rule(action=st.sampled_from(LIKELY), which=st.integers(0, 3))
    def owner_says(self, action: Action, which: int) -> None:
        self.command(action, which)

    @precondition(lambda self: not self.crashed)
    @rule(act=st.sampled_from(Act), span=st.sampled_from((MINUTE, 10 * MINUTE, 16 * MINUTE)))
    def server_does(self, act: Act, span: object) -> None:
        self.world.server.script = [act]
        self.world.now += span  # type: ignore[operator]
        self.deliver()

    @precondition(lambda self: not self.crashed)
    @rule(action=st.sampled_from(COMMANDS), act=st.sampled_from(Act), meanwhile=st.booleans())
    def owner_says_while_the_server_is_spoken_to(self, action: Action, act: Act, meanwhile: bool) -> None:
        server = self.world.server
        server.script = [act]
        said: list[Action] = []

        def say() -> None:
            if not said:
                said.append(action)
                self.command(action, 0)

        server.while_connecting, server.during_data = (say, lambda: None) if meanwhile else (lambda: None, say)
        self.world.now += 10 * MINUTE
        self.deliver()
        server.while_connecting = server.during_data = lambda: None

    @precondition(lambda self: not self.crashed)
    @rule(at=st.integers(1, 7), before_commit=st.booleans(), act=st.sampled_from((Act.ACCEPT, Act.DEFER, Act.LOSE)))
    def power_fails(self, at: int, before_commit: bool, act: Act) -> None:
        store = CuttingStore(self.world.database, at=at, before_commit=before_commit)
        self.world.deliverer = self.world.new_deliverer(store)
        self.world.server.script = [act]
        self.world.now += 10 * MINUTE
        self.deliver()
        self.world.deliverer = self.world.new_deliverer()

    @rule()
    def starts_again(self) -> None:
        self.world.restart()
        self.crashed = False

    @rule()
    def server_files_its_copy(self) -> None:
        self.world.sent.raws += [
            raw for envelope, raw in self.world.server.taken if "jane@acme.example" in envelope.recipients
        ]

    @precondition(lambda self: not self.crashed)
    @rule(span=st.sampled_from((HOUR, DAY, 8 * DAY)))
    def time_passes(self, span: object) -> None:
        self.world.now += span  # type: ignore[operator]
        with self.world.work() as work:
            show_due_drafts(work, self.world.setup, self.world.now)
            expire_drafts(work, self.world.setup, self.world.now)

    @invariant()
    def no_more_left_than_was_ordered(self) -> None:
        assert self.world.server.risked <= len(self.world.allowed)

    @invariant()
    def only_what_was_approved_left(self) -> None:
        allowed = {" ".join(text.split()) for text in self.world.allowed}
        assert {" ".join(mail.text.split()) for mail in self.world.at_jane} <= allowed

    @invariant()
    def the_two_tables_agree(self) -> None:
        state, outbox = self.world.follow_up().state, self.world.outbox_state()
        if state in PAIRS:
            assert outbox in PAIRS[state], state
        else:
            assert outbox not in ON_ITS_WAY, state

    @invariant()
    def what_is_held_waits_for_a_yes_that_can_be_given(self) -> None:
        follow_up = self.world.follow_up()
        if follow_up.state is not FollowUpState.HELD:
            return
        with self.world.work() as work:
            letter = work.load_last_letter(follow_up.id, APPROVABLE)
            stored = work.load_revision(follow_up.id)
        assert letter is not None
        assert stored is not None
        assert [(item.used_at, item.digest) for item in letter.items] == [(None, stored[1])]

    def teardown(self) -> None:
        """Whatever was left lying about comes to a stated end."""
        world = self.world
        world.restart()
        for span in (10 * MINUTE, 20 * MINUTE, DAY, DAY, DAY, DAY):
            world.wait(span)
        end = world.follow_up().state
        self.no_more_left_than_was_ordered()
        self.the_two_tables_agree()
        assert end not in (FollowUpState.APPROVED, FollowUpState.SENDING)
        world.database.close()
        shutil.rmtree(self.directory)


def test_at_most_once() -> None:
    run_state_machine_as_test(
        OneThankYou,
        settings=settings(max_examples=8, stateful_step_count=12, deadline=None, derandomize=True, database=None),
    )


@pytest.mark.full
def test_at_most_once_in_many_stories() -> None:
    run_state_machine_as_test(
        OneThankYou, settings=settings(max_examples=150, stateful_step_count=30, deadline=None, database=None)
    )
