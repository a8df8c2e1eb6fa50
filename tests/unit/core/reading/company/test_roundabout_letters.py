"""Titles beside a talk, wishes to be left alone and days of an answer in roundabout wordings; all mails are of Monday, 2 March 2026."""
# ruff: noqa: E501

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.core.reading.company.contact_wish import find_contact_wish
from bot.core.reading.company.decision import find_decision_by
from bot.core.reading.types import ContactWish, Kind
from tests.unit.core.reading.company.paper import page_of, role_of

TALK = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)

ROLES = [
    ("en", "Re: Interview tomorrow, conservation mason", "Friday at half ten instead.", "conservation mason"),
    ("en", "Your visit Thursday, orchard manager", "See you at nine.", "orchard manager"),
    ("en", "Re: harbour pilot", "Monday at 10 works. I'll ring you.", "harbour pilot"),
    ("en", "RE: Route Scheduler - coming in for a chat", "Tuesday at nine it is.", "Route Scheduler"),
    ("en", "Puppet workshop lead - our interview", "Monday the 16th at ten.", "Puppet workshop lead"),
    ("en", "Exhibits Producer: a first chat", "Monday at 3.", "Exhibits Producer"),
    ("en", "", "We would like to talk to you on Monday at 10 about Packhouse Quality Supervisor.", "Packhouse Quality Supervisor"),
    ("en", "", "Our two directors will be talking to you about Senior Kiln Operator. Stay in the one room.", "Senior Kiln Operator"),
    ("en", "", "This concerns post no. 22/14, Senior Registrar. We see you at 10.", "Senior Registrar"),
    ("en", "", "Delphine passed on the Exhibitions Producer posting, and I'd like to hear more on Monday.", "Exhibitions Producer"),
    ("en", "", "I saw your note on the Grants Coordinator advert. Call on Monday at 10?", "Grants Coordinator"),
    ("en", "", "First chat about Assistant Costume Buyer.", "Assistant Costume Buyer"),
    ("en", "Professor of Soil Science (ref 12/26): interview", "You are shortlisted.", "Professor of Soil Science"),
    ("en", "", "Your appointment with her (Seaweed Licensing Officer) moves to Thursday.", "Seaweed Licensing Officer"),
    ("en", "", "Would you have ten minutes for the stage carpenter job on Monday?", "stage carpenter"),
    ("en", "", "they'd like to see you for the Head of Calibration vacancy on Monday", "Head of Calibration"),
    ("en", "", "I'm the one hiring the Lead Service Designer here. Lunch on Thursday?", "Lead Service Designer"),
    ("en", "", "We're filling the Night Porter slot and want you in on Monday at 10.", "Night Porter"),
    ("en", "", "Your chat with Ann Field on Monday covers Senior Bindery Technician only.", "Senior Bindery Technician"),
    ("en", "", "The post, in case you applied for several, is Wind Farm Stores Technician.", "Wind Farm Stores Technician"),
    ("en", "", "What: Panel interview, Grants Writer\nWhen: Monday 10 am\nWho: Ann Field", "Grants Writer"),
    ("de", "", "der Termin bei Frau Direktor Mühlbacher (Stelle Musikpädagogin Viola) lässt sich nicht halten.", "Musikpädagogin Viola"),
    ("de", "", "Ihr Gespräch am Montag (Stelle Leiterin Hort) beginnt um 10 Uhr.", "Leiterin Hort"),
    ("de", "Ihr Vorstellungstag als Leiter Technik am 18. März", "Der Ablauf steht, Mittwoch 18. März.", "Leiter Technik"),
    ("de", "Ihr Probetag als Köchin am 10. März", "Wir freuen uns auf Dienstag, 9 Uhr.", "Köchin"),
    ("de", "Probearbeiten Bäckergeselle am Montag", "Kommen Sie um 4 Uhr.", "Bäckergeselle"),
    ("de", "Re: Orgelstimmer", "Montag um zehn passt. Ich rufe an.", "Orgelstimmer"),
    ("de", "AW: Restauratorin Textil - kurzes Kennenlernen", "Montag um zehn passt.", "Restauratorin Textil"),
    ("de", "", "Wir reden am Montag um 10 Uhr über Schichtführer Galvanik, alles Weitere später.", "Schichtführer Galvanik"),
    ("de", "", "Ausschreibung 22/2026, Sachgebietsleitung Friedhöfe: wir laden Sie am Montag ein.", "Sachgebietsleitung Friedhöfe"),
    ("de", "", "Das Gespräch dreht sich nur um Teamassistenz Einkauf, nicht um die andere Bewerbung.", "Teamassistenz Einkauf"),
    ("fr", "", "l'échange portera uniquement sur Chargé de production, lundi à 10 h.", "Chargé de production"),
    ("fr", "Re : luthier", "Lundi à 10 h me convient, je vous appelle.", "luthier"),
    ("fr", "Votre journée d'immersion comme vendangeuse lundi", "Rendez-vous à 7 h.", "vendangeuse"),
    ("fr", "", "Votre rendez-vous avec Mme Duval (poste de régisseuse lumière) est déplacé à lundi.", "régisseuse lumière"),
    ("fr", "", "Offre 0931, conducteur de ligne : nous vous recevons lundi à 10 h.", "conducteur de ligne"),
    ("fr", "", "Je vous raconte lundi ce que nous cherchons comme responsable des achats.", "responsable des achats"),
    ("fr", "", "il vous verra lundi pour la place de tonnelier", "tonnelier"),
    ("es", "", "Hablaremos el lunes a las 10 solo de Técnico de Archivo, lo otro va aparte.", "Técnico de Archivo"),
    ("es", "Re: soldadora naval", "El lunes a las 10 me va bien, te llamo.", "soldadora naval"),
    ("es", "", "Su cita con la directora (puesto de Jefe de Sala) pasa al lunes.", "Jefe de Sala"),
    ("es", "", "Le cuento lo que buscamos como responsable de compras y usted me dice.", "responsable de compras"),
    ("es", "", "te vemos el lunes a las 10 para lo de encargado de almacén", "encargado de almacén"),
    ("es", "", "Convocatoria 22/2026, Técnica de Patrimonio: la esperamos el lunes.", "Técnica de Patrimonio"),
    ("es", "Tu prueba del lunes como pastelera", "Ven a las 6.", "pastelera"),
    ("pt", "Re: Supervisor de Temporada", "Fechado, segunda às 10h.", "Supervisor de Temporada"),
    ("pt", "", "A sua reunião com a diretora (vaga de Chefe de Cozinha) passa para segunda.", "Chefe de Cozinha"),
    ("pt", "", "Conto-lhe o que procuramos como responsável de compras.", "responsável de compras"),
    ("pt", "Teste de segunda como padeiro", "Venha às 5h.", "padeiro"),
    ("pt", "", "Concurso 22/2026, Técnica de Arquivo: esperamos por si na segunda.", "Técnica de Arquivo"),
    ("it", "", "E chiarisci che è per il posto da tecnico del suono: in redazione siamo al completo.", "tecnico del suono"),
    ("it", "", "Il posto da fresatore è ancora libero, venga lunedì alle 10.", "fresatore"),
    ("it", "", "Lunedì alle 10 parliamo solo di Addetta Logistica, il resto poi.", "Addetta Logistica"),
    ("it", "Re: liutaio", "Lunedì alle 10 va bene, la chiamo io.", "liutaio"),
    ("it", "", "Il suo appuntamento con la direttrice (posto di Capo Cucina) è spostato a lunedì.", "Capo Cucina"),
    ("it", "", "Bando 22/2026, Istruttore Amministrativo: la aspettiamo lunedì.", "Istruttore Amministrativo"),
    ("nl", "", "Het gesprek gaat alleen over Planner Wijkverpleging. Voor je andere sollicitatie komt een collega terug.", "Planner Wijkverpleging"),
    ("nl", "Re: orgelbouwer", "Maandag om tien uur is goed, ik bel je.", "orgelbouwer"),
    ("nl", "", "Uw afspraak met de directeur (functie Muziekdocent Altviool) schuift naar maandag.", "Muziekdocent Altviool"),
    ("nl", "", "Maandag om 10 uur praten we over Hoofd Techniek, de rest later.", "Hoofd Techniek"),
    ("nl", "", "Ik vertel je maandag wat we zoeken als inkoopmedewerker.", "inkoopmedewerker"),
    ("nl", "Meeloopdag maandag als banketbakker", "Kom om 5 uur.", "banketbakker"),
    ("nl", "", "Vacature 0931, Adviseur Kwekersrelaties: maandag om 10 uur.", "Adviseur Kwekersrelaties"),
]  # fmt: skip

