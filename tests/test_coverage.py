"""What is listed and what is not: counts, claims and their proof; and the sheets for noticeboards. Of a made-up county."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from generator import catalogue
from generator.coverage import Counted, Coverage, band
from generator.directory import Directory
from generator.hours import pattern
from generator.hours.packed import packed
from generator.week import MOST, TOWNS_AN_AREA, Sheets
from tests import county
from tests.conftest import Run, Tree
from tests.html import Page, classes, different, elements, pages, words
from tests.meetings import meeting

COVERAGE = {"en": "en/listed/index.html", "cy": "cy/rhestr/index.html"}
SHEET = {
    "en": "en/directory/vale/this-week/millbridge/index.html",
    "cy": "cy/cyfeiriadur/y-dyffryn/yr-wythnos-hon/pont-y-felin/index.html",
}
BOTH = pytest.mark.parametrize("lang", ("en", "cy"))

Site = Mapping[str, Page]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return county.site(tmp_path_factory.mktemp("county"))


@pytest.fixture(scope="module")
def site(folder: Path) -> Site:
    return pages(folder)


def directory(root: Path) -> Directory:
    return Directory(catalogue.load(root))


def found(rows: list[Counted] | tuple[Counted, ...]) -> Mapping[str, Mapping[str, int]]:
    return {row.area: {name: n for name, n in row.found.items() if n} for row in rows}


def matrix(page: Page) -> Mapping[tuple[str, str], Element]:
    """The cells of the first table by the words of their row's heading and of their column's."""
    table = page.first("table", class_="matrix")
    heads = [words(head) for head in elements(next(elements(table, "thead")), "th")]
    cells = {}
    for row in elements(next(elements(table, "tbody")), "tr"):
        first, *rest = list(row)
        assert (first.tag, first.get("scope")) == ("th", "row")
        cells |= {(words(first), head): cell for head, cell in zip(heads[1:], rest, strict=True)}
    return cells


# counts


def test_listed_looked_for_and_neither_are_three_things(tree: Tree) -> None:
    coverage = Coverage(directory(tree(county.files())))
    assert (coverage.areas, coverage.everywhere) == (["vale", "coast", "hills"], ("land",))
    assert coverage.listed("vale", "loneliness") == 13
    assert coverage.listed("vale", "work") == 0, "what has closed is not listed"
    assert coverage.for_everyone("sleep") == 1
    look = coverage.look("vale", "sleep")
    assert look
    assert look.id == "sleep-new", "of two looks the newer one counts"
    assert coverage.look("coast", "loneliness") is None, "something is listed there since"
    assert coverage.look("coast", "sleep") is None
    assert [(area, need) for area, need, _ in coverage.looked] == [
        ("vale", "sleep"),
        ("coast", "loneliness"),
        ("hills", "food"),
    ]


def test_open_questions_are_where_nothing_is_listed_and_nobody_looked(tree: Tree) -> None:
    coverage = Coverage(directory(tree(county.files())))
    assert coverage.open_questions("vale") == ["work"]
    assert coverage.open_questions("coast") == ["food", "work", "sleep"], "first what nothing for everyone serves"
    assert coverage.open_questions("hills") == ["work", "loneliness", "sleep"]


def test_counts_by_area(tree: Tree) -> None:
    coverage = Coverage(directory(tree(county.files())))
    assert found(coverage.checks)["vale"] == {"checked": 1, "never": 13}
    assert found(coverage.dates)["vale"] == {"checked 2026-09-01": 1, "known 2024-05-06": 1, "known ": 12}
    assert found(coverage.years)["vale"] == {"2024": 1, "undated": 12}
    assert coverage.bands == ["2024", "older", "undated"]
    assert found(coverage.grades)["vale"] == {"A": 1, "B": 1, "": 12}
    assert found(coverage.spoken["cy"])["vale"] == {"always": 1, "": 13}
    assert found(coverage.states)["vale"] == {"open": 13, "paused": 1, "closed": 1}
    assert found(coverage.held)["vale"] == {"time": 13, "place": 14, "phone": 1, "web": 1, "cost": 1}
    assert found(coverage.held)["hills"] == {}
    assert [row.total for row in coverage.checks] == [14, 2, 0, 1]
    assert [row.total for row in coverage.states] == [15, 2, 0, 1]


@pytest.mark.parametrize(
    ("dated", "years"),
    [("2026-11-21", "2026"), ("2025-01", "2024"), ("2020", "2020"), ("2019-12-31", "older"), ("", "undated")],
)
def test_band_of_a_date(dated: str, years: str) -> None:
    assert band(dated) == years


# the page


@BOTH
def test_cells_say_in_words_and_sign_what_they_are(site: Site, lang: str) -> None:
    cells = matrix(site[COVERAGE[lang]])
    names = {"en": ("Trouble sleeping", "Vale", "Coast"), "cy": ("Trafferth cysgu", "Y Dyffryn", "Yr Arfordir")}
    sleep, vale, coast = names[lang]
    said = {
        "en": ("0 looked on 12 March 2026, found none", "–not listed here yet"),
        "cy": ("0 chwiliwyd ar 12 Mawrth 2026, heb gael dim", "–dim wedi'i restru yma eto"),
    }
    assert (words(cells[sleep, vale]), words(cells[sleep, coast])) == said[lang]
    assert not list(elements(cells[sleep, coast], "a"))


@BOTH
def test_every_number_leads_to_as_many_groups(site: Site, lang: str) -> None:
    page = site[COVERAGE[lang]]
    numbers = 0
    for cell in matrix(page).values():
        for link in elements(cell, "a"):
            file, anchor = page.to(link.attrib["href"])
            if anchor:
                assert (file, anchor in page.ids) == (page.file, True)
                assert "none" in classes(cell)
                continue
            there = [e for e in elements(site[file].id("main"), "li") if "asset" in classes(e)]
            assert words(cell) == str(len(there))
            numbers += 1
    assert numbers == 5


@BOTH
def test_a_look_is_told_with_its_day_its_author_and_what_is_listed_since(site: Site, lang: str) -> None:
    page = site[COVERAGE[lang]]
    told = {id: words(page.id(f"look-{id}")) for id in ("vale-sleep", "coast-loneliness", "hills-food")}
    assert (
        told["vale-sleep"]
        == {
            "en": "Vale: Trouble sleeping. Looked on 12 March 2026, found none. By: the made-up councilWe rang three halls.",
            "cy": "Y Dyffryn: Trafferth cysgu. Chwiliwyd ar 12 Mawrth 2026, heb gael dim. Gan: y cyngor dychmygolFfoniwyd tair neuadd.",
        }[lang]
    )
    assert told["coast-loneliness"].endswith({"en": "Now 2 are listed.", "cy": "Erbyn hyn rhestrir 2."}[lang])


def test_without_a_look_no_gap_is_claimed(tree: Tree, run: Run) -> None:
    root = tree(county.files(looks={}))
    assert run("build", "--root", root).status == 0
    page = pages(root / "site")[COVERAGE["en"]]
    cells = matrix(page)
    assert {cell.get("class") for cell in cells.values()} == {None}
    assert "0" not in {words(cell)[0] for cell in cells.values()}
    assert "So this page claims no gap anywhere." in words(page.id("main"))
    assert {head for _, head in cells} == {"Vale", "Coast", "Land (for everyone)"}, "nothing is known of Hills"


@BOTH
def test_tables_have_captions_headings_and_regions_for_the_keyboard(site: Site, lang: str) -> None:
    page = site[COVERAGE[lang]]
    regions = page.all("div", role="region")
    assert len(regions) == len(page.all("table")) == 7
    for region in regions:
        assert region.get("tabindex") == "0"
        caption = next(elements(region, "caption"))
        assert words(caption) == words(page.id(region.attrib["aria-labelledby"]))
        assert all(head.get("scope") in ("col", "row") for head in elements(region, "th"))
    for table in page.all("table", class_="areas"):
        rows = [[words(cell) for cell in row] for row in elements(table, "tr")]
        assert len({len(row) for row in rows}) == 1
        for column in zip(*[row[1:] for row in rows[1:]], strict=True):
            numbers = [int(cell or 0) for cell in column]
            assert sum(numbers[:-1]) == numbers[-1]


@BOTH
def test_file_for_spreadsheets(folder: Path, site: Site, lang: str) -> None:
    page = site[COVERAGE[lang]]
    link = next(a for a in page.all("a") if a.get("download") is not None)
    text = (folder / page.to(link.attrib["href"])[0]).read_bytes().decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["id", "Need / Angen", "Vale / Y Dyffryn", "Coast / Yr Arfordir", "Hills / Y Bryniau", "Land / Y Wlad"],
        ["loneliness", "Loneliness / Unigrwydd", "13", "2", "", "1"],
        ["food", "Food / Bwyd", "2", "", "0 (2026-04-01)", ""],
        ["sleep", "Trouble sleeping / Trafferth cysgu", "0 (2026-03-12)", "", "", "1"],
        ["work", "Work / Gwaith", "", "", "", ""],
    ]
    assert text.count("\r\n") == 5


@BOTH
def test_what_is_missing_leads_to_the_panel_that_asks_for_looks(site: Site, lang: str) -> None:
    page = site[COVERAGE[lang]]
    asked = {words(next(elements(e, "summary"))): e for e in page.all("details") if e.get("id") != "suggest"}
    vale = {"en": "Vale 1 need", "cy": "Y Dyffryn 1 angen"}[lang]
    assert {"en": "nor is anything for everyone", "cy": "na dim i bawb chwaith"}[lang] in words(asked[vale])
    assert [page.to(a.attrib["href"]) for a in elements(asked[vale], "a")] == [(page.file, "suggest")]
    panel = words(page.id("suggest"))
    assert {"en": "What help was looked for:", "cy": "Pa help y chwiliwyd amdano:"}[lang] in panel
    assert {"en": "write nothing about yourself", "cy": "ysgrifennu dim amdanoch eich hun"}[lang] in panel


@BOTH
def test_page_is_linked_from_the_finder_from_quality_and_in_the_foot(site: Site, lang: str) -> None:
    finder, quality = {
        "en": ("en/directory/index.html", "en/quality/index.html"),
        "cy": ("cy/cyfeiriadur/index.html", "cy/quality/index.html"),
    }[lang]
    for page, within in ((site[finder], "main"), (site[quality], "main"), (site[f"{lang}/index.html"], "footer")):
        top = page.id("main") if within == "main" else page.first("footer")
        assert COVERAGE[lang] in {page.to(a.attrib["href"])[0] for a in elements(top, "a")}, page.file


def test_a_root_without_groups_has_neither_page(tree: Tree, run: Run) -> None:
    root = tree({"content/glossary/walk.yml": "term:\n  en: walk\ndefinition:\n  en: Going on foot.\n"})
    assert run("build", "--root", root).status == 0
    made = pages(root / "site")
    assert not [file for file in made if "coverage" in file or "week" in file]
    assert "coverage" not in made["en/index.html"].html


def test_nothing_on_either_page_depends_on_the_day_of_the_build(tree: Tree, run: Run) -> None:
    root = tree(county.files())
    for day in ("2026-11-21", "2031-01-01"):
        assert run("build", "--root", root, "--site", root / day, "--whole", today=day).status == 0
    changed = different(root / "2026-11-21", root / "2031-01-01")
    assert not {*COVERAGE.values(), *SHEET.values(), "en/listed/listed.csv"} & set(changed)


# the sheets


def sections(page: Page) -> Mapping[str, list[Element]]:
    """The entries of a sheet by heading."""
    return {
        words(next(elements(section, "h2"))): list(elements(section, "li"))
        for section in elements(page.first("article", class_="sheet"), "section")
    }


def told(entries: list[Element]) -> list[tuple[str, str]]:
    """Name and time of each."""
    return [
        (words(next(elements(e, "h3"))), words(next(p for p in elements(e, "p") if "times" in classes(p))))
        for e in entries
    ]


def test_sheet_tells_rhythms_day_by_day(site: Site) -> None:
    assert {heading: told(entries) for heading, entries in sections(site[SHEET["en"]]).items()} == {
        "Monday": [("Choir", "7pm to 9pm, in school terms, not on bank holidays")],
        "Tuesday": [("Ended class", "From 10am, until 31 January 2026"), ("Tuesday walk", "10am to 12 noon")],
        "Wednesday": [("Winter soup", "In the evening, November to January")],
        "Thursday": [("Choir", "7pm to 9pm, in school terms, not on bank holidays")],
        "Sunday": [("Quiet room", "3pm to 4pm")],
        "Most days": [("Library", "Monday to Friday, 9am to 5pm")],
        "Not every week": [
            ("Mending days", "Monday 1 June 2026; Saturday 5 December 2026, from 10am"),
            ("First Friday", "First Friday of the month, 12 noon to 2pm"),
            ("Fortnight club", "Every other Monday, from 30 November 2026 (ask for the time)"),
        ],
        "Ask for the day": [("Monthly supper", "Once a month on Saturdays (ask which one)")],
    }


def test_sheet_in_the_other_language(site: Site) -> None:
    page = site[SHEET["cy"]]
    assert words(page.first("h1")) == "Yr wythnos hon: Pont-y-felin a'r cylch"
    assert list(sections(page))[:2] == ["Dydd Llun", "Dydd Mawrth"]
    assert ("Tuesday walk (cy)", "10yb i 12 hanner dydd") in told(sections(page)["Dydd Mawrth"])
    assert page.to(page.first("a", class_="switch").attrib["href"])[0] == SHEET["en"]


def test_entry_says_where_whom_to_ring_and_how_fresh_it_is(site: Site) -> None:
    entries = sections(site[SHEET["en"]])
    assert words(entries["Tuesday"][1]).endswith(
        "1 Mill Lane, Millbridge01632 960001 · Free · In WelshChecked 1 September 2026: the county council"
    )
    assert "choir@county.example" in words(entries["Monday"][0])
    assert "Not yet checked; newest source 6 May 2024" in words(entries["Monday"][0])
    assert "No number or address was found." in words(entries["Sunday"][0])


@BOTH
def test_sheet_shows_no_hidden_address_and_nothing_that_is_not_open_near_and_there(site: Site, lang: str) -> None:
    html = site[SHEET[lang]].html
    for hidden in ("Hidden Row", "ZZ1", "52.01", "Safe house", "Screen quiz", "Resting club", "Closed club", "Shore"):
        assert hidden not in html
    quiet = words(sections(site[SHEET[lang]])[{"en": "Sunday", "cy": "Dydd Sul"}[lang]][0])
    assert {"en": "Upper Mill, ask for the address", "cy": "Melin Uchaf, holwch am y cyfeiriad"}[lang] in quiet


def test_sheet_counts_what_it_does_not_show_and_says_whom_to_ask(site: Site) -> None:
    foot = words(site[SHEET["en"]].first("div", class_="sheet-foot"))
    assert foot.startswith("1 more group is listed near here, its days not known.")
    assert "county.example/en/directory/vale" in foot
    assert "Vale council: 01632 960999" in foot


@BOTH
def test_area_page_links_to_its_sheets_and_a_town_with_two_groups_has_none(site: Site, lang: str) -> None:
    areas = {"en": ("vale", "coast"), "cy": ("y-dyffryn", "yr-arfordir")}[lang]
    finder = {"en": "en/directory", "cy": "cy/cyfeiriadur"}[lang]
    vale, coast = (site[f"{finder}/{area}/index.html"] for area in areas)
    assert SHEET[lang] in {vale.to(a.attrib["href"])[0] for a in vale.all("a")}
    assert "week" not in coast.ids
    assert len([file for file in site if "/this-week/" in file or "/yr-wythnos-hon/" in file]) == 2


def test_rules_on_the_sheet_are_those_of_the_records(site: Site) -> None:
    rules = {
        item.attrib["data-of"]: json.loads(item.attrib["data-rules"])
        for entries in sections(site[SHEET["en"]]).values()
        for item in entries
        if "data-rules" in item.attrib
    }
    assert rules["first-friday 0"] == [{"days": [4], "nth": [1]}]
    assert rules["choir 0"] == [{"days": [0, 3], "closed": 1}]
    assert rules["mending-days 0"] == [{"on": ["2026-06-01", "2026-12-05"]}]
    assert "monthly-supper 0" not in rules
    data = json.loads(site[SHEET["cy"]].first("article", class_="sheet").attrib["data-said"])
    assert (data["days"][0], data["months"][11], "2026-12-25" in data["holidays"]) == ("Dydd Llun", "Rhagfyr", True)


def test_an_area_has_sheets_for_the_towns_with_most_and_a_sheet_the_nearest_groups(tree: Tree) -> None:
    """Ten towns in a row, the first with most groups; and so many in one place that a sheet cannot hold them."""
    groups = {}
    names = [f"town-{n}" for n in range(TOWNS_AN_AREA + 4)]
    places = {
        name: county.place(name, name, "town", "vale", point=f"5{n % 10}.000000, -3.000000")
        for n, name in enumerate(names)
    }
    for n, name in enumerate(names):
        for each in range(MOST + 5 if not n else 13 - n):
            spot = {"main": {"near": name, "point": f"5{n % 10}.0{each:02}000, -3.000000"}}
            groups[f"vale/{name}-{each}"] = county.group(f"{name} {each}", {"days": ["mon"]}, venues=spot)
    sheets = Sheets(directory(tree(county.files(groups=groups, places=places))))
    assert [sheet.place for sheet in sheets.by_area["vale"]] == names[:TOWNS_AN_AREA]
    assert sheets.left_out == {"vale": 4}
    first = sheets.by_area["vale"][0]
    assert (first.groups, first.more) == (MOST, 5)
    assert {turn.asset.id for turn in first.turns} == {f"town-0-{each}" for each in range(MOST)}


def test_two_towns_of_one_name_in_one_area_share_a_sheet(tree: Tree) -> None:
    places = {
        **county.PLACES,
        "millbridge-2": county.place("Mill Bridge", "Pont-y-felin", "town", "vale", point="52.002000, -4.000000"),
    }
    sheets = Sheets(directory(tree(county.files(places=places))))
    assert [sheet.place for sheet in sheets.by_area["vale"]] == ["millbridge"]


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("days: [tue]", {"days": [1]}),
        ("days: [fri], nth: [last, 2]", {"days": [4], "nth": [2, -1]}),
        ("days: [mon], every: 2, from: 2026-11-24", {"days": [0], "every": 2, "from": "2026-11-30"}),
        ("days: [mon], every: 2", {}),
        ("monthly: true", {}),
        (
            "days: [sat], until: 2026-12-31, except: [2026-12-26]",
            {"days": [5], "until": "2026-12-31", "not": ["2026-12-26"]},
        ),
        ("days: [sat], from: 2026-12-31, until: 2026-12-01", {"on": []}),
        ("all_day: true", {"days": [0, 1, 2, 3, 4, 5, 6]}),
        ("days: [sun], months: [12, 1], bank_holidays: closed", {"days": [6], "months": [1, 12], "closed": 1}),
        ("on: [2026-12-05], bank_holidays: closed", {"on": ["2026-12-05"]}),
    ],
)
def test_packed_rule(said: str, rule: Mapping[str, object]) -> None:
    assert packed(pattern.of(meeting(said))) == rule
