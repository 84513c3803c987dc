"""A framework: what is not known of it is said so, figures stand beside their caution, dates that conflict stand side by side in
the timeline; and ours, held against what is known of it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import catalogue
from generator.kinds.framework import FrameworkPart
from generator.kinds.milestone import DateReading, first
from generator.kinds.policy import Policy
from tests.conftest import REPOSITORY, Run, made
from tests.html import Page, classes, elements, pages, words

SOURCES = "sources: [{key: book, name: The book, url: 'https://f.example/book'}, {key: news, name: The news}]\n"
ABOUT = "about: [{says: {en: It is for all., cy: Mae i bawb.}, from: [book]}]\n"
WALK = "served_by: [{to: glossary, name: {en: Words, cy: Geiriau}, what: {en: All of them., cy: Pob un.}}]\n"
LOST = "unknown: [{what: {en: what it says, cy: beth mae'n ei ddweud}, field: wording, looked: 2026-11}]\n"
FILES: Mapping[str, str] = {
    "content/site.yml": """\
name: {en: Plans, cy: Cynlluniau}
subject: {en: walking, cy: cerdded}
languages: [{code: en}, {code: cy}]
paths: {timeline: {cy: llinell-amser}}
""",
    "content/glossary/walk.yml": "term: {en: walk, cy: tro}\nslug: {cy: tro}\ndefinition: {en: Going on foot., cy: Mynd ar droed.}\n",
    "content/pathway/come.yml": f"name: {{en: Come, cy: Dod}}\nslug: {{cy: dod}}\nstate: published\n{ABOUT}sources: [{{key: book, name: The book}}]\n",
    "content/framework/charter.yml": f"""\
name: {{en: The charter, cy: Y siarter}}
slug: {{cy: siarter}}
state: published
type: framework
summary: {{en: A charter for walkers., cy: Siarter i gerddwyr.}}
{ABOUT}definitions:
  - {{name: {{en: New, cy: Newydd}}, on: 2023, says: {{en: Going out., cy: Mynd allan.}}, from: [book]}}
  - {{name: {{en: Old, cy: Hen}}, on: 2019, says: {{en: Going away., cy: Mynd i ffwrdd.}}, from: [news]}}
model: [{{step: come, says: {{en: They come., cy: Maent yn dod.}}, from: [book]}}]
figures:
  - {{what: {{en: walkers, cy: o gerddwyr}}, value: 25000, bound: over, from: [book]}}
  - {{what: {{en: fewer cars, cy: yn llai o geir}}, value: 15, up_to: 28, unit: percent, from: [news]}}
  - {{what: {{en: miles each, cy: o filltiroedd yr un}}, value: 2.5, bound: about, from: [news]}}
cautions: [{{says: {{en: Nobody counted., cy: Ni chyfrifodd neb.}}, from: [news]}}]
history:
  - what: {{en: It is launched., cy: Ei lansio.}}
    readings:
      - {{on: 2023-12-11, says: {{en: the news, cy: y newyddion}}, from: [news]}}
      - {{on: 2023-12-07, says: {{en: the event, cy: y digwyddiad}}, from: [book]}}
    note: {{en: Both may be right., cy: Gall y ddau fod yn gywir.}}
{WALK}{LOST}{SOURCES}""",
    "content/framework/aim-one.yml": f"name: {{en: First aim, cy: Nod cyntaf}}\nslug: {{cy: nod-cyntaf}}\norder: 1\nwithin: charter\ntype: objective\nstate: not-found\n{ABOUT}{LOST}sources: [{{key: book, name: The book}}]\n",
    "content/framework/aim-two.yml": f"name: {{en: Second aim, cy: Ail nod}}\nslug: {{cy: ail-nod}}\norder: 2\nwithin: charter\ntype: objective\nstate: published\nwording: {{says: {{en: Walk together., cy: Cyd-gerddwch.}}, from: [book]}}\n{WALK}sources: [{{key: book, name: The book}}]\n",
    "content/framework/map.yml": f"name: {{en: Map, cy: Map}}\nslug: {{cy: map}}\norder: 3\nwithin: charter\ntype: tool\nstate: published\n{ABOUT}{WALK}sources: [{{key: book, name: The book}}]\n",
    "content/framework/census.yml": f"""\
