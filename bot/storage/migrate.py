"""Schema migrations, applied at start. `python -m bot.storage.migrate "message"` writes a new one from the tables."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, create_engine, inspect, text

from bot.errors import OperatorError

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATIONS = Path(__file__).with_name("migrations")
_VERSION_TABLE = "alembic_version"
_REVISION = re.compile(r"^(down_)?revision\b[^=\n]*=\s*[\"']?(\w+)", re.MULTILINE)


def upgrade(engine: Engine) -> None:
    """Bring the schema to the newest revision; does nothing, and costs one query, where it is there already."""
    with engine.begin() as connection:
        if _current_revisions(connection) == newest_revisions():
            return
        _upgrade(connection)


def newest_revisions() -> set[str]:
    """Return the revisions that no other builds on, from the migrations themselves: one, unless two were written side by side.

    Alembic knows as much, and more, for 12 MB of memory and a quarter of a second at every start: it is for upgrades alone.
    """
    found = [
        match
        for file in (_MIGRATIONS / "versions").glob("*.py")
        for match in _REVISION.findall(file.read_text("utf-8"))
    ]
    return {name for down, name in found if not down} - {name for down, name in found if down}


def _current_revisions(connection: Connection) -> set[str]:
    if not inspect(connection).has_table(_VERSION_TABLE):
        return set()
    return set(connection.execute(text(f"SELECT version_num FROM {_VERSION_TABLE}")).scalars())  # noqa: S608  a constant


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.script import ScriptDirectory

    config = _config(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if not _current_revisions(connection) <= known:
        raise OperatorError(
            "the database was written by a newer followup-bot: upgrade the program, or restore an older backup"
        )
    command.upgrade(config, "head")


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _write_revision(message: str) -> None:
    from alembic import command

    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        command.upgrade(_config(connection), "head")
        command.revision(_config(connection), message=message, autogenerate=True)


if __name__ == "__main__":
    _write_revision(" ".join(sys.argv[1:]) or "change")
