"""One district's postcodes as a small JSON file, and back. The browser reads the same (`theme/assets/find/near.js`).

{units: "1AABD 1BAE …": inward parts, those that share two characters together, their last characters run together;
 from: [lat, lon], step: [lat, lon]: a grid of about 100 metres, in degrees; lat, lon: [high, low]: the n-th postcode's place
 on it, in two digits to the base of 64, each digit of all postcodes in a row (so they pack better than side by side);
 codes: authorities' official codes; who: the n-th postcode's among them, one digit each, where there are several}
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from math import ceil, cos, floor, radians
from statistics import median_low
from typing import Any

from generator.geo.onspd import Row
from generator.kinds.fields import Point

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
BASE = len(DIGITS)

STEP = 0.001
"""Degrees north from line to line: 111 metres. Those to the east are as far apart, so that no point is more than 80 metres
from where lines cross."""


def encode(rows: Iterable[Row]) -> str:
    """The file of one district: rows of the same `district`, in any order."""
    held = sorted({row.unit: row for row in rows}.values(), key=lambda row: row.unit)
    codes = sorted({row.authority for row in held})
    file = {
        "units": _units([row.unit for row in held]),
        **on_a_grid([row.point for row in held]),
        "codes": codes,
    }
    if len(codes) > 1:
        file["who"] = "".join(DIGITS[codes.index(row.authority)] for row in held)
    return as_json(file)


def on_a_grid(points: Sequence[Point]) -> dict[str, Any]:
    """from, step, lat, lon: points as numbers of steps from a corner. Steps are longer than `STEP` only where a list of
    places spans more than 400 km."""
    lats, lons = [point.lat for point in points] or [0.0], [point.lon for point in points] or [0.0]
    corner = south, west = _down(min(lats)), _down(min(lons))
    steps = tall, wide = _step(max(lats) - south, STEP), _step(max(lons) - west, STEP / cos(radians(median_low(lats))))
    return {
        "from": corner,
        "step": steps,
        "lat": digits([round((point.lat - south) / tall) for point in points]),
        "lon": digits([round((point.lon - west) / wide) for point in points]),
    }


def _step(span: float, least: float) -> float:
    return max(round(least, 4), ceil(span / (BASE * BASE - 1) * 10_000) / 10_000)


def as_json(value: Any) -> str:
    """JSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _down(degrees: float) -> float:
    """The next thousandth of a degree to the south or west."""
    return floor(degrees * 1000) / 1000


def _units(units: Sequence[str]) -> str:
    groups: dict[str, str] = {}
    for unit in units:
        groups[unit[:2]] = groups.get(unit[:2], "") + unit[2:]
    return " ".join(beginning + ends for beginning, ends in groups.items())


def digits(numbers: Sequence[int]) -> list[str]:
    """Numbers below 4,096, their high digits in a row and their low ones."""
    return ["".join(DIGITS[n // BASE] for n in numbers), "".join(DIGITS[n % BASE] for n in numbers)]


class District:
    """What a district's file holds, read where it is asked for."""

    def __init__(self, text: str) -> None:
        self._held = json.loads(text)
        self._groups: dict[str, tuple[int, str]] = {}
        start = 0
        for group in self._held["units"].split(" "):
            self._groups[group[:2]] = (start, group[2:])
            start += len(group) - 2

    @property
    def units(self) -> list[str]:
        """The inward parts there are, as 4UR."""
        return [beginning + end for beginning, (_, ends) in self._groups.items() for end in ends]

    def find(self, unit: str) -> tuple[Point, str] | None:
        """Where an inward part is, within 80 metres, and its authority's code; None where there is no such postcode."""
        start, ends = self._groups.get(unit[:2], (0, ""))
        place = ends.find(unit[2:]) if len(unit) == 3 else -1
        if place < 0:
            return None
        n, held = start + place, self._held
        lat, lon = (
            round(held["from"][axis] + held["step"][axis] * number(held[name], n), 4)
            for axis, name in enumerate(("lat", "lon"))
        )
        return Point(lat, lon), held["codes"][DIGITS.index(held["who"][n]) if "who" in held else 0]


def number(digits: Sequence[str], n: int) -> int:
    """The n-th of numbers as `digits` writes them."""
    return DIGITS.index(digits[0][n]) * BASE + DIGITS.index(digits[1][n])
