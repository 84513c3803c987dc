"""Frameworks of competences beside each other: the headings of the cross-map, and what of other frameworks is placed under each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.kinds.branch import trees
from generator.kinds.competency import Competency, Statement


class Placed(NamedTuple):
    """A part of a framework, or one of the statements that stand on its page; `number` counts these from 1."""

    record: Competency
    statement: Statement | None = None
    number: int = 0

    @property
    def maps_to(self) -> Sequence[str]:
        """The headings it is placed under."""
        return self.statement.maps_to if self.statement else self.record.maps_to

    @property
    def anchor(self) -> str:
        """Where it stands on its record's page."""
        return f"#statement-{self.number}" if self.statement else ""


class CrossMap:
    """The trees of competences of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.records: Mapping[str, Competency] = {
            id: record for id, record in catalogue.of(Competency.folder).items() if isinstance(record, Competency)
        }

    @cached_property
    def _within(self) -> Mapping[str | None, Sequence[Competency]]:
        return trees(self.records.values())

    def parts(self, record: Competency | None) -> Sequence[Competency]:
        """What stands right within a part, in its order; within nothing without one."""
        return self._within.get(record.id if record else None, ())

    @property
    def frameworks(self) -> Sequence[Competency]:
        return [record for record in self.parts(None) if record.type == "framework"]

    @cached_property
    def framework(self) -> Competency | None:
        """The one that others are mapped to."""
        return next((record for record in self.frameworks if record.cross_map), None)

    @property
    def headings(self) -> Sequence[Competency]:
        return self.parts(self.framework) if self.framework else ()

    @property
    def others(self) -> Sequence[Competency]:
        """The frameworks that are mapped: first those of whose structure something is known."""
        return sorted((one for one in self.frameworks if not one.cross_map), key=lambda one: not self.known(one))

    def known(self, framework: Competency) -> bool:
        """Whether anything of its structure is."""
        return bool(self.parts(framework) or framework.statements)

    def all(self, record: Competency) -> Iterator[Placed]:
        """A part and all within it, each followed by its statements, in order."""
        yield Placed(record)
        yield from (Placed(record, said, number) for number, said in enumerate(record.statements, 1))
        for part in self.parts(record):
            yield from self.all(part)

    def placed(self, framework: Competency, heading: Competency) -> Sequence[Placed]:
        """What of a framework stands under a heading."""
        return [one for one in self.all(framework) if heading.id in one.maps_to]

    def unplaced(self, framework: Competency) -> Sequence[Placed]:
        """The parts of a framework that stand under no heading, nor does anything they stand in or hold."""
        return list(self._unplaced(framework))

    def _unplaced(self, record: Competency) -> Iterator[Placed]:
        for number, said in enumerate(record.statements, 1):
            if not said.maps_to and any(other.maps_to for other in record.statements):
                yield Placed(record, said, number)
        for part in self.parts(record):
            if part.maps_to:
                continue
            if any(one.maps_to for one in self.all(part)):
                yield from self._unplaced(part)
            else:
                yield Placed(part)

    def points(self, framework: Competency) -> Sequence[tuple[Competency, Sequence[Competency]]]:
        """What one can mark where one stands in: its competences by the part they stand in; where it has none, its parts."""
        groups = [
            (part, [one for one in self.parts(part) if one.type == "competence"]) for part in self.parts(framework)
        ]
        if any(found for _, found in groups):
            return [(part, found or [part]) for part, found in groups]
        return [(framework, self.parts(framework))] if self.parts(framework) else []
