"""A table that others made, as headings and rows of texts, whatever file it came in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import chain, islice
from typing import Any, NamedTuple

from generator.imports import delimited
from generator.imports.decoding import text_of
from generator.imports.sheets import MOST_COLUMNS, MOST_ROWS, values
from generator.issues import N_, Refusal
from generator.tabular import unguarded

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_TITLES = 20
"""Rows that may stand above the headings."""


class Row(NamedTuple):
    """One row: its number, as a spreadsheet counts them, and its cells by their headings; empty ones are left out. `sheet` is
    where it stands, of a table of several sheets."""

    number: int
    cells: dict[str, str]
    sheet: str = ""

    @property
    def where(self) -> str:
        return f"{self.sheet}, row {self.number}" if self.sheet else f"row {self.number}"


class Sheet(NamedTuple):
    """A table. `rows` can be gone through once; `heading_row` is the number of the row of its headings."""

    headings: tuple[str, ...]
    rows: Iterator[Row]
    heading_row: int = 1


def sheet(
    data: bytes,
    file: str,
    *,
    name: str = "",
    heading_row: int = 0,
    raw: bool = False,
    knows: Callable[[str], bool] | None = None,
) -> Sheet:
    """The table that a file holds: of a workbook the sheet of a name, else the first with rows. `heading_row` says where its
    headings are; by itself it is the first row with two cells, or with `knows` the one of the first rows that has most headings
    it knows. `raw` leaves texts as they are,
    formulas too. Raises Refusal where it is no table."""
    if data.startswith(_OLD_WORKBOOK):
        raise Refusal(N_("{file} is an old workbook: save it as .xlsx or .csv."), file=file)
    found: Iterable[tuple[int, Sequence[Any]]]
    if data.startswith(b"PK"):
        found = values(data, file, name, formulas=raw)
    else:
        text = text_of(data, file)
        if text.lstrip()[:1] in ("{", "<") or text.lstrip()[:2] in ("[{", "%P") or _is_binary(text[:4096]):
            raise Refusal(N_("{file} is no table: bring it as .csv or .xlsx."), file=file)
        found = enumerate(delimited.rows(text, file), 1)
    texts = ((number, _texts(row, raw)) for number, row in found)
    if knows and not heading_row:
        first = list(islice(texts, _TITLES))
        return _headed(chain(first, texts), file, _heading_row(first, knows))
    return _headed(texts, file, heading_row)


def _heading_row(first: Sequence[tuple[int, list[str]]], knows: Callable[[str], bool]) -> int:
    """The number of the row that has most known headings, if more than the first with two cells; 0 for that one."""
    wide = [(number, row) for number, row in first if len(list(filter(None, row))) > 1]
    known = [sum(knows(cell) for cell in dict.fromkeys(row) if cell) for _, row in wide]
    best = known.index(max(known)) if known else 0
    return wide[best][0] if best and known[best] > max(known[0], 1) else 0


def _is_binary(text: str) -> bool:
    """Whether a text is none: here and there a control character gets into a table, but not more."""
    return len(_CONTROL.findall(text)) * 10 > len(text)


def _texts(row: Sequence[Any], raw: bool) -> list[str]:
    """The cells of a row as texts, up to the last that holds one."""
    texts = [value if raw and isinstance(value, str) else _said(value) for value in row]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _said(value: Any) -> str:
    """A cell as text, without the sign that keeps it from being a formula: days as 2026-11-21, times as 09:30, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, str):
        return unguarded(delimited.mended(value.replace("_x000D_", "\r")).replace("\u00a0", " ").strip())
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60:02}:{minutes % 60:02}"
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


def _headed(found: Iterator[tuple[int, list[str]]], file: str, heading_row: int) -> Sheet:
    above: list[tuple[int, list[str]]] = []
    for number, row in found:
        if number == heading_row or (not heading_row and len(list(filter(None, row))) > 1):
            return Sheet(headings := _headings(row, file), _rows(found, headings, file), number)
        above.append((number, row))
        if number > max(_TITLES, heading_row):
            break
    filled = [entry for entry in above if any(entry[1])]
    if heading_row or not filled:
        if heading_row:
            raise Refusal(N_("{file} has no headings in row {row}: it is empty there."), file=file, row=heading_row)
        raise Refusal(N_("{file} has no row of headings: it is empty."), file=file)
    first = filled[0]  # a table of one column
    headings = _headings(first[1], file)
    return Sheet(headings, _rows(chain(filled[1:], found), headings, file), first[0])


def _headings(row: Sequence[str], file: str) -> tuple[str, ...]:
    """Headings on one line each, no two alike; a column without one is called by its number."""
    if len(row) > MOST_COLUMNS:
        raise Refusal(
            N_("{file} has more than {most} columns: look whether it is the right file."), file=file, most=MOST_COLUMNS
        )
    made: list[str] = []
    for number, cell in enumerate(row, 1):
        text = " ".join(cell.split())[:200] or f"column {number}"
        twice = made.count(text)
        while text in made:
            twice += 1
            text = f"{' '.join(cell.split())[:200]} ({twice})"
        made.append(text)
    return tuple(made)


def _rows(found: Iterable[tuple[int, list[str]]], headings: Sequence[str], file: str) -> Iterator[Row]:
    """The rows that hold something. What stands beyond the last heading is in a column of its number."""
    count = 0
    for number, row in found:
        if not any(row):
            continue
        count += 1
        if count > MOST_ROWS:
            raise Refusal(
                N_("{file} has more than {most} rows: split it, or look whether it is the right file."),
                file=file,
                most=MOST_ROWS,
            )
        names = headings if len(row) <= len(headings) else (*headings, *_beyond(len(headings), row, file))
        yield Row(number, {name: cell for name, cell in zip(names, row, strict=False) if cell})


def _beyond(width: int, row: Sequence[str], file: str) -> Iterator[str]:
    if len(row) > MOST_COLUMNS:
        raise Refusal(
            N_("{file} has a row of more than {most} cells: look whether it is the right file."),
            file=file,
            most=MOST_COLUMNS,
        )
    return (f"column {number}" for number in range(width + 1, len(row) + 1))
