"""Mail apps as people use them: neomutt, s-nail and alpine compose the owner's reply with their own quoting and header fields."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from pathlib import Path

from tests.acceptance.house import House

NAMES = ("neomutt", "s-nail", "alpine")
_LIMIT_S = 40
_SAVE = "#!/bin/sh\ncat > {}\n"


def why_not() -> str | None:
    """Return why the mail apps cannot be used here, None where they can."""
    missing = [name for name in NAMES if shutil.which(name) is None]
    return f"not installed: {', '.join(missing)}" if missing else None


def neomutt(house: House, letter: EmailMessage, words: str, folder: Path) -> None:
    """Answer above the quotation, over IMAP and SMTP from end to end: neomutt files its own copy in Sent."""
    editor = _script(
        folder / "edit.sh", f'#!/bin/sh\n{{ echo "{words}"; echo; cat "$1"; }} > "$1.new" && mv "$1.new" "$1"\n'
    )
    company = str(letter["Subject"]).rpartition(", ")[2]
    (folder / "muttrc").write_text(
        f"""
set imap_user="{house.address}" imap_pass="pw" smtp_user="{house.address}" smtp_pass="pw"
set folder="imaps://localhost:{house.server.imaps_port}/" spoolfile="+INBOX" record="+Sent" copy=yes
set smtp_url="smtp://localhost:{house.server.submission_port}" ssl_starttls=yes ssl_force_tls=yes
set ssl_ca_certificates_file="{house.server.ca_file}"
set realname="Robin Park" from="{house.address}" use_from=yes reply_self=yes
set editor="{editor} %s" autoedit=yes fast_reply=yes include=yes abort_unmodified=no quit=yes wait_key=no send_charset="utf-8"
push "<limit>~s 'To approve' !~s 'Re:' ~s '{company}'<enter><last-entry><reply><send-message><quit>"
"""
    )
    _in_terminal(["neomutt", "-n", "-F", str(folder / "muttrc")], folder, [])


def s_nail(house: House, letter: EmailMessage, words: str, folder: Path) -> None:
    """Answer below the quotation, which s-nail indents with a tab; its record is what a mail app then puts into Sent."""
    options = {
        "mta": f"smtp://{house.address.replace('@', '%40')}:pw@localhost:{house.server.submission_port}",
        "tls-ca-file": str(house.server.ca_file),
        "from": f"Robin Park <{house.address}>",
        "record": str(folder / "record.mbox"),
        "ttycharset": "utf-8",
    }
    flags = ["v15-compat", "smtp-use-starttls", "tls-ca-no-defaults", "quote"]
    settings = [f"-S{name}" for name in flags] + [f"-S{name}={value}" for name, value in options.items()]
    done = subprocess.run(
        ["s-nail", "-:/", "-#", *settings, "-Rf", str(_mbox(letter, folder))],
        input=f"reply 1\n{words}\n~.\nquit\n",
        text=True,
        capture_output=True,
        timeout=_LIMIT_S,
        env=_environment(folder),
        check=False,
    )
    record = folder / "record.mbox"
    assert record.exists(), done.stderr
    house.server.file(record.read_bytes().partition(b"\n")[2].strip() + b"\n", house.owner, "Sent")


def alpine(house: House, letter: EmailMessage, words: str, folder: Path) -> None:
    """Answer above the quotation; alpine quotes its own rendering of the HTML, headings in capitals."""
    sent = folder / "sent.eml"
    (folder / "pinerc").write_text(
        f"""personal-name=Robin Park
user-domain={house.address.partition("@")[2]}
inbox-path={_mbox(letter, folder)}
sendmail-path={_script(folder / "send.sh", _SAVE.format(sent))}
default-fcc=""
last-version-used=6.26
feature-list=include-text-in-reply,quit-without-confirm,send-without-confirm
customized-hdrs=From: Robin Park <{house.address}>
alt-addresses={house.address}
"""
    )
    keys = [(b"MESSAGE INDEX", b"r"), (b"COMPOSE", f"{words}\r\r\x18".encode()), (b"MESSAGE INDEX", b"q")]
    _in_terminal(["alpine", "-p", str(folder / "pinerc"), "-i"], folder, keys)
    raw = sent.read_bytes()
    house.server.file(raw, house.owner, "Sent")
    house.server.submit(raw, house.owner)


APPS: dict[str, Callable[[House, EmailMessage, str, Path], None]] = {
    "neomutt": neomutt,
    "s-nail": s_nail,
    "alpine": alpine,
}


def _mbox(letter: EmailMessage, folder: Path) -> Path:
    path = folder / "inbox.mbox"
    raw = letter.as_bytes().replace(b"\r\n", b"\n").replace(b"\nFrom ", b"\n>From ")
    path.write_bytes(b"From bot@example.test Thu May 14 10:05:00 2026\n" + raw + b"\n\n")
    return path


def _script(path: Path, text: str) -> Path:
    path.write_text(text)
    path.chmod(0o700)
    return path


def _environment(folder: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "TERM": "xterm",
        "LANG": "C.UTF-8",
        "LINES": "40",
        "COLUMNS": "100",
    }


def _in_terminal(command: Sequence[str], folder: Path, keys: Sequence[tuple[bytes, bytes]]) -> None:
    """Run a program in a terminal of its own to its end; type each of *keys* once the words before it stand on the screen."""
    child, screen = pty.fork()
    if child == 0:
        os.execvpe(command[0], list(command), _environment(folder))
    shown, waiting, until = b"", list(keys), time.monotonic() + _LIMIT_S
    try:
        while time.monotonic() < until:
            ready, _, _ = select.select([screen], [], [], 0.2)
            try:
                more = os.read(screen, 65536) if ready else b""
            except OSError:
                return  # it has ended
            if ready and not more:
                return
            shown += more
            if not ready and waiting and waiting[0][0] in shown:  # it has written all it wanted to
                os.write(screen, waiting.pop(0)[1])
                shown = b""
        raise AssertionError(f"{command[0]} did not end; it shows {shown[-2000:]!r}")
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(screen)
