"""The parts of a check that need no server: configuration, templates, database, disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.findings import Finding, failure, note, ok
from bot.errors import ConfigurationError

if TYPE_CHECKING:
    from bot.config_files import ConfigFiles
    from bot.settings import Settings

LEAST_FREE_MB = 200


def check_settings(settings: Settings) -> Iterator[Finding]:
    """Where the settings come from, and what is odd about them."""
    yield ok("settings", f"{settings.env_file or 'from the environment'}: {settings.owner.email}, {settings.owner.tz}")
    yield from (note("settings", warning) for warning in settings.warnings)


def check_configuration(files: ConfigFiles) -> Iterator[Finding]:
    """policy.toml, profile.toml and the words of each language."""
    from bot.policy import load_policy, load_profile
    from bot.words import has_own_words, load_cues

    problems: list[str] = []
    loads: tuple[Callable[[], object], ...] = (
        lambda: load_policy(files),
        lambda: load_profile(files),
        lambda: load_cues(files, thorough=has_own_words(files)),
    )
    for load in loads:
        try:
            load()
        except ConfigurationError as exc:
            problems += exc.problems
    if problems:
        raise ConfigurationError(problems)
    own = files.user_dir is not None and files.user_dir.is_dir()
    yield ok(
        "configuration",
        f"{files.user_dir} over the shipped one" if own else f"as shipped; yours would lie in {files.user_dir}",
    )


def check_templates(files: ConfigFiles) -> Iterator[Finding]:
    """The drafts' templates."""
    from bot.words import load_draft_templates

    yield ok("templates", f"drafts in: {', '.join(load_draft_templates(files, thorough=True).languages())}")


def check_spelling() -> Iterator[Finding]:
    """Whether the drafts' spelling is looked at; without dictionaries everything else works."""
    from bot.dictionaries import LANGUAGES, has_dictionaries

    if has_dictionaries():
        yield ok("spelling", f"advice in: {', '.join(LANGUAGES)}")
    else:
        yield note("spelling", "not checked; if you want advice: pip install 'followup-bot[spelling]'")


def check_database(settings: Settings) -> Iterator[Finding]:
    """The database's own integrity check; one that does not exist yet is left so."""
    import sqlite3

    from bot.storage.database import Database

    path = Path(settings.database_url.removeprefix("sqlite:///"))
    if not path.exists():
        yield ok("database", f"SQLite {sqlite3.sqlite_version}; {path} will be made at the first run")
        return
    database = Database(settings.database_url)
    try:
        result = database.check()
        if result == "ok":
            yield ok("database", f"{database.describe()}, {path}")
        else:
            yield failure(
                "database",
                f"{path} is damaged ({result}); stop the bot and restore a backup: followup-bot restore FILE",
            )
    finally:
        database.close()


def check_disk(data_dir: Path) -> Iterator[Finding]:
    """Whether the data directory can be written, and has room."""
    import os

    existing = next(path for path in (data_dir, *data_dir.parents) if path.exists())
    if not existing.is_dir() or not os.access(existing, os.W_OK | os.X_OK):
        yield failure("disk", f"{existing} cannot be written; correct its permissions, or BOT_DATA_DIR.")
        return
    free_mb = shutil.disk_usage(existing).free // 1_000_000
    if free_mb < LEAST_FREE_MB:
        yield failure(
            "disk", f"only {free_mb} MB are free in {existing}; make room, or set BOT_DATA_DIR to another disk."
        )
    else:
        yield ok("disk", f"{free_mb} MB free in {existing}")
