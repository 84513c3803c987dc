"""Content is replaced whole or stays: whatever step a command is killed at, and who else is writing."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import swap
from generator.files import put
from generator.issues import Refusal
from tests.conftest import REPOSITORY, Run, Tree
from tests.feeding import Take, content, group
from tests.feeding import take as take

OLD = {"content/site.yml": "name: {en: Old}\n", "content/glossary/walk.yml": "term: {en: walk}\ndefinition: {en: On foot.}\n"}


class Killed(BaseException):
    """As if the process had been killed: nobody handles it, and nothing is cleared up after it."""


def _kill(*arguments: object, **more: object) -> None:
    raise Killed


def change(root: Path) -> None:
    with swap.renewed(root) as folder:
        put(folder / "site.yml", "name: {en: New}\n")
        (folder / "glossary/walk.yml").unlink()
        put(folder / "glossary/hike.yml", "term: {en: hike}\n")


def test_all_is_changed_at_once(tree: Tree) -> None:
    root = tree(OLD)
    kept = (root / "content/site.yml").stat().st_ino
    change(root)
    assert {name: text.decode() for name, text in content(root).items()} == {
        "content/glossary/hike.yml": "term: {en: hike}\n",
        "content/site.yml": "name: {en: New}\n",
    }
    assert sorted(path.name for path in root.iterdir()) == ["content"]
    assert (root / "content/site.yml").stat().st_ino != kept


@pytest.mark.parametrize("step", ["copytree", "_swap", "put"])
@pytest.mark.parametrize("atomic", [True, False])
def test_killed_before_the_swap(tree: Tree, monkeypatch: pytest.MonkeyPatch, step: str, atomic: bool) -> None:
    root = tree(OLD)
    before = content(root)
    with monkeypatch.context() as patch:
        patch.setattr(swap, "_mend", lambda root: None)
        if not atomic:
            patch.setattr(swap, "_exchanged", lambda first, second: False)
        target = {"copytree": (shutil, "copytree"), "_swap": (swap, "_swap"), "put": (sys.modules[__name__], "put")}[step]
        patch.setattr(*target, _kill)
        with pytest.raises(Killed):
            change(root)
    assert content(root) == before
    swap.mend(root)
    assert content(root) == before
    assert sorted(path.name for path in root.iterdir()) == ["content"]


@pytest.mark.parametrize("renames", [1, 2])
def test_killed_between_two_renames(tree: Tree, monkeypatch: pytest.MonkeyPatch, run: Run, renames: int) -> None:
    """Where folders cannot change places in one step: before the second rename the old state comes back, after it the new."""
    root = tree(OLD)
    before = content(root)
    real = Path.rename
    done: list[Path] = []

    def rename(self: Path, target: Path) -> Path:
        if len(done) == renames:
            raise Killed
        done.append(self)
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(swap, "_mend", lambda root: None)
        patch.setattr(swap, "_exchanged", lambda first, second: False)
        patch.setattr(Path, "rename", rename)
        if renames == 1:
            with pytest.raises(Killed):
                change(root)
            assert not (root / "content").exists()
        else:
            change(root)
    run("check", "--root", root)  # the next command, whichever it is
    assert sorted(path.name for path in root.iterdir()) == ["content"]
    assert (content(root) == before) is (renames == 1)


def test_an_error_changes_nothing(tree: Tree) -> None:
    root = tree(OLD)
    before = content(root)

    def fail() -> None:
        with swap.renewed(root) as folder:
            put(folder / "site.yml", "?")
            raise ValueError("on the way")

    with pytest.raises(ValueError, match="on the way"):
        fail()
    assert content(root) == before
    assert sorted(path.name for path in root.iterdir()) == ["content"]


def test_two_at_once_refuse_each_other(tree: Tree) -> None:
    root = tree(OLD)
    handle = os.open(root, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    (root / ".content.new").mkdir()
    swap.mend(root)  # leaves alone what another command is at
    assert (root / ".content.new").exists()
    with pytest.raises(Refusal, match=r"^Another command is writing in .*: wait until it is done\.$"):
        change(root)
    os.close(handle)


def test_content_elsewhere_is_refused(tree: Tree, tmp_path: Path) -> None:
    tree({f"real/{name}": text for name, text in OLD.items()})
    (tmp_path / "content").symlink_to(tmp_path / "real/content")
    with pytest.raises(Refusal, match="is not a folder of its own"):
        change(tmp_path)


def test_a_disk_without_hard_links(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*paths: object) -> None:
        raise OSError(1, "not here")

    root = tree(OLD)
    monkeypatch.setattr(os, "link", refuse)
    change(root)
    assert (root / "content/glossary/hike.yml").is_file()


def _dies(root: Path, wait: Callable[[], bool]) -> None:
    """Import in a process of its own, and kill it when something is seen."""
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "import", "oruk", str(root / "feed.json"), "--root", str(root)],
        cwd=REPOSITORY,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    end = time.monotonic() + 60
    while process.poll() is None and not wait() and time.monotonic() < end:
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    process.wait()


def test_a_killed_import_leaves_the_old_state(tree: Tree) -> None:
    root = tree(OLD)
    rows = ",".join(f'{{"id": "{n}", "name": "Group {n}", "status": "active", "email": "g{n}@g.example"}}' for n in range(600))
    (root / "feed.json").write_text(f'{{"contents": [{rows}]}}', encoding="utf-8")
    before = content(root)
    new = root / ".content.new"
    _dies(root, lambda: new.is_dir() and len(list(new.rglob("*.yml"))) > 60)
    after = content(root)
    assert after == before or len(after) == len(before) + 602
    swap.mend(root)
    assert sorted(path.name for path in root.iterdir()) == ["content", "feed.json"]


def test_a_full_disk_changes_nothing(take: Take, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.imports import running

    take([group("1", "Walk")])
    before = content(tmp_path)

    def full(path: Path, text: str) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(running, "put", full)
    said = take([group("1", "Walk", summary={"en": "A walk."})])
    assert said.status == 2
    assert said.err.endswith(": No space left on device\n")
    assert content(tmp_path) == before
