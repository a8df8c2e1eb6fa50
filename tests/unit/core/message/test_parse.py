"""What a mail says, from its bytes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.structure import OverCapsError
from bot.core.message.types import Address, Message
from bot.errors import UnparsableError


def mail(*header: str, body: str = "hello") -> bytes:
    return "\r\n".join([*header, "", body]).encode("utf-8", "surrogateescape")


def multipart(subtype: str, *parts: str) -> str:
    inner = "".join(f"--b\r\n{part}\r\n" for part in parts)
    return f"Content-Type: multipart/{subtype}; boundary=b\r\n\r\npreamble\r\n{inner}--b--\r\nepilogue"


def parse(text: str) -> Message:
    return parse_message(text.encode())


@pytest.mark.parametrize("end", [b"\r\n", b"\n"], ids=["CRLF", "LF"])
def test_line_ends_make_no_difference(end: bytes) -> None:
    lines = [b"From: Jane Doe <JANE@Acme.example>", b"Subject: Your", b" interview", b"", b"Dear Max,", b"", b"see you"]
    message = parse_message(end.join(lines))
    assert message.sender == Address(name="Jane Doe", email="jane@acme.example")
    assert message.subject == "Your interview"
    assert message.body.plain == "Dear Max,\n\nsee you"


def test_ids_stand_without_brackets_and_commas_are_tolerated() -> None:
    message = parse_message(
        mail("Message-ID: <a@x.example>", "In-Reply-To: <b@x.example>", "References: <c@x.example>,\r\n\t<b@x.example>")
    )
    assert (message.message_id, message.in_reply_to, message.references) == (
        "a@x.example",
        "b@x.example",
        ("c@x.example", "b@x.example"),
    )


SUBJECTS = {
    "plain words": ("Subject: Interview on Monday", "Interview on Monday"),
    "an encoded word": ("Subject: =?utf-8?Q?Gespr=C3=A4ch_am_Montag?=", "Gespräch am Montag"),
    "encoded words split in the middle of a character": (
        "Subject: =?utf-8?B?R2VzcHLD?=\r\n =?utf-8?B?pGNo?=",
        "Gespräch",
    ),
    "a language tag": ("Subject: =?iso-8859-1*de?Q?Gespr=E4ch?=", "Gespräch"),
    "an unknown charset": ("Subject: =?x-nonsense?Q?Gespr=C3=A4ch?=", "Gespräch"),
    "Windows quotes called Latin-1": ("Subject: =?iso-8859-1?Q?=93Chat=94?=", "“Chat”"),
    "raw UTF-8": ("Subject: Gespräch", "Gespräch"),
    "raw Latin-1": ("Subject: Gespr\udce4ch", "Gespräch"),
    "an encoded line end": ("Subject: =?utf-8?Q?Hi=0D=0ABcc:_eve@x.example?=", "Hi Bcc: eve@x.example"),
    "bidi and invisible marks": ("Subject: a\u202eb\u2066c\u200bd\u00ade", "abcde"),
    "a lone surrogate in UTF-7": ("Subject: =?utf-7?Q?a+2AA-b?=", "a\ufffdb"),
    "no encoded word at all": ("Subject: =?utf-8?Q?open", "=?utf-8?Q?open"),
    "words between encoded words": ("Subject: =?utf-8?Q?=C3=A4?= and =?utf-8?Q?=C3=B6?=", "ä and ö"),
}


@pytest.mark.parametrize(("header", "subject"), SUBJECTS.values(), ids=SUBJECTS.keys())
def test_subject(header: str, subject: str) -> None:
    assert parse_message(mail(header)).subject == subject


AUTHORS = {
    "one address": (["From: Jane Doe <jane@x.example>"], Address(name="Jane Doe", email="jane@x.example")),
    "a bare address": (["From: jane@x.example"], Address(email="jane@x.example")),
    "an address with a comment": (
        ["From: jane@x.example (Jane Doe)"],
        Address(name="Jane Doe", email="jane@x.example"),
    ),
    "a comma in quotes": (['From: "Doe, Jane" <jane@x.example>'], Address(name="Doe, Jane", email="jane@x.example")),
    "a comma in an encoded word": (
        ["From: =?utf-8?Q?Doe,_Jane?= <jane@x.example>"],
        Address(name="Doe, Jane", email="jane@x.example"),
    ),
    "an encoded comma": (
        ["From: =?utf-8?Q?Doe=2C_Jane?= <jane@x.example>"],
        Address(name="Doe, Jane", email="jane@x.example"),
    ),
    "a quote within quotes": (
        ['From: "Jane \\"JD\\" Doe" <jane@x.example>'],
        Address(name='Jane "JD" Doe', email="jane@x.example"),
    ),
    "an address as name": (
        ['From: "ceo@y.example" <jane@x.example>'],
        Address(name="ceo@y.example", email="jane@x.example"),
    ),
    "an encoded line end in the name": (
        ["From: =?utf-8?Q?Jane=0D=0ABcc:_e?= <jane@x.example>"],
        Address(name="Jane Bcc: e", email="jane@x.example"),
    ),
    "a Kelvin sign, which is no k": (["From: \u212aay@x.example"], Address(email="\u212aay@x.example")),
    "capitals beyond ASCII": (["From: \u00c4RGER@x.example"], Address(email="\u00e4rger@x.example")),
    "two fields": (["From: jane@x.example", "From: eve@y.example"], None),
    "two addresses": (["From: jane@x.example, eve@y.example"], None),
    "two angle addresses": (["From: Jane <jane@x.example> <eve@y.example>"], None),
    "a group": (["From: Team: jane@x.example;"], None),
    "a semicolon": (["From: jane@x.example; "], None),
    "a stray parenthesis": (["From: jane@x.example) <eve@y.example>"], None),
    "an open comment": (["From: jane@x.example (eve"], None),
    "an open quote": (['From: "Jane <jane@x.example>'], None),
    "a quote in a comment": (['From: jane@x.example (") <eve@y.example> (")'], None),
    "an open bracket": (["From: <jane@x.example"], None),
    "words after the address": (["From: <jane@x.example> eve@y.example"], None),
    "two at signs": (["From: jane@x.example@y.example"], None),
    "no address": (["From: Jane"], None),
    "nothing": ([], None),
    "8,000 parentheses": (["From: " + "(" * 8_000], None),
}


@pytest.mark.parametrize(("header", "sender"), AUTHORS.values(), ids=AUTHORS.keys())
def test_author_is_named_by_exactly_one_clean_address(header: list[str], sender: Address | None) -> None:
    assert parse_message(mail(*header)).sender == sender


def test_recipients_are_read_leniently() -> None:
    message = parse_message(
        mail("To: Team: a@x.example, B <b@x.example>;, nonsense, <c@x.example>", "Cc: undisclosed-recipients:;")
    )
    assert [address.email for address in message.to] == ["a@x.example", "b@x.example", "c@x.example"]
    assert message.cc == ()


DATES = {
    "an offset": ("Tue, 4 May 2027 14:00:00 +0200", datetime(2027, 5, 4, 14, tzinfo=timezone(timedelta(hours=2)))),
    "an old zone name": ("Tue, 4 May 2027 14:00:00 EST", datetime(2027, 5, 4, 19, tzinfo=UTC)),
    "no zone known": ("Tue, 4 May 2027 14:00:00 -0000", datetime(2027, 5, 4, 14, tzinfo=UTC)),
    "a comment": ("Tue, 4 May 2027 14:00:00 +0000 (UTC)", datetime(2027, 5, 4, 14, tzinfo=UTC)),
    "the 31st of February": ("Tue, 31 Feb 2027 14:00:00 +0000", None),
    "hour 99": ("Tue, 4 May 2027 99:00:00 +0000", None),
    "an offset of days": ("Tue, 4 May 2027 14:00:00 +9999", None),
    "the last day of all, west of Greenwich": ("Fri, 31 Dec 9999 23:59:00 -1400", None),
    "words": ("yesterday", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize(("value", "date"), DATES.values(), ids=DATES.keys())
def test_date(value: str, date: datetime | None) -> None:
    read = parse_message(mail(f"Date: {value}")).date
    assert read == date
    assert read is None or read.tzinfo is not None


BODIES = {
    "no label": ("", "grüße", "grüße"),
    "Latin-1": (
        "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable",
        "gr=FC=DFe",
        "grüße",
    ),
    "an unknown charset": ("Content-Type: text/plain; charset=klingon", "grüße", "grüße"),
    "a codec that is no charset": ("Content-Type: text/plain; charset=zlib", "hi", "hi"),
    "punycode": ("Content-Type: text/plain; charset=punycode", "hi-there", "hi-there"),
    "base64 without padding": ("Content-Transfer-Encoding: base64", "Z3LDvMOfZQ", "grüße"),
    "base64 with noise": ("Content-Transfer-Encoding: BASE64", "Z3L!\r\nDvM OfZQ==", "grüße"),
    "broken quoted-printable": (
        "Content-Transfer-Encoding: quoted-printable",
        "100=% =ZZ gr=C3=BC=\r\nn",
        "100=% =ZZ grün",
    ),
    "an unknown transfer encoding": ("Content-Transfer-Encoding: x-odd", "hi", "hi"),
    "null bytes": ("", "h\x00i", "hi"),
    "flowed": (
        "Content-Type: text/plain; format=flowed",
        "one \r\ntwo\r\n> a \r\n> b\r\n-- \r\nme",
        "one two\n> a b\n-- \nme",
    ),
    "flowed with delsp": ("Content-Type: text/plain; format=flowed; delsp=yes", "exam \r\nple", "example"),
    "a stuffed line": ("Content-Type: text/plain; format=flowed", " From here", "From here"),
    "a broken content type": ("Content-Type: ;;;", "hi", "hi"),
    "a multipart without boundary": ("Content-Type: multipart/mixed", "hi", "hi"),
    "a multipart without parts": ("Content-Type: multipart/mixed; boundary=b", "hi", "hi"),
}


@pytest.mark.parametrize(("header", "body", "text"), BODIES.values(), ids=BODIES.keys())
def test_body(header: str, body: str, text: str) -> None:
    assert parse_message(mail("From: a@x.example", *([header] if header else []), body=body)).text == text


def test_both_forms_of_an_alternative_are_kept() -> None:
    message = parse(
        multipart(
            "alternative",
            "Content-Type: text/plain\r\n\r\nHi Max",
            "Content-Type: text/html\r\n\r\n<p>Hi <b>Max</b></p>",
        )
    )
    assert (message.body.plain, message.body.html_text, message.text) == ("Hi Max", "Hi Max", "Hi Max")


def test_an_empty_plain_form_gives_way_to_the_html() -> None:
    message = parse(multipart("alternative", "\r\n \r\n", "Content-Type: text/html\r\n\r\n<p>Hi</p>"))
    assert message.text == "Hi"


def test_a_footer_appended_to_an_html_letter_does_not_replace_it() -> None:
    message = parse(
        multipart(
            "mixed", "Content-Type: text/html\r\n\r\n<p>Hi Max</p>", "Content-Type: text/plain\r\n\r\nlist <footer>"
        )
    )
    assert message.text == "Hi Max\n\nlist <footer>"


def test_an_unclosed_inner_multipart_ends_with_the_outer_one() -> None:
    inner = "Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\n\r\nHi"
    assert parse(multipart("mixed", inner, "Content-Type: application/pdf\r\n\r\nx")).text == "Hi"


def test_a_calendar_is_found_by_type_or_name_and_kept_once() -> None:
    calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR"
    message = parse(
        multipart(
            "mixed",
            f"Content-Type: text/calendar; method=REQUEST\r\n\r\n{calendar}",
            f"Content-Type: application/ics\r\nContent-Disposition: attachment\r\n\r\n{calendar}",
            'Content-Type: application/octet-stream; name="Invite.ICS"\r\n\r\nBEGIN:VCALENDAR',
        )
    )
    assert message.calendars == ("BEGIN:VCALENDAR\nEND:VCALENDAR", "BEGIN:VCALENDAR")
    assert message.attachments == ()


FILENAMES = {
    "plain": ('Content-Disposition: attachment; filename="a b.pdf"', "a b.pdf"),
    "only a name": ('Content-Type: application/pdf; name="a.pdf"', "a.pdf"),
    "RFC 2231": ("Content-Disposition: attachment; filename*=utf-8'de'L%C3%A4nge.pdf", "Länge.pdf"),
    "RFC 2231 in pieces": (
        "Content-Disposition: attachment; filename*0*=utf-8''L%C3; filename*1*=%A4nge; filename*2=.pdf",
        "Länge.pdf",
    ),
    "an encoded word": ('Content-Disposition: attachment; filename="=?utf-8?Q?L=C3=A4nge.pdf?="', "Länge.pdf"),
    "folders": ('Content-Disposition: attachment; filename="../../etc/passwd"', "passwd"),
    "a bidi mark": ("Content-Disposition: attachment; filename*=utf-8''a%E2%80%AEfdp.exe", "afdp.exe"),
}


@pytest.mark.parametrize(("header", "filename"), FILENAMES.values(), ids=FILENAMES.keys())
def test_filename(header: str, filename: str) -> None:
    message = parse(
        multipart(
            "mixed", "Content-Type: text/plain\r\n\r\nHi", f"Content-Transfer-Encoding: base64\r\n{header}\r\n\r\nYWJj"
        )
    )
    assert [attachment.filename for attachment in message.attachments] == [filename]
    assert message.attachments[0].size == 3


def test_a_forwarded_mail_is_an_attachment_not_the_text() -> None:
    message = parse(
        multipart("mixed", "\r\nSee below", "Content-Type: message/rfc822\r\n\r\nFrom: eve@y.example\r\n\r\napprove")
    )
    assert message.text == "See below"
    assert [attachment.content_type for attachment in message.attachments] == ["message/rfc822"]


def test_a_delivery_report_tells_status_and_the_returned_header() -> None:
    message = parse(
        multipart(
            'report; report-type="delivery-status"',
            "\r\nNot delivered",
            "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@y\r\nStatus: 5.1.1",
            "Content-Type: message/rfc822\r\n\r\nMessage-ID: <m@x.example>\r\n\r\nsecret words",
        )
    )
    assert "Status: 5.1.1" in message.reports[0]
    assert message.reports[1] == "Message-ID: <m@x.example>"
    assert message.text == "Not delivered"


def test_header_values_are_kept_in_order_unfolded_and_decoded() -> None:
    message = parse_message(mail("X-A: 1\r\n\t2", "x-b: =?utf-8?Q?=C3=A4?=", "X-A: 3"))
    assert message.headers == (("x-a", "1 2"), ("x-b", "ä"), ("x-a", "3"))


def test_a_line_that_is_no_field_begins_the_body() -> None:
    message = parse_message(b"Subject: Hi\r\nthis is no field\r\nFrom: eve@y.example\r\n\r\nbye")
    assert message.from_fields == 0
    assert message.text.startswith("this is no field")


def nested(levels: int) -> bytes:
    return (
        b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level) for level in range(levels)
        )
        + b"\r\nhi"
    )


HOSTILE = {
    "50 levels": (nested(50), "more than 20 levels of nested parts"),
    "1,000 levels": (nested(1_000), "more than 20 levels of nested parts"),
    "a subject of 32 kB of encoded words": (
        b"Subject: " + b"=?utf-8?q?a?= " * 2_300 + b"\r\n\r\nhi",
        "a header field is larger than 8 kB",
    ),
    "32,000 parameters": (
        b"Content-Type: text/plain" + b"; a=b" * 32_000 + b"\r\n\r\nhi",
        "a header field is larger than 8 kB",
    ),
    "32,000 addresses": (b"To: " + b"a@b.example," * 32_000 + b"\r\n\r\nhi", "a header field is larger than 8 kB"),
    "References of 1.2 MB": (
        b"References: " + b"<a@b.example>\r\n " * 80_000 + b"\r\n\r\nhi",
        "a header field is larger than 8 kB",
    ),
    "a header of many fields": (b"A: b\r\n" * 201 + b"\r\nhi", "more than 200 header fields"),
    "a header of 64 kB": ((b"A: " + b"b" * 7_000 + b"\r\n") * 10 + b"\r\nhi", "the header is larger than 64 kB"),
    "a line of 1 MB": (b"A: " + b"b" * 2**20, "a header field is larger than 8 kB"),
    "101 parts": (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nhi\r\n" * 101 + b"--b--",
        "more than 100 parts",
    ),
    "lines like a boundary": (
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--bb\n" * 100_000,
        "more than 2000 lines that look like a boundary",
    ),
    "60 MB": (b"A: b\r\n\r\n" + b"x" * 60 * 2**20, "the mail is larger than 50 MB"),
}


@pytest.mark.parametrize(("raw", "why"), HOSTILE.values(), ids=HOSTILE.keys())
def test_what_goes_over_a_cap_is_refused_by_name(raw: bytes, why: str) -> None:
    with pytest.raises(OverCapsError) as caught:
        parse_message(raw)
    assert str(caught.value) == why
    assert isinstance(caught.value, UnparsableError)


HARMLESS = {
    "nothing at all": b"",
    "an empty Message-ID": b"Message-ID: <>\r\n\r\nhi",
    "1,000 messages one in the other": b"Content-Type: message/rfc822\r\n\r\n" * 1_000 + b"hi",
    "100,000 nested elements": b"Content-Type: text/html\r\n\r\n" + b"<div>" * 70_000 + b"hi",
    "30,000 nested quotations": b"Content-Type: text/html\r\n\r\n" + b"<blockquote>x" * 30_000,
    "20,000 nested tables": b"Content-Type: text/html\r\n\r\n" + b"<table><tr><td>x" * 20_000,
    "10 MB of dashes under a boundary of a dash": b"Content-Type: multipart/mixed; boundary=-\r\n\r\n"
    + b"-" * 10_000_000,
    "16 parts of base64 noise": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    + (b"--b\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b"!" * 3_000_000 + b"\r\n") * 16,
    "an attachment of 20 MB": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/pdf\r\n\r\n"
    + b"x" * 20_000_000,
    "8 kB of escaped quotes": b"From: " + b'"\\' * 4_000 + b"\r\n\r\nhi",
    "8 kB of half encoded words": b"Subject: " + b"=?a?q?" * 1_300 + b"\r\n\r\nhi",
    "8 kB of semicolons": b"Content-Type: text/plain" + b";" * 8_000 + b"\r\n\r\nhi",
    "8 kB of a date": b"Date: " + b"1 " * 4_000 + b"\r\n\r\nhi",
}


@pytest.mark.parametrize("raw", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_is_merely_odd_is_read(raw: bytes) -> None:
    message = parse_message(raw)
    assert message.message_id is None
    assert len(message.text) < 2**23
