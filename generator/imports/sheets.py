"""Spreadsheets that come back. They come from outside: sizes are looked at before anything is unpacked, XML that declares
entities is refused (openpyxl reads with defusedxml, which a test makes sure of), and no cell is ever run."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from defusedxml import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from generator.issues import N_, Refusal

MOST_UNPACKED = 128 * 1024 * 1024
MOST_PARTS = 500
MOST_ROWS = 100_000
_MOST_COLUMNS = 50
MOST_COLUMNS = 300
"""Columns of a table that others made."""
_MOST_SHEETS = 20
_KEY = re.compile(r"\[([a-z]+(?:[ -][a-z]+)*)\]\s*$")

Cells = Sequence[Any]


class Table(NamedTuple):
    """A sheet that came back: its columns by what their headings end in, counted from 0, and its rows with their lines."""

    columns: Mapping[str, int]
    rows: Iterator[tuple[int, Cells]]

    def cell(self, row: Cells, key: str) -> Any:
        """The cell of a row in a column; None where it has none."""
        column = self.columns.get(key)
        return row[column] if column is not None and column < len(row) else None

    def named(self, line: int, key: str) -> str:
        """What a spreadsheet calls a cell, as C7."""
        return f"{get_column_letter(self.columns[key] + 1)}{line}"


def read(
    data: bytes, file: str, lacking: Callable[[Collection[str]], Sequence[str]], take: Callable[[Table], None]
) -> None:
    """Hand to `take` the first sheet that has all its columns; `lacking` says which are missing of those there are. Raises
    Refusal where the file is no such workbook."""
    with _reading(data, file, values=False) as sheets:
        take(_table(sheets, file, lacking))


def values(data: bytes, file: str, name: str = "", *, formulas: bool = False) -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows that hold something, by their numbers: what cells show, of a formula what it came to when the workbook was
    saved, or with `formulas` its own text. Of the sheet of a name, else the first that holds two rows. Raises Refusal where
    there is none, or it is wider or longer than a table can be."""
    with _reading(data, file, values=not formulas) as sheets:
        named = [sheet for sheet in sheets if sheet.title == name] if name else sheets
        for sheet in named:
            sheet.reset_dimensions()
        held = next(
            (sheet for sheet in named if len(list(islice(_filled(sheet), 2))) == 2), named[0] if named else None
        )
        if held is None:
            raise Refusal(
                N_("{file} has no sheet '{name}'. Sheets: {sheets}."),
                file=file,
                name=name,
                sheets=", ".join(sheet.title for sheet in sheets),
            )
        for number, row in _filled(held):
            if number > MOST_ROWS + 1:
                raise Refusal(
                    N_("{file} has more than {most} rows: split it, or look whether it is the right file."),
                    file=file,
                    most=MOST_ROWS,
                )
            if len(row) > MOST_COLUMNS and row[MOST_COLUMNS] is not None:
                raise Refusal(
                    N_("{file} has more than {most} columns: look whether it is the right file."),
                    file=file,
                    most=MOST_COLUMNS,
                )
            yield number, row


def titles(data: bytes, file: str) -> list[str]:
    """What the sheets of a workbook are called. Raises Refusal where it is none."""
    with _reading(data, file, values=True) as sheets:
        return [str(sheet.title) for sheet in sheets]


def _filled(sheet: Any) -> Iterator[tuple[int, Sequence[Any]]]:
    rows = islice(sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True), MOST_ROWS + 1000)
    return ((number, row) for number, row in enumerate(rows, 1) if row.count(None) != len(row))


@contextmanager
def _reading(data: bytes, file: str, values: bool) -> Iterator[list[Any]]:
    """The sheets of a workbook; whatever goes wrong with them becomes a Refusal."""
    _weigh(data, file)
    try:
        book = load_workbook(BytesIO(data), read_only=True, keep_links=False, data_only=values)
        yield [sheet for sheet in book.worksheets[:_MOST_SHEETS] if hasattr(sheet, "reset_dimensions")]
    except Refusal:
        raise
    except Exception as error:  # openpyxl raises whatever a broken part leads it to
        if isinstance(error, DefusedXmlException) or isinstance(error.__cause__, DefusedXmlException):
            raise Refusal(
                N_("{file} declares XML entities, which no spreadsheet needs; it is not read."), file=file
            ) from error
        raise Refusal(N_("{file} cannot be read as an .xlsx workbook: save it again as .xlsx."), file=file) from error


def _weigh(data: bytes, file: str) -> None:
    """Refuse what would unpack to more than a spreadsheet of texts can be; declared sizes are what zipfile keeps to."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise Refusal(N_("{file} cannot be read as an .xlsx workbook: save it again as .xlsx."), file=file) from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refusal(N_("{file} unpacks to more than a spreadsheet of texts can hold; it is not read."), file=file)


def _table(sheets: Sequence[Any], file: str, lacking: Callable[[Collection[str]], Sequence[str]]) -> Table:
    missing: Sequence[str] = lacking(())
    for sheet in sheets:
        sheet.reset_dimensions()  # what a file says of its own size is not to be relied on
        rows: Iterator[Cells] = sheet.iter_rows(max_col=_MOST_COLUMNS)
        columns = {
            match[1]: place
            for place, cell in enumerate(next(rows, ()))
            if isinstance(cell.value, str) and (match := _KEY.search(cell.value))
        }
        if not (lacks := lacking(columns)):
            return Table(columns, _numbered(rows, file))
        missing = min(missing, lacks, key=len)
    keys = ", ".join(f"[{key}]" for key in missing)
    raise Refusal(
        N_(
            "{file} has no sheet whose first row has the headings that went out: missing are {keys}; keep that row as it is."
        ),
        file=file,
        keys=keys,
    )


def _numbered(rows: Iterator[Cells], file: str) -> Iterator[tuple[int, Cells]]:
    for line, row in enumerate(islice(rows, MOST_ROWS + 1), 2):
        if line > MOST_ROWS + 1:
            raise Refusal(
                N_("{file} has more than {most} rows: split it, or look whether it is the right file."),
                file=file,
                most=MOST_ROWS,
            )
        yield line, row


def text_of(cell: Any) -> str | None:
    """The text of a cell, "" for an empty one, None for anything else."""
    if cell is None or cell.value is None:
        return ""
    return cell.value if isinstance(cell.value, str) and cell.data_type in ("s", "str", "inlineStr") else None