name: {{en: Census, cy: Cyfrifiad}}
slug: {{cy: cyfrifiad}}
order: 4
within: charter
type: work
state: awaited
{ABOUT}history: [{{what: {{en: It was to come., cy: Roedd i ddod.}}, expected: true, readings: [{{on: 2024, says: {{en: by summer, cy: erbyn yr haf}}, from: [book]}}]}}]
sources: [{{key: book, name: The book}}]
""",
    "content/policies/paths-act.yml": f"name: {{en: Paths Act, cy: Deddf Llwybrau}}\nslug: {{cy: deddf-llwybrau}}\ntype: law\nstate: published\nissued: [{{on: 2024-05-01, from: [book]}}]\n{ABOUT}bearing: [{{says: {{en: It opens paths., cy: Mae'n agor llwybrau.}}, from: [book]}}]\nsources: [{{key: book, name: The book}}]\n",
    "content/policies/old-plan.yml": "name: {en: Old plan}\ntype: plan\nstate: published\nissued: [{on: '2012-10', from: [book]}, {on: 2013, from: [news]}]\nreplaced_by: [new-plan]\n"
    + SOURCES,
    "content/policies/new-plan.yml": f"name: {{en: New plan, cy: Cynllun newydd}}\nslug: {{cy: cynllun-newydd}}\ntype: plan\nstate: published\n{ABOUT}sources: [{{key: book, name: The book}}]\n",
}
FRAMEWORK = {"en": "en/framework/index.html", "cy": "cy/fframwaith/index.html"}


@pytest.fixture(scope="module")
def root(between_workers: Path) -> Path:
    return made(FILES, between_workers / "plans")


@pytest.fixture(scope="module")
def site(root: Path) -> Mapping[str, Page]:
    return pages(root / "site")


def section(page: Page, id: str) -> str:
    """What stands in the section of a heading."""
    return words(next(s for s in page.all("section") if any(h.get("id") == id for h in elements(s, "h2"))))


# the overview


def test_an_objective_without_wording_says_so_and_none_is_made_up(site: Mapping[str, Page]) -> None:
    page = site[FRAMEWORK["en"]]
    listed = [words(li) for li in elements(page.first("ol", class_="objectives"), "li")]
    assert listed == ["First aim wording not found", "Second aim Walk together."]
    assert "Their wording was not found" not in section(page, "objectives"), "one is known"


def test_what_was_not_found_stands_together_with_the_field_it_would_be_entered_in(site: Mapping[str, Page]) -> None:
    lost = section(site[FRAMEWORK["en"]], "unknown")
    assert "content/framework/charter.yml, wording" in lost
    assert "All of it was last looked for in: November 2026." in lost
    assert "First aim" in lost and "Second aim" not in lost


def test_figures_keep_their_bounds_and_stand_beside_the_caution(site: Mapping[str, Page]) -> None:
    page = site[FRAMEWORK["en"]]
    assert [words(p) for p in page.all("p", class_="amount")] == ["over 25,000", "15–28%", "about 2.5"]
    assert [words(p) for p in site[FRAMEWORK["cy"]].all("p", class_="amount")] == ["dros 25,000", "15–28%", "tua 2.5"]
    assert section(page, "figures").endswith("Before you quote themNobody counted. source 2")


def test_definitions_say_whose_they_are_and_from_when(site: Mapping[str, Page]) -> None:
    said = section(site[FRAMEWORK["en"]], "definition")
    assert said.startswith("What walking means New (2023) Going out.")
    assert "Old (2019) Going away." in said and said.endswith("In our words, not the official wording.")


def test_announced_work_shows_its_state_and_that_nothing_serves_it_yet(site: Mapping[str, Page]) -> None:
    rows = [[words(cell) for cell in elements(row, "th", "td")] for row in site[FRAMEWORK["en"]].all("tr")[1:]]
    assert rows == [["Census", "awaited", "Nothing yet."]]


def test_each_claim_of_the_overview_leads_to_its_source_on_the_page(site: Mapping[str, Page]) -> None:
    page = site[FRAMEWORK["en"]]
    led = {a.get("href", "") for span in page.all("span", class_="cites") for a in elements(span, "a")}
    assert led == {"#source-book", "#source-news"}
    assert {href[1:] for href in led} <= set(page.ids)


# one part


def test_an_objective_says_what_serves_it_only_once_its_wording_is_known(site: Mapping[str, Page]) -> None:
    unknown, known = site["en/framework/aim-one/index.html"], site["en/framework/aim-two/index.html"]
    assert "That cannot be said before its wording is known." in section(unknown, "serves")
    assert not unknown.all("blockquote")
    assert words(known.first("blockquote")) == "Walk together."
    assert section(known, "serves") == "What on this site serves it WordsAll of them."


# dates


def test_dates_that_differ_are_all_there_each_with_its_source(site: Mapping[str, Page]) -> None:
    said = section(site["en/framework/charter/index.html"], "history")
    assert "Sources give 2 dates:" in said
    assert "11 December 2023: the news" in said and "7 December 2023: the event" in said


@pytest.mark.parametrize(
    ("file", "order"),
    [
        (
            "en/timeline/index.html",
            ["October 2012 or 2013", "11 December 2023 or 7 December 2023", "1 May 2024", "2024 expected"],
        ),
        (
            "cy/llinell-amser/index.html",
            ["Hydref 2012 neu 2013", "11 Rhagfyr 2023 neu 7 Rhagfyr 2023", "1 Mai 2024", "2024 roedd disgwyl"],
        ),
    ],
)
def test_the_timeline_goes_by_the_earliest_day_what_is_known_by_its_year_last(
    file: str, order: list[str], site: Mapping[str, Page]
) -> None:
    page = site[file]
    assert [words(p) for p in page.all("p", class_="when")] == order
    assert [words(h) for h in page.all("h2") if h.get("id", "").startswith("year-")] == ["2012", "2023", "2024"]


def test_the_timeline_names_the_source_of_each_reading(site: Mapping[str, Page]) -> None:
    launch = next(li for li in site["en/timeline/index.html"].all("li", class_="framework") if "launched" in words(li))
    assert [words(p) for p in elements(launch, "span", "p") if "by-source" in classes(p)] == [
        "Source: The news",
        "Source: The book",
    ]
    assert "Both may be right." in words(launch)


@pytest.mark.parametrize(
    ("days", "place"),
    [
        (["2024"], ("2024", "99", "99")),
        (["2024-04"], ("2024", "04", "99")),
        (["2024-04-04", "2023"], ("2023", "99", "99")),
    ],
)
def test_place_in_time(days: list[str], place: tuple[str, ...]) -> None:
    assert first(tuple(DateReading.model_validate({"on": day, "from": ["book"]}) for day in days)) == place


# policies


def test_policies_are_listed_by_what_they_are_and_say_what_took_their_place(site: Mapping[str, Page]) -> None:
    page = site["en/policies/index.html"]
    assert [words(h) for h in page.all("h2") if h.get("id") in ("law", "plan")] == ["Laws (1)", "Plans (2)"]
    old = site["en/policies/old-plan/index.html"]
    assert "Something else has taken its place: New plan" in words(old.first("p", class_="notice"))
    assert "Came after: Old plan" in words(site["en/policies/new-plan/index.html"].first("aside"))


def test_a_policy_without_a_welsh_name_keeps_its_own(site: Mapping[str, Page]) -> None:
    heading = site["cy/polisiau/old-plan/index.html"].first("h1")
    assert (words(heading), heading.get("lang")) == ("Old plan", "en")


def test_machines_read_a_law_as_a_law_and_no_day_that_sources_differ_on(site: Mapping[str, Page]) -> None:
    def data(file: str) -> dict[str, str]:
        script = site[file].first("script", type="application/ld+json")
        found: dict[str, str] = json.loads("".join(script.itertext()))
        return found

    law = data("en/policies/paths-act/index.html")
    assert (law["@type"], law["legislationDate"]) == ("Legislation", "2024-05-01")
    assert "datePublished" not in data("en/policies/old-plan/index.html")


def test_they_are_found_by_the_search(root: Path, run: Run) -> None:
    said = json.loads(run("search", "--root", root, "--lang", "cy", "--json", "siarter").out)
    assert [hit["id"] for hit in said["hits"]] == ["charter"]


# ours


@pytest.fixture(scope="module")
def parts() -> Mapping[str, FrameworkPart]:
    found = catalogue.load(REPOSITORY).of("framework").values()
    return {part.id: part for part in found if isinstance(part, FrameworkPart)}


def test_ours_has_five_objectives_and_the_wording_of_none_unless_a_source_has_it(
    parts: Mapping[str, FrameworkPart],
) -> None:
    objectives = [part for part in parts.values() if part.type == "objective"]
    assert len(objectives) == 5
    for part in objectives:
        assert (part.state == "published") == (part.wording is not None)
        assert part.wording or [gap.field for gap in part.unknown] == ["wording"]


def test_ours_keeps_the_day_of_the_event_and_the_day_of_the_news(parts: Mapping[str, FrameworkPart]) -> None:
    launches = [one for one in parts["national-framework"].history if len(one.readings) > 1]
    assert [[reading.on for reading in one.readings] for one in launches] == [["2023-12-07", "2023-12-11"]]


def test_ours_has_the_work_that_was_announced_each_with_what_serves_it(parts: Mapping[str, FrameworkPart]) -> None:
    works = {part.id: part for part in parts.values() if part.type == "work"}
    assert {
        "national-standards-guidance",
        "technology",
        "core-dataset",
        "national-specification",
        "communications-programme",
        "training-programme",
    } == set(works)
    assert all(part.state == "awaited" and part.served_by for part in works.values())


def test_the_counts_of_the_glossary_agree_with_each_other(parts: Mapping[str, FrameworkPart]) -> None:
    values = [figure.value for figure in parts["glossary-of-terms"].figures]
    assert {36, 426, 192, 234} <= set(values) and 192 + 234 == 426


def test_ours_holds_the_policies_that_the_founding_texts_name() -> None:
    found = catalogue.load(REPOSITORY).of("policies")
    assert {
        "prosperity-for-all",
        "our-valleys-our-future",
        "our-valleys-delivery-plan",
        "a-healthier-wales",
        "transformation-programme",
        "social-services-and-well-being-act",
        "well-being-of-future-generations-act",
        "together-for-mental-health",
    } <= set(found)
    laws = [policy for policy in found.values() if isinstance(policy, Policy) and policy.type == "law"]
    for law in laws:
        year = re.search(r"\d{4}$", law.name["en"])
        assert year and law.issued[0].on.startswith(year[0]), "a law is of the year in its title"
