"""Occupations in English, German and Dutch: by which words and endings they are known, and how mails name them."""
# ruff: noqa: E501

from __future__ import annotations

import pytest

from bot.core.reading.company.title_signs import is_headed
from tests.unit.core.reading.company.paper import role_of
from tests.unit.core.reading.company.words import CUES

TITLES = {
    "en": ["hydrogeologist", "Oceanographer", "line cook", "Tour Guide", "Bank Teller", "anaesthetist", "PhD candidate", "reader in physics", "school governor", "Best Boy", "shelf stacker", "health visitor", "stonemason", "chair of governors", "make-up artist", "TV presenter", "postman", "dairy farmer", "medical science liaison", "trustee"],
    "de": ["Hydrogeologe", "Ozeanografin", "Schichtleiter", "Schichtleitung", "Metzger:in", "Müller/in", "Sattler*innen", "Geschaeftsfuehrer", "Gaertnerin", "Kieferorthopädin", "Justizvollzugsbeamter", "Zoowärterin", "Regisseurin", "Moderatorin", "Schornsteinfeger", "Stuckateur", "Lehrperson", "Doktorandenstelle", "Location Scout", "DGKP", "Bodenlegerin", "Gewandmeisterin", "Datenschutzbeauftragten", "Ministerialrätin", "Fährmann", "Souffleuse", "Zivildiener"],
    "nl": ["bedrijfsleider", "hydrogeoloog", "oceanograaf", "burgemeester", "dakdekker", "afdelingshoofd", "logopediste", "kraanmachinist", "gevangenisbewaarder", "officier van justitie", "marketeer", "danseres", "vrijwilliger", "ambulancier", "Dijkgraaf", "fietshersteller", "goudsmid", "promovenda", "zwangerschapsvervanger", "jeugdhulpverlener", "woordvoerster", "ober"],
}  # fmt: skip
NO_TITLES = {
    "en": ["the hiring process", "Cooper & Sons", "Grace Glover", "Sarah Judge", "Will Hunter", "Emma Singer", "Peter Farmer", "the printer", "organiser", "interviewer", "proof of residency", "checklist", "right to work", "Leicester", "Fletcher", "Weaver House"],
    "de": ["Dialoge", "Login", "Hamburg", "Gegenwart", "Kristin", "Christin", "Valentin", "näher", "Herr Müller", "Frau Schäfer", "Frau Richter", "Herr Zimmermann", "Finalist", "Checkliste", "Katalysator", "Anbieter", "Teilnehmer", "Betriebsrat", "Poststelle", "Semester", "Drucker", "Stift"],
    "nl": ["oktober", "juiste", "Baptiste", "Beatrice", "De Telegraaf", "paragraaf", "Anna Visser", "Piet de Wachter", "Kees Jager", "aan de rechterkant", "dienstverlener", "aandeelhouder", "hoofdkantoor", "generator", "catalogus", "voorbeeld"],
}  # fmt: skip


@pytest.mark.parametrize(("lang", "title"), [(lang, title) for lang, titles in TITLES.items() for title in titles])
def test_an_occupation_is_known_by_its_word_or_ending(lang: str, title: str) -> None:
    assert is_headed(title, CUES.languages[lang])


@pytest.mark.parametrize(("lang", "words"), [(lang, words) for lang, lines in NO_TITLES.items() for words in lines])
def test_everyday_words_and_names_are_no_occupation(lang: str, words: str) -> None:
    assert not is_headed(words, CUES.languages[lang])