NO_ROLES = [
    ("en", "Re: lunch", "See you Monday at ten, our baker will let you in."),
    ("en", "", "Ann Field, Head of People, calls you on Monday at 10."),
    ("en", "Interview tomorrow, ring the bell", "See you at ten."),
    ("en", "Thursday, small change", "See you at ten with our manager."),
    ("de", "", "Wir reden am Montag über Herrn Bäcker und die Anfahrt."),
    ("de", "Re: Montag", "Um zehn holt Sie unser Pförtner ab."),
    ("de", "", "Der Termin bei Frau Direktor Mühlbacher fällt aus."),
    ("fr", "", "Nous parlerons lundi de votre parcours et du directeur."),
    ("fr", "Re : lundi", "Notre directrice vous attend à 10 h."),
    ("es", "", "Hablaremos el lunes de su experiencia con la directora."),
    ("it", "", "Parliamo lunedì del suo percorso, ci sarà anche il direttore."),
    ("nl", "", "Het gesprek gaat alleen over je ervaring, de directeur schuift aan."),
    ("nl", "", "Maandag praten we over Utrecht en de reistijd."),
    ("pt", "", "Falamos na segunda sobre o seu percurso com a diretora."),
]  # fmt: skip

WISHES = [
    ("en", "Whatever you'd like to ask afterwards comes to me and I pass it on; nothing straight to Fenwright, LinkedIn included."),
    ("en", "I would therefore request that nobody get in touch with them, be it ahead of the call or following it."),
    ("en", "Calls about results can't be answered, so kindly hold off ringing until you have heard from us."),
    ("en", "Queries by telephone as to the outcome cannot be entertained in the interim."),
    ("en", "Candidates are kindly requested to make no approach to any of them until the appointment is announced."),
    ("en", "As always in my house: no mail and no call to Alpenglut, neither before nor after."),
    ("en", "Applicants shall make no contact with board members."),
    ("en", "We ask that no one get hold of the jurors beforehand."),
    ("en", "Please let nobody approach the governors."),
    ("en", "Telephone enquiries regarding the result will not be entertained."),
    ("en", "Enquiries as to progress will not be acknowledged."),
    ("en", "Nothing to the client direct, please."),
    ("en", "You are asked to refrain from approaching the trustees."),
    ("en", "Kindly hold off phoning until the letter arrives."),
    ("en", "Do me a favour and leave the family out of it, all questions to me."),
    ("en", "Status requests are left unanswered."),
    ("en", "No e-mails to the principal, please."),
    ("en", "Keep any thanks or follow-up for me, not for them."),
    ("en", "It is our policy that candidates stay away from the hiring committee."),
    ("en", "Approaches to members will count against you."),
    ("en", "Please bear with us and don't ring round for news."),
    ("en", "We would ask for radio silence until the board has met."),
    ("en", "Neither the office nor the panel can be reached about this, so please don't try."),
    ("de", "Von Kontaktaufnahmen mit Mitgliedern des Gremiums bitten wir abzusehen."),
    ("de", "Ich darf Sie bitten, niemanden aus dem Kirchengemeinderat anzusprechen."),
    ("de", "Nichts direkt an den Kunden, bitte, auch nicht über LinkedIn."),
    ("de", "Alles, was Sie danach fragen oder ergänzen wollen, läuft über meinen Tisch."),
    ("de", "Telefonische Auskünfte zum Ergebnis erteilen wir nicht."),
    ("de", "Anrufe zum Ergebnis können nicht beantwortet werden."),
    ("de", "Bitte halten Sie mit Rückfragen bis dahin still."),
    ("de", "Wie immer bei mir: keine Mail und kein Anruf bei Alpenglut, weder vorher noch nachher."),
    ("de", "Bitte lassen Sie den Vorstand außen vor, Fragen nur an mich."),
    ("de", "Ich möchte, dass sich bis dahin niemand bei den Mitgliedern meldet."),
    ("de", "Sachstandsanfragen bleiben unbeantwortet."),
    ("de", "Bitte nicht nachtelefonieren."),
    ("fr", "Rien en direct au client, s'il vous plaît, LinkedIn compris."),
    ("fr", "Je demande donc que personne ne prenne contact avec eux, avant comme après."),
    ("fr", "Aucune information ne sera donnée par téléphone."),
    ("fr", "Les appels au sujet des résultats resteront sans réponse."),
    ("fr", "Comme toujours chez moi : ni mail ni appel chez Alpenglut."),
    ("fr", "Tout ce que vous voudriez ajouter passe par moi."),
    ("fr", "Les candidats sont invités à n'entreprendre aucune démarche auprès du jury."),
    ("fr", "Nous vous demandons de ne solliciter aucun membre du conseil."),
    ("fr", "Merci de patienter sans nous téléphoner."),
    ("fr", "Aucune demande par téléphone ne sera prise en compte."),
    ("es", "Nada directo al cliente, por favor, LinkedIn incluido."),
    ("es", "Le ruego que nadie se ponga en contacto con ellos, ni antes ni después."),
    ("es", "No se atenderán consultas telefónicas sobre el resultado."),
    ("es", "Las llamadas sobre resultados no serán atendidas."),
    ("es", "Como siempre conmigo: ni correos ni llamadas a Alpenglut."),
    ("es", "Lo que quiera añadir me lo dice a mí y yo lo paso."),
    ("es", "Se ruega a los aspirantes abstenerse de contactar con el tribunal."),
    ("es", "Pedimos que no se acerquen a los miembros del jurado."),
    ("pt", "Nada direto ao cliente, por favor, LinkedIn incluído."),
    ("pt", "Peço que ninguém entre em contacto com eles, nem antes nem depois."),
    ("pt", "Não serão atendidos pedidos de informação por telefone."),
    ("pt", "Como sempre comigo: nem e-mails nem chamadas para a Alpenglut."),
    ("pt", "Os candidatos devem abster-se de abordar os membros do júri."),
    ("pt", "O que quiser acrescentar vem ter comigo e eu passo."),
    ("it", "Niente direttamente al cliente, per favore, LinkedIn compreso."),
    ("it", "Chiedo che nessuno si metta in contatto con loro, né prima né dopo."),
    ("it", "Non si danno informazioni telefoniche sull'esito."),
    ("it", "Come sempre da me: né mail né chiamate ad Alpenglut."),
    ("it", "I candidati sono tenuti a non avvicinare i membri della commissione."),
    ("it", "Quello che vuole aggiungere lo dica a me e io lo riferisco."),
    ("nl", "Niets rechtstreeks naar de klant, graag, ook niet via LinkedIn."),
    ("nl", "Ik verzoek dat niemand contact met hen zoekt, voor noch na het gesprek."),
    ("nl", "Over de uitslag kan telefonisch niets worden gezegd."),
    ("nl", "Telefonische vragen over de uitslag worden niet beantwoord."),
    ("nl", "Zoals altijd bij mij: geen mail en geen telefoontje naar Alpenglut."),
    ("nl", "Wat je wilt vragen of toevoegen gaat langs mij."),
    ("nl", "Laat de leden van het bestuur erbuiten, vragen aan mij."),
]  # fmt: skip

