"""What rows are called where they lack a name: none is dropped for that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from generator.imports.arriving import Row
from generator.imports.feed_rules import NO_NAME
from generator.issues import N_
from generator.kinds.record import Record
from generator.source import Tree
from generator.wording import Wording

_NAMELESS = N_("Without a name ({key})")


class Titles:
    """Names for the rows of one feed; those of its organisations stand in for groups that have none."""

    def __init__(self, kinds: Mapping[str, type[Record]], rows: Iterable[Row], wordings: Sequence[Wording]) -> None:
        self._kinds = kinds
        self._wordings = wordings
        self._main = wordings[0].lang
        self._named = {(row.kind, row.key): row.tree.get("name") for row in rows}

    def give(self, row: Row) -> None:
        """See to it that a row has a title in the first language of the site."""
        field = self._kinds[row.kind].title_field
        value = row.tree.get(field)
        found = {self._main: value} if isinstance(value, str) else texts(value)
        if not found:
            found = self._other(row)
            row.say(NO_NAME, field, name=next(iter(found.values())))
        if self._main not in found:
            found = {self._main: next(iter(found.values())), **found}
        row.tree[field] = {**found}

    def _other(self, row: Row) -> dict[str, str]:
        """Another name, that of the body that runs it, or what says that there is none."""
        also = row.tree.get("also")
        if isinstance(also, dict):
            names = {lang: str(names[0]) for lang, names in also.items() if isinstance(names, list) and names}
            if names:
                return names
        linked = row.links.get("organisation")
        if linked and (names := texts(self._named.get(linked))):
            return names
        return {wording.lang: wording.plain(_NAMELESS).format(key=row.key) for wording in self._wordings}


def texts(value: Any) -> dict[str, str]:
    """What a field says in each language."""
    return {lang: text for lang, text in value.items() if isinstance(text, str)} if isinstance(value, dict) else {}


def main(names: Mapping[str, str], lang: str) -> str:
    """A title in a language, else in any."""
    return names.get(lang) or next(iter(names.values()), "")


def town(tree: Mapping[str, Tree]) -> str:
    """The town of a row's first place that names one."""
    venues = tree.get("venues")
    places = venues.values() if isinstance(venues, dict) else ()
    return next(
        (near for place in places if isinstance(place, dict) and isinstance(near := place.get("near"), str)), ""
    )


def speaks(tree: Mapping[str, Tree]) -> set[str]:
    """The languages in which a row says what it is. A word that differs from language to language says that too."""
    said = set(chain.from_iterable(texts(tree.get(field)) for field in ("summary", "description", "definition")))
    words = texts(tree.get("term"))
    return said | words.keys() if len(set(words.values())) > 1 else said
