"""A private Dovecot and Postfix for tests, driven from Python."""

from __future__ import annotations

import os
import re
import shutil
import signal
import smtplib
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from email import message_from_bytes
from email.utils import getaddresses
from pathlib import Path
from typing import TypeVar

from imapclient import IMAPClient

HERE = Path(__file__).parent
PORTS = ("IMAP_PORT", "IMAPS_PORT", "SMTP_PORT", "SUBM_PORT", "SMTPS_PORT", "LMTP_PORT", "AUTH_PORT")
DOMAIN = "example.test"
PASSWORD = "pw"
T = TypeVar("T")
LIMIT_S = 60.0
"""For whatever is awaited here: far beyond what it takes even on a busy machine, for no test is about speed."""


def why_not() -> str | None:
    """Return why the servers cannot be had here, or None where they can."""
    missing = [name for name in ("dovecot", "postfix", "openssl") if shutil.which(name, path=_path()) is None]
    if missing:
        return f"not installed: {', '.join(missing)}"
    return None if os.geteuid() == 0 else "needs root (Postfix insists on it)"


def _path() -> str:
    return f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"


class MailServer:
    """IMAP, SMTP, submission on free ports of 127.0.0.1, with a state of its own.

    Users ``me bot alice bob carol`` @example.test (see `address`), password ``pw``. At SMTP, ``defer@`` answers 450,
    ``reject@`` 550, ``nouser@`` is accepted and bounced; nothing can leave the machine. Mail to a user at any other domain below
    ``.test`` comes to the same mailbox, so that every company can have its own.
    """

    host = "localhost"

    def __init__(self, users: Sequence[str] = ("me", "bot", "alice", "bob", "carol"), base: Path | None = None) -> None:
        self.users = tuple(users)
        self.base = base or Path(tempfile.mkdtemp(prefix="mail-", dir="/tmp"))  # short: unix sockets live below it
        self.base.chmod(0o755)
        self.ports = dict(zip(PORTS, _free_ports(len(PORTS)), strict=True))

    # life

    def start(self) -> None:
        """Start both servers; mails and UIDVALIDITY of an earlier start on the same base are kept."""
        env = os.environ | {"PATH": _path(), "USERS": " ".join(self.users), "DOMAIN": DOMAIN, "PASS": PASSWORD}
        env |= {name: str(port) for name, port in self.ports.items()}
        self._script("start.sh", env)

    def stop(self, *, purge: bool = False) -> None:
        """Stop both, sessions and all; with *purge* nothing is left behind."""
        sessions = self._sessions()
        self._script("stop.sh", os.environ | {"PATH": _path()}, *(["--purge"] if purge else []))
        for pid in sessions:  # logged-in sessions outlive Dovecot's master
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def restart(self) -> None:
        self.stop()
        self.start()

    def _sessions(self) -> list[int]:
        """Processes of this instance that serve clients; their title names the instance."""
        title = f"dovecot-t{self.imap_port}/imap".encode()
        found = []
        for entry in Path("/proc").glob("[0-9]*/cmdline"):
            with suppress(OSError):
                if entry.read_bytes().startswith(title):
                    found.append(int(entry.parent.name))
        return found

    def _script(self, name: str, env: dict[str, str], *more: str) -> None:
        # Output goes to a file: the servers would inherit a pipe and keep it open.
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(
                [HERE / name, self.base, *more], env=env, stdout=output, stderr=subprocess.STDOUT, timeout=LIMIT_S
            )
            if done.returncode != 0:
                output.seek(0)
                raise RuntimeError(f"{name}: {output.read()}")

    # addresses and ports

    @staticmethod
    def address(user: str) -> str:
        return user if "@" in user else f"{user}@{DOMAIN}"

    @property
    def ca_file(self) -> Path:
        return self.base / "tls" / "cert.pem"

    @property
    def imap_port(self) -> int:
        """Clear text, with STARTTLS."""
        return self.ports["IMAP_PORT"]

    @property
    def imaps_port(self) -> int:
        return self.ports["IMAPS_PORT"]

    @property
    def mx_port(self) -> int:
        """Takes mail from anybody, as an MX does."""
        return self.ports["SMTP_PORT"]

    @property
    def submission_port(self) -> int:
        """STARTTLS and log-in are demanded."""
        return self.ports["SUBM_PORT"]

    @property
    def smtps_port(self) -> int:
        """Implicit TLS; log-in is demanded."""
        return self.ports["SMTPS_PORT"]

    # what users and strangers do

    @contextmanager
    def imap(self, user: str) -> Iterator[IMAPClient]:
        """A logged-in client of *user*, closed at the end."""
        context = ssl.create_default_context(cafile=str(self.ca_file))
        with IMAPClient(self.host, port=self.imaps_port, ssl_context=context, timeout=LIMIT_S) as client:
            client.normalise_times = False
            client.login(self.address(user), PASSWORD)
            yield client

    def inject(self, raw: bytes, to: str, *, sender: str = "someone@elsewhere.example") -> None:
        """Deliver *raw* to *to* as a stranger's server would; returns at Postfix's 250."""
        with smtplib.SMTP("127.0.0.1", self.mx_port, local_hostname="elsewhere.example", timeout=LIMIT_S) as smtp:
            smtp.sendmail(sender, [self.address(to)], raw)

    def submit(self, raw: bytes, user: str, to: Sequence[str] = ()) -> None:
        """Send *raw* as a mail client of *user* would: STARTTLS, log-in. Without *to*, to everyone in To, Cc and Bcc."""
        to = to or _recipients(raw)
        with smtplib.SMTP(self.host, self.submission_port, local_hostname="client.example", timeout=LIMIT_S) as smtp:
            smtp.starttls(context=ssl.create_default_context(cafile=str(self.ca_file)))
            smtp.login(self.address(user), PASSWORD)
            smtp.sendmail(self.address(user), [self.address(one) for one in to], raw)

    def file(self, raw: bytes, user: str, mailbox: str = "INBOX", when: datetime | None = None) -> None:
        """Put *raw* into a mailbox of *user* by IMAP APPEND, as a client files its copy in Sent; *when*: aware, default now."""
        with self.imap(user) as client:
            client.append(mailbox, raw, flags=(b"\\Seen",), msg_time=when)

    def mails(self, user: str, mailbox: str = "INBOX") -> list[bytes]:
        """Every mail there, oldest first, as bytes."""
        with self.imap(user) as client:
            client.select_folder(mailbox, readonly=True)
            answers = _all(client)
            return [answers[uid][b"BODY[]"] for uid in sorted(answers)]

    def count(self, user: str) -> int:
        """How many mails lie in the INBOX of *user*; costs no log-in."""
        inbox = self.maildir(user)
        return sum(len(os.listdir(inbox / part)) for part in ("new", "cur") if (inbox / part).is_dir())

    def wait_for(self, predicate: Callable[[], T], timeout: float = LIMIT_S) -> T:
        """Ask *predicate* again and again until its answer is true; return it. Raises AssertionError after *timeout* seconds."""
        return wait_for(predicate, timeout)

    # harm

    def imap_pids(self, user: str) -> list[int]:
        """The server's processes that hold sessions of *user*."""
        shown = subprocess.run(
            ["doveadm", "-c", self.base / "dovecot" / "dovecot.conf", "who", "-1", self.address(user)],
            env=os.environ | {"PATH": _path()},
            capture_output=True,
            text=True,
            timeout=LIMIT_S,
        ).stdout
        return [int(pid) for pid in re.findall(r"\bimap\s+(\d+)", shown)]

    def signal_imap(self, user: str, number: signal.Signals) -> list[int]:
        """Send a signal to *user*'s sessions: KILL is a crash, STOP a half-open peer, CONT its end."""
        pids = self.imap_pids(user)
        for pid in pids:
            os.kill(pid, number)
        return pids

    def change_password(self, user: str, password: str) -> None:
        """From the return of this on, *user* gets in with *password* alone; give back `PASSWORD` at the end."""
        users, name = self.base / "dovecot" / "users", self.address(user)
        users.write_text(re.sub(rf"(?m)^{re.escape(name)}:.*$", f"{name}:{{PLAIN}}{password}::::::", users.read_text()))
        wait_for(lambda: self._takes(name, password))  # Dovecot looks at the file once a second

    def _takes(self, name: str, password: str) -> bool:
        """Ask Dovecot's own tool, which leaves no failed log-in behind."""
        asked = ["doveadm", "-c", self.base / "dovecot" / "dovecot.conf", "auth", "test", name, password]
        env = os.environ | {"PATH": _path()}
        return subprocess.run(asked, env=env, capture_output=True, timeout=LIMIT_S).returncode == 0

    def maildir(self, user: str) -> Path:
        return self.base / "mail" / self.address(user) / "Maildir"

    def forget_numbers(self, user: str) -> None:
        """Lose the index of *user*: UIDVALIDITY changes, mails are numbered from 1."""
        for file in self.maildir(user).rglob("dovecot*"):
            if file.is_file():
                file.unlink()


def _recipients(raw: bytes) -> list[str]:
    mail = message_from_bytes(raw)
    return [address for _, address in getaddresses([str(mail[name]) for name in ("To", "Cc", "Bcc") if mail[name]])]


def _all(client: IMAPClient) -> dict[int, dict[bytes, bytes]]:
    uids = client.search("1:*")
    return client.fetch(uids, ["BODY.PEEK[]"]) if uids else {}


def wait_for(predicate: Callable[[], T], timeout: float = LIMIT_S) -> T:
    """See `MailServer.wait_for`."""
    until = time.monotonic() + timeout
    while not (answer := predicate()):
        assert time.monotonic() < until, f"not within {timeout} s: {predicate}"
        time.sleep(0.02)
    return answer


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports
