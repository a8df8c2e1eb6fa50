"""What was understood of the owner's account, shown back to him so that he can put it right."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.interview.types import Interview
from bot.core.letter.answers import make_answer
from bot.core.letter.compose import compose_letter
from bot.core.letter.context import Letter, LetterContext
from bot.core.letter.facts import Fact, name_company, show_person
from bot.core.letter.shown import one_line
from bot.core.letter.templates import Part
from bot.core.letter.times import show_day
from bot.core.reading.debrief.types import Debrief, Outcome
from bot.core.reading.types import ContactWish, LetterKind

_WENT = {
    Outcome.GOOD: "well",
    Outcome.MIXED: "so-so",
    Outcome.BAD: "badly",
    Outcome.REJECTED: "they declined",
    Outcome.OFFER: "they made an offer",
    Outcome.WITHDREW: "you withdrew",
}
_WISH = {
    ContactWish.NO_CALLS: "no phone calls",
    ContactWish.NO_CHASING: "they get in touch themselves: no status checks",
    ContactWish.NO_CONTACT: "no contact at all",
}


def show_told(debrief: Debrief) -> list[Fact]:
    """Return what was understood, line by line; what was not told is left out."""
    held = {True: "", False: "no, nobody came" if debrief.nobody_came else "no", None: ""}[debrief.happened]
    held = "cut short" if debrief.cut_short else held
    return [
        Fact(label=label, value=value)
        for label, value in (
            ("It took place", held),
            ("It went", _WENT[debrief.outcome] if debrief.outcome else ""),
            ("You talked about", _joined(debrief.topics)),
            ("You want to add", _joined(debrief.clarifications)),
            ("Not to be mentioned", _joined(debrief.withheld)),
            ("Also there", ", ".join(show_person(person) for person in debrief.interviewers_added)),
            ("Not there", _joined(debrief.interviewers_absent, ", ")),
            ("To be called", _joined([name.right for name in debrief.names_corrected], ", ")),
            ("They decide by", show_day(debrief.decision_by) if debrief.decision_by else ""),
            ("Their wish", _WISH.get(debrief.contact_wish, "")),
            ("They would like", "a call" if debrief.call_wished else ""),
            ("Thank-you", "none, as you wish" if debrief.skip_thank_you else ""),
            ("News", _joined(debrief.news)),
        )
        if value
    ]


def write_told(context: LetterContext, *, interview: Interview, debrief: Debrief, lines: Sequence[str]) -> Letter:
    """Return the notice that says what was understood of an account and what comes of it."""
    return compose_letter(
        context,
        part=Part.TOLD,
        kind=LetterKind.NOTICE,
        subject=f"Noted: your talk with {name_company(interview)}",
        values={
            "lines": [one_line(line, 600) for line in lines],
            "told": show_told(debrief),
            "answers": [
                make_answer(context, "decide: Fri 29 May", "they decide by then"),
                make_answer(context, "who: Jane Doe <jane@example.com>", "that is who talked with you"),
                make_answer(context, "happened: no", "it did not take place"),
            ],
        },
    )


def _joined(parts: Sequence[str], between: str = "; ") -> str:
    return between.join(one_line(part, 200) for part in parts)
