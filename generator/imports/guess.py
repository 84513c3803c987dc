"""A mapping proposed from a table's headings and values, for a person to read through and save."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path, PurePath
from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.imports import geojson, rows, sheets, tables
from generator.imports.headings import Headings
from generator.imports.incoming import Given
from generator.imports.people import People
from generator.imports.proposal import Guess, listed, quoted, written
from generator.imports.rows import Row, Sheet
from generator.imports.suits import Suits, is_worded
from generator.issues import N_, Refusal, visible

_LOOKED_AT = 2000
"""Rows that a guess is made from."""
_LONGEST_TITLE = 80
"""Characters of a summary that is what something is called, as calendars have it."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ](?!00:00)\d\d:\d\d")
_MOST_KEYS = 4
"""Columns of a key."""


def proposed(catalogue: Catalogue, given: Given, format: str = "table") -> str:
    """The text of a mapping for a table or for points. Raises Refusal where the source cannot be read."""
    headings = Headings(catalogue.codes)
    table = _table(tables.bytes_of(given.source), given.source, format, headings)
    cells = [row.cells for row in islice(table.rows, _LOOKED_AT)]
    columns = {heading: [row[heading] for row in cells if heading in row] for heading in _all(table.headings, cells)}
    guesses = _guesses(catalogue, given.lang, columns, headings)
    key = _key(guesses, cells, headings)
    name = PurePath(given.source).name
    text = written(name, given.lang, guesses, key, columns, len(cells), table.lines, People(catalogue.codes).heads)
    return text + _pair(catalogue, given)


class _Table(NamedTuple):
    """What is looked at: headings and rows; the lines of a mapping that say where they stand."""

    headings: Sequence[str]
    rows: Iterable[Row]
    lines: Sequence[str] = ()


def _table(data: bytes, source: str, format: str, headings: Headings) -> _Table:
    if format == "geojson":
        return _Table(*geojson.sheet(data, source)[:2])
    if not data.startswith(b"PK"):
        found = rows.sheet(data, source, knows=headings.knows)
        return _Table(found.headings, found.rows, _heading_line(found, rows.sheet(data, source)))
    named = {title: _of_sheet(data, source, title, headings) for title in sheets.titles(data, source)}
    held = {title: (found, list(found.rows)) for title, found in named.items() if found}
    best = max(
        held, key=lambda title: (sum(map(headings.knows, held[title][0].headings)), len(held[title][1])), default=""
    )
    if not best:
        found = rows.sheet(data, source)
        return _Table(found.headings, found.rows)
    found, _ = held[best]
    alike = [
        title
        for title, (other, _) in held.items()
        if (other.headings, other.heading_row) == (found.headings, found.heading_row)
    ]
    lines = [*_heading_line(found, rows.sheet(data, source, name=best))]
    if len(held) > 1:
        lines.append(f"sheet: {listed(alike) if len(alike) > 1 else quoted(best)}")
    if rest := [title for title in held if title not in alike]:
        lines.append(f"# Sheets that are not taken: {', '.join(visible(title) for title in rest)}.")
    return _Table(found.headings, [row for title in alike for row in held[title][1]], lines)


def _of_sheet(data: bytes, source: str, title: str, headings: Headings) -> Sheet | None:
    try:
        return rows.sheet(data, source, name=title, knows=headings.knows)
    except Refusal:
        return None


def _heading_line(found: Sheet, plain: Sheet) -> list[str]:
    """The line that says where headings stand, where one would not find them."""
    return [f"heading_row: {found.heading_row}"] if found.heading_row != plain.heading_row else []


def _pair(catalogue: Catalogue, given: Given) -> str:
    """The lines that name a file beside the first, called alike but for a language: route_en.geojson, route_cy.geojson."""
    file = Path(given.source)
    for lang in catalogue.codes if file.is_file() else ():
        if lang == given.lang or not (found := re.fullmatch(rf"(.*[_.-]){given.lang}(\..*)", file.name)):
            continue
        other = file.with_name(f"{found[1]}{lang}{found[2]}")
        if other.is_file():
            return f"pair:\n  file: {quoted(other.name)}\n  language: {lang}\n"
    return ""


def _all(headings: Sequence[str], cells: Sequence[dict[str, str]]) -> list[str]:
    return list(dict.fromkeys((*headings, *(heading for row in cells for heading in row))))


def _guesses(catalogue: Catalogue, lang: str, columns: dict[str, list[str]], headings: Headings) -> list[Guess]:
    if lang not in catalogue.codes:
        raise Refusal(
            N_("'{lang}' is no language of this root: {languages}."), lang=lang, languages=", ".join(catalogue.codes)
        )
    suits = Suits(catalogue, lang)
    taken: set[str] = set()
    marked = sorted(columns, key=lambda heading: not headings.is_marked(heading))
    by_heading = {heading: _by_heading(heading, columns[heading], headings, suits, taken) for heading in marked}
    found = [_by_values(by_heading[heading], values, suits, taken) for heading, values in columns.items()]
    if f"name@{lang}" not in taken and not any(to.startswith("name@") for to in taken):
        found = _named(found, columns, headings, lang)
    found = [_else_named(guess, columns[guess.heading], headings, suits, lang) for guess in found]
    if any(to.startswith("organisation.registered") for to in taken) and "organisation.name" not in taken:
        body = f"organisation.name@{lang}"
        found = [g._replace(to=(*g.to, body)) if f"name@{lang}" in g.to and body not in g.to else g for g in found]
    return sorted(
        found, key=lambda guess: not (headings.is_marked(guess.heading) and guess.to[:1] == (f"name@{lang}",))
    )


