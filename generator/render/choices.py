"""What the page "Choices of words" shows: the lists that decide between words of a language, with their reasons."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from markupsafe import Markup

from generator.catalogue import Catalogue
from generator.kinds.vocabulary import Entry, Vocabulary
from generator.languages.rules import fold
from generator.render.renderer import Renderer

_CITED = re.compile("<em>([^<]+)</em>")


def values(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    """What the template shows. `reason` gives an entry's note, the words it cites marked with their language."""
    catalogue = renderer.catalogue
    known = {code: _words(catalogue, code) for code in catalogue.codes}
    here = renderer.here(lang, renderer.view_address("choices", lang))

    def reason(vocabulary: Vocabulary, entry: Entry) -> Markup:
        def marked(match: re.Match[str]) -> str:
            code = _language_of(fold(Markup(match.group(1)).unescape()), lang, vocabulary.decides or lang, known)
            return match.group() if code == lang else f'<em lang="{code}">{match.group(1)}</em>'

        note = here.prose(entry.note)
        return note if here.said(entry.note).lang != lang else Markup(_CITED.sub(marked, note))

    return {"lists": catalogue.choices, "reason": reason}


def _words(catalogue: Catalogue, code: str) -> Collection[str]:
    """Names and labels of a language, folded."""
    named = (entry.name for vocabulary in catalogue.choices for entry in vocabulary.entries.values())
    labels = (term.term for term in catalogue.terms.values())
    return {fold(names[code]) for names in (*named, *labels) if code in names}


def _language_of(word: str, lang: str, decided: str, known: Mapping[str, Collection[str]]) -> str:
    """The language of a word that a note in `lang` cites: the page's own where it has the word, else another that has it,
    else the language that is decided on."""
    if word in known[lang]:
        return lang
    return next((code for code, words in known.items() if word in words), decided)
