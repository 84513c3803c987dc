"""What all tests share: a root made of a few files, one build of each real root, and the day they count from."""

from __future__ import annotations

import fcntl
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from generator import cli

TODAY = date(2026, 11, 21)
REPOSITORY = Path(__file__).parent.parent
ALBA = REPOSITORY / "examples" / "alba"
SHARED = REPOSITORY.parent / "shared"
"""Facts and published data nobody here wrote; tests that read from it skip where it is absent."""


def _newest(*roots: Path) -> date:
    """The newest day that records of these roots bear: nothing in them lies in the future of it."""
    texts = (file.read_text(encoding="utf-8") for root in roots for file in (root / "content").rglob("*.yml"))
    return max(
        date.fromisoformat(day)
        for text in texts
        for day in re.findall(r"(?:on|seen|checked): ([0-9-]{10})$", text, re.M)
    )


LATEST = _newest(REPOSITORY, ALBA)
"""The day on which our own content is read. Made-up roots are read on TODAY."""

Tree = Callable[[Mapping[str, str | bytes]], Path]


class Said(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Said]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-cases", action="store_true", help="rewrite what the golden cases expect")


def written(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with files (path -> text) below it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Write files (path -> text) below a new folder and return it."""
    return lambda files: written(tmp_path, files)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process, on the day the tests count from."""

    def command(*arguments: object, today: date = TODAY) -> Said:
        try:
            status = cli.main([*map(str, arguments), "--today", str(today)])
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else -1
        shown = capsys.readouterr()
        return Said(status, shown.out, shown.err)

    return command


@pytest.fixture(scope="session")
def between_workers(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of one run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


def built(root: Path, folder: Path) -> Path:
    """The root's site, in a folder of its own (two builds side by side refuse each other); the first worker to ask builds
    it, the others wait."""
    folder.mkdir(exist_ok=True)
    target = folder / "site"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            assert cli.main(["build", "--root", str(root), "--site", str(target), "--today", str(LATEST)]) == 0
    return target


def made(files: Mapping[str, str], folder: Path) -> Path:
    """A made-up root with its site of TODAY in `site`; the first worker to ask makes it, the others wait. Read it only."""
    folder.mkdir(exist_ok=True)
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "site").exists():
            written(folder, files)
            assert cli.main(["build", "--root", str(folder), "--today", str(TODAY)]) == 0
    return folder


@pytest.fixture(scope="session")
def real_site(between_workers: Path) -> Path:
    """The site of the real content, built once a run. Read it only."""
    return built(REPOSITORY, between_workers / "real-site")


@pytest.fixture(scope="session")
def alba_site(between_workers: Path) -> Path:
    """The site of examples/alba, built once a run. Read it only."""
    return built(ALBA, between_workers / "alba-site")
