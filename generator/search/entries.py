"""What can be found: every record whose kind says how, and the entries of vocabularies that have a page."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator import markup
from generator.catalogue import Catalogue
from generator.directory import BY_ACTIVITY, activities
from generator.issues import N_
from generator.kinds.asset import Asset
from generator.kinds.record import Facet, Record
from generator.kinds.vocabulary import Vocabulary
from generator.texts import strings
from generator.wording import Wording

SUMMARY = 155
"""Characters shown of what an entry is."""
ROOM = 45_000
"""Characters of names, in the main language, that may lie in the first file, groups of higher order first: it is what a
reader waits for."""


Label = str | Mapping[str, str]


class Group(ABC):
    """Entries of one sort. `one` and `label` are what readers call one and all of them: texts of the interface, or one in
    each language; `address` is what stands before and behind a slug, in each language; `ids` are in order."""

    def __init__(
        self,
        catalogue: Catalogue,
        name: str,
        one: Label,
        label: Label,
        address: Mapping[str, tuple[str, str]],
        ids: Sequence[str],
    ) -> None:
        self.catalogue = catalogue
        self.name, self.one, self.label, self.address, self.ids = name, one, label, address, ids

    order = 2
    """Where its entries stand among hits that are as good, as `Search.order` says of kinds."""

    leads_here = False
    """Whether its entries' other names are no forms of the first, but words that lead to it."""
    aside = False
    """Whether all else stands before its entries."""
    large = False
    """Whether its names lie in files of their own."""

    def called(self, label: Label, wording: Wording) -> str:
        """A label in a language."""
        return wording.plain(label) if isinstance(label, str) else self.catalogue.said(label, wording.lang).text

    @abstractmethod
    def names(self, id: str, code: str) -> list[str]:
        """What an entry is called in a language, its title first."""

    def slug(self, id: str, code: str) -> str:
        """The last part of its address."""
        return id

    @abstractmethod
    def text(self, id: str, code: str) -> str:
        """Everything it says in a language, as plain text."""

    @abstractmethod
    def gist(self, id: str) -> Mapping[str, str]:
        """What it is, in each language."""

    def leads(self, id: str) -> tuple[str, bool]:
        """The id of the entry of this group that it points to, and whether that is only close in meaning; "" for none."""
        return "", False

    def suggested(self, id: str) -> bool:
        return False

    def values(self, id: str) -> tuple[tuple[Facet, object], ...]:
        """What it can be found by beside its words."""
        return ()

    def summary(self, id: str, code: str) -> str:
        """The beginning of what it is, in a language or the one that stands in."""
        said = self.catalogue.said(self.gist(id), code)
        return markup.shortened(self.plain(said.text, said.lang), SUMMARY)

    def plain(self, text: str, code: str) -> str:
        return markup.plain(text, lambda id: self._title(id, code))

    def _title(self, id: str, code: str) -> str:
        record = self.catalogue.terms.get(id)
        return self.catalogue.title(record, code).text if record else id


class Records(Group):
    """All records of a kind, as its `search` says; without those that are over on the day `today`."""

    def __init__(self, catalogue: Catalogue, kind: type[Record], today: date) -> None:
        address = {code: (f"{code}/{catalogue.word(kind.folder, code)}/", "/") for code in catalogue.codes}
        ordered = catalogue.ordered(kind.folder, catalogue.main) if kind.search.names else ()
        super().__init__(
            catalogue, kind.folder, kind.label, kind.labels, address, [r.id for r in ordered if not r.over(today)]
        )
        self.search = kind.search
        self.order, self.aside = kind.search.order, kind.search.aside
        self.records = catalogue.of(kind.folder)

    def names(self, id: str, code: str) -> list[str]:
        found = [name for path in self.search.names for name in strings(self.records[id], path, code)]
        if not found and code == self.catalogue.main and not any(self.records[id].titles().values()):
            return [id]
        return list(dict.fromkeys(found))

    def slug(self, id: str, code: str) -> str:
        return self.catalogue.tail(self.records[id], code)

    def text(self, id: str, code: str) -> str:
        return self.text_of(self.records[id], code)

    def text_of(self, record: Record, code: str) -> str:
        """The text of a record, also of another state of it than the catalogue has."""
        found = [text for path in self.search.text for text in strings(record, path, code)]
        return " ".join(self.plain(text, code) for text in found)

    def gist(self, id: str) -> Mapping[str, str]:
        better = self.catalogue.better(self.records[id])
        return self.records[id].summaries() or (better.definition if better else {})

    def leads(self, id: str) -> tuple[str, bool]:
        better = self.catalogue.better(self.records[id])
        use = getattr(self.records[id], "use", None)
        return (better.id, use.kind == "near-synonym") if better and use else ("", False)

    def suggested(self, id: str) -> bool:
        return bool(getattr(self.records[id], "suggested", False))

    def values(self, id: str) -> tuple[tuple[Facet, object], ...]:
        return tuple((facet, getattr(self.records[id], facet.field)) for facet in self.search.facets)


