"""Numbers as short strings of JSON: 93 plain signs, each a digit. A host compresses these nearly as well as they can be, and a
browser reads them in one pass. `theme/assets/find/unpack.js` is the twin."""

from __future__ import annotations

from collections.abc import Iterable

SIGNS = "".join(chr(code) for code in range(32, 127) if chr(code) not in '"\\')
BASE = len(SIGNS)
LAST = 85
"""Signs from this one on say a digit that others follow, the least first; those before it are the last of a number."""


def packed(numbers: Iterable[int]) -> str:
    """Numbers from 0 on: a sign each where they are below LAST."""
    out: list[str] = []
    more = BASE - LAST
    for number in numbers:
        while number >= LAST:
            number, digit = divmod(number, more)
            out.append(SIGNS[LAST + digit])
        out.append(SIGNS[number])
    return "".join(out)


def gaps(numbers: Iterable[int]) -> str:
    """Ascending numbers, as what lies between each and the one before."""
    steps: list[int] = []
    last = -1
    for number in numbers:
        steps.append(number - last - 1)
        last = number
    return packed(steps)


def turns(numbers: Iterable[int]) -> str:
    """Numbers that go up and down, as steps from the one before: 0, -1, 1, -2, 2 and so on are 0, 1, 2, 3, 4."""
    steps: list[int] = []
    last = 0
    for number in numbers:
        steps.append(2 * (number - last) if number >= last else 2 * (last - number) - 1)
        last = number
    return packed(steps)
