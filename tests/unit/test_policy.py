"""policy.toml and profile.toml: what they give the core, and what is said about mistakes."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

import pytest

from bot.config_files import ConfigFiles
from bot.core.approval.types import ApprovalRule
from bot.core.delivery.types import Limits
from bot.core.draft.types import Profile, Qualification
from bot.core.followup.types import Cadence, Delay, NetworkRule, QuietRule, Window
from bot.core.letter.types import LetterRule
from bot.errors import ConfigurationError
from bot.policy import Policy, load_policy, load_profile


def files_with(directory: Path, text: str, name: str = "policy.toml") -> ConfigFiles:
    (directory / name).write_text(text)
    return ConfigFiles(directory)


def problems_with(directory: Path, text: str) -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        load_policy(files_with(directory, text))
    return caught.value.problems


def test_the_shipped_policy_is_the_cores_own_default() -> None:
    assert load_policy(ConfigFiles(None)) == Policy(
        cadence=Cadence(), approval=ApprovalRule(), limits=Limits(), letters=LetterRule(), network=NetworkRule()
    )


def test_the_shipped_profile_says_nothing_about_anybody() -> None:
    assert load_profile(ConfigFiles(None)) == Profile()


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        pytest.param("0s", timedelta(), id="nothing"),
        pytest.param("90 sec", timedelta(seconds=90), id="seconds"),
        pytest.param("30m", timedelta(minutes=30), id="minutes"),
        pytest.param("1h 30m", timedelta(minutes=90), id="two parts"),
        pytest.param("1h30m", timedelta(minutes=90), id="two parts without a space"),
        pytest.param("2 hours", timedelta(hours=2), id="a word"),
        pytest.param("1W", timedelta(weeks=1), id="capitals"),
    ],
)
def test_durations(tmp_path: Path, text: str, duration: timedelta) -> None:
    assert load_policy(files_with(tmp_path, f'[approval]\nundo = "{text}"\n')).approval.undo == duration


@pytest.mark.parametrize(
    ("text", "wait"),
    [
        pytest.param("7 business days", Delay(business_days=7), id="business days"),
        pytest.param("1 business day", Delay(business_days=1), id="one business day"),
        pytest.param("3 days", Delay(elapsed=timedelta(days=3)), id="days of the calendar"),
    ],
)
def test_waits(tmp_path: Path, text: str, wait: Delay) -> None:
    policy = load_policy(files_with(tmp_path, f'[status_check]\nagain_after = "{text}"\n'))
    assert policy.cadence.status_check.again_after == wait


def test_the_whole_day_is_a_window(tmp_path: Path) -> None:
    policy = load_policy(files_with(tmp_path, '[thank_you]\nwindow = "00:00-24:00"\nweekends = false\n'))
    assert policy.cadence.thank_you.window == Window(start=time(0), end=time.max, weekends=False)


def test_pauses_may_be_dates_or_texts(tmp_path: Path) -> None:
    policy = load_policy(
        files_with(
            tmp_path, '[quiet]\nholidays = "de"\npauses = [["2027-08-02", "2027-08-15"], [2027-12-24, 2027-12-26]]\n'
        )
    )
    assert policy.cadence.quiet == QuietRule(
        holidays="DE", pauses=((date(2027, 8, 2), date(2027, 8, 15)), (date(2027, 12, 24), date(2027, 12, 26)))
    )


def test_every_section_reaches_its_rule(tmp_path: Path) -> None:
    policy = load_policy(
        files_with(
            tmp_path,
            "[letters]\nprepare = false\n[prepare]\nat = 19:30:00\n[debrief]\nenabled = false\n[rejection_reply]\nenabled = false\n"
            '[network]\nlinkedin = "on"\nhandwritten_for = ["Acme Corp"]\nkeep_in_touch = "12 weeks"\n'
            '[limits]\nsends_per_day = 3\n[digest]\nweekday = "Fri"\n',
        )
    )
    assert not policy.letters.prepare
    assert policy.letters.prepare_at == time(19, 30)
    assert policy.letters.digest_weekday == 4
    assert not policy.cadence.debrief.enabled
    assert not policy.cadence.rejection_reply.enabled
    assert policy.network == NetworkRule(
        linkedin="on", handwritten_for=("Acme Corp",), keep_in_touch=timedelta(weeks=12)
    )
    assert policy.limits == Limits(sends_per_day=3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param('[approval]\nundo = "soon"', ['approval.undo = "soon"', '"30m"'], id="no duration"),
        pytest.param('[approval]\nundo = "1.5h"', ["approval.undo"], id="no fractions"),
        pytest.param("[approval]\nundo = 10", ["approval.undo", "in quotes"], id="a bare number"),
        pytest.param('[approval]\nundo = "9999999 days"', ["approval.undo"], id="an absurd number"),
        pytest.param('[approval]\nexpires = "0d"', ["approval.expires"], id="an approval that never holds"),
        pytest.param(
            '[thank_you]\nwindow = "19:00-08:00"', ["thank_you.window", "after the start"], id="hours over midnight"
        ),
        pytest.param('[thank_you]\nwindow = "8-19"', ["thank_you.window", '"08:30-19:00"'], id="hours without minutes"),
        pytest.param('[thank_you]\nweekends = "no"', ["thank_you.weekends", "true or false"], id="a word for a switch"),
        pytest.param('[thank_you]\nearliest = "3 days"', ["earliest, target and deadline"], id="moments out of order"),
        pytest.param("[limits]\nsends_per_day = 0", ["limits.sends_per_day = 0", "from 1 on"], id="a limit of nothing"),
        pytest.param("[limits]\nsends_per_day = true", ["limits.sends_per_day = true"], id="a switch for a number"),
        pytest.param('[digest]\nweekday = "someday"', ["digest.weekday", '"monday"'], id="no such day"),
        pytest.param('[quiet]\nholidays = "Germany"', ["quiet.holidays", '"DE"'], id="a country's name"),
        pytest.param('[quiet]\npauses = ["2027-08-02"]', ["quiet.pauses[1]", "pair of dates"], id="half a pause"),
        pytest.param(
            '[quiet]\npauses = [["2027-08-02", "2027-08-01"]]', ["quiet.pauses[1]"], id="a pause that ends first"
        ),
        pytest.param(
            '[network]\nkeep_in_touch = "some day"',
            ["network.keep_in_touch", '"off"', '"12 weeks"'],
            id="no span to keep in touch",
        ),
        pytest.param(
            '[network]\nkeep_in_touch = "2 days"',
            ["network.keep_in_touch", "a week or more"],
            id="too soon to keep in touch",
        ),
        pytest.param('[network]\nlinkedin = "always"', ["network.linkedin", '"off"'], id="not one of the choices"),
        pytest.param(
            '[thank_you]\nearlyest = "2h"', ["thank_you.earlyest", "did you mean earliest?"], id="a misspelt key"
        ),
        pytest.param('[thankyou]\nearliest = "2h"', ["thankyou", "did you mean thank_you?"], id="a misspelt section"),
        pytest.param("thank_you = 5", ["thank_you", "[thank_you]"], id="a value for a section"),
    ],
)
def test_one_mistake_is_one_sentence_with_key_and_example(tmp_path: Path, text: str, said: list[str]) -> None:
    (problem,) = problems_with(tmp_path, text)
    assert problem.startswith("policy.toml: ")
    for words in said:
        assert words in problem


def test_every_mistake_is_reported_at_once(tmp_path: Path) -> None:
    problems = problems_with(tmp_path, '[approval]\nundo = "soon"\nexpire = "7d"\n[limits]\nsends_per_day = "ten"\n')
    assert len(problems) == 3


def test_a_profile_with_strengths(tmp_path: Path) -> None:
    text = 'headline = "Engineer "\n[[qualifications]]\ntext = "led a team"\nkeywords = ["lead"]\n[[accomplishments]]\ntext = "did it"\n'
    profile = load_profile(files_with(tmp_path, text, "profile.toml"))
    assert profile == Profile(
        headline="Engineer",
        qualifications=(Qualification(text="led a team", keywords=("lead",)),),
        accomplishments=(Qualification(text="did it"),),
    )


def test_mistakes_of_the_profile_are_named_with_their_number(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load_profile(files_with(tmp_path, 'tone = "loud"\n[[qualifications]]\nkeyword = ["x"]\n', "profile.toml"))
    text = " ".join(caught.value.problems)
    assert len(caught.value.problems) == 3
    assert "qualifications[1].text" in text
    assert "qualifications[1].keyword" in text
    assert 'tone = "loud"' in text