class Entries(Group):
    """The entries of a vocabulary that has a page: they stand on it, or each has one of the directory's by itself."""

    leads_here = True

    def __init__(self, catalogue: Catalogue, vocabulary: Vocabulary, page: str) -> None:
        self.apart = page == BY_ACTIVITY
        address = {code: self._address(catalogue, code, vocabulary, page) for code in catalogue.codes}
        one = vocabulary.of or vocabulary.name
        ids = activities(catalogue) if self.apart else list(vocabulary.entries)
        super().__init__(catalogue, vocabulary.id, one, vocabulary.name, address, ids)
        self.entries = vocabulary.entries

    def _address(self, catalogue: Catalogue, code: str, vocabulary: Vocabulary, page: str) -> tuple[str, str]:
        word = catalogue.word(page, code)
        if self.apart:
            return f"{code}/{catalogue.word(Asset.folder, code)}/{word}/", "/"
        return f"{code}/{word}/#{vocabulary.id}-", ""

    def slug(self, id: str, code: str) -> str:
        return self.catalogue.entry_slug(self.name, id, code) if self.apart else id

    def names(self, id: str, code: str) -> list[str]:
        entry = self.entries[id]
        return list(dict.fromkeys([*([entry.name[code]] if code in entry.name else []), *entry.forms.get(code, ())]))

    def text(self, id: str, code: str) -> str:
        return self.plain(self.entries[id].note.get(code, ""), code)

    def gist(self, id: str) -> Mapping[str, str]:
        return self.entries[id].note


class Pages(Group):
    """The lists of kinds, and the further pages that kinds have: each by its title."""

    order = 3

    def __init__(self, catalogue: Catalogue, wordings: Mapping[str, Wording]) -> None:
        self.wordings = wordings
        self.titles = {
            folder: catalogue.kinds[folder].list_title or catalogue.kinds[folder].labels for folder in catalogue.lists
        }
        for folder in catalogue.lists:
            self.titles |= catalogue.kinds[folder].further if catalogue.of(folder) else {}
        address = {code: (f"{code}/", "/") for code in catalogue.codes}
        super().__init__(catalogue, "pages", N_("page"), N_("Pages"), address, list(self.titles))

    def names(self, id: str, code: str) -> list[str]:
        return [self.wordings[code].plain(self.titles[id])]

    def slug(self, id: str, code: str) -> str:
        return self.catalogue.word(id, code)

    def text(self, id: str, code: str) -> str:
        return ""

    def gist(self, id: str) -> Mapping[str, str]:
        """How many records a list holds, kind by kind in its own words."""
        kind = self.catalogue.kinds.get(id)
        if not kind or not kind.list_about:
            return {}
        n = len(self.catalogue.of(id))
        return {
            code: said.plain(kind.list_about).format(title=self.names(id, code)[0], n=n)
            for code, said in self.wordings.items()
        }


def groups(catalogue: Catalogue, today: date, wordings: Mapping[str, Wording]) -> list[Group]:
    """Everything that can be found on a day, by order of groups, so that large ones come last; records in the alphabetical order of
    the main language."""
    found: list[Group] = [
        Pages(catalogue, wordings),
        *(Records(catalogue, kind, today) for kind in catalogue.kinds.values() if kind.folder in catalogue.lists),
    ]
    found += (Entries(catalogue, vocabulary, page) for vocabulary, page in _with_page(catalogue))
    found = sorted((group for group in found if group.ids), key=lambda group: (group.aside, group.order))
    taken = 0
    for group in found:
        taken += sum(len(name) for id in group.ids for name in group.names(id, catalogue.main))
        group.large = taken > ROOM
    return found


def _with_page(catalogue: Catalogue) -> Iterator[tuple[Vocabulary, str]]:
    for vocabulary in catalogue.of(Vocabulary.folder).values():
        if isinstance(vocabulary, Vocabulary) and vocabulary.page:
            yield vocabulary, vocabulary.page
