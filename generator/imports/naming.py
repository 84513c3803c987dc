"""What new records are called: ids, and words in addresses, that nothing else has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from generator.catalogue import Catalogue
from generator.kinds.fields import is_id
from generator.kinds.record import Moved, Record
from generator.languages import slug

_MOST = 60
"""Characters of a name's slug that become an id: a town and a number still fit behind."""


class Names:
    """The ids and addresses that are taken in a root."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._ids = {
            folder: {*catalogue.of(folder), *catalogue.moved.get(folder, ()), *_of(folder, catalogue.faulty)}
            for folder in catalogue.kinds
        }
        self._tails: dict[tuple[str, str], set[str]] = {}

    def id(self, folder: str, name: str, town: str, key: str, wanted: str = "") -> str:
        """A free id, taken from now on: the one that is wanted, else the name's; with the town behind it, then a number."""
        taken = self._ids[folder]
        found = next(id for id in _ids(name, town, key, wanted) if is_id(id) and id not in taken)
        taken.add(found)
        return found

    def slugs(self, kind: type[Record], shelf: str, id: str, titles: Mapping[str, str]) -> dict[str, str]:
        """The words in addresses of a new record: one for each further language that it has a name in."""
        known, found = self._catalogue, {}
        for lang in known.codes[1:]:
            word = slug(titles.get(lang, "")) if lang in titles else ""
            before = f"{known.entry_slug(kind.shelves, shelf, lang)}/" if kind.shelves else ""
            taken = self._taken(kind.folder, lang)
            free = next(w for w in _numbered(word or id) if f"{before}{w}" not in taken and is_id(w))
            taken.add(f"{before}{free}")
            if word or free != id:
                found[lang] = free
        return found

    def _taken(self, folder: str, lang: str) -> set[str]:
        """What of addresses in a language stands behind the word of a kind."""
        if (folder, lang) not in self._tails:
            known = self._catalogue
            there: list[Record | Moved] = [*known.of(folder).values(), *known.moved.get(folder, {}).values()]
            tails = {_tail(known, record, lang) for record in there}
            tails.update(former for record in there for former in record.former_slugs.get(lang, ()))
            self._tails[folder, lang] = tails
        return self._tails[folder, lang]


def _of(folder: str, faulty: frozenset[tuple[str, str]]) -> Iterator[str]:
    return (id for kind, id in faulty if kind == folder)


def _tail(known: Catalogue, record: Record | Moved, lang: str) -> str:
    return known.tail(record, lang) if isinstance(record, Record) else record.slug.get(lang, record.id)


def _ids(name: str, town: str, key: str, wanted: str) -> Iterator[str]:
    yield wanted
    plain = slug(name)
    base = plain if len(plain) <= _MOST else plain[: _MOST + 1].rsplit("-", 1)[0][:_MOST].strip("-")
    base = base or slug(key)[:_MOST].strip("-") or "row"
    yield base
    if town and town not in base:
        base = f"{base}-{town}"[:75].strip("-")
        yield base
    yield from (f"{base}-{number}" for number in count(2))


def _numbered(word: str) -> Iterator[str]:
    yield word
    yield from (f"{word[:70].strip('-')}-{number}" for number in count(2))
