"""A self-check and the comparison of technology in Chromium: filled in and printed without a script, read on a phone, heard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Contexts
from tests.browser.server import Server
from tests.browser.test_keyboard import NARROW
from tests.browser.test_screen_reader import compare
from tests.conftest import made
from tests.standing import FILES

CHECK = {"en": "en/standards/own-list/", "cy": "cy/safonau/ein-rhestr/"}
HEARD = {
    "data-items.en": "en/data-items/",
    "standard.cy": CHECK["cy"],
    "tools.en": "en/tools/",
    "tool.en": "en/tools/alpha/",
}


@pytest.fixture(scope="module")
def standing(between_workers: Path) -> Iterator[Server]:
    with Server(made(FILES, between_workers / "standing") / "site") as running:
        yield running


def test_it_is_filled_in_and_printed_without_a_script(standing: Server, contexts: Contexts) -> None:
    page = contexts.page(NARROW, java_script_enabled=False)
    page.goto(standing.url + CHECK["en"])
    question = page.get_by_role("group", name="1. Is it dry?")
    question.get_by_label("Partly").check()
    question.get_by_label("Notes").fill("Nearly always.")
    expect(page.locator(".who")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".who")).to_be_visible()
    expect(question.get_by_label("Partly")).to_be_checked()
    expect(question.get_by_label("Notes")).to_have_value("Nearly always.")
    box = question.get_by_label("Yes")
    assert box.evaluate("box => [getComputedStyle(box).appearance, getComputedStyle(box).borderStyle]") == [
        "none",
        "solid",
    ]
    ticked = question.get_by_label("Partly").evaluate("box => getComputedStyle(box, '::before').content")
    assert "✓" in ticked, "ink is no background: it is printed in any case"
    expect(page.locator(".self-check .how")).to_be_hidden()
    expect(question.locator(".related")).to_be_hidden()
    expect(question.locator(".from")).to_be_visible()
    page.emulate_media(media="screen")


def test_the_comparison_scrolls_in_itself_and_keeps_its_first_column(server: Server, contexts: Contexts) -> None:
    page = contexts.page(360, 740)
    page.goto(server.url + "en/tools/")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    region = page.get_by_role("region", name="What directories can do")
    feature = region.get_by_role("rowheader").nth(1)
    feature.scroll_into_view_if_needed()
    before = feature.bounding_box()
    region.focus()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.compare').scrollLeft > 100")
    after = feature.bounding_box()
    assert before and after and before["x"] == after["x"]
    assert after["width"] < 180, "answers have room beside it"


@pytest.mark.parametrize("name", HEARD)
def test_heard(name: str, standing: Server, contexts: Contexts) -> None:
    page = contexts.page()
    page.goto(standing.url + HEARD[name])
    compare(name, page.locator("main").aria_snapshot())
