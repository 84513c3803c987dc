"""All of a directory for other systems: each record is made ready once, and every format takes what it needs of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from functools import cached_property
from hashlib import blake2b
from typing import Any, BinaryIO, NamedTuple

import orjson

from generator.catalogue import Catalogue
from generator.exports import citation, dictionary, jsonl, releases, wordlist
from generator.exports.geojson import Points
from generator.exports.laying import Laying
from generator.exports.openreferral import Tree, Whole
from generator.exports.package import Package
from generator.exports.received import Received
from generator.geo.whereabouts import Spot
from generator.kinds.asset import Asset
from generator.kinds.organisation import Organisation
from generator.kinds.record import Record
from generator.kinds.term import Term
from generator.kinds.vocabulary import Vocabulary
from generator.referral.outward import Outward, taxonomies, taxonomy_terms
from generator.referral.shown import Private, shown
from generator.referral.trees import forget
from generator.referral.words_out import Words
from generator.wording import Wording

FOLDER = "data"
"""Where it is published, from the root of a site."""
ORUK, HSDS, CSV, GEOJSON, JSONL = FORMATS = ("oruk", "hsds", "csv", "geojson", "jsonl")
WORDS = "words"
"""The glossary as a table, published beside the formats of a directory."""
HSDS_FILE, WORDS_FILE, MANIFEST, CITATION = "hsds.json", "words.csv", "manifest.json", "CITATION.cff"
KINDS: tuple[type[Record], ...] = (Asset, Organisation, Term, Vocabulary)
"""Kinds whose records are told line by line."""


class Published(NamedTuple):
    """What a site's page on its data tells of: sizes of files in bytes, and of folders of many small ones, whose names end in a
    slash; releases, and the day to cite it by."""

    sizes: Mapping[str, int]
    releases: Sequence[releases.Release]
    on: date


Spots = Callable[[Asset], Sequence[Spot]]


def points_file(lang: str) -> str:
    return f"groups.{lang}.geojson"


def lines_file(folder: str) -> str:
    return f"records/{folder}.jsonl"


class Publication:
    """Writes the formats asked for. `private` is what may not leave, `spots` says where a group is."""

    def __init__(
        self,
        laying: Laying,
        catalogue: Catalogue,
        wordings: Mapping[str, Wording],
        private: Mapping[str, Sequence[Private]],
        spots: Spots,
        today: date,
    ) -> None:
        self.laying, self.catalogue, self.private, self.spots, self.today = laying, catalogue, private, spots, today
        self._outs = {lang: Outward(Words(catalogue, wording), private) for lang, wording in wordings.items()}
        self.prints: dict[str, str] = {}

    @cached_property
    def received(self) -> Received:
        return Received(self.catalogue, self.private)

    def write(self, formats: Sequence[str] = FORMATS, langs: Sequence[str] = ()) -> None:
        """Write all of it; the first of `langs` is that of formats that have one only."""
        langs = langs or self.catalogue.codes
        with ExitStack() as stack:
            stack.callback(self.laying.end)
            made = _Formats(self, formats, langs)
            for asset in self.assets():
                made.add(asset)
            made.close()
        if JSONL in formats:
            self.lines(KINDS)

    def assets(self) -> Iterator[Asset]:
        return (asset for asset in self.catalogue.of(Asset.folder).values() if isinstance(asset, Asset))

    def bodies(self) -> Iterator[Organisation]:
        return (body for body in self.catalogue.of(Organisation.folder).values() if isinstance(body, Organisation))

    def publish(self) -> Published:
        """All of it as a site has it: every format, and what says how to cite it, what is in it and what changed."""
        self.write()
        words = self.catalogue.of(Term.folder)
        if words:
            trees = {id: shown(word) for id, word in words.items()}
            self.laying.put(WORDS_FILE, wordlist.published(trees, self.catalogue.codes))
        self._describe()
        forget()
        known = releases.read(self.catalogue.root)
        on = self.day(known)
        self.laying.put(CITATION, citation.citation(self.catalogue, on).encode())
        self.laying.put(releases.PUBLISHED, releases.published(known, self._notes()))
        sizes = dict(sorted(self.laying.sizes.items()))
        self.laying.put(MANIFEST, self.manifest(sizes, on))
        return Published(sizes, known.all, on)

    def _describe(self) -> None:
        """What describes data rather than being some: the data dictionary, and the schemas of our own records."""
        if dictionary.told(self.catalogue):
            self.laying.put(dictionary.FILE, dictionary.published(self.catalogue))
        for name, schema in dictionary.schemas(self.catalogue):
            self.laying.put(name, schema, together=dictionary.SCHEMAS)

    def day(self, known: releases.Releases) -> date:
        """The day that names this state: that of the newest release where nothing has changed since, else today."""
        return date.fromisoformat(known.newest) if known.newest and known.records == self.prints else self.today

    def _notes(self) -> Iterator[Mapping[str, Any]]:
        """What editors noted of changes, newest first."""
        records = [record for kind in KINDS for record in self.catalogue.of(kind.folder).values()]
        noted = [(change, record) for record in records for change in record.changes]
        for change, record in sorted(noted, key=lambda one: (-one[0].on.toordinal(), one[1].folder, one[1].id)):
            yield {"on": str(change.on), "record": f"{record.folder}/{record.id}", "what": change.what}

    def manifest(self, sizes: Mapping[str, int], on: date) -> bytes:
        """What there is: the files and their sizes, and a print of each record that changes when anything in it does, so
        that whoever has an older manifest sees what is new, changed or gone."""
        said = {**citation.about(self.catalogue, on), "files": sizes, "records": self.prints}
        return orjson.dumps(said, option=orjson.OPT_INDENT_2)

    def print_all(self) -> Mapping[str, str]:
        """The prints of all records, and nothing written."""
        for kind in KINDS:
            for record in self.catalogue.of(kind.folder).values():
                self.line(record, shown(record, self.private.get(record.file, ())))
        return self.prints

    def lines(self, kinds: Iterable[type[Record]]) -> None:
        """The records of kinds line by line, but for assets, which are written with the other formats."""
        for kind in kinds:
            records = self.catalogue.of(kind.folder).values()
            if records and kind is not Asset:
                trees = ((record, shown(record, self.private.get(record.file, ()))) for record in records)
                self.laying.put(lines_file(kind.folder), b"".join(self.line(record, tree) for record, tree in trees))

    def line(self, record: Record, tree: Mapping[str, Any]) -> bytes:
        """A record as a line; its print is noted."""
        data = jsonl.line(record, tree)
        self.prints[f"{record.folder}/{record.id}"] = blake2b(data, digest_size=6).hexdigest()
        return data


class _Formats:
    """The files of one publication that grow with each asset."""

    def __init__(self, publication: Publication, formats: Sequence[str], langs: Sequence[str]) -> None:
        self.it, self.main = publication, langs[0]
        laying, outs, catalogue = publication.laying, publication._outs, publication.catalogue
        self.outs = {lang: outs[lang] for lang in langs}
        count = len(list(publication.assets()))
        self.trees = (
            {lang: Tree(laying, f"{ORUK}/{lang}", out) for lang, out in self.outs.items()} if ORUK in formats else {}
        )
        base = catalogue.site.url or "/"
        files = {points_file(lang): out.words for lang, out in self.outs.items()}
        self.points = Points(laying, files, base) if GEOJSON in formats else None
        first = self.outs[self.main]
        self.whole = Whole(laying, HSDS_FILE, first, count) if HSDS in formats else None
        self.package = Package(laying, CSV) if CSV in formats else None
        self.told: BinaryIO | None = laying.begin(lines_file(Asset.folder)) if JSONL in formats else None

    def add(self, asset: Asset) -> None:
        """Take an asset into every format."""
        given = self.outs[self.main].given(asset)
        for lang, out in self.outs.items():
            first = lang == self.main and (self.whole or self.package)
            if lang in self.trees or first:
                service, ours = self.it.received.whole(asset, out.service(asset, given), out)
                data = orjson.dumps(service)
                if lang in self.trees:
                    self.trees[lang].add(service, data)
                if lang == self.main and self.whole:
                    self.whole.add(data)
                if lang == self.main and self.package:
                    self.package.add(ours)
        if self.points and asset.state.now != "closed" and asset.venues:
            self.points.add(asset, given.tree, self.it.spots(asset))
        if self.told:
            self.told.write(self.it.line(asset, given.tree))

    def close(self) -> None:
        """Write what comes last."""
        for lang, tree in self.trees.items():
            tree.close(self._bodies(self.outs[lang]))
        if self.points:
            self.points.close()
        out = self.outs[self.main]
        if self.whole:
            self.whole.close(self._bodies(out))
        if self.package:
            about = citation.about(self.it.catalogue, self.it.today)
            ours = (self.it.received.whole(body, out.organization(body), out)[1] for body in self.it.bodies())
            self.package.close(ours, taxonomies(out.words), taxonomy_terms(out.words), about)

    def _bodies(self, out: Outward) -> Iterator[Mapping[str, Any]]:
        """All who run, fund or own something, whole."""
        return (self.it.received.whole(body, out.organization(body), out)[0] for body in self.it.bodies())
