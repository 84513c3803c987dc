"""The shape of a country and of its towns, worked out from where its postcodes are: the base of our own map, which needs no
map maker. Where nobody has a postcode within some three kilometres of another, the shape has a gap; an empty
upland amid them is land all the same."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from math import cos, radians
from pathlib import Path
from typing import Any, NamedTuple

from generator import files
from generator.geo import coding, raster
from generator.geo.grid import Grid
from generator.geo.raster import Rows
from generator.kinds.fields import Point

CELL = 0.4
"""Kilometres from side to side of a cell."""
REACH = 8
"""Cells: land is what lies between two postcodes less than twice as far apart."""
SHORE = 1
"""Cells that land reaches beyond the last postcode."""
TOWN = 3
"""Postcodes in a cell from which it is built up: some nineteen a square kilometre."""
_KILOMETRES = 111.2
"""In a degree north."""


class Shape(NamedTuple):
    """A raster: `start` is the corner furthest south and west, `step` a cell's height and width, both in degrees; rows of
    land and of towns go from south to north."""

    start: Point
    step: Point
    width: int
    land: Rows
    towns: Rows

    def built(self, point: Point, reach: int) -> int:
        """How many cells within `reach` rows and columns of a point are built up: how large a town is."""
        y, x = (int((point[axis] - self.start[axis]) / self.step[axis]) for axis in (0, 1))
        if x < 0:
            return 0
        rows = self.towns[max(y - reach, 0) : max(y + reach + 1, 0)]
        left = max(x - reach, 0)
        return sum((row >> left & (1 << (x + reach + 1 - left)) - 1).bit_count() for row in rows)


def shape_of(points: Sequence[Point]) -> Shape:
    """The shape of a country with postcodes at these points, at least one."""
    pad = REACH + 2
    south, west = (min(point[axis] for point in points) for axis in (0, 1))
    middle = (south + max(point.lat for point in points)) / 2
    step = Point(round(CELL / _KILOMETRES, 6), round(CELL / _KILOMETRES / cos(radians(middle)), 6))
    start = Point(round(south - pad * step.lat, 6), round(west - pad * step.lon, 6))
    cells = Counter((int((lat - start.lat) / step.lat), int((lon - start.lon) / step.lon)) for lat, lon in points)
    height, width = (max(cell[axis] for cell in cells) + pad + 1 for axis in (0, 1))
    lived, towns = [0] * height, [0] * height
    for (y, x), count in cells.items():
        lived[y] |= 1 << x
        towns[y] |= (count >= TOWN) << x
    land = raster.shrunk(raster.grown(lived, width, REACH), width, REACH - SHORE)
    return Shape(start, step, width, raster.filled(land, width), towns)


def shape(grid: Grid, cache: Path | None) -> Shape:
    """The shape of what a grid's postcodes cover. Made in some three tenths of a second, and kept in `cache`, where there is
    one."""
    texts = dict(grid.files())
    file = cache / f"shape-{_key(texts)}.json" if cache else None
    if file:
        with suppress(OSError, ValueError, TypeError):  # what cannot be read is made again
            start, step, *rest = json.loads(file.read_text(encoding="utf-8"))
            return Shape(Point(*start), Point(*step), *rest)
    found = shape_of([point for text in texts.values() for point in _points(json.loads(text))])
    if file:
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            files.put(file, json.dumps(found))
    return found


def _key(texts: Mapping[str, str]) -> str:
    """Changes with the postcodes, and with the way shapes are made of them."""
    program = [Path(module.__file__ or "").read_text(encoding="utf-8") for module in (coding, raster)]
    whole = [*texts.values(), *program, Path(__file__).read_text(encoding="utf-8")]
    return blake2b("\x00".join(whole).encode(), digest_size=12).hexdigest()


_PLACE = {digit: place for place, digit in enumerate(coding.DIGITS)}


def _points(file: Mapping[str, Any]) -> Iterator[Point]:
    """Where the postcodes of one district are, by its file (see `coding`)."""
    if "units" not in file:
        return
    lat, lon = (
        [start + step * (_PLACE[high] * coding.BASE + _PLACE[low]) for high, low in zip(*file[name], strict=True)]
        for name, start, step in zip(("lat", "lon"), file["from"], file["step"], strict=True)
    )
    yield from map(Point, lat, lon)
