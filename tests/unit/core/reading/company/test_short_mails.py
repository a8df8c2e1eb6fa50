"""Short mails of small houses, offices and agencies in seven languages: the company, the role, the people, whom to write to."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage

import pytest

from bot.core.message.parse import parse_message
from bot.core.message.types import Owner
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import Reading
from tests.corpus.labels import Named, load_cues
from tests.corpus.score import same_name, same_person

_CUES = load_cues()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A mail with the names a careful human reads in it; several spellings of one where they are as good."""

    lang: str
    sender: str
    subject: str
    text: str
    company: tuple[str, ...]
    role: tuple[str, ...]
    people: tuple[tuple[str, str | None], ...]
    contact: tuple[str, ...]
    copied: str | None = None


LETTERS = [
    Letter(
        lang="en",
        sender="Hal Brindley <hal@brindleyroofs.example>",
        subject="thursday",
        text="hi sam\ncan do thursday 14 may 9am at the yard, 12 Mill Lane. its the roofers mate job, bring boots\nhal",
        company=("Brindley Roofs", "Brindleyroofs", "Brindley"),
        role=("roofers mate",),
        people=(("Hal Brindley", "hal@brindleyroofs.example"),),
        contact=("hal@brindleyroofs.example",),
        copied=None,
    ),
    Letter(
        lang="en",
        sender="Court Recruitment <recruitment@milbrookcounty.example>",
        subject="Interview - Deputy Clerk II",
        text=(
            "Dear Mr Okafor,\n\nYou are invited to an interview for the above position on Friday, May 15, 2026 at "
            "1:30 PM in Room 204, 100 Court Square. The panel will consist of Clerk of Court Renee Baxter, Chief "
            "Deputy Luis Ortega and Judge Alma Whitfield.\n\nMilbrook County Human Resources"
        ),
        company=("Milbrook County",),
        role=("Deputy Clerk II",),
        people=(("Renee Baxter", None), ("Luis Ortega", None), ("Alma Whitfield", None)),
        contact=("recruitment@milbrookcounty.example",),
        copied=None,
    ),
    Letter(
        lang="en",
        sender="Tom Ashe <tom.ashe@loomandlight.example>",
        subject="Re: Application for Lighting Designer",
        text=(
            "Sounds good, Thursday 14 May at 11 works. I'll ring you on your mobile.\n\nTom\n\nOn 8 May 2026 at "
            "10:02, Sam Okafor <sam.okafor@example.org> wrote:\n> Dear Tom, I would like to apply for the Lighting "
            "Designer position at Loom & Light Studio.\n> Sam"
        ),
        company=("Loom & Light Studio", "Loom & Light"),
        role=("Lighting Designer",),
        people=(("Tom Ashe", "tom.ashe@loomandlight.example"),),
        contact=("tom.ashe@loomandlight.example",),
        copied=None,
    ),
    Letter(
        lang="de",
        sender="Sepp Huber <sepp@zimmerei-huber.example>",
        subject="AW: bewerbung",
        text="servus sam,\nkomm am donnerstag 14.5. um 16 uhr in die werkstatt. gesucht wird ein zimmerergeselle.\ngruß sepp",
        company=("Zimmerei Huber",),
        role=("zimmerergeselle",),
        people=(("Sepp Huber", "sepp@zimmerei-huber.example"),),
        contact=("sepp@zimmerei-huber.example",),
        copied=None,
    ),
    Letter(
        lang="de",
        sender="Ute Kranz <u.kranz@personalwerk-kranz.example>",
        subject="Ihr Gespräch",
        text=(
            "Hallo Herr Okafor,\n\nbei meinem Kunden Feinblech Sauer können Sie sich am Mittwoch, 13. Mai 2026 um "
            "10:30 Uhr vorstellen. Es geht um die Stelle als Abkantpresser (m/w/d). Gesprächspartner sind Herr "
            "Sauer junior und die Produktionsleiterin Gerlinde Roth.\n\nViele Grüße\nUte Kranz\nPersonalwerk Kranz "
            "– Personalvermittlung"
        ),
        company=("Feinblech Sauer",),
        role=("Abkantpresser",),
        people=(("Sauer", None), ("Gerlinde Roth", None)),
        contact=("u.kranz@personalwerk-kranz.example",),
        copied=None,
    ),
    Letter(
        lang="de",
        sender="Gemeinde Oberlahn <personalamt@oberlahn.example>",
        subject="Vorstellungsgespräch Sachbearbeitung Ordnungsamt",
        text=(
            "Sehr geehrter Herr Okafor,\n\nwir laden Sie zu einem Vorstellungsgespräch am 19.05.2026, 9.00 Uhr, "
            "Rathaus, Zimmer 12 ein. An dem Gespräch nehmen Bürgermeisterin Dr. Heike Lamprecht, Amtsleiter Jens "
            "Pohl sowie die Vorsitzende des Personalrats, Frau Winter, teil.\n\nMit freundlichen Grüßen\nIm "
            "Auftrag\nK. Bredow\nGemeinde Oberlahn"
        ),
        company=("Gemeinde Oberlahn",),
        role=("Sachbearbeitung Ordnungsamt",),
        people=(("Heike Lamprecht", None), ("Jens Pohl", None), ("Winter", None)),
        contact=("personalamt@oberlahn.example",),
        copied=None,
    ),
    Letter(
        lang="fr",
        sender="Jean-Luc Pottier <jl@couverture-pottier.example>",
        subject="rdv",
        text=(
            "bonjour sam\nok pour jeudi 14 mai à 8h au dépôt. c'est pour le poste de couvreur zingueur. demandez "
            "moi en arrivant\njean-luc"
        ),
        company=("Couverture Pottier",),
        role=("couvreur zingueur",),
        people=(("Jean-Luc Pottier", "jl@couverture-pottier.example"),),
        contact=("jl@couverture-pottier.example",),
        copied=None,
    ),
    Letter(
        lang="fr",
        sender="Sandrine <sandrine@lapetiteruche.example>",
        subject="Re: candidature",
        text=(
            "Coucou Sam,\nC'est noté pour vendredi 15 mai à 17h, on se voit à la crèche avec Amel, notre "
            "éducatrice. On cherche une auxiliaire de puériculture pour septembre.\nÀ vendredi,\nSandrine Vasseur, "
            "directrice\nCrèche La Petite Ruche"
        ),
        company=("Crèche La Petite Ruche", "La Petite Ruche"),
        role=("auxiliaire de puériculture",),
        people=(("Sandrine Vasseur", "sandrine@lapetiteruche.example"), ("Amel", None)),
        contact=("sandrine@lapetiteruche.example",),
        copied=None,
    ),
    Letter(
        lang="fr",
        sender="Olivier Thys <o.thys@brasseriethys.example>",
        subject="Chef de rang",
        text=(
            "Bonjour,\n\nVotre profil m'intéresse. Passez au restaurant lundi 18 mai à 15h, je vous recevrai avec "
            "mon associé Karim Benali (karim@brasseriethys.example).\n\nOlivier Thys"
        ),
        company=("Brasserie Thys", "Brasseriethys"),
        role=("chef de rang",),
        people=(("Olivier Thys", "o.thys@brasseriethys.example"), ("Karim Benali", "karim@brasseriethys.example")),
        contact=("o.thys@brasseriethys.example",),
        copied=None,
    ),
    Letter(
        lang="fr",
        sender="no-reply@recrut-hub.example",
        subject="Confirmation d'entretien",
        text=(
            "Bonjour Sam,\n\nVotre entretien est confirmé.\nDate : mardi 12 mai 2026 à 11h00\nFormat : "
            "visioconférence\nAvec : Inès Marchetti (Responsable logistique), Théo Blin\nIntitulé : Gestionnaire de "
            "stocks\n\nEn cas d'empêchement, contactez Lucie Ferrand : lucie.ferrand@entrepots-valmy.example\n\n"
            "Entrepôts Valmy - 12 rue du Port - 33000 Bordeaux"
        ),
        company=("Entrepôts Valmy",),
        role=("Gestionnaire de stocks",),
        people=(("Inès Marchetti", None), ("Théo Blin", None)),
        contact=("lucie.ferrand@entrepots-valmy.example",),
        copied=None,
    ),
    Letter(
        lang="es",
        sender="Paco Rueda <paco@talleresrueda.example>",
        subject="entrevista",
        text=(
            "hola sam\nvente el jueves 14 de mayo a las 9 al taller y hablamos. es para oficial de primera "
            "chapista\nun saludo\npaco"
        ),
        company=("Talleres Rueda",),
        role=("oficial de primera chapista",),
        people=(("Paco Rueda", "paco@talleresrueda.example"),),
        contact=("paco@talleresrueda.example",),
        copied=None,
    ),
    Letter(
        lang="es",
        sender="Ayuntamiento de Valdeolmos <rrhh@valdeolmos.example>",
        subject="Citación entrevista - Técnico/a de Juventud",
        text=(
            "Estimado señor:\n\nSe le cita a la entrevista el martes 19 de mayo de 2026 a las 10:00 horas en el "
            "salón de plenos. El tribunal está formado por doña Pilar Ansó, presidenta; don Julio Ferrer, "
            "secretario; y doña Marta Quílez, vocal.\n\nServicio de Recursos Humanos\nAyuntamiento de Valdeolmos"
        ),
        company=("Ayuntamiento de Valdeolmos",),
        role=("Técnico de Juventud", "Técnico/a de Juventud"),
        people=(("Pilar Ansó", None), ("Julio Ferrer", None), ("Marta Quílez", None)),
        contact=("rrhh@valdeolmos.example",),
        copied=None,
    ),
    Letter(
        lang="es",
        sender="Noelia Prats <noelia@selectaempleo.example>",
        subject="Tu entrevista",
        text=(
            "Hola Sam:\n\nLa gente de Maderas Quintanar quiere conocerte el miércoles 13 de mayo a las 10:30 por "
            "Teams. Te entrevistará Rocío Belmonte, jefa de planta. El puesto es encargado de aserradero.\n\nNoelia "
            "Prats\nConsultora de selección\nSelecta Empleo"
        ),
        company=("Maderas Quintanar",),
        role=("encargado de aserradero",),
        people=(("Rocío Belmonte", None),),
        contact=("noelia@selectaempleo.example",),
        copied=None,
    ),
    Letter(
        lang="es",
        sender="Lupita Cárdenas <lupita@panaderialaespiga.example>",
        subject="Re: vacante",
        text=(
            "Buen día Sam, con gusto te espero el viernes 15 de mayo a las 4 de la tarde en la panadería, "
            "platicamos del puesto de repostera. También va a estar mi hermano Chuy.\n\nLupita Cárdenas\nPanadería "
            "La Espiga"
        ),
        company=("Panadería La Espiga",),
        role=("repostera",),
        people=(("Lupita Cárdenas", "lupita@panaderialaespiga.example"), ("Chuy", None)),
        contact=("lupita@panaderialaespiga.example",),
        copied=None,
    ),
    Letter(
        lang="es",
        sender="RRHH Clínica Monteverde <seleccion@clinicamonteverde.example>",
        subject="Entrevista auxiliar de enfermería (noches)",
        text=(
            "Buenos días:\n\nLe convocamos a una entrevista el lunes 18 de mayo a las 12:00 h. Le atenderán la "
            "supervisora Encarna Soler y el Dr. Matías Uribe.\n\nUn cordial saludo,\nDepartamento de RRHH"
        ),
        company=("Clínica Monteverde",),
        role=("auxiliar de enfermería", "auxiliar de enfermería (noches)"),
        people=(("Encarna Soler", None), ("Matías Uribe", None)),
        contact=("seleccion@clinicamonteverde.example",),
        copied=None,
    ),
    Letter(
        lang="es",
        sender="Gastón Ibarra <gaston.ibarra@frigorificopampeano.example>",
        subject="reunión",
        text=(
            "Sam, ¿cómo andás? Te confirmo la entrevista: martes 12/5 a las 15 hs por Meet. Vas a charlar con Vero "
            "Acuña, la gerenta de calidad, y conmigo. Buscamos un analista de laboratorio.\nAbrazo,\nGastón"
        ),
        company=("Frigorífico Pampeano", "Frigorificopampeano"),
        role=("analista de laboratorio",),
        people=(("Vero Acuña", None), ("Gastón Ibarra", "gaston.ibarra@frigorificopampeano.example")),
        contact=("gaston.ibarra@frigorificopampeano.example",),
        copied=None,
    ),
    Letter(
        lang="pt",
        sender="Zeca Moura <zeca@oficinamoura.example>",
        subject="entrevista",
        text="oi sam\npassa aqui na oficina quinta 14/05 às 9h pra gente conversar. a vaga é de mecânico de diesel\nabs\nzeca",
        company=("Oficina Moura", "Oficinamoura"),
        role=("mecânico de diesel",),
        people=(("Zeca Moura", "zeca@oficinamoura.example"),),
        contact=("zeca@oficinamoura.example",),
        copied=None,
    ),
    Letter(
        lang="pt",
        sender="Câmara Municipal de Almoster <recrutamento@cm-almoster.example>",
        subject="Convocatória - Entrevista - Assistente Operacional (Jardinagem)",
        text=(
            "Exmo. Senhor,\n\nFica convocado para a entrevista a realizar no dia 19 de maio de 2026, pelas 10h00, "
            "no edifício dos Paços do Concelho. O júri é presidido pela Dra. Teresa Vilhena, tendo como vogais o "
            "Eng.º Rui Salgado e a Dra. Joana Prates.\n\nCâmara Municipal de Almoster"
        ),
        company=("Câmara Municipal de Almoster",),
        role=("Assistente Operacional", "Assistente Operacional (Jardinagem)", "Assistente Operacional Jardinagem"),
        people=(("Teresa Vilhena", None), ("Rui Salgado", None), ("Joana Prates", None)),
        contact=("recrutamento@cm-almoster.example",),
        copied=None,
    ),
    Letter(
        lang="pt",
        sender="Débora Klein <debora@ponterh.example>",
        subject="Entrevista agendada",
        text=(
            "Oi Sam, tudo bem?\n\nO pessoal da Cerâmica Boa Vista quer conversar com você na quarta, 13/05, às "
            "10h30, pelo Meet. Quem vai te entrevistar é o Anderson Luz, coordenador de produção. A vaga é para "
            "líder de turno.\n\nDébora Klein\nConsultora de R&S | Ponte RH"
        ),
        company=("Cerâmica Boa Vista",),
        role=("líder de turno",),
        people=(("Anderson Luz", None),),
        contact=("debora@ponterh.example",),
        copied=None,
    ),
    Letter(
        lang="pt",
        sender="Marta Quintela <marta@quintadosalgueiros.example>",
        subject="Re: Candidatura enólogo assistente",
        text=(
            "Boa tarde Sam,\n\nPode ser sexta-feira, 15 de maio, às 16h00, cá na quinta. Estarei eu e o meu pai, o "
            "Eng. Álvaro Quintela.\n\nCumprimentos,\nMarta Quintela\nQuinta dos Algueiros"
        ),
        company=("Quinta dos Algueiros",),
        role=("enólogo assistente",),
        people=(("Marta Quintela", "marta@quintadosalgueiros.example"), ("Álvaro Quintela", None)),
        contact=("marta@quintadosalgueiros.example",),
        copied=None,
    ),
    Letter(
        lang="pt",
        sender="Recrutamento <vagas@lojasaurora.example>",
        subject="Convite para entrevista | Gerente de loja",
        text=(
            "Olá Sam!\n\nSua entrevista está marcada para segunda, 18/05, às 14h.\nEntrevistadores: Camila Rezende "
            "(camila.rezende@lojasaurora.example) e Thiago\nLocal: Rua das Flores, 100\n\nQualquer dúvida, fale com "
            "a Bianca: bianca.melo@lojasaurora.example\n\nEquipe Lojas Aurora"
        ),
        company=("Lojas Aurora",),
        role=("Gerente de loja",),
        people=(("Camila Rezende", "camila.rezende@lojasaurora.example"), ("Thiago", None)),
        contact=("bianca.melo@lojasaurora.example",),
        copied=None,
    ),
    Letter(
        lang="nl",
        sender="Wim Terpstra <wim@terpstradakwerken.example>",
        subject="gesprek",
        text="hoi sam\nkom donderdag 14 mei om 9 uur even langs op de werf. het gaat om dakdekker leerling\ngroet wim",
        company=("Terpstra Dakwerken", "Terpstradakwerken"),
        role=("dakdekker leerling", "dakdekker"),
        people=(("Wim Terpstra", "wim@terpstradakwerken.example"),),
        contact=("wim@terpstradakwerken.example",),
        copied=None,
    ),
    Letter(
        lang="nl",
        sender="Gemeente Oosterveen <werkenbij@oosterveen.example>",
        subject="Uitnodiging sollicitatiegesprek consulent inkomen",
        text=(
            "Beste Sam,\n\nGraag nodigen wij je uit voor een gesprek op dinsdag 19 mei 2026 om 10.00 uur in het "
            "gemeentehuis. Je spreekt met teammanager Hanneke Drost, senior consulent Ali Yilmaz en Joke van der "
            "Wal van HR.\n\nMet vriendelijke groet,\nGemeente Oosterveen"
        ),
        company=("Gemeente Oosterveen",),
        role=("consulent inkomen",),
        people=(("Hanneke Drost", None), ("Ali Yilmaz", None), ("Joke van der Wal", None)),
        contact=("werkenbij@oosterveen.example",),
        copied=None,
    ),
    Letter(
        lang="nl",
        sender="Femke Blom <femke@blomwerving.example>",
        subject="Kennismaking",
        text=(
            "Hi Sam,\n\nDe mensen van Glasfabriek Leerdijk willen je graag ontmoeten: woensdag 13 mei, 10:30 uur "
            "via Teams. Je hebt het gesprek met Ruud Kolen, hun hoofd productie. Het betreft de functie van "
            "ovenoperator.\n\nGroetjes,\nFemke Blom\nBlom Werving & Selectie"
        ),
        company=("Glasfabriek Leerdijk",),
        role=("ovenoperator",),
        people=(("Ruud Kolen", None),),
        contact=("femke@blomwerving.example",),
        copied=None,
    ),
    Letter(
        lang="nl",
        sender="Griet <griet@frituurdehoek.example>",
        subject="Re: sollicitatie",
        text=(
            "Dag Sam, vrijdag 15 mei om 14u past voor ons. Kom maar naar de zaak, mijn man Luk en ik zien u dan. We "
            "zoeken een afwasser/keukenhulp voor het weekend.\n\nGriet Peeters\nFrituur De Hoek"
        ),
        company=("Frituur De Hoek",),
        role=("afwasser/keukenhulp", "keukenhulp", "afwasser"),
        people=(("Griet Peeters", "griet@frituurdehoek.example"), ("Luk", None)),
        contact=("griet@frituurdehoek.example",),
        copied=None,
    ),
    Letter(
        lang="nl",
        sender="Sollicitaties <jobs@havenlogistiek.example>",
        subject="Uitnodiging: gesprek Planner wegtransport (m/v/x)",
        text=(
            "Beste kandidaat,\n\nU wordt verwacht op maandag 18 mei 2026 om 11:00 uur. Gesprekspartners: dhr. "
            "Bakker (transportmanager), mevr. L. de Clercq (l.declercq@havenlogistiek.example). Vragen? Bel of mail "
            "Sofie Maes, sofie.maes@havenlogistiek.example.\n\nHaven Logistiek NV, Kaai 12, 2030 Antwerpen"
        ),
        company=("Haven Logistiek",),
        role=("Planner wegtransport",),
        people=(("Bakker", None), ("L. de Clercq", "l.declercq@havenlogistiek.example")),
        contact=("sofie.maes@havenlogistiek.example",),
        copied=None,
    ),
    Letter(
        lang="it",
        sender="Beppe Costa <beppe@falegnameriacosta.example>",
        subject="colloquio",
        text="ciao sam\npassa giovedì 14 maggio alle 9 in laboratorio che ne parliamo. cerco un apprendista falegname\nbeppe",
        company=("Falegnameria Costa",),
        role=("apprendista falegname",),
        people=(("Beppe Costa", "beppe@falegnameriacosta.example"),),
        contact=("beppe@falegnameriacosta.example",),
        copied=None,
    ),
    Letter(
        lang="it",
        sender="Giada Ferri <giada.ferri@lavorosi.example>",
        subject="Colloquio confermato",
        text=(
            "Ciao Sam,\n\nl'azienda Tessitura Valmare ti aspetta mercoledì 13 maggio alle 10:30 su Teams. Parlerai "
            "con il direttore di stabilimento, Ing. Mauro Pesenti, e con Chiara delle risorse umane. La posizione è "
            "addetto alla filatura.\n\nGiada Ferri\nLavorosì - Agenzia per il lavoro"
        ),
        company=("Tessitura Valmare",),
        role=("addetto alla filatura",),
        people=(("Mauro Pesenti", None), ("Chiara", None)),
        contact=("giada.ferri@lavorosi.example",),
        copied=None,
    ),
    Letter(
        lang="it",
        sender="Mirella <info@trattoriadamirella.example>",
        subject="Re: lavoro",
        text=(
            "Buongiorno Sam, ti aspetto venerdì 15 maggio alle 16 in trattoria, facciamo due chiacchiere io e te e "
            "mio figlio Davide. Mi serve un aiuto cuoco per l'estate.\n\nMirella Bonfanti\nTrattoria da Mirella"
        ),
        company=("Trattoria da Mirella",),
        role=("aiuto cuoco",),
        people=(("Mirella Bonfanti", "info@trattoriadamirella.example"), ("Davide", None)),
        contact=("info@trattoriadamirella.example",),
        copied=None,
    ),
    Letter(
        lang="it",
        sender="Ufficio Selezione <selezione@asilonidoilgirasole.example>",
        subject="Colloquio educatrice/educatore",
        text=(
            "Gentile Sam,\n\nle confermiamo il colloquio di lunedì 18 maggio alle ore 12:00. La incontreranno la "
            "coordinatrice Ilaria Zanetti e la titolare, sig.ra Norma Brega "
            "(norma.brega@asilonidoilgirasole.example).\n\nCordiali saluti\nAsilo nido Il Girasole"
        ),
        company=("Asilo nido Il Girasole",),
        role=("educatrice/educatore", "educatrice", "educatore"),
        people=(("Ilaria Zanetti", None), ("Norma Brega", "norma.brega@asilonidoilgirasole.example")),
        contact=("selezione@asilonidoilgirasole.example",),
        copied=None,
    ),
    Letter(
        lang="it",
        sender="Davide Sartori <davide.sartori@meccanicasartori.example>",
        subject="Incontro",
        text=(
            "Buongiorno,\nconfermo l'incontro di martedì 12 maggio ore 15 in sede. In copia la collega Marta Ponti, "
            "che seguirà lei la cosa: per qualsiasi necessità scriva pure a lei.\nCercavamo un operatore CNC.\n"
            "Davide Sartori\nMeccanica Sartori srl"
        ),
        company=("Meccanica Sartori",),
        role=("operatore CNC",),
        people=(("Davide Sartori", "davide.sartori@meccanicasartori.example"),),
        contact=("marta.ponti@meccanicasartori.example",),
        copied="Marta Ponti <marta.ponti@meccanicasartori.example>",
    ),
]


