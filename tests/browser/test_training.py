"""Courses, events and resources in Chromium: what has passed since the site was built is gone by the reader's clock; the list, a
page, and the list that is empty yet, for every eye, by keyboard, and as they are heard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Contexts
from tests.browser.places import LANGUAGES
from tests.browser.server import Server
from tests.browser.test_axe import LOOKS, TEXT_AT_200_PERCENT, WIDTHS, faults, load, report
from tests.browser.test_keyboard import NARROW, WIDE, walk
from tests.browser.test_screen_reader import compare
from tests.conftest import TODAY, made
from tests.learning import EMPTY, FULL

LIST = {"en": "en/training/", "cy": "cy/hyfforddiant/"}
COURSE = {"en": "en/training/leading/", "cy": "cy/hyfforddiant/arwain-tro/"}
OVER = {"en": "en/training/past/", "cy": "cy/hyfforddiant/hen-sgwrs/"}
PAGES = {"training": LIST, "training-course": COURSE, "training-over": OVER, "training-empty": LIST}
SHOWN = """() => Object.fromEntries([...document.querySelectorAll(".agenda section")].filter(part => part.checkVisibility())
  .map(part => [part.querySelector("h2").textContent,
    [...part.querySelectorAll("h3")].filter(name => name.checkVisibility()).map(name => name.textContent)]))"""


@pytest.fixture(scope="module")
def learning(between_workers: Path) -> Iterator[Server]:
    with Server(made(FULL, between_workers / "training") / "site") as running:
        yield running


@pytest.fixture(scope="module")
def nothing(between_workers: Path) -> Iterator[Server]:
    with Server(made(EMPTY, between_workers / "no-training") / "site") as running:
        yield running


@pytest.fixture
def url(kind: str, lang: str, learning: Server, nothing: Server) -> str:
    """Where a type of page stands in a language."""
    return (nothing if kind == "training-empty" else learning).url + PAGES[kind][lang]


def at(contexts: Contexts, day: str, width: int = WIDE) -> Page:
    """A page of a browser whose clock stands still at noon."""
    page = contexts.page(width, timezone_id="Europe/London")
    page.clock.set_fixed_time(f"{day}T12:00:00")
    return page


# by the reader's clock


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (
            "2026-11-21",
            {
                "Under way": ["Autumn course", "Talk today"],
                "December 2026": ["Leading a walk"],
                "March 2027": ["Spring fair"],
                "No set days": ["Another day", "Leaflet"],
            },
        ),
        (
            "2026-12-11",
            {
                "Under way": ["Autumn course"],
                "December 2026": ["Leading a walk"],
                "March 2027": ["Spring fair"],
                "No set days": ["Another day", "Leaflet"],
            },
        ),
        ("2027-03-06", {"March 2027": ["Spring fair"], "No set days": ["Another day", "Leaflet"]}),
        ("2027-03-07", {"No set days": ["Another day", "Leaflet"]}),
    ],
)
def test_what_has_passed_leaves_the_list(
    day: str, there: dict[str, list[str]], learning: Server, contexts: Contexts
) -> None:
    page = at(contexts, day)
    page.goto(learning.url + LIST["en"])
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHOWN) == there
    expect(page.locator(".agenda .none")).to_be_hidden()


def test_a_day_that_has_passed_leaves_its_entry(learning: Server, contexts: Contexts) -> None:
    page = at(contexts, "2026-12-04")
    page.goto(learning.url + LIST["en"])
    entry = page.locator("li", has=page.get_by_role("link", name="Leading a walk"))
    expect(entry.locator(".when").first).to_be_hidden()
    expect(entry.locator(".when").last).to_have_text("Thursday 10 December 2026 – Friday 11 December 2026")


@pytest.mark.parametrize(("day", "over"), [("2026-12-11", False), ("2026-12-12", True)])
def test_a_page_says_that_it_is_over(day: str, over: bool, learning: Server, contexts: Contexts) -> None:
    page = at(contexts, day)
    page.goto(learning.url + COURSE["en"])
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-over]")).to_be_visible(visible=over)


def test_without_scripts_the_list_is_that_of_the_build(learning: Server, contexts: Contexts) -> None:
    page = contexts.page(NARROW, java_script_enabled=False)
    page.goto(learning.url + LIST["en"])
    assert page.locator(".agenda h3:visible").count() == 6
    page.goto(learning.url + OVER["en"])
    expect(page.locator("[data-over]")).to_be_visible()


def test_tell_us_opens_the_panel(nothing: Server, contexts: Contexts) -> None:
    page = contexts.page(NARROW)
    page.goto(nothing.url + LIST["en"])
    page.get_by_role("main").get_by_role("link", name="Tell us", exact=True).click()
    assert page.evaluate("document.activeElement.closest('#suggest') !== null")


# for every eye, by keyboard, as it is heard


@pytest.mark.parametrize("lang, scheme", LOOKS)
@pytest.mark.parametrize("kind", PAGES)
def test_page_has_no_faults_in_any_state(url: str, scheme: str, contexts: Contexts) -> None:
    page = contexts.page(color_scheme=scheme)
    load(page, url)
    found: dict[str, list[str]] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found[f"{width} px"] = faults(page)
    page.evaluate("document.querySelectorAll('details').forEach(panel => { panel.open = true; })")
    page.evaluate(TEXT_AT_200_PERCENT)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        found[f"text at 200 %, {width} px"] = faults(page)
    assert report(found) == ""


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", PAGES)
def test_keyboard_meets_everything_in_order_and_in_sight(url: str, width: int, contexts: Contexts) -> None:
    page = contexts.page(width, 740)
    page.goto(url)
    page.wait_for_load_state("networkidle")
    walk(page)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", PAGES)
def test_heard(kind: str, lang: str, url: str, contexts: Contexts) -> None:
    page = at(contexts, str(TODAY))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    compare(f"{kind}.{lang}", page.locator("main").aria_snapshot())
