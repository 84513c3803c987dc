"""What a host can hear of a reader who looks for groups: never a full postcode, words, or what is in a list; no other host hears
anything. Asked of the server, which hears whole requests, whoever sends them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote_plus

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Device
from tests.browser.finding import FINDER, ask, ids, opened, results, settled
from tests.browser.places import LANGUAGES
from tests.browser.server import Server
from tests.browser.waiting import until

PLAN = {"en": "en/my-plan/", "cy": "cy/fy-nghynllun/"}
WORDS, NOTE = "xylophone gardening", "remember sore knees"
POSTCODES = ("LL57 1AB", "CF10 1AA", "NP20 4UR")


def plain(request: str) -> str:
    """A request as somebody who pries would read it: no escapes, no spaces, small letters."""
    return re.sub(r"[\s%+_-]", "", unquote_plus(unquote_plus(request))).casefold()


def leaks(heard: Sequence[str], secrets: Sequence[str]) -> list[str]:
    """Requests that hold a secret, or a word or the second half of one."""
    parts = {plain(part) for secret in secrets for part in (secret, *secret.split()) if len(part) > 2}
    districts = {plain(postcode.split()[0]) for postcode in POSTCODES}
    return [
        f"{part}: {request.splitlines()[0]}"
        for request in heard
        for part in parts - districts
        if part in plain(request)
    ]


def walk(page: Page, server: Server, lang: str) -> list[str]:
    """Find in every way, make a list, come and go; returns what is in the list. The page of no group is opened."""
    opened(page, server, lang=lang)
    for typed in (*POSTCODES, "Casnewydd", "Newport", "aberystw"):
        page.locator("#where").fill("")
        page.locator("#where").press_sequentially(typed)
        page.locator("#where").press("Enter")
    settled(page)
    ask(page, POSTCODES[0])
    page.locator("#words").press_sequentially(WORDS)
    expect(page.locator(".chips .chip")).to_have_count(1)
    page.locator("#words").fill("")
    page.locator("#where").focus()
    expect(page.locator(".chips")).to_be_hidden()
    page.locator(".filters > summary").focus()
    page.locator("[data-facet=day] label:not([hidden]) input").first.check()
    page.locator("#sort").select_option("name")
    page.locator(".chip").first.click()
    for button in page.locator(".results .plan-button").all()[:2]:
        button.click()
    taken = ids(page)[:2]
    page.reload()
    settled(page)
    page.go_back()
    settled(page)
    page.go_forward()
    settled(page)
    page.locator("a.switch").click()
    page.wait_for_url(f"**/{FINDER['cy' if lang == 'en' else 'en']}**")
    settled(page)
    page.go_back()
    settled(page)
    page.locator(".plan-link").click()
    expect(page.locator(".plan-entry")).to_have_count(2)
    page.locator("[name=step]").first.fill(NOTE)
    page.reload()
    expect(page.locator("[name=step]").first).to_have_value(NOTE)
    page.locator(".plan-down").first.click()
    page.locator(".plan-link-copy").click()
    expect(page.locator(".plan-link-copy")).to_contain_text("✓")
    return taken


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_request_of_any_kind_tells_what_a_reader_looks_for(lang: str, server: Server, device: Device) -> None:
    page = device(permissions=["clipboard-read", "clipboard-write"])
    with server.overheard() as heard:
        taken = walk(page, server, lang)
        page.goto(f"{server.url}{PLAN[lang]}")
        page.locator(".plan-kept").check()
        until(page, "navigator.serviceWorker.controller !== null")
        until(
            page,
            f"async () => (await (await caches.open('geirfa-plan')).keys()).some(({{url}}) => url.includes('{PLAN[lang]}'))",
        )
        page.reload()
        expect(page.locator(".plan-entry")).to_have_count(2)
        link = page.evaluate("navigator.clipboard.readText()")
    assert len(heard) > 40
    assert (
        leaks(heard, [*POSTCODES, WORDS, NOTE, "Casnewydd", "aberystw", *(id.replace("-", "") for id in taken)]) == []
    )
    assert not [line for line in heard if not line.startswith("GET /")]
    assert not [line for line in heard if re.match(r"GET [^ ]*[?#]", line)], "nothing behind a ?"
    assert not [line for line in heard if re.search(r"^(Referer|Cookie):", line, re.MULTILINE)]
    assert link.endswith("#groups=" + ",".join(reversed(taken)))
    assert plain(NOTE) not in plain(link)
    assert {line.split()[1].rpartition("/")[2] for line in heard if "/geo/" in line} <= {
        "places.json", "districts.json", "LL57.json", "CF10.json", "NP20.json"
    }  # fmt: skip


def test_a_postcode_stays_in_the_tab(server: Server, device: Device) -> None:
    """The address has its first half; the tab's own store alone has the rest; nothing is left on the device."""
    page = opened(device(), server)
    ask(page, POSTCODES[0])
    assert page.evaluate("location.href").endswith("#near=LL57")
    assert page.evaluate("history.state") is None
    assert page.evaluate("Object.keys(sessionStorage)") == ["geirfa.place"]
    stored = "async () => [localStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length]"
    assert page.evaluate(stored) == [0, "", 0, 0]
    other = page.context.new_page()
    opened(other, server, "near=LL57")
    assert "LL57 1AB" not in settled(other)
    page.reload()
    assert "LL57 1AB" in settled(page)


def test_a_shared_link_brings_the_same_groups(server: Server, device: Device) -> None:
    sender = opened(device(), server, "near=LL57&within=20&need=loneliness")
    settled(sender)
    receiver = device()
    receiver.goto(sender.url)
    settled(receiver)
    assert ids(receiver) == ids(sender) and results(receiver).count() > 2
    expect(receiver.locator(".chips .chip")).to_have_count(1)


def test_copying_the_link_copies_the_address(server: Server, device: Device) -> None:
    page = opened(device(permissions=["clipboard-read", "clipboard-write"]), server)
    ask(page, POSTCODES[1])
    page.locator("[data-copy-address]").click()
    expect(page.locator("[data-copy-address]")).to_contain_text("✓")
    assert page.evaluate("navigator.clipboard.readText()") == f"{server.url}{FINDER['en']}#near=CF10"
