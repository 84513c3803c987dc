"""A pathway: its drawing says what its text says, each step leads to the one before and after, numbers stand in site.yml alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from generator import catalogue, checks
from generator.catalogue import Catalogue
from generator.kinds.pathway import Step
from generator.render.boxes import NAME, SMALL, Box, broken, laid, width
from tests.conftest import REPOSITORY, TODAY, Tree, made
from tests.html import Page, classes, elements, pages, words

SOURCES = "sources: [{key: book, name: The book, url: 'https://w.example/book'}]\n"
ABOUT = "about: [{says: {en: It begins., cy: Mae'n dechrau.}, from: [book]}]\n"
FILES: Mapping[str, str] = {
    "content/site.yml": """\
name: {en: Ways, cy: Ffyrdd}
url: https://w.example/
languages: [{code: en}, {code: cy}]
urgent:
  - {id: at-once, name: {en: Rescue, cy: Achub}, what: {en: When it burns., cy: Pan fydd tân.}, phone: 01 234, then: {en: press 2, cy: pwyswch 2}, source: 'https://w.example/ring', checked: 2026-11-01}
""",
    "content/glossary/walk.yml": "term: {en: walk, cy: tro}\nslug: {cy: tro}\ndefinition: {en: Going on foot., cy: Mynd ar droed.}\n",
    "content/pathway/come.yml": f"""\
name: {{en: Come, cy: Dod}}
slug: {{cy: dod}}
order: 1
state: published
summary: {{en: You come., cy: Rydych yn dod.}}
{ABOUT}who: [{{says: {{en: You., cy: Chi.}}, from: [book]}}]
members:
  label: {{en: Who may come, cy: Pwy all ddod}}
  of:
    - {{name: {{en: A walker & a runner, cy: Cerddwr a rhedwr}}, word: walk, from: [book]}}
    - {{name: {{en: Others, cy: Eraill}}, from: [book]}}
words: [walk]
{SOURCES}""",
    "content/pathway/stay.yml": f"name: {{en: Stay, cy: Aros}}\nslug: {{cy: aros}}\norder: 2\nstate: published\nsummary: {{en: You stay., cy: Rydych yn aros.}}\n{ABOUT}{SOURCES}",
    "content/pathway/talk.yml": f"name: {{en: Talk for as long as you like to, cy: Siarad}}\nslug: {{cy: siarad}}\nwithin: stay\norder: 1\nstate: published\n{ABOUT}{SOURCES}",
    "content/pathway/rest.yml": f"name: {{en: Rest, cy: Gorffwys}}\nslug: {{cy: gorffwys}}\nwithin: stay\norder: 2\nstate: awaited\n{ABOUT}{SOURCES}",
    "content/pathway/go.yml": f"name: {{en: Go, cy: Mynd}}\nslug: {{cy: mynd}}\norder: 3\nstate: published\nfinder: true\n{ABOUT}{SOURCES}",
    "content/pathway/help.yml": f"""\
