"""How and where a talk is held, in seven languages."""

from __future__ import annotations

import pytest

from bot.core.reading.types import Medium
from tests.unit.core.reading.company.paper import setting_of

VIDEO, PHONE, ONSITE = Medium.VIDEO, Medium.PHONE, Medium.ONSITE
SAID = [
    ("de", "Das Gespräch findet per Teams statt.", VIDEO),
    ("de", "Wir treffen uns online, den Link schicken wir noch.", VIDEO),
    ("de", "Wir möchten Sie zu einem Videointerview einladen.", VIDEO),
    ("de", "Ich rufe Sie am Dienstag um 10 Uhr an.", PHONE),
    ("de", "ein kurzes telefonisches Kennenlernen", PHONE),
    ("de", "Wir telefonieren dann um 14 Uhr.", PHONE),
    ("de", "Das Gespräch findet in unseren Räumen statt, bitte melden Sie sich am Empfang.", ONSITE),
    ("de", "Wir freuen uns, Sie bei uns vor Ort kennenzulernen.", ONSITE),
    ("de", "Sie finden uns in der Lindenstraße 14, 04109 Leipzig.", ONSITE),
    ("fr", "L'entretien se déroulera en visioconférence.", VIDEO),
    ("fr", "un échange en visio avec notre équipe", VIDEO),
    ("fr", "Je vous appellerai au numéro indiqué sur votre CV.", PHONE),
    ("fr", "un entretien téléphonique de 20 minutes", PHONE),
    ("fr", "Nous vous attendons dans nos locaux, merci de vous présenter à l'accueil.", ONSITE),
    ("fr", "L'entretien aura lieu en présentiel.", ONSITE),
    ("fr", "Rendez-vous au 12 rue des Lilas, 69003 Lyon.", ONSITE),
    ("es", "La entrevista será por videollamada.", VIDEO),
    ("es", "Nos conectaremos por Meet a las 10.", VIDEO),
    ("es", "Te llamaremos al móvil que nos diste.", PHONE),
    ("es", "una entrevista telefónica", PHONE),
    ("es", "Será presencial, en nuestras oficinas.", ONSITE),
    ("es", "Le esperamos en la calle Mayor, 14, de Burgos.", ONSITE),
    ("pt", "A entrevista será realizada por videochamada.", VIDEO),
    ("pt", "Segue o link da chamada de vídeo.", VIDEO),
    ("pt", "Ligamos-lhe às 15h para o seu telemóvel.", PHONE),
    ("pt", "Vou ligar para você por telefone às 10h.", PHONE),
    ("pt", "A entrevista é presencial, na nossa sede.", ONSITE),
    ("pt", "Ficamos na Rua das Flores, 120, Porto.", ONSITE),
    ("nl", "Het gesprek is online via Teams.", VIDEO),
    ("nl", "een videogesprek met ons team", VIDEO),
    ("nl", "Ik bel je om tien uur op.", PHONE),
    ("nl", "een telefonisch gesprek van een kwartier", PHONE),
    ("nl", "Je bent welkom bij ons op kantoor, meld je bij de receptie.", ONSITE),
    ("nl", "Het adres is Keizerstraat 22 in Deventer.", ONSITE),
    ("it", "Il colloquio si terrà in videochiamata.", VIDEO),
    ("it", "Ci colleghiamo su Meet.", VIDEO),
    ("it", "La chiamerò al numero che ci ha lasciato.", PHONE),
    ("it", "un colloquio telefonico", PHONE),
    ("it", "Il colloquio si terrà in sede, si presenti alla reception.", ONSITE),
    ("it", "Ci vediamo in via Garibaldi 12, Torino.", ONSITE),
    ("en", "We will meet on Zoom.", VIDEO),
    ("en", "I'll give you a call at ten.", PHONE),
    ("en", "Please come to our office.", ONSITE),
]


@pytest.mark.parametrize(("lang", "body", "medium"), SAID, ids=[f"{s[0]}: {s[1]}" for s in SAID])
def test_the_medium_is_told_by_the_words(lang: str, body: str, medium: Medium) -> None:
    assert setting_of(lang, body).medium is medium


NOT = [
    ("de", "Bei Fragen rufen Sie mich gern an."),
    ("fr", "Pour toute question, vous pouvez m'appeler au 01 99 00 12 34."),
    ("es", "Si tiene cualquier duda, llámeme al 600 000 000."),
    ("pt", "Em caso de dúvida, ligue para o nosso número."),
    ("nl", "Heb je vragen? Bel me gerust op 020 123 4567."),
    ("it", "Per qualsiasi domanda mi chiami pure."),
    ("en", "If you have any questions, call me on my mobile."),
]


