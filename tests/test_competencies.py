"""Competences: trees of every rung, what stands side by side, what is not known and shown as such, what one can mark; and our own
records of frameworks, which say no more than their sources."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from generator import catalogue, checks
from generator.crossmap import CrossMap
from tests.abilities import FILES
from tests.conftest import REPOSITORY, TODAY, Tree, made
from tests.html import Page, classes, elements, pages, words

HEADINGS = (
    "person-centred-conversation",
    "planning-and-goals",
    "connecting-to-assets",
    "community-building",
    "collaboration",
    "safe-practice",
    "records-and-evaluation",
    "self-care-and-development",
    "welsh-language-and-culture",
)
CLUSTERS = (
    "Providing a specialist service",
    "Working in a person-centred way",
    "Skills",
    "Connecting clients with community",
    "Collaborative working",
    "Evaluating and post-programme duties",
    "Networking/community",
)
"""As the study names them: doi.org/10.1177/1757913921990072."""
UNREAD = ("heiw-competency-framework", "nalw-competency-framework", "nhs-england-link-workers", "social-care-wales-iaa")
"""Frameworks of whose structure nothing was seen. Who enters it takes them out here, and names the source there."""


@pytest.fixture(scope="module")
def folder(between_workers: Path) -> Path:
    """The built site of the made-up root."""
    return made(FILES, between_workers / "abilities") / "site"


@pytest.fixture(scope="module")
def site(folder: Path) -> Mapping[str, Page]:
    return pages(folder)


@pytest.fixture(scope="module")
def ours() -> CrossMap:
    return CrossMap(catalogue.load(REPOSITORY))


def trees(tree: Tree) -> CrossMap:
    return CrossMap(catalogue.load(tree(FILES)))


def at(site: Mapping[str, Page], id: str = "", lang: str = "en") -> Page:
    """A record's page, or the list."""
    slug = f"{id}/" if id else ""
    return site[f"{lang}/{'competencies' if lang == 'en' else 'cymwyseddau'}/{slug}index.html"]


def text(element: Element) -> str:
    """Its text, that of each element apart."""
    return " ".join(" ".join(element.itertext()).split())


def section(page: Page, id: str) -> str:
    """What stands in the section whose heading has an id."""
    return next(
        text(part) for part in page.all("section") if any(h.get("id") == id for h in elements(part, "h2", "h3"))
    )


def test_they_pass_the_checks(tree: Tree) -> None:
    found = checks.run(catalogue.load(tree(FILES)), TODAY)
    assert {issue.rule.code for issue in found} <= {"example-address"}


# trees


def test_parts_stand_in_their_order(tree: Tree) -> None:
    found = trees(tree)
    assert [one.id for one in found.frameworks] == ["plain", "deep", "list", "lost"]
    assert [one.id for one in found.headings] == ["listening", "walking"]
    assert [one.id for one in found.parts(found.records["deep"])] == ["talk", "legs"]


@pytest.mark.parametrize(("framework", "known"), [("deep", True), ("list", True), ("lost", False)])
def test_a_structure_is_known_or_not(framework: str, known: bool, tree: Tree) -> None:
    found = trees(tree)
    assert found.known(found.records[framework]) is known


@pytest.mark.parametrize(
    ("framework", "heading", "placed"),
    [
        ("deep", "listening", [("hear", 0)]),
        ("deep", "walking", []),
        ("list", "walking", [("list", 1)]),
        ("lost", "listening", []),
    ],
)
def test_what_stands_under_a_heading(framework: str, heading: str, placed: list[tuple[str, int]], tree: Tree) -> None:
    found = trees(tree)
    records = found.records
    assert [(one.record.id, one.number) for one in found.placed(records[framework], records[heading])] == placed


@pytest.mark.parametrize(
    ("framework", "left"), [("deep", [("ask", 0), ("legs", 0)]), ("list", [("list", 2)]), ("lost", [])]
)
def test_what_stands_under_no_heading(framework: str, left: list[tuple[str, int]], tree: Tree) -> None:
    """Nor what it stands in, nor what it holds: 'talk' holds something placed, 'nod' stands in it."""
    found = trees(tree)
    assert [(one.record.id, one.number) for one in found.unplaced(found.records[framework])] == left


@pytest.mark.parametrize(
    ("framework", "points"),
    [
        ("plain", [("plain", ["listening", "walking"])]),
        ("deep", [("talk", ["hear", "ask"]), ("legs", ["legs"])]),
        ("list", []),
        ("lost", []),
    ],
)
def test_what_one_can_mark(framework: str, points: list[tuple[str, list[str]]], tree: Tree) -> None:
    found = trees(tree)
    assert [(group.id, [one.id for one in held]) for group, held in found.points(found.records[framework])] == points


# pages


def test_list_shows_every_tree_and_what_was_not_found(site: Mapping[str, Page]) -> None:
    shown = {words(next(elements(s, "h2"))): s for s in at(site).all("section", class_="framework")}
    assert list(shown) == ["Plain headings ours", "Deep framework", "A short list", "Lost framework"]
    deep = next(elements(shown["Deep framework"], "ul"))
    assert text(deep) == "Talk Hear others Nod at times Ask back Use legs"
    assert [words(link) for link in elements(shown["A short list"], "li")] == ["Come along.", "Wear boots."]
    assert "structure not found" in words(shown["Lost framework"])
    assert "ni chafwyd hyd i'r strwythur" in words(at(site, lang="cy").first("section", id="lost"))


