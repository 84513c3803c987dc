"""The directory: every asset that can be found, in an order in which neighbours on the map stand together, and by what one
looks for. Made once for a build; pages and the browser's files read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from generator.catalogue import Catalogue
from generator.geo.whereabouts import Spot, Whereabouts, distance
from generator.kinds.asset import Asset
from generator.kinds.handover import Handover
from generator.kinds.look import Look
from generator.kinds.vocabulary import Entry
from generator.provenance import Provenance
from generator.traits import Traits

K = TypeVar("K", bound=Hashable)

BY_NEED, BY_ACTIVITY = "by-need", "by-activity"
"""Names of the pages that list groups by an entry of a vocabulary; site.yml may say their words in addresses."""

NEAR, SIMILAR, AROUND = 4, 4, 12
"""How many neighbours and like ones an asset's page shows, and among how many on either side they are looked for."""
FAR = 40
"""Kilometres from which on nothing is called near."""


class Directory:
    """All of a catalogue's assets. `assets` are those that are open or paused; what has closed has a page and no more."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.whereabouts = Whereabouts(catalogue)
        self.traits = Traits(catalogue)
        self.provenance = Provenance(catalogue)
        self._asked: tuple[Asset, Sequence[Asset], Sequence[Asset]] | None = None

    @cached_property
    def spots(self) -> Mapping[str, tuple[Spot, ...]]:
        """Where each asset is, by its id; of what has closed too."""
        return {asset.id: self.whereabouts.spots(asset) for asset in self._every()}

    @cached_property
    def assets(self) -> Sequence[Asset]:
        return sorted((asset for asset in self._every() if asset.state.now != "closed"), key=self._place)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The place of each asset among `assets`, by its id."""
        return {asset.id: n for n, asset in enumerate(self.assets)}

    def _every(self) -> Iterator[Asset]:
        return (asset for asset in self.catalogue.of(Asset.folder).values() if isinstance(asset, Asset))

    def _place(self, asset: Asset) -> tuple[int, str]:
        """Along a curve that keeps neighbours together; what has no place comes last."""
        spots = self.spots[asset.id]
        return (_curve(spots[0].lat, spots[0].lon) if spots else 1 << 40, asset.id)

    @cached_property
    def areas(self) -> Mapping[str, Entry]:
        """The areas that assets are listed under, or that somebody can be asked in, in the order of their vocabulary."""
        used = {asset.shelf for asset in self.assets} | set(self.handover)
        return {id: entry for id, entry in self.catalogue.entries_of(Asset.shelves).items() if id in used}

    @cached_property
    def everywhere(self) -> tuple[str, ...]:
        """Areas that hold all others: what is listed under them is for everyone."""
        within = {parent for entry in self.areas.values() if entry.place for parent in entry.place.within}
        return tuple(id for id in self.areas if id in within)

    @cached_property
    def by_area(self) -> Mapping[str, Sequence[Asset]]:
        return _grouped((asset.shelf, asset) for asset in self.assets)

    @cached_property
    def by_need(self) -> Mapping[str, Sequence[Asset]]:
        return _grouped((need, asset) for asset in self.assets for need in asset.needs)

    @cached_property
    def by_activity(self) -> Mapping[str, Sequence[Asset]]:
        return _grouped((activity, asset) for asset in self.assets for activity in asset.activities)

    @cached_property
    def by_area_and_need(self) -> Mapping[tuple[str, str], Sequence[Asset]]:
        return _grouped(((asset.shelf, need), asset) for asset in self.assets for need in asset.needs)

    @cached_property
    def by_area_and_activity(self) -> Mapping[tuple[str, str], Sequence[Asset]]:
        return _grouped(((asset.shelf, activity), asset) for asset in self.assets for activity in asset.activities)

    @cached_property
    def handover(self) -> Mapping[str, Handover]:
        """Whom to ask, by area."""
        records = self.catalogue.of(Handover.folder).values()
        return {record.area: record for record in records if isinstance(record, Handover)}

    @cached_property
    def looks(self) -> Mapping[tuple[str, str], Look]:
        """The newest look for each area and need that was looked for there."""
        records = [record for record in self.catalogue.of(Look.folder).values() if isinstance(record, Look)]
        return {(look.area, need): look for look in sorted(records, key=lambda look: look.on) for need in look.needs}

    def near(self, asset: Asset) -> Sequence[Asset]:
        """The nearest others, nearest first, as far as one can call them near."""
        return self._beside(asset)[1]

    def similar(self, asset: Asset) -> Sequence[Asset]:
        """The nearest others where one does the same."""
        return self._beside(asset)[2]

    def _beside(self, asset: Asset) -> tuple[Asset, Sequence[Asset], Sequence[Asset]]:
        """What is near and what is alike, kept until another asset is asked about: languages of a page follow each other."""
        if self._asked is None or self._asked[0] is not asset:
            self._asked = asset, self._near(asset), self._similar(asset)
        return self._asked

    def _near(self, asset: Asset) -> Sequence[Asset]:
        n = self.numbers.get(asset.id)
        here = self.spots[asset.id]
        if n is None or not here:
            return []
        found = self._nearest(asset, self.assets[max(n - AROUND, 0) : n + AROUND + 1])[:NEAR]
        return [other for other in found if distance(here[0], self.spots[other.id][0]) < FAR]

    def _similar(self, asset: Asset) -> Sequence[Asset]:
        found: dict[str, Asset] = {}
        for activity in asset.activities:
            others = self.by_activity[activity] if asset.id in self.numbers else ()
            place = self._at[activity].get(asset.id, 0) if others else 0
            found.update((other.id, other) for other in others[max(place - SIMILAR, 0) : place + SIMILAR + 1])
        return self._nearest(asset, found.values())[:SIMILAR]

    @cached_property
    def _at(self) -> Mapping[str, Mapping[str, int]]:
        return {name: {asset.id: n for n, asset in enumerate(found)} for name, found in self.by_activity.items()}

    def _nearest(self, asset: Asset, others: Iterable[Asset]) -> list[Asset]:
        here, points = self._points[asset.id], self._points
        if not here:
            return [other for other in others if other is not asset and not points[other.id]]
        north, east = here
        apart = [
            ((there[0] - north) ** 2 + (there[1] - east) ** 2, other.id, other)
            for other in others
            if other is not asset and (there := points[other.id])
        ]
        return [other for _, _, other in sorted(apart)]

    @cached_property
    def _points(self) -> Mapping[str, tuple[float, float] | None]:
        """The first spot of each asset, for an order alone: a degree east is some three fifths of one north where people live
        here."""
        return {id: (spots[0].lat, 0.6 * spots[0].lon) if spots else None for id, spots in self.spots.items()}


