"""One unit of work: everything the flow may read and write, grouped as the stages are."""

from __future__ import annotations

from bot.storage.accounts import AccountTables
from bot.storage.follow_ups import FollowUpTables
from bot.storage.journal import JournalTables
from bot.storage.lessons import LessonTables
from bot.storage.letters import LetterTables
from bot.storage.mails import MailTables
from bot.storage.outbox import OutboxTables


class Transaction(MailTables, LessonTables, AccountTables, FollowUpTables, LetterTables, OutboxTables, JournalTables):
    """A transaction (see `bot.storage.database.Database.transaction`)."""
