"""A tree of competences goes from framework to statement; what is published says where; what is mapped stands under a heading."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.crossmap import CrossMap
from generator.issues import N_, Issue, Path, Rule, Severity
from generator.kinds.competency import TYPES, Competency

RUNG = Rule(
    "competence-rung",
    Severity.ERROR,
    N_("In a tree of competences each part is smaller than what it stands within."),
    N_("A {type} cannot stand within '{within}', which is a {other}."),
    N_("The order is {order}; a tree may leave out any but the first."),
)
ALONE = Rule(
    "competence-alone",
    Severity.ERROR,
    N_("A framework stands within nothing, every other part of a tree of competences within something."),
    N_("This is a {type}, and 'within' says {within}."),
    N_("Write 'type: framework' and no 'within', or 'within' with the id of what it stands within."),
)
HEADING = Rule(
    "competence-heading",
    Severity.ERROR,
    N_("What is mapped is mapped to headings of the cross-map."),
    N_("'{id}' is no heading of the cross-map."),
    N_("Headings: {known}."),
)
TWO_MAPS = Rule(
    "two-cross-maps",
    Severity.ERROR,
    N_("One framework at most is the cross-map, and only a framework can be."),
    N_("'cross_map' is true here, and '{other}' is the cross-map."),
    N_("Take 'cross_map' out of one of them."),
)
NO_SOURCE = Rule(
    "competence-source",
    Severity.ERROR,
    N_("What stands in a published framework says in which source."),
    N_("This is said to be published, and no source is named."),
    N_("Name the source; or, where it is your own wording, write 'state: ours'."),
)
_ORDER = tuple(TYPES)


def check(catalogue: Catalogue, today: date) -> Iterator[Issue]:
    trees = CrossMap(catalogue)
    known = {heading.id for heading in trees.headings}
    for record in trees.records.values():
        yield from _place(record, trees)
        yield from _mapped(record, known)
        yield from _sourced(record)
        if record.cross_map and record is not trees.framework:
            yield TWO_MAPS.at(record.file, ("cross_map",), other=trees.framework.id if trees.framework else "-")


def _place(record: Competency, trees: CrossMap) -> Iterator[Issue]:
    if (record.type == "framework") == (record.within is not None):
        yield ALONE.at(record.file, ("type",), type=record.type, within=record.within or "-")
    upper = trees.records.get(record.within or "")
    if upper and record.type != "framework" and _ORDER.index(record.type) <= _ORDER.index(upper.type):
        order = ", ".join(_ORDER)
        yield RUNG.at(record.file, ("within",), type=record.type, within=upper.id, other=upper.type, order=order)


def _mapped(record: Competency, known: set[str]) -> Iterator[Issue]:
    found: list[tuple[Path, str]] = [(("maps_to", n), id) for n, id in enumerate(record.maps_to)]
    for number, said in enumerate(record.statements):
        found += [(("statements", number, "maps_to", n), id) for n, id in enumerate(said.maps_to)]
    for path, id in found:
        if id not in known:
            yield HEADING.at(record.file, path, id=id, known=", ".join(sorted(known)) or "-")


def _sourced(record: Competency) -> Iterator[Issue]:
    if record.state == "published" and not record.sources:
        yield NO_SOURCE.at(record.file, ("state",))
    for number, said in enumerate(record.statements):
        if record.state != "ours" and not said.from_:
            yield NO_SOURCE.at(record.file, ("statements", number, "says"))