def activities(catalogue: Catalogue) -> tuple[str, ...]:
    """Entries of the vocabulary activities that there is something for, in its order: those with a page."""
    assets = (asset for asset in catalogue.of(Asset.folder).values() if isinstance(asset, Asset))
    used = {activity for asset in assets if asset.state.now != "closed" for activity in asset.activities}
    return tuple(id for id in catalogue.entries("activities") if id in used)


def newest(asset: Asset) -> str:
    """The day, month or year of the newest thing known about an asset: its check, else its newest source; "" for none."""
    if asset.checked:
        return asset.checked.on.isoformat()
    return max((evidence.dated for evidence in asset.sources if evidence.dated), default="")


def _curve(lat: float, lon: float) -> int:
    """Place on a Z-order curve of some 30 m: the bits of north and east in turn."""
    north, east = int((lat + 90) * 4096), int((lon + 180) * 4096)
    return sum((north >> bit & 1) << 2 * bit + 1 | (east >> bit & 1) << 2 * bit for bit in range(21))


def _grouped(pairs: Iterable[tuple[K, Asset]]) -> Mapping[K, Sequence[Asset]]:
    found: defaultdict[K, list[Asset]] = defaultdict(list)
    for key, asset in pairs:
        found[key].append(asset)
    return dict(found)
