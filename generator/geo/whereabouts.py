"""Where records are: the points of venues as far as they may be shown, and the places and areas of a root."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from math import asin, cos, radians, sin, sqrt
from typing import Literal, NamedTuple

from generator.catalogue import Catalogue
from generator.geo.grid import Grid, open_grid
from generator.kinds.asset import Asset
from generator.kinds.fields import Point
from generator.kinds.record import Record
from generator.kinds.venue import Venue
from generator.kinds.vocabulary import Entry

AREAS, PLACES = "areas", "places"
"""The vocabularies whose entries say where they are."""

Precision = Literal["exact", "postcode", "place"]

_EARTH = 6371.0088
"""Mean radius in kilometres, as the browser's twin has it."""


class Spot(NamedTuple):
    """Where one venue is, as far as readers may know: `venue` is its key in the record, `area` the id of the area it lies
    in ("" where unknown). `precision` says what the point is: the venue's own, its postcode's, or the middle of its town or
    postcode district."""

    venue: str
    lat: float
    lon: float
    precision: Precision
    area: str


class Whereabouts:
    """What a root knows of where things are. Postcodes are read when the first is asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._within: dict[str, str] = {}

    @cached_property
    def grid(self) -> Grid | None:
        """The postcodes that site.yml asks for; None where it asks for none. Raises Refusal where they are not at hand."""
        prefixes = self.catalogue.site.postcodes
        return open_grid(prefixes, self.catalogue.cache) if prefixes else None

    @cached_property
    def areas(self) -> Mapping[str, Entry]:
        return self.catalogue.entries_of(AREAS)

    @cached_property
    def by_code(self) -> Mapping[str, str]:
        """Ids of areas by their official codes."""
        return {e.place.code: id for id, e in self.areas.items() if e.place and e.place.code}

    def place(self, id: str) -> Entry | None:
        """The town or village of this id, else the area, where its middle is known."""
        entry = self.catalogue.entries_of(PLACES).get(id) or self.areas.get(id)
        return entry if entry and entry.place and entry.place.point else None

    def spots(self, asset: Asset) -> tuple[Spot, ...]:
        """Where an asset's venues are, in their order, without those that nobody may find or whose place is unknown."""
        return tuple(spot for key, venue in asset.venues.items() if (spot := self._spot(key, venue, asset.shelf)))

    def _spot(self, key: str, venue: Venue, shelf: str) -> Spot | None:
        if venue.mask == "none":
            return None
        for point, precision in self._points(venue):
            if point:
                return Spot(key, point.lat, point.lon, precision, self._area(venue, shelf))
        return None

    def _points(self, venue: Venue) -> Iterator[tuple[Point | None, Precision]]:
        """What is known of where a venue is, the best first; of one that only its area is told of, nothing nearer."""
        postcode = venue.postcode or ""
        if venue.mask == "exact":
            yield venue.point, "exact"
            yield (self.grid.exact(postcode) if self.grid else None), "postcode"
        entry = self.place(venue.near) if venue.near else None
        yield (entry.place.point if entry and entry.place else None), "place"
        if self.grid and postcode:
            yield self.grid.point(postcode.partition(" ")[0]), "place"

    def _area(self, venue: Venue, shelf: str) -> str:
        """The area a venue lies in: that of its postcode, else of its place, else the folder of its record."""
        code = self.grid.authority(venue.postcode) if self.grid and venue.postcode else None
        place = self.catalogue.entries_of(PLACES).get(venue.near) if venue.near else None
        return (
            (self.by_code.get(code, "") if code else "")
            or (self.area_within(place.place.within) if place and place.place else "")
            or (shelf if shelf in self.areas else "")
        )

    def area_of(self, record: Record) -> str:
        """The id of the area whose folder a record lies in; "" where that is none, or its kind has no such folders."""
        return record.shelf if record.shelves == AREAS and record.shelf in self.areas else ""

    def area_within(self, within: Sequence[str]) -> str:
        """The area that people are sent to, for what lies in these (the nearest first): the first authority whose postcodes
        are known, else the first with an official code, else the first; "" where there is none."""
        chain = self._chain(within)
        for fits in (self.is_authority, lambda id: bool(self._code(id))):
            if found := next((id for id in chain if fits(id)), ""):
                return found
        return chain[0] if chain else ""

    def is_authority(self, id: str) -> bool:
        """Whether an area is an authority whose postcodes are known here."""
        return self._code(id).startswith(self.catalogue.site.postcodes)

    def is_whole(self, id: str) -> bool:
        """Whether an area is one that people are sent to: an authority; where no postcodes tell which these are, any with
        an official code."""
        return self.is_authority(id) if self.catalogue.site.postcodes else bool(self._code(id))

    def _code(self, id: str) -> str:
        entry = self.areas.get(id)
        return (entry.place.code if entry and entry.place else None) or ""

    def _chain(self, within: Sequence[str]) -> list[str]:
        """These areas and those they lie in, the nearest first, each once."""
        found: dict[str, None] = {}
        waiting = list(within)
        while waiting:
            id = waiting.pop(0)
            if id in self.areas and id not in found:
                found[id] = None
                place = self.areas[id].place
                waiting += place.within if place else ()
        return list(found)


def distance(a: Point | Spot, b: Point | Spot) -> float:
    """Kilometres between two points in a straight line over the ground."""
    north, east = radians(b.lat - a.lat) / 2, radians(b.lon - a.lon) / 2
    between = sin(north) ** 2 + cos(radians(a.lat)) * cos(radians(b.lat)) * sin(east) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(between)))
