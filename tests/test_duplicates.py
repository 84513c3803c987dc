"""What may be listed twice: which pairs are found and which are not, on real records; how one decides; how many are missed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bench import duplicates as measured
from generator import catalogue, loading, source
from generator.catalogue import Catalogue
from generator.duplicates import index
from generator.duplicates.faces import digits, page
from generator.duplicates.likeness import STRONG
from generator.duplicates.words import Words
from generator.kinds.asset import Asset
from generator.kinds.record import Record
from tests.conftest import REPOSITORY, Run, Tree

SHELF = "content/assets/newport"
HALL = {
    "venues": {"main": {"near": "pill", "postcode": "NP20 2AB"}},
    "contact": {"phones": [{"number": "01633 960123"}]},
}
"""Where and how many groups may be found."""


@pytest.fixture(scope="module")
def ours() -> Catalogue:
    return catalogue.load(REPOSITORY)


def group(whole: Catalogue, id: str, tree: Mapping[str, Any], area: str = "newport") -> Record:
    document = source.Document(f"content/assets/{area}/{id}.yml", dict(tree))
    made = loading.record_of(document, Asset, id, whole.codes, [])
    assert isinstance(made, Record)
    return made


def with_groups(whole: Catalogue, *trees: Mapping[str, Any]) -> Catalogue:
    """Our own groups and these: 'a', 'b' and so on."""
    added = {id: group(whole, id, tree) for id, tree in zip("abcdef", trees, strict=False)}
    return replace(whole, records={**whole.records, Asset.folder: {**whole.of(Asset.folder), **added}})


def name(en: str, **more: Any) -> dict[str, Any]:
    return {"name": {"en": en}, **more}


def test_nothing_of_ours_is_listed_twice(ours: Catalogue) -> None:
    found = [(pair.first.record.file, pair.second.record.file) for pair in index.pairs(ours, wide=True) if pair.strong]
    assert found == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (name("Pill Strollers"), name("Pill Strolers")),
        (name("Pill Strollers"), name("Strollers, Pill")),
        (name("Pill Strollers"), name("Pill Strollers (PS)", **HALL)),
        (name("Pill Strollers Association", **HALL), name("Pill Strollers Assoc.", **HALL)),
        (name("Pill Strollers", **HALL), name("Pill Strollers CIC", **HALL)),
        (name("Strollers", **HALL), name("Strollers Pillgwenlly", **HALL)),
        (name("Strollers Foodbank"), name("Strollers Food Bank")),
        (name("P.I.L.L.S. walks", **HALL), name("PILLS walks", **HALL)),
        (name("Newport Ukulele Library"), {"name": {"en": "Llyfrgell Ukulele Casnewydd"}}),
        ({"name": {"en": "Strollers", "cy": "Cerddwyr Casnewydd"}, **HALL}, name("Cerddwyr Gasnewydd", **HALL)),
        (name("Strollers", also={"en": ["The Saturday Ramble"]}, **HALL), name("The Saturday Ramble", **HALL)),
    ],
    ids=lambda tree: tree["name"]["en"],
)
def test_one_thing_twice(ours: Catalogue, first: Mapping[str, Any], second: Mapping[str, Any]) -> None:
    assert measured.pairs_of(with_groups(ours, first, second), True, STRONG) == {frozenset("ab")}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (name("Pill Strollers", **HALL), name("Lunch Club", **HALL)),  # two in one hall
        (name("Pill Strollers", **HALL), name("Pill Strollers Lunch Club", **HALL)),  # another service of one body
        (name("Strollers Cardiff", **HALL), name("Strollers Swansea", **HALL)),  # branches
        (name("Strollers", **HALL), name("Strollers Swansea", venues={"main": {"near": "swansea"}})),
        (name("Strollers over 50", **HALL), name("Strollers over 60", **HALL)),
        (name("Strollers", ages={"from": "50"}), name("Strollers", ages={"from": "11"})),
        (name("Men's Shed"), name("Men's Shed")),  # what many are called, and nothing else known
        (name("Tuesday Strollers", **HALL), name("Thursday Strollers", **HALL)),
        (name("Strollers Men's Shed", **HALL), name("Strollers Women's Shed", **HALL)),
    ],
    ids=lambda tree: tree["name"]["en"],
)
def test_two_things(ours: Catalogue, first: Mapping[str, Any], second: Mapping[str, Any]) -> None:
    assert measured.pairs_of(with_groups(ours, first, second), True, STRONG) == set()


def test_how_many_are_found_and_how_many_of_these_are_right(ours: Catalogue) -> None:
    """Copies of every third of our groups, misspelt, cut short, moved or with fields left out; and neighbours of these."""
    trees = {id: tree for number, (id, tree) in enumerate(measured.trees_of(ours).items()) if number % 3 == 0}
    whole, named = measured.with_examples(ours, measured.examples_of(ours, 3, trees))
    for wide, recall in ((False, 0.72), (True, 0.74)):
        found = measured.judged(measured.pairs_of(whole, wide, STRONG), measured.truth_of(named))
        assert found.precision >= 0.95
        assert found.recall >= recall


def test_words_of_names(ours: Catalogue) -> None:
    words = Words(ours)
    assert words.of("Llyfrgell y Barri") == ("llyfrgell", "@barry")
    assert words.of("Banc Bwyd Gaerdydd") == ("banc", "bwyd", "@cardiff")
    assert words.of("C.A.L.L. Helpline") == ("call", "helpline")
    assert words.of("The") == ("the",)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("01443 202020", "+44 1443 202 020", True), ("01443 202020", "01443 202021", False), ("111", "111", True)],
)
def test_numbers_however_written(one: str, other: str, same: bool) -> None:
    assert (digits(one) == digits(other)) is same


def test_pages_however_written() -> None:
    assert page("https://www.Walks.example/a/#top") == page("http://walks.example/a") == "walks.example/a"
    assert page("https://walks.example/?id=1") != page("https://walks.example/?id=2")


def test_which_of_ours_a_new_record_is(ours: Catalogue) -> None:
    assets = index.indexes(ours, wide=True)["assets"]
    new = {"contact": {"phones": [{"number": "+441443741926"}]}}
    found = assets.same(group(ours, "new", name("Abercynnon Lib.", **new), "rhondda-cynon-taf"))
    assert found is not None and found.id == "abercynon-library"
    assert assets.same(group(ours, "new", name("Abercynon Library reading group", **new), "rhondda-cynon-taf")) is None


def test_what_many_share_opens_no_block(ours: Catalogue) -> None:
    """Two hundred groups with the same number in the same hall are not compared each with each."""
    places = [f"{a}{b}" for a in "bcdfghjklmnprst" for b in "aeiouwy"]
    trees = {f"club-{n}": ("newport", name(f"{place}{place[::-1]}tan club", **HALL)) for n, place in enumerate(places)}
    whole = measured.with_records(ours, trees)
    blocks = index.indexes(whole)["assets"]
    assert len(list(blocks.candidates())) < 20 * len(whole.of("assets"))


TWINS = {
    f"{SHELF}/walkers.yml": "name: {en: Pill Walkers}  # as they say\ncontact: {phones: [{number: 01633 960123}]}\n",
    f"{SHELF}/walks.yml": "name: {en: Pill Wakers}\ncontact: {phones: [{number: +44 1633 960123}]}\n",
    "content/organisations/body.yml": "name: {en: Pill Trust}\nregistered: [{scheme: charity, number: 11 22}]\n",
    "content/organisations/other.yml": "name: {en: Ymddiriedolaeth}\nregistered: [{scheme: charity, number: '1122'}]\n",
    "content/organisations/third.yml": "name: {en: Pill Trust}\nregistered: [{scheme: charity, number: '3344'}]\n",
}


@pytest.fixture
def root(tree: Tree) -> Path:
    return tree(TWINS)


def test_pairs_are_listed_with_their_reasons(root: Path, run: Run) -> None:
    said = run("duplicates", "--root", root).out
    assert f"{SHELF}/walkers.yml  Pill Walkers\n     {SHELF}/walks.yml  Pill Wakers\n" in said
    assert "       + the names are almost the same\n       + the same telephone number\n" in said
    assert "       + yr un rhif ffôn\n" in run("duplicates", "--root", root, "--lang", "cy").out


def test_json_is_a_list(root: Path, run: Run) -> None:
    found = json.loads(run("duplicates", "--root", root, "--format", "json").out)
    assert [row["ids"] for row in found] == [
        ["assets/walkers", "assets/walks"],
        ["organisations/body", "organisations/other"],
    ]
    assert (
        found[1]["reasons"] == [{"text": "the same number in a register", "points": 60}] or found[1]["score"] >= STRONG
    )


def test_bodies_with_one_name_and_two_numbers_are_two(root: Path, run: Run) -> None:
    found = json.loads(run("duplicates", "--root", root, "--format", "json", "--all").out)
    assert ["organisations/body", "organisations/third"] not in [row["ids"] for row in found]


def test_what_is_decided_is_remembered_in_the_record(root: Path, run: Run) -> None:
    assert run("duplicates", "--not", "walkers", "walks", "--root", root).status == 0
    text = (root / SHELF / "walkers.yml").read_text(encoding="utf-8")
    assert "distinct_from:\n  - walks\n" in text and "# as they say" in text
    assert "walkers" not in run("duplicates", "--all", "--root", root).out
    run("duplicates", "--not", "walks", "walkers", "--root", root)
    assert "distinct_from" not in (root / SHELF / "walks.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("ids", [("walkers", "walkers"), ("walkers", "body")])
def test_what_cannot_be_told_apart(root: Path, run: Run, ids: tuple[str, str]) -> None:
    found = run("duplicates", "--not", *ids, "--root", root)
    assert (found.status, found.err) == (2, "geirfa: Name two groups, or two organisations, that are not the same.\n")


def test_nothing_found_is_said(tree: Tree, run: Run) -> None:
    root = tree({f"{SHELF}/walkers.yml": TWINS[f"{SHELF}/walkers.yml"]})
    assert run("duplicates", "--root", root).out == "Nothing looks as if it were listed twice.\n"
