"""A list of others for tests: JSON rows that say what a reader would make of them; and roots to take it into."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.imports import running
from generator.imports.incoming import Given, Incoming
from tests.conftest import Run, Said, Tree

SITE = """\
name: {en: Sample, cy: Sampl}
url: https://s.example/
languages: [{code: en}, {code: cy}]
mobiles: {begin: ['07', '+447']}
homes: {en: ['flat #', my house]}
"""
AREAS = """\
name: {en: Areas, cy: Ardaloedd}
entries:
  north:
    name: {en: North, cy: Gogledd}
  south:
    name: {en: South, cy: De}
"""
COSTS = "name: {en: Costs, cy: Costau}\nentries:\n  free:\n    name: {en: Free, cy: Am ddim}\n"
ROOT = {
    "content/site.yml": SITE,
    "content/vocabularies/areas.yml": AREAS,
    "content/vocabularies/costs.yml": COSTS,
}
MAIL = {"email": "info@walkers.example"}


def group(key: str, called: str, **fields: Any) -> dict[str, Any]:
    """A row that becomes a group."""
    tree = {"name": {"en": called}, "cost": {"kind": "free"}, "contact": MAIL, **fields}
    return {"kind": "assets", "key": key, "tree": tree}


def read(catalogue: Catalogue, given: Given) -> Iterator[Incoming]:
    """The rows of a file; its texts in the feed's language stand under "-"."""
    for number, row in enumerate(json.loads(Path(given.source).read_text(encoding="utf-8")), 1):
        tree = json.loads(json.dumps(row.get("tree", {})).replace('"-":', f'"{given.lang}":'))
        links = {name: tuple(place) for name, place in row.get("links", {}).items()}
        received = row.get("received", {"id": row["key"], "tree": tree})
        yield Incoming(row["kind"], row["key"], f"row {number}", tree, links, received, row.get("unmapped", {}))


Take = Callable[..., Said]


@pytest.fixture
def take(tree: Tree, run: Run, monkeypatch: pytest.MonkeyPatch) -> Take:
    """Import rows into a root, which is made at the first call."""
    monkeypatch.setattr(running, "reader", lambda format: read)
    made: list[Path] = []

    def command(rows: Sequence[Mapping[str, Any]], *arguments: object, feed: str = "list", **more: Any) -> Said:
        files = {**ROOT, **more.pop("files", {})}
        root = made[0] if made else tree({name: text for name, text in files.items() if text is not None})
        made[:] = [root]
        file = root / f"{feed}.json"
        file.write_text(json.dumps(rows), encoding="utf-8")
        return run("import", "oruk", file, "--root", root, "--feed", feed, *arguments, **more)

    return command


def content(root: Path) -> dict[str, bytes]:
    """Every file of a root's content."""
    folder = root / "content"
    return {str(file.relative_to(root)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def record(root: Path, name: str) -> str:
    return (root / "content" / f"{name}.yml").read_text(encoding="utf-8")
