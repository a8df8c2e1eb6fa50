"""How mail apps answer a letter: each builder writes the whole mail, as that app would, from the owner's words and the letter's own bytes.

The plain text of a reply is made from its HTML by rules of the app's own (`to_plain`), never by the bot's renderer.
"""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, replace
from email.message import EmailMessage
from email.policy import SMTP
from html.parser import HTMLParser
from typing import Literal

from bot.core.letter.context import Letter

ADDRESS = "maya.okafor@example.org"
NAME = "Follow-up bot"
WHO = f"{NAME} <{ADDRESS}>"
LANGUAGES = ("en", "de", "fr", "es", "pt", "nl", "it")

Place = Literal["above", "below", "between", "nowhere"]
Encoding = Literal["quoted-printable", "base64", "8bit"]


@dataclass(frozen=True, kw_only=True)
class Reply:
    """``new``: the owner's words, none if he only changes the quotation; ``place``: where they stand to it ("nowhere": it was deleted);
    ``change``: words of the quotation, and what he makes of them."""

    letter: Letter
    new: str = ""
    lang: str = "en"
    place: Place = "above"
    change: tuple[str, str] | None = None
    encoding: Encoding = "quoted-printable"
    parts: Literal["both", "plain", "html"] = "both"
    footer: str = ""

    @property
    def subject(self) -> str:
        mark = {"de": "AW", "es": "RE", "pt": "RES", "it": "R", "nl": "Antw", "fr": "RE"}.get(self.lang, "Re")
        return f"{mark}: {self.letter.subject}"

    @property
    def quoted_html(self) -> str:
        body = re.search(r"<body[^>]*>(.*)</body>", self.letter.html, re.DOTALL)
        assert body
        return self._changed(body[1])

    @property
    def quoted_text(self) -> str:
        return self._changed(self.letter.text)

    def _changed(self, text: str) -> str:
        if self.change is None:
            return text
        head, found, tail = text.partition(self.change[0])
        assert found, f"{self.change[0]} does not stand in the letter"
        return head + self.change[1] + tail


# --- what apps write of their own, by language ---------------------------------------------------------------------------------------

