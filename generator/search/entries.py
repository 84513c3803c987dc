"""What can be found: every record whose kind says how, and the entries of vocabularies that have a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator import markup
from generator.catalogue import Catalogue
from generator.kinds.fields import Word
from generator.kinds.marks import marks
from generator.kinds.record import Facet, Record
from generator.kinds.vocabulary import Vocabulary

SUMMARY = 155
"""Characters shown of what a record is."""
MANY = 1000
"""Entries of one group from which their names are no longer in the first file."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found. `names` are what it is called in each language, its title first; `slugs` the last
    part of its address in each; `leads` the group and id of what it points to, `close` where that is not quite the same."""

    group: str
    id: str
    names: Mapping[str, Sequence[str]]
    slugs: Mapping[str, str]
    suggested: bool = False
    leads: tuple[str, str] | None = None
    close: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Entries of one kind. `label` is what a reader calls them, a text of the interface or in each language; `address` is
    what stands before and behind a slug, in each language."""

    name: str
    label: str | Mapping[str, str]
    address: Mapping[str, tuple[str, str]]
    entries: Sequence[Entry]

    @property
    def large(self) -> bool:
        return len(self.entries) > MANY


def groups(catalogue: Catalogue) -> list[Group]:
    """Everything that can be found, small groups first; within each, in the alphabetical order of the main language."""
    found = [_records(catalogue, kind) for kind in catalogue.kinds.values() if kind.folder in catalogue.lists]
    found += [_entries(catalogue, vocabulary) for vocabulary in _with_page(catalogue)]
    return sorted((group for group in found if group.entries), key=lambda group: group.large)


def _records(catalogue: Catalogue, kind: type[Record]) -> Group:
    address = {code: (f"{code}/{catalogue.word(kind.folder, code)}/", "/") for code in catalogue.codes}
    ordered = catalogue.ordered(kind.folder, catalogue.main) if kind.search.names else ()
    return Group(kind.folder, kind.labels, address, [_entry(catalogue, record) for record in ordered])


def _entry(catalogue: Catalogue, record: Record) -> Entry:
    names: dict[str, Sequence[str]] = {}
    for code in catalogue.codes:
        found = [name for path in record.search.names for name in strings(record, path, code)]
        names[code] = tuple(dict.fromkeys(found))
    if not any(names.values()):
        names[catalogue.main] = (record.id,)
    better = catalogue.better(record)
    return Entry(
        record.folder,
        record.id,
        names,
        {code: catalogue.slug(record, code) for code in catalogue.codes},
        bool(getattr(record, "suggested", False)),
        (better.folder, better.id) if better else None,
        getattr(getattr(record, "use", None), "kind", "") == "near-synonym",
    )


def _with_page(catalogue: Catalogue) -> Iterator[Vocabulary]:
    for vocabulary in catalogue.of(Vocabulary.folder).values():
        if isinstance(vocabulary, Vocabulary) and vocabulary.page:
            yield vocabulary


def _entries(catalogue: Catalogue, vocabulary: Vocabulary) -> Group:
    page = vocabulary.page or ""
    address = {code: (f"{code}/{catalogue.word(page, code)}/#{vocabulary.id}-", "") for code in catalogue.codes}
    entries = [
        Entry(
            vocabulary.id,
            id,
            {
                code: tuple(dict.fromkeys([*_said(entry.name, code), *entry.forms.get(code, ())]))
                for code in catalogue.codes
            },
            dict.fromkeys(catalogue.codes, id),
        )
        for id, entry in vocabulary.entries.items()
    ]
    return Group(vocabulary.id, vocabulary.name, address, entries)


def _said(texts: Mapping[str, str], code: str) -> list[str]:
    return [texts[code]] if code in texts else []


def strings(record: Record, path: str, code: str) -> list[str]:
    """Every text of a language at a dotted path: 'forms.plural' -> ['link workers']. Lists are opened; where a value has
    languages, only the one asked for counts."""
    found: list[Any] = [record]
    for step in path.split("."):
        found = [value for held in found for value in _opened(getattr(held, step), code)]
    return [value for value in found if isinstance(value, str)]


def _opened(value: Any, code: str) -> Iterable[Any]:
    if isinstance(value, Mapping):
        return _opened(value[code], code) if code in value else ()
    return value if isinstance(value, tuple) else () if value is None else (value,)


def text(catalogue: Catalogue, record: Record, code: str) -> str:
    """Everything a record says in a language, as plain text."""
    found = [prose for path in record.search.text for prose in strings(record, path, code)]
    return " ".join(markup.plain(prose, lambda id: title(catalogue, id, code)) for prose in found)


def title(catalogue: Catalogue, id: str, code: str) -> str:
    """What a linked word is called."""
    record = catalogue.terms.get(id)
    return catalogue.title(record, code).text if record else id


def summary(catalogue: Catalogue, texts: Mapping[str, str], code: str) -> str:
    """The beginning of what a record is, in a language or the one that stands in."""
    said = catalogue.said(texts, code)
    return markup.shortened(markup.plain(said.text, lambda id: title(catalogue, id, said.lang)), SUMMARY)


def choices(kind: type[Record], facet: Facet) -> str:
    """The vocabulary that a facet's values are entries of, "" for none."""
    marked = (found for found in marks(kind) if found.steps[0] == facet.field)
    return next((found.mark.vocabulary for found in marked if isinstance(found.mark, Word)), "")
