"""The framework in Chromium: a claim leads to its source, the overview's own contents lead within it where there is room for them,
the timeline's years lead to their entries, and on paper all of it is there."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Contexts
from tests.browser.places import LANGUAGES
from tests.browser.server import Server
from tests.browser.test_keyboard import NARROW, WIDE

Addresses = Mapping[tuple[str, str], str]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_claim_leads_to_its_source_which_stands_out(
    lang: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page(NARROW)
    page.goto(server.url + addresses["framework", lang])
    plain = page.locator(".sources li").first.evaluate("element => getComputedStyle(element).backgroundColor")
    link = page.locator(".cites a").first
    target = page.locator(link.get_attribute("href") or "")
    link.press("Enter")
    expect(target).to_be_in_viewport()
    assert target.evaluate("element => getComputedStyle(element).backgroundColor") != plain


def test_contents_lead_within_the_page_and_go_where_there_is_no_room(
    server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page(WIDE)
    page.goto(server.url + addresses["framework", "en"])
    contents = page.get_by_role("navigation", name="On this page")
    for link in contents.get_by_role("link").all():
        assert page.locator(link.get_attribute("href") or "").count() == 1
    contents.get_by_role("link", name="Core objectives").click()
    expect(page.locator("#objectives")).to_be_in_viewport()
    page.set_viewport_size({"width": NARROW, "height": 800})
    expect(contents).to_be_hidden()


def test_a_year_of_the_timeline_leads_to_its_entries(server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page(NARROW)
    page.goto(server.url + addresses["timeline", "en"])
    page.get_by_role("navigation", name="Years").get_by_role("link", name="2023").click()
    expect(page.get_by_role("heading", name="2023", exact=True)).to_be_in_viewport()


def test_on_paper_the_overview_is_whole_and_without_what_only_leads_on(
    server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page(WIDE)
    page.goto(server.url + addresses["framework", "en"])
    page.emulate_media(media="print")
    for heading in ("model", "objectives", "toolkit", "work", "figures", "unknown", "sources"):
        expect(page.locator(f"#{heading}")).to_be_visible()
    expect(page.get_by_role("navigation", name="On this page")).to_be_hidden()
    page.emulate_media(media="screen")
