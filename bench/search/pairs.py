"""Welsh forms and their dictionary forms, from an annotated corpus: four sets, and one glossary of all lemmas to search."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.files import Folder
from bench.search.questions import Question
from generator.languages.rules import fold

Row = Mapping[str, str]

BASE, MUTATED_PLURALS, PLURALS, NAMES = (
    "Welsh: mutated base forms",
    "Welsh: mutated plurals",
    "Welsh: plain plurals",
    "Welsh: mutated names",
)
MUTATIONS_FILE, PLURALS_FILE, NAMES_FILE = (
    "ud_cy_mutations_half.csv",
    "ud_cy_plurals_half.csv",
    "ud_cy_names_mutated_half.csv",
)

_SITE = """\
name: {en: Pairs, cy: Parau}
languages:
  - {code: en, locale: en-GB}
  - {code: cy, locale: cy-GB}
url: https://example.org/
"""
_RECORD = """\
term: {{en: "{0}", cy: "{0}"}}
definition: {{en: "0", cy: "0"}}
"""
"""A record needs a definition; this one holds no word."""


def _tail(word: str) -> str:
    """From the first vowel on: a mutation changes the beginning alone."""
    return re.sub(r"^[^aeiouwy]*", "", fold(word))


_SETS: tuple[tuple[str, str, Callable[[Row], bool]], ...] = (
    (BASE, MUTATIONS_FILE, lambda row: _tail(row["form"]) == _tail(row["lemma"])),
    (MUTATED_PLURALS, PLURALS_FILE, lambda row: bool(row["mutation"])),
    (PLURALS, PLURALS_FILE, lambda row: not row["mutation"]),
    (NAMES, NAMES_FILE, lambda row: True),
)


@dataclass(frozen=True, slots=True)
class Pairs:
    """`sets` are pairs of form and lemma under the name of their row, without those alike when folded. `lemmas` are all
    the files hold, one for each folded spelling, by the id of its record."""

    sets: Mapping[str, tuple[tuple[str, str], ...]]
    lemmas: Mapping[str, str]

    def questions(self) -> list[Question]:
        """Each form is typed, and its lemma is to be found. Another lemma of the same form is no false hit."""
        ids = {fold(lemma): id for id, lemma in self.lemmas.items()}
        also: dict[str, set[str]] = {}
        for pairs in self.sets.values():
            for form, lemma in pairs:
                also.setdefault(fold(form), set()).add(ids[fold(lemma)])
        return [
            Question(row, "pairs", "cy", form, frozenset({ids[fold(lemma)]}), frozenset(also[fold(form)]))
            for row, pairs in self.sets.items()
            for form, lemma in pairs
        ]


def missing(folder: Path) -> str:
    """What to say where the lists are not at hand; empty where they are."""
    absent = [name for name in (MUTATIONS_FILE, PLURALS_FILE, NAMES_FILE) if not (folder / name).is_file()]
    return f"The Welsh pairs were not measured: {folder} does not hold {', '.join(absent)}." if absent else ""


def read(folder: Path) -> Pairs:
    """The pairs of the lists in a folder; each pair of folded form and lemma once a set."""
    rows = {name: _rows(folder / name) for name in (MUTATIONS_FILE, PLURALS_FILE, NAMES_FILE)}
    sets = {row: _pairs(filter(belongs, rows[file])) for row, file, belongs in _SETS}
    spellings: dict[str, str] = {}
    for lemma in sorted(row["lemma"] for listed in rows.values() for row in listed):
        spellings.setdefault(fold(lemma), lemma)
    return Pairs(sets, {f"lemma-{number}": lemma for number, lemma in enumerate(spellings.values(), 1)})


def write(pairs: Pairs, root: Path) -> None:
    """A root of ours with one bare record for each lemma, the same word in both languages."""
    folder = Folder(root)
    folder.write("content/site.yml", _SITE)
    for id, lemma in pairs.lemmas.items():
        folder.write(f"content/glossary/{id}.yml", _RECORD.format(lemma))


def _rows(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def _pairs(rows: Iterable[Row]) -> tuple[tuple[str, str], ...]:
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for row in rows:
        form, lemma = row["form"], row["lemma"]
        if fold(form) != fold(lemma):
            found.setdefault((fold(form), fold(lemma)), (form, lemma))
    return tuple(found.values())
