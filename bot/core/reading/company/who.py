"""Whom the owner will talk to: by labels, agenda lines, sentences, calendar data; never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.core.message.types import Address
from bot.core.reading.company.correspondents import Correspondents, is_machine, is_shared
from bot.core.reading.company.cues import Language
from bot.core.reading.company.invitation import CalendarEvent, Invitation
from bot.core.reading.company.names import (
    Named,
    address_of,
    find_people,
    fits_address,
    name_from_address,
    name_words,
    same_person,
    split_people,
    unique_people,
    without_titles,
)
from bot.core.reading.company.page import Page, Sentence, without_reference
from bot.core.reading.types import Person

_ROOM = re.compile(
    r"\b(?:room|conf|conference room|boardroom|projector|studio|meeting room|zoom room)\b", re.IGNORECASE
)
_BEFORE = re.compile(
    r"(?:\b(?:with|me and|me,) (?:our|my|the|their|your)\s[^.;:()]{2,60}?,?\s$|\bpanel will (?:consist of|comprise|include"
    r"|be|have)|\bhave(?=\s(?:our|my|both))|\bwith|\bmeet(?:ing)?(?: with)?|\b(?:speak|talk|chat)(?:ing)? (?:with"
    r"|to)|\bsee(?:ing)?|\binterviewed by|\bjoined by|\bjoin|\bconducted by|\bhosted by|\bled by|\bby|"
    r"\binterviewers? (?:is|are|will be)|\bpanel(?: (?:is|are|will be|consists of|includes|comprises|members are))?:?"
    r"|\byour hosts?:?|\bpanel:|\bplus|\bintroduce you to|\bcolleagues?|\bfounder|\bmanager|\bboss|\bceo"
    r"|\bcto|"
    r"\b(?:will )?(?:participate|take part|attend|be present)s?:?|\b(?:compris\w+|consist\w+|made up|composed)(?: of)?:?"
    r"|\bhave me and|\bme and|\bme,|\bbetween you and|\bvisit)"
    r"(?:\s(?:our|my|the|a|your|both|colleagues?|team ?mates?|hiring|founder|co-founder|manager|head|lead"
    r"|director|boss|ceo|cto|coo|cfo|vp|of|engineering|product|people|recruiter|recruiting|talent|partner"
    r"|chief|officer|engineer|principal|senior|staff|plant|general|executive)(?:,|\b)){0,6}\s*[:,]?\s*$",
    re.IGNORECASE,
)
_DOES = (
    r"(?:will|would|'ll|\u2019ll|shall|can|is going to|are going to|wants? to|hopes? to|has|have|is|are"
    r"|looks?|runs|dials|rings|calls|leads|conducts|joins|asks|interviews|meets|hosts)"
)
_ACTS = re.compile(
    rf"^(?:'s|\u2019s)?(?:\s?\([^()]{{0,80}}\))?(?:,\s[^,.;]{{2,70}},|\s(?:our|the|my)\s[^,.;]{{2,30}}?)?(?:\s?,\s(?:he|she|they|who)(?:\sonly"
    rf"|\salone)?)?\s(?:and\s(?:i|me)\s|both\s|then\s"
    rf"|also\s)?{_DOES}\s(?:both\s|all\s|also\s|be\s|then\s|really\s|now\s|each\s)*"
    r"(?:call|ring|phone|dial|meet|interview|join|host|speak|talk|lead|run|like|love|looking|look|forward"
    r"|want|wants|walk|show|sit|conduct|asking|conducting|hosting|leading|chairing|running|taking|holding|seeing"
    r"|interviewing|meeting|speaking|talking|joining|on with|there|with me"
    r"|room|keen|chat|see|give|take|hear|find out|your interviewer|interested|read)\b",
    re.IGNORECASE,
)
_DOES_SOLE = re.compile(r"^\s(?:dials|rings|calls|phones)\s(?:you\b|\+?\d|on\b)", re.IGNORECASE)
_LINK = re.compile(
    r"^(?:'s|\u2019s)?(?:\s?\([^()]{0,80}\))?(?:,\s(?:our|my|the|a|an)?\s?[^,;.:()]{2,60}?)?(?:\s?[,;&]"
    r"|\s?\band\b|,?\splus|,?\sas well as|\s?\+|\sor)\s*(?:and\s)?(?:finally\s|then\s|also\s)?(?:(?:our"
    r"|my|the|your|his|her)\s(?:[a-z]+\s){0,3})?(?-i:(?:[A-Z][a-z]+\s){0,3})$",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"(?:\b(?:with|and|by|join|meet|have|see)|[+&]) me\b(?! know)|\b(?:it|that)(?:'ll|\u2019ll"
    r"| will)? (?:just )?be (?:just )?me\b|\bme (?:and|plus) (?:(?-i:[A-Z][a-z])|dr|mr|ms"
    r"|mrs|our|the)|\b(?:then|be|is) me\b(?! know)|\b(?:and|&) I\b(?!['\u2019]| (?:will|can|have|hope|look"
    r"|am|think|know|want|wanted|would) (?:send|be in\b|get|let|confirm|have|follow|forward|arrange|schedule"
    r"|come back|call you|love to see))|\bwe (?:sit down|meet|talk|speak|chat)\b|\bI(?:'|\u2019)ll show you\b"
    r"|"
    r"\bI(?:'ll|\u2019ll| will| would|'d|\u2019d)(?: also)? (?:call|ring|phone|dial|meet|interview|give you a (?:call"
    r"|ring)|be (?:calling|speaking|talking|meeting|interviewing|your|joining|there)|love to (?:tell|hear"
    r"|talk|meet|chat)|like to (?:meet|talk|speak|see|hear|chat))\b|"
    r"\bjoin us\b|\bmy (?:office|treat)\b|\bour (?:\d|call|chat|talk|conversation|coffee)|\bI(?:'ve| have) (?:questions"
    r"|pushed|moved)\b|\blet's use this\b|\bI (?:look forward|am looking forward|'m looking forward) to (?:talk"
    r"|speak|meet|chat|see|our)|\bI lead\b|\bmyself\b|\bwe(?:'re|\u2019re| are) (?:speaking|talking|meeting|chatting)\b"
    r"|\bI(?:'ll|\u2019ll| will) be joined\b",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\b(?:talk|speak|chat|see you|meet(?:ing)?|call|looking forward to it|coffee)\b", re.IGNORECASE)
_HOLDS = re.compile(
    r"\b(?:take|takes|conduct\w*|hold|holds|do|lead|leads|interview)\b.{0,20}\binterview|\binterview you\b",
    re.IGNORECASE,
)
_MET_BEFORE = re.compile(
    r"\b(?:following|after|since|enjoyed|further to|as per|from)\b[^,.;]{0,30}\s(?:with|to)\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\b(?:as well|too|also|sit in|sitting in|join us|joining us|alongside)\b", re.IGNORECASE)
_COORDINATOR = re.compile(
    r"\b(?:recruit\w*|talent|hr|human resources|people (?:ops|operations|team|partner)|coordinator|assistant"
    r"|resourcing|staffing|secretary|office m(?:anager|gr)|scheduler|sourcer|admin\w*)\b",
    re.IGNORECASE,
)
_AGENDA = re.compile(
    r"^\W{0,4}\d{1,2}(?:[:.h]\d{2}|\s?(?=[ap]\.?m))\s?(?:[ap]\.?m\.?)?(?:\s?(?:-|\u2013|\u2014"
    r"|to)\s?\d{1,2}(?:[:.h]\d{2})?\s?(?:[ap]\.?m\.?)?)?"
    r"\s*[:\t \u2013\u2014|,-]+(?P<what>\S.*)$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:your (?:earlier|last|previous|first) (?:call|chat|interview|conversation|round)|thank(?:s| you) for"
    r"|last (?:week|month|\w+day)|earlier we|previously)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:questions|contact|email|e-mail|write to|reach|let|tell|call|text|trouble|changes|problem|help"
    r"|get in touch|reply to|ask for|passed on to|thank)\b",
    re.IGNORECASE,
)


def find_interviewers(
    page: Page, invitation: Invitation, who: Correspondents, blocked: frozenset[str]
) -> tuple[Person, ...]:
    """Return the people the owner will talk to, each once, with their address where any part of the mail gives it.

    *blocked*: words of the company's name, which are nobody's.
    """
    named = [name for name in _named_in_text(page, blocked) if not same_person(name, page.owner.name)]
    events = [event for event in invitation.events if event.start is not None] or list(invitation.events)
    attending = _attending(page, events, who, named)
    people: list[Person] = []
    for name, email in attending:
        people.append(Person(name=name, email=email))
    for name in named:
        if not any(same_person(name, person.name) for person in people):
            people.append(Person(name=name, email=_reachable(address_of(name, who.known), page.language)))
    if not people:
        people = [
            Person(name=name, email=_reachable(address_of(name, who.known), page.language))
            for name in _named_before(page, blocked)
        ]
    author = _author_talks(page, who, people, events)
    if author and not any(same_person(author.name, person.name) or author.email == person.email for person in people):
        people.append(author)
    return _without_doubles(people)


def _reachable(email: str | None, language: Language) -> str | None:
    return email if email and not is_machine(email, language) else None


def _without_doubles(people: Sequence[Person]) -> tuple[Person, ...]:
    kept: list[Person] = []
    for person in people:
        for number, other in enumerate(kept):
            if same_person(person.name, other.name) or (person.email and person.email == other.email):
                fuller = max(person.name, other.name, key=lambda text: len(name_words(text)))
                kept[number] = Person(name=fuller, email=other.email or person.email)
                break
        else:
            kept.append(person)
    return tuple(kept[:12])


def _named_in_text(page: Page, blocked: frozenset[str]) -> tuple[str, ...]:
    labelled = [
        person
        for sentence in page.sentences
        if sentence.label == "interviewers"
        or (sentence.label == "who" and "@" not in page.text and "organi" not in sentence.plain)
        for person in split_people(sentence.text, page.language, blocked)
    ]
    agenda = list(_agenda_people(page, blocked))
    prose = [
        person
        for sentence in page.sentences
        if sentence.label not in ("interviewers", "reason") and not _is_signature_line(page, sentence)
        for person in _prose_people(page, sentence, blocked)
    ]
    cards = [] if labelled or agenda else list(_card_people(page, blocked))
    people = unique_people([*labelled, *agenda, *prose, *cards])
    struck = " ".join(page.struck)
    return tuple(name for name in people if not (struck and name in struck))


def _is_signature_line(page: Page, sentence: Sentence) -> bool:
    """Return whether it is a line of the signature rather than a sentence that happens to stand below the closing word."""
    return sentence.text in page.signature and len(sentence.text.split()) <= 9 and sentence.text[-1:] not in ".!?"


def _named_before(page: Page, blocked: frozenset[str]) -> tuple[str, ...]:
    """Return the people whom the quoted mails of the other side name, for a new text that names nobody."""
    found = [person for sentence in page.quoted for person in _prose_people(page, sentence, blocked)]
    return tuple(name for name in unique_people(found) if not same_person(name, page.owner.name))


def _agenda_people(page: Page, blocked: frozenset[str]) -> Iterator[Named]:
    """Yield the people of lines that open with a time ("10:00-10:45  Planning algorithms, Wei Tang")."""
    lines = [_AGENDA.match(sentence.text) for sentence in page.sentences]
    if sum(match is not None for match in lines) < 2:
        return
    for match in lines:
        if match is None:
            continue
        what = match["what"]
        pieces = re.split(r"[:,\u2013\u2014]\s|\s-\s|\t|\swith\s|\s\|\s", what)
        for piece in pieces:
            for person in split_people(piece, page.language, blocked):
                if not person.single or person.titled:
                    yield person


def _card_people(page: Page, blocked: frozenset[str]) -> Iterator[Named]:
    """Yield the names that stand alone on lines beside a time of their own, as cards and icon rows do."""
    for number, sentence in enumerate(page.sentences):
        opening = re.split(r",\s|\t|\s\(", sentence.text)[0].strip(" -*\u2022")
        people = find_people(opening, page.language, blocked)
        alone = (
            len(people) == 1 and not people[0].single and len(people[0].name) >= len(re.sub(r"^\W+", "", opening)) - 1
        )
        if not alone or len(sentence.text) > 110 or sentence.text in page.signature or _signed(page, people[0].name):
            continue
        near = [s.text for s in page.sentences[max(0, number - 2) : number + 4]]
        if any(re.search(r"\d{1,2}[:.]\d\d", text) for text in near):
            yield people[0]


def _signed(page: Page, name: str) -> bool:
    return any(name in line for line in page.signature)


def _prose_people(page: Page, sentence: Sentence, blocked: frozenset[str]) -> Iterator[Named]:
    """Yield the people of a sentence that are said to take part; a list counts as a whole."""
    text = sentence.text
    if _PAST.search(text) and not re.search(r"\b(?:interview|teams|zoom|next|is|are) with\b", text):
        return
    people = [p for p in find_people(text, page.language, blocked) if not same_person(p.name, page.owner.name)]
    for group in _lists(people, text):
        first, last = group[0], group[-1]
        if sentence.label == "contact" and not _HOLDS.search(text[last.end :]):
            continue
        before, after = text[: first.start], text[last.end :]
        single_ok = not any(person.single and not person.titled for person in group) or _plain_first_name(after)
        if _ACTS.match(after) or _DOES_SOLE.match(after):
            if not _ASKS.search(before[-25:]):
                yield from group
        elif _BEFORE.search(before) and single_ok and not _asks_before(before):
            yield from group


def _plain_first_name(after: str) -> bool:
    return bool(
        re.match(
            r"^(?:'s|\u2019s)?\s*(?:$|[,.;:!?()\u2013\u2014-]|(?:on|at|and|for|about|will|would|is|this|next|tomorrow"
            r"|today|from|to|via|by|in|who|you|has|was|again|over|then)\b)",
            after,
        )
    )


def _asks_before(before: str) -> bool:
    if _MET_BEFORE.search(before):
        return True
    return bool(
        re.search(
            r"\b(?:work(?:ing|ed)?|touch|shared?|discuss(?:ed)?|coordinat\w+|replaced?|familiar|along|agree\w*"
            r"|spoken|checked|check|talked|spoke|time|up|off|earlier|happy|pleased|gone|go|going|issues?|questions?"
            r"|problem\w*) with\s(?:\w+\s){0,3}$",
            before,
            re.IGNORECASE,
        )
    )


def _lists(people: Sequence[Named], text: str) -> Iterator[list[Named]]:
    group: list[Named] = []
    for person in people:
        if group and not _LINK.match(text[group[-1].end : person.start]):
            yield group
            group = []
        group.append(person)
    if group:
        yield group


def _attending(
    page: Page, events: Sequence[CalendarEvent], who: Correspondents, named: Sequence[str]
) -> list[tuple[str, str | None]]:
    """Return (name, address) of the attendees who take part: not the owner, rooms, coordinators; the organizer only if there is
    nobody else."""
    found: dict[str, tuple[str, str | None]] = {}
    organizers = {event.organizer.email for event in events if event.organizer}
    others = [
        attendee.address
        for event in events
        for attendee in event.attendees
        if attendee.kind in ("INDIVIDUAL", "UNKNOWN", "")
        and attendee.role != "NON-PARTICIPANT"
        and _takes_part(attendee.address, page)
    ]
    sender = who.on_behalf.email if who.on_behalf else None
    for address in others:
        if address.email == sender or (address.email in organizers and not _is_named(address, named)):
            continue
        name = _name_of(address, page, named, who)
        if name:
            found.setdefault(f"{address.email} {name}", (name, _reachable(address.email, page.language)))
    for event in events:
        organizer = event.organizer
        if (
            organizer
            and _takes_part(organizer, page)
            and not is_machine(organizer.email, page.language)
            and not is_shared(organizer.email, page.language)
        ):
            alone = not found and not named and (not _is_coordinator(page, organizer) or _called_for(page, organizer))
            if alone or _is_named(organizer, named):
                name = _name_of(organizer, page, named, who)
                if name:
                    found.setdefault(f"{organizer.email} {name}", (name, organizer.email))
    return list(found.values())


def _called_for(page: Page, organizer: Address) -> bool:
    """Return whether the event is named after the organizer ("Felix / Maya intro call"), so that a recruiter's own talk counts."""
    first = name_words(organizer.name)[:1]
    return bool(first) and (first[0] in name_words(page.subject) or not _COORDINATOR.search(page.subject))


