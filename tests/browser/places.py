"""The types of pages a site has, and where one of each stands. Which records serve as examples is asked of the catalogue,
so that no change of the content breaks a test."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from generator import catalogue
from generator.catalogue import Catalogue
from generator.kinds.record import Record
from generator.kinds.term import Term

LANGUAGES = ("en", "cy")
VIEWS = ("search", "suggested", "themes", "needs", "core", "quality", "choices", "fields", "checks", "accessibility")
HAND_PAGES = ("about", "contribute", "privacy", "groups", "professionals")
RECORDS = ("term", "word", "source")
TYPES = ("home", "glossary", *RECORDS, *VIEWS, "sources", *HAND_PAGES, "404")


def addresses(root: Path) -> Mapping[tuple[str, str], str]:
    """(type of page, language) -> address from the site's root. The front door is ("front", "")."""
    found = catalogue.load(root)
    places: dict[tuple[str, str], str] = {("front", ""): ""}
    hand_pages = tuple(sorted(file.stem for file in (root / "content/pages/en").glob("*.md")))
    for lang in found.codes:
        places["home", lang] = f"{lang}/"
        places["404", lang] = f"{lang}/404.html"
        for name in ("glossary", "sources", *VIEWS, *hand_pages):
            places[name, lang] = f"{lang}/{found.word(name, lang)}/"
        for name, record in _examples(found).items():
            places[name, lang] = found.address(record, lang)
    return places


def _examples(found: Catalogue) -> Mapping[str, Record]:
    """A suggested term with other names and related words, a word that leads to another, a source that records rest on."""

    def first(wanted: Callable[[Term], bool]) -> Term:
        return next(term for term in sorted(found.terms.values(), key=lambda term: term.id) if wanted(term))

    sources = found.of("sources")
    return {
        "term": first(
            lambda term: bool(term.suggested and found.words_for(term) and found.related(term) and term.sources)
        ),
        "word": first(lambda term: bool(term.use and term.use.note)),
        "source": max(
            sources.values(), key=lambda source: (len(found.pointing.get(("sources", source.id), ())), source.id)
        ),
    }
