"""The company behind a mail, in seven languages; every expectation written from the language, not from a sample."""

from __future__ import annotations

import pytest

from tests.unit.core.reading.company.paper import company_of

FREE = ("Lea Brandt", "lea.brandt@gmx.de")
ATS = "no-reply@greenhouse.io"

SENDERS = [
    ("en", ("Anna from Fernhill", ATS), "Fernhill"),
    ("en", ("Fernhill Recruiting", ATS), "Fernhill"),
    ("en", ("Fernhill Biotech via Greenhouse", ATS), "Fernhill Biotech"),
    ("de", ("Nordlicht Karriere", ATS), "Nordlicht"),
    ("de", ("Personalabteilung Nordlicht", ATS), "Nordlicht"),
    ("de", ("Lena von Nordlicht Energie", ATS), "Nordlicht Energie"),
    ("de", ("Bewerbermanagement Stadtwerke Aurich", ATS), "Stadtwerke Aurich"),
    ("fr", ("Recrutement Atelier Lumen", ATS), "Atelier Lumen"),
    ("fr", ("Apolline de Brume & Sel", ATS), "Brume & Sel"),
    ("fr", ("Service RH Groupe Valmont", ATS), "Groupe Valmont"),
    ("es", ("Equipo de Selección de Calzados Ría", ATS), "Calzados Ría"),
    ("es", ("Talento Grupo Albor", ATS), "Grupo Albor"),
    ("pt", ("Recrutamento e Seleção Nuvem Azul", ATS), "Nuvem Azul"),
    ("pt", ("Equipe de Gente da Nuvem Azul", ATS), "Nuvem Azul"),
    ("nl", ("Werving & Selectie Waterkant", ATS), "Waterkant"),
    ("nl", ("Team HR van Waterkant", ATS), "Waterkant"),
    ("it", ("Ufficio Selezione Tessuti Lario", ATS), "Tessuti Lario"),
    ("it", ("Risorse Umane Tessuti Lario", ATS), "Tessuti Lario"),
]


@pytest.mark.parametrize(("lang", "sender", "company"), SENDERS, ids=[f"{s[0]}: {s[1][0]}" for s in SENDERS])
def test_the_name_a_service_sends_under_tells_the_company(lang: str, sender: tuple[str, str], company: str) -> None:
    assert company_of(lang, "-", sender=sender).name == company


DOMAINS = [
    ("en", "careers@jobs.tidewell.co.example", "-", "Tidewell"),
    ("de", "karriere@rheinwerk-software.example", "-", "Rheinwerk Software"),
    ("de", "info@nms-berlin.example", "Ihr Team der Neuen Musikschule Berlin", "Neuen Musikschule Berlin"),
    ("de", "m.bach@mueller-und-soehne.example", "bei Müller und Söhne", "Müller und Söhne"),
    ("fr", "rh@theatre-ville.example", "Théâtre de la Ville", "Théâtre de la Ville"),
    ("es", "rrhh@bodegasalbor.example", "Bodegas Albor le saluda.", "Bodegas Albor"),
    ("nl", "hr@uwm.example", "Universiteit West Mark", "Universiteit West Mark"),
    ("it", "lavoro@osp-santalucia.example", "Ospedale Santa Lucia", "Ospedale Santa Lucia"),
    ("en", "jobs@tidewell-careers.example", "-", "Tidewell"),
]


@pytest.mark.parametrize(("lang", "email", "body", "company"), DOMAINS, ids=[f"{d[0]}: {d[1]}" for d in DOMAINS])
def test_the_words_that_spell_the_domain_name_the_company(lang: str, email: str, body: str, company: str) -> None:
    assert company_of(lang, body, sender=("", email)).name == company


PROSE = [
    ("de", "wir laden Sie zum Vorstellungsgespräch bei Café Morgenrot ein.", "Café Morgenrot"),
    ("de", "Ihre Bewerbung bei der Schreinerei Holzinger hat uns gefreut.", "Schreinerei Holzinger"),
    ("fr", "nous vous proposons un entretien chez Boulangerie Martin mardi.", "Boulangerie Martin"),
    ("fr", "Merci pour votre candidature au sein de la Maison Colbert.", "Maison Colbert"),
    ("es", "le confirmamos su entrevista en Restaurante El Faro.", "Restaurante El Faro"),
    ("es", "Gracias por tu interés en trabajar con nosotros en Talleres Ibaia.", "Talleres Ibaia"),
    ("pt", "Obrigado pela sua candidatura na Padaria Estrela.", "Padaria Estrela"),
    ("nl", "bedankt voor je sollicitatie bij Bakkerij Veldman.", "Bakkerij Veldman"),
    ("it", "la aspettiamo per il colloquio presso Trattoria Bellavista.", "Trattoria Bellavista"),
    ("en", "thanks for coming to an interview at Rowan Bakery.", "Rowan Bakery"),
]


@pytest.mark.parametrize(("lang", "body", "company"), PROSE, ids=[f"{p[0]}: {p[2]}" for p in PROSE])
def test_a_firm_that_writes_from_a_public_mail_provider_is_named_in_prose(lang: str, body: str, company: str) -> None:
    assert company_of(lang, body, sender=FREE).name == company


