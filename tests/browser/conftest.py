"""What the browser tests share: built sites, a server for each, one browser a worker, and an eye on everything that goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator import catalogue
from generator.directory import Directory
from tests.browser import chromium, places
from tests.browser.eye import Eye
from tests.browser.finding import Recount
from tests.browser.server import Server
from tests.conftest import REPOSITORY, built

SMALL_ROOT = Path(__file__).parent / "root"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser on a busy machine now and then misses its moment: what fails here is tried once more, and the closing line counts
    it. What is broken fails twice."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def server(real_site: Path) -> Iterator[Server]:
    """The site of the real content."""
    with Server(real_site) as running:
        yield running


@pytest.fixture(scope="session")
def small_server(between_workers: Path) -> Iterator[Server]:
    """The site of a small root that never changes with the content."""
    with Server(built(SMALL_ROOT, between_workers / "small-site")) as running:
        yield running


@pytest.fixture(scope="session")
def addresses() -> Mapping[tuple[str, str], str]:
    return places.addresses(REPOSITORY)


@pytest.fixture(scope="session")
def small_addresses() -> Mapping[tuple[str, str], str]:
    return places.addresses(SMALL_ROOT)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium a worker. Without one every browser test fails and says what to do: none is skipped."""
    found, missing = None, ""
    try:
        found = chromium.find()
    except chromium.NoChromium as none:
        missing = str(none)
    if found is None:
        pytest.fail(missing, pytrace=False)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found.file, args=list(chromium.ARGUMENTS))
        yield running
        running.close()


class Contexts:
    """Browser contexts by what they emulate, made once; each has one page, watched for all that goes wrong."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.eye = Eye()
        self._pages: dict[str, Page] = {}

    def page(self, width: int = 1280, height: int = 900, **emulated: object) -> Page:
        """The page of a context with these settings of Playwright's new_context, at this size, empty."""
        key = repr(sorted(emulated.items()))
        if key not in self._pages:
            context: BrowserContext = self.browser.new_context(**emulated)  # type: ignore[arg-type]
            context.set_default_timeout(10_000)
            self._pages[key] = context.new_page()
            self.eye.watch(self._pages[key])
        page = self._pages[key]
        page.set_viewport_size({"width": width, "height": height})
        page.goto("about:blank")
        return page


@pytest.fixture(scope="session")
def all_contexts(browser: Browser) -> Contexts:
    return Contexts(browser)


@pytest.fixture
def contexts(all_contexts: Contexts) -> Iterator[Contexts]:
    """Pages to use; fails when one logged an error, broke the content security policy, lost a request or asked a foreign host."""
    all_contexts.eye.open()
    yield all_contexts
    assert all_contexts.eye.close() == []


Device = Callable[..., Page]
"""Makes a page on a device of its own, on which nothing is stored: device(width, height, **settings of new_context)."""


@pytest.fixture
def device(contexts: Contexts, browser: Browser) -> Iterator[Device]:
    made: list[BrowserContext] = []

    def make(width: int = 1280, height: int = 900, **emulated: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **emulated)  # type: ignore[arg-type]
        made.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        contexts.eye.watch(page)
        return page

    yield make
    for context in made:
        context.close()


@pytest.fixture(scope="session")
def recount(between_workers: Path) -> Recount:
    """What there is to find in our own content, counted without the browser."""
    return Recount(Directory(catalogue.load(REPOSITORY, cache=between_workers / "postcodes")))
