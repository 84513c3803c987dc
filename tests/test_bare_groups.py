"""Roots that hold little: groups without any vocabulary, in one language, in other money; and what is said where too little
is there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import Run, Tree
from tests.findings import rows
from tests.html import Page, elements, pages, words

FILE = "content/assets/north-side/walkers.yml"
WALKERS = "name: {en: Tuesday walkers}\nsummary: {en: A slow walk.}\ncontact: {phones: [{number: 01632 960001}]}\n"
SITE = "content/site.yml"


def built(root: Path, run: Run) -> Mapping[str, Page]:
    said = run("build", "--root", root)
    assert (said.status, said.err) == (0, "")
    return pages(root / "site")


def test_groups_without_any_vocabulary(tree: Tree, run: Run) -> None:
    """Each folder stands for an area of its own name; there is a finder, a page of the area, one of the group."""
    root = tree({FILE: WALKERS})
    assert {row["code"] for row in rows(root)} == {"missing-language", "unknown-cost"}  # the summary in Welsh
    site = built(root, run)
    finder, area, group = (site[f"en/assets/{name}index.html"] for name in ("", "north-side/", "north-side/walkers/"))
    assert ("North side", area.file) in {(words(a), finder.to(a.attrib["href"])[0]) for a in finder.all("a")}
    assert [words(heading) for heading in finder.all("h3")] == ["By area"]  # no list of needs that holds nothing
    assert words(area.first("h1")) == "North side"
    assert [words(h) for h in elements(area.first("ul", class_="results"), "h3")] == ["Tuesday walkers"]
    assert words(group.first("p", class_="area")) == "Area: North side"
    coverage = site["en/coverage/index.html"]
    assert not coverage.all("table", class_="matrix")  # without needs there is nothing to count by
    assert [words(cell) for cell in elements(coverage.first("tfoot"), "th", "td")][:2] == ["All areas", "1"]


def test_its_finder_has_all_it_asks_for(tree: Tree, run: Run) -> None:
    root = tree({FILE: WALKERS})
    built(root, run)
    site = root / "site"
    assert json.loads((site / "find/index.json").read_text())["areas"] == ["north-side"]
    assert json.loads((site / "geo/places.json").read_text())["names"] == []
    assert json.loads((site / "geo/districts.json").read_text())["districts"] == {}
    for lang in ("en", "cy"):
        assert (site / f"find/{lang}/ask-north-side.json").is_file()


def test_groups_in_one_language(tree: Tree, run: Run) -> None:
    root = tree({FILE: WALKERS, SITE: "languages: [{code: en}]\n"})
    site = built(root, run)
    assert {page.lang for page in site.values()} == {"en"}
    group = site["en/assets/north-side/walkers/index.html"]
    assert not group.all("a", class_="switch")
    assert not site["en/assets/index.html"].all("input", value="in-en")
    assert [path.name for path in (root / "site/find").iterdir() if path.is_dir()] == ["en"]


def test_a_language_of_ones_own(tree: Tree, run: Run) -> None:
    """A language nobody has translated the interface into: its texts are its own, the interface is English."""
    root = tree({FILE: WALKERS.replace("en:", "eo:"), SITE: "languages: [{code: eo}]\n"})
    site = built(root, run)
    assert words(site["eo/assets/north-side/walkers/index.html"].first("h1")) == "Tuesday walkers"


@pytest.mark.parametrize(
    ("money", "amount", "shown"),
    [
        ("currency: GBP\n", "3.50", "£3.50"),
        ("currency: GBP\n", "3", "£3"),
        ("currency: EUR\n", "3.50", "€3.50"),
        ("", "3.50", "3.50"),
        ("", "3", "3"),
    ],
)
def test_prices_are_in_the_money_of_the_place(tree: Tree, run: Run, money: str, amount: str, shown: str) -> None:
    costs = "name: {en: Cost}\nentries: {paid: {name: {en: There is a charge}}}\n"
    root = tree(
        {
            FILE: f"{WALKERS}cost: {{kind: paid, amount: {amount}}}\n",
            SITE: f"languages: [{{code: en}}]\n{money}",
            "content/vocabularies/costs.yml": costs,
        }
    )
    facts = words(built(root, run)["en/assets/north-side/walkers/index.html"].first("dl", class_="facts-list"))
    assert f"There is a charge, {shown} How to join" in facts


@pytest.mark.parametrize(
    ("files", "message", "hint"),
    [
        (
            {"content/assets/walkers.yml": WALKERS},
            "The folder 'assets' is not an entry of 'areas'.",
            "Records of this kind lie in folders, one for each area: move the file into one.",
        ),
        (
            {FILE: f"{WALKERS}cost: {{kind: free}}\n"},
            "'free' is not an entry of 'costs'.",
            "There is no vocabulary 'costs' yet: write content/vocabularies/costs.yml with this entry.",
        ),
        (
            {FILE: "name: {en: Tuesday walkers}\n"},
            "Nothing here says how to reach it.",
            "Add what is known under 'when', 'contact' or 'venues', or the 'organisation' that has a web address. Where "
            "nothing is known, leave the record out until somebody has found out.",
        ),
        (
            {
                "content/glossary/walk.yml": "term: {en: walk}\ndefinition: {en: A pastime.}\nused_by: {sectors: [health]}\n",
                SITE: "languages: [{code: en}]\n",
            },
            "'health' is not an entry of 'sectors'.",
            "There are none yet: write them in content/site.yml, under 'sectors'.",
        ),
    ],
    ids=["no-folder", "no-vocabulary", "no-way-to-reach-it", "no-sectors"],
)
def test_what_is_missing_is_said(tree: Tree, run: Run, files: Mapping[str, str], message: str, hint: str) -> None:
    root = tree(files)
    errors = [row for row in rows(root) if row["severity"] == "error"]
    assert [(row["message"], row["hint"]) for row in errors] == [(message, hint)]
    assert run("build", "--root", root).status == 1
    assert not (root / "site").exists()
