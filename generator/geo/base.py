"""The base of our own map as one small file (`theme/assets/find/base.js` draws it).

{langs: [code, …], levels: [level, …], box: [south, west, north, east]: degrees of a corner, and of a step;
 names: [names, …] of each place that is named on the map, the one that matters most first; and of each, in the same
 order, its number in two digits as in `coding`: lat, lon: its steps from the corner; level: its level;
 shape: where postcodes are known, {from, step, width, land, towns} as in `shape`, rows as `raster.runs`}
Names are one text, parted by |: one a language, in the order of `langs`, empty where it is the first one's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.geo import raster
from generator.geo.coding import BASE, as_json, digits
from generator.geo.gazetteer import Named, named
from generator.geo.grid import FOLDER
from generator.geo.shape import Shape, shape
from generator.geo.whereabouts import Whereabouts

LEVELS = ("city", "country", "authority", "town", "district", "valley", "suburb", "village", "hamlet")
"""Levels of places that vocabularies know, those that a map names first before those it names when one looks closer. Any
other counts as a town."""
TOWN = 6
"""Cells around a place that tell how large it is."""


def files(whereabouts: Whereabouts) -> Iterator[tuple[str, str]]:
    """The file, for a root that knows any place or postcode: its name and content."""
    places = named(whereabouts)
    found = shape(whereabouts.grid, whereabouts.catalogue.cache) if whereabouts.grid else None
    if places or found:
        ordered = _by_weight(places, found)
        drawn = {"shape": _drawn(found)} if found else {}
        yield f"{FOLDER}/base.json", as_json({**_named(whereabouts, ordered), **drawn})


def _by_weight(places: Sequence[Named], found: Shape | None) -> list[Named]:
    """What matters most first: by level, then by how much is built up around; else as they come."""

    def weight(place: Named) -> tuple[int, int]:
        level = LEVELS.index(place.level if place.level in LEVELS else "town")
        return level, -found.built(place.point, TOWN) if found else 0

    return sorted(places, key=weight)


def _named(whereabouts: Whereabouts, places: Sequence[Named]) -> Mapping[str, Any]:
    levels = sorted({place.level for place in places})
    axes = [[place.point[axis] for place in places] for axis in (0, 1)]
    starts = [min(axis, default=0.0) for axis in axes]
    steps = [
        max((max(axis, default=0.0) - start) / (BASE**2 - 1), 1e-6) for axis, start in zip(axes, starts, strict=True)
    ]
    lat, lon = (
        digits([round((degrees - start) / step) for degrees in axis])
        for axis, start, step in zip(axes, starts, steps, strict=True)
    )
    return {
        "langs": whereabouts.catalogue.codes,
        "levels": levels,
        "box": [*starts, *(round(step, 9) for step in steps)],
        "names": [_name(whereabouts, place) for place in places],
        "lat": lat,
        "lon": lon,
        "level": digits([levels.index(place.level) for place in places]),
    }


def _name(whereabouts: Whereabouts, place: Named) -> str:
    main, *others = (whereabouts.catalogue.said(place.entry.name, code).text for code in whereabouts.catalogue.codes)
    names = [main, *("" if name == main else name for name in others)]
    return "|".join(name.replace("|", " ") for name in names)


def _drawn(found: Shape) -> Mapping[str, Any]:
    return {
        "from": found.start,
        "step": found.step,
        "width": found.width,
        "land": raster.runs(found.land),
        "towns": raster.runs(found.towns),
    }
