"""Rows of a table that are no records: what stands as a heading between the others, counts them, or says the headings again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from generator.imports.incoming import Dirt
from generator.imports.rows import Row, Sheet
from generator.imports.values import Setting
from generator.issues import N_, Rule, Severity
from generator.languages import language
from generator.languages.rules import fold

NO_RECORD = Rule(
    "row-no-record",
    Severity.WARNING,
    N_("Each row of a table is a record."),
    N_("{row} says '{value}' and nothing of a group: it was taken as a heading or a sum between the others."),
    N_("It was kept aside. If it is a group, fill in a second cell where the list comes from."),
)
_LEAST = 3
"""Columns of a table in which a row with one cell may be a heading between others: a narrow one lists names."""


def sorted_out(sheet: Sheet, setting: Setting) -> Iterator[tuple[Row, Dirt | None]]:
    """The rows of a table, each that is no record with why it is kept aside."""
    for row, after in pairwise(chain(sheet.rows, (None,))):
        if row is not None:
            value = next(iter(row.cells.values()), "")
            aside = value and (_is_sum(row, setting) or _is_head(row, after, sheet) or _says_headings(row))
            yield row, Dirt("", NO_RECORD, {"row": row.where, "value": value[:80]}) if aside else None


def _is_sum(row: Row, setting: Setting) -> bool:
    """Whether a row counts the others: 'Total', and numbers."""
    first, *others = row.cells.values()
    head = fold(first.strip(" :.0123456789"))
    named = any(
        head in language(code).tables.get("totals", "").split("|")
        for code in {setting.lang, *setting.others, "en"}
        if head
    )
    return named and all(_is_number(text) for text in others)


def _is_number(text: str) -> bool:
    return text.strip(" £%").replace(",", "").replace(".", "", 1).isdigit()


def _is_head(row: Row, after: Row | None, sheet: Sheet) -> bool:
    """Whether a row is a heading of those below it: one cell in capitals, or before a colon, above a row that is neither."""
    if len(row.cells) != 1 or len(sheet.headings) < _LEAST or after is None or len(after.cells) < 2:
        return False
    (heading, text), *_ = row.cells.items()
    below = after.cells.get(heading, "")
    return text.endswith(":") or (text.isupper() and not below.isupper())


def _says_headings(row: Row) -> bool:
    """Whether a row says the headings again, as each printed page does."""
    return len(row.cells) > 1 and all(heading == text for heading, text in row.cells.items())
