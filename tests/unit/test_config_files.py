"""The shipped configuration with the user's laid over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config_files import ConfigFiles, lay_over, shipped_dir
from bot.errors import ConfigurationError


@pytest.fixture
def user_dir(tmp_path: Path) -> Path:
    return tmp_path / "config"


def write(directory: Path, name: str, text: str | bytes) -> None:
    path = directory / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize(
    ("below", "above", "merged"),
    [
        pytest.param({"a": 1}, {}, {"a": 1}, id="what the user did not write stays"),
        pytest.param({"a": 1}, {"a": 2}, {"a": 2}, id="the user's value wins"),
        pytest.param(
            {"t": {"a": 1, "b": 2}}, {"t": {"b": 3}}, {"t": {"a": 1, "b": 3}}, id="tables are merged key by key"
        ),
        pytest.param({"l": [1, 2]}, {"l": [3]}, {"l": [3]}, id="arrays are replaced whole"),
        pytest.param(
            {"t": {"a": 1}}, {"t": 5}, {"t": 5}, id="a value over a table is kept for the policy to complain about"
        ),
        pytest.param({}, {"new": {"x": 1}}, {"new": {"x": 1}}, id="new tables are added"),
    ],
)
def test_lay_over(below: dict[str, object], above: dict[str, object], merged: dict[str, object]) -> None:
    assert lay_over(below, above) == merged


def test_without_a_user_directory_the_shipped_policy_is_read() -> None:
    assert "approval" in ConfigFiles(None).table("policy.toml")


def test_a_user_directory_that_does_not_exist_changes_nothing(user_dir: Path) -> None:
    assert ConfigFiles(user_dir).table("policy.toml") == ConfigFiles(None).table("policy.toml")


def test_one_key_of_the_user_leaves_all_others_as_shipped(user_dir: Path) -> None:
    write(user_dir, "policy.toml", '[approval]\nundo = "1h"\n')
    shipped = ConfigFiles(None).table("policy.toml")
    merged = ConfigFiles(user_dir).table("policy.toml")
    assert merged["approval"] == {**shipped["approval"], "undo": "1h"}  # type: ignore[dict-item]
    assert {key: value for key, value in merged.items() if key != "approval"} == {
        k: v for k, v in shipped.items() if k != "approval"
    }


def test_tables_reads_every_toml_of_a_folder_and_nothing_else(user_dir: Path) -> None:
    write(user_dir, "cues/xx.toml", "word = 1\n")
    write(user_dir, "cues/readme.txt", "no table")
    write(user_dir, "cues/.xx.toml.swp", "no table")
    tables = ConfigFiles(user_dir).tables("cues")
    assert tables["xx"] == {"word": 1}
    assert "readme" not in tables
    assert all(not stem.startswith(".") for stem in tables)


def test_files_of_the_users_own_are_told(user_dir: Path) -> None:
    assert not ConfigFiles(user_dir).has_own("cues", "cues/dates")
    write(user_dir, "cues/dates/xx.toml", "word = 1\n")
    assert ConfigFiles(user_dir).has_own("cues", "cues/dates")
    assert not ConfigFiles(None).has_own("cues/dates")


def test_the_users_template_wins_and_new_ones_are_added(user_dir: Path) -> None:
    write(user_dir, "templates/zz/thank_you.txt", "mine")
    files = ConfigFiles(user_dir)
    assert files.names("templates/zz") == ["thank_you.txt"]
    assert files.texts("templates/zz") == {"thank_you.txt": "mine"}
    assert files.text("templates/zz/thank_you.txt") == "mine"


def test_a_file_with_windows_line_ends_and_a_byte_order_mark_is_read(user_dir: Path) -> None:
    write(user_dir, "cues/xx.toml", b"\xef\xbb\xbfword = 1\r\n")
    assert ConfigFiles(user_dir).table("cues/xx.toml") == {"word": 1}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(
            b"[approval]\nundo = 10m\n", "policy.toml, line 2", id="a value without quotes is named with its line"
        ),
        pytest.param(b"[approval\n", "policy.toml, line 1", id="a broken table head is named with its line"),
        pytest.param(b'undo = """never closed', "policy.toml", id="an unclosed string names the file"),
        pytest.param(
            b'# fine\nname = "M\xfcller"\n',
            "policy.toml, line 2: not UTF-8",
            id="another encoding is named with its line",
        ),
    ],
)
def test_broken_files_are_one_sentence(user_dir: Path, content: bytes, said: str) -> None:
    write(user_dir, "policy.toml", content)
    with pytest.raises(ConfigurationError) as caught:
        ConfigFiles(user_dir).table("policy.toml")
    (problem,) = caught.value.problems
    assert said in problem
    assert "\n" not in problem


def test_a_missing_file_is_a_configuration_error() -> None:
    with pytest.raises(ConfigurationError, match=r"nothing\.toml"):
        ConfigFiles(None).table("nothing.toml")


def test_the_shipped_directory_holds_the_policy() -> None:
    assert (shipped_dir() / "policy.toml").is_file()
