"""Strict YAML: what comes out as text, what is refused and where, where each value stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import source
from generator.source import Tree as Values
from tests.conftest import Tree
from tests.findings import GLOSSARY, GREEN_WALK, geirfa, placed

FILE = f"{GLOSSARY}/green-walk.yml"


@pytest.mark.parametrize(
    "written",
    "no No NO yes on off true false y N 012 0o14 0x1f 12:30 12:30:45 190:20:30 1_000 1.50 1e3 .inf .NaN 0770012345 "
    "+441234567890 07700900123 2026-01-01 2026-13-45 2026-11-21T10:00:00Z = << a:b a#b -1 - ? -x ?x :x "
    "C:\\new 50% a@b £5 ½ ŵy 🙂".split(),
)  # fmt: skip
def test_a_value_is_the_text_that_was_written(written: str) -> None:
    """What YAML 1.1 makes a truth, a number, a date, a time in minutes or an error of its own stays text."""
    plain = written not in ("-", "?")  # these two alone are YAML's own signs
    document = source.read_text(f"a: {written}\n" if plain else f"a: '{written}'\n")
    assert (document.tree, document.issues) == ({"a": written}, [])


def test_a_number_of_5000_digits_is_text() -> None:
    assert source.read_text("a: " + "9" * 5000).tree == {"a": "9" * 5000}


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a: b", {"a": "b"}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("%YAML 1.1\n---\na: b\n", {"a": "b"}),
        ("# a comment\na: b  # another\n", {"a": "b"}),
        ("a: b#c\n", {"a": "b#c"}),
        ("a: 'it''s'\n", {"a": "it's"}),
        ('a: "one\\ntwo"\n', {"a": "one\ntwo"}),
        ("a: >-\n  one\n  two\n", {"a": "one two"}),
        ("a: |\n  one\n   two\n", {"a": "one\n two\n"}),
        ("a: one\n  two\n", {"a": "one two"}),
        ("a: [b, 'c']\nd: {e: f}\n", {"a": ["b", "c"], "d": {"e": "f"}}),
        ("a:\n- b\n-\n  - c\n- d: e\n  f: g\n", {"a": ["b", ["c"], {"d": "e", "f": "g"}]}),
        ("a:\nb: ~\nc: null\nd: 'null'\ne: ''\n", {"a": "", "b": "", "c": "", "d": "null", "e": ""}),
        ("1: a\n2026-01-01: b\nno: c\n", {"1": "a", "2026-01-01": "b", "no": "c"}),
        ("a: {}\nb: []\n", {"a": {}, "b": []}),
        ("- a\n- b\n", ["a", "b"]),
        ("word", "word"),
    ],
)
def test_tree(text: str, tree: Values) -> None:
    document = source.read_text(text)
    assert (document.tree, document.issues) == (tree, [])


DEEP = 50_000
MERGE_BOMB = "a: &a {x: 1}\n" + "".join(
    f"{b}: &{b} {{<<: [*{a}, *{a}]}}\n" for a, b in zip("abcdef", "bcdefg", strict=True)
)
LAUGHS = "a: &a [lol, lol]\n" + "".join(
    f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("[" * DEEP, (1, 13), "Values are nested deeper than 12 here."),
        ("a: " + "[" * DEEP + "]" * DEEP, (1, 15), "Values are nested deeper than 12 here."),
        ("{a: " * 12_000, (1, 49), "Values are nested deeper than 12 here."),
        ("- " * 30_000, (1, 25), "Values are nested deeper than 12 here."),
        ("? " * 30_000, (1, 3), "A field name must be a plain word."),
        (MERGE_BOMB, (1, 4), "'&a' is a YAML anchor or alias."),
        (LAUGHS, (1, 4), "'&a' is a YAML anchor or alias."),
        ("a: &a [*a]\n", (1, 4), "'&a' is a YAML anchor or alias."),
        ("a: &b\n  c: d\n", (1, 4), "'&b' is a YAML anchor or alias."),
        ("a: b\nc: *b\n", (2, 4), "'*b' is a YAML anchor or alias."),
        ("- a\n- &b c\n", (2, 3), "'&b' is a YAML anchor or alias."),
        ("&a b: c\n", (1, 1), "'&a' is a YAML anchor or alias."),
        ("<<: {a: b}\n", (1, 1), "'<<' is a YAML merge key."),
        ("a:\n  <<: [b]\n", (2, 3), "'<<' is a YAML merge key."),
        ("a: !!python/object:os.system {}\n", (1, 4), "'tag:yaml.org,2002:python/object:os.system' is a YAML tag."),
        ("a: !!python/object/apply:os.system [ls]\n", (1, 4), "'tag:yaml.org,2002:python/object/apply:os.system' is a YAML tag."),
        ("a: !!str no\n", (1, 4), "'tag:yaml.org,2002:str' is a YAML tag."),
        ("a: !own b\n", (1, 4), "'!own' is a YAML tag."),
        ("!own\na: b\n", (1, 1), "'!own' is a YAML tag."),
        ("a: b\n---\nc: d\n", (2, 1), "A second record begins here."),
        ("a: b\n...\n---\n", (3, 1), "A second record begins here."),
        ("{[a]: b}\n", (1, 2), "A field name must be a plain word."),
        ("? {a: b}\n: c\n", (1, 3), "A field name must be a plain word."),
        ("a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> mine\n", (2, 1), "This line cannot be read."),
        ("a: b\n>>>>>>> mine\n", (2, 1), "This line cannot be read."),
        ("a: b: c\n", (1, 5), "This line cannot be read."),
        ("a: @b\n", (1, 4), "This line cannot be read."),
        ("a: 'b\nc: d\n", (1, 4), "This line cannot be read."),
        ("a:\n  - b\n c: d\n", (3, 2), "This line cannot be read."),
        ('a: "\\q"\n', (1, 5), "This line cannot be read."),
    ],
)  # fmt: skip
def test_refused(text: str, place: tuple[int, int], message: str) -> None:
    document = source.read_text(text)
    assert document.tree is None
    assert [(issue.place, issue.message()) for issue in document.issues] == [(place, message)]


@pytest.mark.parametrize(
    "escape",
    ["\\0", "\\x00", "\\u0000", "\\e[31m", "\\b", "\\r", "\\t", "\\x85", "\\N", "\\L", "\\P", "\\xad", "\\u202e", "\\u2066", "\\u200b", "\\ufeff", "\\ue000", "\\U000E0041", "e\\u0301", "w\\u0302"],
)  # fmt: skip
def test_no_escape_brings_in_what_may_not_stand_in_a_text(tree: Tree, escape: str) -> None:
    """In double quotes YAML writes any character by its number: what is refused as itself is refused so too."""
    root = tree({FILE: GREEN_WALK.replace("en: green walk", f'en: "green {escape}walk"')})
    assert [(file, line) for file, line, _, _ in placed(root)] == [("green-walk.yml", 2)]


def test_many_values_are_refused() -> None:
    document = source.read_text("a:\n" + "  - b\n" * 6000)
    assert [(i.line, i.message()) for i in document.issues] == [(1, "This record holds more than 5000 values.")]
    assert source.read_text("a:\n" + "  - b\n" * 4900).issues == []


def test_every_second_key_is_reported_and_the_first_kept() -> None:
    document = source.read_text("a: b\nc: d\na: e\nf: {g: h, g: i}\nj:\n  - k: l\n    k: m\n")
    assert document.tree == {"a": "b", "c": "d", "f": {"g": "h"}, "j": [{"k": "l"}]}
    assert [(issue.place, issue.message()) for issue in document.issues] == [
        ((3, 1), "'a' stands here a second time."),
        ((4, 11), "'g' stands here a second time."),
        ((7, 5), "'k' stands here a second time."),
    ]


def test_a_second_key_does_not_hide_other_faults(tree: Tree) -> None:
    root = tree({FILE: GREEN_WALK + "definition:\n  en: Twice.\nfoo: bar\n"})
    assert placed(root) == [("green-walk.yml", 7, 1, "duplicate-key"), ("green-walk.yml", 9, 1, "unknown-field")]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# only a comment\n", "---\n", "--- # nothing\n...\n", "''\n", "~\n", "\ufeff"]
)
def test_a_file_that_holds_nothing(tree: Tree, text: str) -> None:
    assert placed(tree({FILE: text})) == [("green-walk.yml", 1, 1, "empty-file")]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places(tmp_path: Path, ends: str, mark: str) -> None:
    lines = [
        "term:",
        "  en: ŵŵ green",
        "'quoted': >-",
        "  folded",
        "list: [a, {b: c}]",
        "deep:",
        "  - x: 1",
        "    y:",
        "      - z",
        "  -   w",
    ]
    (tmp_path / "a.yml").write_bytes((mark + ends.join(lines)).encode())
    assert source.places(tmp_path, "a.yml") == {
        (): (1, 1),
        ("term", "[key]"): (1, 1),
        ("term",): (2, 3),
        ("term", "en", "[key]"): (2, 3),
        ("term", "en"): (2, 7),
        ("quoted", "[key]"): (3, 1),
        ("quoted",): (3, 11),
        ("list", "[key]"): (5, 1),
        ("list",): (5, 7),
        ("list", 0): (5, 8),
        ("list", 1): (5, 11),
        ("list", 1, "b", "[key]"): (5, 12),
        ("list", 1, "b"): (5, 15),
        ("deep", "[key]"): (6, 1),
        ("deep",): (7, 3),
        ("deep", 0): (7, 5),
        ("deep", 0, "x", "[key]"): (7, 5),
        ("deep", 0, "x"): (7, 8),
        ("deep", 0, "y", "[key]"): (8, 5),
        ("deep", 0, "y"): (9, 7),
        ("deep", 0, "y", 0): (9, 9),
        ("deep", 1): (10, 7),
    }


def test_a_value_that_is_not_there_is_placed_by_what_is_around_it(tree: Tree) -> None:
    root = tree({FILE: "term:\n  en: green walk\n  cy: taith werdd\nuse:\n  kind: avoid\n"})
    assert placed(root) == [("green-walk.yml", 5, 3, "missing-field")]


def test_nothing_crashes_the_process(tree: Tree) -> None:
    """libyaml's own tree builder ends the process without a word on this file."""
    root = tree({FILE: "[" * DEEP, f"{GLOSSARY}/blue-walk.yml": "term: 1\n"})
    done = geirfa("check", "--root", str(root), "--format", "github")
    assert (done.returncode, done.stderr) == (1, b"")
    assert len(done.stdout.splitlines()) == 2
