"""An owner with the daemon as a subprocess on real mail servers: driven by mail and command line alone, as a user would."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from pathlib import Path
from typing import ClassVar

from typer.testing import CliRunner

from bot.cli import app
from tests.mailserver.server import LIMIT_S, MailServer, wait_for

POLICY = """
[letters]
hours = "00:00-24:00"
digest = false
[debrief]
enabled = {asks}
after = "0m"
[thank_you]
earliest = "0m"
target = "24h"
deadline = "48h"
window = "00:00-24:00"
[status_check]
window = "00:00-24:00"
weekends = true
without_timeline = "{wait}"
min_gap = "{gap}"
[rejection_reply]
earliest = "{think}"
[approval]
undo = "{undo}"
[network]
linkedin = "{linkedin}"
[limits]
letters_per_hour = 500
sends_per_day = 500
[quiet]
holidays = "none"
"""


class House:
    """One owner, his mailbox, his daemon. ``owner``, ``company``: users of the server."""

    launched: ClassVar[list[subprocess.Popen[bytes]]] = []
    """Every daemon, so that none outlives a test that failed."""

    def __init__(
        self, server: MailServer, folder: Path, owner: str, *, undo: str = "0s", smtp_port: int | None = None
    ) -> None:
        self.server = server
        self.folder = folder
        self.owner = owner
        self.reader = owner  # whose INBOX the letters go to
        self.env_file = folder / ".env"
        self.data_dir = folder / "data"
        self.log = folder / "daemon.log"
        self.process: subprocess.Popen[bytes] | None = None
        self.smtp_port = smtp_port or server.submission_port
        self.write_policy(undo=undo)
        self.write_env()

    @property
    def address(self) -> str:
        """The owner's address."""
        return self.server.address(self.owner)

    def write_policy(
        self,
        *,
        undo: str = "0s",
        asks: bool = False,
        think: str = "12h",
        wait: str = "7 business days",
        gap: str = "3 days",
        linkedin: str = "off",
    ) -> None:
        """Write the policy under which nothing waits, but for the undo time; *asks*: how the talk went is asked first; *think*: so long a
        rejection is not answered; *wait*, *gap*: before a status check; *linkedin*: whether requests are
        proposed."""
        (self.folder / "config").mkdir(parents=True, exist_ok=True)
        (self.folder / "config" / "policy.toml").write_text(
            POLICY.format(undo=undo, asks=str(asks).lower(), think=think, wait=wait, gap=gap, linkedin=linkedin)
        )

    def write_env(self, **changes: str) -> None:
        """Write the settings; *changes* replace or add variables."""
        values = {
            "BOT_OWNER_NAME": '"Robin Park"',
            "BOT_OWNER_EMAIL": self.address,
            "BOT_TIMEZONE": "Europe/Berlin",
            "BOT_IMAP_HOST": "localhost",
            "BOT_IMAP_PORT": str(self.server.imaps_port),
            "BOT_IMAP_SECURITY": "tls",
            "BOT_IMAP_PASSWORD": "pw",
            "BOT_SMTP_HOST": "localhost",
            "BOT_SMTP_PORT": str(self.smtp_port),
            "BOT_SMTP_SECURITY": "starttls",
            "BOT_SMTP_PASSWORD": "pw",
            "BOT_TLS_CA_FILE": str(self.server.ca_file),
            "BOT_DATA_DIR": str(self.data_dir),
            "BOT_CONFIG_DIR": str(self.folder / "config"),
        } | changes
        self.env_file.write_text("".join(f"{name}={value}\n" for name, value in values.items()))
        self.env_file.chmod(0o600)

    # the daemon

    def start(self) -> None:
        """Start the daemon and wait until it watches."""
        self.launch()
        wait_for(lambda: self.log_lines("watch_connected") or self._ended())
        wait_for(lambda: len(set(self.log_lines("watch_connected"))) >= 2 or self._ended())

    def launch(self) -> None:
        """Start the daemon without waiting."""
        self.log.write_bytes(b"")
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [*_program(), "--env-file", str(self.env_file), "run"],
                stdout=output,
                stderr=subprocess.STDOUT,
                env=_environment(),
                cwd=self.folder,
            )
        self.launched.append(self.process)

    def _ended(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, f"the daemon ended with {self.process.returncode}: {self.log.read_text()}"
        return False

    def stop(self, number: signal.Signals = signal.SIGTERM, timeout: float = LIMIT_S) -> int:
        """End the daemon and return its exit code."""
        self.tell(number)
        return self.wait_end(timeout)

    def tell(self, number: signal.Signals) -> None:
        """Send a signal to the daemon."""
        assert self.process is not None
        self.process.send_signal(number)

    def wait_end(self, timeout: float = LIMIT_S) -> int:
        """Wait for the end of the daemon and return its exit code."""
        assert self.process is not None
        code = self.process.wait(timeout)
        self.process = None
        return code

    def log_lines(self, word: str) -> list[str]:
        """The lines of the daemon's log that hold a word."""
        return [line for line in self.log.read_text(errors="replace").splitlines() if word in line]

    def unforeseen(self) -> list[str]:
        """What the daemon wrote about things that it did not foresee."""
        words = (" ERROR ", " CRITICAL ", "Traceback", "Exception", "never awaited")
        return [
            line for line in self.log.read_text(errors="replace").splitlines() if any(word in line for word in words)
        ]

    def run(self, *arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run a command of the program, as the owner would type it."""
        return subprocess.run(
            [*_program(), "--env-file", str(self.env_file), *arguments],
            capture_output=True,
            text=True,
            input=stdin,
            timeout=2 * LIMIT_S,
            env=_environment(),
            cwd=self.folder,
        )

    def listed(self) -> list[dict[str, object]]:
        """What ``list --json`` prints; in this process, for it is asked often."""
        outside = {name: None for name in os.environ if name.startswith("BOT_")}
        done = CliRunner().invoke(app, ["--env-file", str(self.env_file), "list", "--json"], env=outside)
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)

    def states(self, kind: str = "thank_you") -> list[str]:
        """The states of the follow-ups of a kind."""
        return [mail["state"] for row in self.listed() for mail in row["follow_ups"] if mail["kind"] == kind]  # type: ignore[attr-defined]

    # mail

    def letters(self, kind: str | None = None, *, holding: str = "") -> list[EmailMessage]:
        """The bot's letters in the INBOX where the owner reads them, oldest first."""
        marked = (raw for raw in self.server.mails(self.reader) if b"\nX-Followup-Letter:" in raw[:20_000])
        found = [parsed(raw) for raw in marked]  # the rest is not looked at: it may be made to break a reader
        found = [mail for mail in found if mail["X-Followup-Letter"] and kind in (None, mail["X-Followup-Letter"])]
        wanted = " ".join(holding.lower().split())
        return [mail for mail in found if wanted in " ".join(f"{mail['Subject']} {text_of(mail)}".lower().split())]

    def wait_letter(
        self, kind: str | None, *, holding: str = "", count: int = 1, timeout: float = LIMIT_S
    ) -> EmailMessage:
        """Wait for the *count*-th letter of a kind (whose subject or text holds some words) and return it."""
        seen = -1

        def arrived() -> list[EmailMessage] | None:
            nonlocal seen
            before, seen = seen, self.server.count(self.reader)
            letters = self.letters(kind, holding=holding) if seen != before else []
            return letters if len(letters) >= count else None

        try:
            found = wait_for(arrived, timeout)
        except AssertionError:
            here = "\n".join(f"{one['X-Followup-Letter']}: {one['Subject']}" for one in self.letters())
            raise AssertionError(
                f"no {kind or ''} letter number {count} with {holding!r} came; here are\n{here}\n{self.log.read_text()}"
            ) from None
        return found[count - 1]

    def wait_mail(self, user: str, *, count: int = 1, timeout: float = LIMIT_S) -> bytes:
        """Wait for the *count*-th mail in the INBOX of another user and return its bytes."""
        wait_for(lambda: self.server.count(user) >= count, timeout)
        return wait_for(lambda: self.server.mails(user)[count - 1 :], timeout)[0]

    def write_to_self(self, subject: str) -> EmailMessage:
        """Send a command in the subject of a mail to oneself, from a mail app that files a copy in Sent."""
        mail = EmailMessage()
        mail["From"] = mail["To"] = f"Robin Park <{self.address}>"
        mail["Subject"] = subject
        mail["Date"] = format_datetime(datetime.now(UTC))
        mail["Message-ID"] = make_msgid(domain="client.example.test")
        mail.set_content("\n")
        raw = mail.as_bytes(policy=policy.SMTP)
        self.server.file(raw, self.owner, "Sent")
        self.server.submit(raw, self.owner)
        return mail

    def reply(
        self, letter: EmailMessage, text: str, *, sent_copy: bool = True, quote: bool = True, **fields: str
    ) -> EmailMessage:
        """Answer a letter as a mail app does: through submission, with the letter quoted, a copy filed in Sent."""
        mail = self.write_reply(letter, text, quote=quote, **fields)
        raw = mail.as_bytes(policy=policy.SMTP)
        if sent_copy:
            self.server.file(raw, self.owner, "Sent")
        self.server.submit(raw, self.owner)
        return mail

    def write_reply(self, letter: EmailMessage, text: str, *, quote: bool = True, **fields: str) -> EmailMessage:
        """Return an answer to a letter without sending it; *fields* replace its header fields."""
        mail = EmailMessage()
        mail["From"] = f"Robin Park <{self.address}>"
        mail["To"] = str(letter["From"])
        mail["Subject"] = f"Re: {letter['Subject']}"
        mail["Date"] = format_datetime(datetime.now(UTC))
        mail["Message-ID"] = make_msgid(domain="client.example.test")
        mail["In-Reply-To"] = str(letter["Message-ID"])
        mail["References"] = f"{letter['References'] or ''} {letter['Message-ID']}".strip()
        for name, value in fields.items():
            del mail[name.replace("_", "-")]
            mail[name.replace("_", "-")] = value
        quoted = "\n".join(f"> {line}" for line in text_of(letter).splitlines())
        mail.set_content(
            f"{text}\n\nOn {letter['Date']}, {letter['From']} wrote:\n{quoted}\n" if quote else f"{text}\n"
        )
        return mail

    def approved(self, letter: EmailMessage, text: str = "approve") -> EmailMessage:
        """Answer with a yes and return the receipt."""
        before = len(self.letters("receipt", holding="approved"))
        self.reply(letter, text)
        return self.wait_letter("receipt", holding="approved", count=before + 1)


def invitation(
    *,
    to: str,
    organizer: str,
    name: str = "Jane Doe",
    company: str = "Acme Robotics",
    start: datetime,
    minutes: int = 60,
    uid: str = "talk-1@acme.example",
    sequence: int = 0,
    method: str = "REQUEST",
    subject: str | None = None,
    also: Sequence[tuple[str, str]] = (),
    **fields: str,
) -> EmailMessage:
    """An iCalendar invitation as calendar programs send it. *also*: (name, address) of further people there."""
    title = subject or f"Interview with {company}: Backend Engineer"
    stamp = "%Y%m%dT%H%M%SZ"
    calendar = "\r\n".join(
        [
            "BEGIN:VCALENDAR",
            "PRODID:-//Example//Calendar//EN",
            "VERSION:2.0",
            f"METHOD:{method}",
            "BEGIN:VEVENT",
            f"UID:{uid}",
            f"SEQUENCE:{sequence}",
            f"DTSTAMP:{datetime.now(UTC):{stamp}}",
            f"DTSTART:{start.astimezone(UTC):{stamp}}",
            f"DTEND:{start.astimezone(UTC) + timedelta(minutes=minutes):{stamp}}",
            f"SUMMARY:{title}",
            f"STATUS:{'CANCELLED' if method == 'CANCEL' else 'CONFIRMED'}",
            f"ORGANIZER;CN={name}:mailto:{organizer}",
            f"ATTENDEE;CN=Robin Park;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:{to}",
            f"ATTENDEE;CN={name};ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:{organizer}",
            *(f"ATTENDEE;CN={who};ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:{where}" for who, where in also),
            "LOCATION:https://meet.example.com/acme-robin",
            "DESCRIPTION:Interview for the Backend Engineer role at " + company + ".",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    )
    mail = EmailMessage()
    mail["From"] = f"{name} <{organizer}>"
    mail["To"] = f"Robin Park <{to}>"
    mail["Subject"] = f"Canceled: {title}" if method == "CANCEL" else title
    mail["Date"] = format_datetime(datetime.now(UTC))
    mail["Message-ID"] = make_msgid(domain="acme.example")
    for field, value in fields.items():
        mail[field.replace("_", "-")] = value
    called_off = (
        "we have to cancel our interview"
        if method == "CANCEL"
        else f"please find the invitation to your interview with {company}"
    )
    mail.set_content(f"Hi Robin,\n\n{called_off} for the Backend Engineer role.\n\nBest,\n{name}\n{company}\n")
    mail.add_alternative(calendar, subtype="calendar", params={"method": method}, cte="8bit")
    return mail


def parsed(raw: bytes) -> EmailMessage:
    """Bytes as a message of the standard library."""
    mail = message_from_bytes(raw, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def text_of(mail: EmailMessage) -> str:
    """The plain text of a mail."""
    body = mail.get_body(("plain",))
    return str(body.get_content()).replace("\r\n", "\n") if body else ""


def same_text(mail: EmailMessage, draft: str) -> bool:
    """Whether the mail says exactly what the draft said, line by line."""
    return text_of(mail).rstrip("\n") == draft


def draft_in(letter: EmailMessage) -> str:
    """The draft's text that a letter shows between its markers."""
    match = re.search(r"--- begin text\n(.*?)\n--- end text", text_of(letter), re.DOTALL)
    assert match, text_of(letter)
    return match.group(1)


def _program() -> Sequence[str]:
    return (sys.executable, "-m", "bot")


def _environment() -> dict[str, str]:
    unwanted = ("BOT_", "PYTHONDONTWRITEBYTECODE")  # what is compiled is kept, as it is where the program is installed
    kept = {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}
    return kept | {"PYTHONUNBUFFERED": "1", "NO_COLOR": "1", "COLUMNS": "160"}


@contextmanager
def running(house: House) -> Iterator[House]:
    """The daemon, started, and surely ended afterwards."""
    house.start()
    try:
        yield house
    finally:
        if house.process is not None:
            house.process.kill()
            house.process.wait(LIMIT_S)
