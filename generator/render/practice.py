"""What the pages of records that form a tree show: the parts within a part, the way up, what points to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from generator.catalogue import Said
from generator.crossmap import CrossMap
from generator.kinds.branch import Branch, trees
from generator.kinds.record import Record
from generator.render.finding import FindingHere


class PracticeHere(FindingHere):
    """As FindingHere, for frameworks, competences and the like too."""

    def parts(self, record: Branch | None = None, folder: str = "") -> Sequence[Branch]:
        """What stands right within a part, in its order; without one, what stands within nothing in a folder."""
        folder, id = (record.folder, record.id) if record else (folder, None)
        if folder not in self._trees:
            found = (one for one in self.catalogue.of(folder).values() if isinstance(one, Branch))
            self._trees[folder] = trees(found, lambda one: self.catalogue.rank(one, self.lang))
        return self._trees[folder].get(id, [])

    @cached_property
    def _trees(self) -> dict[str, Mapping[str | None, Sequence[Branch]]]:
        """The trees of a folder, once they have been asked for."""
        return {}

    def above(self, record: Branch) -> Sequence[Branch]:
        """The parts that a part stands within, the outermost first."""
        found: list[Branch] = []
        records = self.catalogue.of(record.folder)
        while record.within and isinstance(upper := records.get(record.within), Branch) and upper not in found:
            found.insert(0, upper)
            record = upper
        return found

    @cached_property
    def cross_map(self) -> CrossMap:
        """The frameworks of competences beside each other."""
        return CrossMap(self.catalogue)

    def pointing(self, record: Record, folder: str) -> list[Record]:
        """The records of a folder that link to this one, each once, in alphabetical order."""
        found = {
            reference.record.id: reference.record
            for reference in self.catalogue.pointing.get((record.folder, record.id), ())
            if reference.record.folder == folder
        }
        return self.sorted(found.values())

    def crumbs(self, record: Record) -> Iterator[tuple[Said, str]]:
        """What leads to a record from its kind's list: its shelf, or the parts it stands within."""
        if record.shelves:
            yield self.shelf_crumb(record)
        elif isinstance(record, Branch):
            for upper in self.above(record):
                yield self.title(upper), self.catalogue.address(upper, self.lang)
