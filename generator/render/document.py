"""The glossary as one document: every word on one page whose links stay within it, to read from end to end, to print, to keep."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.catalogue import Catalogue
from generator.issues import N_
from generator.kinds.record import Record
from generator.kinds.term import Term
from generator.render.practice import PracticeHere
from generator.render.renderer import Renderer
from generator.render.view import View

FILE = "glossary.html"
"""What the copy to keep is called: the words alone, without anything around them that needs a network."""


class DocumentHere(PracticeHere):
    """As PracticeHere, where every word stands on the same page."""

    def url(self, record: Record) -> str:
        return f"#{record.id}" if record.folder == Term.folder else super().url(record)


def _here(renderer: Renderer, lang: str) -> DocumentHere:
    catalogue: Catalogue = renderer.catalogue
    return DocumentHere(catalogue, renderer.wordings[lang], "../../", renderer.mentions, renderer.directory)


def values(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    """The words under their letters, and what links them within the page."""
    words = renderer.catalogue.ordered(Term.folder, lang)
    last = max((change.on for word in words for change in word.changes), default=None)
    return {"within": _here(renderer, lang), "letters": renderer.letters(words, lang), "file": FILE, "last": last}


def beside(renderer: Renderer, lang: str) -> Mapping[str, str]:
    """The copy to keep."""
    address = renderer.view_address("document", lang)
    return {FILE: renderer.body("document-file.html", lang, address, **values(renderer, lang))}


VIEWS = (
    View(
        "document",
        N_("The glossary as one document"),
        N_("Every word on one page, to read from end to end, to print or to keep."),
        values,
        shows_prose=True,
        uses=("document.css",),
        beside=beside,
    ),
)
