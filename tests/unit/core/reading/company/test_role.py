"""The role a mail is about, in seven languages; every expectation written from the language, not from a sample."""
# ruff: noqa: E501

from __future__ import annotations

import pytest

from bot.core.reading.company.title_signs import is_headed
from tests.unit.core.reading.company.paper import role_of
from tests.unit.core.reading.company.words import CUES

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


# Romance languages put the head of a title first; fields, adjectives and places follow it.
ROMANCE = [
    ("fr", 'Nous avons bien reçu votre candidature pour le poste de cadre de santé au pôle gériatrie et souhaitons vous rencontrer.', 'cadre de santé'),
    ("fr", "On te parlera surtout de la place de second à l'atelier traiteur.", 'second'),
    ("fr", 'En réponse à votre candidature de technicienne de maintenance chez Alvor, nous vous proposons un entretien.', 'technicienne de maintenance'),
    ("fr", 'Votre profil de développeuse front-end nous intéresse pour un entretien.', 'développeuse front-end'),
    ("fr", 'Vous avez répondu à notre annonce de boulanger-pâtissier à Rennes.', 'boulanger-pâtissier'),
    ("fr", 'Suite à votre candidature au poste de chargé(e) de recouvrement (CDI, 39 h), nous vous recevrons mardi.', 'chargé(e) de recouvrement'),
    ("fr", "Je vous appelle au sujet de l'offre d'aide-soignant de nuit.", 'aide-soignant de nuit'),
    ("fr", "Votre candidature à l'offre n° 4521 « Conducteur de travaux (H/F) » a été retenue.", 'Conducteur de travaux'),
    ("fr", 'Nous recherchons un hydrogéologue pour notre agence de Lyon.', 'hydrogéologue'),
    ("fr", 'Intitulé du poste : Gestionnaire de paie F/H', 'Gestionnaire de paie'),
    ("fr", "Objet : entretien d'embauche, poste de sérigraphe", 'sérigraphe'),
    ("fr", "Votre demande d'emploi comme cuisinière de collectivité nous est parvenue.", 'cuisinière de collectivité'),
    ("fr", "Vous êtes convoquée à l'oral du concours de rédacteur territorial.", 'rédacteur territorial'),
    ("fr", 'pour remplacer notre comptable en congé maternité, nous aimerions vous voir', 'comptable'),
    ("fr", 'Un entretien pour le remplacement de notre orthophoniste aura lieu lundi.', 'orthophoniste'),
    ("fr", "Votre candidature d'apprentie fleuriste nous a plu.", 'apprentie fleuriste'),
    ("fr", "votre candidature au stage d'assistant marketing", 'assistant marketing'),
    ("fr", "dans le cadre du recrutement d'un ou une bibliothécaire, le jury vous entendra jeudi", 'bibliothécaire'),
    ("fr", "dans le cadre du recrutement d'une assistante juridique, nous vous recevrons jeudi", 'assistante juridique'),
    ("fr", 'Le jury pour le poste de maître de conférences en droit public se réunira le 3 mai.', 'maître de conférences en droit public'),
    ("fr", "Merci de l'intérêt que vous portez à notre offre de technico-commercial itinérant.", 'technico-commercial itinérant'),
    ("fr", 'Nous vous verrions bien comme chef de rang chez nous, passez mardi.', 'chef de rang'),
    ("es", 'El puesto, por si has mandado varios, es el de gerocultora de noche.', 'gerocultora de noche'),
    ("es", 'En respuesta a su solicitud como técnica de laboratorio en Alvor, le citamos el martes.', 'técnica de laboratorio'),
    ("es", 'Tu perfil de desarrolladora backend nos interesa para una entrevista.', 'desarrolladora backend'),
    ("es", 'Has respondido a nuestro anuncio de panadero en Vigo.', 'panadero'),
    ("es", 'Su candidatura al puesto de Técnico/a de prevención (jornada completa, 40 h) ha sido seleccionada.', 'Técnico/a de prevención'),
    ("es", 'Te llamo por la oferta de auxiliar de enfermería de noche.', 'auxiliar de enfermería de noche'),
    ("es", 'Su candidatura a la oferta nº 4521 «Jefe de obra (H/M)» ha sido seleccionada.', 'Jefe de obra'),
    ("es", 'Buscamos un hidrogeólogo para nuestra delegación de Lugo.', 'hidrogeólogo'),
    ("es", 'Vacante: Oceanógrafo/a senior', 'Oceanógrafo/a senior'),
    ("es", 'Su solicitud de empleo como cocinera de colegio nos ha llegado.', 'cocinera de colegio'),
    ("es", 'para sustituir a nuestra contable por baja maternal, nos gustaría verte', 'contable'),
    ("es", 'La entrevista para cubrir la baja de nuestra logopeda será el lunes.', 'logopeda'),
    ("es", 'Nos gustó tu candidatura de aprendiz de soldador.', 'aprendiz de soldador'),
    ("es", 'Nos gustaría charlar contigo sobre el rol de ingeniera de fiabilidad.', 'ingeniera de fiabilidad'),
    ("es", 'dentro del proceso de selección de una bibliotecaria, le citamos el jueves', 'bibliotecaria'),
    ("es", 'Gracias por tu interés en nuestra oferta de comercial de zona.', 'comercial de zona'),
    ("es", 'Te veríamos bien como jefe de sala, pásate el martes.', 'jefe de sala'),
    ("es", 'La plaza de profesor ayudante doctor en Derecho Civil se resolverá en mayo.', 'profesor ayudante doctor en Derecho Civil'),
    ("es", 'Es la última charla antes de decidir quién entra de Backend Engineer.', 'Backend Engineer'),
    ("it", 'In risposta alla sua candidatura come tecnica di laboratorio presso Alvor, la invitiamo martedì.', 'tecnica di laboratorio'),
    ("it", 'Il suo profilo di sviluppatrice backend ci interessa per un colloquio.', 'sviluppatrice backend'),
    ("it", 'Ha risposto al nostro annuncio di panettiere a Pisa.', 'panettiere'),
    ("it", 'La sua candidatura al ruolo di Addetto/a qualità (full time, 40 ore) è stata selezionata.', 'Addetto/a qualità'),
    ("it", "La chiamo per l'offerta di infermiera di notte.", 'infermiera di notte'),
    ("it", "La sua candidatura all'annuncio n. 4521 «Capocantiere (M/F)» è stata accolta.", 'Capocantiere'),
    ("it", 'Cerchiamo un idrogeologo per la nostra sede di Lucca.', 'idrogeologo'),
    ("it", 'Ruolo: Oceanografo/a senior', 'Oceanografo/a senior'),
    ("it", 'La sua domanda di lavoro come cuoca di mensa ci è arrivata.', 'cuoca di mensa'),
    ("it", 'È convocato alla prova orale del concorso per istruttore amministrativo.', 'istruttore amministrativo'),
    ("it", 'per sostituire la nostra contabile in maternità, vorremmo incontrarla', 'contabile'),
    ("it", 'Il colloquio per la sostituzione della nostra logopedista sarà lunedì.', 'logopedista'),
    ("it", 'Ci è piaciuta la sua candidatura da apprendista saldatore.', 'apprendista saldatore'),
    ("it", "Vorremmo parlare con te del ruolo di ingegnere dell'affidabilità.", "ingegnere dell'affidabilità"),
    ("it", "nell'ambito della selezione di una bibliotecaria, la convochiamo giovedì", 'bibliotecaria'),
    ("it", "nell'ambito della ricerca di un geometra di cantiere, la invitiamo giovedì", 'geometra di cantiere'),
    ("it", "Grazie per l'interesse verso la nostra offerta di agente di commercio.", 'agente di commercio'),
    ("it", 'Ti vedremmo bene come capo sala, passa martedì.', 'capo sala'),
    ("it", 'La procedura per il posto di ricercatore in diritto civile si terrà a maggio.', 'ricercatore in diritto civile'),
    ("it", 'Il posto, come sa, è quello di tecnico della qualità.', 'tecnico della qualità'),
    ("pt", 'É a última conversa antes de decidirmos quem vem para Backend Engineer.', 'Backend Engineer'),
    ("pt", 'Em resposta à sua candidatura como técnica de laboratório na Alvor, convidamo-la para terça.', 'técnica de laboratório'),
    ("pt", 'O seu perfil de desenvolvedora backend interessa-nos para uma entrevista.', 'desenvolvedora backend'),
    ("pt", 'Respondeu ao nosso anúncio de padeiro em Braga.', 'padeiro'),
    ("pt", 'A sua candidatura à vaga de Técnico/a de segurança (tempo inteiro, 40 h) foi selecionada.', 'Técnico/a de segurança'),
    ("pt", 'Ligo-lhe por causa da oferta de auxiliar de geriatria de noite.', 'auxiliar de geriatria de noite'),
    ("pt", 'A sua candidatura ao anúncio n.º 4521 «Encarregado de obra (M/F)» foi selecionada.', 'Encarregado de obra'),
    ("pt", 'Procuramos um hidrogeólogo para a nossa delegação de Faro.', 'hidrogeólogo'),
    ("pt", 'Cargo: Oceanógrafo(a) sênior', 'Oceanógrafo(a) sênior'),
    ("pt", 'O seu pedido de emprego como cozinheira de escola chegou-nos.', 'cozinheira de escola'),
    ("pt", 'para substituir a nossa contabilista em licença de maternidade, gostávamos de a ver', 'contabilista'),
    ("pt", 'A entrevista para a substituição da nossa terapeuta da fala será na segunda.', 'terapeuta da fala'),
    ("pt", 'Gostámos da tua candidatura de aprendiz de soldador.', 'aprendiz de soldador'),
    ("pt", 'Gostaríamos de conversar sobre o papel de engenheira de confiabilidade.', 'engenheira de confiabilidade'),
    ("pt", 'no âmbito do recrutamento de uma bibliotecária, convocamo-la para quinta', 'bibliotecária'),
    ("pt", 'no processo seletivo de um analista fiscal, marcamos a entrevista', 'analista fiscal'),
    ("pt", 'Obrigado pelo interesse na nossa oferta de comercial de zona.', 'comercial de zona'),
    ("pt", 'Víamos-te bem como chefe de sala, passa cá na terça.', 'chefe de sala'),
    ("pt", 'O concurso para professor auxiliar em Direito Civil fecha em maio.', 'professor auxiliar em Direito Civil'),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "body", "role"), ROMANCE, ids=[f"{r[0]}: {r[1]}" for r in ROMANCE])
