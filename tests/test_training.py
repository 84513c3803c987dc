"""Courses, events and resources: listed by their days, gone from the list and the search when over; and the empty list, which
says how to add the first."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import catalogue, checks, cli
from generator.kinds import training
from tests.conftest import TODAY, Run, Tree
from tests.html import Page, elements, pages, words
from tests.learning import EMPTY, FULL

LISTS = {"en": "en/training/index.html", "cy": "cy/hyfforddiant/index.html"}


def built(root: Path, today: date = TODAY) -> dict[str, Page]:
    assert cli.main(["build", "--root", str(root), "--today", str(today)]) == 0
    return pages(root / "site")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Page]:
    root = tmp_path_factory.mktemp("full")
    for name, text in FULL.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return built(root)


def listed(page: Page) -> dict[str, list[str]]:
    """Headings of a list by days, with the names below them."""
    sections = elements(page.first("div", class_="agenda"), "section")
    return {words(next(elements(s, "h2"))): [words(name) for name in elements(s, "h3")] for s in sections}


def data(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("".join(page.first("script", type="application/ld+json").itertext()))
    return found


def test_they_pass_the_checks(tree: Tree) -> None:
    found = checks.run(catalogue.load(tree(FULL)), TODAY)
    assert {issue.rule.code for issue in found} <= {"example-address"}


# the list


def test_list_goes_by_days_and_what_is_over_is_not_on_it(site: Mapping[str, Page]) -> None:
    assert listed(site[LISTS["en"]]) == {
        "Under way": ["Autumn course", "Talk today"],
        "December 2026": ["Leading a walk"],
        "March 2027": ["Spring fair"],
        "No set days": ["Another day", "Leaflet"],
    }
    assert listed(site[LISTS["cy"]]) == {
        "Yn digwydd nawr": ["Cwrs yr hydref", "Sgwrs heddiw"],
        "Rhagfyr 2026": ["Arwain tro"],
        "Mawrth 2027": ["Ffair wanwyn"],
        "Heb ddyddiau penodol": ["Diwrnod arall", "Taflen"],
    }
    assert site[LISTS["en"]].meta("description") == "Training and events: 6 in all, by date."


def test_an_entry_says_when_in_order_and_nothing_that_has_passed(site: Mapping[str, Page]) -> None:
    entry = next(li for li in site[LISTS["en"]].all("li") if li.get("data-last") == "2026-12-11")
    assert [words(p) for p in elements(entry, "p")] == [
        "Thursday 3 December 2026, 10am to 12 noon and 1pm to 3:30pm",
        "Thursday 10 December 2026 – Friday 11 December 2026",
        "Three days on leading people on foot.",
    ]
    assert [words(li) for li in elements(entry, "li")][1:] == ["Course", "Online"]


@pytest.mark.parametrize(
    ("today", "there"),
    [
        (date(2026, 12, 10), ["Autumn course", "Leading a walk", "Spring fair", "Another day", "Leaflet"]),
        (date(2026, 12, 11), ["Autumn course", "Leading a walk", "Spring fair", "Another day", "Leaflet"]),
        (date(2026, 12, 12), ["Autumn course", "Spring fair", "Another day", "Leaflet"]),
        (date(2027, 1, 1), ["Spring fair", "Another day", "Leaflet"]),
        (date(2027, 3, 7), ["Another day", "Leaflet"]),
    ],
    ids=str,
)
def test_the_day_passed_in_decides(today: date, there: list[str], tree: Tree) -> None:
    page = built(tree(FULL), today)[LISTS["en"]]
    assert [name for names in listed(page).values() for name in names] == there


def test_a_list_whose_all_is_over_says_so(tree: Tree) -> None:
    root = tree({**EMPTY, "content/training/past.yml": FULL["content/training/past.yml"]})
    page = built(root)[LISTS["en"]]
    assert listed(page) == {}
    none = page.first("p", class_="none")
    assert words(none).startswith("Nothing is coming up: all that was listed is over.")
    assert none.get("hidden") is None
    assert not page.all("section", class_="first-one"), "there has been a first one"


def test_what_is_over_keeps_its_page_and_says_so(site: Mapping[str, Page]) -> None:
    past, coming = site["en/training/past/index.html"], site["en/training/leading/index.html"]
    notice = past.first("div", class_="notice")
    assert (words(notice), notice.get("hidden")) == ("It is over. Its last day was 20 November 2026.", None)
    assert coming.first("div", class_="notice").get("hidden") is not None
    assert not site["en/training/leaflet/index.html"].all("div", class_="notice")


def test_the_search_finds_what_is_not_over(tree: Tree, run: Run) -> None:
    root = tree(FULL)

    def hits(today: date) -> list[str]:
        said = run("search", "--root", root, "--lang", "en", "--json", "talk", today=today)
        return sorted(hit["id"] for hit in json.loads(said.out)["hits"] if hit["kind"] == "training")

    assert hits(TODAY) == ["today"]
    assert hits(date(2026, 11, 20)) == ["past", "today"]


# its page


def test_page_in_both_languages(site: Mapping[str, Page]) -> None:
    page = site["en/training/leading/index.html"]
    twin = site[page.to(page.first("a", class_="switch").attrib["href"])[0]]
    assert (twin.file, words(twin.first("h1"))) == ("cy/hyfforddiant/arwain-tro/index.html", "Arwain tro")
    assert [words(part) for part in elements(page.first("dl", class_="facts-list"), "p", "li")] == [
        "Friday 20 November 2026, 10am to 12:30pm",
        "Thursday 3 December 2026, 10am to 12 noon and 1pm to 3:30pm",
        "Bring boots.",
        "Thursday 10 December 2026 – Friday 11 December 2026",
        "Online.",
        "The Hall, 1 High Street LL57 1AB",
        "The blue door.",
        "There is a charge, £12.50",
        "Book by 1 December 2026.",
        "01248 000000",
        "Its own page",
        "Everyone who leads one.",
        "Level 2",
        "Welsh (always)",
    ]
    assert "Dydd Iau 10 Rhagfyr 2026 – Dydd Gwener 11 Rhagfyr 2026" in words(twin.first("dl", class_="facts-list"))
    assert page.to(page.first("a", class_="term").attrib["href"])[0] == "en/glossary/walk/index.html"
    assert "Offered by: The Walking College" in words(page.first("aside", class_="side"))
    assert "content/training/leading.yml" in words(page.first("details", class_="suggest")) + page.html


def test_a_masked_address_is_nowhere(tree: Tree) -> None:
    hidden = FULL["content/training/leading.yml"].replace("address: 1 High", "mask: area, address: 1 High")
    root = tree({**FULL, "content/training/leading.yml": hidden})
    built(root)
    held = [
        file.name for file in (root / "site").rglob("*") if file.is_file() and b"1 High Street" in file.read_bytes()
    ]
    assert held == []


def test_programs_read_typed_days(site: Mapping[str, Page]) -> None:
    course, fair = data(site["en/training/leading/index.html"]), data(site["en/training/fair/index.html"])
    assert (course["@type"], course["inLanguage"]) == ("Course", ["cy"])
    assert course["provider"] == {"@type": "Organization", "name": "The Walking College"}
    first, second, _ = course["hasCourseInstance"]
    assert (first["startDate"], first["endDate"], first["courseMode"]) == (
        "2026-11-20T10:00",
        "2026-11-20T12:30",
        "blended",
    )
    assert (second["startDate"], second["endDate"]) == ("2026-12-03T10:00", "2026-12-03T15:30")
    assert first["location"]["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "1 High Street",
        "postalCode": "LL57 1AB",
    }
    assert (fair["@type"], fair["startDate"], fair["endDate"]) == ("Event", "2027-03-04", "2027-03-06T16:00")
    assert fair["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert [one["startDate"] for one in fair["subEvent"]] == ["2027-03-04", "2027-03-06T10:00"]
    assert fair["organizer"]["name"] == "The College"
    today = data(site["en/training/today/index.html"])
    assert (today["startDate"], today["endDate"]) == ("2026-11-21T18:00", "2026-11-21")
    assert data(site["en/training/leaflet/index.html"])["@type"] == "LearningResource"
    assert data(site["en/training/running/index.html"])["isAccessibleForFree"] is True


def test_it_is_in_the_sitemap_and_the_search(site: Mapping[str, Page], tree: Tree, run: Run) -> None:
    root = tree(FULL)
    built(root)
    stated = (root / "site/sitemap.xml").read_text(encoding="utf-8")
    assert "https://learn.example/cy/hyfforddiant/arwain-tro/" in stated
    assert "https://learn.example/en/training/past/" in stated
    facets = json.loads((root / "site/search/cy/facets.json").read_text(encoding="utf-8"))["facets"]
    assert {name for _, names, id, _ in facets if id in ("training-type", "online") for name in names} == {
        "Cwrs",
        "Digwyddiad",
        "Adnodd",
        "Ar-lein",
    }


# nothing listed yet


@pytest.mark.parametrize(
    ("lang", "said", "button"),
    [
        ("en", "No course, event or resource is listed yet", "Tell us"),
        ("cy", "Nid oes cwrs, digwyddiad nac adnodd wedi'i restru eto", "Rhoi gwybod inni"),
    ],
)
def test_an_empty_list_says_so_and_how_to_add_the_first(lang: str, said: str, button: str, tree: Tree) -> None:
    root = tree(EMPTY)
    assert not (root / "content/training").exists()
    page = built(root)[LISTS[lang]]
    assert words(page.first("p", class_="lead")).startswith(said)
    assert page.meta("description").startswith(said)
    assert words(page.first("a", href="#suggest")) == button
    steps = page.first("section", class_="first-one")
    assert [words(code) for code in elements(steps, "code")] == [
        "content/training/first-one.yml",
        "geirfa new training first-one",
        "name",
        "type",
        "summary",
        "sources",
    ]
    hrefs = [a.attrib["href"] for a in elements(steps, "a")]
    assert hrefs[0] == "https://code.example/learn/learn/new/main?filename=content/training/first-one.yml"
    assert page.to(hrefs[1])[1] == "kind-training"
    assert page.to(hrefs[2])[0].endswith("/contribute/index.html")


def test_what_an_empty_list_tells_to_do_works(tree: Tree, run: Run) -> None:
    root = tree(EMPTY)
    assert run("new", "training", "first-one", "--root", root).status == 0
    blank = (root / "content/training/first-one.yml").read_text(encoding="utf-8")
    assert "type: course | event | resource" in blank


def test_an_empty_list_is_there_only_where_the_site_leads_to_it(tree: Tree) -> None:
    root = tree({**EMPTY, "content/site.yml": "name: {en: Learn, cy: Dysgu}\n"})
    assert LISTS["en"] not in built(root)


def test_without_a_repository_nothing_leads_to_one(tree: Tree) -> None:
    site = EMPTY["content/site.yml"].replace("repository: https://code.example/learn/learn\n", "")
    page = built(tree({**EMPTY, "content/site.yml": site}))[LISTS["en"]]
    assert "GitHub" not in words(page.first("section", class_="first-one"))


def test_every_type_has_a_name() -> None:
    assert set(training.TYPES) == set(training.SCHEMA)
