"""A reader's plan: made from anywhere, in order, with notes; dies with the tab or stays as chosen; taken along without the notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests.browser.conftest import Device
from tests.browser.finding import opened, results, settled
from tests.browser.server import Server
from tests.browser.test_axe import LOOKS, MIDDLE, WIDTHS, faults, report, sideways
from tests.browser.test_keyboard import SMALL_TARGETS, focused, tab_to
from tests.browser.waiting import until

PLAN = {"en": "en/my-plan/", "cy": "cy/fy-nghynllun/"}
NAMES = ("Bangor Library", "Penrhyn parkrun", "Storiel")
IDS = ("bangor-library", "penrhyn-parkrun", "storiel")
LEFT = """async () => ({local: Object.keys(localStorage), tab: Object.keys(sessionStorage), caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length, cookie: document.cookie, bases: (await indexedDB.databases()).length})"""
NOTHING = {"local": [], "tab": [], "caches": [], "workers": 0, "cookie": "", "bases": 0}
READY = """async () => navigator.serviceWorker.controller !== null
  && (await (await caches.open('geirfa-plan')).keys()).some(({url}) => url.endsWith('rows-0.json') || url.includes('rows-'))
  && (await (await caches.open('geirfa-plan')).keys()).some(({url}) => url === location.href.split('#')[0])"""


def planned(page: Page, server: Server, lang: str = "en", ids: tuple[str, ...] = IDS) -> Page:
    """The plan's page with groups in it, as a link brings them."""
    page.goto(f"{server.url}{PLAN[lang]}#groups={','.join(ids)}")
    page.locator(".plan-take").click()
    expect(page.locator(".plan-entry")).to_have_count(len(ids))
    return page


def in_order(page: Page, *names: str) -> None:
    expect(page.locator(".plan-entry h3 a")).to_have_text(list(names))


def note(page: Page, n: int, field: str) -> str:
    return page.locator(f".plan-entry [name={field}]").nth(n).input_value()


def test_add_from_a_list_and_from_a_page(server: Server, device: Device) -> None:
    page = opened(device(), server, "near=LL57")
    settled(page)
    first = results(page).first
    name = first.locator("h3 a").inner_text()
    first.locator(".plan-button").click()
    expect(page.locator(".plan-link")).to_have_text("My plan (1)")
    results(page).nth(1).locator("h3 a").click()
    page.locator("[data-plan]").click()
    other = page.locator("h1").inner_text()
    page.locator(".plan-link").click()
    in_order(page, name, other)
    page.locator(".plan-entry h3 a").first.click()
    expect(page.locator("h1")).to_have_text(name)
    page.goto(f"{server.url}en/directory/gwynedd/")
    page.locator(".asset .plan-button").nth(4).click()
    expect(page.locator(".plan-link")).to_have_text("My plan (3)")


def test_order_and_notes_survive_a_reload(server: Server, device: Device) -> None:
    page = planned(device(), server)
    in_order(page, *NAMES)
    expect(page.locator(".plan-up").first).to_be_disabled()
    expect(page.locator(".plan-down").last).to_be_disabled()
    page.locator("[name=step]").nth(2).fill("ring on Friday")
    page.locator("[name=by]").nth(2).fill("Christmas")
    page.locator("[name=who]").nth(2).fill("a friend")
    page.locator(".plan-up").nth(2).click()
    assert focused(page, ".plan-entry:nth-child(2) .plan-up")
    expect(page.locator("[role=status].said")).to_have_text("Storiel: number 2 in your plan now.")
    page.keyboard.press("Enter")
    in_order(page, NAMES[2], NAMES[0], NAMES[1])
    assert focused(page, ".plan-entry:first-child .plan-down")
    page.reload()
    expect(page.locator(".plan-entry")).to_have_count(3)
    assert [note(page, 0, field) for field in ("step", "by", "who")] == ["ring on Friday", "Christmas", "a friend"]
    page.locator(".plan-remove").nth(1).click()
    in_order(page, NAMES[2], NAMES[1])
    assert focused(page, ".plan-entry:nth-child(2) .plan-remove")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator(".plan-empty")).to_be_visible()
    assert focused(page, ".plan-empty a")


def test_what_is_typed_is_kept_at_once(server: Server, device: Device) -> None:
    page = planned(device(), server)
    page.locator("[name=step]").first.press_sequentially("go")
    page.reload()
    expect(page.locator(".plan-entry")).to_have_count(3)
    assert note(page, 0, "step") == "go"


