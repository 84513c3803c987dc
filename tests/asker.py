"""A search of a root in Python, as the browser has it; hits are told by the ids of their records."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from generator import catalogue, theme
from generator.search.engine import Found, Hit, Search
from generator.search.index import Index
from generator.wording import Wording


class Asker:
    """The files of a root's search, and one search in each of its languages."""

    def __init__(self, root: Path) -> None:
        self.root = root
        found = catalogue.load(root)
        self.index = Index(found, {code: Wording(code, theme.folders(root)) for code in found.codes})
        self.files = dict(self.index.files())
        self._searches = {code: self.search(code) for code in found.codes}

    def search(self, lang: str) -> Search:
        """One that has read nothing yet."""
        return Search(lambda file: json.loads(self.files[f"search/{file}"]), lang)

    def find(self, lang: str, query: str, *, typing: bool = False, limit: int = 50) -> Found:
        return self._searches[lang].find(query, typing=typing, limit=limit)

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
