"""Schema migrations, applied at start. `python -m bot.storage.migrate "message"` writes a new one from the tables."""

from __future__ import annotations

import sys
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine

from bot.errors import OperatorError


def upgrade(engine: Engine) -> None:
    """Bring the schema to the newest revision; does nothing, and costs one query, where it is there already."""
    with engine.begin() as connection:
        config = _config(connection)
        known = ScriptDirectory.from_config(config)
        current = MigrationContext.configure(connection).get_current_revision()
        if current == known.get_current_head():
            return
        if current is not None and current not in {script.revision for script in known.walk_revisions()}:
            raise OperatorError(
                "the database was written by a newer followup-bot: upgrade the program, or restore an older backup"
            )
        command.upgrade(config, "head")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.attributes["connection"] = connection
    return config


def _write_revision(message: str) -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        command.upgrade(_config(connection), "head")
        command.revision(_config(connection), message=message, autogenerate=True)


if __name__ == "__main__":
    _write_revision(" ".join(sys.argv[1:]) or "change")
