"""The least that any program of this kind does: IDLE, fetch, send a mail of a given size to the same mailbox.

python floor_letter.py HOST IMAPS_PORT SUBMISSION_PORT CA_FILE ADDRESS PASSWORD BYTES: prints "ready" when it watches. It stores
nothing, decides nothing and survives nothing; a connection with STARTTLS and log-in is made for each mail.
"""

from __future__ import annotations

import asyncio
import ssl
import sys

import aiosmtplib
from imapclient import IMAPClient

MARK = b"X-Floor: answer"


def main() -> None:
    host, imap_port, smtp_port, ca_file, address, password, size = sys.argv[1:]
    context = ssl.create_default_context(cafile=ca_file)
    client = IMAPClient(host, port=int(imap_port), ssl_context=context, timeout=60)
    client.login(address, password)
    client.select_folder("INBOX", readonly=True)
    last = max(client.search("ALL"), default=0)
    print("ready", flush=True)
    while True:
        client.idle()
        client.idle_check(timeout=50)
        client.idle_done()
        for uid in [uid for uid in client.search(f"UID {last + 1}:*") if uid > last]:
            last = uid
            raw = client.fetch([uid], ["BODY.PEEK[]"])[uid][b"BODY[]"]
            if MARK not in raw:
                asyncio.run(send(host, int(smtp_port), context, address, password, answer(raw, address, int(size))))


def answer(raw: bytes, address: str, size: int) -> bytes:
    """Return a mail of *size* bytes that quotes the subject of *raw*."""
    subject = next(line for line in raw.splitlines() if line.lower().startswith(b"subject:"))
    head = b"\r\n".join([b"From: " + address.encode(), b"To: " + address.encode(), subject, MARK, b"", b""])
    line = b"x" * 74 + b"\r\n"
    return head + line * ((size - len(head)) // len(line))


async def send(host: str, port: int, context: ssl.SSLContext, address: str, password: str, raw: bytes) -> None:
    await aiosmtplib.send(
        raw,
        sender=address,
        recipients=[address],
        hostname=host,
        port=port,
        local_hostname="[127.0.0.1]",
        start_tls=True,
        tls_context=context,
        username=address,
        password=password,
    )


if __name__ == "__main__":
    main()
