"""Contributed prose -> HTML, or plain text: a small Markdown subset of paragraphs, lists, emphasis, links, `[[term-id]]`
and `[[term-id|words]]`. Plain paragraphs are escaped here; `prose` does the rest."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup

from generator.escaping import escape, safe

LINK = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]]+))?\]\]")
# Text without any of these signs, and no such beginning, is one plain paragraph whatever Markdown says of it. (Looking for
# each sign by itself takes a tenth of the time of one pattern.)
_SIGNS = "\\*_[]<>&`!\n"
_BEGINNING = re.compile(r" {0,3}(?:[-+#=~]|\d{1,9}[.)])")

_MARKS = "\\*_["
_LIST = re.compile(r"^ {0,3}(?:[-+]|\d{1,9}[.)]) ", re.MULTILINE)

Target = Callable[[str], tuple[str, str] | None]
"""Address and title of a linked id; None where there is none."""


def html(text: str, target: Target) -> Markup:
    """Prose as HTML paragraphs and lists. Relative addresses come from `target` alone; others need a known scheme."""
    if not special(text):
        return paragraph(escape(text.strip()))
    from generator import prose  # loads slowly, and a root of plain texts never needs it

    return prose.html(text, target)


def special(text: str) -> bool:
    """Whether prose may be more than one plain paragraph."""
    return any(sign in text for sign in _SIGNS) or _BEGINNING.match(text) is not None


def paragraph(html: Markup) -> Markup:
    return safe(f"<p>{html}</p>\n")  # noqa: S704  (safe already)


def plain(text: str, title: Callable[[str], str]) -> str:
    """Prose as plain text, from the source: emphasis marks and links gone, linked ids named by `title`."""
    if not any(mark in text for mark in _MARKS) and not (_LIST.search(text) if "\n" in text else _LIST.match(text)):
        return text
    from generator import prose

    return prose.plain(text, title)


def shortened(text: str, limit: int) -> str:
    """Text on one line, cut between words where it is longer than `limit` characters; between sentences, if that is so."""
    whole = flat(text)
    if len(whole) <= limit:
        return whole
    cut = whole[: limit - 1].rsplit(" ", 1)[0]
    return cut if cut.endswith((".", "!", "?")) else cut.rstrip(",;:") + "…"


def flat(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())


def links(text: str) -> list[str]:
    """Ids that prose links to with [[…]], in order."""
    return [match.group(1).strip() for match in LINK.finditer(text)] if "[[" in text else []
