"""Words of another language that a text cites in emphasis: marked with theirs, so that they are read out rightly (WCAG 3.1.2)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from markupsafe import Markup

from generator.escaping import safe
from generator.languages.rules import fold

_EMPHASISED = re.compile("<em>([^<]+)</em>")


def language_of(words: str, lang: str, names: Mapping[str, Collection[str]], other: str = "") -> str:
    """The language of words in a text of a language: its own where that knows them, else one that does, else `other` or its
    own. `names` are the folded labels of each language."""
    known = fold(words)
    return lang if known in names[lang] else next((code for code in names if known in names[code]), other or lang)


def marked(html: Markup, lang: str, names: Mapping[str, Collection[str]], other: str = "") -> Markup:
    """HTML in a language with the language of what it cites in emphasis, as `language_of` finds it."""

    def mark(match: re.Match[str]) -> str:
        code = language_of(Markup(match.group(1)).unescape(), lang, names, other)
        return match.group() if code == lang else f'<em lang="{code}">{match.group(1)}</em>'

    return safe(_EMPHASISED.sub(mark, html)) if "<em>" in html else html
