"""A web server for a folder, on this machine only, that notes which files it gave out."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from pathlib import Path
from types import TracebackType

EMPTY = "empty-page-"
"""The beginning of the address of a page with nothing on it; its language follows. It is not noted."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, given: set[Path], packed: bool, **named: object) -> None:
        self._given = given
        self._packed = packed
        super().__init__(*arguments, **named)  # type: ignore[arg-type]

    def log_message(self, format: str, *arguments: object) -> None:
        """Stay quiet."""

    def end_headers(self) -> None:
        """Nothing is kept from one page to the next, but by a host that packs; and clocks tell microseconds (which needs
        isolated pages)."""
        self.send_header("Cache-Control", "max-age=600" if self._packed else "no-store")
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        super().end_headers()

    def do_GET(self) -> None:
        """An empty page, or a file of the folder."""
        _, empty, lang = self.path.partition(f"/{EMPTY}")
        if not empty:
            file = Path(self.translate_path(self.path))
            file = file / "index.html" if file.is_dir() else file
            if file.is_file():
                self._given.add(file)
            if file.is_file() and self._packed:
                self._send(gzip.compress(file.read_bytes()), self.guess_type(file), packed=True)
            else:
                super().do_GET()
            return
        body = f'<!doctype html><html lang="{lang}"><title>Empty</title><link rel="icon" href="data:,">'.encode()
        self._send(body, "text/html; charset=utf-8")

    def _send(self, body: bytes, kind: str, packed: bool = False) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


class Server:
    """Serves a folder while it is open; `url` ends with /. `given` are the files it gave out since last emptied. Where they are
    to be `packed`, they travel and are kept as from an ordinary host."""

    def __init__(self, folder: Path, *, packed: bool = False) -> None:
        self._folder = folder.resolve()
        self.given: set[Path] = set()
        handler = functools.partial(_Handler, directory=str(self._folder), given=self.given, packed=packed)
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self.url = f"http://127.0.0.1:{self._server.server_port}/"

    def weights(self) -> dict[str, int]:
        """Bytes after gzip -9 of each file given out, by its path."""
        return {
            file.relative_to(self._folder).as_posix(): len(gzip.compress(file.read_bytes(), compresslevel=9))
            for file in sorted(self.given)
        }

    def __enter__(self) -> Server:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
