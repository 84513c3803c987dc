"""Translations that come back in a spreadsheet. It comes from outside: sizes are looked at before anything is unpacked, XML
that declares entities is refused (openpyxl reads with defusedxml, which a test makes sure of), and cells are text or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice
from typing import Any
from zipfile import BadZipFile, ZipFile

from defusedxml import DefusedXmlException
from openpyxl import load_workbook

from generator.imports.returned import MOST_UNITS, NOT_TEXT, Came, Returned
from generator.issues import Refusal, visible

MOST_UNPACKED = 128 * 1024 * 1024
MOST_PARTS = 500
_MOST_COLUMNS = 50
_MOST_SHEETS = 20
_KEY = re.compile(r"\[(?:(from|to) ([a-z]{2,3})|(unit|source-print|target-print))\]\s*$")
_NEEDED = ("from", "to", "unit", "source-print", "target-print")

Cells = Sequence[Any]


def read(data: bytes, file: str) -> Returned:
    """The rows of the first sheet that has our columns, in any order. Raises Refusal where the file is no such workbook."""
    _weigh(data, file)
    try:
        book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets[:_MOST_SHEETS] if hasattr(sheet, "reset_dimensions")]
        return _rows(sheets, file)
    except Refusal:
        raise
    except Exception as error:  # openpyxl raises whatever a broken part leads it to
        if isinstance(error, DefusedXmlException) or isinstance(error.__cause__, DefusedXmlException):
            raise Refusal(f"{file} declares XML entities, which no spreadsheet needs; it is not read.") from error
        raise Refusal(f"{file} cannot be read as an .xlsx workbook: save it again as .xlsx.") from error


def _weigh(data: bytes, file: str) -> None:
    """Refuse what would unpack to more than a spreadsheet of texts can be; declared sizes are what zipfile keeps to."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise Refusal(f"{file} cannot be read as an .xlsx workbook: save it again as .xlsx.") from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refusal(f"{file} unpacks to more than a spreadsheet of texts can hold; it is not read.")


def _rows(sheets: Sequence[Any], file: str) -> Returned:
    missing: list[str] = list(_NEEDED)
    for sheet in sheets:
        sheet.reset_dimensions()  # what a file says of its own size is not to be relied on
        rows: Iterator[Cells] = sheet.iter_rows(max_col=_MOST_COLUMNS)
        columns, langs = _columns(next(rows, ()))
        lacking = [key for key in _NEEDED if key not in columns]
        if not lacking:
            return _read(rows, columns, Returned(langs["from"], langs["to"]), file)
        missing = min(missing, lacking, key=len)
    raise Refusal(
        f"{file} has no sheet whose first row has the headings that went out: missing are "
        f"{', '.join(f'[{key}]' for key in missing)}; keep that row as it is."
    )


def _columns(head: Cells) -> tuple[dict[str, int], dict[str, str]]:
    """Which column is what, and the two languages, by what the headings end in."""
    columns: dict[str, int] = {}
    langs: dict[str, str] = {}
    for position, cell in enumerate(head):
        if isinstance(cell.value, str) and (match := _KEY.search(cell.value)):
            columns[match[1] or match[3]] = position
            if match[1]:
                langs[match[1]] = match[2]
    return columns, langs


def _read(rows: Iterator[Cells], columns: dict[str, int], returned: Returned, file: str) -> Returned:
    for line, row in enumerate(islice(rows, MOST_UNITS + 1), 2):
        if line > MOST_UNITS + 1:
            raise Refusal(f"{file} has more than {MOST_UNITS} rows: split it, or look whether it is the right file.")
        cells = {key: row[column] if column < len(row) else None for key, column in columns.items()}
        unit, source, target, text = (_text(cells[key]) for key in ("unit", "source-print", "target-print", "to"))
        if not unit:
            continue
        if text is None:
            returned.issues.append(NOT_TEXT.at(file, place=(line, columns["to"] + 1), unit=visible(unit)))
        else:
            returned.texts.append(Came(unit, source or "", target or "", text, line))
    return returned


def _text(cell: Any) -> str | None:
    """The text of a cell, "" for an empty one, None for anything else."""
    if cell is None or cell.value is None:
        return ""
    return cell.value if isinstance(cell.value, str) and cell.data_type in ("s", "str", "inlineStr") else None
