"""Struck-out words: a letter shows them in the difference of a draft, and a reply that quotes it does; a yes that is struck out is none."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from bot.core.followup.types import FollowUpState
from bot.core.message.received import MailboxRole
from bot.core.reading.types import Action, LetterKind, OwnerReading
from tests.unit.pipeline.world import World


def html_reply(world: World, said: str, *, restyle: bool = False) -> bytes:
    """Return a reply above the whole HTML of the latest approval letter, as a web mailer quotes it."""
    letter = world.letter_mail(world.letters(LetterKind.APPROVAL)[-1])
    quoted = letter.body.html or ""
    assert "<del" in quoted
    if restyle:
        quoted = quoted.replace("<del ", '<span class="x" data-s="text-decoration: line-through" ').replace(
            "</del>", "</span>"
        )
    mail = EmailMessage()
    mail["From"], mail["To"] = "Maya Okafor <maya@home.example>", "Follow-up bot <maya@home.example>"
    mail["Subject"], mail["Message-ID"] = f"Re: {letter.subject}", "<r1@phone.example>"
    mail["In-Reply-To"] = f"<{letter.message_id}>"
    wrote = "On Thu, 13 May 2027 at 14:00, Follow-up bot &lt;maya@home.example&gt; wrote:"
    mail.set_content(f"<div>{said}</div><br><div>{wrote}<blockquote>{quoted}</blockquote></div>", subtype="html")
    return mail.as_bytes()


@pytest.fixture
def edited(world: World) -> World:
    """A world in which a changed draft was shown with its difference."""
    world.add_interview()
    letter = world.show()
    first, _, rest = letter.text.partition("--- begin text\n")[2].partition("--- end text")[0].strip().partition("\n")
    new = f"{first}\n{rest.replace('the', 'that', 1)}"
    world.tell(OwnerReading(action=Action.EDIT, new_body=new), letter)
    return world


@pytest.mark.parametrize("restyle", [False, True])
def test_a_quoted_difference_does_not_strike_out_the_yes_above_it(edited: World, restyle: bool) -> None:
    edited.receive(html_reply(edited, "approve", restyle=restyle), MailboxRole.SENT)
    assert edited.follow_up().state is FollowUpState.APPROVED


@pytest.mark.parametrize("said", ["<s>approve</s>", "approve <del>[-approve-]</del>", "<del><b>approve</b></del> yes"])
def test_a_yes_that_is_struck_out_above_it_is_none(edited: World, said: str) -> None:
    edited.receive(html_reply(edited, said), MailboxRole.SENT)
    assert edited.follow_up().state is FollowUpState.WAITING
