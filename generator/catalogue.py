"""Every record of a root with what follows from them together: links both ways, addresses, orderings. Frozen once built.

`load` is the one door: `check` and `build` both go through it, so what passes one passes the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from generator import kinds, references
from generator.issues import Issue
from generator.kinds.feed import Feed
from generator.kinds.record import Moved, Record
from generator.kinds.site import Site
from generator.kinds.term import Term
from generator.kinds.vocabulary import Entry, Vocabulary, named_by_folder
from generator.languages import Language, language, slug
from generator.loading import read_all
from generator.references import Reference
from generator.texts import Text, texts_of

T = TypeVar("T")

VIEWS = tuple(
    "home search suggested themes needs core news quality coverage choices fields checks data plan accessibility".split()
)
"""Pages of a site that are no list of a kind and not written by hand."""


class Said(NamedTuple):
    """A text and the language it is in (another than asked for, where the one asked for is missing)."""

    text: str
    lang: str


@dataclass(frozen=True)
class Catalogue:
    """All of a root. `records[folder][id]`; `moved` likewise; `faulty` are (folder, id) of files with faults; `feeds` the lists
    of others that records come from. `cache` is a folder for what can be made again, where there is one: nothing that is
    found hangs on it."""

    root: Path
    site: Site
    languages: tuple[Language, ...]
    kinds: Mapping[str, type[Record]]
    records: Mapping[str, Mapping[str, Record]]
    moved: Mapping[str, Mapping[str, Moved]]
    faulty: frozenset[tuple[str, str]]
    issues: tuple[Issue, ...]
    feeds: Mapping[str, Feed] = field(default_factory=dict)
    cache: Path | None = None
    _orders: dict[tuple[str, str], tuple[Record, ...]] = field(default_factory=dict, repr=False)
    _addresses: dict[tuple[str, str, str], str] = field(default_factory=dict, repr=False)
    _ranks: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict, repr=False)
    _entries: dict[str, Mapping[str, Entry]] = field(default_factory=dict, repr=False)

    @property
    def codes(self) -> tuple[str, ...]:
        """Language codes, the main language first."""
        return tuple(language.code for language in self.languages)

    @property
    def main(self) -> str:
        return self.languages[0].code

    def of(self, folder: str) -> Mapping[str, Record]:
        return self.records.get(folder, {})

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        return {id: record for id, record in self.of(Term.folder).items() if isinstance(record, Term)}

    def entries(self, vocabulary: str) -> tuple[str, ...]:
        """Ids of a vocabulary's entries; of site.yml's sectors and numbers, which are such lists too."""
        if vocabulary in ("sectors", "urgent"):
            return tuple(entry.id for entry in getattr(self.site, vocabulary) if entry.id)
        return tuple(self.entries_of(vocabulary))

    def entries_of(self, vocabulary: str) -> Mapping[str, Entry]:
        """The entries of a vocabulary by their ids, those of its parts too; else the folders that it would name."""
        if vocabulary not in self._entries:
            lists = [v for v in self.of(Vocabulary.folder).values() if isinstance(v, Vocabulary)]
            held = [v for v in lists if v.id == vocabulary] + [v for v in lists if v.part_of == vocabulary]
            named = {id: entry for part in held for id, entry in part.entries.items()}
            lying = (r for f, kind in self.kinds.items() if kind.shelves == vocabulary for r in self.of(f).values())
            self._entries[vocabulary] = named or named_by_folder(lying, self.main)
        return self._entries[vocabulary]

    @cached_property
    def choices(self) -> tuple[Vocabulary, ...]:
        """Lists that decide between the words of a language."""
        return tuple(v for v in self.of(Vocabulary.folder).values() if isinstance(v, Vocabulary) and v.decides)

    @cached_property
    def lists(self) -> tuple[str, ...]:
        """Folders of kinds that have a list page: words always, others where there is a record, or as `Record.empty` says."""
        always = {f for f in self.site.leads_to & self.kinds.keys() if self.kinds[f].empty} | {Term.folder}
        return tuple(f for f, kind in self.kinds.items() if kind.pages and (self.of(f) or f in always))

    @cached_property
    def views(self) -> tuple[str, ...]:
        """Names of the pages that a root has something to show on."""
        there = {
            "suggested": any(term.suggested for term in self.terms.values()),
            "themes": bool(self.entries("themes")),
            "needs": any(isinstance(v, Vocabulary) and v.page == "needs" for v in self.of(Vocabulary.folder).values()),
            "core": bool(self.site.classes),
            "news": any(record.changes for records in self.records.values() for record in records.values()),
            "choices": bool(self.choices),
            **dict.fromkeys(("coverage", "data", "plan"), bool(self.of("assets"))),
            "accessibility": self.site.accessibility is not None,
        }
        further = [name for folder, kind in self.kinds.items() if self.of(folder) for name in kind.further]
        return (*(name for name in VIEWS if there.get(name, True)), *further)

    @cached_property
    def points(self) -> bool:
        """Whether any word points to another."""
        return any(term.use for term in self.terms.values())

    def said(self, texts: Mapping[str, str], lang: str) -> Said:
        """The text in `lang`, else in the first of the site's languages that has it, else ""."""
        if lang in texts:
            return Said(texts[lang], lang)
        return next((Said(texts[code], code) for code in self.codes if code in texts), Said("", lang))

    def title(self, record: Record, lang: str) -> Said:
        found = self.said(record.titles(), lang)
        return found if found.text else Said(record.id, self.main)

    def word(self, folder: str, lang: str) -> str:
        """The word of a folder or page in addresses."""
        chosen = self.site.paths.get(folder, {}).get(lang)
        kind = self.kinds.get(folder)
        own = kind.path_words.get(lang) if kind else None
        return chosen or own or language(lang).address_words.get(folder, folder)

    def slug(self, record: Record | Moved, lang: str) -> str:
        """A record's own word in its address: its id in the main language, elsewhere what is stored or its title's slug."""
        if lang == self.main:
            return record.id
        title = record.titles().get(lang, "") if isinstance(record, Record) else ""
        return record.slug.get(lang) or slug(title) or record.id

    def address(self, record: Record, lang: str) -> str:
        """Path of a record's page from the root of the site: 'cy/geirfa/atgyfeirio-gwyrdd/'."""
        key = (record.folder, record.id, lang)
        if key not in self._addresses:
            self._addresses[key] = f"{lang}/{self.word(record.folder, lang)}/{self.tail(record, lang)}/"
        return self._addresses[key]

    def tail(self, record: Record | Moved, lang: str, slug: str = "") -> str:
        """What of a record's address stands behind the word of its kind: its slug, or an earlier one, behind that of its shelf."""
        way = record.file.split("/")  # content, the kind's folder, the shelf's, the file
        shelves = self.kinds[way[1]].shelves if way[1] in self.kinds else ""
        slug = slug or self.slug(record, lang)
        return f"{self.entry_slug(shelves, way[-2], lang)}/{slug}" if shelves else slug

    def entry_slug(self, vocabulary: str, id: str, lang: str) -> str:
        """A vocabulary's entry in addresses: its id in the main language, elsewhere its name's slug."""
        entry = self.entries_of(vocabulary).get(id)
        return (slug(entry.name.get(lang, "")) if entry and lang != self.main else "") or id

    def ordered(self, folder: str, lang: str) -> Sequence[Record]:
        """The records of a kind in the alphabetical order of a language, by the titles readers of it see."""
        key = (folder, lang)
        if key not in self._orders:
            sort_key = language(lang).sort_key
            self._orders[key] = tuple(
                sorted(self.of(folder).values(), key=lambda r: (sort_key(self.title(r, lang).text), r.id))
            )
        return self._orders[key]

    def rank(self, record: Record, lang: str) -> int:
        """A record's place in the alphabetical order of its kind."""
        key = (record.folder, lang)
        if key not in self._ranks:
            self._ranks[key] = {other.id: place for place, other in enumerate(self.ordered(*key))}
        return self._ranks[key][record.id]

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that readers see, of all records and of site.yml, in every language; no addresses, no change notes."""
        found: list[Text] = []
        for records in self.records.values():
            for record in records.values():
                found += texts_of(record)
        return (*found, *texts_of(self.site))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every link of every record, as written."""
        return tuple(references.found(self.records))

    @cached_property
    def pointing(self) -> Mapping[tuple[str, str], tuple[Reference, ...]]:
        """Links by what they point to: (folder, id) -> references."""
        found: defaultdict[tuple[str, str], list[Reference]] = defaultdict(list)
        for reference in self.references:
            found[reference.link.folder, reference.target].append(reference)
        return {key: tuple(references) for key, references in found.items()}

    def _pointing_by(self, record: Record, name: str) -> list[Record]:
        return [
            r.record
            for r in self.pointing.get((record.folder, record.id), ())
            if r.path[0] == name and r.record is not record
        ]

    def words_for(self, term: Term) -> list[Term]:
        """Words that point to a term (their `use` names it)."""
        return [record for record in self._pointing_by(term, "use") if isinstance(record, Term)]

    def better(self, record: Record) -> Term | None:
        """The term a word points to; None for any other record."""
        return self.terms.get(record.use.term) if isinstance(record, Term) and record.use else None

    def narrower(self, term: Term) -> list[Term]:
        return [record for record in self._pointing_by(term, "broader") if isinstance(record, Term)]

    def broader(self, term: Term) -> list[Term]:
        return [self.terms[id] for id in term.broader if id in self.terms]

    def related(self, term: Term) -> list[Term]:
        """Related terms, whichever side names the other; none that is already wider or narrower."""
        ids = [*term.related, *(record.id for record in self._pointing_by(term, "related"))]
        nearer = {term.id, *term.broader, *(record.id for record in self.narrower(term))}
        return [self.terms[id] for id in dict.fromkeys(ids) if id in self.terms and id not in nearer]


def load(root: Path, given: Mapping[str, str] | None = None, cache: Path | None = None) -> Catalogue:
    """Read a root whole. `given` are values that stand in for fields of site.yml, where they are known only when it is
    published: its own address, the repository's, the e-mail. `cache` is kept on the catalogue.

    Nothing raises for what a contributor wrote: faulty files are left out and reported in `issues`."""
    found = kinds.discover(root)
    loaded = read_all(root, found)
    return Catalogue(
        root=root,
        site=loaded.site.copied(given or {}),
        languages=tuple(language(code) for code in loaded.codes),
        kinds=found,
        records=_frozen(loaded.records),
        moved=_frozen(loaded.moved),
        faulty=frozenset(loaded.faulty),
        issues=tuple(loaded.issues),
        feeds=loaded.feeds,
        cache=cache,
    )


def _frozen(records: Mapping[str, Mapping[str, T]]) -> Mapping[str, Mapping[str, T]]:
    return MappingProxyType({name: MappingProxyType(dict(sorted(found.items()))) for name, found in records.items()})
