"""Texts for translators as a spreadsheet: one row a text, one white column to write in.

The sheet is locked but for that column (without a password: who must, unlocks it). Everything is text, also what begins
with = or -: no cell is a formula. The headings end in what the way back finds its columns by: [to cy], [unit].
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.exports.translate import Pair, Row, both
from generator.issues import N_
from generator.wording import Wording

_COLUMNS = (
    (N_("Record"), "", 26),
    (N_("Field"), "", 14),
    (N_("Status"), "", 12),
    (N_("Text"), "from {source}", 60),
    (N_("Translation: write here"), "to {target}", 60),
    (N_("Note"), "", 44),
    (N_("File"), "", 30),
    (N_("Unit"), "unit", 30),
    ("", "source-print", 14),
    ("", "target-print", 14),
)
"""Heading, what the way back finds the column by, and width in characters."""
_WRITE_HERE = 5
_PRINTS = (9, 10)
_LOCKED, _HEAD = PatternFill("solid", fgColor="F0F0F0"), PatternFill("solid", fgColor="1F4E5F")
_NO_DAY = (1980, 1, 1, 0, 0, 0)
"""The day zip files count from: nothing here reads the clock, and the same texts give the same bytes."""


def workbook(rows: Sequence[Row], langs: Pair, wordings: Sequence[Wording]) -> bytes:
    """The rows as an .xlsx workbook; headings in both languages."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = f"{langs.source}-{langs.target}"
    _head(sheet, langs, wordings)
    for number, row in enumerate(rows, 2):
        shown = (row.label, row.field, both(row.status, wordings), row.source, row.target, row.note, row.file)
        for column, text in enumerate((*shown, row.unit, *row.prints), 1):
            _write(sheet, number, column, text)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_COLUMNS))}{len(rows) + 1}"
    sheet.protection.sheet = True
    for allowed in ("formatColumns", "formatRows", "formatCells", "sort", "autoFilter"):
        setattr(sheet.protection, allowed, False)  # the protection does not reach these
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    made = BytesIO()
    book.save(made)
    return _undated(made.getvalue())


def _head(sheet: Worksheet, langs: Pair, wordings: Sequence[Wording]) -> None:
    for column, (heading, key, width) in enumerate(_COLUMNS, 1):
        words = both(heading, wordings) if heading else ""
        text = f"{words} [{key.format(**langs._asdict())}]".strip() if key else words
        cell = _write(sheet, 1, column, text)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), _HEAD
        cell.protection = Protection(locked=True)
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.width = width
        dimension.hidden = column in _PRINTS


def _write(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    if text:
        cell.value = text
        cell.data_type = "s"  # never a formula, whatever it begins with
    cell.number_format = "@"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if column == _WRITE_HERE:
        cell.protection = Protection(locked=False)
    else:
        cell.fill = _LOCKED
    return cell


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
