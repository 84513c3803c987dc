"""Where assets are, for templates: venues as far as they may be shown, towns, areas, and addresses of the directory's pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.catalogue import Catalogue, Said
from generator.directory import Directory
from generator.escaping import EMPTY, escape, safe
from generator.geo.whereabouts import Spot
from generator.kinds.asset import Asset
from generator.kinds.record import Record
from generator.kinds.venue import Access, Venue
from generator.languages import language
from generator.mentions import Mentions
from generator.render.word import WordHere
from generator.wording import Wording

DIRECTIONS = "https://www.openstreetmap.org/directions?to="
"""Where a reader is led who asks for directions: a link, followed only when it is chosen."""


class Shown(NamedTuple):
    """A venue as readers see it. `lines` are its name and address, "" where they are not to be shown; `directions` is "" where
    its place is not known exactly, or is not to be shown."""

    lines: Markup
    town: Markup
    directions: str
    access: Sequence[Access]
    note: Mapping[str, str]
    hidden: bool


class PlaceHere(WordHere):
    """As WordHere, for places too."""

    def __init__(
        self, catalogue: Catalogue, wording: Wording, root: str, mentions: Mentions, directory: Directory
    ) -> None:
        super().__init__(catalogue, wording, root, mentions)
        self.directory = directory
        self._crumbs: dict[str, tuple[Said, str]] = {}
        self._area_pages: dict[str, str] = {}
        self._ways: dict[tuple[str, str], Markup] = {}
        self._listed: dict[str, Markup] = {}
        self._towns: dict[tuple[str | None, ...], Markup] = {}

    def shelf_crumb(self, record: Record) -> tuple[Said, str]:
        """The page of the shelf a record lies on, for its breadcrumb."""
        shelf = record.shelf
        if shelf not in self._crumbs:
            entry = self.catalogue.entries_of(record.shelves).get(shelf)
            name = self.said(entry.name) if entry else Said(shelf, self.lang)
            self._crumbs[shelf] = name, self.area_page(shelf).removeprefix(self.root)
        return self._crumbs[shelf]

    def area(self, asset: Asset) -> Markup:
        """The name of the area an asset is listed under."""
        return self.entry_name(Asset.shelves, asset.shelf)

    def areas(self) -> list[tuple[str, Markup]]:
        """Areas with a page, by name; those that hold all others first."""
        sort_key = language(self.lang).sort_key
        named = [(id, self.entry_name(Asset.shelves, id)) for id in self.directory.areas]
        everywhere = self.directory.everywhere
        return sorted(named, key=lambda found: (found[0] not in everywhere, sort_key(str(found[1]))))

    def venues(self, asset: Asset) -> list[Shown]:
        """Where it happens, as far as it may be shown."""
        spots = {spot.venue: spot for spot in self.directory.spots[asset.id]}
        return [self._venue(venue, spots.get(name)) for name, venue in asset.venues.items()]

    def _venue(self, venue: Venue, spot: Spot | None) -> Shown:
        town = self._town(venue) if venue.mask != "none" else EMPTY
        if venue.mask != "exact":
            return Shown(EMPTY, town, "", (), venue.note, hidden=True)
        name = [self.line(venue.name)] if venue.name else []
        address = [escape(part) for part in (venue.address, venue.postcode) if part]
        exact = spot is not None and spot.precision != "place"
        to = f"{DIRECTIONS}{spot.lat:.5f}%2C{spot.lon:.5f}" if spot and exact else ""
        lines = safe("<br>".join([*name, *(address or [town])]))
        return Shown(lines, town, to, venue.access, venue.note, hidden=False)

    def _town(self, venue: Venue) -> Markup:
        return self.entry_name("places", venue.near) if venue.near else EMPTY

    def towns(self, asset: Asset) -> Markup:
        """The towns it happens in, else its area: for lists."""
        near = tuple(venue.near for venue in asset.venues.values() if venue.mask != "none")
        if near not in self._towns:
            towns = list(dict.fromkeys(self.entry_name("places", id) for id in near if id))
            self._towns[near] = self.joined(towns[:3])
        return self._towns[near] or self.area(asset)

    def listed(self, asset: Asset) -> Markup:
        """An asset in a list of names alone: a link, and where it is."""
        if asset.id not in self._listed:
            self._listed[asset.id] = safe(f'{self._link(asset)} <span class="town">{self.towns(asset)}</span>')
        return self._listed[asset.id]

    def brief(self, assets: Iterable[Asset]) -> Markup:
        """Assets as a list of names alone."""
        entries = "".join([f"<li>{self.listed(asset)}</li>\n" for asset in assets])
        return safe(f'<ul class="brief">\n{entries}</ul>\n')

    def links_to(self, ids: Sequence[str], name: str, vocabulary: str) -> Markup:
        """Entries of a vocabulary as links to their pages in the directory."""
        return self.joined(self._way(name, vocabulary, id) for id in ids)

    def _way(self, name: str, vocabulary: str, id: str) -> Markup:
        if (name, id) not in self._ways:
            url = escape(self.by(name, vocabulary, id))
            self._ways[name, id] = safe(f'<a href="{url}">{self.entry_name(vocabulary, id)}</a>')
        return self._ways[name, id]

    def by(self, name: str, vocabulary: str, id: str, area: str = "") -> str:
        """Address of the directory's page of one need or activity; or of a need in one area."""
        known = self.catalogue
        shelf = f"{known.entry_slug(Asset.shelves, area, self.lang)}/" if area else ""
        entry = f"{known.word(name, self.lang)}/{known.entry_slug(vocabulary, id, self.lang)}/" if name else ""
        return f"{self.root}{self.lang}/{known.word(Asset.folder, self.lang)}/{shelf}{entry}"

    def area_page(self, id: str) -> str:
        """Address of the directory's page of one area."""
        if id not in self._area_pages:
            self._area_pages[id] = self.by("", "", "", id)
        return self._area_pages[id]