NO_WISHES = [
    ("en", "Whatever you'd like to ask, bring it along and we go through it on Monday."),
    ("en", "Questions come to me, I am happy to help."),
    ("en", "If nobody answers the bell, ring my mobile."),
    ("en", "Nobody gets in touch with you before Monday, the schedule is fixed."),
    ("en", "I pass it on to the team."),
    ("en", "The number is out of order, calls can't be answered today, so mail me."),
    ("en", "If you can't make it, please don't hesitate to call me."),
    ("en", "We have put your call with Alpenglut in the diary."),
    ("en", "Nothing else is needed from you, just bring your passport."),
    ("en", "Feel free to contact any of the members before the call."),
    ("en", "No email invitation? Then ring me."),
    ("de", "Fragen gern direkt an mich."),
    ("de", "Wenn niemand öffnet, rufen Sie mich an."),
    ("de", "Ich leite alles an den Kunden weiter."),
    ("de", "Es meldet sich vorher niemand mehr bei Ihnen."),
    ("de", "Alles Weitere läuft über den Link."),
    ("fr", "Toutes vos questions, n'hésitez pas à me les envoyer."),
    ("fr", "Personne ne vous contactera avant lundi."),
    ("fr", "Si personne ne répond, appelez-moi."),
    ("es", "Cualquier duda me la dice."),
    ("es", "Si nadie contesta, llámeme."),
    ("pt", "Qualquer dúvida, fale comigo."),
    ("pt", "Se ninguém atender, ligue para mim."),
    ("it", "Per qualsiasi domanda mi scriva."),
    ("it", "Se nessuno risponde, mi chiami."),
    ("nl", "Heb je vragen, mail of bel me gerust."),
    ("nl", "Als niemand opendoet, bel me dan."),
]  # fmt: skip

