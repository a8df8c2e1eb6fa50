"""Settings: what each variable does, and what is said about wrong ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.config_files import shipped_dir
from bot.errors import ConfigurationError
from bot.net import Security
from bot.settings import KNOWN_NAMES, Settings, load_settings

NEEDED = {
    "BOT_OWNER_NAME": "Jane Doe",
    "BOT_OWNER_EMAIL": "Jane@Example.org",
    "BOT_TIMEZONE": "Europe/Berlin",
    "BOT_IMAP_HOST": "imap.example.org",
    "BOT_IMAP_PASSWORD": "secret",
    "BOT_SMTP_HOST": "smtp.example.org",
}


@pytest.fixture
def env_file(tmp_path: Path) -> Path:
    return tmp_path / ".env"


def write(path: Path, text: str) -> Path:
    path.write_text(text)
    path.chmod(0o600)
    return path


def settings_with(env_file: Path, **changes: str) -> Settings:
    return load_settings(write(env_file, ""), {**NEEDED, **changes})


def problems_with(env_file: Path, changes: Mapping[str, str], text: str = "") -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        load_settings(write(env_file, text), {**NEEDED, **changes})
    return caught.value.problems


def test_the_few_needed_variables_are_enough(env_file: Path) -> None:
    settings = settings_with(env_file)
    assert settings.owner.email == "jane@example.org"
    assert settings.letters_to == "jane@example.org"
    assert (settings.imap.port, settings.imap.security, settings.imap.user) == (993, Security.TLS, "jane@example.org")
    assert (settings.smtp.port, settings.smtp.security, settings.smtp.user) == (465, Security.TLS, "jane@example.org")
    assert settings.imap.password.reveal() == settings.smtp.password.reveal() == "secret"
    assert settings.mailboxes == ("INBOX",)
    assert settings.warnings == ()


def test_every_problem_is_reported_at_once(env_file: Path) -> None:
    problems = problems_with(
        env_file,
        dict.fromkeys(NEEDED, "") | {"BOT_IMAP_PORT": "many", "BOT_LOG_LEVEL": "loud"},
        "BOT_MAILBOX=INBOX\n",
    )
    for name in (*NEEDED, "BOT_IMAP_PORT", "BOT_LOG_LEVEL", "BOT_MAILBOX "):
        assert any(name in problem for problem in problems), name


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param(
            {"BOT_TIMEZONE": "Europe/Berln"}, "did you mean Europe/Berlin?", id="a misspelt zone is corrected"
        ),
        pytest.param({"BOT_TIMEZONE": "europe"}, "BOT_TIMEZONE=europe", id="a directory of zones is no zone"),
        pytest.param({"BOT_TIMEZONE": "../../etc/passwd"}, "BOT_TIMEZONE", id="a path is no zone"),
        pytest.param(
            {"BOT_SENT_MAILBOX": "Inbox"}, "forged", id="INBOX is no Sent mailbox: anybody can put mail there"
        ),
        pytest.param(
            {"BOT_DRAFTS_MAILBOX": "jobs", "BOT_MAILBOXES": "INBOX, Jobs"},
            "BOT_DRAFTS_MAILBOX=jobs",
            id="what is drafted is no mail that came",
        ),
        pytest.param(
            {"BOT_SENT_MAILBOX": "Mine", "BOT_MAILBOXES": "INBOX, Mine"},
            "BOT_SENT_MAILBOX=Mine",
            id="nor is a mailbox that is watched for mail from others",
        ),
        pytest.param({"BOT_OWNER_EMAIL": "Jane <jane@example.org>"}, "no mail address", id="a name belongs elsewhere"),
        pytest.param(
            {"BOT_OWNER_ALIASES": "a@example.org, b"},
            "BOT_OWNER_ALIASES=b",
            id="the wrong one of several aliases is named",
        ),
        pytest.param({"BOT_IMAP_HOST": "imaps://imap.example.org"}, "BOT_IMAP_HOST", id="a URL is no server name"),
        pytest.param({"BOT_IMAP_SECURITY": "none"}, "in clear", id="no encryption is refused for another machine"),
        pytest.param({"BOT_SMTP_SECURITY": "ssl"}, "tls, starttls, none", id="the choices are listed"),
        pytest.param({"BOT_IMAP_AUTH": "xoauth2"}, "not there yet", id="what is not there yet is said"),
        pytest.param({"BOT_SMTP_PORT": "70000"}, "BOT_SMTP_PORT", id="a port ends at 65535"),
        pytest.param({"BOT_SMTP_USER": "other"}, "BOT_SMTP_PASSWORD", id="another user needs another password"),
        pytest.param({"BOT_IMAP_PASSWORD_COMMAND": "echo x"}, "keep one", id="two passwords are one too many"),
        pytest.param({"BOT_TLS_CA_FILE": "none.pem"}, "none.pem", id="a certificate file has to exist"),
        pytest.param({"BOT_CONFIG_DIR": "nowhere"}, "nowhere", id="a named configuration has to exist"),
        pytest.param(
            {"BOT_DATABASE_URL": "postgresql://x/y"}, "BOT_DATABASE_URL", id="other databases are not there yet"
        ),
        pytest.param(
            {"BOT_DATABASE_URL": "sqlite:///here.db"}, "absolute", id="the database never lies in the current directory"
        ),
    ],
)
def test_one_wrong_value_is_one_sentence(env_file: Path, changes: dict[str, str], said: str) -> None:
    (problem,) = problems_with(env_file, changes)
    assert said in problem


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, (Security.TLS, 465), id="TLS and its port are the default"),
        pytest.param({"BOT_SMTP_SECURITY": "starttls"}, (Security.STARTTLS, 587), id="STARTTLS has its own port"),
        pytest.param({"BOT_SMTP_PORT": "587"}, (Security.STARTTLS, 587), id="its port alone means STARTTLS"),
        pytest.param({"BOT_SMTP_PORT": "2465"}, (Security.TLS, 2465), id="any other port means TLS"),
        pytest.param(
            {"BOT_SMTP_PORT": "587", "BOT_SMTP_SECURITY": "TLS"}, (Security.TLS, 587), id="what is said holds"
        ),
        pytest.param(
            {"BOT_SMTP_HOST": "127.0.0.1", "BOT_SMTP_SECURITY": "none", "BOT_SMTP_PORT": "2525"},
            (Security.NONE, 2525),
            id="clear text stays on this machine",
        ),
    ],
)
def test_security_and_port(env_file: Path, changes: dict[str, str], expected: tuple[Security, int]) -> None:
    settings = settings_with(env_file, **changes)
    assert (settings.smtp.security, settings.smtp.port) == expected


@pytest.mark.parametrize(
    ("written", "host", "password"),
    [
        pytest.param("'abcd efgh ijkl mnop'", "imap.gmail.com", "abcdefghijklmnop", id="Google's groups are joined"),
        pytest.param(
            "abcd efgh ijkl mnop", "imap.gmail.com", "abcdefghijklmnop", id="Google's groups without quotes are joined"
        ),
        pytest.param(
            "'abcd efgh ijkl mnop'", "imap.example.org", "abcd efgh ijkl mnop", id="elsewhere four words are a password"
        ),
        pytest.param("'my dog is old'", "imap.gmail.com", "my dog is old", id="other words keep their spaces"),
        pytest.param("' x '", "imap.example.org", " x ", id="spaces at the ends belong to a quoted password"),
        pytest.param("'a #b'", "imap.example.org", "a #b", id="a # between quotes is part of it"),
        pytest.param("a#b", "imap.example.org", "a#b", id="a # after a letter is part of it"),
        pytest.param(
            r"'it\'s \\ $HOME ${HOME}'", "imap.example.org", r"it's \ $HOME ${HOME}", id="nothing is expanded"
        ),
    ],
)
def test_passwords_as_written_in_the_file(env_file: Path, written: str, host: str, password: str) -> None:
    write(env_file, f"BOT_IMAP_PASSWORD={written}\n")
    settings = load_settings(env_file, {**NEEDED, "BOT_IMAP_PASSWORD": "", "BOT_IMAP_HOST": host})
    assert settings.imap.password.reveal() == password


def test_the_environment_wins_over_the_file(env_file: Path) -> None:
    write(env_file, "BOT_OWNER_NAME=File\nBOT_IMAP_HOST=file.example.org\n")
    assert load_settings(env_file, {**NEEDED, "BOT_IMAP_HOST": "env.example.org"}).imap.host == "env.example.org"


def test_a_password_in_the_environment_replaces_the_files_command(env_file: Path) -> None:
    write(env_file, "BOT_IMAP_PASSWORD_COMMAND='echo file'\n")
    assert load_settings(env_file, NEEDED).imap.password.reveal() == "secret"


def test_a_password_file_is_read_to_the_end_of_its_first_line(env_file: Path, tmp_path: Path) -> None:
    (tmp_path / "pw").write_text("from the file\r\nsecond line\n")
    settings = settings_with(env_file, BOT_IMAP_PASSWORD="", BOT_IMAP_PASSWORD_FILE="pw")
    assert settings.imap.password.reveal() == "from the file"


def test_a_password_command_runs_when_the_password_is_needed(env_file: Path, tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    settings = settings_with(
        env_file, BOT_IMAP_PASSWORD="", BOT_IMAP_PASSWORD_COMMAND=f"touch {marker}; printf 'one\\ntwo\\n'"
    )
    assert not marker.exists()
    assert settings.imap.password.reveal() == "one"


@pytest.mark.parametrize(
    "command", [pytest.param("exit 3", id="it fails"), pytest.param("true", id="it prints nothing")]
)
def test_a_password_command_that_gives_none_names_the_variable(env_file: Path, command: str) -> None:
    settings = settings_with(env_file, BOT_IMAP_PASSWORD="", BOT_IMAP_PASSWORD_COMMAND=command)
    with pytest.raises(ConfigurationError, match="BOT_IMAP_PASSWORD_COMMAND"):
        settings.imap.password.reveal()


def test_a_missing_password_file_is_found_at_once(env_file: Path) -> None:
    (problem,) = problems_with(env_file, {"BOT_IMAP_PASSWORD": "", "BOT_IMAP_PASSWORD_FILE": "nowhere"})
    assert "nowhere" in problem


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("BOT_MAILBOX=INBOX\n", "did you mean BOT_MAILBOXES?", id="a typo is an error with a proposal"),
        pytest.param("\nBOT_IMAP_HOST: x\n", "line 2", id="a line of another form is named"),
        pytest.param("BOT_OWNER_NAME='never closed\n", "line 1", id="an open quote is named"),
        pytest.param("BOT_LOG_LEVEL=info\nBOT_LOG_LEVEL=debug\n", "second time", id="a variable set twice is named"),
    ],
)
def test_wrong_lines_of_the_file(env_file: Path, text: str, said: str) -> None:
    (problem,) = problems_with(env_file, {}, text)
    assert said in problem


@pytest.mark.parametrize(
    ("text", "environment", "said"),
    [
        pytest.param("", {"BOT_NOISE": "1"}, "BOT_NOISE", id="an unknown name in the environment"),
        pytest.param("BOT_SMTP_PASSWORD=abc #def\n", {}, "comment", id="a password cut off by a comment"),
    ],
)
def test_what_is_only_odd_is_a_warning(env_file: Path, text: str, environment: dict[str, str], said: str) -> None:
    (warning,) = load_settings(write(env_file, text), {**NEEDED, **environment}).warnings
    assert said in warning


def test_a_file_that_others_may_read_is_a_warning(env_file: Path) -> None:
    write(env_file, "").chmod(0o644)
    (warning,) = load_settings(env_file, NEEDED).warnings
    assert f"chmod 600 {env_file}" in warning


def test_names_of_other_programs_are_left_alone(env_file: Path) -> None:
    write(env_file, "DATABASE_URL=x\nexport BOT_LOG_FORMAT=json\n")
    assert load_settings(env_file, NEEDED).log_format == "json"


def test_a_named_file_that_is_not_there_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="init"):
        load_settings(tmp_path / "none.env", NEEDED)


def test_no_settings_at_all_is_one_sentence(env_file: Path) -> None:
    with pytest.raises(ConfigurationError, match="init") as caught:
        load_settings(write(env_file, ""), {})
    assert len(caught.value.problems) == 1


def test_paths_start_beside_the_settings_file(env_file: Path, tmp_path: Path) -> None:
    settings = settings_with(env_file, BOT_DATA_DIR="data")
    assert settings.data_dir == tmp_path / "data"
    assert settings.database_url == f"sqlite:///{tmp_path}/data/followup-bot.db"
    assert settings.config_dir == tmp_path / "config"


def test_the_shipped_configuration_is_not_taken_for_the_users(tmp_path: Path) -> None:
    env_file = shipped_dir().parent / ".env.example"
    assert load_settings(env_file, {}).config_dir != shipped_dir()


def test_no_password_and_no_database_address_is_ever_printed(env_file: Path) -> None:
    shown = repr(settings_with(env_file, BOT_DATABASE_URL="sqlite:////tmp/geheim.db"))
    assert "secret" not in shown
    assert "geheim" not in shown


def test_the_example_documents_every_setting_and_is_itself_right() -> None:
    example = shipped_dir().parent / ".env.example"
    text = example.read_text()
    assert {name for name in KNOWN_NAMES if f"{name}=" in text} == KNOWN_NAMES
    assert load_settings(example, {}).owner.name == "Jane Doe"


def test_every_line_of_the_example_that_is_switched_off_is_a_known_name() -> None:
    lines = (shipped_dir().parent / ".env.example").read_text().splitlines()
    names = {line.lstrip("#").partition("=")[0] for line in lines if line.startswith(("#BOT_", "BOT_"))}
    assert names == KNOWN_NAMES
