"""What `init` writes, and that it harms nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from bot.cli import app
from bot.config_files import ConfigFiles
from bot.env_file import read_variables
from bot.env_writer import Answers, draft_env_file, env_text, quoted
from bot.errors import ConfigurationError
from bot.providers import find_provider, load_providers
from bot.settings import load_settings

ANSWERS = Answers(
    name="Jane Doe",
    email="jane@example.org",
    timezone="Europe/Berlin",
    imap="imap.example.org",
    smtp="smtp.example.org:587",
    password="pw",
)
ALL_OPTIONS = [
    *("init", "--no-check", "--email", "jane@example.org", "--name", "Jane", "--timezone", "Europe/Berlin"),
    *("--imap", "imap.example.org", "--smtp", "smtp.example.org:587", "--password", "it's #1"),
]


@given(st.text(alphabet=st.characters(blacklist_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(str.strip))
def test_whatever_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, value: str) -> None:
    path = tmp_path_factory.mktemp("env") / ".env"
    path.write_text(f"BOT_X={quoted(value)}\n", encoding="utf-8")
    assert read_variables(path, {}, frozenset({"BOT_X"})).values == {"BOT_X": value}


def test_only_what_was_answered_is_written() -> None:
    names = [line.partition("=")[0] for line in env_text(ANSWERS).splitlines()[1:]]
    assert names == [
        *("BOT_OWNER_NAME", "BOT_OWNER_EMAIL", "BOT_TIMEZONE", "BOT_IMAP_HOST", "BOT_IMAP_PASSWORD"),
        *("BOT_SMTP_HOST", "BOT_SMTP_PORT"),
    ]


def test_a_draft_that_is_not_kept_leaves_everything_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / ".env"
    target.write_text("old")
    with draft_env_file(target, ANSWERS):
        pass
    assert [path.name for path in tmp_path.iterdir()] == [".env"]
    assert target.read_text() == "old"


def test_wrong_answers_are_reported_and_nothing_is_written(tmp_path: Path) -> None:
    wrong = Answers(
        name="Jane", email="jane", timezone="Mars", imap="i.example.org", smtp="s.example.org", password="x"
    )
    with pytest.raises(ConfigurationError) as caught, draft_env_file(tmp_path / ".env", wrong):
        pass
    assert len(caught.value.problems) == 2
    assert list(tmp_path.iterdir()) == []


def test_with_every_option_nothing_is_asked(tmp_path: Path) -> None:
    target = tmp_path / "new" / ".env"
    done = CliRunner().invoke(app, ["--env-file", str(target), *ALL_OPTIONS])
    assert done.exit_code == 0, done.output
    assert target.stat().st_mode & 0o777 == 0o600
    settings = load_settings(target, {})
    assert settings.imap.password.reveal() == "it's #1"
    assert settings.warnings == ()
    assert "check" in done.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("more", "typed", "overwritten"),
    [
        pytest.param([], "n\n", False, id="no keeps the old file"),
        pytest.param([], "y\n", True, id="yes overwrites it"),
        pytest.param([], "", False, id="nobody to answer keeps it"),
        pytest.param(["--force"], "", True, id="force overwrites it"),
    ],
)
def test_an_existing_file(tmp_path: Path, more: list[str], typed: str, overwritten: bool) -> None:
    target = tmp_path / ".env"
    target.write_text("old")
    done = CliRunner().invoke(app, ["--env-file", str(target), *ALL_OPTIONS, *more], input=typed)
    assert (target.read_text() != "old") is overwritten
    assert (done.exit_code == 0) is overwritten


@pytest.mark.parametrize(
    ("email", "imap"),
    [
        pytest.param("jane@gmail.com", "imap.gmail.com", id="a known domain"),
        pytest.param("Jane@GMX.de", "imap.gmx.net", id="in any case of letters"),
        pytest.param("jane@notgmail.com", None, id="not another domain that ends alike"),
        pytest.param("jane@example.org", None, id="not an unknown one"),
    ],
)
def test_servers_by_address(email: str, imap: str | None) -> None:
    provider = find_provider(load_providers(ConfigFiles(None)), email)
    assert (provider.imap if provider else None) == imap


def test_no_domain_belongs_to_two_providers() -> None:
    domains = [domain for provider in load_providers(ConfigFiles(None)).values() for domain in provider.domains]
    assert len(domains) == len(set(domains))


def test_a_mistake_in_the_users_providers_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "providers.toml").write_text('[mine]\ndomains = ["example.org"]\nimapp = "x"\n')
    with pytest.raises(ConfigurationError) as caught:
        load_providers(ConfigFiles(tmp_path))
    assert any("mine.imapp" in problem for problem in caught.value.problems)


def test_a_wrong_answer_is_named_at_once_and_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    typed = "jane\njane@example.org\nBerlin\nEurope/Berlin\n"
    options = ["--name", "Jane", "--imap", "i.example.org", "--smtp", "s.example.org", "--password", "x", "--no-check"]
    done = CliRunner().invoke(app, ["init", *options], input=typed)
    assert done.exit_code == 0, done.output
    assert "jane is no mail address" in done.output
    assert "did you mean Europe/Berlin?" in done.output
    assert "BOT_TIMEZONE='Europe/Berlin'" in (tmp_path / ".env").read_text()


def test_a_provider_of_ones_own_is_known_to_init(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "providers.toml").write_text(
        '[mine]\ndomains = ["jane.example"]\nimap = "i.jane.example"\nsmtp = "s.jane.example"\n'
        'smtp_security = "tls"\npassword_login = true\nadvice = "Mine."\n'
    )
    options = ["--email", "j@jane.example", "--name", "Jane", "--timezone", "Europe/Berlin", "--password", "x"]
    done = CliRunner().invoke(app, ["init", *options, "--no-check"])
    assert done.exit_code == 0, done.output
    assert "BOT_IMAP_HOST='i.jane.example'" in (tmp_path / ".env").read_text()