def test_a_role_is_told_in_many_wordings_of_romance_languages(lang: str, body: str, role: str) -> None:
    assert role_of(lang, body) == role


ROMANCE_SUBJECTS = [
    ("fr", 'Entretien Chargée de clientèle - Aïssatou / Marjolein', 'Chargée de clientèle'),
    ("fr", 'Invitation : Entretien Comptable - Lucie / Paul - mar. 29 sept. 2026 15:00 - 15:45 (CEST) (lucie@example.com)', 'Comptable'),
    ("fr", "Entretien d'embauche – Sage-femme – CH de Vauclair", 'Sage-femme'),
    ("fr", 'Votre candidature : océanographe', 'océanographe'),
    ("fr", 'Entretien poste de monteur-câbleur', 'monteur-câbleur'),
    ("fr", 'RDV entretien | Ingénieure structure (CDI) | Bureau Delta', 'Ingénieure structure'),
    ("fr", 'Re: Candidature Éducatrice de jeunes enfants', 'Éducatrice de jeunes enfants'),
    ("fr", 'Convocation entretien - adjoint administratif - Mairie de Sault', 'adjoint administratif'),
    ("fr", "Candidature n° 2231 - Technicien hotline H/F - Confirmation d'entretien", 'Technicien hotline'),
    ("fr", "Poste d'agent de quai : votre entretien", 'agent de quai'),
    ("fr", 'Report de votre entretien (superviseure logistique)', 'superviseure logistique'),
    ("es", 'Entrevista Comercial de zona - Lucía / Pablo', 'Comercial de zona'),
    ("es", 'Entrevista de trabajo – Matrona – Hospital del Norte', 'Matrona'),
    ("es", 'Tu candidatura: oceanógrafa', 'oceanógrafa'),
    ("es", 'Entrevista puesto de electromecánico', 'electromecánico'),
    ("es", 'Entrevista | Ingeniera de estructuras (indefinido) | Estudio Delta', 'Ingeniera de estructuras'),
    ("es", 'Re: Candidatura Educadora infantil', 'Educadora infantil'),
    ("es", 'Convocatoria entrevista - auxiliar de biblioteca - Ayuntamiento de Soria', 'auxiliar de biblioteca'),
    ("es", 'Candidatura 2231 - Técnico helpdesk H/M - Confirmación de entrevista', 'Técnico helpdesk'),
    ("es", 'Puesto de mozo de almacén: tu entrevista', 'mozo de almacén'),
    ("es", 'Cambio de su entrevista (supervisora de logística)', 'supervisora de logística'),
    ("es", 'Invitación: Entrevista Fisioterapeuta - Lucía / Pablo - mar 29 sept 2026 15:00 - 15:45 (CEST) (lucia@example.com)', 'Fisioterapeuta'),
    ("it", 'Colloquio Agente di zona - Lucia / Paolo', 'Agente di zona'),
    ("it", 'Colloquio di lavoro – Ostetrica – Ospedale del Nord', 'Ostetrica'),
    ("it", 'La tua candidatura: oceanografa', 'oceanografa'),
    ("it", 'Colloquio posizione di elettromeccanico', 'elettromeccanico'),
    ("it", 'Colloquio | Ingegnera strutturista (tempo indeterminato) | Studio Delta', 'Ingegnera strutturista'),
    ("it", "Re: Candidatura Educatrice d'infanzia", "Educatrice d'infanzia"),
    ("it", 'Convocazione colloquio - assistente bibliotecario - Comune di Lodi', 'assistente bibliotecario'),
    ("it", 'Candidatura 2231 - Tecnico helpdesk M/F - Conferma colloquio', 'Tecnico helpdesk'),
    ("it", 'Posto di magazziniere: il tuo colloquio', 'magazziniere'),
    ("it", 'Spostamento del colloquio (supervisora logistica)', 'supervisora logistica'),
    ("it", 'Invito: Colloquio Fisioterapista - Lucia / Paolo - mar 29 set 2026 15:00 - 15:45 (CEST) (lucia@example.com)', 'Fisioterapista'),
    ("pt", 'Atualizado: Entrevista Engenheiro Ambiental - Caio Ferraz', 'Engenheiro Ambiental'),
    ("pt", 'Têxteis Vale do Ave // Controller Industrial – próximos passos', 'Controller Industrial'),
    ("pt", 'Re: Entrevista - Técnico em Eletrotécnica', 'Técnico em Eletrotécnica'),
    ("pt", 'Entrevista Comercial de zona - Lúcia / Paulo', 'Comercial de zona'),
    ("pt", 'Entrevista de emprego – Parteira – Hospital do Norte', 'Parteira'),
    ("pt", 'A tua candidatura: oceanógrafa', 'oceanógrafa'),
    ("pt", 'Entrevista vaga de eletromecânico', 'eletromecânico'),
    ("pt", 'Entrevista | Engenheira de estruturas (efetivo) | Estúdio Delta', 'Engenheira de estruturas'),
    ("pt", 'Re: Candidatura Educadora de infância', 'Educadora de infância'),
    ("pt", 'Convocatória entrevista - assistente de biblioteca - Câmara de Évora', 'assistente de biblioteca'),
    ("pt", 'Candidatura 2231 - Técnico helpdesk M/F - Confirmação de entrevista', 'Técnico helpdesk'),
    ("pt", 'Vaga de fiel de armazém: a sua entrevista', 'fiel de armazém'),
    ("pt", 'Alteração da sua entrevista (supervisora de logística)', 'supervisora de logística'),
    ("pt", 'Convite: Entrevista Fisioterapeuta - Lúcia / Paulo - ter 29 set 2026 15:00 - 15:45 (WEST) (lucia@example.com)', 'Fisioterapeuta'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "subject", "role"), ROMANCE_SUBJECTS, ids=[f"{r[0]}: {r[1]}" for r in ROMANCE_SUBJECTS]
)
def test_a_role_stands_in_a_romance_subject(lang: str, subject: str, role: str) -> None:
    assert role_of(lang, "-", subject=subject) == role


