from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.draft.recipient import choose_recipients, same_person
from bot.core.message.types import Address
from bot.core.reading.types import Person
from tests.unit.core.draft.examples import (
    ANN,
    INTERVIEW,
    NADINE,
    OWNER,
    PRIYA,
    STATUS_CHECK,
    TESSA,
    THANK_YOU,
    TO_CONTACT,
)

TO_PRIYA = Address(name="Priya Raman", email="priya.raman@brightwater.example")
TO_TESSA = Address(name="Tessa Brook", email="tessa.brook@brightwater.example")
DESK = Person(name="Brightwater Careers", email="no-reply@brightwater.example")
SELF = Person(name="Maya Okafor", email="Maya@example.net")


@pytest.mark.parametrize(
    ("follow_up", "changes", "expected"),
    [
        pytest.param(THANK_YOU, {}, (TO_PRIYA,), id="the interviewer whose address is known (E2)"),
        pytest.param(
            replace(THANK_YOU, person="Nadine Kowal"),
            {"interviewers": (NADINE, ANN)},
            (TO_TESSA,),
            id="else the human contact",
        ),
        pytest.param(
            replace(THANK_YOU, person="Nadine Kowal"),
            {"interviewers": (NADINE,), "contact": DESK},
            (),
            id="never a no-reply address",
        ),
        pytest.param(
            THANK_YOU,
            {"interviewers": (replace(PRIYA, email=SELF.email),)},
            (TO_TESSA,),
            id="never an alias of the owner's",
        ),
        pytest.param(THANK_YOU, {"interviewers": (NADINE,), "contact": SELF}, (), id="never the owner as contact"),
        pytest.param(THANK_YOU, {"interviewers": (), "contact": None}, (), id="nobody, where nobody is known"),
        pytest.param(TO_CONTACT, {}, (TO_TESSA,), id="a mail for nobody in particular goes to the contact"),
        pytest.param(
            TO_CONTACT, {"contact": None}, (), id="a thank-you for a whole panel is not sent to one of it at random"
        ),
        pytest.param(
            STATUS_CHECK,
            {"contact": DESK, "interviewers": (NADINE, PRIYA)},
            (TO_PRIYA,),
            id="a status check finds an interviewer",
        ),
        pytest.param(
            replace(THANK_YOU, person="priya"), {}, (TO_PRIYA,), id="a first name is enough where it is the only one"
        ),
        pytest.param(
            replace(THANK_YOU, person="Ann"),
            {"interviewers": (ANN, Person(name="Ann Hart", email="ann.hart@brightwater.example"))},
            (TO_TESSA,),
            id="of two Anns neither is guessed",
        ),
    ],
)
def test_recipients(follow_up, changes, expected):
    assert choose_recipients(follow_up, replace(INTERVIEW, **changes), OWNER) == expected


def test_a_name_is_recognised_in_any_order_and_case():
    assert same_person("OKOYE, Tamsin", "Tamsin Okoye")
    assert same_person("José Núñez", "jose nunez")
    assert not same_person("Ann Hart", "Ann Lindgren")
    assert not same_person("", "Ann")
    assert TESSA.email
