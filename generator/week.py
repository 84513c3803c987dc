"""What meets in a week near a town: the sheets for noticeboards, one for each town that has enough of it. They say rhythms;
the browser makes dates of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import cos, degrees, radians
from typing import Literal, NamedTuple

from generator.directory import Directory
from generator.geo.whereabouts import PLACES, Spot, distance
from generator.hours.rows import Row, rows
from generator.kinds.asset import Asset
from generator.kinds.fields import Point

TOWNS = ("city", "town")
"""Levels of places, as their vocabulary has them, that have noticeboards: the sheet of the next town serves a village."""
MILES = 5
"""How far around a town, in a straight line."""
REACH = MILES * 1.609344
"""The same in kilometres."""
LEAST, MOST, TOWNS_AN_AREA = 3, 20, 6
"""Groups that a sheet takes, at least and at most, the nearest; and sheets of one area, for the towns with most."""
MOST_DAYS = 5
"""Days of a week from which something is there on most days: it is told once, and not day by day."""

Sort = Literal["days", "most", "some", "ask"]
"""Of a rhythm: on days of every week; on most of them; on days of some weeks; on days that have to be asked for."""

KNOWN, ASK, UNKNOWN = range(3)
"""Whether the days of a group can be counted, have to be asked for, or nothing is known of them."""


class Turn(NamedTuple):
    """One rhythm of a group, at places within reach; or all of those together by which it is there on most days. `numbers` are
    their places among the rhythms of the group."""

    asset: Asset
    numbers: tuple[int, ...]
    rows: Sequence[Row]
    sort: Sort


class Sheet(NamedTuple):
    """One town's. `groups` are those its turns are of; `more` others within reach whose days are known, and `unknown` those
    whose days are not."""

    place: str
    area: str
    turns: Sequence[Turn]
    groups: int
    more: int
    unknown: int


class _Town(NamedTuple):
    """A town that has enough. `near` gives, for each group within reach, what is known of its days and how far it is; `known`
    counts those whose days are known, `own` the places of groups in the town itself."""

    place: str
    point: Point
    near: Mapping[str, tuple[int, float]]
    known: int
    own: int


class Sheets:
    """All sheets of one directory, `by_area`, those with most first; `left_out` counts the towns of an area that have enough
    for one and get none."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._open = {asset.id: asset for asset in directory.assets if asset.state.now == "open"}
        self._rows = {id: rows(asset.when) for id, asset in self._open.items()}
        spots = [spot for id in self._open for spot in directory.spots[id]]
        furthest = max((abs(spot.lat) for spot in spots), default=0.0)
        self._north = degrees(REACH / 6371)
        self._east = self._north / max(cos(radians(furthest) + self._north / 57), 0.05)
        self._cells = self._filled()
        self._own = Counter(
            venue.near for asset in self._open.values() for venue in asset.venues.values() if venue.near
        )
        towns = self._towns()
        self.by_area: Mapping[str, Sequence[Sheet]] = {
            area: [self._sheet(area, town) for town in found[:TOWNS_AN_AREA]] for area, found in towns.items()
        }
        self.left_out: Mapping[str, int] = {
            area: len(found) - TOWNS_AN_AREA for area, found in towns.items() if len(found) > TOWNS_AN_AREA
        }

    def _filled(self) -> Mapping[tuple[int, int], list[tuple[Spot, str, int]]]:
        """The places of groups by the square of the map they lie in, which is as wide as the reach."""
        cells: defaultdict[tuple[int, int], list[tuple[Spot, str, int]]] = defaultdict(list)
        for id in self._open:
            for spot in self._directory.spots[id]:
                here = [KNOWN if row.pattern.sure else ASK for row in self._rows[id] if _is_at(row, spot)]
                if here or not self._rows[id]:  # else it meets elsewhere
                    cells[self._cell(spot)].append((spot, id, min(here, default=UNKNOWN)))
        return cells

    def _cell(self, at: Point | Spot) -> tuple[int, int]:
        return int(at.lat // self._north), int(at.lon // self._east)

    def _near(self, point: Point) -> Mapping[str, tuple[int, float]]:
        north, east = self._cell(point)
        found: dict[str, tuple[int, float]] = {}
        for cell in ((north + n, east + e) for n in (-1, 0, 1) for e in (-1, 0, 1)):
            for spot, id, known in self._cells.get(cell, ()):
                if abs(spot.lat - point.lat) > self._north or abs(spot.lon - point.lon) > self._east:
                    continue  # a corner of the nine squares, out of reach without counting
                if (far := distance(point, spot)) <= REACH and (id not in found or (known, far) < found[id]):
                    found[id] = known, far
        return found

    def _towns(self) -> Mapping[str, list[_Town]]:
        """Towns with enough groups, by area, those with most first. Where two of one area are called the same, and so would
        share an address, the first stands for both."""
        known = self._directory.catalogue
        found: defaultdict[str, list[_Town]] = defaultdict(list)
        for id, entry in known.entries_of(PLACES).items():
            if not entry.place or entry.place.level not in TOWNS or not entry.place.point:
                continue
            near = self._near(entry.place.point)
            sure = sum(how == KNOWN for how, _ in near.values())
            area = self._directory.whereabouts.area_within(entry.place.within)
            if sure >= LEAST and area in self._directory.areas:
                found[area].append(_Town(id, entry.place.point, near, sure, self._own[id]))
        return {
            area: self._distinct(sorted(found[area], key=lambda town: (-town.known, -town.own, town.place)))
            for area in self._directory.areas
            if area in found
        }

    def _distinct(self, towns: Sequence[_Town]) -> list[_Town]:
        known, taken = self._directory.catalogue, set[tuple[str, str]]()
        found = []
        for town in towns:
            words = {(code, known.entry_slug(PLACES, town.place, code)) for code in known.codes}
            if not words & taken:
                found.append(town)
            taken |= words
        return found

    def _sheet(self, area: str, town: _Town) -> Sheet:
        near = town.near
        told = sorted((id for id in near if near[id][0] != UNKNOWN), key=lambda id: (*near[id], id))[:MOST]
        shown = sum(near[id][0] == KNOWN for id in told)
        turns = [turn for id in told for turn in self._turns(id, town.point)]
        return Sheet(
            town.place, area, turns, len(told), town.known - shown, len(near) - len(told) - (town.known - shown)
        )

    def _turns(self, id: str, point: Point) -> Iterator[Turn]:
        asset, near = self._open[id], [spot for spot in self._directory.spots[id] if distance(point, spot) <= REACH]
        here = {n: row for n, row in enumerate(self._rows[id]) if any(_is_at(row, spot) for spot in near)}
        weekly = {n: row for n, row in here.items() if _sort(row) == "days"}
        most = len({day for row in weekly.values() for day in row.pattern.weekdays}) >= MOST_DAYS
        if most:
            yield Turn(asset, tuple(weekly), tuple(weekly.values()), "most")
        for n, row in here.items():
            if not most or n not in weekly:
                yield Turn(asset, (n,), (row,), _sort(row))


def _sort(row: Row) -> Sort:
    found = row.pattern
    if not found.sure:
        return "ask"
    return "some" if found.on or found.nth or found.every > 1 else "days"


def _is_at(row: Row, spot: Spot) -> bool:
    return not row.online and row.venue in (None, spot.venue)
