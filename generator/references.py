"""Links as records write them: from where, to what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.issues import Path
from generator.kinds.fields import Link
from generator.kinds.marks import marks, values
from generator.kinds.record import Record


class Reference(NamedTuple):
    """One link as written: from a record, at a path, to an id of a folder."""

    record: Record
    path: Path
    link: Link
    target: str


def found(records: Mapping[str, Mapping[str, Record]]) -> Iterator[Reference]:
    """Every link of every record, by folder and id."""
    for of_kind in records.values():
        for record in of_kind.values():
            for marked in marks(type(record)):
                if isinstance(marked.mark, Link):
                    for path, id in values(record, marked):
                        yield Reference(record, path, marked.mark, id)
