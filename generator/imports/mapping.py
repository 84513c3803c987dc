"""A mapping: a small YAML file that says what stands in which column of a table.

kind: assets                    # or organisations, glossary
language: en                    # of texts that name none
key: [route, stop]              # the column, or columns, that tell rows apart; else name, postcode and times do
columns:
  Name: name@en
  Enw: name@cy
  Address 1: venues.main.address
  Address 2: venues.main.address        # two columns of one line are joined
  Opening times: when                   # words; else when.mon … when.sun, when.days, when.opens, when.closes,
  Frequency: when.rrule                 #   when.rrule, when.from, when.until, when.except
  Provider: organisation.name           # below 'organisation.' stand the fields of who runs it
  Latitude: venues.main.lat
  Longitude: venues.main.lon            # or venues.main.point for both in one cell, a grid reference, a link to a map;
                                        #   or venues.main.easting and venues.main.northing
  Ages: ages                            # '5-11', 'over 50s'; else ages.from and ages.to
  Category:
    to: activities                      # or a list of places
    split: ';'
    values: {Knit and natter: crafts, Other: ''}
  Id: id                                # what the record is called here; of words, which word it is
  Internal ref: ''                      # kept aside and not shown, as is each column that is not named here
constants:
  cost.kind: unknown
dates: day-first                # or month-first: 03/04/2026
empty: [see website]            # cells that say nothing, besides 'n/a' and its like
heading_row: 3                  # where headings do not stand in the first row with two cells
sheet: Groups                   # of a workbook; or a list of sheets with the same headings
pair:                           # the same rows in another language, in a file beside this one
  file: groups_cy.csv
  language: cy
  key: id                       # its key, where it is headed otherwise
  columns: {Enw: name}          # else as above: texts are taken from it, nothing else
"""

from __future__ import annotations

from collections.abc import Mapping as Named
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from generator import source
from generator.issues import N_, Refusal
from generator.nearby import did_you_mean, suggested
from generator.referral.words import level
from generator.source import Tree

KINDS = ("assets", "organisations", "glossary")
_FIELDS = "kind language key columns constants dates empty heading_row sheet pair".split()
_DATES = {"day-first": True, "month-first": False}
_MOST_BYTES = 256 * 1024


class Column(NamedTuple):
    """Where the cells of a column go: places, none for nowhere; `values` has what texts mean, by `level`."""

    to: tuple[str, ...]
    split: str = ""
    values: Named[str, str] = {}


class Pair(NamedTuple):
    """The same rows in another language, in a file beside the first."""

    file: str
    language: str
    key: tuple[str, ...] = ()
    columns: Named[str, Column] = {}


class Mapping(NamedTuple):
    """What stands in which column of a table. `file` is where it was read from, for messages."""

    file: str
    kind: str
    language: str
    columns: Named[str, Column]
    key: tuple[str, ...] = ()
    constants: Named[str, str] = {}
    day_first: bool = True
    empty: frozenset[str] = frozenset()
    heading_row: int = 0
    sheets: tuple[str, ...] = ()
    pair: Pair | None = None


