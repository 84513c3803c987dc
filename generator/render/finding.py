"""What the finder's page shows: its questions and its choices, as boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from generator.escaping import escape
from generator.issues import N_
from generator.render.asset_data import DataHere
from generator.traits import DAYS, FACETS, PARTS

HARD: Mapping[str, str] = {
    "free": N_("Money is short"),
    "company": N_("Going on my own"),
    "step-free": N_("Steps and stairs"),
    "public": N_("No car"),
    "online": N_("Leaving home"),
    "self": N_("Asking to be referred"),
}
"""What makes it hard, in a person's words, by what makes it easier."""
PART_NAMES: Mapping[str, str] = {
    "morning": N_("In the morning"),
    "afternoon": N_("In the afternoon"),
    "evening": N_("In the evening"),
}


class Choices(NamedTuple):
    """One facet of the filters: ids with what readers see of them."""

    id: str
    label: Markup
    choices: Sequence[tuple[str, Markup]]


class FindingHere(DataHere):
    """As DataHere, for the finder's page too."""

    @cached_property
    def hard(self) -> Mapping[str, Markup]:
        """What makes it hard, each with the trait that makes it easier."""
        spoken = {
            f"in-{code}": self.wording("I would rather speak {language}", language=self.wording.language(code))
            for code in self.catalogue.codes[1:]
        }
        return {id: self.wording(label) for id, label in HARD.items()} | spoken

    def facets(self) -> Iterator[Choices]:
        """All that groups are narrowed down by, with the choices there are groups for."""
        used = self._used
        for facet in FACETS:
            entries = self.catalogue.entries_of(facet.vocabulary) if facet.vocabulary else {}
            names = {id: self.line(entry.name) for id, entry in entries.items()} or self.good
            choices = [(id, name) for id, name in names.items() if id in used[facet.id]]
            yield Choices(facet.id, self.wording(facet.label), choices)
        days = [(day, escape(name)) for day, name in zip(DAYS, self.wording.days(), strict=True)]
        yield Choices("day", self.wording(N_("Day")), days)
        yield Choices(
            "part", self.wording(N_("Time of day")), [(part, self.wording(PART_NAMES[part])) for part in PARTS]
        )
        yield Choices("area", self.wording(N_("Area")), self.areas())

    @cached_property
    def _used(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {facet.id: set() for facet in FACETS}
        for asset in self.directory.assets:
            for facet, ids in self.directory.traits.of(asset).items():
                found[facet].update(ids)
        return found