ANSWERS = [
    ("en", None, "The members vote at the general meeting, 12 March. I will let you know how it went that same night.", date(2026, 3, 12)),
    ("en", None, "The three of us sit down over it tonight, so expect a call or a line from me Friday.", date(2026, 3, 6)),
    ("en", None, "The board sits on 17 March and you will have my call the same evening.", date(2026, 3, 17)),
    ("en", None, "You can count on a line from us by Thursday.", date(2026, 3, 5)),
    ("en", None, "You will have word Wednesday.", date(2026, 3, 4)),
    ("en", None, "The panel will make known its choice by 20 March.", date(2026, 3, 20)),
    ("en", None, "Our answer is with you by 18 March.", date(2026, 3, 18)),
    ("en", TALK, "All four of you will have my letter no later than 29 March.", date(2026, 3, 29)),
    ("de", None, "Die Mitglieder stimmen am 12. März ab, ich sage Ihnen noch am selben Abend, wie es ausgegangen ist.", date(2026, 3, 12)),
    ("de", None, "Wir drei setzen uns heute Abend zusammen, rechnen Sie am Freitag mit einem Anruf von mir.", date(2026, 3, 6)),
    ("de", None, "Die Kommission gibt ihre Empfehlung bis 22. März bekannt.", date(2026, 3, 22)),
    ("de", None, "Der Rat tagt am 17. März; ich rufe alle noch am gleichen Abend an.", date(2026, 3, 17)),
    ("de", None, "Das Ergebnis liegt Ihnen bis zum 18. März vor.", date(2026, 3, 18)),
    ("de", None, "Bis Donnerstag haben Sie meinen Brief.", date(2026, 3, 5)),
    ("fr", None, "Les membres votent le 12 mars ; je vous dirai le soir même ce qu'il en est.", date(2026, 3, 12)),
    ("fr", None, "Nous nous réunissons ce soir à trois, attendez-vous à un appel de ma part vendredi.", date(2026, 3, 6)),
    ("fr", None, "La commission fera connaître sa proposition d'ici le 22 mars.", date(2026, 3, 22)),
    ("fr", None, "Vous aurez ma lettre au plus tard le 18 mars.", date(2026, 3, 18)),
    ("es", None, "Los socios votan el 12 de marzo; esa misma noche le digo qué salió.", date(2026, 3, 12)),
    ("es", None, "Nos sentamos esta noche los tres, así que espere una llamada mía el viernes.", date(2026, 3, 6)),
    ("es", None, "La comisión dará a conocer su propuesta antes del 22 de marzo.", date(2026, 3, 22)),
    ("es", None, "Tendrá mi carta a más tardar el 18 de marzo.", date(2026, 3, 18)),
    ("pt", None, "Sentamo-nos os três hoje à noite, conte com uma chamada minha na sexta.", date(2026, 3, 6)),
    ("pt", None, "A comissão dará a conhecer a sua proposta até 22 de março.", date(2026, 3, 22)),
    ("it", None, "I soci votano il 12 marzo; le dico la sera stessa com'è andata.", date(2026, 3, 12)),
    ("it", None, "Ci vediamo stasera in tre, si aspetti una mia telefonata venerdì.", date(2026, 3, 6)),
    ("it", None, "La commissione renderà nota la sua proposta entro il 22 marzo.", date(2026, 3, 22)),
    ("nl", None, "De leden stemmen op 12 maart; ik laat je dezelfde avond weten hoe het is gegaan.", date(2026, 3, 12)),
    ("nl", None, "De commissie maakt haar voordracht uiterlijk 22 maart bekend.", date(2026, 3, 22)),
]  # fmt: skip

