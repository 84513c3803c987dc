"""Case studies by country, and what they are found by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from generator.catalogue import Catalogue
from generator.kinds.case_study import CaseStudy
from generator.kinds.vocabulary import Place

NONE = "none"
"""What a study without any outcome is found by."""
FACETS = ("country", "place", "need", "viewpoint", "funder", "outcome")


class Studies:
    """All case studies of a root."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def ordered(self, lang: str) -> list[CaseStudy]:
        """All of them, in the alphabetical order of a language."""
        return [one for one in self.catalogue.ordered(CaseStudy.folder, lang) if isinstance(one, CaseStudy)]

    def by_country(self, lang: str) -> Mapping[str, Sequence[CaseStudy]]:
        """Each under the first of its countries, in the order of the vocabulary."""
        order = {id: place for place, id in enumerate(self.catalogue.entries("countries"))}
        found: dict[str, list[CaseStudy]] = {id: [] for id in order}
        for study in self.ordered(lang):
            first = min(study.countries, key=lambda id: order.get(id, len(order)))
            found.setdefault(first, []).append(study)
        return {id: studies for id, studies in found.items() if studies}

    def traits(self, study: CaseStudy) -> Mapping[str, Sequence[str]]:
        """What a study is found by, as ids by facet: what was tried in a valley is found in the county that it lies in too."""
        return self._traits[study.id]

    @cached_property
    def _traits(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        return {one.id: self._found_by(one) for one in self.ordered(self.catalogue.main)}

    def _found_by(self, study: CaseStudy) -> Mapping[str, Sequence[str]]:
        return {
            "country": study.countries,
            "place": list(dict.fromkeys(area for id in study.areas for area in self.within(id))),
            "need": study.needs,
            "viewpoint": study.viewpoints,
            "funder": study.funders,
            "outcome": study.outcome_kinds or (NONE,),
        }

    @cached_property
    def used(self) -> Mapping[str, Mapping[str, None]]:
        """All ids that some study is found by, by facet."""
        found: dict[str, dict[str, None]] = {facet: {} for facet in FACETS}
        for traits in self._traits.values():
            for facet, ids in traits.items():
                found[facet].update(dict.fromkeys(ids))
        return found

    def within(self, area: str) -> list[str]:
        """An area and those that hold it, the smallest first; not the country, which holds all."""
        found, place = [area], self._place(area)
        while place and place.within and (upper := self._place(place.within[0])):
            if upper.within and place.within[0] not in found:
                found.append(place.within[0])
                place = upper
            else:
                break
        return found

    def _place(self, area: str) -> Place | None:
        entry = self.catalogue.entries_of("areas").get(area)
        return entry.place if entry else None
