"""What a linked word means, on request: by pointing, by a first tap, by the key ? on the link; never unasked, never in the
way, and gone where a reader switches it off. Links stand only where they should, and work without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Contexts
from tests.browser.places import LANGUAGES
from tests.browser.server import Server
from tests.browser.test_axe import faults, load, report
from tests.browser.test_keyboard import focused

Addresses = Mapping[tuple[str, str], str]
HELP = ".word-help"
AWHILE = 700
"""Milliseconds after which help that was to come or to go has done so."""


LINKS = "[...document.links].map(link => link.href)"
SWITCH = "document.querySelector('a.switch').href"


class Linked(NamedTuple):
    """A page of the site, one of its linked words, and where that leads."""

    page: str
    href: str
    target: str


def linked(site: Path, lang: str) -> Iterator[Linked]:
    """Every linked word on pages of words, in the order of their addresses."""
    for file in sorted((site / lang).glob("*/*/index.html")):
        page = f"{file.parent.relative_to(site)}/"
        for href in re.findall(r'<a href="([^"]+)" class="term"', file.read_text()):
            yield Linked(page, href, f"{(file.parent / href).resolve().relative_to(site.resolve())}/")


@pytest.fixture(scope="session")
def busiest(real_site: Path) -> Mapping[str, Linked]:
    """By language, the first linked word of the page of a word that has the most of them."""
    found: dict[str, Linked] = {}
    for lang in LANGUAGES:
        every = list(linked(real_site, lang))
        pages = [link.page for link in every]
        most = max(pages, key=pages.count)
        found[lang] = next(link for link in every if link.page == most)
    return found


def help_of(page: Page) -> Locator:
    return page.locator(HELP)


def first(page: Page) -> Locator:
    return page.locator("a.term").first


def lead(server: Server, page: Page, address: str) -> str:
    """How the page of a word begins, as its readers see it."""
    page.goto(server.url + address)
    return page.locator(".lead p").first.inner_text()


def waiting(page: Page) -> Locator:
    """The help, once it would have come or gone."""
    page.wait_for_timeout(AWHILE)
    return help_of(page)


# By pointing


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pointing_shows_the_meaning_and_it_stays_while_pointed_at(
    lang: str, server: Server, busiest: Mapping[str, Linked], contexts: Contexts
) -> None:
    page = contexts.page()
    wanted = lead(server, page, busiest[lang].target)
    word = page.locator("h1").inner_text()
    page.goto(server.url + busiest[lang].page)
    first(page).hover()
    expect(help_of(page).locator(".what")).to_have_text(f"{word}{wanted}")
    expect(help_of(page).locator(".what p").last).to_have_attribute("lang", lang)
    expect(help_of(page).get_by_role("link")).to_have_attribute("href", server.url + busiest[lang].target)
    link, shown = first(page).bounding_box(), help_of(page).bounding_box()
    assert link
    assert shown
    assert shown["y"] >= link["y"] + link["height"] or shown["y"] + shown["height"] <= link["y"], "it hides its link"
    page.mouse.move(shown["x"] + 30, shown["y"] + shown["height"] / 2, steps=5)
    expect(waiting(page)).to_be_visible()
    page.locator("h1").hover()
    expect(help_of(page)).to_be_hidden()


def test_escape_closes_it_under_the_pointer_and_a_glance_does_not_open_it(
    server: Server, busiest: Mapping[str, Linked], contexts: Contexts
) -> None:
    page = contexts.page()
    page.goto(server.url + busiest["en"].page)
    first(page).hover()
    page.locator("h1").hover()
    expect(waiting(page)).to_be_hidden()
    first(page).hover()
    expect(help_of(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(waiting(page)).to_be_hidden()


def test_a_click_of_the_mouse_follows(server: Server, busiest: Mapping[str, Linked], contexts: Contexts) -> None:
    page = contexts.page()
    page.goto(server.url + busiest["en"].page)
    first(page).hover()
    expect(help_of(page)).to_be_visible()
    first(page).click()
    page.wait_for_url(server.url + busiest["en"].target)
    page.go_back()
    expect(page).to_have_url(server.url + busiest["en"].page)
    expect(help_of(page)).to_be_hidden()


def test_nothing_of_it_is_announced_unasked(server: Server, busiest: Mapping[str, Linked], contexts: Contexts) -> None:
    page = contexts.page()
    page.goto(server.url + busiest["en"].page)
    assert (
        page.locator("a.term").evaluate_all(
            "links => links.filter(a => ['title', 'aria-describedby', 'aria-label', 'aria-haspopup'].some(n => a.hasAttribute(n))).length"
        )
        == 0
    )
    live = (
        "[...document.querySelectorAll('[role=status], [role=alert], [role=log], [aria-live]')].map(e => e.outerHTML)"
    )
    before = page.evaluate(live)
    first(page).hover()
    expect(waiting(page)).to_be_visible()
    assert page.evaluate(live) == before
    assert page.evaluate("document.activeElement === document.body")
    assert page.locator(f"{HELP}[aria-live], {HELP} [aria-live]").count() == 0
    assert page.locator("a.term[aria-describedby], a.term[title]").count() == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_word_that_points_to_another_says_which(
    lang: str, server: Server, real_site: Path, contexts: Contexts
) -> None:
    found = next(
        link
        for link in linked(real_site, lang)
        if '<div class="better">' in (real_site / link.target / "index.html").read_text()
    )
    page = contexts.page()
    page.goto(server.url + found.target)
    word = page.locator(".better-word a").inner_text()
    page.goto(server.url + found.page)
    page.locator(f"a.term[href='{found.href}']").first.hover()
    expect(help_of(page)).to_contain_text(word)


def test_a_text_that_stands_in_keeps_its_language(small_server: Server, contexts: Contexts) -> None:
    page = contexts.page()
    page.goto(small_server.url + "cy/geirfa/atgyfeirio-gwyrdd/")
    first(page).hover()
    expect(help_of(page).locator("p[lang=en]")).to_have_text(["walking group", "People who walk together."])


# By the keyboard


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_key_opens_it_and_tab_reaches_all_of_it(
    lang: str, server: Server, busiest: Mapping[str, Linked], contexts: Contexts
) -> None:
    page = contexts.page()
    page.goto(server.url + busiest[lang].page)
    first(page).focus()
    expect(waiting(page)).to_be_hidden()
    page.keyboard.press("?")
    expect(help_of(page)).to_be_focused()
    expect(help_of(page)).to_have_role("dialog")
    expect(help_of(page)).to_have_accessible_description(re.compile(r"\w"))
    assert help_of(page).get_attribute("aria-label")
    page.locator("h1").hover()  # the pointer does not take it away
    expect(waiting(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(help_of(page).get_by_role("link")).to_be_focused()
    page.keyboard.press("Tab")
    expect(help_of(page).get_by_role("button")).to_be_focused()
    page.keyboard.press("Escape")
    expect(help_of(page)).to_be_hidden()
    expect(first(page)).to_be_focused()
    page.keyboard.press("?")
    expect(help_of(page)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(help_of(page)).to_be_hidden()
    expect(first(page)).to_be_focused()
    page.keyboard.press("?")
    expect(help_of(page)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(server.url + busiest[lang].target)


@pytest.mark.parametrize("inside", [0, 1])
@pytest.mark.parametrize("way", ["Tab", "Shift+Tab"])
def test_tab_past_its_edge_goes_on_from_the_link(
    way: str, inside: int, server: Server, busiest: Mapping[str, Linked], contexts: Contexts
) -> None:
    page = contexts.page()
    page.goto(server.url + busiest["en"].page)
    first(page).focus()
    page.keyboard.press(way)
    page.evaluate("document.activeElement.dataset.next = ''")
    first(page).focus()
    page.keyboard.press("?")
    expect(help_of(page)).to_be_focused()
    for _ in range(2 if way == "Tab" else inside):
        page.keyboard.press("Tab")
    page.keyboard.press(way)
    expect(help_of(page)).to_be_hidden()
    assert focused(page, "[data-next]")


def test_the_key_is_a_letter_elsewhere(server: Server, busiest: Mapping[str, Linked], contexts: Contexts) -> None:
    page = contexts.page()
    page.goto(server.url + busiest["en"].page)
    page.locator("#seek").press_sequentially("?")
    expect(page.locator("#seek")).to_have_value("?")
    expect(waiting(page)).to_be_hidden()


# By a finger


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_first_tap_shows_and_a_second_follows(
    lang: str, server: Server, busiest: Mapping[str, Linked], contexts: Contexts
) -> None:
    page = contexts.page(360, 740, has_touch=True)
    page.goto(server.url + busiest[lang].page)
    first(page).tap()
    expect(help_of(page)).to_be_visible()
    assert page.url == server.url + busiest[lang].page
    page.touchscreen.tap(3, 735)  # beside all text
    expect(help_of(page)).to_be_hidden()
    first(page).tap()
    expect(help_of(page)).to_be_focused()  # asked for: a screen reader reads it
    first(page).tap()
    page.wait_for_url(server.url + busiest[lang].target)


def test_a_tap_on_another_word_shows_that_and_its_link_follows(
    server: Server, busiest: Mapping[str, Linked], contexts: Contexts
) -> None:
    page = contexts.page(1280, 740, has_touch=True)
    page.goto(server.url + busiest["en"].page)
    first(page).tap()
    expect(help_of(page)).to_be_visible()
    said = help_of(page).inner_text()
    other = page.locator(f"a.term:not([href='{busiest['en'].href}'])").last
    wanted = other.evaluate("link => link.href")
    other.tap()
    expect(help_of(page)).not_to_have_text(said)
    expect(help_of(page)).to_have_count(1)
    help_of(page).get_by_role("button").tap()
    expect(help_of(page)).to_be_hidden()
    other.tap()
    help_of(page).get_by_role("link").tap()
    page.wait_for_url(wanted)


def test_after_a_tap_the_enter_key_still_follows(
    server: Server, busiest: Mapping[str, Linked], contexts: Contexts
) -> None:
    page = contexts.page(360, 740, has_touch=True)
    page.goto(server.url + busiest["en"].page)
    page.locator("h1").tap()
    first(page).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(server.url + busiest["en"].target)


# A page that cannot be had


def test_where_no_meaning_can_be_had_a_tap_follows(
    server: Server, busiest: Mapping[str, Linked], contexts: Contexts
) -> None:
    page = contexts.page(360, 740, has_touch=True)
    page.goto(server.url + busiest["en"].page)
    target = server.url + busiest["en"].target
    page.route(target, lambda route: route.fulfill(body="<main><h1>bare</h1></main>", content_type="text/html"))
    try:
        first(page).tap()
        page.wait_for_url(target)
    finally:
        page.unroute(target)


# Off and on again


def test_it_can_be_switched_off(server: Server, busiest: Mapping[str, Linked], contexts: Contexts) -> None:
    page = contexts.page(360, 740, has_touch=True)
    start = server.url + busiest["en"].page
    page.goto(start)
    switch = page.get_by_role("checkbox", name="Word help")
    try:
        expect(switch).to_be_checked()
        switch.uncheck()
        for reloaded in (False, True):
            if reloaded:
                page.reload()
                expect(switch).not_to_be_checked()
            first(page).hover()
            expect(waiting(page)).to_be_hidden()
            first(page).focus()
            page.keyboard.press("?")
            expect(waiting(page)).to_be_hidden()
        first(page).tap()
        page.wait_for_url(server.url + busiest["en"].target)
        page.goto(start)
    finally:
        switch.check()
    first(page).hover()
    expect(help_of(page)).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


# Where links stand


TWICE = """() => {
  // Each text that its author wrote is a section of its own: a row of a table, an entry of a list, a question, a claim, the lead, what stands under a heading.
  const part = link => link.closest("tr, li, fieldset, .claim, .lead, .plain, .better, section") ?? link.closest("article");
  const seen = new Map();
  return [...document.querySelectorAll("a.term")].filter(link => {
    const own = seen.get(part(link)) ?? seen.set(part(link), new Set()).get(part(link));
    return own.has(link.href) || !own.add(link.href);
  }).map(link => link.outerHTML);
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_links_stand_where_they_should(
    lang: str, server: Server, busiest: Mapping[str, Linked], addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page()
    for address in (busiest[lang].page, busiest[lang].target, addresses["term", lang], addresses["word", lang]):
        page.goto(server.url + address)
        assert page.locator(":is(h1, h2, h3, h4, h5, h6, a, button, summary, nav) a.term").count() == 0
        assert (
            page.evaluate("[...document.links].filter(a => a.matches('.term') && a.href === location.href).length") == 0
        )
        assert page.evaluate(TWICE) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_links_work_without_scripts(
    lang: str, server: Server, busiest: Mapping[str, Linked], contexts: Contexts
) -> None:
    page = contexts.page(java_script_enabled=False)
    page.goto(server.url + busiest[lang].page)
    expect(page.locator(".switches")).to_be_hidden()
    first(page).click()
    page.wait_for_url(server.url + busiest[lang].target)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_a_word_is_used_lists_pages_that_mention_it(
    lang: str, server: Server, real_site: Path, busiest: Mapping[str, Linked], contexts: Contexts
) -> None:
    """Each listed page links to the word, unless it stands there in a heading, in a name or in the other language. A word
    that mentions it is there, or beside it as related already."""
    page = contexts.page()
    page.goto(server.url + busiest[lang].target)
    users = page.locator("section:has(> #used) a")
    found = users.evaluate_all("links => links.map(link => link.href)")
    assert server.url + busiest[lang].page in page.locator("main a").evaluate_all(
        "links => links.map(link => link.href)"
    )
    assert page.url not in found
    assert len(found) == len(set(found))
    name = page.locator("h1").inner_text().lower()
    twin = page.locator(".twin [lang]").first.inner_text().lower()
    other = page.evaluate(SWITCH)
    for user in found[:12]:
        page.goto(user)
        said = page.locator("main").inner_text().lower()
        there = server.url + busiest[lang].target in page.evaluate(LINKS) or name in said or twin in said
        page.goto(page.evaluate(SWITCH))
        assert there or other in page.evaluate(LINKS), user


# How it looks


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_open_it_has_no_faults_and_stays_inside_the_window(
    lang: str, scheme: str, server: Server, busiest: Mapping[str, Linked], contexts: Contexts
) -> None:
    page = contexts.page(color_scheme=scheme)
    found: dict[str, list[str]] = {}
    for width, height in ((1280, 800), (320, 640), (320, 256)):
        page.set_viewport_size({"width": width, "height": height})
        load(page, server.url + busiest[lang].page)
        for place in (0, page.locator("a.term").count() // 2, -1):
            link = page.locator("a.term").nth(place)
            link.focus()
            page.keyboard.press("?")
            expect(help_of(page)).to_be_focused()
            shown = help_of(page).bounding_box()
            assert shown
            assert shown["x"] >= 0
            assert shown["x"] + shown["width"] <= width
            assert shown["y"] >= 0
            assert shown["y"] + shown["height"] <= height or shown["height"] > height
            found[f"{width} px, link {place}"] = faults(page)
            page.keyboard.press("Escape")
    assert report(found) == ""


def test_it_stays_inside_a_window_that_turns(server: Server, busiest: Mapping[str, Linked], contexts: Contexts) -> None:
    page = contexts.page()
    page.goto(server.url + busiest["en"].page)
    page.locator("a.term").nth(1).focus()
    page.keyboard.press("?")
    expect(help_of(page)).to_be_focused()
    page.set_viewport_size({"width": 320, "height": 640})
    page.wait_for_timeout(100)
    shown = help_of(page).bounding_box()
    assert shown
    assert shown["x"] >= 0
    assert shown["x"] + shown["width"] <= 320
