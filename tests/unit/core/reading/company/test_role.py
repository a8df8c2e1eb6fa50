"""The role a mail is about, in seven languages; every expectation written from the language, not from a sample."""
# ruff: noqa: E501

from __future__ import annotations

import pytest

from tests.unit.core.reading.company.paper import role_of

PROSE = [
    # German: capitals tell little, verbs stand at the end
    ("de", "wir laden Sie zum Gespräch für die Stelle als Sachbearbeiterin Einkauf ein.", "Sachbearbeiterin Einkauf"),
    ("de", "Vielen Dank für Ihre Bewerbung als Pflegefachkraft (m/w/d) in unserem Haus.", "Pflegefachkraft"),
    ("de", "Ihre Bewerbung um die Stelle der stellvertretenden Filialleitung hat uns gefallen.", "stellvertretenden Filialleitung"),
    ("de", "du hast dich bei uns als Softwareentwicklerin beworben.", "Softwareentwicklerin"),
    ("de", "Es geht um die Position „Leiter Controlling“ am Standort Mainz.", "Leiter Controlling"),
    ("de", "für die Position Projektmanager:in Digitalisierung möchten wir Sie kennenlernen.", "Projektmanager:in Digitalisierung"),
    ("de", "danke für dein Interesse an der Werkstudentenstelle. Wir reden über die Stelle als Werkstudent Data Engineering.", "Werkstudent Data Engineering"),
    ("de", "Ihre Bewerbung auf die Stelle als Kfz-Mechatroniker am Standort Ulm liegt uns vor.", "Kfz-Mechatroniker"),
    ("de", "wir suchen eine technische Redakteurin und freuen uns auf Ihre Vorstellung für die Stelle als technische Redakteurin am Freitag.", "technische Redakteurin"),
    ("de", "fuer die Stelle als Buchhalterin wuerden wir Sie gern kennenlernen.", "Buchhalterin"),
    # French
    ("fr", "nous souhaitons vous rencontrer pour le poste de chargée de mission au sein de notre équipe.", "chargée de mission"),
    ("fr", "Votre candidature au poste de Responsable de magasin (H/F) a retenu notre attention.", "Responsable de magasin"),
    ("fr", "Suite à votre candidature en tant qu'ingénieure logiciel, nous vous proposons un entretien.", "ingénieure logiciel"),
    ("fr", "Vous avez postulé à l'offre « Assistant(e) commercial(e) » chez nous.", "Assistant(e) commercial(e)"),
    ("fr", "un échange au sujet du poste d'aide-soignante mardi prochain", "aide-soignante"),
    ("fr", "concernant le poste de comptable qui est à pourvoir", "comptable"),
    # Spanish
    ("es", "le invitamos a una entrevista para el puesto de Técnico/a de calidad el próximo martes.", "Técnico/a de calidad"),
    ("es", "Gracias por postularte a la vacante de Analista de Datos en nuestra empresa.", "Analista de Datos"),
    ("es", "Hemos recibido tu candidatura como dependienta y queremos conocerte.", "dependienta"),
    ("es", "en relación con su solicitud para la plaza de enfermera de urgencias, le escribimos", "enfermera de urgencias"),
    ("es", "El cargo es Jefe de Proyecto y la entrevista será en línea.", "Jefe de Proyecto"),
    # Portuguese
    ("pt", "Gostaríamos de convidá-la para uma entrevista para a vaga de Analista de Dados Pleno.", "Analista de Dados Pleno"),
    ("pt", "a sua candidatura à função de técnica de laboratório foi selecionada", "técnica de laboratório"),
    ("pt", "Obrigado por se candidatar à posição de Engenheiro de Software na nossa empresa.", "Engenheiro de Software"),
    ("pt", "candidatou-se ao cargo de assistente administrativo e gostámos do seu perfil", "assistente administrativo"),
    # Dutch
    ("nl", "je hebt gesolliciteerd op de functie van verpleegkundige op onze afdeling.", "verpleegkundige"),
    ("nl", "Bedankt voor je sollicitatie naar de functie Medewerker Klantenservice.", "Medewerker Klantenservice"),
    ("nl", "wij nodigen u uit voor een gesprek voor de vacature adviseur duurzaamheid (m/v).", "adviseur duurzaamheid"),
    ("nl", "Uw sollicitatie als projectleider infra hebben wij ontvangen.", "projectleider infra"),
    # Italian
    ("it", "la contattiamo per la posizione di impiegata amministrativa presso la nostra sede.", "impiegata amministrativa"),
    ("it", "in merito alla sua candidatura come Responsabile Acquisti, vorremmo incontrarla", "Responsabile Acquisti"),
    ("it", "La ringraziamo per aver risposto al nostro annuncio per il ruolo di Data Analyst.", "Data Analyst"),
    ("it", "per il posto di magazziniere si terrà un colloquio", "magazziniere"),
    # English
    ("en", "We would like to talk to you about the position of assistant librarian at our branch.", "assistant librarian"),
    ("en", "Thank you for applying for the Senior Data Engineer role.", "Senior Data Engineer"),
    ("en", "your application for the post of Payroll Clerk (all genders) has been received", "Payroll Clerk"),
    # titles in English inside other languages
    ("de", "Interview für die Position als Senior Backend Engineer (f/m/x) mit unserem Team", "Senior Backend Engineer"),
    ("fr", "pour le poste de Product Owner, nous aimerions vous revoir", "Product Owner"),
    ("nl", "voor de rol van Customer Success Manager maken we graag kennis", "Customer Success Manager"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "body", "role"), PROSE, ids=[f"{p[0]}: {p[2]} in {p[1][:40]}" for p in PROSE])