AGENCY = ("Jonas Kreft", "jonas@kreft-personalberatung.example")
CLIENTS = [
    ("de", "unser Mandant, die Hafenlogistik Nord GmbH, möchte Sie kennenlernen.", "Hafenlogistik Nord"),
    ("de", "im Auftrag unseres Kunden Silberbach Optik lade ich Sie ein.", "Silberbach Optik"),
    ("fr", "notre client, Laiterie Duval, souhaite vous rencontrer.", "Laiterie Duval"),
    ("es", "nuestro cliente, Aceros Miño, quiere conocerle.", "Aceros Miño"),
    ("pt", "o nosso cliente, Vidraria Atlântica, gostaria de a entrevistar.", "Vidraria Atlântica"),
    ("nl", "onze opdrachtgever, Zuivel Terpstra, wil graag kennismaken.", "Zuivel Terpstra"),
    ("it", "il nostro cliente, Ceramiche Volta, desidera incontrarla.", "Ceramiche Volta"),
    ("en", "our client, Pennant Foods, would like to meet you.", "Pennant Foods"),
]


@pytest.mark.parametrize(("lang", "body", "company"), CLIENTS, ids=[f"{c[0]}: {c[2]}" for c in CLIENTS])
def test_of_an_agency_the_client_is_the_company(lang: str, body: str, company: str) -> None:
    assert company_of(lang, body, sender=AGENCY).name == company


UNNAMED = [
    ("de", "unser Mandant, ein Hersteller aus dem Süden, möchte Sie kennenlernen."),
    ("fr", "notre client, une PME de la région, souhaite vous rencontrer."),
    ("es", "nuestro cliente, una empresa del sector, quiere conocerle."),
    ("pt", "o nosso cliente, uma empresa do Norte, gostaria de a entrevistar."),
    ("nl", "onze opdrachtgever wil graag kennismaken."),
    ("it", "il nostro cliente desidera incontrarla."),
    ("en", "our client, a maker of fine foods, would like to meet you."),
]


@pytest.mark.parametrize(("lang", "body"), UNNAMED, ids=[f"{u[0]}: {u[1]}" for u in UNNAMED])
def test_an_agency_that_names_no_client_names_no_company(lang: str, body: str) -> None:
    assert company_of(lang, body, sender=AGENCY).name is None


SIGNED = [
    ("de", "Mit freundlichen Grüßen\nLea Brandt\nGärtnerei Blattwerk GmbH", "Gärtnerei Blattwerk"),
    ("en", "Kind regards\nLea Brandt\nRowan Bakery Ltd", "Rowan Bakery"),
    ("en", "Kind regards\nLea Brandt\n\n© 2026 Rowan Bakery", "Rowan Bakery"),
]


@pytest.mark.parametrize(("lang", "body", "company"), SIGNED, ids=[f"{s[0]}: {s[1]}" for s in SIGNED])
def test_a_firm_is_named_below_the_signature(lang: str, body: str, company: str) -> None:
    assert company_of(lang, body, sender=FREE).name == company


@pytest.mark.parametrize("lang", ["en", "de", "fr", "es", "pt", "nl", "it"])
def test_a_mail_that_tells_no_company_gives_none(lang: str) -> None:
    assert company_of(lang, "10:00", sender=FREE).name is None


UNTOLD = [
    ("de", "ich freue mich auf unser Gespräch am Montag in Berlin mit Frau Kern."),
    ("fr", "rendez-vous mardi à Lyon avec Paul Morin pour un entretien."),
    ("es", "la entrevista será en Madrid con Ana López."),
    ("pt", "a entrevista será no Porto com o Rui Melo."),
    ("nl", "het gesprek is in Utrecht met Daan Vos."),
    ("it", "il colloquio sarà a Torino con Luca Neri."),
    ("en", "the interview is in London with Ann Field."),
]


@pytest.mark.parametrize(("lang", "body"), UNTOLD, ids=[f"{u[0]}: {u[1]}" for u in UNTOLD])
def test_a_town_or_a_person_is_no_company(lang: str, body: str) -> None:
    assert company_of(lang, body, sender=FREE).name is None


UNKNOWN_SERVICES = [
    ("en", "Your interview is confirmed.\n\nPowered by Hirely", ("Rowan & Sons", "notifications@hirely.example"), "Rowan & Sons"),
    ("fr", "Votre entretien.\n\nEnvoyé avec Recrutix", ("Recrutix pour Studio Morvan", "agenda@recrutix.example"), "Studio Morvan"),
    ("de", "Fragen an lea@holzbau-reiter.example", ("Holzbau Reiter", "x7@termin.bewerbo.example"), "Holzbau Reiter"),
    ("it", "Inviato con SelezioNow", ("Risorse Umane Banca Lariana", "noreply@selezionow.example"), "Banca Lariana"),
    ("es", "Mensaje enviado por Talentia", ("Grupo Albor Selección", "no-reply@talentia.example"), "Grupo Albor"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "body", "sender", "company"), UNKNOWN_SERVICES, ids=[f"{u[0]}: {u[2][0]}" for u in UNKNOWN_SERVICES]
)
def test_a_service_nobody_knows_is_not_the_company(lang: str, body: str, sender: tuple[str, str], company: str) -> None:
    assert company_of(lang, body, sender=sender).name == company
