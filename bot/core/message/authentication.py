"""What the owner's own provider says about the origin of a mail (RFC 8601)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.message.types import Message

_COMMENT_OR_QUOTED = re.compile(r'[()]|"(?:[^"\\]|\\.)*+("?)|\\.|[^()"\\]++', re.DOTALL)
_METHOD = re.compile(r"([a-z][a-z0-9-]*)(?:/\d+)?\s*=\s*([a-z]+)", re.IGNORECASE)
_QUOTED = r'"(?:[^"\\]|\\.)*+"'
_PROPERTY = re.compile(rf'\s([a-z]+\.[a-z0-9_-]+)\s*=\s*({_QUOTED}|[^\s;"]+)|{_QUOTED}', re.IGNORECASE)
# How the mail came to the server that wrote a Received field (RFC 5321 §4.4, RFC 3848): without a login, or from the machine itself.
_HANDED_IN = re.compile(r"\swith\s(?:UTF8)?E?SMTPS?\b", re.IGNORECASE)
_WITHIN = re.compile(
    r"^(?!from\s)|\swith\sU?LMTPS?A?\b|^from\slocalhost\sby\s|^from\s\S{1,255}\s\([^)]{0,255}\[(?:127\.|(?:ipv6:)?::1\])",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"[^\s@]+\.[^\s@.]+")


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


_NOTHING = Authentication()
# The property that names the domain each method speaks of. SPF is not read: it speaks of a host, which many domains may share.
_SUBJECT_OF = {"dmarc": ("header.from",), "dkim": ("header.d", "header.i")}


def read_authentication(message: Message, authserv_id: str) -> Authentication:
    """Return what the provider named *authserv_id* found out; anything odd gives nothing.

    Only the topmost Authentication-Results field counts: a server writes above what came with the mail (RFC 8601 §5, §7.1). If that one
    does not bear the configured name, everything below is what a sender may have written.
    """
    topmost = message.header("authentication-results")
    wanted = authserv_id.strip().lower()
    if topmost is None or not wanted:
        return _NOTHING
    parts = _split(topmost)
    if not parts or not parts[0].split() or parts[0].split()[0].lower() != wanted:
        return _NOTHING
    return _read_results(parts[1:])


def is_unjudged(message: Message, authserv_id: str) -> bool:
    """Whether the mail came from another server and the one named *authserv_id* has not written its verdict on top.

    Where that happens, such a field on another mail may be its sender's own work: whoever writes none removes none either.
    """
    topmost = message.header("authentication-results") or ""
    server = topmost.split(";")[0].split()
    judged = bool(server) and server[0].lower() == authserv_id.strip().lower()
    border = next((value for value in message.header_all("received") if not _WITHIN.search(value)), "")
    return not judged and bool(_HANDED_IN.search(border))


def _split(value: str) -> list[str]:
    """Return the field without comments, parted at semicolons; ``[]`` if comments or quotes are not closed."""
    kept: list[str] = []
    depth = 0
    for token in _COMMENT_OR_QUOTED.finditer(value):
        if token[0] in "()":
            depth += 1 if token[0] == "(" else -1
            if depth < 0:
                return []
        elif token[1] == "" and not depth:
            return []
        elif not depth:
            kept.append(token[0].replace(";", ",") if token[0].startswith('"') else token[0])
    return [] if depth else "".join(kept).split(";")


def _read_results(parts: list[str]) -> Authentication:
    found: dict[str, list[MethodResult]] = {"dmarc": [], "dkim": []}
    for part in parts:
        match = _METHOD.match(part.strip())
        if match and match[1].lower() in found:
            method = match[1].lower()
            found[method].append(MethodResult(result=match[2].lower(), domain=_domain(method, part)))
    if len(found["dmarc"]) > 1:
        return _NOTHING
    return Authentication(dmarc=next(iter(found["dmarc"]), None), dkim=tuple(found["dkim"]))


def _domain(method: str, part: str) -> str:
    """Return the domain that the result names, ``""`` if none or if two of one property differ."""
    properties = [(name.lower(), value.strip('"').lower()) for name, value in _PROPERTY.findall(part)]
    for wanted in _SUBJECT_OF[method]:
        domains = {value.rpartition("@")[2].rstrip(".") for name, value in properties if name == wanted}
        if domains:
            domain = domains.pop()
            return domain if not domains and _DOMAIN.fullmatch(domain) else ""
    return ""


def aligned_dmarc_pass(authentication: Authentication, domain: str) -> bool:
    """Whether the From domain *domain* is proven (RFC 9989): by a DMARC pass for it, or, where the provider gave no DMARC verdict, by an
    aligned DKIM pass. SPF alone is not enough for a yes: whoever shares the mail host of *domain* passes it.

    Alignment in full needs the public suffix list. Without it, only the same domain or one that *domain* lies below is taken: the parent
    of a domain rules it, while a subdomain may be anybody's.
    """
    wanted = domain.strip().lower().rstrip(".")
    if not _DOMAIN.fullmatch(wanted):
        return False
    dmarc = authentication.dmarc
    if dmarc is not None and dmarc.result != "none":
        return dmarc.result == "pass" and dmarc.domain == wanted
    return any(each.result == "pass" and _aligned(each.domain, wanted) for each in authentication.dkim)


def _aligned(domain: str, wanted: str) -> bool:
    return bool(_DOMAIN.fullmatch(domain)) and (wanted == domain or wanted.endswith(f".{domain}"))
