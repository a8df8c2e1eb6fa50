"""The fields of a delivery report (RFC 3464 §2): which recipients failed, how, and what their server said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

ADDRESS = r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
_MOST_TEXT = 64_000
_MOST_RECIPIENTS = 50
_FIELD = re.compile(r"^([A-Za-z-]{3,40})[ \t]*:[ \t]*(.*(?:\n[ \t].*)*)", re.MULTILINE)
_TYPED_ADDRESS = re.compile(rf"(?:[\w-]{{1,20}}[ \t]*;)?[ \t]*<?({ADDRESS})")
_STATUS = re.compile(r"([245])\.(\d{1,3})\.(\d{1,3})")
_ENCODED = {"+2b": "+", "+3d": "="}
_ARRIVED = frozenset({"delivered", "relayed", "expanded"})

Status = tuple[str, str, str]
"""Class, subject and detail of an enhanced status code (RFC 3463 §2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One per-recipient block. ``action``: lower case, ``""`` where there is none; ``diagnostic``: what the server said."""

    address: str
    action: str
    status: Status | None
    diagnostic: str

    @property
    def arrived(self) -> bool:
        """Whether this one got it."""
        return self.action in _ARRIVED

    @property
    def waits(self) -> bool:
        """Whether it is still tried."""
        if self.action:
            return self.action == "delayed"
        return self.status is not None and self.status[0] == "4"


def parse_recipients(reports: Sequence[str]) -> tuple[Recipient, ...]:
    """Return what the report says of each recipient, at most 50; what is no such block is passed over."""
    blocks = (block for report in reports for block in re.split(r"\n[ \t]*\n", report[:_MOST_TEXT]))
    return tuple(found for _, found in zip(range(_MOST_RECIPIENTS), _recipients(blocks), strict=False))


def _recipients(blocks: Iterator[str]) -> Iterator[Recipient]:
    for block in blocks:
        fields: dict[str, str] = {}
        for match in _FIELD.finditer(block):
            fields.setdefault(match[1].lower(), " ".join(match[2].split()))
        address = _address(fields.get("original-recipient", "")) or _address(fields.get("final-recipient", ""))
        if address is None:
            continue
        status = _STATUS.match(fields.get("status", ""))
        yield Recipient(
            address=address,
            action=fields.get("action", "").split(" ")[0].lower(),
            status=(status[1], status[2], status[3]) if status else None,
            diagnostic=fields.get("diagnostic-code", "")[:1000],
        )


def _address(value: str) -> str | None:
    """Return the address of "rfc822; a@b.example"; plus and equals may stand as xtext (RFC 3461 §4)."""
    match = _TYPED_ADDRESS.match(value[:500])
    if match is None:
        return None
    address = match[1].lower()
    for encoded, plain in _ENCODED.items():
        address = address.replace(encoded, plain)
    return address.rstrip(".")
