"""Points with properties (GeoJSON, RFC 7946), by the same mapping as tables: a property is a column, `lat` and `lon` are those
of the point; on the grid of Great Britain `easting` and `northing`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from generator.catalogue import Catalogue
from generator.imports.decoding import text_of
from generator.imports.incoming import Given, Incoming
from generator.imports.rows import Row, Sheet
from generator.imports.sheets import MOST_COLUMNS, MOST_ROWS
from generator.imports.tables import bytes_of, mapping_of, taken
from generator.issues import N_, Refusal

LAT, LON, SHAPE = "lat", "lon", "geometry"
EASTING, NORTHING = "easting", "northing"
_SCHEMA = re.compile(r"^https?://schema\.org/(?=[A-Z][a-zA-Z]+$)")
"""Before a word of schema.org, as Monday."""
_MOST_PAIRS, _MOST_METRES = 100_000, 10_000_000
_MOST_DEPTH = 4
_MOST_SHAPE = 2000
"""Characters of an outline that are kept: longer ones say more than a directory needs."""


def read(catalogue: Catalogue, given: Given) -> Iterator[Incoming]:
    """The features of a collection, or of a pair of them in two languages. Raises Refusal where there are none."""
    return taken(catalogue, mapping_of(given), lambda source: sheet(bytes_of(source), source), given.source)


def sheet(data: bytes, file: str) -> Sheet:
    """The features of a file as rows of a table. Raises Refusal where it holds none."""
    try:
        tree = json.loads(text_of(data, file).lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError):
            said = N_("{file} is broken at line {line}, column {column}: it cannot be read as GeoJSON.")
            raise Refusal(said, file=file, line=error.lineno, column=error.colno) from error
        raise Refusal(N_("{file} is broken: it cannot be read as GeoJSON."), file=file) from error
    features = tree.get("features") if isinstance(tree, dict) else None
    if isinstance(tree, dict) and tree.get("type") == "Feature":
        features = [tree]
    if not isinstance(features, list):
        raise Refusal(N_("{file} is no GeoJSON: it has no list of 'features'."), file=file)
    if len(features) > MOST_ROWS:
        raise Refusal(
            N_("{file} has more than {most} features: split it, or look whether it is the right file."),
            file=file,
            most=MOST_ROWS,
        )
    metres = "27700" in json.dumps(tree.get("crs"))  # in metres on the grid of Great Britain, by its number
    rows = [Row(number, _cells(feature, metres)) for number, feature in enumerate(features, 1)]
    headings = tuple(dict.fromkeys(name for row in rows for name in row.cells))
    if len(headings) > MOST_COLUMNS:
        raise Refusal(
            N_("{file} has more than {most} properties: look whether it is the right file."),
            file=file,
            most=MOST_COLUMNS,
        )
    return Sheet(headings, iter(rows))


def _cells(feature: Any, metres: bool) -> dict[str, str]:
    """The properties of a feature, those of parts behind a dot, then its id and its point."""
    if not isinstance(feature, dict):
        return {"feature": _said(feature)}
    cells: dict[str, str] = {}
    properties = feature.get("properties")
    _flatten(properties if isinstance(properties, dict) else {}, "", cells, 0)
    if (id := _said(feature.get("id"))) and "id" not in cells:
        cells["id"] = id
    geometry = feature.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else ""
    point = _point(kind, geometry.get("coordinates")) if isinstance(geometry, dict) else None
    if point:
        names = (EASTING, NORTHING) if metres else (LON, LAT)
        cells |= {name: _said(value) for name, value in zip(names, point, strict=True)}
    if geometry and not (point and kind == "Point"):
        cells[SHAPE] = _said(geometry)[:_MOST_SHAPE]
    return {name: text for name, text in cells.items() if text}


def _point(kind: Any, held: Any) -> tuple[Any, Any] | None:
    """Where a shape is: a point itself, the beginning of a line, the middle between the edges of anything else."""
    if kind == "Point":
        return (held[0], held[1]) if isinstance(held, list) and len(held) > 1 else None
    pairs = list(islice(_pairs(held), _MOST_PAIRS))
    if not pairs:
        return None
    if kind in ("LineString", "MultiLineString"):
        return pairs[0]
    lons, lats = [lon for lon, _ in pairs], [lat for _, lat in pairs]
    return round((min(lons) + max(lons)) / 2, 6), round((min(lats) + max(lats)) / 2, 6)


def _pairs(held: Any) -> Iterator[tuple[float, float]]:
    """The corners of a shape."""
    if not isinstance(held, list):
        return
    if len(held) > 1 and all(isinstance(value, int | float) and abs(value) < _MOST_METRES for value in held[:2]):
        yield held[0], held[1]
        return
    for entry in held:
        yield from _pairs(entry)


def _flatten(part: dict[str, Any], before: str, cells: dict[str, str], depth: int) -> None:
    """The values of a part by their names; of a list with one part in it those of that."""
    for name, value in part.items():
        heading = " ".join(f"{before}{name}".split())[:200]
        inner = value[0] if isinstance(value, list) and len(value) == 1 else value
        if isinstance(inner, dict) and depth < _MOST_DEPTH:
            _flatten(inner, f"{heading}.", cells, depth + 1)
        else:
            cells[heading] = _said(value)


def _said(value: Any) -> str:
    """A value as text; a list of texts with semicolons between them."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _SCHEMA.sub("", value.strip())
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list) and value and all(isinstance(entry, dict) and _label(entry) for entry in value):
        return "; ".join(map(_label, value))
    if isinstance(value, list) and all(isinstance(entry, str | int | float) for entry in value):
        return "; ".join(_said(entry) for entry in value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return json.dumps(value, ensure_ascii=False)


def _label(entry: dict[str, Any]) -> str:
    """What a word of a list is called."""
    return next(
        (said for key in ("prefLabel", "name", "label", "title") if isinstance(said := entry.get(key), str)), ""
    )
