"""Built pages as trees: strict parsing, and what tests ask of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib

HEADING = re.compile(r"h[1-6]")


def parse(text: str) -> Element:
    """A whole page as a tree. Raises html5lib's ParseError at the first thing HTML5 does not allow."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(text)
    return root


def elements(top: Element, *tags: str) -> Iterator[Element]:
    """Elements in document order, of these tags or of any."""
    for element in top.iter():
        if isinstance(element.tag, str) and (not tags or element.tag in tags):
            yield element


def words(element: Element) -> str:
    """The text of an element and all in it, white space collapsed."""
    return " ".join("".join(element.itertext()).split())


def classes(element: Element) -> set[str]:
    return set(element.get("class", "").split())


def shape(top: Element) -> list[str]:
    """The tags of a tree in document order: equal for pages that differ in their texts only."""
    return [str(element.tag) for element in elements(top)]


@dataclass(frozen=True)
class Page:
    """One file of a built site. `file` is its path from the site's root."""

    file: str
    html: str

    @cached_property
    def top(self) -> Element:
        return parse(self.html)

    @property
    def address(self) -> str:
        return self.file.removesuffix("index.html")

    @property
    def lang(self) -> str:
        return self.top.get("lang", "")

    @cached_property
    def title(self) -> str:
        return words(self.first("title"))

    def all(self, *tags: str, **wanted: str) -> list[Element]:
        """Elements by tag and attributes; class_ names one of the classes."""
        of_class = wanted.pop("class_", "")
        return [
            element
            for element in elements(self.top, *tags)
            if all(element.get(name) == value for name, value in wanted.items())
            and (not of_class or of_class in classes(element))
        ]

    def first(self, *tags: str, **wanted: str) -> Element:
        found = self.all(*tags, **wanted)
        assert found, f"{self.file}: no {tags} {wanted}"
        return found[0]

    def id(self, name: str) -> Element:
        return self.first(id=name)

    @cached_property
    def ids(self) -> list[str]:
        return [element.get("id", "") for element in elements(self.top) if "id" in element.attrib]

    @cached_property
    def headings(self) -> list[Element]:
        return [element for element in elements(self.top) if HEADING.fullmatch(str(element.tag))]

    def meta(self, name: str) -> str | None:
        """The content of a <meta>, by name or property."""
        found = [m for m in self.all("meta") if name in (m.get("name"), m.get("property"), m.get("http-equiv"))]
        return found[0].get("content") if found else None

    def link_of(self, rel: str) -> list[Element]:
        return [link for link in self.all("link") if link.get("rel") == rel]

    def to(self, href: str) -> tuple[str, str]:
        """Where an address written on this page leads: the file of the site and the anchor; ("", "") for elsewhere."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return "", ""
        path, anchor = urldefrag(urljoin(f"/{self.address}", href))
        path = urlsplit(path).path.lstrip("/")
        return (path + "index.html" if not path or path.endswith("/") else path), anchor

    @cached_property
    def langs(self) -> Mapping[Element, str]:
        """The language each element is in: its own or its nearest ancestor's."""
        found: dict[Element, str] = {}

        def walk(element: Element, lang: str) -> None:
            found[element] = element.get("lang", lang)
            for child in element:
                walk(child, found[element])

        walk(self.top, "")
        return found


def pages(site: Path) -> dict[str, Page]:
    """Every HTML page of a built site by its file."""
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return {file: Page(file, (site / file).read_text(encoding="utf-8")) for file in found}


def bytes_of(site: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def different(one: Path, other: Path) -> list[str]:
    """The files in which two folders differ, those that only one has among them."""
    first, second = bytes_of(one), bytes_of(other)
    return sorted(file for file in first.keys() | second.keys() if first.get(file) != second.get(file))
