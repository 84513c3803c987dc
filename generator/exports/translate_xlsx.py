"""Texts for translators as a spreadsheet: one row a text, one white column to write in."""

from __future__ import annotations

from collections.abc import Sequence

from generator.exports.sheets import Column, begun, finished, write
from generator.exports.translate import Pair, Row
from generator.issues import N_
from generator.wording import Wording, both

_COLUMNS = (
    Column(N_("Record"), "", 26),
    Column(N_("Field"), "", 14),
    Column(N_("Status"), "", 12),
    Column(N_("Text"), "from {source}", 60),
    Column(N_("Translation: write here"), "to {target}", 60, open=True),
    Column(N_("Note"), "", 44),
    Column(N_("File"), "", 30),
    Column(N_("Unit"), "unit", 30),
    Column("", "source-print", 14, hidden=True),
    Column("", "target-print", 14, hidden=True),
)


def workbook(rows: Sequence[Row], langs: Pair, wordings: Sequence[Wording]) -> bytes:
    """The rows as an .xlsx workbook; headings in both languages."""
    headed = [
        column._replace(
            heading=both(column.heading, wordings) if column.heading else "", key=column.key.format(**langs._asdict())
        )
        for column in _COLUMNS
    ]
    book, sheet = begun(f"{langs.source}-{langs.target}", headed)
    for number, row in enumerate(rows, 2):
        shown = (row.label, row.field, both(row.status, wordings), row.source, row.target, row.note, row.file)
        for place, text in enumerate((*shown, row.unit, *row.prints)):
            write(sheet, number, place + 1, text, open=_COLUMNS[place].open)
    return finished(book, sheet, len(rows), len(_COLUMNS))
