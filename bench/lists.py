"""Made-up lists to choose from, of the sizes that real ones have, and a made-up country: 22 areas, 300 places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bench.labels import Labels, Texts, slug
from bench.words import fold

COUNTRY = "country"
"""The area that holds all others: what is listed under it is for everyone."""
AREAS, PLACES = 22, 300
_BEGINNINGS = ("Aber", "Caer", "Cwm", "Llan", "Nant", "Pen", "Pont", "Rhyd", "Tal", "Tre")
_SOUTH, _WEST = 51.45, -5.15
_ROWS, _HIGH, _WIDE = 5, 0.42, 0.48
"""Areas lie in rows from south to north, so high and so wide in degrees."""


class Size(NamedTuple):
    """Of a list: how many entries, and for each how many everyday words in a language and how many words of note. `known`
    are ids that mean something to the directory; the others are made from names."""

    entries: int
    forms: int
    note: int
    known: tuple[str, ...] = ()


SIZES: Mapping[str, Size] = {
    "needs": Size(34, 17, 40),
    "activities": Size(50, 15, 4),
    "interests": Size(12, 9, 10),
    "audiences": Size(27, 7, 2),
    "access": Size(15, 5, 5, ("step-free", "hearing-loop", "lift")),
    "costs": Size(5, 5, 8, ("free", "donation", "paid", "varies", "unknown")),
    "join-routes": Size(7, 6, 6, ("self", "booking", "professional")),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list."""

    id: str
    name: Texts
    note: Texts = field(default_factory=dict)
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    group: tuple[str, ...] = ()


class Point(NamedTuple):
    """Degrees north and east."""

    lat: float
    lon: float

    def __str__(self) -> str:
        return f"{self.lat:.4f}, {self.lon:.4f}"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place or an area: its middle, what sort of place it is, what it lies in ("" for the country)."""

    id: str
    name: Texts
    level: str
    within: str
    point: Point
    code: str = ""


class Lists:
    """All lists of one workload. `often` names each place as many times as it has groups, about."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._place_names: dict[str, None] = {}
        self.areas = (self._country(), *map(self._area, range(AREAS)))
        self.places = tuple(map(self._place, range(PLACES)))
        self.often = [place for place in self.places for _ in range({"city": 30, "town": 6}.get(place.level, 1))]
        interests = tuple(self._entries("interests"))
        groups = tuple(interest.id for interest in interests)
        self.entries: Mapping[str, tuple[Entry, ...]] = {
            **{name: tuple(self._entries(name)) for name in SIZES if name not in ("activities", "interests")},
            "activities": tuple(self._entries("activities", groups)),
            "interests": interests,
        }
        self.names: Mapping[str, Mapping[str, Texts]] = {
            **{name: {entry.id: entry.name for entry in found} for name, found in self.entries.items()},
            "areas": {area.id: area.name for area in self.areas},
            "places": {place.id: place.name for place in self.places},
        }

    def ids(self, name: str) -> tuple[str, ...]:
        """Ids of one list, in its order."""
        return tuple(self.names[name])

    def _entries(self, name: str, groups: tuple[str, ...] = ()) -> Iterator[Entry]:
        labels, size = self._labels, SIZES[name]
        for number in range(size.entries):
            called = labels.name((1, 2, 2))
            id = size.known[number] if number < len(size.known) else slug(called["en"])
            forms = labels.names(size.forms, (1, 2, 2, 3))
            yield Entry(
                id,
                called,
                labels.texts(size.note),
                {code: tuple(form[code] for form in forms) for code in called},
                labels.some(groups, labels.pick((1, 1, 2))) if groups else (),
            )

    def _place_name(self) -> Texts:
        """A name of one word, the same in both languages as most are; nothing else is called that."""
        labels = self._labels
        while True:
            name = fold(labels.welsh.pick(_BEGINNINGS) + labels.welsh.phrase(1)).capitalize()
            if name not in self._place_names:
                self._place_names[name] = None
                return {"en": name, "cy": name}

    @staticmethod
    def _country() -> Spot:
        middle = Point(_SOUTH + _ROWS * _HIGH / 2, _WEST + _ROWS * _WIDE / 2)
        return Spot(COUNTRY, {"en": "The country", "cy": "Y wlad"}, COUNTRY, "", middle, "X92000001")

    def _area(self, number: int) -> Spot:
        name, (row, column) = self._place_name(), divmod(number, _ROWS)
        middle = Point(_SOUTH + (row + 0.5) * _HIGH, _WEST + (column + 0.5) * _WIDE)
        return Spot(slug(name["en"]), name, "authority", COUNTRY, middle, f"X06{number + 1:06}")

    def _place(self, number: int) -> Spot:
        name, area = self._place_name(), self.areas[1 + number % AREAS]
        level = "city" if number < 3 else "town" if number < 90 else "village"
        return Spot(slug(name["en"]), name, level, area.id, self.near(area.point, 0.4))

    def near(self, point: Point, share: float) -> Point:
        """A point not further from another than this share of an area's height and width."""
        north, east = (self._labels.number(-1000, 1000) / 1000 * share for _ in "ab")
        return Point(point.lat + north * _HIGH, point.lon + east * _WIDE)
