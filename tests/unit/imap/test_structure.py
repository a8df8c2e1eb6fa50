"""From BODYSTRUCTURE to the parts worth fetching, and back to a mail."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UnparsableError
from bot.imap.structure import leaves, parse_structure, rebuild, wanted_sections

PLAIN = (b"TEXT", b"PLAIN", (b"CHARSET", b"utf-8"), None, None, b"8BIT", 10, 1, None, None, None, None)
HTML = (b"text", b"html", (b"charset", b"utf-8"), None, None, b"quoted-printable", 10, 1, None, (b"inline", None), None)
PDF = (
    b"APPLICATION",
    b"PDF",
    None,
    None,
    None,
    b"BASE64",
    9000000,
    None,
    (b"ATTACHMENT", (b"FILENAME", b'a "b".pdf')),
    None,
)
ICS = (b"application", b"octet-stream", (b"name", b"Invite.ICS"), None, None, b"base64", 100, None, None)
STATUS = (b"message", b"delivery-status", None, None, None, b"7bit", 100, None, None)
ENCLOSED = (
    b"MESSAGE",
    b"RFC822",
    None,
    None,
    None,
    b"7BIT",
    5000,
    (b"envelope",),
    PLAIN,
    50,
    None,
    (b"attachment", None),
    None,
)


def _multi(kind: bytes, *parts: object, params: object = (b"BOUNDARY", b"x")) -> tuple[object, ...]:
    return (list(parts), kind, params, None, None)


@pytest.mark.parametrize(
    ("structure", "sections"),
    [
        pytest.param(PLAIN, ["1"], id="a single text"),
        pytest.param(PDF, [], id="a single attachment"),
        pytest.param(
            _multi(b"mixed", _multi(b"alternative", PLAIN, HTML), PDF, ICS),
            ["1.1", "1.2", "3"],
            id="texts and an .ics by its name",
        ),
        pytest.param(
            _multi(b"report", PLAIN, STATUS, ENCLOSED),
            ["1", "2", "3.HEADER"],
            id="a delivery report with the header of the mail",
        ),
        pytest.param(
            _multi(b"mixed", *[PLAIN] * 60), [str(number) for number in range(1, 25)], id="not more than 24 parts"
        ),
    ],
)
def test_the_sections_worth_fetching(structure: object, sections: list[str]) -> None:
    assert wanted_sections(parse_structure(structure)) == sections


def test_the_rebuilt_mail_has_the_shape_of_the_first_one() -> None:
    root = parse_structure(_multi(b"mixed", _multi(b"alternative", PLAIN, HTML), PDF, ICS))
    header = b"Subject: x\r\nContent-Type: multipart/mixed;\r\n boundary=old\r\nX-Last: y\r\n\r\n"
    raw = rebuild(header, root, {"1.1": "Grüße".encode(), "1.2": b"<p>=C3=BC</p>", "3": b"QkVHSU4="})
    mail = message_from_bytes(raw, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert (mail["Subject"], mail["X-Last"]) == ("x", "y")
    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/pdf",
        "application/octet-stream",
    ]
    assert [part.get_content() for part in mail.walk() if not part.is_multipart()] == [
        "Grüße",
        "<p>ü</p>",
        b"",
        b"BEGIN",
    ]
    assert [part.get_filename() for part in mail.iter_attachments()] == ['a "b".pdf', "Invite.ICS"]


def test_parameters_of_the_multipart_are_kept() -> None:
    root = parse_structure(_multi(b"report", PLAIN, params=(b"report-type", b"delivery-status", b"boundary", b"x")))
    mail = message_from_bytes(rebuild(b"Subject: x\r\n\r\n", root, {}), policy=policy.default)
    assert mail.get_param("report-type") == "delivery-status"


def test_a_text_cannot_break_out_of_its_part() -> None:
    root = parse_structure(_multi(b"mixed", PLAIN, PDF))
    text = b"\r\n".join(b"--part-%d\r\n--x--" % number for number in range(50))
    mail = message_from_bytes(rebuild(b"\r\n", root, {"1": text}), policy=policy.default)
    assert len(list(mail.walk())) == 3


def test_a_file_name_cannot_add_a_header_field() -> None:
    evil = (b"application", b"pdf", (b"name", b"a\r\nX-Evil: 1"), None, None, b"base64\r\nX-Evil: 1", 1, None, None)
    assert b"\r\nX-Evil" not in rebuild(b"Subject: x\r\n\r\n", parse_structure(_multi(b"mixed", evil)), {})


def _nested(levels: int) -> object:
    structure: object = PLAIN
    for _ in range(levels):
        structure = _multi(b"mixed", structure)
    return structure


@pytest.mark.parametrize(
    "structure",
    [
        pytest.param(_nested(21), id="too deep"),
        pytest.param(_multi(b"mixed", *[PLAIN] * 101), id="too many parts"),
        pytest.param((), id="empty"),
        pytest.param(None, id="none"),
        pytest.param((b"text",), id="cut short"),
        pytest.param(_multi(b"mixed", b"text"), id="a word for a part"),
        pytest.param(([PLAIN],), id="a multipart without a type"),
    ],
)
def test_what_is_no_structure_is_unparsable(structure: object) -> None:
    with pytest.raises(UnparsableError):
        parse_structure(structure)


_words = st.one_of(
    st.none(), st.integers(), st.binary(max_size=12), st.sampled_from([b"text", b"message", b"rfc822", b"plain"])
)
_anything = st.recursive(
    _words, lambda inner: st.one_of(st.lists(inner, max_size=9), st.lists(inner, max_size=12).map(tuple))
)


@given(_anything)
def test_anything_is_read_or_unparsable(value: object) -> None:
    try:
        root = parse_structure(value)
    except UnparsableError:
        return
    assert all(part.section for part in leaves(root))
    rebuild(b"Subject: x\r\n\r\n", root, dict.fromkeys(wanted_sections(root), b"x"))
