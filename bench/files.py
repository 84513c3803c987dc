"""Many small files, written quickly."""

from __future__ import annotations

from pathlib import Path


class Folder:
    """A folder of files to come. Folders inside it are made once, when the first file needs them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._made: set[str] = set()

    def write(self, name: str, text: str) -> None:
        """Write one file; `name` is relative, with `/`."""
        folder, _, _ = name.rpartition("/")
        if folder not in self._made:
            (self.path / folder).mkdir(parents=True, exist_ok=True)
            self._made.add(folder)
        with open(f"{self.path}/{name}", "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
