"""Sets the stage, plays the story, and clears everything away."""

from __future__ import annotations

import contextlib
import logging
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console

from bot.clock import system_clock
from bot.demo.clock import StoryClock, first_morning
from bot.demo.people import EVERYBODY, ZONE
from bot.demo.proof import Proof
from bot.demo.running_bot import RunningBot
from bot.demo.screen import Screen, moment_text
from bot.demo.servers import MailServers
from bot.demo.story import CHANGE_CLAIM, QUESTION_CLAIM, SENT_CLAIM, Story
from bot.demo.voice import TypedVoice, Voice, self_playing

_PROFILE = """\
headline = "Software engineer with nine years in payments"

[[qualifications]]
text = "nine years of building dependable software services"
keywords = ["software", "engineer"]
"""


def run_demo(
    console: Console, *, save_to: Path | None, voice: Voice | None = None, demanded: Sequence[str] = ()
) -> bool:
    """Play the story and return whether it came out right. *voice* None: the user at the terminal; *demanded*: claims that have to come up.

    Raises PermanentError (*save_to* cannot be written, the story cannot go on) or TemporaryError (it takes too long).
    """
    screen = Screen(console, save_to)
    _introduce(screen, typed=voice is None)
    with _kept_logs() as errors:
        proofs = play_story(screen, voice or TypedVoice(screen))
    made = {proof.claim for proof in proofs}
    proofs += [Proof(claim=claim, holds=False, found="it did not happen") for claim in demanded if claim not in made]
    proofs.append(Proof(claim="No part of the bot reported an error", holds=not errors, found="; ".join(errors)))
    screen.show_summary(proofs)
    well = all(proof.holds for proof in proofs)
    screen.end("The story came out right." if well else "The story did not come out right: see the ✗ above.", well=well)
    return well


def run_self_playing(console: Console, *, save_to: Path | None) -> bool:
    """Play the story with an owner who is unsure, changes something, and says yes."""
    return run_demo(console, save_to=save_to, voice=self_playing(), demanded=(QUESTION_CLAIM, CHANGE_CLAIM, SENT_CLAIM))


def play_story(screen: Screen, voice: Voice) -> list[Proof]:
    """Start servers and bot, play, and end both, whatever happens; nothing is left behind."""
    clock = StoryClock(first_morning(system_clock(), ZONE))
    with tempfile.TemporaryDirectory(prefix="followup-bot-demo-") as directory:
        _write_profile(Path(directory) / "config")
        servers = MailServers(EVERYBODY, clock)
        with contextlib.ExitStack() as stack:
            stack.callback(servers.stop)
            servers.start()
            bot = RunningBot(servers, clock, Path(directory))
            stack.callback(bot.stop)
            bot.start()
            return Story(servers=servers, bot=bot, clock=clock, screen=screen, voice=voice).play()


def _introduce(screen: Screen, *, typed: bool) -> None:
    now = first_morning(system_clock(), ZONE)
    screen.say(
        "You are Robin Park, looking for a job. An IMAP and an SMTP server have just started inside this process, for you and "
        "three others, and followup-bot watches your mailbox as it would any other. Nothing leaves this machine. "
        f"The story begins on {moment_text(now)}, and its clock runs fast."
    )
    screen.say(
        "The replies are yours to type."
        if typed
        else "It plays itself; run it on a terminal to type the replies yourself."
    )


def _write_profile(directory: Path) -> None:
    """The owner of the story has filled in a little about himself."""
    directory.mkdir()
    (directory / "profile.toml").write_text(_PROFILE, encoding="utf-8")


class _Keeper(logging.Handler):
    """Keeps what was logged as an error, by event name."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.kept: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        reason = f" ({record.exc_info[0].__name__})" if record.exc_info and record.exc_info[0] else ""
        self.kept.append(f"{record.getMessage()}{reason}")


@contextlib.contextmanager
def _kept_logs() -> Iterator[list[str]]:
    """Keep the log away from the story, and its errors for the end."""
    keeper = _Keeper()
    root = logging.getLogger()
    root.addHandler(keeper)
    try:
        yield keeper.kept
    finally:
        root.removeHandler(keeper)
