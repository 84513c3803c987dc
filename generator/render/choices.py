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
        said = here.said(entry.note)
        if said.lang != lang:
            return here.prose(entry.note)
        return marked(here.plain_prose(said.text), lang, here.mentions.names, vocabulary.decides or lang)

    return {"lists": renderer.catalogue.choices, "reason": reason}