def read(file: Path, language: str) -> Mapping:
    """The mapping in a file. Raises Refusal where it is none, OSError where it cannot be read."""
    data = file.read_bytes()[: _MOST_BYTES + 1]
    if len(data) > _MOST_BYTES:
        raise Refusal(N_("{file} is larger than a mapping can be."), file=file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(N_("{file} is not UTF-8: save it again with that encoding."), file=file) from error
    return parsed(text, str(file), language)


def parsed(text: str, file: str, language: str) -> Mapping:
    """The mapping that a text holds. Raises Refusal, which names the line of what cannot be read as YAML."""
    document = source.read_text(text.replace("\r\n", "\n"), file)
    if document.issues:
        issue = document.issues[0]
        raise Refusal("{file}:{line}:{column}: {issue}", file=file, line=issue.line, column=issue.column, issue=issue)
    top = _Part(document.tree, file, "", _FIELDS)
    pair = top.part("pair", ["file", "language", "key", "columns"])
    return Mapping(
        file,
        top.choice("kind", KINDS) or "assets",
        top.text("language") or language,
        top.columns(required=True),
        top.texts("key"),
        top.named("constants"),
        _DATES[top.choice("dates", _DATES) or "day-first"],
        frozenset(top.texts("empty")),
        top.number("heading_row"),
        top.texts("sheet"),
        Pair(_beside(pair), pair.text("language"), pair.texts("key"), pair.columns(required=False)) if pair else None,
    )


def _beside(pair: _Part) -> str:
    name = pair.text("file")
    if not name or not pair.text("language"):
        raise Refusal(N_("{file}: 'pair' names a file and its language."), file=pair.file)
    if Path(name).name != name or "\\" in name:
        raise Refusal(
            N_("{file}: the file of 'pair' lies beside the table: give its name alone, not '{name}'."),
            file=pair.file,
            name=name,
        )
    return name


class _Part:
    """One mapping of the file, with the name that leads there."""

    def __init__(self, tree: Tree | None, file: str, name: str, known: Sequence[str]) -> None:
        self.file, self.name = file, name
        if not isinstance(tree, dict):
            raise Refusal(
                N_("{file}: '{name}' must be fields with values, as 'kind: assets'."),
                file=file,
                name=name or "the mapping",
            )
        self.tree = tree
        for field in tree:
            if known and field not in known:
                nearest = did_you_mean(field, known)
                there = f"{name}.{field}" if name else field
                hint = suggested(nearest) or Refusal(N_("Fields: {known}."), known=", ".join(known))
                raise Refusal(N_("{file}: a mapping has no field '{there}'. {hint}"), file=file, there=there, hint=hint)

    def _at(self, field: str) -> str:
        return f"{self.name}.{field}" if self.name else field

    def text(self, field: str) -> str:
        value = self.tree.get(field, "")
        if not isinstance(value, str):
            raise Refusal(N_("{file}: '{at}' must be one text."), file=self.file, at=self._at(field))
        return value.strip()

    def texts(self, field: str) -> tuple[str, ...]:
        value = self.tree.get(field, "")
        entries = value if isinstance(value, list) else [value]
        if not all(isinstance(entry, str) for entry in entries):
            raise Refusal(N_("{file}: '{at}' must be a text, or a list of texts."), file=self.file, at=self._at(field))
        return tuple(entry for entry in entries if isinstance(entry, str) and entry)

    def number(self, field: str) -> int:
        text = self.text(field)
        if text and not (text.isascii() and text.isdigit() and 0 < int(text[:6]) <= 1000):
            raise Refusal(
                N_("{file}: '{at}' must be a number from 1 to 1000, not '{text}'."),
                file=self.file,
                at=self._at(field),
                text=text,
            )
        return int(text or 0)

    def choice(self, field: str, known: Sequence[str] | Named[str, object]) -> str:
        text = self.text(field)
        if text and text not in known:
            raise Refusal(
                N_("{file}: '{at}' is one of {known}, not '{text}'."),
                file=self.file,
                at=self._at(field),
                known=", ".join(known),
                text=text,
            )
        return text

    def named(self, field: str) -> Named[str, str]:
        tree = self.tree.get(field) or {}
        if not isinstance(tree, dict) or not all(isinstance(value, str) for value in tree.values()):
            raise Refusal(N_("{file}: '{at}' must be names with a text each."), file=self.file, at=self._at(field))
        return {name: value for name, value in tree.items() if isinstance(value, str)}

    def part(self, field: str, known: Sequence[str]) -> _Part | None:
        return _Part(self.tree[field], self.file, self._at(field), known) if self.tree.get(field) else None

    def columns(self, required: bool) -> Named[str, Column]:
        tree = self.tree.get("columns") or {}
        if not isinstance(tree, dict) or (required and not tree):
            raise Refusal(
                N_("{file}: '{at}' must say of each heading where its cells go."),
                file=self.file,
                at=self._at("columns"),
            )
        return {heading: self._column(heading, value) for heading, value in tree.items()}

    def _column(self, heading: str, value: Tree) -> Column:
        if not isinstance(value, dict):
            value = {"to": value}
        part = _Part(value, self.file, self._at(f"columns.{heading}"), ["to", "split", "values"])
        split = value.get("split", "")
        values = {level(text): to for text, to in part.named("values").items()}
        return Column(part.texts("to"), split if isinstance(split, str) else "", values)
