"""A claim rests on sources that its record names; where sources conflict, at least two readings stand side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.claim import CITES
from generator.kinds.marks import Marked, marks, values
from generator.kinds.record import Record

UNKNOWN = Rule(
    "claim-source",
    Severity.ERROR,
    N_("A claim names a source of its record."),
    N_("No source of this record has the key '{key}'."),
    N_("Write one of its keys, {known}, or add the source to 'sources' with that key."),
)
TWICE = Rule(
    "source-key-twice",
    Severity.ERROR,
    N_("Each source of a record has a key of its own."),
    N_("Two sources of this record have the key '{key}'."),
    N_("Give one of them another key, and name it in the claims that rest on it."),
)
IDLE = Rule(
    "source-not-cited",
    Severity.WARNING,
    N_("Each source of a record bears out a claim."),
    N_("No claim of this record rests on the source '{key}'."),
    N_("Name it in the 'from' of the claim it bears out, or take it out."),
)
ONE_READING = Rule(
    "conflict-readings",
    Severity.ERROR,
    N_("Where sources conflict, at least two readings stand side by side."),
    N_("A conflict has only one reading."),
    N_("Add what the other source says, or make it a plain claim."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    for kind in catalogue.kinds.values():
        citing = [marked for marked in marks(kind) if marked.mark == CITES]
        for record in catalogue.of(kind.folder).values() if citing else ():
            yield from _claims(record, citing)
            for number, conflict in enumerate(getattr(record, "conflicts", ())):
                if len(conflict.readings) < 2:
                    yield ONE_READING.at(record.file, ("conflicts", number, "readings"))


def _claims(record: Record, citing: list[Marked]) -> Iterator[Issue]:
    keys = [source.key for source in getattr(record, "sources", ())]
    counted = Counter(keys)
    cited = set()
    for marked in citing:
        for path, key in values(record, marked):
            cited.add(key)
            if key not in counted:
                yield UNKNOWN.at(record.file, path, key=key, known=", ".join(counted) or "-")
    seen: set[str] = set()
    for number, key in enumerate(keys):
        if key in seen:
            yield TWICE.at(record.file, ("sources", number, "key"), key=key)
        elif key not in cited:
            yield IDLE.at(record.file, ("sources", number, "key"), key=key)
        seen.add(key)
