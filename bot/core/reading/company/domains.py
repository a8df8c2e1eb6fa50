"""The label of a domain by which a house is known."""

from __future__ import annotations

from bot.core.reading.company.cues import Language

_SECOND_LEVEL = frozenset({"co", "com", "org", "ac", "gov", "net", "edu", "gob", "gouv", "or", "ne", "nhs"})


def domain_label(email: str, language: Language) -> str:
    """Return the label of *email*'s domain by which a company is known (``tidewell`` of ``x@mail.tidewell.co.uk``)."""
    labels = email.lower().partition("@")[2].split(".")
    place = 3 if len(labels) >= 3 and labels[-2] in _SECOND_LEVEL else min(2, len(labels))
    label = labels[-place]
    noise = language.word_set("domain_noise")
    parts = [part for part in label.split("-") if part]
    kept = [part for part in parts if part not in noise]
    return "-".join(kept) if kept and len(kept) < len(parts) else label
