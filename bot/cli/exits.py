"""How commands end: exit codes, and what is said about a foreseen error."""

from __future__ import annotations

from bot.errors import BotError, ConfigurationError, LoginRefusedError, OperatorError, TemporaryError

EXIT_FINDING = 1
EXIT_TEMPORARY = 75  # EX_TEMPFAIL
EXIT_LOGIN_REFUSED = 77  # EX_NOPERM
EXIT_CONFIGURATION = 78  # EX_CONFIG


def exit_code(error: BotError) -> int:
    """Return the exit code for a foreseen error (sysexits.h where it has one)."""
    match error:
        case LoginRefusedError():
            return EXIT_LOGIN_REFUSED
        case OperatorError():
            return EXIT_CONFIGURATION
        case TemporaryError():
            return EXIT_TEMPORARY
        case _:
            return EXIT_FINDING


def said(error: BotError) -> str:
    """Return what to tell the user: one sentence, or one line for each problem of the configuration."""
    if isinstance(error, ConfigurationError) and len(error.problems) > 1:
        lines = "\n".join(f"  - {problem}" for problem in error.problems)
        return f"followup-bot: {len(error.problems)} things in the configuration need your hand:\n{lines}"
    return f"followup-bot: {error}"
