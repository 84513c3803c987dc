"""A place in the words: groups near it are the first answer, and no address or request has a whole postcode."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Device
from tests.browser.finding import FINDER, settled
from tests.browser.places import LANGUAGES
from tests.browser.server import Server
from tests.browser.test_finder_private import leaks
from tests.browser.test_keyboard import focused
from tests.browser.test_search import DANGER, ask, box, options
from tests.leads import LEADS

POSTCODE = "NP20 4UR"
ASKED = {"en": f"debt advice {POSTCODE}", "cy": f"cyngor dyled {POSTCODE}"}


@pytest.mark.parametrize(("lang", "query"), [("en", "lonely merthyr"), ("cy", "côr ger Caernarfon")])
def test_the_first_option_opens_the_finder(
    lang: str, query: str, server: Server, addresses: Mapping[tuple[str, str], str], device: Device
) -> None:
    title, near, what = LEADS[lang, query]
    page = device()
    with server.overheard() as heard:
        page.goto(server.url + addresses["term", lang])
        ask(page, query)
        expect(options(page).first).to_have_text(title)
    assert [line.split()[1] for line in heard if "/geo/" in line] == ["/geo/places.json"], "one file, whatever is typed"
    expect(page.locator(".popup + [role=status]")).to_contain_text(title)
    page.keyboard.press("ArrowDown")
    assert box(page).get_attribute("aria-activedescendant") == options(page).first.get_attribute("id")
    assert focused(page, "[role=combobox]")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{FINDER[lang]}#near=*")
    settled(page)
    expect(page.locator("#where")).to_have_value(near)
    expect(page.locator("#words")).to_have_value(what)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_whole_postcode_stays_in_the_tab(
    lang: str, server: Server, addresses: Mapping[tuple[str, str], str], device: Device
) -> None:
    """In the box, on the page of results, in the finder, and back again."""
    page, seen = device(), []
    page.on("framenavigated", lambda frame: seen.append(frame.url))
    with server.overheard() as heard:
        page.goto(server.url + addresses["term", lang])
        ask(page, ASKED[lang])
        expect(options(page).first).to_contain_text(POSTCODE)
        links = options(page).evaluate_all("options => options.map(option => option.href)")
        options(page).first.click()
        page.wait_for_url(f"**/{FINDER[lang]}#near=NP20&q=*")
        settled(page)
        expect(page.locator("#where")).to_have_value(POSTCODE)
        page.reload()
        settled(page)
        page.go_back()
        page.wait_for_url(f"**/{addresses['term', lang]}")
        box(page).fill(ASKED[lang])
        box(page).press("Enter")
        page.wait_for_url(f"**/{addresses['search', lang]}#q=*NP20")
        page.locator("#q").fill(ASKED[lang])
        expect(page.locator(".leading a")).to_contain_text(POSTCODE)
        page.locator(".leading a").click()
        page.wait_for_url(f"**/{FINDER[lang]}#near=NP20&q=*")
        settled(page)
        expect(page.locator("#where")).to_have_value(POSTCODE)
    assert leaks([*heard, *seen, *links], [POSTCODE]) == []
    assert not [line for line in heard if "?" in line.splitlines()[0]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_numbers_to_ring_stand_above_it(
    lang: str, server: Server, addresses: Mapping[tuple[str, str], str], device: Device
) -> None:
    page = device()
    page.goto(server.url + addresses["home", lang])
    box(page).press_sequentially(f"{DANGER[lang]} Bangor")
    expect(page.locator(".popup .crisis")).to_be_visible()
    expect(page.locator(".popup + [role=status]")).not_to_be_empty()
    assert not options(page).filter(has_text="Bangor:").count() and not options(page).filter(has_text="near").count()
    box(page).fill({"en": "abuse in Bangor", "cy": "cam-drin domestig ym Mangor"}[lang])
    expect(options(page).first).to_contain_text({"en": "Groups near Bangor", "cy": "Grwpiau ger Bangor"}[lang])
