"""Postcodes that may have been meant: letters and figures that look alike, one character changed, two changed about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from generator.geo.grid import Grid
from generator.kinds.fields import Point

_ALIKE = {"O": "0", "0": "O", "I": "1", "1": "I", "L": "1", "S": "5", "5": "S", "B": "8", "8": "B", "Z": "2", "2": "Z"}
_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
MOST = 3
"""More guesses than that help nobody: nearly every postcode has neighbours that differ by a letter."""


def meant(grid: Grid, postcode: str, near: Point | None = None) -> list[str]:
    """Up to three known postcodes that a wrong one may stand for, the likeliest first. Where another character would fit
    in many ways, only those at most 5 km from `near` count."""
    text = postcode.replace(" ", "")
    alike = [guess for guess in _confused(text) if grid.point(guess)]
    if alike:
        return [_spaced(grid, guess) for guess in dict.fromkeys(alike)][:MOST]
    others = [guess for guess in dict.fromkeys(_changed(text)) if grid.point(guess)]
    if near and len(others) > MOST:
        others = [guess for guess in others if (point := grid.point(guess)) and _close(point, near)]
    return [_spaced(grid, guess) for guess in others] if len(others) <= MOST else []


def _confused(text: str) -> Iterator[str]:
    """The same with characters that look alike exchanged."""
    choices = [character + _ALIKE.get(character, "") for character in text]
    return ("".join(guess) for guess in product(*choices) if "".join(guess) != text)


def _changed(text: str) -> Iterator[str]:
    for n, character in enumerate(text):
        yield from (text[:n] + other + text[n + 1 :] for other in _CHARACTERS if other != character)
        if n:
            yield text[: n - 1] + character + text[n - 1] + text[n + 1 :]


def _close(a: Point, b: Point) -> bool:
    """Within about 5 km: near enough to be the same town."""
    return abs(a.lat - b.lat) < 0.045 and abs(a.lon - b.lon) < 0.075


def _spaced(grid: Grid, text: str) -> str:
    """As people write it."""
    return text if text in grid.districts else f"{text[:-3]} {text[-3:]}"
