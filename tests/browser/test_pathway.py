"""The drawing of the pathway in Chromium: the one that fits is shown, its words stay within their boxes, its links lead on by
keyboard and without scripts, and in print drawing and text are both there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Contexts
from tests.browser.places import LANGUAGES
from tests.browser.server import Server
from tests.browser.test_keyboard import NARROW, WIDE, tab_to

# Of the drawing that is shown: words that reach out of the box they stand in, and boxes that lie on each other without one
# being in the other.
MISPLACED = """() => {
  const drawing = [...document.querySelectorAll('.drawing')].find(one => one.checkVisibility());
  const area = element => element.getBoundingClientRect();
  const inside = (inner, outer) => inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
  const apart = (one, other) => one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
  const boxes = [...drawing.querySelectorAll('.box')].map(area);
  const texts = [...drawing.querySelectorAll('text:not(.badge-number)')];
  const out = texts.filter(text => !boxes.some(box => inside(area(text), box))).map(text => text.textContent);
  // The smallest box a text begins in is its own.
  const own = text => boxes.filter(box => box.left <= area(text).left && box.right > area(text).left && box.top <= area(text).top && box.bottom > area(text).top)
    .sort((one, other) => one.width * one.height - other.width * other.height)[0];
  const over = texts.filter(text => own(text) && !inside(area(text), own(text))).map(text => text.textContent);
  const crossed = boxes.flatMap((box, n) => boxes.slice(n + 1).filter(other => !apart(box, other) && !inside(box, other) && !inside(other, box)));
  return {texts: texts.length, out, over, crossed: crossed.length, sort: drawing.classList[1],
          small: Math.min(...texts.map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))};
}"""


def misplaced(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(MISPLACED)
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("width", "sort"), [(320, "narrow"), (NARROW, "narrow"), (900, "wide"), (WIDE, "wide")])
def test_words_stay_within_their_boxes(
    width: int, sort: str, lang: str, server: Server, addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    page = contexts.page(width)
    page.goto(server.url + addresses["pathway", lang])
    expect(page.locator(".drawing:visible")).to_have_count(1)
    found = misplaced(page)
    assert found["texts"] > 20
    assert found["small"] >= 13, "words of the drawing can be read"
    assert (found["sort"], found["out"], found["over"], found["crossed"]) == (sort, [], [], 0)


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_a_box_of_the_drawing_leads_to_its_step(
    java_script_enabled: bool, server: Server, addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    page = contexts.page(WIDE, java_script_enabled=java_script_enabled)
    page.goto(server.url + addresses["pathway", "en"])
    if java_script_enabled:
        tab_to(page, ".drawing a[href*='conversation']")
        page.keyboard.press("Enter")
    else:
        page.locator(".drawing.wide a[href*='conversation'] .box").click()
    page.wait_for_url("**/en/pathway/conversation/")
    page.locator("a[rel=next]").click()
    page.wait_for_url("**/en/pathway/action-planning/")


def test_a_list_in_the_drawing_hides_no_box(
    server: Server, addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    """What stands in a box can be clicked through to its link."""
    page = contexts.page(WIDE)
    page.goto(server.url + addresses["pathway", "en"])
    page.locator(".drawing.wide .small").first.click(force=True)
    page.wait_for_url("**/en/pathway/referral/")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_drawing_is_heard_as_a_group_of_links(
    lang: str, server: Server, addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    page = contexts.page(NARROW)
    page.goto(server.url + addresses["pathway", lang])
    heard = page.get_by_role("group", name=page.locator("h1").inner_text(), exact=True)
    expect(heard).to_have_count(1)
    assert heard.get_by_role("link").count() == 8
    assert heard.get_by_role("listitem").count() > 8


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_print_has_the_drawing_and_the_text(
    width: int, server: Server, addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    page = contexts.page(width)
    page.goto(server.url + addresses["pathway", "en"])
    page.emulate_media(media="print")
    try:
        expect(page.locator(".drawing:visible")).to_have_count(1)
        expect(page.locator("#steps-section li").first).to_be_visible()
        expect(page.locator(".turns")).to_be_visible()
    finally:
        page.emulate_media(media="screen")
