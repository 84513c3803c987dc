"""The finder of groups in Chromium: what it fetches before it shows any, how soon a filter is seen, how long a slow phone
takes from the front door to the first group."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import quote

from bench.search.serving import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

LATENCY, SETTLED = 100, 600
"""Milliseconds that each answer takes on the road, so that what came before a result is told from what came after; and in
which the page may go on fetching after it."""
BOXES, SITTINGS = 25, 3
"""Choices that are ticked and unticked again; and walks from the front door."""
PHONE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""400 kbit/s, 400 ms for each answer."""
SLOWER = 4
"""How many times slower the phone is than the machine."""
WAIT = 120_000
"""Milliseconds after which something is wrong."""

_RESULT = ".outcome-main > .results > li"
_SHOWN = f"""new MutationObserver((changes, watch) => {{
    if (!document.querySelector("{_RESULT}")) return;
    window.shown = performance.now();
    watch.disconnect();
}}).observe(document, {{childList: true, subtree: true}});"""
_LATE = """() => performance.getEntriesByType("resource")
    .filter(entry => entry.responseEnd > shown).map(entry => entry.name)"""
_TICKS = """async count => {
    const list = document.querySelector(".outcome-main > .results");
    const boxes = [...document.querySelectorAll(".filter-form label:not([hidden]) input[type=checkbox]")];
    const painted = () => new Promise(done => new MutationObserver((changes, watch) => {
        watch.disconnect();
        requestAnimationFrame(() => {
            const {port1, port2} = new MessageChannel();
            port1.onmessage = () => done(performance.now());
            port2.postMessage(0);
        });
    }).observe(list, {childList: true}));
    const times = [];
    for (let n = 0; n < count; n += 1) {
        const box = boxes[Math.floor(n * boxes.length / count)];
        for (let turn = 0; turn < 2; turn += 1) {
            const seen = painted(), start = performance.now();
            box.click();
            times.push(await seen - start);
            await new Promise(done => setTimeout(done, 200));
        }
    }
    return times;
}"""
"""Ticks and unticks boxes from all along; milliseconds from each click until the results that follow have been painted."""


@dataclass(frozen=True, slots=True)
class Found:
    """Of one site: bytes after gzip -9 of all that is fetched before the first results near a place; milliseconds from each
    change of a filter until its results are painted; seconds from each visit to the front door to the first group."""

    weight: int
    repaints: list[float]
    visits: list[float]


def measured(sites: Mapping[str, Path], place: str) -> Mapping[str, Found] | str:
    """Every built site by its size; or why there are no figures. `place` is the name of a town with many groups."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        return "Playwright is not installed (make test installs it)"
    from tests.browser.chromium import ARGUMENTS, NoChromium, find

    try:
        chromium = find()
    except NoChromium as none:
        return str(none)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.file, args=[*ARGUMENTS])
        try:
            return {size: _of_site(browser, site, place) for size, site in sites.items()}
        except Error as error:
            return str(error).splitlines()[0]
        finally:
            browser.close()


def _of_site(browser: Browser, site: Path, place: str) -> Found:
    with Server(site) as server:
        weight, repaints = _weight(browser, server, place), _repaints(browser, server, place)
    with Server(site, packed=True) as server:
        return Found(weight, repaints, [_visit(browser, server, place) for _ in range(SITTINGS)])


def _weight(browser: Browser, server: Server, place: str) -> int:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(_SHOWN)
    _slow(context.new_cdp_session(page), {**PHONE, "latency": LATENCY, "downloadThroughput": -1})
    server.given.clear()
    _open(page, f"{server.url}en/directory/#near={quote(place)}")
    page.wait_for_timeout(SETTLED)
    late = cast("list[str]", page.evaluate(_LATE))
    context.close()
    return sum(weight for file, weight in server.weights().items() if f"{server.url}{file}" not in late)


def _repaints(browser: Browser, server: Server, place: str) -> list[float]:
    """With no limit to how far, so that every group of the site is among the results."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(WAIT)
    _open(page, f"{server.url}en/directory/#near={quote(place)}&within=0")
    page.wait_for_timeout(SETTLED)
    times = cast("list[float]", page.evaluate(_TICKS, BOXES))
    context.close()
    return times


def _visit(browser: Browser, server: Server, place: str) -> float:
    """By the front door to the finder, there to a town, and the first group: nobody waits between."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.set_default_timeout(WAIT)
    session = context.new_cdp_session(page)
    _slow(session, PHONE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    start = time.perf_counter()
    page.goto(server.url, wait_until="commit")
    page.locator(".front-doors a.groups").first.click()
    page.locator("#where").fill(place)
    page.locator("#where").press("Enter")
    page.locator(_RESULT).first.wait_for()
    seconds = time.perf_counter() - start
    context.close()
    return seconds


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(_RESULT).first.wait_for(timeout=WAIT)


def _slow(session: CDPSession, conditions: Mapping[str, object]) -> None:
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", dict(conditions))
