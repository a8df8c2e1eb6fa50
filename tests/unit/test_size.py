"""The modules of the reader of company mail stay of a size that one reads in a sitting."""

from __future__ import annotations

from pathlib import Path

import bot.core.reading.company

_MOST_LINES = 250


def test_no_module_of_the_company_reader_is_longer_than_one_reads_in_a_sitting() -> None:
    modules = Path(bot.core.reading.company.__file__).parent.glob("*.py")
    lines = {module.name: len(module.read_text(encoding="utf-8").splitlines()) for module in modules}
    assert {name: count for name, count in lines.items() if count > _MOST_LINES} == {}
