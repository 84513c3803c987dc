"""Run a command and read what it used: CPU, peak memory, time by the clock.

Linux counts the memory of the process that starts a command into the command's peak. So whoever calls this must stay
small: workloads are made in processes of their own.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_RSS_PER_MB = 1024**2 if sys.platform == "darwin" else 1024


class Failed(Exception):
    """A measured command did not do its work. The text says how, in one line."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What one command used, with every process it started and waited for: seconds, and megabytes (2**20 bytes).

    `peak` is that of the largest single process."""

    wall: float
    user: float
    system: float
    peak: float

    @property
    def cpu(self) -> float:
        """User and system time together."""
        return self.user + self.system


@dataclass(slots=True)
class Series:
    """The runs of one command; `failure` says why there are none or no more."""

    runs: list[Usage] = field(default_factory=list)
    failure: str = ""

    def median(self, figure: str) -> float:
        """The median of `user`, `cpu`, `peak` or `wall`."""
        return float(statistics.median(getattr(usage, figure) for usage in self.runs))


def run(command: Sequence[str], log: Path, folder: Path, environment: Mapping[str, str]) -> Usage:
    """Run a command in `folder` with these variables added; its output goes to `log`. Raises Failed where it fails."""
    start = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            cwd=folder,
            env={**_as_installed(), **environment},
        )
        _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"exit {process.returncode}: {_last_line(log)}")
    return Usage(wall, used.ru_utime, used.ru_stime, used.ru_maxrss / _RSS_PER_MB)


def _as_installed() -> dict[str, str]:
    """The environment, with Python's compiled modules kept: they are wherever a package was installed and used once."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "no output")
