"""What an owner tells and is, in each language that drafts are written in: the same case told seven times."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.draft.types import Profile, Qualification
from bot.core.reading.debrief.types import Debrief


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """``called``: how their mails name Priya Raman and Ann Lindgren."""

    called: tuple[str, ...]
    topics: tuple[str, ...]
    addition: str
    strength: str
    deed: str
    availability: str

    def debrief(self, lang: str) -> Debrief:
        return Debrief(topics=self.topics, clarifications=(self.addition,), lang=lang)

    @property
    def profile(self) -> Profile:
        return Profile(
            signature="+44 20 7946 0000",
            qualifications=(Qualification(text=self.strength, keywords=("data",)),),
            accomplishments=(Qualification(text=self.deed, keywords=("data",)),),
            availability=self.availability,
        )


SPOKEN = {
    "de": Spoken(
        called=("Frau Raman", "Herr Dr. Lindgren"),
        topics=("den Umzug des Lagers", "Datenqualität", "ihre Pläne für das neue Team"),
        addition="dass ich schon zwei solche Umzüge begleitet habe",
        strength="sechs Jahre Erfahrung mit SQL und dbt",
        deed="habe den nächtlichen Lauf von sechs Stunden auf vierzig Minuten gebracht",
        availability="ab 1. Juni",
    ),
    "nl": Spoken(
        called=("mevrouw Raman", "de heer Lindgren"),
        topics=("de verhuizing van het magazijn", "datakwaliteit", "hun plannen voor het nieuwe team"),
        addition="dat ik al twee zulke verhuizingen heb begeleid",
        strength="zes jaar ervaring met SQL en dbt",
        deed="heb de nachtelijke run van zes uur teruggebracht tot veertig minuten",
        availability="vanaf 1 juni",
    ),
    "pt": Spoken(
        called=("Dra. Raman", "Eng. Lindgren"),
        topics=("a mudança do armazém", "qualidade dos dados", "os planos deles para a nova equipe"),
        addition="que já acompanhei duas mudanças assim",
        strength="seis anos de experiência com SQL e dbt",
        deed="reduzi o processamento noturno de seis horas para quarenta minutos",
        availability="a partir de 1 de junho",
    ),
    "es": Spoken(
        called=("Sra. Raman", "Dr. Lindgren"),
        topics=("la mudanza del almacén", "calidad de los datos", "sus planes para el nuevo equipo"),
        addition="que ya participé en dos mudanzas parecidas",
        strength="seis años de experiencia con SQL y dbt",
        deed="reduje el proceso nocturno de seis horas a cuarenta minutos",
        availability="a partir del 1 de junio",
    ),
    "fr": Spoken(
        called=("Mme Raman", "M. Lindgren"),
        topics=("déménagement de l'entrepôt", "la qualité des données", "leurs projets pour la nouvelle équipe"),
        addition="que j'ai déjà accompagné deux déménagements de ce genre",
        strength="six ans d'expérience en SQL et dbt",
        deed="ai ramené le traitement de nuit de six heures à quarante minutes",
        availability="à partir du 1er juin",
    ),
    "it": Spoken(
        called=("Dott.ssa Raman", "ing. Lindgren"),
        topics=("il trasloco del magazzino", "qualità dei dati", "i loro progetti per la nuova squadra"),
        addition="che ho già seguito due traslochi simili",
        strength="sei anni di esperienza con SQL e dbt",
        deed="ho ridotto l'elaborazione notturna da sei ore a quaranta minuti",
        availability="dal 1° giugno",
    ),
}
