"""A rehearsal: what would have been lived and done, told in order; by the same flow, in a store of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.followup.types import DebriefRule
from bot.core.letter.timeline import Happening, HappeningKind
from bot.core.message.received import FetchedMail, MailboxRole, MailState
from bot.pipeline.deliver import Deliverer
from bot.pipeline.rehearse import NoSent, Rehearsal, SimulatedClock, rehearsing, take_all
from bot.wiring import Pipeline
from tests.unit.pipeline.mails import an_invitation
from tests.unit.pipeline.world import DAY, HOUR, NOW, World

K = HappeningKind
START = NOW + DAY
"""The talk: Friday, 14:00 in Berlin."""

REJECTION = (
    "From: Jane Roe <jane@acme.example>\nTo: Maya Okafor <maya@home.example>\nSubject: Your interview\n"
    "Date: Mon, 17 May 2027 09:00:00 +0000\nMessage-ID: <no@acme.example>\nIn-Reply-To: <invite0@acme.example>\n\n"
    "Dear Maya,\n\nthank you for the interview for the Data Analyst position. Unfortunately, we have decided to move forward "
    "with other candidates.\n\nBest regards,\nJane Roe\n"
)
THANKS = (
    "From: Maya Okafor <maya@home.example>\nTo: Jane Roe <jane@acme.example>\nSubject: Thank you\n"
    "Date: Fri, 14 May 2027 13:10:00 +0000\nMessage-ID: <thanks@phone.example>\n\nDear Jane,\n\nthank you for the talk!\n\nMaya\n"
)

Mail = tuple[str, datetime] | tuple[str, datetime, MailboxRole]


def rehearse(world: World, *mails: Mail, days: int = 14, asks: bool = False) -> list[Happening]:
    """Play mails by a clock that begins at NOW."""
    with world.work() as work:
        for uid, mail in enumerate(mails, start=1):
            role = mail[2] if len(mail) > 2 else MailboxRole.INBOX
            work.add_mail(_fetched(uid, mail[0], mail[1], role), role, MailState.OLD)
    clock = SimulatedClock(NOW - HOUR)
    world.setup = rehearsing(world.setup)
    if asks:
        world.setup = replace(world.setup, cadence=replace(world.setup.cadence, debrief=DebriefRule()))
    deliverer = Deliverer(world.database, world.setup, sender=take_all, sent=NoSent(), clock=clock)
    flow = Pipeline(world.database, world.setup, deliverer, mailboxes=("INBOX",), clock=clock)
    played = Rehearsal(world.database, world.setup, flow, clock)
    return list(played.play(until=NOW + days * DAY, on_progress=lambda _done, _of: None))


def _fetched(uid: int, raw: str, at: datetime, role: MailboxRole) -> FetchedMail:
    content = raw.replace("\n", "\r\n").encode()
    return FetchedMail(
        mailbox=role.value,
        uidvalidity=1,
        uid=uid,
        internal_date=at,
        size=len(content),
        raw=content,
        header_sha256=f"{role}{uid}",
    )


def kinds(told: Sequence[Happening], *wanted: HappeningKind) -> list[HappeningKind]:
    return [one.kind for one in told if not wanted or one.kind in wanted]


def first(told: Sequence[Happening], kind: HappeningKind) -> Happening:
    return next(one for one in told if one.kind is kind)


def test_an_interview_is_noted_thanked_for_and_asked_about_in_time(world: World) -> None:
    told = rehearse(world, (an_invitation(START), NOW))
    assert kinds(told, K.NOTED, K.PROPOSED, K.SENT)[:5] == [K.NOTED, K.PROPOSED, K.SENT, K.PROPOSED, K.SENT]
    noted, proposed, sent = (first(told, kind) for kind in (K.NOTED, K.PROPOSED, K.SENT))
    assert (noted.at, noted.company) == (NOW, "Acme Robotics")
    assert any("Interview with Acme Robotics" in words for words in noted.reasons)
    assert not any("acts:" in words for words in noted.reasons)
    assert "thank-you to Jane Roe" in proposed.what
    assert START + HOUR <= proposed.at < sent.at <= START + 2 * DAY
    assert "had you approved it" in sent.reasons
    assert [one.at for one in told] == sorted(one.at for one in told)


def test_a_move_and_a_cancellation_are_told_with_what_stops(world: World) -> None:
    moved, off = an_invitation(START + DAY, sequence=1), an_invitation(START + DAY, sequence=2, cancelled=True)
    told = rehearse(world, (an_invitation(START), NOW), (moved, NOW + HOUR), (off, NOW + 2 * HOUR))
    assert kinds(told, K.NOTED, K.MOVED, K.CALLED_OFF) == [K.NOTED, K.MOVED, K.CALLED_OFF]
    assert "the interview is called off" in first([one for one in told if one.at > NOW + HOUR], K.STOPPED).reasons
    assert K.SENT not in kinds(told)


def test_a_rejection_stops_what_was_planned_and_says_why(world: World) -> None:
    told = rehearse(world, (an_invitation(START), NOW), (REJECTION, NOW + 4 * DAY))
    assert "they declined" in first(told, K.CLOSED).reasons
    assert "they declined" in first(told, K.STOPPED).reasons


def test_the_owners_own_thank_you_counts_as_it_did(world: World) -> None:
    told = rehearse(world, (an_invitation(START), NOW), (THANKS, START + timedelta(minutes=70), MailboxRole.SENT))
    assert "you wrote to them yourself" in first(told, K.STOPPED).reasons
    assert not [one for one in told if one.kind is K.SENT and "thank-you" in one.what]
    assert K.YOU_WROTE in kinds(told)


def test_the_questions_come_when_they_would_have(world: World) -> None:
    told = rehearse(world, (an_invitation(START), NOW), asks=True)
    letters = {one.what: one.at for one in told if one.kind is K.LETTER}
    (asked,) = [at for what, at in letters.items() if what.startswith("How did it go?")]
    (prepared,) = [at for what, at in letters.items() if what.startswith("Tomorrow:")]
    assert prepared < START < asked < START + 3 * HOUR


def test_what_lies_ahead_at_the_end_is_told_as_planned(world: World) -> None:
    told = rehearse(world, (an_invitation(START + 5 * DAY), NOW), days=2)
    assert kinds(told)[-1] is K.PLANNED
    assert told[-1].at > NOW + 2 * DAY


def test_without_an_interview_there_is_nothing_to_tell(world: World) -> None:
    lunch = "From: a@b.example\nTo: maya@home.example\nSubject: Lunch?\n\nShall we have lunch tomorrow at 12?\n"
    assert rehearse(world, (lunch, NOW)) == []