GMAIL = {
    "en": f"On Thu, May 14, 2026 at 4:40 PM {WHO} wrote:",
    "de": f"Am Do., 14. Mai 2026 um 16:40 Uhr schrieb {WHO}:",
    "fr": f"Le jeu. 14 mai 2026 à 16:40, {WHO} a écrit :",
    "es": f"El jue, 14 may 2026 a las 16:40, {NAME} (<{ADDRESS}>) escribió:",
    "pt": f"Em qui., 14 de mai. de 2026 às 16:40, {WHO} escreveu:",
    "nl": f"Op do 14 mei 2026 om 16:40 schreef {WHO}:",
    "it": f"Il giorno gio 14 mag 2026 alle ore 16:40 {WHO} ha scritto:",
}
APPLE = {
    "en": f"On May 14, 2026, at 4:40 PM, {WHO} wrote:",
    "de": f"Am 14.05.2026 um 16:40 schrieb {WHO}:",
    "fr": f"Le 14 mai 2026 à 16:40, {WHO} a écrit :",
    "es": f"El 14 may 2026, a las 16:40, {WHO} escribió:",
    "pt": f"No dia 14/05/2026, às 16:40, {WHO} escreveu:",
    "nl": f"Op 14 mei 2026 om 16:40 heeft {WHO} het volgende geschreven:",
    "it": f"Il giorno 14 mag 2026, alle ore 16:40, {WHO} ha scritto:",
}
THUNDERBIRD = {
    "en": f"On 5/14/26 4:40 PM, {NAME} wrote:",
    "de": f"Am 14.05.26 um 16:40 schrieb {NAME}:",
    "fr": f"Le 14/05/2026 à 16:40, {NAME} a écrit :",
    "es": f"El 14/5/26 a las 16:40, {NAME} escribió:",
    "pt": f"Às 16:40 de 14/05/2026, {NAME} escreveu:",
    "nl": f"Op 14-05-2026 om 16:40 schreef {NAME}:",
    "it": f"Il 14/05/2026 16:40, {NAME} ha scritto:",
}
ANDROID = {
    "en": f"On 14 May 2026 16:40:12 CEST, {WHO} wrote:",
    "de": f"Am 14. Mai 2026 16:40:12 MESZ schrieb {WHO}:",
    "fr": f"Le 14 mai 2026 16:40:12 GMT+02:00, {WHO} a écrit :",
    "es": f"El 14 de mayo de 2026 16:40:12 CEST, {WHO} escribió:",
    "pt": f"Em 14 de maio de 2026 16:40:12 GMT+02:00, {WHO} escreveu:",
    "nl": f"Op 14 mei 2026 16:40:12 CEST schreef {WHO}:",
    "it": f"Il 14 maggio 2026 16:40:12 CEST, {WHO} ha scritto:",
}
ANDROID_SIGNATURE = {
    "en": "Sent from my Android device with K-9 Mail. Please excuse my brevity.",
    "de": "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
    "fr": "Envoyé de mon appareil Android avec Courriel K-9 Mail. Veuillez excuser ma brièveté.",
    "es": "Enviado desde mi dispositivo Android con K-9 Mail. Por favor, disculpa mi brevedad.",
    "pt": "Enviado do meu dispositivo Android com K-9 Mail. Por favor, desculpe a brevidade.",
    "nl": "Verstuurd vanaf mijn Android apparaat met K-9 Mail. Excuseer mijn beknoptheid.",
    "it": "Inviato dal mio dispositivo Android con K-9 Mail. Perdonate la brevità.",
}
PHONE = {
    "en": "Sent from my iPhone",
    "de": "Von meinem iPhone gesendet",
    "fr": "Envoyé de mon iPhone",
    "es": "Enviado desde mi iPhone",
    "pt": "Enviado do meu iPhone",
    "nl": "Verstuurd vanaf mijn iPhone",
    "it": "Inviato da iPhone",
}
OUTLOOK = {
    "en": ("From:", "Sent:", "To:", "Subject:", "Thursday, May 14, 2026 4:40 PM"),
    "de": ("Von:", "Gesendet:", "An:", "Betreff:", "Donnerstag, 14. Mai 2026 16:40"),
    "fr": ("De :", "Envoyé :", "À :", "Objet :", "jeudi 14 mai 2026 16:40"),
    "es": ("De:", "Enviado el:", "Para:", "Asunto:", "jueves, 14 de mayo de 2026 16:40"),
    "pt": ("De:", "Enviada em:", "Para:", "Assunto:", "quinta-feira, 14 de maio de 2026 16:40"),
    "nl": ("Van:", "Verzonden:", "Aan:", "Onderwerp:", "donderdag 14 mei 2026 16:40"),
    "it": ("Da:", "Inviato:", "A:", "Oggetto:", "giovedì 14 maggio 2026 16:40"),
}
OUTLOOK_MOBILE = {
    "en": "Get Outlook for iOS",
    "de": "Outlook für iOS beziehen",
    "fr": "Télécharger Outlook pour iOS",
    "es": "Obtener Outlook para iOS",
    "pt": "Obter o Outlook para iOS",
    "nl": "Outlook voor iOS downloaden",
    "it": "Scarica Outlook per iOS",
}
PROTON = {
    "en": f"On Thursday, May 14th, 2026 at 4:40 PM, {WHO} wrote:",
    "de": f"Am Donnerstag, 14. Mai 2026 um 16:40 schrieb {WHO}:",
    "fr": f"Le jeudi 14 mai 2026 à 16:40, {WHO} a écrit :",
    "es": f"El jueves, 14 de mayo de 2026 a las 16:40, {WHO} escribió:",
    "pt": f"Em quinta-feira, 14 de maio de 2026 às 16:40, {WHO} escreveu:",
    "nl": f"Op donderdag 14 mei 2026 om 16:40 schreef {WHO}:",
    "it": f"In data giovedì 14 maggio 2026 alle ore 16:40, {WHO} ha scritto:",
}
PROTON_SIGNATURE = {
    "en": "Sent with Proton Mail secure email.",
    "de": "Gesendet mit Proton Mail, der sicheren E-Mail.",
    "fr": "Envoyé avec la messagerie sécurisée Proton Mail.",
    "es": "Enviado con el correo seguro de Proton Mail.",
    "pt": "Enviado com o e-mail seguro Proton Mail.",
    "nl": "Verzonden met Proton Mail beveiligde e-mail.",
    "it": "Inviato con l'email sicura Proton Mail.",
}
FASTMAIL = {
    "en": f"On Thu, 14 May 2026, at 4:40 PM, {NAME} wrote:",
    "de": f"Am Do, 14. Mai 2026, um 16:40, schrieb {NAME}:",
    "fr": f"Le jeu. 14 mai 2026, à 16:40, {NAME} a écrit :",
    "es": f"El jue, 14 de may de 2026, a las 16:40, {NAME} escribió:",
    "pt": f"Em qui, 14 de mai de 2026, às 16:40, {NAME} escreveu:",
    "nl": f"Op do 14 mei 2026, om 16:40, schreef {NAME}:",
    "it": f"Il gio, 14 mag 2026, alle 16:40, {NAME} ha scritto:",
}
MUTT = {
    "en": f"On Thu, May 14, 2026 at 04:40:12PM +0200, {NAME} wrote:",
    "de": f"Am Do, Mai 14, 2026 um 04:40:12 +0200 schrieb {NAME}:",
    "fr": f"Le jeu., mai 14, 2026 à 16:40:12 +0200, {NAME} a écrit :",
    "es": f"El jue, may 14, 2026 a las 16:40:12 +0200, {NAME} escribió:",
    "pt": f"Em qui, mai 14, 2026 às 16:40:12 +0200, {NAME} escreveu:",
    "nl": f"Op do, mei 14, 2026 om 16:40:12 +0200 schreef {NAME}:",
    "it": f"Il gio, mag 14, 2026 alle 16:40:12 +0200, {NAME} ha scritto:",
}

