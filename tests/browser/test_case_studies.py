"""Case studies in Chromium: the list narrows down and says so, two or three are ticked and stand side by side, all of it is in the
address; for every eye and by keyboard in the states that scripts make, and whole without them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Contexts
from tests.browser.server import Server
from tests.browser.test_axe import SCHEMES, TEXT_AT_200_PERCENT, faults, load, report
from tests.browser.test_keyboard import NARROW, WIDE, focused, tab_to, walk
from tests.browser.test_screen_reader import compare
from tests.conftest import made
from tests.studying import FILES

LIST = {"en": "en/case-studies/", "cy": "cy/astudiaethau-achos/"}
COMPARE = {"en": "en/compare-case-studies/", "cy": "cy/cymharu-astudiaethau-achos/"}
WALKING = {"en": "en/case-studies/walking/", "cy": "cy/astudiaethau-achos/cerdded-a-sgwrsio/"}
CHOSEN = LIST["en"] + "#need=company&outcome=count&ids=walking,cycling"
STEP_TO_ANCHOR = """() => new Promise(done => {
  addEventListener('hashchange', () => setTimeout(done), { once: true });
  location.hash = 'suggest';
})"""
BESIDE = COMPARE["cy"] + "#ids=walking,talking,rowing"


@pytest.fixture(scope="module")
def studies(between_workers: Path) -> Iterator[Server]:
    with Server(made(FILES, between_workers / "studies") / "site") as running:
        yield running


def opened(contexts: Contexts, studies: Server, address: str, width: int = WIDE) -> Page:
    page = contexts.page(width)
    page.goto(studies.url + address)
    page.wait_for_load_state("networkidle")
    return page


def shown(page: Page) -> list[str]:
    return page.locator(".study h3:visible").all_inner_texts()


def counts(page: Page, facet: str) -> list[str]:
    return [
        " ".join(line.split()) for line in page.locator(f"fieldset[data-facet={facet}] label:visible").all_inner_texts()
    ]


def columns(page: Page) -> list[str]:
    return page.locator(".beside thead th").all_inner_texts()


def mark(page: Page) -> str:
    found: str = page.evaluate("location.hash")
    return found


# the list


def test_choices_narrow_the_list_count_and_are_announced(studies: Server, contexts: Contexts) -> None:
    page = opened(contexts, studies, LIST["en"])
    expect(page.locator(".status")).to_have_text("4 studies of 4")
    assert counts(page, "place") == ["Far County 1", "The Vale 1", "Upper Vale 1"]
    page.get_by_label("Company").check()
    expect(page.locator(".status")).to_have_text("3 studies of 4")
    assert shown(page) == ["Cycling together", "Talking only", "Walking and talking"]
    assert not page.locator("#country-scotland").is_visible()
    assert counts(page, "country") == ["Wales 3", "Scotland 1"]
    assert counts(page, "funder") == ["The Fund 2"]
    page.get_by_label("The Vale", exact=False).first.check()
    expect(page.locator(".status")).to_have_text("1 study of 4")
    assert shown(page) == ["Walking and talking"]
    assert page.locator(".country:visible h2 .count").inner_text() == "1"
    assert mark(page) == "#need=company&place=the-vale"


def test_choices_are_taken_away_and_the_focus_stays_in_place(studies: Server, contexts: Contexts) -> None:
    page = opened(contexts, studies, LIST["en"] + "#need=company,debt&outcome=none")
    expect(page.locator(".status")).to_have_text("1 study of 4")
    assert page.locator(".chip").all_inner_texts() == [
        "Company ✕",
        "Debt ✕",
        "no published finding was found ✕",
        "Clear all filters",
    ]
    page.get_by_role("button", name="Remove filter: Company").click()
    expect(page.locator(".status")).to_have_text("1 study of 4")
    assert focused(page, ".chip[aria-label='Remove filter: Debt']")
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.locator(".status")).to_have_text("4 studies of 4")
    assert (mark(page), page.locator(".chips").is_visible()) == ("", False)


def test_what_no_study_meets_is_said(studies: Server, contexts: Contexts) -> None:
    page = opened(contexts, studies, LIST["cy"] + "#country=scotland&need=debt")
    expect(page.locator(".none")).to_be_visible()
    assert shown(page) == []


def test_what_was_chosen_is_there_again_and_in_the_other_language(studies: Server, contexts: Contexts) -> None:
    page = opened(contexts, studies, CHOSEN)
    page.get_by_role("link", name="Walking and talking").click()
    page.wait_for_url(f"**/{WALKING['en']}")
    page.go_back()
    expect(page.locator(".status")).to_have_text("2 studies of 4")
    page.locator("a.switch").click()
    page.wait_for_url(f"**/{LIST['cy']}#**")
    expect(page.locator(".status")).to_have_text("2 astudiaeth o 4")
    assert page.locator("[data-compare]:checked").count() == 2


@pytest.mark.parametrize("mark", ["#need=gold&ids=nobody", "#country-scotland"])
def test_an_address_that_states_nothing_known_shows_all(mark: str, studies: Server, contexts: Contexts) -> None:
    page = opened(contexts, studies, LIST["en"] + mark)
    expect(page.locator(".status")).to_have_text("4 studies of 4")
    assert counts(page, "country") == ["Wales 3", "Scotland 2"]
    expect(page.locator(".compare-bar")).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "said"),
    [(CHOSEN, "2 studies of 4"), (BESIDE, "Ochr yn ochr: Cerdded a sgwrsio, Siarad yn unig, Rhwyfo")],
)
def test_an_anchor_on_the_page_keeps_what_is_chosen(
    address: str, said: str, studies: Server, contexts: Contexts
) -> None:
    page = opened(contexts, studies, address)
    page.evaluate(STEP_TO_ANCHOR)
    expect(page.locator(".status")).to_have_text(said)
    assert page.locator(".study:visible, .beside thead th").count() in (2, 3)


def test_two_or_three_are_ticked_and_stand_side_by_side(studies: Server, contexts: Contexts) -> None:
    page = opened(contexts, studies, LIST["en"], NARROW)
    bar = page.locator(".compare-bar")
    page.get_by_label("Compare Walking and talking").check()
    expect(bar).to_contain_text("Choose one more to compare with.")
    assert bar.locator("a").is_hidden()
    page.get_by_label("Compare Rowing").check()
    expect(page.locator(".compare-said")).to_have_text("2 chosen to compare")
    page.get_by_label("Compare Talking only").check()
    assert page.get_by_label("Compare Cycling together").is_disabled()
    expect(bar).to_contain_text("Three is the most that can stand side by side.")
    expect(page.locator(".compare-said")).to_have_text(
        "3 chosen to compare. Three is the most that can stand side by side."
    )
    page.get_by_label("Compare Rowing").uncheck()
    bar.get_by_role("link", name="Compare these 2").click()
    page.wait_for_url(f"**/{COMPARE['en']}#ids=talking,walking")
    expect(page.locator(".status")).to_have_text("Side by side: Talking only, Walking and talking")
    page.go_back()
    page.locator(".compare-bar").get_by_role("button", name="Untick all").click()
    expect(page.locator(".compare-bar")).to_be_hidden()
    assert (mark(page), focused(page, "[data-compare]")) == ("", True)


# side by side


def test_columns_are_those_chosen_with_all_that_is_known(studies: Server, contexts: Contexts) -> None:
    page = opened(contexts, studies, LIST["en"])
    page.get_by_role("link", name="All studies side by side").click()
    expect(page.locator(".status")).to_have_text("Choose two or three studies to see them side by side.")
    assert page.locator(".studies-table").is_visible()
    page.get_by_label("First study").select_option("Walking and talking")
    expect(page.locator(".status")).to_have_text("Choose one more to compare with.")
    page.get_by_label("Third study").select_option("Talking only")
    expect(page.locator(".status")).to_have_text("Side by side: Walking and talking, Talking only")
    assert columns(page) == ["Walking and talking", "Talking only"]
    rows = {
        row.locator("th").inner_text(): row.locator("td").all_inner_texts()
        for row in page.locator(".beside tbody tr").all()
    }
    assert list(rows) == page.locator(".studies-table thead th").all_text_contents()[1:]
    assert [cell.split("\n")[0] for cell in rows["Whom it was for"]] == ["Adults who feel alone.", "not found"]
    assert "Self-reported" in rows["What was found, and how it is known"][0]
    assert not page.locator(".studies-table").is_visible()
    page.get_by_label("Second study").select_option("Walking and talking")
    expect(page.locator(".status")).to_have_text("Side by side: Walking and talking, Talking only")
    assert mark(page) == "#ids=walking,talking"


def test_the_other_language_and_the_way_back_keep_the_columns(studies: Server, contexts: Contexts) -> None:
    page = opened(contexts, studies, COMPARE["en"] + "#ids=walking,rowing")
    page.locator("a.switch").click()
    page.wait_for_url(f"**/{COMPARE['cy']}#ids=walking,rowing")
    expect(page.locator(".status")).to_have_text("Ochr yn ochr: Cerdded a sgwrsio, Rhwyfo")
    page.locator(".beside .outcomes .cites a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{WALKING['cy']}#source-**")
    page.go_back()
    assert columns(page) == ["Cerdded a sgwrsio", "Rhwyfo"]


def test_a_study_leads_to_the_comparison(studies: Server, contexts: Contexts) -> None:
    page = opened(contexts, studies, WALKING["en"])
    tab_to(page, ".side .actions a.button")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{COMPARE['en']}#ids=walking,cycling")
    expect(page.locator(".beside thead th")).to_have_text(["Walking and talking", "Cycling together"])


def test_only_what_was_chosen_is_printed(studies: Server, contexts: Contexts) -> None:
    page = opened(contexts, studies, BESIDE)
    page.emulate_media(media="print")
    assert page.locator(".beside").is_visible()
    assert page.locator(".compare-form, .all-studies").evaluate_all("all => all.map(one => one.checkVisibility())") == [
        False,
        False,
    ]
    page.emulate_media(media="screen")


# for every eye, by keyboard, as it is heard, without scripts


def test_without_scripts_all_of_it_is_there(studies: Server, contexts: Contexts) -> None:
    page = contexts.page(NARROW, java_script_enabled=False)
    page.goto(studies.url + CHOSEN)
    assert len(shown(page)) == 4
    assert (
        page.locator(".filters, .pick, .compare-bar, .chips, .none").evaluate_all(
            "all => all.filter(one => one.checkVisibility())"
        )
        == []
    )
    page.goto(studies.url + BESIDE)
    assert page.locator(".studies-table tbody tr:visible").count() == 4
    assert not page.locator(".compare-form").is_visible()
    page.locator(".across").focus()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("address", [CHOSEN, BESIDE])
def test_no_faults_once_something_is_chosen(address: str, scheme: str, studies: Server, contexts: Contexts) -> None:
    page = contexts.page(color_scheme=scheme)
    load(page, studies.url + address)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelectorAll('details').forEach(panel => { panel.open = true; })")
    found: dict[str, list[str]] = {}
    for width in (1280, 320) if scheme == "light" else (320,):
        page.set_viewport_size({"width": width, "height": 800})
        found[f"{width} px"] = faults(page)
    if scheme == "light":
        page.evaluate(TEXT_AT_200_PERCENT)
        found["text at 200 %, 320 px"] = faults(page)
    assert report(found) == ""


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("address", [CHOSEN, BESIDE])
def test_the_keyboard_meets_everything_in_order_and_in_sight(
    address: str, width: int, studies: Server, contexts: Contexts
) -> None:
    page = contexts.page(width, 740)
    page.goto(studies.url + address)
    page.wait_for_load_state("networkidle")
    walk(page)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        *((f"case-study.{lang}", address) for lang, address in WALKING.items()),
        ("case-studies.en", CHOSEN),
        ("compare.cy", BESIDE),
    ],
)
def test_heard(name: str, address: str, studies: Server, contexts: Contexts) -> None:
    page = opened(contexts, studies, address)
    expect(page.locator(".status").or_(page.locator(".outcomes")).first).not_to_be_empty()
    compare(name, page.locator("main").aria_snapshot())
