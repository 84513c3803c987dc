"""The rows of design §10: from figures to verdicts to one printed table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from bench.finder import Found
from bench.measure import Series
from bench.percentile import percentile
from bench.subjects import HUGO_VERSION
from bench.weight import Weight

MET, NOT_MET, NOT_YET = "met", "NOT MET", "not yet"


class Row(NamedTuple):
    """One line of the table, as printed."""

    what: str
    bar: str
    measured: str
    ratio: str
    verdict: str


@dataclass(slots=True)
class Figures:
    """Everything measured. A series is named by its command and size: ("build", "L"), ("hugo", "S"), ("rebuild", "L"),
    ("check", "L"). `missing` says for a series why it was never begun."""

    series: dict[tuple[str, str], Series] = field(default_factory=dict)
    missing: dict[tuple[str, str], str] = field(default_factory=dict)
    pages: dict[tuple[str, str], int] = field(default_factory=dict)
    weight: Weight | str = "not measured"
    search: Mapping[str, tuple[int, list[float]]] | str = "not measured"
    """By size: bytes to a first result, and milliseconds from each key to its result."""
    finder: Mapping[str, Found] | str = "not measured"
    """By size, how groups are found."""
    postcodes: tuple[str, int] | str = "not measured"
    """The heaviest file of postcodes, and its bytes."""
    links: tuple[int, float] | None = None
    """How many words were looked for in texts, and seconds a megabyte."""

    def absent(self, *names: tuple[str, str]) -> tuple[str, str] | None:
        """What to print where one of the series has no figures: the reason and the verdict. None where all have some."""
        for name in names:
            series = self.series.get(name)
            if series is not None and series.failure:
                return f"{name[0]} failed: {series.failure}", NOT_MET if name[0] != "hugo" else NOT_YET
            if series is None or not series.runs:
                return self.missing.get(name, f"size {name[1]} was not asked for"), NOT_YET
        return None


def rows(figures: Figures) -> list[Row]:
    """Every row of design §10, in its order."""
    return [
        _against_hugo(figures, "S", 1.2),
        _against_hugo(figures, "L", 0.5),
        _below(figures, "peak memory of a full build, L", ("build", "L"), "peak", 200, "MB"),
        _growth(figures),
        _below(figures, "build over a site, one definition changed, L: CPU", ("rebuild", "L"), "cpu", 1.5, "s"),
        _below(figures, "check, cold, L: CPU", ("check", "L"), "cpu", 5, "s"),
        _below(figures, "check, cold, L: peak memory", ("check", "L"), "peak", 200, "MB"),
        _first_result(figures, "S", 30),
        _first_result(figures, "L", 60),
        _key(figures, 16),
        _first_groups(figures, 150),
        _filter(figures, 50),
        *(_front_door(figures, size, 5) for size in ("S", "L")),
        _postcodes(figures.postcodes, 12),
        *_page(figures.weight),
        _links(figures.links),
    ]


def _verdict(met: bool) -> str:
    return MET if met else NOT_MET


def _not_yet(what: str, bar: str) -> Row:
    return Row(what, bar, "", "", NOT_YET)


def _first_result(figures: Figures, size: str, bar: int) -> Row:
    what, limit = f"first search result, gzip, first index + code, {size}", f"< {bar} KB"
    if isinstance(figures.search, str) or size not in figures.search:
        return _not_yet(what, limit)._replace(measured=_why(figures, size))
    weight, _ = figures.search[size]
    return Row(what, limit, f"{weight / 1000:.1f} KB", "", _verdict(weight < bar * 1000))


def _key(figures: Figures, bar: int) -> Row:
    what, limit = "key to result in Chromium, L, p95", f"< {bar} ms"
    if isinstance(figures.search, str) or "L" not in figures.search:
        return _not_yet(what, limit)._replace(measured=_why(figures, "L"))
    _, times = figures.search["L"]
    slow = percentile(times, 0.95)
    return Row(what, limit, f"{slow:.1f} ms (median {percentile(times, 0.5):.1f})", "", _verdict(slow < bar))


def _found(figures: Figures, size: str) -> Found | str:
    """What was found of one size, or why nothing was."""
    if isinstance(figures.finder, str):
        return figures.finder
    return figures.finder.get(size, f"size {size} was not asked for")


def _first_groups(figures: Figures, bar: int) -> Row:
    what, limit = "first groups near a place, gzip, everything, L", f"< {bar} KB"
    found = _found(figures, "L")
    if isinstance(found, str):
        return _not_yet(what, limit)._replace(measured=found)
    return Row(what, limit, f"{found.weight / 1000:.1f} KB", "", _verdict(found.weight < bar * 1000))


def _filter(figures: Figures, bar: int) -> Row:
    what, limit = "filter to repaint in Chromium, L, p95", f"< {bar} ms"
    found = _found(figures, "L")
    if isinstance(found, str):
        return _not_yet(what, limit)._replace(measured=found)
    slow = percentile(found.repaints, 0.95)
    return Row(what, limit, f"{slow:.1f} ms (median {percentile(found.repaints, 0.5):.1f})", "", _verdict(slow < bar))


def _front_door(figures: Figures, size: str, bar: int) -> Row:
    what, limit = f"front door to first group, slow phone, {size}", f"< {bar} s"
    found = _found(figures, size)
    if isinstance(found, str):
        return _not_yet(what, limit)._replace(measured=found)
    seconds = percentile(found.visits, 0.5)
    return Row(what, limit, f"{seconds:.1f} s", "", _verdict(seconds < bar))


def _postcodes(heaviest: tuple[str, int] | str, bar: int) -> Row:
    what, limit = "heaviest file of postcodes, gzip (our own root)", f"< {bar} KB"
    if isinstance(heaviest, str):
        return _not_yet(what, limit)._replace(measured=heaviest)
    name, weight = heaviest
    return Row(what, limit, f"{weight / 1000:.1f} KB, {name}", "", _verdict(weight < bar * 1000))


def _links(links: tuple[int, float] | None) -> Row:
    what, limit = "words found in text for links: CPU", "< 0.5 s a MB"
    if links is None:
        return _not_yet(what, limit)._replace(measured="size L was not asked for")
    count, seconds = links
    return Row(what, limit, f"{seconds:.3f} s a MB, {count:,} words", "", _verdict(seconds < 0.5))


def _why(figures: Figures, size: str) -> str:
    return figures.search if isinstance(figures.search, str) else f"size {size} was not asked for"


def _against_hugo(figures: Figures, size: str, bar: float) -> Row:
    what, limit = f"full build, {size}: user CPU", f"< {bar:.2f} x Hugo"
    names = ("build", size), ("hugo", size)
    if absent := figures.absent(*names):
        return Row(what, limit, absent[0], "", absent[1])
    ours, hugo = (figures.series[name] for name in names)
    ratio = ours.median("user") / hugo.median("user")
    pairs = [our.user / other.user for our, other in zip(ours.runs, hugo.runs, strict=True)]
    measured = f"{ours.median('user'):.2f} s, Hugo {hugo.median('user'):.2f} s"
    return Row(what, limit, measured, f"{ratio:.2f} ({min(pairs):.2f} to {max(pairs):.2f})", _verdict(ratio < bar))


def _below(figures: Figures, what: str, name: tuple[str, str], figure: str, bar: float, unit: str) -> Row:
    limit = f"< {bar:g} {unit}"
    if absent := figures.absent(name):
        return Row(what, limit, absent[0], "", absent[1])
    value = figures.series[name].median(figure)
    return Row(
        what,
        limit,
        f"{value:.2f} s" if unit == "s" else f"{value:.0f} {unit}",
        f"{value / bar:.2f} of the bar",
        _verdict(value < bar),
    )


def _growth(figures: Figures) -> Row:
    what, limit = "user CPU a page, XL against L", "<= 1.10"
    if absent := figures.absent(("build", "L"), ("build", "XL")):
        return Row(what, limit, absent[0], "", absent[1])
    large, largest = (
        figures.series["build", size].median("user") / figures.pages["build", size] * 1000 for size in ("L", "XL")
    )
    ratio = largest / large
    return Row(what, limit, f"{largest:.3f} ms, L {large:.3f} ms", f"{ratio:.2f}", _verdict(ratio <= 1.1))


def _page(weight: Weight | str) -> list[Row]:
    html, everything, foreign = (
        ("heaviest term page, cold, gzip: HTML", "< 6 KB"),
        ("heaviest term page, cold, gzip: everything", "< 60 KB"),
        ("hosts of others it asks", "none"),
    )
    if isinstance(weight, str):
        return [Row(*row, weight, "", NOT_YET) for row in (html, everything, foreign)]
    missing = f", not there: {', '.join(weight.missing)}" if weight.missing else ""
    return [
        Row(
            *html, f"{weight.html / 1000:.1f} KB", f"{weight.html / 6000:.2f} of the bar", _verdict(weight.html < 6000)
        ),
        Row(
            *everything,
            f"{weight.everything / 1000:.1f} KB{missing}",
            f"{weight.everything / 60000:.2f} of the bar",
            _verdict(weight.everything < 60000 and not missing),
        ),
        Row(*foreign, ", ".join(weight.foreign) or "none", "", _verdict(not weight.foreign)),
    ]


def printed(lines: list[Row]) -> str:
    """The table as Markdown with its columns in line."""
    table = [Row("what", "bar", "measured", "ratio", ""), *lines]
    widths = [max(len(cell) for cell in column) for column in zip(*table, strict=True)]

    def line(cells: Row) -> str:
        return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"

    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([line(table[0]), rule, *map(line, table[1:])])


def totals(figures: Figures) -> list[str]:
    """For each series one sentence with all its medians, to stand below the table."""
    sentences: list[str] = []
    for (command, size), series in figures.series.items():
        if series.runs:
            wall, user, cpu, peak = (series.median(figure) for figure in ("wall", "user", "cpu", "peak"))
            name = f"Hugo {HUGO_VERSION}" if command == "hugo" else command
            pages = f", {figures.pages[command, size]:,} pages" if (command, size) in figures.pages else ""
            sentences.append(
                f"{name} {size}: {wall:.2f} s by the clock, {user:.2f} s user, {cpu:.2f} s CPU, {peak:.0f} MB{pages}; "
                f"{len(series.runs)} run{'s' if len(series.runs) > 1 else ''}"
            )
    return sentences
