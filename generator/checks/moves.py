"""What has moved says where to, in one step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.issues import N_, Issue, Rule, Severity
from generator.kinds.rules import DID_YOU_MEAN
from generator.nearby import did_you_mean

MOVED_NOWHERE = Rule(
    "moved-nowhere",
    Severity.ERROR,
    N_("A moved record names a record that exists."),
    N_("'{id}', where this record moved to, does not exist."),
    N_("Write the id of the new record."),
)
MOVED_AGAIN = Rule(
    "moved-again",
    Severity.ERROR,
    N_("A moved record names where it is now, not a stop on the way."),
    N_("'{id}', where this record moved to, has itself moved."),
    N_("Write '{now}' instead."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    for folder, stubs in catalogue.moved.items():
        for stub in stubs.values():
            for position, id in enumerate(stub.moved_to):
                if id in stubs:
                    yield MOVED_AGAIN.at(stub.file, ("moved_to", position), id=id, now=" / ".join(stubs[id].moved_to))
                elif id not in catalogue.of(folder) and (folder, id) not in catalogue.faulty:
                    nearest = did_you_mean(id, catalogue.of(folder))
                    yield MOVED_NOWHERE.at(
                        stub.file, ("moved_to", position), hint=DID_YOU_MEAN if nearest else "", id=id, nearest=nearest
                    )