# --- HTML to plain text, as apps do it ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Ways:
    """How an app writes HTML as plain text. ``link``: with ``{words}`` and ``{url}``; ``cell``: between the cells of a row;
    ``quote``: before each line of a blockquote; ``width``: where lines are wrapped, 0 for nowhere."""

    link: str = "{words}"
    cell: str = "\n"
    item: str = "- "
    bold: str = ""
    quote: str = "> "
    rule: str = ""
    width: int = 0


_SKIPPED = ("style", "head", "title", "script")
_BREAKING = ("p", "div", "h1", "h2", "ul", "ol", "li", "table", "tr", "blockquote", "hr", "pre", "section")
_SPACED = ("p", "h1", "h2", "ul", "table", "blockquote")


class _Plain(HTMLParser):
    def __init__(self, ways: Ways) -> None:
        super().__init__(convert_charrefs=True)
        self.ways, self.line, self.depth, self.skip, self.pre = ways, "", 0, 0, 0
        self.lines: list[tuple[int, str]] = []
        self.links: list[tuple[str, int]] = []
        self.cells = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self.skip += tag in _SKIPPED
        if tag == "br":
            self._end(always=True)
        elif tag in _BREAKING:
            self._end()
            self._space(tag)
        self.depth += tag == "blockquote"
        self.pre += tag == "pre"
        if tag == "hr" and self.ways.rule:
            self.lines.append((self.depth, self.ways.rule))
        elif tag == "li":
            self.line = self.ways.item
        elif tag == "tr":
            self.cells = 0
        elif tag in ("td", "th"):
            self.cells += 1
            self._cell()
        elif tag == "a":
            self.links.append((given.get("href") or "", len(self.line)))
        elif tag in ("b", "strong"):
            self.line += self.ways.bold

    def _cell(self) -> None:
        if self.cells > 1 and self.ways.cell == "\n":
            self._end()
        elif self.cells > 1:
            self.line = (self.lines.pop()[1] if not self.line and self.lines else self.line) + self.ways.cell

    def handle_endtag(self, tag: str) -> None:
        self.skip -= tag in _SKIPPED
        if tag == "a" and self.links:
            url, at = self.links.pop()
            words = self.line[at:]
            if url and words.strip() and words.strip() not in url:
                shown = self.ways.link.format(words=words, url=url, bare=url.removeprefix("mailto:"))
                self.line = self.line[:at] + shown
        elif tag in ("b", "strong"):
            self.line += self.ways.bold
        elif tag in _BREAKING:
            self._end()
            self._space(tag)
        self.depth -= tag == "blockquote"
        self.pre -= tag == "pre"

    def handle_data(self, data: str) -> None:
        if self.skip:
            return
        if self.pre:
            first, *others = data.split("\n")
            self.line += first
            for other in others:
                self._end(always=True)
                self.line = other
            return
        words = re.sub(r"[ \t\r\n]+", " ", data)
        self.line += words.lstrip(" ") if not self.line or self.line.endswith((" ", "\t")) else words

    def _end(self, *, always: bool = False) -> None:
        if self.line.strip(" \xa0") or always:
            self.lines.append((self.depth, self.line.rstrip()))
        self.line = ""

    def _space(self, tag: str) -> None:
        if tag in _SPACED and self.lines and self.lines[-1][1] and not self.lines[-1][1].endswith("\t"):
            self.lines.append((self.depth, ""))

    def text(self) -> str:
        self._end()
        return "\n".join(line for depth, text in self.lines for line in self._wrapped(depth, text)).strip("\n") + "\n"

    def _wrapped(self, depth: int, text: str) -> list[str]:
        mark = (self.ways.quote[0] * (depth - 1) + self.ways.quote) if depth and self.ways.quote else ""
        text = text.replace("\xa0", " ")
        width = self.ways.width - len(mark)
        if not self.ways.width or len(text) <= width:
            return [(mark + text).rstrip() if mark else text]
        wrapped = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False, drop_whitespace=True)
        return [mark + line for line in wrapped]


