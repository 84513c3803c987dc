"""The glossary as a table: a row a word, for those who like spreadsheets better than YAML. It comes back by `imports.words`."""

from __future__ import annotations

from generator import source
from generator.catalogue import Catalogue
from generator.exports.sheets import Column, begun, finished, write
from generator.kinds.term import Term
from generator.source import Tree
from generator.tabular import ID, PRINTS, cells, columns, prints

FORMATS = ("csv", "xlsx")
_LOCKED = ("review", "former_slugs", "changes", ID, PRINTS)
"""What no table changes: 'geirfa review' writes reviews, addresses stay."""
_NARROW, _WIDE = 18, 60


def table(catalogue: Catalogue) -> tuple[list[str], list[dict[str, str]]]:
    """The headings, and the rows of all words; those that have moved say where to."""
    files = {id: record.file for id, record in catalogue.of(Term.folder).items()}
    files |= {id: moved.file for id, moved in catalogue.moved.get(Term.folder, {}).items()}
    trees: dict[str, dict[str, Tree]] = {}
    for id in sorted(files):
        tree = source.read(catalogue.root, files[id]).tree
        assert isinstance(tree, dict)
        trees[id] = tree
    rows = [(id, dict(cells(tree))) for id, tree in trees.items()]
    return [*columns(Term, trees.values(), catalogue.codes), PRINTS], [
        {ID: id, **found, PRINTS: prints(found)} for id, found in rows
    ]


def as_xlsx(headings: list[str], rows: list[dict[str, str]]) -> bytes:
    """A workbook with white cells to write in, and grey ones for what no table changes."""
    open = {heading: heading.split(".")[0] not in _LOCKED for heading in headings}
    long = {heading: any(len(row.get(heading, "")) > _WIDE for row in rows) for heading in headings}
    made = [
        Column(heading, "", _WIDE if long[heading] else _NARROW, open[heading], heading == PRINTS)
        for heading in headings
    ]
    book, sheet = begun("words", made)
    for number, row in enumerate(rows, 2):
        for place, heading in enumerate(headings, 1):
            write(sheet, number, place, row.get(heading, ""), open=open[heading])
    return finished(book, sheet, len(rows), len(headings))