NOBODY = [
    ("fr", "La directrice de la crèche souhaite vous rencontrer mardi."),
    ("fr", "Je suis la responsable du magasin et je vous appellerai demain."),
    ("fr", "Nous cherchons une date avec le directeur."),
    ("fr", "Le remplacement de la salle est confirmé, étage 3."),
    ("fr", "En remplacement de notre DRH, je vous recevrai mardi."),
    ("fr", "Réunion avec le chef de service - mardi"),
    ("fr", "Entretien avec notre directrice commerciale"),
    ("fr", "Entretien RH - étape 2 - Alvor"),
    ("fr", "Entretien téléphonique - lundi - Service RH"),
    ("es", "La directora de la guardería quiere conocerle el martes."),
    ("es", "Soy la encargada de la tienda y te llamaré mañana."),
    ("es", "En sustitución de la jefa de personal le atenderé yo."),
    ("es", "Para sustituir a la directora el martes estará Pablo."),
    ("es", "Reunión con el jefe de taller - martes"),
    ("es", "Entrevista con nuestra directora comercial"),
    ("es", "Entrevista telefónica - lunes - Servicio RRHH"),
    ("it", "La direttrice dell'asilo desidera incontrarla martedì."),
    ("it", "Sono la responsabile del negozio e la chiamo domani."),
    ("it", "In sostituzione della direttrice la riceverò io."),
    ("it", "Per sostituire la direttrice martedì ci sarà Paolo."),
    ("it", "Riunione con il capo officina - martedì"),
    ("it", "Colloquio con la nostra direttrice commerciale"),
    ("it", "Colloquio telefonico - lunedì - Ufficio personale"),
    ("pt", "A diretora da creche gostaria de a conhecer na terça."),
    ("pt", "Sou a encarregada da loja e ligo-lhe amanhã."),
    ("pt", "Em substituição da diretora recebo-a eu."),
    ("pt", "Para substituir a diretora na terça estará o Paulo."),
    ("pt", "Reunião com o chefe de oficina - terça"),
    ("pt", "Entrevista com a nossa diretora comercial"),
    ("pt", "Entrevista telefónica - segunda - Recursos Humanos"),
    ("it", "Colloquio di II livello - Cartiera Fiume"),
    ("fr", 'Votre entretien avec Mme Leroy, directrice des soins, aura lieu mardi.'),
    ("fr", 'Vous serez reçu par notre chef de cuisine.'),
    ("fr", 'Karim, notre régisseur, vous fera visiter le théâtre.'),
    ("fr", 'Entretien mardi'),
    ("fr", 'Rencontre avec Luc Pasteur'),
    ("es", 'Te va a entrevistar Marta Gil, jefa de cocina.'),
    ("es", 'Le recibirá nuestro jefe de taller.'),
    ("es", 'Karim, nuestro regidor, te enseñará el teatro.'),
    ("es", 'Entrevista martes'),
    ("es", 'Reunión con Luis Pastor'),
    ("it", 'La intervisterà Marta Gallo, capo cuoca.'),
    ("it", 'La riceverà il nostro capo officina.'),
    ("it", 'Karim, il nostro direttore di scena, le mostrerà il teatro.'),
    ("it", 'Colloquio martedì'),
    ("it", 'Incontro con Luigi Pastore'),
    ("pt", 'Vai ser entrevistado pela Marta Gil, chefe de cozinha.'),
    ("pt", 'Será recebido pelo nosso chefe de oficina.'),
    ("pt", 'O Karim, nosso diretor de cena, mostra-lhe o teatro.'),
    ("pt", 'Entrevista terça'),
    ("pt", 'Reunião com Luís Pastor'),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), NOBODY, ids=[f"{n[0]}: {n[1]}" for n in NOBODY])
