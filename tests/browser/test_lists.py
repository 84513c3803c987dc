"""All that finding does, without a script: by area, need, activity, area and need; each list complete, each number true."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.directory import Directory
from generator.kinds.asset import Asset
from tests.browser.conftest import Contexts
from tests.browser.finding import FINDER, Recount
from tests.browser.places import LANGUAGES
from tests.browser.server import Server

LINK = re.compile(r'href="((?:\.\./)+|)([^"#]*)"')


def addresses(directory: Directory, assets: Iterable[Asset], lang: str) -> set[str]:
    return {directory.catalogue.address(asset, lang) for asset in assets}


def linked(directory: Directory, file: Path, lang: str) -> set[str]:
    """The groups that the main part of a page links to."""
    main = file.read_text(encoding="utf-8").partition("<main")[2].partition("</main>")[0]
    every = addresses(directory, directory.assets, lang)
    return {address for _, address in LINK.findall(main)} & every


def page_of(directory: Directory, lang: str, name: str, vocabulary: str, id: str, area: str = "") -> str:
    known = directory.catalogue
    shelf = f"{known.entry_slug(Asset.shelves, area, lang)}/" if area else ""
    entry = f"{known.word(name, lang)}/{known.entry_slug(vocabulary, id, lang)}/" if name else ""
    return f"{lang}/{known.word(Asset.folder, lang)}/{shelf}{entry}index.html"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_list_is_complete(lang: str, real_site: Path, recount: Recount) -> None:
    directory = recount.directory
    for area, assets in directory.by_area.items():
        file = page_of(directory, lang, "", "", "", area)
        assert linked(directory, real_site / file, lang) == addresses(directory, assets, lang), file
    for name, vocabulary, held in (
        ("by-need", "needs", directory.by_need),
        ("by-activity", "activities", directory.by_activity),
    ):
        for id, assets in held.items():
            file = page_of(directory, lang, name, vocabulary, id)
            assert linked(directory, real_site / file, lang) == addresses(directory, assets, lang), file
    for (area, need), assets in directory.by_area_and_need.items():
        file = page_of(directory, lang, "by-need", "needs", need, area)
        for_all = [asset for id in directory.everywhere for asset in directory.by_area_and_need.get((id, need), ())]
        assert linked(directory, real_site / file, lang) == addresses(directory, [*assets, *for_all], lang), file


def follow(page: Page, text: str) -> None:
    page.get_by_role("main").get_by_role("link", name=text, exact=True).first.click()
    expect(page.locator("h1")).to_be_visible()


def number(page: Page, selector: str, text: str) -> int:
    line = page.locator(selector).filter(has=page.get_by_role("link", name=text, exact=True)).first
    return int(line.locator(".count").inner_text())


def test_the_three_questions_without_a_script(server: Server, contexts: Contexts, recount: Recount) -> None:
    """Where; what one enjoys; what one needs; then whom to ask: by links alone."""
    page = contexts.page(360, 740, java_script_enabled=False)
    page.goto(server.url + FINDER["en"])
    expect(page.locator(".finder-form")).to_be_hidden()
    listed = number(page, ".entrances li", "Gwynedd")
    follow(page, "Gwynedd")
    expect(page.locator("h1")).to_have_text("Gwynedd")
    assert page.locator(".asset").count() == listed == len(recount.directory.by_area["gwynedd"])
    listed = number(page, ".entrances li", "Loneliness")
    follow(page, "Loneliness")
    expect(page.locator("h1")).to_have_text("Loneliness: Gwynedd")
    assert page.locator(".asset").count() == listed == len(recount.directory.by_area_and_need["gwynedd", "loneliness"])
    expect(page.locator("#ask a[href^='tel:']").first).to_be_visible()
    name = page.locator(".asset h3 a").first.inner_text()
    follow(page, name)
    expect(page.locator("h1")).to_have_text(name)
    page.goto(server.url + FINDER["en"])
    listed = number(page, ".entrances li", "Walking")
    follow(page, "Walking")
    assert page.locator(".brief li").count() == listed == len(recount.directory.by_activity["walking"])
    assert page.locator("main button:visible, [data-script]:visible").count() == 0, "nothing that needs a script"


def test_the_lists_have_ways_on(server: Server, contexts: Contexts, recount: Recount) -> None:
    """With a script a list leads into the finder, narrowed down to the same."""
    page = contexts.page()
    directory = recount.directory
    page.goto(server.url + page_of(directory, "en", "by-need", "needs", "loneliness", "gwynedd"))
    page.get_by_role("link", name="Narrow these down").click()
    expect(page.locator(".status")).to_contain_text(
        f"{len(directory.by_area_and_need['gwynedd', 'loneliness'])} groups"
    )
    page.goto(server.url + page_of(directory, "en", "by-activity", "activities", "walking"))
    page.get_by_role("link", name="Find them near me").click()
    expect(page.locator(".status")).to_contain_text(f"{len(directory.by_activity['walking'])} groups")
    page.goto(server.url + page_of(directory, "en", "by-need", "needs", "loneliness"))
    page.get_by_role("navigation", name="By area").get_by_role("link", name="Gwynedd").click()
    expect(page.locator("#in-gwynedd")).to_be_in_viewport()
