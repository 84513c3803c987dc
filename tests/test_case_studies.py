"""Case studies: every figure beside how it came to be known and where it stands; listed by country, side by side, as a table; told
of on the pages of organisations and words."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from generator import catalogue, checks, cli
from generator.kinds.case_study import MEANT, OUTCOME_KINDS, Outcome
from generator.render.cases import BOUNDS, FIXED, LABELS, UNITS
from generator.render.renderer import Renderer
from generator.studies import FACETS, Studies
from tests.conftest import TODAY, Run, Tree, made
from tests.html import Page, classes, elements, pages, words
from tests.studying import FILES

LIST = {"en": "en/case-studies/index.html", "cy": "cy/astudiaethau-achos/index.html"}
WALKING = {"en": "en/case-studies/walking/index.html", "cy": "cy/astudiaethau-achos/cerdded-a-sgwrsio/index.html"}
COMPARE = {"en": "en/compare-case-studies/index.html", "cy": "cy/cymharu-astudiaethau-achos/index.html"}


@pytest.fixture(scope="module")
def root(between_workers: Path) -> Path:
    return made(FILES, between_workers / "studies")


@pytest.fixture(scope="module")
def site(root: Path) -> Mapping[str, Page]:
    return pages(root / "site")


@pytest.fixture(scope="module")
def renderer(root: Path) -> Renderer:
    return Renderer(catalogue.load(root), (), TODAY)


def said(element: Element) -> str:
    """The text of an element as one hears it, its parts apart."""
    return re.sub(r" ([.,:)])|(\() ", r"\1\2", " ".join(" ".join(element.itertext()).split()))


def facts(page: Page) -> dict[str, str]:
    """The list of facts: what each is, and what it says."""
    rows = page.first("dl", class_="facts-list")
    return {words(next(elements(row, "dt"))): said(next(elements(row, "dd"))) for row in rows}


def section(page: Page, id: str) -> Element:
    return next(one for one in page.all("section") if any(part.get("id") == id for part in one))


def test_the_root_passes_the_checks(root: Path) -> None:
    found = checks.run(catalogue.load(root), TODAY)
    assert {issue.rule.code for issue in found} <= {"example-address"}


# figures in words


@pytest.mark.parametrize(
    ("value", "unit", "bound", "english", "welsh"),
    [
        (94, "percent", "exactly", "94%", "94%"),
        (12.5, "percent", "about", "about 12.5%", "tua 12.5%"),
        (2000, "people", "over", "over 2,000 people", "dros 2,000 o bobl"),
        (1, "people", "exactly", "1 person", "1 person"),
        (2, "passengers", "exactly", "2 passengers", "2 deithiwr"),
        (1987, "passengers", "nearly", "nearly 1,987 passengers", "bron 1,987 o deithwyr"),
        (33, "sessions", "exactly", "33 sessions", "33 sesiwn"),
        (3, "points", "exactly", "3 points", "3 phwynt"),
        (3.5, "points", "exactly", "3.5 points", "3.5 pwynt"),
        (5.23, "per-pound", "exactly", "£5.23 for each £1", "£5.23 am bob £1"),
        (4, "per-pound", "over", "over £4 for each £1", "dros £4 am bob £1"),
        (0, "people", "exactly", "0 people", "0 o bobl"),
        (None, None, "exactly", "", ""),
    ],
)
def test_a_figure_in_words(
    renderer: Renderer, value: float | None, unit: str | None, bound: str, english: str, welsh: str
) -> None:
    outcome = Outcome.model_construct(what={"en": ""}, kind="count", value=value, unit=unit, bound=bound)
    assert [str(renderer.here(lang, "").figure(outcome)) for lang in ("en", "cy")] == [english, welsh]


def test_every_kind_unit_bound_and_facet_has_words() -> None:
    choices = {name: set(Outcome.model_json_schema()["properties"][name]["enum"]) for name in ("kind", "bound")}
    units = next(part["enum"] for part in Outcome.model_json_schema()["properties"]["unit"]["anyOf"] if "enum" in part)
    assert choices["kind"] == set(OUTCOME_KINDS) == set(MEANT)
    assert choices["bound"] == {"exactly", *BOUNDS}
    assert set(units) == {"percent", "per-pound", *UNITS}
    assert tuple(LABELS) == FACETS
    assert set(FIXED) <= set(FACETS)


# a study's page


def test_its_facts_in_both_languages(site: Mapping[str, Page]) -> None:
    assert facts(site[WALKING["en"]]) == {
        "State": "Ended",
        "Run by": "The Walkers",
        "Where": "Upper Vale, Wales It met in three parks. source 2",
        "When": "July 2018: it was announced source 1 2019 – 31 March 2021: it ran source 2",
        "Paid for by": "The Fund",
        "Money": "£1,351,066 for three years source 1 The same sum also covers: Talking only. Do not count it twice.",
        "Whom it was for": "Adults who feel alone. source 1",
        "Who referred people": "Surgeries. source 1",
        "What the workers were called": "Walk leader source 2",
        "Evaluated by": "A College, The Walkers",
        "Others who took part": "A Choir",
    }
    welsh = facts(site[WALKING["cy"]])
    assert welsh["Arian"].startswith("£1,351,066 am dair blynedd")
    assert welsh["Pryd"].startswith("Gorffennaf 2018: fe'i cyhoeddwyd")
    assert welsh["Ble"].startswith("Blaenau'r Fro, Cymru")


def test_what_little_is_known_is_said_and_the_rest_is_not_found(site: Mapping[str, Page]) -> None:
    page = site["en/case-studies/rowing/index.html"]
    assert facts(page) == {
        "State": "Announced",
        "Where": "Scotland",
        "When": "not found",
        "Paid for by": "A College",
        "Money": "no sum is entered here",
    }
    assert words(
        page.first("section", class_="none") if page.all("section", class_="none") else section(page, "outcomes")
    ) == (
        "What was found No finding of this scheme was found in a published source. That does not mean that there was none."
    )


def test_every_figure_stands_beside_how_it_is_known_and_its_source(site: Mapping[str, Page]) -> None:
    page = site[WALKING["en"]]
    shown = [[said(part) for part in elements(entry, "p")] for entry in page.first("ul", class_="outcomes")]
    assert shown == [
        ["Over 2,000 people took part source 2", "Counted"],
        ["94% felt less alone source 2", "Self-reported rests on 31 people November 2019 – February 2020"],
        ["£5.23 for each £1 of social value source 2", "Forecast of social value"],
        ["12.5% slept better source 2", "Before and after, not compared number of people not stated"],
        ["People said that it gave shape to the week. source 2", "Told, not counted"],
    ]
    weak = [words(badge) for badge in page.all("span", class_="weak")]
    assert weak == ["Self-reported", "Forecast of social value"]
    meant = {words(dt) for dt in elements(page.first("details", class_="meant"), "dt")}
    assert meant == {
        text[0].upper() + text[1:]
        for kind, text in OUTCOME_KINDS.items()
        if kind not in ("controlled", "sroi-evaluative")
    }


@pytest.mark.parametrize("file", [*WALKING.values(), *COMPARE.values(), "en/case-studies/talking/index.html"])
def test_every_claim_leads_to_a_source_that_is_there(site: Mapping[str, Page], file: str) -> None:
    page = site[file]
    links = [link for cites in page.all("span", class_="cites") for link in elements(cites, "a")]
    assert links
    for link in links:
        target, anchor = page.to(link.attrib["href"])
        there = site[target].id(anchor)
        place = list(site[target].first("ol", class_="sources")).index(there) + 1
        assert words(link).split()[-1] == str(place)
    assert all([*elements(cites, "a")] for cites in page.all("span", class_="cites")), "a claim without a source"


def test_sources_conflicts_and_what_was_not_found(site: Mapping[str, Page]) -> None:
    page = site[WALKING["en"]]
    assert [words(one) for one in page.first("ol", class_="sources")] == [
        "The Valley News, 28 July 2018 (old)",
        "The Report, October 2021",
    ]
    assert [said(one) for one in elements(page.first("div", class_="conflict"), "li")] == [
        "7 January 2019 source 2",
        "8 January 2019 source 1",
    ]
    assert said(page.first("section", class_="awaited")) == (
        "What was not found How the sum was split (field: money) Last looked for: November 2026. "
        "Do you know? An editor enters it in content/case-studies/walking.yml. Tell us"
    )


def test_what_stands_beside_it(site: Mapping[str, Page]) -> None:
    side = site[WALKING["en"]].first("aside", class_="side")
    assert said(section(site[WALKING["en"]], "related")) == "Read beside it Cycling together Talking only"
    assert said(section(site["en/case-studies/cycling/index.html"], "related")) == "Read beside it Walking and talking"
    assert "Tells how it was for: individuals, those who refer" in words(side)
    assert {words(a) for a in elements(side, "a")} >= {"Company"}, "leads to groups for the need"
    link = site[WALKING["en"]].to(next(a.attrib["href"] for a in elements(side, "a") if "#ids=" in a.attrib["href"]))
    assert link == (COMPARE["en"], "ids=walking,cycling")


def test_a_name_that_has_no_welsh_is_marked(site: Mapping[str, Page]) -> None:
    page = site["cy/astudiaethau-achos/cycling-together/index.html"]
    assert page.first("h1").get("lang") == "en"
    titles = [span for span in site[WALKING["cy"]].all("span", lang="en") if words(span) == "Walk leader"]
    assert titles


def data(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("".join(page.first("script", type="application/ld+json").itertext()))
    return found


def test_programs_read_who_paid_where_it_was_and_what_it_rests_on(site: Mapping[str, Page]) -> None:
    found = data(site[WALKING["en"]])
    assert (found["@type"], found["headline"]) == ("Article", "Walking and talking")
    assert found["about"]["funder"] == [{"@type": "Organization", "name": "The Fund"}]
    assert [place["name"] for place in found["spatialCoverage"]] == ["Upper Vale", "Wales"]
    assert found["citation"][1] == {
        "@type": "CreativeWork",
        "name": "The Report",
        "url": "https://college.example/report.pdf",
        "datePublished": "2021-10",
    }


# the list


def listed(page: Page) -> dict[str, list[str]]:
    sections = page.all("section", class_="country")
    return {words(next(elements(one, "h2"))): [words(name) for name in elements(one, "h3")] for one in sections}


def test_every_study_is_listed_once_by_country_in_order(site: Mapping[str, Page]) -> None:
    assert listed(site[LIST["en"]]) == {
        "Wales 3": ["Cycling together", "Talking only", "Walking and talking"],
        "Scotland 1": ["Rowing"],
    }
    assert listed(site[LIST["cy"]]) == {
        "Cymru 3": ["Cerdded a sgwrsio", "Cycling together", "Siarad yn unig"],
        "Yr Alban 1": ["Rhwyfo"],
    }
    assert site[LIST["en"]].meta("description") == (
        "What was tried, what it showed and how that is known: 4 case studies, by country."
    )


def test_without_scripts_nothing_waits_for_one(site: Mapping[str, Page]) -> None:
    page = site[LIST["en"]]
    idle = [
        *page.all("details", class_="filters"),
        *page.all("label", class_="pick"),
        page.first("p", class_="compare-bar"),
    ]
    assert len(idle) == 6
    assert all(part.get("hidden") is not None for part in idle)
    assert not [one for one in page.all("li", class_="study") if one.get("hidden") is not None]


def test_an_entry_says_how_its_findings_are_known(site: Mapping[str, Page]) -> None:
    known = {
        one.get("data-study"): words(next(p for p in elements(one, "p") if "kinds-known" in classes(p)))
        for one in site[LIST["en"]].all("li", class_="study")
    }
    assert known == {
        "walking": "Findings: Counted; Self-reported; Before and after, not compared; Forecast of social value; Told, not counted",
        "talking": "No published finding was found.",
        "cycling": "Findings: Counted",
        "rowing": "No published finding was found.",
    }


def test_what_studies_are_found_by(root: Path, site: Mapping[str, Page]) -> None:
    found = Studies(catalogue.load(root))
    traits = {study.id: found.traits(study) for study in found.ordered("en")}
    assert traits["walking"] == {
        "country": ("wales",),
        "place": ["upper-vale", "the-vale"],
        "need": ("company",),
        "viewpoint": ("individual", "referrer"),
        "funder": ("the-fund",),
        "outcome": ("count", "self-reported", "before-after", "sroi-forecast", "qualitative"),
    }
    assert (traits["rowing"]["outcome"], traits["rowing"]["place"]) == (("none",), [])
    page = site[LIST["cy"]]
    shown = {one.get("data-facet"): [words(label) for label in elements(one, "label")] for one in page.all("fieldset")}
    assert shown["country"] == ["Cymru", "Yr Alban"]
    assert shown["place"] == ["Blaenau'r Fro", "Y Fro", "Y Sir Bell"]
    assert shown["funder"] == ["Coleg", "Y Gronfa"]
    on_page = {one.get("data-study"): json.loads(one.get("data-traits", "")) for one in page.all("li", class_="study")}
    assert on_page == json.loads(json.dumps(traits))


# side by side


def test_one_table_of_all_is_complete(site: Mapping[str, Page]) -> None:
    table = site[COMPARE["en"]].first("table", class_="studies-table")
    heads, *rows = [[said(cell) for cell in row if cell.tag in ("th", "td")] for row in elements(table, "tr")]
    assert [row[0] for row in rows] == ["Cycling together", "Talking only", "Walking and talking", "Rowing"]
    assert {len(row) for row in rows} == {len(heads)}
    walking = dict(zip(heads, rows[2], strict=True))
    assert walking["Whom it was for"] == "Adults who feel alone. source 1"
    assert (
        "94% felt less alone source 2 Self-reported rests on 31 people"
        in walking["What was found, and how it is known"]
    )
    rowing = dict(zip(heads, rows[3], strict=True))
    assert {head for head, cell in rowing.items() if cell == "not found"} == {
        "Whom it was for",
        "Who referred people",
        "What the workers were called",
        "Run by",
    }
    region = site[COMPARE["en"]].first("div", role="region")
    assert region.get("tabindex") == "0"
    assert words(site[COMPARE["en"]].id(region.get("aria-labelledby", ""))) == "All studies side by side"


def test_the_reader_may_choose_among_all(site: Mapping[str, Page]) -> None:
    page = site[COMPARE["cy"]]
    for select in page.all("select"):
        assert [option.get("value") for option in elements(select, "option")] == [
            "",
            "walking",
            "cycling",
            "talking",
            "rowing",
        ]
        assert [group.get("label") for group in elements(select, "optgroup")] == ["Cymru", "Yr Alban"]


# elsewhere


def test_the_page_of_an_organisation_says_what_it_did(site: Mapping[str, Page]) -> None:
    assert said(section(site["en/organisations/walkers/index.html"], "studies")) == (
        "Case studies Cycling together (ran it) Walking and talking (ran it, evaluated it)"
    )
    assert said(section(site["en/organisations/the-choir/index.html"], "studies")).endswith("(took part)")


def test_an_area_and_what_was_tried_in_it_lead_to_each_other(site: Mapping[str, Page]) -> None:
    area = site["en/directory/the-vale/index.html"]
    assert said(section(area, "studies")) == "What was tried here, and what it showed Walking and talking"
    link = next(
        a for a in elements(site[WALKING["en"]].first("dl", class_="facts-list"), "a") if words(a) == "Upper Vale"
    )
    assert site[WALKING["en"]].to(link.attrib["href"])[0] == area.file


def test_the_page_of_a_word_names_the_studies_that_show_it(site: Mapping[str, Page]) -> None:
    page = site["en/glossary/link-worker/index.html"]
    assert said(section(page, "studies")) == "Case studies that show it Walking and talking"
    assert not [one for one in page.all("h2") if one.get("id") == "used"], (
        "named once, not again where texts mention the word"
    )
    mentioned = site["en/glossary/alone/index.html"]
    assert said(section(mentioned, "used")) == "Where this word is used Walking and talking"


def test_the_search_narrows_by_country_and_by_how_findings_are_known(root: Path, run: Run) -> None:
    facets = json.loads((root / "site/search/en/facets.json").read_text(encoding="utf-8"))["facets"]
    shown = {id: (label, names) for label, names, id, _ in facets}
    assert shown["countries"][0] == "Country"
    assert set(shown["countries"][1]) == {"Wales", "Scotland"}
    assert "self-reported" in shown["outcome_kinds"][1]
    said = run("search", "--root", root, "--lang", "cy", "--json", "cerdded")
    assert [hit["id"] for hit in json.loads(said.out)["hits"] if hit["kind"] == "case-studies"] == ["walking"]


def table(root: Path) -> list[dict[str, str]]:
    text = (root / "site/data/outcomes.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(StringIO(text)))


def test_the_table_of_all_findings_has_a_licence_on_each_row(root: Path, site: Mapping[str, Page]) -> None:
    rows = table(root)
    assert [(row["study"], row["number"]) for row in rows] == [
        ("cycling", "1"),
        *(("walking", str(n)) for n in range(1, 6)),
    ]
    assert {(row["licence"], row["licence_address"]) for row in rows} == {
        ("CC BY 4.0", "https://licence.example/by/4.0/")
    }
    assert [row["source_licences"] for row in rows[:2]] == ["not stated", "Open Licence 3.0"]
    second = rows[2]
    assert {name: second[name] for name in ("what.en", "kind", "value", "unit", "n", "from", "until", "bound")} == {
        "what.en": "felt less alone",
        "kind": "self-reported",
        "value": "94",
        "unit": "percent",
        "n": "31",
        "from": "2019-11",
        "until": "2020-02",
        "bound": "exactly",
    }
    assert (rows[3]["value"], rows[3]["currency"]) == ("5.23", "GBP")
    assert (rows[5]["value"], rows[5]["bound"]) == ("", "")
    assert second["page"] == "https://schemes.example/en/case-studies/walking/"
    link = next(a for a in site[LIST["cy"]].all("a") if a.get("download") is not None)
    assert site[LIST["cy"]].to(link.attrib["href"])[0] == "data/outcomes.csv"


def test_the_page_on_open_data_names_the_table(root: Path, site: Mapping[str, Page]) -> None:
    page = site["en/data/index.html"]
    link = next(a for a in page.all("a") if words(a) == "/data/outcomes.csv")
    assert page.to(link.attrib["href"])[0] == "data/outcomes.csv"
    sizes = json.loads((root / "site/data/manifest.json").read_text(encoding="utf-8"))["files"]
    assert sizes["outcomes.csv"] == (root / "site/data/outcomes.csv").stat().st_size


def test_without_a_study_there_is_no_page_no_table_no_section(tree: Tree) -> None:
    root = tree({name: text for name, text in FILES.items() if "case-studies" not in name and "assets" not in name})
    (root / "content/site.yml").write_text("name: {en: None, cy: Dim}\n", encoding="utf-8")
    assert cli.main(["build", "--root", str(root), "--today", str(TODAY)]) == 0
    shown = pages(root / "site")
    assert not {*LIST.values(), *COMPARE.values(), "en/compare/index.html"} & shown.keys()
    assert not (root / "site/data").exists()
    assert not [one for page in shown.values() for one in page.all(id="studies")]
