"""What was measured: ours beside a floor of the same run, as text or JSON."""

from __future__ import annotations

import json
import math
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One thing measured. ``ours``, ``floor``: every sample, in ``unit``; a floor may lack. ``aim``: largest ratio (or value) hoped for."""

    name: str
    unit: str
    ours: Sequence[float]
    floor: Sequence[float] = ()
    aim: str = ""
    how: str = ""
    details: dict[str, float] = field(default_factory=dict)

    @property
    def ratio(self) -> float | None:
        """Median by median."""
        return quantile(self.ours, 0.5) / quantile(self.floor, 0.5) if self.floor else None


def quantile(samples: Sequence[float], share: float) -> float:
    """Return the smallest sample that at least *share* of all do not exceed; of the middle two for an even median, their mean."""
    ordered = sorted(samples)
    if share == 0.5 and len(ordered) % 2 == 0:
        middle = len(ordered) // 2
        return (ordered[middle - 1] + ordered[middle]) / 2
    return ordered[max(math.ceil(share * len(ordered)) - 1, 0)]


def as_text(figure: Figure) -> str:
    """Return the figure in two or three lines."""
    shown = [f"{figure.name}: {_samples(figure.ours, figure.unit)}"]
    if figure.floor:
        shown.append(f"floor {_samples(figure.floor, figure.unit)}")
        shown.append(f"ratio {figure.ratio:.2f}")
    if figure.aim:
        shown.append(f"aim {figure.aim}")
    lines = [" | ".join(shown)]
    if figure.details:
        lines.append("    " + ", ".join(f"{name} {value:.4g}" for name, value in figure.details.items()))
    if figure.how:
        lines.append(f"    {figure.how}")
    return "\n".join(lines)


def _samples(samples: Sequence[float], unit: str) -> str:
    median = f"{quantile(samples, 0.5):.4g} {unit}"
    if len(samples) < 5:
        return f"{median} (n={len(samples)})"
    return f"p50 {median}, p95 {quantile(samples, 0.95):.4g} {unit} (n={len(samples)})"


def as_json(figures: Sequence[Figure], machine: dict[str, object]) -> str:
    """Return everything, samples included, as one JSON object."""
    shown = [
        asdict(figure)
        | {"p50": quantile(figure.ours, 0.5), "p95": quantile(figure.ours, 0.95), "n": len(figure.ours)}
        | {"floor_p50": quantile(figure.floor, 0.5) if figure.floor else None, "ratio": figure.ratio}
        for figure in figures
    ]
    return json.dumps({"machine": machine, "figures": shown}, indent=2)


def describe_machine() -> dict[str, object]:
    """Return what the figures depend on; a load well above 0 says that others worked here too."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "processors": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
    }
