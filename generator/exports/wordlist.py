"""The glossary as a table of plain CSV: a row a word, a column a value, in every language."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Any

from generator.kinds.term import Term
from generator.referral.trees import as_texts
from generator.tabular import ID, cells, columns, guarded


def published(trees: Mapping[str, Mapping[str, Any]], codes: Sequence[str]) -> bytes:
    """The table of words as they leave, by their ids."""
    texts = {id: as_texts(tree) for id, tree in trees.items()}
    return as_csv(columns(Term, texts.values(), codes), [row(id, tree) for id, tree in texts.items()])


def row(id: str, tree: Mapping[str, Any]) -> dict[str, str]:
    """One word, by the headings of its cells."""
    return {ID: id, **dict(cells(tree))}


def as_csv(headings: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """UTF-8 with the mark that spreadsheets look for; no cell is a formula."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows([guarded(row.get(heading, "")) for heading in headings] for row in rows)
    return out.getvalue().encode("utf-8-sig")
