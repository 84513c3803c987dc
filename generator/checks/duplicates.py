"""One thing is listed once: groups and organisations that are alike in name and in where or how they are found.

A check looks at what is surely worth a look, quickly; `geirfa duplicates` looks wider and lists what is less sure.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.duplicates import index
from generator.issues import N_, Issue, Phrases, Rule, Severity

LISTED_TWICE = Rule(
    "listed-twice",
    Severity.WARNING,
    N_("A group or organisation is listed once."),
    N_("This looks like {other}, listed twice: {reasons}."),
    N_("If they are one, run 'geirfa merge {id} {twin}'; if not, 'geirfa duplicates --not {id} {twin}'."),
)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    for pair in index.pairs(catalogue):
        if pair.strong:
            kept, twin = pair.first.record, pair.second.record
            reasons = Phrases("; ".join(reason.text for reason in pair.reasons if reason.points > 0))
            names = (f"{kept.folder}/{kept.id}", f"{twin.folder}/{twin.id}")
            yield LISTED_TWICE.at(twin.file, other=kept.file, reasons=reasons, id=names[0], twin=names[1])
