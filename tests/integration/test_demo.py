"""The demo: every end of the story is proven from the mailboxes, and the proofs themselves can fail."""

from __future__ import annotations

import io
import os
import pty
import signal
import smtplib
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from rich.console import Console

from bot.core.approval.digest import digest
from bot.core.approval.types import CurrentDraft
from bot.core.delivery.mime import build_mail
from bot.core.draft.types import Revision
from bot.core.followup.types import FollowUp, FollowUpKind
from bot.core.interview.types import Interview, InterviewStatus
from bot.core.message.types import Address
from bot.demo.clock import first_morning
from bot.demo.mail_app import SeenMail
from bot.demo.people import INTERVIEWER, OWNER, RECRUITER, Person
from bot.demo.proof import Evidence, prove_sent, prove_unsent
from bot.demo.run import run_demo
from bot.demo.running_bot import Case
from bot.demo.screen import fold
from bot.demo.servers import HOST, INBOX, Handover, MailServers
from bot.demo.voice import PlayedVoice, change

COMMAND = [sys.executable, "-X", "dev", "-W", "error", "-m", "bot", "demo"]
ROOT = Path(__file__).parents[2]
_PRESSES = 4
LIMIT_S = 90


def test_without_a_terminal_it_plays_itself_to_the_good_end_and_leaves_nothing_behind(tmp_path: Path) -> None:
    scratch, mails = tmp_path / "scratch", tmp_path / "mails"
    scratch.mkdir()
    mails.mkdir()
    (mails / "77-notice.eml").write_text("of an earlier story")
    done = subprocess.run(
        [*COMMAND, "--save", str(mails)],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(scratch)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "The story came out right." in done.stdout
    assert "✗" not in done.stdout
    kinds = [path.name[3:-4] for path in sorted(mails.iterdir())]
    assert kinds[:5] == ["newsletter", "confirmation", "noted", "reschedule", "noted"]
    assert kinds[5:9] == ["prepare", "debrief", "reply", "approval"]
    assert kinds[9:14] == ["reply", "question", "reply", "approval", "reply"]
    assert sorted(kinds[14:]) == ["receipt", "receipt", "sent-copy", "thank-you"]
    assert list(scratch.iterdir()) == []
    _check_thank_you(mails)


def _check_thank_you(mails: Path) -> None:
    (sent,) = (path.read_bytes() for path in mails.glob("*-thank-you.eml"))
    (company,) = (path.read_bytes() for path in mails.glob("*-reschedule.eml"))
    mail = message_from_bytes(sent, policy=policy.default)
    assert (mail["From"].addresses[0].addr_spec, mail["To"].addresses[0].addr_spec) == (OWNER.email, INTERVIEWER.email)
    assert mail["In-Reply-To"] == message_from_bytes(company, policy=policy.default)["Message-ID"]
    assert "Warm regards" in mail.get_content()
    assert [path.read_bytes() for path in mails.glob("*-sent-copy.eml")] == [sent]


@pytest.mark.parametrize(
    ("replies", "claims"),
    [
        pytest.param(["skip"], ["holds no mail", "The bot knows how it ended"], id="skip ends with no mail"),
        pytest.param(
            ["approve", "undo"], ["holds no mail", "handed no mail"], id="undo, and no new yes, ends with no mail"
        ),
        pytest.param(
            ["approve", "wait, her name is wrong"],
            ["holds no mail", "sent nothing, and got one question back"],
            id="doubt after the yes holds the mail",
        ),
        pytest.param([], ["holds no mail"], id="no answer at all ends with no mail"),
        pytest.param(
            ["Thank you!", "send tomorrow at 9am"],
            ["exactly one mail", "to the letter what you approved", "at the moment that was announced"],
            id="a named time is kept",
        ),
        pytest.param(
            ["skip the pleasantries and send it", change, "undo", "approve"],
            ["exactly one mail", "to the letter what you approved", "shown to you again"],
            id="a detour still sends only what was approved",
        ),
    ],
)
def test_whatever_the_owner_says_the_right_end_is_proven(
    replies: list[str | Callable[[Case], str]], claims: list[str]
) -> None:
    printed = io.StringIO()
    console = Console(file=printed, width=200, color_system=None)
    assert run_demo(console, save_to=None, voice=PlayedVoice(replies)), printed.getvalue()[-3000:]
    for claim in claims:
        assert any("✓" in line and claim in line for line in printed.getvalue().splitlines()), claim


def test_a_story_without_what_was_demanded_did_not_come_out_right() -> None:
    printed = io.StringIO()
    console = Console(file=printed, width=200, color_system=None)
    assert not run_demo(console, save_to=None, voice=PlayedVoice(["skip"]), demanded=["The mail has left"])
    assert "✗ The mail has left" in printed.getvalue()


def _signal_until_it_ends(process: subprocess.Popen[bytes], number: signal.Signals) -> bytes:
    """Return what it says on stderr. Like a person it presses again after a while: a signal that comes right between the prompt and the
    wait for a key is heard by Python only at the next key or signal."""
    for _ in range(_PRESSES - 1):
        process.send_signal(number)
        with suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=LIMIT_S / _PRESSES)[1]
    process.send_signal(number)
    return process.communicate(timeout=LIMIT_S)[1]


