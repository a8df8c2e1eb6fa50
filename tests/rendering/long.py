"""Letters full of what does not want to break: names, addresses and links without a space in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import cache

from bot.core.letter.approval import write_approval
from bot.core.letter.context import Letter, StatusRow
from bot.core.letter.noted import write_found, write_noted
from bot.core.letter.overview import write_digest
from bot.core.letter.receipt import write_receipt
from bot.core.message.types import Address
from bot.core.reading.types import Person
from tests.unit.core.letter import examples as x
from tests.unit.core.letter.test_hostile import letters as write_letters

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
EMAIL = f"{'anna-theodora-magdalena.' * 3}w@{'mail-gateway.' * 6}concern.example"
URL = f"https://meet.acme.example/{'j0in' * 40}?pwd={'aBc9' * 20}&x=%20%3C"
ARABIC = "شركة الروبوتات المتقدمة للحلول الصناعية " * 4
PERSON = Person(name="Wolfeschlegelsteinhausenbergerdorff", email=EMAIL)
INTERVIEW = replace(
    x.INTERVIEW,
    company=WORD,
    role=WORD,
    meeting_url=URL,
    location=WORD,
    interviewers=(PERSON,) * 3,
    contact=PERSON,
    addressed_to=EMAIL,
)
DRAFT = replace(
    x.EDITED,
    interview=INTERVIEW,
    revision=replace(
        x.REVISION,
        from_=Address(name=WORD, email=EMAIL),
        to=(Address(name=PERSON.name, email=EMAIL),) * 4,
        subject=WORD,
        body=f"Dear {WORD},\n\n{URL}\n\n{'    '.join('spaces')}\n{'-' * 200}\n\n{EMAIL}",
    ),
    diff=f"[-{WORD}-] {{+{URL}+}}",
)
SECOND = replace(x.SECOND, interview=INTERVIEW, revision=replace(DRAFT.revision, follow_up_id=12))


@cache
def letters(words: str) -> list[Letter]:
    """Letters in which *words* are the company, the role, names, a link and all that was said."""
    return write_letters(words)


def busy_weeks() -> Letter:
    """Every week holds every letter, in the rows of as many companies as are shown."""
    marks = tuple(
        replace(step, id=100 + 10 * week + n, send_at=x.AFTER + timedelta(weeks=week, hours=n))
        for week in range(5)
        for n, step in enumerate((x.THANKS, x.CHECK))
    )
    rows = [
        StatusRow(interview=replace(INTERVIEW, id=50 + n, company=f"{WORD[n:]}"), follow_ups=marks) for n in range(14)
    ]
    return write_digest(x.context(now=x.AFTER), rows=rows, waiting=200, lines=(WORD,), interviews=())


LONG: dict[str, Callable[[], Letter]] = {
    "noted": lambda: write_noted(x.context(), interview=INTERVIEW, follow_ups=x.PLAN, reasons=x.REASONS),
    "found": lambda: write_found(x.context(), interviews=[INTERVIEW] * 9, days=30, until=x.AFTER),
    "approval": lambda: write_approval(x.context(now=x.AFTER), drafts=(DRAFT,), remark=WORD),
    "approval of several": lambda: write_approval(
        x.context(now=x.AFTER), drafts=(DRAFT, SECOND), told=replace(x.TOLD, topics=(WORD, URL))
    ),
    "receipt": lambda: write_receipt(
        x.context(now=x.AFTER),
        interview=INTERVIEW,
        headline=WORD,
        drafts=(DRAFT,),
        lines=(URL,),
        can_undo=True,
        full=True,
    ),
    "weeks": busy_weeks,
    **{
        f"{name} {number}": lambda words=words, number=number: letters(words)[number]  # type: ignore[misc]
        for name, words in (("word", WORD), ("Arabic", ARABIC))
        for number in range(8)
    },
}
"""What each is about, with how to write it."""
