"""The records of a root while feeds are taken in: as they are on disk, and as they are going to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from generator import checks, source
from generator.catalogue import Catalogue
from generator.geo.whereabouts import AREAS
from generator.issues import N_, Issue
from generator.kinds.record import Record
from generator.kinds.vocabulary import Vocabulary
from generator.loading import record_of
from generator.source import Document, Tree
from generator.wording import Wording

_ELSEWHERE = N_("Elsewhere")


class Standing:
    """`changed` are the trees of records that will be written, by file."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.before = catalogue
        self.changed: dict[str, dict[str, Tree]] = {}
        self._records: dict[str, dict[str, Record]] = {folder: dict(held) for folder, held in catalogue.records.items()}
        self._files = {record.file: record for held in self._records.values() for record in held.values()}

    def at(self, file: str) -> Record | None:
        """The record of a file; None where there is none, or one with faults."""
        return self._files.get(file)

    def of(self, folder: str) -> Mapping[str, Record]:
        return self._records.get(folder, {})

    def tree(self, file: str) -> dict[str, Tree]:
        """What a record's file says, or will say; nothing where it is new."""
        if file in self.changed:
            return self.changed[file]
        tree = source.read(self.before.root, file).tree if file in self._files else {}
        return tree if isinstance(tree, dict) else {}

    def follows(self, kind: type[Record], file: str, taken: dict[str, Tree], feed: str, key: str) -> bool:
        """Whether a record says exactly what was taken of a row, and that it comes from there: then its file need not be read."""
        record = self._files.get(file)
        known = _typed(kind, file, taken, self.before.codes, []) if record and "imported" in kind.model_fields else None
        if record is None or known is None:
            return False
        here = any(one.feed == feed and one.id == key and not one.gone for one in record.imported)  # type: ignore[attr-defined]
        return here and all(getattr(record, name) == getattr(known, name) for name in known.model_fields_set)

    def draft(self, kind: type[Record], file: str, tree: dict[str, Tree], issues: list[Issue]) -> bool:
        """Let a record be written; False, and why among `issues`, where it has faults."""
        record = _typed(kind, file, tree, self.before.codes, issues)
        if record:
            self._put(record, tree)
        return record is not None

    def _put(self, record: Record, tree: dict[str, Tree]) -> None:
        self.changed[record.file] = tree
        self._files[record.file] = record
        self._records[record.folder][record.id] = record

    def restore(self, file: str, record: Record | None, tree: dict[str, Tree]) -> None:
        """Let a record be again what it was at an earlier time."""
        old = self.before.of(file.split("/")[1]).get(record.id) if record else None
        self.back(file)
        if record and record is not old:
            self._put(record, tree)

    def back(self, file: str) -> None:
        """Leave a record as it is on disk, or away where it is not there yet."""
        record = self._files.pop(file, None)
        self.changed.pop(file, None)
        if record is None:
            return
        del self._records[record.folder][record.id]
        old = self.before.of(record.folder).get(record.id)
        if old is not None and old.file == file:
            self._files[file] = self._records[record.folder][record.id] = old

    def add_area(self, id: str, wordings: Sequence[Wording]) -> None:
        """Let the list of areas, where a root has one, have an entry for what lies in none of the others."""
        record = self.of(Vocabulary.folder).get(AREAS)
        if not isinstance(record, Vocabulary) or id in record.entries or id in self.before.entries_of(AREAS):
            return
        tree = dict(self.tree(record.file))
        entries = tree["entries"]
        assert isinstance(entries, dict)
        name: Tree = {wording.lang: wording.plain(_ELSEWHERE) for wording in wordings}
        self.draft(Vocabulary, record.file, {**tree, "entries": {**entries, id: {"name": name}}}, [])

    def catalogue(self) -> Catalogue:
        """All records as they are going to be."""
        records: dict[str, Mapping[str, Record]] = dict(self._records)
        return replace(self.before, records=records, _orders={}, _addresses={}, _ranks={}, _entries={})

    def errors(self, files: Iterable[str], today: date) -> dict[str, list[Issue]]:
        """What blocks in some records as they are going to be, by file."""
        found: dict[str, list[Issue]] = {file: [] for file in sorted(files)}
        for issue in checks.errors(self.catalogue(), today) if found else ():
            if issue.file in found:
                found[issue.file].append(issue)
        return {file: issues for file, issues in found.items() if issues}


def _typed(
    kind: type[Record], file: str, tree: dict[str, Tree], codes: tuple[str, ...], issues: list[Issue]
) -> Record | None:
    id = file.rpartition("/")[2].removesuffix(".yml")
    record = record_of(Document(file, tree), kind, id, codes, issues)
    return record if isinstance(record, Record) else None