GREETINGS = {"en": "Hello,", "de": "Guten Tag,", "nl": "Hallo,"}
MAILS = [
    ("de", "", "vielen Dank für Ihre Bewerbung als Sattler (m/w/d) bei der Firma Kornblum in Fulda.", "Sattler"),
    ("de", "Vorstellungsgespräch Metzger (m/w/d) am 12.3.", "guten Tag, bitte kommen Sie um 10 Uhr.", "Metzger"),
    ("de", "Einladung: Glaser/in", "wir freuen uns auf Sie.", "Glaser/in"),
    ("de", "Ihr Gespräch als Schichtleiter", "-", "Schichtleiter"),
    ("de", "Gespräch Schichtleitung Produktion", "-", "Schichtleitung Produktion"),
    ("de", "Ihre Bewerbung Qualitätsingenieur Halbleiter", "gern laden wir Sie ein.", "Qualitätsingenieur Halbleiter"),
    ("de", "", "gern möchten wir mit Ihnen über die Stelle der Pflegedienstleitung in unserem Haus sprechen.", "Pflegedienstleitung"),
    ("de", "", "Ihre Unterlagen zur W2-Professur für Statistik haben die Kommission überzeugt.", "W2-Professur für Statistik"),
    ("de", "", "Sie haben sich auf unsere Anzeige „Teamassistenz (80 %)“ gemeldet.", "Teamassistenz"),
    ("de", "", "Sie hatten sich bei uns als Gärtnerin im Zierpflanzenbau beworben.", "Gärtnerin im Zierpflanzenbau"),
    ("de", "", "wegen der Stelle als Hausmeister in Teilzeit würden wir gern mit Ihnen sprechen.", "Hausmeister"),
    ("de", "", "Stelle: Sachbearbeiter:in Fördermittel (E9b, 39 Std.)\nTermin: Dienstag, 3. März, 10 Uhr", "Sachbearbeiter:in Fördermittel"),
    ("de", "", "Position\tOberarzt Neurologie\nOrt\tKassel", "Oberarzt Neurologie"),
    ("de", "", "wir haben Ihre Bewerbung für die Ausbildung zum Zerspanungsmechaniker erhalten.", "Zerspanungsmechaniker"),
    ("de", "", "du willst bei uns als Köchin anfangen? Dann komm am Freitag um 9 vorbei.", "Köchin"),
    ("de", "", "Bewerbung um das Amt der Gemeindepädagogin", "Gemeindepädagogin"),
    ("de", "", "für unsere Kita suchen wir eine Erzieherin, und Sie passen gut dazu.", "Erzieherin"),
    ("de", "", "bezugnehmend auf Ihre Bewerbung vom 2. März als Kommissionierer im Lager Nord", "Kommissionierer im Lager Nord"),
    ("de", "Kennenlernen Data Engineer @ Wolkenwerk", "-", "Data Engineer"),
    ("de", "Interview | Junior Buchhalter | Fa. Tann", "-", "Junior Buchhalter"),
    ("de", "Re: Hydrogeologe", "gern am Montag um 10.", "Hydrogeologe"),
    ("de", "AW: Stelle Dachdecker", "komm am Montag um 10.", "Dachdecker"),
    ("de", "", "danke für das Interesse an der Lehrstelle als Polymechaniker EFZ.", "Polymechaniker EFZ"),
    ("de", "", "Sie werden mit Frau Dr. Lamm, Leiterin Labor, und Herrn Kist, Laborant, sprechen.", None),
    ("de", "", "Es grüßt Sie\nHanna Pohl\nPersonalsachbearbeiterin", None),
    ("de", "", "die Stelle „Referent*in Klimaschutz“ (Kennziffer 33/26) ist ausgeschrieben; wir laden Sie ein.", "Referent*in Klimaschutz"),
    ("de", "", "auf Ihre Bewerbung als stellvertretende Küchenleitung möchten wir zurückkommen.", "stellvertretende Küchenleitung"),
    ("de", "", "hiermit laden wir Sie zum Auswahlgespräch für die Stelle einer/eines Verwaltungsfachangestellten ein.", "Verwaltungsfachangestellten"),
    ("de", "", "es geht um den Job als Barista in der Altstadt.", "Barista"),
    ("de", "Vorstellungsgespräch für Servicekraft", "-", "Servicekraft"),
    ("de", "", "Ihr Profil passt gut zu unserer Vakanz Senior Controller (w/m/d) in Kiel.", "Senior Controller"),
    ("de", "Termin Erstgespräch: Pflegefachkraft Intensivstation", "-", "Pflegefachkraft Intensivstation"),
    ("de", "", "Sie haben sich um eine Stelle als wissenschaftliche Mitarbeiterin am Lehrstuhl für Physik beworben.", "wissenschaftliche Mitarbeiterin"),
    ("nl", "", "naar aanleiding van je sollicitatie als bedrijfsleider bij Kaasland nodigen we je uit.", "bedrijfsleider"),
    ("nl", "Gesprek teamleider logistiek", "-", "teamleider logistiek"),
    ("nl", "Uitnodiging gesprek - Verpleegkundige IC - Maasoever", "-", "Verpleegkundige IC"),
    ("nl", "", "je hebt gereageerd op onze vacature voor hydroloog.", "hydroloog"),
    ("nl", "", "we praten graag met je over de functie van dakdekker (m/v/x) in Breda.", "dakdekker"),
    ("nl", "", "u solliciteerde naar de betrekking van leerkracht groep 5.", "leerkracht groep 5"),
    ("nl", "", "voor de vacature van technieker HVAC in Gent zien we u graag.", "technieker HVAC"),
    ("nl", "", "Functie: medewerker burgerzaken (28 uur)\nDatum: 3 maart", "medewerker burgerzaken"),
    ("nl", "", "Bedankt voor je interesse in de baan als kapster.", "kapster"),
    ("nl", "", "jouw sollicitatie voor orderpicker avonddienst", "orderpicker avonddienst"),
    ("nl", "", "we zoeken iemand die als kok bij ons wil beginnen.", "kok"),
    ("nl", "Sollicitatie wethouderssecretaresse", "-", "wethouderssecretaresse"),
    ("nl", "", "het gaat om de vacature adviseur ruimtelijke ordening, schaal 11.", "adviseur ruimtelijke ordening"),
    ("nl", "", "Je spreekt met Joris, onze teamleider, en Ilse, recruiter.", None),
    ("nl", "", "Met vriendelijke groet,\nSanne Prins\nHR-adviseur", None),
    ("nl", "", "uw kandidatuur voor zorgkundige nachtdienst hebben wij goed ontvangen.", "zorgkundige nachtdienst"),
    ("nl", "Re: bijbaan vakkenvuller", "kom vrijdag om 16 uur langs.", "vakkenvuller"),
    ("nl", "", "graag nodigen we je uit voor een kennismaking voor de stage als grafisch vormgever.", "grafisch vormgever"),
    ("nl", "", "de functie waarop je solliciteerde, projectleider energietransitie, is nog open.", "projectleider energietransitie"),
    ("nl", "", "wij willen je graag spreken over de rol van universitair docent statistiek.", "universitair docent statistiek"),
    ("nl", "Afspraak: sollicitatie administratief bediende", "-", "administratief bediende"),
    ("nl", "", "omdat je bij ons als monteur wilt werken, kom je dinsdag kijken.", "monteur"),
    ("nl", "Kennismakingsgesprek | Data-analist | Gemeente Linde", "-", "Data-analist"),
    ("nl", "", "je meeloopdag als pedagogisch medewerker is op dinsdag.", "pedagogisch medewerker"),
    ("nl", "", "wij hebben jouw cv ontvangen voor de openstaande positie van magazijnier.", "magazijnier"),
    ("nl", "", "In antwoord op uw brief van 2 maart voor de betrekking van griffier: wij ontvangen u graag.", "griffier"),
    ("en", "", "thanks for getting in touch about the line cook job at Harbour Grill.", "line cook"),
    ("en", "Interview: bookkeeper (part time)", "-", "bookkeeper"),
    ("en", "", "in response to your application as Forester with the Glen Estate", "Forester"),
    ("en", "", "re your application for the post of hydrogeologist, ref 4431", "hydrogeologist"),
    ("en", "", "you wrote to us about working as a carpenter in our workshop.", "carpenter"),
    ("en", "Chat about Spray Painter", "-", "Spray Painter"),
    ("en", "", "Role: Staff Nurse, Ward 7 (37.5 hrs)\nDate: 3 March", "Staff Nurse, Ward 7"),
    ("en", "Tour Guide interview - Castle Trust", "-", "Tour Guide"),
    ("en", "", "Job title\tDispensing Optician\nLocation\tLeeds", "Dispensing Optician"),
    ("en", "", "we were impressed by your CV for our Revenue Manager vacancy in Bath.", "Revenue Manager"),
    ("en", "", "you have been selected for interview for: Deputy Headteacher", "Deputy Headteacher"),
    ("en", "", "your interest in becoming a foster carer support worker", None),
    ("en", "", "this is about the maternity cover post of Payroll Officer.", "Payroll Officer"),
    ("en", "", "Good news on the Anaesthetist post: the panel wants to see you.", "Anaesthetist"),
    ("en", "", "we need a barber for Saturdays and would like to see you.", "barber"),
    ("en", "", "the panel is Jo Hart (Head of Nursing) and Sam Reed, ward manager.", None),
    ("en", "", "Best,\nJo Hart\nTalent Partner", None),
    ("en", "Re: dog walker", "can you come Tuesday at 4?", "dog walker"),
    ("en", "", "I saw you want to be our new pastry chef, come by Friday at 3.", "pastry chef"),
    ("en", "", "the Lecturer in Nursing (0.6 FTE) interviews are on 3 March", "Lecturer in Nursing"),
    ("en", "", "we would like to invite you to interview for Postdoctoral Research Associate in the Department of Physics.", "Postdoctoral Research Associate"),
    ("en", "Second round - Site Reliability Engineer (Remote, EMEA)", "-", "Site Reliability Engineer"),
    ("en", "", "Thanks for answering our advert for a night porter.", "night porter"),
    ("en", "Invitation to interview: Trainee Dental Nurse @ Smile House", "-", "Trainee Dental Nurse"),
    ("en", "", "you asked about the apprenticeship as an electrician with us.", "electrician"),
    ("en", "", "Following your application to be a Special Constable, please attend", "Special Constable"),
    ("en", "", "re: Farm Worker position, come to the yard on Monday at 7", "Farm Worker"),
    ("en", "", "We have you down for the Kitchen Porter trial shift on Friday at 5pm.", "Kitchen Porter"),
    ("nl", "", "We zoeken een slager (m/v/x) voor zaterdag", "slager"),
    ("en", "Reminder: order (m/w/d) of service", "-", None),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "subject", "body", "role"), MAILS, ids=[f"{m[0]}: {m[1]} {m[2][:50]}" for m in MAILS])
def test_a_mail_names_the_occupation_it_is_about(lang: str, subject: str, body: str, role: str | None) -> None:
    assert role_of(lang, body if body == "-" else f"{GREETINGS[lang]}\n\n{body}", subject=subject) == role
