"""Our real box: keys pressed on a page of a built site, timed until the list of hits stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from playwright.sync_api import Browser, Page, TimeoutError

from bench.search.counting import keys

_FIELD = 'form[role="search"] input >> visible=true'
_BOX = 'input[role="combobox"]'
_LOADING = 5_000
"""Milliseconds in which a field with the focus becomes a box with a list, if ever."""
_PAUSE = 250
"""Milliseconds between keys: a slow typist's, so that no key waits for the one before."""

_WATCH = """box => {
    const list = document.getElementById(box.getAttribute("aria-controls"));
    const times = [];
    let pressed = null, changes = [];
    const keep = () => {
        if (pressed !== null && changes.length) times.push([changes[0] - pressed, changes.at(-1) - pressed]);
        changes = [];
    };
    const press = event => { keep(); pressed = event.key.length === 1 ? performance.now() : null; };
    box.addEventListener("keydown", press, {capture: true});
    new MutationObserver(() => changes.push(performance.now())).observe(list, {childList: true, subtree: true});
    window.finished = () => { keep(); return times; };
}"""


@dataclass(slots=True)
class BoxTimes:
    """Milliseconds from a key going down to the first change of the list, and to the last, for each key that changes it."""

    first: list[float] = field(default_factory=list)
    last: list[float] = field(default_factory=list)


def type_keys(browser: Browser, address: str, warm: str, titles: Sequence[str]) -> BoxTimes:
    """Type titles into the box of a page. `warm` is typed first and not counted. Nothing where the page has no such box."""
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(address)
        if not _focused(page):
            return BoxTimes()
        _type(page, warm)
        page.locator(_BOX).first.evaluate(_WATCH)
        for title in titles:
            _type(page, title)
        times = cast("list[list[float]]", page.evaluate("finished()"))
        return BoxTimes([first for first, _ in times], [last for _, last in times])
    finally:
        context.close()


def _focused(page: Page) -> bool:
    """Give the field the focus; whether it is a box with a list then."""
    entry = page.locator(_FIELD).first
    if not entry.count():
        return False
    entry.focus()
    try:
        page.locator(f"{_BOX}[aria-controls]").first.wait_for(timeout=_LOADING)
    except TimeoutError:
        return False
    return True


def _type(page: Page, title: str) -> None:
    """Type into the box, emptied without a key that writes."""
    box = page.locator(_BOX).first
    box.fill("")
    page.wait_for_timeout(_PAUSE)
    box.press_sequentially(keys(title)[-1], delay=_PAUSE)
    page.wait_for_timeout(_PAUSE)
