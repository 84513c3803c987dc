"""A web server for a built site: on this machine only, on a free port, with the site's own page for what is missing. It can
say all that a host would hear."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Stay quiet."""

    def parse_request(self) -> bool:
        """Keep a request, with its headers and its body, where somebody listens."""
        whole = super().parse_request()
        heard = getattr(self.server, "heard", None)
        if whole and heard is not None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            heard.append(f"{self.requestline}\n{self.headers}{body.decode('utf-8', 'replace')}")
        return whole

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's 404 page, as a host sends it."""
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server:
    """Serves a folder while it is open; `url` ends with /."""

    def __init__(self, folder: Path) -> None:
        self._server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder))
        )
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self.url = f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self) -> Server:
        self._thread.start()
        return self

    @contextlib.contextmanager
    def overheard(self) -> Iterator[list[str]]:
        """Every request from here to the end of the block, whole: address, headers, body."""
        heard: list[str] = []
        self._server.heard = heard  # type: ignore[attr-defined]
        try:
            yield heard
        finally:
            self._server.heard = None  # type: ignore[attr-defined]

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
