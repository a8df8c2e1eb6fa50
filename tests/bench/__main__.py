"""``python -m tests.bench [NAME ...] [--json] [--samples N]``: measures on this machine and prints; nothing is asserted on time."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping

from tests.bench import command_line, decision, idle, letter, memory, reading, replies
from tests.bench.figures import Figure, as_json, as_text, describe_machine
from tests.mailserver.server import why_not

_BENCHES: Mapping[str, tuple[Callable[[int], list[Figure]], int]] = {
    "letter": (letter.measure, 30),
    "decision": (decision.measure, 25),
    "memory": (memory.measure, 1),
    "idle": (idle.measure, 1),
    "help": (command_line.measure, 20),
    "reading": (reading.measure, 5),
    "replies": (replies.measure, 20),
    "many": (reading.measure_many, 1),
}
"""Name → (what measures, samples unless told)."""
_NEED_SERVERS = frozenset({"letter", "decision", "memory", "idle"})


def main() -> None:
    """Measure what is named, or all of it."""
    options = _parse()
    lacking = why_not()
    machine = describe_machine()
    figures: list[Figure] = []
    for name in options.names or _BENCHES:
        if lacking and name in _NEED_SERVERS:
            sys.stderr.write(f"{name} is left out; Dovecot and Postfix: {lacking}\n")
            continue
        measure, samples = _BENCHES[name]
        taken = measure(options.samples or samples)
        figures += taken
        if not options.json:
            print("\n".join(map(as_text, taken)), flush=True)
    if options.json:
        print(as_json(figures, machine))
    else:
        print(", ".join(f"{name} {value}" for name, value in machine.items()))


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(_BENCHES)}; all without a name")
    parser.add_argument("--json", action="store_true", help="print one JSON object, every sample included")
    parser.add_argument("--samples", type=int, help="instead of each one's own number")
    options = parser.parse_args()
    unknown = set(options.names) - set(_BENCHES)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(_BENCHES)}")
    return options


if __name__ == "__main__":
    main()