def to_plain(source: str, ways: Ways) -> str:
    """Return the text part that an app with these *ways* sends beside its HTML."""
    reader = _Plain(ways)
    reader.feed(source)
    reader.close()
    return reader.text()


# --- the mail -------------------------------------------------------------------------------------------------------------------------


def _mail(reply: Reply, *, plain: str | None, html_source: str | None, flowed: bool = False) -> bytes:
    mail = EmailMessage(policy=SMTP.clone(max_line_length=998))
    mail["From"] = f"Maya Okafor <{ADDRESS}>"
    mail["To"] = WHO
    mail["Subject"] = reply.subject
    mail["Date"] = "Thu, 14 May 2026 17:02:00 +0200"
    mail["Message-ID"] = "<reply-1@example.org>"
    mail["In-Reply-To"] = "<letter-1@example.org>"
    use_plain = plain is not None and (reply.parts != "html" or html_source is None)
    use_html = html_source is not None and (reply.parts != "plain" or plain is None)
    if use_plain:
        mail.set_content(plain, cte=reply.encoding)
        if flowed:
            mail.set_param("format", "flowed")
    if use_html and use_plain:
        mail.add_alternative(html_source, subtype="html", cte=reply.encoding)
    elif use_html:
        mail.set_content(html_source, subtype="html", cte=reply.encoding)
    return mail.as_bytes()


def _lines(text: str, row: str, empty: str) -> str:
    """Return each line of *text* in its own *row* of HTML, a blank one as *empty*."""
    return "\n".join(row.format(_spaced(line)) if line.strip() else empty for line in text.split("\n"))


def _spaced(line: str) -> str:
    return html.escape(line, quote=False).replace("  ", "&nbsp; ")


_MIDDLE = re.compile(r"(?=<h2[^>]*>How to answer</h2>|<h2[^>]*>Changed your mind|<p[^>]*>What you tell me)")


def _around(reply: Reply, own: str, quote: Callable[[str], str], head: str, quoted: str) -> str:
    """Return the owner's own HTML and the quotation in the order that he chose."""
    if reply.place == "nowhere":
        return own
    if reply.place == "below":
        return head + quote(quoted) + own
    if reply.place == "between":
        first, second = _split(quoted)
        return head + quote(first) + own + quote(second)
    return own + head + quote(quoted)


def _split(quoted: str) -> tuple[str, str]:
    """Return the quotation in two halves, as an app cuts it where the cursor stands: what is open is closed and opened again."""
    first, second = _MIDDLE.split(quoted, maxsplit=1)
    open_tags: list[str] = []
    for end, tag in re.findall(r"<(/?)(table|tr|td|div|ul|tbody)\b", first):
        if end:
            open_tags.pop()
        else:
            open_tags.append(tag)
    closed = "".join(f"</{tag}>" for tag in reversed(open_tags))
    return first + closed, "".join(f"<{tag}>" for tag in open_tags) + second


def _restyled(source: str, *, prefix: str = "", keep_style: bool = True) -> str:
    """Return quoted HTML without comments, its classes renamed (or dropped) as web mail does."""
    source = re.sub(r"<!--.*?-->", "", source, flags=re.DOTALL)
    source = re.sub(r'class="([^"]*)"', lambda m: _classes(m[1], prefix), source)
    return source if keep_style else re.sub(r' style="[^"]*"', "", source)


def _classes(names: str, prefix: str) -> str:
    return f'class="{" ".join(prefix + name for name in names.split())}"'


# --- apps -----------------------------------------------------------------------------------------------------------------------------

_GMAIL_QUOTE = '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">'
_GMAIL_PLAIN = Ways(link="{words} <{bare}>", item="   - ", bold="*", width=78)


def _linked(head: str) -> str:
    """Return an attribution line in which the address is a link, as Gmail and others write it."""
    shown = html.escape(head, quote=False)
    return shown.replace(ADDRESS, f'<a href="mailto:{ADDRESS}">{ADDRESS}</a>')


