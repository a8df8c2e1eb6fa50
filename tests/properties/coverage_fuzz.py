"""Mail broken where the code branches: libFuzzer, through atheris, looks for bytes that reach new code.

``python -m tests.properties.coverage_fuzz FOLDER [-max_total_time=60 …]`` runs until the time is up or something breaks; what broke it
lies in the working directory. The mails in FOLDER are what it starts from; what it learns is added there.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import atheris

with atheris.instrument_imports(include=["bot.core"]):
    from bot.core.message.parse import parse_message
    from bot.core.message.types import Message, Owner
    from bot.core.reading.company.read import read_company_mail
    from bot.core.reading.owner.answer import letter_from_message, read_owner_reply
    from bot.errors import UnparsableError
    from tests.corpus.labels import load_cues
    from tests.properties.mutations import CORPUS
    from tests.unit.core.reading.owner.letters_for_tests import load_cues as load_command_cues

CUES, COMMANDS = load_cues(), load_command_cues()
OWNER = Owner(name="Maya Okafor", email="maya.okafor@example.org", tz="America/New_York")
NOW = datetime(2026, 5, 14, 22, 20, tzinfo=UTC)
LETTER = letter_from_message(parse_message((CORPUS / "replies" / "letters" / "en.eml").read_bytes()))


def read_bytes(raw: bytes) -> None:
    """Read *raw* as the company's mail and as the owner's; whatever is raised but a refusal is a find."""
    try:
        message: Message = parse_message(raw)
    except UnparsableError:
        return
    read_company_mail(message=message, owner=OWNER, cues=CUES, received_at=NOW)
    read_owner_reply(message=message, letter=LETTER, owner=OWNER, cues=COMMANDS, now=NOW)


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_bytes)
    atheris.Fuzz()
