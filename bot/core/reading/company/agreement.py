"""What the mails before had come to: a time that was fixed, or one that was only proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.reading.company.clauses import says
from bot.core.reading.company.moment import LABELS_OF_A_TIME, Moment, as_utc
from bot.core.reading.company.page import Page, has_cue
from bot.core.reading.company.wording import read_before, words_of

_OPEN = frozenset({"suit", "available", "propose", "have_time"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """``fixed``: the one time to come that the quoted mails fix, None where there is none or several. ``proposed``: the times to come
    that they only ask about or offer. ``day``: the one day of all these, None where they are of several."""

    fixed: Moment | None = None
    proposed: tuple[Moment, ...] = ()
    day: date | None = None

    @property
    def only_proposed(self) -> bool:
        """Whether times were put forward and none was fixed."""
        return self.fixed is None and bool(self.proposed)


def read_agreement(page: Page, quoted: Sequence[Moment]) -> Agreement:
    """Return what the *quoted* moments of *page*, an answer, come to."""
    if not page.answers:
        return Agreement()
    usable = [m for m in quoted if not (m.old or m.deadline or m.side or m.past or m.elsewhere) and len(m.starts) == 1]
    proposed = tuple(m for m in usable if _is_proposed(page, m))
    fixed = {as_utc(m.starts[0]): m for m in usable if m not in proposed and _is_fixed(page, m)}
    days = {m.starts[0].date() for m in usable}
    return Agreement(
        fixed=next(iter(fixed.values())) if len(fixed) == 1 else None,
        proposed=() if fixed else proposed,
        day=next(iter(days)) if len(days) == 1 else None,
    )


def _is_proposed(page: Page, moment: Moment) -> bool:
    plain = page.language.plain(moment.line)
    offers = not page.language.word_set("or").isdisjoint(words_of(page.language, moment.line))
    before = read_before(page.language, moment.line[: moment.position])
    since = page.language.pattern("from_on").search(before) is not None  # "Wednesday from 5"
    if moment.choice or offers or since or moment.line.endswith("?"):
        return True
    put_forward = any(has_cue(page.language, section, plain) for section in ("tentative", "put_forward"))
    return put_forward or says(page.language, "scheduling", plain, "ask")


def _is_fixed(page: Page, moment: Moment) -> bool:
    """Return whether the sentence of *moment* says that the talk is then, be it only by a label."""
    plain = page.language.plain(moment.line)
    if moment.label in LABELS_OF_A_TIME or has_cue(page.language, "invited", plain):
        return True
    if not _OPEN.isdisjoint(page.language.line(plain).senses):
        return False  # "Wednesday from 5 suits me": said by one of the two
    if says(page.language, "interview", plain, "fixed"):
        return True
    return moment.dated and says(page.language, "interview", plain, "word")
