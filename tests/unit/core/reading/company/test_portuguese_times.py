"""How Portuguese tells the start of a talk: the words of Brazil and of Portugal (seen from Tuesday, 3 March 2026, in São Paulo)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.unit.core.reading.company.brief_mail import brief_mail, read_known_mail

ZONE = "America/Sao_Paulo"
STARTS = [
    (
        "Confirmamos a sua entrevista no dia vinte e seis de março, às dezesseis horas e vinte minutos.",
        "2026-03-26T16:20",
    ),
    ("Confirmamos a sua entrevista na quinta às vinte e uma horas.", "2026-03-05T21:00"),
    ("Confirmamos a sua entrevista na quinta às 10 para as 15h.", "2026-03-05T14:50"),
    ("Confirmamos a sua entrevista na quinta às três e três quartos.", "2026-03-05T15:45"),
    ("Confirmamos a sua entrevista na quinta pelas três da tarde.", "2026-03-05T15:00"),
    ("Confirmamos a sua entrevista na quinta as14h30.", "2026-03-05T14:30"),
    ("Confirmamos a sua entrevista na quinta, meio-dia.", "2026-03-05T12:00"),
    ("Quinta-feira, 05/03, 9h30: entrevista com o diretor.", "2026-03-05T09:30"),
    ("Sua entrevista será dia dez às catorze horas.", "2026-03-10T14:00"),
    ("Sua entrevista será dia dez do próximo mês, às 14h.", "2026-04-10T14:00"),
    ("Compareça na última sexta-feira de maio, dia 29, às 9h, para entrevista.", "2026-05-29T09:00"),
    ("Ficou combinado para a semana: quarta-feira, às 18h30, a sua entrevista.", "2026-03-11T18:30"),
    ("Fica marcada a sua entrevista para de hoje a oito dias, às 15h.", "2026-03-10T15:00"),
    ("marquei sua entrevista p/ 6a feira às 15h", "2026-03-06T15:00"),
    ("A entrevista de sexta às 10h foi para segunda às 11h.", "2026-03-09T11:00"),
    ("Entrevista remarcada para sexta, uma hora mais tarde do que o previsto (era às 9h30).", "2026-03-06T10:30"),
    ("A conversa será dia 31/03 às 14h de Lisboa, ou seja, 10h no horário de Brasília.", "2026-03-31T10:00"),
    ("A entrevista terá lugar a 2 de abril de 2026, entre as 14h00 e as 15h00.", "2026-04-02T14:00"),
    ("A sua entrevista fica para quinta às 15h, por causa do comboio das 16h10.", "2026-03-05T15:00"),
    ("A entrevista é na sexta às 9h. O prazo para enviar os documentos é quinta às 18h.", "2026-03-06T09:00"),
]


@pytest.mark.parametrize(("text", "start"), STARTS, ids=[text for text, _ in STARTS])
def test_the_start_is_read(text: str, start: str) -> None:
    mail = brief_mail(
        text,
        subject="Entrevista",
        sent="Tue, 03 Mar 2026 10:12:00 -0300",
        sender="Rui Lopes <rui@firma.example>",
    )

    reading = read_known_mail(mail, zone=ZONE)

    assert reading.start == datetime.fromisoformat(start).replace(tzinfo=ZoneInfo(ZONE))
