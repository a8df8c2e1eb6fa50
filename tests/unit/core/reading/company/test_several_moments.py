"""Mails with more than one moment in them: the talk's own time is given, or none. All are of Monday, 2 March 2026, to somebody in Berlin."""
# ruff: noqa: E501 - lines of mails are as long as people write them

from __future__ import annotations

from email.message import EmailMessage
from zoneinfo import ZoneInfo

import pytest

from bot.core.message.parse import parse_message
from bot.core.reading.company.read import read_company_mail
from bot.core.reading.types import ContactWish, Reading
from tests.unit.core.reading.company.paper import OWNER
from tests.unit.core.reading.company.words import CUES

ASK = "ask"
TIMES = [
    pytest.param(
        "Hi Nora,\n\nThe panel on Wednesday at 10 has to shift, I'm afraid. Could we say Friday 6 March at 11:30 for your interview instead? I've updated the calendar already.\n\nBest,\nJo",
        "06 11:30",
        id="en: old and new",
    ),
    pytest.param(
        "Dear Nora,\n\nWe look forward to your interview for the Buyer role on Thursday 12 March at 14:00. Please send your references by Tuesday 10 March, 17:00, and be at reception by 13:45.\n\nKind regards,\nTess Lowe",
        "12 14:00",
        id="en: documents deadline, arrival",
    ),
    pytest.param(
        "Dear Nora,\n\nYour on-site interview is on 12 March.\n\n09:30 Welcome and coffee\n10:00 Technical interview with Ana Reyes\n11:30 Tour of the plant\n12:30 Lunch with the team\n\nRegards,\nTess",
        "12 09:30",
        id="en: agenda",
    ),
    pytest.param(
        "Hi Nora,\n\nYour interview is booked for Tuesday 10 March, 9am Eastern (2pm Berlin).\n\nBest,\nJo",
        "10 14:00",
        id="en: two zones",
    ),
    pytest.param(
        "Hi Nora,\n\nSlight hitch on our side: Thursday's interview was set for 10:00 on 5 March, but we need to start an hour later. Everything else stays.\n\nBest,\nJo",
        "05 11:00",
        id="en: hour later relative",
    ),
    pytest.param(
        "Hi Nora,\n\nSlight hitch on our side: we need to start your interview on Thursday an hour later than planned. Everything else stays.\n\nBest,\nJo",
        ASK,
        id="en: hour later unknown",
    ),
    pytest.param(
        "Hi Nora,\n\nYour interview is on Thursday 5 March at 3pm - sorry, I meant 4pm.\n\nBest,\nJo",
        "05 16:00",
        id="en: correction",
    ),
    pytest.param(
        "Dear Nora,\n\nYour interview for Nurse takes place on Monday 9 March at 11:00.\n\nKind regards,\nHR Desk\nOpening hours: Monday to Friday 8:00 to 16:00\nTel. 0301 555 0100",
        "09 11:00",
        id="en: office hours",
    ),
    pytest.param(
        "Hi Nora,\n\nYour interview is on Wednesday 11 March at 13:00 in Leipzig. The 09:03 from Berlin gets in at 11:15, which leaves plenty of time.\n\nBest,\nJo",
        "11 13:00",
        id="en: train",
    ),
    pytest.param(
        "Hi Nora,\n\nYour interview has two parts: a technical session on Tuesday 10 March at 10:00 and a chat with the founder on Thursday 12 March at 16:00.\n\nBest,\nJo",
        ASK,
        id="en: two-part",
    ),
    pytest.param(
        "Hi Nora,\n\nYour second interview is on Thursday 12 March, usual time.\n\nBest,\nJo", ASK, id="en: usual time"
    ),
    pytest.param(
        "Guten Tag Frau Quist,\n\nder vereinbarte Termin am Mittwoch, 4. März um 10 Uhr lässt sich leider nicht halten. Ihr Vorstellungsgespräch findet nun am Freitag, 6. März um 11:30 Uhr statt.\n\nFreundliche Grüße\nJana Lohr",
        "06 11:30",
        id="de: alt und neu",
    ),
    pytest.param(
        "Guten Tag Frau Quist,\n\nwir freuen uns auf das Vorstellungsgespräch am Donnerstag, 12. März, 14:00 Uhr. Bitte reichen Sie die Zeugnisse bis Dienstag, 10. März, 12 Uhr nach und melden Sie sich um 13:45 Uhr am Empfang.\n\nMit freundlichen Grüßen\nJana Lohr",
        "12 14:00",
        id="de: Unterlagen, Ankunft",
    ),
    pytest.param(
        "Hallo Nora,\n\nunser Gespräch am Donnerstag, 5. März um 10 Uhr muss eine Stunde nach hinten rutschen. Passt das?\n\nViele Grüße\nJana",
        "05 11:00",
        id="de: Stunde später",
    ),
    pytest.param(
        "Hallo Nora,\n\ndein Vorstellungsgespräch ist am Donnerstag, 5. März um 15 Uhr. Entschuldige, Tippfehler: 16 Uhr.\n\nViele Grüße\nJana",
        "05 16:00",
        id="de: Korrektur",
    ),
    pytest.param(
        "Sehr geehrte Frau Quist,\n\nwir laden Sie zum Vorstellungsgespräch am Montag, 9. März 2026, 11:00 Uhr ein.\n\nMit freundlichen Grüßen\nPersonalabteilung\nSprechzeiten: Di 9-12 Uhr, Do 14-17 Uhr",
        "09 11:00",
        id="de: Sprechzeiten",
    ),
    pytest.param(
        "Hallo Nora,\n\ndas Gespräch ist am Mittwoch, 11. März um 13 Uhr in Kassel. Ihr Zug kommt laut Ticket um 12:21 Uhr an, die Rückfahrt ist um 16:05 Uhr.\n\nViele Grüße\nJana",
        "11 13:00",
        id="de: Zug",
    ),
    pytest.param(
        "Hallo Nora,\n\ndein Vorstellungsgespräch am Dienstag, 10. März um 15 Uhr müssen wir leider um einen Tag verschieben, gleiche Uhrzeit.\n\nViele Grüße\nJana",
        "11 15:00",
        id="de: gleiche Uhrzeit",
    ),
    pytest.param(
        "Hallo Nora,\n\ndein Vorstellungsgespräch ist am Dienstag, 10. März um 10 oder 11 Uhr, das sag ich dir noch genau.\n\nViele Grüße\nJana",
        ASK,
        id="de: zwei Lesarten halb",
    ),
    pytest.param(
        "Sehr geehrte Frau Quist,\n\nzu unserer Anzeige vom 20. Februar und Ihrer Bewerbung vom 25. Februar, 18:20 Uhr: Wir möchten Sie am 9. März um 11 Uhr zu einem Vorstellungsgespräch einladen.\n\nMit freundlichen Grüßen\nJana Lohr",
        "09 11:00",
        id="de: Veröffentlichung",
    ),
    pytest.param(
        "Bonjour Madame Quist,\n\nNous ne pourrons pas vous recevoir mercredi 4 mars à 10 h comme convenu. Votre entretien aura lieu vendredi 6 mars à 11 h 30.\n\nCordialement,\nLise Morel",
        "06 11:30",
        id="fr: ancien et nouveau",
    ),
    pytest.param(
        "Bonjour Nora,\n\nNotre entretien du jeudi 5 mars à 10 h est avancé d'une heure. Désolée pour ce changement.\n\nLise",
        "05 09:00",
        id="fr: une heure plus tôt",
    ),
    pytest.param(
        "Bonjour Nora,\n\nNotre entretien de jeudi commencera une heure plus tôt que prévu. Désolée pour ce changement.\n\nLise",
        ASK,
        id="fr: une heure plus tôt inconnue",
    ),
    pytest.param(
        "Bonjour Nora,\n\nVotre entretien est prévu jeudi 5 mars à 15 h, pardon, je voulais dire 16 h.\n\nLise",
        "05 16:00",
        id="fr: correction",
    ),
    pytest.param(
        "Bonjour Madame Quist,\n\nNous vous confirmons votre entretien du lundi 9 mars à 11 h.\n\nLe service des ressources humaines\nHoraires d'ouverture : du lundi au vendredi, 9 h à 17 h",
        "09 11:00",
        id="fr: horaires",
    ),
    pytest.param(
        "Bonjour Nora,\n\nVotre entretien du mardi 10 mars à 15 h est décalé au lendemain, même heure.\n\nLise",
        "11 15:00",
        id="fr: même heure",
    ),
    pytest.param(
        "Bonjour Nora,\n\nVotre entretien pour le poste d'acheteuse aura lieu le mardi 10 mars à 11 h. Nous déjeunerons ensuite ensemble à 12 h 30.\n\nLise",
        "10 11:00",
        id="fr: déjeuner",
    ),
    pytest.param(
        "Buenos días, Nora:\n\nLa cita del miércoles 4 de marzo a las 10 no va a poder ser. La entrevista será el viernes 6 de marzo a las 11:30.\n\nUn saludo,\nMarta Gil",
        "06 11:30",
        id="es: antigua y nueva",
    ),
    pytest.param(
        "Estimada Nora:\n\nSu entrevista de trabajo es el jueves 12 de marzo a las 14:00. Envíe los certificados antes del martes 10 de marzo a las 17:00 y preséntese en recepción a las 13:45.\n\nAtentamente,\nMarta Gil",
        "12 14:00",
        id="es: documentos, llegada",
    ),
    pytest.param(
        "Hola, Nora:\n\nLa entrevista del jueves 5 de marzo a las 10:00 empezará una hora más tarde.\n\nUn saludo,\nMarta",
        "05 11:00",
        id="es: una hora más tarde",
    ),
    pytest.param(
        "Hola, Nora:\n\nTu entrevista es el jueves 5 de marzo a las 15:00, perdón, quise decir a las 16:00.\n\nMarta",
        "05 16:00",
        id="es: corrección",
    ),
    pytest.param(
        "Estimada Nora:\n\nLe confirmamos su entrevista el lunes 9 de marzo a las 11:00 h.\n\nRecursos Humanos\nHorario de atención: lunes a viernes de 9:00 a 14:00",
        "09 11:00",
        id="es: horario",
    ),
    pytest.param(
        "Hola, Nora:\n\nTu entrevista queda para el martes 10 de marzo a las 10:00 hora de Bogotá (16:00 en Berlín).\n\nMarta",
        "10 16:00",
        id="es: dos zonas",
    ),
    pytest.param(
        "Hola, Nora:\n\nTenemos que mover tu entrevista del martes 10 de marzo a las 15:00 al día siguiente a la misma hora.\n\nMarta",
        "11 15:00",
        id="es: misma hora",
    ),
    pytest.param(
        "Hola, Nora:\n\nTe llamaré mañana a las 12:00 para preparar la entrevista con el cliente, que será el jueves 5 de marzo a las 17:00.\n\nMarta",
        "05 17:00",
        id="es: llamada previa",
    ),
    pytest.param(
        "Olá, Nora,\n\nInfelizmente já não conseguimos manter a quarta-feira, 4 de março, às 10h. A sua entrevista fica para sexta-feira, 6 de março, às 11h30.\n\nCumprimentos,\nRita Sá",
        "06 11:30",
        id="pt: antigo e novo",
    ),
    pytest.param(
        "Cara Nora,\n\nA sua entrevista de emprego está marcada para quinta-feira, 12 de março, às 14h. Envie os certificados até terça-feira, 10 de março, às 17h, e apresente-se na receção às 13h45.\n\nCumprimentos,\nRita Sá",
        "12 14:00",
        id="pt: documentos, chegada",
    ),
    pytest.param(
        "Olá, Nora,\n\nA entrevista de quinta-feira, 5 de março, às 10h, vai começar uma hora mais tarde.\n\nRita",
        "05 11:00",
        id="pt: uma hora mais tarde",
    ),
    pytest.param(
        "Oi, Nora,\n\nSua entrevista é na quinta, 5 de março, às 15h. Desculpe, quis dizer 16h.\n\nRita",
        "05 16:00",
        id="pt: correção",
    ),
    pytest.param(
        "Oi, Nora,\n\nPrecisamos passar sua entrevista de terça, 10 de março, às 15h, para o dia seguinte no mesmo horário.\n\nRita",
        "11 15:00",
        id="pt: mesmo horário",
    ),
    pytest.param(
        "Cara Nora,\n\nConfirmamos a sua entrevista na segunda-feira, 9 de março, às 11h.\n\nRecursos Humanos\nHorário de atendimento: dias úteis, das 9h às 17h",
        "09 11:00",
        id="pt: horário",
    ),
    pytest.param(
        "Beste Nora,\n\nHelaas kunnen we woensdag 4 maart om 10 uur niet meer. Je sollicitatiegesprek is nu op vrijdag 6 maart om 11.30 uur.\n\nGroet,\nLot Baas",
        "06 11:30",
        id="nl: oud en nieuw",
    ),
    pytest.param(
        "Beste Nora,\n\nJe sollicitatiegesprek is op donderdag 12 maart om 14.00 uur. Stuur je diploma's vóór dinsdag 10 maart 17.00 uur en meld je om 13.45 uur bij de receptie.\n\nGroet,\nLot Baas",
        "12 14:00",
        id="nl: documenten, aankomst",
    ),
    pytest.param(
        "Beste Nora,\n\nOns gesprek van donderdag 5 maart om 10.00 uur begint een uur later.\n\nGroet,\nLot",
        "05 11:00",
        id="nl: uur later",
    ),
    pytest.param(
        "Beste Nora,\n\nJe sollicitatiegesprek is donderdag 5 maart om 15.00 uur. Sorry, ik bedoel 16.00 uur.\n\nGroet,\nLot",
        "05 16:00",
        id="nl: correctie",
    ),
    pytest.param(
        "Beste Nora,\n\nWe verplaatsen je sollicitatiegesprek van dinsdag 10 maart 15.00 uur een dag naar achteren, zelfde tijd.\n\nGroet,\nLot",
        "11 15:00",
        id="nl: zelfde tijd",
    ),
    pytest.param(
        "Gentile Nora,\n\npurtroppo mercoledì 4 marzo alle 10 non è più possibile. Il colloquio si terrà venerdì 6 marzo alle 11:30.\n\nCordiali saluti,\nElena Riva",
        "06 11:30",
        id="it: vecchio e nuovo",
    ),
    pytest.param(
        "Gentile Nora,\n\nil Suo colloquio di lavoro è fissato per giovedì 12 marzo alle 14:00. La preghiamo di inviare i certificati entro martedì 10 marzo alle 17:00 e di presentarsi in portineria alle 13:45.\n\nCordiali saluti,\nElena Riva",
        "12 14:00",
        id="it: documenti, arrivo",
    ),
    pytest.param(
        "Ciao Nora,\n\nil colloquio di giovedì 5 marzo alle 10:00 inizierà un'ora dopo.\n\nElena",
        "05 11:00",
        id="it: un'ora dopo",
    ),
    pytest.param(
        "Ciao Nora,\n\nil tuo colloquio è giovedì 5 marzo alle 15, scusa, volevo dire alle 16.\n\nElena",
        "05 16:00",
        id="it: correzione",
    ),
    pytest.param(
        "Ciao Nora,\n\ndobbiamo spostare il tuo colloquio di martedì 10 marzo alle 15 al giorno dopo, stessa ora.\n\nElena",
        "11 15:00",
        id="it: stessa ora",
    ),
    pytest.param(
        "Gentile Nora,\n\nLe confermiamo il colloquio di lunedì 9 marzo alle ore 11:00.\n\nUfficio Risorse Umane\nOrari di apertura: da lunedì a venerdì, 9:00-17:00",
        "09 11:00",
        id="it: orari",
    ),
]
IN_DOUBT = [
    pytest.param(
        "Hi Nora,\n\nWe had your interview down for Tuesday 10 March at 15:00. Marta is ill, so could you do the same time the next day? I've moved it in the calendar.\n\nBest,\nJo",
        "11 15:00",
        id="en: same time next day",
    ),
    pytest.param(
        "Hi Nora,\n\nThanks for joining our open evening on Wednesday 4 March at 18:00. Separately, your interview for Analyst is confirmed for Monday 9 March at 10:00.\n\nBest,\nJo",
        "09 10:00",
        id="en: webinar",
    ),
    pytest.param(
        "Hi Nora,\n\nYour interview with Lowe & Co is on Thursday 12 March at 14:00. I'll give you a ring on Wednesday at 17:00 to go through everything.\n\nBest,\nJo",
        "12 14:00",
        id="en: recruiter call before",
    ),
    pytest.param(
        "Hallo Nora,\n\nwir sehen uns am 10. März um 9 Uhr zum Gespräch. Falls alles passt, wäre das Probearbeiten am 17. März ab 8 Uhr.\n\nViele Grüße\nJana",
        "10 09:00",
        id="de: Probearbeiten danach",
    ),
    pytest.param(
        "Hallo Nora,\n\nam 5. März ab 17 Uhr feiern wir unser Jubiläum, da ist niemand im Büro erreichbar. Dein Vorstellungsgespräch ist wie besprochen am 6. März um 10 Uhr.\n\nViele Grüße\nJana",
        "06 10:00",
        id="de: Betriebsfest",
    ),
]
DECISIONS = [
    pytest.param(
        "Lowe HR <jobs@lowe.example>",
        "Your application",
        "Dear Nora,\n\nThank you for applying for Buyer. We usually answer within two weeks.\n\nKind regards,\nLowe HR",
        None,
        id="en: receipt two weeks",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Hi Nora,\n\nYour interview is on Thursday 12 March at 10:00. Please let us know by Friday 6 March whether you can make it.\n\nJo",
        None,
        id="en: owner deadline",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Hi Nora,\n\nYour interview is on Thursday 12 March at 10:00. If we don't hear from you by 6 March, we'll assume you are no longer interested.\n\nJo",
        None,
        id="en: condition",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Hi Nora,\n\nYour interview is on Thursday 12 March at 10:00. Your referees should get back to us by 9 March.\n\nJo",
        None,
        id="en: reference answer",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Hi Nora,\n\nYour interview is on Thursday 12 March at 10:00. We aim to let everyone know by Friday 20 March.\n\nJo",
        "2026-03-20",
        id="en: shortlist",
    ),
    pytest.param(
        "Lohr AG <bewerbung@lohr.example>",
        "Eingangsbestätigung",
        "Guten Tag Frau Quist,\n\nvielen Dank für Ihre Bewerbung. In der Regel erhalten Sie innerhalb von zwei Wochen eine Rückmeldung.\n\nPersonalabteilung",
        None,
        id="de: Eingang zwei Wochen",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Guten Tag Frau Quist,\n\nIhr Vorstellungsgespräch ist am Donnerstag, 12. März um 10 Uhr. Bitte geben Sie uns bis zum 6. März Bescheid, ob Sie kommen können.\n\nJana Lohr",
        None,
        id="de: Frist der Bewerberin",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Guten Tag Frau Quist,\n\nIhr Vorstellungsgespräch ist am Donnerstag, 12. März um 10 Uhr. Sollten wir bis zum 6. März nichts von Ihnen hören, gehen wir davon aus, dass Sie kein Interesse mehr haben.\n\nJana Lohr",
        None,
        id="de: ohne Rückmeldung",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Guten Tag Frau Quist,\n\nIhr Vorstellungsgespräch ist am Donnerstag, 12. März um 10 Uhr. Wir entscheiden bis zum 20. März.\n\nJana Lohr",
        "2026-03-20",
        id="de: Entscheidung",
    ),
    pytest.param(
        "Morel SA <rh@morel.example>",
        "Votre candidature",
        "Bonjour Madame Quist,\n\nNous avons bien reçu votre candidature et vous répondrons sous deux semaines.\n\nLe service RH",
        None,
        id="fr: accusé deux semaines",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Bonjour Madame Quist,\n\nVotre entretien aura lieu le jeudi 12 mars à 10 h. Merci de nous confirmer votre présence avant le 6 mars.\n\nLise Morel",
        None,
        id="fr: votre réponse",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Bonjour Madame Quist,\n\nVotre entretien aura lieu le jeudi 12 mars à 10 h. Sans réponse de votre part d'ici le 6 mars, nous considérerons que vous renoncez.\n\nLise Morel",
        None,
        id="fr: sans réponse",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Estimada Nora:\n\nSu entrevista es el jueves 12 de marzo a las 10:00. Confirme su asistencia antes del 6 de marzo.\n\nMarta Gil",
        None,
        id="es: plazo tuyo",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Estimada Nora:\n\nSu entrevista es el jueves 12 de marzo a las 10:00. Comunicaremos el resultado antes del 20 de marzo.\n\nMarta Gil",
        "2026-03-20",
        id="es: decisión",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Estimada Nora:\n\nSu entrevista es el jueves 12 de marzo a las 10:00. Si no tenemos noticias suyas antes del 6 de marzo, daremos la plaza por libre.\n\nMarta Gil",
        None,
        id="es: si no tenemos noticias",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Cara Nora,\n\nA sua entrevista é na quinta-feira, 12 de março, às 10h. Responda-nos até 6 de março, por favor.\n\nRita Sá",
        None,
        id="pt: prazo seu",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Cara Nora,\n\nA sua entrevista é na quinta-feira, 12 de março, às 10h. Daremos uma resposta até 20 de março.\n\nRita Sá",
        "2026-03-20",
        id="pt: decisão",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Beste Nora,\n\nJe sollicitatiegesprek is op donderdag 12 maart om 10.00 uur. Laat ons vóór 6 maart weten of je komt.\n\nLot Baas",
        None,
        id="nl: jouw termijn",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Beste Nora,\n\nJe sollicitatiegesprek is op donderdag 12 maart om 10.00 uur. Horen we voor 6 maart niets, dan gaan we ervan uit dat je afziet.\n\nLot Baas",
        None,
        id="nl: als wij niets horen",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Beste Nora,\n\nJe sollicitatiegesprek is op donderdag 12 maart om 10.00 uur. Uiterlijk 20 maart hoor je van ons.\n\nLot Baas",
        "2026-03-20",
        id="nl: besluit",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Gentile Nora,\n\nil Suo colloquio è giovedì 12 marzo alle 10. Ci faccia sapere entro il 6 marzo se può venire.\n\nElena Riva",
        None,
        id="it: tua scadenza",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Gentile Nora,\n\nil Suo colloquio è giovedì 12 marzo alle 10. Le daremo un riscontro entro il 20 marzo.\n\nElena Riva",
        "2026-03-20",
        id="it: decisione",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Interview",
        "Gentile Nora,\n\nil Suo colloquio è giovedì 12 marzo alle 10. In assenza di un Suo riscontro entro il 6 marzo, considereremo chiusa la candidatura.\n\nElena Riva",
        None,
        id="it: in assenza",
    ),
]
RECIPIENTS = [
    pytest.param(
        "KWX <no-reply@kwx-works.example>",
        "Hi Nora,\n\nYour interview with Ana Reyes is on Thursday 12 March at 10:00.\n\nFor privacy requests write to privacy@kwx-works.example.",
        None,
        id="en: no-reply with privacy address",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Hi Nora,\n\nYour interview with Ana Reyes is on Thursday 12 March at 10:00. For travel costs, write to accounts@kwx-works.example.\n\nJo",
        "j.lind@kwx-works.example",
        id="en: other people's address",
    ),
    pytest.param(
        "Jo Lind <j.lind@kwx-works.example>",
        "Hi Nora,\n\nYour interview is with Ana Reyes and Tom Bell on Thursday 12 March at 10:00. Tom is at tom.bell@kwx-works.example.\n\nJo",
        "tom.bell@kwx-works.example",
        id="en: two people, address of one",
    ),
    pytest.param(
        "Jana Lohr <j.lohr@lohr.example>",
        "Guten Tag Frau Quist,\n\nIhr Vorstellungsgespräch mit Herrn Bohm ist am Donnerstag, 12. März um 10 Uhr. Die Reisekosten reichen Sie bitte bei reisekosten@lohr.example ein.\n\nJana Lohr",
        "j.lohr@lohr.example",
        id="de: Reisekosten",
    ),
    pytest.param(
        "Lohr AG <noreply@lohr.example>",
        "Guten Tag Frau Quist,\n\nIhr Vorstellungsgespräch ist am Donnerstag, 12. März um 10 Uhr.\n\nDatenschutzbeauftragter: datenschutz@lohr.example",
        None,
        id="de: Datenschutz",
    ),
    pytest.param(
        "Lise Morel <l.morel@morel.example>",
        "Bonjour Madame Quist,\n\nVotre entretien avec M. Roux aura lieu le jeudi 12 mars à 10 h. Vos frais de déplacement : compta@morel.example.\n\nLise Morel",
        "l.morel@morel.example",
        id="fr: frais",
    ),
]


