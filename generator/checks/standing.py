"""What others do and ask for: fields that are named as ours are ours, each clause has a place of its own, and what is said of a
tool was seen somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.data_item import DataItem
from generator.kinds.describe import rows
from generator.kinds.record import Record
from generator.kinds.rules import DID_YOU_MEAN
from generator.kinds.standard import Standard
from generator.kinds.tool import NOT_SEEN, Tool
from generator.nearby import did_you_mean

OUR_FIELD = Rule(
    "our-field",
    Severity.ERROR,
    N_("A data item names fields that records of this site have."),
    N_("No record of this site has a field '{field}'."),
    N_("Write the folder of the kind and the name of the field, as assets.needs."),
)
CLAUSE_TWICE = Rule(
    "clause-key-twice",
    Severity.ERROR,
    N_("Each heading and each clause of a standard has a key of its own."),
    N_("Two places of this standard have the key '{key}'."),
    N_("Give one of them another key."),
)
FEATURE_SOURCE = Rule(
    "feature-source",
    Severity.ERROR,
    N_("What is said of a tool's feature names where it was seen."),
    N_("'{answer}' names no source."),
    N_("Name the source under 'from', or write 'not-seen'."),
)
FEATURE_TWICE = Rule(
    "feature-twice",
    Severity.ERROR,
    N_("A tool has one answer for each feature."),
    N_("There are two answers for the feature '{feature}'."),
    N_("Keep one of them; its note can say both."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    for record in catalogue.of(DataItem.folder).values():
        if isinstance(record, DataItem):
            yield from _fields(catalogue, record)
    for record in catalogue.of(Standard.folder).values():
        if isinstance(record, Standard):
            yield from _keys(record)
    for record in catalogue.of(Tool.folder).values():
        if isinstance(record, Tool):
            yield from _features(record)


def _fields(catalogue: Catalogue, record: DataItem) -> Iterator[Issue]:
    for number, ours in enumerate(record.ours):
        folder, _, field = ours.field.partition(".")
        kind = catalogue.kinds.get(folder)
        if kind is None or field not in fields_of(kind):
            known = [f"{kind.folder}.{name}" for kind in catalogue.kinds.values() for name in fields_of(kind)]
            nearest = did_you_mean(ours.field, known)
            path = ("ours", number, "field")
            yield OUR_FIELD.at(
                record.file, path, hint=DID_YOU_MEAN if nearest else "", field=ours.field, nearest=nearest
            )


@cache
def fields_of(kind: type[Record]) -> frozenset[str]:
    """The dotted names of a kind's fields."""
    return frozenset(row.name for row in rows(kind))


def _keys(record: Standard) -> Iterator[Issue]:
    seen: set[str] = set()
    for number, section in enumerate(record.sections):
        places: list[tuple[str, tuple[str | int, ...]]] = [(section.key, ("sections", number, "key"))]
        for inner, clause in enumerate(section.clauses):
            places.append((clause.key, ("sections", number, "clauses", inner, "key")))
        for key, path in places:
            if key in seen:
                yield CLAUSE_TWICE.at(record.file, path, key=key)
            seen.add(key)


def _features(record: Tool) -> Iterator[Issue]:
    seen: set[str] = set()
    for number, one in enumerate(record.features):
        if one.has != NOT_SEEN and not one.from_:
            yield FEATURE_SOURCE.at(record.file, ("features", number, "has"), answer=one.has)
        if one.feature in seen:
            yield FEATURE_TWICE.at(record.file, ("features", number, "feature"), feature=one.feature)
        seen.add(one.feature)
