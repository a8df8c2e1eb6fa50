"""No clear text to another machine."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from bot.errors import OperatorError
from bot.net import Security, refuse_clear_text, tls_context


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "127.0.0.1", "127.8.9.1", "::1", "[::1]"])
def test_this_machine_may_be_spoken_to_in_clear_text(host: str) -> None:
    refuse_clear_text(host, Security.NONE)


@pytest.mark.parametrize(
    "host", ["mail.example.org", "localhost.example.org", "10.0.0.1", "0.0.0.0", "127.0.0.1.example.org", ""]
)
def test_another_machine_may_not(host: str) -> None:
    with pytest.raises(OperatorError, match="unencrypted"):
        refuse_clear_text(host, Security.NONE)
    refuse_clear_text(host, Security.TLS)


def test_certificates_and_names_are_checked() -> None:
    context = tls_context(None)
    assert context.check_hostname
    assert context.verify_mode is ssl.CERT_REQUIRED


def test_the_authorities_are_read_again_only_when_their_file_changed(tmp_path: Path) -> None:
    authorities = ssl.get_default_verify_paths().cafile
    if authorities is None:
        pytest.skip("this system has no file of authorities")
    own = tmp_path / "ca.pem"
    own.write_bytes(Path(authorities).read_bytes())
    first = tls_context(own)
    assert tls_context(own) is first
    own.write_text("no certificate")
    with pytest.raises(OperatorError, match="PEM"):
        tls_context(own)
