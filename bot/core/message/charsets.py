"""Bytes into text, whatever the label says (RFC 2045 §6, RFC 2047); nothing here raises."""

from __future__ import annotations

import binascii
import codecs
import re

_NAME = re.compile(r"[A-Za-z0-9_.:+-]{1,40}")
# Names under which senders mean a larger set than they say (as the WHATWG Encoding Standard has it), or that Python does not know.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
# Python codecs that are no charsets of mail; the first two take quadratic time.
_REFUSED = frozenset(
    {"punycode", "idna", "unicode_escape", "raw_unicode_escape", "unicode-escape", "raw-unicode-escape", "undefined"}
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_BASE64_ALPHABET = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
_BASE64_NOISE = bytes(byte for byte in range(256) if byte not in _BASE64_ALPHABET)


def decode_text(raw: bytes, charset: str = "") -> str:
    """Return *raw* as text: UTF-8 if it is that and the charset is unknown or ASCII, the charset, else Windows-1252 with replacements."""
    codec = _codec(charset)
    for name, errors in ((codec, "strict"), ("utf-8", "strict"), (codec, "replace")):
        if name:
            try:
                return _SURROGATE.sub("\ufffd", raw.decode(name, errors))
            except (UnicodeError, LookupError, ValueError):
                continue
    return raw.decode("cp1252", "replace")


def _codec(charset: str) -> str:
    """Return Python's name of the charset, or ``""`` for one that is unknown, not meant for text, or only says ASCII."""
    label = charset.strip().strip("'\"").split("*", 1)[0].lower()  # RFC 2231 §5: charset*language
    if not _NAME.fullmatch(label):
        return ""
    label = re.sub(r"^(x-|windows-)(?=\d|mac|sjis)", lambda m: "cp" if m[1] == "windows-" else "", label)
    try:
        name = codecs.lookup(label.removesuffix("-i").removesuffix("-e")).name
    except (LookupError, ValueError):
        return ""
    return "" if name in _REFUSED or name == "ascii" else _MEANT.get(name, name)


def decode_base64(raw: bytes) -> bytes:
    """Return what broken base64 still holds: foreign characters skipped, missing padding added."""
    clean = raw.translate(None, _BASE64_NOISE)
    if len(clean) % 4 == 1:
        clean = clean[:-1]
    return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))


def decode_quoted_printable(raw: bytes, *, header: bool = False) -> bytes:
    """Return quoted-printable decoded; what is no escape stays as it stands. *header*: the Q encoding of RFC 2047."""
    return binascii.a2b_qp(raw, header=header)
