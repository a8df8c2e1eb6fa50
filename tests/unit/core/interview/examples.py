"""Interviews, mails and readings to test with; every default is an ordinary case."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core.interview.types import Interview, InterviewStatus
from bot.core.message.types import Address, Body, Message, Owner
from bot.core.reading.types import Kind, Person, Reading

OWNER = Owner(name="Sam Rivera", email="sam@home.example", aliases=("sam.rivera@work.example",), tz="Europe/Berlin")
START = datetime(2027, 5, 13, 9, 0, tzinfo=UTC)
"""A Thursday, 11:00 in Berlin."""
NOW = START - timedelta(days=3)
JANE = Person(name="Jane Doe", email="jane@acme.example")
RITA = Person(name="Rita Cole", email="rita@acme.example")


def an_interview(**changes: Any) -> Interview:
    known = Interview(
        id=7,
        status=InterviewStatus.EXPECTED,
        company="Acme",
        role="Data Engineer",
        start=START,
        end=START + timedelta(hours=1),
        interviewers=(JANE,),
        contact=RITA,
        addressed_to=OWNER.email,
    )
    return replace(known, **changes)


def a_message(**changes: Any) -> Message:
    sender = changes.pop("sender", "rita@acme.example")
    mail = Message(
        message_id="m1@acme.example",
        in_reply_to=None,
        references=(),
        from_=(Address(name="Rita Cole", email=sender),),
        from_fields=1,
        reply_to=(),
        to=(Address(email=OWNER.email),),
        cc=(),
        subject="Your interview",
        date=NOW,
        body=Body(plain="See you then."),
        calendars=(),
        attachments=(),
        headers=(),
        sha256="0" * 64,
    )
    return replace(mail, **changes)


def a_reading(kind: Kind = Kind.INTERVIEW, **changes: Any) -> Reading:
    dated = {"start": START} if kind.dated else {}
    return Reading(**{"kind": kind, "company": "Acme", "role": "Data Engineer", **dated, **changes})
