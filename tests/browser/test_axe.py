"""The automatic checker axe finds nothing, and nothing scrolls sideways: every type of page, in both languages, on light
and dark, from 320 to 1,280 pixels, with text at 200 %, with everything open that opens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.conftest import Contexts
from tests.browser.places import TYPES, settle
from tests.browser.server import Server

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES = ("light", "dark")
LOOKS = (("en", "light"), ("en", "dark"), ("cy", "light"))
"""Another language differs in its words alone, what is dark in its colours alone: not every pair of them is looked at."""
WIDTHS = (1280, 360, 320)
MIDDLE = 360
"""Laid out as the narrowest: axe has nothing more to find there."""
RUN_AXE = "tags => axe.run({runOnly: tags, resultTypes: ['violations']})"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OPEN_PANELS = "document.querySelectorAll('details').forEach(panel => { panel.open = true; })"
TEXT_AT_200_PERCENT = "() => { const root = document.documentElement; root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + 'px'; }"


def faults(page: Page) -> list[str]:
    """What axe finds on a page as it stands, and how far it scrolls sideways."""
    result: dict[str, Any] = page.evaluate(RUN_AXE, TAGS)
    found = [
        f"{violation['id']}: {node['target']} {node['html'][:160]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
    return [*found, *sideways(page)]


def sideways(page: Page) -> list[str]:
    """How far a page scrolls sideways, where it does."""
    found: int = page.evaluate(OVERFLOW)
    return [f"scrolls sideways by {found} px"] if found > 0 else []


def report(found: Mapping[str, list[str]]) -> str:
    """Every fault under the state it was found in; empty where there is none."""
    return "\n".join(f"{state}: {fault}" for state, faults_ in found.items() for fault in faults_)


def load(page: Page, url: str) -> None:
    page.goto(url)
    page.evaluate(AXE_SCRIPT)


@pytest.mark.parametrize("kind", TYPES)
def test_page_has_no_faults_in_any_state(
    kind: str, server: Server, addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    page = contexts.page(color_scheme="light")
    load(page, server.url + addresses[kind, "en"])
    settle(page, kind)
    found: dict[str, list[str]] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found[f"{width} px"] = sideways(page) if width == MIDDLE else faults(page)
    page.locator(".menu-button").click()
    found["drawer open"] = faults(page)
    page.keyboard.press("Escape")
    page.evaluate(OPEN_PANELS)
    found["panels open"] = faults(page)
    page.evaluate(TEXT_AT_200_PERCENT)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        found[f"text at 200 %, {width} px"] = faults(page)
    assert report(found) == ""


@pytest.mark.parametrize("kind", TYPES)
def test_page_has_no_faults_on_dark(
    kind: str, server: Server, addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    """What is dark differs in colours alone: it is looked at narrow, with all open that opens."""
    page = contexts.page(320, 800, color_scheme="dark")
    load(page, server.url + addresses[kind, "en"])
    settle(page, kind)
    page.evaluate(OPEN_PANELS)
    found = {"panels open": faults(page)}
    page.locator(".menu-button").click()
    found["drawer open"] = faults(page)
    assert report(found) == ""


@pytest.mark.parametrize("kind", TYPES)
def test_the_other_language_has_no_faults(
    kind: str, server: Server, addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    """Another language differs in its words alone: how much room they take at every width, and what is marked with their
    language; looked at once with all open that opens."""
    page = contexts.page(color_scheme="light")
    load(page, server.url + addresses[kind, "cy"])
    settle(page, kind)
    page.evaluate(OPEN_PANELS)
    found: dict[str, list[str]] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found[f"{width} px"] = faults(page) if width == WIDTHS[-1] else sideways(page)
    page.evaluate(TEXT_AT_200_PERCENT)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        found[f"text at 200 %, {width} px"] = sideways(page)
    assert report(found) == ""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_front_door_has_no_faults(scheme: str, server: Server, contexts: Contexts) -> None:
    page = contexts.page(color_scheme=scheme)
    load(page, server.url)
    found: dict[str, list[str]] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found[f"{width} px"] = faults(page)
    page.evaluate(TEXT_AT_200_PERCENT)
    found["text at 200 %, 320 px"] = faults(page)
    assert report(found) == ""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    "address",
    [
        "en/glossary/outdoor-ticket/",
        "cy/geirfa/tocyn-awyr-agored/",
        "en/glossary/walking-group/",
        "cy/geirfa/walking-group/",
    ],
)
def test_moved_page_and_texts_that_stand_in_have_no_faults(
    address: str, scheme: str, small_server: Server, contexts: Contexts
) -> None:
    page = contexts.page(320, color_scheme=scheme)
    load(page, small_server.url + address)
    assert faults(page) == []
