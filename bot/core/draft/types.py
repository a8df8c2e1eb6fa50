"""The words: who the owner is, and one draft as it would leave."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.message.types import Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """Something the owner is good at, with the keywords that call for it (E4, E6).

    ``lang``: the language of ``text``, ``""`` where the owner did not say."""

    text: str
    keywords: tuple[str, ...] = ()
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """profile.toml: who the owner is."""

    headline: str = ""
    signature: str = ""
    qualifications: tuple[Qualification, ...] = ()
    accomplishments: tuple[Qualification, ...] = ()
    availability: str = ""
    links: tuple[str, ...] = ()
    tone: str = "warm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One version of a follow-up's mail: everything that the owner's yes covers (product: promise 1).

    ``body``: plain text, LF, no trailing blank line. Ids without brackets. ``findings``: what the etiquette check says;
    ``blocked``: an error stands, it cannot be approved.
    """

    follow_up_id: int
    number: int
    from_: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...] = ()
    subject: str
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    body: str
    findings: tuple[Finding, ...] = ()

    @property
    def blocked(self) -> bool:
        """Whether an error of the check stands against it."""
        return any(finding.blocks for finding in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One remark of the etiquette check: the rule, the words it is about, what to do."""

    rule: str
    blocks: bool
    words: str
    proposal: str
