"""Many lists, one directory: all in order, what two of them have is listed once, and each is told what it adds and lacks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator import catalogue
from generator.imports import running
from generator.provenance import Provenance
from tests.conftest import Run, Tree
from tests.feeding import ROOT, content, group, read, record

FEEDS = """\
feeds:
  county:
    name: {en: County list, cy: Rhestr y sir}
    from: feeds/county.json
    format: oruk
    licence: CC BY 4.0
    licence_url: https://creativecommons.org/licenses/by/4.0/
    area: north
  board:
    name: {en: Health board's list}
    from: feeds/board.json
    format: oruk
    area: north
"""
PLACE = {"main": {"address": "Old Mill Hall, 4 Mill Road", "postcode": "LL57 1AB"}}
REACHED = {"email": "singers@oldmill.example", "phones": [{"number": "01248 555010"}], "web": {"en": "https://oldmill.example/sing"}}
COUNTY = [
    group("c1", "Old Mill Community Singers", venues=PLACE, contact=REACHED, summary={"en": "A choir for all."}),
    group("c2", "Riverside Gardeners"),
]
BOARD = [
    group("b1", "Old Mill Community Singers", venues=PLACE, contact=REACHED, summary={"en": "Singing."}, waiting={"en": "None."}),
    group("b2", "Memory Café Penrhyn"),
]


def lists(county: list[dict[str, Any]], board: list[dict[str, Any]]) -> dict[str, str]:
    return {"content/feeds/county.json": json.dumps(county), "content/feeds/board.json": json.dumps(board)}


@pytest.fixture
def root(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(running, "reader", lambda format: read)
    return tree({**ROOT, "content/feeds.yml": FEEDS, **lists(COUNTY, BOARD)})


def test_what_two_lists_have_is_listed_once(root: Path, run: Run) -> None:
    said = run("sync", "--root", root)
    assert said.status == 0, said.err
    assert sorted(name[15:-4] for name in content(root) if "/assets/" in name) == [
        "north/memory-cafe-penrhyn",
        "north/old-mill-community-singers",
        "north/riverside-gardeners",
    ]
    text = record(root, "assets/north/old-mill-community-singers")
    assert "en: A choir for all." in text  # the first list is believed
    assert "waiting:\n  en: None." in text  # what it lacks comes from the second
    assert text.count("- feed: ") == 2
    assert "[joined-with]" in said.out
    lines = said.out.splitlines()
    assert lines[lines.index("county: 2 rows, 2 new") :][1:4] == [
        "  adds: 2",
        "  contradicts: 0",
        "  lacks: 1  (waiting (1))",
    ]
    assert lines[-7:] == [
        "board: 2 rows, 1 new, 1 changed, 1 the same as records of other lists, 1 with fields that stay as they are here",
        "  adds: 1  (waiting (1))",
        "  contradicts: 1  (summary (1))",
        "    content/assets/north/old-mill-community-singers.yml",
        "  lacks: 1",
        "    content/assets/north/riverside-gardeners.yml",
        "5 files written.",
    ]


def test_syncing_twice_changes_nothing(root: Path, run: Run) -> None:
    run("sync", "--root", root)
    before = content(root)
    assert run("sync", "--root", root).out.endswith("Nothing was written.\n")
    assert content(root) == before


def test_each_field_follows_its_own_list(root: Path, run: Run, tree: Tree) -> None:
    run("sync", "--root", root)
    county = [group("c1", "Old Mill Community Singers", venues=PLACE, contact=REACHED, summary={"en": "All may sing."}), COUNTY[1]]
    board = [{**BOARD[0], "tree": {**BOARD[0]["tree"], "waiting": {"en": "A week."}}}]
    tree(lists(county, board))
    told = json.loads(run("sync", "--root", root, "--format", "json").out)
    text = record(root, "assets/north/old-mill-community-singers")
    assert "en: All may sing." in text
    assert "en: A week." in text
    assert [one["gone"] for one in told] == [[], ["content/assets/north/memory-cafe-penrhyn.yml"]]


def test_a_page_says_which_field_comes_from_where(root: Path, run: Run) -> None:
    run("sync", "--root", root)
    known = catalogue.load(root)
    origins = Provenance(known).of(known.of("assets")["old-mill-community-singers"])
    assert [(one.feed, one.edited) for one in origins] == [("county", ()), ("board", ("summary",))]
    assert run("build", "--root", root, "--site", root / "site").status == 0
    for lang, words in (
        ("en", ("Where this comes from", "County list", "CC BY 4.0", "Changed here, or from another list: What it is")),
        ("cy", ("O ble y daw hyn", "Rhestr y sir", "CC BY 4.0", "Nid yw ei thrwydded yn hysbys.")),
    ):
        page = next((root / "site" / lang).glob("*/*/old-mill-community-singers/index.html")).read_text(encoding="utf-8")
        for said in words:
            assert said in page.replace("&#39;", "'"), said


def test_a_page_says_that_no_list_has_it_any_more(root: Path, run: Run, tree: Tree) -> None:
    run("sync", "--root", root)
    tree(lists(COUNTY[:1], BOARD))
    run("sync", "county", "--root", root)
    run("build", "--root", root, "--site", root / "site")
    page = next((root / "site/en").glob("*/*/riverside-gardeners/index.html")).read_text(encoding="utf-8")
    assert "No longer in the list it came from." in page
    page = next((root / "site/cy").glob("*/*/riverside-gardeners/index.html")).read_text(encoding="utf-8")
    assert "Heb fod mwyach yn y rhestr y daeth ohoni." in page


@pytest.mark.parametrize(
    ("feeds", "arguments", "err"),
    [
        ("feeds: {}\n", (), "content/feeds.yml names no list: take one in with 'geirfa import' first."),
        (FEEDS, ("town",), "content/feeds.yml names no list 'town'. Lists: county, board."),
        (
            "feeds: {town: {format: oruk}}\n",
            (),
            "content/feeds.yml does not say where 'town' is: write 'from', a web address or a file below content/.",
        ),
    ],
)
def test_refusals(root: Path, run: Run, feeds: str, arguments: tuple[str, ...], err: str) -> None:
    (root / "content/feeds.yml").write_text(feeds, encoding="utf-8")
    said = run("sync", *arguments, "--root", root)
    assert (said.status, said.err) == (2, f"geirfa: {err}\n")


def test_a_list_that_is_brought_by_hand_is_passed_over(root: Path, run: Run) -> None:
    (root / "content/feeds.yml").write_text(f"{FEEDS}  town:\n    format: oruk\n", encoding="utf-8")
    said = run("sync", "--root", root)
    assert (said.status, said.err) == (0, "geirfa: content/feeds.yml does not say where 'town' is: it is passed over.\n")


def test_one_list_that_cannot_be_read_changes_nothing(root: Path, run: Run) -> None:
    before = content(root)
    (root / "content/feeds/board.json").unlink()
    assert run("sync", "--root", root).status == 2
    assert content(root).keys() == before.keys() - {"content/feeds/board.json"}
