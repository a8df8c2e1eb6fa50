"""The one error tree, sorted by what happens next (never by where it happened)."""

from __future__ import annotations


class BotError(Exception):
    """An error the program foresees; its text is one sentence for the owner: what is wrong, what to do."""


class OperatorError(BotError):
    """A person has to change the set-up; the part that met it stops."""


class ConfigurationError(OperatorError):
    """Settings or policy are wrong; ``problems`` lists every one of them."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class LoginRefusedError(OperatorError):
    """The server refused name or password (or token)."""


class TemporaryError(BotError):
    """May go well later; retried with back-off."""


class PermanentError(BotError):
    """This item is given up; the rest goes on."""


class UnparsableError(PermanentError):
    """A mail over the caps, or broken beyond reading: it is shunted."""