def test_a_role_is_told_by_the_words_around_it(lang: str, body: str, role: str) -> None:
    assert role_of(lang, body) == role


SUBJECTS = [
    ("de", "Vorstellungsgespräch – Bauleiterin Hochbau – Rohde & Partner", "Bauleiterin Hochbau"),
    ("de", "Einladung zum Interview: Vertriebsmitarbeiter Innendienst (w/m/d)", "Vertriebsmitarbeiter Innendienst"),
    ("de", "Ihre Bewerbung als Erzieherin", "Erzieherin"),
    ("fr", "Entretien - Chargé de communication - Studio Lune", "Chargé de communication"),
    ("fr", "Votre candidature : Technicien de maintenance H/F", "Technicien de maintenance"),
    ("es", "Entrevista | Responsable de tienda | Calzados Ría", "Responsable de tienda"),
    ("pt", "Entrevista – Gestor de Projetos (Lisboa)", "Gestor de Projetos"),
    ("nl", "Uitnodiging sollicitatiegesprek: Beleidsmedewerker Zorg", "Beleidsmedewerker Zorg"),
    ("it", "Colloquio - Addetta alla contabilità", "Addetta alla contabilità"),
    ("en", "Interview - Warehouse Supervisor - Harlow Foods", "Warehouse Supervisor"),
]


@pytest.mark.parametrize(("lang", "subject", "role"), SUBJECTS, ids=[f"{s[0]}: {s[1]}" for s in SUBJECTS])
def test_a_role_is_told_by_its_place_in_the_subject(lang: str, subject: str, role: str) -> None:
    assert role_of(lang, "-", subject=subject) == role


NONE = [
    ("de", "wir freuen uns auf das Gespräch mit Ihnen am Dienstag um 10 Uhr."),
    ("de", "Sie sprechen mit Frau Berg, Leiterin Personal."),
    ("de", "Die Stelle ist noch offen, wir melden uns."),
    ("fr", "Vous rencontrerez Paul Morin, directeur technique, et la DRH."),
    ("fr", "Nous vous confirmons l'entretien de mardi à 10 h."),
    ("es", "La entrevista será con Marta Gil, directora de personas."),
    ("es", "Le confirmamos la entrevista para el puesto el martes."),
    ("pt", "A conversa será com a Inês Prado, gerente de RH."),
    ("nl", "Je spreekt met Daan Vos, hoofd personeelszaken."),
    ("it", "Incontrerà Luca Neri, responsabile delle risorse umane."),
    ("en", "You will talk to Ann Field, our Head of People."),
    ("it", "Le confermiamo il colloquio di lunedì."),
    ("de", "Es nehmen teil: Herr Kunz (Abteilungsleiter Einkauf) und Frau Lenz (Personalreferentin)."),
    ("es", "La entrevista la realizará nuestro director técnico, Iván Paz."),
    ("pt", "A conversa será com o nosso diretor comercial."),
    ("nl", "Het gesprek is met onze directeur en een collega van HR."),
    ("it", "Il colloquio sarà condotto dal responsabile tecnico, ing. Riva."),
    ("de", "Im Rahmen der Stellenbesetzung führen wir Gespräche mit dem Teamleiter."),
]


@pytest.mark.parametrize(("lang", "body"), NONE, ids=[f"{n[0]}: {n[1]}" for n in NONE])
def test_nobody_elses_title_is_the_role(lang: str, body: str) -> None:
    assert role_of(lang, body) is None


TAILS = [
    ("de", "Stelle als Data Engineer (m/w/d) – Ref. 4711", "Data Engineer"),
    ("de", "Position: Sachbearbeiter/in Rechnungswesen (Kennziffer 12-2026)", "Sachbearbeiter/in Rechnungswesen"),
    ("fr", "le poste de Développeur Python F/H (réf. 2026-33)", "Développeur Python"),
    ("es", "el puesto de Camarero/a (ref. 883)", "Camarero/a"),
    ("nl", "de functie van Teamleider Logistiek m/v/x", "Teamleider Logistiek"),
    ("it", "la posizione di Cameriere/a di sala (rif. 12)", "Cameriere/a di sala"),
    ("pt", "a vaga de Assistente de Loja (M/F)", "Assistente de Loja"),
]


@pytest.mark.parametrize(("lang", "body", "role"), TAILS, ids=[f"{t[0]}: {t[1]}" for t in TAILS])
def test_marks_of_gender_and_numbers_are_no_part_of_a_title(lang: str, body: str, role: str) -> None:
    assert role_of(lang, body) == role
