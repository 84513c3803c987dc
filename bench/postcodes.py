"""What a browser fetches of postcodes: the file of one district."""

from __future__ import annotations

import gzip
from pathlib import Path

from generator import catalogue
from generator.geo.whereabouts import Whereabouts
from generator.issues import Refusal


def heaviest_district(root: Path) -> tuple[str, int] | str:
    """Of a root that knows postcodes: the heaviest file and its bytes after gzip -9; or why there is none. The list of all
    districts counts too."""
    try:
        grid = Whereabouts(catalogue.load(root)).grid
    except Refusal as refusal:
        return str(refusal)
    if grid is None:
        return "this root asks for no postcodes"
    weights = {name: len(gzip.compress(text.encode(), compresslevel=9)) for name, text in grid.files()}
    return max(weights.items(), key=lambda file: file[1])