NO_ANSWERS = [
    ("en", "If everything looks full until the 27th, tell me and I clear something for him."),
    ("en", "If nothing suits before 20 March, let me know and I will find you a slot."),
    ("en", "Feedback from the client generally comes to us within three days."),
    ("en", "I hear myself only in April whether we may fill it."),
    ("en", "I learn from head office on 20 March whether there is a budget."),
    ("en", "Should the calendar be full by the 20th, drop me a line."),
    ("en", "In case none of these work before 13 March, we will find something else."),
    ("en", "The client tells me by Friday who they want to see."),
    ("de", "Falls bis zum 27. alles dicht aussieht, sag Bescheid, dann räume ich ihm was frei."),
    ("de", "Wenn bis 20. März nichts passt, geben Sie Bescheid."),
    ("de", "Ob wir die Stelle besetzen dürfen, erfahre ich selbst erst im April."),
    ("de", "Sollte bis Freitag kein Termin frei sein, melden Sie sich."),
    ("de", "Ich bekomme selbst erst am 20. März Nachricht von der Zentrale."),
    ("fr", "Si tout est pris jusqu'au 27, dites-le-moi."),
    ("fr", "Si rien ne convient avant le 20 mars, prévenez-moi."),
    ("fr", "Je ne le saurai moi-même qu'en avril."),
    ("es", "Si todo está lleno hasta el 27, avísame."),
    ("es", "Si no hay nada libre antes del 20 de marzo, dígamelo."),
    ("es", "Yo misma no lo sabré hasta abril."),
    ("pt", "Se estiver tudo cheio até dia 27, avisa-me."),
    ("pt", "Se nada servir antes de 20 de março, diga-me."),
    ("it", "Se fino al 27 è tutto pieno, dimmelo."),
    ("it", "Se niente va bene prima del 20 marzo, me lo faccia sapere."),
    ("it", "Lo saprò io stessa solo ad aprile."),
    ("nl", "Als alles tot de 27e vol zit, laat het me weten."),
    ("nl", "Als er voor 20 maart niets past, zeg het even."),
    ("nl", "Zelf hoor ik het pas in april."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "subject", "text", "role"), ROLES, ids=[f"{r[0]}: {r[1] or r[2]}" for r in ROLES])
