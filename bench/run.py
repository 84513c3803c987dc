"""Measure every row of design §10 and print one table: `python -m bench.run` (`make bench`)."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench import finder
from bench.hugo_form import fit_shell
from bench.links import cost
from bench.measure import Failed, Series, Usage
from bench.postcodes import heaviest_district
from bench.records import SIZES, TERMS, Records
from bench.search.ours import measured
from bench.subjects import HUGO_VERSION, PROJECT, Geirfa, Ground, Hugo, Mean, count_pages, hugo_binary
from bench.table import Figures, printed, rows, totals
from bench.weight import weigh

MEMORY_DISK = Path("/dev/shm")
ROOM = {"S": 0.3e9, "L": 2.5e9, "XL": 10e9}
"""Bytes that a size takes at most, generously: both sources and both sites, ours twice while it is swapped."""
SHELL = 8500
"""Bytes of Hugo's page shell where ours cannot be built to take the measure from."""


class Bench:
    """One sitting: the workloads, the runs of every command in turn, what came out."""

    def __init__(self, work: Path, sizes: list[str]) -> None:
        self.figures = Figures()
        self._work = work
        self.sizes = sizes
        self.shells = ""
        self._grounds = {size: Ground(work / size, TERMS + SIZES[size]) for size in sizes}
        self._geirfa = {size: Geirfa(ground) for size, ground in self._grounds.items()}
        binary = hugo_binary()
        self._hugo = {size: Hugo(ground, binary) for size, ground in self._grounds.items() if binary and size != "XL"}
        if not binary:
            self.figures.missing |= {("hugo", size): f"Hugo {HUGO_VERSION} is not installed" for size in sizes}

    def prepare(self) -> None:
        """Make the workloads; build the smallest once to warm up; give Hugo's pages a shell as heavy as ours."""
        for size, ground in self._grounds.items():
            _say(f"making workload {size}")
            ground.make(size, ("geirfa", "hugo") if size in self._hugo else ("geirfa",))
        _say("warming up")
        first = self.sizes[0]
        ours = _pages_of(self._geirfa[first])
        barest = _pages_of(self._hugo[first]) if first in self._hugo else None
        for size, hugo in self._hugo.items() if barest else ():
            more = ours.of(SIZES[size]) - barest.of(SIZES[size]) if ours and barest else SHELL
            fit_shell(hugo.source, round(more))
        fitted = _pages_of(self._hugo[first]) if barest else None
        self.shells = " ".join(filter(None, (_said("our", ours), _said("Hugo's", fitted))))

    def measure(self, number: int, size: str) -> None:
        """One run of everything at one size, ours and Hugo's by turns. It leaves our site built."""
        geirfa = self._geirfa[size]
        if size == "L":
            self._once("check", size, number, geirfa.check)
        self._once("build", size, number, geirfa.build)
        self.figures.pages["build", size] = count_pages(geirfa.site)
        if size in self._hugo:
            self._once("hugo", size, number, self._hugo[size].build)
            self.figures.pages["hugo", size] = count_pages(self._hugo[size].site)
        if size == "L":
            self._once("rebuild", size, number, lambda: geirfa.rebuild(number))

    def _once(self, command: str, size: str, number: int, act: Callable[[], Usage]) -> None:
        series = self.figures.series.setdefault((command, size), Series())
        if not series.failure:
            _say(f"run {number}: {command} {size}")
            try:
                series.runs.append(act())
            except Failed as failure:
                series.failure = str(failure)

    def weigh(self) -> None:
        """Weigh the pages of the smallest size."""
        size = self.sizes[0]
        _say(f"weighing the pages of {size}")
        try:
            self.figures.weight = weigh(self._geirfa[size].site)
        except Failed as failure:
            self.figures.weight = str(failure)

    def link(self) -> None:
        """Look for the words of L in its texts."""
        if "L" in self._grounds:
            _say("linking")
            self.figures.links = cost(self._grounds["L"].path / "root")

    def find(self) -> None:
        """Search the sites of S and L."""
        _say("searching")
        roots = {size: ground.path / "root" for size, ground in self._grounds.items() if size != "XL"}
        self.figures.search = measured(roots, self._work / "search") if roots else "sizes S and L were not asked for"

    def go(self) -> None:
        """Look for groups on the sites of S and L, and weigh the files of postcodes."""
        _say("finding groups")
        sites = {size: geirfa.site for size, geirfa in self._geirfa.items() if size != "XL"}
        place = Records(0).lists.places[0].name["en"]
        self.figures.finder = finder.measured(sites, place) if sites else "sizes S and L were not asked for"
        self.figures.postcodes = heaviest_district(PROJECT)


def _pages_of(subject: Geirfa | Hugo) -> Mean | None:
    """Mean weights of pages; None where the build fails (the first measured one says why)."""
    try:
        subject.build()
    except Failed:
        return None
    return subject.pages()


def _said(whose: str, pages: Mean | None) -> str:
    return f"Mean page of {whose} terms {pages.term:,.0f} bytes, of groups {pages.group:,.0f}." if pages else ""


def _say(what: str) -> None:
    """Progress, on a terminal only."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{what}", end="", file=sys.stderr, flush=True)


def _place(sizes: list[str]) -> tuple[Path, str]:
    """A new folder to work in, on the memory disk where there is one with room; and what to say of it."""
    room = sum(ROOM[size] for size in sizes)
    if MEMORY_DISK.is_dir() and os.access(MEMORY_DISK, os.W_OK) and shutil.disk_usage(MEMORY_DISK).free > room:
        return Path(tempfile.mkdtemp(prefix="geirfa-bench-", dir=MEMORY_DISK)), "Output on a memory disk"
    return Path(tempfile.mkdtemp(prefix="geirfa-bench-")), "Output on an ordinary disk (no memory disk with room)"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    parser.add_argument(
        "--size", choices=SIZES, nargs="+", default=["S", "L"], help="workloads to measure (default: S L)"
    )
    parser.add_argument(
        "--runs", type=int, default=3, help="runs of every command; medians are shown (default: 3; XL runs once)"
    )
    parser.add_argument("--keep", action="store_true", help="leave the workloads and sites, and say where they are")
    return parser.parse_args()


def main() -> int:
    """The command line. Exit 0 where everything could be measured, whatever the verdicts; else 1."""
    options = _options()
    sizes = [size for size in SIZES if size in options.size]
    work, place = _place(sizes)
    try:
        bench = Bench(work, sizes)
        bench.prepare()
        for number in range(1, max(1, options.runs) + 1):
            for size in sizes:
                if size != "XL" or number == 1:
                    bench.measure(number, size)
        bench.weigh()
        bench.link()
        bench.find()
        bench.go()
        _say("")
    finally:
        if options.keep:
            print(f"Kept: {work}")
        else:
            shutil.rmtree(work)
    print(printed(rows(bench.figures)))
    print("\n".join(["", f"{place}; {os.cpu_count()} cores. {bench.shells}".strip(), *totals(bench.figures)]))
    return 1 if any(series.failure for series in bench.figures.series.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
