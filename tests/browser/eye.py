"""Sees what goes wrong behind a page: errors in the console, breaches of the content security policy, lost requests,
requests to foreign hosts."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

OWN_HOST = "127.0.0.1"


class Eye:
    """Gathers troubles and requests of every page it watches, from `open` to `close`."""

    def __init__(self) -> None:
        self.troubles: list[str] = []
        self.requests: list[str] = []
        self.allowed: set[str] = set()

    def open(self, *allowed: str) -> None:
        """Start anew. `allowed` are addresses that may be missing."""
        self.troubles.clear()
        self.requests.clear()
        self.allowed = set(allowed)

    def close(self) -> list[str]:
        return list(self.troubles)

    def watch(self, page: Page) -> None:
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.troubles.append(f"error in a script: {error}"))
        page.on("request", self._asked)
        page.on("response", self._answered)
        page.on("requestfailed", self._failed)

    def _said(self, message: ConsoleMessage) -> None:
        # A missing file is told by its answer, with its address.
        if message.type in {"error", "warning"} and "Failed to load resource" not in message.text:
            self.troubles.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https"} and parts.hostname != OWN_HOST:
            self.troubles.append(f"a foreign host was asked: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and response.url not in self.allowed:
            self.troubles.append(f"{response.status} for {response.url}")

    def _failed(self, request: Request) -> None:
        # A page left while it loads is no trouble.
        if request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"no answer ({request.failure}): {request.url}")