def test_it_dies_with_the_tab(server: Server, device: Device) -> None:
    page = planned(device(), server)
    page.locator("[name=step]").first.fill("private")
    left = page.evaluate(LEFT)
    assert left == {**NOTHING, "tab": ["geirfa.plan"]}
    other = page.context.new_page()
    page.close()
    other.goto(server.url + PLAN["en"])
    expect(other.locator(".plan-empty")).to_be_visible()
    assert other.evaluate(LEFT) == NOTHING


def test_it_stays_where_that_is_chosen(server: Server, device: Device) -> None:
    page = planned(device(), server)
    page.locator("[name=step]").first.fill("ring")
    expect(page.locator(".plan-kept")).not_to_be_checked()
    page.locator(".plan-kept").check()
    until(page, READY)
    other = page.context.new_page()
    page.close()
    other.goto(server.url + PLAN["cy"])
    expect(other.locator(".plan-entry")).to_have_count(3)
    assert note(other, 0, "step") == "ring"
    expect(other.locator(".plan-kept")).to_be_checked()
    other.locator(".plan-kept").uncheck()
    until(
        other, "async () => !(await caches.keys()).length && !(await navigator.serviceWorker.getRegistrations()).length"
    )
    assert other.evaluate(LEFT) == {**NOTHING, "tab": ["geirfa.plan"]}


def test_it_opens_without_a_network_where_it_is_kept(server: Server, device: Device) -> None:
    page = planned(device(), server)
    page.locator("[name=by]").first.fill("Tuesday")
    page.locator(".plan-kept").check()
    until(page, READY)
    page.context.set_offline(True)
    page.reload()
    expect(page.locator(".plan-entry")).to_have_count(3)
    in_order(page, *NAMES)
    assert note(page, 0, "by") == "Tuesday"
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).position") == "relative", "with its style"
    page.locator(".plan-down").first.click()
    in_order(page, NAMES[1], NAMES[0], NAMES[2])
    page.context.set_offline(False)


@pytest.mark.parametrize("kept", [False, True])
def test_finish_and_clear_leaves_nothing(kept: bool, server: Server, device: Device) -> None:
    page = opened(device(), server)
    page.locator("#where").fill("LL57 1AB")
    page.locator("#where").press("Enter")
    settled(page)
    page.locator(".switches input").first.uncheck()
    planned(page, server)
    page.locator("[name=step]").first.fill("ring")
    if kept:
        page.locator(".plan-kept").check()
        until(page, READY)
    page.locator(".plan-clear").click()
    expect(page.locator(".plan-empty")).to_be_visible()
    assert focused(page, ".plan-empty a")
    expect(page.locator("[role=status].said")).to_have_text("Your plan is cleared from this device.")
    assert page.evaluate(LEFT) == NOTHING
    expect(page.locator(".plan-link")).to_be_hidden()
    assert "ring" not in page.locator("main").inner_text()
    page.go_back()
    page.wait_for_url("**/directory/**")
    assert "1AB" not in page.locator("#where").input_value() + page.locator(".status").inner_text()


