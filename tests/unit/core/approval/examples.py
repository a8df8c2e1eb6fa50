"""Mails, drafts and letters that the tests of the yes are about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.core.approval.digest import digest
from bot.core.approval.types import CurrentDraft, LetterItem, LetterRecord
from bot.core.draft.types import Finding, Revision
from bot.core.followup.types import FollowUp, FollowUpKind, FollowUpState
from bot.core.message.parse import parse_message
from bot.core.message.types import Address, Message, Owner
from bot.core.reading.types import LetterKind

NOW = datetime(2027, 5, 13, 12, 0, tzinfo=UTC)
OWNER = Owner(name="Maya Okafor", email="maya@home.example", aliases=("m.okafor@work.example",), tz="Europe/Berlin")
TOKEN = "mfrggzdfmztwq2lknnwg23tpoi"
OTHER_TOKEN = "nbswy3dpeb3w64tmmqqho2lumu"
ERROR = Finding(rule="E8", blocks=True, words="[NAME]", proposal="fill in what was left open")
ADVICE = Finding(rule="E4", blocks=False, words="very", proposal="leave it out")


def a_mail(*fields: str, body: str = "approve") -> Message:
    """Return the mail with these header fields (a From of the owner's is added where none is named)."""
    named = any(field.lower().startswith("from:") for field in fields)
    head = [*fields, *([] if named else ["From: Maya Okafor <maya@home.example>"])]
    return parse_message("\r\n".join([*head, "", body, ""]).encode())


def a_revision(**changes: object) -> Revision:
    """Return a thank-you to Jane, as it would leave."""
    plain = Revision(
        follow_up_id=4,
        number=1,
        from_=Address(name="Maya Okafor", email="maya@home.example"),
        to=(Address(name="Jane Roe", email="jane@acme.example"),),
        cc=(),
        subject="Re: Your interview",
        in_reply_to="a1@acme.example",
        references=("a0@acme.example", "a1@acme.example"),
        body="Dear Jane,\n\nthank you.\n\nMaya",
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def a_draft(
    state: FollowUpState = FollowUpState.WAITING, *, key: int = 4, revision: Revision | None = None
) -> CurrentDraft:
    """Return a follow-up in *state* with its latest revision."""
    latest = replace(revision or a_revision(), follow_up_id=key)
    follow_up = FollowUp(
        id=key, interview_id=3, kind=FollowUpKind.THANK_YOU, person="Jane Roe", state=state, draft_at=NOW, send_at=NOW
    )
    return CurrentDraft(follow_up=follow_up, revision=latest, digest=digest(latest))


def an_item(draft: CurrentDraft, number: int = 1, *, used_at: datetime | None = None) -> LetterItem:
    """Return the numbered draft of a letter that showed *draft* as it is now."""
    return LetterItem(
        number=number,
        follow_up_id=draft.follow_up.id,
        revision=draft.revision.number,
        digest=draft.digest,
        used_at=used_at,
    )


def a_letter(
    *items: LetterItem, expires_at: datetime = NOW + timedelta(days=7), kind: LetterKind = LetterKind.APPROVAL
) -> LetterRecord:
    """Return a letter that shows these items."""
    return LetterRecord(
        id=9,
        kind=kind,
        topic=None,
        interview_id=3,
        subject="Approve?",
        text="",
        html_text="",
        token_sha256="0" * 64,
        written_at=NOW - timedelta(hours=1),
        expires_at=expires_at,
        items=items,
    )
