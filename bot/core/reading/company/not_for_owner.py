"""Mail about somebody else's candidacy, and what tells that it is the owner's."""

from __future__ import annotations

from bot.core.reading.company.correspondents import is_free
from bot.core.reading.company.names import name_words
from bot.core.reading.company.page import Page
from bot.core.reading.company.people import find_people

_GREETING = 40


def other_candidate(page: Page) -> str | None:
    """Return the words that name somebody else as the candidate, None where none do."""
    own = set(name_words(page.owner.name))
    for sentence in page.sentences:
        if sentence.label == "candidate" and not own & set(name_words(sentence.text)):
            people = find_people(sentence.text, page.language)
            if people and not people[0].single:
                return sentence.text
    return _meant_for(page)


def _meant_for(page: Page) -> str | None:
    """Return to whom the mail that a private person passes on was sent, where that is not the owner, nor the sender for the owner's sake:
    a cousin's invitation is no interview of the owner's, nor is a friend's own that greets the friend."""
    sender = page.message.sender
    if sender is None or not page.forwarded_from or not is_free(sender.email, page.language):
        return None
    told = _addressed(page)
    if _got_by_sender(page) and _greeted(page, set(name_words(sender.name)) - set(name_words(page.owner.name))):
        return told
    known = any(email in told for email in (*page.owner.addresses, sender.email))
    firsts = {*name_words(page.owner.name)[:1], *name_words(sender.name)}
    named = bool(firsts & set(name_words(told))) or set(name_words(page.owner.name)[:1]) <= set(
        name_words(page.subject)
    )
    return None if known or named or page.author == sender else told


def perhaps_meant_for_sender(page: Page) -> bool:
    """Return whether a private person passes on what was sent to him or her, and nothing greets the owner: it may be about either."""
    return _got_by_sender(page) and not any(email in _addressed(page) for email in page.owner.addresses)


def _got_by_sender(page: Page) -> bool:
    """Return whether a private person passes on what he or she got, and the owner is not greeted in it."""
    sender = page.message.sender
    if sender is None or not is_free(sender.email, page.language) or sender.email not in _addressed(page):
        return False
    return not _greeted(page, set(name_words(page.owner.name)[:1]))


def _addressed(page: Page) -> str:
    return " ".join(page.forwarded_from)


def _greeted(page: Page, names: set[str]) -> bool:
    """Return whether a short line that greets holds one of *names*."""
    greetings = (
        s.text for s in page.sentences if len(s.text) < _GREETING and s.text.rstrip().endswith((",", ":", "!"))
    )
    return any(names & set(name_words(text)) for text in greetings)