def read(body: str, *, sender: str = "Jo Lind <j.lind@kwx-works.example>", subject: str = "Interview") -> Reading:
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = OWNER.email
    mail["Date"] = "Mon, 02 Mar 2026 09:00:00 +0100"
    mail["Subject"] = subject
    mail.set_content(body)
    return read_company_mail(message=parse_message(mail.as_bytes()), owner=OWNER, cues=CUES)


def told(reading: Reading) -> str | None:
    if reading.start is None:
        return ASK if reading.ask else None
    return reading.start.astimezone(ZoneInfo(OWNER.tz)).strftime("%d %H:%M")


@pytest.mark.parametrize(("body", "start"), TIMES)
def test_of_several_moments_the_talk_is_told(body: str, start: str) -> None:
    reading = read(body)
    assert told(reading) == start, reading.start_options


@pytest.mark.parametrize(("body", "start"), IN_DOUBT)
def test_where_two_moments_stand_the_talk_is_told_or_asked_about(body: str, start: str) -> None:
    assert told(read(body)) in (start, ASK)


@pytest.mark.parametrize(("sender", "subject", "body", "decision"), DECISIONS)
def test_only_what_they_promise_is_a_decision(sender: str, subject: str, body: str, decision: str | None) -> None:
    found = read(body, sender=sender, subject=subject).decision_by
    assert (found.isoformat() if found else None) == decision


@pytest.mark.parametrize(("sender", "body", "recipient"), RECIPIENTS)
def test_a_note_goes_to_nobody_who_has_no_part_in_it(sender: str, body: str, recipient: str | None) -> None:
    reading = read(body, sender=sender)
    addresses = [person.email for person in reading.interviewers if person.email]
    contact = reading.contact.email if reading.contact else None
    assert (addresses[0] if addresses else contact) == recipient


def test_that_a_mailbox_is_not_read_is_no_wish() -> None:
    body = "Hi Nora,\n\nYour interview with Ana Reyes is on Thursday 12 March at 10:00. This mailbox is not monitored; please do not reply."
    assert read(body, sender="KWX <careers@kwx-works.example>").contact_wish is ContactWish.NONE