def test_links_and_messages_hold_ids_alone(server: Server, device: Device) -> None:
    page = device(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script("navigator.share = async (what) => { window.shared = what; };")
    planned(page, server)
    for field in ("step", "by", "who"):
        page.locator(f"[name={field}]").first.fill("secret")
    page.locator(".plan-down").first.click()
    page.locator(".plan-link-copy").click()
    expect(page.locator(".plan-link-copy")).to_contain_text("✓")
    link = page.evaluate("navigator.clipboard.readText()")
    page.locator(".plan-share").click()
    shared: Mapping[str, str] = page.evaluate("window.shared")
    sms = unquote(page.locator(".plan-sms").get_attribute("href") or "")
    order = ",".join((IDS[1], IDS[0], IDS[2]))
    assert re.fullmatch(rf"https?://[^?#]+/en/my-plan/#groups={order}", link)
    assert shared["url"] == link and shared["text"] == f"{NAMES[1]}; {NAMES[0]}; {NAMES[2]}."
    assert sms == f"sms:?&body={shared['text']} {link}"
    hrefs = page.locator("a[href]").evaluate_all("links => links.map(({href}) => href)")
    assert not [text for text in (link, sms, page.url, *shared.values(), *hrefs) if "secret" in text]


def test_a_list_that_somebody_sent_is_asked_about(server: Server, device: Device) -> None:
    page = planned(device(), server, ids=IDS[:1])
    page.goto("about:blank")
    page.goto(f"{server.url}{PLAN['en']}#groups={IDS[0]},{IDS[1]},no-such-group,{IDS[1]}")
    expect(page.locator(".plan-names li")).to_have_text([NAMES[1]])
    page.locator(".plan-leave").click()
    expect(page.locator(".plan-sent")).to_be_hidden()
    in_order(page, NAMES[0])
    assert page.evaluate("location.hash") == ""
    page.goto("about:blank")
    page.goto(f"{server.url}{PLAN['en']}#groups={IDS[1]}")
    page.locator(".plan-take").press("Enter")
    expect(page.locator(".plan-entry")).to_have_count(2)
    assert focused(page, "h1")


def test_what_is_no_longer_listed_says_so(server: Server, device: Device) -> None:
    page = device()
    page.goto(server.url + PLAN["en"])
    page.evaluate(
        "sessionStorage.setItem('geirfa.plan', JSON.stringify([{id: 'gone-group', step: 'x'}, {id: 'storiel'}, 7, {}]))"
    )
    page.reload()
    expect(page.locator(".plan-entry")).to_have_count(2)
    expect(page.locator(".plan-card").first).to_have_text("gone-group: is no longer listed")


def test_it_prints(server: Server, device: Device) -> None:
    """On paper: every group with its address, the notes whole, no buttons and no hints."""
    page = planned(device(800, 1100), server)
    long = "ring on Monday and ask whether they are open, and whether somebody can come along the first time, and how to pay"
    page.locator("[name=step]").first.fill(long)
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".plan-card").first).to_contain_text("LL57 1DT")
    for hidden in (".plan-tools", ".plan-keep", ".plan-moves", ".plan-warning", "header.top", "footer", "input"):
        for part in page.locator(hidden).all():
            expect(part).to_be_hidden()
    assert page.locator("button:visible").count() == 0
    label = page.locator(".plan-notes label").first
    assert label.evaluate("element => getComputedStyle(element, '::after').content") == f'"{long}"'
    assert label.evaluate(
        "element => element.getBoundingClientRect().height > 2 * parseFloat(getComputedStyle(element).lineHeight)"
    )
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.pdf()[:4] == b"%PDF"


def test_by_keyboard_alone(server: Server, device: Device) -> None:
    page = planned(device(360, 740), server)
    tab_to(page, "[name=step]")
    page.keyboard.type("ring")
    tab_to(page, ".plan-down")
    page.keyboard.press("Enter")
    in_order(page, NAMES[1], NAMES[0], NAMES[2])
    tab_to(page, ".plan-kept")
    page.keyboard.press("Space")
    until(page, READY)
    page.keyboard.press("Space")
    tab_to(page, ".plan-clear")
    page.keyboard.press("Enter")
    expect(page.locator(".plan-empty")).to_be_visible()


def test_without_a_script_it_says_so(server: Server, device: Device) -> None:
    page = device(java_script_enabled=False)
    page.goto(server.url + PLAN["en"])
    expect(page.locator(".notice").first).to_contain_text("A plan needs scripts.")
    assert page.locator("#plan button:visible").count() == 0


@pytest.mark.parametrize("lang, scheme", LOOKS)
def test_no_faults_in_any_state(lang: str, scheme: str, server: Server, device: Device) -> None:
    page = device(color_scheme=scheme)
    found: dict[str, list[str]] = {}

    def look(state: str) -> None:
        for width in WIDTHS if scheme == "light" else WIDTHS[-1:]:
            page.set_viewport_size({"width": width, "height": 800})
            seen = sideways(page) if width == MIDDLE else faults(page)
            found[f"{state}, {width} px"] = [*seen, *page.evaluate(SMALL_TARGETS)]

    page.goto(server.url + PLAN[lang])
    page.evaluate(AXE_SCRIPT)
    look("empty")
    page.evaluate(f"location.hash = '#groups={','.join(IDS)}'")
    expect(page.locator(".plan-sent")).to_be_visible()
    look("sent")
    page.locator(".plan-take").click()
    expect(page.locator(".plan-entry")).to_have_count(3)
    look("with entries")
    assert report(found) == ""
