"""Which record a row of a feed belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.imports.arriving import Row
from generator.imports.feed_rules import DELETED, SAME_WORD
from generator.imports.soundness import NOT_WRITTEN
from generator.imports.standing import Standing
from generator.imports.titles import texts
from generator.kinds.asset import Asset
from generator.kinds.fields import is_id
from generator.kinds.organisation import Organisation
from generator.kinds.record import Record
from generator.taken import Line


def id_of(file: str) -> str:
    """The id of a file's record."""
    return file.rpartition("/")[2].removesuffix(".yml")


def is_followed(kind: type[Record]) -> bool:
    """Whether records of a kind say themselves which lists they come from."""
    return "imported" in kind.model_fields


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()


class Identity:
    """The records that come from one feed. `known` are their files by kind and key; `before` what was kept of its rows."""

    def __init__(self, standing: Standing, feed: str, before: Mapping[tuple[str, str], Line]) -> None:
        self._standing, self._feed, self._before = standing, feed, before
        self._root = standing.before
        self.known = dict(self._imported())

    def _imported(self) -> Iterator[tuple[tuple[str, str], str]]:
        """The files of records that come from this feed, by their kind and key in it."""
        for folder in (Asset.folder, Organisation.folder):
            for record in self._standing.of(folder).values():
                for one in record.imported if isinstance(record, Asset | Organisation) else ():
                    if one.feed == self._feed:
                        yield (folder, one.id), record.file

    def find(self, row: Row) -> None:
        """The record of a row: as the record says, else as was written down when it was last taken."""
        line = self._before.get((row.kind, row.key))
        row.file = self.known.get((row.kind, row.key), "")
        if row.file or line is None or not line.record:
            row.new = not row.file
            return
        now = self._now(row.kind, line.file)
        row.file = now or line.file
        says = is_followed(self._root.kinds[row.kind])
        if not now:
            row.apart = True
            row.say(DELETED, record=line.record)
        elif not self._standing.at(now):
            row.apart = True
            row.say(NOT_WRITTEN)
        elif says and now == line.file:
            row.apart = True  # somebody took its entry out: from now on it is kept by hand

    def find_words(self, rows: Sequence[Row]) -> None:
        """The records of new rows of kinds that are told apart by what they say: the one whose id a row has, else the one that
        is called the same in the same language. Each is that of one row."""
        used = {(row.kind, row.file) for row in rows if row.file}
        called: dict[str, Mapping[tuple[str, str], list[str]]] = {}
        for row in rows:
            if not row.new or is_followed(self._root.kinds[row.kind]):
                continue
            if row.kind not in called:
                called[row.kind] = self._called(row.kind)
            files = (file for file in self._alike(row, called[row.kind]) if (row.kind, file) not in used)
            if file := next(files, ""):
                used.add((row.kind, file))
                row.file, row.new, row.apart = file, False, self._standing.at(file) is None
                row.say(NOT_WRITTEN) if row.apart else row.say(SAME_WORD, record=file)

    def _called(self, folder: str) -> Mapping[tuple[str, str], list[str]]:
        """The files of records by language and title."""
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for record in self._standing.of(folder).values():
            for lang, title in record.titles().items():
                found[lang, _plain(title)].append(record.file)
        return found

    def _alike(self, row: Row, called: Mapping[tuple[str, str], list[str]]) -> Iterator[str]:
        """The files of records that a row may be, the likeliest first."""
        for id in (str(row.tree.get("id", "")), row.key):
            if is_id(id) and (file := self._now(row.kind, f"content/{row.kind}/{id}.yml")):
                yield file
        titles = texts(row.tree.get(self._root.kinds[row.kind].title_field))
        for lang in self._root.codes:
            found = called.get((lang, _plain(titles[lang])), ()) if lang in titles else ()
            if len(found) == 1:
                yield found[0]

    def _now(self, folder: str, file: str) -> str:
        """Where a record is now; "" where it was deleted."""
        if self._standing.at(file) or (folder, id_of(file)) in self._root.faulty:
            return file
        stub = self._root.moved.get(folder, {}).get(id_of(file))
        target = self._standing.of(folder).get(stub.moved_to[0]) if stub else None
        return target.file if target else ""
