"""What ``explain`` reads mail with: the words, the rules, the owner as far as he is known, and what he has corrected before."""

from __future__ import annotations

import sys
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.clock import system_clock
from bot.config_files import ConfigFiles
from bot.core.followup.types import Cadence
from bot.core.interview.known import Known, read_known_mail
from bot.core.message.types import Message, Owner
from bot.core.reading.company.cues import Cues
from bot.core.reading.types import Action, OwnerReading, Reading, Reason
from bot.errors import BotError, ConfigurationError
from bot.settings import Settings, load_settings
from bot.words import load_command_cues, load_cues

if TYPE_CHECKING:
    from bot.core.reading.debrief.types import Debrief
    from bot.core.reading.owner.cues import CommandCues


class House:
    """What stays the same from mail to mail. ``email``, ``name``, ``tz``: the owner as given, None for what the settings say."""

    def __init__(self, env_file: Path | None, email: str | None, name: str | None, tz: str | None) -> None:
        self._given = (email.lower() if email else None, name, tz)
        self._settings = _find_settings(env_file)
        self._files = ConfigFiles(self._settings.config_dir if self._settings else None)

    @cached_property
    def known(self) -> Known:
        """What the owner's record holds; nothing without one, or where it is somebody else's mail that is explained."""
        settings, email = self._settings, self._given[0]
        if settings is None or email not in (None, *settings.owner.addresses):
            return Known()
        from bot.wiring import load_known  # heavy, and needed only where there is a set-up

        try:
            return load_known(settings) or Known()
        except BotError as exc:
            sys.stderr.write(
                f"Your record cannot be looked into, so nothing you corrected is taken into account: {exc}\n"
            )
            return Known()

    @cached_property
    def cadence(self) -> Cadence:
        """The rules of the plan."""
        from bot.policy import load_policy  # heavy, and needed for people alone

        return load_policy(self._files).cadence

    @cached_property
    def _cues(self) -> Cues:
        return load_cues(self._files)

    @cached_property
    def _command_cues(self) -> CommandCues:
        return load_command_cues(self._files)

    def read(self, message: Message) -> Reading:
        """Return the reading of a mail from outside, as the owner's corrections want it."""
        return read_known_mail(message=message, owner=self.owner_of(message), cues=self._cues, known=self.known)

    def read_answer(self, message: Message, letter: Message) -> OwnerReading:
        """Return the reading of the owner's reply to *letter*."""
        from bot.core.reading.owner.answer import letter_from_message, read_owner_reply  # needed for replies alone

        owner = self.owner_of(letter)
        allowed = owner.addresses | {address.email for address in letter.to}
        if message.sender is None or message.sender.email not in allowed:
            reason = Reason(name="not_the_owner", weight=0.0, evidence=str(message.sender or "no single sender")[:120])
            return OwnerReading(action=Action.IGNORE, reasons=(reason,))
        return read_owner_reply(
            message=message,
            letter=letter_from_message(letter),
            owner=owner,
            cues=self._command_cues,
            now=self.arrived_at(message),
        )

    def read_debrief(self, reading: OwnerReading, message: Message, letter: Message) -> Debrief | None:
        """Return what an account of an interview tells, None where *reading* is none. The letter came on the day of the talk."""
        if reading.action is not Action.DEBRIEF:
            return None
        from bot.core.reading.debrief.read import read_debrief
        from bot.core.reading.owner.shown import letter_from_message

        shown = letter_from_message(letter)
        return read_debrief(
            reading.told,
            message=message,
            owner=self.owner_of(letter),
            cues=self._cues,
            held=letter.date,
            known=shown.announced,
        )

    def arrived_at(self, message: Message) -> datetime:
        """Return when the mail came: its Date, else this moment; aware."""
        return message.date or system_clock()

    def owner_of(self, message: Message) -> Owner:
        """Return the owner: as given, else of the settings, else whom the mail was delivered to."""
        email, name, tz = self._given
        settled = self._settings.owner if self._settings else None
        if settled is not None and email in (None, settled.email):
            return Owner(name=name or settled.name, email=settled.email, aliases=settled.aliases, tz=tz or settled.tz)
        delivered = _delivered_to(message)
        address = email or (delivered[0] if delivered else "")
        shown = next((one.name for one in (*message.to, *message.cc) if one.email == address and one.name), "")
        return Owner(name=name or shown, email=address, tz=tz or "UTC")


def is_zone(name: str) -> bool:
    """Return whether *name* is an IANA time zone."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _delivered_to(message: Message) -> list[str]:
    """Return the addresses the mail came to, the surest first."""
    fields = [
        value.strip("<> ").lower() for name in ("delivered-to", "x-original-to") for value in message.header_all(name)
    ]
    return [email for email in (*fields, *(address.email for address in message.to)) if "@" in email]


def _find_settings(env_file: Path | None) -> Settings | None:
    try:
        return load_settings(env_file)
    except ConfigurationError:
        if env_file is not None:
            raise
        return None
