"""How our spreadsheets look and behave: grey locked cells, white ones to write in, no cell a formula, the same bytes for the
same content.

A sheet is locked without a password: who must, unlocks it. A heading ends in what the way back finds its column by: [unit].
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

TEXT, DAY = "@", "yyyy-mm-dd"
"""How a cell shows what is typed into it."""
_LISTS = "lists"
"""The hidden sheet that drop-down lists read: within a rule they would have to be short."""
_LOCKED, _HEAD = PatternFill("solid", fgColor="F0F0F0"), PatternFill("solid", fgColor="1F4E5F")
_NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The day zip files count from: nothing here reads the clock, and the same texts give the same bytes."""


class Column(NamedTuple):
    """A column: its heading, what the way back finds it by ("" where it is not needed there), its width in characters, whether
    one may write in it, whether it is shown."""

    heading: str
    key: str
    width: int
    open: bool = False
    hidden: bool = False


def begun(title: str, columns: Sequence[Column]) -> tuple[Workbook, Worksheet]:
    """A workbook with one sheet that has its headings."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    for number, column in enumerate(columns, 1):
        text = f"{column.heading} [{column.key}]".strip() if column.key else column.heading
        cell = write(sheet, 1, number, text)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), _HEAD
        cell.protection = Protection(locked=True)
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = column.width
        dimension.hidden = column.hidden
    return book, sheet


def write(sheet: Worksheet, row: int, column: int, text: str, *, open: bool = False, form: str = TEXT) -> Cell:
    """Put a text into a cell, as text whatever it begins with; `form` is how the cell shows what is typed into it."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if text:
        cell.value = text
        cell.data_type = "s"  # never a formula
    cell.number_format = form
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if open:
        cell.protection = Protection(locked=False)
    else:
        cell.fill = _LOCKED
    return cell


def choices(book: Workbook, sheet: Worksheet, column: int, rows: int, words: Sequence[str]) -> None:
    """Let the cells of a column below its heading be chosen from some words."""
    lists = book[_LISTS] if _LISTS in book.sheetnames else book.create_sheet(_LISTS)
    lists.sheet_state = "hidden"
    for row, word in enumerate(words, 1):
        write(lists, row, column, word)
    letter = get_column_letter(column)
    rule = DataValidation("list", formula1=f"{_LISTS}!${letter}$1:${letter}${len(words)}", allow_blank=True)
    _rule(sheet, rule, column, rows)


def days(sheet: Worksheet, column: int, rows: int) -> None:
    """Let the cells of a column below its heading take days of the calendar alone."""
    _rule(sheet, DataValidation("date", operator="greaterThan", formula1="40000", allow_blank=True), column, rows)


def _rule(sheet: Worksheet, rule: DataValidation, column: int, rows: int) -> None:
    letter = get_column_letter(column)
    rule.add(f"{letter}2:{letter}{rows + 1}")
    sheet.add_data_validation(rule)


def finished(book: Workbook, sheet: Worksheet, rows: int, columns: int) -> bytes:
    """The workbook's bytes: its headings stay in sight, it can be sorted and filtered, and is printed across a page."""
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(columns)}{rows + 1}"
    sheet.protection.sheet = True
    for allowed in ("formatColumns", "formatRows", "formatCells", "sort", "autoFilter"):
        setattr(sheet.protection, allowed, False)  # the protection does not reach these
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    made = BytesIO()
    book.save(made)
    return _undated(made.getvalue())


def _undated(data: bytes) -> bytes:
    """The same workbook without the time it was made."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == "docProps/core.xml":
                part = re.sub(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", b"", part)
            info = ZipInfo(entry.filename, _NO_DAY)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, part)
    return out.getvalue()
