"""What is new and changed: the home page shows the first of it, a page and a feed show all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import groupby
from typing import Any, NamedTuple

from generator.catalogue import Catalogue
from generator.escaping import escape
from generator.issues import N_
from generator.kinds.record import Record
from generator.render.renderer import Renderer
from generator.render.view import View

NAME = "news"
FEED = "feed.xml"
"""The feed, beside the page of what is new."""
FED = 50
"""Entries of a feed: readers ask for it again and again."""
NAMED = 20
"""Records that an entry of a feed names; the page names all."""


@dataclass(frozen=True, slots=True)
class News:
    """What is new: all records changed on one day in the same words."""

    on: date
    what: Mapping[str, str]
    records: tuple[Record, ...]

    @property
    def id(self) -> str:
        """Its place on the page: the same as long as its day and words are."""
        return f"{self.on}-{sha256('|'.join(self.what.values()).encode()).hexdigest()[:8]}"


def news(catalogue: Catalogue) -> list[News]:
    """Changes of all kinds, newest first; equal words on one day are one entry."""
    grouped: dict[tuple[date, str], tuple[Mapping[str, str], list[Record]]] = {}
    for records in catalogue.records.values():
        for record in records.values():
            if not record.pages:
                continue
            for change in record.changes:
                key = (change.on, "\n".join(change.what.values()))
                grouped.setdefault(key, (change.what, []))[1].append(record)
    entries = [News(on, what, tuple(records)) for (on, _), (what, records) in grouped.items()]
    return sorted(entries, key=lambda entry: (-entry.on.toordinal(), sorted(entry.what.items())))


class Part(NamedTuple):
    """Records of one kind that are new: what the kind is called, where its list is, the records in alphabetical order."""

    name: str
    list: str
    records: Sequence[Record]


def entries(renderer: Renderer, lang: str, address: str, most: int | None = None) -> list[tuple[News, list[Part]]]:
    """What is new, all or the first of it, kind by kind, as a page shows it."""
    here, wording, catalogue = renderer.here(lang, address), renderer.wordings[lang], renderer.catalogue

    def parts(entry: News) -> Iterator[Part]:
        for folder, found in groupby(here.sorted(entry.records), key=lambda record: record.folder):
            yield Part(wording.plain(catalogue.kinds[folder].labels), here.page(folder), list(found))

    return [(entry, list(parts(entry))) for entry in news(catalogue)[:most]]


def _values(renderer: Renderer, lang: str) -> Mapping[str, Any]:
    """All that is new, and where the feed is, for a site that knows its address."""
    shown = entries(renderer, lang, renderer.view_address(NAME, lang))
    return {"entries": shown, "feed": FEED if renderer.catalogue.site.url else ""}


def _beside(renderer: Renderer, lang: str, values: Mapping[str, Any]) -> Mapping[str, str]:
    return {FEED: "".join(_feed(renderer, lang))} if renderer.catalogue.site.url else {}


def _feed(renderer: Renderer, lang: str) -> Iterator[str]:
    """The feed (Atom, RFC 4287). An entry is dated at the beginning of its day: no time of day is known."""
    catalogue, wording = renderer.catalogue, renderer.wordings[lang]
    base, address = catalogue.site.url or "", renderer.view_address(NAME, lang)
    fed = news(catalogue)[:FED]
    name = catalogue.said(catalogue.site.name, lang).text or "Geirfa"
    page = escape(base + address)
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}">\n'
    yield f"<title>{escape(name)}: {escape(wording.plain(N_('New and changed')))}</title>\n<id>{page}</id>\n"
    yield f'<link href="{page}"/>\n<link rel="self" href="{page}{FEED}"/>\n<author><name>{escape(name)}</name></author>\n'
    yield f"<updated>{fed[0].on}T00:00:00Z</updated>\n"
    for entry in fed:
        named = [catalogue.title(record, lang).text for record in entry.records[:NAMED]]
        more = len(entry.records) - len(named)
        said = ", ".join(named) + (f" {wording.count('and {n} more', 'and {n} more', more).unescape()}" if more else "")
        yield f"<entry><title>{escape(catalogue.said(entry.what, lang).text)}</title><id>{page}#{entry.id}</id>"
        yield f'<link href="{page}#{entry.id}"/><updated>{entry.on}T00:00:00Z</updated>'
        yield f"<summary>{escape(said)}</summary></entry>\n"
    yield "</feed>\n"


VIEWS = (
    View(
        NAME,
        N_("New and changed"),
        N_("What was added and what was changed, newest first, and a feed to follow it."),
        _values,
        beside=_beside,
    ),
)
