"""A sheet of checks that comes back, filled in: each row becomes an answer, or it is said which cell is wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from generator import answers
from generator.imports import checks_rules as rules
from generator.imports.returned import tidy
from generator.imports.sheets import Cells, Table, text_of
from generator.imports.sheets import read as read_sheet
from generator.issues import Issue, Rule
from generator.wording import Wording, both

_NEEDED = ("answer", "day", "how", "changed", "id", "print")
_BY = re.compile("by ([a-z]{2,3})")
_PRIVATE = re.compile(r"\S@\S|\+?\d(?:[ ()-]*\d){8,}")
"""An e-mail address, or a telephone number."""


class Answer(NamedTuple):
    """What somebody said of one group. `cells` are the names of its cells, by what their columns are called."""

    id: str
    print: str
    said: str
    day: date | None
    by: Mapping[str, str]
    how: str
    changed: str
    line: int
    cells: Mapping[str, str]

    def same(self, other: Answer) -> bool:
        """Whether two rows say the same."""
        return self[:-2] == other[:-2]


@dataclass(slots=True)
class Filled:
    """All that came back in one sheet, and what could not be read of it. `empty` are rows nobody has filled in."""

    answers: list[Answer] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    empty: int = 0


def read(data: bytes, file: str, wordings: Sequence[Wording], today: date) -> Filled:
    """The answers of the first sheet that has our columns. Raises Refusal where the file is no such workbook."""
    filled = Filled()
    read_sheet(data, file, _lacking, lambda table: _read(table, file, wordings, today, filled))
    return filled


def _lacking(keys: Collection[str]) -> Sequence[str]:
    lacks = [key for key in _NEEDED if key not in keys]
    return lacks if any(map(_BY.fullmatch, keys)) else [*lacks, "by …"]


def _read(table: Table, file: str, wordings: Sequence[Wording], today: date, filled: Filled) -> None:
    for line, cells in table.rows:
        row = _Row(table, cells, line, file, wordings, today)
        if row.is_empty():
            filled.empty += 1
            continue
        answer = row.answer()
        filled.issues += row.issues
        if not row.issues:
            filled.answers.append(answer)


class _Row:
    """One row, read cell by cell; what is wrong gathers in `issues`."""

    def __init__(
        self, table: Table, cells: Cells, line: int, file: str, wordings: Sequence[Wording], today: date
    ) -> None:
        self.table, self.cells, self.line, self.file = table, cells, line, file
        self.wordings, self.today = wordings, today
        self.issues: list[Issue] = []
        self.by_columns = {match[1]: key for key in table.columns if (match := _BY.fullmatch(key))}

    def is_empty(self) -> bool:
        """Whether nobody has written anything into it."""
        keys = ("answer", "day", "how", "changed", *self.by_columns.values())
        values = [getattr(self.table.cell(self.cells, key), "value", None) for key in keys]
        return not any(value is not None and str(value).strip() for value in values)

    def answer(self) -> Answer:
        """What the row says, as far as it can be read."""
        said = self._choice("answer", answers.ANSWERS)
        if not said and not self.issues:
            self._find(rules.NO_ANSWER_SAID, "answer", known=self._known(answers.ANSWERS))
        day, by, how = self._day(), self._by(), self._choice("how", answers.HOW)
        if said in (answers.YES, answers.CLOSED) and not self.issues:
            if day is None:
                self._find(rules.NO_DAY, "day")
            if not by:
                self._find(rules.NO_BODY, next(iter(self.by_columns.values())))
            if not how:
                self._find(rules.UNKNOWN_ANSWER, "how", known=self._known(answers.HOW))
        cells = {key: self.table.named(self.line, key) for key in self.table.columns}
        text = {key: self._text(key) for key in ("id", "print", "changed")}
        return Answer(text["id"], text["print"], said, day, by, how, text["changed"], self.line, cells)

    def _find(self, rule: Rule, key: str, value: object = "", known: str = "") -> None:
        """Something is wrong with a cell: `value` is what it says, `known` what it might."""
        place, cell = (self.line, self.table.columns[key] + 1), self.table.named(self.line, key)
        self.issues.append(rule.at(self.file, place=place, cell=cell, value=value, known=known))

    def _known(self, words: Mapping[str, str]) -> str:
        return ", ".join(both(word, self.wordings) for word in words.values())

    def _text(self, key: str) -> str:
        """The text of a cell on one line."""
        text = text_of(self.table.cell(self.cells, key))
        if text is None:
            self._find(rules.BAD_CELL, key)
        return tidy(text or "", one_line=True)

    def _choice(self, key: str, words: Mapping[str, str]) -> str:
        text = self._text(key)
        found = answers.known(words, text, self.wordings) if text else ""
        if found is None:
            self._find(rules.UNKNOWN_ANSWER, key, value=text, known=self._known(words))
        return found or ""

    def _by(self) -> Mapping[str, str]:
        """Who asked, in each language it was said in."""
        found = {lang: text for lang, key in self.by_columns.items() if (text := self._text(key))}
        for lang, text in found.items():
            if _PRIVATE.search(text):
                self._find(rules.PRIVATE_BODY, self.by_columns[lang], value=text)
        return found

    def _day(self) -> date | None:
        """The day, which a spreadsheet keeps as a date, or somebody has typed as a text."""
        cell = self.table.cell(self.cells, "day")
        found = _as_day(cell)
        if found is None and cell is not None and cell.value is not None and str(cell.value).strip():
            self._find(rules.NOT_A_DAY, "day", value=cell.value)
        if found and found > self.today:
            self._find(rules.FUTURE_DAY, "day", value=found)
        return found


def _as_day(cell: Any) -> date | None:
    value = getattr(cell, "value", None)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = (text_of(cell) or "").strip()
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