def test_who_takes_part_is_not_the_role_in_romance_mail(lang: str, text: str) -> None:
    assert role_of(lang, text, subject=text) is None


TRADES = {
    "fr": ["hydrogéologue", "océanographe", "puéricultrice", "superviseure", "sage-femme", "femme de chambre", "étancheuse", "chef·fe de projet", "kinésithérapeute", "galeriste"],
    "es": ["gerocultora", "oceanógrafa", "pediatra", "escenógrafo", "ama de llaves", "guardia civil", "interiorista", "soldador/a", "mecatrónica", "logopeda"],
    "it": ["idrogeologa", "scenografo", "pediatra", "OSS", "messo comunale", "fiscalista", "selezionatrice", "vigile del fuoco", "caporedattrice", "addetto/a"],
    "pt": ["hidrogeólogo", "cenógrafa", "psiquiatra", "nadadora-salvadora", "mestre de obras", "guionista", "maqueiro", "ourives", "técnico(a)", "porta-voz"],
}  # fmt: skip


@pytest.mark.parametrize(("lang", "trade"), [(lang, trade) for lang, trades in TRADES.items() for trade in trades])
def test_a_trade_is_known_by_its_word_its_ending_or_its_words(lang: str, trade: str) -> None:
    assert is_headed(trade, CUES.languages[lang])


OTHER_WORDS = {
    "fr": ["la liste des pièces", "Jean-Baptiste Morel", "le paragraphe suivant", "Paul Meunier", "les meilleurs délais", "notre catalogue", "une entraide"],
    "es": ["una segunda entrevista", "Juan Bautista", "la pista", "Laura Zapatero", "el borrador", "el diálogo", "Bella Vista"],
    "it": ["la rivista", "Giovanni Battista", "il settore", "Customer Service", "Ross", "Laura Cacciatore", "il catalogo"],
    "pt": ["uma segunda entrevista", "João Baptista", "à vista", "Inês Moreira", "segunda-feira", "o diálogo", "Boavista"],
}  # fmt: skip


@pytest.mark.parametrize(("lang", "words"), [(lang, text) for lang, texts in OTHER_WORDS.items() for text in texts])
def test_words_and_names_that_end_as_trades_do_are_none(lang: str, words: str) -> None:
    assert not is_headed(words, CUES.languages[lang])
