"""The map of what was found: off until asked for, by keyboard alone, heard as well as seen, the same as the list, and no
other host is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, Route, expect

from tests import groups
from tests.browser.conftest import Contexts
from tests.browser.server import Server
from tests.browser.test_axe import SCHEMES, faults
from tests.browser.waiting import until
from tests.conftest import built

PLACED = groups.WALKS + groups.TEAS + 3 + 1
"""Groups on the map: walks, teas, those known by their village, the one that shows its town alone."""
FINDER = {"en": "en/directory/", "cy": "cy/cyfeiriadur/"}
FOCUS = "document.activeElement.innerText.trim()"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def _site(folder: Path, site: str) -> Iterator[Server]:
    root = folder / "root"
    for name, text in groups.files(site).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    with Server(built(root, folder)) as running:
        yield running


@pytest.fixture(scope="session")
def island(between_workers: Path) -> Iterator[Server]:
    """The made-up root of groups on an island."""
    yield from _site(between_workers / "island", groups.SITE)


@pytest.fixture(scope="session")
def pictured(between_workers: Path) -> Iterator[Server]:
    """The same, with a server of map pictures."""
    yield from _site(between_workers / "pictured-island", groups.SITE + groups.MAP)


def load(page: Page, server: Server, asked: str = "all=", lang: str = "en") -> None:
    page.goto("about:blank")  # or an address that differs after the # alone would leave the page as it is
    page.goto(f"{server.url}{FINDER[lang]}#{asked}")
    expect(page.locator("ol.results").first.locator("li").first).to_be_visible()


def opened(page: Page, server: Server, asked: str = "all=", lang: str = "en") -> Page:
    load(page, server, asked, lang)
    page.locator(".show-map").click()
    expect(page.locator(".pin").first).to_be_visible()
    return page


def shown(page: Page) -> int:
    """How many groups stand behind all pins in view."""
    texts = page.locator(".pin").evaluate_all(
        "pins => pins.map(pin => pin.querySelector('[aria-hidden]')?.textContent ?? '1')"
    )
    return sum(map(int, texts))


def names(page: Page) -> list[str]:
    """What pins are called, in their order."""
    found: list[str] = page.locator(".pin").evaluate_all(
        "pins => pins.map(pin => pin.querySelector('.unseen').textContent)"
    )
    return found


def listed(page: Page) -> list[str]:
    """The names of the results, all of them."""
    while page.locator(".more").is_visible():
        before = page.locator(".outcome-main > ol.results > li").count()
        page.locator(".more").click()
        expect(page.locator(".outcome-main > ol.results > li")).not_to_have_count(before)
    return page.locator(".outcome-main > ol.results > li h3 a").all_inner_texts()


def test_nothing_of_it_loads_before_it_is_asked_for(island: Server, contexts: Contexts) -> None:
    page = contexts.page()
    load(page, island)
    page.wait_for_load_state("networkidle")
    parts = re.compile(r"leaflet|map\.|base\.js|pins\.js|tiles\.js|geo/base")
    assert [url for url in contexts.eye.requests if parts.search(url)] == []
    page.locator(".show-map").click()
    expect(page.locator(".pin").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    asked = [url.removeprefix(island.url) for url in contexts.eye.requests if parts.search(url)]
    assert {"assets/leaflet/leaflet.js", "assets/leaflet/leaflet.css", "assets/find/map.css", "geo/base.json"} <= set(
        asked
    )
    # No pictures of others; a page of another test may still be fetching from its own server.
    assert [url for url in contexts.eye.requests if not url.startswith("http://127.0.0.1:")] == []
    page.get_by_role("button", name="Close the map").click()
    expect(page.locator(".map-region")).to_have_count(0)
    expect(page.locator(".show-map")).to_be_focused()
    expect(page.locator(".show-map")).to_have_attribute("aria-expanded", "false")


def test_the_keyboard_alone_opens_uses_and_leaves_it(island: Server, contexts: Contexts) -> None:
    page = contexts.page()
    load(page, island)
    page.locator(".show-map").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".pin").first).to_be_visible()
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.closest('.map-region') === null"):
        page.keyboard.press("Tab")
    assert page.evaluate(FOCUS) == "Close the map"
    for wanted in ("Zoom in", "Zoom out", "Map: the arrow keys move it, plus and minus change its size"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.ariaLabel") == wanted
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUS)
    while not first.endswith("Bigtown: zoom in"):
        page.keyboard.press("Tab")
        first = page.evaluate(FOCUS)
    assert re.search(r"\d+ groups near Bigtown: zoom in$", first)
    for _ in range(8):
        if not page.evaluate(FOCUS).endswith("zoom in"):
            break
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.classList.contains('pin')")
    expect(page.locator(".pin:focus")).to_have_text(re.compile(r"^Walk \d+, Bigtown$"))
    name = page.evaluate(FOCUS).partition(",")[0]
    page.keyboard.press("Enter")
    expect(page.locator("li.chosen h3 a")).to_be_focused()
    expect(page.locator("li.chosen h3 a")).to_have_text(name)
    page.get_by_role("button", name="Show on the map").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".pin:focus")).to_have_text(re.compile(f"^{name}, "))
    page.keyboard.press("Escape")
    expect(page.locator("ol.results li h3 a").first).to_be_focused()


def test_it_is_a_named_region_and_says_what_it_shows(island: Server, contexts: Contexts) -> None:
    page = opened(contexts.page(), island)
    region = page.get_by_role("region", name="Map of the results")
    expect(region).to_have_accessible_description(re.compile("^The list below says the same as the map"))
    expect(region.locator(".map-note")).to_contain_text("3 of them have no place on the map.")
    page = opened(contexts.page(), island, "near=Trefawr", "cy")
    expect(page.get_by_role("region", name="Map o'r canlyniadau")).to_be_visible()
    expect(page.get_by_role("button", name="Chwyddo i mewn")).to_be_visible()
    expect(
        page.locator(".pin").filter(has_text=re.compile(r"^Taith \d+, Trefawr, \d+(\.\d)? milltir$")).first
    ).to_be_attached()


def test_list_and_map_say_the_same(island: Server, contexts: Contexts) -> None:
    page = opened(contexts.page(), island)
    assert shown(page) == PLACED
    page.locator(".filters input[value='fresh-air']").evaluate("box => box.click()")
    expect(page.locator(".status")).to_contain_text(f"{groups.WALKS // 2} groups")
    expect(page.locator(".map-note")).not_to_contain_text("no place")
    assert shown(page) == groups.WALKS // 2
    page = opened(contexts.page(), island, "near=Bigtown&within=2")
    expect(page.locator(".pin.several")).to_have_count(0)
    expect(page.locator(".pin").last).to_have_text(re.compile(r"^Walk \d+, "))
    assert [name.partition(",")[0] for name in names(page)] == listed(page)


def test_what_is_pointed_at_in_the_list_is_marked_on_the_map(island: Server, contexts: Contexts) -> None:
    page = opened(contexts.page(), island, "near=Bigtown&within=2")
    page.mouse.move(1, 1)
    result = page.locator("ol.results li").nth(2)
    result.locator("h3 a").focus()
    expect(page.locator(".pin.marked")).to_have_text(re.compile(f"^{result.locator('h3 a').inner_text()}, "))
    page.locator(".show-map").focus()
    expect(page.locator(".pin.marked")).to_have_count(0)
    result.hover()
    expect(page.locator(".pin.marked")).to_have_count(1)


def test_a_result_further_down_the_list_is_shown_when_it_is_chosen(island: Server, contexts: Contexts) -> None:
    page = opened(contexts.page(), island, "near=Bigtown&within=5")
    assert page.locator(".outcome-main > ol.results > li").count() == 20
    page.locator(".pin").last.click()
    expect(page.locator("li.chosen h3 a")).to_be_focused()
    assert page.locator(".outcome-main > ol.results > li").count() == groups.WALKS


def test_groups_at_one_spot_are_named_below(island: Server, contexts: Contexts) -> None:
    page = opened(contexts.page(), island, "near=Smallham&within=2")
    pin = page.locator(".pin", has_text="3 groups at one spot near Smallham: show which")
    pin.focus()
    page.keyboard.press("Enter")
    panel = page.locator(".map-listed")
    expect(panel.get_by_role("button")).to_have_text(["Cards", "Choir", "Crafts", "Close"])
    expect(panel.get_by_role("button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(pin).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("li.chosen h3 a")).to_have_text("Choir")


def test_what_hides_its_place_stands_in_its_town_or_nowhere(island: Server, contexts: Contexts) -> None:
    page = opened(contexts.page(), island, "near=Eastport&within=2")
    expect(page.locator(".pin.rough")).to_have_text(
        "Hidden Group, Eastport, less than half a mile, the exact place is not shown"
    )
    page = opened(contexts.page(), island, "all=")
    every = page.evaluate(
        """async () => {
          const { unpack } = await import("/assets/find/unpack.js");
          const [index, ids] = await Promise.all(["index", "ids"].map(async (name) => (await fetch(`/find/${name}.json`)).json()));
          return Object.fromEntries(unpack(index).at.map((at, n) => [ids[n], at]));
        }"""
    )
    assert every["hidden"] == pytest.approx([53.281, -4.098], abs=0.0005)
    assert every["secret"] == []


def test_moving_it_changes_nothing_until_the_reader_says_so(island: Server, contexts: Contexts) -> None:
    page = opened(contexts.page(), island, "near=Bigtown&within=2")
    again = page.get_by_role("button", name="Search this part of the map")
    expect(again).to_be_hidden()
    before = listed(page)
    page.locator(".map-view").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(300)  # Leaflet's own step takes a quarter of a second
    expect(again).to_be_visible()
    assert listed(page) == before
    again.click()
    expect(page.locator(".status")).to_contain_text("Near the middle of the map, within")
    expect(again).to_be_hidden()
    assert listed(page) != before
    assert re.search(r"#here=(&within=\d+)?$", page.url)  # where that is stays in this tab
    assert page.locator("#where").input_value() == ""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("lang", FINDER)
def test_axe_finds_nothing(lang: str, scheme: str, pictured: Server, contexts: Contexts) -> None:
    page = contexts.page(color_scheme=scheme)
    opened(page, pictured, lang=lang)
    page.evaluate(AXE_SCRIPT)
    assert faults(page) == []
    page.locator(".pin.several").first.focus()
    page.set_viewport_size({"width": 320, "height": 800})
    assert faults(page) == []
    opened(page, pictured, "near=Smallham&within=2", lang)
    page.evaluate(AXE_SCRIPT)
    page.locator(".pin.several").click()
    expect(page.locator(".map-listed li").first).to_be_visible()
    page.locator(".map-listed li button").first.click()
    expect(page.locator(".map-back")).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize("width", [1280, 360])
def test_pins_are_large_enough_and_never_lie_over_each_other(width: int, island: Server, contexts: Contexts) -> None:
    page = opened(contexts.page(width), island)
    boxes = page.locator(".pin").evaluate_all(
        "pins => pins.map(pin => { const { x, y, width, height } = pin.getBoundingClientRect(); return [x, y, width, height]; })"
    )
    assert len(boxes) > 3
    assert min(min(box[2:]) for box in boxes) >= 24
    for n, (x, y, wide, high) in enumerate(boxes):
        for left, top, w, h in boxes[:n]:
            assert x >= left + w or left >= x + wide or y >= top + h or top >= y + high


def test_its_colours_follow_the_scheme(island: Server, contexts: Contexts) -> None:
    middle = """() => {
      const view = document.querySelector('.map-view').getBoundingClientRect();
      const x = view.x + view.width / 2, y = view.y + view.height / 2;
      const tile = [...document.querySelectorAll('.map-view canvas')].find((one) => {
        const box = one.getBoundingClientRect();
        return box.left <= x && x < box.right && box.top <= y && y < box.bottom;
      });
      const box = tile.getBoundingClientRect();
      const at = (position, start, size, pixels) => Math.floor((position - start) / size * pixels);
      const copy = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      copy.drawImage(tile, -at(x, box.x, box.width, tile.width), -at(y, box.y, box.height, tile.height));
      return [...copy.getImageData(0, 0, 1, 1).data];
    }"""
    page = opened(contexts.page(), island, "near=Bigtown")
    light = sum(page.evaluate(middle)[:3])
    page.emulate_media(color_scheme="dark")
    until(page, f"before => ({middle})().slice(0, 3).reduce((a, b) => a + b) < before - 200", arg=light)
    page.emulate_media(color_scheme="light")
    page.emulate_media(media="print")
    expect(page.locator(".map-region")).to_be_hidden()
    page.emulate_media(media="screen")


def test_nothing_moves_for_those_who_ask_for_that(island: Server, contexts: Contexts) -> None:
    page = opened(contexts.page(), island)
    expect(page.locator(".map-view.leaflet-fade-anim")).to_have_count(1)
    page = opened(contexts.page(reduced_motion="reduce"), island)
    expect(page.locator(".map-view")).to_have_count(1)
    expect(page.locator(".map-view.leaflet-fade-anim")).to_have_count(0)


def test_pictures_of_another_server_are_asked_for_only_once_the_reader_agrees(
    pictured: Server, browser: Browser
) -> None:
    context = browser.new_context()
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        assert "referer" not in route.request.headers
        route.fulfill(content_type="image/png", body=PNG)

    context.route(re.compile(r"^https://"), answer)
    page = context.new_page()
    blocked: list[str] = []
    page.on("console", lambda message: blocked.append(message.text) if message.type == "error" else None)
    opened(page, pictured)
    page.wait_for_load_state("networkidle")
    assert asked == []
    expect(page.locator(".map-consent")).to_contain_text("Somebody will see which part of the map you look at.")
    page.get_by_role("button", name="Show the detailed map").click()
    expect(page.locator("img.leaflet-tile-loaded").first).to_be_visible()
    expect(page.locator(".map-region .map-credit")).to_contain_text("A map by Somebody.")
    assert asked and all(re.fullmatch(r"https://tiles\.m\.example/\d+/\d+/\d+\.png", url) for url in asked)
    opened(page, pictured, "near=Bigtown")  # this tab remembers
    expect(page.locator("img.leaflet-tile-loaded").first).to_be_visible()
    page.get_by_role("button", name="Back to the plain map").click()
    expect(page.locator("img.leaflet-tile")).to_have_count(0)
    expect(page.locator(".map-view canvas").first).to_be_visible()
    asked.clear()
    opened(page, pictured, "near=Smallham")
    page.wait_for_load_state("networkidle")
    other = context.new_page()  # and no other tab
    opened(other, pictured)
    other.wait_for_load_state("networkidle")
    assert (asked, blocked) == ([], [])
    context.close()
