"""How connections are secured: the same rules for reading and for sending mail."""

from __future__ import annotations

import os
import ssl
from enum import StrEnum
from functools import lru_cache
from ipaddress import ip_address
from pathlib import Path

from bot.errors import OperatorError


class Security(StrEnum):
    """How a connection is encrypted. There is no member that skips the certificate."""

    TLS = "tls"  # TLS from the first byte (RFC 8314)
    STARTTLS = "starttls"  # upgraded before the login, or given up
    NONE = "none"  # clear text: this machine only


def tls_context(ca_file: Path | None) -> ssl.SSLContext:
    """Return a context that verifies chain and host name against the system's authorities and those of *ca_file* (PEM).

    The context is shared: do not change it. Raises OperatorError where *ca_file* cannot be read.
    """
    system = ssl.get_default_verify_paths()
    return _make_context(ca_file, tuple(_stamp(path) for path in (ca_file, system.cafile, system.capath)))


def _stamp(path: Path | str | None) -> tuple[int, int] | None:
    try:
        status = os.stat(path) if path else None
    except OSError:
        return None
    return (status.st_ino, status.st_mtime_ns) if status else None


@lru_cache(maxsize=2)
def _make_context(ca_file: Path | None, _stamps: tuple[tuple[int, int] | None, ...]) -> ssl.SSLContext:
    """Reading the system's authorities takes longer than a hand-shake, so it is done once, and again when the files change."""
    context = ssl.create_default_context(ssl.Purpose.SERVER_AUTH)
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=ca_file)
        except (OSError, ssl.SSLError) as exc:
            raise OperatorError(
                f"The certificate file {ca_file} cannot be used: {exc}. It must hold PEM certificates."
            ) from exc
    return context


def is_loopback(host: str) -> bool:
    """Tell whether *host* (name or address) can only be this machine; no look-up is made."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def refuse_clear_text(host: str, security: Security) -> None:
    """Raise OperatorError where a password would travel in clear text to another machine."""
    if security is Security.NONE and not is_loopback(host):
        raise OperatorError(
            f"{host} is another machine: an unencrypted connection is refused. Set the security to tls or starttls."
        )


def certificate_advice(host: str, error: ssl.SSLCertVerificationError) -> str:
    """Return one sentence for the owner: what is wrong with the certificate of *host*, and what to do."""
    return (
        f"The certificate of {host} is not trusted ({error.verify_message}). Check the host name; "
        "if the server has its own authority, name its certificate file in BOT_TLS_CA_FILE."
    )
