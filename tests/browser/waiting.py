"""Waiting for what a page's elements do not show.

Playwright's own `wait_for_function` compiles its text again at each look, which our pages' policy refuses ('unsafe-eval'):
it works only where the first look finds what it waits for. Text handed to `evaluate` is let through.
"""

from __future__ import annotations

import time

from playwright.sync_api import Page

PATIENCE = 10.0
"""Seconds, as for everything else these tests wait for."""


def until(page: Page, script: str, arg: object = None) -> None:
    """Wait until a script, or the promise it gives, is true in the page.

    Raises AssertionError after PATIENCE.
    """
    end = time.monotonic() + PATIENCE
    while not page.evaluate(script, arg):
        assert time.monotonic() < end, f"never true in {page.url}: {script}"
        page.wait_for_timeout(30)
