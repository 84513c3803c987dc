"""A place or postcode in a query: groups near it come before all else. The twin of `theme/assets/search/place.js`, over the
same files.

What a query says beside the place is what the groups are looked for with. A name that is an ordinary word too is a place only
behind a word like "near", or by itself, and not where words of the site answer the whole query.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from generator.geo.coding import number
from generator.languages.rules import fold
from generator.search.engine import Found, Hit, Search

GROUP = "finder"
"""What a lead is told from other hits by."""
SCORE = 2000
"""More than any other hit has."""
LONGEST, SHORT = 6, 4
"""Words that a place's name has at most; letters up to which a small place's name may well be something else."""
LARGE = ("authority", "city", "town")
SURE = ("exact", "form", "changed")
ANSWERING = (*SURE, "alias", "suggested", "close", "holds")
"""Reasons of a hit that is what was asked for; of one whose name has all words of the query."""
ASKED = ("needs", "activities")
"""Groups whose entries the finder knows."""

POSTCODE = re.compile(
    r"\b([A-Z]{1,2}\d)[\s-]?([A-Z\d]?)[\s-]*((?=[A-Z]*\d)[\dOIL][A-Z\d]{2})\b"
    r"|\b([A-Z]{1,2}\d[A-Z\d]?)(?:[\s-]\d[A-Z]?)?\b",
    re.IGNORECASE | re.ASCII,
)
"""A whole postcode, or its first half with what is typed so far of the second."""
_BETWEEN = re.compile("[ \t\r\n\u00a0,;]+")


class Row(NamedTuple):
    """One place: its name in the reader's language; its area, as readers and as queries call it; whether it is no village."""

    label: str
    area: str
    areas: tuple[str, ...]
    large: bool


class Split(NamedTuple):
    """A query without its place: what is left of it, what the place is called, and what the finder's address says of it."""

    what: str
    label: str
    near: str


