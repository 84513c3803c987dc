"""A new state of content/, made beside it and put in its place in one step. Whoever is interrupted leaves the old state.

Files that stay as they are cost nothing: the copy holds the same ones (hard links). So a file of the copy is never written
into: `files.put` puts another in its place.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.issues import N_, Refusal

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_HERE = -100
_EXCHANGE = 2
"""What Linux calls a path from where one stands, and two folders that change places."""


@contextmanager
def renewed(root: Path) -> Iterator[Path]:
    """A copy of a root's content/ to be changed. It takes the place of content/ when the block ends, and is thrown away where
    it ends in an error. Raises Refusal where somebody else is writing there."""
    content, new, old = _folders(root)
    if content.is_symlink() or not content.is_dir():
        raise Refusal(
            N_("{content} is not a folder of its own: name the folder that holds it with --root."), content=content
        )
    with _alone(root) as mine:
        if not mine:
            raise Refusal(N_("Another command is writing in {root}: wait until it is done."), root=root)
        _mend(root)
        try:
            shutil.copytree(content, new, copy_function=_link, symlinks=True)
            yield new
            _swap(content, new, old)
        finally:
            _mend(root)


def mend(root: Path) -> None:
    """Clear away what an interrupted command left beside content/, unless it is still at work."""
    _, new, old = _folders(root)
    if new.exists() or old.exists():
        with _alone(root) as mine:
            if mine:
                _mend(root)


def _folders(root: Path) -> tuple[Path, Path, Path]:
    return root / "content", root / ".content.new", root / ".content.old"


def _mend(root: Path) -> None:
    content, new, old = _folders(root)
    if old.exists() and not content.exists():
        old.rename(content)  # interrupted between two renames
    for folder in (new, old):
        if folder.exists():
            shutil.rmtree(folder)


def _swap(content: Path, new: Path, old: Path) -> None:
    """Put `new` in the place of `content`: in one step where the system can, else in two that `mend` finishes or takes back."""
    if not _exchanged(content, new):
        content.rename(old)
        new.rename(content)


def _exchanged(first: Path, second: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    with suppress(AttributeError, OSError):  # an older system
        call = ctypes.CDLL(None).renameat2
        return bool(call(_HERE, os.fsencode(first), _HERE, os.fsencode(second), _EXCHANGE) == 0)
    return False


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a disk without hard links
        shutil.copy2(source, target)


@contextmanager
def _alone(root: Path) -> Iterator[bool]:
    """Whether nobody else writes in a root while the block lasts; builds hold the same lock. It dies with its process."""
    if fcntl is None:
        yield True
        return
    handle = os.open(root, os.O_RDONLY)
    try:
        yield _locked(handle)
    finally:
        os.close(handle)


def _locked(handle: int) -> bool:
    with suppress(BlockingIOError):
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False
