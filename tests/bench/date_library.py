"""``python -m tests.bench.date_library``: the reader's own dates against dateparser (``pip install dateparser``), on the labelled mails.

Of every mail with a time and without calendar data: whether the labelled instant is among the moments that each finds in its text, whether
the one moment that each would take is right, whether it is wrong, and the CPU it costs. dateparser gets the text sentence by sentence
(it finds far less in the whole), and the moment taken is the first it finds that has a time of day and lies after the mail.
"""

from __future__ import annotations

import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

from bot.core.message.parse import parse_message
from bot.core.message.types import Message
from bot.core.reading.company.moments import find_moments
from bot.core.reading.company.page import lay_out
from bot.core.reading.company.read import read_company_mail
from tests.corpus.labels import HERE, Label, load_cues, load_labels

Found = tuple[Sequence[datetime], datetime | None]
CUES = load_cues()


def own(label: Label, message: Message) -> Found:
    """Return what the reader finds, and what it takes."""
    moments = find_moments(lay_out(message, label.owner, CUES))
    reading = read_company_mail(message=message, owner=label.owner, cues=CUES)
    return [start for moment in moments for start in moment.starts], reading.start


def library(label: Label, message: Message) -> Found:
    """Return what dateparser finds, and what one would take of it."""
    from dateparser.search import search_dates

    settings = {
        "RELATIVE_BASE": message.date.replace(tzinfo=None) if message.date else None,
        "PREFER_DATES_FROM": "future",
        "TIMEZONE": label.owner.tz,
        "RETURN_AS_TIMEZONE_AWARE": True,
        "RETURN_TIME_AS_PERIOD": True,
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        page = lay_out(message, label.owner, CUES)
        lines = [page.subject, *(sentence.text for sentence in page.sentences)]
        found = [
            moment
            for line in lines
            for _, moment in search_dates(line, languages=[label.lang], settings=settings) or []
        ]
    ahead = [moment for moment in found if message.date and moment > message.date and (moment.hour or moment.minute)]
    return found, ahead[0] if ahead else None


def measure(labels: Sequence[tuple[Label, Message]], find: Callable[[Label, Message], Found]) -> str:
    """Return the figures of one way to find dates."""
    count: Counter[str] = Counter()
    began = time.process_time()
    for label, message in labels:
        found, taken = find(label, message)
        count["among"] += label.start in found
        count["right"] += taken is not None and taken == label.start
        count["wrong"] += taken is not None and taken != label.start
    spent = (time.process_time() - began) / len(labels) * 1000
    return (
        "  ".join(f"{name} {count[name]}/{len(labels)}" for name in ("among", "right", "wrong")) + f"  {spent:.1f} ms"
    )


def load_dated(folders: Iterable[Path]) -> list[tuple[Label, Message]]:
    """Return the labelled mails of *folders* that have a time and no calendar data."""
    rows = [label for folder in folders for label in load_labels(None, folder) if label.start and label.kind.dated]
    mails = [(label, parse_message(label.path.read_bytes())) for label in rows]
    return [(label, message) for label, message in mails if not message.calendars]


def main() -> None:
    """Print both: over the open mails, by language, and over those held back."""
    has_library = find_spec("dateparser") is not None
    mails = load_dated([HERE, *sorted((HERE / "own").iterdir())])
    groups = {"open": mails}
    groups |= {lang: [pair for pair in mails if pair[0].lang == lang] for lang in sorted({m.lang for m, _ in mails})}
    groups["held"] = load_dated(sorted((HERE / "held").iterdir()))
    for name, chosen in groups.items():
        print(f"{name:<4} own         {measure(chosen, own)}")
        if has_library:
            print(f"{name:<4} dateparser  {measure(chosen, library)}")


if __name__ == "__main__":
    main()
