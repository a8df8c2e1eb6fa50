"""What a domain says about a company."""

from __future__ import annotations

import pytest

from bot.core.interview.domain import company_domain, domain_names_company, same_domain


@pytest.mark.parametrize(
    ("email", "domain"),
    [
        pytest.param("jane@Acme.example", "acme.example", id="a company's own domain"),
        pytest.param("jane@gmail.com", "", id="free mail says nothing"),
        pytest.param("jane@yahoo.co.jp", "", id="free mail of another country says nothing"),
        pytest.param("x@us.greenhouse-mail.io", "", id="a hiring system says nothing"),
        pytest.param("acme@hire.lever.co", "", id="nor does one below its domain"),
        pytest.param("jane", "", id="no address"),
        pytest.param("jane@localhost", "", id="no domain to speak of"),
        pytest.param(None, "", id="none at all"),
    ],
)
def test_only_a_domain_of_its_own_tells_the_company(email: str | None, domain: str) -> None:
    assert company_domain(email) == domain


def test_a_subdomain_belongs_to_the_company() -> None:
    assert same_domain("mail.acme.example", "acme.example")
    assert not same_domain("notacme.example", "acme.example")
    assert not same_domain("", "")


def test_a_domain_can_spell_the_name() -> None:
    assert domain_names_company("careers.nordwind-energie.example", "Nordwind Energie GmbH")
    assert not domain_names_company("nordwind.example", "Nordwind Energie GmbH")