def _hear_ctrl_c() -> None:
    """A shell starts what it puts into the background deaf to Ctrl-C, the tests among it, and with them what they start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize(
    ("number", "code"),
    [pytest.param(signal.SIGINT, 130, id="Ctrl-C"), pytest.param(signal.SIGTERM, 143, id="SIGTERM")],
)
def test_at_the_terminal_a_signal_ends_it_cleanly(number: signal.Signals, code: int, tmp_path: Path) -> None:
    terminal, inside = pty.openpty()
    env = {**os.environ, "TMPDIR": str(tmp_path), "TERM": "xterm"}
    with subprocess.Popen(
        COMMAND, cwd=ROOT, env=env, stdin=inside, stdout=inside, stderr=subprocess.PIPE, preexec_fn=_hear_ctrl_c
    ) as process:
        os.close(inside)
        try:
            shown = b""
            while b"Your reply>" not in shown:
                shown += os.read(terminal, 65536)
            said = _signal_until_it_ends(process, number)
        finally:
            process.kill()
            os.close(terminal)
    assert (process.returncode, said) == (code, b"")
    assert list(tmp_path.iterdir()) == []


def test_a_directory_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = subprocess.run(
        [*COMMAND, "--auto", "--save", str(tmp_path / "file" / "mails")],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("followup-bot: Mails cannot be kept in ")
    assert done.stderr.count("\n") == 1


def test_without_the_extra_it_says_what_to_install() -> None:
    blocked = (
        "import sys; from importlib.machinery import PathFinder as F; find = F.find_spec\n"
        "F.find_spec = lambda name, *more: None if name == 'pymap' else find(name, *more)\n"
        "sys.argv = ['followup-bot', 'demo']; from bot.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", blocked], cwd=ROOT, capture_output=True, text=True, timeout=LIMIT_S, check=False
    )
    assert (done.returncode, done.stdout) == (78, "")
    assert done.stderr == "followup-bot: The demo needs two more packages: install followup-bot[demo].\n"


AT = datetime(2026, 3, 12, 17, 0, tzinfo=UTC)
APPROVED = Revision(
    follow_up_id=1,
    number=2,
    from_=Address(name=OWNER.name, email=OWNER.email),
    to=(Address(name=INTERVIEWER.name, email=INTERVIEWER.email),),
    subject="Re: Your interview",
    in_reply_to="two@acme.example",
    references=("one@acme.example", "two@acme.example"),
    body="Dear Jane,\n\nThank you for your time – and for the long, unhurried answers to everything I wanted to know.\n\nRobin",
)
THANK_YOU = FollowUp(id=1, interview_id=1, kind=FollowUpKind.THANK_YOU, draft_at=AT, send_at=AT)
CASE = Case(
    interview=Interview(status=InterviewStatus.EXPECTED, addressed_to=OWNER.email),
    thank_you=THANK_YOU,
    status_check=None,
    draft=CurrentDraft(follow_up=THANK_YOU, revision=APPROVED, digest=digest(APPROVED)),
    letter_text=f"The mail:\n\n{APPROVED.body}\n\nHow to answer",
    approved_digest=digest(APPROVED),
)
THREAD = ("one@acme.example", "two@acme.example")
HANDED = Handover(sender=OWNER.email, recipients=(INTERVIEWER.email,), at=AT)


def mail(revision: Revision = APPROVED, *, person: Person = INTERVIEWER, head: bytes = b"") -> SeenMail:
    raw = build_mail(revision, date=AT, message_id="three@home.example")
    return SeenMail(person=person, mailbox=INBOX, uid=101, raw=head + raw)


def evidence(*mails: SeenMail, **changes: object) -> Evidence:
    good = Evidence(
        readers=(INTERVIEWER,), received={INTERVIEWER: mails}, elsewhere=(), copies=mails[:1], handovers=(HANDED,)
    )
    return replace(good, **changes)  # type: ignore[arg-type]


def failed(found: Evidence, case: Case = CASE) -> set[str]:
    return {proof.claim for proof in prove_sent(case, found, thread=THREAD, planned=AT) if not proof.holds}


def test_one_mail_as_approved_is_proven() -> None:
    assert failed(evidence(mail())) == set()


@pytest.mark.parametrize(
    ("found", "claim"),
    [
        pytest.param(evidence(mail(), mail()), "exactly one mail", id="a second mail"),
        pytest.param(evidence(), "exactly one mail", id="no mail"),
        pytest.param(evidence(mail(), elsewhere=(mail(person=RECRUITER),)), "nobody else", id="one to somebody else"),
        pytest.param(evidence(mail(replace(APPROVED, body="Dear Jane,"))), "what you approved", id="another text"),
        pytest.param(evidence(mail(replace(APPROVED, subject="Hi"))), "the subject you saw", id="another subject"),
        pytest.param(
            evidence(mail(replace(APPROVED, cc=(Address(email="x@acme.example"),)))),
            "with the subject you saw",
            id="a further recipient",
        ),
        pytest.param(evidence(mail(replace(APPROVED, in_reply_to=None))), "their own mail", id="no conversation"),
        pytest.param(evidence(mail(head=b"X-Mailer: a program\r\n")), "no trace of a bot", id="a field of its own"),
        pytest.param(
            evidence(mail(replace(APPROVED, body="Sent by followup-bot"))),
            "no trace of a bot",
            id="a footer of its own",
        ),
        pytest.param(evidence(mail(), copies=()), "Sent mailbox holds one copy", id="no copy in Sent"),
        pytest.param(evidence(mail(), copies=(mail(), mail())), "Sent mailbox holds one copy", id="two copies in Sent"),
        pytest.param(
            evidence(mail(), handovers=(replace(HANDED, at=AT - timedelta(minutes=1)),)), "not before", id="too early"
        ),
        pytest.param(evidence(mail(), handovers=(HANDED, HANDED)), "not before", id="handed over twice"),
    ],
)
def test_a_wrong_end_is_not_proven(found: Evidence, claim: str) -> None:
    assert any(claim in one for one in failed(found))


def test_words_that_the_owner_was_not_shown_are_not_proven() -> None:
    assert any("last letter" in claim for claim in failed(evidence(mail()), replace(CASE, letter_text="Dear Janet,")))


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"received": {INTERVIEWER: (mail(),)}}, id="it was received"),
        pytest.param({"elsewhere": (mail(person=RECRUITER),)}, id="somebody else got one"),
        pytest.param({"copies": (mail(),)}, id="it lies in Sent"),
        pytest.param({"handovers": (HANDED,)}, id="the server took it"),
    ],
)
def test_any_mail_at_all_contradicts_the_end_without_one(changes: Mapping[str, object]) -> None:
    assert all(proof.holds for proof in prove_unsent(evidence(handovers=())))
    assert not all(proof.holds for proof in prove_unsent(evidence(**{"handovers": (), **changes})))


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        pytest.param("2026-03-09T12:00+00:00", "2026-03-10T09:00+00:00", id="a Monday leads to Tuesday"),
        pytest.param("2026-03-10T23:59+00:00", "2026-03-11T09:00+00:00", id="a Tuesday leads to Wednesday"),
        pytest.param("2026-03-11T00:01+00:00", "2026-03-16T09:00+00:00", id="a Wednesday leads to the next Monday"),
        pytest.param("2026-03-28T12:00+00:00", "2026-03-30T08:00+00:00", id="summer time begins on the way"),
    ],
)
def test_the_story_begins_on_a_morning_with_two_working_days_ahead(now: str, begins: str) -> None:
    assert first_morning(datetime.fromisoformat(now), "Europe/London") == datetime.fromisoformat(begins)


POINTS = [f"- point {number}" for number in range(5)]
DRAFT = ["--- begin text", *POINTS, *["a long draft"] * 60, "--- end text"]


@pytest.mark.parametrize(
    ("lines", "letter", "shown"),
    [
        pytest.param(POINTS, False, POINTS, id="a person's mail is shown as it is"),
        pytest.param(POINTS, True, [*POINTS[:2], "  [… and 3 more]"], id="of a letter's list the first points stand"),
        pytest.param(DRAFT, True, DRAFT, id="a draft is shown whole"),
        pytest.param(
            [*DRAFT, "It is late.", "How to answer", *["so"] * 9],
            True,
            [*DRAFT, "It is late.", "[… 10 more lines]"],
            id="what is said about a draft is shown, the rest is counted",
        ),
        pytest.param(
            [*["word"] * 38, "", *["more"] * 9],
            True,
            [*["word"] * 38, "", "[… 9 more lines]"],
            id="a long letter is cut after a paragraph",
        ),
        pytest.param(
            ["yes", "", "On Monday, somebody", "wrote:", "> one", "> two"],
            False,
            ["yes", "", "[… the letter, quoted: 2 lines]"],
            id="a quote is counted",
        ),
        pytest.param([""], False, [], id="an empty text"),
    ],
)
def test_long_texts_are_folded(lines: list[str], letter: bool, shown: list[str]) -> None:
    assert fold(lines, letter=letter) == shown


def test_folding_never_hides_a_draft_in_any_long_letter() -> None:
    for before in range(0, 90, 7):
        lines = [*["word"] * before, *DRAFT, *["word"] * 50]
        assert set(DRAFT) <= set(fold(lines, letter=True))


def test_the_servers_take_mail_only_from_who_logged_in_as_its_sender() -> None:
    servers = MailServers((OWNER, INTERVIEWER), lambda: AT)
    servers.start()
    try:
        with smtplib.SMTP(HOST, servers.smtp_port, local_hostname="[127.0.0.1]", timeout=60) as smtp:
            assert smtp.docmd("EHLO", "[127.0.0.1]")[0] == 250
            assert smtp.docmd("MAIL", f"FROM:<{OWNER.email}>")[0] == 530
            smtp.ehlo()
            smtp.login(OWNER.email, servers.password)
            assert smtp.docmd("MAIL", f"FROM:<{INTERVIEWER.email}>")[0] == 553
            assert smtp.docmd("MAIL", f"FROM:<{OWNER.email}>")[0] == 250
            assert smtp.docmd("RCPT", "TO:<nobody@elsewhere.example>")[0] == 550
        with (
            smtplib.SMTP(HOST, servers.smtp_port, local_hostname="[127.0.0.1]", timeout=60) as smtp,
            pytest.raises(smtplib.SMTPAuthenticationError),
        ):
            smtp.login(OWNER.email, "another password")
        assert servers.handovers == []
    finally:
        servers.stop()
