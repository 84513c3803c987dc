"""A table that others made (.csv, .xlsx), row by row, by a mapping that says what stands in which column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import urljoin

from generator.catalogue import Catalogue
from generator.imports import MOST_BYTES, between, data_of, mapping, rows
from generator.imports.fetch import fetch, is_address
from generator.imports.incoming import Dirt, Given, Incoming
from generator.imports.mapped import NO_PARTNER, Made
from generator.imports.mapping import Mapping
from generator.imports.placing import Placing
from generator.imports.rows import Row, Sheet
from generator.issues import N_, Refusal
from generator.nearby import did_you_mean, suggested

_BEYOND = re.compile(r"column \d+")
"""What a column beyond the last heading is called."""
_APART = " · "
"""Stands between the columns of a key."""


def read(catalogue: Catalogue, given: Given) -> Iterator[Incoming]:
    """The rows of a table. Raises Refusal where it cannot be read, or lacks a column that its mapping names."""
    found = mapping_of(given)

    def opened(source: str) -> Sheet:
        data = bytes_of(source)
        if len(found.sheets) > 1:
            return _together(data, source, found)
        return rows.sheet(data, source, name="".join(found.sheets), heading_row=found.heading_row)

    return taken(catalogue, found, opened, given.source)


def _together(data: bytes, source: str, found: Mapping) -> Sheet:
    """Several sheets of a workbook as one table."""
    parts = [rows.sheet(data, source, name=name, heading_row=found.heading_row) for name in found.sheets]
    headings = tuple(dict.fromkeys(heading for part in parts for heading in part.headings))
    named = (row._replace(sheet=name) for name, part in zip(found.sheets, parts, strict=True) for row in part.rows)
    return Sheet(headings, named)


def mapping_of(given: Given) -> Mapping:
    """The mapping that was given with a table. Raises Refusal where there is none."""
    if given.mapping is None:
        raise Refusal(
            N_("Say what stands in which column of {source}: --mapping FILE. To have one proposed: --guess"),
            source=given.source,
        )
    return mapping.read(given.mapping, given.lang)


def bytes_of(source: str) -> bytes:
    """What a file holds, or an address answers. Raises Refusal where it is too large or does not answer."""
    if not is_address(source):
        return data_of(Path(source))
    data = fetch(source)
    if len(data) > MOST_BYTES:
        raise Refusal(
            N_("{source} is larger than {most} MB: ask for it in parts."), source=source, most=MOST_BYTES // 1024**2
        )
    return data


def taken(catalogue: Catalogue, found: Mapping, opened: Callable[[str], Sheet], source: str) -> Iterator[Incoming]:
    """The rows of a source as records of ours, each with its partner of the one beside it in another language; `opened`
    reads a source."""
    sheet = opened(source)
    _known(sheet, [*found.columns, *found.key], found.file)
    placing = Placing(catalogue, found)
    others: dict[str, Row] = {}
    if pair := found.pair:
        name = urljoin(source, pair.file) if is_address(source) else str(Path(source).with_name(pair.file))
        beside = opened(name)
        key = pair.key or found.key
        if not key:
            raise Refusal(
                N_("{file}: 'pair' needs 'key', the column by which the rows of both files are told."), file=found.file
            )
        _known(beside, [*pair.columns, *key], found.file)
        others = {_key(row, key): row for row in beside.rows}
    return _once(_made(placing, between.sorted_out(sheet, placing.setting), others), found.kind)


def _known(sheet: Sheet, names: Iterable[str], file: str) -> None:
    for name in names:
        if " ".join(name.split()) not in sheet.headings and not _BEYOND.fullmatch(name):
            nearest = did_you_mean(name, sheet.headings)
            hint = suggested(nearest) or Refusal(N_("It has: {headings}."), headings=", ".join(sheet.headings))
            raise Refusal(
                N_("{file} names a column '{name}' that the table does not have. {hint}"),
                file=file,
                name=name,
                hint=hint,
            )


def _key(row: Row, names: Iterable[str]) -> str:
    parts = [row.cells.get(" ".join(name.split()), "") for name in names]
    return _APART.join(parts) if any(parts) else ""


def _made(placing: Placing, found: Iterable[tuple[Row, Dirt | None]], others: dict[str, Row]) -> Iterator[Incoming]:
    """Each row with its partner, then those of the other file that have none."""
    pair = placing.mapping.pair
    for row, why in found:
        if why:
            yield Incoming(None, f"{row.where} {row.sheet}".strip(), row.where, {}, {}, dict(row.cells), {}, (why,))
            continue
        key, made = _key(row, placing.mapping.key), Made(placing, row)
        if partner := others.pop(key, None):
            made.add_pair(partner)
        elif pair:
            made.dirt.append(Dirt("", NO_PARTNER))
        yield from made.incoming(key)
    for key, row in others.items():
        made = Made(placing, Row(row.number, {}))
        made.add_pair(row)
        made.dirt.append(Dirt("", NO_PARTNER))
        yield from made.incoming(key)


def _once(found: Iterable[Incoming], kind: str) -> Iterator[Incoming]:
    """Records of a kind under keys that no other has; who runs several of them, once."""
    seen: dict[tuple[str | None, str], int] = {}
    for incoming in found:
        count = seen[incoming.kind, incoming.key] = seen.get((incoming.kind, incoming.key), 0) + 1
        if count == 1:
            yield incoming
        elif incoming.kind == kind:
            yield incoming._replace(key=f"{incoming.key} ({count})")
