"""Commands as people say them in six other languages, and what sounds like a yes and is none."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.core.reading.owner.answer import read_owner_reply
from bot.core.reading.types import Action, OwnerReading

from .letters_for_tests import LETTERS, NOW, OWNER, load_cues, reply

SENDING = {Action.APPROVE, Action.SEND_NOW, Action.SEND_AT, Action.EDIT_AND_SEND, Action.RESEND}
CUES = load_cues()


def read(text: str, letter: str = "approval") -> OwnerReading:
    answered = LETTERS[letter]
    return read_owner_reply(message=reply(text, letter), letter=answered, owner=OWNER, cues=CUES, now=NOW)


SAID = {
    "approve": [
        "Ja, passt so. Bitte abschicken.",
        "Ja gerne, kann so raus!",
        "Freigegeben.\n\nLG Maya",
        "Schick es bitte so ab, danke",
        "einverstanden",
        "Von mir aus gern",
        "Sieht gut aus, bitte senden.",
        "Oui, c'est parfait, tu peux l'envoyer.",
        "Validé",
        "Ça me va, merci !",
        "D'accord pour l'envoi.",
        "Vas-y",
        "Je valide, bonne journée",
        "Bonjour,\n\nc'est bon pour moi.\n\nCordialement,\nMaya",
        "Sí, envíalo así.",
        "Me parece muy bien, adelante.",
        "Aprobado, gracias",
        "Dale",
        "Está perfecto, mándalo por favor",
        "Sim, pode enviar.",
        "Aprovado. Obrigada!",
        "Está ótimo, envie assim por favor",
        "Por mim tudo bem",
        "Tá bom, manda ver",
        "Sì, va benissimo così, mandala pure.",
        "Approvo",
        "Perfetta, inviala. Grazie mille",
        "Per me va bene",
        "Procedi pure",
        "Ja hoor, stuur maar op.",
        "Akkoord, mag verstuurd worden",
        "Prima zo, verzend hem maar",
        "Goedgekeurd!",
        "Doe maar",
        "Off it goes, thanks",
        "You're good to go",
    ],
    "send_now": [
        "Bitte sofort abschicken",
        "Envoie-le tout de suite",
        "Mándalo ahora mismo",
        "Envia já",
        "Inviala subito",
        "Verstuur hem nu meteen",
    ],
    "skip": [
        "Nein, bitte nicht abschicken",
        "Lass es bleiben",
        "Brauche ich nicht mehr",
        "Non, ne l'envoie pas",
        "Laisse tomber",
        "No lo envíes",
        "Mejor no enviarlo",
        "Não envie",
        "Deixa pra lá",
        "Non mandarla",
        "Lascia perdere",
        "Niet versturen",
        "Laat maar zitten",
    ],
    "snooze": [
        "Später",
        "Frag mich morgen noch mal",
        "Jetzt nicht, ich habe gerade keine Zeit",
        "Plus tard",
        "Redemande-moi demain matin",
        "Más tarde",
        "Pregúntame mañana por la tarde",
        "Agora não",
        "Pergunta-me amanhã",
        "Più tardi",
        "Chiedimelo domani",
        "Straks",
        "Vraag het me morgen opnieuw",
    ],
    "stop": [
        "Schreib denen nie wieder",
        "Ne les contacte plus",
        "No les escribas más",
        "Não os contacte mais",
        "Non contattarli più",
        "Schrijf hen niet meer",
        "Ich habe meine Bewerbung zurückgezogen",
    ],
    "status": ["Stand", "Où en est-on", "Resumen", "Situação", "Riepilogo", "Overzicht"],
}


@pytest.mark.parametrize(("action", "text"), [(action, text) for action, texts in SAID.items() for text in texts])
def test_what_people_say_is_understood(action: str, text: str) -> None:
    assert read(text).action.value == action


@pytest.mark.parametrize(
    ("text", "at"),  # said on Thursday 14 May, 18:20
    [
        ("Schick es morgen um halb neun ab", "2026-05-15T08:30"),
        ("Bitte am Montag um 8.15 Uhr senden", "2026-05-18T08:15"),
        ("Ja, übermorgen früh senden", "2026-05-16T09:00"),
        ("Montagnachmittag abschicken", "2026-05-18T14:00"),
        ("Schick es am 18.05. um 9 Uhr", "2026-05-18T09:00"),
        ("Envoie-le demain à 8h30", "2026-05-15T08:30"),
        ("Envoyez lundi matin", "2026-05-18T09:00"),
        ("Envoie-le après-demain à neuf heures et quart", "2026-05-16T09:15"),
        ("Envíalo mañana a las 9 y media", "2026-05-15T09:30"),
        ("Mándalo el lunes por la mañana", "2026-05-18T09:00"),
        ("Envíalo pasado mañana a las 10:00", "2026-05-16T10:00"),
        ("Envie amanhã às 8h15", "2026-05-15T08:15"),
        ("Manda na segunda-feira às 10 da manhã", "2026-05-18T10:00"),
        ("Mandala domani alle 8 e mezza", "2026-05-15T08:30"),
        ("Inviala lunedì mattina", "2026-05-18T09:00"),
        ("Verstuur het morgen om half negen", "2026-05-15T08:30"),
        ("Stuur maandagochtend", "2026-05-18T09:00"),
        ("Verstuur overmorgen om 10 uur", "2026-05-16T10:00"),
    ],
)
def test_times_are_told_as_people_tell_them(text: str, at: str) -> None:
    said = read(text)
    assert said.action is Action.SEND_AT
    assert said.at is not None
    assert said.at.replace(tzinfo=None) == datetime.fromisoformat(at)


NO_YES = [
    "Ja, wenn Paul einverstanden ist",
    "Ja, aber nenn sie Dr. Whitcombe",
    "Nicht vergessen abzuschicken",
    "Ich genehmige das nicht",
    "Erst wenn der Name stimmt, dann senden",
    "Soll ich das so abschicken?",
    "Sobald Omar zugestimmt hat, abschicken",
    "Ja und nein",
    "Schick es Paul zum Lesen",
    "Passt fast, nur die Anrede stimmt nicht",
    "Bitte kürzer, dann abschicken",
    "Das passt so nicht",
    "Ja, ich lese es heute Abend",
    "Oui si Paul est d'accord",
    "Si c'est bon pour Paul, envoie",
    "Si ça te va, envoie-le",
    "Pas validé",
    "Je ne valide pas",
    "Je ne suis pas d'accord",
    "C'est pas bon",
    "Oui mais corrige le nom",
    "Envoie-le d'abord à Paul",
    "Quand Paul aura dit oui, envoie-le",
    "C'est parfait, sauf la fin",
    "Tu l'envoies ?",
    "Ce n'est pas parfait",
    "Si está bien, envíalo",
    "Si ok envíalo",
    "Sí, pero cambia el saludo",
    "No está aprobado",
    "No apruebo",
    "No me parece bien",
    "Envíalo cuando Paul diga que sí",
    "No mañana",
    "Antes de enviarlo, mira el nombre",
    "¿Lo envío?",
    "Casi perfecto",
    "Perfecto si quitas la última frase",
    "Se estiver bom, envie",
    "Sim, mas muda o nome",
    "Não aprovo",
    "Não está bom",
    "Envia quando o Paulo aprovar",
    "Pode enviar?",
    "Aprovado só se o Paulo concordar",
    "Ainda não aprovado",
    "Se va bene, inviala",
    "Sì ma cambia il saluto",
    "Non approvo",
    "Non va bene",
    "Non è perfetta",
    "Inviala quando Paolo ha detto sì",
    "La mandi prima a Paolo",
    "Prima fammela vedere, poi inviala",
    "Va bene?",
    "Als het goed is, verstuur het",
    "Ja, maar verander de naam",
    "Niet goedgekeurd",
    "Niet akkoord",
    "Ik ga niet akkoord",
    "Stuur het eerst naar Paul",
    "Pas versturen als Paul akkoord is",
    "Is dit goed zo?",
    "Niet morgen",
    "Si, si Paul veut bien",
    "Si",
    "ja?",
    "ok…?",
    "Oui non",
    "Nein ja",
    "non oui",
    "Gleich",
    "Ya veremos",
    "Prima di inviarla la rileggo",
]


@pytest.mark.parametrize("text", [one for one in NO_YES if one != "Si"])
def test_what_only_sounds_like_a_yes_sends_nothing(text: str) -> None:
    assert read(text).action not in SENDING


CONDITIONS = {
    "de": (
        "wenn Omar das auch findet",
        "falls es nötig ist",
        "sobald der Name stimmt",
        "nicht",
        "aber erst prüfen",
        "vorher noch ändern",
        "außer am Montag",
    ),
    "fr": (
        "si Omar est d'accord",
        "sauf la fin",
        "quand le nom sera corrigé",
        "pas",
        "mais plus court",
        "après relecture",
        "à condition que ce soit vrai",
    ),
    "es": (
        "si Omar quiere",
        "cuando cambies el nombre",
        "salvo la última frase",
        "pero más corto",
        "después de corregirlo",
        "nunca",
        "a menos que te diga otra cosa",
    ),
    "pt": (
        "se o Omar quiser",
        "quando mudar o nome",
        "exceto a última frase",
        "mas mais curto",
        "depois de corrigir",
        "nunca",
        "a não ser que eu diga outra coisa",
    ),
    "it": (
        "se Omar vuole",
        "quando il nome è giusto",
        "tranne l'ultima frase",
        "ma più breve",
        "dopo averla corretta",
        "mai",
        "a meno che non cambi idea",
    ),
    "nl": (
        "als Omar het wil",
        "wanneer de naam klopt",
        "behalve de laatste zin",
        "maar korter",
        "na correctie",
        "niet",
        "tenzij ik iets anders zeg",
    ),
    "en": (
        "if Omar agrees",
        "unless I say otherwise",
        "once the name is right",
        "not",
        "but shorter",
        "after a correction",
        "except the last line",
    ),
}
YESES = [text.rstrip("!. ") for text in SAID["approve"] if "\n" not in text]


@pytest.mark.parametrize("lang", CONDITIONS)
def test_no_yes_with_a_condition_of_any_language_is_one(lang: str) -> None:
    for place, said in enumerate(YESES[::2]):
        for condition in CONDITIONS[lang][place % 2 :: 2]:
            for text in (f"{said}, {condition}", f"{condition}, {said}"):
                assert read(text).action not in SENDING, text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Bitte "this afternoon" durch "heute" ersetzen', "heute"),
        ('Ändere "this afternoon" in "yesterday" und zeig es mir noch mal', "yesterday"),
        ('Remplace "this afternoon" par "hier"', "hier"),
        ('Cambia "this afternoon" por "ayer", por favor', "ayer"),
        ('Troca "this afternoon" por "ontem"', "ontem"),
        ('Sostituisci "this afternoon" con "ieri"', "ieri"),
        ('Vervang "this afternoon" door "gisteren"', "gisteren"),
    ],
)
def test_a_change_is_carried_out_and_shown_again(text: str, words: str) -> None:
    said = read(text)
    assert said.action is Action.EDIT
    assert words in (said.new_body or "")
    assert "this afternoon" not in (said.new_body or "")
