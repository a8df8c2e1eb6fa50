"""The schema at start: brought up to date once, by Alembic; afterwards a query is enough."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from bot.errors import OperatorError
from bot.storage import migrate
from bot.storage.database import Database, sqlite_url
from bot.storage.migrate import newest_revisions


@pytest.fixture
def url(tmp_path: Path) -> str:
    return sqlite_url(tmp_path / "bot.db")


def _migrate(url: str) -> None:
    database = Database(url)
    try:
        database.migrate()
    finally:
        database.close()


def _pretend(url: str, revision: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})
    engine.dispose()


def test_the_newest_revision_is_the_one_that_alembic_takes_for_it() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).with_name("migrations")))
    assert newest_revisions() == set(ScriptDirectory.from_config(config).get_heads())


def test_a_second_start_finds_everything_done_without_alembic(url: str) -> None:
    _migrate(url)
    script = (
        "import sys; from bot.storage.database import Database; "
        f"Database({url!r}).migrate(); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_database_of_a_newer_program_is_left_alone(url: str) -> None:
    _migrate(url)
    _pretend(url, "ffffffffffff")
    with pytest.raises(OperatorError, match="newer followup-bot"):
        _migrate(url)
