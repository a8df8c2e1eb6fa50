"""Spanish times of a talk as people tell them (seen from Tuesday, 12 May 2026, at noon in Madrid)."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.unit.core.reading.company.brief_mail import brief_mail, read_known_mail

TOLD = [
    ("La entrevista será de hoy en ocho, a las 10 de la mañana.", "2026-05-19T10:00"),
    ("La entrevista será del viernes en ocho a las 10:00.", "2026-05-22T10:00"),
    ("La entrevista es el lunes en quince a las 10:00.", "2026-06-01T10:00"),
    ("La entrevista es el martes de dentro de quince días a las 10:00.", "2026-05-26T10:00"),
    ("La entrevista es el jueves de la otra semana a las 10:00.", "2026-05-21T10:00"),
    ("La entrevista es el último viernes de mayo a las 10:00.", "2026-05-29T10:00"),
    ("La entrevista es el jueves veintiuno de mayo a las diez de la mañana.", "2026-05-21T10:00"),
    ("La entrevista es el viernes veintidós a las 10:00.", "2026-05-22T10:00"),
    ("La entrevista es el treinta y uno de julio a las 10:00.", "2026-07-31T10:00"),
    ("La entrevista es el 29 del mes próximo a las 11:00.", "2026-06-29T11:00"),
    ("La entrevista es mayo 21 a las 11:00 am.", "2026-05-21T11:00"),
    ("La entrevista es el 1.º de junio a las 11:00.", "2026-06-01T11:00"),
    ("La entrevista es el juevs 14 a las 11:00.", "2026-05-14T11:00"),
    ("La entrevista es el viernes a mediodía, a las 12:30.", "2026-05-15T12:30"),
    ("La entrevista es el viernes a mediodía (13:15).", "2026-05-15T13:15"),
    ("La entrevista es el viernes a las doce y media del mediodía.", "2026-05-15T12:30"),
    ("La entrevista es el viernes a mediodía.", "2026-05-15T12:00"),
    ("La entrevista es el viernes de mediodía a 13:30.", "2026-05-15T12:00"),
    ("La entrevista es el viernes a las 12 m.", "2026-05-15T12:00"),
    ("La entrevista es el viernes a las 13'30 h.", "2026-05-15T13:30"),
    ("La entrevista es el viernes a las 9´15 h.", "2026-05-15T09:15"),
    ("La entrevista es el viernes a las quince treinta horas.", "2026-05-15T15:30"),
    ("La entrevista es el viernes a veinte para las cuatro.", "2026-05-15T15:40"),
    ("Te esperamos el viernes en la oficina, 10.15.", "2026-05-15T10:15"),
    ("La entrevista es esta tarde a las 7.", "2026-05-12T19:00"),
    ("La entrevista es mañana por la tarde. Empezamos a las 7.", "2026-05-13T19:00"),
    ("La entrevista del viernes 15 a las 10:00 se corre 24 horas, misma hora.", "2026-05-16T10:00"),
    ("La entrevista del miércoles 13 a las 10:00 se aplaza 48 horas.", "2026-05-15T10:00"),
    ("La entrevista del miércoles 13 a las 10:00 se recorre dos días.", "2026-05-15T10:00"),
    ("La entrevista será el viernes, no a las 10:00 sino a las 12:00.", "2026-05-15T12:00"),
    ("La entrevista es el viernes a las 10 h de Lima, 17 h de Madrid.", "2026-05-15T17:00"),
    (
        "La entrevista es el viernes a las 5 de la tarde; el plazo para confirmar es mañana a las 14:00.",
        "2026-05-15T17:00",
    ),
    ("A las 13:30 h del lunes 18 es la entrevista; antes, a las 13:00, pasa por recepción.", "2026-05-18T13:30"),
    ("Por el festivo la entrevista será el lunes 18, a las diez y cuarto.", "2026-05-18T10:15"),
]


@pytest.mark.parametrize(("told", "wanted"), [pytest.param(*case, id=case[0]) for case in TOLD])
def test_the_time_is_read_as_it_is_meant(told: str, wanted: str) -> None:
    mail = brief_mail(
        f"Hola, Nora:\n\nTe confirmo tu entrevista de trabajo.\n\n{told}\n\nUn saludo",
        subject="Tu entrevista de trabajo",
        sent="Tue, 12 May 2026 12:00:00 +0200",
        sender="Robin Hale <robin.hale@firm.example>",
    )

    start = read_known_mail(mail, zone="Europe/Madrid").start

    assert start is not None
    assert start.timestamp() == datetime.fromisoformat(f"{wanted}+02:00").timestamp()