def _is_named(address: Address, named: Sequence[str]) -> bool:
    return any(
        (address.name and same_person(address.name, name)) or fits_address(name, address.email) for name in named
    )


def _takes_part(address: Address, page: Page) -> bool:
    if address.email in page.owner.addresses or (
        address.name and set(name_words(address.name)) == set(name_words(page.owner.name))
    ):
        return False
    if is_shared(address.email, page.language):
        return False
    local = address.email.split("@")[0]
    return not _ROOM.search(address.name) and not _ROOM.match(local) and not local.startswith("room")


def _name_of(address: Address, page: Page, named: Sequence[str], who: Correspondents) -> str | None:
    fitting = [
        name
        for name in named
        if fits_address(name, address.email) or (address.name and same_person(address.name, name))
    ]
    known = next((a.name for a in who.known if a.email == address.email and a.name), "")
    options = [*fitting, without_titles(address.name, page.language) if address.name else "", known]
    best = max(options, key=lambda text: len(name_words(text)), default="")
    if best:
        return best
    written = [
        p.name
        for s in page.sentences
        for p in find_people(s.text, page.language)
        if not p.single and fits_address(p.name, address.email)
    ]
    return written[0] if written else name_from_address(address.email)


def _is_coordinator(page: Page, address: Address) -> bool:
    """Return whether the signature or the address calls this person a recruiter, assistant or coordinator."""
    if is_shared(address.email, page.language):
        return True
    lines = [line for line in page.signature if not re.match(r"https?:", line)]
    return any(_COORDINATOR.search(line) for line in lines[:8])


