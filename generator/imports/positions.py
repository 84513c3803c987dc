"""Places on the earth as tables tell them: degrees, with a comma for a point or the wrong way round; metres on the national grid
of Great Britain, or its letters (SH 482 627); links to a map."""

from __future__ import annotations

import re
from urllib.parse import unquote

from generator.geo import onspd
from generator.referral.cells import Cell
from generator.referral.dirt import BAD_POINT, MENDED
from generator.referral.words import Words

_PAIR = re.compile(r"(-?\d{1,3}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)")
_DECIMAL = r"(-?\d{1,3}\.\d{2,})"
_IN_LINK = re.compile(
    rf"https?://\S*?(?:[@/=]|q=loc:){_DECIMAL}(?:,|/|%2C|&(?:mlon|lon|lng|longitude)=)\s*\+?{_DECIMAL}", re.I
)
_RUN = re.compile(r"([HJNOST])([A-HJ-Z])(\d{4,10})", re.I)
_SQUARE = 100_000
_GRID_WIDTH, _GRID_HEIGHT = 700_000, 1_300_000


def number(text: str) -> float:
    """A number of a cell, with a point or a comma. Raises ValueError."""
    return float(text.strip().replace(",", ".") if text.count(",") == 1 and "." not in text else text)


def point(lat: str, lon: str, words: Words | None = None) -> Cell:
    """A point of two cells: degrees north and east. One that is 0, 0 is none; two that were taken for each other are put right
    where the areas of the root tell."""
    try:
        north, east = round(number(lat), 6), round(number(lon), 6)
    except (ValueError, OverflowError):
        return Cell("", BAD_POINT)
    turned = words is not None and not words.within(north, east) and words.within(east, north)
    if turned:
        north, east = east, north
    if not (abs(north) <= 90 and abs(east) <= 180) or (north == 0 and east == 0):
        return Cell("", BAD_POINT)
    return Cell(f"{_degrees(north)}, {_degrees(east)}", MENDED if turned else None)


def _degrees(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def in_text(text: str, words: Words) -> Cell:
    """The point that one cell tells: a pair of degrees, a grid reference, a link to a map."""
    if found := _PAIR.fullmatch(text.strip(" ()")) or _IN_LINK.match(unquote(text.strip())):
        return point(found[1], found[2], words)
    return _referenced("".join(text.split()))


def on_grid(east: str, north: str) -> Cell:
    """The point of metres east and north on the national grid of Great Britain."""
    try:
        metres = number(east), number(north)
    except (ValueError, OverflowError):
        return Cell("", BAD_POINT)
    if not (0 < metres[0] < _GRID_WIDTH and 0 < metres[1] < _GRID_HEIGHT):
        return Cell("", BAD_POINT)
    found = onspd.point_of(*metres)
    return Cell(f"{_degrees(found.lat)}, {_degrees(found.lon)}")


def _referenced(text: str) -> Cell:
    """The middle of the square that a grid reference names: two letters, and as many digits east as north."""
    found = _RUN.fullmatch(text)
    if not found or len(found[3]) % 2:
        return Cell("", BAD_POINT)
    first, second = ("ABCDEFGHJKLMNOPQRSTUVWXYZ".index(letter) for letter in (found[1] + found[2]).upper())
    east, north = (first - 2) % 5 * 5 + second % 5, 19 - first // 5 * 5 - second // 5
    half = len(found[3]) // 2
    size = 10 ** (5 - half)
    metres = [int(digits) * size + size // 2 for digits in (found[3][:half], found[3][half:])]
    return on_grid(str(east * _SQUARE + metres[0]), str(north * _SQUARE + metres[1]))
