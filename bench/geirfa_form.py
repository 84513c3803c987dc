"""The records as a root of ours: content/glossary, sources, vocabularies, site.yml.

The YAML is written by hand, in the layout of real records: a general emitter takes longer than all the rest together.
Every text here is made of letters, spaces and points, so that nothing needs quotes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.files import Folder
from bench.records import SOURCES, THEMES, Entry, Texts, source_address

_WIDTH = 90

_SITE = """\
name:
  en: Workload glossary
  cy: Geirfa llwyth gwaith
tagline:
  en: Made-up words to measure with.
  cy: Geiriau gwneud at fesur.
languages:
  - code: en
    locale: en-GB
  - code: cy
    locale: cy-GB
url: https://example.org/
repository: https://example.org/owner/workload
paths:
  glossary:
    cy: geirfa
"""


class GeirfaForm:
    """Writes records into `path`, a root of ours."""

    def __init__(self, path: Path) -> None:
        self._folder = Folder(path)

    def add(self, entry: Entry) -> None:
        """Write one record."""
        self._folder.write(f"content/glossary/{entry.id}.yml", "\n".join(_record(entry)) + "\n")

    def close(self) -> None:
        """Write what the records refer to, and what the root says about itself."""
        self._folder.write("content/site.yml", _SITE)
        lines = [*_lines("name", {"en": "Themes", "cy": "Themâu"}), "entries:"]
        for theme in THEMES:
            lines += [f"  {theme.id}:", *(f"    {line}" for line in _lines("name", theme.name))]
        self._folder.write("content/vocabularies/themes.yml", "\n".join(lines) + "\n")
        for source in SOURCES:
            lines = [*_lines("name", source.name), "type: report", f"url: {source_address(source.id)}"]
            self._folder.write(f"content/sources/{source.id}.yml", "\n".join(lines) + "\n")


def _record(entry: Entry) -> Iterator[str]:
    yield from _lines("term", entry.title)
    yield f"class: {'core' if entry.core else 'non-core'}"
    yield from _prose("definition", entry.definition)
    yield from _prose("easy_read", entry.easy_read)
    yield from _list("themes", entry.themes)
    if entry.also_called:
        yield "forms:"
        for code, others in entry.also_called.items():
            yield f"  {code}:"
            yield from (f"    {line}" for line in _list("other", others))
    yield from _list("related", entry.related)
    yield "sources:"
    for number, source in enumerate(entry.sources):
        yield f"  - source: {source}"
        yield f"    at: {source_address(source)}"
        yield "    supports:"
        yield f"      - {'class' if number else 'term.en'}"
    yield "origin:\n  en: published\n  cy: editorial\n  class: editorial"
    yield "review:\n  en:\n    status: draft\n  cy:\n    status: draft"


def _lines(field: str, texts: Texts) -> Iterator[str]:
    yield f"{field}:"
    for code, text in texts.items():
        yield f"  {code}: {text}"


def _list(field: str, values: tuple[str, ...]) -> Iterator[str]:
    if values:
        yield f"{field}:"
        yield from (f"  - {value}" for value in values)


def _prose(field: str, texts: Mapping[str, str]) -> Iterator[str]:
    if texts:
        yield f"{field}:"
        for code, text in texts.items():
            yield f"  {code}: >-"
            yield from _wrapped(text)


def _wrapped(text: str) -> Iterator[str]:
    """The text as indented lines of at most 90 columns, broken at spaces."""
    indent = "    "
    start, room = 0, _WIDTH - len(indent)
    while len(text) - start > room:
        end = text.rindex(" ", start, start + room + 1)
        yield indent + text[start:end]
        start = end + 1
    yield indent + text[start:]