def _author_talks(
    page: Page, who: Correspondents, people: Sequence[Person], events: Sequence[CalendarEvent]
) -> Person | None:
    """Return the author where he or she says to take part ("with me", "I'll call you"), or is the only person there is to talk to."""
    author = who.author
    if author is None or author.email in page.owner.addresses or not author.name or who.on_behalf is not None:
        return None
    if not find_people(without_titles(author.name, page.language), page.language) and not page.forwarded:
        return None
    name = without_titles(author.name, page.language)
    email = _reachable(author.email, page.language)
    person = Person(name=name, email=email)
    said = [
        sentence
        for sentence in page.sentences
        if _FIRST_PERSON.search(without_reference(sentence.text, page.language))
        and not _PAST.search(sentence.text)
        and not _prepares(sentence.text)
    ]
    if said:
        return person
    host = bool(people) and not events and _only_others_join(page, people)
    if host and not _is_coordinator(page, author):
        return person
    if people or _is_coordinator(page, author) or is_shared(author.email, page.language):
        return None
    text = " ".join(sentence.text for sentence in (*page.sentences, *page.quoted))
    return person if _ALONE.search(text) and not events else None


def _only_others_join(page: Page, people: Sequence[Person]) -> bool:
    """Return whether all that are named only come in beside somebody ("P\u00e1raic will sit in as well"): the author."""
    lines = [s.text for s in page.sentences if any(person.name in s.text for person in people)]
    return bool(lines) and all(_ALSO.search(line) for line in lines)


def _prepares(text: str) -> bool:
    """Return whether the author calls for something else than the talk ("I will call you the evening before to prep")."""
    return bool(
        re.search(
            r"\b(?:before|prep\w*|beforehand|either way|afterwards?|to confirm|with (?:details|the link|the outcome)"
            r"|questions? (?:for|to) me)\b",
            text,
            re.IGNORECASE,
        )
    )