name: {{en: Rescue, cy: Achub}}
slug: {{cy: achub}}
order: 4
state: ours
beside: true
summary: {{en: It is no rescue., cy: Nid achub ydyw.}}
turns:
  - {{when: {{en: It burns., cy: Mae tân.}}, to: {{en: Those who rescue, cy: Y rhai sy'n achub}}, number: at-once, from: [book]}}
  - {{when: {{en: It does not burn., cy: Nid oes tân.}}, to: {{en: Those who walk, cy: Y rhai sy'n cerdded}}, step: come, from: [book]}}
  - {{when: {{en: You wonder., cy: Rydych yn pendroni.}}, to: {{en: A walk, cy: Tro}}, word: walk, from: [book]}}
{SOURCES}""",
}
WAY = ["come", "stay", "talk", "rest", "go"]
"""The steps as one reads them."""
HELP_FIELDS = "content/pathway/help.yml"


@pytest.fixture(scope="module")
def site(between_workers: Path) -> Mapping[str, Page]:
    return pages(made(FILES, between_workers / "ways") / "site")


@pytest.fixture(scope="module")
def real() -> Catalogue:
    return catalogue.load(REPOSITORY)


def codes(root: Path) -> list[tuple[str, str]]:
    """Errors of a root: what they are, and of which record."""
    return [(i.rule.code, i.file) for i in checks.run(catalogue.load(root), TODAY) if i.rule.severity == "error"]


def svg(page: Page, sort: str) -> Element:
    return next(e for e in page.top.iter() if str(e.tag).endswith("svg") and {"drawing", sort} <= classes(e))


def drawn(top: Element, tag: str) -> list[Element]:
    return [e for e in top.iter() if str(e.tag).endswith("}" + tag) or e.tag == tag]


def said(top: Element) -> list[str]:
    """What a drawing says, but for the numbers of its steps."""
    return [words(text) for text in drawn(top, "text") if "badge-number" not in classes(text)]


# the drawing


@pytest.mark.parametrize("sort", ["wide", "narrow"])
@pytest.mark.parametrize("file", ["en/pathway/index.html", "cy/llwybr/index.html"])
def test_all_that_the_drawing_says_stands_as_text(file: str, sort: str, site: Mapping[str, Page]) -> None:
    page = site[file]
    below = " ".join(words(section) for section in page.all("section"))
    shown = said(svg(page, sort))
    assert len(shown) == 10  # six names, what may come, "at any step", that it is no rescue
    assert [text for text in shown if text not in below] == []


@pytest.mark.parametrize("sort", ["wide", "narrow"])
def test_the_drawing_leads_to_each_step_in_order(sort: str, site: Mapping[str, Page]) -> None:
    page = site["en/pathway/index.html"]
    links = drawn(svg(page, sort), "a")
    assert [page.to(link.get("href", ""))[0] for link in links] == [
        f"en/pathway/{id}/index.html" for id in [*WAY, "help"]
    ]
    assert [words(link) for link in links] == [
        "1 Come", "2 Stay", "2.1 Talk for as long as you like to", "2.2 Rest", "3 Go", "At any step Rescue",
    ]  # fmt: skip


def test_the_drawing_has_a_title_and_a_description_and_no_id_twice(site: Mapping[str, Page]) -> None:
    page = site["cy/llwybr/index.html"]
    for sort in ("wide", "narrow"):
        found = svg(page, sort)
        named, about = found.get("aria-labelledby", ""), found.get("aria-describedby", "")
        assert found.get("role") == "group"
        assert words(page.id(named)) == "Y llwybr"
        assert words(page.id(about)).startswith("Blychau")
    assert len(page.ids) == len(set(page.ids))


def test_a_drawing_has_no_style_of_its_own(site: Mapping[str, Page]) -> None:
    """The content security policy would refuse it, and dark would not change it."""
    for sort in ("wide", "narrow"):
        for element in svg(site["en/pathway/index.html"], sort).iter():
            assert {"style", "fill", "stroke"}.isdisjoint(element.attrib)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 100, []),
        ("Come", 100, ["Come"]),
        ("Come and stay", 75, ["Come", "and stay"]),
        ("Come and stay", 1000, ["Come and stay"]),
        ("Llanfairpwllgwyngyll is far", 20, ["Llanfairpwllgwyngyll", "is", "far"]),
    ],
)
def test_text_is_broken_into_lines_that_fit(text: str, room: float, lines: list[str]) -> None:
    assert broken(text, SMALL, room) == lines
    assert all(width(line, SMALL) <= room or " " not in line for line in broken(text, SMALL, room))


def test_a_box_grows_with_what_is_in_it() -> None:
    plain = laid(Box("Come", "come/", "1"), 300)
    longer = laid(Box("Come and stay for as long as you like to", "come/", "1"), 300)
    listed = laid(Box("Come", "come/", "1", small=("One", "Two"), listed=True), 300)
    whole = laid(Box("Come", "come/", "1", parts=(Box("Talk", "talk/", "1.1"), Box("Rest", "rest/", "1.2"))), 300)
    assert plain.height < longer.height < whole.height
    assert plain.height < listed.height < whole.height
    assert listed.rows == 2
    assert whole.height > sum(part.height for part in whole.parts) + NAME


# the text and the pages


def test_the_list_is_the_way_with_what_is_within_it(site: Mapping[str, Page]) -> None:
    top = next(elements(site["en/pathway/index.html"].id("steps-section"), "ol"))
    assert [words(next(elements(li, "p"))) for li in top] == ["Come", "Stay", "Go"]
    inner = [words(next(elements(li, "p"))) for li in next(elements(list(top)[1], "ol"))]
    assert inner == ["Talk for as long as you like to", "Rest awaited"]


def test_each_source_stands_once_below_the_list(site: Mapping[str, Page]) -> None:
    page = site["en/pathway/index.html"]
    assert len(page.all("li", id="source-1")) == 1
    assert "source-2" not in page.ids
    assert {a.get("href") for a in page.all("a") if (a.get("href") or "").startswith("#source")} == {"#source-1"}


@pytest.mark.parametrize("place", range(len(WAY)))
def test_each_step_leads_to_the_one_before_and_after(place: int, site: Mapping[str, Page]) -> None:
    page = site[f"en/pathway/{WAY[place]}/index.html"]
    found = {rel: page.to(a.get("href", ""))[0] for a in page.all("a") if (rel := a.get("rel")) in ("prev", "next")}
    before = {"prev": f"en/pathway/{WAY[place - 1]}/index.html"} if place else {}
    after = {"next": f"en/pathway/{WAY[place + 1]}/index.html"} if place + 1 < len(WAY) else {}
    assert found == before | after
    assert [words(e) for e in page.all("strong") if e.get("aria-current") == "page"] == [page.title.split(" · ")[0]]


def test_what_stands_beside_the_way_has_nothing_before_or_after(site: Mapping[str, Page]) -> None:
    page = site["en/pathway/help/index.html"]
    assert not page.all("nav", class_="neighbours")
    assert [words(e) for e in page.all("strong") if e.get("aria-current") == "page"] == ["Rescue"]


@pytest.mark.parametrize("file", ["en/pathway/help/index.html", "en/pathway/index.html"])
def test_numbers_come_from_site_yml(file: str, site: Mapping[str, Page]) -> None:
    turns = list(site[file].first("ol", class_="turns"))
    assert [words(next(elements(li, "h3"))) for li in turns] == ["It burns.", "It does not burn.", "You wonder."]
    dial = [a for a in elements(turns[0], "a") if a.get("href") == "tel:01234"]
    assert [words(a) for a in dial] == ["01 234"]
    assert "01 234 press 2 When it burns. Checked 1 November 2026" in words(turns[0])
    leads = [next(a.get("href", "") for a in elements(li, "a")) for li in turns[1:]]
    assert [site[file].to(href)[0] for href in leads] == ["en/pathway/come/index.html", "en/glossary/walk/index.html"]


def test_a_step_without_cases_says_so(site: Mapping[str, Page]) -> None:
    assert "No case study here shows this step yet." in words(site["en/pathway/come/index.html"].id("main"))


def test_the_lists_description_is_no_count(site: Mapping[str, Page]) -> None:
    assert (site["en/pathway/index.html"].meta("description") or "").startswith("Each step from the first contact")


# what is refused


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (("", ""), []),
        (("number: at-once", "number: at-onec"), [("unknown-entry", HELP_FIELDS)]),
        (("step: come", "step: cmoe"), [("unknown-link", HELP_FIELDS)]),
        (("word: walk, from: [book]", "word: walk, from: [boko]"), [("claim-source", HELP_FIELDS)]),
    ],
)
def test_what_a_step_names_must_be_there(change: tuple[str, str], found: list[tuple[str, str]], tree: Tree) -> None:
    assert codes(tree({**FILES, HELP_FIELDS: FILES[HELP_FIELDS].replace(*change)})) == found


@pytest.mark.parametrize("field", ["who", "members"])
def test_each_claim_of_a_step_names_its_source(field: str, tree: Tree) -> None:
    file = "content/pathway/come.yml"
    before, mark, after = FILES[file].partition(f"{field}:")
    changed = {**FILES, file: before + mark + after.replace("from: [book]", "from: [none]", 1)}
    assert codes(tree(changed)) == [("claim-source", file)]


# our own content


IDS = (
    "referral", "social-prescribing", "conversation", "action-planning", "signposting-and-onward-referral",
    "monitoring-and-reporting", "community-assets", "urgent-help",
)  # fmt: skip
"""Other records and pages name them."""


def steps(real: Catalogue) -> dict[str, Step]:
    return {id: step for id, step in real.of(Step.folder).items() if isinstance(step, Step)}


def test_the_model_has_three_parts_and_four_steps(real: Catalogue) -> None:
    found = steps(real)
    assert set(found) == set(IDS)
    way = sorted((s for s in found.values() if not s.within and not s.beside), key=lambda s: s.order or 0)
    assert [step.id for step in way] == ["referral", "social-prescribing", "community-assets"]
    within = sorted((s for s in found.values() if s.within), key=lambda s: s.order or 0)
    assert [step.id for step in within] == list(IDS[2:6])
    assert {step.within for step in within} == {"social-prescribing"}


@pytest.mark.parametrize("id", IDS)
def test_each_step_has_what_belongs_to_it(id: str, real: Catalogue) -> None:
    step = steps(real)[id]
    assert step.summary.keys() == {"en", "cy"}
    assert step.about and step.words and step.competences and step.sources
    assert (step.who or step.turns) and (step.data_items or step.finder or step.beside)


def test_people_may_refer_themselves(real: Catalogue) -> None:
    members = steps(real)["referral"].members
    assert members
    assert "self-referral" in {member.word for member in members.of}


def test_urgent_help_names_the_numbers_of_the_site_and_writes_none(real: Catalogue) -> None:
    step = steps(real)["urgent-help"]
    assert [turn.number for turn in step.turns] == ["emergency", "urgent-mental-health", "urgent-health", None, None]
    text = (REPOSITORY / step.file).read_text(encoding="utf-8")
    for number in (number.phone for number in real.site.urgent if number.phone != "111"):
        assert number not in text.replace(" ", "")


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_our_drawing_says_what_the_text_says(lang: str, real: Catalogue, real_site: Path) -> None:
    file = f"{lang}/{real.word('pathway', lang)}/index.html"
    page = Page(file, (real_site / file).read_text(encoding="utf-8"))
    below = " ".join(words(section) for section in page.all("section"))
    for sort in ("wide", "narrow"):
        assert [text for text in said(svg(page, sort)) if text not in below] == []
    assert all((real_site / page.to(a.get("href", ""))[0]).is_file() for a in drawn(svg(page, "wide"), "a"))


def test_finding_groups_follows_from_the_steps_that_need_it(real: Catalogue, real_site: Path) -> None:
    page = Page(
        "en/pathway/community-assets/index.html", (real_site / "en/pathway/community-assets/index.html").read_text()
    )
    to = {page.to(a.get("href", ""))[0] for a in page.all("a")}
    assert {"en/directory/index.html", "en/needs/index.html", "en/directory/powys/index.html"} <= to
