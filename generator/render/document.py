"""The glossary as one document: every word on one page whose links stay within it, to read from end to end, to print, to keep."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from generator.issues import N_
from generator.kinds.record import Record
from generator.kinds.term import Term
from generator.render.cited import marked
from generator.render.practice import PracticeHere
from generator.render.renderer import Renderer
from generator.render.view import View

FILE = "glossary.htm"
"""What the copy to keep is called: the words alone, without anything around them that needs a network."""


class DocumentHere(PracticeHere):
    """As PracticeHere, where every word stands on the same page."""

    def url(self, record: Record) -> str:
        return f"#{record.id}" if record.folder == Term.folder else super().url(record)

    def prose(self, texts: Mapping[str, str], record: Record | None = None) -> Markup:
        """Prose with the links that its author made: with every word at hand on the same page, more would only be in the way."""
        said = self.said(texts)
        made = marked(self.plain_prose(said.text), said.lang, self.mentions.names)
        return made if said.lang == self.lang else Markup('<div lang="{}">{}</div>').format(said.lang, made)


def values(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    """The words under their letters, ready made, for the page and for the copy to keep."""
    words = renderer.catalogue.ordered(Term.folder, lang)
    letters = renderer.letters(words, lang)
    address = renderer.view_address("document", lang)
    within = DocumentHere(renderer.catalogue, renderer.wordings[lang], "../../", renderer.mentions, renderer.directory)
    made = renderer.body("document-words.html", lang, address, within=within, letters=letters)
    last = max((change.on for word in words for change in word.changes), default=None)
    return {"words": Markup(made), "letters": letters, "file": FILE, "last": last}


def _beside(renderer: Renderer, lang: str, values: Mapping[str, Any]) -> Mapping[str, str]:
    """The copy to keep."""
    return {FILE: renderer.body("document-file.html", lang, renderer.view_address("document", lang), **values)}


VIEWS = (
    View(
        "document",
        Term.further["document"],
        N_("Every word on one page, to read from end to end, to print or to keep."),
        values,
        shows_prose=True,
        uses=("document.css",),
        beside=_beside,
    ),
)
