"""A search of a root in Python, as the browser has it; hits are told by the ids of their records."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from generator import catalogue, theme
from generator.search.asking import reader
from generator.search.engine import Found, Hit, Search
from generator.search.index import Index
from generator.search.place import Places
from generator.wording import Wording
from tests.conftest import TODAY


class Asker:
    """The files of a root's search, and one search in each of its languages."""

    def __init__(self, root: Path) -> None:
        self.root = root
        found = catalogue.load(root)
        self.index = Index(found, {code: Wording(code, theme.folders(root)) for code in found.codes}, TODAY)
        self.files = dict(self.index.files())
        self._read = reader(self.files, found)
        self._searches = {code: self.search(code) for code in found.codes}

    def search(self, lang: str) -> Search:
        """One that has read nothing yet."""
        return Search(self._read, lang)

    def find(self, lang: str, query: str, *, typing: bool = False, limit: int = 50) -> Found:
        return self._searches[lang].find(query, typing=typing, limit=limit)

    def lead(self, lang: str, query: str, *, typing: bool = False) -> Hit | None:
        """What leads to groups near a place that stands in a query."""
        return self.places(lang).lead(query, self.find(lang, query, typing=typing))

    @cache  # noqa: B019  (an asker lives as long as its tests)
    def places(self, lang: str) -> Places:
        return Places(self._searches[lang])

    def id(self, hit: Hit) -> str:
        return self.index.entries[hit.n][1]

    def ids(self, hits: Sequence[Hit]) -> list[str]:
        return [self.id(hit) for hit in hits]

    def names(self, hit: Hit, code: str) -> list[str]:
        """What an entry is called, its title first."""
        group, id = self.index.entries[hit.n]
        return group.names(id, code)

    def leads(self, hit: Hit) -> str:
        """The id of the entry that this one points to; "" for none."""
        group, id = self.index.entries[hit.n]
        return group.leads(id)[0]

    def hits(self, lang: str, query: str, *, typing: bool = False) -> list[str]:
        return self.ids(self.find(lang, query, typing=typing).hits)
