"""Near me in another country, which knows places by their names and no postcodes: found in both languages, asking nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Contexts
from tests.browser.finding import ask, ids, settled
from tests.browser.server import Server

FINDER = {"en": "en/directory/", "gd": "gd/eolaire/"}
GLASGOW = {"pollok-parkrun", "woodlands-community-cafe", "glasgow-gaelic-musical-association"}


@pytest.fixture(scope="module")
def alba(alba_site: Path) -> Iterator[Server]:
    with Server(alba_site) as running:
        yield running


def opened(contexts: Contexts, alba: Server, lang: str, width: int = 1280) -> Page:
    page = contexts.page(width)
    page.goto(f"{alba.url}{FINDER[lang]}")
    expect(page.locator(".finder-form")).to_be_visible()
    return page


@pytest.mark.parametrize(
    ("lang", "typed", "near"),
    [
        ("en", "Glasgow", "Near Glasgow"),
        ("en", "glaschu", "Near Glasgow"),
        ("gd", "Glaschu", "Faisg air Glaschu"),
        ("gd", "GLASGOW", "Faisg air Glaschu"),
    ],
)
def test_a_place_is_found_by_its_name_in_either_language(
    contexts: Contexts, alba: Server, lang: str, typed: str, near: str
) -> None:
    page = opened(contexts, alba, lang)
    ask(page, typed)
    assert re.match(rf"{near}\b.*: 3 ", settled(page))
    assert set(ids(page)) == GLASGOW
    expect(page.locator(".widened")).to_be_hidden()
    expect(page.locator(".everywhere [data-asset=breathing-space]")).to_be_visible()


@pytest.mark.parametrize(("lang", "whom"), [("en", "Whom to ask"), ("gd", "Cò dha a dh'fhaighnicheas tu")])
def test_too_few_widens_and_says_whom_to_ask(contexts: Contexts, alba: Server, lang: str, whom: str) -> None:
    page = opened(contexts, alba, lang, 360)
    ask(page, "Inbhir Nis")
    assert ids(page)[0] == "cultarlann-inbhir-nis"
    expect(page.locator(".widened")).to_be_visible()
    asked = page.locator(".ask-here")
    expect(asked.get_by_role("heading", name=whom)).to_be_visible()
    expect(asked.get_by_role("link", name="01349 864289")).to_be_visible()


def test_an_area_with_nothing_has_no_broken_answer(contexts: Contexts, alba: Server) -> None:
    page = opened(contexts, alba, "gd")
    ask(page, "Steòrnabhagh")
    assert re.match(r"Faisg air Steòrnabhagh\b.*: 5 ", settled(page))
    expect(page.locator(".widened")).to_be_visible()


@pytest.mark.parametrize(
    ("lang", "answer"),
    [
        ("en", "No place of that name is known here. Try a town near by."),
        ("gd", "Chan eil àite dhen ainm sin air aithneachadh an seo. Feuch baile faisg air làimh."),
    ],
)
def test_a_postcode_is_no_place_here_and_goes_nowhere(contexts: Contexts, alba: Server, lang: str, answer: str) -> None:
    page = opened(contexts, alba, lang)
    with alba.overheard() as heard:
        page.locator("#where").fill("IV1 1SY")
        page.locator("#where").press("Enter")
        expect(page.locator("#where-said")).to_have_text(answer)
    assert not [request for request in heard if "iv1" in request.lower() or "1sy" in request.lower()]


def test_its_map_reaches_as_far_as_its_places(contexts: Contexts, alba: Server) -> None:
    """All that was found is on it, and where the reader looks from, though nothing is listed there."""
    page = opened(contexts, alba, "en")
    ask(page, "Stornoway")
    page.get_by_role("button", name="Show a map").click()
    pins = page.locator(".map-view .map-at")
    expect(pins).to_have_count(4)  # two in the Highlands, Glasgow's three at one spot, Stornoway
    box = page.locator(".map-view").bounding_box()
    for pin in pins.all():
        seen = pin.bounding_box()
        assert box and seen and box["x"] <= seen["x"] <= box["x"] + box["width"]
        assert box["y"] <= seen["y"] <= box["y"] + box["height"]


def test_its_map_is_drawn_from_its_places(contexts: Contexts, alba: Server) -> None:
    page = opened(contexts, alba, "gd")
    ask(page, "Glaschu")
    page.get_by_role("button", name="Seall mapa").click()
    pin = page.get_by_role("button", name="3 buidhnean san aon àite faisg air Glaschu: seall cò iad")
    expect(pin).to_be_visible()
    pin.click()
    expect(page.locator(".map-listed")).to_contain_text("Ceòlraidh Ghàidhlig Ghlaschu")
