"""Every postcode of some authorities: where it is, whose it is, and the files the browser finds it in."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any

from generator import files
from generator.geo import coding, onspd
from generator.geo.coding import District, as_json
from generator.geo.onspd import Row
from generator.issues import Refusal
from generator.kinds.fields import Point

FOLDER = "geo"
DISTRICTS = "districts"
NO_DISTRICTS = '{"codes":[],"districts":{}}'
"""The list of districts of a root that knows no postcodes."""


class Grid:
    """The postcodes of some authorities. `texts` are the files' contents by name, without folder and ending; those of
    districts are read when one of their postcodes is asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._listed: Mapping[str, Any] = json.loads(texts[DISTRICTS])
        self._read: dict[str, District] = {}

    @property
    def districts(self) -> tuple[str, ...]:
        """The outward parts there are, as NP20."""
        return tuple(self._listed["districts"])

    def point(self, postcode: str) -> Point | None:
        """Where a postcode is, within 80 metres; of an outward part alone, its middle. None where there is none such."""
        text = _squeezed(postcode)
        if text in self._listed["districts"]:
            return Point(*self._listed["districts"][text][:2])
        found = self._find(text)
        return found[0] if found else None

    def exact(self, postcode: str) -> Point | None:
        """Where a whole postcode is; None of an outward part alone."""
        found = self._find(_squeezed(postcode))
        return found[0] if found else None

    def authority(self, postcode: str) -> str | None:
        """The official code of the authority a postcode lies in; of an outward part alone, the one most of it lies in."""
        text = _squeezed(postcode)
        if text in self._listed["districts"]:
            code: str = self._listed["codes"][self._listed["districts"][text][2]]
            return code
        found = self._find(text)
        return found[1] if found else None

    def files(self) -> Iterator[tuple[str, str]]:
        """The files of a site: name and content of one a district, and of the list of districts."""
        return ((f"{FOLDER}/{name}.json", text) for name, text in self._texts.items())

    def district(self, name: str) -> District:
        """The postcodes of one outward part. Raises KeyError where there is none such."""
        if name not in self._read:
            self._read[name] = District(self._texts[name])
        return self._read[name]

    def _find(self, text: str) -> tuple[Point, str] | None:
        name, unit = text[:-3], text[-3:]
        return self.district(name).find(unit) if name in self._listed["districts"] else None


def _squeezed(postcode: str) -> str:
    return postcode.replace(" ", "").upper()


def open_grid(prefixes: Sequence[str], cache: Path | None) -> Grid:
    """The postcodes of authorities whose official code begins with one of `prefixes`, as W06. Made in about two seconds
    from the installed data, and kept in `cache`, where there is one, so that it is there at once the next time. Raises
    Refusal where the data is missing, or a beginning fits no authority."""
    return _opened(tuple(sorted(set(prefixes))), onspd.version(), cache)


@lru_cache(maxsize=4)
def _opened(prefixes: tuple[str, ...], version: str, cache: Path | None) -> Grid:
    file = cache / f"postcodes-{_key(prefixes, version)}.txt" if cache else None
    texts = _recalled(file) if file else None
    if texts is None:
        texts = _made(prefixes)
        if file:
            _keep(file, texts)
    return Grid(texts)


def _key(prefixes: tuple[str, ...], version: str) -> str:
    """Changes with the data, with what is asked of it, and with the way files are made."""
    program = [Path(module.__file__ or "").read_bytes() for module in (onspd, coding)] + [Path(__file__).read_bytes()]
    return blake2b(b"\x00".join([repr((prefixes, version)).encode(), *program]), digest_size=12).hexdigest()


def _recalled(file: Path) -> dict[str, str] | None:
    """What was kept, unless it is not there or not whole. Its first line is a fingerprint of the rest."""
    with suppress(OSError, ValueError):
        head, _, body = file.read_bytes().partition(b"\n")
        if head.decode() == _fingerprint(body):
            lines = (line.partition("\t") for line in body.decode().splitlines())
            return {name: text for name, _, text in lines}
    return None


def _keep(file: Path, texts: Mapping[str, str]) -> None:
    body = "".join(f"{name}\t{text}\n" for name, text in texts.items()).encode()
    with suppress(OSError):  # where nothing can be kept, the next run makes it again
        file.parent.mkdir(parents=True, exist_ok=True)
        files.put_bytes(file, f"{_fingerprint(body)}\n".encode() + body)


def _fingerprint(body: bytes) -> str:
    return blake2b(body, digest_size=16).hexdigest()


def _made(prefixes: tuple[str, ...]) -> dict[str, str]:
    texts: dict[str, str] = {}
    middles: dict[str, tuple[float, float, list[str]]] = {}
    for rows in onspd.letters(prefixes):
        rows.sort()
        for district, group in groupby(rows, key=lambda row: row.district):
            held = list(group)
            texts[district] = coding.encode(held)
            middles[district] = _middle(held)
        del rows
    codes = sorted({code for *_, owners in middles.values() for code in owners})
    for prefix in prefixes:
        if not any(code.startswith(prefix) for code in codes):
            raise Refusal(f"content/site.yml: 'postcodes': no authority's official code begins with '{prefix}'.")
    listed = {name: [lat, lon, *map(codes.index, owners)] for name, (lat, lon, owners) in sorted(middles.items())}
    return {DISTRICTS: as_json({"codes": codes, "districts": listed}), **dict(sorted(texts.items()))}


def _middle(rows: Sequence[Row]) -> tuple[float, float, list[str]]:
    """The middle of a district, where its postcodes are rather than where it is wide, and its authorities, the one with
    most postcodes first."""
    counted = Counter(row.authority for row in rows)
    owners = sorted(counted, key=lambda code: (-counted[code], code))
    lat, lon = (round(median(row.point[axis] for row in rows), 4) for axis in (0, 1))
    return lat, lon, owners
