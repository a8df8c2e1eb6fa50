"""Drafts in the owner's own Drafts mailbox: he may send one from there, and what he approves by reply is taken out."""

from __future__ import annotations

from email.message import EmailMessage
from email.utils import make_msgid

import pytest

from tests.acceptance.correspondence import begin_talk, talk_time
from tests.acceptance.house import House, parsed, text_of
from tests.mailserver.server import wait_for

pytestmark = pytest.mark.mailserver


def drafts(house: House) -> list[EmailMessage]:
    return [parsed(raw) for raw in house.server.mails(house.owner, "Drafts")]


def test_a_draft_changed_and_sent_from_drafts_is_noted_and_one_approved_by_reply_is_taken_out(house: House) -> None:
    house.write_env(BOT_DRAFTS_MAILBOX="Drafts")
    house.start()
    talk = begin_talk(house, "Larch Optics", talk_time(hours=2))
    house.wait_letter("approval", holding=talk.company)
    (draft,) = wait_for(lambda: drafts(house))
    assert str(draft["To"]).endswith(f"<{talk.email}>")

    # As a mail app does it: another id, a changed text, a copy in Sent, and the draft gone.
    del draft["Message-ID"]
    draft["Message-ID"] = make_msgid(domain="client.example.test")
    draft.set_content(text_of(draft).replace("\n\n", "\n\nHere is the paper that I spoke of.\n\n", 1))
    house.server.submit(draft.as_bytes(), house.owner)
    house.server.file(draft.as_bytes(), house.owner, "Sent")
    house.wait_letter("notice", holding="you sent it yourself")
    assert house.states() == ["sent"]
    wait_for(lambda: not drafts(house))

    second = begin_talk(house, "Mistral Foods", talk_time(hours=2))
    letter = house.wait_letter("approval", holding=second.company)
    wait_for(lambda: drafts(house))
    house.approved(letter)
    house.wait_mail(second.interviewer)
    wait_for(lambda: not drafts(house))
    assert len(second.arrived()) == 1
    assert len(talk.arrived()) == 1
