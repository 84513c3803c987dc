"""Where each field of a record comes from: which follow the list of others they came from, and which were edited here since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from generator import taken
from generator.catalogue import Catalogue
from generator.kinds.record import Record
from generator.loading import record_of
from generator.source import Document
from generator.taken import Line


class Origin(NamedTuple):
    """What one list of others gave to a record: fields that say what it says, and those that were edited here, or come from
    another. `on` is the day on which something of it last came in new, `gone` the day on which it was found missing there."""

    feed: str
    on: date
    gone: date | None
    follows: tuple[str, ...]
    edited: tuple[str, ...]


class Provenance:
    """The origins of all records of a root. What was taken in is read when the first is asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def of(self, record: Record) -> Sequence[Origin]:
        """The origins of a record, in the order of its entries; none for one that is all ours."""
        entries = getattr(record, "imported", ())
        fields = self._fields.get(record.file, {}) if entries else {}
        return [Origin(one.feed, one.on, one.gone, *fields.get((one.feed, one.id), ((), ()))) for one in entries]

    @cached_property
    def _fields(self) -> Mapping[str, Mapping[tuple[str, str], tuple[tuple[str, ...], tuple[str, ...]]]]:
        """For each record's file, by feed and key there: the fields that follow it, and those that do not."""
        known = self._catalogue
        records = {r.file: r for held in known.records.values() for r in held.values() if getattr(r, "imported", ())}
        found: defaultdict[str, dict[tuple[str, str], tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(dict)
        alike: dict[tuple[str, ...], tuple[str, ...]] = {}
        for feed in sorted({one.feed for record in records.values() for one in getattr(record, "imported", ())}):
            for line in taken.lines(known.root, feed):
                for record in _of(line, feed, records, known):
                    follows, edited = _compared(line, record, known.codes)
                    pair = alike.setdefault(follows, follows), alike.setdefault(edited, edited)
                    found[record.file][feed, line.key] = pair
        return found


def _of(line: Line, feed: str, records: Mapping[str, Record], known: Catalogue) -> Sequence[Record]:
    """The record that a row belongs to, where it was moved or merged too."""
    record = records.get(line.file)
    if record is None and line.record:
        stub = known.moved.get(line.kind, {}).get(line.record.rpartition("/")[2])
        target = known.of(line.kind).get(stub.moved_to[0]) if stub else None
        record = records.get(target.file) if target else None
    entries = getattr(record, "imported", ())
    return [record] if record and any((one.feed, one.id) == (feed, line.key) for one in entries) else []


def _compared(line: Line, record: Record, codes: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    then = record_of(Document(record.file, {**line.taken}), type(record), record.id, codes, [])
    if not isinstance(then, Record):  # taken under other rules than today's
        return (), tuple(line.taken)
    names = [name for name in type(record).model_fields if name in then.model_fields_set]
    same = [getattr(then, name) == getattr(record, name) for name in names]
    return (
        tuple(name for name, follows in zip(names, same, strict=True) if follows),
        tuple(name for name, follows in zip(names, same, strict=True) if not follows),
    )
