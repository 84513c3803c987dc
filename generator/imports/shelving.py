"""In which area a row lies: the folder that its record is kept in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from generator.catalogue import Catalogue
from generator.geo.whereabouts import PLACES, Whereabouts, distance
from generator.kinds.fields import Point
from generator.source import Tree

ELSEWHERE = "elsewhere"
"""The folder of what says nothing of where it is, or lies outside the areas of a root."""
_NEAR = 3.0
"""Kilometres from the next postcode within which a point is still in the same authority."""
_CELL = 0.03
"""Degrees from side to side of the squares that postcodes are looked up in: 3.3 km from south to north."""


class Shelves:
    """The areas of a root."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._where = Whereabouts(catalogue)

    def of(self, tree: dict[str, Tree], fallback: str | None) -> str:
        """The id of an area: that of a row's postcodes, points, towns, of the areas it serves, else the fallback."""
        venues = tree.get("venues")
        places: list[Any] = list(venues.values()) if isinstance(venues, dict) else []
        serves = tree.get("serves")
        ways = (self._by_postcode, self._by_point, self._by_town)
        found = next((area for way in ways for place in places if isinstance(place, dict) and (area := way(place))), "")
        return found or self._by_areas(serves if isinstance(serves, list) else []) or fallback or ELSEWHERE

    def _by_postcode(self, venue: dict[str, Any]) -> str:
        postcode, grid = venue.get("postcode"), self._where.grid
        code = grid.authority(postcode) if grid and isinstance(postcode, str) else None
        return self._where.by_code.get(code or "", "")

    def _by_point(self, venue: dict[str, Any]) -> str:
        """The authority of the next postcode, where one is near."""
        try:
            lat, lon = (float(part) for part in str(venue.get("point", "")).split(","))
        except ValueError:
            return ""
        point = Point(lat, lon)
        near = [
            (distance(point, other), code)
            for row in range(int(lat // _CELL) - 1, int(lat // _CELL) + 2)
            for column in range(int(lon // _CELL) - 2, int(lon // _CELL) + 3)
            for other, code in self._postcodes.get((row, column), ())
        ]
        km, code = min(near, default=(_NEAR, ""))
        return self._where.by_code.get(code, "") if km < _NEAR else ""

    def _by_town(self, venue: dict[str, Any]) -> str:
        entry = self._where.catalogue.entries_of(PLACES).get(str(venue.get("near", "")))
        return self._where.area_within(entry.place.within) if entry and entry.place else ""

    def _by_areas(self, ids: list[Tree]) -> str:
        """The first authority of those it serves, else the first area."""
        known = [id for id in map(str, ids) if id in self._where.areas]
        return next((id for id in known if self._where.is_whole(id)), known[0] if known else "")

    @cached_property
    def _postcodes(self) -> dict[tuple[int, int], list[tuple[Point, str]]]:
        """Every postcode's point and authority, by squares of the map."""
        cells: defaultdict[tuple[int, int], list[tuple[Point, str]]] = defaultdict(list)
        for point, code in self._all():
            cells[int(point.lat // _CELL), int(point.lon // _CELL)].append((point, code))
        return cells

    def _all(self) -> Iterator[tuple[Point, str]]:
        grid = self._where.grid
        for name in grid.districts if grid else ():
            district = grid.district(name)  # type: ignore[union-attr]
            for unit in district.units:
                if found := district.find(unit):
                    yield found
