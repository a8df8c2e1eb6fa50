"""The first start: what lies ahead in older mail is offered once, and only what the owner takes on is recorded."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.core.approval.types import LetterRecord
from bot.core.interview.types import InterviewStatus
from bot.core.message.received import Checkpoint, FetchedMail, MailboxRole
from bot.core.reading.types import Action, Correction, LetterKind, OwnerReading
from bot.pipeline.first_start import begin_first_start, forget_offers, look_back
from bot.pipeline.order import Done
from bot.pipeline.receive import Receiver
from bot.pipeline.terminal import command
from bot.storage.transaction import Transaction
from tests.unit.pipeline.mails import a_reply, an_invitation
from tests.unit.pipeline.world import DAY, HOUR, NOW, CuttingStore, PowerCut, World

INBOX = ("INBOX",)


def at_another_company(raw: str) -> str:
    return raw.replace("acme.example", "globex.example").replace("Acme Robotics", "Globex").replace("Jane", "Joan")


def old(world: World, *raws: str, mailbox: str = "INBOX", since: timedelta = 3 * DAY, done: bool = True) -> None:
    """Bring mail that lay there before the first start, as the watcher does."""
    receiver = Receiver(world.database, MailboxRole.INBOX, clock=lambda: world.now, ring=lambda: None)
    assert receiver.wanted_since(mailbox) == world.now - 30 * DAY
    mails = [a_mail(mailbox, uid, raw, world.now - since) for uid, raw in enumerate(raws, start=1)]
    receiver.store_old(mails)
    receiver.store_old(mails)  # fetched again after a crash
    if done:
        receiver.store_batch([], Checkpoint(mailbox=mailbox, uidvalidity=1, uid=len(raws)))


def a_mail(mailbox: str, uid: int, raw: str, at: datetime) -> FetchedMail:
    content = raw.replace("\n", "\r\n").encode()
    return FetchedMail(
        mailbox=mailbox,
        uidvalidity=1,
        uid=uid,
        internal_date=at,
        size=len(content),
        raw=content,
        header_sha256=f"{mailbox}{uid}",
    )


@pytest.fixture
def new(world: World) -> World:
    """A world in which nothing was ever watched."""
    with world.work() as work:
        begin_first_start(work, INBOX)
    return world


def look(world: World) -> list[LetterRecord]:
    look_back(world.database, world.setup, INBOX, world.now)
    return [letter for letter in world.letters(LetterKind.NOTED) if letter.topic]


def interviews(world: World) -> list[tuple[str | None, InterviewStatus]]:
    with world.work() as work:
        return [(one.company, one.status) for one in work.load_interviews()]


def answer(world: World, letter: LetterRecord, words: str, *, number: int = 1) -> None:
    world.receive(a_reply(world.letter_mail(letter), words, number=number), MailboxRole.SENT)
    world.understand()


def test_what_is_ahead_is_listed_and_recorded_only_when_taken_on(new: World) -> None:
    two = at_another_company(an_invitation(NOW + 2 * DAY))
    old(new, two, an_invitation(NOW + DAY))
    (letter,) = look(new)
    text = " ".join(letter.text.split())
    assert text.index("1. Interview with Acme") < text.index("2. Interview with Globex")
    assert interviews(new) == []
    answer(new, letter, "take 2")
    assert interviews(new) == [("Globex", InterviewStatus.EXPECTED)]
    assert "Globex" in new.letters(LetterKind.NOTED)[-1].subject
    assert new.follow_up().draft_at > NOW + 2 * DAY
    answer(new, letter, "take 1", number=2)
    assert [company for company, _ in interviews(new)] == ["Globex", "Acme Robotics"]


@pytest.mark.parametrize("words", ["take all", "all", "take 1, 2", "1 and 2", "take: all"])
def test_all_of_them(new: World, words: str) -> None:
    old(new, an_invitation(NOW + DAY), at_another_company(an_invitation(NOW + 2 * DAY)))
    (letter,) = look(new)
    answer(new, letter, words)
    assert len(interviews(new)) == 2


@pytest.mark.parametrize(
    ("ended", "told"), [(47 * HOUR, True), (49 * HOUR, False)], ids=["47 hours ago", "49 hours ago"]
)
def test_what_was_held_within_48_hours_is_listed_as_well(new: World, ended: timedelta, told: bool) -> None:
    old(new, an_invitation(NOW - ended - HOUR), since=10 * DAY)
    assert bool(look(new)) is told


def test_what_was_called_off_is_not_listed(new: World) -> None:
    old(new, an_invitation(NOW + DAY), an_invitation(NOW + DAY, sequence=1, cancelled=True))
    assert look(new) == []


def test_a_talk_that_moved_is_taken_on_at_its_last_time(new: World) -> None:
    old(new, an_invitation(NOW + DAY), an_invitation(NOW + 2 * DAY, sequence=1))
    (letter,) = look(new)
    answer(new, letter, "take 1")
    with new.work() as work:
        (interview,) = work.load_interviews()
    assert interview.start == NOW + 2 * DAY


def test_the_letter_comes_once_whatever_breaks_in_the_middle(new: World) -> None:
    old(new, an_invitation(NOW + DAY), at_another_company(an_invitation(NOW + 2 * DAY)))
    for at in range(1, 5):
        for before_commit in (True, False):
            try:
                look_back(CuttingStore(new.database, at, before_commit), new.setup, INBOX, new.now)
            except PowerCut:
                continue
    assert len(look(new)) == 1
    assert len(look(new)) == 1


def test_it_waits_until_every_mailbox_has_brought_its_mail(world: World) -> None:
    with world.work() as work:
        begin_first_start(work, ("INBOX", "Jobs"))
    old(world, an_invitation(NOW + DAY))
    assert not look_back(world.database, world.setup, ("INBOX", "Jobs"), world.now)
    old(world, at_another_company(an_invitation(NOW + 2 * DAY)), mailbox="Jobs")
    assert look_back(world.database, world.setup, ("INBOX", "Jobs"), world.now)
    (letter,) = world.letters(LetterKind.NOTED)
    assert "Acme" in letter.text
    assert "Globex" in letter.text


def test_a_mailbox_that_does_not_exist_is_not_waited_for(world: World) -> None:
    with world.work() as work:
        begin_first_start(work, ("INBOX", "Jobs"))
        work.set_part("mailbox Jobs", "mailbox_missing", "", now=world.now)
    old(world, an_invitation(NOW + DAY))
    assert look_back(world.database, world.setup, ("INBOX", "Jobs"), world.now)


def test_only_the_very_first_start_looks_back(world: World) -> None:
    receiver = Receiver(world.database, MailboxRole.INBOX, clock=lambda: world.now, ring=lambda: None)
    receiver.store_batch([], Checkpoint(mailbox="INBOX", uidvalidity=1, uid=1))
    with world.work() as work:
        begin_first_start(work, ("INBOX", "Jobs"))
    assert receiver.wanted_since("Jobs") is None
    assert look(world) == []


def test_sent_is_not_looked_at(new: World) -> None:
    receiver = Receiver(new.database, MailboxRole.SENT, clock=lambda: new.now, ring=lambda: None)
    assert receiver.wanted_since("Sent") is None


def test_a_number_that_is_not_there_is_asked_about_and_takes_nothing(new: World) -> None:
    old(new, an_invitation(NOW + DAY))
    (letter,) = look(new)
    answer(new, letter, "take 1, 4")
    assert interviews(new) == []
    assert len(new.letters(LetterKind.QUESTION)) == 1


def test_what_is_not_taken_on_is_forgotten_when_the_letter_expires(new: World) -> None:
    old(new, an_invitation(NOW + 20 * DAY))
    (letter,) = look(new)
    new.now += 8 * DAY
    with new.work() as work:
        forget_offers(work, new.now)
        assert work.load_offers() == {}
    answer(new, letter, "take 1")
    assert interviews(new) == []


def test_a_later_mail_about_it_counts_more_than_the_old_one(new: World) -> None:
    old(new, an_invitation(NOW + DAY))
    (letter,) = look(new)
    moved = an_invitation(NOW + 3 * DAY, sequence=1).replace(
        "MIME-Version", "In-Reply-To: <invite0@acme.example>\nMIME-Version", 1
    )
    new.receive(moved)
    answer(new, letter, "take 1")
    with new.work() as work:
        (interview,) = work.load_interviews()
    assert interview.start == NOW + 3 * DAY
    assert "on my list already" in new.letters(LetterKind.NOTICE)[-1].text


def test_of_other_mail_only_the_identity_stays(new: World) -> None:
    old(new, "From: a@b.example\nTo: maya@home.example\nSubject: Lunch?\n\nShall we have lunch tomorrow at 12?\n")
    assert look(new) == []
    with new.work() as work:
        assert isinstance(work, Transaction)
        assert work.load_old_mail_ids() == []
        assert work.load_mail(1).raw == b""


def _typed(world: World, numbers: str) -> Done:
    reading = OwnerReading(action=Action.CORRECT, corrections=(Correction(field="take", value=numbers),))
    with world.work() as work:
        return command(work, world.setup, reading, now=world.now)


def test_at_the_terminal_they_are_taken_on_by_number_too(new: World) -> None:
    old(new, an_invitation(NOW + DAY))
    look(new)
    assert _typed(new, "4").ask_back
    assert interviews(new) == []
    assert not _typed(new, "1").ask_back
    new.understand()
    assert len(interviews(new)) == 1
