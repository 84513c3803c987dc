"""How well records listed twice are found: `python -m bench.duplicates [--root DIR] [--facts DIR] [--large DIR]`."""

from __future__ import annotations

import argparse
import csv
import gc
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from bench.corrupted import Example, Maker, Tree
from generator import catalogue, loading, source
from generator.catalogue import Catalogue
from generator.duplicates import index
from generator.duplicates.likeness import POSSIBLE, STRONG
from generator.kinds.asset import Asset
from generator.kinds.record import Record

SEEDS = (1, 2)
"""The points were set by looking at examples of the first; the second says how well they do with others."""


class Found(NamedTuple):
    """How many pairs were right, how many were not, how many were missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def trees_of(found: Catalogue) -> dict[str, Tree]:
    """The trees of all groups of a root, by id."""
    trees = {id: source.read(found.root, record.file).tree for id, record in found.of(Asset.folder).items()}
    return {id: tree for id, tree in trees.items() if isinstance(tree, dict)}


def examples_of(found: Catalogue, seed: int, trees: Mapping[str, Tree] | None = None) -> list[Example]:
    """Copies and neighbours of the groups of a root."""
    towns = {id: entry.name[found.main] for id, entry in found.entries_of("places").items()}
    return list(Maker(trees or trees_of(found), towns, seed).examples())


def with_records(found: Catalogue, trees: Mapping[str, tuple[str, Tree]]) -> Catalogue:
    """A catalogue with more groups: by id, the area and the tree of each."""
    records: dict[str, Record] = dict(found.of(Asset.folder))
    for id, (area, tree) in trees.items():
        document = source.Document(f"content/assets/{area}/{id}.yml", tree)
        made = loading.record_of(document, Asset, id, found.codes, [])
        assert isinstance(made, Record), (id, tree)
        records[id] = made
    return replace(found, records={**found.records, Asset.folder: records})


def with_examples(found: Catalogue, examples: Iterable[Example]) -> tuple[Catalogue, dict[str, Example]]:
    """A catalogue with examples among its groups, and these by their ids."""
    named = {f"example-{number}": example for number, example in enumerate(examples)}
    assets = found.of(Asset.folder)
    return with_records(found, {id: (assets[one.of].shelf, one.tree) for id, one in named.items()}), named


def pairs_of(found: Catalogue, wide: bool, score: int) -> set[frozenset[str]]:
    """The pairs of groups found, as ids."""
    pairs = index.pairs(found, wide)
    return {
        frozenset((pair.first.record.id, pair.second.record.id))
        for pair in pairs
        if pair.score >= score and isinstance(pair.first.record, Asset)
    }


def judged(pairs: set[frozenset[str]], truth: set[frozenset[str]]) -> Found:
    """Pairs against those that are right."""
    return Found(len(pairs & truth), len(pairs - truth), len(truth - pairs))


def truth_of(examples: Mapping[str, Example]) -> set[frozenset[str]]:
    return {frozenset((id, one.of)) for id, one in examples.items() if one.same}


def _corrupted(found: Catalogue) -> None:
    for seed in SEEDS:
        whole, named = with_examples(found, examples_of(found, seed))
        truth = truth_of(named)
        for wide, score, said in ((False, STRONG, "check"), (True, STRONG, "list"), (True, POSSIBLE, "list --all")):
            pairs = pairs_of(whole, wide, score)
            result = judged(pairs, truth)
            print(f"seed {seed}  {said:11} precision {result.precision:.3f}  recall {result.recall:.3f}  {result}")
        if seed == SEEDS[-1]:
            _by_change(pairs_of(whole, True, STRONG), named)


def _by_change(pairs: set[frozenset[str]], named: Mapping[str, Example]) -> None:
    """How much of each sort of change is found, and what is taken for a copy."""
    all_of, found_of = Counter[str](), Counter[str]()
    for id, one in named.items():
        if one.same:
            all_of.update(one.how)
            found_of.update(one.how if frozenset((id, one.of)) in pairs else ())
    print("  " + ", ".join(f"{how} {found_of[how]}/{count}" for how, count in sorted(all_of.items())))
    wrong = defaultdict(list)
    for pair in pairs:
        hows = [named[id].how[0] for id in pair if id in named and not named[id].same]
        for how in hows:
            wrong[how].append(pair)
    print("  wrong by neighbour:", {how: len(some) for how, some in wrong.items()})


def _real(found: Catalogue, facts: Path) -> None:
    """Lists of others that name groups of ours: each row against all of them. A row that says the id of one is that one."""
    for name in ("assets-local.csv", "libraries-sample.csv"):
        with (facts / name).open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        table = {f"row-{n}": _row(found, row) for n, row in enumerate(rows)}
        whole = with_records(found, {id: (row.area, row.tree) for id, row in table.items()})
        pairs = {pair for pair in pairs_of(whole, True, STRONG) if sum(id.startswith("row-") for id in pair) == 1}
        truth = {frozenset((id, row.same)) for id, row in table.items() if row.same}
        print(f"{name}: {len(rows)} rows, {len(truth)} of them ours: {judged(pairs, truth)}")
        for said, some in (("not labelled", pairs - truth), ("missed", truth - pairs)):
            for pair in some:
                row = next(id for id in pair if id in table)
                ours = next(id for id in pair if id not in table)
                print(f"  {said}: {ours} {dict(found.of('assets')[ours].titles())} | {row} {table[row].tree['name']}")


class Row(NamedTuple):
    """A row of another list as a tree of ours, and which of ours it is by its own account."""

    area: str
    tree: Tree
    same: str


def _row(found: Catalogue, row: Mapping[str, str]) -> Row:
    areas = {entry.name[found.main]: id for id, entry in found.entries_of("areas").items()}
    codes = {
        entry.place.code: id for id, entry in found.entries_of("areas").items() if entry.place and entry.place.code
    }
    name = {"en": row.get("name_en") or row.get("name", "")}
    if cy := row.get("name_cy"):
        name["cy"] = cy
    venue = {field: row[field] for field in ("address", "postcode") if row.get(field)}
    tree: Tree = {"name": name} | ({"venues": {"main": venue}} if venue else {})
    web = (row.get("web") or row.get("url") or "").split()
    if web and web[0].startswith("http"):
        tree["contact"] = {"web": {"en": web[0]}}
    ours = row.get("id_suggestion", "")
    area = areas.get(row.get("area_en", "")) or codes.get(row.get("gss_code", "")) or "wales"
    return Row(area, tree, ours if ours in found.of("assets") else "")


def _speed(root: Path) -> None:
    found = catalogue.load(root)
    for wide, bar in ((False, 1.5), (True, 20.0)):
        start = time.process_time()
        pairs = index.pairs(found, wide)
        taken = time.process_time() - start
        said = "list" if wide else "check"
        print(f"{len(found.of('assets'))} groups, {said}: {taken:.2f} s of CPU (bar: {bar}), {len(pairs)} pairs")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.duplicates", description="How well duplicates are found.")
    parser.add_argument("--root", type=Path, default=Path(), help="whose groups copies are made of (default: our own)")
    parser.add_argument(
        "--facts", type=Path, help="a folder of lists of others: assets-local.csv, libraries-sample.csv"
    )
    parser.add_argument("--large", type=Path, help="the root of the workload L, for speed")
    options = parser.parse_args()
    gc.disable()
    found = catalogue.load(options.root)
    print(f"{len(pairs_of(found, True, STRONG))} pairs among the {len(found.of('assets'))} groups themselves")
    _corrupted(found)
    if options.facts:
        _real(found, options.facts)
    if options.large:
        _speed(options.large)


if __name__ == "__main__":
    main()
