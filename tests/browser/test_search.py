"""The search as its readers meet it: the box with its answers, the page of results with its filters, the numbers to ring
above both, the key that leads there; by pointer and keyboard, in both languages, and nothing of it is ever sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Contexts
from tests.browser.places import LANGUAGES
from tests.browser.server import Server
from tests.browser.test_axe import OVERFLOW, TAGS, TEXT_AT_200_PERCENT, faults, load, report
from tests.browser.test_keyboard import focused

Addresses = Mapping[tuple[str, str], str]
BOX = "form[role=search]:visible input[type=search]"
DANGER = {"en": "want to die", "cy": "isio marw"}


def box(page: Page) -> Locator:
    """The search field of the page, in the header or on the page itself."""
    return page.locator(BOX).first


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def ask(page: Page, words: str) -> None:
    """Type into the box and wait until all answers are there, which the status line then says."""
    box(page).press_sequentially(words)
    expect(options(page).first).to_be_visible()
    expect(page.locator(".popup + [role=status]")).not_to_be_empty()


def results(page: Page, url: str, lang: str = "en") -> Locator:
    """Open a page of results and wait for them."""
    page.goto(url)
    hits = page.locator(".hits > li")
    expect(hits.first).to_be_visible()
    return hits


def total(page: Page) -> int:
    return int(page.locator(".total").inner_text().split()[0])


# The box


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["home", "term", "404"])
def test_the_first_key_gives_answers(
    kind: str, lang: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page()
    page.goto(server.url + addresses[kind, lang])
    assert not [url for url in contexts.eye.requests if "/search/" in urlsplit(url).path]
    ask(page, "g")
    assert 1 < options(page).count() <= 8
    field = box(page)
    expect(field).to_have_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(field).to_have_attribute("aria-autocomplete", "list")
    listed = page.locator(f"#{field.get_attribute('aria-controls')}")
    expect(listed).to_have_role("listbox")
    assert listed.get_attribute("aria-label")
    assert "8" not in (field.get_attribute("aria-activedescendant") or "")
    assert focused(page, "[role=combobox]")


@pytest.mark.parametrize("lang, said", [("en", "results"), ("cy", "canlyniad")])
def test_how_many_there_are_is_said_once_typing_stops(
    lang: str, said: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page()
    page.goto(server.url + addresses["term", lang])
    ask(page, "gwyrdd")
    expect(page.locator("form.seek [role=status]")).to_contain_text(said)
    box(page).fill("")
    expect(page.locator("form.seek [role=status]")).to_be_empty()


def test_arrows_choose_and_enter_opens(server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page()
    page.goto(server.url + addresses["term", "en"])
    ask(page, "link worker")
    field, last = box(page), options(page).count() - 1
    page.keyboard.press("ArrowDown")
    for place in (0, last):
        chosen = options(page).nth(place)
        expect(chosen).to_have_attribute("aria-selected", "true")
        assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
        assert focused(page, "[role=combobox]")
        page.keyboard.press("ArrowUp")  # back to what was typed
        if place == 0:
            assert field.get_attribute("aria-activedescendant") is None
            page.keyboard.press("ArrowUp")
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.selectionStart") == 0
    while options(page).first.get_attribute("aria-selected") != "true":
        page.keyboard.press("ArrowUp")
    wanted = options(page).first.get_attribute("href") or "?"
    page.keyboard.press("Enter")
    page.wait_for_url(wanted)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_enter_and_the_last_option_lead_to_all_results(
    lang: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    wanted = f"{server.url}{addresses['search', lang]}#q=gwyrdd"
    page = contexts.page()
    for key in ("ArrowUp", ""):
        page.goto(server.url + addresses["term", lang])
        ask(page, "gwyrdd")
        if key:
            page.keyboard.press(key)
            expect(options(page).last).to_have_attribute("aria-selected", "true")
        page.keyboard.press("Enter")
        page.wait_for_url(wanted)
    expect(page.locator(".hits > li").first).to_be_visible()


def test_escape_closes_then_clears(server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page()
    page.goto(server.url + addresses["term", "en"])
    ask(page, "green")
    page.keyboard.press("Escape")
    expect(page.locator(".popup")).to_be_hidden()
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(box(page)).to_have_value("green")
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(box(page)).to_have_value("")
    assert focused(page, "[role=combobox]")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_tap_follows_an_option_and_leaving_closes(
    width: int, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page(width)
    page.goto(server.url + addresses["term", "en"])
    ask(page, "link worker")
    field, popup = box(page).bounding_box(), page.locator(".popup").bounding_box()
    assert field
    assert popup
    assert popup["y"] >= field["y"] + field["height"], "the answers never cover the field"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".popup")).to_be_hidden()
    box(page).focus()
    page.keyboard.press("ArrowDown")
    wanted = options(page).first.get_attribute("href") or "?"
    options(page).first.click()
    page.wait_for_url(wanted)


def test_a_title_of_another_language_says_so(small_server: Server, contexts: Contexts) -> None:
    page = contexts.page()
    page.goto(small_server.url + "cy/")
    ask(page, "walking")
    option = options(page).first
    expect(option.locator("[lang=en]")).to_be_visible()
    expect(option.locator(".tag")).to_have_text("Saesneg")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_numbers_to_ring_stand_above_the_answers(
    lang: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page(360)
    page.goto(server.url + addresses["term", lang])
    box(page).press_sequentially(DANGER[lang])
    panel = page.locator(".popup .crisis")
    expect(panel).to_be_visible()
    expect(panel).to_have_role("region")
    expect(page.locator("form.seek [role=status]")).not_to_be_empty()
    numbers = panel.locator("a[href^='tel:']")
    assert numbers.first.get_attribute("href") == page.locator("#help a[href^='tel:']").first.get_attribute("href")
    page.keyboard.press("Tab")  # the button of the form
    page.keyboard.press("Tab")
    expect(numbers.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".popup")).to_be_hidden()
    assert focused(page, "[role=combobox]")
    page.keyboard.press("ArrowDown")
    panel.locator("a[href='#help']").click()
    page.wait_for_url("**/#help")
    expect(page.locator(".popup")).to_be_hidden()


# The page of results


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_address_holds_words_and_filters(
    lang: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page()
    address = f"{server.url}{addresses['search', lang]}#q=gwyrdd"
    hits = results(page, address)
    everything = total(page)
    assert hits.count() == min(everything, 10)
    page.locator(".filters label:visible", has=page.locator("input")).nth(1).click()
    page.wait_for_url(f"{address}&*")
    expect(page.locator(".chip:not(.clear)")).to_have_count(1)
    narrowed, asked = total(page), page.url
    assert 0 < narrowed < everything
    page.reload()
    expect(page.locator(".chip:not(.clear)")).to_have_count(1)
    assert (total(page), page.url) == (narrowed, asked)
    page.go_back()
    expect(page.locator(".chips")).to_be_hidden()
    assert total(page) == everything
    page.go_forward()
    expect(page.locator(".chip:not(.clear)")).to_have_count(1)
    assert total(page) == narrowed


def test_the_language_switch_keeps_words_and_filters(server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page()
    hits = results(page, f"{server.url}{addresses['search', 'en']}#q=referral&suggested=true&kind=glossary")
    expect(page.locator(".chip:not(.clear)")).to_have_count(2)
    mark, english = urlsplit(page.url).fragment, total(page)
    page.locator("a.switch").click()
    page.wait_for_url(f"{server.url}{addresses['search', 'cy']}#{mark}")
    expect(hits.first).to_be_visible()
    expect(page.locator("#q")).to_have_value("referral")
    expect(page.locator(".chip:not(.clear)")).to_have_count(2)
    assert total(page) > 0
    assert english > 0


def test_the_language_switch_keeps_what_is_typed(server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page()
    for kind in ("home", "term"):
        page.goto(server.url + addresses[kind, "cy"])
        ask(page, "dŵr")
        page.locator("a.switch").click()
        page.wait_for_url(f"{server.url}{addresses[kind, 'en']}#q=d%C5%B5r")
        expect(box(page)).to_have_value("dŵr")


def test_filters_count_what_they_leave(server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page()
    results(page, f"{server.url}{addresses['search', 'en']}#q=social")
    for place in range(3):
        choice = page.locator(".filters label:visible").nth(place)
        left = int(choice.locator(".count").inner_text())
        choice.locator("input").check()
        expect(page.locator(".total")).to_have_text(f"{left} result{'' if left == 1 else 's'}")
        expect(page.locator("#finding > [role=status]")).to_have_text(page.locator(".total").inner_text())
        page.locator(".chip:not(.clear)").click()
        expect(page.locator(".chips")).to_be_hidden()
        assert focused(page, ".filters > summary")


def test_chips_go_one_by_one_and_all_at_once(server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page()
    results(page, f"{server.url}{addresses['search', 'en']}#q=social&class=core,non-core&suggested=true")
    chips = page.locator(".chip:not(.clear)")
    expect(chips).to_have_count(3)
    names = chips.all_inner_texts()
    assert [name for name in names if name.removesuffix(" ✕") in (chips.nth(0).get_attribute("aria-label") or "")]
    chips.first.focus()
    page.keyboard.press("Enter")
    expect(chips).to_have_count(2)
    assert focused(page, ".chip")
    page.locator(".chip.clear").click()
    expect(page.locator(".chips")).to_be_hidden()
    expect(page).to_have_url(f"{server.url}{addresses['search', 'en']}#q=social")


def test_ten_at_a_time(server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page()
    hits = results(page, f"{server.url}{addresses['search', 'en']}#q=social")
    assert hits.count() == 10 < total(page)
    expect(hits.first.locator(".summary")).not_to_be_empty()
    page.locator("button.more").click()
    expect(hits.nth(10).locator("a")).to_be_focused()
    while page.locator("button.more").is_visible():
        page.locator("button.more").click()
    expect(hits).to_have_count(total(page))


def test_going_back_from_a_hit_leads_to_it(server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page(360)
    hits = results(page, f"{server.url}{addresses['search', 'en']}#q=social")
    page.locator("button.more").click()
    left = hits.nth(14).locator("a")
    wanted = left.get_attribute("href") or "?"
    left.click()
    page.wait_for_url(wanted)
    page.go_back()
    expect(hits).to_have_count(20)
    expect(left).to_be_focused()
    expect(left).to_be_in_viewport()
    assert left.get_attribute("href") == wanted
    page.locator("#q").fill("green")
    expect(hits).not_to_have_count(20)


def test_typing_answers_at_once_and_going_back_leads_to_the_query_before(
    server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page()
    start = f"{server.url}{addresses['search', 'en']}"
    page.goto(start)
    expect(page.locator(".answer")).to_be_hidden()
    page.locator("#q").press_sequentially("green")
    expect(page.locator(".hits > li").first).to_be_visible()
    page.wait_for_url(f"{start}#q=green")
    page.keyboard.press("Enter")
    page.locator("#q").fill("referral")
    page.wait_for_url(f"{start}#q=referral")
    page.go_back()
    page.wait_for_url(f"{start}#q=green")
    expect(page.locator("#q")).to_have_value("green")


def test_other_places_of_the_page_leave_the_results(server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page()
    hits = results(page, f"{server.url}{addresses['search', 'en']}#q=green")
    shown = hits.count()
    page.locator(".help-link").click()
    page.wait_for_url("**/#help")
    expect(page.locator("#q")).to_have_value("green")
    assert hits.count() == shown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_behind_a_question_mark_move_and_are_sent_no_further(
    lang: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    """A browser's own search bar sends them once: no other request holds them."""
    page = contexts.page()
    start = f"{server.url}{addresses['search', lang]}"
    page.goto(f"{start}?q=gw%C5%B7rdd+iawn")
    page.wait_for_url(f"{start}#q=*iawn")
    expect(page.locator("#q")).to_have_value("gwŷrdd iawn")
    page.locator("#q").fill("presgripsiynu")
    expect(page.locator(".hits > li").first).to_be_visible()
    later = [url for url in contexts.eye.requests[1:] if not url.startswith(f"{start}?q=")]
    assert later
    assert [url for url in later if "?" in url or "iawn" in url or "presgripsiynu" in urlsplit(url).query] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_numbers_to_ring_stand_above_every_hit(
    width: int, lang: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page(width)
    page.goto(f"{server.url}{addresses['search', lang]}#q=hunanladdiad%20gwyrdd")
    panel = page.locator("#finding .crisis")
    expect(panel).to_be_visible()
    expect(panel).to_have_role("region")
    assert panel.locator("h2").inner_text()
    numbers, named = panel.locator("a[href^='tel:']"), page.locator("#help a[href^='tel:']")
    assert [a.get_attribute("href") for a in numbers.all()] == [a.get_attribute("href") for a in named.all()]
    expect(page.locator("#finding > [role=status]")).not_to_be_empty()
    page.locator("#q").fill(DANGER[lang])
    expect(panel).to_be_visible()
    for hit in page.locator(".hits > li:visible").all():
        above, below = panel.bounding_box(), hit.bounding_box()
        assert above
        assert below
        assert above["y"] + above["height"] <= below["y"]
    page.locator("#q").fill("gwyrdd")
    expect(panel).to_have_count(0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_found_leads_on(lang: str, server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page(360)
    page.goto(f"{server.url}{addresses['search', lang]}#q=xqzxqz")
    nothing = page.locator(".nothing")
    expect(nothing).to_be_visible()
    assert page.locator(".hits > li").count() == 0
    expect(page.locator("#finding > [role=status]")).not_to_be_empty()
    assert nothing.locator("a").last.get_attribute("href") == "#suggest"
    nothing.locator("a[href='#suggest']").click()
    expect(page.locator("#suggest > summary")).to_be_focused()
    assert "\nxqzxqz\n" in page.locator("#suggest-text").input_value()
    assert "xqzxqz" in (page.locator("#suggest a[href^='mailto:']").get_attribute("href") or "")
    assert page.url.endswith("#q=xqzxqz")
    page.locator(".nothing a").nth(-2).click()
    page.wait_for_url(server.url + addresses["glossary", lang])


def test_near_words_are_offered(small_server: Server, contexts: Contexts) -> None:
    page = contexts.page()
    page.goto(f"{small_server.url}en/search/#q=lonelinezzqs")
    near = page.locator(".near a", has_text="Loneliness")
    expect(near).to_be_visible()
    expect(page.locator(".near-title")).to_be_visible()
    near.click()
    page.wait_for_url(f"{small_server.url}en/needs/#needs-loneliness")
    assert page.locator("#needs-loneliness").count() == 1


def test_a_search_that_cannot_be_loaded_says_so(server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page()
    missing = f"{server.url}search/en/first.json"
    contexts.eye.open(missing)
    page.route(missing, lambda route: route.fulfill(status=404, body=""))
    try:
        page.goto(f"{server.url}{addresses['search', 'en']}#q=green")
        expect(page.locator(".trouble")).to_be_visible()
        expect(page.locator(".answer")).to_be_hidden()
    finally:
        page.unroute(missing)
    page.locator("#q").fill("greens")
    expect(page.locator(".hits > li").first).to_be_visible()
    expect(page.locator(".trouble")).to_be_hidden()


@pytest.fixture
def deep_server(real_site: Path, tmp_path: Path) -> Iterator[Server]:
    """The site below a folder, as project pages are."""
    (tmp_path / "below").mkdir()
    (tmp_path / "below/here").symlink_to(real_site)
    with Server(tmp_path) as running:
        yield running


def test_search_works_below_any_folder(deep_server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page, root = contexts.page(), f"{deep_server.url}below/here/"
    page.goto(root + addresses["term", "cy"])
    ask(page, "gwyrdd")
    assert (options(page).first.get_attribute("href") or "").startswith(root)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{root}{addresses['search', 'cy']}#q=gwyrdd")
    expect(page.locator(".hits a").first).to_be_visible()
    page.locator(".hits a").first.click()
    page.wait_for_url(f"{root}cy/**")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_the_page_leads_to_the_list(
    lang: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page(java_script_enabled=False)
    page.goto(server.url + addresses["search", lang])
    page.locator("noscript a").click()
    page.wait_for_url(server.url + addresses["glossary", lang])
    page.goto(server.url + addresses["search", lang])
    page.locator("#q").fill("green")
    page.locator("#q").press("Enter")
    page.wait_for_url(f"{server.url}{addresses['glossary', lang]}?q=green")


# The key


@pytest.mark.parametrize("kind", ["home", "glossary", "term", "search"])
def test_slash_leads_to_the_search_and_can_be_switched_off(
    kind: str, server: Server, addresses: Addresses, contexts: Contexts
) -> None:
    page = contexts.page()
    page.goto(server.url + addresses[kind, "en"])
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    page.keyboard.press("/")
    expect(box(page)).to_have_value("/")
    switch = page.get_by_role("checkbox", name="Press / to search")
    try:
        expect(switch).to_be_checked()
        switch.uncheck()
        page.locator("h1").click()
        page.keyboard.press("/")
        assert not focused(page, "input[type=search]")
        page.reload()
        expect(switch).not_to_be_checked()
        page.keyboard.press("/")
        assert not focused(page, "input[type=search]")
    finally:
        switch.check()
    assert page.evaluate("localStorage.length") == 0


# What axe finds

RUN_AXE_IN = "([tags, part]) => axe.run(part, {runOnly: tags, resultTypes: ['violations']})"


def faults_of_the_box(page: Page) -> list[str]:
    """What axe finds in the box and its answers. Links that half lie under them are held by the test of the page."""
    found = page.evaluate(RUN_AXE_IN, [TAGS, "form[data-results]"])
    sideways = page.evaluate(OVERFLOW)
    return [
        *(f"{v['id']}: {n['html'][:160]}" for v in found["violations"] for n in v["nodes"]),
        *(["sideways"] if sideways > 0 else []),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_state_has_faults(lang: str, scheme: str, server: Server, addresses: Addresses, contexts: Contexts) -> None:
    page = contexts.page(color_scheme=scheme)
    found: dict[str, list[str]] = {}
    for kind in ("home", "term"):
        for words in ("gwyrdd", DANGER[lang], "qqqq"):
            for width in (1280, 320):
                page.set_viewport_size({"width": width, "height": 800})
                load(page, server.url + addresses[kind, lang])
                box(page).press_sequentially(words)
                expect(page.locator(".popup")).to_be_visible()
                expect(page.locator(".popup + [role=status]")).not_to_be_empty()
                page.keyboard.press("ArrowDown")
                found[f"{kind}, {words}, {width} px"] = faults_of_the_box(page)
            page.evaluate(TEXT_AT_200_PERCENT)
            found[f"{kind}, {words}, text at 200 %"] = faults_of_the_box(page)
    for words in ("gwyrdd&kind=glossary", DANGER[lang], "hunanladdiad%20gwyrdd", "qqqq", "lonelinezzqs"):
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto("about:blank")
            load(page, f"{server.url}{addresses['search', lang]}#q={words}")
            expect(page.locator("#finding > [role=status]")).not_to_be_empty()
            page.evaluate("document.querySelectorAll('details').forEach(panel => { panel.open = true; })")
            found[f"results, {words}, {width} px"] = faults(page)
        page.evaluate(TEXT_AT_200_PERCENT)
        found[f"results, {words}, text at 200 %"] = faults(page)
    assert report(found) == ""