def gmail_web(reply: Reply) -> bytes:
    own = f'<div dir="ltr">{_lines(reply.new, "<div>{}</div>", "<div><br></div>")}</div>' if reply.new else ""
    own += f"<div><br></div><div>{html.escape(reply.footer)}</div>" if reply.footer else ""
    quoted = _restyled(reply.quoted_html, prefix="m_-5319874532118ink_")
    head = f'<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">{_linked(GMAIL[reply.lang])}<br></div>'
    source = _around(reply, own, lambda part: f"{_GMAIL_QUOTE}<u></u>{part}</blockquote>", head, quoted) + "</div>"
    return _mail(reply, plain=_split_address(to_plain(source, _GMAIL_PLAIN)), html_source=source)


def _split_address(text: str) -> str:
    """Gmail breaks a line behind the ``<`` of a long address."""
    return text.replace(f"<{ADDRESS}> wrote:", f"<\n{ADDRESS}> wrote:")


def gmail_android(reply: Reply) -> bytes:
    """The app: its own words are in ``<div dir="auto">``, its quotation carries no style sheet at all."""
    own = _lines(reply.new, '<div dir="auto">{}</div>', '<div dir="auto"><br></div>') if reply.new else ""
    quoted = _restyled(reply.quoted_html, prefix="m_71", keep_style=False)
    head = f'<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">{_linked(GMAIL[reply.lang])}<br></div>'
    source = _around(reply, own, lambda part: f"{_GMAIL_QUOTE}{part}</blockquote>", head, quoted) + "</div>"
    return _mail(reply, plain=to_plain(source, replace(_GMAIL_PLAIN, bold="")), html_source=source)


def gmail_ios(reply: Reply) -> bytes:
    """The app writes ``<br>`` where the web page writes ``<div>``."""
    own = f'<div dir="ltr">{"<br>".join(_spaced(line) for line in reply.new.split(chr(10)))}</div>' if reply.new else ""
    quoted = _restyled(reply.quoted_html, prefix="")
    head = f'<div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">{_linked(GMAIL[reply.lang])}<br></div>'
    source = _around(reply, own, lambda part: f"{_GMAIL_QUOTE}{part}</blockquote>", head, quoted) + "</div></div>"
    return _mail(reply, plain=to_plain(source, _GMAIL_PLAIN), html_source=source)


_EXCHANGE = Ways(link="{words}<{url}>", cell="\t", item="  *   ", quote="", rule="_" * 32)


def _outlook_head(reply: Reply, *, to: str = ADDRESS, bold: str = "<b>{}</b>") -> str:
    from_, sent, to_, subject, date = OUTLOOK[reply.lang]
    rows = (
        (from_, html.escape(WHO)),
        (sent, date),
        (to_, f"Maya Okafor &lt;{to}&gt;"),
        (subject, html.escape(reply.letter.subject)),
    )
    return "<br>\n".join(f"{bold.format(label)} {value}" for label, value in rows)


def _word(source: str) -> str:
    """Return quoted HTML as Word writes it: its own paragraphs, no comments, no style sheet, an unseen blank between tables."""
    source = _restyled(source, prefix="")
    source = re.sub(r' class="[^"]*"', "", source)
    source = re.sub(r' style="([^"]*)"', lambda m: f" style='{_word_style(m[1])}'", source)
    blank = "<p class=MsoNormal><span style='display:none'><o:p>&nbsp;</o:p></span></p>"
    source = re.sub(r"</table>\s*<table", f"</table>{blank}<table", source)
    source = re.sub(
        r"<(div|td)( [^>]*)?>(?!\s*<(?:table|div|h1|p|ul))", r"<\1\2><p class=MsoNormal><span lang=EN-US>", source
    )
    source = re.sub(r"(?<!>)</(div|td)>", r"<o:p></o:p></span></p></\1>", source)
    source = re.sub(
        r"<li[^>]*>", "<li class=MsoNormal style='mso-margin-top-alt:auto;mso-list:l0 level1 lfo1'>", source
    )
    return source.replace("<br>\n<br>", "<br><br>")


def _word_style(style: str) -> str:
    kept = [part.strip() for part in html.unescape(style).split(";") if "color" in part or "font-size" in part]
    return ";".join(kept).replace("'", "")


