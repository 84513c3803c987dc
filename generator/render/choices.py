"""What the page "Choices of words" shows: the lists that decide between words of a language, with their reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from generator.kinds.vocabulary import Entry, Vocabulary
from generator.render.cited import marked
from generator.render.renderer import Renderer


def values(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    """What the template shows. `reason` gives an entry's note; what it cites is of the language decided on, if not known."""
    here = renderer.here(lang, renderer.view_address("choices", lang))

    def reason(vocabulary: Vocabulary, entry: Entry) -> Markup:
        note = here.prose(entry.note)
        own = here.said(entry.note).lang == lang
        return marked(note, lang, here.mentions.names, vocabulary.decides or lang) if own else note

    return {"lists": renderer.catalogue.choices, "reason": reason}
