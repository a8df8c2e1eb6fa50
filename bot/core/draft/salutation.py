"""Whom a letter greets, and whether that is its reader (E2, E8)."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.core.draft.plaintext import fold, words_of

_GREETING = re.compile(
    r"(?:dear|hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|to|sehr geehrter?|lieber?|hallo|guten (?:tag|morgen)|moin"
    r"|bonjour|bonsoir|chere?s?|estimad[oa]s?|hola|buen(?:[oa]s)? (?:dias?|tardes|noches)|apreciad[oa]s?|distinguid[oa]s?"
    r"|a la atencion de|querid[oa]s?|prezad[oa]s?|car[oaie]|ola|bom dia|boa tarde"
    r"|beste|geachte|gentile|gentilissim[oa]|egregi[oa]|buongiorno|salve|ciao|salut|coucou)\b",
)
_TITLES = frozenset(
    words_of(
        "dr doctor prof professor professorin mr mrs ms miss mx sir herr frau madame monsieur mme m mlle senor senora"
        " sr sra senhor senhora signor signora signore sig dott dottore dottoressa ing avv arch meneer mevrouw mevr mw dhr heer"
        " drs ir de der rev don dona dna engenheiro engenheira doutor doutora doctora"
        " docteur docteure professeur professeure pr maitre me"
        " srta d dna profesor profesora profa lic arq mtro mtra"
    )
) | {"dott.ssa", "prof.ssa", "sig.ra", "sr.ª", "dra", "drª", "profa", "profª", "sr.a", "sra.", "dr.ª", "dr.a"}
_NOBODY = frozenset(
    words_of(
        "there all everyone everybody team teams hiring recruiting recruitment recruiter talent acquisition committee"
        " panel manager managers madam sirs folks colleagues friends department search hr people careers both whom it"
        " may concern again damen und herren members the of resources human zusammen alle mensen collega s tutti a di selezione"
        " equipe equipo equipa selecao seleccion recrutamento recrutement todos todas tous toute toutes tout le monde recursos humanos"
        " service direction"
        " senores senoras sres sras companeros companeras colegas as"
    )
)
_SHORT_FORMS = tuple(
    frozenset(words_of(group))
    for group in re.split(
        ";",
        "robert bob rob bobby robbie; william bill will billy liam; richard dick rick rich ricky; "
        "thomas tom tommy; james jim jimmy jamie; john jack johnny; jonathan jon; michael mike mick micky; "
        "matthew matt; daniel dan danny; david dave davy; samuel sam sammy; samantha sam; benjamin ben benny; "
        "alexander alex sandy xander; alexandra alex sandra; christopher chris; christina chris tina; "
        "christine chris tina; nicholas nick nicolas; anthony tony; edward ed ted eddie; andrew andy drew; "
        "joseph joe joey; steven steve; stephen steve; gregory greg; jeffrey jeff; geoffrey geoff; timothy tim; "
        "kenneth ken; ronald ron; donald don; lawrence larry; gerald gerry jerry; peter pete; "
        "philip phil phillip; patrick pat paddy; patricia pat trish tricia; "
        "elizabeth liz beth betty lizzie eliza libby; katherine kate kathy katie; "
        "catherine cate cathy kate katie; kathryn kate kathy; margaret maggie meg peggy; jennifer jen jenny; "
        "jessica jess; rebecca becky becca; susan sue susie; deborah deb debbie; barbara barb; "
        "victoria vicky tori; jacqueline jackie; theodore ted theo; frederick fred freddie; abigail abby; "
        "amanda mandy; maximilian max; maxwell max; nathaniel nate nathan; zachary zach; leonard leo len; "
        "vincent vince; douglas doug; eugene gene; francis frank; raymond ray; ruben ben; natalie nat; "
        "natasha tasha; josephine jo josie; joanna jo; isabella bella izzy",
    )
)
"""Usual short forms, the names of one person between two semicolons."""


def greeted(body: str) -> tuple[str, ...]:
    """Return the names in the first line of *body* ("Dear Ann and Bo," gives "Ann", "Bo"), without titles; ``()`` for none."""
    line = next((row.strip() for row in body.split("\n") if row.strip()), "")[:200]
    line = _without_comma(re.sub(r"\b(\w{1,4})\.(?=\s\w)", r"\1", line))
    opening = re.split(r"[,:;!.–—](?=\s|$)|\s[-–—]\s", line, maxsplit=1)[0]
    match = _GREETING.match(fold(opening))
    bare = match is None
    rest = _after_greeting(opening, match.end()) if match else opening
    if bare and not (line.endswith((",", ":", "–", "—")) and len(rest.split()) <= 3 and rest.istitle()):
        return ()
    names = (_proper(part) for part in re.split(r"\s(?:and|und|et|y|e|en|&)\s|/|&", rest))
    return tuple(name for name in names if name)


def _without_comma(line: str) -> str:
    """Return "Hola Priya:" for "Hola, Priya:"; a sentence that begins in the line ("Hi, thank you,") stays apart from the greeting."""
    greeting, _, name = line.partition(", ")
    named = re.fullmatch(r"[^\W\d_a-z][^,.;:!?]{0,60}[,:]", name) is not None
    return f"{greeting} {name}" if named and _GREETING.fullmatch(fold(greeting)) else line


def _after_greeting(opening: str, end: int) -> str:
    words = len(fold(opening)[:end].split())
    return " ".join(opening.split()[words:])


def _proper(name: str) -> str:
    """Return *name* without titles and without the words that name nobody ("Dear Brightwater team")."""
    return " ".join(word for word in name.split() if _bare(word) not in _TITLES | _NOBODY)


def _bare(word: str) -> str:
    """Return *word* folded, without marks and without an article that clings to it ("l'équipe")."""
    return re.sub(r"^[dl]['’]", "", fold(word).strip(".,"))


def means(name: str, readers: Collection[str]) -> bool:
    """Whether *name* is what one may call one of *readers*: words of the full name, an initial, or a usual short form."""
    return any(all(_is_word_of(word, words_of(reader)) for word in words_of(name)) for reader in readers)


def _is_word_of(word: str, full: list[str]) -> bool:
    if len(word) == 1:
        return any(part.startswith(word) for part in full)
    return word in full or any(word in group and group & set(full) for group in _SHORT_FORMS)
