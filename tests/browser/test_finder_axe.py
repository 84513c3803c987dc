"""The finder in each of its states: axe finds nothing, nothing scrolls sideways, every target is large enough; in both languages,
light and dark, from 320 to 1,280 pixels, with text at 200 %."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests.browser.conftest import Device
from tests.browser.finding import ask, opened, settled
from tests.browser.server import Server
from tests.browser.test_axe import LOOKS, MIDDLE, TEXT_AT_200_PERCENT, WIDTHS, faults, report, sideways
from tests.browser.test_keyboard import SMALL_TARGETS


def suggestions(page: Page) -> None:
    page.locator("#where").press_sequentially("llan")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")


def several(page: Page) -> None:
    page.locator("#where").fill("Newport")
    page.locator("#where").press("Enter")
    expect(page.locator(".where-choices button")).to_have_count(2)


def unknown(page: Page) -> None:
    page.locator("#where").fill("qqqq")
    page.locator("#where").press("Enter")
    expect(page.locator(".where-said.notice")).to_be_visible()


def found(page: Page) -> None:
    ask(page, "LL57 1AB")


def narrowed(page: Page) -> None:
    page.evaluate("location.hash = '#near=LL57&within=20&need=loneliness,meeting-people&good=free'")
    settled(page)
    expect(page.locator(".chips")).to_be_visible()
    page.evaluate("document.querySelectorAll('#finder details').forEach(part => { part.open = true; })")


def nothing(page: Page) -> None:
    page.evaluate("location.hash = '#near=LL57&q=qqqqq'")
    expect(page.locator(".status")).to_contain_text("LL57")
    expect(page.locator(".ask-here")).to_be_visible()


def danger(page: Page) -> None:
    page.evaluate("location.hash = '#q=suicide'")
    expect(page.locator(".crisis")).to_be_visible()


STATES: Mapping[str, Callable[[Page], None]] = {
    state.__name__: state for state in (suggestions, several, unknown, found, narrowed, nothing, danger)
}


@pytest.mark.parametrize("lang, scheme", LOOKS)
@pytest.mark.parametrize("state", STATES)
def test_no_faults(state: str, lang: str, scheme: str, server: Server, device: Device) -> None:
    page = opened(device(color_scheme=scheme), server, lang=lang)
    page.evaluate(AXE_SCRIPT)
    STATES[state](page)
    seen: dict[str, list[str]] = {}
    for width in WIDTHS if scheme == "light" else WIDTHS[-1:]:
        page.set_viewport_size({"width": width, "height": 800})
        seen[f"{width} px"] = [*(sideways(page) if width == MIDDLE else faults(page)), *page.evaluate(SMALL_TARGETS)]
    if scheme == "light":
        page.evaluate(TEXT_AT_200_PERCENT)
        seen["text at 200 %, 320 px"] = sideways(page)
    assert report(seen) == ""
