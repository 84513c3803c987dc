"""Where the files of an export go: a folder, written as it is made, so that ten thousand records are never held at once."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_AT_ONCE = 1 << 16
_ANEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)  # the last on Windows


class Laying:
    """A folder that files are written into. `sizes` are the bytes of each file, by its path in it, or of many small ones together."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sizes = Counter[str]()
        self._open: dict[str, BinaryIO] = {}

    def put(self, name: str, data: bytes, together: str = "") -> None:
        """Write a small file; its bytes count by its name, or by what it stands `together` under."""
        put(f"{self.folder}/{name}", data)
        self.sizes[together or name] += len(data)

    def begin(self, name: str) -> BinaryIO:
        """A large file to write to, closed with the rest."""
        path = f"{self.folder}/{name}"
        os.makedirs(os.path.dirname(path), exist_ok=True)
        self._open[name] = handle = open(path, "wb")  # noqa: SIM115
        return handle

    def end(self) -> None:
        """Close what is open."""
        for name, handle in self._open.items():
            self.sizes[name] = handle.tell()
            handle.close()
        self._open.clear()


def put(path: str, data: bytes) -> None:
    """Write a file, and the folders it lies in where they are not there yet. (A site has so many files that the layers of `open`
    are felt.)"""
    try:
        file = os.open(path, _ANEW, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        file = os.open(path, _ANEW, 0o666)
    os.write(file, data) if len(data) < _AT_ONCE else _all(file, data)
    os.close(file)


def _all(file: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]


@contextmanager
def laid(folder: Path) -> Iterator[Laying]:
    """A folder to write into; whatever is open is closed at the end."""
    laying = Laying(folder)
    try:
        yield laying
    finally:
        laying.end()
