"""What outward mapping asks of a root, in one language: texts, names of entries, terms of taxonomies."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from generator import markup
from generator.catalogue import Catalogue
from generator.hours.text import telling
from generator.kinds.asset import Asset
from generator.kinds.vocabulary import Entry, Vocabulary
from generator.referral.names import uuid_of
from generator.wording import Wording


class Words:
    """One catalogue in the words of one language; others stand in where it has none."""

    def __init__(self, catalogue: Catalogue, wording: Wording) -> None:
        self.catalogue, self.wording, self.lang = catalogue, wording, wording.lang
        self.telling = telling(wording)
        """Puts times into words."""
        self._terms: dict[tuple[str, str], Mapping[str, Any]] = {}
        self._names: dict[tuple[str, str], str] = {}

    @cached_property
    def codes(self) -> frozenset[str]:
        return frozenset(self.catalogue.codes)

    @cached_property
    def country(self) -> str:
        """The country by its ISO 3166 code; "" where the root does not say."""
        holidays = self.catalogue.site.holidays
        return holidays.country if holidays else ""

    def said(self, texts: Mapping[str, str]) -> str:
        """A text in this language, else in another; "" for none. Plain words, without marks of ours."""
        if not texts:
            return ""
        text = texts.get(self.lang)
        return self.plain(self.catalogue.said(texts, self.lang).text if text is None else text)

    def plain(self, text: str) -> str:
        """Prose as plain words."""
        if text[:1].isalpha() and not ("\n" in text or "[" in text or "*" in text or "_" in text or "\\" in text):
            return text  # what most are
        return markup.plain(text, self._title)

    def _title(self, id: str) -> str:
        term = self.catalogue.terms.get(id)
        return self.catalogue.title(term, self.lang).text if term else id

    def entry(self, vocabulary: str, id: str) -> Entry | None:
        return self.catalogue.entries_of(vocabulary).get(id)

    def name(self, vocabulary: str, id: str) -> str:
        """The name of a vocabulary's entry, its id where there is none."""
        known = self._names.get((vocabulary, id))
        if known is None:
            found = self.entry(vocabulary, id)
            known = self.catalogue.said(found.name, self.lang).text if found else id
            self._names[vocabulary, id] = known
        return known

    def area(self, asset: Asset) -> str:
        """The name of the area an asset is listed under."""
        return self.name(Asset.shelves, asset.shelf)

    def term(self, vocabulary: str, id: str) -> Mapping[str, Any]:
        """An entry of a vocabulary as a term of a taxonomy: the same object whenever it is asked for."""
        known = self._terms.get((vocabulary, id))
        if known is None:
            known = self._terms[vocabulary, id] = self._term(vocabulary, id)
        return known

    def _term(self, vocabulary: str, id: str) -> Mapping[str, Any]:
        name, entry = self.name(vocabulary, id), self.entry(vocabulary, id)
        return {
            "id": uuid_of(Vocabulary.folder, vocabulary, id),
            "code": id,
            "name": name,
            "description": (self.said(entry.note) if entry else "") or name,
            "taxonomy": self._listed(vocabulary)["name"],
        }

    def taxonomy(self, vocabulary: str) -> Mapping[str, Any]:
        """A vocabulary as a taxonomy."""
        return {"id": uuid_of(Vocabulary.folder, vocabulary), **self._listed(vocabulary)}

    def _listed(self, vocabulary: str) -> Mapping[str, str]:
        found = self.catalogue.of(Vocabulary.folder).get(vocabulary)
        name = self.catalogue.title(found, self.lang).text if found else vocabulary
        note = self.said(found.note) if isinstance(found, Vocabulary) else ""
        return {"name": name, "description": note or name}
