"""Texts from outside as plain text in our small markup: HTML taken apart, never run; characters that no record may hold left
out."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from generator.files import without_forbidden

_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_LOOSE = re.compile(r"<(?![a-zA-Z/!?][^<>]*>)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,10}\d{0,2});")
_SPACES = re.compile(r"[ \t\u00a0]+")
_BLANKS = re.compile(r"\n{3,}")
_UNSEEN = frozenset("script style template noscript iframe object embed svg math head title".split())
_ACTIVE = re.compile(
    r"<\s*(?:script|iframe|object|embed|svg|style)\b|<[^<>]*\son[a-z]+\s*=|(?:javascript|vbscript)\s*:", re.I
)
_BLOCKS = frozenset(
    "p div section article header footer ul ol table tr h1 h2 h3 h4 h5 h6 br hr blockquote dl dt dd".split()
)
_ROUNDS = 3
"""How often a text is taken apart: HTML that was escaped, and once more."""


class Cleaned(NamedTuple):
    """A text as it may stand in a record; `active` where scripts or styles were in it."""

    text: str
    active: bool


def clean(text: str) -> Cleaned:
    """The words of a text. One without tags, entities and odd characters comes back as it is, but for spaces around it."""
    if text.isascii() and text.isprintable() and "<" not in text and "&" not in text:
        return Cleaned(text.strip(), False)  # what most are
    active = False
    for _ in range(_ROUNDS):
        if _TAG.search(text):
            active = active or _ACTIVE.search(text) is not None
            text = _words(text)
        elif _ENTITY.search(text):
            text = unescape(text)
        else:
            break
    text = without_forbidden(unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))
    return Cleaned(text.strip(), active)


def line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def _words(text: str) -> str:
    parser = _Words()
    parser.feed(_LOOSE.sub("&lt;", text))  # it reads again and again what never closes
    parser.close()
    lines = (_SPACES.sub(" ", said).strip() for said in "".join(parser.said).split("\n"))
    return _BLANKS.sub("\n\n", "\n".join(lines)).strip()


class _Words(HTMLParser):
    """Gathers the words of HTML: paragraphs apart, entries of lists behind a dash, links as our markup writes them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._unseen = 0
        self._link: tuple[str, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "li":
            self.said.append("\n- ")
        elif tag in _BLOCKS:
            self.said.append("\n\n")
        elif tag == "a":
            self._link = (dict(attrs).get("href") or "").strip(), len(self.said)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in _BLOCKS:
            self.said.append("\n\n")
        elif tag == "a" and self._link:
            self._close(*self._link)
            self._link = None

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.said.append(_SPACES.sub(" ", data.replace("\n", " ")))

    def _close(self, address: str, start: int) -> None:
        """Write a link behind its words: its address in brackets, unless the words are the address."""
        words = "".join(self.said[start:]).strip()
        if re.fullmatch(r"(?:https?://|mailto:|tel:)[^\s()<>\[\]]+", address, re.I) and words and "\n" not in words:
            plain = address.partition(":")[2].lstrip("/") if not address.startswith("http") else address
            self.said[start:] = [words if words in (address, plain) else f"[{words}]({address})"]
