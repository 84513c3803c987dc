"""How many slips of the keyboard lie between two words: a letter left out, put in, changed, or two changed about.

The browser has the same function (`theme/assets/search/distance.js`); both count letters as UTF-16 does for the Basic
Multilingual Plane, which holds every folded letter of the languages here.
"""

from __future__ import annotations


def allowed(length: int) -> int:
    """Slips that a word of so many letters may hold and still be meant."""
    return 0 if length < 4 else 1 if length < 7 else 2


def distance(a: str, b: str, most: int, *, beginning: bool = False) -> int:
    """Optimal string alignment distance of two words, or `most` + 1 where it is greater. With `beginning`, the least
    distance of `a` to any beginning of `b`: for a word that is still being typed."""
    if len(a) - len(b) > most or (len(b) - len(a) > most and not beginning):
        return most + 1
    if beginning:
        b = b[: len(a) + most]
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            least = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                least = min(least, before[j - 2] + 1)
            row.append(least)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return min(min(last) if beginning else last[-1], most + 1)