def test_a_title_is_known_by_the_words_beside_it(lang: str, subject: str, text: str, role: str) -> None:
    assert role_of(lang, text, subject=subject) == role


@pytest.mark.parametrize(("lang", "subject", "text"), NO_ROLES, ids=[f"{r[0]}: {r[1]} {r[2]}" for r in NO_ROLES])
def test_other_matters_and_other_peoples_trades_are_no_role(lang: str, subject: str, text: str) -> None:
    assert role_of(lang, text, subject=subject) is None


@pytest.mark.parametrize(("lang", "text"), WISHES, ids=[f"{r[0]}: {r[1]}" for r in WISHES])
def test_whoever_asks_to_be_left_alone_is(lang: str, text: str) -> None:
    assert find_contact_wish(page_of(lang, text)) is not ContactWish.NONE


@pytest.mark.parametrize(("lang", "text"), NO_WISHES, ids=[f"{r[0]}: {r[1]}" for r in NO_WISHES])
def test_other_things_said_of_calls_and_questions_ask_for_no_silence(lang: str, text: str) -> None:
    assert find_contact_wish(page_of(lang, text)) is ContactWish.NONE


@pytest.mark.parametrize(("lang", "talk", "text", "day"), ANSWERS, ids=[f"{r[0]}: {r[2]}" for r in ANSWERS])
def test_the_day_of_an_answer_is_read(lang: str, talk: datetime | None, text: str, day: date) -> None:
    assert find_decision_by(page_of(lang, text), talk) == day


@pytest.mark.parametrize("kind", [None, Kind.SCHEDULING])
@pytest.mark.parametrize(("lang", "text"), NO_ANSWERS, ids=[f"{r[0]}: {r[1]}" for r in NO_ANSWERS])
def test_days_of_free_slots_and_of_news_among_themselves_are_no_answer(lang: str, text: str, kind: Kind | None) -> None:
    assert find_decision_by(page_of(lang, text), None, kind) is None
