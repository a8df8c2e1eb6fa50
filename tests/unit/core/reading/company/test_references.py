"""Whether they ask the owner for references, in seven languages; what only sounds like it asks for nothing."""

from __future__ import annotations

import pytest

from bot.core.reading.company.references import find_reference_request
from tests.unit.core.reading.company.paper import page_of

ASKED = [
    ("en", "Could you send us two references?"),
    ("en", "As a next step, please provide the names and contact details of two referees."),
    ("en", "We would like to speak to two of your references before we decide."),
    ("en", "Would you be able to share contact details for three professional references?"),
    ("en", "We now need references from your last two employers."),
    ("en", "Please put us in touch with a former manager who can speak to your work."),
    ("en", "We're still missing a second reference from you."),
    ("en", "Do you have any references we could call?"),
    ("de", "Bitte nennen Sie uns zwei Referenzgeber."),
    ("de", "Könnten Sie uns zwei Referenzen nennen?"),
    ("de", "Gerne würden wir noch Referenzen einholen; schicken Sie uns bitte zwei Kontakte."),
    ("de", "Hast du zwei Referenzen für uns?"),
    ("de", "Wir benötigen von Ihnen noch zwei Referenzen früherer Vorgesetzter."),
    ("de", "Bitte lassen Sie uns die Kontaktdaten zweier Referenzpersonen zukommen."),
    ("de", "Koenntest du uns noch eine Referenz von deinem letzten Arbeitgeber geben?"),
    ("de", "Magst du uns zwei ehemalige Vorgesetzte nennen, die wir anrufen dürfen?"),
    ("fr", "Pourriez-vous nous communiquer deux références ?"),
    ("fr", "Merci de nous transmettre les coordonnées de deux personnes référentes."),
    ("fr", "Peux-tu nous donner deux références professionnelles ?"),
    ("fr", "Nous souhaiterions prendre des références auprès de vos anciens employeurs ; qui pouvons-nous appeler ?"),
    ("fr", "Auriez-vous des références à nous fournir ?"),
    ("fr", "Nous aurions besoin de deux lettres de recommandation."),
    ("es", "¿Podría facilitarnos dos referencias laborales?"),
    ("es", "Envíanos por favor los datos de contacto de dos referencias profesionales."),
    ("es", "Necesitamos referencias de tus dos últimos trabajos."),
    ("es", "¿Tienes referencias que podamos contactar?"),
    ("es", "Nos gustaría pedirle referencias de sus anteriores jefes."),
    ("es", "Le agradeceríamos que nos indicara dos personas de referencia."),
    ("pt", "Poderia nos enviar duas referências profissionais?"),
    ("pt", "Por favor indique-nos dois contactos para referências."),
    ("pt", "Precisamos de referências dos seus últimos empregadores."),
    ("pt", "Você tem referências que possamos contatar?"),
    ("pt", "Agradecíamos que nos facultasse o contacto de duas pessoas de referência."),
    ("pt", "Pode partilhar connosco uma carta de recomendação?"),
    ("nl", "Zou je ons twee referenties kunnen sturen?"),
    ("nl", "Graag ontvangen wij van u de contactgegevens van twee referenten."),
    ("nl", "Kunt u ons twee referenties doorgeven?"),
    ("nl", "We willen graag referenties opvragen bij je vorige werkgevers."),
    ("nl", "Heb je nog referenties die we mogen bellen?"),
    ("nl", "We hebben nog een referentie van je nodig."),
    ("it", "Potrebbe fornirci due referenze?"),
    ("it", "Ci servirebbero i contatti di due referenze lavorative."),
    ("it", "Puoi indicarci due persone che possano darci referenze su di te?"),
    ("it", "La preghiamo di inviarci due lettere di referenze."),
    ("it", "Avremmo bisogno di referenze dai suoi precedenti datori di lavoro."),
    ("it", "Hai delle referenze che possiamo contattare?"),
]

NOT_ASKED = [
    ("en", "Please quote the reference number in your answer."),
    ("en", "With reference to your application, could you send us a time for a call?"),
    ("en", "References are available on request."),
    ("en", "Sam Doe has named you as a reference. Could you send us your view of him?"),
    ("en", "Could you provide a reference for Sam Doe?"),
    ("en", "Would you be one of my references?"),
    ("en", "We can send you references from our clients."),
    ("en", "Your references were excellent."),
    ("en", "There is no need to send references."),
    ("en", "Could you send us two references? The landlord of the flat needs them."),
    ("de", "Bitte geben Sie die Referenznummer an."),
    ("de", "Bitte nennen Sie uns die Referenz 4711."),
    ("de", "Frau Maier hat Sie als Referenz angegeben. Könnten Sie uns eine kurze Referenz geben?"),
    ("de", "Darf ich dich als Referenz nennen?"),
    ("de", "Unsere Referenzen finden Sie auf der Website."),
    ("de", "Referenzen müssen Sie keine schicken."),
    ("fr", "Merci de rappeler la référence du dossier."),
    ("fr", "En référence à votre candidature, pourriez-vous nous donner vos disponibilités ?"),
    ("fr", "Paul Martin vous a cité comme référence. Pouvez-vous nous donner votre avis ?"),
    ("fr", "Veuillez indiquer la référence de l'offre."),
    ("fr", "Vous trouverez nos références clients sur notre site."),
    ("es", "Indique el número de referencia, por favor."),
    ("es", "Con referencia a su solicitud, ¿podría enviarnos su CV?"),
    ("es", "Marta Ruiz nos ha dado su nombre como referencia. ¿Podría darnos referencias de ella?"),
    ("es", "Indíquenos la referencia de la oferta."),
    ("pt", "Indique a referência da vaga."),
    ("pt", "Com referência à sua candidatura, poderia nos enviar o CV?"),
    ("pt", "A Marta indicou-o como referência. Pode dar-nos referências sobre ela?"),
    ("nl", "Vermeld het referentienummer in uw antwoord."),
    ("nl", "Met referentie aan uw sollicitatie: kunt u een datum doorgeven?"),
    ("nl", "Jan heeft u als referentie opgegeven. Kunt u ons iets over hem vertellen?"),
    ("it", "Indichi il numero di riferimento."),
    ("it", "Con riferimento alla sua candidatura, può inviarci il CV?"),
    ("it", "Marta Rossi ti ha indicato come referenza. Puoi darci referenze su di lei?"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in ASKED])
def test_they_ask_for_references(lang: str, text: str) -> None:
    request = find_reference_request(page_of(lang, text))
    assert request is not None
    assert request.evidence


@pytest.mark.parametrize(("lang", "text"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in NOT_ASKED])
def test_they_ask_for_none(lang: str, text: str) -> None:
    assert find_reference_request(page_of(lang, text)) is None
