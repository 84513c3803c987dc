"""The days on which something takes place that does not repeat are in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity

ORDER = Rule(
    "days-order",
    Severity.ERROR,
    N_("The last day does not come before the first."),
    N_("Its last day, {until}, comes before its first, {first}."),
    N_("Put one of the two right."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    for kind in catalogue.kinds.values():
        for record in catalogue.of(kind.folder).values() if kind.days_field else ():
            for number, occasion in enumerate(getattr(record, kind.days_field)):
                if occasion.last < occasion.from_:
                    path = (kind.days_field, number, "until")
                    yield ORDER.at(record.file, path, first=occasion.from_, until=occasion.last)
