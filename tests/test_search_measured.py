"""What the search is worth on Welsh running text: forms that others found in it, typed into `geirfa search`."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from generator import cli
from generator.languages import slug
from generator.languages.rules import fold
from tests.conftest import SHARED

WELSH = SHARED / "data" / "welsh"
MUTATIONS, PLURALS, NAMES = (
    "ud_cy_mutations_half.csv",
    "ud_cy_plurals_half.csv",
    "ud_cy_names_mutated_half.csv",
)

Row = Mapping[str, str]
Pair = tuple[str, str]
"""A form as it was written, and its lemma."""
Answers = Mapping[str, Sequence[str]]
"""Ids of the hits of each query, best first."""

ONLY_BEGINNING = {"VERB"}
"""Parts of speech of which a form may also be another person or tense: those that differ in their beginning count."""
WHOLE = {"NOUN", "ADJ", "ADV", "NUM", "ADP", "PRON", "PROPN"}


@cache
def rows(name: str) -> tuple[Row, ...]:
    if not (WELSH / name).is_file():
        pytest.skip(f"data/welsh/{name} is not at hand")
    with (WELSH / name).open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle))


def key(row: Row) -> Pair:
    return fold(row["form"]), fold(row["lemma"])


def pairs(chosen: Iterable[Row]) -> list[Pair]:
    """Each different pair once; a form that is its lemma but for accents shows nothing."""
    found = {key(row): (row["form"], row["lemma"]) for row in chosen if key(row)[0] != key(row)[1]}
    return list(found.values())


def tail(word: str) -> str:
    """From the first vowel on: a mutation changes the beginning alone."""
    return re.sub(r"^[^aeiouwy]*", "", fold(word))


def is_base(row: Row) -> bool:
    """A mutated form of a dictionary form: no plural."""
    if key(row) in {key(plural) for plural in rows(PLURALS)}:
        return False
    return row["upos"] in WHOLE or (row["upos"] in ONLY_BEGINNING and tail(row["form"]) == tail(row["lemma"]))


SETS: Mapping[str, Callable[[], list[Pair]]] = {
    "mutated base forms": lambda: pairs(filter(is_base, rows(MUTATIONS))),
    "mutated plurals": lambda: pairs(row for row in rows(PLURALS) if row["mutation"]),
    "plain plurals": lambda: pairs(row for row in rows(PLURALS) if not row["mutation"]),
    "names": lambda: pairs(rows(NAMES)),
}
BARS = {
    "mutated base forms": {"found": 0.975, "first": 0.92},
    "mutated plurals": {"found": 0.90},
    "plain plurals": {"found": 0.89},
    "names": {"found": 0.98},
}
FALSE = 0.45
"""Wrong hits a query at most."""


def ids(lemmas: Iterable[str]) -> Mapping[str, str]:
    """An id for each lemma; some differ in their accents or capitals alone."""
    found: dict[str, str] = {}
    for lemma in sorted(set(lemmas)):
        id, number = slug(lemma), 2
        while id in found.values():
            id, number = f"{slug(lemma)}-{number}", number + 1
        found[lemma] = id
    return found


@cache
def root_of(folder: Path, *, names: bool) -> Mapping[str, str]:
    """Write a bare record for each lemma, of names alone or of all that are none; id by lemma."""
    listed = rows(NAMES) if names else (*rows(MUTATIONS), *rows(PLURALS))
    found = ids(row["lemma"] for row in listed)
    glossary = folder / "content" / "glossary"
    glossary.mkdir(parents=True)
    for lemma, id in found.items():
        term = json.dumps(lemma, ensure_ascii=False)
        (glossary / f"{id}.yml").write_text(f"term: {{en: {term}, cy: {term}}}\n", encoding="utf-8")
    return found


def answered(root: Path, queries: Sequence[str], capsys: pytest.CaptureFixture[str]) -> Answers:
    batch = root / "queries.txt"
    batch.write_text("\n".join(queries) + "\n", encoding="utf-8")
    assert cli.main(["search", "--root", str(root), "--lang", "cy", "--batch", str(batch), "--json"]) == 0
    answers = json.loads(capsys.readouterr().out)
    assert [answer["query"] for answer in answers] == list(queries)
    return {answer["query"]: [hit["id"] for hit in answer["hits"]] for answer in answers}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("measured")


class Asked(NamedTuple):
    """A form that was typed, its lemma, ids of the hits and of the right ones: some lemmas differ in accents alone."""

    form: str
    lemma: str
    hits: Sequence[str]
    right: frozenset[str]


def ask(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> list[Asked]:
    """Type every form of a set."""
    chosen = SETS[name]()
    root = folder / ("names" if name == "names" else "words")
    known = root_of(root, names=name == "names")
    answers = answered(root, [form for form, _ in chosen], capsys)
    right: dict[str, frozenset[str]] = {}
    for lemma, id in known.items():
        right[fold(lemma)] = right.get(fold(lemma), frozenset()) | {id}
    return [Asked(form, lemma, answers[form], right[fold(lemma)]) for form, lemma in chosen]


def wrong(asked: Iterable[Asked]) -> int:
    """Hits nobody asked for."""
    return sum(len(set(one.hits) - one.right) for one in asked)


@pytest.mark.parametrize("name", SETS)
def test_forms_lead_to_their_lemma(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ask(name, folder, capsys)
    missed = [(one.form, one.lemma) for one in asked if not one.right.intersection(one.hits)]
    later = [(one.form, one.lemma) for one in asked if not one.right.intersection(one.hits[:1])]
    assert len(asked) > 50
    assert 1 - len(missed) / len(asked) >= BARS[name]["found"], missed
    assert 1 - len(later) / len(asked) >= BARS[name].get("first", 0), later
    assert wrong(asked) / len(asked) <= FALSE


def test_few_hits_are_wrong_in_all(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Recall is not bought with answers nobody asked for."""
    asked = [one for name in SETS for one in ask(name, folder, capsys)]
    assert wrong(asked) / len(asked) <= FALSE
