"""Contributed prose -> HTML, or plain text: a small Markdown subset of paragraphs, lists, emphasis, links, `[[term-id]]`
and `[[term-id|words]]`. Plain paragraphs are escaped here; `prose` does the rest."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

LINK = re.compile(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]]+))?\]\]")
# Text without any of these is one plain paragraph whatever Markdown says of it.
_SPECIAL = re.compile(r"[\\*_\[\]<>&`!\n]|^ {0,3}(?:[-+#=~]|\d{1,9}[.)])")

_MARKED = re.compile(r"[\\*_\[]|^ {0,3}(?:[-+]|\d{1,9}[.)]) ", re.MULTILINE)

Target = Callable[[str], tuple[str, str] | None]
"""Address and title of a linked id; None where there is none."""


def html(text: str, target: Target) -> Markup:
    """Prose as HTML paragraphs and lists. Relative addresses come from `target` alone; others need a known scheme."""
    if not _SPECIAL.search(text):
        return Markup(f"<p>{escape(text.strip())}</p>\n")  # noqa: S704  (escaped)
    from generator import prose  # loads slowly, and a root of plain texts never needs it

    return prose.html(text, target)


def plain(text: str, title: Callable[[str], str]) -> str:
    """Prose as plain text, from the source: emphasis marks and links gone, linked ids named by `title`."""
    if not _MARKED.search(text):
        return text
    from generator import prose

    return prose.plain(text, title)


def shortened(text: str, limit: int) -> str:
    """Text on one line, cut between words where it is longer than `limit` characters."""
    whole = flat(text)
    return whole if len(whole) <= limit else whole[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def flat(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())


def links(text: str) -> list[str]:
    """Ids that prose links to with [[…]], in order."""
    return [match.group(1).strip() for match in LINK.finditer(text)] if "[[" in text else []
