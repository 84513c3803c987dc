"""Translations that come back in a spreadsheet: cells are text or nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.imports.returned import NOT_TEXT, Came, Returned
from generator.imports.sheets import Table, text_of
from generator.imports.sheets import read as read_sheet
from generator.issues import visible

_NEEDED = ("from", "to", "unit", "source-print", "target-print")
_LANGUAGE = re.compile("(from|to) ([a-z]{2,3})")


def read(data: bytes, file: str) -> Returned:
    """The rows of the first sheet that has our columns, in any order. Raises Refusal where the file is no such workbook."""
    found: list[Returned] = []
    read_sheet(data, file, _lacking, lambda table: found.append(_read(table, file)))
    return found[0]


def _languages(keys: Collection[str]) -> dict[str, str]:
    """The two languages, by the columns from and to."""
    return {match[1]: match[2] for key in keys if (match := _LANGUAGE.fullmatch(key))}


def _lacking(keys: Collection[str]) -> Sequence[str]:
    there = {*keys, *_languages(keys)}
    return [key for key in _NEEDED if key not in there]


def _read(table: Table, file: str) -> Returned:
    langs = _languages(table.columns)
    to = f"to {langs['to']}"
    returned = Returned(langs["from"], langs["to"])
    for line, row in table.rows:
        unit, source, target, text = (
            text_of(table.cell(row, key)) for key in ("unit", "source-print", "target-print", to)
        )
        if not unit:
            continue
        if text is None:
            returned.issues.append(NOT_TEXT.at(file, place=(line, table.columns[to] + 1), unit=visible(unit)))
        else:
            returned.texts.append(Came(unit, source or "", target or "", text, line))
    return returned
