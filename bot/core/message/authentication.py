"""What the owner's own provider says about the origin of a mail (RFC 8601)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.message.types import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodResult:
    """One result: ``result`` is pass, fail, none, …; ``domain`` the domain that it speaks of, lower case, ``""`` if unsaid."""

    result: str
    domain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Authentication:
    """The trusted results; nothing trusted is None and ``()``."""

    dmarc: MethodResult | None = None
    dkim: tuple[MethodResult, ...] = ()
    spf: MethodResult | None = None


def read_authentication(message: Message, authserv_id: str) -> Authentication:
    """Return what the provider named *authserv_id* found out; anything odd gives nothing."""
    raise NotImplementedError


def aligned_dmarc_pass(authentication: Authentication, domain: str) -> bool:
    """Whether the From domain *domain* is proven (RFC 9989)."""
    raise NotImplementedError