def test_what_was_not_found_says_where_it_goes(site: Mapping[str, Page]) -> None:
    page = at(site, "lost")
    assert "awaited" in classes(next(s for s in page.all("section") if "Structure not found." in words(s)))
    assert "within: lost" in section(page, "structure")
    assert "content/competencies/lost.yml" in section(page, "unknown")
    assert words(page.first("p", class_="notice")).startswith("It is known to exist")


def test_a_heading_shows_all_that_goes_with_it(site: Mapping[str, Page]) -> None:
    page = at(site, "listening")
    assert section(page, "means") == "What it means I leave room."
    assert section(page, "training") == "Training for it Hearing people About Hearing people."
    others = section(page, "others")
    assert "Deep Hear others" in others
    assert "A short list none of its parts that we know" in others
    assert "Structure not found: Lost framework ." in others
    assert "It is nobody's official mapping." in others
    assert [words(li) for li in elements(next(s for s in page.all("section") if "Words for it" in words(s)), "li")] == [
        "walk"
    ]
    current = [words(one) for one in page.all("span") if one.get("aria-current")]
    assert current == ["Listening"]


def test_a_course_and_its_competence_show_each_other(site: Mapping[str, Page]) -> None:
    course = site["en/training/to-come/index.html"]
    assert section(course, "competences") == "Competences it is for Listening"
    assert section(at(site, "walking"), "training") == "Training for it None is listed yet. All training and events"


def test_a_statement_that_others_lead_to_has_a_place(site: Mapping[str, Page]) -> None:
    link = next(a for a in site["en/matrix/index.html"].all("a") if words(a) == "Come along.")
    assert str(link.get("href")).endswith("/list/#statement-1")
    assert (
        text(at(site, "list").first("li", id="statement-1")) == "Come along. source 1 Placed by us under: Walking along"
    )


def rows(page: Page) -> list[list[str]]:
    return [[text(cell) for cell in elements(row, "th", "td")] for row in page.all("tr")]


def test_side_by_side_never_calls_the_unknown_absent(site: Mapping[str, Page]) -> None:
    page = site["en/matrix/index.html"]
    assert rows(page) == [
        ["Heading", "Deep", "A short list", "Lost framework structure not found"],
        ["Listening", "Hear others", "none placed here", "not known"],
        ["Walking along", "none placed here", "Come along.", "not known"],
        ["Under no heading", "Ask back Use legs", "Wear boots.", "not known"],
    ]
    assert "The structure of 1 framework was not found." in words(page.top)
    welsh = rows(site["cy/matrix/index.html"])
    assert [row[3] for row in welsh[1:]] == ["ddim yn hysbys"] * 3


def test_the_form_is_whole_without_a_script(site: Mapping[str, Page]) -> None:
    for lang, steps in (
        ("en", ["not yet", "with help", "on my own", "I help others"]),
        ("cy", ["ddim eto", "gyda help", "ar fy mhen fy hun", "rwy'n helpu eraill"]),
    ):
        page = site[f"{lang}/self-review/index.html"]
        parts = list(page.all("fieldset", class_="review-point"))
        assert [part.get("data-point") for part in parts] == ["listening", "walking", "hear", "ask", "legs"]
        names = [{str(i.get("name")) for i in elements(part, "input") if i.get("type") == "radio"} for part in parts]
        assert [len(found) for found in names] == [1] * 5 and len(set.union(*names)) == 5
        assert [words(label) for label in elements(parts[0], "label")][:4] == steps
        assert not [form for form in page.all("form") if form.get("action") is None], "nothing is sent"


@pytest.mark.parametrize(
    ("lang", "label", "name"), [("en", "Competence", "Listening"), ("cy", "Cymhwysedd", "Gwrando")]
)
def test_courses_are_narrowed_down_by_competence(lang: str, label: str, name: str, folder: Path) -> None:
    held = json.loads((folder / f"search/{lang}/facets.json").read_text(encoding="utf-8"))
    assert [label, [name], "competences", ["listening"]] in held["facets"]


# our own records


def test_the_nine_headings_are_ours_and_in_order(ours: CrossMap) -> None:
    assert tuple(one.id for one in ours.headings) == HEADINGS
    for one in (ours.framework, *ours.headings):
        assert one and one.state == "ours"
    for one in ours.headings:
        assert set(one.name) == set(one.summary) == {"en", "cy"} and one.words and one.statements


def test_names_of_clusters_are_those_of_the_study(ours: CrossMap) -> None:
    held = ours.parts(ours.records["wales-role-clusters"])
    assert tuple(one.name["en"] for one in held) == CLUSTERS
    assert {"Skills", "Providing a specialist service"} == {
        one.record.name["en"] for one in ours.unplaced(ours.records["wales-role-clusters"])
    }


@pytest.mark.parametrize("id", UNREAD)
def test_nothing_is_made_up_where_nothing_was_read(id: str, ours: CrossMap) -> None:
    record = ours.records[id]
    assert not ours.known(record) and not record.level and not record.licence
    assert "within" in {gap.field for gap in record.unknown} or id == "heiw-competency-framework"


def test_what_is_known_elsewhere_is_as_much_as_was_seen(ours: CrossMap) -> None:
    assert len(ours.records["nalw-role-list"].statements) == 8
    assert len(ours.parts(ours.records["canada-link-workers"])) == 3
    assert {one.id for one in ours.others if not ours.known(one)} == set(UNREAD)


def test_whoever_maps_says_that_it_is_ours(ours: CrossMap) -> None:
    """The page says so for headings; a record that is placed by its name alone says what is ours about it."""
    for one in ours.others:
        if ours.known(one):
            assert one.note, one.id
