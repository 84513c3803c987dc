"""Shapes made of cells: a raster of bits, one whole number a row (bit 0 is the cell furthest west), so that a row of any
width is worked on at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.geo.coding import DIGITS

LAST = len(DIGITS) - 1

Rows = list[int]


def grown(rows: Sequence[int], width: int, reach: int) -> Rows:
    """With every cell that lies within `reach` cells of one that is there."""
    full = (1 << width) - 1
    out = [0] * len(rows)
    for offset in range(-reach, reach + 1):
        side = int((reach * reach - offset * offset) ** 0.5 + 0.3)
        for y, row in enumerate(rows):
            if row and 0 <= y + offset < len(rows):
                out[y + offset] |= _widened(row, side) & full
    return out


def shrunk(rows: Sequence[int], width: int, reach: int) -> Rows:
    """Without every cell that lies within `reach` cells of one that is not there."""
    full = (1 << width) - 1
    return [~row & full for row in grown([~row & full for row in rows], width, reach)]


def filled(rows: Sequence[int], width: int) -> Rows:
    """With all that no way leads to from the edges."""
    full = (1 << width) - 1
    free = [~row & full for row in rows]
    out = [row & (1 | 1 << (width - 1)) for row in free]
    if out:
        out[0], out[-1] = free[0], free[-1]
    spread = True
    while spread:
        spread = False
        for step in (1, -1):
            for y in range(len(rows))[::step]:
                beside = out[y - step] if 0 <= y - step < len(rows) else 0
                new = _along(out[y] | beside & free[y], free[y])
                spread, out[y] = spread or new != out[y], new
    return [~row & full for row in out]


def _widened(row: int, side: int) -> int:
    """Each bit spread to `side` neighbours on either side, in steps that double."""
    done = 0
    while done < side:
        step = min(done + 1, side - done)
        row |= row << step | row >> step
        done += step
    return row


def _along(row: int, free: int) -> int:
    """Each bit spread along its row as far as the way is free."""
    while (new := (row | row << 1 | row >> 1) & free) != row:
        row = new
    return row


def runs(rows: Iterable[int]) -> str:
    """Rows as text, parted by dots: by turns how many cells are not there and how many are, from the west, each a digit of
    `coding` (the last one says '63 of them, and more to come')."""
    return ".".join("".join(map(_number, _steps(row))) for row in rows)


def _steps(row: int) -> Iterable[int]:
    want = 0
    while row:
        same = row if want else ~row
        length = (~same & same + 1).bit_length() - 1
        yield length
        row >>= length
        want ^= 1


def _number(number: int) -> str:
    return DIGITS[LAST] * (number // LAST) + DIGITS[number % LAST]
