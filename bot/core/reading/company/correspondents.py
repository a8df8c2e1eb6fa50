"""Who stands behind the addresses of a mail: the owner, machines, shared mailboxes, services, people."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.message.types import Address, Owner
from bot.core.reading.company.cues import Language
from bot.core.reading.company.invitation import Invitation
from bot.core.reading.company.name_addresses import find_addresses
from bot.core.reading.company.names import name_words, without_titles
from bot.core.reading.company.page import Page, has_cue, speaks_of
from bot.core.reading.types import Person

_GROUP_CALENDAR = re.compile(
    r"group\.calendar\.|resource\.calendar\.|@import\.calendar\.|^c_[0-9a-f]{10,}", re.IGNORECASE
)
_TOKEN = re.compile(r"[0-9a-f]{8,}|\d{5,}|=|\+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondents:
    """``author``: who wrote the words (a forwarded mail's author, not its sender). ``known``: every address of the mail that is neither
    the owner's nor a machine's, with names where any place gives one. ``people``: those of *known* that are one person's."""

    author: Address | None
    author_reachable: bool
    sender_is_owner: bool
    by_service: bool
    known: tuple[Address, ...]
    on_behalf: Address | None


def find_correspondents(page: Page, invitation: Invitation) -> Correspondents:
    """Return the parties of the mail."""
    message = page.message
    language = page.language
    sender = message.sender
    author = page.author or sender
    reply_to = [
        a for a in message.reply_to if not is_machine(a.email, language) and a.email not in page.owner.addresses
    ]
    if author and is_machine(author.email, language) and reply_to:
        author = Address(name=reply_to[0].name or author.name, email=reply_to[0].email)
    pool = [a for a in (author, sender, *message.reply_to, *message.cc, *message.to) if a is not None]
    for event in invitation.events:
        pool += [event.organizer] if event.organizer else []
        pool += [attendee.address for attendee in event.attendees if attendee.kind in ("INDIVIDUAL", "UNKNOWN", "")]
    pool += list(find_addresses(page.text, page.language)) + list(find_addresses(page.quoted_text, page.language))
    for event in invitation.events:
        pool += list(find_addresses(event.description, page.language))
    return Correspondents(
        author=author,
        author_reachable=author is not None and not is_machine(author.email, language),
        sender_is_owner=sender is not None and sender.email in page.owner.addresses,
        by_service=sender is not None and (is_service(sender.email, language) or is_machine(sender.email, language)),
        known=_merged(pool, page.owner, language),
        on_behalf=_on_behalf(page),
    )


def _merged(pool: list[Address], owner: Owner, language: Language) -> tuple[Address, ...]:
    names: dict[str, str] = {}
    for address in pool:
        if address.email in owner.addresses or is_machine(address.email, language) or _same_local(address, owner):
            continue
        name = without_titles(address.name, language) if address.name and "@" not in address.name else ""
        if len(name_words(name)) >= len(name_words(names.get(address.email, ""))):
            names[address.email] = name or names.get(address.email, "")
    return tuple(Address(name=name, email=email) for email, name in names.items())


def _same_local(address: Address, owner: Owner) -> bool:
    """Return whether a header of an old thread shows the owner under another domain."""
    return bool(address.name) and set(name_words(address.name)) == set(name_words(owner.name))


def _on_behalf(page: Page) -> Address | None:
    """Return the person in the Sender field who writes for the author (RFC 5322 §3.6.2), or None."""
    value = page.message.header("sender")
    found = find_addresses(value or "", page.language)
    if not found or page.message.sender is None:
        return None
    address = found[0]
    name = (value or "").split("<")[0].strip(" \"'")
    same_house = address.email.split("@")[1] == page.message.sender.email.split("@")[1]
    if address.email == page.message.sender.email or not same_house or is_machine(address.email, page.language):
        return None
    return Address(name=name, email=address.email)


def is_machine(email: str, language: Language) -> bool:
    """Return whether nobody reads mail to *email*: no-reply, a scheduler, a bounce address, a group calendar."""
    local = email.lower().partition("@")[0]
    if _GROUP_CALENDAR.search(email):
        return True
    names = language.word_set("no_reply")
    parts = re.split(r"[-_.]", local)
    marks = [place for place, letter in enumerate(local) if letter in "-+"]
    opening = any(local[:place] in names for place in marks)
    if local in names or opening or any(local[place] == "-" and local[place + 1 :] in names for place in marks):
        return True
    return bool(_TOKEN.search(local)) or ("reply" in parts and "no" in parts) or is_service(email, language)


def is_service(email: str, language: Language) -> bool:
    """Return whether *email* belongs to a service that sends for others."""
    labels = email.lower().partition("@")[2].split(".")
    services = language.word_set("senders")
    return any(label in services for label in labels[:-1]) or ".".join(labels[-2:]) in services


def is_shared(email: str, language: Language) -> bool:
    """Return whether a team reads mail to *email*."""
    parts = [part for part in re.split(r"[^a-z]+", email.split("@")[0].lower()) if part]
    shared = language.word_set("shared")
    return bool(parts) and any(part in shared for part in parts)


def is_apart(email: str, language: Language) -> bool:
    """Return whether *email* is of an office that has no part in talks: privacy, accounts, technical help."""
    parts = {part for part in re.split(r"[^a-z]+", email.split("@")[0].lower()) if part}
    return not parts.isdisjoint(language.word_set("offices_apart"))


def is_free(email: str, language: Language) -> bool:
    """Return whether *email* is of a public mail provider."""
    return email.partition("@")[2] in language.word_set("freemail")


def find_contact(page: Page, who: Correspondents, interviewers: tuple[Person, ...]) -> Person | None:
    """Return whom to write to: the person who arranges it, else an interviewer, else the mailbox that a team reads, else None."""
    language = page.language
    author = who.author
    if who.on_behalf is not None:
        return _person(who.on_behalf, language)
    colleague = _handed_to(page, who)
    if colleague:
        return _person(colleague, language)
    staffed = author is not None and who.author_reachable and not _unread(page, author)
    if author and staffed and not is_shared(author.email, language):
        return _person(author, language)
    answered = _answered_by(page)
    if answered:
        return _person(answered, language)
    pointed = _pointed_at(page, who)
    beside = pointed and staffed and not _is_asked_at(page, pointed) and pointed != _signed_by(page, who)
    if pointed and beside and any(person.email == pointed.email for person in interviewers):
        pointed = None
    if pointed and (not staffed or not is_shared(pointed.email, language)):
        return _person(pointed, language)
    if author and staffed:
        return _person(author, language)
    signer = _signed_by(page, who)
    if signer:
        return _person(signer, language)
    addressed = [person for person in interviewers if person.email]
    if len(addressed) == 1:
        return addressed[0]
    house = [a for a in who.known if not is_free(a.email, language) and not is_apart(a.email, language)]
    shared = [a for a in house if is_shared(a.email, language)]
    return _person((shared or house)[0], language) if len(shared) == 1 or len(house) == 1 else None


def _handed_to(page: Page, who: Correspondents) -> Address | None:
    """Return the one colleague in copy of whom a sentence says that she takes over ("Priti (copied) will find us something")."""
    copied = {a.email for a in page.message.cc}
    found = []
    for address in (a for a in who.known if a.email in copied and a.name):
        first = name_words(address.name)[:1]
        lines = [s for s in page.sentences if first and first[0] in name_words(s.text)]
        if any(has_cue(page.language, "contact_handed", line.plain) for line in lines):
            found.append(address)
    return found[0] if len(found) == 1 else None


def _unread(page: Page, author: Address) -> bool:
    """Return whether the mail says that nobody reads what is sent back to it."""
    return speaks_of(page, "mailbox_unread") and not page.message.reply_to and author == page.message.sender


def _answered_by(page: Page) -> Address | None:
    """Return the one person whom the Reply-To field names."""
    people = [
        a
        for a in page.message.reply_to
        if not is_machine(a.email, page.language)
        and not is_shared(a.email, page.language)
        and a.email not in page.owner.addresses
    ]
    return people[0] if len(people) == 1 else None


def _signed_by(page: Page, who: Correspondents) -> Address | None:
    """Return the one person with a known address whose name stands alone on one of the last lines, or whom a machine's display name
    calls the sender."""
    last = [sentence.text.strip(" ,.") for sentence in page.sentences][-6:]
    shown = page.message.sender.name if page.message.sender else ""
    named = [a for a in who.known if len(name_words(a.name)) > 1 and not is_shared(a.email, page.language)]
    found = [a for a in named if a.name in last or re.split(r"\s[(|,]|\s(?:-|\u2013)\s", shown)[0] == a.name]
    return found[0] if len(found) == 1 else None


def _pointed_at(page: Page, who: Correspondents) -> Address | None:
    """Return the address the text itself names for questions: one of a person first, never one of the service that sends."""
    language = page.language
    written = [a.email for a in find_addresses(page.text, page.language)]
    known = [a for a in who.known if a.email in written and a.email != (who.author.email if who.author else "")]
    known = [a for a in known if not is_apart(a.email, language)]
    personal = [a for a in known if not is_shared(a.email, language)]
    asked = [a for a in personal if _is_asked_at(page, a)]
    if len(asked) == 1:
        return asked[0]
    if len(personal) == 1:
        return personal[0]
    signer = [a for a in personal if a.name and any(a.name in line for line in page.signature)]
    if len(signer) == 1:
        return signer[0]
    return known[0] if len(known) == 1 else None


def _is_asked_at(page: Page, address: Address) -> bool:
    """Return whether a sentence that holds *address* says to ask there."""
    lines = [s for s in page.sentences if address.email in s.text.lower()]
    return any(s.label == "contact" or has_cue(page.language, "contact_here", s.plain) for s in lines)


def _person(address: Address, language: Language) -> Person:
    name = without_titles(address.name, language) if address.name else ""
    return Person(name=name or address.email, email=address.email)