def _else_named(guess: Guess, values: Sequence[str], headings: Headings, suits: Suits, lang: str) -> Guess:
    """A second column of names in the same language: what has none in the first is called as it says."""
    meant = headings.meanings(guess.heading)[:1]
    return (
        guess._replace(to=(f"name@{lang}",)) if not guess.to and meant and meant[0].to == "name" and values else guess
    )


def _by_heading(heading: str, values: Sequence[str], headings: Headings, suits: Suits, taken: set[str]) -> Guess:
    for meaning in headings.meanings(heading):
        if meaning.to in ("key", "name?"):
            continue
        to = suits.said(meaning.to, meaning.lang)
        if (to in taken and not suits.joins(to)) or (values and not suits.fit(to, values, loose=meaning.loose)):
            continue
        taken |= {to, meaning.to}
        if (
            to == "when.from"
            and "when.opens" not in taken
            and sum(map(bool, map(_MOMENT.match, values))) * 2 > len(values) > 0
        ):
            taken.add("when.opens")
            return Guess(heading, (to, "when.opens"))
        return Guess(heading, (to,), suits.split(to, values))
    return Guess(heading)


def _by_values(guess: Guess, values: Sequence[str], suits: Suits, taken: set[str]) -> Guess:
    """The same with the place that its values suggest, where its heading suggests none."""
    to = suits.by_values(guess.heading, values) if values and not guess.to else ""
    if not to or (to in taken and not suits.joins(to)):
        return guess
    taken.add(to)
    return guess._replace(to=(to,))


def _named(found: list[Guess], columns: dict[str, list[str]], headings: Headings, lang: str) -> list[Guess]:
    """The same with the column that may be a name as one: each row needs a name."""
    said = {g.heading: {meaning.to for meaning in headings.meanings(g.heading)} for g in found}
    ranks: Sequence[Callable[[Guess], bool]] = (
        lambda g: headings.is_name(g.heading) and not {"venues.main.name", "organisation.name"} & said[g.heading],
        lambda g: g.to[:1] == (f"summary@{lang}",) and max(map(len, columns[g.heading])) <= _LONGEST_TITLE,
        lambda g: "name?" in said[g.heading],
        lambda g: headings.is_name(g.heading),
        lambda g: f"organisation.name@{lang}" in g.to,
        lambda g: not g.to,
        lambda g: g.to[:1] == (f"venues.main.name@{lang}",),
    )
    worded = [g for g in found if _is_worded(columns[g.heading])]
    distinct = [g for g in worded if len(set(columns[g.heading])) * 2 > len(columns[g.heading])]
    best = next((g for among in (distinct, worded) for rank in ranks for g in among if rank(g)), None)
    return [g._replace(to=_with_name(g, lang)) if g is best else g for g in found]


def _with_name(guess: Guess, lang: str) -> tuple[str, ...]:
    """Where a column goes that turns out to be the name: what it was taken for else, but for a summary."""
    return (f"name@{lang}", *(to for to in guess.to if not to.startswith(("name@", "summary@"))))


def _is_worded(values: Sequence[str]) -> bool:
    return bool(values) and sum(map(is_worded, values)) * 2 > len(values)


def _key(guesses: Sequence[Guess], cells: Sequence[dict[str, str]], headings: Headings) -> list[str]:
    """The columns that tell rows apart: one made for it, else as few as it takes, the name first; none where none do."""
    heads = [guess.heading for guess in guesses]
    ids = [h for h in heads if _is_id(h, headings) and len({row.get(h) for row in cells} - {None}) == len(cells)]
    if ids or not cells:
        return ids[:1]
    named = [g.heading for g in guesses if any(to.startswith("name@") for to in g.to)][:1]
    lasting = [g.heading for g in guesses if not any(to.startswith("when") for to in g.to)]
    return _apart_by(named, lasting, cells) or _apart_by(named, heads, cells)


def _apart_by(named: Sequence[str], heads: Sequence[str], cells: Sequence[dict[str, str]]) -> list[str]:
    chosen: list[str] = []
    while len(chosen) < _MOST_KEYS:
        known = _apart(chosen, cells)
        left = [heading for heading in (named if named and not chosen else heads) if heading not in chosen]
        best = max(left, key=lambda heading: _apart([*chosen, heading], cells), default="")
        if not best or (chosen and _apart([*chosen, best], cells) == known):
            break
        chosen.append(best)
        if _apart(chosen, cells) == len(cells):
            return chosen
    return []


def _is_id(heading: str, headings: Headings) -> bool:
    return heading.lower().endswith(("_id", " id", "uid")) or any(m.to == "key" for m in headings.meanings(heading))


def _apart(headings: Iterable[str], cells: Sequence[dict[str, str]]) -> int:
    return len({tuple(row.get(heading, "") for heading in headings) for row in cells})
