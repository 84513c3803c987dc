"""Looks that can be measured: the header's rows, the first screen of a phone, print, forced colours, less motion."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.browser.conftest import Contexts
from tests.browser.places import LANGUAGES
from tests.browser.server import Server
from tests.browser.test_keyboard import probe, tab_to

Addresses = Mapping[tuple[str, str], str]
ROWS = """() => [...document.querySelectorAll('.top .brand, .top .menu, .top .menu-button, .top .seek, .top .ways > *')]
  .filter(part => part.checkVisibility()).map(part => { const box = part.getBoundingClientRect(); return (box.top + box.bottom) / 2; })
  .reduce((rows, middle) => rows.some(row => Math.abs(row - middle) < 12) ? rows : [...rows, middle], []).length"""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "kind, width, rows",
    [
        ("term", 1280, 1),
        ("term", 1200, 1),
        ("term", 1024, 2),
        ("term", 360, 3),
        ("home", 1280, 1),
        ("home", 1024, 1),
        ("home", 360, 2),
    ],
)
def test_header_stands_in_few_rows(
    kind: str, width: int, rows: int, lang: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page(width)
    page.goto(server.url + addresses[kind, lang])
    assert page.evaluate(ROWS) == rows


@pytest.mark.parametrize("lang", LANGUAGES)
def test_first_screen_of_a_phone_shows_word_twin_and_meaning(
    lang: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page(360, 640)
    page.goto(server.url + addresses["term", lang])
    for selector in ("h1.word", ".twin", ".lead p"):
        box = page.locator(selector).first.bounding_box()
        assert box
        assert box["y"] + 48 < 640, selector


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_print_holds_the_word_and_nothing_else(
    scheme: str, lang: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page(color_scheme=scheme)
    page.goto(server.url + addresses["term", lang])
    page.emulate_media(media="print")
    try:
        shown = {
            selector: page.locator(selector).first.is_visible()
            for selector in (
                "h1",
                ".twin",
                ".lead",
                ".notice",
                ".top",
                "#help",
                "footer",
                "#suggest",
                ".actions",
                ".crumbs",
            )
        }
        colours = page.evaluate(
            "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
        )
    finally:
        page.emulate_media(media="null")
    assert shown == {
        "h1": True,
        ".twin": True,
        ".lead": True,
        ".notice": True,
        ".top": False,
        "#help": False,
        "footer": False,
        "#suggest": False,
        ".actions": False,
        ".crumbs": False,
    }
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


@pytest.mark.parametrize("kind", ["home", "term", "glossary"])
def test_forced_colours_keep_edges_and_rings(
    kind: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page(360, 740, forced_colors="active")
    page.goto(server.url + addresses[kind, "en"])
    bare = """() => [...document.querySelectorAll('button, .button, .letters a, .search-box, .seek, .door, .plain, .badge')]
      .filter(part => part.checkVisibility() && !part.closest('.search-box, .seek, .door, .plain') || part.matches('.search-box, .seek, .door, .plain') && part.checkVisibility())
      .filter(part => !['borderTopWidth', 'borderLeftWidth'].some(side => parseFloat(getComputedStyle(part)[side]) >= 1))
      .map(part => part.outerHTML.slice(0, 80))"""
    assert page.evaluate(bare) == []
    tab_to(page, "input[type=search]")
    stop = probe(page)
    assert stop
    assert stop["ringed"]


@pytest.mark.parametrize("kind", ["home", "term"])
def test_less_motion_means_none(kind: str, server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page(reduced_motion="reduce")
    page.goto(server.url + addresses[kind, "en"])
    moving = """() => [...document.querySelectorAll('*')].filter(part => { const style = getComputedStyle(part);
      return parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none' || style.scrollBehavior === 'smooth'; }).length"""
    assert page.evaluate(moving) == 0
