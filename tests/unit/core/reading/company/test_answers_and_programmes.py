"""Answers that point at an hour of the mails before, hours set aside beside the talk's own, programmes and lists of several.

All mails are of Friday, 5 June 2026. ``QUOTED``: what each answers; a row is (language, key of what it answers, new text, day and hour).
"""
# ruff: noqa: E501 - mails as people write them

from __future__ import annotations

import pytest

from bot.core.reading.types import Reading
from tests.unit.core.reading.company.brief_mail import brief_mail, read_mail

SUBJECTS = {
    "en": "interview",
    "de": "Vorstellungsgespräch",
    "fr": "entretien",
    "es": "entrevista",
    "pt": "entrevista",
    "nl": "sollicitatiegesprek",
    "it": "colloquio",
}
QUOTED = {
    "en": {
        "att": "On Thu, 4 Jun 2026 at 18:40, Nora Vogt <nora.vogt@example.org> wrote:",
        "one": "Would Tuesday 9 June at 2 pm suit you for a chat about the warehouse job?",
        "fix": "Your interview for the warehouse job is on Tuesday 9 June at 2 pm.",
        "many": "For the interview I can do Tuesday 9 June at 9 am or 2 pm, or Thursday 11 June at 11 am.",
        "frm": "For the interview I am free on Tuesday 9 June from 4 pm.",
    },
    "de": {
        "att": "Am Do., 4. Juni 2026 um 18:40 Uhr schrieb Nora Vogt <nora.vogt@example.org>:",
        "one": "Würde Ihnen Dienstag, 9. Juni um 14 Uhr für ein Gespräch über die Stelle im Lager passen?",
        "fix": "Ihr Vorstellungsgespräch für die Stelle im Lager ist am Dienstag, 9. Juni um 14 Uhr.",
        "many": "Für das Vorstellungsgespräch kann ich am Dienstag, 9. Juni um 9 Uhr oder um 14 Uhr, am Donnerstag, 11. Juni um 11 Uhr.",
        "frm": "Für das Vorstellungsgespräch habe ich am Dienstag, 9. Juni ab 16 Uhr Zeit.",
    },
    "fr": {
        "att": "Le jeu. 4 juin 2026 à 18:40, Nora Vogt <nora.vogt@example.org> a écrit :",
        "one": "Est-ce que mardi 9 juin à 14h vous irait pour l'entretien (poste de magasinière) ?",
        "fix": "Votre entretien pour le poste de magasinière aura lieu mardi 9 juin à 14h.",
        "many": "Pour l'entretien, je peux mardi 9 juin à 9h ou à 14h, jeudi 11 juin à 11h.",
        "frm": "Pour l'entretien, je suis libre mardi 9 juin à partir de 16h.",
    },
    "es": {
        "att": "El jue, 4 jun 2026 a las 18:40, Nora Vogt <nora.vogt@example.org> escribió:",
        "one": "¿Le vendría bien el martes 9 de junio a las 14:00 para la entrevista (puesto de almacén)?",
        "fix": "Su entrevista para el puesto de almacén será el martes 9 de junio a las 14:00.",
        "many": "Para la entrevista puedo el martes 9 de junio a las 9:00 o a las 16:00, o el jueves 11 de junio a las 11:00.",
        "frm": "Para la entrevista estoy libre el martes 9 de junio a partir de las 16:00.",
    },
    "pt": {
        "att": "Em qui., 4 de jun. de 2026 às 18:40, Nora Vogt <nora.vogt@example.org> escreveu:",
        "one": "Dava-lhe jeito terça-feira, 9 de junho, às 14h para a entrevista (vaga de armazém)?",
        "fix": "A sua entrevista para a vaga de armazém é na terça-feira, 9 de junho, às 14h.",
        "many": "Para a entrevista posso na terça-feira, 9 de junho, às 9h ou às 14h, ou na quinta-feira, 11 de junho, às 11h.",
        "frm": "Para a entrevista estou livre na terça-feira, 9 de junho, a partir das 16h.",
    },
    "nl": {
        "att": "Op do 4 jun 2026 om 18:40 schreef Nora Vogt <nora.vogt@example.org>:",
        "one": "Past dinsdag 9 juni om 14.00 uur voor een gesprek over de vacature in het magazijn?",
        "fix": "Je sollicitatiegesprek voor de vacature in het magazijn is op dinsdag 9 juni om 14.00 uur.",
        "many": "Voor het sollicitatiegesprek kan ik dinsdag 9 juni om 9.00 uur of om 14.00 uur, of donderdag 11 juni om 11.00 uur.",
        "frm": "Voor het sollicitatiegesprek kan ik dinsdag 9 juni vanaf 16u.",
    },
    "it": {
        "att": "Il giorno gio 4 giu 2026 alle 18:40, Nora Vogt <nora.vogt@example.org> ha scritto:",
        "one": "Andrebbe bene martedì 9 giugno alle 14 per il colloquio (posto in magazzino)?",
        "fix": "Il suo colloquio per il posto in magazzino è martedì 9 giugno alle 14.",
        "many": "Per il colloquio posso martedì 9 giugno alle 9 o alle 14, oppure giovedì 11 giugno alle 11.",
        "frm": "Per il colloquio sono libera martedì 9 giugno dalle 16.",
    },
}
ROWS = [
    ("en", "one", "Fine by me, only make it the day after please, same time. Come to the back office.", "10 14:00"),
    ("en", "one", "The day after would be better for us: let's say Wednesday then, at 2 as you suggest.", "10 14:00"),
    ("en", "fix", "We have to push your interview back a day. Same time, same place.", "10 14:00"),
    ("en", "fix", "Tuesday is out, sorry. Same place, same people, a day later, 3 o'clock not 2.", "10 15:00"),
    ("fr", "one", "C'est parfait pour moi, mais plutôt le lendemain, même heure. Venez au bureau.", "10 14:00"),
    ("fr", "one", "D'accord, mais le lendemain plutôt, à 10h. Venez à l'atelier.", "10 10:00"),
    ("fr", "fix", "Nous devons décaler votre entretien au lendemain, même heure.", "10 14:00"),
    ("de", "one", "Passt gut, aber lieber am Tag darauf, gleiche Uhrzeit. Kommen Sie ins Büro.", "10 14:00"),
    ("de", "fix", "Leider müssen wir Ihr Gespräch auf den Folgetag legen, 10 Uhr statt 14 Uhr.", "10 10:00"),
    ("de", "fix", "Wir verschieben Ihr Gespräch um eine Woche, selber Wochentag, selbe Uhrzeit.", "16 14:00"),
    ("de", "one", "Einen Tag später wäre mir lieber, also Mittwoch, gern um 14 Uhr. Kommen Sie ins Büro.", "10 14:00"),
    ("es", "one", "De acuerdo, pero mejor al día siguiente, a la misma hora. Venga a la oficina.", "10 14:00"),
    ("es", "fix", "Tenemos que pasar su entrevista al día siguiente, a la misma hora.", "10 14:00"),
    ("pt", "one", "Está bem, mas antes no dia seguinte, à mesma hora. Venha ao escritório.", "10 14:00"),
    ("pt", "fix", "Temos de passar a sua entrevista para o dia seguinte, à mesma hora.", "10 14:00"),
    ("nl", "one", "Akkoord, maar liever de dag erna, zelfde tijd. Kom naar kantoor.", "10 14:00"),
    ("nl", "fix", "We moeten je gesprek een dag opschuiven, zelfde uur, zelfde plaats.", "10 14:00"),
    ("it", "one", "Va bene, ma preferirei il giorno dopo, stessa ora. Venga in ufficio.", "10 14:00"),
    ("it", "fix", "Dobbiamo spostare il suo colloquio al giorno successivo, stessa ora.", "10 14:00"),
    (
        "en",
        "one",
        "Tuesday's fine but make it 3 rather than 2, I've a delivery at noon. See you at the mill for our chat.",
        "09 15:00",
    ),
    ("en", "one", "Tuesday works, 3 o'clock not 2 though. Come to the side door.", "09 15:00"),
    ("en", "fix", "About your interview on Tuesday: half an hour later please, so 2.30 rather than 2.", "09 14:30"),
    ("en", "one", "Tuesday yes, 2 no: 4 pm. I've got the auditors at two. See you then for the interview.", "09 16:00"),
    ("de", "one", "Dienstag passt, aber bitte 15 Uhr statt 14 Uhr, um 14 Uhr kommt der Lieferant.", "09 15:00"),
    ("de", "one", "Dienstag geht klar, lieber eine halbe Stunde später. Kommen Sie einfach ins Lager.", "09 14:30"),
    ("de", "fix", "Ihr Gespräch am Dienstag: bitte erst um halb vier, nicht um zwei.", "09 15:30"),
    ("fr", "one", "Mardi oui, mais plutôt 15h que 14h, à 14h j'ai un livreur. Venez au bureau.", "09 15:00"),
    (
        "es",
        "one",
        "El martes perfecto, pero mejor a las 16:00 que a las 14:00, a esa hora comemos. Le espero en la oficina.",
        "09 16:00",
    ),
    (
        "nl",
        "one",
        "Dinsdag is goed, maar liever 15 uur dan 14 uur, om 14 uur komt de leverancier. Tot dan.",
        "09 15:00",
    ),
    ("nl", "fix", "Je gesprek dinsdag: graag 15.30 uur in plaats van 14 uur.", "09 15:30"),
    (
        "it",
        "one",
        "Martedì va bene, ma alle 15 invece che alle 14, alle 14 ho il fornitore. Venga in ufficio.",
        "09 15:00",
    ),
    ("en", "many", "Tuesday then, the afternoon one. I'll meet you at the gate.", "09 14:00"),
    ("en", "many", "Tuesday please, in the morning. I have a meeting at 2. Ask for me at reception.", "09 09:00"),
    ("fr", "many", "Mardi matin me convient. L'après-midi j'ai une réunion à 14h30. À mardi !", "09 09:00"),
    ("fr", "many", "Va pour mardi, plutôt l'après-midi. À bientôt.", "09 14:00"),
    ("de", "many", "Dienstag, der Nachmittag passt mir besser. Vormittags habe ich um 10 Uhr Jour fixe.", "09 14:00"),
    ("de", "many", "Dann nehmen wir Dienstagnachmittag. Um 9 Uhr habe ich Besprechung.", "09 14:00"),
    ("es", "many", "Perfecto el martes, mejor por la tarde. Por la mañana tengo reunión a las 10.", "09 16:00"),
    ("es", "many", "El martes, el hueco de la mañana. A las 16:00 tengo médico.", "09 09:00"),
    ("pt", "many", "Terça então, a parte da tarde é melhor. De manhã tenho reunião às 10h.", "09 14:00"),
    ("nl", "many", "Dinsdag, de namiddag graag. 's Morgens heb ik om 10 uur overleg.", "09 14:00"),
    ("nl", "many", "Dan doen we dinsdagmiddag. Om 9 uur heb ik een vergadering.", "09 14:00"),
    ("it", "many", "Martedì, la fascia della mattina. Alle 14 ho il medico.", "09 09:00"),
    ("nl", "frm", "Halfvijf dinsdag dan. Ik zet u via Teams.", "09 16:30"),
    ("nl", "frm", "Dinsdag kwartvoorvijf is goed, tot dan!", "09 16:45"),
    ("nl", "frm", "dinsdag halfzes dan, ik bel je", "09 17:30"),
    ("nl", "frm", "Kwart na vijf dinsdag lukt mij. Ik bel u voor het gesprek.", "09 17:15"),
    ("de", "frm", "jo passt, dienstag halb sechs. ich ruf dich an, dauert ne viertelstunde", "09 17:30"),
    ("de", "frm", "dienstag viertel sechs dann, bis dann", "09 17:15"),
    ("de", "frm", "Dienstag dreiviertel fünf, ich ruf durch.", "09 16:45"),
    ("de", "frm", "passt, di halber sechs", "09 17:30"),
    ("en", "frm", "half five tuesday so, i'll ring you", "09 17:30"),
    ("en", "frm", "quarter past five then, Tuesday. I'll give you a ring.", "09 17:15"),
    ("fr", "frm", "Mardi 17h30 alors, je vous appelle.", "09 17:30"),
    ("fr", "frm", "ok mardi cinq heures et demie, je vous appelle", "09 17:30"),
    ("es", "frm", "Pues el martes a las cinco y media, le llamo yo.", "09 17:30"),
    ("pt", "frm", "Terça às cinco e meia então, eu ligo.", "09 17:30"),
    ("it", "frm", "Martedì alle cinque e mezza allora, la chiamo io.", "09 17:30"),
    (
        "en",
        "",
        "We are holding all interviews in the week commencing 15 June and you have the Wednesday, at 2.20 pm. It will be in our office.",
        "17 14:20",
    ),
    ("en", "", "Interviews are in the week of 15 June. Yours is on the Thursday at 10 am.", "18 10:00"),
    (
        "en",
        "",
        "The panel sits w/c 15 June; we'd like you to come on the Tuesday at 11 am for your interview.",
        "16 11:00",
    ),
    (
        "de",
        "",
        "Die Vorstellungsgespräche finden in der Woche vom 15. Juni statt, Ihres am Mittwoch um 14 Uhr.",
        "17 14:00",
    ),
    ("fr", "", "Les entretiens auront lieu la semaine du 15 juin ; le vôtre est le mercredi à 14h.", "17 14:00"),
    ("es", "", "Las entrevistas serán la semana del 15 de junio; la suya es el miércoles a las 10:00.", "17 10:00"),
    ("pt", "", "As entrevistas são na semana de 15 de junho; a sua fica na quarta-feira às 10h.", "17 10:00"),
    ("nl", "", "De gesprekken zijn in de week van 15 juni; dat van jou is op woensdag om 14.00 uur.", "17 14:00"),
    ("it", "", "I colloqui si terranno nella settimana del 15 giugno; il suo è mercoledì alle 10.", "17 10:00"),
    ("fr", "one", "Alors vendredi 12 à 8h15 avant l'ouverture, pour l'entretien.", "12 08:15"),
    ("en", "", "Your interview is on Friday 12 June at 8.15 am, before we open. Ring the bell.", "12 08:15"),
    ("en", "", "Come for the interview on Friday 12 June at 8 before we open at 9.", "12 08:00"),
    ("en", "", "Let's do the interview on Friday 12 June at 4 pm. My train is at 6.10 pm so we have time.", "12 16:00"),
    ("de", "", "Vorstellungsgespräch am Freitag, 12. Juni um 8.15 Uhr, bevor wir um 9 Uhr öffnen.", "12 08:15"),
    (
        "de",
        "",
        "Kommen Sie bitte am Freitag, 12. Juni um 16 Uhr zum Vorstellungsgespräch, mein Zug geht um 18.10 Uhr.",
        "12 16:00",
    ),
    ("nl", "", "Kom vrijdag 12 juni om 8.15 uur voor het sollicitatiegesprek, voor we opengaan.", "12 08:15"),
    ("nl", "", "Het sollicitatiegesprek is vrijdag 12 juni om 16 uur, om 18 uur vertrekt mijn trein.", "12 16:00"),
    ("es", "", "La entrevista es el viernes 12 de junio a las 8:15, antes de abrir.", "12 08:15"),
    ("it", "", "Il colloquio è venerdì 12 giugno alle 8.15, prima dell'apertura.", "12 08:15"),
    ("pt", "", "A entrevista é na sexta-feira, 12 de junho, às 8h15, antes de abrirmos.", "12 08:15"),
    (
        "en",
        "",
        "Your interview day is Friday 12 June:\n\n9.30 - 10.15  Open seminar\n10.15 - 11.00  Interview with the panel\n11.00 - 11.30  Coffee\n11.30 - 12.30  Lab visit",
        "12 09:30",
    ),
    (
        "es",
        "",
        "Se celebrará el viernes 12 de junio la fase de entrevistas:\n\n09:30 - 10:15  Seminario abierto\n10:15 - 11:00  Entrevista con la comisión\n11:00 - 11:30  Café\n11:30 - 12:45  Visita al laboratorio",
        "12 09:30",
    ),
    (
        "de",
        "",
        "Ihr Vorstellungstag ist Freitag, 12. Juni:\n\n9:30 - 10:15  Fachvortrag\n10:15 - 11:00  Gespräch mit der Kommission\n11:00 - 11:30  Kaffeepause\n11:30 - 12:30  Rundgang",
        "12 09:30",
    ),
    (
        "fr",
        "",
        "Votre journée d'entretiens, vendredi 12 juin :\n\n9h30 - 10h15  Présentation de vos travaux\n10h15 - 11h00  Entretien avec la commission\n11h00 - 11h30  Pause café\n11h30 - 12h30  Visite du laboratoire",
        "12 09:30",
    ),
    (
        "en",
        "",
        "The interviews will be held on Friday 12 June; your own interview is at 2.15 pm (presentation to the department at 11.30 am, lunch from 12.30).",
        "12 14:15",
    ),
    (
        "en",
        "",
        "On Friday 12 June there is a tour at 10 and lunch at 12.30; your own interview is at 2.15 pm.",
        "12 14:15",
    ),
    (
        "de",
        "",
        "Am Freitag, 12. Juni gibt es um 10 Uhr einen Rundgang; Ihr eigenes Gespräch beginnt um 14.15 Uhr.",
        "12 14:15",
    ),
    (
        "nl",
        "",
        "Vrijdag 12 juni: presentatie voor de afdeling om 11.30 uur; je eigen sollicitatiegesprek is om 14.15 uur.",
        "12 14:15",
    ),
    (
        "en",
        "",
        "The interviews for the post take place on Friday 12 June in this order:\n\nADAMS, PETER ........ 9.00\nBROWN, LISA ........ 9.20\nVOGT, NORA ........ 9.40\nYOUNG, KIM ........ 10.00",
        "12 09:40",
    ),
    (
        "es",
        "",
        "Las entrevistas serán el viernes 12 de junio según el orden siguiente:\n\nACOSTA DÍAZ, ITA ........ 9:00\nLÓPEZ, ANA ........ 9:20\nVOGT, NORA ........ 9:40\nZAS, EVA ........ 10:00",
        "12 09:40",
    ),
    (
        "de",
        "",
        "Die Vorstellungsgespräche finden am Freitag, 12. Juni in dieser Reihenfolge statt:\n\n9:00 Uhr  Peter Adam\n9:20 Uhr  Lisa Braun\n9:40 Uhr  Nora Vogt\n10:00 Uhr  Kim Zander",
        "12 09:40",
    ),
    (
        "fr",
        "",
        "Les entretiens auront lieu vendredi 12 juin dans l'ordre suivant :\n\n9h00 - Pierre Adam\n9h20 - Lise Brun\n9h40 - Nora Vogt\n10h00 - Kim Zola",
        "12 09:40",
    ),
    ("en", "", "Interviews on Friday 12 June:\n\n9:00 P.A.\n9:20 L.B.\n9:40 N.V.\n10:00 K.Z.", "12 09:40"),
    (
        "en",
        "",
        "The interviews for the post take place on Friday 12 June in this order:\n\nPeter Adams 9.00\nLisa Brown 9.20\nSam Green 9.40\nKim Young 10.00",
        None,
    ),
    (
        "de",
        "",
        "Die Vorstellungsgespräche finden am Freitag, 12. Juni statt:\n\nAdam, Peter: 9:00 Uhr\nBraun, Lisa: 9:20 Uhr\nVogt, Nora: 9:40 Uhr\nZander, Kim: 10:00 Uhr",
        "12 09:40",
    ),
    (
        "nl",
        "",
        "U bent uitgenodigd voor het selectiegesprek.\n\nDatum: vrijdag 12 juni 2026\nUur: 9.40 uur (voorbereiding van de case vanaf 9 uur)\nPlaats: Gent",
        "12 09:40",
    ),
    (
        "en",
        "",
        "Your interview:\n\nDate: Friday 12 June 2026\nTime: 10.30 (please arrive from 10.15)\nPlace: Main building",
        "12 10:30",
    ),
    (
        "de",
        "",
        "Ihr Vorstellungsgespräch:\n\nDatum: Freitag, 12. Juni 2026\nUhrzeit: 10.30 Uhr (Einlass ab 10 Uhr)\nOrt: Hauptgebäude",
        "12 10:30",
    ),
    (
        "fr",
        "",
        "Votre entretien :\n\nDate : vendredi 12 juin 2026\nHeure : 10h30 (préparation du cas dès 10h)\nLieu : siège",
        "12 10:30",
    ),
    (
        "en",
        "",
        "Your interview:\n\nDate: Friday 12 June 2026\nTime: 10.30 (case preparation from 10)\nPlace: Main building",
        "12 10:30",
    ),
    (
        "fr",
        "",
        "La rencontre de mardi 9 juin à 14 h ne peut avoir lieu. Le comité vous entendra à la place pour l'entretien le mercredi 17 juin à la même heure.",
        "17 14:00",
    ),
    (
        "de",
        "",
        "Das Gespräch am Dienstag, 9. Juni um 14 Uhr kann nicht stattfinden. Wir empfangen Sie stattdessen am Mittwoch, 17. Juni zur selben Uhrzeit.",
        "17 14:00",
    ),
    (
        "en",
        "",
        "Your interview on Tuesday 9 June at 2 pm cannot go ahead. The panel will see you instead on Wednesday 17 June at the same time.",
        "17 14:00",
    ),
]


def read(language: str, answers: str, text: str) -> Reading:
    quoted = QUOTED[language]
    mail = brief_mail(
        f"{text}\n\nKim Sorrell\nHarrowgate",
        quoted=f"{quoted['att']}\n{quoted[answers]}\n\nNora Vogt" if answers else "",
        subject=("Re: " if answers else "") + SUBJECTS[language],
    )
    return read_mail(mail, zone="Europe/Paris")


@pytest.mark.parametrize(
    ("language", "answers", "text", "expected"),
    [pytest.param(*row, id=f"{row[0]}: {row[2][:60]}") for row in ROWS],
)
def test_the_hour_that_is_pointed_at_is_read_and_those_beside_it_are_not(
    language: str, answers: str, text: str, expected: str | None
) -> None:
    start = read(language, answers, text).start
    assert (start.strftime("%d %H:%M") if start else None) == expected
