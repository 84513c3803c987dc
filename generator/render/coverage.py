"""What the page "What is listed, and what is not" shows, and its table as a file for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from generator.coverage import BAND, FIRST, OLDER, UNDATED, Counted, Coverage
from generator.escaping import escape, safe
from generator.issues import N_
from generator.kinds.asset import Asset
from generator.languages import language
from generator.render.renderer import Renderer

NAME = "coverage"

HELD: Mapping[str, str] = {
    "time": N_("A time"),
    "place": N_("A place"),
    "phone": N_("A phone number"),
    "web": N_("A web page"),
    "cost": N_("What it costs"),
    "access": N_("Getting in: any fact"),
}
GRADES: Mapping[str, str] = {
    "A": N_("A: recent, or its own page"),
    "B": N_("B: some years old"),
    "C": N_("C: old, or without a date"),
    "": N_("Not graded"),
}
SPOKEN: Mapping[str, str] = {
    "always": N_("Always"),
    "sometimes": N_("Sometimes"),
    "ask": N_("Ask first"),
    "": N_("Not stated"),
}
STATES: Mapping[str, str] = {"open": N_("Open"), "paused": N_("Paused"), "closed": N_("Closed")}
CHECKS: Mapping[str, str] = {"checked": N_("Checked"), "never": N_("Not yet checked")}
LATER: Mapping[str, str] = {
    "due": N_("Of these, due to be checked again"),
    "overdue": N_("Of these, not checked for a year or more"),
    "old": N_("Older than three years today, or without a date"),
}
"""What the browser counts, as it depends on today."""


class Column(NamedTuple):
    """An area, as its name stands over numbers; `url` is "" where it has no page."""

    id: str
    name: Markup
    url: str


class Line(NamedTuple):
    """A row of a table: an area, or all of them together (`area` is None); a number for each heading."""

    area: Column | None
    numbers: Sequence[int]
    dates: Mapping[str, int]
    """Of checks and sources, as `Coverage.checks` has them; for the browser."""


class Table(NamedTuple):
    """Numbers by area. `later` are headings of what the browser counts, by the number of the head they stand behind."""

    id: str
    caption: Markup
    heads: Sequence[Markup]
    lines: Sequence[Line]
    later: Mapping[int, Sequence[tuple[str, Markup]]]


def values(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    """What the template shows."""
    page = _Maker(renderer, lang)
    coverage = renderer.coverage
    return {
        "coverage": coverage,
        "columns": page.columns(coverage.areas),
        "everywhere": page.columns(coverage.everywhere),
        "matrix": list(page.matrix()),
        "tables": list(page.tables()),
        "file": _file(renderer, lang),
    }


def beside(renderer: Renderer, lang: str, values: Mapping[str, Any]) -> Mapping[str, str]:
    """The table of areas and needs for spreadsheets: CSV (RFC 4180), with the mark by which they know UTF-8. Headings are in
    every language; a cell is empty where nothing is listed, and '0 (2026-11-21)' where somebody looked then and found none."""
    known, coverage = renderer.catalogue, renderer.coverage
    areas, needs = known.entries_of(Asset.shelves), known.entries_of("needs")

    def names(texts: Mapping[str, str]) -> str:
        return " / ".join(dict.fromkeys(texts[code] for code in known.codes if code in texts))

    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    need = names({code: renderer.wordings[code].plain(N_("Need")) for code in known.codes})
    rows.writerow(["id", need, *(names(areas[id].name) for id in (*coverage.areas, *coverage.everywhere))])
    for id, entry in needs.items():
        cells = [_cell(coverage, area, id) for area in (*coverage.areas, *coverage.everywhere)]
        rows.writerow([id, names(entry.name), *cells])
    return {_file(renderer, lang): "\ufeff" + out.getvalue()}


def _file(renderer: Renderer, lang: str) -> str:
    return f"{renderer.catalogue.word(NAME, lang)}.csv"


def _cell(coverage: Coverage, area: str, need: str) -> str:
    look = coverage.look(area, need)
    return f"0 ({look.on.isoformat()})" if look else str(coverage.listed(area, need) or "")


class _Maker:
    """The parts of the page in one language."""

    def __init__(self, renderer: Renderer, lang: str) -> None:
        self.here = renderer.here(lang, renderer.view_address(NAME, lang))
        self.wording = renderer.wordings[lang]
        self.coverage = renderer.coverage
        self.directory = renderer.directory
        self._sort_key = language(lang).sort_key

    def columns(self, areas: Sequence[str]) -> list[Column]:
        """Areas in alphabetical order."""
        found = [
            Column(
                id,
                self.here.entry_name(Asset.shelves, id),
                self.here.area_page(id) if id in self.directory.areas else "",
            )
            for id in areas
        ]
        return sorted(found, key=lambda column: self._sort_key(column.name.striptags()))

    def matrix(self) -> Iterator[Markup]:
        """The cells of a row for each need. There are many: a template would take its time."""
        columns = [*self.columns(self.coverage.areas), *self.columns(self.coverage.everywhere)]
        listed = self.here.by("", "", "")
        none = self.wording(N_("not listed here yet"))
        gap = Markup('<td><span aria-hidden="true">–</span><span class="unseen">{}</span></td>').format(none)
        for need in self.coverage.needs:
            name, url = self.here.entry_name("needs", need), self.here.by("by-need", "needs", need)
            head = Markup('<a href="{}">{}</a>').format(url, name) if need in self.directory.by_need else name
            under = url.removeprefix(listed)
            cells = (self._cell(column, need, under) or gap for column in columns)
            yield Markup('<th scope="row">{}</th>').format(head) + Markup("").join(cells)

    def _cell(self, column: Column, need: str, under: str) -> Markup | None:
        """What one area has for one need; None where nothing is listed and nobody has looked."""
        if n := self.coverage.listed(column.id, need):
            return safe(f'<td><a href="{escape(column.url + under)}">{n}</a></td>')
        look = self.coverage.look(column.id, need)
        if not look:
            return None
        told = self.wording("looked on {date}, found none", date=self.wording.date(look.on))
        return Markup('<td class="none"><a href="#look-{}-{}">0<span class="unseen"> {}</span></a></td>').format(
            column.id, need, told
        )

    def tables(self) -> Iterator[Table]:
        """The tables below the first."""
        t, counts, bands = self.wording, self.coverage, self.coverage.bands
        dates = {row.area: row.found for row in counts.dates}
        checks = self._table("checks", t(N_("Checked by somebody")), CHECKS, counts.checks, dates)
        yield checks._replace(later={1: self._later("due", "overdue")})
        heads = {band: self._years(band) for band in bands}
        years = self._table(
            "years", t(N_("Not yet checked: the years of the newest source")), heads, counts.years, dates
        )
        yield years._replace(later={len(bands): self._later("old")})
        yield self._table("grades", t(N_("How good the best source is")), GRADES, counts.grades)
        for code, found in counts.spoken.items():
            caption = t("Whether it is said to be offered in this language: {language}", language=t.language(code))
            yield self._table(f"in-{code}", caption, SPOKEN, found)
        yield self._table("states", t(N_("Open, paused, closed")), STATES, counts.states)
        yield self._table("held", t(N_("How many say these things")), HELD, counts.held)

    def _later(self, *names: str) -> Sequence[tuple[str, Markup]]:
        return [(name, self.wording(LATER[name])) for name in names]

    def _years(self, band: str) -> str:
        if band == UNDATED:
            return self.wording.plain(N_("no date"))
        if band == OLDER:
            return self.wording.plain(N_("before {year}")).format(year=FIRST)
        return f"{band}–{(int(band) + BAND - 1) % 100:02}"

    def _table(
        self,
        id: str,
        caption: Markup,
        names: Mapping[str, str],
        rows: Sequence[Counted],
        dates: Mapping[str, Mapping[str, int]] | None = None,
    ) -> Table:
        shown = [name for name in names if name or any(row.found.get(name) for row in rows)]
        lines = self._lines(rows, shown, dates or {})
        return Table(id, caption, [self.wording(names[name]) for name in shown], lines, {})

    def _lines(
        self, rows: Sequence[Counted], names: Sequence[str], dates: Mapping[str, Mapping[str, int]]
    ) -> list[Line]:
        """A line an area in the order of the columns, those for everyone after them; then all together."""
        by_area = {row.area: row for row in rows}
        everywhere = self.coverage.everywhere
        lines = [
            Line(
                column, [by_area[column.id].total, *self._numbers(by_area[column.id], names)], dates.get(column.id, {})
            )
            for column in (
                *self.columns([id for id in by_area if id not in everywhere]),
                *self.columns([id for id in everywhere if id in by_area]),
            )
        ]
        sums = [sum(column) for column in zip(*(line.numbers for line in lines), strict=True)]
        return [*lines, Line(None, sums, {})]

    @staticmethod
    def _numbers(row: Counted, names: Sequence[str]) -> list[int]:
        return [row.found.get(name, 0) for name in names]