@pytest.mark.parametrize(("lang", "body"), NOT, ids=[f"{n[0]}: {n[1]}" for n in NOT])
def test_an_offer_to_answer_questions_is_no_medium(lang: str, body: str) -> None:
    assert setting_of(lang, body).medium is None


HOLDS = [
    ("de", "Wir sprechen per Teams. Sollte der Link nicht funktionieren, rufen wir Sie an.", VIDEO),
    ("fr", "L'entretien aura lieu en visio. Si le lien ne fonctionne pas, nous vous appellerons.", VIDEO),
    ("es", "La entrevista será por Zoom. Si falla el enlace, le llamaremos por teléfono.", VIDEO),
    ("pt", "A entrevista será por Teams. Caso o link não funcione, ligamos para si.", VIDEO),
    ("nl", "Het gesprek is via Teams. Mocht de link niet werken, dan bellen we je.", VIDEO),
    ("it", "Il colloquio sarà su Teams. Se il link non funziona, la chiameremo.", VIDEO),
    ("en", "We meet on Zoom. If the link fails, we'll call you.", VIDEO),
    ("de", "Statt vor Ort führen wir das Gespräch per Video.", VIDEO),
    ("fr", "L'entretien se fera en visio au lieu de nos locaux.", VIDEO),
    ("es", "La entrevista pasa a ser por videollamada en lugar de presencial.", VIDEO),
    ("pt", "A entrevista passa a ser por videochamada em vez de presencial.", VIDEO),
    ("nl", "In plaats van op kantoor spreken we elkaar via Teams.", VIDEO),
    ("it", "Il colloquio sarà in videochiamata invece che in sede.", VIDEO),
    ("de", "Wir sehen uns bei uns vor Ort im Büro. Frau Kern wird per Video zugeschaltet.", ONSITE),
    ("fr", "Rendez-vous dans nos locaux. Mme Roy nous rejoindra en visio.", ONSITE),
    ("en", "Come to our office on Monday. Priya will join us by video.", ONSITE),
    ("en", "Join by Zoom https://zoom.example.com/j/12345 or dial in by phone +1 555 0100.", VIDEO),
]


@pytest.mark.parametrize(("lang", "body", "medium"), HOLDS, ids=[f"{h[0]}: {h[1]}" for h in HOLDS])
def test_of_several_media_the_one_that_holds_counts(lang: str, body: str, medium: Medium) -> None:
    assert setting_of(lang, body).medium is medium


PLACES = [
    ("de", "Ort: Am Markt 3, 99084 Erfurt", "Am Markt 3, 99084 Erfurt"),
    ("de", "Sie finden uns in der Lindenstraße 14, 04109 Leipzig.", "Lindenstraße 14, 04109 Leipzig"),
    ("fr", "Rendez-vous au 12 rue des Lilas, 69003 Lyon.", "12 rue des Lilas, 69003 Lyon"),
    ("nl", "Het adres is Keizerstraat 22, 7411 HG Deventer.", "Keizerstraat 22, 7411 HG Deventer"),
    ("it", "Ci vediamo in via Garibaldi 12, Torino.", "via Garibaldi 12, Torino"),
    ("en", "We are at 14 Mill Lane, Leeds.", "14 Mill Lane, Leeds"),
]


@pytest.mark.parametrize(("lang", "body", "place"), PLACES, ids=[f"{p[0]}: {p[1]}" for p in PLACES])
def test_an_address_is_the_place(lang: str, body: str, place: str) -> None:
    assert setting_of(lang, body).location == place


@pytest.mark.parametrize(
    ("link", "meeting"),
    [
        ("https://teams.microsoft.com/l/meetup-join/19%3ameeting", True),
        ("https://us02web.zoom.us/j/8899", True),
        ("https://meet.google.com/abc-defg-hij", True),
        ("https://meet.jit.si/NoraQuist", True),
        ("https://calendly.com/acme/meet", False),
        ("https://meet.acme.example/unsubscribe?id=3", False),
        ("https://track.acme.example/click?u=https://zoom.us/j/1", False),
        ("https://www.acme.example/jobs", False),
    ],
)
def test_only_the_page_of_a_meeting_is_its_link(link: str, meeting: bool) -> None:
    assert setting_of("en", f"Details: {link} for you").url == (link if meeting else None)
