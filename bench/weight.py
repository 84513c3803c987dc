"""What a reader's browser fetches for a page that it has never seen: HTML, and what the HTML makes it load."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from bench.measure import Failed

OWN = "https://example.org/"
"""The site's address in the workloads."""

_LOADING_RELS = {"stylesheet", "modulepreload", "preload", "prefetch", "preconnect", "dns-prefetch", "icon", "manifest"}
_LOADING = {
    ("img", "src"),
    ("script", "src"),
    ("iframe", "src"),
    ("source", "src"),
    ("video", "src"),
    ("video", "poster"),
    ("audio", "src"),
    ("track", "src"),
    ("embed", "src"),
    ("object", "data"),
    ("input", "src"),
}
_CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')\s]+)|@import\s+["']([^"']+)""")
_JS_IMPORT = re.compile(r"""(?:^|;)\s*(?:import|export)\b[^;'"()]*["']([^"']+)["']""", re.MULTILINE)
_JS_FOREIGN = re.compile(r"""["'`]((?:https?:|wss?:)?//[\w-]+\.[^"'`\s]+)""")
_NOT_FOREIGN = {urlsplit(OWN).netloc, "www.w3.org"}
"""Ourselves, and the host that names of XML dialects begin with; nobody asks it for anything."""


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes after gzip: of the heaviest term page's HTML, and of that page with all it loads.

    `foreign` are the hosts of others that any term page makes the browser ask, or that a script names; `missing` are
    addresses that term pages load and that are not there."""

    html: int
    everything: int
    foreign: tuple[str, ...]
    missing: tuple[str, ...]


class _Loads(HTMLParser):
    """Addresses that a page makes a browser load without being asked."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value for name, value in attrs if value}
        if tag == "link" and _LOADING_RELS & set(values.get("rel", "").lower().split()):
            self.found.append(values.get("href", ""))
        self.found += [value for name, value in values.items() if (tag, name) in _LOADING]
        if tag in ("img", "source"):
            self.found += [part.split()[0] for part in values.get("srcset", "").split(",") if part.strip()]
        self.found += _css(values.get("style", ""))


def _css(text: str) -> list[str]:
    return [first or second for first, second in _CSS_ADDRESS.findall(text)]


def weigh(site: Path) -> Weight:
    """Weigh the term pages of a built workload. Raises Failed where there are none."""
    pages = [*(site / "en/glossary").glob("*/index.html"), *(site / "cy/geirfa").glob("*/index.html")]
    if not pages:
        raise Failed("no term page at en/glossary or cy/geirfa")
    scale = _Scale(site)
    fetched = {page: scale.fetched(page) for page in pages}
    heaviest = max(pages, key=lambda page: (_gzipped(page), str(page)))
    return Weight(
        _gzipped(heaviest),
        sum(map(_gzipped, fetched[heaviest])),
        tuple(sorted(scale.foreign)),
        tuple(sorted(scale.missing)),
    )


class _Scale:
    """Follows what pages load, and notes the hosts of others on the way."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._loaded: dict[Path, tuple[Path, ...]] = {}
        self.foreign: set[str] = set()
        self.missing: set[str] = set()

    def fetched(self, page: Path) -> set[Path]:
        """The page and every file of the site that it makes the browser load."""
        found, waiting = {page}, [page]
        while waiting:
            for file in self._loads(waiting.pop()):
                if file not in found:
                    found.add(file)
                    waiting.append(file)
        return found

    def _loads(self, file: Path) -> tuple[Path, ...]:
        if file not in self._loaded:
            base = OWN + file.relative_to(self._site).as_posix()
            addresses = (urldefrag(urljoin(base, address)).url for address in self._addresses(file))
            self._loaded[file] = tuple(found for address in addresses if (found := self._local(address)))
        return self._loaded[file]

    def _addresses(self, file: Path) -> list[str]:
        """Addresses in a page, style or script, as written."""
        if file.suffix not in (".html", ".css", ".js", ".mjs"):
            return []
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".html":
            loads = _Loads()
            loads.feed(text)
            return loads.found
        if file.suffix == ".css":
            return _css(text)
        self.foreign |= {_host(address) for address in _JS_FOREIGN.findall(text)} - _NOT_FOREIGN
        return _JS_IMPORT.findall(text)

    def _local(self, address: str) -> Path | None:
        """The file that answers an address; None, and a note of why, where none of ours does."""
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https"):
            return None
        if not address.startswith(OWN):
            self.foreign.add(parts.netloc)
            return None
        file = self._site / unquote(parts.path).lstrip("/")
        if file.is_file():
            return file
        self.missing.add(parts.path)
        return None


def _host(address: str) -> str:
    return urlsplit(address).netloc


def _gzipped(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), compresslevel=9))
