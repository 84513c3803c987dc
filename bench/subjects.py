"""What is measured: the product, and Hugo on the same records. Each knows its commands and how to begin afresh."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from bench.measure import Failed, Usage, run
from bench.records import TERMS

HUGO_VERSION = "0.168.0"
PROJECT = Path(__file__).resolve().parent.parent


class Mean(NamedTuple):
    """Bytes of HTML that a page of a term and one of a group have on average."""

    term: float
    group: float

    def of(self, groups: int) -> float:
        """That of a page of any record, where there are so many groups."""
        return (TERMS * self.term + groups * self.group) / (TERMS + groups)


class Ground:
    """The folder of one size: `root` (ours) and `hugo` as workload.py writes them, and what is built from them."""

    def __init__(self, path: Path, records: int) -> None:
        self.path = path
        self.records = records

    def make(self, size: str, forms: tuple[str, ...]) -> None:
        """Write the workload, in a process of its own (measure.py says why)."""
        command = [sys.executable, "-m", "bench.workload", "--size", size, "--out", str(self.path), "--form", *forms]
        subprocess.run(command, cwd=PROJECT, check=True)

    def measured(self, command: list[str]) -> Usage:
        """Run one command; whatever it caches at home stays inside this folder."""
        cache = {"XDG_CACHE_HOME": str(self.path / "cache")}
        return run(command, self.path / "log.txt", PROJECT, cache)

    def require_pages(self, site: Path) -> None:
        """Raise Failed unless there is a page for each record in each of the two languages."""
        pages = count_pages(site)
        if pages < 2 * self.records:
            raise Failed(f"{pages:,} pages built of {self.records:,} records in two languages")


class Geirfa:
    """The product's commands on one workload."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._root = ground.path / "root"
        self.site = ground.path / "out" / "site"

    def _forget(self) -> None:
        """Remove everything built or cached: all but the content itself."""
        for leftover in self._root.iterdir():
            if leftover.name != "content":
                _remove(leftover)
        _remove(self.site.parent)
        _remove(self._ground.path / "cache")

    def _run(self, *arguments: str) -> Usage:
        return self._ground.measured([sys.executable, "-m", "generator", *arguments, "--root", str(self._root)])

    def build(self) -> Usage:
        """A full build, from nothing but the content."""
        self._forget()
        self.site.parent.mkdir()
        usage = self._run("build", "--site", str(self.site))
        self._ground.require_pages(self.site)
        return usage

    def rebuild(self, run_number: int) -> Usage:
        """A build over an existing site after one definition changed; the content is as before afterwards."""
        files = sorted((self._root / "content/glossary").iterdir())
        file = next(file for file in files[len(files) // 2 :] if "easy_read:" in file.read_text(encoding="utf-8"))
        before = file.read_text(encoding="utf-8")
        mark = f"Changed in run {run_number}."
        file.write_text(before.replace("en: >-\n", f"en: >-\n    {mark}\n", 1), encoding="utf-8")
        try:
            usage = self._run("build", "--site", str(self.site))
        finally:
            file.write_text(before, encoding="utf-8")
        if mark not in (self.site / "en/glossary" / file.stem / "index.html").read_text(encoding="utf-8"):
            raise Failed("the changed definition is not on its page")
        return usage

    def check(self) -> Usage:
        """A check of everything, with nothing cached."""
        self._forget()
        return self._run("check")

    def pages(self) -> Mean:
        """The mean weight of a record's page."""
        return Mean(
            _mean(self.site, "en/glossary/*", "cy/geirfa/*"), _mean(self.site, "en/directory/*/*", "cy/cyfeiriadur/*/*")
        )


class Hugo:
    """Hugo on one workload. `binary` is what `hugo_binary` found."""

    def __init__(self, ground: Ground, binary: Path) -> None:
        self._ground = ground
        self._binary = binary
        self.source = ground.path / "hugo"
        self.site = ground.path / "hugo-site"

    def build(self) -> Usage:
        """A full build."""
        _remove(self.site)
        usage = self._ground.measured(
            [
                str(self._binary),
                "--quiet",
                "--source",
                str(self.source),
                "--destination",
                str(self.site),
                "--cacheDir",
                str(self._ground.path / "cache"),
            ]
        )
        self._ground.require_pages(self.site)
        return usage

    def pages(self) -> Mean:
        """The mean weight of a record's page."""
        return Mean(_mean(self.site, "*/glossary/*"), _mean(self.site, "*/directory/*/*"))


def hugo_binary() -> Path | None:
    """The binary inside the Python package `hugo` (its command is a Python script, whose start would be counted);
    None unless the pinned version is installed."""
    try:
        package = importlib.metadata.distribution("hugo")
    except importlib.metadata.PackageNotFoundError:
        return None
    binary = Path(str(package.locate_file("hugo/binaries/hugo")))
    return binary if package.version == HUGO_VERSION and binary.is_file() else None


def count_pages(site: Path) -> int:
    """How many pages a site has."""
    return sum("index.html" in files for _, _, files in os.walk(site))


def _mean(site: Path, *folders: str) -> float:
    return statistics.mean(page.stat().st_size for folder in folders for page in site.glob(f"{folder}/index.html"))


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
