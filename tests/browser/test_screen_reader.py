"""What a screen reader meets on each type of page, in both languages, compared with files that people have read.

The pages are those of a small root that never changes with the content. Set GEIRFA_UPDATE_SNAPSHOTS=1 to write the files
anew after a change of the theme, then read the difference: does it make sense to someone who hears it?
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Contexts
from tests.browser.places import LANGUAGES, RECORDS, VIEWS
from tests.browser.server import Server

SNAPSHOTS = Path(__file__).parent / "snapshots"
UPDATE = os.environ.get("GEIRFA_UPDATE_SNAPSHOTS") == "1"
LISTS_OF_RULES = ("fields", "checks", "quality")
TYPES = ("home", "glossary", *RECORDS, *VIEWS, "sources", "about", "404")


def compare(name: str, heard: str) -> None:
    """Hold what is heard against the stored file, or store it."""
    file = SNAPSHOTS / f"{name}.yml"
    heard = heard.rstrip() + "\n"
    if UPDATE:
        SNAPSHOTS.mkdir(exist_ok=True)
        file.write_text(heard, encoding="utf-8", newline="\n")
    assert file.is_file(), f"{file.name} is missing: run with GEIRFA_UPDATE_SNAPSHOTS=1, then read it"
    assert heard == file.read_text(encoding="utf-8")


def shorten_rules(page: Page) -> None:
    """Leave the first rule of the first list, and no open findings: their number and wording change with the code."""
    page.evaluate("""() => {
      const lists = 'dl.fields > div:not(:first-child), main section:not(:first-of-type):has(dl.fields), main section:has(#open)';
      document.querySelectorAll(lists).forEach(part => part.remove());
      document.querySelectorAll('dl.fields dd').forEach(part => { part.textContent = '…'; });
      document.querySelectorAll('dl.fields code').forEach(part => { part.textContent = '…'; });
    }""")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", TYPES)
def test_content(
    kind: str, lang: str, small_server: Server, small_addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    page = contexts.page()
    page.goto(small_server.url + small_addresses[kind, lang])
    if kind in LISTS_OF_RULES:
        shorten_rules(page)
    compare(f"{kind}.{lang}", page.locator("main").aria_snapshot())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_stands_around_every_page(
    lang: str, small_server: Server, small_addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    page = contexts.page()
    page.goto(small_server.url + small_addresses["term", lang])
    page.evaluate("document.querySelector('main').replaceChildren()")
    compare(f"frame.{lang}", page.locator("body").aria_snapshot())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_suggest_panel(
    lang: str, small_server: Server, small_addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    page = contexts.page()
    page.goto(small_server.url + small_addresses["term", lang] + "#suggest")
    compare(f"suggest-panel.{lang}", page.locator("#suggest").aria_snapshot())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_drawer(
    lang: str, small_server: Server, small_addresses: Mapping[tuple[str, str], str], contexts: Contexts
) -> None:
    page = contexts.page(360)
    page.goto(small_server.url + small_addresses["term", lang])
    page.locator(".menu-button").click()
    compare(f"drawer.{lang}", page.locator("header").aria_snapshot())


@pytest.mark.parametrize(
    "name, address",
    [
        ("front", ""),
        ("split.en", "en/glossary/outdoor-ticket/"),
        ("split.cy", "cy/geirfa/tocyn-awyr-agored/"),
        ("stand-in.cy", "cy/geirfa/walking-group/"),
    ],
)
def test_pages_apart(name: str, address: str, small_server: Server, contexts: Contexts) -> None:
    page = contexts.page()
    page.goto(small_server.url + address)
    compare(name, page.locator("main").aria_snapshot())
