"""What the directory lists and what not, counted by area. A number says how much is listed, never how much there is: no gap is
claimed unless somebody looked and said so. Nothing counted here depends on today."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from generator.directory import Directory, newest
from generator.kinds.asset import Asset
from generator.kinds.look import Look

BAND = 2
"""Years of sources that are counted together."""
FIRST = 2020
"""The first of these years; what is older is one band."""
UNDATED, OLDER = "undated", "older"
"""What stands for a source without a date, and for one from before FIRST."""


class Counted(NamedTuple):
    """One area's row of a table: how many are listed there, and of these by what the table is about."""

    area: str
    total: int
    found: Mapping[str, int]


class Coverage:
    """The counts of one directory. `areas` are those that services for everyone are not listed under; `everywhere` the others."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.everywhere = directory.everywhere
        self.needs: Sequence[str] = directory.catalogue.entries("needs")
        looked = {area for area, _ in directory.looks}
        self.areas = [
            id
            for id in directory.catalogue.entries_of(Asset.shelves)
            if id not in self.everywhere
            and (id in directory.areas or id in looked or directory.whereabouts.is_authority(id))
        ]

    def listed(self, area: str, need: str) -> int:
        return len(self.directory.by_area_and_need.get((area, need), ()))

    def for_everyone(self, need: str) -> int:
        """What is listed for all areas together."""
        return sum(self.listed(area, need) for area in self.everywhere)

    def look(self, area: str, need: str) -> Look | None:
        """Who looked for help with a need in an area and found none, the newest; None where something is listed or nobody
        has looked."""
        return None if self.listed(area, need) else self.directory.looks.get((area, need))

    @cached_property
    def looked(self) -> Sequence[tuple[str, str, Look]]:
        """Every area and need that was looked for, the newest look for each."""
        looks = self.directory.looks
        return [(area, need, looks[area, need]) for area in self.areas for need in self.needs if (area, need) in looks]

    def open_questions(self, area: str) -> list[str]:
        """Needs for which nothing is listed in an area and nobody has looked; first those that nothing for everyone serves."""
        found = [need for need in self.needs if not self.listed(area, need) and not self.look(area, need)]
        return sorted(found, key=lambda need: self.for_everyone(need) > 0)

    @cached_property
    def dates(self) -> Sequence[Counted]:
        """By the day of the check, 'checked 2026-11-21'; what is not checked by its newest source, 'known 2024-08', or 'known '
        where that bears no date."""
        return self._rows(lambda asset: (f"{'checked' if asset.checked else 'known'} {newest(asset)}",))

    @cached_property
    def checks(self) -> Sequence[Counted]:
        """Whether somebody has checked them: checked, never."""
        return [
            self._regrouped(row, lambda how, dated: "checked" if how == "checked" else "never") for row in self.dates
        ]

    @cached_property
    def years(self) -> Sequence[Counted]:
        """What nobody has checked, by the years of the newest source (`bands`)."""
        return [self._regrouped(row, lambda how, dated: "" if how == "checked" else band(dated)) for row in self.dates]

    @cached_property
    def bands(self) -> Sequence[str]:
        """The years of sources there are, the newest first: '2024', which stands for BAND years; then OLDER and UNDATED."""
        found = {band for row in self.years for band in row.found}
        return [*sorted(found - {OLDER, UNDATED}, reverse=True), *(name for name in (OLDER, UNDATED) if name in found)]

    @cached_property
    def grades(self) -> Sequence[Counted]:
        """By the best of their sources: A, B, C, or "" where none is graded."""
        return self._rows(lambda asset: (min((e.grade for e in asset.sources if e.grade), default=""),))

    @cached_property
    def spoken(self) -> Mapping[str, Sequence[Counted]]:
        """Whether they are offered in each language of the site but the main one: always, sometimes, ask; "" where nobody said."""

        def of(code: str) -> Callable[[Asset], Iterable[str]]:
            return lambda asset: (next((s.when for s in asset.languages if s.language == code), ""),)

        return {code: self._rows(of(code)) for code in self.directory.catalogue.codes[1:]}

    @cached_property
    def states(self) -> Sequence[Counted]:
        """open, paused, closed; these last are not listed any more, and are in no other count."""
        found: defaultdict[str, list[Asset]] = defaultdict(list)
        for asset in self.directory.catalogue.of(Asset.folder).values():
            if isinstance(asset, Asset):
                found[asset.shelf].append(asset)
        return self._rows(lambda asset: (asset.state.now,), found)

    @cached_property
    def held(self) -> Sequence[Counted]:
        """How many have each thing that readers need: time, place, phone, web, cost, access."""
        return self._rows(_held)

    def _rows(
        self, of: Callable[[Asset], Iterable[str]], by_area: Mapping[str, Sequence[Asset]] | None = None
    ) -> Sequence[Counted]:
        """A row for each area, then one for each of those for everyone."""
        by_area = self.directory.by_area if by_area is None else by_area
        rows = []
        for area in dict.fromkeys((*self.areas, *self.everywhere, *by_area)):
            assets = by_area.get(area, ())
            found: dict[str, int] = {}
            for asset in assets:
                for name in of(asset):
                    found[name] = found.get(name, 0) + 1
            rows.append(Counted(area, len(assets), found))
        return rows

    @staticmethod
    def _regrouped(row: Counted, to: Callable[[str, str], str]) -> Counted:
        """A row of `dates` by other names; what is to be "" is left out."""
        found: Counter[str] = Counter()
        for name, n in row.found.items():
            found[to(*name.split(" "))] += n
        del found[""]
        return Counted(row.area, row.total, found)


def band(dated: str) -> str:
    """The years a date lies in: the first of them, OLDER or UNDATED."""
    if not dated:
        return UNDATED
    year = int(dated[:4])
    return OLDER if year < FIRST else str(year - (year - FIRST) % BAND)


def _held(asset: Asset) -> Iterator[str]:
    if asset.when:
        yield "time"
    if asset.venues:
        yield "place"
    if asset.contact.phones:
        yield "phone"
    if asset.contact.web:
        yield "web"
    if asset.cost and asset.cost.kind != "unknown":
        yield "cost"
    if asset.remote.access or any(venue.access for venue in asset.venues.values()):
        yield "access"
