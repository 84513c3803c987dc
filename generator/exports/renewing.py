"""What of published data changes where texts of words alone have changed: the lines and rows of these words, and what tells of
them. All else stands, and is not made again."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import StringIO
from typing import Any

import orjson

from generator.exports import citation, releases, wordlist
from generator.exports.data import CITATION, MANIFEST, WORDS_FILE, Publication, Published, lines_file
from generator.kinds.record import Record
from generator.kinds.term import Term
from generator.referral.shown import shown
from generator.referral.trees import as_texts
from generator.tabular import unguarded

Read = Callable[[str], str | None]
"""The text of a published file as it stands, by its name; None where it is not there."""


def renewed(publication: Publication, fresh: Iterable[Record], read: Read) -> tuple[Published, Mapping[str, str]] | None:
    """What the page of the data tells of, and the files that change, with their texts; None where one is not there."""
    names = (MANIFEST, lines_file(Term.folder), WORDS_FILE)
    manifest, lines, table = map(read, names)
    if manifest is None or lines is None or table is None:
        return None
    held: dict[str, Any] = orjson.loads(manifest)
    publication.prints.update(held["records"])
    trees = {record.id: shown(record) for record in fresh}
    told = {record.id: publication.line(record, trees[record.id]).decode() for record in fresh}
    files = {names[1]: "".join(_lines(lines, told)), names[2]: _table(table, trees)}
    known = releases.read(publication.catalogue.root)
    on = publication.day(known)
    files[CITATION] = citation.citation(publication.catalogue, on)
    sizes: dict[str, int] = {**held["files"], **{name: len(text.encode()) for name, text in files.items()}}
    files[MANIFEST] = publication.manifest(sizes, on).decode()
    return Published(sizes, known.all, on), files


def _lines(text: str, told: Mapping[str, str]) -> Iterator[str]:
    """Records line by line, some of them anew."""
    for line in text.splitlines(keepends=True):
        id = line.split('"', 8)[7]
        yield told.get(id, line)


def _table(text: str, trees: Mapping[str, Mapping[str, Any]]) -> str:
    """The table of words, some rows of it anew."""
    headings, *rows = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""))
    found = ({name: unguarded(cell) for name, cell in zip(headings, row, strict=True)} for row in rows)
    fresh = {id: wordlist.row(id, as_texts(tree)) for id, tree in trees.items()}
    return wordlist.as_csv(headings, [fresh.get(row["id"], row) for row in found]).decode()
