"""The owner: reads every letter and answers some of them, by chance; remembers what he has ordered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from bot.core.approval.types import LetterRecord
from bot.core.message.types import Message
from bot.core.reading.types import LetterKind, QuestionTopic

EDIT = "Hello,\n\nThank you for the talk, I have thought about number {number} since.\n\nKind regards,\nMaya Okafor"
TO_ONE = (
    ("approve", 9), ("yes", 4), ("send now", 2), ("send tomorrow 9am", 2), ("skip", 2), ("snooze 2d", 2), ("edit", 3), ("edit and send", 1),
    ("what about Bob?", 1), ("yes but fix her name first", 1), ("stop", 1), ("", 5),
)  # fmt: skip
TO_SEVERAL = (("approve all", 6), ("1 approve, 2 skip", 3), ("2 approve", 2), ("skip", 1), ("yes", 2), ("", 3))
TO_RECEIPT = (("undo", 2), ("wait, fix her name", 1), ("thanks", 1), ("", 10))
WITHDRAWING = (
    "skip",
    "snooze 2d",
    "edit",
    "edit and send",
    "what about Bob?",
    "yes but fix her name first",
    "stop",
    "undo",
    "wait, fix her name",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the owner writes, when, to which letter."""

    at: datetime
    words: str
    letter: LetterRecord
    mail: Message

    def is_yes_to(self, number: int) -> bool:
        """Whether these words are a yes to that item."""
        several = {"1 approve, 2 skip": (1,), "2 approve": (2,), "approve all": range(100)}
        if self.words in several:
            return number in several[self.words]
        return self.words in ("approve", "yes", "send now", "send tomorrow 9am")

    def is_no_to(self, number: int) -> bool:
        """Whether these words take a yes back."""
        return self.words.split(":")[0] in WITHDRAWING or (self.words == "1 approve, 2 skip" and number == 2)


@dataclass
class TheOwner:
    """``orders``: (follow-up id, digest) → whether he also chose the time; ``texts``: what he ordered in his own words."""

    chance: Random
    orders: dict[tuple[int, str], bool] = field(default_factory=dict)
    texts: dict[int, set[str]] = field(default_factory=dict)
    edits: int = 0

    def read(self, letter: LetterRecord, mail: Message, now: datetime) -> Answer | None:
        """Return his answer to a letter that lies in his mailbox, if he is going to answer it."""
        words = self._choose(letter)
        if not words:
            return None
        if words.startswith("edit"):
            self.edits += 1
            words = f"{words}:\n{EDIT.format(number=self.edits)}"
        soon = letter.kind is LetterKind.RECEIPT or self.chance.random() < 0.5
        wait = timedelta(minutes=self.chance.randint(1, 14)) if soon else timedelta(hours=self.chance.uniform(0.3, 80))
        return Answer(at=now + wait, words=words, letter=letter, mail=mail)

    def _choose(self, letter: LetterRecord) -> str:
        if letter.kind is LetterKind.RECEIPT:
            table = TO_RECEIPT
        elif not letter.items or letter.topic is QuestionTopic.UNKNOWN_SEND:
            table = (("skip", 1), ("", 3)) if letter.items else (("thanks", 1), ("", 9))
        else:
            table = TO_ONE if len(letter.items) == 1 else TO_SEVERAL
        words, weights = zip(*table, strict=True)
        return str(self.chance.choices(words, weights)[0])

    def remember(self, answer: Answer) -> None:
        """Note what an answer orders, or takes back."""
        for item in answer.letter.items:
            key = item.follow_up_id
            if answer.is_no_to(item.number):
                self.orders = {order: chosen for order, chosen in self.orders.items() if order[0] != key}
                self.texts.pop(key, None)
            if answer.is_yes_to(item.number):
                self.orders[key, item.digest] = "send" in answer.words
            if answer.words.startswith("edit and send:"):
                self.texts.setdefault(key, set()).add(_plain(answer.words.partition(":")[2]))

    def allows(self, follow_up_id: int, digest: str, text: str) -> bool:
        """Whether he has ordered exactly this."""
        return (follow_up_id, digest) in self.orders or _plain(text) in self.texts.get(follow_up_id, ())

    def chose_time(self, follow_up_id: int, digest: str) -> bool:
        """Whether he himself said when: then hours and waits do not count."""
        return self.orders.get((follow_up_id, digest), True)


def _plain(text: str) -> str:
    return " ".join(text.split())
