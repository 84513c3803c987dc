"""Without scripts everything essential is there; with them the search box, the copy buttons and the panels do what they say,
and words looked for are never sent."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Contexts
from tests.browser.places import LANGUAGES, TYPES
from tests.browser.server import Server

Addresses = Mapping[tuple[str, str], str]


TEXT = """() => {
  const main = document.querySelector("main").cloneNode(true);
  for (const only of main.querySelectorAll("noscript, .plan-button, .today, .ring-first, label > .count, .compare-bar")) only.remove();
  return main.textContent;
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", TYPES)
def test_page_without_scripts_is_whole(
    kind: str, lang: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    """The same text as with scripts (but for what they say of today), a way to the menu, the numbers; no button that would do
    nothing."""
    texts = []
    for scripts in (True, False):
        page = contexts.page(360, java_script_enabled=scripts)
        page.goto(server.url + addresses[kind, lang])
        expect(page.locator("h1")).to_be_visible()
        texts.append(page.evaluate(TEXT))
    assert texts[0] == texts[1]
    assert page.locator("[data-copy]:visible, [data-copy-link]:visible, [data-print]:visible").count() == 0
    assert page.locator("#help a[href^='tel:']").first.is_visible()
    page.locator("#suggest > summary").click()
    assert page.locator("#suggest a[href^='mailto:']").is_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_menu_without_scripts(lang: str, server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page(360, java_script_enabled=False)
    page.goto(server.url + addresses["term", lang])
    page.locator(".menu-button").click()
    door = page.locator("#menu a").nth(1)
    expect(door).to_be_visible()
    door.click()
    page.wait_for_url(server.url + addresses["glossary", lang])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["home", "term"])
def test_search_form_without_scripts_leads_to_the_whole_list(
    kind: str, lang: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page(java_script_enabled=False)
    page.goto(server.url + addresses[kind, lang])
    box = page.locator("form[role=search]:visible input[type=search]")
    box.fill("green")
    box.press("Enter")
    page.wait_for_url(f"{server.url}{addresses['glossary', lang]}?q=green")
    entries = page.locator(".a-to-z li")
    assert entries.count() == page.locator(".a-to-z li:visible").count() > 100


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["home", "term", "404"])
def test_search_form_with_scripts_keeps_the_words_to_itself(
    kind: str, lang: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page()
    page.goto(server.url + addresses[kind, lang])
    box = page.locator("form[role=search]:visible input[type=search]")
    box.fill("gwyrdd & glas")
    box.press("Enter")
    page.wait_for_url(f"{server.url}{addresses['search', lang]}#q=gwyrdd%20%26%20glas")
    expect(page.locator("#q")).to_have_value("gwyrdd & glas")
    expect(page.locator(".hits > li").first).to_be_visible()
    assert [url for url in contexts.eye.requests if "?" in url or "gwyrdd" in url] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_list_narrows_in_either_language_and_says_how_many(
    lang: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page()
    page.goto(server.url + addresses["glossary", lang])
    everything = page.locator(".a-to-z li").count()
    for words in ("gwyrdd", "GREEN", "gŵyrdd"):
        page.locator("#filter").fill(words)
        shown = page.locator(".a-to-z li:visible")
        assert 0 < shown.count() < everything
        expect(page.locator(".found")).to_contain_text(str(shown.count()))
        assert page.locator(".a-to-z h2:visible").count() <= shown.count()
    page.locator("#filter").fill("qqqq")
    assert page.locator(".a-to-z li:visible").count() == 0
    expect(page.locator(".found")).not_to_be_empty()
    page.locator("#filter").fill("")
    assert page.locator(".a-to-z li:visible").count() == everything
    expect(page.locator(".found")).to_be_empty()


@pytest.mark.parametrize("mark", ["#q=gwyrdd", "?q=gwyrdd"])
def test_list_opens_narrowed(mark: str, server: Server, addresses: Addresses, contexts: Contexts) -> None:
    """Behind the # from a shared link; behind the ? from a browser's own search bar, which is then taken out of the address."""
    page = contexts.page()
    page.goto(server.url + addresses["glossary", "en"] + mark)
    assert page.locator("#filter").input_value() == "gwyrdd"
    assert 0 < page.locator(".a-to-z li:visible").count() < page.locator(".a-to-z li").count()
    page.wait_for_url(server.url + addresses["glossary", "en"] + "#q=gwyrdd")


def test_words_looked_for_stand_in_the_address(server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page()
    page.goto(server.url + addresses["glossary", "en"])
    page.locator("#filter").fill("green")
    page.wait_for_url("**/#q=green")
    page.locator("#filter").fill("")
    page.wait_for_url(server.url + addresses["glossary", "en"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_copy_buttons_copy_and_say_so(lang: str, server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(server.url + addresses["term", lang])
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    page.locator(".cite > summary").click()
    page.locator("#suggest > summary").click()
    citation, suggestion = page.locator("#citation").inner_text(), page.locator("#suggest-text").input_value()
    for selector, wanted in (
        ("[data-copy-link]", canonical),
        ("[data-copy='#citation']", citation),
        ("[data-copy='#suggest-text']", suggestion),
    ):
        page.locator(selector).click()
        expect(page.locator(".said")).not_to_be_empty()
        assert page.evaluate("navigator.clipboard.readText()") == wanted
        assert page.locator(selector).inner_text().startswith("✓ ")


def test_copy_works_where_the_browser_has_no_clipboard(
    server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(server.url + addresses["term", "en"])
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }")
    button = page.locator("[data-copy-link]")
    button.click()
    expect(page.locator(".said")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("link[rel=canonical]").get_attribute("href")
    expect(button).to_be_focused()


def test_print_button_prints(server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page()
    page.goto(server.url + addresses["term", "en"])
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }")
    page.locator("[data-print]").click()
    assert page.locator("body").get_attribute("data-printed") == "yes"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_suggest_opens_the_panel_and_writes_the_letter(
    lang: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page(360)
    page.goto(server.url + addresses["term", lang])
    for _ in range(2):
        page.locator("a[href='#suggest']").click()
        assert page.locator("#suggest").get_attribute("open") is not None
        expect(page.locator("#suggest > summary")).to_be_focused()
        page.locator("#suggest > summary").click()
    page.locator("a[href='#suggest']").click()
    letter = urlsplit(page.locator("#suggest a[href^='mailto:']").get_attribute("href") or "")
    asked = parse_qs(letter.query)
    assert "@" in unquote(letter.path)
    assert page.locator("h1").inner_text() in asked["subject"][0]
    assert asked["body"] == [page.locator("#suggest-text").input_value()]
    assert (page.locator("link[rel=canonical]").get_attribute("href") or "?") in asked["body"][0]


def test_page_opens_with_the_panel_asked_for(server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page()
    page.goto(server.url + addresses["term", "en"] + "#suggest")
    assert page.locator("#suggest").get_attribute("open") is not None


@pytest.mark.parametrize("address", ["en/glossary/green-ticket/", "cy/geirfa/tocyn-gwyrdd/"])
@pytest.mark.parametrize("scripts", [True, False])
def test_moved_page_leads_on(
    address: str, scripts: bool, small_server: Server, small_addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page(java_script_enabled=scripts)
    page.goto(small_server.url + address)
    page.wait_for_url(small_server.url + small_addresses["term", address[:2]])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_missing_page_says_so_at_any_depth(lang: str, server: Server, contexts: Contexts) -> None:
    address = f"{server.url}{lang}/a/b/c/"
    contexts.eye.open(address)
    page = contexts.page()
    page.goto(address)
    assert page.locator("h1").inner_text()
    page.locator(f"main section[lang={lang}] a, main section:not([lang]) a").first.click()
    page.wait_for_url(lambda url: urlsplit(url).path in {"/en/", "/cy/"})