def outlook_desktop(reply: Reply) -> bytes:
    """Word's HTML; the block above the quotation has a line above it, and no quotation marks."""
    own = _lines(reply.new, "<p class=MsoNormal>{}<o:p></o:p></p>", "<p class=MsoNormal><o:p>&nbsp;</o:p></p>")
    own += (
        f"<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>{html.escape(reply.footer)}</p>"
        if reply.footer
        else ""
    )
    own = own if reply.new or reply.footer else ""
    head = (
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>"
        f"<p class=MsoNormal>{_outlook_head(reply)}<o:p></o:p></p></div></div><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    )
    body = _around(reply, own, lambda part: part, head, _word(reply.quoted_html))
    style = '<style><!--\np.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}\n--></style>'
    conditional = '<!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026" /></xml><![endif]-->'
    source = (
        f'<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>{style}{conditional}</head>'
        f"<body lang=EN-US link=blue vlink=purple><div class=WordSection1>{body}</div></body></html>"
    )
    ways = replace(_EXCHANGE, link="{words} <{url}> ", item="*\t", rule="", cell="\t")
    return _mail(reply, plain=to_plain(source, ways), html_source=source)


def outlook_plain(reply: Reply) -> bytes:
    """Outlook in plain text mode: a line of dashes, the header block, no quotation marks."""
    from_, sent, to, subject, date = OUTLOOK[reply.lang]
    original = {
        "en": "Original Message",
        "de": "Ursprüngliche Nachricht",
        "fr": "Message d'origine",
        "es": "Mensaje original",
        "pt": "Mensagem original",
        "nl": "Oorspronkelijk bericht",
        "it": "Messaggio originale",
    }[reply.lang]
    head = f"-----{original}-----\n{from_} {WHO} \n{sent} {date}\n{to} {ADDRESS}\n{subject} {reply.letter.subject}\n"
    own = reply.new + (f"\n\n{reply.footer}" if reply.footer else "")
    return _mail(reply, plain=_plain_around(reply, own, head, reply.quoted_text, str), html_source=None)


_OWA_FONT = 'style="font-family: Aptos, Calibri, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);"'


def outlook_web(reply: Reply, *, mobile: bool = False, dark: bool = False) -> bytes:
    """New Outlook and Outlook on the web: ``appendonsend``, a rule, ``divRplyFwdMsg``; classes begin with ``x_``."""
    font = f'{_OWA_FONT} data-ogsc="rgb(255, 255, 255)"' if dark else _OWA_FONT
    row = f'<div class="elementToProof" {font}>{{}}</div>'
    own = _lines(reply.new, row, row.format("<br>")) if reply.new else ""
    own += row.format("<br>") + row.format(html.escape(reply.footer)) if reply.footer else ""
    if mobile:
        link = f'<a href="https://aka.ms/o0ukef">{OUTLOOK_MOBILE[reply.lang]}</a>'
        own += f'<div id="ms-outlook-mobile-signature"><div><br></div>{link}</div>'
    else:
        own += '<div id="appendonsend"></div>'
    head = (
        '<hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr">'
        f'<font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">{_outlook_head(reply)}</font><div>&nbsp;</div></div>'
    )
    quoted = _restyled(reply.quoted_html, prefix="x_")
    quoted = _darkened(quoted) if dark else quoted
    body = _around(reply, own, lambda part: f'<div class="x_page" style="margin:0">{part}</div>', head, quoted)
    style = '<style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style>'
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
    source = f'<html><head>{meta}{style}</head><body dir="ltr">{body}</body></html>'
    return _mail(reply, plain=to_plain(source, _EXCHANGE), html_source=source)


def _darkened(source: str) -> str:
    """Return quoted HTML as Outlook's dark mode leaves it: light words on the dark ground, what was there kept in an attribute."""
    source = source.replace("color:#1d2422", "color: rgb(226, 233, 230) !important").replace(
        "background-color:#ffffff", "background-color: rgb(35, 35, 35) !important"
    )
    return source.replace("<td ", '<td data-ogsb="rgb(255, 255, 255)" data-ogsc="rgb(29, 36, 34)" ')


def outlook_mobile(reply: Reply) -> bytes:
    return outlook_web(reply, mobile=True)


def outlook_dark(reply: Reply) -> bytes:
    return outlook_web(reply, dark=True)


def apple_mac(reply: Reply) -> bytes:
    own = f"<div>{_lines(reply.new, '<div>{}</div>', '<div><br></div>')}</div>" if reply.new else ""
    own += f"<div><br></div><div>{html.escape(reply.footer)}</div>" if reply.footer else ""
    wrote = html.escape(APPLE[reply.lang], quote=False)
    head = f'<div><br><blockquote type="cite"><div>{wrote}</div><br class="Apple-interchange-newline">'
    body = _around(reply, own, lambda part: f"<div>{part}</div>", head, reply.quoted_html)
    if reply.place == "between" and own:
        first, second = body.split(own, 1)
        body = f'{first}</blockquote>{own}<blockquote type="cite">{second}'
    elif reply.place == "below":
        body = body.removesuffix(own) + f"</blockquote></div>{own}" if own else body
    tail = "" if reply.place in ("nowhere", "below") else "</blockquote></div>"
    source = (
        '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body style="overflow-wrap: break-word;'
        f' -webkit-nbsp-mode: space; line-break: after-white-space;">{body}{tail}</body></html>'
    )
    return _mail(reply, plain=to_plain(source, Ways(link="{words} <{url}>", item="• ")), html_source=source)


def apple_ios(reply: Reply) -> bytes:
    """The signature stands above the quotation, and the attribution line inside it."""
    own = (
        f'<div dir="ltr">{_lines(reply.new, "<div>{}</div>", "<div><br></div>")}</div>'
        if reply.new
        else '<div dir="ltr"></div>'
    )
    own += f'<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">{PHONE[reply.lang]}</div>'
    head = f'<div dir="ltr"><br><blockquote type="cite">{html.escape(APPLE[reply.lang], quote=False)}<br><br></blockquote></div>'
    body = _around(
        reply,
        own,
        lambda part: f'<blockquote type="cite"><div dir="ltr">\ufeff{part}</div></blockquote>',
        head,
        reply.quoted_html,
    )
    source = f'<html><head></head><body dir="auto">{body}</body></html>'
    return _mail(reply, plain=to_plain(source, Ways(item="")), html_source=source)


def thunderbird(reply: Reply) -> bytes:
    own = f"<p>{'<br>'.join(_spaced(line) for line in reply.new.split(chr(10)))}</p>" if reply.new else ""
    own += f'<div class="moz-signature">-- <br>{html.escape(reply.footer)}</div>' if reply.footer else ""
    head = f'<div class="moz-cite-prefix">{html.escape(THUNDERBIRD[reply.lang], quote=False)}<br></div>'
    body = _around(
        reply,
        own,
        lambda part: f'<blockquote type="cite" cite="mid:letter-1@example.org">{part}</blockquote>',
        head,
        reply.quoted_html,
    )
    source = f"<!DOCTYPE html><html><head></head><body>{body}</body></html>"
    plain = to_plain(source, Ways(link="{words} <{url}>", item="  * ", bold="*", cell="\t", quote="> ", width=72))
    return _mail(reply, plain=plain, html_source=source)


def _marked(text: str, mark: str = "> ") -> str:
    return "\n".join(
        (f">{line}" if line.startswith(">") else f"{mark}{line}").rstrip() for line in text.rstrip("\n").split("\n")
    )


_PLAIN_MIDDLE = re.compile(r"(?=^How to answer$|^Changed your mind\?$|^What you tell me)", re.MULTILINE)


def _plain_around(reply: Reply, own: str, head: str, quoted: str, quote: Callable[[str], str]) -> str:
    if reply.place == "nowhere":
        return f"{own}\n"
    if reply.place == "below":
        return f"{head}\n{quote(quoted)}\n\n{own}\n"
    if reply.place == "between":
        first, second = _PLAIN_MIDDLE.split(quoted, maxsplit=1)
        return f"{head}\n{quote(first)}\n\n{own}\n\n{quote(second)}\n"
    return f"{own}\n\n{head}\n{quote(quoted)}\n"


def thunderbird_flowed(reply: Reply) -> bytes:
    """Plain text, format=flowed: soft breaks end in a blank, lines that begin with ``>``, a blank or ``From`` are stuffed (RFC 3676)."""
    own = "\n".join(_flowed(line) for line in reply.new.split("\n"))
    own += f"\n\n-- \n{reply.footer}" if reply.footer else ""
    plain = _plain_around(reply, own, THUNDERBIRD[reply.lang], reply.quoted_text, lambda part: _marked(part))
    return _mail(reply, plain=plain, html_source=None, flowed=True)


def _flowed(line: str) -> str:
    wrapped = textwrap.wrap(line, 70, break_long_words=False, break_on_hyphens=False) or [""]
    stuffed = [f" {part}" if part.startswith((">", " ", "From ")) else part for part in wrapped]
    return " \n".join(stuffed)


def android_k9(reply: Reply) -> bytes:
    """K-9 Mail and Thunderbird for Android, plain text: the signature under ``--`` stands above the attribution line."""
    own = f"{reply.new}\n-- \n{ANDROID_SIGNATURE[reply.lang]}"
    plain = _plain_around(reply, own, f"\n{ANDROID[reply.lang]}", reply.quoted_text, lambda part: _marked(part, ">"))
    return _mail(reply, plain=plain, html_source=None)


def android_k9_html(reply: Reply) -> bytes:
    new = (
        f'<div dir="auto">{"<br>".join(_spaced(line) for line in reply.new.split(chr(10)))}</div>' if reply.new else ""
    )
    own = f'{new}<div class="k9mail-signature">-- <br>{ANDROID_SIGNATURE[reply.lang]}</div>'
    head = f'<br><br><div class="gmail_quote">{html.escape(ANDROID[reply.lang], quote=False)}'
    style = "margin: 0pt 0pt 0pt 0.8ex; border-left: 1px solid rgb(204, 204, 204); padding-left: 1ex;"
    quote = f'<blockquote class="gmail_quote" style="{style}">'
    body = _around(reply, own, lambda part: f"{quote}{part}</blockquote>", head, reply.quoted_html)
    source = f"<!DOCTYPE html><html><body>{body}</div></body></html>"
    return _mail(reply, plain=to_plain(source, Ways(quote=">", width=72)), html_source=source)


def fastmail(reply: Reply) -> bytes:
    own = _lines(reply.new, "<div>{}</div>", "<div><br></div>") if reply.new else ""
    own += (
        f'<div id="sig1"><div class="signature">-- </div><div>{html.escape(reply.footer)}</div></div>'
        if reply.footer
        else ""
    )
    head = f"<div><br></div><div>{html.escape(FASTMAIL[reply.lang], quote=False)}</div>"
    body = _around(
        reply,
        own,
        lambda part: f'<blockquote type="cite" id="qt" style="">{_restyled(part, prefix="qt-")}</blockquote>',
        head,
        reply.quoted_html,
    )
    source = f"<!DOCTYPE html><html><head><title></title></head><body>{body}<div><br></div></body></html>"
    return _mail(
        reply, plain=to_plain(source, Ways(link="{words} <{url}>", item=" • ", bold="*", width=78)), html_source=source
    )


def proton(reply: Reply, *, head: str = "") -> bytes:
    row = '<div style="font-family: Arial, sans-serif; font-size: 14px;">{}</div>'
    own = _lines(reply.new, row, row.format("<br>")) if reply.new else ""
    link = PROTON_SIGNATURE[reply.lang].replace(
        "Proton Mail", '<a target="_blank" href="https://proton.me/mail/home">Proton Mail</a>'
    )
    own += f'{row.format("<br>")}<div class="protonmail_signature_block"><div class="protonmail_signature_block-proton">{link}</div></div>'
    head = f'<div class="protonmail_quote">{head}{html.escape(PROTON[reply.lang], quote=False)}<br><br>'
    body = _around(
        reply,
        own,
        lambda part: f'<blockquote class="protonmail_quote" type="cite">{_restyled(part, prefix="")}</blockquote><br>',
        head,
        reply.quoted_html,
    )
    plain = to_plain(f"{body}</div>", Ways(item="-   ", bold=""))
    return _mail(reply, plain=plain, html_source=f"{body}</div>")


def proton_older(reply: Reply) -> bytes:
    return proton(reply, head="------- Original Message -------<br>")


def mutt(reply: Reply) -> bytes:
    own = reply.new + (f"\n\n-- \n{reply.footer}" if reply.footer else "")
    plain = _plain_around(reply, own, MUTT[reply.lang], reply.quoted_text, _marked)
    return _mail(reply, plain=plain, html_source=None)


CLIENTS: dict[str, Callable[[Reply], bytes]] = {
    "gmail web": gmail_web,
    "gmail android": gmail_android,
    "gmail ios": gmail_ios,
    "outlook desktop": outlook_desktop,
    "outlook plain": outlook_plain,
    "outlook web": outlook_web,
    "outlook mobile": outlook_mobile,
    "outlook dark": outlook_dark,
    "apple mac": apple_mac,
    "apple ios": apple_ios,
    "thunderbird": thunderbird,
    "thunderbird flowed": thunderbird_flowed,
    "k9": android_k9,
    "k9 html": android_k9_html,
    "fastmail": fastmail,
    "proton": proton,
    "proton older": proton_older,
    "mutt": mutt,
}
