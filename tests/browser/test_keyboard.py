"""The keyboard alone reaches and leaves everything, always sees where it is, and every target is large enough to hit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Contexts
from tests.browser.places import LANGUAGES, TYPES, settle
from tests.browser.server import Server

NARROW, WIDE = 360, 1280
VISITS = [("front", "", NARROW), *((kind, *visit) for kind in TYPES for visit in (("en", NARROW), ("cy", WIDE)))]
"""Pages walked through: each type in every language and at every width, without all their pairs."""

# Numbers everything that ought to be a stop, in the order of the page, and says how many there are. Of choices that exclude
# each other one is.
NUMBER_STOPS = """() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])')];
  const inGroup = stop => [...document.querySelectorAll(`input[type=radio][name="${CSS.escape(stop.name)}"]`)];
  const first = stop => stop.type !== 'radio' || stop === (inGroup(stop).find(choice => choice.checked) ?? inGroup(stop)[0]);
  const stops = all.filter(stop => !stop.disabled && stop.tabIndex >= 0 && stop.checkVisibility({visibilityProperty: true}) && first(stop));
  stops.forEach((stop, number) => { stop.dataset.stop = number; });
  return stops.length;
}"""

# Where the focus is: its number, whether it can be seen there, and whether a ring shows it.
PROBE = """() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const box = stop.getClientRects()[0] ?? stop.getBoundingClientRect();
  const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  const hit = document.elementFromPoint(x, y);
  const ringed = [stop, stop.closest('.seek-box, .search-box')].some(element => {
    const style = element && getComputedStyle(element);
    return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  });
  return {number: Number(stop.dataset.stop ?? -1), html: stop.outerHTML.slice(0, 120), ringed, id: stop.id, in_menu: !!stop.closest('#menu'),
          in_main: !!stop.closest('main'), on_screen: !!hit && (stop.contains(hit) || hit.contains(stop) && hit.matches('label, summary'))};
}"""

# Targets under 24 px whose 24 px circle touches another target (WCAG 2.5.8). Links within a sentence are excepted.
SMALL_TARGETS = """() => {
  const targets = [...document.querySelectorAll('a[href], button, input, textarea, summary')]
    .filter(target => target.checkVisibility({visibilityProperty: true}) && !target.matches('.skip'));
  const box = target => target.getBoundingClientRect();
  const in_sentence = target => target.matches('a') && getComputedStyle(target).display === 'inline'
    && [...target.parentElement.childNodes].some(node => node !== target && node.textContent.trim());
  const small = targets.filter(target => !in_sentence(target) && (box(target).width < 23.99 || box(target).height < 23.99));
  const distance = (x, y, other) => Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom));
  return small.filter(target => {
    const own = box(target), x = own.left + own.width / 2, y = own.top + own.height / 2;
    return targets.some(other => other !== target && !in_sentence(other) && distance(x, y, box(other)) < 12);
  }).map(target => `${target.outerHTML.slice(0, 120)} ${box(target).width} x ${box(target).height}`);
}"""


def probe(page: Page) -> dict[str, Any] | None:
    found: dict[str, Any] | None = page.evaluate(PROBE)
    return found


def walk(page: Page) -> None:
    """Go through an open page by Tab alone: every stop in order, in sight and ringed, none in a drawer that is closed, and out
    again; and no target too small with all panels open."""
    total: int = page.evaluate(NUMBER_STOPS)
    narrow = (page.viewport_size or {})["width"] == NARROW
    numbers, wrong = [], []
    for _ in range(total):
        page.keyboard.press("Tab")
        stop = probe(page)
        if stop is None:
            break
        numbers.append(stop["number"])
        wrong += [f"not in sight: {stop['html']}"] if not stop["on_screen"] else []
        wrong += [f"no ring: {stop['html']}"] if not stop["ringed"] else []
        wrong += [f"in the closed drawer: {stop['html']}"] if stop["in_menu"] and narrow else []
    page.keyboard.press("Tab")
    after = probe(page)
    assert (wrong, numbers) == ([], list(range(total)))
    assert after is None or after["number"] == 0, "the focus is caught on the page"
    page.evaluate("document.querySelectorAll('details').forEach(panel => { panel.open = true; })")
    assert page.evaluate(SMALL_TARGETS) == []


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on the element; fails where it never is."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
    pytest.fail(f"the Tab key never reaches {selector}")


def focused(page: Page, selector: str) -> bool:
    found: bool = page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector)
    return found


@pytest.mark.parametrize("kind, lang, width", VISITS)
def test_tab_meets_everything_once_in_order_and_in_sight(
    kind: str, lang: str, width: int, server: Server, addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    page = contexts.page(width, 740)
    page.goto(server.url + addresses[kind, lang])
    settle(page, kind)
    walk(page)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["home", "term", "about"])
def test_skip_link_is_first_and_leads_to_the_content(
    kind: str, lang: str, server: Server, addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    page = contexts.page(NARROW, 740)
    page.goto(server.url + addresses[kind, lang])
    page.keyboard.press("Tab")
    assert focused(page, "a.skip")
    page.keyboard.press("Enter")
    assert focused(page, "main")
    page.keyboard.press("Tab")
    stop = probe(page)
    assert stop
    assert stop["in_main"]


def open_drawer(page: Page, url: str) -> None:
    page.goto(url)
    tab_to(page, ".menu-button")
    page.keyboard.press("Enter")
    assert page.locator("#menu").is_visible()
    stop = probe(page)
    assert stop
    assert stop["in_menu"], "the focus moves into the drawer"
    assert stop["ringed"]
    assert stop["on_screen"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_drawer_opens_closes_and_gives_the_focus_back(
    lang: str, server: Server, addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    page = contexts.page(NARROW, 740)
    open_drawer(page, server.url + addresses["term", lang])
    page.keyboard.press("Escape")
    assert not page.locator("#menu").is_visible()
    assert focused(page, ".menu-button")
    page.keyboard.press("Space")
    assert focused(page, ".menu-close")
    page.keyboard.press("Enter")
    assert not page.locator("#menu").is_visible()
    assert focused(page, ".menu-button")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_drawer_closes_when_the_focus_leaves_it(
    key: str, lang: str, server: Server, addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    page = contexts.page(NARROW, 740)
    open_drawer(page, server.url + addresses["term", lang])
    doors = page.locator("#menu a").count()
    for _ in range(doors if key == "Tab" else 0):
        page.keyboard.press(key)
        stop = probe(page)
        assert stop
        assert stop["in_menu"]
        assert stop["on_screen"]
    page.keyboard.press(key)
    stop = probe(page)
    assert stop
    assert not stop["in_menu"]
    assert stop["on_screen"]
    assert not page.locator("#menu").is_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_open_drawer_hides_no_stop_without_scripts(
    lang: str, server: Server, addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    """Nothing closes the drawer then; what lies under it is no stop."""
    page = contexts.page(NARROW, 740, java_script_enabled=False)
    open_drawer(page, server.url + addresses["term", lang])
    for _ in range(page.locator("#menu a").count() + 4):
        page.keyboard.press("Tab")
        stop = probe(page)
        assert stop is None or stop["in_menu"] or focused(page, ".menu-button"), stop
    page.keyboard.press("Escape")
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_help_link_leads_to_the_numbers(
    width: int, lang: str, server: Server, addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    page = contexts.page(width, 740)
    page.goto(server.url + addresses["glossary", lang])
    tab_to(page, ".help-link")
    page.keyboard.press("Enter")
    assert focused(page, "#help")
    page.keyboard.press("Tab")
    assert focused(page, "#help a[href^='tel:']")


@pytest.mark.parametrize(
    "kind, mark", [("glossary", "#q=gwyrdd"), ("term", "#suggest"), ("home", ""), ("about", "#help")]
)
def test_language_switch_leads_to_the_twin_and_back_and_keeps_the_place(
    kind: str, mark: str, server: Server, addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    page = contexts.page(WIDE)
    page.goto(server.url + addresses[kind, "en"] + mark)
    for lang in ("cy", "en"):
        page.locator("a.switch").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(server.url + addresses[kind, lang] + mark)
        assert page.locator("html").get_attribute("lang") == lang
        assert urlsplit(page.url).fragment == mark.removeprefix("#")


def test_switch_is_marked_with_its_language(
    server: Server, addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    page = contexts.page(WIDE)
    page.goto(server.url + addresses["term", "en"])
    switch = page.locator("a.switch")
    assert (switch.get_attribute("lang"), switch.get_attribute("hreflang"), switch.inner_text()) == (
        "cy",
        "cy",
        "Cymraeg",
    )
