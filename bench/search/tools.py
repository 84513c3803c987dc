"""The engines of others, installed beside the project for as long as they are measured, never into it."""

from __future__ import annotations

import shutil
import sys
from functools import cached_property
from pathlib import Path

from bench.measure import Failed, run

MINISEARCH, PAGEFIND, MATERIAL = "7.2.0", "1.6.0", "9.8.1"
_ESBUILD = "0.28.2"
"""Makes one small file of MiniSearch, as anybody who ships it would."""


class Tools:
    """`folder` holds what is installed; what it holds from before is used again. Raises Failed where one cannot be had."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def run(self, what: str, command: list[str], folder: Path | None = None) -> None:
        """Run a command in a folder; where it fails, Failed says in one line what could not be done."""
        self._folder.mkdir(parents=True, exist_ok=True)
        cache = {"XDG_CACHE_HOME": str(self._folder / "cache")}
        try:
            run(command, self._folder / "log.txt", folder or self._folder, cache)
        except (Failed, OSError) as failure:
            raise Failed(f"{what}: {failure}") from failure

    @cached_property
    def packages(self) -> Path:
        """The folder node_modules."""
        npm = shutil.which("npm")
        if not npm:
            raise Failed("npm is not installed")
        modules = self._folder / "npm/node_modules"
        if not modules.is_dir():
            modules.parent.mkdir(parents=True, exist_ok=True)
            wanted = [f"minisearch@{MINISEARCH}", f"pagefind@{PAGEFIND}", f"esbuild@{_ESBUILD}"]
            options = ["--no-save", "--no-audit", "--no-fund", "--fetch-retries=1"]
            self.run("npm could not install it", [npm, "install", *options, *wanted], modules.parent)
        return modules

    @cached_property
    def minisearch(self) -> Path:
        """MiniSearch as one minified ES module."""
        file = self._folder / "minisearch.js"
        source = self.packages / "minisearch/dist/es/index.js"
        esbuild = [str(self.packages / ".bin/esbuild"), str(source), "--minify", "--format=esm", f"--outfile={file}"]
        self.run("esbuild could not minify it", esbuild)
        return file

    @cached_property
    def pagefind(self) -> Path:
        """The command pagefind."""
        return self.packages / ".bin/pagefind"

    @cached_property
    def mkdocs(self) -> Path:
        """The command mkdocs of a virtual environment that has Material."""
        environment = self._folder / "material"
        command = environment / "bin/mkdocs"
        if not command.is_file():
            self.run("a virtual environment could not be made", [sys.executable, "-m", "venv", str(environment)])
            pip = [str(environment / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
            self.run("pip could not install it", [*pip, "--retries", "1", f"mkdocs-material=={MATERIAL}"])
        return command
