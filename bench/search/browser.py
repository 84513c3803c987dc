"""The one browser: a cold page with an engine opened in it, asked and timed from inside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import cast

from playwright.sync_api import Browser, Page

from bench.search.engines import Engine
from bench.search.serving import EMPTY, Server

TIMEOUT = 300_000
"""Milliseconds that opening an engine may take: some build their index then."""

LATENCY = 100
"""Milliseconds that a cold page waits for each answer, as on the road: what came before a result is told from what came after."""
SETTLED = 600
"""Milliseconds after a result in which an engine may go on fetching by itself."""


class Opened:
    """An engine in a page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def find(self, queries: Sequence[str]) -> list[list[str]]:
        """Ten hits for each query, best first."""
        script = """async queries => {
            const all = [];
            for (const query of queries) all.push([...new Set(await engine.find(query))].slice(0, 10));
            return all;
        }"""
        return cast("list[list[str]]", self._page.evaluate(script, list(queries)))

    def first(self, query: str) -> tuple[bool, set[str]]:
        """Whether there is a first result to show, and which addresses the page fetched only after it.

        Returns when nothing more is being fetched."""
        script = """async query => {
            const hits = await engine.first(query);
            window.shown = performance.now();
            return hits.length > 0;
        }"""
        late = """() => performance.getEntriesByType("resource")
            .filter(entry => entry.responseEnd > shown).map(entry => entry.name)"""
        found = bool(self._page.evaluate(script, query))
        self._page.wait_for_timeout(SETTLED)
        return found, set(cast("list[str]", self._page.evaluate(late)))

    def times(self, queries: Sequence[str]) -> list[float]:
        """Milliseconds until each query is answered as while typing."""
        script = """async queries => {
            const all = [];
            for (const query of queries) {
                const start = performance.now();
                await engine.key(query);
                all.push(performance.now() - start);
            }
            return all;
        }"""
        return cast("list[float]", self._page.evaluate(script, list(queries)))


@contextmanager
def opened(browser: Browser, server: Server, engine: Engine, lang: str, latency: int = 0) -> Iterator[Opened]:
    """Open an engine in a page of a browser that has fetched nothing before."""
    context = browser.new_context()
    context.set_default_timeout(TIMEOUT)
    try:
        page = context.new_page()
        page.goto(f"{server.url}{EMPTY}{lang}")
        if latency:
            conditions = {"offline": False, "latency": latency, "downloadThroughput": -1, "uploadThroughput": -1}
            session = context.new_cdp_session(page)
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", conditions)
        page.evaluate(
            f"async ([base, lang]) => {{ window.engine = await ({engine.script})(base, lang); }}", [server.url, lang]
        )
        yield Opened(page)
    finally:
        context.close()
