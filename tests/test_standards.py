"""The data dictionary, standards to check oneself against, measures, technology compared: their pages, their files, and our
own records of them."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from jsonschema import Draft202012Validator

from generator import catalogue, checks
from generator.kinds.data_item import DataItem
from generator.kinds.measure import Measure
from generator.kinds.standard import Standard
from generator.kinds.tool import NOT_SEEN, Tool
from tests.conftest import REPOSITORY, TODAY, made
from tests.html import Page, elements, pages, words
from tests.standing import FILES


@pytest.fixture(scope="module")
def root(between_workers: Path) -> Path:
    return made(FILES, between_workers / "standing")


@pytest.fixture(scope="module")
def site(root: Path) -> Mapping[str, Page]:
    return pages(root / "site")


@pytest.fixture(scope="module")
def ours() -> catalogue.Catalogue:
    return catalogue.load(REPOSITORY)


def test_they_pass_the_checks(root: Path) -> None:
    found = {issue.rule.code for issue in checks.run(catalogue.load(root), TODAY) if issue.blocks}
    assert found == set()


# the data dictionary


def test_the_dictionary_lists_sets_with_their_groups_and_items_in_order(site: Mapping[str, Page]) -> None:
    page = site["en/data-items/index.html"]
    sets = page.all("section", class_="data-set")
    assert [words(next(elements(one, "h2"))) for one in sets] == ["First set", "Second set awaited"]
    groups = [li for li in elements(sets[0], "li") if list(elements(li, "h3"))]
    assert [[words(name) for name in elements(group, "h3", "a")][::2] for group in groups] == [
        ["Sky", "Weather"],
        ["Going"],
    ]
    assert [words(li) for li in elements(groups[0], "li")][1:] == ["Weather", "Wind"]
    assert "Not found: Its items." in words(groups[1])
    assert "Kept by: The Walking Body. Version: 2.0, May 2024. Licence: Open licence." in words(sets[0])
    assert "From the first set." in words(sets[0])
    assert "Whether it came" in words(sets[1])


def test_the_mapping_names_a_field_for_each_group_or_none(site: Mapping[str, Page]) -> None:
    table = site["en/data-items/index.html"].first("table")
    rows = [[words(cell) for cell in elements(row, "th", "td")] for row in elements(table, "tr")]
    assert [[cell.replace("\u200b", "") for cell in row] for row in rows] == [
        ["Group", "Our field", "What it holds"],
        ["Sky", "assets.when", "When it meets."],
        ["assets.join.routes", "Who may come."],
        ["Going", "none"],
    ]
    assert [a.get("href") for a in elements(table, "a")] == ["../../en/fields/#kind-assets"] * 2
    assert "kind-assets" in site["en/fields/index.html"].ids


def test_an_item_says_what_it_holds_and_where_it_is_used(site: Mapping[str, Page]) -> None:
    page = site["en/data-items/weather/index.html"]
    facts = page.first("dl", class_="item")
    assert [words(one) for one in elements(facts, "dt")] == ["Holds", "Values it may have"]
    assert [words(one) for one in elements(facts, "li")] == ["W1 Dry source 1", "Wet source 1"]
    side = words(page.first("aside"))
    for said in ("Where on the pathway it is recordedSetting out", "Competences it takesLeading", "ask for itOwn list"):
        assert said in side
    assert "not known" in words(site["en/data-items/wind/index.html"].first("dl", class_="item"))
    assert [words(a) for a in elements(page.first("nav", class_="crumbs"), "a")][1:] == [
        "Data dictionary",
        "First set",
        "Sky",
    ]


def test_what_is_awaited_says_so_in_both_languages(site: Mapping[str, Page]) -> None:
    assert "no published copy was found" in words(site["en/data-items/second-set/index.html"].first("main"))
    page = site["cy/safonau/i-ddod/index.html"]
    assert "adeg y cyhoeddiad" in words(page.first("main")) and "2025" in words(page.first("main"))


def test_the_dictionary_is_a_table_too(root: Path) -> None:
    text = (root / "site/data/dictionary.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    assert [row["id"] for row in rows] == ["first-set", "sky", "weather", "wind", "going", "second-set"]
    weather = rows[2]
    assert {key: weather[key] for key in ("within", "value", "allowed", "name.cy", "definition.en", "sources")} == {
        "within": "sky",
        "value": "choice",
        "allowed": "W1 | Wet",
        "name.cy": "Tywydd",
        "definition.en": "How the sky was.",
        "sources": "https://book.example/",
    }
    assert rows[1]["our_fields"] == "assets.when | assets.join.routes"
    assert rows[5]["state"] == "awaited" and rows[5]["unknown.en"] == "Whether it came"
    assert rows[0]["page"] == "https://walks.example/en/data-items/first-set/"


def test_every_kind_with_records_has_a_schema(root: Path) -> None:
    folder = root / "site/data"
    listed = json.loads((folder / "schemas/index.json").read_text(encoding="utf-8"))["schemas"]
    kinds = [one["kind"] for one in listed]
    assert {"assets", "data-items", "glossary", "measures", "standards", "tools"} <= set(kinds)
    assert "case-studies" not in kinds
    for one in listed:
        Draft202012Validator.check_schema(json.loads((folder / one["file"]).read_text(encoding="utf-8")))
    sizes = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert sizes["schemas/"] > 1000 and sizes["dictionary.csv"] > 100


def test_the_page_of_open_data_leads_to_both(site: Mapping[str, Page]) -> None:
    page = site["en/data/index.html"]
    links = {a.get("href", "").rpartition("data/")[2] for a in page.all("a")}
    assert {"dictionary.csv", "schemas/index.json"} <= links


# standards


def test_standards_stand_under_what_one_can_do_with_them(site: Mapping[str, Page]) -> None:
    page = site["en/standards/index.html"]
    found = {
        words(next(elements(section, "h2"))): [words(name) for name in elements(section, "h3")]
        for section in page.all("section")
        if list(elements(section, "h3"))
    }
    assert found == {
        "To use today": ["Own list"],
        "Announced and awaited": ["To come awaited"],
        "Published by others": ["Theirs"],
    }


def test_each_question_can_be_answered_and_noted_without_a_script(site: Mapping[str, Page]) -> None:
    page = site["en/standards/own-list/index.html"]
    clauses = page.all("fieldset", class_="clause")
    assert [words(next(elements(clause, "legend"))) for clause in clauses] == ["1. Is it dry?", "2. Do all come home?"]
    for clause in clauses:
        boxes = list(elements(clause, "input"))
        assert {box.get("name") for box in boxes} == {clause.get("id")}
        assert [words(label) for label in elements(clause, "label")] == ["Yes", "Partly", "Not yet", "Notes"]
    assert len({box.get("name") for box in page.all("textarea")} & {"dry-notes", "home-notes"}) == 2
    assert not list(elements(page.first("article"), "form", "script")), "nothing is sent anywhere"
    assert [words(one) for one in elements(page.first("dl", class_="who"), "dt")] == ["Service", "Filled in by", "Date"]


def test_each_question_says_what_it_rests_on_and_what_to_see(site: Mapping[str, Page]) -> None:
    page = site["en/standards/own-list/index.html"]
    dry = page.id("dry")
    assert [a.get("href") for a in elements(dry, "a") if a.get("href", "").startswith("#source")] == ["#source-book"]
    related = next(p for p in elements(dry, "p") if p.get("class") == "related")
    assert words(related) == "See also: walk, Setting out, Leading, Weather"
    anchors = {a.get("href", "")[1:] for a in page.all("a") if a.get("href", "").startswith("#")}
    assert anchors <= set(page.ids)


# measures


def test_measures_say_first_whether_one_may_use_them(site: Mapping[str, Page]) -> None:
    page = site["en/measures/index.html"]
    entries = [words(li) for li in elements(page.first("main"), "li") if list(elements(li, "h3"))]
    assert entries == ["Steps a dayHow far one goes.licence needed", "Walk codesNumbers.licence not found"]
    own = site["en/measures/steps-a-day/index.html"]
    assert words(own.first("section", class_="may-use")) == "May it be used? Licence needed Ask the Body. source 1"
    assert "123456A walk. source 1" in words(site["en/measures/codes/index.html"].first("dl", class_="codes"))
    assert "Mae angen trwydded" in words(site["cy/mesurau/camaur-dydd/index.html"].first("main"))


# tools


def section(page: Page, id: str) -> Element:
    """The part of a page whose heading has this id."""
    return next(one for one in page.all("section") if any(head.get("id") == id for head in elements(one, "h2")))


def table(page: Page, type: str) -> list[list[str]]:
    found = next(elements(section(page, type), "table"))
    return [[words(cell) for cell in elements(row, "th", "td")] for row in elements(found, "tr")]


def test_tools_are_compared_by_what_others_were_seen_to_do(site: Mapping[str, Page]) -> None:
    page = site["en/tools/index.html"]
    assert table(page, "directory") == [
        ["Feature", "Alpha", "Aardvark"],
        ["Finding", ""],
        ["A map", "Yes", "No"],
        ["Trust", "Alpha", "Aardvark"],
        ["A date", "Partly", "Not seen"],
    ], "this site last; no row for what it alone says of itself"
    assert table(page, "glossary") == [
        ["Feature", "Beta words", "Aardvark"],
        ["Finding", ""],
        ["A search", "No", "Yes"],
    ], "a map is compared among directories alone"
    assert "Gamma: Who knows." in words(section(page, "apart"))
    assert "That does not mean it is absent" in words(page.first("main"))


def test_a_tool_says_where_and_when_each_thing_was_seen(site: Mapping[str, Page]) -> None:
    page = site["en/tools/alpha/index.html"]
    assert words(page.id("map")) == "A mapYes of paper source 1"
    assert words(page.id("checked")) == "A datePartly source 1 (January 2025)"
    assert "Looked at in: November 2026" in words(page.first("main"))
    assert "these answers are its own" in words(site["en/tools/aardvark/index.html"].first("main"))


# our own records


def test_the_four_groups_of_the_minimum_dataset_keep_their_ids(ours: catalogue.Catalogue) -> None:
    groups = [
        one
        for one in ours.of(DataItem.folder).values()
        if isinstance(one, DataItem) and one.within == "prsb-minimum-dataset"
    ]
    ids = [one.id for one in sorted(groups, key=lambda one: one.order or 0)]
    assert ids == ["demographics", "needs-and-concerns", "support-offered", "outcomes"]
    assert all(one.ours and one.unknown for one in groups)


def test_every_question_of_the_self_check_leads_somewhere(ours: catalogue.Catalogue) -> None:
    standard = ours.of(Standard.folder)["self-check"]
    assert isinstance(standard, Standard) and standard.state == "ours"
    for clause in standard.clauses:
        assert set(clause.says) == set(clause.help) == {"en", "cy"}, clause.key
        assert clause.words or clause.competences, clause.key
    assert len(list(standard.clauses)) > 20


def test_every_measure_says_on_what_its_licence_rests_or_that_it_is_not_known(ours: catalogue.Catalogue) -> None:
    for one in ours.of(Measure.folder).values():
        assert isinstance(one, Measure)
        assert one.licence or any(unknown.field == "licence" for unknown in one.unknown), one.id
        assert one.reuse in ("not-confirmed", "not-found", "licence") or one.licence, one.id


def test_every_tool_that_is_compared_says_when_it_was_looked_at(ours: catalogue.Catalogue) -> None:
    for one in ours.of(Tool.folder).values():
        assert isinstance(one, Tool)
        assert bool(one.features) == bool(one.seen), one.id
        assert one.features or one.unknown, one.id
    geirfa = ours.of(Tool.folder)["geirfa"]
    assert isinstance(geirfa, Tool)
    assert {geirfa.answer(id) for id in ("embed", "quick-exit", "term-exchange")} == {"no"}, "honest of ourselves"
    assert NOT_SEEN not in {geirfa.answer(id) for id in ours.entries("features")}, "we know our own site"