class Places:
    """The places of a site, for one search."""

    def __init__(self, search: Search) -> None:
        self.search = search
        first = [search.first[code] for code in search.codes]
        self.before, self.idle = (
            {_squeezed(word) for one in first for word in one["texts"][name].split()}
            for name in ("nearWords", "anyWords")
        )
        self.common = self.idle | {fold(word) for code in search.codes for word in search.rules[code].common}
        self._read()

    def _read(self) -> None:
        file = self.search.read("../geo/places.json")
        own = file["langs"].index(self.search.lang)
        areas = [names.split("|") for _, names in file["areas"]]
        self.rows: dict[str, list[Row]] = {}
        for n, joined in enumerate(file["names"]):
            names = joined.split("|")
            at = number(file["area"], n) - 1
            area = areas[at] if at >= 0 else [""] * (own + 1)
            level = file["levels"][number(file["level"], n)]
            row = Row(names[own] or names[0], area[own] or area[0], tuple(map(_squeezed, area)), level in LARGE)
            for key in dict.fromkeys(_squeezed(name) for name in names if name):
                self.rows.setdefault(key, []).append(row)

    def lead(self, query: str, found: Found) -> Hit | None:
        """The hit that leads to groups near the place in a query; None where there is none. `found` is what answers it."""
        split = self._postcode(query) or next(self.splits(query, answered=self._answered(found)), None)
        if split is None:
            return None
        first, said = self.search.first[self.search.lang], self._meant(split.what)
        if found.crisis and split.what and not said:
            return None
        texts, what = first["texts"], said or f"“{split.what}”"
        title = (texts["nearFor"] if split.what else texts["nearPlace"]).replace("{place}", split.label)
        stated = {"near": split.near, **({"q": split.what} if split.what else {})}
        address = f"{first['finder']['address']}#{urlencode(stated, safe='*').replace('~', '%7E')}"
        return Hit(-1, GROUP, title.replace("{what}", what), self.search.lang, "", SCORE, address, GROUP)

    def _answered(self, found: Found) -> bool:
        """Whether some word of the site is what was typed."""
        words = self._words
        return any(hit.group in words and hit.reason in ANSWERING for hit in found.hits)

    @property
    def _words(self) -> Sequence[str]:
        words: Sequence[str] = self.search.first[self.search.lang]["finder"]["words"]
        return words

    def _meant(self, what: str) -> str:
        """What the finder calls what somebody asks for, as it stands in a sentence; "" where that is not sure."""
        best = next(iter(self.search.find(what, limit=1, among=ASKED).hits), None)
        if best is None or best.reason not in SURE:
            return ""
        names = self.search.first[self.search.lang]["called"].values()
        keep = best.title[1:2] != best.title[1:2].lower() or best.title.split(" ")[0] in names
        return best.title if keep else best.title[:1].lower() + best.title[1:]

    def _postcode(self, query: str) -> Split | None:
        found = POSTCODE.search(query)
        if not found:
            return None
        a, b, unit, half = found.groups()
        district = (half or a + b).upper()
        if district not in self.search.read("../geo/districts.json")["districts"]:
            return None
        what = self._left(_words(query[: found.start()]), _words(query[found.end() :]))
        return Split(what, f"{district} {unit.upper()}" if unit else district, district)

    def splits(self, query: str, *, answered: bool) -> Iterator[Split]:
        """The query split at each name of a place in it, the longest first, then the last. `answered` says that a word of
        the site has all that is in it."""
        words = _words(query)
        for length in range(min(len(words), LONGEST), 0, -1):
            for start in range(len(words) - length, -1, -1):
                before, named, after = words[:start], words[start : start + length], words[start + length :]
                led = bool(before) and _squeezed(before[-1]) in self.before
                rows = self._places([_squeezed(word) for word in named], led)
                if rows:
                    alone = not before and not after
                    if not self._doubtful(named, rows) or ((led or alone) and not answered):
                        yield Split(self._left(before, after), *self._said(" ".join(named), rows))

    def _places(self, words: Sequence[str], led: bool) -> Sequence[Row]:
        """Places of that name, mutated where a word stands before it; of one name, those in the area that is named, too."""
        radicals = [r for rules in self.search.rules.values() for r in rules.radicals(words[0])] if led else []
        for first in (words[0], *radicals):
            if found := self.rows.get("".join((first, *words[1:]))):
                return found
            for n in range(len(words) - 1, 0, -1):
                area = "".join(words[n:])
                some = self.rows.get("".join((first, *words[1:n])), ())
                if area and (inside := [row for row in some if any(name.startswith(area) for name in row.areas)]):
                    return inside
        return ()

    def _doubtful(self, named: Sequence[str], rows: Sequence[Row]) -> bool:
        """Whether a name may be meant as an ordinary word."""
        keys = [_squeezed(word) for word in named]
        small = len("".join(keys)) <= SHORT and not any(row.large for row in rows)
        return small or all(self.search.says(key, self._words) for key in keys)

    def _said(self, typed: str, rows: Sequence[Row]) -> tuple[str, str]:
        """What readers call a place, and what the finder's address says: with its area, where others have its name."""
        labels = dict.fromkeys(row.label for row in rows)
        label = next(iter(labels)) if len(labels) == 1 else typed[:1].upper() + typed[1:]
        others = self.rows.get(_squeezed(label), ())
        if len(rows) == 1 and len(others) > 1 and rows[0].area:
            label = f"{label}, {rows[0].area}"
        return label, label

    def _left(self, before: Sequence[str], after: Sequence[str]) -> str:
        """What a query says beside its place, without the words that lead to it; "" where that says nothing."""
        rest = [*before]
        while rest and _squeezed(rest[-1]) in self.before:
            rest.pop()
        skipped = 0
        while skipped < len(after) and _squeezed(after[skipped]) in self.before:
            skipped += 1
        rest += after[skipped:]
        return "" if all(_squeezed(word) in self.common for word in rest) else " ".join(rest)


def _words(text: str) -> list[str]:
    return [word for word in _BETWEEN.split(text) if word]


def _squeezed(text: str) -> str:
    """Letters and digits alone, small and without accents."""
    return re.sub(r"[\W_]+", "", fold(text))
