"""Run by Alembic: the connection is handed over by `bot.storage.migrate`."""

from alembic import context
from sqlmodel import SQLModel

import bot.storage.tables  # noqa: F401  fills the metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True, user_module_prefix="sqlmodel."
)
with context.begin_transaction():
    context.run_migrations()
