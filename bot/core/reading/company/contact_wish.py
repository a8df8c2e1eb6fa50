"""What they ask the owner not to do: call, chase, write."""

from __future__ import annotations

from bot.core.reading.company.acts import Act
from bot.core.reading.company.page import Page
from bot.core.reading.company.wording import finds, has_sign
from bot.core.reading.types import ContactWish

_LIKELY = 0.65
_STRONGEST_FIRST = (
    ("no_contact", ContactWish.NO_CONTACT),
    ("no_chasing", ContactWish.NO_CHASING),
    ("no_calls", ContactWish.NO_CALLS),
)
_NO_WISHES = ("machine_footer", "invites_contact")


def find_contact_wish(page: Page) -> ContactWish:
    """Return the strongest wish not to be written to, chased or called (E18). That a mailbox is not read is no
    wish; "no need to write" is no ban. What is known by all its words together, and holds none of the lists, asks not to be chased.
    """
    told = [
        (sentence.plain, shares.get(Act.NO_CONTACT, 0.0))
        for sentence, shares in zip(page.sentences, page.acts[1:], strict=True)
        if not any(finds(page.language, name, sentence.plain) for name in _NO_WISHES)
    ]
    firm = [(plain, share) for plain, share in told if not finds(page.language, "need_not", plain)]
    for section, wish in _STRONGEST_FIRST:
        lines = firm if wish is ContactWish.NO_CONTACT else told
        if any(has_sign(page.language, section, plain) for plain, _ in lines):
            return wish
    return ContactWish.NO_CHASING if any(share > _LIKELY for _, share in firm) else ContactWish.NONE
