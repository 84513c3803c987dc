"""The records as a root of ours: content/glossary, assets, handover, organisations, sources, vocabularies, site.yml.

The YAML is written by hand, in the layout of real records: a general emitter takes longer than all the rest together.
Every text here is made of letters, digits, spaces and points, so that nothing needs quotes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from bench.files import Folder
from bench.groups import Group, Tree
from bench.lists import PLACES, Lists, Spot
from bench.lists import Entry as ListEntry
from bench.records import SOURCES, THEMES, Entry, Records, source_address

_WIDTH = 90
_PLACES_A_FILE = 150
"""A file may hold 64 KB."""

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
  assets:
    en: directory
    cy: cyfeiriadur
  by-need:
    en: need
    cy: angen
  by-activity:
    en: activity
    cy: gweithgaredd
timezone: Europe/London
"""


class GeirfaForm:
    """Writes records into `path`, a root of ours."""

    def __init__(self, path: Path, records: Records) -> None:
        self._folder = Folder(path)
        self._records = records

    def add(self, entry: Entry) -> None:
        """Write one term."""
        self._write(f"glossary/{entry.id}", _term(entry))

    def add_group(self, group: Group) -> None:
        """Write one group."""
        self._write(f"assets/{group.area}/{group.id}", group.tree)

    def close(self) -> None:
        """Write what the records refer to, and what the root says about itself."""
        self._folder.write("content/site.yml", _SITE)
        for source in SOURCES:
            self._write(
                f"sources/{source.id}", {"name": source.name, "type": "report", "url": source_address(source.id)}
            )
        for body in self._records.bodies:
            self._write(f"organisations/{body.id}", {"name": body.name, "type": "charity", "review": _DRAFT})
        for area, handover in self._records.handover.items():
            self._write(f"handover/{area}", handover)
        for name, tree in _vocabularies(self._records.lists):
            self._write(f"vocabularies/{name}", tree)

    def _write(self, name: str, tree: Tree) -> None:
        self._folder.write(f"content/{name}.yml", "\n".join(_lines(tree, "")) + "\n")


_DRAFT: Tree = {"en": {"status": "draft"}, "cy": {"status": "draft"}}


def _term(entry: Entry) -> Tree:
    return {
        "term": entry.title,
        "class": "core" if entry.core else "non-core",
        "definition": entry.definition,
        "easy_read": entry.easy_read,
        "themes": entry.themes,
        "forms": {code: {"other": others} for code, others in entry.also_called.items()},
        "related": entry.related,
        "sources": [
            {"source": id, "at": source_address(id), "supports": ["class" if number else "term.en"]}
            for number, id in enumerate(entry.sources)
        ],
        "origin": {"en": "published", "cy": "editorial", "class": "editorial"},
        "review": _DRAFT,
    }


def _vocabularies(lists: Lists) -> Iterator[tuple[str, Tree]]:
    yield "themes", _named("Themes", "Themâu", {theme.id: {"name": theme.name} for theme in THEMES})
    for name, entries in lists.entries.items():
        extra = {"needs": {"page": "needs"}, "activities": {"groups": "interests"}}.get(name, {})
        title = name.replace("-", " ").capitalize()
        yield name, _named(title, title, {entry.id: _list_entry(entry) for entry in entries}, extra)
    yield "areas", _named("Areas", "Ardaloedd", {area.id: _spot(area) for area in lists.areas})
    for number in range(PLACES // _PLACES_A_FILE):
        part = islice(lists.places, number * _PLACES_A_FILE, (number + 1) * _PLACES_A_FILE)
        named = _named("Places", "Lleoedd", {place.id: _spot(place) for place in part}, {"part_of": "places"})
        yield f"places-{number + 1}", named


def _named(en: str, cy: str, entries: Tree, extra: Tree | None = None) -> Tree:
    return {"name": {"en": en, "cy": cy}, **(extra or {}), "entries": entries}


def _list_entry(entry: ListEntry) -> Tree:
    group = {"group": entry.group} if entry.group else {}
    return {"name": entry.name, "note": entry.note, "forms": entry.forms, **group}


def _spot(spot: Spot) -> Tree:
    code = {"code": spot.code} if spot.code else {}
    within = {"within": [spot.within]} if spot.within else {}
    return {"name": spot.name, "place": {"level": spot.level, **code, **within, "point": str(spot.point)}}


def _lines(tree: Tree, indent: str) -> Iterator[str]:
    """A record's lines; what is empty is left out."""
    for name, value in tree.items():
        if isinstance(value, str):
            yield from _text(f"{indent}{name}:", value, indent)
        elif value:
            yield f"{indent}{name}:"
            inner = indent + "  "
            yield from _lines(value, inner) if isinstance(value, Mapping) else _items(value, inner)


def _items(values: Sequence[str | Tree], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield f"{indent}- {value}"
        else:
            first, *rest = _lines(value, indent + "  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest


def _text(start: str, text: str, indent: str) -> Iterator[str]:
    """A text on its line where it fits, else below it, broken at spaces."""
    if len(start) + len(text) < _WIDTH:
        yield f"{start} {text}"
        return
    yield f"{start} >-"
    inner = indent + "  "
    begin, room = 0, _WIDTH - len(inner)
    while len(text) - begin > room:
        end = text.rindex(" ", begin, begin + room + 1)
        yield inner + text[begin:end]
        begin = end + 1
    yield inner + text[begin:]