def _read(letter: Letter) -> Reading:
    mail = EmailMessage()
    mail["From"] = letter.sender
    mail["To"] = "Sam Okafor <sam.okafor@example.org>"
    mail["Subject"] = letter.subject
    mail["Date"] = "Fri, 08 May 2026 10:30:00 +0200"
    mail["Message-ID"] = "<one@letters.example>"
    if letter.copied:
        mail["Cc"] = letter.copied
    mail.set_content(letter.text)
    owner = Owner(name="Sam Okafor", email="sam.okafor@example.org", tz="Europe/Berlin")
    return read_company_mail(message=parse_message(mail.as_bytes()), owner=owner, cues=_CUES)


@pytest.mark.parametrize("letter", LETTERS, ids=lambda letter: f"{letter.lang}: {letter.sender.split(' <')[0]}")
def test_who_what_and_where_of_a_short_mail(letter: Letter) -> None:
    reading = _read(letter)
    assert any(same_name(name, reading.company, 1) for name in letter.company), reading.company
    if letter.role == ("",):
        assert reading.role is None
    else:
        assert any(same_name(name, reading.role, 2) for name in letter.role), reading.role
    wanted = [Named(name=name, email=email) for name, email in letter.people]
    assert len(reading.interviewers) == len(wanted), reading.interviewers
    for person in wanted:
        found = [other for other in reading.interviewers if same_person(person, other)]
        assert found, (person, reading.interviewers)
        assert person.email is None or found[0].email == person.email
    assert reading.contact is not None
    assert reading.contact.email in letter.contact
